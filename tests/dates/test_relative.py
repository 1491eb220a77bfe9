"""Dates counted from when the text was written."""

import pytest

from generator.dates.anchor import anchor_from
from generator.dates.edtf import is_edtf
from generator.dates.find import find_dates


def read(text, written, language=None):
    return [date.edtf(anchor_from(written)) for date in find_dates(text, language)]


THURSDAY = "2023-12-28"
WEEK_BEFORE, THIS_WEEK, WEEK_AFTER = (
    *("[2023-12-18..2023-12-24]", "[2023-12-25..2023-12-31]"),
    "[2024-01-01..2024-01-07]",
)
ON_A_DAY = (
    # days
    ("he said yesterday", "2023-12-27"),
    ("the day before yesterday", "2023-12-26"),
    ("last night", "2023-12-27"),
    ("Today, he spoke", "2023-12-28"),
    ("this morning", "2023-12-28"),
    ("tomorrow", "2023-12-29"),
    ("the day after tomorrow", "2023-12-30"),
    ("since yesterday", "2023-12-27"),
    ("as of today", "2023-12-28"),
    ("er sagte gestern", "2023-12-27"),
    ("vorgestern", "2023-12-26"),
    ("wie heute mitgeteilt wurde", "2023-12-28"),
    ("gestern Abend", "2023-12-27"),
    ("ab morgen", "2023-12-29"),
    ("Morgen beginnt die Übung", "2023-12-29"),
    ("übermorgen", "2023-12-30"),
    ("three days ago", "2023-12-25"),
    ("a fortnight ago", "[2023-12-11..2023-12-17]"),
    ("vor drei Tagen", "2023-12-25"),
    # weekdays: the last one, this very day included
    ("he said on Thursday", "2023-12-28"),
    ("he said Wednesday", "2023-12-27"),
    ("on Friday", "2023-12-22"),
    ("am Donnerstag", "2023-12-28"),
    ("am Freitag", "2023-12-22"),
    ("am Sonnabend", "2023-12-23"),
    ("am Mittwochabend", "2023-12-27"),
    ("on Wednesday morning", "2023-12-27"),
    ("in der Nacht zum Mittwoch", "2023-12-27"),
    ("last Thursday", "2023-12-21"),
    ("last Wednesday", "2023-12-27"),
    ("this past Friday", "2023-12-22"),
    ("am vergangenen Donnerstag", "2023-12-21"),
    ("next Thursday", "2024-01-04"),
    ("next Friday", "2023-12-29"),
    ("am kommenden Donnerstag", "2024-01-04"),
    ("am heutigen Donnerstag", "2023-12-28"),
    ("am gestrigen Mittwoch", "2023-12-27"),
    # … or the next one, where the words look ahead
    ("He will speak on Friday", "2023-12-29"),
    ("He will speak on Thursday", "2023-12-28"),
    ("The drill begins on Friday", "2023-12-29"),
    ("Die Übung beginnt am Freitag", "2023-12-29"),
    ("It is closed until Saturday", "2023-12-30"),
    ("Es ist bis Samstag geschlossen", "2023-12-30"),
    ("It was closed until Saturday", "2023-12-23"),
    ("Es war bis Samstag geschlossen", "2023-12-23"),
    # of a week
    ("Thursday last week", "2023-12-21"),
    ("on Monday of last week", "2023-12-18"),
    ("on Sunday this week", "2023-12-31"),
    ("Tuesday next week", "2024-01-02"),
    ("am Montag vergangener Woche", "2023-12-18"),
    ("am Montag der vergangenen Woche", "2023-12-18"),
    ("am Dienstag in der kommenden Woche", "2024-01-02"),
    # weeks
    ("last week", WEEK_BEFORE),
    ("letzte Woche", WEEK_BEFORE),
    ("in der vergangenen Woche", WEEK_BEFORE),
    ("earlier this week", THIS_WEEK),
    ("Anfang der Woche", THIS_WEEK),
    ("next week", WEEK_AFTER),
    ("kommende Woche", WEEK_AFTER),
    ("a week ago", WEEK_BEFORE),
    ("two weeks ago", "[2023-12-11..2023-12-17]"),
    ("vor zwei Wochen", "[2023-12-11..2023-12-17]"),
    # weekends
    ("last weekend", "[2023-12-23..2023-12-24]"),
    ("am vergangenen Wochenende", "[2023-12-23..2023-12-24]"),
    ("this weekend", "[2023-12-30..2023-12-31]"),
    ("next weekend", "[2024-01-06..2024-01-07]"),
    ("They met over the weekend", "[2023-12-23..2023-12-24]"),
    ("Sie trafen sich am Wochenende", "[2023-12-23..2023-12-24]"),
    ("They will meet at the weekend", "[2023-12-30..2023-12-31]"),
    # months
    ("last month", "2023-11"),
    ("im vergangenen Monat", "2023-11"),
    ("earlier this month", "2023-12"),
    ("Anfang dieses Monats", "2023-12"),
    ("Ende des Monats", "2023-12"),
    ("next month", "2024-01"),
    ("kommenden Monat", "2024-01"),
    ("two months ago", "2023-10"),
    ("vor 12 Monaten", "2022-12"),
    ("on the 5th of this month", "2023-12-05"),
    ("on the 5th of last month", "2023-11-05"),
    ("am 5. dieses Monats", "2023-12-05"),
    ("vom 5. d. M.", "2023-12-05"),
    ("am 5.d.M. in Wien", "2023-12-05"),
    ("am 5. nächsten Monats", "2024-01-05"),
    ("am 31. v. M.", "XXXX-XX-31"),
    # years
    ("last year", "2022"),
    ("im vergangenen Jahr", "2022"),
    ("this year", "2023"),
    ("dieses Jahres", "2023"),
    ("next year", "2024"),
    ("kommendes Jahr", "2024"),
    ("two years ago", "2021"),
    ("vor zwei Jahren", "2021"),
)


