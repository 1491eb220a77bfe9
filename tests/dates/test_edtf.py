"""EDTF dates: what is one, what it means, and how dates sort."""

import datetime
import math

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dates.edtf import bounds, is_edtf, sort_key

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
    ("2023-02-XX", "2023-02-01", "2023-02-28"),
    ("2023-XX-28", "2023-01-28", "2023-12-28"),
    ("2023-XX-XX", "2023-01-01", "2023-12-31"),
    ("2023-21", "2023-03-01", "2023-05-31"),
    ("2023-22", "2023-06-01", "2023-08-31"),
    ("2023-23", "2023-09-01", "2023-11-30"),
    ("2022-33", "2022-01-01", "2022-03-31"),
    ("2022-34", "2022-04-01", "2022-06-30"),
    ("2022-35", "2022-07-01", "2022-09-30"),
    ("2022-36", "2022-10-01", "2022-12-31"),
    ("2022-40", "2022-01-01", "2022-06-30"),
    ("2022-41", "2022-07-01", "2022-12-31"),
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
    ("[..2020]", "0001-01-01", "2020-12-31"),
    ("[2020..]", "2020-01-01", "9999-12-31"),
    ("[2018,2020..2022]", "2018-01-01", "2022-12-31"),
    ("[2021, 2018]", "2018-01-01", "2021-12-31"),
    ("[2018,2020..]", "2018-01-01", "9999-12-31"),
    ("{2018,2019}", "2018-01-01", "2019-12-31"),
    ("{2018-03..2018-05}", "2018-03-01", "2018-05-31"),
    # These the library refuses.
    ("2019-XX/2020", "2019-01-01", "2020-12-31"),
    ("2022-33/2022-34", "2022-01-01", "2022-06-30"),
    ("2023-21~", "2023-03-01", "2023-05-31"),
    ("[2018~..2020]", "2018-01-01", "2020-12-31"),
)
# A northern winter begins in December and ends in the next year; the library stops at New Year's Eve.
WINTERS = (
    ("2021-24", "2021-12-01", "2022-02-28"),
    ("2023-24", "2023-12-01", "2024-02-29"),
    ("2023-24?", "2023-12-01", "2024-02-29"),
    ("2021-28", "2021-12-01", "2022-02-28"),
    ("2021-30", "2021-12-01", "2022-02-28"),
    ("2021-32", "2021-06-01", "2021-08-31"),
    ("2021-23/2021-24", "2021-09-01", "2022-02-28"),
)
# The library makes ten years of an end that is unknown; we sort by the end that is known.
UNKNOWN_ENDS = (
    ("2019/", "2019-01-01", "2019-12-31"),
    ("2019-04-05/", "2019-04-05", "2019-04-05"),
    ("/2019", "2019-01-01", "2019-12-31"),
)
# The library's fuzzy bounds of `1979-08~` are 1978-07 to 1980-09: only the strict ones will do.
APPROXIMATE = (
    ("1979-08~", "1979-08-01", "1979-08-31"),
    ("2023~", "2023-01-01", "2023-12-31"),
    ("2023?", "2023-01-01", "2023-12-31"),
    ("2023%", "2023-01-01", "2023-12-31"),
    ("2023-12-28~", "2023-12-28", "2023-12-28"),
    ("2023-12~-28", "2023-12-28", "2023-12-28"),
    ("199X~", "1990-01-01", "1999-12-31"),
)


def doubted(strategy, marks="?~%"):
    """Leave some dates as they are and add doubt to the others."""
    return st.tuples(strategy, st.sampled_from(["", "", *marks])).map("".join)


