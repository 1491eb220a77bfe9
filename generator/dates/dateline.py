"""What opens a text: a report's dateline, such as "Moskau (dpa) -"."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
