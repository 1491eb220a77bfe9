"""What only one of several reports of an event tells."""

from dataclasses import replace

import pytest

from generator.content.library import load_entries, load_records
from generator.links.differences import Difference, find_differences
from generator.model import Entry, Role, Slug
from generator.names.index import NameIndex
from generator.names.mentions import find_mentions
from tests import kinds
from tests.builders import DE, EN, event
from tests.conftest import ROOT
from tests.links.chronicle import entry, mentions_of

TRUST = "The military is ready to deepen its trust with the neighbour and to hold patrols at sea."
TRUST_TOO = "Deeper trust with the neighbour and further patrols at sea are wanted, the military says."
REEF = "Two vessels of the coast guard were driven away from a reef in the early morning."
TREATY = "Withdrawal from the Treaty of Friendship had harmed the balance, it was noted."


def differences(*entries: Entry) -> dict[str, Difference]:
    return find_differences(entries, mentions_of({one.slug: one for one in entries}), EN)


def passages(*entries: Entry) -> dict[str, tuple[str, ...]]:
    return {slug: found.passages for slug, found in differences(*entries).items()}


@pytest.mark.usefixtures("first_chronology")
def test_the_passage_on_the_inf_treaty_is_only_in_003():
    """The real pair: 003 has four paragraphs, the treaty and two dates that 004 lacks."""
    entries, _ = load_entries(ROOT / "content")
    records, _ = load_records(ROOT / "content", kinds.PROJECT)
    index = NameIndex(records)
    group = [one for one in entries.values() if one.source.seed[:3] in ("003", "004")]
    found = find_differences(group, {e.slug: find_mentions(e, index) for e in group}, EN)
    by_seed = {one.source.seed[:3]: found[one.slug] for one in group}
    assert by_seed["003"].passages == ("s7", "s8", "s9", "s10")
    assert "inf-treaty" in by_seed["003"].records
    assert [one.date for one in by_seed["003"].events] == ["2019-02-02", "2019-08-02"]
    assert by_seed["004"].passages == ()
    assert "inf-treaty" not in by_seed["004"].records


def test_a_passage_without_a_counterpart_is_only_here():
    assert passages(entry("a", TRUST, REEF), entry("b", TRUST_TOO)) == {"a": ("s2",), "b": ()}


def test_a_counterpart_may_stand_anywhere_and_in_any_of_the_others():
    group = (
        entry("a", TRUST, REEF),
        entry("b", "Something else was told at length.", TRUST_TOO),
        entry("c", REEF),
    )
    assert passages(*group) == {"a": (), "b": ("s1",), "c": ()}


def test_a_short_passage_within_a_longer_one_has_its_counterpart():
    long = f"{TRUST} {REEF} {TREATY}"
    assert passages(entry("a", long), entry("b", REEF))["b"] == ()


def test_a_passage_of_a_few_words_is_not_compared():
    assert passages(entry("a", "He said so.", TRUST), entry("b", TRUST_TOO)) == {"a": (), "b": ()}


def test_captions_and_headings_are_not_compared():
    one = entry("a", TRUST, REEF)
    for role in (Role.CAPTION, Role.HEADING):
        blocks = (one.blocks[0], replace(one.blocks[1], role=role))
        assert passages(replace(one, blocks=blocks), entry("b", TRUST_TOO))["a"] == ()


def test_a_translation_is_compared_in_the_sites_language():
    german = entry("a", ("Vertrauen.", TRUST), ("Boote.", REEF), language=DE)
    assert passages(german, entry("b", TRUST_TOO)) == {"a": ("s2",), "b": ()}


def test_reports_in_one_other_language_are_compared_in_it():
    text = "Das Militär will mehr Vertrauen zum Nachbarn und Patrouillen auf See."
    other = "Zwei Boote der Küstenwache wurden am frühen Morgen vom Riff vertrieben."
    group = entry("a", text, other, language=DE), entry("b", text, language=DE)
    assert passages(*group) == {"a": ("s2",), "b": ()}


def test_without_a_common_language_passages_are_not_compared():
    german = entry("a", "Das Militär will mehr Vertrauen zum Nachbarn.", language=DE)
    found = differences(german, entry("b", TRUST))
    assert [(one.passages, one.compared) for one in found.values()] == [((), False), ((), False)]


def test_a_third_report_in_a_common_language_is_enough_to_compare():
    german = entry("a", "Das Militär will mehr Vertrauen zum Nachbarn.", language=DE)
    found = differences(german, entry("b", TRUST, REEF), entry("c", TRUST_TOO))
    assert {slug: (one.passages, one.compared) for slug, one in found.items()} == {
        "a": ((), False),
        "b": (("s2",), True),
        "c": ((), True),
    }


def test_records_only_one_names_are_in_the_order_of_the_text():
    one = entry("a", "Wu Qian on Zapad.", "The Treaty of Friendship and Dong Jun in Beijing.")
    other = entry("b", "Wu Qian.", title="Zapad ends")
    found = differences(one, other)
    assert found["a"].records == ("treaty", "dong", "peking")
    assert found["b"].records == ()


def test_a_date_only_one_gives_is_its_own():
    dated = entry(
        "a",
        "Text.",
        date="2023-12-28",
        events=(
            event("2019-02-02", "Suspended"),
            event("2023-12-28", "Happening"),
            event("2023-12-14", "Flown"),
            event("XXXX-05-01", "Paraded"),
        ),
    )
    other = entry("b", "Text.", date="2023-12-28", events=(event("2023-12-14", "Geflogen"),))
    found = differences(dated, other)
    assert [one.title for one in found["a"].events] == ["Suspended"]
    assert found["b"].events == ()


@pytest.mark.parametrize(
    ("difference", "expected"),
    [
        (Difference(), False),
        (Difference(compared=False), False),
        (Difference(records=(Slug("a"),)), True),
        (Difference(events=(event("2019", "x"),)), True),
        (Difference(passages=("s1",)), True),
    ],
)
def test_a_difference_is_something_or_nothing(difference, expected):
    assert bool(difference) is expected


def test_equal_reports_differ_in_nothing():
    assert not any(differences(entry("a", TRUST, REEF), entry("b", TRUST, REEF)).values())