MONTHS = [f"{month:02}" for month in range(1, 13)]
PARTS = [f"{part}" for part in range(21, 42)]
DAYS = st.dates(datetime.date(1, 1, 1), datetime.date(9990, 12, 31)).map(datetime.date.isoformat)
YEARS = st.integers(1, 9990).map("{:04}".format)
UNSPECIFIED = (
    st.integers(1, 998).map("{:03}X".format)
    | st.integers(1, 99).map("{:02}XX".format)
    | st.integers(1, 9).map("{}XXX".format)
    | st.tuples(
        YEARS, st.sampled_from(["-XX", "-XX-XX", "-XX-28", *[f"-{month}-XX" for month in MONTHS]])
    ).map("".join)
)
WITH_YEAR = doubted(
    DAYS | YEARS | UNSPECIFIED | st.tuples(YEARS, st.sampled_from([*MONTHS, *PARTS])).map("-".join)
)
YEARLESS = doubted(
    st.dates(datetime.date(2000, 1, 1), datetime.date(2000, 12, 31)).map(lambda day: f"XXXX{day:-%m-%d}")
    | st.sampled_from([*MONTHS, *PARTS, *[f"{month}-XX" for month in MONTHS], "XX-28"]).map("XXXX-{}".format)
)
NEAR = st.tuples(st.dates(datetime.date(2000, 1, 1), datetime.date(2002, 1, 1)), st.integers(0, 40)).map(
    lambda pair: (pair[0].isoformat(), (pair[0] + datetime.timedelta(pair[1])).isoformat())
)
RANGES = NEAR | st.tuples(WITH_YEAR, WITH_YEAR).map(lambda pair: tuple(sorted(pair, key=sort_key)))
"""Pairs (start, end), the start first."""
ENDS = RANGES | st.tuples(YEARLESS, YEARLESS)
MEMBERS = st.one_of(WITH_YEAR, RANGES.map("..".join))
YEARLESS_MEMBERS = st.one_of(YEARLESS, st.tuples(YEARLESS, YEARLESS).map("..".join))
LISTS = st.one_of(
    st.lists(members, min_size=2, max_size=4).map(",".join) for members in (MEMBERS, YEARLESS_MEMBERS)
)
BRACKETS = st.sampled_from(["[{}]", "{{{}}}"])
CHRONOLOGY = st.one_of(
    WITH_YEAR,
    YEARLESS,
    st.sampled_from(["XXXX", "XXXX-XX", "XXXX-XX-XX"]),
    ENDS.map("/".join),
    st.tuples(
        st.sampled_from(["{}/..", "../{}", "{}/", "/{}", "[..{}]", "[{}..]", "{{{}..}}"]), WITH_YEAR
    ).map(lambda pair: pair[0].format(pair[1])),
    st.tuples(BRACKETS, ENDS.map("..".join)).map(lambda pair: pair[0].format(pair[1])),
    st.tuples(BRACKETS, LISTS).map(lambda pair: pair[0].format(pair[1])),
)
"""Every form of date the chronology uses."""


@pytest.mark.parametrize(("text", "earliest", "latest"), [*BOUNDS, *APPROXIMATE, *WINTERS, *UNKNOWN_ENDS])
def test_a_date_means_the_days_from_its_first_to_its_last(text, earliest, latest):
    found = bounds(text)
    assert found is not None
    assert (found.earliest.isoformat(), found.latest.isoformat()) == (earliest, latest)


NO_YEAR = (
    "XXXX-01-29",
    "XXXX-02-29",
    "XXXX-12-31",
    "XXXX-01-29T12:47",
    "XXXX-01-29~",
    "XXXX-12",
    "XXXX-21",
    "XXXX-33",
    "XXXX-XX",
    "XXXX",
    "XXXX-XX-XX",
    "XXXX-XX-28",
    "XXXX-XX-31",
    "XXXX-02-XX",
    "XXXX-10-14/XXXX-10-17",
    "XXXX-12-28/XXXX-01-03",
    "XXXX-10-14/2021",
    "2021/XXXX",
    "XXXX-10-14/..",
    "[XXXX-12-18..XXXX-12-24]",
    "[XXXX-12-28..XXXX-01-03]",
    "[XXXX-12-01,XXXX-12-03]",
    "{2018,XXXX-12}",
)


COUNTED = [
    f"{year:04d}-{n}" for year in (1, 1999, 2000, 9999) for n in range(21, 42) if n not in (24, 28, 30)
]


@pytest.mark.parametrize("text", [*COUNTED, "001X", "199X", "999X", "01XX", "19XX", "0001-XX", "2000-XX-XX"])
def test_seasons_and_other_parts_of_time_are_as_long_as_the_library_says(text):
    """Winters aside; it is asked no more, since it takes milliseconds."""
    known = parse_edtf(text)
    found = bounds(text)
    assert found.earliest.timetuple()[:3] == tuple(known.lower_strict())[:3]
    assert found.latest.timetuple()[:3] == tuple(known.upper_strict())[:3]


