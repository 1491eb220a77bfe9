"""EDTF dates: what is one, what it means, and how dates sort."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edtf import bounds, is_edtf, sort_key

BOUNDS = (
    ("2023-12-28", "2023-12-28", "2023-12-28"),
    ("2024-02-29", "2024-02-29", "2024-02-29"),
    ("2023-12", "2023-12-01", "2023-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023", "2023-01-01", "2023-12-31"),
    ("0044", "0044-01-01", "0044-12-31"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2023-XX", "2023-01-01", "2023-12-31"),
    ("2023-12-XX", "2023-12-01", "2023-12-31"),
    ("2023-21", "2023-03-01", "2023-05-31"),
    ("2023-12-28T12:47+00:00", "2023-12-28", "2023-12-28"),
    ("2023-12-28T12:47", "2023-12-28", "2023-12-28"),
    ("2023-12-28T12:47Z", "2023-12-28", "2023-12-28"),
    ("2021-10-14/2021-10-17", "2021-10-14", "2021-10-17"),
    ("2021/2022-03", "2021-01-01", "2022-03-31"),
    ("[2023-12-18..2023-12-24]", "2023-12-18", "2023-12-24"),
    ("[2023-12..2024-01]", "2023-12-01", "2024-01-31"),
    ("[2021,2023]", "2021-01-01", "2023-12-31"),
    ("2021-10-14/..", "2021-10-14", "9999-12-31"),
    ("../2021-10", "0001-01-01", "2021-10-31"),
)
# The library's fuzzy bounds of `1979-08~` are 1978-07 to 1980-09: only the strict ones will do.
APPROXIMATE = (
    ("1979-08~", "1979-08-01", "1979-08-31"),
    ("2023~", "2023-01-01", "2023-12-31"),
    ("2023?", "2023-01-01", "2023-12-31"),
    ("2023%", "2023-01-01", "2023-12-31"),
    ("2023-12-28~", "2023-12-28", "2023-12-28"),
)


@pytest.mark.parametrize(("text", "earliest", "latest"), [*BOUNDS, *APPROXIMATE])
def test_a_date_means_the_days_from_its_first_to_its_last(text, earliest, latest):
    found = bounds(text)
    assert found is not None
    assert (found.earliest.isoformat(), found.latest.isoformat()) == (earliest, latest)


@pytest.mark.parametrize("text", ["XXXX-01-29", "XXXX-02-29", "XXXX-12-31"])
def test_a_day_without_year_is_a_date_without_bounds(text):
    assert bounds(text) is None
    assert is_edtf(text)


NOT_EDTF = (
    "",
    "no",
    "unknown",
    "28.12.2023",
    "12/28/2023",
    "December 2023",
    "2023-13",
    "2023-00",
    "2023-02-30",
    "2023-02-29",
    "2023-1-5",
    "20231228",
    "12023",
    "23rd Dynasty",
    "2023-12-28 12:47",
    "2023--12",
    "XXXX-13-45",
    "[2023-12-18..2023-12-24",
    "١٩٠٥-٠١-٠٢",
    "2023-12-28; rm -rf /",
)


@pytest.mark.parametrize("text", NOT_EDTF)
def test_what_is_not_edtf_is_refused(text):
    assert not is_edtf(text)
    with pytest.raises(ValueError):  # noqa: PT011 - the promise is the class
        bounds(text)


@pytest.mark.parametrize("text", ["XXXX-02-30", "XXXX-04-31", "XXXX-06-31"])
def test_a_day_that_no_year_has_is_refused(text):
    assert not is_edtf(text)


@pytest.mark.parametrize("text", ["2023-12-28Tgarbage", "2023-12-28T25:99", "2023-12-28T"])
def test_a_time_that_is_none_is_refused(text):
    assert not is_edtf(text)


@pytest.mark.parametrize("text", ["2024-01-01/2023-01-01", "[2023-12-24..2023-12-18]", "2023/2021-05"])
def test_what_ends_before_it_begins_is_refused(text):
    assert not is_edtf(text)


@settings(deadline=None)
@given(st.text(max_size=30) | st.text("0123456789-X~?/[]., T:", max_size=25))
def test_any_text_is_a_date_or_refused_and_nothing_else_is_raised(text):
    assert is_edtf(text) in (True, False)


@settings(deadline=None)
@given(st.dates())
def test_a_day_is_bounded_by_itself(day):
    found = bounds(day.isoformat())
    assert found is not None
    assert (found.earliest, found.latest) == (day, day)


def test_dates_sort_by_earliest_then_latest_day_and_the_undated_come_last():
    in_order = [
        "1949-10-01",
        "2021",  # 1 January to 31 December
        "2021-10-14",
        "2021-10-14/2021-10-17",
        "2022-01-01",
        "2022-01",
        "2022",
        "[2023-12-18..2023-12-24]",
        "2023-12-28",
        "2024~",
        "XXXX-01-29",
    ]
    shuffled = [*in_order[::2], *in_order[1::2]]
    assert sorted(shuffled, key=sort_key) == in_order


@pytest.mark.parametrize("text", [None, "", "XXXX-01-29"])
def test_what_has_no_year_sorts_as_the_last_of_all_days(text):
    assert sort_key(text) == (datetime.date.max, datetime.date.max)


def test_a_year_before_our_era_is_refused():
    """It could not be sorted among the others; refused is better than misplaced."""
    assert not is_edtf("-0044")
