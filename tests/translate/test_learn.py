"""What is learnt from editors: only what a person wrote, by sentence or by paragraph."""

from dataclasses import replace

import pytest
import yaml

from generator.content.history import EntryHistory
from generator.content.memory import Memory, Pair
from generator.content.reviews import Review, review_of
from generator.model import (
    Entry,
    Language,
    Prose,
    Source,
    Translation,
    TranslationBy,
)
from generator.translate.learn import learn
from tests.builders import entry, segments
from tests.eval.sentences import PAIRS

DE, EN = Language("de"), Language("en")
ARGOS, EDITOR = TranslationBy.ARGOS, TranslationBy.EDITOR


def translated(*texts: tuple, by: TranslationBy | None = ARGOS) -> Entry:
    """Texts are (text, translation, who); a note of the editor stands after each."""
    blocks = tuple(block for one in segments(*texts) for block in (one, Prose("A note.")))
    return entry("e", blocks=blocks, translation=Translation(EN, by) if by else None)


def pairs_of(now: Entry, baseline: Entry | None = None, review: Review | None = None) -> list[Pair]:
    return list(learn(Memory(), [EntryHistory(now, baseline, review)]).memory.pairs.values())


def learnt(now: Entry, baseline: Entry | None = None) -> list[tuple[str, str]]:
    pairs = pairs_of(now, baseline)
    assert all((p.source_language, p.target_language) == (DE, EN) for p in pairs)
    assert all(p.by is EDITOR and p.package is None for p in pairs)
    return [(p.source, p.target) for p in pairs]


MACHINE = translated(("Eins ist da. Zwei kommt.", "One is there. Two comes."), ("Drei geht.", "Three goes."))


@pytest.mark.parametrize(
    ("now", "baseline", "expected"),
    [
        (MACHINE, MACHINE, []),
        (MACHINE, None, []),
        (
            translated(
                ("Eins ist da. Zwei kommt.", "One is here. Two comes."), ("Drei geht.", "Three goes.")
            ),
            MACHINE,
            [("Eins ist da.", "One is here.")],
        ),
        (translated(("Eins.", "One."), by=EDITOR), None, [("Eins.", "One.")]),
        (translated(("Eins.", "One."), by=EDITOR), translated(("Eins.", None), by=None), [("Eins.", "One.")]),
        (translated(("Eins.", "One.", EDITOR), ("Zwei.", "Two.")), None, [("Eins.", "One.")]),
        (translated(("Eins.", "One.", ARGOS), ("Zwei.", "Two."), by=EDITOR), None, [("Zwei.", "Two.")]),
        (translated(("Eins ist da.", "Three goes.", EDITOR), ("Drei geht.", None)), MACHINE, []),
        (
            translated(("Eins ist da.", "Three leaves."), ("Drei geht.", None)),
            MACHINE,
            [("Eins ist da.", "Three leaves.")],
        ),
        (translated(("Eins.", None), by=EDITOR), None, []),
        (translated(("Eins.", "One."), by=None), None, [("Eins.", "One.")]),
        (translated(("Eins.", "One."), by=None), translated(("Eins.", "One.")), []),
    ],
    ids=[
        "as the machine wrote it",
        "baseline lost",
        "changed",
        "by hand, never generated",
        "by hand where there was none",
        "one paragraph by hand",
        "one paragraph by machine",
        "moved below another",
        "written anew below another",
        "nothing translated",
        "by hand, and nothing said of who translated",
        "nothing said any more of who translated",
    ],
)
def test_only_what_a_person_wrote_is_learnt(now, baseline, expected):
    assert sorted(learnt(now, baseline)) == sorted(expected)


def test_as_many_sentences_on_both_sides_are_paired_one_to_one():
    now = translated(("Eins ist da. Zwei kommt. Drei geht.", "One is. Two comes. Three goes."), by=EDITOR)
    assert learnt(now) == [
        ("Eins ist da.", "One is."),
        ("Zwei kommt.", "Two comes."),
        ("Drei geht.", "Three goes."),
    ]


