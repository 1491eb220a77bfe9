"""Authority records: read as written, refused with all that is wrong."""

import pytest

from generator.content.record_file import load_record
from generator.errors import InputError
from generator.model import DatedFact, Record, Slug
from generator.topic import Topic
from tests import kinds
from tests.conftest import ROOT

PLACE = "content/records/x.md"
WHOLE = """---
kind: agreement
name: {en: "Treaty: good neighbours", de: Vertrag, zh: 条约}
aliases: [the treaty, "1905", no]
dates:
  - {type: signed, date: 2001-07-16, source: "TASS, 2001", words: [concluded]}
wikidata: Q1
tags: [law]
---

Text of the record.

More.
"""


def refused(text: str) -> InputError:
    with pytest.raises(InputError) as caught:
        load_record(text, Slug("x"), PLACE, kinds.TOPIC)
    return caught.value


def test_a_record_is_read_as_it_is_written():
    assert load_record(WHOLE, Slug("x"), PLACE, kinds.TOPIC) == Record(
        slug=Slug("x"),
        kind=kinds.AGREEMENT,
        names={"en": "Treaty: good neighbours", "de": "Vertrag", "zh": "条约"},
        aliases=("the treaty", "1905", "no"),
        dates=(DatedFact("signed", "2001-07-16", "TASS, 2001", ("concluded",)),),
        wikidata="Q1",
        page_options={"tags": ["law"]},
        text="Text of the record.\n\nMore.",
    )


PROBLEMS = (
    ("kind: agreement\n", "name is missing"),
    ("kind: ship\nname: {en: X}\n", "kind is 'ship'; it must be one of: person, body"),
    ("kind: exercice\nname: {en: X}\n", "kind is 'exercice' (did you mean exercise?)"),
    ("kind: body\nname: X\n", "name must be a list of `key: text` lines"),
    ("kind: body\nname: {english: X}\n", "name.english is not a language code"),
    ("kind: body\nname: {en: X}\nalias: [Y]\n", "alias is not a known key"),
    ("kind: body\nname: {en: X}\naliases: Y\n", "aliases must be a list of texts"),
    ("kind: body\nname: {en: X}\naliases: [[Y]]\n", "aliases must be a list of texts"),
    (
        "kind: body\nname: {en: X}\ndates: [{type: signed, date: 2.3.2001, source: y}]\n",
        "dates[1].date is not an EDTF date: '2.3.2001'",
    ),
    (
        "kind: body\nname: {en: X}\ndates: [{type: signed, date: 2001}]\n",
        "dates[1].source is missing",
    ),
    ("kind: body\nname: {en: X}\ndates: [{date: 2001, source: y}]\n", "dates[1].type is missing"),
)


@pytest.mark.parametrize(("header", "problem"), PROBLEMS)
def test_a_wrong_header_is_refused_with_the_key(header, problem):
    error = refused(f"---\n{header}---\n")
    assert problem in error.problem
    assert error.place.startswith(PLACE)


MISSING = (
    ("name: {en: X}\n", "kind is missing"),
    ("kind: body\nname: {en: X}\ndates: [{type: signed, source: y}]\n", "dates[1].date is missing"),
)


@pytest.mark.parametrize(("header", "problem"), MISSING)
def test_what_a_record_needs_is_not_guessed(header, problem):
    """A record of no kind would be a body; a fact without date breaks anniversaries."""
    assert problem in refused(f"---\n{header}---\n").problem


def test_all_problems_are_listed_at_once():
    problem = refused("---\nkind: ship\nname: {xx: X}\nextra: 1\ndates: [{type: a}]\n---\n").problem
    for part in ("kind is 'ship'", "name.xx", "extra is not", "dates[1].source is missing"):
        assert part in problem


@pytest.mark.parametrize("text", ["", "Text\n", "---\nkind: body\n"])
def test_a_file_without_header_is_refused(text):
    assert "no front matter" in refused(text).problem


@pytest.mark.parametrize("path", sorted((ROOT / "content" / "records").glob("*.md")), ids=str)
def test_the_projects_own_records_can_be_used(path):
    record = load_record(path.read_text("utf-8"), Slug(path.stem), str(path), kinds.PROJECT)
    assert record.names
    assert all(fact.source for fact in record.dates)


def test_words_for_a_fact_come_from_its_record_and_its_type():
    topic = Topic(facts={"signed": ("unterzeichn",), "founded": ("gründ",)})
    record = load_record(WHOLE, Slug("x"), PLACE, topic)
    assert record.dates[0].words == ("concluded", "unterzeichn")
