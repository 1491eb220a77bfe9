"""Which entries lead to which, and why."""

from collections.abc import Mapping

import pytest

from generator.model import (
    Entry,
    Kind,
    Language,
    Mention,
    Record,
    RecordKind,
    Rendering,
    Segment,
    SegmentId,
    Slug,
    Source,
)
from generator.names import NameIndex
from generator.publish import link
from generator.publish.annotate import find_mentions
from generator.publish.link import BY_EDITOR, MOST, Connections, connect, quote_for, record_name

EN, DE = Language("en"), Language("de")


def record(slug: str, kind: RecordKind, name: str) -> Record:
    return Record(Slug(slug), kind, {EN: name})


RECORDS = {
    one.slug: one
    for one in (
        record("dong", RecordKind.PERSON, "Dong Jun"),
        record("wu", RecordKind.PERSON, "Wu Qian"),
        record("zapad", RecordKind.EXERCISE, "Zapad"),
        record("treaty", RecordKind.AGREEMENT, "Treaty"),
        record("talks", RecordKind.MEETING, "Consultations"),
        record("mnd", RecordKind.BODY, "Ministry"),
        record("peking", RecordKind.PLACE, "Beijing"),
    )
}
INDEX = NameIndex(RECORDS)


def entry(slug: str, text: str, **values) -> Entry:
    blocks = (Segment(SegmentId("s1"), EN, text),)
    return Entry(
        Slug(slug), slug.title(), EN, Kind.ARTICLE, Source(f"{slug}.txt", "x"), blocks=blocks, **values
    )


def connected(*entries: Entry) -> Connections:
    by_slug = {one.slug: one for one in entries}
    mentions = {slug: find_mentions(one, INDEX) for slug, one in by_slug.items()}
    return connect(by_slug, mentions, RECORDS, EN)


def targets(connections: Connections) -> dict[str, list[str]]:
    """Without the entries that have no links."""
    return {slug: [one.target for one in links] for slug, links in connections.links.items() if links}


def test_same_day_and_same_person_is_the_same_event():
    connections = connected(
        entry("a", "Dong Jun spoke.", date="2023-12-28"),
        entry("b", "He is called Dong Jun. Nothing more.", date="2023-12-28"),
    )
    (link_to_b,) = connections.links[Slug("a")]
    assert link_to_b.target == "b"
    assert link_to_b.reason == "Same event: both report on 28 December 2023 and mention Dong Jun."
    assert link_to_b.quote == "He is called Dong Jun."
    assert link_to_b.records == ("dong",)
    assert connections.links[Slug("b")][0].quote == "Dong Jun spoke."


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("2023-12-28", "2023-12-29", "Dong Jun"),
        ("2023-12", "2023-12", "Dong Jun"),
        ("[2023-12-18..2023-12-24]", "[2023-12-18..2023-12-24]", "Dong Jun"),
        (None, None, "Dong Jun"),
        ("XXXX-12-28", "XXXX-12-28", "Dong Jun"),
        ("2023-12-28", "2023-12-28", "Zapad"),
    ],
)
def test_not_the_same_event_without_one_known_day_and_a_person(first, second, text):
    connections = connected(entry("a", text, date=first), entry("b", text, date=second), entry("c", "None"))
    (found,) = connections.links[Slug("a")]
    assert found.reason == f"Both mention {text}."


def test_a_shared_rare_record_links():
    connections = connected(entry("a", "Zapad"), entry("b", "On Zapad."), entry("c", "Nothing"))
    assert targets(connections) == {"a": ["b"], "b": ["a"]}
    assert connections.links[Slug("a")][0].quote == "On Zapad."


def test_the_rarer_record_is_closer():
    connections = connected(
        entry("a", "Zapad, Treaty"), entry("b", "Zapad"), entry("c", "Zapad"), entry("d", "Treaty"),
        entry("e", "Nothing"),
    )  # fmt: skip
    assert targets(connections)["a"] == ["d", "b", "c"]


def test_kinds_weigh_agreement_over_meeting_over_person():
    connections = connected(
        entry("a", "Dong Jun, Treaty, Consultations"),
        entry("b", "Dong Jun"),
        entry("c", "Consultations"),
        entry("d", "Treaty"),
    )
    assert targets(connections)["a"] == ["d", "c", "b"]


def test_more_in_common_is_closer_and_all_is_said():
    connections = connected(
        entry("a", "Wu Qian, Zapad"), entry("b", "Zapad, Wu Qian"), entry("c", "Zapad"), entry("d", "Nothing")
    )
    assert targets(connections)["a"] == ["b", "c"]
    assert connections.links[Slug("a")][0].reason == "Both mention Zapad, Wu Qian."


def test_a_record_named_in_every_entry_links_nothing():
    assert targets(connected(*(entry(slug, "Zapad, Dong Jun") for slug in "abc"))) == {}


@pytest.mark.parametrize("text", ["Ministry", "Beijing", "Ministry in Beijing"])
def test_bodies_and_places_do_not_connect(text):
    one, other = entry("a", text, date="2023-12-28"), entry("b", text, date="2023-12-28")
    assert targets(connected(one, other, entry("c", "Nothing"))) == {}