def test_else_the_paragraph_is_one_pair():
    now = translated(("Eins ist da. Zwei kommt.", "One is there and two comes."), by=EDITOR)
    assert learnt(now) == [("Eins ist da. Zwei kommt.", "One is there and two comes.")]


DRILL = (
    "Das Schiff lief am 3. Mai aus. Es hatte zwölf Offiziere an Bord, und alle kamen aus Lübeck. Im Hafen "
    "wartete niemand. Am Abend meldete der Kapitän einen Schaden. Er kehrte um.",
    "The ship set sail on 3 May. It had twelve officers on board. All of them came from Lübeck. Nobody was "
    "waiting in the port. In the evening the captain reported damage and turned back.",
)
"""1-1, 1-2, 1-1, 2-1."""


def test_where_counts_differ_what_surely_belongs_together_is_learnt_beside_the_paragraph():
    whole, *pairs = learnt(translated(DRILL, by=EDITOR))
    assert whole == DRILL
    assert pairs == [
        ("Das Schiff lief am 3. Mai aus.", "The ship set sail on 3 May."),
        (
            "Es hatte zwölf Offiziere an Bord, und alle kamen aus Lübeck.",
            "It had twelve officers on board. All of them came from Lübeck.",
        ),
        ("Im Hafen wartete niemand.", "Nobody was waiting in the port."),
        (
            "Am Abend meldete der Kapitän einen Schaden. Er kehrte um.",
            "In the evening the captain reported damage and turned back.",
        ),
    ]


MADE = Memory(
    Pair(DE, EN, source, target, ARGOS, "translate-de_en 1.3")
    for source, target in (
        ("Der Rat schloss die alte Brücke.", "The council closed the old bridge."),
        ("Die Lastwagen warten vor der Stadt.", "The lorries wait before the town."),
    )
)


@pytest.mark.parametrize(
    ("text", "learns"),
    [
        ("The town has had its old bridge shut by the council. Lorries queue outside.", True),
        ("Lorries are waiting outside the town. The council has closed the old bridge.", False),
    ],
    ids=["in other words", "in another order"],
)
def test_sentences_that_a_person_put_in_another_order_are_learnt_as_a_whole(text, learns):
    now = translated(("Der Rat schloss die alte Brücke. Die Lastwagen warten vor der Stadt.", text))
    baseline = translated((now.segments[0].text, " ".join(pair.target for pair in MADE.pairs.values())))
    taught = learn(MADE, [EntryHistory(now, baseline)]).memory.pairs.values()
    assert [pair.source for pair in taught if pair.is_by_person and pair.key in MADE.pairs] == (
        [pair.source for pair in MADE.pairs.values()] if learns else []
    )


def test_a_sentence_that_was_left_out_or_added_teaches_nothing_of_itself():
    source = "Er kam 2019 an. Darüber wurde hier schon mehrfach berichtet. Er ging 2021."
    whole, *pairs = learnt(translated((source, "He came in 2019. He left in 2021."), by=EDITOR))
    assert whole == (source, "He came in 2019. He left in 2021.")
    assert set(pairs) <= {("Er kam 2019 an.", "He came in 2019."), ("Er ging 2021.", "He left in 2021.")}


@pytest.mark.parametrize(
    "case", yaml.safe_load((PAIRS / "de-en.yml").read_text("utf-8")), ids=lambda c: c["about"]
)
def test_of_the_gold_pairs_only_right_ones_are_learnt(case):
    right = {tuple(" ".join(pair[code]) for code in ("de", "en")) for pair in case["pairs"]}
    texts = tuple(" ".join(text for pair in case["pairs"] for text in pair[code]) for code in ("de", "en"))
    assert set(learnt(translated(texts, by=EDITOR))) <= {texts, *right}


def test_markup_is_no_part_of_what_is_learnt():
    now = translated(("**Eins** ist \\[da\\].[^1]", "[One](x.md) is *there*."), by=EDITOR)
    assert learnt(now) == [("Eins ist [da].", "One is there.")]


