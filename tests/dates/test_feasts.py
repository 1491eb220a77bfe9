"""On which day a feast falls."""

import pytest

from generator.dates.calendar import feast_day
from generator.dates.find import find_dates
from generator.language.lexicons import LEXICONS

DAYS = (
    ("12-31", 2023, "2023-12-31"),
    ("easter+0", 2024, "2024-03-31"),
    ("easter+0", 2019, "2019-04-21"),
    ("easter+0", 1818, "1818-03-22"),
    ("easter+0", 2038, "2038-04-25"),
    ("easter-46", 2024, "2024-02-14"),
    ("easter+49", 2024, "2024-05-19"),
    ("11/4/3", 2023, "2023-11-23"),
    ("05/-1/0", 2023, "2023-05-29"),
)


@pytest.mark.parametrize(("rule", "year", "day"), DAYS)
def test_a_rule_gives_the_day(rule, year, day):
    assert feast_day(rule, year).isoformat() == day


def test_every_feast_of_every_language_has_a_day():
    for lexicon in LEXICONS.values():
        assert all(feast_day(rule, 2023) for rule in lexicon.calendar.feasts.values())


def test_another_rule_is_refused():
    with pytest.raises(ValueError, match="no rule"):
        feast_day("sometime", 2023)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Christmas Eve 2021", ["2021-12-24"]),
        ("am Ostermontag 2024", ["2024-04-01"]),
        ("It was held on Thanksgiving Day.", ["XXXX-XX-XX"]),
        ("It was held last Thanksgiving.", ["XXXX-XX-XX"]),
        ("They sold Christmas decorations", []),
        ("Es gibt an Silvester viel zu sehen", ["XXXX-XX-XX"]),
        ("the Good Friday Agreement", []),
    ],
)
def test_a_feast_is_a_date(text, expected):
    assert [date.gives for date in find_dates(text, "de" if "am " in text else "en")] == expected
