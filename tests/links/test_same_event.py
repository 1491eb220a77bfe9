"""Which entries report one happening: pairs made to be mistaken, each asked from both sides."""

from dataclasses import replace
from itertools import combinations

import pytest

from generator.links import same_event
from generator.links.same_event import Why, group_events, same_events
from generator.model import Entry, Kind, LinkType
from tests.builders import DE, event
from tests.links.chronicle import accounts_of, connected, entry, links_of, reader_of, types

DAY = "2023-12-28"
BRIEFING = entry(
    "briefing",
    "The Chinese military is ready to deepen trust with Russia, spokesman Wu Qian of the Chinese Ministry of "
    "Defence told a regular press conference in Beijing on Thursday.",
    "He was commenting on remarks by Russian President Vladimir Putin, who had praised the relations.",
    "The military would go on with joint patrols, drills and training, he said.",
    date=DAY,
)
OTHER_TOPIC = entry(
    "other-topic",
    "Manila should stop its provocations around the reef, said Wu Qian, a spokesperson for the Chinese "
    "Ministry of Defence, at a press conference on Thursday.",
    "The coast guard had driven away two vessels in the early morning, the spokesperson added.",
    date=DAY,
)
GERMAN_BRIEFING = entry(
    "german-briefing",
    "Das chinesische Militär will das Vertrauen zu Russland vertiefen. Das sagte der Sprecher des "
    "Ministeriums, Wu Qian, am Donnerstag auf einer Pressekonferenz in Peking.",
    "Putin hatte die Beziehungen zuvor gelobt.",
    date=DAY,
    language=DE,
)
OTHER_MINISTRY = entry(
    "other-ministry",
    "China is ready to deepen trust with Russia, foreign ministry spokesman Wang Wenbin told a press "
    "conference in Beijing on Thursday.",
    "He was commenting on remarks by Russian President Vladimir Putin, who had praised the relations.",
    "Contacts, drills and joint training would go on, he said.",
    date=DAY,
)
UNRECORDED_SPEAKER = replace(
    entry(
        "unrecorded",
        "China is ready to deepen trust with Russia, foreign ministry spokeswoman Mao Ning told a press "
        "conference in Beijing on Thursday.",
        "She was commenting on remarks by Russian President Vladimir Putin, who had praised the relations.",
        date=DAY,
    )
)
WRITTEN_STATEMENT = entry(
    "written",
    "The United States has sent a wrong signal by selling arms to Taiwan, spokesman Wu Qian of the Chinese "
    "Ministry of Defence said in a written statement on Thursday.",
    "Putin has said that he backs Beijing on the island.",
    date=DAY,
)
CALL_BY_ONE_SIDE = entry(
    "call-beijing",
    "Dong Jun held a video call with his counterpart Andrei Belousov on Thursday, state media report.",
    "China is willing to strengthen coordination and to enrich cooperation, Dong Jun said.",
    date=DAY,
)
CALL_BY_THE_OTHER = entry(
    "call-moscow",
    "Andrei Belousov has told Dong Jun in a video call that the events of the year demand constant analysis.",
    "Coordination and cooperation between the armed forces should be strengthened further, he said.",
    date=DAY,
)
ANOTHER_APPOINTMENT = entry(
    "shipyard",
    "Andrei Belousov inspected a submarine at a shipyard in Severodvinsk on Thursday morning.",
    "The boat is to be handed over to the fleet before the end of the year.",
    date=DAY,
)
CALL_COMMENTED = entry(
    "call-commented",
    "Spokesman Wu Qian of the Chinese Ministry of Defence told a press conference on Thursday that Dong "
    "Jun and Andrei Belousov had spoken in a video call.",
    "Coordination and cooperation would be strengthened, he said.",
    date=DAY,
)
SUMMIT = entry(
    "summit",
    "Vladimir Putin and Xi Jinping held talks in the Great Hall of the People on Thursday.",
    "They signed a statement on energy, trade and the pipeline through Mongolia.",
    date=DAY,
)
SUMMIT_TOO = entry(
    "summit-too",
    "Xi Jinping received Vladimir Putin for talks in the Great Hall of the People on Thursday.",
    "Energy and trade were at the centre; a statement on the pipeline was signed.",
    date=DAY,
)
PUTIN_ON_STAGE = entry(
    "putin-on-stage",
    "Vladimir Putin told a news conference after the forum on Thursday that prices and pensions would rise.",
    "He answered questions on football for an hour.",
    date=DAY,
)
PATROL_BY_ONE_SIDE = entry(
    "exercise-begins",
    "The exercise Joint Sea began off Vladivostok on Thursday with a parade of twelve ships.",
    "The crews will practise mine clearance and the search for a submarine until Sunday.",
    date=DAY,
)
PATROL_BY_THE_OTHER = entry(
    "exercise-opens",
    "Twelve ships have assembled off Vladivostok for Joint Sea, which began on Thursday.",
    "Mine clearance and the search for a submarine are to be practised until Sunday, the fleet says.",
    date=DAY,
)
EXERCISE_IN_PASSING = entry(
    "in-passing",
    "The port of Qingdao opened a new terminal for grain on Thursday.",
    "It lies next to the pier from which the destroyer left for Joint Sea last week.",
    date=DAY,
)
TWO_EVENTS = entry(
    "two-events",
    "Twelve ships began the exercise Joint Sea off Vladivostok on Thursday, while Vladimir Putin and Xi "
    "Jinping held talks in the Great Hall of the People.",
    "The crews will practise mine clearance and the search for a submarine; the leaders signed a statement "
    "on energy, trade and the pipeline.",
    date=DAY,
)

