"""Where translations stand: nothing of it is stored, all of it follows from the files."""

from dataclasses import replace

import pytest

from generator.content.history import EntryHistory
from generator.content.reviews import review_of
from generator.content.staleness import is_stale
from generator.content.translation_state import (
    Reviewed,
    declared_state,
    entry_state,
    is_date_by_editor,
    is_published_by_editor,
    reviewed,
    reviewer_of_all,
    segment_states,
    state_labels,
    translation_of,
    with_true_translator,
)
from generator.model import (
    Entry,
    Evidence,
    Language,
    Rendering,
    Segment,
    SegmentId,
    Translation,
    TranslationBy,
    TranslationState,
)
from tests.builders import entry, segment

DE, EN = Language("de"), Language("en")
ARGOS, EDITOR = TranslationBy.ARGOS, TranslationBy.EDITOR


def translated(
    source: str, target: str | None, by=ARGOS, reviewed=None, segment_by=None, language=DE
) -> Entry:
    translation = Translation(EN, by, reviewed_by=reviewed) if by else None
    return entry("e", (source, target, segment_by), language=language, translation=translation)


def state_of(now: Entry, baseline: Entry | None, target=EN) -> str:
    (state,) = segment_states(EntryHistory(now, baseline), target).values()
    return str(state)


MACHINE = translated("Eins", "One")
REVIEWED = translated("Eins", "One", reviewed="Ann")
RECORD = review_of(REVIEWED, "Ann")
AFTER_A_REVIEW = [
    ("nothing changed", REVIEWED, MACHINE, "reviewed"),
    ("markup changed", translated("*Eins*[^1]", "**One**", reviewed="Ann"), MACHINE, "reviewed"),
    ("translation changed", translated("Eins", "The first", reviewed="Ann"), MACHINE, "edited"),
    ("translated anew", translated("Eins", "Once", reviewed="Ann"), translated("Eins", "Once"), "machine"),
    ("source changed", translated("Zwei", "One", reviewed="Ann"), MACHINE, "stale"),
    (
        "source changed by a run",
        translated("Zwei", "One", reviewed="Ann"),
        translated("Zwei", "One"),
        "stale",
    ),
    ("both changed", translated("Zwei", "Two", reviewed="Ann"), MACHINE, "edited"),
    (
        "both changed by a run",
        translated("Zwei", "Two", reviewed="Ann"),
        translated("Zwei", "Two"),
        "machine",
    ),
    ("translation taken out", translated("Eins", None, reviewed="Ann"), MACHINE, "missing"),
    ("name taken out", MACHINE, MACHINE, "machine"),
    ("another name by hand", translated("Eins", "The first", reviewed="Bob"), MACHINE, "reviewed"),
    ("baseline lost", REVIEWED, None, "reviewed"),
    ("source changed, baseline lost", translated("Zwei", "One", reviewed="Ann"), None, "stale"),
]
TABLE = [
    ("as the engine wrote it", MACHINE, MACHINE, "machine"),
    ("as the engine wrote it, baseline lost", MACHINE, None, "machine"),
    ("changed by an editor", translated("Eins", "The first"), MACHINE, "edited"),
    ("source changed after it", translated("Zwei", "One"), MACHINE, "stale"),
    ("source and translation changed", translated("Zwei", "Two"), MACHINE, "edited"),
    ("translation taken out", translated("Eins", None), MACHINE, "missing"),
    ("no translation yet", translated("Eins", None, by=None), translated("Eins", None, by=None), "missing"),
    ("no translation, never generated", translated("Eins", None, by=None), None, "missing"),
    (
        "by hand where there was none",
        translated("Eins", "One", by=EDITOR),
        translated("Eins", None, by=None),
        "edited",
    ),
    ("by hand, never generated", translated("Eins", "One", by=EDITOR), None, "edited"),
    ("by hand, nothing said of who", translated("Eins", "One", by=None), None, "edited"),
    (
        "by hand, from the memory",
        translated("Eins", "One", EDITOR),
        translated("Eins", "One", EDITOR),
        "edited",
    ),
    (
        "by hand, source changed",
        translated("Zwei", "One", by=EDITOR),
        translated("Eins", "One", by=EDITOR),
        "stale",
    ),
    ("one paragraph by hand", translated("Eins", "One", segment_by=EDITOR), MACHINE, "edited"),
    ("one paragraph by machine", translated("Eins", "One", EDITOR, segment_by=ARGOS), None, "machine"),
    ("reviewed", translated("Eins", "One", reviewed="A. B."), MACHINE, "reviewed"),
    ("changed and reviewed", translated("Eins", "The first", reviewed="A. B."), MACHINE, "reviewed"),
    ("by hand and reviewed", translated("Eins", "One", by=EDITOR, reviewed="A. B."), None, "reviewed"),
    ("reviewed, source changed since", translated("Zwei", "One", reviewed="A. B."), MACHINE, "stale"),
    ("reviewed, translation missing", translated("Eins", None, reviewed="A. B."), MACHINE, "missing"),
    ("already in the target language", translated("One", None, by=None, language=EN), None, "none needed"),
    ("language that is not translated", translated("Un", None, by=None, language="fr"), None, "missing"),
]


