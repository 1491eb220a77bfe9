"""Kinds of records and words for facts: an editor's choice, checked as a whole."""

import pytest

from generator.checks.suggest import Suggestion, guess_kind
from generator.model import Nature
from generator.topic import CONNECTS, DEFAULT_KINDS, read_topic


def test_without_settings_there_are_kinds_for_most_subjects():
    topic, problems = read_topic(None, None)
    assert problems == []
    assert list(topic.kinds) == "person body agreement event law decision place publication work".split()
    assert {kind.nature for kind in topic.kinds.values()} == set(Nature)


def test_a_kind_says_only_what_is_its_own():
    given = {
        "place": {},
        "voyage": {"nature": "event", "en": ["voyage", "voyages"], "connects": 0.5},
        "person": {"de": ["Mensch", "Menschen"]},
    }
    topic, problems = read_topic(given, {"sailed": ["segelte"]})
    assert problems == []
    assert list(topic.kinds) == ["place", "voyage", "person"]
    voyage = topic.kinds["voyage"]
    assert (voyage.nature, voyage.connects) == (Nature.EVENT, 0.5)
    assert (voyage.one("en"), voyage.several("en")) == ("voyage", "voyages")
    assert (voyage.one("de"), voyage.several("de")) == ("voyage", "voyage")
    assert topic.kinds["place"] == DEFAULT_KINDS["place"]
    person = topic.kinds["person"]
    assert (person.one("en"), person.several("de"), person.connects) == ("person", "Menschen", 0.4)
    assert topic.facts == {"sailed": ("segelte",)}


def test_a_kind_connects_as_its_nature_does():
    topic, _ = read_topic({"ship": {"nature": "thing"}}, None)
    assert topic.kinds["ship"].connects == CONNECTS[Nature.THING]


REFUSED = (
    ("ship", None, 'kinds must be a table such as {person = {}, voyage = {nature = "event"}}'),
    ({"ship": "thing"}, None, "kinds must be a table such as"),
    ({"ship": {}}, None, "kinds.ship lacks its nature (person, body, place, event, thing)"),
    ({"ship": {"nature": "boat"}}, None, "kinds.ship.nature must be one of: person, body"),
    ({"person": {"connects": 2}}, None, "kinds.person.connects must be a number from 0 to 1"),
    ({"person": {"connects": True}}, None, "kinds.person.connects must be a number from 0 to 1"),
    ({"person": {"english": ["a", "b"]}}, None, "kinds.person.english is neither a language code nor"),
    ({"person": {"en": ["person"]}}, None, "kinds.person.en must be words for one and for several"),
    ({"person": {"en": "person"}}, None, "kinds.person.en must be words for one and for several"),
    (None, ["signed"], "facts must be a table such as"),
    (None, {"signed": "unterzeichn"}, "facts.signed must be beginnings of words"),
    (None, {"signed": [""]}, "facts.signed must be beginnings of words"),
)


@pytest.mark.parametrize(("kinds", "facts", "problem"), REFUSED)
def test_what_is_wrong_is_said_with_its_key(kinds, facts, problem):
    _, problems = read_topic(kinds, facts)
    assert len(problems) == 1
    assert problems[0].startswith(problem)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Clean Water Act", "law"),
        ("Gesetz zum Schutz der Flüsse", "law"),
        ("Judgment of 3 May", "decision"),
        ("Report on Rivers", "publication"),
        ("Ministry of Rivers", "body"),
        ("River Treaty", "agreement"),
    ],
)
def test_a_names_own_words_tell_its_kind(name, kind):
    suggestion = Suggestion(name, (), ())
    guess = guess_kind(suggestion, DEFAULT_KINDS.values())
    assert guess
    assert guess[0].name == kind