@pytest.mark.parametrize(("text", "expected"), ON_A_DAY)
def test_it_is_counted_from_the_day_of_writing(text, expected):
    assert read(text, THURSDAY) == [expected]


OVER_THE_TURN = (
    ("yesterday", "2024-01-01", "2023-12-31"),
    ("tomorrow", "2023-12-31", "2024-01-01"),
    ("tomorrow", "2024-02-28", "2024-02-29"),
    ("yesterday", "2024-03-01", "2024-02-29"),
    ("yesterday", "2023-03-01", "2023-02-28"),
    ("on Sunday", "2024-01-01", "2023-12-31"),
    ("on Monday", "2024-01-01", "2024-01-01"),
    ("last Monday", "2024-01-01", "2023-12-25"),
    ("next Monday", "2024-01-01", "2024-01-08"),
    ("last week", "2024-01-01", THIS_WEEK),
    ("last week", "2024-01-07", THIS_WEEK),
    ("this week", "2024-12-30", "[2024-12-30..2025-01-05]"),
    ("next week", "2023-12-31", WEEK_AFTER),
    ("last month", "2024-01-31", "2023-12"),
    ("next month", "2023-12-01", "2024-01"),
    ("last month", "2024-03-31", "2024-02"),
    ("13 months ago", "2024-01-15", "2022-12"),
    ("last year", "2024-02-29", "2023"),
    ("over the weekend", "2024-01-01", "[2023-12-30..2023-12-31]"),
    ("over the weekend", "2023-12-30", "[2023-12-30..2023-12-31]"),
    ("over the weekend", "2023-12-31", "[2023-12-30..2023-12-31]"),
    ("last weekend", "2023-12-31", "[2023-12-23..2023-12-24]"),
)


@pytest.mark.parametrize(("text", "written", "expected"), OVER_THE_TURN)
def test_it_is_counted_over_the_turn_of_month_and_year(text, written, expected):
    assert read(text, written) == [expected]


LOOSELY = (
    # written on one day of a week
    ("yesterday", "[2023-12-18..2023-12-24]", "[2023-12-17..2023-12-23]"),
    ("last week", "[2023-12-18..2023-12-24]", "[2023-12-11..2023-12-17]"),
    ("last week", "[2023-12-28..2024-01-03]", "[2023-12-18..2023-12-31]"),
    ("this month", "[2023-12-18..2023-12-24]", "2023-12"),
    ("this month", "[2023-12-28..2024-01-03]", "XXXX-XX"),
    ("this year", "[2023-12-28..2024-01-03]", "XXXX"),
    ("next year", "[2023-12-18..2023-12-24]", "2024"),
    # in a month
    ("yesterday", "2023-12", "[2023-11-30..2023-12-30]"),
    ("last month", "2023-12", "2023-11"),
    ("on the 5th of this month", "2023-12", "2023-12-05"),
    ("last year", "2023-12", "2022"),
    # in a year
    ("yesterday", "2023", "XXXX-XX-XX"),
    ("last week", "2023", "XXXX-XX-XX"),
    ("last month", "2023", "XXXX-XX"),
    ("last year", "2023", "2022"),
    # on one of two days
    ("yesterday", "[2022-03-07,2022-07-03]", "XXXX-XX-XX"),
    ("last year", "[2022-03-07,2022-07-03]", "2021"),
    # some time
    ("yesterday", None, "XXXX-XX-XX"),
    ("on Thursday", None, "XXXX-XX-XX"),
    ("last week", None, "XXXX-XX-XX"),
    ("last month", None, "XXXX-XX"),
    ("on the 5th of this month", None, "XXXX-XX-05"),
    ("last year", None, "XXXX"),
    ("over the weekend", None, "XXXX-XX-XX"),
)


