"""What to look at first: what is missing or wrong, what the engine was unsure of, what is long."""

import pytest

from generator.checks.doubts import worst_first
from generator.checks.pairs import Knowledge
from generator.content.headline import TITLE
from generator.content.history import EntryHistory
from generator.content.memory import Memory, Pair
from generator.model import Language, Translation, TranslationBy, TranslationState
from tests.builders import entry, segments

DE, EN = Language("de"), Language("en")
MACHINE, EDITED = TranslationState.MACHINE, TranslationState.EDITED
GOOD = ("Das Schiff kam am Morgen in den Hafen.", "The ship came into the port in the morning.")
LOST = ("Das Schiff kam mit 30 Leuten in den Hafen.", "The ship came into the port in the morning.")
LONG = tuple(" ".join([text] * 4) for text in GOOD)


def doubts(*cases: tuple[tuple[str, str | None], TranslationState, float]) -> list[float]:
    """Each case is a text with its translation, its state, and the logarithm that the engine gave."""
    one = entry(
        "e",
        blocks=segments(*(texts for texts, _, _ in cases)),
        translation=Translation(EN, TranslationBy.ARGOS),
    )
    memory = Memory(
        Pair(DE, EN, source, target, TranslationBy.ARGOS, score=score)
        for (source, target), _, score in cases
        if target
    )
    states = {segment.id: state for segment, (_, state, _) in zip(one.segments, cases, strict=True)}
    states[TITLE] = TranslationState.NONE_NEEDED
    return [found.doubt for found in worst_first(EntryHistory(one), states, Knowledge(), memory)]


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        (((GOOD[0], None), TranslationState.MISSING, 0), (LOST, MACHINE, -0.3)),
        ((GOOD, TranslationState.STALE, -0.3), (GOOD, MACHINE, -0.3)),
        ((LOST, MACHINE, -0.3), (GOOD, MACHINE, -0.3)),
        ((GOOD, MACHINE, -0.9), (GOOD, MACHINE, -0.1)),
        ((LONG, MACHINE, -0.3), (GOOD, MACHINE, -0.3)),
        ((GOOD, MACHINE, -0.3), (GOOD, EDITED, -0.3)),
        ((LOST, EDITED, -0.3), (GOOD, MACHINE, -0.3)),
    ],
    ids=["missing", "stale", "a finding", "unsure", "longer", "by a machine", "a finding in a person's"],
)
def test_what_is_more_doubtful_comes_first(worse, better):
    assert doubts(worse)[0] > doubts(better)[0]


def test_what_is_reviewed_or_needs_no_translation_is_not_listed():
    assert doubts((GOOD, TranslationState.REVIEWED, 0), (GOOD, TranslationState.NONE_NEEDED, 0)) == []
