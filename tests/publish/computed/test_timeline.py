"""The order of the chronology."""

from itertools import permutations

import pytest

from generator.model import Entry
from generator.publish.computed.timeline import build_timeline
from tests.builders import entry


def dated(date: str | None, slug: str | None = None) -> Entry:
    return entry(slug or str(date), date=date)


def shape(*entries: Entry) -> list[tuple[int, list[tuple[int, list[str]]]]]:
    """Years with their months with the names in them."""
    return [
        (year.number, [(month.number, [e.slug for e in month.entries]) for month in year.months])
        for year in build_timeline(entries).years
    ]


def test_entries_stand_by_year_month_and_day_whatever_order_they_come_in():
    entries = [dated(d) for d in ("2021-11-25", "2023-01-02", "2023-12-28", "2023-12-03")]
    expected = [
        (2021, [(11, ["2021-11-25"])]),
        (2023, [(1, ["2023-01-02"]), (12, ["2023-12-03", "2023-12-28"])]),
    ]
    for order in permutations(entries):
        assert shape(*order) == expected


def test_the_same_day_is_in_order_of_name():
    assert shape(dated("2023-12-28", "b"), dated("2023-12-28", "a")) == [(2023, [(12, ["a", "b"])])]


def test_a_year_without_month_stands_before_its_months():
    assert shape(dated("2023-01-01"), dated("2023"), dated("2023-12")) == [
        (2023, [(0, ["2023"]), (1, ["2023-01-01"]), (12, ["2023-12"])])
    ]


def test_a_month_without_day_is_in_its_month():
    """With the same first day, what ends earlier comes first."""
    assert shape(dated("2023-12"), dated("2023-12-01"), dated("2023-12-02")) == [
        (2023, [(12, ["2023-12-01", "2023-12", "2023-12-02"])])
    ]


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("2021-10-14/2021-10-17", 2021, 10),
        ("2021-10-28/2021-11-02", 2021, 10),
        ("2021-12-30/2022-01-02", 2021, 12),
        ("2020/2022", 2020, 0),
        ("[2023-12-18..2023-12-24]", 2023, 12),
        ("[2023-11-27..2023-12-03]", 2023, 11),
        ("2023-12~", 2023, 12),
        ("2023~", 2023, 0),
        ("2023-12-28?", 2023, 12),
        ("2023-21", 2023, 0),
        ("202X", 2020, 0),
    ],
)
def test_a_date_that_covers_time_stands_where_it_begins(date, year, month):
    """In a month only when all of it is within that month."""
    assert shape(dated(date)) == [(year, [(month, [date])])]


def test_an_interval_is_among_days_by_its_beginning():
    dates = ["2021-10-13", "2021-10-14", "2021-10-14/2021-10-17", "2021-10-15"]
    assert shape(*map(dated, reversed(dates))) == [(2021, [(10, dates)])]


def test_one_of_a_set_of_days_stands_by_its_first():
    dates = ["2023-12-17", "2023-12-18", "[2023-12-18..2023-12-24]", "2023-12-20"]
    assert shape(*map(dated, reversed(dates))) == [(2023, [(12, dates)])]


def test_what_can_not_be_dated_is_last_and_never_lost():
    entries = [dated(None, "b"), dated("2023"), dated("XXXX-01-29", "a"), dated("", "c")]
    timeline = build_timeline(entries)
    assert [e.slug for e in timeline.undated] == ["a", "b", "c"]
    assert [e.slug for year in timeline.years for e in year.entries] == ["2023"]


def test_a_years_entries_are_those_of_its_months_in_order():
    (year,) = build_timeline([dated("2023-05-01"), dated("2023"), dated("2023-04-30")]).years
    assert [e.slug for e in year.entries] == ["2023", "2023-04-30", "2023-05-01"]


def test_open_beginnings_and_ends_have_a_place_too():
    timeline = build_timeline([dated("2021-06-15/.."), dated("../2021-06-15"), dated("2021-06-16")])
    named = [e.slug for year in timeline.years for e in year.entries]
    assert named == ["../2021-06-15", "2021-06-15/..", "2021-06-16"]


def test_no_entries():
    timeline = build_timeline([])
    assert (timeline.years, timeline.undated) == ((), ())


def happenings(entries: list[Entry], *groups: tuple[str, ...]) -> list[tuple[int, int, list[list[str]]]]:
    return [
        (year.number, month.number, [[e.slug for e in happening] for happening in month.happenings])
        for year in build_timeline(entries, groups).years
        for month in year.months
    ]


def test_reports_of_one_event_are_one_happening():
    entries = [dated("2023-12-28", slug) for slug in "abcd"]
    assert happenings(entries, ("d", "b")) == [(2023, 12, [["a"], ["b", "d"], ["c"]])]
    assert [e.slug for e in build_timeline(entries, [("d", "b")]).years[0].entries] == ["a", "b", "d", "c"]


def test_several_groups_of_one_day_stay_apart():
    entries = [dated("2023-12-28", slug) for slug in "abcde"]
    assert happenings(entries, ("a", "e"), ("b", "d")) == [(2023, 12, [["a", "e"], ["b", "d"], ["c"]])]


def test_a_group_stands_by_the_most_exact_of_its_dates():
    """A week that reaches into the next month does not take the report that knows the day along."""
    week = dated("[2023-11-27..2023-12-03]", "week")
    entries = [week, dated("2023-12-01", "day"), dated("2023-12-02", "later"), dated("2023-11-29", "before")]
    assert happenings(entries, ("day", "week")) == [
        (2023, 11, [["before"]]),
        (2023, 12, [["week", "day"], ["later"]]),
    ]


def test_a_group_names_only_what_is_there():
    """An entry that was taken away since does not break the timeline."""
    assert happenings([dated("2023-12-28", "a")], ("a", "gone")) == [(2023, 12, [["a"]])]


def test_grouping_loses_and_doubles_nothing():
    entries = [dated("2023-12-28", "a"), dated("2022", "b"), dated(None, "c"), dated("2023-12-28", "d")]
    timeline = build_timeline(entries, [("a", "d"), ("b", "c")])
    listed = [e.slug for year in timeline.years for e in year.entries] + [e.slug for e in timeline.undated]
    assert sorted(listed) == ["a", "b", "c", "d"]