@pytest.mark.parametrize(("text", "written", "expected"), LOOSELY)
def test_what_the_writing_leaves_open_stays_open(text, written, expected):
    assert read(text, written) == [expected]
    assert is_edtf(expected)


NONE = (
    # habits
    "every Thursday",
    "on Mondays",
    "montags und donnerstags",
    "jeden Montag",
    "open Monday to Friday",
    "geöffnet Montag bis Freitag",
    "on any given Sunday",
    "a Monday morning",
    "an einem Montag",
    "Es war ein Montag",
    # counted from something else
    "the following Thursday",
    "the previous Thursday",
    "that Thursday",
    "am darauffolgenden Sonntag",
    "three days later",
    "two weeks before",
    "within a week",
    "for the next week",
    "over the last year",
    "half a year ago",
    "vor einem halben Jahr",
    "until now",
    # names, and words that sound like it
    "Sunday Times",
    "USA Today",
    "Oberst Sonntag",
    "Man Friday",
    "Black Friday",
    "Guten Morgen",
    "Am Morgen kam er",
    "der Morgen danach",
    "der heute-journal-Sprecher",
    "in two years",
    "year after year",
    "in the coming weeks",
)


@pytest.mark.parametrize("text", NONE)
def test_what_is_not_counted_from_the_writing_is_none(text):
    assert read(text, THURSDAY) == []


def test_an_anniversary_of_a_day_is_not_that_day():
    assert read("seven years ago today", THURSDAY) == ["2016"]


def test_a_range_of_weekdays_is_two_days():
    assert read("from Monday to Wednesday", THURSDAY) == ["2023-12-25", "2023-12-27"]
    assert read("von Montag bis Mittwoch", THURSDAY) == ["2023-12-25", "2023-12-27"]


def test_what_kind_of_date_it_is():
    kinds = [
        (date.is_relative, date.is_weekday)
        for date in find_dates("On Monday, last Tuesday, yesterday, on 5 May")
    ]
    assert kinds == [(True, True), (True, False), (True, False), (False, False)]


COUNTED_FROM_ANOTHER = (
    ("On 3 May he came; the next morning he left.", "2022-05-03 2022-05-04"),
    ("On 3 May he came. Two days earlier he was well.", "2022-05-03 2022-05-01"),
    ("Am 3. Mai stürzte er. Am Tag zuvor hatte er geklagt.", "2022-05-03 2022-05-02"),
    ("Am 3. Mai stürzte er, tags darauf starb er.", "2022-05-03 2022-05-04"),
    ("Am 3. Mai 1992 begann es; in der Woche darauf endete es.", "1992-05-03 [1992-05-04..1992-05-10]"),
    ("In June 1998 he fled and came back later that year.", "1998-06 1998"),
    ("Am 3. Mai begann der Prozess. Am Mittwoch wird er enden.", "2022-05-03 2022-05-18"),
    ("1998 floh er, im Jahr darauf kam er zurück.", "1998 1999"),
    ("Im Vorjahr sank es, im Jahr davor stieg es.", "2021 2020"),
    ("Last year it fell, from a loss a year earlier.", "2021 2021"),
    ("In the third quarter of 2021 it rose, from a loss a year earlier.", "2021-35 2020-35"),
    ("In the year-earlier period it fell.", "2021"),
    ("In June 1998 he fled, and the next year he came back.", "1998-06 1999"),
    ("On 3 May he came; the following Monday he left.", "2022-05-03 2022-05-09"),
    ("On 3 May he came; the previous Friday he had called.", "2022-05-03 2022-04-29"),
    ("Am 3. Mai kam er, am darauffolgenden Montag ging er.", "2022-05-03 2022-05-09"),
    ("Am 3. Mai kam er. Am Freitag zuvor war er da, tags drauf nicht.", "2022-05-03 2022-04-29 2022-04-30"),
    (
        "Am 3. Mai kam er. In der ersten Woche ging er baden, der fünften Woche fehlte nichts.",
        "2022-05-03 [2022-05-02..2022-05-08] [2022-05-30..2022-06-05]",
    ),
    ("On 3 May he came, and in the second week he left.", "2022-05-03 [2022-05-09..2022-05-15]"),
    # of something, or from nothing, or too far away
    ("On 3 May he came; the second week of June he left.", "2022-05-03"),
    ("Am 3. Mai kam er und blieb bis zu der zweiten Woche der Ferien.", "2022-05-03"),
    ("In the second week he left; the following Monday was fine.", ""),
    ("The next morning he left.", ""),
    (f"On 3 May he came. {'It rained. ' * 40}The next morning he left.", "2022-05-03"),
    # the dateline is when it was written
    ("Neustadt, 14. Januar. Gestern brannte es.", "2022-01-14 2022-01-13"),
    ("Im Januar in Neustadt, 14. Januar. Gestern brannte es.", "2022-01 2022-01-14 2022-05-17"),
)


