"""Finds when a document was published, and what says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generator.generate.draft import DAY_OF_SITTING
from generator.generate.header.date_candidates import STATED, DateCandidate, date_shown_by
from generator.generate.header.date_features import date_candidates
from generator.generate.header.layout import Layout, find_sender
from generator.generate.header.look import is_name
from generator.generate.header.sitting import day_of_sitting
from generator.generate.header.title import Headline
from generator.generate.header.weights import Weighed, weights_for
from generator.generate.reasons import CRAWLER_STAMP, STAMP
from generator.generate.seed_text import Line
from generator.model import Evidence

LABELLED_DATE = "labelled date"
DISTRIBUTED = re.compile(r"distributed by", re.IGNORECASE)
RELEASED = re.compile(
    r"^(?:pressemitteilung|presseinformation|press release|news release|media release)\b", re.IGNORECASE
)
GIVEN = re.compile(
    r"^(?:verkündet|erlassen|handed down|(?:judge?ment|decision|order) (?:given|delivered|handed down)|"
    r"(?:date of (?:judge?ment|decision)|judge?ment date|entscheidungsdatum))(?: on| am)?\s?:?\s?$",
    re.IGNORECASE,
)
"""Before the day of a court's decision."""
COURT_SAT = re.compile(r"\bin der (?:öffentlichen )?(?:sitzung|hauptverhandlung) vom\s$", re.IGNORECASE)
TOOK_PART = re.compile(r",?\s?an der (?:teilgenommen|mitgewirkt) haben", re.IGNORECASE)
"""Before and behind the day on which a German criminal court decided; no other text says who took part so."""
FORMS_OF_ENACTMENT = (
    (r"\[$", r"\]$", r"an act to\b|be it enacted\b"),
    (r"^vom\s$", r"(?:\([^()]{1,60}\))?$", r"(?:§|art\.|artikel)\s?1\b"),
    (r"^made\s(?:on\s)?$", r"$", r"(?:coming|comes) into force"),
)
"""What stands before the day of a law, what behind it, and how another line of it begins."""
ENACTED = tuple(tuple(re.compile(one, re.IGNORECASE) for one in form) for form in FORMS_OF_ENACTMENT)
LAW_LINES = 20
MOST_NAMES = 8
"""Words of a byline beside its date."""
MOST_UNCLEAR = 3
STATING = frozenset({"labelled as published", "label before it", "labelled as updated"})
"""Features of a day that its line calls that of publication, or of an update."""
LONGEST_QUOTE = 110


@dataclass(frozen=True)
class Publication:
    """When a document was published, as far as its header tells."""

    gives: str | None = None
    """EDTF."""
    comes_from: str | None = None
    """What gives it, in words."""
    evidence: tuple[Evidence, ...] = ()
    """What says so; behind it, of the day of an update, what names an earlier one."""
    reasons: tuple[str, ...] = ()
    """What spoke most for it."""
    unclear: tuple[Evidence, ...] = ()
    """Days of which none could be taken, the most probable first."""
    sitting: Evidence | None = None
    """What names the day of the sitting that it records."""


def find_publication(
    layout: Layout, headline: Headline | None, day_first: bool | None, record: int | None = None
) -> Publication:
    """Return when a document was published.

    Args:
        layout: the document.
        headline: its headline.
        day_first: how it writes `03/07/2022`.
        record: the line that says that it records a sitting: only what is stated is its publication then.
    """
    found = date_candidates(layout, headline.index if headline else None, day_first)
    if told := _told_by_form(layout, found):
        return told
    if record is None:
        return _weighed(layout, found)
    held = day_of_sitting(found, record)
    # "Date: 14 November" says no more than the line that names the sitting.
    held_on = held and held.day
    stated = [one for one in found if _is_stated(one) and (one.index is None or one.day != held_on)]
    sitting = replace(_evidence(layout, held), rule=DAY_OF_SITTING) if held else None
    return replace(_weighed(layout, stated), unclear=(), sitting=sitting)


def _weighed(layout: Layout, found: Sequence[DateCandidate]) -> Publication:
    """Return the day that most speaks for, if enough does."""
    candidates = [one for one in found if not one.is_reported]
    weights = weights_for(f"published, {date_shown_by(layout)}")
    weighed = weights.weigh([one.day for one in candidates], [one.features for one in candidates])
    evidence = [_evidence(layout, _fullest(candidates, one)) for one in weighed]
    if weighed and weighed[0].share >= weights.enough:
        chosen = _fullest(candidates, weighed[0])
        reasons = tuple(weights.reasons(chosen.features))
        before = [_evidence(layout, one) for one in _stated_before(candidates, chosen)]
        return Publication(chosen.gives, comes_from(chosen), (evidence[0], *before[:1]), reasons)
    if stamp := _crawler_stamp(layout):
        return Publication(stamp.gives, STAMP, (stamp,))
    evidence += [_evidence(layout, one) for one in found if one.is_reported and not one.is_planned]
    of_days = {one.gives: one for one in reversed(evidence)}
    return Publication(unclear=tuple(reversed(of_days.values()))[:MOST_UNCLEAR])


