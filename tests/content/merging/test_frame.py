"""Where each paragraph stands in an editor's file, and what goes beside it."""

from dataclasses import replace

import pytest

from generator.content.entry_file import dump_entry
from generator.content.merging import merge
from generator.content.merging.frame import SEPARATOR, add, frame_of
from tests.builders import segment
from tests.content.merging.support import BASE, FIRST, NEW, edited, made, merged, pairs, replaced


class Looked(list):
    """Counts how often one of it is asked for."""

    times = 0

    def __getitem__(self, place):
        self.times += 1
        return super().__getitem__(place)

    def index(self, *_):
        raise AssertionError("goes through all of it")


def test_the_effort_grows_with_what_is_put_in():
    """Each new paragraph looks up to the one before it, past what an editor took out."""
    count = 300
    order = Looked(f"s{number}" for number in range(count))
    frame = frame_of("", {})
    for at in range(0, count, 3):
        add(segment("Text.", number=at), order, at, frame)
    assert order.times <= 3 * count
    assert [one.id for one in frame.added[-1]] == [f"s{number}" for number in range(0, count, 3)]


@pytest.mark.parametrize(
    "note",
    [
        "A note.",
        "!!! note\n\n    Set in.",
        "| a |\n|---|\n| b |",
        "- an item\n- another",
        "<!-- not shown -->",
    ],
)
def test_a_note_above_a_paragraph_keeps_neither_it_nor_its_translation(note):
    one = merged(edited((FIRST, f"{note}\n\n{FIRST}")))
    assert pairs(one.text) == pairs(dump_entry(NEW))
    assert f"{note}\n\nZwanzig" in one.text
    assert one.conflicts == ()


def test_a_note_between_a_paragraph_and_its_translation_keeps_neither():
    one = merged(edited(("#s1 lang=de }\n", "#s1 lang=de }\n\nA note.\n")))
    assert "Zwanzig Schiffe kamen.\n{: #s1 lang=de }\n\nA note.\n\nTwenty ships came.\n" in one.text


def test_a_paragraph_is_found_where_an_editor_moved_it():
    text = replaced(dump_entry(BASE), (f"{FIRST}\n", "")) + f"\n{FIRST}"
    assert pairs(merged(text).text) == [*pairs(dump_entry(NEW))[1:], *pairs(dump_entry(NEW))[:1]]


def test_where_the_source_moved_paragraphs_the_file_follows_with_their_notes():
    turned = replace(BASE, blocks=BASE.blocks[::-1])
    one = merged(edited((FIRST, f"A note.\n\n{FIRST}")), turned)
    assert pairs(one.text) == pairs(dump_entry(turned))
    assert f"A note.\n\n{FIRST}" in one.text


def test_a_new_paragraph_stands_behind_the_one_it_follows_and_before_the_notes_there():
    text = dump_entry(BASE) + "\n[^1]: A footnote.\n"
    new = replace(BASE, blocks=(*BASE.blocks, segment("Neu.", "New.", number=3)))
    one = merged(text, new)
    assert pairs(one.text) == pairs(dump_entry(new))
    assert one.text.endswith("New.\n{: lang=en }\n\n[^1]: A footnote.\n")


def test_a_translation_without_its_original_never_comes_to_stand_below_another():
    kept, dropped, lost = ("Eins.", "One."), ("Zwei.", "Two."), ("Drei.", "Three.")
    text = edited(
        ("One.\n{: lang=en }\n\n", ""), ("Drei.\n{: #s3 lang=de }\n\n", ""), base=made(kept, dropped, lost)
    )
    one = merged(text, made(kept), made(kept, dropped, lost))
    assert f"Eins.\n{{: #s1 lang=de }}\n\n{SEPARATOR}\n\nThree.\n{{: lang=en }}\n" in one.text


def test_of_translations_that_all_stand_first_each_stays_with_its_paragraph():
    """Below each paragraph but the last stands the next one's: none is taken for it."""
    texts = [("Eins.", "One."), ("Zwei.", "Two."), ("Drei.", "Three.")]
    paragraphs = [
        (f"{de}\n{{: #s{n} lang=de }}", f"{en}\n{{: lang=en }}") for n, (de, en) in enumerate(texts, 1)
    ]
    below, first = (
        "\n\n".join(part for pair in paragraphs for part in pair[::step]) + "\n" for step in (1, -1)
    )
    text = edited((below, first), base=made(*texts))
    new = made(("Zehn.", "Ten."), *texts[1:])
    one = merged(text, new, made(*texts))
    assert one.text.replace(f"{SEPARATOR}\n\n", "") == replaced(text, ("Eins.", "Zehn."), ("One.", "Ten."))
    assert one.conflicts == ()
    assert merge(one.baseline, one.text, new) == one