def test_a_record_in_very_many_entries_links_nothing(monkeypatch):
    """So that the cost stays linear."""
    monkeypatch.setattr(link, "COMMON", 3)
    few = [entry(f"e{n}", "Zapad") for n in range(3)]
    others = [entry(f"x{n}", "Nothing") for n in range(9)]
    assert len(targets(connected(*few, *others))) == 3
    assert targets(connected(*few, entry("e3", "Zapad"), *others)) == {}


def test_what_an_editor_relates_is_linked_both_ways_and_comes_first():
    connections = connected(
        entry("a", "Dong Jun", date="2023-12-28", related=("c",)),
        entry("b", "Dong Jun", date="2023-12-28"),
        entry("c", "Nothing"),
    )
    assert targets(connections) == {"a": ["c", "b"], "b": ["a"], "c": ["a"]}
    assert connections.links[Slug("a")][0].reason == connections.links[Slug("c")][0].reason == BY_EDITOR
    assert connections.broken == ()


def test_related_on_both_sides_or_found_as_well_is_one_link():
    connections = connected(
        entry("a", "Zapad", related=("b",)), entry("b", "Zapad", related=("a",)), entry("c", "Nothing")
    )
    assert targets(connections) == {"a": ["b"], "b": ["a"]}
    assert connections.links[Slug("a")][0].reason == BY_EDITOR


def test_not_related_takes_a_link_off_the_page():
    connections = connected(
        entry("a", "Zapad", not_related=("b",)), entry("b", "Zapad"), entry("c", "Zapad"), entry("d", "None")
    )
    assert targets(connections)["a"] == ["c"]


def test_an_entry_never_leads_to_itself():
    assert targets(connected(entry("a", "Zapad", related=("a",)), entry("b", "Nothing"))) == {}


def test_related_to_what_is_not_there_is_reported_and_left_out():
    connections = connected(entry("a", "Zapad", related=("gone", "b")), entry("b", "Nothing"))
    assert connections.broken == (("a", "gone"),)
    assert targets(connections) == {"a": ["b"], "b": ["a"]}


def test_equal_links_are_in_order_of_name_whatever_the_order_of_entries():
    entries = [entry(slug, "Zapad") for slug in "dbeca"] + [entry("x", "Nothing")]
    assert targets(connected(*entries))["b"] == ["a", "c", "d", "e"]
    assert connected(*entries).links == connected(*reversed(entries)).links


def test_the_closest_stay_when_there_are_more_than_a_page_shows():
    entries = [entry(f"e{n:02}", "Zapad") for n in range(MOST + 4)]
    near = entry("near", "Zapad, Treaty")
    connections = connected(entry("a", "Zapad, Treaty"), near, *entries, entry("x", "Nothing"))
    assert targets(connections)["a"] == ["near", *(f"e{n:02}" for n in range(MOST - 1))]


def test_nothing_an_editor_relates_is_cut_off():
    """The limit is for what the program finds."""
    others = [entry(f"e{n:02}", "Nothing") for n in range(MOST + 2)]
    one = entry("a", "Nothing", related=tuple(other.slug for other in others))
    assert len(targets(connected(one, *others))["a"]) == MOST + 2


def test_every_entry_is_in_the_result_even_without_links():
    assert connected(entry("a", "x"), entry("b", "y")).links == {"a": (), "b": ()}
    assert connected() == Connections({}, ())


def bilingual() -> tuple[Entry, Mapping[Slug, tuple[Mention, ...]]]:
    one = Entry(
        Slug("a"),
        "A",
        DE,
        Kind.ARTICLE,
        Source("a.txt", "x"),
        blocks=(
            Segment(
                SegmentId("s1"),
                DE,
                "Erstens. Zweitens Dong Jun.",
                rendering=Rendering(EN, "First. *Second* Dong Jun."),
            ),
        ),
    )
    return one, {one.slug: find_mentions(one, INDEX)}


@pytest.mark.parametrize(
    ("language", "quote"), [(EN, "Second Dong Jun."), (DE, "Zweitens Dong Jun.")], ids=["en", "de"]
)
def test_a_quote_is_the_sentence_in_the_language_asked_for(language, quote):
    one, mentions = bilingual()
    found = quote_for(one, mentions[one.slug], Slug("dong"), language)
    assert found
    assert (found[0], found[1].language) == (quote, language)


def test_no_quote_for_a_record_that_is_not_named():
    one, mentions = bilingual()
    assert quote_for(one, mentions[one.slug], Slug("wu"), EN) is None


def test_a_long_quote_is_cut_at_a_word():
    connections = connected(entry("a", "Zapad"), entry("b", "Zapad " + "word " * 200), entry("c", "Nothing"))
    quote = connections.links[Slug("a")][0].quote
    assert len(quote) <= link.QUOTE_LENGTH
    assert quote.endswith("word…")


def test_a_record_without_a_name_in_the_language_has_its_first():
    one = Record(Slug("a"), RecordKind.PERSON, {DE: "Schoigu", Language("ru"): "Шойгу"})
    assert record_name(one, EN) == "Schoigu"
    assert record_name(one, Language("ru")) == "Шойгу"