@pytest.mark.parametrize("text", NO_YEAR)
def test_what_has_no_year_is_a_date_without_bounds(text):
    assert bounds(text) is None
    assert is_edtf(text)
    assert sort_key(text) == sort_key(None)


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
    " 2023",
    "2023\n",
    "2023~?",
    "2023/2024/2025",
    "2023-12-28T12:47/2023-12-29",
    "/",
    "../",
    "/..",
    "../..",
    "[]",
    "[..]",
    "[2020]",
    "[2020}",
    "[2020,2021",
    "[2020,,2021]",
    "{2020/2021}",
    "XXXX-13",
    "XXXX-00",
    "XXXX-12-32",
    "XXXX-10-14/XXXX-02-30",
    "[XXXX-02-20..XXXX-02-30]",
    "XXXXX",
    "XXXXXXXX",
    "Y17000",
)


@pytest.mark.parametrize("text", NOT_EDTF)
def test_what_is_not_edtf_is_refused(text):
    assert not is_edtf(text)
    with pytest.raises(ValueError):  # noqa: PT011 - the promise is the class
        bounds(text)


@pytest.mark.parametrize("text", ["XXXX-02-30", "XXXX-04-31", "XXXX-06-31"])
def test_a_day_that_no_year_has_is_refused(text):
    assert not is_edtf(text)


@pytest.mark.parametrize("text", ["2023-12-28Tgarbage", "2023-12-28T25:99", "2023-12-28T", "2023-12T12:47"])
def test_a_time_that_is_none_is_refused(text):
    assert not is_edtf(text)


@pytest.mark.parametrize(
    "text", ["2024-01-01/2023-01-01", "[2023-12-24..2023-12-18]", "2023/2021-05", "[2018,2023..2021]"]
)
def test_what_ends_before_it_begins_is_refused(text):
    assert not is_edtf(text)


@given(st.text(max_size=30) | st.text("0123456789-X~?%/[]{}., T:", max_size=25))
def test_any_text_is_a_date_or_refused_and_nothing_else_is_raised(text):
    assert is_edtf(text) in (True, False)


@pytest.mark.parametrize("text", ["2022-1X", "2022-X1-05", "2019-0X/2020", "[2022-1X,2023]"])
def test_what_the_library_fails_on_is_refused_without_a_line_on_the_screen(text, capsys):
    assert not is_edtf(text)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("text", ["XXXX-02-30", "2024/2023", "[2020", "2023-12T12:47", "nonsense"])
def test_what_is_refused_is_named(text):
    with pytest.raises(ValueError, match="is not a date that can be sorted: ") as caught:
        bounds(text)
    assert repr(text) in str(caught.value)


@given(CHRONOLOGY)
def test_every_form_of_the_chronology_is_a_date_with_ordered_bounds_or_without_year(text):
    assert is_edtf(text)
    found = bounds(text)
    assert (found is None) == ("XXXX" in text)
    assert found is None or found.earliest <= found.latest
    assert sort_key(text) == ((found.earliest, found.latest) if found else (datetime.date.max,) * 2)


@given(RANGES)
def test_an_interval_and_a_set_reach_from_the_first_to_the_last_of_their_dates(ends):
    start, end = ends
    expected = (sort_key(start)[0], sort_key(end)[1])
    assert sort_key(f"{start}/{end}") == sort_key(f"[{start}..{end}]") == expected
    both = sorted((sort_key(start), sort_key(end)))
    assert sort_key(f"{{{end},{start}}}") == (both[0][0], max(last for _, last in both))


def library_bounds(text):
    """Ask the library about the whole; open ends are floats there."""
    parsed = parse_edtf(text)
    ends = zip(
        (parsed.lower_strict(), parsed.upper_strict()), (datetime.date.min, datetime.date.max), strict=True
    )
    return tuple(limit if end in (math.inf, -math.inf) else datetime.date(*end[:3]) for end, limit in ends)


@pytest.mark.parametrize(
    "form",
    "{0}/{1} {0}~/{1}? {0}/.. ../{1} [{0}..{1}] [{1},{0}] {{{0},{1}}} [..{1}] [{0}..]".split(),
)
@settings(max_examples=10)
@given(NEAR, st.sampled_from([4, 7, 10]))
def test_putting_intervals_and_sets_together_gives_what_the_library_gives(form, ends, length):
    text = form.format(*(day[:length] for day in ends))
    assert sort_key(text) == library_bounds(text)


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
