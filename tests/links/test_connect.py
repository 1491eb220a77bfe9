"""Which entries lead to which, how, and why: what they share, what editors say, and how many stay."""

from dataclasses import replace

import pytest

from generator.links import connect as link
from generator.links import neighbours
from generator.links.connect import Connections
from generator.model import Entry, LinkType, SegmentId
from tests.builders import DE, event
from tests.links.chronicle import CALL, ELSE, HELD, PLAN, REPORT, both_ways, connected, entry, links_of, types

SUBJECT = LinkType.SAME_SUBJECT


def targets(connections: Connections) -> dict[str, list[str]]:
    """Without the entries that have no links."""
    return {slug: [one.target for one in links] for slug, links in connections.links.items() if links}


# The same subject

SUBJECTS = [
    ("Treaty of Friendship", "agreement"),
    ("Zapad", "exercise"),
    ("Consultations", "meeting"),
    ("Wu Qian", "person"),
]


@pytest.mark.parametrize(("name", "kind"), SUBJECTS)
def test_a_shared_subject_ties_by_its_kind(name, kind):
    one, other = entry("a", "One.", "Two.", f"On {name}."), entry("b", "One.", "Two.", f"{name} again.")
    there, back, reason, _ = both_ways(one, other)
    assert (there, back) == (SUBJECT, SUBJECT)
    assert reason == f"Both mention {name} ({kind})."
    assert links_of(connected(one, other, ELSE), "a")["b"].quote == f"{name} again."


@pytest.mark.parametrize("text", ["Chinese Ministry of Defence", "Beijing", "A regular press conference"])
def test_bodies_places_and_what_does_not_connect_tie_nothing(text):
    assert both_ways(entry("a", text), entry("b", text))[0] == ""


def test_the_rarer_record_is_closer():
    connections = connected(
        entry("a", "Zapad, Treaty of Friendship"),
        entry("b", "Zapad"),
        entry("c", "Zapad"),
        entry("d", "Treaty of Friendship"),
        ELSE,
    )
    assert targets(connections)["a"] == ["d", "b", "c"]


def test_the_nearer_date_is_closer():
    dates = {"a": "2020-01-01", "b": "2024-01-01", "c": "2020-03-01", "d": "2020-01-15", "e": None}
    entries = [entry(slug, "One.", "Two.", "On Zapad.", date=date) for slug, date in dates.items()]
    assert targets(connected(*entries, ELSE))["a"] == ["d", "c", "b", "e"]


def test_kinds_weigh_agreement_over_meeting_over_person():
    connections = connected(
        entry("a", "Dong Jun, Treaty of Friendship, Consultations"),
        entry("b", "Dong Jun"),
        entry("c", "Consultations"),
        entry("d", "Treaty of Friendship"),
        ELSE,
    )
    assert targets(connections)["a"] == ["d", "c", "b"]


def test_more_in_common_is_closer_and_all_is_said():
    connections = connected(
        entry("a", "Wu Qian, Zapad"), entry("b", "Zapad, Wu Qian"), entry("c", "Zapad"), ELSE
    )
    assert targets(connections)["a"] == ["b", "c"]
    assert links_of(connections, "a")["b"].reason == "Both mention Zapad (exercise), Wu Qian (person)."


def test_a_record_named_in_every_entry_ties_nothing():
    assert targets(connected(*(entry(slug, "Zapad, Dong Jun") for slug in "abc"))) == {}


def test_a_record_in_very_many_entries_ties_nothing(monkeypatch):
    """So that the cost stays linear."""
    monkeypatch.setattr(neighbours, "COMMON", 3)
    few = [entry(f"e{n}", "Zapad") for n in range(3)]
    others = [entry(f"x{n}", "Nothing") for n in range(9)]
    assert len(targets(connected(*few, *others))) == 3
    assert targets(connected(*few, entry("e3", "Zapad"), *others)) == {}


@pytest.mark.parametrize(("count", "tied"), [(60, 60), (61, 0)])
def test_a_record_in_sixty_entries_still_ties(count, tied):
    assert len(targets(connected(*(entry(f"e{n}", "Zapad") for n in range(count)), ELSE))) == tied


def test_six_records_in_common_are_named_and_the_others_counted():
    six = "Dong Jun, Andrei Belousov, Wu Qian, Wang Wenbin, Vladimir Putin, Xi Jinping"
    reasons = [both_ways(entry("a", text), entry("b", text))[2] for text in (six, f"{six}, Zapad")]
    assert [reason.count(", ") for reason in reasons] == [5, 5]
    assert [" 1 more" in reason for reason in reasons] == [False, True]


# Order, and how many


