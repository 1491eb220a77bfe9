"""Dated events as a calendar, and as the table that TimelineJS shows."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from generator.dates.edtf import Bounds
from generator.model import Language
from generator.printable import printable_line
from generator.publish.data.escaping import cell
from generator.publish.data.told import Told

LONGEST = timedelta(days=31)
"""What is known less exactly than to the month, or has no end, would fill a calendar."""
TIMELINE = (
    "Year Month Day Time|End Year|End Month|End Day|End Time|Display Date|Headline Text Media|Media Credit|"
    "Media Caption|Media Thumbnail|Type Group Background"
)
COLUMNS = [
    name
    for part in TIMELINE.split("|")
    for name in ([part] if part.startswith(("End", "Display", "Media C", "Media T")) else part.split())
]


def as_calendar(title: str, language: Language, events: Iterable[Told]) -> str:
    """Return the events that are known to the month as iCalendar (RFC 5545), whole days each.

    Args:
        title: of the calendar.
        language: of the events.
        events: in order.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//chronology//events//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", printable_line(title))
    for told in events:
        if not (span := _in_calendar(told)):
            continue
        event = Event()
        event.add("uid", told.identity.removeprefix("urn:uuid:"))
        event.add("dtstamp", datetime.combine(told.new_on, time(), UTC))
        event.add("dtstart", span.earliest)
        event.add("dtend", span.latest + timedelta(days=1))
        event.add("summary", told.title, {"language": told.language})
        event.add("description", f"{told.when}\n{told.text}", {"language": language})
        event.add("transp", "TRANSPARENT")
        event.add("status", "TENTATIVE" if told.announced else "CONFIRMED")
        event.add("x-edtf", told.edtf)
        if "://" in told.address:
            event.add("url", told.address)
        calendar.add_component(event)
    written: bytes = calendar.to_ical(sorted=False)
    return written.decode()


def _in_calendar(told: Told) -> Bounds | None:
    span = told.bounds
    if span is None or span.latest - span.earliest >= LONGEST or span.latest == date.max:
        return None
    return span


def as_timeline(entries: Sequence[Told], events: Sequence[Told], groups: tuple[str, str]) -> str:
    """Return what is dated as the table that TimelineJS shows, in order; it takes texts for HTML.

    Args:
        entries: of the chronology.
        events: that they report.
        groups: what both are called.
    """
    told = [(one, group) for listed, group in zip((entries, events), groups, strict=True) for one in listed]
    dated = [(span, one, group) for one, group in told if (span := one.bounds) and span.earliest > date.min]
    dated.sort(key=lambda row: (row[0].earliest, row[0].latest, row[1].identity))
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, COLUMNS)
    writer.writeheader()
    for span, one, group in dated:
        writer.writerow({
            **_day("", span.earliest),
            **(_day("End ", span.latest) if span.earliest < span.latest < date.max else {}),
            "Display Date": cell(one.when),
            "Headline": cell(_link(one)),
            "Text": cell(html.escape(one.text)),
            "Group": cell(group),
        })  # fmt: skip
    return written.getvalue()


def _day(prefix: str, day: date) -> dict[str, int]:
    return {f"{prefix}Year": day.year, f"{prefix}Month": day.month, f"{prefix}Day": day.day}


def _link(one: Told) -> str:
    return f'<a href="{html.escape(one.address)}">{html.escape(one.title)}</a>'
