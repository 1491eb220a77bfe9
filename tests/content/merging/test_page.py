"""Three versions of a page become one."""

from dataclasses import replace

from generator.content.entry_file import dump_entry, load_entry
from generator.content.merging import merge
from generator.content.staleness import without_marks
from generator.model import Slug
from tests.content.merging.support import BASE, NEW, edited, merged, pairs


def test_a_new_file_is_what_was_made():
    assert merge(None, None, BASE).text == dump_entry(BASE)


def test_an_unedited_file_becomes_what_is_made():
    one = merged(dump_entry(BASE))
    assert (one.text, one.conflicts) == (dump_entry(NEW), ())
    baseline = load_entry(one.baseline, NEW.slug, "baseline")
    assert replace(baseline, blocks=tuple(map(without_marks, baseline.segments))) == NEW


def test_without_a_baseline_the_editors_file_stays_and_the_difference_is_told():
    text = edited(("Twelve ships came.", "A dozen ships came."))
    one = merge(None, text, BASE)
    assert pairs(one.text) == pairs(text)
    assert [conflict.part for conflict in one.conflicts] == ["#s1"]
    # Nothing tells whose it is.
    assert "by=editor" not in one.text


def test_which_seed_an_entry_is_of_is_no_editors_where_nothing_was_known_of_it():
    now = replace(BASE, source=replace(BASE.source, seed="renamed.txt", sha256="b" * 64))
    one = merge(None, edited(), now)
    assert (one.conflicts, load_entry(one.text, Slug("e"), "e").source) == ((), now.source)
    assert merge(one.baseline, one.text, now) == one
