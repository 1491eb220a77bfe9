"""Dates in words, in both languages."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.edtf import is_edtf
from generator.dates.wording import date_below_year, date_in_words, month_name
from generator.model import ENGLISH, GERMAN, Language
from tests.dates.test_edtf import CHRONOLOGY, RANGES

LANGUAGES = (ENGLISH, GERMAN)
DATES = (
    ("2023-12-28", "28 December 2023", "28. Dezember 2023"),
    ("2023-01-01", "1 January 2023", "1. Januar 2023"),
    ("2022-03-14", "14 March 2022", "14. März 2022"),
    ("2023-12", "December 2023", "Dezember 2023"),
    ("2022-03", "March 2022", "März 2022"),
    ("2023", "2023", "2023"),
    ("202X", "2020s", "2020er Jahre"),
    ("199X", "1990s", "1990er Jahre"),
    ("20XX", "21st century", "21. Jahrhundert"),
    ("10XX", "11th century", "11. Jahrhundert"),
    ("19XX", "20th century", "20. Jahrhundert"),
    ("2XXX", "3rd millennium", "3. Jahrtausend"),
    ("2023-12-XX", "a day in December 2023", "ein Tag im Dezember 2023"),
    ("2023-XX", "a month in 2023", "ein Monat im Jahr 2023"),
    ("2023-XX-XX", "a day in 2023", "ein Tag im Jahr 2023"),
    ("2023-XX-28", "28th of a month in 2023", "28. eines Monats im Jahr 2023"),
    ("2023-21", "spring 2023", "Frühjahr 2023"),
    ("2023-22", "summer 2023", "Sommer 2023"),
    ("2023-23", "autumn 2023", "Herbst 2023"),
    ("2023-24", "winter 2023", "Winter 2023"),
    ("2023-24~", "about winter 2023", "etwa Winter 2023"),
    ("2023-25", "spring 2023 (northern hemisphere)", "Frühjahr 2023 (Nordhalbkugel)"),
    ("2023-32", "winter 2023 (southern hemisphere)", "Winter 2023 (Südhalbkugel)"),
    ("2022-33", "first quarter of 2022", "1. Quartal 2022"),
    ("2022-34", "second quarter of 2022", "2. Quartal 2022"),
    ("2022-35", "third quarter of 2022", "3. Quartal 2022"),
    ("2022-36", "fourth quarter of 2022", "4. Quartal 2022"),
    ("2022-39", "last third of 2022", "3. Jahresdrittel 2022"),
    ("2022-40", "first half of 2022", "1. Halbjahr 2022"),
    ("2022-41", "second half of 2022", "2. Halbjahr 2022"),
    ("2022-33/2022-34", "first quarter to second quarter of 2022", "1. Quartal bis 2. Quartal 2022"),
    ("[2023-12-18..2023-12-24]", "week of 18 December 2023", "Woche vom 18. Dezember 2023"),
    ("[2023-12-25..2023-12-31]", "week of 25 December 2023", "Woche vom 25. Dezember 2023"),
    # From Tuesday to Monday is no calendar week.
    (
        "[2023-12-19..2023-12-25]",
        "a day between 19 December 2023 and 25 December 2023",
        "ein Tag zwischen 19. Dezember 2023 und 25. Dezember 2023",
    ),
    (
        "[2023-12-18..2023-12-20]",
        "a day between 18 December 2023 and 20 December 2023",
        "ein Tag zwischen 18. Dezember 2023 und 20. Dezember 2023",
    ),
    ("2021-10-14/2021-10-17", "14–17 October 2021", "14.–17. Oktober 2021"),
    ("2021-10-14/2021-10-14", "14 October 2021", "14. Oktober 2021"),
    ("2022-02-28/2022-03-03", "28 February – 3 March 2022", "28. Februar – 3. März 2022"),
    (
        "2022-12-28/2023-01-03",
        "28 December 2022 to 3 January 2023",
        "28. Dezember 2022 bis 3. Januar 2023",
    ),
    ("2021-10/2021-12", "October to December 2021", "Oktober bis Dezember 2021"),
    ("2021-10/2022-03", "October 2021 to March 2022", "Oktober 2021 bis März 2022"),
    ("2021-21/2021-23", "spring to autumn 2021", "Frühjahr bis Herbst 2021"),
    ("2018/2020", "2018 to 2020", "2018 bis 2020"),
    ("2021/2022", "2021 to 2022", "2021 bis 2022"),
    ("2021-10/2022", "October 2021 to 2022", "Oktober 2021 bis 2022"),
    ("2021-10-14/..", "since 14 October 2021", "seit 14. Oktober 2021"),
    ("2021-10-14/", "from 14 October 2021, end unknown", "ab 14. Oktober 2021, Ende unbekannt"),
    ("2019/", "from 2019, end unknown", "ab 2019, Ende unbekannt"),
    ("2019/XXXX", "from 2019, end unknown", "ab 2019, Ende unbekannt"),
    ("../2021-10", "until October 2021", "bis Oktober 2021"),
    ("/2021", "until 2021, start unknown", "bis 2021, Anfang unbekannt"),
    ("2023~", "about 2023", "um 2023"),
    ("2023-12~", "about December 2023", "etwa Dezember 2023"),
    ("2023-12-28~", "about 28 December 2023", "etwa 28. Dezember 2023"),
    ("2023?", "2023 (uncertain)", "2023 (unsicher)"),
    ("2023-12?", "December 2023 (uncertain)", "Dezember 2023 (unsicher)"),
    ("2023%", "about 2023 (uncertain)", "um 2023 (unsicher)"),
    ("2023-12%", "about December 2023 (uncertain)", "etwa Dezember 2023 (unsicher)"),
    ("2023-12~-28", "about 28 December 2023", "etwa 28. Dezember 2023"),
    ("2023-?12", "December 2023 (uncertain)", "Dezember 2023 (unsicher)"),
    ("2023-12-28T12:47+00:00", "28 December 2023, 12:47 UTC", "28. Dezember 2023, 12:47 UTC"),
    ("2023-12-28T12:47Z", "28 December 2023, 12:47 UTC", "28. Dezember 2023, 12:47 UTC"),
    ("2023-12-28T12:47", "28 December 2023, 12:47", "28. Dezember 2023, 12:47"),
    ("2023-12-28T12:47+08:00", "28 December 2023, 12:47", "28. Dezember 2023, 12:47"),
    (None, "date unknown", "Datum unbekannt"),
    ("", "date unknown", "Datum unbekannt"),
)

WITHIN = (
    ("[2022-03-01..2022-03-10]", "early March 2022", "Anfang März 2022"),
    ("[2022-03-11..2022-03-20]", "mid-March 2022", "Mitte März 2022"),
    ("[2022-03-21..2022-03-31]", "late March 2022", "Ende März 2022"),
    ("[2022-04-21..2022-04-30]", "late April 2022", "Ende April 2022"),
    ("[2022-02-21..2022-02-28]", "late February 2022", "Ende Februar 2022"),
    ("[2024-02-21..2024-02-29]", "late February 2024", "Ende Februar 2024"),
    # It lacks the last day of a leap year's February.
    (
        "[2024-02-21..2024-02-28]",
        "a day between 21 February 2024 and 28 February 2024",
        "ein Tag zwischen 21. Februar 2024 und 28. Februar 2024",
    ),
    ("[2022-01..2022-04]", "early 2022", "Anfang 2022"),
    ("[2022-05..2022-08]", "mid-2022", "Mitte 2022"),
    ("[2022-09..2022-12]", "late 2022", "Ende 2022"),
    ("[2022-02..2022-04]", "between February 2022 and April 2022", "zwischen Februar 2022 und April 2022"),
    ("[2018..2020]", "between 2018 and 2020", "zwischen 2018 und 2020"),
)
SETS = (
    ("[2022-03-07,2022-07-03]", "7 March 2022 or 3 July 2022", "7. März 2022 oder 3. Juli 2022"),
    ("[2021,2023]", "2021 or 2023", "2021 oder 2023"),
    ("[2021, 2023]", "2021 or 2023", "2021 oder 2023"),
    ("[2018,2019,2021]", "2018, 2019 or 2021", "2018, 2019 oder 2021"),
    ("[2018,2020..2022]", "2018 or between 2020 and 2022", "2018 oder zwischen 2020 und 2022"),
    ("[1950~,1960?]", "about 1950 or 1960 (uncertain)", "etwa 1950 oder 1960 (unsicher)"),
    ("[..2020]", "2020 or earlier", "2020 oder früher"),
    ("[2020-12..]", "December 2020 or later", "Dezember 2020 oder später"),
    ("{2018,2019}", "2018 and 2019", "2018 und 2019"),
    ("{2018..2020}", "2018 to 2020", "2018 bis 2020"),
    ("{2018,2020..2022}", "2018 and 2020 to 2022", "2018 und 2020 bis 2022"),
    ("{2021-10-14..2021-10-17,2022}", "14–17 October 2021 and 2022", "14.–17. Oktober 2021 und 2022"),
    ("{..2020}", "2020 and earlier", "2020 und früher"),
    ("{2020..}", "2020 and later", "2020 und später"),
)
WITHOUT_YEAR = (
    ("XXXX", "year unknown", "Jahr unbekannt"),
    ("XXXX~", "year unknown", "Jahr unbekannt"),
    ("XXXX-XX", "month unknown", "Monat unbekannt"),
    ("XXXX-XX-XX", "day unknown", "Tag unbekannt"),
    ("XXXX/XXXX", "date unknown", "Datum unbekannt"),
    ("XXXX-01-29", "29 January, year unknown", "29. Januar, Jahr unbekannt"),
    ("XXXX-02-29", "29 February, year unknown", "29. Februar, Jahr unbekannt"),
    ("XXXX-01-29T12:47", "29 January, year unknown, 12:47", "29. Januar, Jahr unbekannt, 12:47"),
    ("XXXX-12", "December, year unknown", "Dezember, Jahr unbekannt"),
    ("XXXX-12~", "about December, year unknown", "etwa Dezember, Jahr unbekannt"),
    ("XXXX-12-XX", "a day in December, year unknown", "ein Tag im Dezember, Jahr unbekannt"),
    ("XXXX-XX-28", "28th of a month, year unknown", "28. eines Monats, Jahr unbekannt"),
    ("XXXX-24", "winter, year unknown", "Winter, Jahr unbekannt"),
    ("XXXX-33", "first quarter, year unknown", "1. Quartal, Jahr unbekannt"),
    ("XXXX-10-14/XXXX-10-17", "14–17 October, year unknown", "14.–17. Oktober, Jahr unbekannt"),
    (
        "XXXX-12-28/XXXX-01-03",
        "28 December – 3 January, year unknown",
        "28. Dezember – 3. Januar, Jahr unbekannt",
    ),
    ("XXXX-10/XXXX-12", "October to December, year unknown", "Oktober bis Dezember, Jahr unbekannt"),
    ("XXXX-10-14/..", "since 14 October, year unknown", "seit 14. Oktober, Jahr unbekannt"),
    # Seven days are a week: which weekday they begin with depends on the year.
    (
        "[XXXX-12-18..XXXX-12-24]",
        "week of 18 December, year unknown",
        "Woche vom 18. Dezember, Jahr unbekannt",
    ),
    (
        "[XXXX-12-28..XXXX-01-03]",
        "week of 28 December, year unknown",
        "Woche vom 28. Dezember, Jahr unbekannt",
    ),
    ("[XXXX-03-01..XXXX-03-10]", "early March, year unknown", "Anfang März, Jahr unbekannt"),
    ("[XXXX-02-21..XXXX-02-28]", "late February, year unknown", "Ende Februar, Jahr unbekannt"),
    ("[XXXX-02-21..XXXX-02-29]", "late February, year unknown", "Ende Februar, Jahr unbekannt"),
    ("[XXXX-01..XXXX-04]", "early in the year, year unknown", "Anfang des Jahres, Jahr unbekannt"),
    (
        "[XXXX-12-01,XXXX-12-03]",
        "1 December or 3 December, year unknown",
        "1. Dezember oder 3. Dezember, Jahr unbekannt",
    ),
    (
        "XXXX-10-14/2021-10-17",
        "14 October to 17 October 2021, one year unknown",
        "14. Oktober bis 17. Oktober 2021, ein Jahr unbekannt",
    ),
)


@pytest.mark.parametrize(("date", "english", "german"), [*DATES, *WITHIN, *SETS, *WITHOUT_YEAR])
def test_a_date_reads_as_people_write_it(date, english, german):
    assert date_in_words(date) == english
    assert date_in_words(date, Language("en")) == english
    assert date_in_words(date, Language("de")) == german


APPROXIMATE_ENDS = (
    ("2020~/2021~", "about 2020 to about 2021", "etwa 2020 bis etwa 2021"),
    ("2020/2021~", "2020 to about 2021", "2020 bis etwa 2021"),
    ("2020~/2021", "about 2020 to 2021", "etwa 2020 bis 2021"),
    ("2020/2021?", "2020 to 2021 (uncertain)", "2020 bis 2021 (unsicher)"),
)


@pytest.mark.parametrize(("date", "english", "german"), APPROXIMATE_ENDS)
def test_doubt_about_an_end_of_an_interval_stays_with_that_end(date, english, german):
    assert date_in_words(date) == english
    assert date_in_words(date, Language("de")) == german


@pytest.mark.parametrize("date", ["[..2023]", "[2023..]", "[..2023-12-03]"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_an_open_choice_is_not_called_unknown(date, language):
    """The day is unknown on one side only; the other is what the reader is told."""
    assert date_in_words(None, Language(language)) not in date_in_words(date, Language(language))
    assert "2023" in date_in_words(date, Language(language))


WITHOUT_WORDING = ("1X99", "156X-12-25", "1X99~", "156X-12-25?", "19X5")
NO_DATES = ("unknown", "2023-02-30", "28.12.2023", "2023-12-28T25:99", "[2020", "<b>")


@pytest.mark.parametrize("date", [*WITHOUT_WORDING, *NO_DATES])
@pytest.mark.parametrize("language", ["en", "de"])
def test_what_has_no_wording_is_shown_as_it_is_written(date, language):
    assert date_in_words(date, Language(language)) == date


@pytest.mark.parametrize("date", [date for date, _, _ in DATES])
def test_a_language_without_wording_gets_the_english(date):
    assert date_in_words(date, Language("pl")) == date_in_words(date)


@given(st.text("0123456789-X~?%/[]{}., T:", max_size=25), st.sampled_from(["en", "de", "pl"]))
def test_every_text_that_is_a_date_can_be_worded(text, language):
    if is_edtf(text):
        assert date_in_words(text, Language(language))


@pytest.mark.parametrize("date", ["XXXX-02-30", "XXXX-04-31", "2023-12-28T25:99"])
def test_every_oddity_that_passes_as_a_date_can_be_worded(date):
    """What an editor may write into front matter must not stop the site from being built."""
    assert not is_edtf(date) or date_in_words(date)


def test_in_a_language_that_babel_does_not_speak_months_have_their_english_names():
    assert month_name(5, Language("ty")) == "May"
    assert date_in_words("2022-05-03", Language("ty")) == "3 May 2022"


@given(CHRONOLOGY)
def test_no_notation_is_left_in_the_words(date):
    for language in LANGUAGES:
        words = date_in_words(date, language)
        assert words
        assert words == words.strip()
        assert not [sign for sign in ("X", "[", "]", "{", "}", "..", "~", "%", "?", "/") if sign in words]


@given(RANGES)
def test_what_lasted_is_worded_unlike_what_happened_once_within(ends):
    start, end = ends
    for language in LANGUAGES:
        lasted, once = f"{start}/{end}", f"[{start}..{end}]"
        assert start == end or date_in_words(lasted, language) != date_in_words(once, language)


@given(CHRONOLOGY)
def test_that_the_year_is_missing_is_said_once_however_many_dates_lack_it(date):
    if "XXXX" in date:
        assert date_in_words(date).count("unknown") == 1
        assert date_in_words(date, Language("de")).count("unbekannt") == 1


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_day_in_words_names_its_month_and_its_numbers(day):
    for language in (Language("en"), Language("de")):
        words = date_in_words(day.isoformat(), language)
        assert month_name(day.month, language) in words
        assert words.startswith(str(day.day))
        assert words.endswith(str(day.year))


def test_the_months_have_names_in_both_languages():
    assert [month_name(number) for number in (1, 3, 5, 12)] == ["January", "March", "May", "December"]
    german = [month_name(number, Language("de")) for number in (1, 3, 5, 12)]
    assert german == ["Januar", "März", "Mai", "Dezember"]


@pytest.mark.parametrize(
    ("date", "english", "german"),
    [
        ("2024-33", "first quarter", "1. Quartal"),
        (
            "2024-33/2024-34",
            "first quarter to second quarter of 2024",
            "1. Quartal bis 2. Quartal 2024",
        ),
        ("2024-21~", "about spring", "etwa Frühjahr"),
        ("2024-XX-06", "6th of a month", "6. eines Monats"),
        ("2024-XX", "a month in 2024", "ein Monat im Jahr 2024"),
        ("2024-05", "May", "Mai"),
        ("2024-05-06/2024-05-07", "6–7 May", "6.–7. Mai"),
    ],
)
def test_below_its_year_a_date_is_whole_without_it(date, english, german):
    assert (date_below_year(date), date_below_year(date, GERMAN)) == (english, german)