SAME = [
    (BRIEFING, OTHER_TOPIC),
    (BRIEFING, GERMAN_BRIEFING),
    (OTHER_TOPIC, GERMAN_BRIEFING),
    (CALL_BY_ONE_SIDE, CALL_BY_THE_OTHER),
    (SUMMIT, SUMMIT_TOO),
    (PATROL_BY_ONE_SIDE, PATROL_BY_THE_OTHER),
]
DIFFERENT = [
    (BRIEFING, OTHER_MINISTRY),
    (BRIEFING, UNRECORDED_SPEAKER),
    (OTHER_MINISTRY, UNRECORDED_SPEAKER),
    (BRIEFING, WRITTEN_STATEMENT),
    (OTHER_TOPIC, WRITTEN_STATEMENT),
    (GERMAN_BRIEFING, OTHER_MINISTRY),
    (GERMAN_BRIEFING, WRITTEN_STATEMENT),
    (OTHER_MINISTRY, WRITTEN_STATEMENT),
    (CALL_BY_ONE_SIDE, ANOTHER_APPOINTMENT),
    (CALL_BY_THE_OTHER, ANOTHER_APPOINTMENT),
    (CALL_BY_ONE_SIDE, CALL_COMMENTED),
    (CALL_BY_THE_OTHER, CALL_COMMENTED),
    (SUMMIT, PUTIN_ON_STAGE),
    (SUMMIT_TOO, PUTIN_ON_STAGE),
    (PUTIN_ON_STAGE, OTHER_MINISTRY),
    (PUTIN_ON_STAGE, BRIEFING),
    (PATROL_BY_ONE_SIDE, EXERCISE_IN_PASSING),
    (PATROL_BY_THE_OTHER, EXERCISE_IN_PASSING),
]


def same(*entries: Entry) -> dict[tuple[str, str], Why]:
    found = same_events(accounts_of(*entries), reader_of(*entries))
    return {pair: sameness.why for pair, sameness in found.items()}


def ids(pairs: list) -> list[str]:
    return [f"{one.slug}+{other.slug}" for one, other in pairs]


@pytest.mark.parametrize(("one", "other"), SAME, ids=ids(SAME))
def test_reports_of_one_happening_are_found_from_both_sides(one, other):
    for pair in ((one, other), (other, one)):
        connections = connected(*pair)
        assert links_of(connections, one.slug)[other.slug].type is LinkType.SAME_EVENT
        assert links_of(connections, other.slug)[one.slug].type is LinkType.SAME_EVENT
        assert [set(group) for group in connections.groups] == [{one.slug, other.slug}]


@pytest.mark.parametrize(("one", "other"), DIFFERENT, ids=ids(DIFFERENT))
def test_what_only_looks_like_one_happening_is_two(one, other):
    connections = connected(one, other, entry("apart", "Nothing in common."))
    assert LinkType.SAME_EVENT not in types(connections).values()
    assert connections.groups == ()


