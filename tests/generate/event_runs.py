"""What tests of events do: have them extracted from paragraphs, and check what holds for all."""

from generator.dates.anchor import anchor_from
from generator.dates.record_facts import RecordFacts
from generator.generate.event_title import DOUBLE_QUOTES, LEFT_OUT, LENGTH
from generator.generate.events import extract_events
from generator.language.markup import plain
from tests import kinds
from tests.builders import annotated, draft, facts, record

ELLIPSIS = "…"


def exercise(slug, name, *days):
    return record(slug, kinds.EXERCISE, name, dates=facts("held", *days))


RECORDS = {
    "patrol": exercise("patrol", "joint air patrol", "2023-12-14"),
    "patrols": exercise("patrols", "joint sea patrol", "2023-12-18", "2023-12-20"),
    "sea": exercise("sea", "Joint Sea 2021", "2021-10-14/2021-10-17"),
    "games": exercise("games", "Army Games 2021", "2021-08-22", "2021-09-04"),
    "plan": exercise("plan", "Plan 2030", "2016-05-05"),
}


def events(*texts, date="2023-12-28", written="2023-12-28", language="en", records=RECORDS):
    """Extract from paragraphs, or (text, role), of a text dated and written then."""
    dated = draft(*texts, language=language, entry={"date": date}, written=anchor_from(written))
    found = extract_events(annotated(dated, records), RecordFacts(records)).entry.events
    for event in found:
        (text,) = (plain(segment.text) for segment in dated.segments if segment.id == event.segment)
        check(event, text)
    return found


def check(event, text):
    """Hold what every event has to be."""
    title = event.title.removeprefix(LEFT_OUT).removesuffix(ELLIPSIS)
    assert title in text
    assert len(event.title) <= LENGTH + 1
    assert sum(map(event.title.count, DOUBLE_QUOTES)) % 2 == 0


def dates(*texts, **known):
    return [event.date for event in events(*texts, **known)]


def told(*texts, **known):
    return [(event.date, event.title) for event in events(*texts, **known)]
