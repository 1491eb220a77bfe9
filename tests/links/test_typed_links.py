"""Links that say what one text has to do with another: reports, follows up, announces; from both sides."""

from dataclasses import replace

import pytest

from generator.model import LinkType
from tests.builders import DE, event
from tests.links.chronicle import CALL, ELSE, HELD, PLAN, REPORT, both_ways, connected, entry, links_of, types

SUBJECT = LinkType.SAME_SUBJECT


# Reports, and is reported in


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