def test_who_met_whom_is_not_all_that_counts():
    """Two people can do two things on one day: the openings must have something more in common."""
    tree = "planted a lime tree beside a school. Its pupils sang and asked for shade on hot afternoons."
    school = entry("school", f"Dong Jun and Belousov {tree}", date=DAY)
    songs = "heard ten songs of a choir. The old theatre was full, and many had to stand on the stairs."
    choir = entry("choir", f"Dong Jun and Belousov {songs}", date=DAY)
    roof = entry("roof", "Belousov and Dong Jun visited a school and planted a lime tree there.", date=DAY)
    assert not same(school, choir)
    assert same(school, roof)


def test_what_else_is_there_changes_nothing():
    """The verdict on two entries does not hang on the others: 16 of one day, all named alike."""
    everything = {entry.slug: entry for pair in (*SAME, *DIFFERENT) for entry in pair}
    found = same(*everything.values())
    wrong = {(one.slug, other.slug) for one, other in DIFFERENT}
    assert {tuple(sorted(pair)) for pair in wrong} & set(found) == set()
    assert {tuple(sorted((one.slug, other.slug))) for one, other in SAME} <= set(found)


def test_the_reason_names_whose_press_conference_and_quotes_that():
    link = links_of(connected(BRIEFING, OTHER_TOPIC), "briefing")["other-topic"]
    assert link.reason == "Same event: both report a press conference of Wu Qian on 28 December 2023."
    assert link.quote.startswith("Manila should stop its provocations")
    assert (link.segment, link.language) == ("s1", "en")


def test_a_speaker_without_a_record_is_known_by_name():
    """What connects the two is the president; who spoke tells them to be one."""
    again = replace(UNRECORDED_SPEAKER, slug="again", title="Again")
    link = links_of(connected(UNRECORDED_SPEAKER, again), "again")["unrecorded"]
    assert link.type is LinkType.SAME_EVENT
    other = entry(
        "other-words",
        "Beijing values its ties, Mao Ning, a spokesperson for the foreign ministry, said at Thursday's "
        "press conference on remarks by Vladimir Putin.",
        date=DAY,
    )
    reason = links_of(connected(UNRECORDED_SPEAKER, other), "other-words")["unrecorded"].reason
    assert reason == (
        "Same event: both report a press conference of Mao Ning on 28 December 2023 and name Vladimir Putin."
    )


def test_an_article_on_two_events_is_grouped_with_one_of_them_only():
    """Their reports are not one event because an article has both."""
    entries = [TWO_EVENTS, PATROL_BY_ONE_SIDE, SUMMIT]
    connections = connected(*entries)
    assert ("exercise-begins", "summit") not in same(*entries)
    for group in connections.groups:
        assert set(group) != {entry.slug for entry in entries}
        assert not {"exercise-begins", "summit"} <= set(group)


# Dates

DATES = [
    (DAY, DAY, True),
    (DAY, "2023-12-29", False),
    (DAY, "2022-12-28", False),
    (DAY, None, False),
    (None, None, False),
    (DAY, "2023-12", False),
    ("2023-12", "2023-12", False),
    ("2023", "2023", False),
    ("XXXX-12-28", "XXXX-12-28", False),
    (DAY, "[2023-12-25..2023-12-31]", True),
    ("[2023-12-25..2023-12-31]", "[2023-12-25..2023-12-31]", True),
    ("[2023-12-22..2023-12-28]", "[2023-12-28..2024-01-03]", True),
    (DAY, "[2023-12-18..2023-12-24]", False),
    (DAY, "[2023-12-01..2023-12-31]", False),
    ("2023-12-25/2023-12-31", "2023-12-25/2023-12-31", True),
    (DAY, "2023-12-25/2023-12-31", False),
    ("2023-12-25/2023-12-28", "2023-12-28/2023-12-31", False),
    (DAY, "2023-12-28?", True),
]


@pytest.mark.parametrize(("first", "second", "expected"), DATES, ids=str)
def test_one_event_has_one_day_or_can_have(first, second, expected):
    one, other = replace(SUMMIT, date=first), replace(SUMMIT_TOO, date=second)
    assert bool(same(one, other)) is expected
    assert bool(same(other, one)) is expected


