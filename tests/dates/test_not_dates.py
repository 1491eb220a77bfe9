"""What looks like a date and is none."""

import pytest

from generator.dates.anchor import anchor_from
from generator.dates.find import find_dates
from generator.dates.not_dates import counts_something, not_dates

NONE = (
    "",
    # verbs, and names of people
    "It may rain, and you may go.",
    "The ships may, 20 in all, return.",
    "They march on. March on Berlin!",
    "they may 12 times a year",
    "They march 20 kilometres a day.",
    "the aircraft mar 10 km of coast",
    "General May and April Jones",
    "Oberst August Mai und Jan Juni",
    # years in names
    "the exercise Joint Sea 2021",
    "ZAPAD /INTERACTION-2021",
    "Peace Mission-2021",
    "die Agenda 2030",
    "Expo 2020, Euro 2024, Army-2023",
    # types and numbers of things
    "the 9M729 missile",
    "Su-35, T-14, Type 055, Boeing 737 MAX",
    "Sputnik International, 1920",
    "1920x1080",
    "Pressemitteilung Nr. 12/2022",
    "Resolution 2231 (2015)",
    "Drucksache 19/2022",
    "Kap. 3.4.2021",
    "Section 1992",
    "die 5. Sitzung im 20. Jahr",
    "the 75th anniversary",
    "23rd Dynasty",
    "10.12.20.23",
    "version 3.12.2023",
    "flight 1949",
    "at 1945 Massachusetts Avenue",
    # amounts and scores
    "won 2:1 after 90 minutes",
    "3/4 of them",
    "10.000 Menschen und 2.500,50 Euro",
    "2023 Menschen",
    "between 1900 and 2030 hours",
    "from 1990 to 2020 points",
    "for 2019 dollars",
    "the May 5.5 percent rise",
    "August 1,000 people",
    "Die Marine, 2,5 Prozent",
    "temperatures in the 90s",
    # addresses and telephones
    "+49 30 1234567",
    "Tel. 030 / 12 34 56",
    "call 2023-1228",
    "+74956456601",
    "https://example.org/2023/12/28/text-2021",
    "www.example.org/2021-11-25",
    "a.2021@example.org",
    "© 2019-2023 Site",
    "Copyright 2021",
    # no such days
    "31/02/2020",
    "31.02.2022",
    "30.2.2022",
    "32.01.2022",
    "13/13/2022",
    "1.2.3.2020",
    "2023-13-45",
    "9999-12-31",
    "2021/2022",
    # a day that has become a name
    "Straße des 17. Juni",
)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date_is_not_taken_for_one(text):
    assert find_dates(text) == []


@pytest.mark.parametrize(
    "text", ["der Bau von 1945 Häusern", "mit 2022 Teilnehmenden", "im Fall 2019", "Am Morgen des Tages"]
)
def test_what_is_no_date_in_german_is_not_taken_for_one(text):
    assert find_dates(text, "de") == []


STILL_DATES = (
    ("after the September 11, 2001, attacks", ["2001-09-11"]),
    ("beim Attentat vom 20. Juli 1944", ["1944-07-20"]),
    ("the attack of September 11", ["XXXX-09-11"]),
    ("Resolution 1718 of 2006", ["2006"]),
    ("Stand des Artikels: 26. Februar 2020", ["2020-02-26"]),
    ("in May 2021, section 12", ["2021-05"]),
    ("On March 9 2000 people came", ["XXXX-03-09"]),
    ("Joint Sea 2021 began on 14 October 2021", ["2021-10-14"]),
    ("Tel. 030 123456, 5. Mai 2022", ["2022-05-05"]),
    ("in 2018, 2000 people", ["2018"]),
    ("at 2015 hours on 5 May", ["XXXX-05-05"]),
)


@pytest.mark.parametrize(("text", "expected"), STILL_DATES)
def test_a_date_beside_it_is_one_still(text, expected):
    assert [date.gives for date in find_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing here.", []),
        ("see https://a.b/2021 and no. 2022", ["https://a.b/2021", "no. 2022"]),
    ],
)
def test_the_places_are_given_in_order(text, expected):
    assert [text[start:end] for start, end in not_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023 people", True),
        ("2023 Menschen", True),
        ("2023 to 2030 people", True),
        ("2023 oder 2030 Mann", True),
        ("2023%", True),
        ("2023 °C", True),
        ("2023 wurde", False),
        ("2023", False),
        ("2023. Menschen", False),
    ],
)
def test_a_number_may_count_what_follows(text, expected):
    assert counts_something(text, 4) is expected


def test_a_weekday_in_a_name_is_none():
    anchor = anchor_from("2023-12-28")
    text = "The Sunday Times wrote on Sunday that Black Friday is on Friday."
    assert [date.edtf(anchor) for date in find_dates(text)] == ["2023-12-24", "2023-12-22"]