def test_a_translation_older_than_its_source_teaches_nothing():
    """The pair would say that the new sentence means what the old one did."""
    before = translated(("Die Übung beginnt.", "The drill starts."), by=EDITOR)
    now = translated(("Die Übung endet.", "The drill starts."), by=EDITOR)
    assert learnt(now, before) == []


def test_who_reviewed_a_paragraph_gives_it_a_name():
    now = translated(("Eins.", "One."), ("Zwei.", "Two."), by=EDITOR)
    now = replace(now, translation=replace(now.translation, reviewed_by="Ann"))
    record = review_of(now, "Ann")
    changed = replace(now, blocks=translated(("Eins.", "One."), ("Zwei.", "Second."), by=EDITOR).blocks)
    assert [pair.person for pair in pairs_of(now, now, record)] == ["Ann", "Ann"]
    assert [pair.person for pair in pairs_of(changed, now, record)] == ["Ann", None]


def test_what_a_person_reviewed_and_did_not_change_stays_the_machines():
    reviewed = replace(MACHINE, translation=replace(MACHINE.translation, reviewed_by="Ann"))
    assert learnt(reviewed, MACHINE) == []


def paragraph(text: str, by=None, seed: str = "a") -> Entry:
    return replace(translated(("Eins.", text, by)), source=Source(seed, "x"))


def memory(target: str | None, by=EDITOR) -> Memory:
    return Memory([Pair(DE, EN, "Eins.", target, by)] if target else [])


CORRECTIONS = [
    # stored, then (now, baseline) of a and of b; what the memory says then, and whose text is its own
    ("a machine's is corrected", ("machine", ARGOS), ("A", "machine"), ("machine", "machine"), "A", ""),
    ("the correction has spread", ("A", EDITOR), ("A", "A"), ("A", "A"), "A", ""),
    ("it is corrected again where it was made", ("A", EDITOR), ("A2", "A"), ("A", "A"), "A2", ""),
    ("it is corrected again where it came to", ("A", EDITOR), ("A", "A"), ("B2", "A"), "B2", ""),
    ("another is written where there was none", ("A", EDITOR), ("A", "A"), ("B", None), "A", "b"),
    ("two at once", ("machine", ARGOS), ("A", "machine"), ("B", "machine"), "B", "a"),
    ("two at once, the next run", ("B", EDITOR), ("A", "A"), ("B", "B"), "B", "a"),
    ("the other memory's stays its own", ("X", EDITOR), ("A", "A"), ("X", "X"), "X", "a"),
    ("memory lost", (None, None), ("A", "A"), ("A", "A"), "A", ""),
    ("memory lost, two ways", (None, None), ("A", "A"), ("B", "B"), "B", "a"),
]


@pytest.mark.parametrize(
    ("stored", "a", "b", "says", "own"), [row[1:] for row in CORRECTIONS], ids=[row[0] for row in CORRECTIONS]
)
def test_the_latest_correction_wins_and_nobodys_own_words_are_lost(stored, a, b, says, own):
    def known(seed: str, now: str, baseline: str) -> EntryHistory:
        return EntryHistory(
            *(paragraph(t, None if t == "machine" else EDITOR, seed) for t in (now, baseline))
        )

    found = learn(memory(*stored), [known("a", *a), known("b", *b)])
    assert found.memory.lookup("Eins.", DE, EN).target == says
    assert "".join(found.own) == own
    assert [segment.rendering.text for kept in found.own.values() for segment in kept.values()] == (
        [{"a": a, "b": b}[own][0]] if own else []
    )


def test_a_paragraph_known_as_a_whole_leaves_another_entrys_sentences_alone():
    """The memory has the paragraph as one pair; an editor translated it here by sentence."""
    whole = Pair(DE, EN, "Eins ist da. Zwei kommt.", "One and two.", EDITOR)
    now = translated(("Eins ist da. Zwei kommt.", "One is here. Two comes.", EDITOR))
    assert list(learn(Memory([whole]), [EntryHistory(now, now)]).own) == ["e.txt"]
