"""Dated events as a calendar, and as the table that TimelineJS shows."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from generator.dates.edtf import Bounds
from generator.model import Language
from generator.publish.data.escaping import cell
from generator.publish.data.told import Told

LONGEST = timedelta(days=31)
"""What is known less exactly than to the month, or has no end, would fill a calendar."""
LINE = 75
"""Octets."""
ESCAPED = re.compile(r"[\\;,\n]")
ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
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
    """Return the events that are known to the month as iCalendar (RFC 5545), whole days each."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//chronology//events//EN",
        _line("X-WR-CALNAME", title),
    ]
    for told in events:
        if span := _in_calendar(told):
            lines += _event(told, span, language)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(told: Told, span: Bounds, language: Language) -> list[str]:
    return [
        "BEGIN:VEVENT",
        _line("UID", told.identity.removeprefix("urn:uuid:")),
        f"DTSTAMP:{_compact(told.new_on)}T000000Z",
        f"DTSTART;VALUE=DATE:{_compact(span.earliest)}",
        f"DTEND;VALUE=DATE:{_compact(span.latest + timedelta(days=1))}",
        _line(f"SUMMARY;LANGUAGE={told.language}", told.title),
        _line(f"DESCRIPTION;LANGUAGE={language}", f"{told.when}\n{told.text}"),
        *([f"URL:{told.address}"] if "://" in told.address else []),
        f"STATUS:{'TENTATIVE' if told.announced else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        _line("X-EDTF", told.edtf),
        "END:VEVENT",
    ]


def _compact(day: date) -> str:
    # `%Y` leaves out the zeros before an early year on some systems.
    return day.isoformat().replace("-", "")


def _line(name: str, text: str) -> str:
    return f"{name}:{ESCAPED.sub(lambda sign: ESCAPES[sign[0]], text)}"


def _folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, none of which parts a character."""
    octets = line.encode()
    pieces, start = [], 0
    while start < len(octets):
        # The blank that a further piece begins with counts.
        end = start + LINE - bool(start)
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end].decode())
        start = end
    return "\r\n ".join(pieces)


def _in_calendar(told: Told) -> Bounds | None:
    span = told.bounds
    if span is None or span.latest - span.earliest >= LONGEST or span.latest == date.max:
        return None
    return span


def as_timeline(entries: Sequence[Told], events: Sequence[Told], groups: tuple[str, str]) -> str:
    """Return what is dated as the table that TimelineJS shows, in order; it takes texts for HTML.

    `groups`: what both are called.
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