@pytest.mark.parametrize(
    ("now", "baseline", "expected"), [row[1:] for row in TABLE], ids=[r[0] for r in TABLE]
)
def test_state(now, baseline, expected):
    assert state_of(now, baseline) == expected


@pytest.mark.parametrize(
    ("now", "baseline", "expected"), [row[1:] for row in AFTER_A_REVIEW], ids=[r[0] for r in AFTER_A_REVIEW]
)
def test_state_after_a_review_on_record(now, baseline, expected):
    (state,) = segment_states(EntryHistory(now, baseline, RECORD), EN).values()
    assert state == expected


def test_a_review_of_a_stale_translation_makes_it_reviewed():
    """A person found that the old translation fits the new source."""
    stale = translated("Zwei", "One", reviewed="Ann")
    assert state_of(stale, MACHINE) == "stale"
    assert segment_states(EntryHistory(stale, MACHINE, review_of(stale, "Ann")), EN) == {"s1": "reviewed"}


def test_the_table_has_every_state():
    assert {row[3] for row in TABLE} == set(TranslationState)


def test_what_is_readable_depends_on_the_target():
    assert state_of(translated("Eins", None, by=None), None, DE) == "none needed"
    assert state_of(translated("One", None, by=None, language=EN), None, DE) == "missing"


def test_a_paragraph_in_another_language_than_its_entry_is_judged_by_its_own():
    english = translated("One", None, by=None, language=EN)
    quoted = Segment(SegmentId("s2"), DE, "Zwei")
    now = replace(english, blocks=(*english.blocks, quoted))
    assert segment_states(EntryHistory(now, None), EN) == {"s1": "none needed", "s2": "missing"}


def test_a_stale_translation_is_marked_by_the_first_twelve_digits_of_its_hash():
    """As baselines store it: with another mark, it would be stale no more."""
    before = segment("Zwei", "Something else", attributes=("stale=8b12507783d5",))
    assert is_stale(segment("Zwei", "One"), before)
    assert not is_stale(segment("Zwei", "The first"), before)


def test_each_segment_has_its_own_state_by_its_id():
    def with_texts(*texts: tuple[str, str, str | None]) -> Entry:
        blocks = tuple(
            Segment(SegmentId(name), DE, text, rendering=Rendering(EN, other) if other else None)
            for name, text, other in texts
        )
        return entry("e", translation=Translation(EN, ARGOS), blocks=blocks)

    before = with_texts(("s1", "Eins", "One"), ("s2", "Zwei", "Two"), ("s3", "Drei", "Three"))
    now = with_texts(
        ("s3", "Drei", "Three!"), ("s1", "Eins", "One"), ("s2", "Zwo", "Two"), ("s9", "Neu", None)
    )
    assert segment_states(EntryHistory(now, before), EN) == {
        "s3": "edited",
        "s1": "machine",
        "s2": "stale",
        "s9": "missing",
    }


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["reviewed", "edited", "machine", "stale", "missing", "none needed"], "missing"),
        (["reviewed", "edited", "machine", "stale"], "stale"),
        (["reviewed", "edited", "machine"], "machine"),
        (["reviewed", "edited"], "edited"),
        (["reviewed", "none needed"], "reviewed"),
        (["none needed"], "none needed"),
        ([], "none needed"),
    ],
)
def test_an_entry_is_where_its_segment_most_in_need_of_work_is(states, expected):
    given = {SegmentId(f"s{n}"): TranslationState(state) for n, state in enumerate(states)}
    assert entry_state(given) == expected


