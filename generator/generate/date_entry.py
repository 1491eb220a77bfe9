"""Dates what a document reports, and says why.

The day comes from the opening of the text (headline, dateline, first paragraphs), where each date that is
not background is weighed: what stands where, what agrees, how far it is from the publication. The year it
leaves out comes from the publication or from what is known of the things it names: anniversaries, rounds of
talks. In doubt it is the day of publication; two facts that disagree make a warning, not a guess; without
evidence there is no date.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.dates.anchor import ONE_DAY, Anchor, Witness, agree, anchor_from, hull, in_edtf
from generator.dates.anniversaries import witnesses_of_anniversaries
from generator.dates.background import is_in_brackets, is_in_front_of_noun, latest_past, looks_back, reported
from generator.dates.chronicle import is_chronicle
from generator.dates.edtf import UNKNOWN_YEAR, Bounds, bounds_of
from generator.dates.facts import SeveralFacts, witnesses_of_facts
from generator.dates.find import FoundDate
from generator.dates.passages import Passage
from generator.dates.record_facts import RecordFacts
from generator.dates.rounds import NamedRound, named_rounds
from generator.dates.weekdays import weekdays_agree
from generator.generate.date_line import date_line, dateline_day, only_date, unclear_days
from generator.generate.draft import DAY_OF_SITTING, Draft
from generator.generate.line_forms import is_of_earlier_mail
from generator.generate.transcript import SPEAKER
from generator.language.verbs import may_tell
from generator.model import Evidence, Issue, Kind, Role, SegmentId, Severity

OPENING = 2
"""Paragraphs that say what is reported; later dates are background."""
LONGEST_DELAY = datetime.timedelta(days=45)
"""A report names a day this long before its publication at most; older ones are background."""
LATE, VERY_LATE = datetime.timedelta(days=14), datetime.timedelta(days=28)
"""From these delays on, it is ever less likely that the day is the one reported."""
ONE_YEAR = datetime.timedelta(days=366)
"""Of two dates further apart, the earlier one is history."""

FIRST, SECOND = 2, 1
"""How much it weighs that a date stands in the headline or first paragraph, or in the second."""
WEEKDAY_BELOW_DATELINE = 1
"""… that it is a weekday in a paragraph that opens with a dateline: that is when it was written down."""
AGREES = 1
"""… that another date of the opening means the same day."""
IN_BRACKETS, IN_A_RETROSPECT, WITHOUT_VERB = -3, -2, -3
"""… that it is named by the way, in a text that looks back, in a line that tells nothing."""
IN_FRONT_OF_NOUN = -1
"""… that it says which one is meant: "at the March 16 meeting"."""
OF_THEIR_OWN_DAY = frozenset({Kind.COURT_DECISION, Kind.EMAIL})
"""Of the day they were given or sent: their opening names that of the hearing, or of what they ask for."""
NO_DOUBT, WITHOUT_PUBLICATION = 0, 1
"""What a day must weigh to be preferred to the publication, and to be believed without one."""

Opening = list[tuple[Passage, int]]
"""The headline and the first paragraphs, with what it weighs to stand there."""


@dataclass(frozen=True)
class _Place:
    """A date of the opening."""

    segment: SegmentId | None
    """None: the headline."""
    found: FoundDate
    weight: int
    """For where and how it stands there."""


@dataclass(frozen=True)
class _Written:
    """When a document was written, as far as it is known, and why."""

    spans: tuple[Anchor, ...]
    """One of these; none: nothing is known."""
    evidence: tuple[Evidence, ...]
    confirming: tuple[Evidence, ...] = ()
    """What agrees with it."""
    issues: tuple[Issue, ...] = ()
    not_before: datetime.date | None = None
    """The latest day it speaks of as past, where its publication is not known."""

    @cached_property
    def anchor(self) -> Anchor | None:
        """From the first to the last day it may have been written on."""
        return hull(self.spans)

    def resolve(self, found: FoundDate) -> str:
        """Return what a date of the opening means; its year is that of the writing."""
        anchor = self.anchor
        edtf = found.edtf(anchor)
        if anchor is None or found.is_relative or UNKNOWN_YEAR not in edtf:
            return edtf
        years = range(anchor.earliest.year, anchor.latest.year + 1)
        days = [found.edtf(anchor_from(f"{year:04d}")) for year in years]
        near = [day for day in days if (meant := bounds_of(day)) and _is_near(meant, anchor)]
        return near[0] if len(near) == 1 else edtf


def date_entry(draft: Draft, facts: RecordFacts) -> Draft:
    """Fill in the date with its evidence; leave it open when nothing supports one."""
    opening = _opening(draft)
    rounds = list(named_rounds(draft.passages, facts, _told_first(draft, opening)))
    stamps = _stamps(draft)
    written = _written(draft, opening, stamps, facts, rounds)
    places = _places(opening, stamps)
    named = _named_day(places, written, stamps)
    is_given = draft.entry.kind in OF_THEIR_OWN_DAY and _publication(stamps) is not None
    if is_given:
        named = None
    held = next((one for one in rounds if one.is_reported and _is_possible(one.held, written)), None)
    if sitting := tuple(stamp for stamp in stamps if stamp.rule == DAY_OF_SITTING):
        chain, day = sitting, sitting[0].gives.partition("T")[0]
    elif named:
        chain = _chain(named, written, draft, stamps)
        day = written.resolve(named.found).partition("T")[0]
    elif held and not _publication(stamps):
        chain, day = written.evidence, held.fact.date
    else:
        chain, day = (
            _said_so(written.evidence) if _publication(stamps) and not is_given else written.evidence,
            _day_written(stamps, written),
        )
    unclear = _unclear_orders(draft, places)
    confirming = (evidence for evidence in written.confirming if evidence not in chain)
    dated = replace(
        draft.fill(date=None if UNKNOWN_YEAR in day else day or None, date_evidence=(*chain, *confirming)),
        written=written.anchor,
        unclear=draft.unclear if _publication(stamps) else (*unclear_days(draft), *draft.unclear),
        issues=(*draft.issues, *written.issues, *unclear),
    )
    return _published_with_conference(dated)


def _stamps(draft: Draft) -> tuple[Evidence, ...]:
    """Return what tells the publication; failing that, a line at the top that is nothing but a date."""
    line = None if _publication(draft.stamps) else date_line(draft)
    return (line, *draft.stamps) if line else draft.stamps


def _said_so(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Say that the day is that of publication for want of a surer one."""
    return tuple(
        replace(one, rule=f"day of publication ({one.rule}): no other is surely the one reported")
        if not number
        else one
        for number, one in enumerate(evidence)
    )


