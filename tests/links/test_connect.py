"""Which entries lead to which, how, and why: every type of link from both sides."""

from dataclasses import replace

import pytest

from generator.links import connect as link
from generator.links import shared
from generator.links.connect import MOST, Connections
from generator.links.reasons import BY_EDITOR
from generator.model import Entry, LinkType, SegmentId
from tests.builders import DE, event
from tests.publish.chronicle import connected, entry, links_of, types

SUBJECT = LinkType.SAME_SUBJECT

ELSE = entry("else", "Nothing in common.")
"""So that no record is in every entry."""


def targets(connections: Connections) -> dict[str, list[str]]:
    """Without the entries that have no links."""
    return {slug: [one.target for one in links] for slug, links in connections.links.items() if links}


def both_ways(one: Entry, other: Entry, *, with_else: bool = True) -> tuple[str, str, str, str]:
    """Types and reasons of the links between two entries: from the one, and from the other."""
    found = connected(one, other, *([ELSE] if with_else else []))
    there, back = links_of(found, one.slug).get(other.slug), links_of(found, other.slug).get(one.slug)
    return (str(there.type), str(back.type), there.reason, back.reason) if there and back else ("",) * 4


# Reports, and is reported in

CALL = entry("call", "Dong Jun and Belousov spoke in a video call of the ministers.", date="2026-01-27")
REPORT = entry(
    "report",
    "The spokesman answered questions.",
    "On 27 January Dong Jun held a video call of the ministers. Nothing more.",
    date="2026-01-29",
    events=(event("2026-01-27", "Dong Jun held a video call of the ministers", "s2"),),
)


def test_an_entry_reports_an_event_another_is_about():
    found = both_ways(REPORT, CALL)
    assert found == (
        "reports an event of",
        "reported in",
        "Reports an event that entry is about: video call of the ministers, Dong Jun, 27 January 2026.",
        "Reported in that entry: video call of the ministers, Dong Jun, 27 January 2026.",
    )


def test_each_side_quotes_the_sentence_of_the_other_with_its_place():
    connections = connected(REPORT, CALL, ELSE)
    there, back = links_of(connections, "report")["call"], links_of(connections, "call")["report"]
    assert (there.quote, there.segment) == (
        "Dong Jun and Belousov spoke in a video call of the ministers.",
        "s1",
    )
    assert (back.quote, back.segment) == ("On 27 January Dong Jun held a video call of the ministers.", "s2")
    assert (there.language, back.language) == ("en", "en")


@pytest.mark.parametrize(
    "date", ["2026-01-26", "2025-01-27", "2026-01", "2026", "XXXX-01-27", "2026-02-01/2026-02-05"]
)
def test_a_happening_of_another_day_is_not_what_another_is_about(date):
    other = replace(REPORT, events=(replace(REPORT.events[0], date=date),))
    assert both_ways(other, CALL)[0] != "reports an event of"


@pytest.mark.parametrize("date", ["[2026-01-26..2026-02-01]", "2026-01-25/2026-01-28"])
def test_the_other_may_be_dated_to_the_week(date):
    assert both_ways(REPORT, replace(CALL, date=date))[0] == "reports an event of"


def test_a_day_and_a_speaker_are_not_enough():
    """Whoever tells of a day is not what happened on it."""
    told = entry(
        "told",
        "Wu Qian said that on 27 January the ministers talked.",
        date="2026-01-29",
        events=(event("2026-01-27", "the ministers talked", "s1"),),
    )
    other = entry("other", "Wu Qian opened a museum.", date="2026-01-27")
    assert both_ways(told, other)[0] == SUBJECT


def test_two_who_took_part_are_enough():
    """The title of an event need not name them."""
    told = entry(
        "told",
        "Dong Jun and Belousov talked on 27 January.",
        date="2026-01-29",
        events=(event("2026-01-27", "talked on 27 January", "s1"),),
    )
    assert both_ways(told, CALL)[0] == "reports an event of"


