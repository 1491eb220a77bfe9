"""Whose a translation is stays known, and is said once."""

from dataclasses import replace

from generator.content.authors import hash_of, machine_made, recorded_in, with_record
from generator.content.body import dump_body
from generator.content.entry_file import dump_entry, load_entry
from generator.content.merging import merge
from generator.content.merging.body import FORMERS, merge_body
from generator.model import Slug, Translation
from tests.builders import EN
from tests.content.merging.support import BASE, EDITOR, MACHINE, edited, made, merged, replaced


def test_the_header_names_no_machine_where_all_is_an_editors():
    text = edited(
        ("Twelve ships came.", "A dozen ships came."), ("They trained there.", "They held a drill.")
    )
    one = merged(text, BASE)
    translation = load_entry(one.text, Slug("e"), "e").translation
    assert (translation.by, translation.package) == (EDITOR, None)
    assert merge(one.baseline, one.text, BASE) == one


def test_the_header_names_the_machine_while_a_sentence_of_its_stands_anywhere():
    base = made(("Zwölf kamen. Sie übten dort.", "Twelve came. They trained there."))
    one = merged(edited(("Twelve came.", "A dozen came."), base=base), base, base)
    found = load_entry(one.text, Slug("e"), "e")
    assert (found.translation, found.segments[0].rendering.by) == (MACHINE, EDITOR)
    assert merge(one.baseline, one.text, base) == one

    text = replaced(one.text, ("They trained there.", "They held a drill."))
    assert load_entry(merge(one.baseline, text, base).text, Slug("e"), "e").translation.by is EDITOR


def test_a_machines_paragraph_beside_an_editors_is_signed():
    by_hand = made(("Zwölf.", "Twelve."), translation=Translation(EN, EDITOR))
    more = made(("Zwölf.", "Twelve.", EDITOR), ("Neu.", "New."))
    one = merge(dump_entry(by_hand), dump_entry(by_hand), more)
    found = load_entry(one.text, Slug("e"), "e")
    assert found.translation == MACHINE
    assert [s.rendering.by for s in found.segments] == [EDITOR, None]


def test_a_signature_that_the_header_has_is_not_repeated_beside_the_paragraph():
    """Whether or not anything else changes there."""
    mixed = made(("Zwölf.", "Twelve.", EDITOR), ("Neu.", "New."))
    all_by_hand = made(("Zwölf.", "Twelve."), translation=Translation(EN, EDITOR))
    text = replaced(dump_entry(mixed), ("Neu.\n{: #s2 lang=de }\n\nNew.\n{: lang=en }\n", ""))
    one = merge(dump_entry(mixed), text, all_by_hand)
    assert "by=editor" not in one.text
    assert merge(one.baseline, one.text, all_by_hand) == one


def test_a_translation_beside_a_paragraph_of_an_editors_own_is_an_editors():
    own = "Das steht nirgends sonst.\n{: #mine lang=de }\n\nNowhere else.\n{: lang=en }\n"
    assert "Nowhere else.\n{: lang=en by=editor }" in merged(f"{dump_entry(BASE)}\n{own}").text


def test_whose_a_moved_translation_is_stays_known_when_its_paragraph_goes():
    """Else the machine's words would count as an editor's for the paragraph they stand below."""
    stays, goes = ("Eins.", "One."), ("Zwei.", "Two.")
    text = edited(("One.\n{: lang=en }\n\n", ""), ("Zwei.\n{: #s2 lang=de }\n\n", ""), base=made(stays, goes))
    one = merged(text, made(stays), made(stays, goes))
    again = merged(one.text, made(stays), load_entry(one.baseline, Slug("e"), "baseline"))
    assert "by=editor" not in one.text
    assert (again.text, again.baseline) == (one.text, one.baseline)


def test_what_a_person_signed_stays_signed_below_a_paragraph_that_was_changed_by_hand():
    """The memory gives the same words, some of them a machine's, and does not tell whose they are."""
    words = "A dozen came. They came early."
    base = made(("Zwölf Schiffe kamen. Sie kamen früh.", words))
    base = replace(
        base, blocks=tuple(replace(b, rendering=replace(b.rendering, by=EDITOR)) for b in base.blocks)
    )
    new = made(("Zwölf Schiffe kamen. Sie kamen früh.", words))
    one = merged(edited(("Zwölf", "Etwa zwölf"), base=base), new, base)
    assert machine_made(load_entry(one.baseline, Slug("e"), "baseline")).renderings == ()


def test_a_baseline_signs_what_its_own_header_does_not():
    """Also where an editor's header stays, and the baseline's is an older one."""
    one = made(("Zwölf.", "Twelve."))
    mine = replaced(dump_entry(one), ("Twelve.", "A dozen."), ("  by: argos", "  by:  argos # mine"))
    by_hand = made(("Zwölf.", "A dozen."), translation=Translation(EN, EDITOR))
    baseline = dump_entry(one)
    for _ in range(2):
        result = merge(baseline, mine, by_hand)
        mine, baseline = result.text, result.baseline
        segments = load_entry(baseline, one.slug, "baseline")
        assert not machine_made(segments).has("A dozen.", EN)
    assert merge(baseline, mine, by_hand).baseline == baseline


def test_what_is_recorded_keeps_its_order_when_a_former_one_stands_there_again():
    """Else a baseline would change where nothing did."""
    stands, new = hash_of("Twelve ships came."), made(("Zwölf Schiffe kamen.", "A dozen came."))
    former = [stands, *(f"{number:012x}" for number in range(FORMERS + 2))]
    was = with_record(new.segments[0], former)
    mine = replace(was, rendering=BASE.segments[0].rendering)
    one = merge_body(
        {was.id: was}, dump_body([mine]), {was.id: new.segments[0]}, machine_made(BASE), is_older=False
    )
    assert list(recorded_in(one.baseline[0])) == [stands, *former[3:]]


def test_what_was_made_again_before_an_update_is_no_former_one_that_is_forgotten():
    """However long ago it was made first."""
    again = hash_of("Twelve ships came.")
    was = with_record(BASE.segments[0], [again, *(f"{number:012x}" for number in range(FORMERS))])
    new = made(("Zwölf Schiffe kamen.", "A dozen came.")).segments[0]
    body = dump_body([replace(was, rendering=new.rendering)])
    one = merge_body({was.id: was}, body, {was.id: new}, machine_made(BASE), is_older=False)
    assert again in recorded_in(one.baseline[0])