def test_somewhere_in_a_week_there_is_room_for_two_press_conferences():
    """Of an exact day one speaker's press conference is one; of a week the texts must be alike as well."""
    week = "[2023-12-25..2023-12-31]"
    assert same(BRIEFING, OTHER_TOPIC)
    assert not same(replace(BRIEFING, date=week), OTHER_TOPIC)
    alike = replace(BRIEFING, slug="again", date=week)
    assert same(BRIEFING, alike)


def test_two_days_are_named_when_they_are_not_the_same():
    week = replace(SUMMIT_TOO, date="[2023-12-25..2023-12-31]")
    link = links_of(connected(SUMMIT, week), "summit")["summit-too"]
    assert link.reason.startswith(
        "Same event: both report dated 28 December 2023 here and week of 25 December 2023 there"
    )


LONG = (
    "China is ready to deepen trust with Russia in the defence sector and to join forces with it in "
    "contributing to international and regional security, said Wu Qian of the Chinese Ministry of Defence.",
    "The two sides would go on with patrols at sea and in the air, with drills, training and other "
    "engagements that had been agreed upon by the leaders of both countries in the course of the year.",
)


def test_a_wire_story_printed_again_a_day_later_is_the_same():
    first = entry("wire", *LONG, date=DAY)
    later = entry("paper", f"BEIJING, Dec 28 (Wire) -- {LONG[0]}", LONG[1], date="2023-12-29")
    assert same(first, later) == {("paper", "wire"): Why.COPY}
    reason = links_of(connected(first, later), "paper")["wire"].reason
    assert reason == (
        "Same event: nearly the same text, dated 29 December 2023 here and 28 December 2023 there; both name "
        "Wu Qian."
    )


@pytest.mark.parametrize("date", ["2023-12-31", "2024-12-28", "2023"])
def test_the_same_words_much_later_are_another_event(date):
    """Ministries say the same things every year."""
    assert not same(entry("wire", *LONG, date=DAY), entry("later", *LONG, date=date))


def test_a_quotation_does_not_make_a_copy():
    article = " ".join(f"Paragraph {n} tells of something else entirely, at some length." for n in range(30))
    later = entry("comment", article, *LONG[:1], date="2023-12-29", title="On Wu Qian")
    assert not same(entry("wire", *LONG, date=DAY), later)


# What is a subject


def test_a_happening_of_another_day_is_no_subject():
    """ "The talks follow the exercise of last week" is not about the exercise."""
    talks = entry(
        "talks",
        "Officers of both sides discussed the situation off Vladivostok, where ships had begun an exercise.",
        "The talks follow Joint Sea, where mine clearance and the search for a submarine were practised.",
        date=DAY,
    )
    said = event("2023-12-20", "The talks follow Joint Sea", "s2")
    subject = accounts_of(talks)["talks"].opening
    assert "sea" in subject
    told = replace(talks, events=(said,))
    assert "sea" not in accounts_of(told)["talks"].opening
    assert "sea" in accounts_of(told)["talks"].named


def test_what_another_sentence_names_too_stays_a_subject():
    round_22 = entry(
        "talks",
        "It was the 22nd round of the Consultations. The last Consultations were held in 2019.",
        date=DAY,
        events=(event("2019", "The last Consultations were held in 2019", "s1"),),
    )
    assert "talks" in accounts_of(round_22)["talks"].opening


@pytest.mark.parametrize("text", ["Chinese Ministry of Defence", "Beijing", "A regular press conference"])
def test_bodies_places_and_what_does_not_connect_are_no_subjects(text):
    one, other = entry("a", f"{text} again.", date=DAY), entry("b", f"{text} again.", date=DAY)
    assert same(one, other) == {}


def test_a_record_an_editor_added_is_in_no_opening():
    from generator.model import MentionEdits

    added = replace(entry("a", "A text.", date=DAY), mentions=MentionEdits(add=("sea",)))
    account = accounts_of(added)["a"]
    assert (account.opening, account.named) == (frozenset(), {"sea"})


def test_only_an_opening_counts():
    late = entry("late", "One.", "Two.", PATROL_BY_ONE_SIDE.segments[0].text, date=DAY)
    assert not same(late, PATROL_BY_THE_OTHER)