def test_only_what_the_other_opens_with_counts():
    late = entry("late", "One.", "Two.", "Dong Jun held a video call of the ministers.", date="2026-01-27")
    assert both_ways(REPORT, late)[0] == SUBJECT


def test_an_event_without_a_paragraph_is_known_by_its_title():
    loose = replace(REPORT, events=(event("2026-01-27", "Dong Jun held a video call of the ministers"),))
    assert both_ways(loose, CALL)[0] == "reports an event of"


def test_the_record_that_gave_the_date_counts_as_named():
    told = entry(
        "told",
        "The talks follow the drills of last week.",
        date="2026-02-02",
        events=(event("2026-01-27", "the drills of last week", "s1", record="zapad"),),
    )
    drill = entry("drill", "Zapad began.", date="2026-01-27")
    assert both_ways(told, drill)[0] == "follows up"
    assert both_ways(replace(told, events=(replace(told.events[0], record=None),)), drill)[0] == ""


def test_a_year_is_date_enough_for_a_round_of_that_year():
    told = entry(
        "told",
        "No statement was made after the Consultations in 2019.",
        date="2023-12-20",
        events=(event("2019", "the Consultations in 2019", "s1"),),
    )
    assert both_ways(told, entry("round", "The Consultations were held.", date="2019"))[0] == (
        "reports an event of"
    )
    assert both_ways(told, entry("day", "The Consultations began.", date="2019-05-01"))[0] == SUBJECT


def test_an_earlier_entry_does_not_report_a_later_one():
    early = replace(REPORT, date="2026-01-20")
    assert both_ways(early, CALL)[0] == SUBJECT


def test_a_text_on_two_events_of_one_day_reports_the_other():
    two = entry(
        "two",
        "The museum opened with a show of old paintings.",
        "In the evening Zapad began.",
        date="2026-01-27",
        events=(event("2026-01-27", "In the evening Zapad began", "s2"),),
    )
    drill = entry("drill", "Zapad began with a parade and many ships and guests.", date="2026-01-27")
    assert both_ways(two, drill)[0] == "reports an event of"


# Follows up, and is followed up in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks follow the video call of the ministers.", "follows up"),
        ("The visit followed a video call of the ministers.", "follows up"),
        ("In the wake of the video call of the ministers both sides met.", "follows up"),
        ("He recalled the video call of the ministers.", "reports an event of"),
        ("No word was said after the video call of the ministers.", "reports an event of"),
    ],
)
def test_what_says_that_it_came_after_follows_up(text, expected):
    later = entry(
        "later",
        "News of the day.",
        text,
        date="2026-02-03",
        events=(event("2026-01-27", "video call of the ministers", "s2"),),
    )
    assert both_ways(later, CALL)[0] == expected


def test_what_follows_says_so_in_german_too():
    later = entry(
        "later",
        "Die Fahrt schloss sich an Zapad an, die am Sonntag zu Ende ging.",
        date="2021-10-17/2021-10-23",
        language=DE,
        events=(event("2021-10-17", "die am Sonntag zu Ende ging", "s1"),),
    )
    exercise = entry("exercise", "Zapad ended.", date="2021-10-14/2021-10-17")
    there, back, reason, _ = both_ways(later, exercise)
    assert (there, back) == ("follows up", "followed up in")
    assert reason == "Follows up on Zapad: this entry refers back to 17 October 2021."


def test_the_next_round_of_a_meeting_follows_up_the_last():
    rounds = [
        entry(f"r{year}", f"{words} the Consultations.", date=f"{year}-06-01")
        for year, words in ((2021, "Generals met for"), (2018, "On"), (2019, "Snow delayed"))
    ]
    found = types(connected(*rounds, ELSE))
    assert found["r2019", "r2018"] == found["r2021", "r2019"] == LinkType.FOLLOWS_UP
    assert found["r2018", "r2019"] == found["r2019", "r2021"] == LinkType.FOLLOWED_UP
    assert found["r2021", "r2018"] == LinkType.SAME_SUBJECT
    reasons = links_of(connected(*rounds, ELSE), "r2019")
    assert reasons["r2018"].reason == "Follows up: this is the next entry here that opens with Consultations."
    assert (
        reasons["r2021"].reason == "Followed up: that is the next entry here that opens with Consultations."
    )


