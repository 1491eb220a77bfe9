"""Mentions of an entry: in both languages, in its titles, and as an editor wants them."""

from dataclasses import replace

import pytest

from generator.content.library import load_entries, load_records
from generator.model import (
    Entry,
    Language,
    MentionEdits,
    Record,
    Segment,
    SegmentId,
    Slug,
    Translation,
    TranslationBy,
)
from generator.names.index import NameIndex
from generator.names.mentions import UnclearName, find_mentions, find_unclear, mentioned, titles_of
from tests import kinds
from tests.builders import entry, record
from tests.conftest import ROOT

EN, DE = Language("en"), Language("de")
S1, S2 = SegmentId("s1"), SegmentId("s2")


def ministry(slug: str, name: str, *context: str) -> Record:
    return record(slug, kinds.BODY, name, short_names=("Verteidigungsministerium",), context=context)


RECORDS = (
    record("shoigu", kinds.PERSON, "Sergei Shoigu", "Sergei Schoigu"),
    record("zapad", kinds.EXERCISE, "Zapad"),
    ministry("mnd", "Chinese ministry", "Peking"),
    ministry("mod", "Russian ministry", "Schoigu"),
)
INDEX = NameIndex({one.slug: one for one in RECORDS})
ENTRY = entry(
    "e",
    ("**Sergei** Schoigus Besuch", "[Sergei Shoigu](x.md)'s visit"),
    r"Das Verteidigungsministerium. Schoigu \[sic\]",
    title="On Zapad",
)


def listed(entry: Entry) -> list[tuple[str, str | None, str, str]]:
    return [(m.record, m.segment, m.language, m.surface) for m in find_mentions(entry, INDEX)]


def test_mentions_are_found_in_both_languages_as_a_reader_sees_the_text_then_in_the_title():
    assert listed(ENTRY) == [
        ("shoigu", "s1", "de", "Sergei Schoigus"),
        ("shoigu", "s1", "en", "Sergei Shoigu"),
        ("mod", "s2", "de", "Verteidigungsministerium"),
        ("shoigu", "s2", "de", "Schoigu"),
        ("zapad", None, "de", "Zapad"),
    ]
    assert set(mentioned(find_mentions(ENTRY, INDEX))) == {"shoigu", "mod", "zapad"}
    assert find_unclear(ENTRY, INDEX) == ()


def test_a_full_name_in_the_title_introduces_a_surname():
    entry = replace(ENTRY, title="Sergei Shoigu", blocks=(Segment(S1, EN, "Shoigu spoke."),))
    assert [row[:2] for row in listed(entry)] == [("shoigu", "s1"), ("shoigu", None)]
    assert listed(replace(entry, title="Shoigu")) == []


BY_HAND = Translation(EN, TranslationBy.EDITOR)


@pytest.mark.parametrize(
    ("values", "languages"),
    [
        ({}, ["de"]),
        ({"original_title": "Über Zapad"}, ["en", "de"]),
        ({"original_title": "Über Zapad", "translation": BY_HAND, "blocks": ()}, ["en", "de"]),
        ({"original_title": "Über Zapad", "blocks": ()}, ["de", "de"]),
    ],
)
def test_both_titles_count_each_in_its_language(values, languages):
    entry = replace(ENTRY, **values)
    assert [part.language for part in titles_of(entry)] == languages
    found = [m for m in find_mentions(entry, INDEX) if m.segment is None]
    assert [(m.record, m.language, m.surface) for m in found] == [
        ("zapad", code, "Zapad") for code in languages
    ]
    assert [m.span.of(title.text) for m, title in zip(found, titles_of(entry), strict=True)] == [
        "Zapad"
    ] * len(found)


def with_edits(add: str = "", drop: str = "") -> Entry:
    return replace(
        ENTRY, mentions=MentionEdits(tuple(map(Slug, add.split())), tuple(map(Slug, drop.split())))
    )


def test_an_editor_adds_a_record_that_the_text_does_not_name():
    entry = replace(with_edits(add="mnd mnd"), blocks=())
    assert listed(entry) == [("zapad", None, "de", "Zapad"), ("mnd", None, "de", "")]


