"""Events that records date, or make known to the day; and those of the first chronology."""

import pytest

from generator.content.library import load_records
from generator.generate.prepare import prepare, seed_tables
from generator.language.markup import plain
from generator.model import Event
from generator.settings import load_settings
from tests import kinds
from tests.conftest import ROOT
from tests.generate.event_runs import check, dates, events


def test_a_vague_date_beside_a_known_one_is_sharpened():
    (event,) = events("It follows a joint air patrol in December.")
    assert event == Event("2023-12-14", "It follows a joint air patrol", segment="s1", record="patrol")


SHARPENED = (
    ("It follows a joint air patrol two weeks ago.", ["2023-12-14"]),
    ("It follows a joint air patrol last week.", ["[2023-12-18..2023-12-24]"]),
    ("It follows a joint air patrol in November.", ["2023-11"]),
    ("It follows a joint air patrol on 20 December.", ["2023-12-20"]),
    ("It follows a joint sea patrol last week.", ["[2023-12-18..2023-12-24]"]),
    ("It followed a joint air patrol last year.", ["2022"]),
)


@pytest.mark.parametrize(("text", "expected"), SHARPENED)
def test_only_one_known_day_within_it_sharpens_a_date(text, expected):
    assert dates(text) == expected


def test_a_name_that_holds_its_year_is_dated_by_its_record():
    (event,) = events("The two sides held the drill Joint Sea 2021 and parted.")
    assert (event.date, event.record, event.announced) == ("2021-10-14/2021-10-17", "sea", False)
    assert "Joint Sea 2021" in event.title


@pytest.mark.parametrize(
    "text",
    [
        "They held Army Games 2021.",  # two days are known
        "They spoke of Plan 2030.",  # the year is no day of it
        "They held a joint air patrol.",  # no year in the name
        "They held Joint Sea 2019.",
    ],
)
def test_other_names_are_not_dated_by_their_record(text):
    assert events(text) == ()


def test_such_a_name_counts_once():
    assert dates("They held Joint Sea 2021.", "Joint Sea 2021 was large.") == ["2021-10-14/2021-10-17"]


def test_such_a_name_is_announced_before_its_day():
    (event,) = events("They will hold Joint Sea 2021.", date="2021-09-01", written="2021-09-01")
    assert event.announced


SEEDS = {
    "000_7ccac468cad1dfe3.txt": [("2026-01-27", "Videogespräch", False)],
    "001_d46b8b9bb079dfb7.txt": [
        ("2023-12-14", "joint air patrol", False),
        ("2019", "last round of talks", False),
        ("2018", "previous round", False),
        ("2024", "75th anniversary", True),
    ],
    "002_a7580d7afffd993a.txt": [
        ("2021-09", "Peace Mission 2021", False),
        ("2021-11-23", "Wei Fenghe held talks via video link with Sergei Shoigu", False),
        ("2021-08-09/2021-08-13", "ZAPAD /INTERACTION-2021", False),
        ("2021-10-14/2021-10-17", "Joint Sea 2021", False),
        ("2021-08-22/2021-09-04", "International Army Games 2021", False),
    ],
    "003_2d15c040de0b7007.txt": [
        ("2023-12", "Putin described", False),
        ("2019-02-02", "suspended its obligations", False),
        ("2019-08-02", "expiration of the INF Treaty", False),
    ],
    "004_463dc4cbf172e28c.txt": [("2023-12-14", "Putin at an annual press conference", False)],
}


@pytest.mark.usefixtures("first_chronology")
@pytest.mark.parametrize("name", SEEDS)
def test_the_events_of_the_real_seeds(name):
    records, _ = load_records(ROOT / "content", kinds.PROJECT)
    (draft,) = prepare([ROOT / "seeds" / name], seed_tables(load_settings(ROOT), records))
    texts = {segment.id: plain(segment.text) for segment in draft.segments}
    assert [(event.date, event.announced) for event in draft.entry.events] == [
        (date, announced) for date, _, announced in SEEDS[name]
    ]
    for event, (_, words, _) in zip(draft.entry.events, SEEDS[name], strict=True):
        assert words in event.title
        check(event, texts[event.segment])