def test_a_date_that_differs_from_what_the_evidence_led_to_is_an_editors():
    def dated(date: str) -> Entry:
        return replace(MACHINE, date=date, date_evidence=(Evidence("2023-06-06", "6. Juni 2023"),))

    assert is_date_by_editor(dated("2023-06-03"), dated("2023-06-06"))
    assert not is_date_by_editor(dated("2023-06-06"), dated("2023-06-06"))
    assert not is_date_by_editor(dated("2023-06-06"), None)


def test_where_a_day_of_publication_was_found_holds_for_that_day_alone():
    def published(day: str, found: str = "byline") -> Entry:
        return replace(MACHINE, source=replace(MACHINE.source, published=day, published_from=found))

    assert is_published_by_editor(published("2023-06-03"), published("2023-06-06"))
    assert not is_published_by_editor(published("2023-06-06"), published("2023-06-06"))
    assert not is_published_by_editor(published("2023-06-03", "the paper's archive"), published("2023-06-06"))
    assert not is_published_by_editor(published("2023-06-03"), None)


def test_a_translation_nobody_signed_is_an_editors():
    """Machine output is always signed, so what is not was written by hand."""
    assert translation_of(translated("Eins", "One", by=None)) == Translation(EN, EDITOR)
    assert translation_of(translated("Eins", None, by=None)) is None
    assert translation_of(MACHINE) == MACHINE.translation


BY_HAND = translated("Eins", "One", by=EDITOR)
DECLARED = [
    (MACHINE, "machine", "machine", None),
    (MACHINE, "edited", "machine", "edited by a person"),
    (MACHINE, "stale", "machine", "out of date: the source changed"),
    (MACHINE, "missing", "machine", "no translation"),
    (BY_HAND, "edited", "edited", None),
    (BY_HAND, "machine", "edited", "machine translation, not reviewed"),
    (REVIEWED, "reviewed", "reviewed", None),
    (REVIEWED, "machine", "machine", None),
    (REVIEWED, "edited", "machine", "edited by a person"),
    (MACHINE, "none needed", "machine", None),
    (translated("Eins", None, by=None), "missing", None, None),
]


@pytest.mark.parametrize(("one", "state", "declared", "label"), DECLARED)
def test_a_segment_says_what_the_entrys_head_does_not(one, state, declared, label):
    states = {SegmentId("s1"): TranslationState(state)}
    history = EntryHistory(one)
    assert declared_state(history, states) == declared
    assert state_labels(history, states).get(SegmentId("s1")) == label


def test_what_changed_since_a_review_is_told_by_segment():
    second = Segment(SegmentId("s2"), DE, "Zwei", rendering=Rendering(EN, "Two"))
    original = replace(REVIEWED, blocks=(*REVIEWED.blocks, second))
    now = replace(original, blocks=(original.blocks[0], replace(second, rendering=Rendering(EN, "Deux"))))
    history = EntryHistory(now, original, review_of(original, "Ann"))
    states = segment_states(history, EN)
    assert reviewed(history, states) == Reviewed("Ann", 1, ["s2"], [])
    assert reviewer_of_all(history, states) is None
    assert declared_state(history, states) == "reviewed"
    assert state_labels(history, states) == {"s2": "edited by a person"}
    assert reviewed(EntryHistory(MACHINE), {SegmentId("s1"): TranslationState.MACHINE}) is None


def test_what_was_never_reviewed_did_not_change_since():
    second = Segment(SegmentId("s2"), DE, "Zwei", rendering=Rendering(EN, "Two"))
    now = replace(REVIEWED, blocks=(*REVIEWED.blocks, second))
    history = EntryHistory(now, now, review_of(now, "Ann", {"s2"}))
    states = segment_states(history, EN)
    assert reviewed(history, states) == Reviewed("Ann", 1, [], ["s2"])
    assert reviewer_of_all(history, states) is None
    whole = EntryHistory(now, now, review_of(now, "Ann"))
    assert reviewer_of_all(whole, segment_states(whole, EN)) == "Ann"


@pytest.mark.parametrize(
    ("text", "by"), [("A dozen came. They trained there.", ARGOS), ("A dozen came. They drilled.", EDITOR)]
)
def test_a_translation_is_a_persons_once_every_sentence_is(text, by):
    made = translated("Zwölf kamen. Sie übten dort.", "Twelve came. They trained there.")
    now = translated("Zwölf kamen. Sie übten dort.", text)
    assert with_true_translator(EntryHistory(now, made)).translation.by is by
