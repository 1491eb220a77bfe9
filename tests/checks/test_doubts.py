"""What readers are told of single translations: doubts of the checks, and the engine's own."""

from dataclasses import replace
from math import exp

import pytest

from generator.checks.doubts import find_confidences, find_doubts
from generator.checks.pairs import Knowledge
from generator.content.memory import Memory, Pair
from generator.model import (
    Entry,
    Language,
    SegmentId,
    Term,
    Translation,
    TranslationBy,
    TranslationState,
)
from generator.terms import TermBase
from tests.builders import entry

DE, EN = Language("de"), Language("en")
PACKAGE = "translate-de_en 1.3"
NOTHING = Knowledge()


def translated(source: str, target: str | None) -> Entry:
    return entry("e", (source, target), translation=Translation(EN, TranslationBy.ARGOS, PACKAGE))


def states(state: str) -> dict[SegmentId, TranslationState]:
    return {SegmentId("s1"): TranslationState(state)}


def found_doubts(one: Entry, of_segments: dict[SegmentId, TranslationState], knowledge: Knowledge):
    (doubts,) = find_doubts([(one, of_segments)], knowledge)
    return doubts


WRONG = translated("Es waren 29 Schiffe im Hafen.", "There were 27 ships in the port.")


@pytest.mark.parametrize("state", ["machine", "edited", "stale"])
def test_what_a_check_finds_is_told_whoever_translated(state):
    (doubt,) = found_doubts(WRONG, states(state), NOTHING)["s1"]
    assert doubt.startswith("numbers: “29” of the source is missing")


def test_nothing_is_told_of_what_a_person_reviewed_or_nobody_translated():
    assert found_doubts(WRONG, states("reviewed"), NOTHING) == {}
    assert found_doubts(translated("Es waren 29 Schiffe.", None), states("missing"), NOTHING) == {}


def test_a_good_translation_is_not_doubted():
    good = translated("Es waren 29 Schiffe im Hafen.", "There were 29 ships in the port.")
    assert found_doubts(good, states("machine"), NOTHING) == {}


def test_a_broken_term_is_told():
    term = Term({DE: ("Koordinierungspartnerschaft",), EN: ("partnership of coordination",)})
    one = translated(
        "Die Koordinierungspartnerschaft wird enger.", "The coordinating partnership is getting closer."
    )
    assert found_doubts(one, states("machine"), NOTHING) == {}
    (doubt,) = found_doubts(one, states("machine"), Knowledge(terms=TermBase([term])))["s1"]
    assert doubt.startswith("terms: ")


# The engine's own confidence

TWO = translated("Das ist der erste Satz. Das ist der zweite Satz.", "This is the first. This is the second.")
FIRST = Pair(DE, EN, "Das ist der erste Satz.", "This is the first.", TranslationBy.ARGOS, PACKAGE, -0.2)
SECOND = replace(FIRST, source="Das ist der zweite Satz.", target="This is the second.", score=-0.6)


def confidences(*pairs: Pair, state="machine"):
    return find_confidences(TWO, states(state), Memory(pairs))


def test_the_confidence_is_that_of_the_mean_score_of_its_sentences():
    one = confidences(FIRST, SECOND)["s1"]
    assert one.value == pytest.approx(exp(-0.4))
    assert one.package == PACKAGE


def test_a_confidence_is_never_above_one():
    assert confidences(replace(FIRST, score=0.5), replace(SECOND, score=0.5))["s1"].value == 1.0


def test_sentences_of_several_packages_are_of_none():
    assert confidences(FIRST, replace(SECOND, package="other 1.0"))["s1"].package is None


@pytest.mark.parametrize(
    "pairs",
    [
        (),
        (FIRST,),
        (FIRST, replace(SECOND, score=None)),
        (FIRST, replace(SECOND, by=TranslationBy.EDITOR, package=None)),
        (FIRST, replace(SECOND, target="Something else.")),
    ],
    ids=["no memory", "a sentence lacks", "no score", "a person's", "not what is shown"],
)
def test_where_it_is_not_known_there_is_none(pairs):
    assert confidences(*pairs) == {}


@pytest.mark.parametrize("state", ["edited", "reviewed", "stale"])
def test_what_is_not_as_the_machine_made_it_has_none(state):
    assert confidences(FIRST, SECOND, state=state) == {}


def test_doubts_about_several_entries_stay_apart():
    good = translated("Es waren 29 Schiffe im Hafen.", "There were 29 ships in the port.")
    untold = translated("Es waren 29 Schiffe.", None)
    given = [(one, states("machine")) for one in (good, WRONG, untold, good, WRONG)]
    assert [list(doubts) for doubts in find_doubts(given, NOTHING)] == [[], ["s1"], [], [], ["s1"]]
