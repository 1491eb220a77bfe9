"""Dates what a document reports, and says why.

The day comes from the opening of the text (its dateline, a date or weekday it names), the year it
leaves out from the publication or from the anniversaries it mentions. Two facts that disagree make
a warning, not a guess; without evidence there is no date.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.edtf import UNKNOWN_YEAR, Bounds, bounds
from generator.generate.dates.anniversaries import years_from_anniversaries
from generator.generate.dates.find import find_dates, find_weekdays, is_day_first
from generator.generate.draft import Draft
from generator.markup import plain
from generator.model import Evidence, Issue, Kind, Record, Role, SegmentId, Severity, Slug

OPENING = 2
"""Paragraphs that say what is reported; later dates are background."""
LONGEST_DELAY = datetime.timedelta(days=45)
"""A report names a day this long before its publication at most; older ones are background."""


@dataclass(frozen=True)
class _Known:
    """When a document was written, as far as it is known."""

    published: datetime.date | None
    year: int | None
    evidence: tuple[Evidence, ...]


def date(draft: Draft, records: Mapping[Slug, Record]) -> Draft:
    """Fill in the date with its evidence; leave it open when nothing supports one."""
    texts = [(segment.id, plain(segment.text)) for segment in draft.segments]
    anniversaries = tuple(years_from_anniversaries(texts, records))
    years = {int(evidence.gives) for evidence in anniversaries}
    published = _publication_day(draft)
    issues = _disagreements(draft, years, published)
    if published is None and len(years) == 1:
        known = _Known(None, years.pop(), anniversaries)
    else:
        known = _Known(published, published.year if published else None, draft.metadata.stamps)
    opening = _opening(draft, texts)
    chain = _named_day(opening, known, draft) or _weekday(opening, known) or _only_known(known)
    confirming = tuple(e for e in anniversaries if e not in chain) if not issues else ()
    dated = replace(
        draft,
        date=_result(chain),
        date_evidence=(*chain, *confirming),
        issues=(*draft.issues, *issues),
    )
    return _published_with_conference(dated)


def _opening(draft: Draft, texts: Sequence[tuple[SegmentId, str]]) -> list[tuple[SegmentId | None, str]]:
    paragraphs = {segment.id for segment in draft.segments if segment.role is Role.PARAGRAPH}
    headline = [(None, draft.headline.text)] if draft.headline else []
    return [*headline, *[(name, text) for name, text in texts if name in paragraphs][:OPENING]]


def _publication_day(draft: Draft) -> datetime.date | None:
    for stamp in draft.metadata.stamps:
        found = bounds(stamp.gives)
        if found and found.earliest == found.latest:
            return found.earliest
    return None


def _disagreements(draft: Draft, years: set[int], published: datetime.date | None) -> tuple[Issue, ...]:
    if len(years) < 2 and (not years or published is None or published.year in years):
        return ()
    named = ", ".join(str(year) for year in sorted(years))
    against = f" but it was published in {published.year}" if published else ""
    return (
        Issue(
            Severity.WARNING,
            f"seeds/{draft.seed}",
            f"the anniversaries it names lead to {named}{against}",
            "check the records' dates, or set date in the entry",
        ),
    )


def _named_day(
    opening: Sequence[tuple[SegmentId | None, str]], known: _Known, draft: Draft
) -> tuple[Evidence, ...]:
    """Take the first day the opening names that fits the publication, in that year."""
    day_first = is_day_first(text for _, text in opening)
    dateline = draft.metadata.dateline
    for segment, text in opening:
        for found in find_dates(text, day_first):
            edtf = found.edtf.partition("T")[0]
            year_less = edtf.startswith(UNKNOWN_YEAR)
            day = _complete(edtf, known)
            if not _fits(day, known):
                continue
            rule = "named in the text" if segment else "named in the headline"
            if segment and dateline and found.end <= len(dateline) + 1:
                rule = "dateline"
            named = Evidence(gives=edtf, quote=found.quote, segment=segment, rule=rule)
            return (named, *known.evidence) if year_less or known.published else (named,)
    return ()


def _complete(edtf: str, known: _Known) -> str:
    """Give a year-less day its year: the last such day up to the publication."""
    if not edtf.startswith(UNKNOWN_YEAR):
        return edtf
    rest = edtf.removeprefix(UNKNOWN_YEAR)
    if known.published is None:
        return f"{known.year}{rest}" if known.year else edtf
    candidates = [f"{known.published.year - back}{rest}" for back in range(5)]
    for candidate in candidates:
        found = _bounds(candidate)
        # A release may be dated a day ahead by its time zone.
        if found and found.earliest <= known.published + datetime.timedelta(days=1):
            return candidate
    return edtf


def _fits(edtf: str, known: _Known) -> bool:
    found = _bounds(edtf)
    if found is None:
        return edtf.startswith(UNKNOWN_YEAR)
    if known.published is None:
        return True
    latest_start = known.published + datetime.timedelta(days=1)
    return found.earliest <= latest_start and found.latest >= known.published - LONGEST_DELAY


def _bounds(edtf: str) -> Bounds | None:
    try:
        return bounds(edtf)
    except ValueError:
        return None


def _weekday(opening: Sequence[tuple[SegmentId | None, str]], known: _Known) -> tuple[Evidence, ...]:
    """Take the weekday the opening names: the last one up to the publication."""
    if known.published is None:
        return ()
    for segment, text in opening:
        for quote, weekday in find_weekdays(text):
            back = (known.published.weekday() - weekday) % 7
            day = known.published - datetime.timedelta(days=back)
            named = Evidence(
                gives=day.isoformat(),
                quote=quote,
                segment=segment,
                rule="the last such weekday up to the publication",
            )
            return (named, *known.evidence)
    return ()


def _only_known(known: _Known) -> tuple[Evidence, ...]:
    """Without a day in the opening, the document is as old as its publication or its anniversaries say."""
    return known.evidence


def _result(chain: Sequence[Evidence]) -> str | None:
    """Draw the conclusion from a chain of evidence: what the first gives, completed by the others."""
    if not chain:
        return None
    first = chain[0].gives.partition("T")[0]
    if not first.startswith(UNKNOWN_YEAR):
        return first
    years = [_bounds(evidence.gives) for evidence in chain[1:]]
    found = next((year for year in years if year), None)
    if found is None:
        return None
    day_known = found.earliest == found.latest
    known = _Known(found.latest if day_known else None, found.latest.year, ())
    completed = _complete(first, known)
    return None if completed.startswith(UNKNOWN_YEAR) else completed


def _published_with_conference(draft: Draft) -> Draft:
    """Take a press conference's transcript as published on the day it reports as its own."""
    metadata = draft.metadata
    day = bounds(draft.date) if draft.date else None
    if metadata.kind is not Kind.PRESS_CONFERENCE or metadata.published or not day:
        return draft
    if day.earliest != day.latest:
        return draft
    return replace(
        draft,
        metadata=replace(
            metadata,
            published=draft.date,
            published_from="day of the press conference it transcribes",
        ),
    )