def test_closer_types_come_first():
    one = entry(
        "a",
        "Zapad and the Treaty of Friendship.",
        "On 27 January Dong Jun held a video call of the ministers.",
        date="2026-01-29",
        events=(event("2026-01-27", "Dong Jun held a video call of the ministers", "s2"),),
    )
    last_year = entry("last-year", "Zapad ended.", date="2025-01-01")
    subject = entry("subject", "One.", "Two.", "Zapad, Treaty of Friendship.", date="2026-01-28")
    by_hand = entry("by-hand", "Else.", related=("a",))
    connections = connected(one, CALL, last_year, subject, by_hand, ELSE)
    assert targets(connections)["a"] == ["by-hand", "call", "last-year", "subject"]


def test_equal_links_are_in_order_of_name_whatever_the_order_of_entries():
    entries = [entry(slug, "Zapad") for slug in "dbeca"] + [ELSE]
    assert targets(connected(*entries))["b"] == ["a", "c", "d", "e"]
    assert connected(*entries).links == connected(*reversed(entries)).links


def test_the_closest_eight_stay_when_there_are_more():
    entries = [entry(f"e{n:02}", "Zapad") for n in range(12)]
    near = entry("near", "Zapad, Treaty of Friendship")
    connections = connected(entry("a", "Zapad, Treaty of Friendship"), near, *entries, ELSE)
    assert targets(connections)["a"] == ["near", *(f"e{n:02}" for n in range(7))]


def test_no_report_of_the_same_event_is_cut_off(monkeypatch):
    monkeypatch.setattr(link, "MOST", 2)
    text = "Wu Qian, a spokesman, told a press conference of Zapad."
    entries = [entry(f"e{n}", text, date="2023-12-28", publisher=f"P{n}") for n in range(5)]
    others = [entry(f"x{n}", "One.", "Two.", "Zapad.") for n in range(4)]
    links = connected(*entries, *others, ELSE).links["e0"]
    assert [one.type for one in links].count(LinkType.SAME_EVENT) == 4
    assert len(links) == 6


def test_an_entry_never_leads_to_itself():
    own = replace(CALL, events=(event("2026-01-27", "Dong Jun and Belousov spoke in a video call", "s1"),))
    assert targets(connected(own, entry("b", "Nothing."), ELSE)) == {}


def test_every_entry_is_in_the_result_even_without_links():
    assert connected(entry("a", "x"), entry("b", "y")).links == {"a": (), "b": ()}
    assert connected() == Connections({})


# Editors


def test_what_an_editor_relates_is_linked_both_ways_and_comes_first():
    connections = connected(
        entry("a", "Zapad", related=("c",)), entry("b", "Zapad"), entry("c", "Nothing"), ELSE
    )
    assert targets(connections) == {"a": ["c", "b"], "b": ["a"], "c": ["a"]}
    for source, target in (("a", "c"), ("c", "a")):
        found = links_of(connections, source)[target]
        assert (found.type, found.reason, found.quote) == (LinkType.BY_EDITOR, "Added by the editor.", "")


def test_what_is_found_as_well_is_one_link_with_both_reasons():
    connections = connected(entry("a", "Zapad", related=("b",)), entry("b", "Zapad.", related=("a",)), ELSE)
    assert targets(connections) == {"a": ["b"], "b": ["a"]}
    found = links_of(connections, "a")["b"]
    assert found.type is LinkType.BY_EDITOR
    assert found.reason == "Added by the editor. Both mention Zapad (exercise)."
    assert (found.quote, found.segment) == ("Zapad.", "s1")


def test_reports_of_one_event_stay_that_when_an_editor_relates_them():
    text = "Wu Qian, a spokesman, told a press conference of Zapad."
    entries = [entry(slug, text, date="2023-12-28", related=("b",)) for slug in "ab"]
    found = connected(*entries, ELSE)
    assert types(found)["a", "b"] is LinkType.SAME_EVENT
    assert found.groups == (("a", "b"),)


@pytest.mark.parametrize("who", ["a", "b", "ab"])
def test_not_related_takes_the_link_off_both_pages_whoever_says_it(who):
    entries = [
        entry("a", "Zapad", not_related=("b",) if "a" in who else ()),
        entry("b", "Zapad", not_related=("a",) if "b" in who else ()),
        entry("c", "Zapad"),
        ELSE,
    ]
    assert targets(connected(*entries)) == {"a": ["c"], "b": ["c"], "c": ["a", "b"]}


def test_not_related_takes_typed_links_and_groups_apart():
    assert both_ways(REPORT, replace(CALL, not_related=("report",)))[0] == ""
    assert both_ways(PLAN, replace(HELD, not_related=("plan",)))[0] == ""
    text = "Wu Qian, a spokesman, told a press conference of Zapad."
    one, other = entry("a", text, date="2023-12-28"), entry("b", text, date="2023-12-28")
    assert connected(one, other, ELSE).groups
    apart = connected(one, replace(other, not_related=("a",)), ELSE)
    assert apart.groups == ()
    assert targets(apart) == {}