def _written(
    draft: Draft,
    opening: Opening,
    stamps: tuple[Evidence, ...],
    record_facts: RecordFacts,
    rounds: Sequence[NamedRound],
) -> _Written:
    published = _publication(stamps)
    anniversaries = list(witnesses_of_anniversaries(draft.paragraphs, record_facts))
    loosely = () if published else tuple(_loose_publication(stamps))
    # Named by the way, a round only says that it is over: no witness for a known day of publication.
    numbered = [one.witness for one in rounds if one.is_near or not published]
    within = (published,) if published else agree([*loosely, *anniversaries, *numbered])
    facts, unclear = witnesses_of_facts(draft.paragraphs, record_facts, within)
    witnesses = [*sorted([*_fitting(numbered, within), *facts], key=_width), *anniversaries]
    told = tuple(witness.evidence for witness in witnesses)
    years = sorted({span.latest.year for witness in anniversaries for span in witness.spans})
    if published:
        issues = _against_publication(draft, years, published)
        return _Written((published,), stamps, () if issues else told, issues)
    if len(years) > 1:
        return _Written((), stamps, (), (_disagree(draft, years),))
    if years and not weekdays_agree([one for one, _ in opening], years[0]):
        against = ", but its weekdays fall on other days in that year"
        return _Written((), stamps, (), (_disagree(draft, years, against),))
    issues = tuple(_several_fit(draft, place) for place in unclear)
    latest = latest_past(draft.paragraphs)
    if latest and years and years[0] < latest.year:
        against = f", but it speaks of {latest.year} as past"
        return _Written((), stamps, (), (*issues, _disagree(draft, years, against)), latest)
    spans = agree([*loosely, *witnesses])
    if witnesses and not spans:
        return _Written((), stamps, (), (*issues, _facts_disagree(draft, [*loosely, *witnesses])), latest)
    if witnesses and not loosely and all(witness.of_a_series for witness in witnesses):
        issues = (*issues, _one_of_a_series(draft, witnesses[0]))
        if all(witness.others_are_known_of for witness in witnesses):
            return _Written((), stamps, (), issues, latest)
    return _Written(spans, (*stamps, *told), (), issues, latest)


