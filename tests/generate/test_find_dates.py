"""Dates in running text: found as they are written, and nothing else taken for one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edtf import is_edtf
from generator.generate.dates.find import find_dates, find_weekdays, is_day_first

GERMAN = (
    ("am Nachmittag des 29. Januar eine", "29. Januar", "XXXX-01-29"),
    ("am 29. Januar 2026", "29. Januar 2026", "2026-01-29"),
    ("Mo., 14. März 2022", "14. März 2022", "2022-03-14"),
    ("14. Maerz 2022", "14. Maerz 2022", "2022-03-14"),
    ("am 5. Jänner 2020 in Wien", "5. Jänner 2020", "2020-01-05"),
    ("am 9. Mai", "9. Mai", "XXXX-05-09"),
    ("am 3. Okt. 1990", "3. Okt. 1990", "1990-10-03"),
    ("im März 2022", "März 2022", "2022-03"),
    ("seit Mai 2022", "Mai 2022", "2022-05"),
    ("Stand: 14.03.2022, 16:30 Uhr", "14.03.2022", "2022-03-14"),
    ("am 14. 3. 2022", "14. 3. 2022", "2022-03-14"),
    ("am 3.7.2022", "3.7.2022", "2022-07-03"),
    ("Am 29. Februar 2024", "29. Februar 2024", "2024-02-29"),
    ("jeden 29. Februar", "29. Februar", "XXXX-02-29"),
)
ENGLISH = (
    ("On December 28, 2023, at", "December 28, 2023", "2023-12-28"),
    ("on August 2, 2019", "August 2, 2019", "2019-08-02"),
    ("BEIJING, Nov. 25 -- The", "Nov. 25", "XXXX-11-25"),
    ("Sept. 5, 2021", "Sept. 5, 2021", "2021-09-05"),
    ("on 28 December 2023", "28 December 2023", "2023-12-28"),
    ("the 28th of December, 2023", "28th of December, 2023", "2023-12-28"),
    ("on the 1st of March", "1st of March", "XXXX-03-01"),
    ("the night of April 30th to", "April 30th", "XXXX-04-30"),
    ("On May 9 in Moscow", "May 9", "XXXX-05-09"),
    ("in March 2022", "March 2022", "2022-03"),
    ("from October 2021", "October 2021", "2021-10"),
    ("2023-12-28", "2023-12-28", "2023-12-28"),
    ("2023-12-28T12:47+0000", "2023-12-28T12:47+0000", "2023-12-28T12:47+00:00"),
    ("2023-12-28T12:47:10Z", "2023-12-28T12:47:10Z", "2023-12-28T12:47+00:00"),
    ("2023-12-28 12:47", "2023-12-28 12:47", "2023-12-28T12:47"),
    ("12:47 GMT 28.12.2023", "28.12.2023", "2023-12-28"),
    ("Distributed on 11/25/2021 03:59", "11/25/2021", "2021-11-25"),
    ("on 25/11/2021", "25/11/2021", "2021-11-25"),
    ("on 3/3/2022", "3/3/2022", "2022-03-03"),
)


@pytest.mark.parametrize(("text", "quote", "edtf"), [*GERMAN, *ENGLISH])
def test_a_date_is_found_as_it_stands_in_the_text(text, quote, edtf):
    (found,) = find_dates(text)
    assert (found.quote, found.edtf) == (quote, edtf)
    assert text[found.start :].startswith(quote)


TRAPS = (
    "It may rain, and you may go.",
    "The ships may, 20 in all, return.",
    "They march on. March on Berlin!",
    "the 9M729 missile",
    "the exercise Joint Sea 2021",
    "ZAPAD /INTERACTION-2021",
    "won 2:1 after 90 minutes",
    "Sputnik International, 1920",
    "1920x1080",
    "+49 30 1234567",
    "Tel. 030 / 12 34 56",
    "+74956456601",
    "3/4 of them",
    "31/02/2020",
    "31.02.2022",
    "30.2.2022",
    "32.01.2022",
    "13/13/2022",
    "1.2.3.2020",
    "10.000 Soldaten und 2.500,50 Euro",
    "2021/2022",
    "in 2021",
    "Pressemitteilung Nr. 12/2022",
    "die 5. Sitzung im 20. Jahr",
    "the 75th anniversary",
    "23rd Dynasty",
    "Oct 32, 2021",
    "the May 5.5 percent rise",
    "August 1,000 soldiers",
    "2023-13-45",
    "9999-12-31",
    "am Montag um 16 Uhr",
    "im Mai und im März",
    "Die Marine, 2,5 Prozent",
    "",
)


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_no_date_is_not_taken_for_one(text):
    assert find_dates(text) == []


@pytest.mark.parametrize(
    "text",
    ["they may 12 times a year", "They march 20 kilometres a day.", "the aircraft mar 10 km of coast"],
)
def test_a_verb_before_a_number_is_not_taken_for_a_month(text):
    """A month is written with a capital, in both languages."""
    assert find_dates(text) == []


@pytest.mark.parametrize("text", ["March 2-4, 2022", "March 2–4, 2022", "March 2 to 4, 2022"])
def test_a_year_behind_a_span_of_days_belongs_to_it(text):
    """Else the first day is given the year of the publication."""
    assert all(not date.edtf.startswith("XXXX") for date in find_dates(text))


def test_dates_are_found_in_text_order_and_none_twice():
    text = "Am 4. Mai 2022, am 2022-05-05, im Juni 2022 und am 7.7.2022"
    assert [date.edtf for date in find_dates(text)] == [
        "2022-05-04",
        "2022-05-05",
        "2022-06",
        "2022-07-07",
    ]


@pytest.mark.parametrize(
    ("day_first", "expected"), [(True, ["2022-07-03"]), (False, ["2022-03-07"]), (None, [])]
)
def test_a_date_that_reads_two_ways_needs_to_be_told_which(day_first, expected):
    assert [date.edtf for date in find_dates("on 03/07/2022", day_first)] == expected


@pytest.mark.parametrize("day_first", [True, False, None])
@pytest.mark.parametrize("text", ["11/25/2021", "25/11/2021"])
def test_a_date_that_reads_one_way_is_read_that_way(text, day_first):
    assert [date.edtf for date in find_dates(text, day_first)] == ["2021-11-25"]


@pytest.mark.parametrize("day_first", [True, False, None])
def test_dots_are_always_day_first(day_first):
    assert [date.edtf for date in find_dates("3.7.2022", day_first)] == ["2022-07-03"]


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
    (["03/07/2022 and 25/11/2021 in one line"], True),
)


@pytest.mark.parametrize(("texts", "expected"), ORDERS)
def test_a_documents_own_dates_tell_which_number_is_the_day(texts, expected):
    assert is_day_first(texts) is expected
    assert is_day_first(reversed(texts)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said on Thursday.", [("on Thursday", 3)]),
        ("On Monday and on Sunday", [("On Monday", 0), ("on Sunday", 6)]),
        ("am Montag in Wladiwostok", [("am Montag", 0)]),
        ("Am Sonnabend, am Samstag", [("Am Sonnabend", 5), ("am Samstag", 5)]),
        ("last Friday; Mondays; bis Dienstag; Freitag", [("last Friday", 4)]),
        ("am vergangenen Samstag", [("am vergangenen Samstag", 5)]),
        ("on Mondays", []),
    ],
)
def test_weekdays_are_found_where_something_happened_on_them(text, expected):
    assert list(find_weekdays(text)) == expected


PIECES = "1 2. 31 29. 13 2022 2022, May Mai March Feb. 02 / . - : 12:47 T Z of 1st , 1999 20"


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(PIECES.split()), max_size=12),
    st.sampled_from([" ", ""]),
    st.sampled_from([True, False, None]),
)
def test_whatever_is_found_is_edtf_and_a_part_of_the_text(parts, space, day_first):
    text = space.join(parts)
    end = 0
    for date in find_dates(text, day_first):
        assert is_edtf(date.edtf)
        assert date.quote in text
        assert end <= date.start < date.end <= len(text)
        end = date.end
