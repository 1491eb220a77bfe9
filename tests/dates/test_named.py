"""What a date leaves open, filled in from when the text was written."""

import pytest

from generator.dates.anchor import anchor_from
from generator.dates.find import find_dates


def read(text, written):
    return [date.edtf(anchor_from(written)) for date in find_dates(text)]


DAYS = (
    # the nearest such day
    ("on 28 December", "2023-12-28", "2023-12-28"),
    ("on 27 December", "2023-12-28", "2023-12-27"),
    ("on 29 December", "2023-12-28", "2023-12-29"),
    ("on 30 December", "2023-12-28", "2023-12-30"),
    ("on 31 December", "2024-01-01", "2023-12-31"),
    ("on 1 January", "2023-12-31", "2024-01-01"),
    ("on 2 January", "2023-12-31", "2024-01-02"),
    ("on 20 June", "2023-12-28", "2024-06-20"),
    ("am 13.7.", "2023-12-28", "2023-07-13"),
    # the next one, where it is to come
    ("will meet on 15 January", "2023-12-28", "2024-01-15"),
    ("will meet on 28 December", "2023-12-28", "2023-12-28"),
    ("wird am 15. Januar tagen", "2023-12-28", "2024-01-15"),
    ("The drill begins on 5 January", "2023-12-28", "2024-01-05"),
    ("Die Übung findet am 5. Januar statt", "2023-12-28", "2024-01-05"),
    ("Ab dem 1. Januar gilt die Regel", "2023-12-28", "2024-01-01"),
    ("Seit dem 1. Januar gilt die Regel", "2023-12-28", "2023-01-01"),
    ("The strait is closed until 5 January", "2023-12-28", "2024-01-05"),
    ("It was closed on 5 January", "2023-12-28", "2023-01-05"),
    ("The strait was closed until 5 January", "2023-12-28", "2024-01-05"),
    # … but not one almost a year away: that was planned, and is over
    ("were expected on 12 December", "2023-12-28", "2023-12-12"),
    ("will meet on 20 November", "2023-12-28", "2024-11-20"),
    ("will meet on 8 December", "2023-12-28", "2023-12-08"),
    # 29 February
    ("on 29 February", "2023-12-28", "2024-02-29"),
    ("on 29 February", "2024-02-28", "2024-02-29"),
    ("on 29 February", "2024-02-27", "2024-02-29"),
    ("will meet on 29 February", "2023-12-28", "2024-02-29"),
    ("was held on 29 February", "2023-12-28", "2020-02-29"),
    ("will meet on 29 February", "2024-12-28", "2028-02-29"),
    ("was held on 29 February", "1903-06-01", "1896-02-29"),
    ("on 29 February of this year", "2023-12-28", "XXXX-02-29"),
    ("on 29 February", "2023", "XXXX-02-29"),
    ("on 29 February", "2024", "2024-02-29"),
)


@pytest.mark.parametrize(("text", "written", "expected"), DAYS)
def test_a_day_without_year_is_the_nearest_that_fits(text, written, expected):
    assert read(text, written) == [expected]


MONTHS = (
    ("in December", "2023-12-28", "2023-12"),
    ("in January", "2023-12-31", "2024-01"),
    ("in January", "2023-12-30", "2024-01"),
    ("They met in January", "2023-12-30", "2023-01"),
    ("will meet in October", "2023-12-28", "2024-10"),
    ("last October", "2023-12-28", "2023-10"),
    ("last December", "2023-12-28", "2022-12"),
    ("this December", "2023-12-28", "2023-12"),
    ("next December", "2023-12-28", "2024-12"),
    ("next January", "2023-12-28", "2024-01"),
    ("in March of last year", "2023-12-28", "2022-03"),
    ("Anfang März kommenden Jahres", "2023-12-28", "[2024-03-01..2024-03-10]"),
    ("late February", "2024-03-05", "[2024-02-21..2024-02-29]"),
    ("late February", "2023-03-05", "[2023-02-21..2023-02-28]"),
    ("im Oktober", "2023", "2023-10"),
    ("im Oktober", "[2023-12-18..2023-12-24]", "2023-10"),
    ("im Oktober", None, "XXXX-10"),
)


@pytest.mark.parametrize(("text", "written", "expected"), MONTHS)
def test_a_month_without_year_is_the_nearest_that_fits(text, written, expected):
    assert read(text, written) == [expected]


PERIODS = (
    ("last autumn", "2023-12-28", "2023-23"),
    ("last winter", "2023-12-28", "2022-24"),
    ("next spring", "2023-12-28", "2024-21"),
    ("im vergangenen Herbst", "2023-12-28", "2023-23"),
    ("diesen Winter", "2023-12-28", "2023-24"),
    ("im Sommer dieses Jahres", "2023-12-28", "2023-22"),
    ("last autumn", None, "XXXX"),
    ("late this year", "2023-12-28", "2023"),
    ("Ende vergangenen Jahres", "2023-12-28", "2022"),
)