@pytest.mark.parametrize("name", ["Treaty of Friendship", "Wu Qian"])
def test_agreements_and_persons_have_no_rounds(name):
    entries = [entry(f"e{year}", f"On {name}.", date=f"{year}-06-01") for year in (2018, 2019)]
    assert both_ways(*entries)[0] == SUBJECT


def test_what_is_only_mentioned_or_not_dated_is_no_round():
    opening = entry("a", "Zapad ended.", date="2018")
    for other in (entry("b", "One.", "Two.", "Zapad.", date="2019-01-01"), entry("b", "Zapad.")):
        assert both_ways(replace(opening, date="2018-01-01"), other)[0] == SUBJECT
    assert both_ways(opening, entry("b", "Zapad.", date="2019-01-01"))[0] == SUBJECT


def test_a_regular_meeting_that_does_not_connect_has_no_rounds():
    entries = [
        entry(f"e{year}", "A regular press conference.", date=f"{year}-06-01") for year in (2018, 2019)
    ]
    assert both_ways(*entries)[0] == ""


def test_what_two_entries_share_besides_is_said():
    first = entry("first", "The Consultations.", "On the Treaty of Friendship.", date="2018-01-01")
    later = entry("later", "The Consultations.", "On the Treaty of Friendship.", date="2019-01-01")
    assert both_ways(later, first)[2].endswith("Both also mention Treaty of Friendship.")


# Announces, and is announced in

PLAN = entry(
    "plan",
    "The ministry answered questions.",
    "Wu Qian said that Zapad would be held in September.",
    date="2022-08-25",
    events=(event("2022-09", "Zapad would be held in September", "s2", announced=True),),
)
HELD = entry("held", "Zapad began off Vladivostok.", date="2022-09-15")


def test_an_entry_announces_what_a_later_one_is_about():
    assert both_ways(PLAN, HELD) == (
        "announces",
        "announced in",
        "Announces what that entry is about: Zapad, September 2022.",
        "Announced in that entry: Zapad, September 2022.",
    )
    back = links_of(connected(PLAN, HELD, ELSE), "held")["plan"]
    assert (back.quote, back.segment) == ("Wu Qian said that Zapad would be held in September.", "s2")


@pytest.mark.parametrize(
    "date", ["2022-10-01", "2022-08-24", "2022", "2022-08-25", "[2022-09-27..2022-10-03]"]
)
def test_only_within_the_announced_time_and_after_the_announcement(date):
    assert both_ways(PLAN, replace(HELD, date=date))[0] not in ("announces", "announced in")


def test_who_announces_is_not_what_is_announced():
    """Every later press conference opens with the same spokesman."""
    briefing = entry("briefing", "Wu Qian answered questions.", date="2022-09-29")
    assert both_ways(PLAN, briefing)[0] == SUBJECT


def test_what_already_happened_announces_nothing():
    past = replace(PLAN, events=(replace(PLAN.events[0], announced=False),))
    assert "announces" not in both_ways(past, HELD)


def test_what_is_announced_for_some_time_in_a_decade_is_too_vague():
    vague = replace(PLAN, events=(replace(PLAN.events[0], date="202X"),))
    assert "announces" not in both_ways(vague, HELD)


