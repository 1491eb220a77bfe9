"""What is learnt from editors: only what a person wrote, by sentence or by paragraph."""

import pytest

from generator.generate.translate.harvest import harvest
from generator.model import (
    Entry,
    Kind,
    Language,
    Prose,
    Rendering,
    Segment,
    SegmentId,
    Slug,
    Source,
    Translation,
    TranslationBy,
)

DE, EN = Language("de"), Language("en")
ARGOS, EDITOR = TranslationBy.ARGOS, TranslationBy.EDITOR


def entry(*segments: tuple, by: TranslationBy | None = ARGOS, **values) -> Entry:
    """Segments are (text, translation, who)."""
    blocks = []
    for number, (text, translation, *who) in enumerate(segments, start=1):
        rendering = Rendering(EN, translation, *who) if translation else None
        blocks += [Segment(SegmentId(f"s{number}"), DE, text, rendering=rendering), Prose("A note.")]
    return Entry(
        Slug("e"),
        "E",
        DE,
        Kind.ARTICLE,
        Source("e.txt", "x"),
        translation=Translation(EN, by) if by else None,
        blocks=tuple(blocks),
        **values,
    )


def learnt(now: Entry, baseline: Entry | None = None) -> list[tuple[str, str]]:
    pairs = list(harvest(now, baseline))
    assert all((p.source_language, p.target_language) == (DE, EN) for p in pairs)
    assert all(p.by is EDITOR and p.package is None for p in pairs)
    return [(p.source, p.target) for p in pairs]


MACHINE = entry(("Eins ist da. Zwei kommt.", "One is there. Two comes."), ("Drei geht.", "Three goes."))


@pytest.mark.parametrize(
    ("now", "baseline", "expected"),
    [
        (MACHINE, MACHINE, []),
        (MACHINE, None, []),
        (
            entry(("Eins ist da. Zwei kommt.", "One is here. Two comes."), ("Drei geht.", "Three goes.")),
            MACHINE,
            [("Eins ist da.", "One is here."), ("Zwei kommt.", "Two comes.")],
        ),
        (entry(("Eins.", "One."), by=EDITOR), None, [("Eins.", "One.")]),
        (entry(("Eins.", "One."), by=EDITOR), entry(("Eins.", None), by=None), [("Eins.", "One.")]),
        (entry(("Eins.", "One.", EDITOR), ("Zwei.", "Two.")), None, [("Eins.", "One.")]),
        (entry(("Eins.", "One.", ARGOS), ("Zwei.", "Two."), by=EDITOR), None, [("Zwei.", "Two.")]),
        (entry(("Eins.", None), by=EDITOR), None, []),
        (entry(("Eins.", "One."), by=None), None, []),
    ],
    ids=[
        "as the machine wrote it",
        "baseline lost",
        "changed",
        "by hand, never generated",
        "by hand where there was none",
        "one paragraph by hand",
        "one paragraph by machine",
        "nothing translated",
        "nothing said of a translation",
    ],
)
def test_only_what_a_person_wrote_is_learnt(now, baseline, expected):
    assert learnt(now, baseline) == expected


def test_as_many_sentences_on_both_sides_are_paired_one_to_one():
    now = entry(("Eins ist da. Zwei kommt. Drei geht.", "One is. Two comes. Three goes."), by=EDITOR)
    assert learnt(now) == [
        ("Eins ist da.", "One is."),
        ("Zwei kommt.", "Two comes."),
        ("Drei geht.", "Three goes."),
    ]


def test_else_the_paragraph_is_one_pair():
    now = entry(("Eins ist da. Zwei kommt.", "One is there and two comes."), by=EDITOR)
    assert learnt(now) == [("Eins ist da. Zwei kommt.", "One is there and two comes.")]


def test_markup_is_no_part_of_what_is_learnt():
    now = entry(("**Eins** ist \\[da\\].[^1]", "[One](x.md) is *there*."), by=EDITOR)
    assert learnt(now) == [("Eins ist [da].", "One is there.")]


def test_a_translation_older_than_its_source_teaches_nothing():
    """The pair would say that the new sentence means what the old one did."""
    before = entry(("Die Übung beginnt.", "The drill starts."), by=EDITOR)
    now = entry(("Die Übung endet.", "The drill starts."), by=EDITOR)
    assert learnt(now, before) == []
