"""A paragraph and its translation: what an editor changed stays, and the other is told."""

import unicodedata
from dataclasses import replace

from generator.content.entry_file import dump_entry
from generator.content.merging import merge
from generator.model import Translation
from tests.builders import EN
from tests.content.merging.support import BASE, EDITOR, FIRST, NEW, by_editor, edited, made, merged, pairs


def test_where_both_changed_a_paragraph_both_its_texts_stay_and_the_new_ones_are_kept():
    one = merged(edited(("Zwölf Schiffe kamen.", "Ein Dutzend Schiffe kam.")))
    assert pairs(one.text)[0] == ("Ein Dutzend Schiffe kam.", "Twelve ships came.")
    (conflict,) = one.conflicts
    assert (conflict.part, "Zwanzig" in conflict.new, "Twenty" in conflict.new) == ("#s1", True, True)
    again = merge(one.baseline, one.text, NEW)
    assert again == one


def test_a_corrected_translation_stays_and_is_out_of_date():
    one = merged(edited(("Twelve ships came.", "A dozen ships came.")))
    assert pairs(one.text)[0] == ("Zwanzig Schiffe kamen.", "A dozen ships came.")
    assert "{: lang=en by=editor }" in one.text
    assert "stale=" in one.baseline
    assert [conflict.part for conflict in one.conflicts] == ["#s1"]
    assert merge(one.baseline, one.text, NEW) == one


def test_a_paragraph_an_editor_changed_and_the_source_dropped_stays_until_it_is_decided():
    without = replace(BASE, blocks=BASE.blocks[1:])
    one = merged(edited(("Twelve ships came.", "A dozen ships came.")), without)
    assert pairs(one.text)[0] == ("Zwölf Schiffe kamen.", "A dozen ships came.")
    assert [(conflict.part, conflict.new) for conflict in one.conflicts] == [("#s1", "")]
    assert merge(one.baseline, one.text, without) == one
    assert pairs(merged(dump_entry(BASE), without).text) == pairs(dump_entry(without))


def test_a_paragraph_an_editor_took_out_stays_away_and_its_new_words_are_told():
    one = merged(edited((f"{FIRST}\n", "")))
    assert [text for text, _ in pairs(one.text)] == ["Sie übten dort."]
    assert [(conflict.part, conflict.mine) for conflict in one.conflicts] == [("#s1", "")]
    assert merged(edited((f"{FIRST}\n", "")), BASE).conflicts == ()


def test_a_translation_an_editor_took_out_stays_away():
    one = merged(edited(("Twelve ships came.\n{: lang=en }\n\n", "")))
    assert pairs(one.text)[0] == ("Zwanzig Schiffe kamen.", None)


def test_attributes_of_an_editors_stay():
    assert "{: #s1 lang=de .important }" in merged(edited(("#s1 lang=de }", "#s1 lang=de .important }"))).text


def test_two_paragraphs_with_one_translation_keep_it_each():
    base = made(("Ja.", "Yes."), ("Doch.", "Oh yes."))
    one = merged(edited(("Oh yes.", "Yes."), base=base), base, base)
    assert pairs(one.text) == [("Ja.", "Yes."), ("Doch.", "Yes.")]


BY_HAND = made(("Zwölf.", "A dozen."), translation=Translation(EN, EDITOR))

TAUGHT = made(("Zwölf.", "Twelve."), translation=Translation(EN, EDITOR))


def test_what_the_memory_learnt_elsewhere_is_for_the_source_and_not_for_an_editors_own_text():
    text = edited(("Zwölf.", "Zwölf Schiffe."), base=BY_HAND)
    one = merged(text, TAUGHT, BY_HAND)
    assert pairs(one.text) == [("Zwölf Schiffe.", "A dozen.")]
    assert merge(one.baseline, one.text, TAUGHT) == one
    assert pairs(merged(dump_entry(BY_HAND), TAUGHT, BY_HAND).text) == [("Zwölf.", "Twelve.")]


def test_a_translation_by_hand_below_a_note_stays_whatever_the_memory_learnt_elsewhere():
    text = edited(("\n\nA dozen.", "\n\nA note between.\n\nA dozen."), base=BY_HAND)
    one = merged(text, TAUGHT, BY_HAND)
    assert one.text == text
    assert merge(one.baseline, one.text, TAUGHT) == one


def test_what_an_editor_typed_after_the_memory_learnt_is_no_conflict():
    """A run knows one version of a translation; the file has a newer one by the time it is written."""
    one = merged(edited(("Twelve ships came.", "A dozen came.")), by_editor("Twelve came in."))
    assert "A dozen came.\n{: lang=en by=editor }" in one.text
    assert one.conflicts == ()
    assert "Twelve came in." in one.baseline


def test_marks_in_a_machines_translation_do_not_make_it_an_editors():
    marked = edited(("Twelve ships", "[Twelve](https://example.org/a) [ships](https://example.org/b)"))
    one = merged(marked, by_editor("A dozen."))
    assert "by=editor" not in one.text
    assert [conflict.part for conflict in one.conflicts] == ["#s1"]


def test_a_translation_that_is_out_of_date_stays_although_another_paragraph_taught_a_newer_one():
    mine = merged(edited(("Twelve ships came.", "A dozen came."))).text
    before = merged(edited(("Twelve ships came.", "A dozen came."))).baseline
    one = merge(before, mine, by_editor("A score came.", NEW))
    assert "A dozen came." in one.text
    assert [conflict.part for conflict in one.conflicts] == ["#s1"]


def test_letters_that_an_editor_saved_decomposed_are_no_edit():
    text = edited(("übten", unicodedata.normalize("NFD", "übten")))
    one = merged(text)
    assert pairs(one.text) == pairs(dump_entry(NEW))
    assert unicodedata.normalize("NFD", "übten") in one.text
    assert one.conflicts == ()


def test_languages_that_an_editor_swapped_stay():
    text = edited((FIRST, FIRST.replace("=de", "=xx").replace("=en", "=de").replace("=xx", "=en")))
    one = merged(text, by_editor("A dozen came."))
    assert one.text == text