def _fitting(witnesses: Sequence[Witness], within: Sequence[Anchor]) -> list[Witness]:
    """Leave out a round that is named long after it; but nothing where nothing else is known."""
    known = Witness(Evidence(""), tuple(within))
    return [witness for witness in witnesses if not within or agree([witness, known])]


def _width(witness: Witness) -> datetime.timedelta:
    return sum((span.latest - span.earliest for span in witness.spans), datetime.timedelta())


def _publication(stamps: Sequence[Evidence]) -> Anchor | None:
    anchors = (anchor_from(stamp.gives) for stamp in stamps)
    return next((anchor for anchor in anchors if anchor and anchor.is_narrow), None)


def _loose_publication(stamps: Sequence[Evidence]) -> Iterator[Witness]:
    """A stamp that tells the year, or one of two days, is no more than a witness among others."""
    for stamp in stamps:
        if anchor := anchor_from(stamp.gives):
            yield Witness(stamp, (anchor,))


def _opening(draft: Draft) -> Opening:
    """Return the headline and the first paragraphs, with what it weighs to stand there."""
    headline = [(passage, FIRST) for passage in draft.passages if passage.segment is None]
    if is_chronicle(draft.paragraphs, draft.language):
        # Its days are those of many happenings.
        return headline
    prose = {segment.id for segment in draft.segments if segment.role.is_prose}
    told = [
        one
        for one in draft.paragraphs
        if one.segment in prose and not (only_date(one.text, one.dates) or is_of_earlier_mail(one.text))
    ]
    first = told[:OPENING]
    # In a transcript, the turns of the speakers are not its own words.
    turns = draft.entry.kind is Kind.PRESS_CONFERENCE
    weighed = zip(first, (FIRST, SECOND), strict=False)
    return [*headline, *[(one, weight) for one, weight in weighed if not (turns and SPEAKER.match(one.text))]]


def _told_first(draft: Draft, opening: Opening) -> set[SegmentId | None]:
    """Return the headline, the summary and the first paragraphs."""
    summary = {segment.id for segment in draft.segments if segment.role is Role.SUMMARY}
    return {*(passage.segment for passage, _ in opening), *summary}


def _places(opening: Opening, stamps: Sequence[Evidence]) -> list[_Place]:
    published = _publication(stamps)
    # Where the day of publication is not known, a day may have been to come.
    is_loose = published is None or published.earliest != published.latest
    retrospect = IN_A_RETROSPECT if any(looks_back(one.text) for one, _ in opening[:OPENING]) else 0
    return [
        _Place(
            passage.segment,
            found,
            weight
            + (IN_BRACKETS if is_in_brackets(passage.text, found) else 0)
            + (IN_FRONT_OF_NOUN if is_in_front_of_noun(passage.text, found) else 0)
            + (WITHOUT_VERB if is_loose and passage.segment and not may_tell(passage.text) else 0)
            + (WEEKDAY_BELOW_DATELINE if found.is_relative and dateline_day(passage) else 0)
            + (retrospect if UNKNOWN_YEAR not in found.gives else 0),
        )
        for passage, weight in opening
        for found in reported(passage.text, passage.dates)
    ]


def _named_day(places: Sequence[_Place], written: _Written, stamps: Sequence[Evidence]) -> _Place | None:
    """Return the likeliest day of the opening, if one is likely enough."""
    resolved = [(place, written.resolve(place.found)) for place in places]
    fitting = [(place, day) for place, day in resolved if _fits(place.found, day, written)]
    if not fitting:
        return None
    named, published = Counter(day for _, day in fitting), _publication(stamps)
    weights = [place.weight + AGREES * (named[day] > 1) + _of_delay(day, published) for place, day in fitting]
    most = max(weights)
    _, likeliest = fitting[weights.index(most)]
    first = next(place for place, day in fitting if day == likeliest)
    return first if most >= (NO_DOUBT if published else WITHOUT_PUBLICATION) else None


def _of_delay(day: str, published: Anchor | None) -> int:
    """Return what it weighs how long after a day a document was published."""
    meant = bounds_of(day)
    if published is None or meant is None:
        return 0
    delay = published.earliest - meant.latest
    return -(delay > LATE) - (delay > VERY_LATE)