# Languages

GERMAN_CALL = entry(
    "german-call",
    "Dong Jun führte am Donnerstag ein Videogespräch der Minister mit Beloussow.",
    date=DAY,
    language=DE,
)
ENGLISH_CALL = entry(
    "english-call", "Dong Jun and Belousov met in a video call of the ministers on Thursday.", date=DAY
)


def test_without_a_common_language_the_records_decide():
    assert same(GERMAN_CALL, ENGLISH_CALL)
    assert not same(GERMAN_CALL, ANOTHER_APPOINTMENT)


def test_two_names_alone_are_not_enough_without_a_common_language():
    german = entry("german", "Dong Jun und Beloussow sprachen.", date=DAY, language=DE)
    english = entry("english", "Dong Jun and Belousov planted a tree.", date=DAY)
    assert not same(german, english)


def test_with_a_translation_the_texts_decide():
    translated = entry(
        "translated",
        (
            "Joint Sea hat am Donnerstag mit einer Parade von zwölf Schiffen vor Wladiwostok begonnen.",
            "Joint Sea began on Thursday with a parade of twelve ships off Vladivostok.",
        ),
        (
            "Bis Sonntag werden Minenräumen und die Suche nach einem U-Boot geübt.",
            "Mine clearance and the search for a submarine will be practised until Sunday.",
        ),
        date=DAY,
        language=DE,
    )
    assert same(translated, PATROL_BY_ONE_SIDE)
    assert not same(translated, EXERCISE_IN_PASSING)


# Groups


def groups(pairs: str, order: str = "abcdef") -> list[str]:
    return ["".join(group) for group in group_events([tuple(pair) for pair in pairs.split()], order)]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ("", []),
        ("ab", ["ab"]),
        ("ab ac bc", ["abc"]),
        ("ab bc", ["ab"]),
        ("ab bc cd", ["ab", "cd"]),
        ("ab ac bc cd", ["abc"]),
        ("ab ac ad bc bd cd ef", ["abcd", "ef"]),
        ("ac bc", ["ac"]),
    ],
)
def test_in_a_group_every_two_report_one_event(pairs, expected):
    assert groups(pairs) == expected


def test_groups_are_in_the_order_given():
    assert groups("ab ac bc", "cba") == ["cba"]
    assert groups("ab cd", "dcba") == ["dc", "ba"]


def test_nobody_is_in_two_groups():
    for count in range(1, 7):
        pairs = " ".join("".join(pair) for pair in list(combinations("abcdef", 2))[: count * 2])
        members = [slug for group in groups(pairs) for slug in group]
        assert len(members) == len(set(members))


# Cost


def test_only_entries_of_about_one_day_that_open_with_one_record_are_compared(monkeypatch):
    """Twice as many days make twice as many comparisons, not four times."""
    compared = []
    monkeypatch.setattr(
        same_event._Judge, "compare", lambda _, one, other, **__: compared.append((one.slug, other.slug))
    )

    def comparisons(days: int) -> int:
        compared.clear()
        dates = [f"{2000 + n // 12}-{n % 12 + 1:02}-10" for n in range(days)]
        same(*(replace(SUMMIT, slug=f"{date}-{n}", date=date) for date in dates for n in range(3)))
        return len(set(compared))

    assert comparisons(20) == 20 * 3
    assert comparisons(40) == 40 * 3


def test_a_crowd_of_one_day_is_not_compared_all_with_all(monkeypatch):
    crowd = [replace(SUMMIT, slug=f"e{n}") for n in range(5)]
    assert len(same(*crowd)) == 10
    monkeypatch.setattr(same_event, "COMMON", 4)
    assert same(*crowd) == {}


def test_a_press_conference_may_be_known_by_its_kind():
    transcript = entry(
        "transcript",
        "Wu Qian, spokesman of the ministry, answered questions on bread, horses, rain and old roads.",
        "Reporter: And the weather?",
        date=DAY,
        kind=Kind.PRESS_CONFERENCE,
    )
    assert same(transcript, OTHER_TOPIC) == {("other-topic", "transcript"): Why.BRIEFING}
    assert not same(replace(transcript, kind=Kind.PRESS_RELEASE), OTHER_TOPIC)
