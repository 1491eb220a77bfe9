"""Dates named by their own words, in German and English: found as they stand, and read as they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.anchor import anchor_from
from generator.dates.edtf import is_edtf
from generator.dates.find import find_dates, is_day_first
from generator.dates.tense import Tense


def found(text, language=None, day_first=None):
    """Return what is found: its words, and what they alone tell."""
    return [(date.quote, date.gives) for date in find_dates(text, language, day_first)]


DAYS = (
    # German
    ("am Nachmittag des 29. Januar eine", "29. Januar", "XXXX-01-29"),
    ("am 29. Januar 2026", "29. Januar 2026", "2026-01-29"),
    ("14. Maerz 2022", "14. Maerz 2022", "2022-03-14"),
    ("Do, 14. Mär 2024", "14. Mär 2024", "2024-03-14"),
    ("am 5. Jänner 2020 in Wien", "5. Jänner 2020", "2020-01-05"),
    ("am 9. Mai", "9. Mai", "XXXX-05-09"),
    ("am 3. Okt. 1990", "3. Okt. 1990", "1990-10-03"),
    ("am 24.02.22 begann", "24.02.22", "2022-02-24"),
    ("am 9.5.45 endete", "9.5.45", "1945-05-09"),
    ("am 1.2.40", "1.2.40", "2040-02-01"),
    ("am 1.2.41", "1.2.41", "1941-02-01"),
    ("Stand: 14.03.2022, 16:30 Uhr", "14.03.2022", "2022-03-14"),
    ("am 14. 3. 2022", "14. 3. 2022", "2022-03-14"),
    ("am 3.7.2022", "3.7.2022", "2022-07-03"),
    ("am 3.7. sprach er", "3.7.", "XXXX-07-03"),
    ("(14.3.)", "14.3.", "XXXX-03-14"),
    # English
    ("On December 28, 2023, at", "December 28, 2023", "2023-12-28"),
    ("on August 2, 2019", "August 2, 2019", "2019-08-02"),
    ("BEIJING, Nov. 25 -- The", "Nov. 25", "XXXX-11-25"),
    ("Sept. 5, 2021", "Sept. 5, 2021", "2021-09-05"),
    ("on 28 December 2023", "28 December 2023", "2023-12-28"),
    ("the 28th of December, 2023", "28th of December, 2023", "2023-12-28"),
    ("on the 1st of March", "1st of March", "XXXX-03-01"),
    ("the night of April 30th to", "April 30th", "XXXX-04-30"),
    ("On May 9 in Moscow", "May 9", "XXXX-05-09"),
    ("signed 2 June 1997 treaty", "2 June 1997", "1997-06-02"),
    ("12-Mar-2022", "12-Mar-2022", "2022-03-12"),
    ("Tuesday, August 21st 2012 06:29", "Tuesday, August 21st 2012", "2012-08-21"),
    # a time of day behind a dash
    ("Friday, June 8, 2018 - 09:51 PM", "Friday, June 8, 2018", "2018-06-08"),
    ("June 8, 2018 - 9 PM", "June 8, 2018", "2018-06-08"),
    ("Freitag, 8. Juni 2018 – 21.51 Uhr", "Freitag, 8. Juni 2018", "2018-06-08"),
    ("June 8, 2018-19", "June 8", "XXXX-06-08"),
    ("8 June 2018 - 12 June 2018", "8 June 2018 - 12 June 2018", "2018-06-08/2018-06-12"),
    # Numbers
    ("2023-12-28", "2023-12-28", "2023-12-28"),
    ("2023/12/28", "2023/12/28", "2023-12-28"),
    ("2023.12.28", "2023.12.28", "2023-12-28"),
    ("2023-12-28T12:47+0000", "2023-12-28T12:47+0000", "2023-12-28T12:47+00:00"),
    ("2023-12-28T12:47:10Z", "2023-12-28T12:47:10Z", "2023-12-28T12:47+00:00"),
    ("2023-12-28 12:47", "2023-12-28 12:47", "2023-12-28T12:47"),
    ("2023-12-28 24:10", "2023-12-28 24:10", "2023-12-28"),
    ("12:47 GMT 28.12.2023", "28.12.2023", "2023-12-28"),
    ("Distributed on 11/25/2021 03:59", "11/25/2021", "2021-11-25"),
    ("on 25/11/2021", "25/11/2021", "2021-11-25"),
    ("on 25-11-2021", "25-11-2021", "2021-11-25"),
    ("on 3/3/2022", "3/3/2022", "2022-03-03"),
    ("on 03/07/2022", "03/07/2022", "[2022-03-07,2022-07-03]"),
    ("on 7/3/2022", "7/3/2022", "[2022-03-07,2022-07-03]"),
    # The weekday before it belongs to it.
    ("Mo., 14. März 2022", "14. März 2022", "2022-03-14"),
    ("Thursday, December 28, 2023", "Thursday, December 28, 2023", "2023-12-28"),
    ("am Donnerstag, dem 28. Dezember 2023", "Donnerstag, dem 28. Dezember 2023", "2023-12-28"),
    ("on Tuesday (Dec 26)", "Tuesday (Dec 26", "XXXX-12-26"),
    # Doubt
    ("about 5 May 2022", "about 5 May 2022", "2022-05-05~"),
    ("vermutlich am 5. Mai 2022", "vermutlich am 5. Mai 2022", "2022-05-05?"),
    ("about 2023-12-28T12:47", "about 2023-12-28T12:47", "2023-12-28~"),
)


@pytest.mark.parametrize(("text", "quote", "gives"), DAYS)
def test_a_day_is_found_as_it_stands_in_the_text(text, quote, gives):
    assert found(text) == [(quote, gives)]
    assert is_edtf(gives)


LEAP_DAYS = (
    ("Am 29. Februar 2024", [("29. Februar 2024", "2024-02-29")]),
    ("jeden 29. Februar", [("29. Februar", "XXXX-02-29")]),
    ("on 29 February 2000", [("29 February 2000", "2000-02-29")]),
    ("on 2024-02-29", [("2024-02-29", "2024-02-29")]),
    ("on 29/02/2024", [("29/02/2024", "2024-02-29")]),
    # Of a slip of the pen, the month stays.
    ("on 29 February 2023", [("February 2023", "2023-02")]),
    ("on 29 February 1900", [("February 1900", "1900-02")]),
    ("on 2023-02-29", []),
    ("am 29.02.2023", []),
    ("29 February and 1 March 2023", [("1 March 2023", "2023-03-01")]),
    ("from 29 February to 3 March 2023", [("3 March 2023", "2023-03-03")]),
    ("from 28 February to 3 March 2023", [("28 February to 3 March 2023", "2023-02-28/2023-03-03")]),
    ("28. bis 31. April 2023", [("April 2023", "2023-04")]),
    ("30, 31 and 29 April", [("30", "XXXX-04-30"), ("29 April", "XXXX-04-29")]),
)


@pytest.mark.parametrize(("text", "expected"), LEAP_DAYS)
def test_a_day_that_does_not_exist_is_none(text, expected):
    assert found(text) == expected


MONTHS_AND_YEARS = (
    ("im März 2022", [("März 2022", "2022-03")]),
    ("seit Mai 2022", [("Mai 2022", "2022-05")]),
    ("in March 2022", [("March 2022", "2022-03")]),
    ("from October, 2021 on", [("October, 2021", "2021-10")]),
    ("in March of 2022", [("March of 2022", "2022-03")]),
    ("im März des Jahres 2022", [("März des Jahres 2022", "2022-03")]),
    ("It beat 1996's record.", [("1996", "1996")]),
    # A month alone is one after a preposition only.
    ("im März", [("März", "XXXX-03")]),
    ("in May", [("May", "XXXX-05")]),
    ("since April", [("April", "XXXX-04")]),
    ("by the end of May", [("the end of May", "XXXX-05")]),
    ("mid-March", [("mid-March", "XXXX-03")]),
    ("last October", [("last October", "XXXX-10")]),
    ("May", []),
    ("May came", []),
    ("General May", []),
    ("Theresa May 2022", []),
    ("in May's cabinet", []),
    # A year alone is one where the words around it say so.
    ("in 2021", [("2021", "2021")]),
    ("im Jahr 2021", [("2021", "2021")]),
    ("since 2019", [("2019", "2019")]),
    ("the 2019 meeting", [("2019", "2019")]),
    ("(2018)", [("2018", "2018")]),
    ("2021 wurde er Minister", [("2021", "2021")]),
    ("in 2018, 2019 and 2020", [("2018", "2018"), ("2019", "2019"), ("2020", "2020")]),
    ("in 2018, 2019 people", [("2018", "2018")]),
    ("2021", []),
    ("the 2,021 men", []),
    ("in 1170", [("1170", "1170")]),
    ("had 1170 members", []),
    ("about 1950", [("about 1950", "1950~")]),
    ("um 1950", [("um 1950", "1950~")]),
    ("probably in 1950", [("probably in 1950", "1950?")]),
)


@pytest.mark.parametrize(("text", "expected"), MONTHS_AND_YEARS)
def test_a_month_or_year_needs_words_that_make_it_one(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ("Das Abkommen 2001 gilt.", ["2001"], []),
        ("im Fall 2019", [], ["2019-23"]),
    ],
)
def test_some_words_are_a_date_in_one_language_only(text, german, english):
    assert [gives for _, gives in found(text, "de")] == german
    assert [gives for _, gives in found(text, "en")] == english


PARTS_OF_YEARS = (
    ("in May of the year 2022", "2022-05"),
    ("early March 2022", "[2022-03-01..2022-03-10]"),
    ("Mitte März 2022", "[2022-03-11..2022-03-20]"),
    ("late February 2022", "[2022-02-21..2022-02-28]"),
    ("Ende Februar 2024", "[2024-02-21..2024-02-29]"),
    ("in 2022's final quarter", "2022-36"),
    ("the last quarter of 2022", "2022-36"),
    ("im letzten Quartal 2022", "2022-36"),
    ("at the beginning of 2022", "[2022-01..2022-04]"),
    ("Mitte 2022", "[2022-05..2022-08]"),
    ("Ende 2022", "[2022-09..2022-12]"),
    ("mid-2022", "[2022-05..2022-08]"),
    ("in spring 2022", "2022-21"),
    ("im Sommer 2022", "2022-22"),
    ("in the autumn of 2022", "2022-23"),
    ("in the fall of 2022", "2022-23"),
    ("im Winter 2022/23", "2022-24"),
    ("in the winter of 2022/23", "2022-24"),
    ("in the second quarter of 2022", "2022-34"),
    ("Q3 2022", "2022-35"),
    ("im vierten Quartal 2022", "2022-36"),
    ("in the first half of 2022", "2022-40"),
    ("im 2. Halbjahr 2022", "2022-41"),
    ("H1 2022", "2022-40"),
    ("in the 1990s", "199X"),
    ("in den 90er Jahren", "199X"),
    ("in den Neunzigern", "199X"),
    ("in den Neunzigerjahren", "199X"),
    ("in den 90erjahren", "199X"),
    ("in the early 1980s", "198X"),
    ("in the '60s", "196X"),
)


@pytest.mark.parametrize(("text", "gives"), PARTS_OF_YEARS)
def test_a_part_of_a_year_is_found(text, gives):
    assert [date.gives for date in find_dates(text, "de" if "m " in text[:3] else "en")] == [gives]


NOT_PARTS = (
    "the third half of 2022",
    "the last quarter of the game",
    "the Prague Spring",
    "Arabischer Frühling",
    "men in their 30s",
    "a spring in the desert",
    "H1N1",
    "Q1: What about it?",
)


@pytest.mark.parametrize("text", NOT_PARTS)
def test_what_only_sounds_like_a_part_of_a_year_is_none(text):
    assert [gives for _, gives in found(text) if "-" in gives or "X" in gives] == []


def test_places_hold_with_typographic_characters():
    text = "„Am\u00a05.\u202fMai\u00a02022“ – vom 14.–17.\u00a0Oktober 2021"
    (day, span) = find_dates(text)
    assert (day.quote, day.gives) == ("5.\u202fMai\u00a02022", "2022-05-05")
    assert (span.quote, span.gives) == ("14.–17.\u00a0Oktober 2021", "2021-10-14/2021-10-17")
    assert text[day.start : day.end] == day.quote


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It ends on 5 January. The rest", "5 January"),
        ("am 5. Januar. Danach", "5. Januar"),
        ("am 5. Jan. Danach", "5. Jan."),
        ("am 5. Mai. Danach", "5. Mai"),
    ],
)
def test_the_stop_of_a_sentence_is_no_part_of_the_date(text, quote):
    assert [date.quote for date in find_dates(text)] == [quote]


def test_dates_are_found_in_text_order_and_none_twice():
    text = "Am 4. Mai 2022, am 2022-05-05, im Juni 2022 und am 7.7.2022"
    assert [date.gives for date in find_dates(text)] == ["2022-05-04", "2022-05-05", "2022-06", "2022-07-07"]


YEAR_BESIDE = (
    ("In 2019, on 3 May, they met.", ["2019", "2019-05-03"]),
    ("Im Jahr 2019, am 3. Mai, trafen sie sich.", ["2019", "2019-05-03"]),
    ("Last year, on 3 May, they met.", ["2022", "2022-05-03"]),
    ("Voriges Jahr, am 3. Mai, trafen sie sich.", ["2022", "2022-05-03"]),
    ("In 2019, on Friday, 3 May, they met.", ["2019", "2019-05-03"]),
    ("Im Jahr 2019, am Freitag, dem 3. Mai, trafen sie sich.", ["2019", "2019-05-03"]),
    ("In 2019, in the spring, they met.", ["2019", "2019-21"]),
    ("1866, am 3. Mai, trafen sie sich.", ["1866-05-03"]),
    ("Ende 2019, im November, trafen sie sich.", ["[2019-09..2019-12]", "2019-11"]),
    ("Compared with 2019, in May they met.", ["2019", "2023-05"]),
    ("on 3 May of last year", ["2022-05-03"]),
    ("im Mai vergangenen Jahres", ["2022-05"]),
    ("in March next year", ["2024-03"]),
    ("im Oktober dieses Jahres", ["2023-10"]),
)


@pytest.mark.parametrize(("text", "expected"), YEAR_BESIDE)
def test_the_year_may_stand_beside_the_day(text, expected):
    """Else it would be given the year of the publication."""
    assert [date.edtf(anchor_from("2023-12-28")) for date in find_dates(text)] == expected


# Day and month in numbers


@pytest.mark.parametrize(
    ("day_first", "expected"),
    [(True, "2022-07-03"), (False, "2022-03-07"), (None, "[2022-03-07,2022-07-03]")],
)
def test_a_date_that_reads_two_ways_is_read_as_told_or_left_open(day_first, expected):
    (date,) = find_dates("on 03/07/2022", None, day_first)
    assert date.gives == expected
    assert date.is_ambiguous is (day_first is None)


@pytest.mark.parametrize("day_first", [True, False, None])
@pytest.mark.parametrize("text", ["11/25/2021", "25/11/2021"])
def test_a_date_that_reads_one_way_is_read_that_way(text, day_first):
    assert found(text, None, day_first) == [(text, "2021-11-25")]


@pytest.mark.parametrize("day_first", [True, False, None])
def test_dots_are_always_day_first(day_first):
    assert found("3.7.2022", None, day_first) == [("3.7.2022", "2022-07-03")]


ORDERS = (
    ([], None),
    (["no date"], None),
    (["03/07/2022"], None),
    (["3/3/2022"], None),
    (["25/11/2021"], True),
    (["11/25/2021"], False),
    (["03/07/2022", "25/11/2021"], True),
    (["03/07/2022", "11/25/2021"], False),
    (["25/11/2021", "11/25/2021"], None),
    (["03/07/2022", "on 3 July 2022"], True),
    (["03/07/2022", "am 3. Juli"], True),
    (["03/07/2022", "March 7"], False),
    (["03/07/2022", "on Thursday, 7 March 2022"], False),
    (["03/07/2022", "March 7", "July 3"], None),
    (["03/07/2022", "on 5 May 2022"], None),
    (["03/07/2022", "2022-07-03"], True),
    (["03/07/2022 and 25/11/2021 in one line"], True),
    (["Friday, 12/04/2019"], True),
    (["Friday, 12/04/2020"], False),
    (["Fri, 09/08/2024 - 13:54"], True),
    (["Fri., 09/04/2020"], False),
    (["Monday 07/03/17"], False),
    (["Mittwoch, 03/07/2024"], True),
    # on neither, on both, and where the word is none
    (["Thursday, 08/05/2026"], None),
    (["Thursday, 01/07/2010"], None),
    (["in the sun 03/07/2022"], None),
    (["Thursday 25/11/2021"], True),
    (["12/04/2019", "Friday, 12/04/2019"], True),
    (["Friday, 12/04/2019", "Friday, 12/04/2020"], None),
)


@pytest.mark.parametrize(("texts", "expected"), ORDERS)
def test_a_documents_own_dates_tell_which_number_is_the_day(texts, expected):
    assert is_day_first(texts) is expected
    assert is_day_first(reversed(texts)) is expected


def test_another_date_of_the_text_tells_which_number_is_the_day():
    assert [gives for _, gives in found("On 03/07/2022, 25/11/2021.")] == ["2022-07-03", "2021-11-25"]


# Whatever the text

PIECES = [
    *"""
    1 2. 31 29. 13 29 30 2022 2022, 1945 2020, May Mai March Feb. Februar Dec. 02 / . - – : , 12:47 T Z of 1st
    1999 20 ( ) und and to bis from vom early late mid Ende Anfang des im in on am the last next this letzte
    nächsten week Woche month Monats year Jahres Jahr ago vor zwei two 3 Monday Montag Donnerstag weekend
    spring Herbst winter Q3 H1 first zweites Halbjahr half 1990s about um probably yesterday gestern tomorrow
    since until seit will wird soldiers % 03/07/2022 28.02. 3./4. 2021-10-14 2018-2020 2021/22 '90s between
    zwischen 14. from now in days' time d. M. dieses of last week last year, next year