def test_an_announcement_in_other_words_is_known_by_what_it_tells():
    words = entry(
        "words",
        "Both fleets will sail through the strait of Tsugaru in September.",
        "Zapad is part of the plan.",
        date="2022-08-25",
        events=(event("2022-09", "will sail through the strait", "s1", announced=True),),
    )
    held = entry("held", "The fleets have reached the strait of Tsugaru for Zapad.", date="2022-09-15")
    assert both_ways(words, held)[0] == "announces"
    other = entry("held", "A hall for Zapad was opened by guests from the capital.", date="2022-09-15")
    assert both_ways(words, other)[0] != "announces"


# Both report one happening


def test_two_texts_that_recall_one_day_are_tied_by_it():
    entries = [
        entry(
            slug,
            "News.",
            f"{who} spoke of it: on 2 February 2019 the Treaty of Friendship ended.",
            date=date,
            events=(event("2019-02-02", "the Treaty of Friendship ended", "s2"),),
        )
        for slug, who, date in (("a", "Wu Qian", "2023-12-28"), ("b", "Putin", "2024-05-05"))
    ]
    reason = "Both report what happened on 2 February 2019, and name Treaty of Friendship there."
    assert both_ways(*entries) == (SUBJECT, SUBJECT, reason, reason)
    link = links_of(connected(*entries, ELSE), "a")["b"]
    assert link.quote == "Putin spoke of it: on 2 February 2019 the Treaty of Friendship ended."
    assert link.segment == "s2"


def test_the_same_day_without_a_common_record_ties_nothing():
    entries = [
        entry(slug, text, date="2024", events=(event("2019-02-02", text, "s1"),))
        for slug, text in (("a", "The treaty ended"), ("b", "The bridge was opened"))
    ]
    assert both_ways(*entries)[0] == ""


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
    assert reason == f"Same {kind}: both mention {name}."
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
    assert links_of(connections, "a")["b"].reason == "Same exercise: both mention Zapad, Wu Qian."


def test_a_record_named_in_every_entry_ties_nothing():
    assert targets(connected(*(entry(slug, "Zapad, Dong Jun") for slug in "abc"))) == {}


def test_a_record_in_very_many_entries_ties_nothing(monkeypatch):
    """So that the cost stays linear."""
    monkeypatch.setattr(shared, "COMMON", 3)
    few = [entry(f"e{n}", "Zapad") for n in range(3)]
    others = [entry(f"x{n}", "Nothing") for n in range(9)]
    assert len(targets(connected(*few, *others))) == 3
    assert targets(connected(*few, entry("e3", "Zapad"), *others)) == {}


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


def test_the_closest_stay_when_there_are_more_than_a_page_shows():
    entries = [entry(f"e{n:02}", "Zapad") for n in range(MOST + 4)]
    near = entry("near", "Zapad, Treaty of Friendship")
    connections = connected(entry("a", "Zapad, Treaty of Friendship"), near, *entries, ELSE)
    assert targets(connections)["a"] == ["near", *(f"e{n:02}" for n in range(MOST - 1))]


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
        assert (found.type, found.reason, found.quote) == (LinkType.BY_EDITOR, BY_EDITOR, "")


def test_what_is_found_as_well_is_one_link_with_both_reasons():
    connections = connected(entry("a", "Zapad", related=("b",)), entry("b", "Zapad.", related=("a",)), ELSE)
    assert targets(connections) == {"a": ["b"], "b": ["a"]}
    found = links_of(connections, "a")["b"]
    assert found.type is LinkType.BY_EDITOR
    assert found.reason == "Added by the editor. Same exercise: both mention Zapad."
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
    others = [entry(f"e{n:02}", "Zapad") for n in range(MOST + 1)]
    one = entry("a", "Zapad", not_related=("e00",))
    assert targets(connected(one, *others, ELSE))["a"] == [f"e{n:02}" for n in range(1, MOST + 1)]


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
    others = [entry(f"e{n:02}", "Nothing") for n in range(MOST + 2)]
    one = entry("a", "Nothing", related=tuple(other.slug for other in others))
    assert len(targets(connected(one, *others))["a"]) == MOST + 2


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
