"""Texts dated by what the records of a small world know."""

from generator.dates.record_facts import RecordFacts
from generator.generate.date_entry import date_entry
from generator.model import (
    Evidence,
    Kind,
    Severity,
)
from tests import kinds
from tests.builders import annotated, draft, facts, record


def agreement(slug, name, day, *aliases):
    return record(slug, kinds.AGREEMENT, name, *aliases, dates=facts("signed", day))


def held(slug, kind, name, *days, aliases=()):
    return record(slug, kind, name, *aliases, dates=facts("held", *days))


RECORDS = {
    "treaty": agreement("treaty", "Treaty of Friendship", "2001-07-16"),
    "partnership": agreement("partnership", "strategic partnership", "1996-04-25"),
    "relations": agreement("relations", "diplomatic relations", "1949-10-02", "diplomatische Beziehungen"),
    "patrol": held(
        "patrol",
        kinds.EXERCISE,
        "joint air patrol",
        "2023-12-14",
        aliases=("gemeinsame Luftpatrouille",),
    ),
    "call": held("call", kinds.MEETING, "video call", "2021-11-23", "2026-01-27"),
    "drill": held("drill", kinds.EXERCISE, "Drill-2021", "2021-08-09/2021-08-13"),
}
TREATY_20 = "2021 marks the 20th anniversary of the Treaty of Friendship."
NEXT_YEAR_75 = "Next year is the 75th anniversary of diplomatic relations."
PARTNERSHIP_30 = "This is the 30th anniversary of the strategic partnership."


def dated(
    *texts,
    published=None,
    headline=None,
    dateline=None,
    kind=Kind.ARTICLE,
    language="en",
    day_first=None,
    rule="time stamp",
    records=RECORDS,
):
    """Date a text of paragraphs, or of (text, role)."""
    stamps = (Evidence(gives=published, quote=published, rule=rule),) if published else ()
    given = draft(
        *texts,
        language=language,
        headline=headline,
        source={"published": published, "dateline": dateline},
        entry={"kind": kind},
        stamps=stamps,
        day_first=day_first,
    )
    return date_entry(annotated(given, records), RecordFacts(records))


def warnings(draft):
    assert all(issue.severity is Severity.WARNING for issue in draft.issues)
    assert all(issue.place == "seeds/a.txt" and issue.remedy for issue in draft.issues)
    return [issue.problem for issue in draft.issues]
