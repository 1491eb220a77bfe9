"""A date is found by its day, month and year, and by day and month of any year."""

import pytest

from generator.publish.search.texts import day_words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2023-12-28", {"2023-12-28", "--12-28", "2023-12", "--12", "2023"}),
        ("2023-12-28T12:47+00:00", {"2023-12-28", "--12-28", "2023-12", "--12", "2023"}),
        ("2023-12", {"2023-12", "--12", "2023"}),
        ("2023", {"2023"}),
        ("2023~", {"2023"}),
        ("XXXX-12-28", set()),
        (None, set()),
    ],
)
def test_words_of_a_date(date, words):
    found = set(day_words(date))
    assert {word for word in found if len(word) < 8 or (date and len(date) > 7)} >= words
    assert bool(found) == bool(words)


def test_a_span_is_found_by_each_of_its_days():
    found = set(day_words("2021-10-30/2021-11-02"))
    assert {"2021-10-30", "2021-10-31", "2021-11-01", "2021-11-02", "2021-10", "2021-11", "2021"} <= found
    assert "2021-11-03" not in found
    assert "2021-10-29" not in found


def test_a_long_span_is_found_by_less():
    assert set(day_words("1990/1999")) == {str(year) for year in range(1990, 2000)}
    assert "--02-29" not in set(day_words("2019/2020"))
    assert {"2019-01", "2020-12"} <= set(day_words("2019/2020"))
    assert list(day_words("1000/1999")) == []


def test_an_open_end_is_no_thousand_years():
    assert len(list(day_words("2019/.."))) < 5
