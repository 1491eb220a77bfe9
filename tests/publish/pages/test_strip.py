"""A timeline: marks in order of time, none outside, at most so many years named, dense times as one."""

import pytest

from generator.publish.pages.strip import (
    DENSE,
    GREATEST_HEIGHT,
    HIGHEST,
    MOST,
    MOST_TICKS,
    Moment,
    Shape,
    dense,
    draw_strip,
    scale_of_months,
    scale_of_years,
)


def strip(*dates: str, shape: Shape = Shape.NAMED, scale=None):
    return draw_strip([Moment(date, date, "#", shape) for date in dates], scale)


def test_marks_stand_in_order_of_time_within_the_drawing():
    found = strip("2023-12-28", "2021", "2024-01/2024-06", "[2022-12-18..2022-12-24]")
    places = {mark.moment.date: mark.x for mark in found.marks}
    assert list(places) == ["2021", "[2022-12-18..2022-12-24]", "2023-12-28", "2024-01/2024-06"]
    assert sorted(places.values()) == list(places.values())
    assert all(mark.x > 0 and mark.x + mark.width < 100 for mark in found.marks)
    assert [year for _, year in found.ticks] == ["2021", "2022", "2023", "2024"]


def test_a_span_is_as_wide_as_it_lasts():
    year, month, day = strip("2021", "2022-05", "2022-09-01").marks
    assert year.width > 10 * month.width > 0
    assert day.width == 0


@pytest.mark.parametrize(
    ("date", "looks"),
    [
        ("2022-03/2022-08", "lasting"),
        ("{2022-03..2022-08}", "lasting"),
        ("[2022-03-01..2022-04-07]", "within"),
        ("2022", "within"),
        ("2022-03~/2022-08", "faded"),
        ("2022-03-05?", "faded"),
        ("2022-03-05%", "faded"),
    ],
)
def test_a_mark_shows_how_its_date_is_known(date, looks):
    (mark,) = strip(date, scale=scale_of_years(2021, 2024)).marks
    assert mark.looks == looks
    assert mark.width > 0


def test_what_is_of_one_time_stands_upon_each_other_and_comes_down_again():
    found = strip(*["2023-12-28"] * 9, "2020")
    assert [mark.level for mark in found.marks][1:4] == [0, 1, 2]
    assert max(mark.level for mark in found.marks) == HIGHEST
    by_weeks = strip("2020", "2021-01-04", "2021-01-25", "2021-02-15", "2021-03-08", "2024")
    assert max(mark.level for mark in by_weeks.marks) < 3, "the first leaves its place to the third"


def test_what_is_reported_stands_below_the_line_and_pushes_no_entry_up():
    moments = [Moment("2023-12-28", "", "#"), Moment("2023-12-28", "", "#", Shape.EVENT)]
    found = draw_strip([*moments, Moment("2021", "", "#")])
    assert [mark.level for mark in found.marks] == [0, 0, 0]
    assert found.above == found.below == 8


@pytest.mark.parametrize("dates", [(), ("2023",), ("2023", "2023"), ("XXXX-01-29", "2023")])
def test_one_time_alone_is_not_drawn(dates):
    assert strip(*dates) is None


def test_open_ends_and_long_times_do_no_harm():
    found = strip("../2020", "2021/..", "0044", "1066-10-14")
    assert len(found.marks) == 4
    assert len(found.ticks) <= MOST_TICKS


def test_a_line_that_is_given_draws_what_lies_on_it():
    months = scale_of_months(2023, [str(number) for number in range(1, 13)])
    found = strip("2022-12-31", "2022-12/2023-01", "2023-06-01", "2024", scale=months)
    assert [mark.moment.date for mark in found.marks] == ["2022-12/2023-01", "2023-06-01"]
    assert [name for _, name in found.ticks] == [str(number) for number in range(1, 13)]


def test_many_of_one_stretch_are_a_column_as_high_as_they_are_many():
    found = draw_strip([Moment("2021", "", "#", folded=40), Moment("2022", "", "#", folded=10)])
    high, low = found.marks
    told = Moment("2023", "", "#", Shape.EVENT, folded=900)
    assert draw_strip([*(mark.moment for mark in found.marks), told]).above == found.above, "a side by itself"
    assert high.height == GREATEST_HEIGHT == found.above
    assert 0 < low.height < high.height / 2
    assert high.x + high.width < low.x


def test_dense_stretches_are_one_mark_and_all_are_where_there_are_many():
    assert dense([DENSE, DENSE + 1, 1, 0]) == [False, True, False, False]
    several = MOST // 10
    assert dense([10] * several) == [False] * several
    assert dense([10] * several + [1]) == [True] * several + [False]
