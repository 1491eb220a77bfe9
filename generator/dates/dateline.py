"""What opens a text or a line: a report's dateline, such as "Moskau (dpa) -", and the stamp of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.dates.calendar import MONTH, SHORT_AND_LONG_WEEKDAYS
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

_MONTH_DAY = r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?"
_DAY_MONTH = r"\d{1,2}\.? [A-ZÄÖÜ][a-zä]{1,20}\.?(?: \d{4})?"
_DAY = rf"(?P<day>{_MONTH_DAY}|{_DAY_MONTH})"
_AGENCY = r"(?:\((?P<agency>[^)]{2,60})\)|/(?P<agency_in_slashes>[^/]{2,30})/)"
_AGENCY_BEHIND_DAY = r"(?:, (?P<agency_behind_day>[A-Z]{2,6}))?"
_STATE = r"(?:, [A-Z][A-Za-z.]{2,8}\.)?"
"""Of a town: `Okla.`, `N.D.`."""
_DASH = r"\s{0,3}[-–—]{1,2}\s"
_MARK = rf"(?:{_DASH}|\s?:\s?)"
"""Behind a day, or capitals with an agency: else a colon follows who speaks, or a topic."""
IN_CAPITALS = re.compile(
    rf"^(?P<place>[A-ZÄÖÜ][A-ZÄÖÜ .,'/-]{{1,39}}[A-ZÄÖÜ.]{_STATE})(?:, {_DAY})?(?:\s{{0,3}}{_AGENCY})?{_DASH}"
)
IN_CAPITALS_WITH_AGENCY = re.compile(
    rf"^(?P<place>[A-ZÄÖÜ][A-ZÄÖÜ .'/-]{{1,39}}[A-ZÄÖÜ.]{_STATE})(?:, {_DAY})?[.,]?\s{{0,3}}{_AGENCY}"
    rf"(?:\.|{_MARK}|\s)"
)
WITH_DATE = re.compile(
    rf"^(?P<place>[A-ZÄÖÜ][\w .-]{{2,30}}), (?:den )?{_DAY}{_AGENCY_BEHIND_DAY}(?:\s{{0,3}}{_AGENCY})?{_MARK}"
)
WITH_AGENCY = re.compile(
    rf"^(?P<place>[A-ZÄÖÜ][\w/ .-]{{2,40}}):? {_AGENCY}(?:{_DASH}|\.?\s(?=[A-ZÄÖÜ„“\"]))"
)
AGENCY = ("agency", "agency_in_slashes", "agency_behind_day")
FORMS = (IN_CAPITALS, IN_CAPITALS_WITH_AGENCY, WITH_DATE, WITH_AGENCY)


_STAMP_DAY = (
    r"(?P<digits>\d{4}-\d\d-\d\d|\d{4}/\d\d/\d\d|\d\d?\.\s?\d\d?\.\s?\d{4}|\d\d?/\d\d?/\d{4})"
    rf"|\d\d?(?:\.|st|nd|rd|th)?\s(?:{MONTH})\.?,?\s\d{{4}}|(?:{MONTH})\.?\s\d\d?,?\s\d{{4}}"
)
_WEEKDAY = rf"(?:{'|'.join(map(re.escape, SHORT_AND_LONG_WEEKDAYS))})\.?,?\s"
_ZONE = r"(?:Uhr|Z|[ap]\.?m\.?|(?-i:[A-Z]{3,4})|[+-]\d\d:?\d\d)(?!\w)"
_CLOCK = rf"[T,]?\s?(?:at\s|um\s)?\d\d?[:.]\d\d(?::\d\d)?(?:\.\d{{1,9}})?(?:\s?{_ZONE})?"
_STAMP = re.compile(
    r"^(?:(?P<bracket>[\[(])(?:[^\[\]()\d]{1,40}\s[-–—|,]\s)?)?"
    r"(?P<label>[^\W\d]{1,99}(?:\s[^\W\d]{1,99}){0,2}?\s?[:=]?\s?)??"
    rf"(?:{_WEEKDAY})?(?:{_STAMP_DAY}|(?P<month>\d{{4}}-\d\d))(?![\d-])"
    rf"(?P<clock>{_CLOCK})?(?P<by>\s(?:by|von)\s(?-i:[a-zäöü])\w{{0,99}})?[\])]?"
    r"(?:(?P<mark>\s?[|·•])|\s[–—-]|:)?\s{1,99}(?=\S)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
"""Every day of a stamp has one: a look spares most lines the rest."""
_BEGINS = re.compile(r"[\"'“”„«»‘’(\[]{0,9}[A-ZÄÖÜ0-9]")
_LABELS = LEXICONS.united(lambda one: one.stamps.published | one.stamps.updated)
LONGEST = 120
FEWEST_WORDS = 3
"""Behind a stamp, for a line to say something."""
SHORTEST_LABEL = 4
"""Letters of a word that labels a day by itself: not "on", "vom"."""


@dataclass(frozen=True)
class DatelineParts:
    """What a dateline says."""

    place: str
    day: str | None
    """As it is written, mostly without a year."""
    agency: str | None


def match_dateline(text: str) -> re.Match[str] | None:
    """Return the dateline a text starts with, with the dash behind it; None when it has none."""
    return next((match for form in FORMS if (match := form.match(text))), None)


def dateline_parts(text: str) -> DatelineParts | None:
    """Return what the dateline that a text starts with says; None when it has none."""
    match = match_dateline(text)
    if match is None:
        return None
    groups = match.groupdict()
    agency = next((groups[way] for way in AGENCY if groups.get(way)), None)
    return DatelineParts(match["place"].strip(), groups.get("day"), agency)


def without_dateline(text: str, dateline: str | None) -> str:
    """Return a text without the dateline it opens with, if it does.

    Args:
        text: the first paragraph of a document, or any other.
        dateline: of the document, as it was found; None: it has none.
    """
    return text.removeprefix(dateline).lstrip(" -–—") if dateline else text


def end_of_stamp(text: str) -> int:
    """Return where what a stamp stands before begins; 0: the line opens with none.

    A day in digits is one; a day in words needs a label, a time, a bar or brackets beside it: "9 November
    1989 – The Day …" is a headline.
    """
    opening = text[:LONGEST]
    match = _STAMP.match(opening) if _YEAR.search(opening) else None
    if match is None:
        return 0
    rest = text[match.end() :]
    if len(rest.split()) < FEWEST_WORDS or not _BEGINS.match(rest):
        return 0
    words = fold(match["label"] or "").strip(" :=").replace("_", " ").split()
    if words and _LABELS.isdisjoint(word for word in words if len(word) >= SHORTEST_LABEL):
        return 0
    is_stamp = words or any(match[group] for group in ("digits", "clock", "mark", "bracket"))
    return match.end() if is_stamp and (words or not match["month"]) else 0