def test_what_is_named_anyway_is_not_added_again_nor_what_is_no_record():
    assert listed(with_edits(add="zapad nobody")) == listed(ENTRY)


def test_an_editor_drops_a_record_wherever_it_is_named():
    assert set(mentioned(find_mentions(with_edits(drop="shoigu"), INDEX))) == {"mod", "zapad"}
    assert set(mentioned(find_mentions(with_edits(add="zapad", drop="zapad"), INDEX))) == {"shoigu", "mod"}


def test_words_that_may_name_two_records_are_unclear_until_an_editor_decides():
    text = "Schoigu, in Peking: Verteidigungsministerium."
    entry = replace(ENTRY, title="Nichts", blocks=(Segment(S1, DE, text),))
    unclear = UnclearName("Verteidigungsministerium", S1, DE, (Slug("mnd"), Slug("mod")))
    assert find_mentions(entry, INDEX) == ()
    assert find_unclear(entry, INDEX) == (unclear,)
    for edits in (MentionEdits(drop=(Slug("mod"),)), MentionEdits(add=(Slug("mnd"),))):
        decided = replace(entry, mentions=edits)
        assert set(mentioned(find_mentions(decided, INDEX))) == {"mnd"}
        assert find_unclear(decided, INDEX) == ()


# With the project's own records

MOST = {
    "000": """
        chinese-ministry-of-national-defense
        regular-press-conference-of-the-chinese-defense-ministry
        chinese-defense-ministry-information-bureau jiang-bin dong-jun andrei-belousov
        video-calls-of-the-defence-ministers strategic-partnership-of-coordination
        treaty-of-good-neighborliness-2001
    """,
    "001": """
        chinese-ministry-of-national-defense russian-ministry-of-defence chinese-foreign-ministry
        wang-wenbin shao-yuanming sergei-rudskoy central-military-commission joint-staff-department
        main-operational-directorate general-staff-of-the-russian-armed-forces
        strategic-consultations diplomatic-relations-1949 strategic-partnership-of-coordination
        joint-strategic-air-patrols russian-armed-forces
    """,
    "002": """
        wu-qian chinese-ministry-of-national-defense
        regular-press-conference-of-the-chinese-defense-ministry wei-fenghe sergei-shoigu
        li-zuocheng joint-staff-department moscow-conference-on-international-security
        peace-mission-2021 shanghai-cooperation-organisation russian-armed-forces
        peoples-liberation-army video-calls-of-the-defence-ministers zapad-interaction-2021
        joint-sea-2021 joint-maritime-patrols joint-strategic-air-patrols
        international-army-games-2021 treaty-of-good-neighborliness-2001
    """,
    "003": """
        wu-qian chinese-ministry-of-national-defense inf-treaty vladimir-putin russian-armed-forces
        peoples-liberation-army global-security-initiative joint-strategic-air-patrols
    """,
    "004": """
        wu-qian chinese-ministry-of-national-defense vladimir-putin
        annual-press-conference-of-vladimir-putin russian-armed-forces peoples-liberation-army
        global-security-initiative joint-strategic-air-patrols
    """,
}
LIBRARY = {entry.source.seed[:3]: entry for entry in load_entries(ROOT / "content")[0].values()}
PROJECT = NameIndex(load_records(ROOT / "content", kinds.PROJECT)[0])


@pytest.mark.usefixtures("first_chronology")
@pytest.mark.parametrize("seed", MOST)
def test_the_records_an_entry_of_ours_names(seed):
    assert set(mentioned(find_mentions(LIBRARY[seed], PROJECT))) == set(MOST[seed].split())
    assert find_unclear(LIBRARY[seed], PROJECT) == ()


@pytest.mark.usefixtures("first_chronology")
def test_context_decides_whose_ministry_speaks():
    """The word Verteidigungsministerium" is the Chinese one because Jiang Bin speaks in the paragraph."""
    found = [m for m in find_mentions(LIBRARY["000"], PROJECT) if m.surface.startswith("Verteidigungsm")]
    assert {m.record for m in found} == {"chinese-ministry-of-national-defense"}
    assert [m.segment for m in found] == ["s1"] * 3


def test_no_name_of_our_records_is_ambiguous():
    assert PROJECT.ambiguous == {}
