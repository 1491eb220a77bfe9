"""Dates and kinds in words, in both languages."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edtf import is_edtf
from generator.model import Kind, Language
from generator.wording import (
    date_in_words,
    has_wording,
    kind_in_words,
    month_name,
    supplied_title,
)

DATES = (
    ("2023-12-28", "28 December 2023", "28. Dezember 2023"),
    ("2023-01-01", "1 January 2023", "1. Januar 2023"),
    ("2022-03-14", "14 March 2022", "14. März 2022"),
    ("2023-12", "December 2023", "Dezember 2023"),
    ("2022-03", "March 2022", "März 2022"),
    ("2023", "2023", "2023"),
    ("202X", "2020s", "2020er Jahre"),
    ("2023-21", "spring 2023", "Frühjahr 2023"),
    ("2023-22", "summer 2023", "Sommer 2023"),
    ("2023-23", "autumn 2023", "Herbst 2023"),
    ("2023-24", "winter 2023", "Winter 2023"),
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
    (
        "2021-10-14/2021-10-17",
        "14 October 2021 to 17 October 2021",
        "14. Oktober 2021 bis 17. Oktober 2021",
    ),
    ("2021/2022", "2021 to 2022", "2021 bis 2022"),
    ("2021-10/2022", "October 2021 to 2022", "Oktober 2021 bis 2022"),
    ("2021-10-14/..", "since 14 October 2021", "seit 14. Oktober 2021"),
    ("2021-10-14/", "since 14 October 2021", "seit 14. Oktober 2021"),
    ("../2021-10", "until October 2021", "bis Oktober 2021"),
    ("/2021", "until 2021", "bis 2021"),
    ("2023~", "about 2023", "etwa 2023"),
    ("2023-12~", "about December 2023", "etwa Dezember 2023"),
    ("2023-12-28~", "about 28 December 2023", "etwa 28. Dezember 2023"),
    ("2023?", "2023 (uncertain)", "2023 (unsicher)"),
    ("2023-12?", "December 2023 (uncertain)", "Dezember 2023 (unsicher)"),
    ("XXXX-01-29", "29 January, year unknown", "29. Januar, Jahr unbekannt"),
    ("XXXX-02-29", "29 February, year unknown", "29. Februar, Jahr unbekannt"),
    ("2023-12-28T12:47+00:00", "28 December 2023, 12:47 UTC", "28. Dezember 2023, 12:47 UTC"),
    ("2023-12-28T12:47", "28 December 2023, 12:47", "28. Dezember 2023, 12:47"),
    ("2023-12-28T12:47+08:00", "28 December 2023, 12:47", "28. Dezember 2023, 12:47"),
    (None, "date unknown", "Datum unbekannt"),
    ("", "date unknown", "Datum unbekannt"),
)


@pytest.mark.parametrize(("date", "english", "german"), DATES)
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


@pytest.mark.parametrize("date", ["[2021,2023]", "{2021,2023}", "2023-XX", "20XX", "2023%"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_form_without_wording_is_shown_as_it_is_written(date, language):
    assert date_in_words(date, Language(language)) == date


@pytest.mark.parametrize("date", [date for date, _, _ in DATES])
def test_a_language_without_wording_gets_the_english(date):
    assert date_in_words(date, Language("pl")) == date_in_words(date)


@settings(deadline=None)
@given(st.text("0123456789-X~?/[]., T:", max_size=25), st.sampled_from(["en", "de", "pl"]))
def test_every_text_that_is_a_date_can_be_worded(text, language):
    if is_edtf(text):
        assert date_in_words(text, Language(language))


@pytest.mark.parametrize("date", ["XXXX-02-30", "XXXX-04-31", "2023-12-28T25:99"])
def test_every_oddity_that_passes_as_a_date_can_be_worded(date):
    """What an editor may write into front matter must not stop the site from being built."""
    assert not is_edtf(date) or date_in_words(date)


@settings(deadline=None)
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
    ("kind", "english", "german"),
    [
        (Kind.PRESS_CONFERENCE, "Press conference", "Pressekonferenz"),
        (Kind.PRESS_RELEASE, "Press release", "Pressemitteilung"),
        (Kind.ARTICLE, "Article", "Artikel"),
    ],
)
def test_a_kind_has_a_name_in_both_languages(kind, english, german):
    assert kind_in_words(kind) == kind_in_words(kind, Language("pl")) == english
    assert kind_in_words(kind, Language("de")) == german


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Press conference with Jiang Bin, 29 January 2026"),
        ("de", "Pressekonferenz mit Jiang Bin, 29. Januar 2026"),
        ("zh", "Press conference with Jiang Bin, 29 January 2026"),
    ],
)
def test_a_supplied_title_says_what_with_whom_and_when(language, expected):
    title = supplied_title(Kind.PRESS_CONFERENCE, "Jiang Bin", "2026-01-29", Language(language))
    assert title == expected


def test_wording_is_there_for_english_and_german():
    assert [has_wording(Language(code)) for code in ("en", "de", "pl", "")] == [
        True,
        True,
        False,
        False,
    ]
