"""What is left to do in an entry, by what it needs."""

import pytest

from generator.checks.need import Need, ToDo
from generator.checks.to_do import find_to_do
from generator.content.library import Library
from generator.content.merging import Conflict
from generator.model import SegmentId, Slug, TranslationState
from generator.publish.pages import lists as pages
from tests import kinds
from tests.builders import entry, record, segments
from tests.publish.support import pages_of, url_for

S1, S2, S3 = (SegmentId(f"s{number}") for number in (1, 2, 3))
E = Slug("e")


def found(one, states=None, *, records=(), conflicts=(), needs=Need):
    library = Library(
        {one.slug: one}, {r.slug: r for r in records}, {}, (), {}, conflicts={one.slug: conflicts}
    )
    to_do = find_to_do(library, {one.slug: states or {}}, (), needs)
    return [(need, todo.what, todo.part) for need, listed in to_do.items() for todo in listed]


def a(**values):
    return entry("e", **{"date": "2023", "blocks": segments("Ein Satz."), **values})


def test_nothing_is_left_to_do():
    assert found(a(), {S1: TranslationState.REVIEWED}) == []


def test_translations_are_told_once_for_each_state_and_open_at_the_first():
    states = {S1: TranslationState.MISSING, S2: TranslationState.STALE, S3: TranslationState.MISSING}
    assert found(a(), states) == [
        (Need.TRANSLATION, "no translation (§1, §3)", "#s1"),
        (Need.TRANSLATION, "out of date: the source changed (§2)", "#s2"),
    ]


def test_what_nobody_answers_for_is_to_be_reviewed():
    states = {S1: TranslationState.REVIEWED, S2: TranslationState.EDITED, S3: TranslationState.MACHINE}
    assert found(a(), states) == [(Need.REVIEW, "not reviewed: 1 machine, 1 edited", "#s3")]


@pytest.mark.parametrize(("date", "part"), [(None, None), ("XXXX-01-29", "date")])
def test_an_entry_without_a_place_in_time_is_to_be_dated(date, part):
    assert found(a(date=date)) == [(Need.DATE, "not dated", part)]


def test_what_is_to_be_decided_comes_first():
    conflicts = (Conflict("title", "Mine", "New"), Conflict("#s1", "Ein Satz.", "Zwei."))
    told = found(a(date=None), conflicts=conflicts)
    assert [(need, part) for need, _, part in told] == [
        (Need.DECISION, "title"),
        (Need.DECISION, "#s1"),
        (Need.DATE, None),
    ]


def test_what_is_to_be_decided_names_no_empty_version():
    conflicts = (Conflict("title", "", "New"), Conflict("#n1", "Own.", ""))
    assert [what for _, what, _ in found(a(), conflicts=conflicts)] == [
        "title: you took it out, new “New”",
        "n1: yours “Own.”",
    ]


def test_a_name_of_two_records_is_told_and_only_when_asked_for():
    two = [
        record(slug, kinds.BODY, name, short_names=("Hafenamt",), context=(town,))
        for slug, name, town in (("a", "Office of Norby", "Norby"), ("b", "Office of Talby", "Talby"))
    ]
    one = a(blocks=segments("Zwischen Norby und Talby: das Hafenamt."))
    assert found(one, records=two) == [(Need.RECORD, "“Hafenamt” may be a or b", "#s1")]
    assert found(one, records=two, needs=[Need.DATE]) == []


def test_the_page_lists_so_many_and_says_how_to_see_the_rest(monkeypatch):
    monkeypatch.setattr(pages, "MOST_TO_DO", 2)
    to_do = [ToDo(Need.DATE, E, f"thing {number}") for number in range(3)]
    shown = pages_of([a()]).for_editors({Need.DATE: to_do, Need.REVIEW: []}, lambda _: "x://y", url_for)
    assert "To date (3)" in shown
    assert [f"thing {number}" in shown for number in range(3)] == [True, True, False]
    assert "And 1 more: <code>chronology status --needs date</code>" in shown
    assert "To review" not in shown


def test_the_page_has_a_name_once_with_the_first_of_its_entries(monkeypatch):
    to_do = [ToDo(Need.RECORD, Slug(slug), what) for slug, what in (("e", "one"), ("e", "two"), ("f", "one"))]
    both = pages_of([a(), entry("f", date="2024", blocks=segments("Noch einer."))])
    shown = both.for_editors({Need.RECORD: to_do}, lambda one: f"x://{one.slug}", url_for)
    assert "with two (2)" in shown
    assert shown.count("one:") == 1
    assert [shown.count(f'href="x://{slug}"') for slug in "ef"] == [2, 1]
    monkeypatch.setattr(pages, "MOST_ENTRIES", 1)
    shown = both.for_editors({Need.RECORD: to_do}, lambda one: f"x://{one.slug}", url_for)
    assert [shown.count(f'href="x://{slug}"') for slug in "ef"] == [2, 0]
    assert "<li>…</li>" in shown


def test_the_page_says_when_nothing_is_left():
    assert "Nothing is left to do." in pages_of([a()]).for_editors({Need.DATE: []}, lambda _: "", url_for)