def _told_by_form(layout: Layout, found: Sequence[DateCandidate]) -> Publication | None:
    """Return the day that a document of one kind states where only this kind does, and no other is asked."""
    sent = next((one for one in found if one.index in layout.labelled), None)
    forms = (
        (_first(found, _is_of_decision), "the day a decision was given"),
        (_first(found, lambda one: _is_of_enactment(layout, one)), "the day a law was made"),
        (sent if sent and find_sender(layout) else None, "a mail's day of sending"),
    )
    for one, reason in forms:
        if one:
            said = replace(_evidence(layout, one), rule=LABELLED_DATE)
            return Publication(one.gives, said.rule, (said,), (reason,))
    return None


def _first(found: Sequence[DateCandidate], is_it: Callable[[DateCandidate], object]) -> DateCandidate | None:
    return next((one for one in found if is_it(one)), None)


def _stated_before(candidates: Sequence[DateCandidate], chosen: DateCandidate) -> list[DateCandidate]:
    """Return what says when a text was published that names the day of an update where people look for it.

    Pages show the update alone as often as not; the gold of scraped pages wants the day that is shown.
    """
    if "labelled as updated" not in chosen.features:
        return []
    return [
        one
        for one in candidates
        if one.day < chosen.day and (one.where in STATED or "label before it" in one.features)
    ]


def _is_stated(one: DateCandidate) -> bool:
    """Tell whether markup, an address or a label says that a day is that of publication or of an update."""
    is_called_so = RELEASED.match(one.text) or DISTRIBUTED.search(one.text)
    return one.index is None or is_called_so is not None or not STATING.isdisjoint(one.features)


def _crawler_stamp(layout: Layout) -> Evidence | None:
    """Return what a crawler says of the page, where it says no more than a month, too."""
    stamps = ((line, CRAWLER_STAMP.match(line.stamp or line.text)) for line in layout.lines)
    return next(
        (Evidence(match[1], match[0], line=line.number, rule=STAMP) for line, match in stamps if match), None
    )


def _is_of_decision(one: DateCandidate) -> bool:
    before, behind = one.text[: one.start], one.text[one.end :]
    return bool(GIVEN.match(before) or (COURT_SAT.search(before) and TOOK_PART.match(behind)))


def _is_of_enactment(layout: Layout, one: DateCandidate) -> bool:
    if one.index is None or one.index >= LAW_LINES:
        return False
    before, behind = one.text[: one.start], one.text[one.end :].strip()
    forms = (law for first, last, law in ENACTED if first.search(before) and last.match(behind))
    return any(law.match(line.text) for law in forms for line in layout.lines[:LAW_LINES])


def _fullest(candidates: Sequence[DateCandidate], day: Weighed) -> DateCandidate:
    """Return what names a day best: a stamp with a time tells more than the same day in words."""
    timed = [one for one in candidates if one.day == day.value and "T" in one.gives]
    return candidates[day.best] if not timed or "T" in candidates[day.best].gives else timed[0]


def comes_from(one: DateCandidate) -> str:
    """Say in words what a date of publication comes from."""
    seen = one.features
    if one.index is None:
        return "page address" if one.where.endswith("address") else one.where
    if DISTRIBUTED.search(one.text):
        return "distribution line"
    if RELEASED.match(one.text):
        return "release line"
    if "a dateline" in seen:
        return "dateline"
    if "label before it" in seen or "labelled as published" in seen:
        return LABELLED_DATE
    if "the line is the date" in seen:
        return "time stamp" if "a clock" in seen else "date line"
    beside = one.text[: one.start] + one.text[one.end :]
    is_byline = "beside words of a byline" in seen or (len(beside.split()) <= MOST_NAMES and is_name(beside))
    return "byline" if is_byline else "line beside the headline"


def _evidence(layout: Layout, one: DateCandidate) -> Evidence:
    line = None if one.index is None else layout.lines[one.index]
    return Evidence(
        gives=one.gives,
        quote=_quote(line, one),
        line=line.number if line else None,
        rule=comes_from(one),
    )


def _quote(line: Line | None, one: DateCandidate) -> str:
    """Return the line that names a day; of a long one, its beginning up to there or its end from there on."""
    if line is None or one.text == line.stamp:
        return one.text
    parts = (one.text[: one.end], one.text[one.start :])
    short = [part for part in parts if part in line.text and len(part) <= LONGEST_QUOTE]
    return min(short, key=len) if short and len(line.text) > LONGEST_QUOTE else line.text