""".split(),
    *("of last week", "last year,", "next year", "am Wochenende"),
]
ANCHORS = [
    anchor_from(edtf)
    for edtf in (
        *(None, "2023-12-28", "2024-02-29", "2023-01-01", "2023-12-31", "2023", "2023-12", "2023/2025"),
        *(
            "[2023-12-18..2023-12-24]",
            "[2023-12-28..2024-01-03]",
            "1500",
            "8999-12-31",
            "[2022-03-07,2022-07-03]",
        ),
    )
]
SOUPS = st.tuples(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from([" ", ""])).map(
    lambda drawn: drawn[1].join(drawn[0])
)


def check(text, language, day_first):
    end = 0
    for date in find_dates(text, language, day_first):
        assert end <= date.start < date.end <= len(text)
        assert text[date.start : date.end] == date.quote
        end = date.end
        assert is_edtf(date.gives), date.gives
        for anchor in ANCHORS:
            assert is_edtf(date.edtf(anchor)), (date.edtf(anchor), anchor)


@given(SOUPS, st.sampled_from(["de", "en", None]), st.sampled_from([True, False, None]))
def test_whatever_is_found_is_edtf_and_a_part_of_the_text(text, language, day_first):
    check(text, language, day_first)


@given(st.text(max_size=200))
def test_no_text_is_too_odd(text):
    check(text, None, None)


@given(SOUPS)
def test_without_an_anchor_nothing_is_added_to_the_words(text):
    for date in find_dates(text):
        assert date.edtf(None) == date.gives


def test_the_tense_is_kept_with_the_date():
    past, planned = find_dates("He spoke on 5 May. She will speak on 6 May.")
    assert (past.tense, past.to_come, past.is_planned) == (Tense.PAST, False, False)
    assert (planned.tense, planned.to_come, planned.is_planned) == (Tense.FUTURE, True, True)


OLD_FORMS = (
    ("am 2. III. 1933", ["1933-03-02"]),
    ("am 12. XII. 1933", ["1933-12-12"]),
    ("am 2. XIII. 1933", []),
    ("section 3. IV. 2", []),
    ("Abschnitt 3. IV. 2 der Akte", []),
    ("the 3d of June, 1781", ["1781-06-03"]),
    ("June 2d, 1781", ["1781-06-02"]),
    ("den 13ten Junii 1875", ["1875-06-13"]),
    ("Anno 1875", ["1875"]),
    ("am 16 / 07 / 2021", ["2021-07-16"]),
    ("am 15. Juli 1410 siegten sie", ["1410-07-15"]),
    ("on June 15, 1215, it was sealed", ["1215-06-15"]),
    ("in the autumn of 1347 it was over", ["1347-23"]),
    ("Im Jahr 1347, am 15. Juli, siegten sie", ["1347", "1347-07-15"]),
    ("in May, 1200 flats were built", ["XXXX-05"]),
    ("on 5 May, 1130 GMT", ["XXXX-05-05"]),
    ("am28.12.2023um 12 Uhr", ["2023-12-28"]),
    ("IP28.12.20231", []),
)


@pytest.mark.parametrize(("text", "expected"), OLD_FORMS)
def test_forms_of_archives_and_run_together_stamps_are_found(text, expected):
    assert [gives for _, gives in found(text, "de")] == expected


GERMAN_YEARS = (
    ("das Abkommen 1938 galt nicht", ["1938"]),
    ("der Lehrer, 1958 geboren, kam", ["1958"]),
    ("(deutsch 1976)", ["1976"]),
    ('Beim "Salon der Köche 2013" siegte sie', ["2013"]),
    ("Verlag, Neustadt 1999, 155 S.", ["1999"]),
    ("Verlag, Neustadt 1999 155 S., geb.", ["1999"]),
    ("Jahrgang 1943, lebt in Kiel", ["1943"]),
    ("wurde 2000 gebaut", ["2000"]),
    # amounts, and things with a number
    ("kamen 1938 Leute", []),
    ("waren mehr als 1950 dort", []),
    ("das Modell 2000 ist neu", []),
    ("das Zimmer 1938 ist leer", []),
    ("im Format 1920 x 1080", []),
    ("nahm 1600 ein", []),
    ("nach 1450 Jahren", []),
)


@pytest.mark.parametrize(("text", "expected"), GERMAN_YEARS)
def test_german_names_a_year_without_a_preposition(text, expected):
    assert [gives for _, gives in found(text, "de")] == expected


PERIODS_ALONE = (
    ("Im dritten Quartal sank es.", ["2014-35"]),
    ("in der zweiten Jahreshälfte soll es steigen", ["2014-41"]),
    ("Third-quarter sales fell.", ["2014-35"]),
    ("in the fourth quarter of last year", ["2013-36"]),
    ("This year's first quarter was weak.", ["2014-33"]),
    ("In the first half, sales rose.", ["2014-40"]),
    ("in Q3 it fell", ["2014-35"]),
    ("Im Sommer wurde es verkauft.", ["2014-22"]),
    ("In August it rose; September was weak.", ["2014-08", "2014-09"]),
    ("The August accession was welcome.", ["2014-08"]),
    ("last November 9", ["2013-11-09"]),
    # a match, a question, every year's summer, a name
    ("In the first half, they scored twice.", []),
    ("Q3: What about it?", []),
    ("Im Sommer ist es heiß.", []),
    ("Jan Juni kam", []),
)


@pytest.mark.parametrize(("text", "expected"), PERIODS_ALONE)
def test_a_part_of_a_year_may_stand_alone(text, expected):
    language = "de" if any(word in f"{text} " for word in ("Im ", " der ", "kam ")) else "en"
    anchor = anchor_from("2014-10-20")
    assert [date.edtf(anchor) for date in find_dates(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sa., 23.1.", ["XXXX-01-23"]),
        ("von 5.5. bis 7.5.", ["XXXX-05-05/XXXX-05-07"]),
        ("in den 80er und 90er Jahren", ["198X", "199X"]),
        ("um im März 2018 zu gehen", ["2018-03"]),
        ("um das Jahr 1950", ["1950~"]),
        ("Version 5.5. von 2.1", []),
    ],
)
def test_what_stands_before_a_number_tells_what_it_is(text, expected):
    assert [gives for _, gives in found(text, "de")] == expected


def test_of_a_language_without_lexicon_only_days_in_figures_are_read():
    text = "Fondée en 1998, elle a signé le 14/03/2012 ; le 12 Mai 2013, fin. 2012-03-14T10:00Z"
    assert [date.quote for date in find_dates(text, "fr")] == ["14/03/2012", "2012-03-14T10:00Z"]


UNSTOPPED = (
    ("Am 24.12 um 18 Uhr", ["24.12"]),
    ("das Fest am 3.5, bei Regen", ["3.5"]),
    ("am 3.5 Prozent", []),
    ("am 3.5 Millionen teuren Bau", []),
    ("am 2.4 GHz Band", []),
    ("am 24.13 um 18 Uhr", []),
    ("am 2.4-GHz-Band", []),
    ("im 3.5 Satz", []),
)


@pytest.mark.parametrize(("text", "quotes"), UNSTOPPED)
def test_the_stop_behind_the_month_may_be_missing(text, quotes):
    assert [date.quote for date in find_dates(text, "de")] == quotes
