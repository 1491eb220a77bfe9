"""Whatever the texts hold: no check raises, the answer is the same twice, and it comes in linear time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.pairs import CHECKS, Finding, PairText, check_pair
from generator.checks.pairs.counterparts import counterparts
from generator.checks.pairs.hearsay import HEARSAY
from generator.model import Language, Severity
from tests.checks.pairs.broken import BAD
from tests.checks.pairs.good import GOOD
from tests.checks.pairs.test_check_pair import DE, EN, KNOWLEDGE
from tests.effort import filled, is_linear

LANGUAGES = st.sampled_from([Language(code) for code in ("de", "en", "zh", "fr", "")])
PIECES = st.sampled_from(
    [
        *(word for pair in GOOD for text in pair for word in text.split()),
        "„",
        "“",
        '"',
        "(",
        "]",
        "1.",
        "²",
        "Ⅻ",
    ]
)
TEXTS = st.text() | st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join)
SENTENCE = "Am 27. Januar führte Dong Jun ein Gespräch, nicht mit Beloussow. "


@given(TEXTS, TEXTS, LANGUAGES, LANGUAGES)
def test_it_never_raises_and_says_the_same_twice(source, target, source_language, target_language):
    pair = PairText(source, target, source_language, target_language)
    findings = check_pair(pair, KNOWLEDGE)
    assert findings == check_pair(pair, KNOWLEDGE)
    assert all(isinstance(finding, Finding) and finding.problem and finding.remedy for finding in findings)


@given(TEXTS, LANGUAGES)
def test_a_text_in_one_language_is_its_own_translation(text, language):
    if not any(char.isalnum() for char in text):
        return
    findings = check_pair(PairText(text, text, language, language), KNOWLEDGE)
    # What is odd about the text itself stays odd: another language.
    assert {finding.check for finding in findings} <= {"language", "name spelling"}


REPEATED = (
    *(
        "a",
        "1",
        "1.",
        "1,000",
        "1 000 ",
        "A ",
        "(",
        ")",
        "[(",
        '"',
        "„",
        "'a' ",
        "@",
        "a@",
        "a.",
        "-",
        "{",
    ),
    *(
        "<a",
        "__a",
        "%(",
        "http://",
        "www.",
        "29. ",
        "und 9. ",
        "9. bis ",
        "August 9 to ",
        "Mai ",
        "nicht ",
    ),
    *(
        "not ",
        "don't ",
        "Dong ",
        "zwei",
        "einund",
        "two hundred and ",
        "? ",
        "a: ",
        "A: ",
        "戰",
        "\n",
        "5 km ",
        "Er zahlt 12. ",
    ),
    SENTENCE,
)


@pytest.mark.parametrize("piece", REPEATED)
def test_the_effort_grows_with_the_text_and_not_with_its_square(piece):
    def check(size: int) -> None:
        text = filled(piece, size)
        check_pair(PairText(text, text[:-1] + "x", DE, EN), KNOWLEDGE)
        check_pair(PairText(text, "x y", EN, DE), KNOWLEDGE)
        check_pair(PairText(text, f"{text} y", DE, EN), KNOWLEDGE)

    assert is_linear(check, 2_000, 8_000)


def test_so_does_it_where_no_word_has_a_counterpart():
    def check(size: int) -> None:
        counterparts(filled("Haus Baum Wasser ", size), filled("xanadu yucca zither ", size))

    assert is_linear(check, 2_000, 8_000)


def test_a_long_text_of_what_is_to_be_is_looked_at():
    """Nothing is timed: looking from each "soll" to the end would not end here."""
    assert not list(HEARSAY(PairText("Er soll ihn sehen " * 100_000, "He sees", DE, EN), KNOWLEDGE))


def test_a_long_text_of_anything_is_checked():
    """Nothing is timed: what tries quadratically many ways would not end here."""
    text = "".join(filled(piece, 2_000) for piece in REPEATED)
    check_pair(PairText(text, text[:-1] + "x", DE, EN), KNOWLEDGE)


def test_a_long_text_is_checked():
    text = SENTENCE * (100_000 // len(SENTENCE))
    found = check_pair(PairText(text, text.replace("27", "28"), DE, EN), KNOWLEDGE)
    assert {"untranslated", "dates", "negation"} <= {finding.check for finding in found}
    assert len(found) < 2 * len(CHECKS)


def test_names_are_told_apart():
    names = [check.name for check in CHECKS]
    assert len(set(names)) == len(names)
    assert all(isinstance(check.severity, Severity) and check.remedy for check in CHECKS)


def test_every_check_has_a_broken_pair_of_its_own():
    assert {check.name for check in CHECKS} - {names for *_, names in BAD} == set()
