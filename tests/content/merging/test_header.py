"""Front matter is merged key by key."""

from dataclasses import replace

import pytest

from generator.content.entry_file import dump_entry, load_entry
from generator.content.merging import Conflict, header, merge
from generator.content.merging.header import merge_header
from generator.model import Event, Slug
from tests.content.merging.support import BASE, NEW, edited, merged, replaced


def test_what_other_keys_refer_to_stays():
    text = edited(("title: ", "title: &t "), ("date:", "summary: *t\ndate:"))
    one = merged(text, replace(NEW, title="Another"))
    assert "title: &t Another\nsummary: *t\n" in one.text


def test_what_an_editor_wrote_into_the_header_stays_and_the_rest_follows():
    text = edited(
        ("title: E\n", "title: 'Better'  # why\n"),
        ("kind: article\n", "# A comment.\nkind: article\nsummary: One sentence.\n"),
        ("  sha256: x\n", "  sha256: x  # of the file\n  publisher: Someone\n"),
    )
    new = replace(NEW, source=replace(NEW.source, sha256="y"), date="2024")
    header = merged(text, new).text.partition("\n---\n")[0]
    for line in ("title: 'Better'  # why", "# A comment.", "summary: One sentence.", "  publisher: Someone"):
        assert f"\n{line}\n" in header
    assert "  sha256: y  # of the file\n" in header
    assert '\ndate: "2024"' in header


def test_where_both_changed_a_key_the_editors_stands():
    one = merged(edited(('date: "2023-12-28"', 'date: "2023-12-27"')), replace(BASE, date="2024"))
    assert 'date: "2023-12-27"' in one.text
    assert one.conflicts == (Conflict("date", 'date: "2023-12-27"\n', 'date: "2024"\n'),)
    assert merge(one.baseline, one.text, replace(BASE, date="2024")) == one


def test_lists_are_merged_by_their_items():
    def with_events(*titles):
        return replace(BASE, events=tuple(Event("2023-12-01", title) for title in titles))

    text = replaced(dump_entry(with_events("A", "B")), ("title: A", "title: Amended  # why"))
    one = merge(dump_entry(with_events("A", "B")), text, with_events("A", "B", "C"))
    assert [event.title for event in load_entry(one.text, Slug("e"), "e").events] == ["Amended", "B", "C"]
    assert "title: Amended  # why" in one.text
    assert [
        c.part for c in merge(dump_entry(with_events("A", "B")), text, with_events("Z", "B")).conflicts
    ] == ["events"]


HEADERS = {
    "unchanged": ("a: 1\n", "a: 1\n", "a: 2\n", "a: 2\n"),
    "a comment": ("a: 1\n", "a: 1  # why\n", "a: 2\n", "a: 2  # why\n"),
    "quoted": ("a: x\n", 'a: "x"\n', "a: y\n", "a: y\n"),
    "order": ("a: 1\nb: 1\n", "b: 1\na: 1\n", "a: 2\nb: 1\n", "b: 1\na: 2\n"),
    "gone": ("a: 1\nb: 1\n", "a: 1\nb: 1\n", "a: 1\n", "a: 1\n"),
    "new": ("a: 1\nc: 1\n", "a: 1\n# free\nc: 1\n", "a: 1\nb: 1\nc: 1\n", "a: 1\nb: 1\n# free\nc: 1\n"),
    "below": ("a:\n  b: 1\n", "a:\n  b: 1\n  c: 1\n", "a:\n  b: 2\n", "a:\n  b: 2\n  c: 1\n"),
    "set in further": ("a:\n  b: 1\n", "a:\n    b: 1\n", "a:\n  b: 1\n  c: 2\n", "a:\n    b: 1\n    c: 2\n"),
    "in braces": ("a:\n  b: 1\n", "a: {b: 1, c: 1}\n", "a:\n  b: 2\n  d: 3\n", "a: {d: '3', b: 2, c: 1}\n"),
    "a comment inside": ("a:\n  b: 1\n", "a:\n# why\n  b: 1\n", "a:\n  b: 2\n", "a:\n# why\n  b: 2\n"),
    "deleted": ("a: 1\nb: 1\n", "a: 1\n", "a: 2\nb: 1\n", "a: 2\n"),
    "a list": (
        "a:\n  - x\n",
        "a:\n  - x\n  # why\n  - y\n",
        "a:\n  - w\n  - x\n",
        "a:\n  - w\n  - x\n  # why\n  - y\n",
    ),
}


@pytest.mark.parametrize("name", HEADERS)
def test_headers_are_merged(name):
    was, mine, new, outcome = HEADERS[name]
    one = merge_header(was, mine, new)
    quoted = one.text.replace("'2'", "2")
    assert (quoted, one.conflicts) == (outcome, ()) or (one.text, one.conflicts) == (outcome, ())


@pytest.mark.parametrize("end", ["", " ", "\t", "  # mine"])
@pytest.mark.parametrize("value", ["'[en] Eins 😀'", '"One"', "&t One"])
def test_space_behind_a_value_is_no_edit(value, end):
    was, new = "title: '[en] Eins 😀'\n" if "[" in value else "title: One\n", "title: Two\n"
    one = merge_header(was, f"title: {value}{end}\n", new)
    anchor = "&t " if "&" in value else ""
    assert (one.text, one.conflicts) == (f"title: {anchor}Two{end}\n", ())


@pytest.mark.parametrize(("was", "new"), [("a: b\n", "a: c\n"), ("a: c\n", "a: b\n")])
def test_what_nobody_changed_is_not_parsed(monkeypatch, was, new):
    monkeypatch.setattr(header.front_matter, "parse", None)
    mine = "a: b\n"
    assert merge_header(was, mine, new).text == (new if was == mine else mine)
