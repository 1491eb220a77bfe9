"""Dates what a document reports, and says why.

The day comes from the opening of the text (its dateline, the first date or weekday it names that is
not background), the year it leaves out from the publication or from what is known of the things it
names: anniversaries, rounds of talks. Two facts that disagree make a warning, not a guess; without
evidence there is no date.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.dates.anchor import ONE_DAY, Anchor, anchor_from
from generator.dates.anniversaries import witnesses_of_anniversaries
from generator.dates.background import latest_past, reported
from generator.dates.edtf import UNKNOWN_YEAR, Bounds, bounds
from generator.dates.facts import SeveralFacts, witnesses_of_facts
from generator.dates.find import FoundDate
from generator.dates.passages import Passage
from generator.dates.record_facts import RecordFacts
from generator.dates.witness import Witness, agree
from generator.generate.draft import Draft
from generator.generate.transcript import SPEAKER
from generator.model import Evidence, Issue, Kind, Role, SegmentId, Severity

OPENING = 2
"""Paragraphs that say what is reported; later dates are background."""
LONGEST_DELAY = datetime.timedelta(days=45)
"""A report names a day this long before its publication at most; older ones are background."""
ONE_YEAR = datetime.timedelta(days=366)
"""Of two dates further apart, the earlier one is history."""

_Place = tuple[SegmentId | None, FoundDate]
"""A date of the opening, and the segment it stands in; None: the headline."""


@dataclass(frozen=True)
class _Written:
    """When a document was written, as far as it is known, and why."""

    anchor: Anchor | None
    evidence: tuple[Evidence, ...]
    confirming: tuple[Evidence, ...] = ()
    """What agrees with it."""
    issues: tuple[Issue, ...] = ()
    not_before: datetime.date | None = None
    """The latest day it speaks of as past, where its publication is not known."""

    def resolve(self, found: FoundDate) -> str:
        """Return what a date of the opening means; its year is that of the writing."""
        edtf = found.edtf(self.anchor)
        if self.anchor is None or found.is_relative or UNKNOWN_YEAR not in edtf:
            return edtf
        years = range(self.anchor.earliest.year, self.anchor.latest.year + 1)
        days = [found.edtf(anchor_from(f"{year:04d}")) for year in years]
        near = [day for day in days if (meant := _bounds(day)) and _is_near(meant, self.anchor)]
        return near[0] if len(near) == 1 else edtf


def date_entry(draft: Draft, facts: RecordFacts) -> Draft:
    """Fill in the date with its evidence; leave it open when nothing supports one.

    Args:
        draft: annotated.
        facts: what the authority records know of dates.
    """
    written = _written(draft, facts)
    opening = [
        (passage.segment, found)
        for passage in _opening(draft)
        for found in reported(passage.text, passage.dates)
    ]
    named = _named_day(opening, written)
    if named:
        chain, found = _chain(*named, written, draft), written.resolve(named[1]).partition("T")[0]
    else:
        chain, found = written.evidence, _day_written(draft, written)
    unclear = _unclear_orders(draft, opening)
    confirming = (evidence for evidence in written.confirming if evidence not in chain)
    dated = replace(
        draft.fill(
            date=None if UNKNOWN_YEAR in found else found or None, date_evidence=(*chain, *confirming)
        ),
        written=written.anchor,
        order_unclear=bool(unclear),
        issues=(*draft.issues, *written.issues, *unclear),
    )
    return _published_with_conference(dated)


def _written(draft: Draft, record_facts: RecordFacts) -> _Written:
    published = _publication(draft)
    anniversaries = list(witnesses_of_anniversaries(draft.paragraphs, record_facts))
    loosely = () if published else tuple(_loose_publication(draft))
    within = published or agree([*loosely, *anniversaries])
    facts, unclear = witnesses_of_facts(draft.paragraphs, record_facts, within)
    witnesses = [*sorted(facts, key=_width), *anniversaries]
    told = tuple(witness.evidence for witness in witnesses)
    years = sorted({witness.written.latest.year for witness in anniversaries})
    if published:
        issues = _against_publication(draft, years, published)
        return _Written(published, draft.stamps, () if issues else told, issues)
    if len(years) > 1:
        return _Written(None, draft.stamps, (), (_disagree(draft, years),))
    issues = tuple(_several_fit(draft, place) for place in unclear)
    latest = latest_past(draft.paragraphs)
    if latest and years and years[0] < latest.year:
        return _Written(None, draft.stamps, (), (*issues, _older_than_named(draft, years[0], latest)), latest)
    anchor = agree([*loosely, *witnesses])
    if witnesses and anchor is None:
        return _Written(
            None, draft.stamps, (), (*issues, _facts_disagree(draft, [*loosely, *witnesses])), latest
        )
    if witnesses and not loosely and all(witness.of_a_series for witness in witnesses):
        issues = (*issues, _one_of_a_series(draft, witnesses[0]))
    return _Written(anchor, (*draft.stamps, *told), (), issues, latest)


def _width(witness: Witness) -> datetime.timedelta:
    return witness.written.latest - witness.written.earliest


def _publication(draft: Draft) -> Anchor | None:
    anchors = (anchor_from(stamp.gives) for stamp in draft.stamps)
    return next((anchor for anchor in anchors if anchor and anchor.is_narrow), None)


def _loose_publication(draft: Draft) -> Iterator[Witness]:
    """A stamp that tells the year, or one of two days, is no more than a witness among others."""
    for stamp in draft.stamps:
        if anchor := anchor_from(stamp.gives):
            yield Witness(stamp, anchor)


def _opening(draft: Draft) -> list[Passage]:
    """Return the headline and the first paragraphs."""
    prose = {segment.id for segment in draft.segments if segment.role is Role.PARAGRAPH}
    first = [passage for passage in draft.paragraphs if passage.segment in prose][:OPENING]
    # In a transcript, the turns of the speakers are not its own words.
    turns = draft.entry.kind is Kind.PRESS_CONFERENCE
    headline = [passage for passage in draft.passages if passage.segment is None]
    return [*headline, *[passage for passage in first if not (turns and SPEAKER.match(passage.text))]]


def _named_day(opening: Sequence[_Place], written: _Written) -> _Place | None:
    """Take the first day the opening names that fits what is known of the writing."""
    return next((place for place in opening if _fits(place[1], written)), None)


def _chain(
    segment: SegmentId | None, found: FoundDate, written: _Written, draft: Draft
) -> tuple[Evidence, ...]:
    gives = written.resolve(found) if found.is_relative else found.gives
    rule = "named in the text" if segment else "named in the headline"
    dateline = draft.entry.source.dateline
    if segment and dateline and found.end <= len(dateline) + 1:
        rule = "dateline"
    elif found.is_relative:
        rule = _counting(found, draft)
    named = Evidence(gives=gives.partition("T")[0], quote=found.quote, segment=segment, rule=rule)
    is_open = UNKNOWN_YEAR in found.gives
    return (named, *written.evidence) if is_open or _publication(draft) else (named,)


def _counting(found: FoundDate, draft: Draft) -> str:
    since = "the publication" if _publication(draft) else "when it was written"
    return f"the last such weekday up to {since}" if found.is_weekday else f"counted from {since}"


def _fits(found: FoundDate, written: _Written) -> bool:
    """Tell whether a date is one day, or a few, near when the document was written."""
    edtf, anchor = written.resolve(found), written.anchor
    meant = _bounds(edtf)
    if meant and written.not_before and meant.latest < written.not_before - ONE_YEAR:
        return False
    if anchor is None and edtf.count("-") == 1 and UNKNOWN_YEAR not in edtf:
        # Where nothing else is known, a month is better than nothing.
        return True
    if found.is_ambiguous or edtf.count("-") < 2 or edtf.startswith("["):
        return False
    if meant is None:
        # "29 January" of an unknown year is kept; "on Thursday" of an unknown week tells nothing.
        return not found.is_relative
    if anchor is None:
        return True
    if (found.is_relative or found.to_come) and meant.latest > anchor.latest:
        return False
    return _is_near(meant, anchor)


def _is_near(meant: Bounds, written: Anchor) -> bool:
    # A release may be dated a day ahead by its time zone.
    return meant.earliest <= written.latest + ONE_DAY and meant.latest >= written.earliest - LONGEST_DELAY


def _day_written(draft: Draft, written: _Written) -> str:
    """Without a day in the opening, a document is as old as its publication, or as what it names says."""
    anchor = written.anchor
    if anchor and anchor.is_narrow:
        return anchor.edtf
    # It may be an unclear one: one of two days.
    loosely = next((stamp.gives for stamp in draft.stamps), "")
    return loosely or (str(anchor.year) if anchor and anchor.year else "")


def _against_publication(draft: Draft, years: Sequence[int], published: Anchor) -> tuple[Issue, ...]:
    if not years or years == [published.latest.year]:
        return ()
    return (_disagree(draft, years, f" but it was published in {published.latest.year}"),)


def _disagree(draft: Draft, years: Sequence[int], against: str = "") -> Issue:
    named = ", ".join(str(year) for year in years)
    return _warning(
        draft,
        f"the anniversaries it names lead to {named}{against}",
        "check the records' dates, or set date in the entry",
    )


def _older_than_named(draft: Draft, year: int, latest: datetime.date) -> Issue:
    return _warning(
        draft,
        f"the anniversaries it names lead to {year}, but it speaks of {latest.year} as past",
        "check the records' dates, or set date in the entry",
    )


def _facts_disagree(draft: Draft, witnesses: Sequence[Witness]) -> Issue:
    named = ", ".join(
        f"{w.evidence.quote!r} ({w.evidence.record or w.evidence.rule}) to {w.written.edtf}"
        for w in witnesses
    )
    return _warning(
        draft, f"the dated facts it names disagree: {named}", "check the records, or set date in the entry"
    )


def _one_of_a_series(draft: Draft, witness: Witness) -> Issue:
    evidence = witness.evidence
    return _warning(
        draft,
        f"dated by nothing but {evidence.quote!r} and the one day known of {evidence.record}",
        "check that no other one is meant, and set date in the entry or `published:` in the seed's sidecar",
    )


def _several_fit(draft: Draft, place: SeveralFacts) -> Issue:
    days = ", ".join(fact.date for fact in place.facts)
    return _warning(
        draft,
        f"{place.words!r} fits several dated facts of {place.record.slug} ({days}), so it dates nothing",
        "set date in the entry, or `published:` in the seed's sidecar",
    )


def _unclear_orders(draft: Draft, opening: Sequence[_Place]) -> tuple[Issue, ...]:
    """Report numbers that may be day and month or month and day."""
    words = [found.quote for _, found in opening if found.is_ambiguous]
    words += [stamp.quote for stamp in draft.stamps if stamp.gives.startswith("[")]
    return tuple(
        _warning(
            draft,
            f"{quote!r} can be read as day and month or as month and day",
            "write `published:` into the seed's sidecar .yml, or `date:` into the entry",
        )
        for quote in dict.fromkeys(words)
    )


def _warning(draft: Draft, problem: str, remedy: str) -> Issue:
    return Issue(Severity.WARNING, f"seeds/{draft.seed}", problem, remedy)


def _bounds(edtf: str) -> Bounds | None:
    try:
        return bounds(edtf)
    except ValueError:
        return None


def _published_with_conference(draft: Draft) -> Draft:
    """Take a press conference's transcript as published on the day it reports as its own."""
    entry = draft.entry
    day = bounds(entry.date) if entry.date else None
    if entry.kind is not Kind.PRESS_CONFERENCE or entry.source.published or not day:
        return draft
    if day.earliest != day.latest:
        return draft
    return draft.fill_source(
        published=entry.date, published_from="day of the press conference it transcribes"
    )