@pytest.mark.parametrize(("text", "expected"), COUNTED_FROM_ANOTHER)
def test_some_are_counted_from_the_date_before_them(text, expected):
    language = "de" if any(word in text for word in ("er,", "Am ", "Gestern", "floh", "davor")) else "en"
    dates = find_dates(text, language)
    assert " ".join(date.edtf(anchor_from("2022-05-18")) for date in dates) == expected


def test_however_many_are_counted_from_each_other_it_ends():
    dates = find_dates(f"On 3 May he came. {'The next day it rained. ' * 2_000}", "en")
    assert dates[-1].edtf(anchor_from("2022-05-18")) == "2022-06-21"


WHAT_COMES_IN = (
    ("They will meet in two weeks.", "[2022-05-30..2022-06-05]"),
    ("They met in two weeks.", ""),
    ("They will meet in two weeks of talks.", ""),
    ("In drei Tagen wird gewählt.", "2022-05-21"),
    ("In drei Tagen schrieb er es.", ""),
)


@pytest.mark.parametrize(("text", "expected"), WHAT_COMES_IN)
def test_in_so_many_days_is_a_date_where_it_is_to_come(text, expected):
    assert " ".join(read(text, "2022-05-18", "de" if "Tagen" in text else "en")) == expected


UNITS_IN_ONE_WORD = (
    ("Heuer sank die Zahl.", "2022"),
    ("im Vergleich zum Vorjahr", "2021"),
    ("im Vormonat waren es drei", "2022-04"),
    ("im letzten Quartal des Vorjahres", "2021-36"),
    ("in der Vorwoche", "[2022-05-09..2022-05-15]"),
    ("zum Jahresende", "2022"),
    ("gegen Jahresende", "2022"),
    ("by year-end", "2022"),
    ("this quarter", "2022-34"),
    ("the current year", "2022"),
    ("next quarter", "2022-35"),
    ("Ihr Schreiben vom 12. d. M.", "2022-05-12"),
    ("Ihr Schreiben vom 12. v. M.", "2022-04-12"),
    ("im Mai v. J.", "2021-05"),
    ("am nächsten Wochenende", "[2022-05-28..2022-05-29]"),
    ("vor rund zwei Jahren", "2020"),
    ("in den 20er Jahren", "192X"),
    ("Bis gestern fehlte er.", "2022-05-17"),
    ("Bis heute fehlt er.", "2022-05-18"),
    ("das Deutschland von morgen", ""),
    ("zum Jahresende 2020", "2020"),
    ("am Wochenende", "[2022-05-14..2022-05-15]"),
)


@pytest.mark.parametrize(("text", "expected"), UNITS_IN_ONE_WORD)
def test_a_unit_of_time_may_be_in_one_word(text, expected):
    language = "en" if any(word in text for word in ("year", "quarter")) else "de"
    dates = find_dates(text, language)
    assert " ".join(date.edtf(anchor_from("2022-05-18")) for date in dates) == expected


NAMES_BEFORE = (
    ("President Miller Saturday vowed to go.", ["Saturday"]),
    ("Earlier Friday, he left.", ["Friday"]),
    ("The Friday explosions", ["Friday"]),
    ("the Friday before", []),
    ("Oberst Sonntag kam", []),
)


@pytest.mark.parametrize(("text", "expected"), NAMES_BEFORE)
def test_english_names_a_weekday_right_after_a_name(text, expected):
    assert [date.quote for date in find_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("die gestrige Sitzung", "2022-05-17"),
        ("die morgige Sitzung", "2022-05-19"),
        ("in der heurigen Saison", "2022"),
        ("die diesjährige Ernte", "2022"),
        ("die vorjährige Ernte", "2021"),
        ("die zweijährige Lehre", ""),
    ],
)
def test_an_adjective_may_say_when(text, expected):
    assert " ".join(date.edtf(anchor_from("2022-05-18")) for date in find_dates(text, "de")) == expected