def test_a_place_that_became_free_is_filled():
    """What an editor takes away does not cost one of the links that fit on a page."""
    others = [entry(f"e{n:02}", "Zapad") for n in range(9)]
    one = entry("a", "Zapad", not_related=("e00",))
    assert targets(connected(one, *others, ELSE))["a"] == [f"e{n:02}" for n in range(1, 9)]


@pytest.mark.parametrize(("related", "not_related"), [("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")])
def test_related_wins_over_not_related(related, not_related):
    def wishes(slug: str) -> dict:
        other = ("b",) if slug == "a" else ("a",)
        return {
            "related": other if slug == related else (),
            "not_related": other if slug == not_related else (),
        }

    entries = [entry(slug, "Nothing.", **wishes(slug)) for slug in "ab"]
    assert targets(connected(*entries)) == {"a": ["b"], "b": ["a"]}


def test_a_link_to_what_is_not_there_is_left_out():
    connections = connected(entry("a", "x", related=("gone", "b"), not_related=("lost",)), entry("b", "y"))
    assert targets(connections) == {"a": ["b"], "b": ["a"]}


def test_an_editor_does_not_relate_an_entry_to_itself():
    assert targets(connected(entry("a", "Zapad", related=("a",)), ELSE)) == {}


def test_nothing_an_editor_relates_is_cut_off():
    """The limit is for what the program finds."""
    others = [entry(f"e{n:02}", "Nothing") for n in range(10)]
    one = entry("a", "Nothing", related=tuple(other.slug for other in others))
    assert len(targets(connected(one, *others))["a"]) == 10


# Boilerplate

FOOT = "About the ministry: it was founded to carry out the Treaty of Friendship of the two countries."


def releases(count: int, *, publisher: str = "Ministry") -> list[Entry]:
    return [entry(f"e{n}", f"News number {n}.", "More.", FOOT, publisher=publisher) for n in range(count)]


def test_what_only_recurring_paragraphs_name_ties_nothing():
    assert targets(connected(*releases(3), ELSE)) == {}


def test_two_texts_are_no_pattern():
    assert targets(connected(*releases(2), ELSE)) == {"e0": ["e1"], "e1": ["e0"]}


def test_what_the_own_text_names_too_ties_all_the_same():
    on_it = entry("on-it", "On the Treaty of Friendship.", "More.", FOOT, publisher="Ministry")
    other = entry("other", "The Treaty of Friendship again.", publisher="Agency")
    assert targets(connected(*releases(3), on_it, other)) == {"on-it": ["other"], "other": ["on-it"]}


def test_a_recurring_paragraph_reports_and_opens_nothing():
    told = (event("2019-02-02", "the Treaty of Friendship", "s3"),)
    entries = [replace(one, events=told, date="2024-01-01") for one in releases(3)]
    other = entry("other", "The Treaty of Friendship was signed.", date="2019-02-02")
    assert LinkType.REPORTS not in types(connected(*entries, other, ELSE)).values()


# Quotes


def test_a_quote_is_in_the_sites_language_where_there_is_a_translation():
    german = entry("a", ("Erstens. Zweitens Zapad.", "First. *Second* Zapad."), language=DE)
    connections = connected(german, entry("b", "On Zapad."), ELSE)
    found = links_of(connections, "b")["a"]
    assert (found.quote, found.language, found.segment) == ("Second Zapad.", "en", "s1")


def test_a_quote_from_an_untranslated_text_says_its_language():
    connections = connected(entry("a", "Erst. Dann Zapad.", language=DE), entry("b", "On Zapad."), ELSE)
    assert (links_of(connections, "b")["a"].quote, links_of(connections, "b")["a"].language) == (
        "Dann Zapad.",
        "de",
    )


def test_a_record_named_in_the_title_only_quotes_the_title():
    connections = connected(entry("a", "Nothing.", title="Zapad ends"), entry("b", "On Zapad."), ELSE)
    found = links_of(connections, "b")["a"]
    assert (found.quote, found.segment) == ("Zapad ends", None)


def test_a_record_an_editor_added_ties_without_a_quote():
    from generator.model import MentionEdits, Slug

    added = replace(entry("a", "Nothing."), mentions=MentionEdits(add=(Slug("zapad"),)))
    found = links_of(connected(added, entry("b", "On Zapad."), ELSE), "b")["a"]
    assert (found.type, found.quote, found.segment) == (LinkType.SAME_SUBJECT, "", None)


def test_every_quote_stands_where_its_link_says():
    """Over all kinds of links of a small chronology."""
    entries = {one.slug: one for one in (REPORT, CALL, PLAN, HELD, *releases(2), ELSE)}
    for links in connected(*entries.values()).links.values():
        for found in links:
            segment = next(s for s in entries[found.target].segments if s.id == found.segment)
            assert found.quote in segment.text
            assert isinstance(found.segment, str)
            assert SegmentId(found.segment)