@pytest.mark.parametrize(("text", "written", "expected"), PERIODS)
def test_a_season_without_year_is_the_nearest_that_fits(text, written, expected):
    assert read(text, written) == [expected]


WIDE = (
    # a year is known, and nothing more
    ("on 28 December", "2023", "2023-12-28"),
    ("last October", "2023", "2023-10"),
    ("next year, in March", "2023", "2024 2024-03"),
    # not even the year
    ("on 28 December", "[2023-06-01..2024-05-31]", "XXXX-12-28"),
    ("on 28 December", "[2022-03-07,2022-07-03]", "2022-12-28"),
    ("on 28 December", "2023-12/2024-03", "XXXX-12-28"),
    # a week over the turn of the year
    ("on 28 December", "[2023-12-28..2024-01-03]", "2023-12-28"),
    ("on 2 January", "[2023-12-28..2024-01-03]", "2024-01-02"),
)


@pytest.mark.parametrize(("text", "written", "expected"), WIDE)
def test_what_the_writing_leaves_open_stays_open(text, written, expected):
    assert read(text, written) == expected.split()


SPANS = (
    ("14.–17. Oktober", "2023-12-28", "2023-10-14/2023-10-17"),
    ("from 14 to 17 October", None, "XXXX-10-14/XXXX-10-17"),
    # it may still last
    ("from 14 to 17 October", "2021-10-15", "2021-10-14/2021-10-17"),
    ("from 28 December to 3 January", "2023-12-30", "2023-12-28/2024-01-03"),
    ("from 28 December to 3 January", "2024-01-02", "2023-12-28/2024-01-03"),
    ("from 28 December to 3 January", "2024-06-01", "2023-12-28/2024-01-03"),
    ("It runs from 2 to 9 January", "2023-12-28", "2024-01-02/2024-01-09"),
    ("It ran from 2 to 9 January", "2023-12-28", "2023-01-02/2023-01-09"),
    ("It will run from 14 to 17 October", "2021-10-15", "2021-10-14/2021-10-17"),
    ("from 28 February to 1 March", "2024-06-01", "2024-02-28/2024-03-01"),
    ("It ran from 29 February to 3 March", "2023-12-28", "2020-02-29/2020-03-03"),
    ("from 14 to 17 October of last year", "2023-12-28", "2022-10-14/2022-10-17"),
    ("from October to December", "2023-12-28", "2023-10/2023-12"),
)


@pytest.mark.parametrize(("text", "written", "expected"), SPANS)
def test_a_span_without_year_ends_after_it_begins(text, written, expected):
    assert read(text, written) == [expected]


EVIDENCE = (
    # the weekday settles the year
    ("on Monday, 5 May", "2023-12-28", "2025-05-05"),
    ("am Freitag, dem 5. Mai", "2023-12-28", "2023-05-05"),
    ("Am Samstag, dem 5. Mai, tagte der Rat.", "2021-03-01", "2018-05-05"),
    # a story goes on in its year
    ("On 3 June 1992 it began. In August it was over.", "2023-01-28", "1992-06-03 1992-08"),
    ("Im November 1991 begann es. Im April war es aus.", "2023-12-28", "1991-11 1992-04"),
    ("He was born in 1974. In January he was elected.", "2023-02-20", "1974 2023-01"),
    # nothing tells
    ("on 29 June", "2023-12-29", "[2023-06-29,2024-06-29]"),
    # two digits of a year
    ("am 09.11.18 in Kiel", "1919-03-01", "1918-11-09"),
    ("am 09.11.18 in Kiel", "2019-03-01", "2018-11-09"),
    ("am 09.11.18 in Kiel", None, "2018-11-09"),
    ("am 01.02.29", "2023-12-28", "2029-02-01"),
    ("am 01.02.34", "2023-12-28", "1934-02-01"),
)


@pytest.mark.parametrize(("text", "written", "expected"), EVIDENCE)
def test_what_stands_around_a_date_tells_its_year(text, written, expected):
    assert read(text, written) == expected.split()


WEEKS = (
    ("in KW 12/2022", None, "[2022-03-21..2022-03-27]"),
    ("in der 12. Kalenderwoche 2022", None, "[2022-03-21..2022-03-27]"),
    ("in KW 12", "2022-03-10", "[2022-03-21..2022-03-27]"),
    ("in KW 53", "2022-03-10", "XXXX-XX-XX"),
    ("in KW 12", None, "XXXX-XX-XX"),
    ("the week of March 24", "2022-03-10", "[2022-03-21..2022-03-27]"),
)


@pytest.mark.parametrize(("text", "written", "expected"), WEEKS)
def test_a_week_may_have_a_number(text, written, expected):
    assert read(text, written) == [expected]
