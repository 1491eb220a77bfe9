"""A conflict stays open until it is decided, and ends then."""

from dataclasses import replace

import pytest

from generator.content.authors import machine_made
from generator.content.conflicts import with_decisions
from generator.content.entry_file import dump_entry, load_entry
from generator.content.merging import merge, remembered, still_open, with_new
from generator.model import Slug
from tests.content.merging.support import BASE, FIRST, NEW, edited, made, merged, pairs, replaced


def test_a_dropped_paragraph_that_was_kept_is_settled_and_its_translation_stays_the_machines():
    text = edited(("Twelve", "*Twelve*"), ("Zwölf", "Achtzehn"))
    dropped = made(("Sie übten dort.", "They trained there."))
    dropped = replace(dropped, blocks=tuple(replace(one, id="s2") for one in dropped.blocks))
    one = merged(text, dropped)
    assert [(conflict.part, conflict.new) for conflict in one.conflicts] == [("#s1", "")]
    again = merge(remembered(one.baseline, one.conflicts[0]), one.text, dropped)
    assert again.conflicts == ()
    assert again.text == text
    assert merge(again.baseline, again.text, dropped) == again


CONFLICTS = {
    "both changed it": (("Zwölf Schiffe kamen.", "Ein Dutzend Schiffe kam."), NEW),
    "only a translation": (("Twelve ships came.", "A dozen ships came."), NEW),
    "taken out": ((f"{FIRST}\n", ""), NEW),
    "dropped by the source": (
        ("Twelve ships came.", "A dozen ships came."),
        replace(BASE, blocks=BASE.blocks[1:]),
    ),
    "a key": (('date: "2023-12-28"', 'date: "2023-12-27"'), replace(BASE, date="2024")),
    "a key taken out": (('date: "2023-12-28"\n', ""), replace(BASE, date="2024")),
}


def on(one, text):
    """What there is to decide of what a merge left, and the baseline, when the file holds another text."""
    return still_open(one.conflicts, text, one.baseline), with_decisions(one.conflicts, text, one.baseline)


GOES_ON = {
    "both changed it": ("Ein Dutzend Schiffe kam.", "Ein Dutzend Schiffe kam, hieß es."),
    "only a translation": ("A dozen ships came.", "A dozen ships came, they said."),
    "dropped by the source": ("A dozen ships came.", "A dozen ships came, they said."),
    "a key": ('date: "2023-12-27"', 'date: "2023-12-26"'),
}


@pytest.mark.parametrize("name", GOES_ON)
def test_whoever_goes_on_typing_has_not_decided(name):
    """What was typed stays, and the same is asked about what the file holds now: in further runs, too."""
    change, new = CONFLICTS[name]
    one = merged(edited(change), new)
    assert still_open(one.conflicts, one.text, one.baseline) == one.conflicts
    text = replaced(one.text, GOES_ON[name])
    conflicts, baseline = on(one, text)
    assert [(now.part, now.new) for now in conflicts] == [(was.part, was.new) for was in one.conflicts]
    assert GOES_ON[name][1] in conflicts[0].mine
    again = merge(baseline, text, new)
    assert (again.text, again.conflicts) == (text, conflicts)
    assert merge(with_decisions(again.conflicts, text, again.baseline), text, new) == again
    kept = merge(remembered(again.baseline, again.conflicts[0]), text, new)
    assert (kept.text, kept.conflicts) == (text, ())


@pytest.mark.parametrize("name", GOES_ON)
def test_a_conflict_is_settled_by_writing_the_new_version_or_taking_the_part_out(name):
    change, new = CONFLICTS[name]
    one = merged(edited(change), new)
    taken = with_new(one.text, one.baseline, one.conflicts[0])
    conflicts, baseline = on(one, taken)
    assert (conflicts, merge(baseline, taken, new).conflicts) == ((), ())
    gone = with_new(one.text, one.baseline, replace(one.conflicts[0], new=""))
    conflicts, baseline = on(one, gone)
    again = merge(baseline, gone, new)
    assert (conflicts, again.conflicts, again.text) == ((), (), gone)


def test_where_a_version_is_no_more_nothing_is_to_be_decided():
    """The source went back, or changed again; or an editor undid what was typed."""
    mine = ("Zwölf Schiffe kamen.", "Ein Dutzend Schiffe kam.")
    one = merged(edited(mine))
    back = merge(on(one, one.text)[1], one.text, BASE)
    assert (back.conflicts, back.text) == ((), edited(mine))
    newer = made(("Dreißig Schiffe kamen.", "Thirty ships came."), ("Sie übten dort.", "They trained there."))
    (conflict,) = merge(on(one, one.text)[1], one.text, newer).conflicts
    assert "Thirty ships came." in conflict.new
    undone = replaced(one.text, mine[::-1])
    assert pairs(merge(on(one, undone)[1], undone, NEW).text) == pairs(dump_entry(NEW))


@pytest.mark.parametrize("name", CONFLICTS)
def test_taking_the_new_version_gives_what_was_made(name):
    change, new = CONFLICTS[name]
    one = merged(edited(change), new)
    (conflict,) = one.conflicts
    text, baseline = with_new(one.text, one.baseline, conflict), remembered(one.baseline, conflict)
    again = merge(baseline, text, new)
    assert load_entry(again.text, Slug("e"), "e") == load_entry(dump_entry(new), Slug("e"), "e")
    assert (again.conflicts, merge(again.baseline, again.text, new)) == ((), again)


@pytest.mark.parametrize("name", CONFLICTS)
def test_keeping_ones_own_version_ends_the_conflict(name):
    change, new = CONFLICTS[name]
    one = merged(edited(change), new)
    again = merge(remembered(one.baseline, one.conflicts[0]), one.text, new)
    assert (again.text, again.conflicts) == (one.text, ())


def test_a_decision_leaves_on_record_what_a_machine_made_before():
    """Of what stood there, of what is there, and of a paragraph that the source dropped: it may come back."""
    change, new = CONFLICTS["both changed it"]
    dropped = replace(BASE, blocks=BASE.blocks[:1])
    one = merge(dump_entry(BASE), edited(), dropped)
    one = merge(one.baseline, replaced(one.text, change), replace(new, blocks=new.blocks[:1]))
    baseline = remembered(one.baseline, one.conflicts[0])
    machines = machine_made(load_entry(baseline, Slug("e"), "baseline"))
    assert all(machines.wrote(segment.rendering) for segment in (*BASE.segments, *new.segments))
    assert not machines.has("A dozen ships came.", "en")


@pytest.mark.parametrize(("old", "new"), [("title: E", "title: Mine"), ("language: de", "language: fr")])
def test_what_a_header_must_say_is_asked_again_where_nothing_was_known_of_the_entry(old, new):
    text = edited((f"\n{old}", f"\n{new}"))
    one = merge(None, text, BASE)
    assert (one.text, [conflict.part for conflict in one.conflicts]) == (text, [new.partition(":")[0]])
    again = merge(with_decisions(one.conflicts, text, one.baseline), text, BASE)
    assert (again.text, again.conflicts) == (text, one.conflicts)
    kept = merge(remembered(one.baseline, one.conflicts[0]), text, BASE)
    assert (kept.text, kept.conflicts) == (text, ())
