"""The small timeline of a record: marks in order of time, none outside, at most so many years named."""

import pytest

from generator.publish.strip import HIGHEST, MOST_TICKS, WIDTH, Moment, draw_strip


def strip(*dates: str):
    return draw_strip(Moment(date, date, "#") for date in dates)


def test_marks_stand_in_order_of_time_within_the_drawing():
    found = strip("2023-12-28", "2021", "2024-01/2024-06", "[2022-12-18..2022-12-24]")
    places = {mark.moment.date: mark.x for mark in found.marks}
    assert list(places) == ["2021", "[2022-12-18..2022-12-24]", "2023-12-28", "2024-01/2024-06"]
    assert sorted(places.values()) == list(places.values())
    assert all(mark.x > 0 and mark.x + mark.width < WIDTH for mark in found.marks)
    assert [year for _, year in found.ticks] == [2021, 2022, 2023, 2024]


def test_a_span_is_as_wide_as_it_lasts():
    year, day = strip("2021", "2022-05-01").marks
    assert year.width > 10 * day.width


def test_what_is_of_one_time_stands_upon_each_other():
    found = strip(*["2023-12-28"] * 9, "2020")
    assert [mark.level for mark in found.marks][1:4] == [0, 1, 2]
    assert max(mark.level for mark in found.marks) == HIGHEST


@pytest.mark.parametrize("dates", [(), ("2023",), ("2023", "2023"), ("XXXX-01-29", "2023")])
def test_one_time_alone_is_not_drawn(dates):
    assert strip(*dates) is None


def test_open_ends_and_long_times_do_no_harm():
    found = strip("../2020", "2021/..", "0044", "1066-10-14")
    assert len(found.marks) == 4
    assert len(found.ticks) <= MOST_TICKS
