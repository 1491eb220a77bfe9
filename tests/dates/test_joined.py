"""Dates that share words: spans, and days listed under one month."""

import pytest

from generator.dates.find import find_dates


def found(text):
    return [(date.quote, date.gives) for date in find_dates(text)]


SPANS = (
    # days
    ("vom 14.–17. Oktober 2021", "14.–17. Oktober 2021", "2021-10-14/2021-10-17"),
    ("14. bis 17. Oktober 2021", "14. bis 17. Oktober 2021", "2021-10-14/2021-10-17"),
    (
        "14.10.2021 bis einschließlich 17.10.2021",
        "14.10.2021 bis einschließlich 17.10.2021",
        "2021-10-14/2021-10-17",
    ),
    ("14. bis einschl. 17. Oktober 2021", "14. bis einschl. 17. Oktober 2021", "2021-10-14/2021-10-17"),
    (
        "14 October up to and including 17 October 2021",
        "14 October up to and including 17 October 2021",
        "2021-10-14/2021-10-17",
    ),
    ("vom 14. bis zum 17. Oktober 2021", "14. bis zum 17. Oktober 2021", "2021-10-14/2021-10-17"),
    ("in der Nacht vom 3./4. März 2022", "3./4. März 2022", "2022-03-03/2022-03-04"),
    ("am 28.02./01.03.2022", "28.02./01.03.2022", "2022-02-28/2022-03-01"),
    ("vom 03.03.2022-05.03.2022", "03.03.2022-05.03.2022", "2022-03-03/2022-03-05"),
    ("vom 3.3. bis 5.3. tagten sie", "3.3. bis 5.3.", "XXXX-03-03/XXXX-03-05"),
    ("vom 28. Februar bis 3. März 2022", "28. Februar bis 3. März 2022", "2022-02-28/2022-03-03"),
    ("zwischen dem 3. und 5. März 2022", "3. und 5. März 2022", "2022-03-03/2022-03-05"),
    ("Oct 14-17, 2021", "Oct 14-17, 2021", "2021-10-14/2021-10-17"),
    ("October 14 to 17, 2021", "October 14 to 17, 2021", "2021-10-14/2021-10-17"),
    ("October 14th through 17th", "October 14th through 17th", "XXXX-10-14/XXXX-10-17"),
    ("between 14 and 17 October 2021", "14 and 17 October 2021", "2021-10-14/2021-10-17"),
    ("from the 5th to the 9th of June", "5th to the 9th of June", "XXXX-06-05/XXXX-06-09"),
    ("Feb 28-Mar 1, 2020", "Feb 28-Mar 1, 2020", "2020-02-28/2020-03-01"),
    ("Dec. 31, 2022-Jan. 2, 2023", "Dec. 31, 2022-Jan. 2, 2023", "2022-12-31/2023-01-02"),
    ("30 December 2022 to 2 January 2023", "30 December 2022 to 2 January 2023", "2022-12-30/2023-01-02"),
    ("between 5 and 10 December", "5 and 10 December", "XXXX-12-05/XXXX-12-10"),
    # months
    ("October to December 2021", "October to December 2021", "2021-10/2021-12"),
    ("Januar/Februar 2022", "Januar/Februar 2022", "2022-01/2022-02"),
    ("from October 2021 to May 2022", "October 2021 to May 2022", "2021-10/2022-05"),
    ("between March and May 2022", "March and May 2022", "2022-03/2022-05"),
    ("from October to December", "October to December", "XXXX-10/XXXX-12"),
    # years
    ("2018–2020", "2018–2020", "2018/2020"),
    (
        "between 24 February 2022, and 3 March 2024",
        "24 February 2022, and 3 March 2024",
        "2022-02-24/2024-03-03",
    ),
    ("from 2018 to 2020", "2018 to 2020", "2018/2020"),
    ("zwischen 2018 und 2020", "2018 und 2020", "2018/2020"),
    ("(1939-1945)", "1939-1945", "1939/1945"),
    ("from the 1980s to the 1990s", "1980s to the 1990s", "198X/199X"),
)


@pytest.mark.parametrize(("text", "quote", "gives"), SPANS)
def test_a_span_is_one_date(text, quote, gives):
    assert found(text) == [(quote, gives)]


LISTS = (
    ("on 14 and 15 December 2023", [("14", "2023-12-14"), ("15 December 2023", "2023-12-15")]),
    ("am 14. und 15. Dezember", [("14", "XXXX-12-14"), ("15. Dezember", "XXXX-12-15")]),
    ("on May 5 and 6, 2022", [("May 5", "2022-05-05"), ("6, 2022", "2022-05-06")]),
    ("5, 6 and 7 June", [("5", "XXXX-06-05"), ("6", "XXXX-06-06"), ("7 June", "XXXX-06-07")]),
    ("March 7 and July 3, 2022", [("March 7", "2022-03-07"), ("July 3, 2022", "2022-07-03")]),
    ("im März und April 2022", [("März", "2022-03"), ("April 2022", "2022-04")]),
    ("2018 und 2019 wurde", [("2018", "2018"), ("2019", "2019")]),
    ("in 2018 or 2019", [("2018", "2018"), ("2019", "2019")]),
    ("12-14 March and 5 May", [("12-14 March", "XXXX-03-12/XXXX-03-14"), ("5 May", "XXXX-05-05")]),
    # each end is a date of its own where an interval could not hold it
    ("from early May to late June 2022", [
        ("early May", "[2022-05-01..2022-05-10]"), ("late June 2022", "[2022-06-21..2022-06-30]")]),
    ("31 December 2022 and 1 January 2023", [
        ("31 December 2022", "2022-12-31"), ("1 January 2023", "2023-01-01")]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_list_is_as_many_dates(text, expected):
    assert found(text) == expected


APART = (
    # a comma alone joins nothing
    ("on 14, 15 December", ["XXXX-12-15"]),
    # what is counted is no day
    ("10 or 12 soldiers on 5 May", ["XXXX-05-05"]),
    ("5 to 10 percent in May", ["XXXX-05"]),
    ("32 and 5 May", ["XXXX-05-05"]),
    ("0 and 5 May", ["XXXX-05-05"]),
    ("won 2:1 and 5 May", ["XXXX-05-05"]),
    # an end before the beginning
    ("from 2020 to 2018", ["2020", "2018"]),
    ("from 17 to 14 October 2021", ["2021-10-17", "2021-10-14"]),
    ("from 2022 to the 1990s", ["2022", "199X"]),
    # too far apart, or not of one kind
    ("on 5 May the ships left; and in June", ["XXXX-05-05", "XXXX-06"]),
    ("from 5 May to June 2022", ["XXXX-05-05", "2022-06"]),
)


@pytest.mark.parametrize(("text", "expected"), APART)
def test_what_does_not_belong_together_is_not_joined(text, expected):
    assert [gives for _, gives in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am 16. und 17. sowie 23. und 24. Jänner 2022", "2022-01-16 2022-01-17 2022-01-23 2022-01-24"),
        ("am Freitag, 5., und Samstag, 6. März 2021", "2021-03-05 2021-03-06"),
        ("von Montag, 3., bis Freitag, 7. August 2020", "2020-08-03/2020-08-07"),
        ("in der Nacht vom 3. auf den 4. März 2022", "2022-03-03/2022-03-04"),
        ("im Jahr 2011 und 1700 im Vorjahr", "2011 XXXX"),
    ],
)
def test_lists_and_spans_may_have_their_weekdays(text, expected):
    assert " ".join(date.gives for date in find_dates(text, "de")) == expected