def _chain(
    place: _Place, written: _Written, draft: Draft, stamps: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    found, is_published = place.found, bool(_publication(stamps))
    gives = written.resolve(found) if found.is_relative else found.gives
    rule = "named in the text" if place.segment else "named in the headline"
    dateline = draft.entry.source.dateline
    if place.segment and dateline and found.end <= len(dateline) + 1:
        rule = "dateline"
    elif found.is_relative:
        since = "the publication" if is_published else "when it was written"
        rule = f"the last such weekday up to {since}" if found.is_weekday else f"counted from {since}"
    named = Evidence(gives=gives.partition("T")[0], quote=found.quote, segment=place.segment, rule=rule)
    is_open = UNKNOWN_YEAR in found.gives
    return (named, *written.evidence) if is_open or is_published else (named,)


def _fits(found: FoundDate, edtf: str, written: _Written) -> bool:
    """Tell whether a date is one day, or a few, near when the document was written."""
    anchor = written.anchor
    meant = bounds_of(edtf)
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


def _is_possible(held: Bounds, written: _Written) -> bool:
    return written.anchor is None or _is_near(held, written.anchor)


def _is_near(meant: Bounds, written: Anchor) -> bool:
    # A release may be dated a day ahead by its time zone.
    return meant.earliest <= written.latest + ONE_DAY and meant.latest >= written.earliest - LONGEST_DELAY


def _day_written(stamps: Sequence[Evidence], written: _Written) -> str:
    """Without a day in the opening, a document is as old as its publication, or as what it names says."""
    anchor = written.anchor
    if written.spans and all(span.is_narrow for span in written.spans):
        return in_edtf(written.spans)
    # It may be an unclear one: one of two days.
    loosely = next((stamp.gives for stamp in stamps), "")
    return loosely or (str(anchor.year) if anchor and anchor.year else "")


def _against_publication(draft: Draft, years: Sequence[int], published: Anchor) -> tuple[Issue, ...]:
    if not years or years == [published.latest.year]:
        return ()
    return (_disagree(draft, years, f" but it was published in {published.latest.year}"),)


def _disagree(draft: Draft, years: Sequence[int], against: str = "") -> Issue:
    """Warn of the years that anniversaries lead to, and of what speaks `against` them, if not each other."""
    named = ", ".join(str(year) for year in years)
    return _warning(
        draft,
        f"the anniversaries it names lead to {named}{against}",
        "check the records' dates, or set date in the entry",
    )


def _facts_disagree(draft: Draft, witnesses: Sequence[Witness]) -> Issue:
    named = ", ".join(
        f"{w.evidence.quote!r} ({w.evidence.record or w.evidence.rule}) to {in_edtf(w.spans)}"
        for w in witnesses
    )
    return _warning(
        draft, f"the dated facts it names disagree: {named}", "check the records, or set date in the entry"
    )


def _one_of_a_series(draft: Draft, witness: Witness) -> Issue:
    evidence = witness.evidence
    days = "the one day" if len(witness.spans) == 1 else "the days"
    dated = "not dated: there is" if witness.others_are_known_of else "dated by"
    return _warning(
        draft,
        f"{dated} nothing but {evidence.quote!r} and {days} known of {evidence.record}",
        "check that no other one is meant, and set date in the entry or `published:` in the seed's sidecar",
    )


def _several_fit(draft: Draft, place: SeveralFacts) -> Issue:
    days = ", ".join(fact.date for fact in place.facts)
    return _warning(
        draft,
        f"{place.words!r} fits too many dated facts of {place.record.slug} ({days}), so it dates nothing",
        "set date in the entry, or `published:` in the seed's sidecar",
    )


def _unclear_orders(draft: Draft, places: Sequence[_Place]) -> tuple[Issue, ...]:
    """Report numbers that may be day and month or month and day."""
    words = [place.found.quote for place in places if place.found.is_ambiguous]
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


def _published_with_conference(draft: Draft) -> Draft:
    """Take a press conference's transcript as published on the day it reports as its own."""
    entry = draft.entry
    day = bounds_of(entry.date)
    if entry.kind is not Kind.PRESS_CONFERENCE or entry.source.published or not day:
        return draft
    if day.earliest != day.latest:
        return draft
    return draft.fill_source(
        published=entry.date, published_from="day of the press conference it transcribes"
    )
