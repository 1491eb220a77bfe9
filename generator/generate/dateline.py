"""The dateline at the start of a report, such as "BEIJING, Nov. 25 --" or "Moskau (dpa) -"."""

from __future__ import annotations

import re

IN_CAPITALS = re.compile(
    r"^(?P<place>[A-ZÄÖÜ][A-ZÄÖÜ .'/-]{2,40})(?:, (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Z]\w+))?"
    r"(?:\s*\((?P<agency>[^)]{2,40})\))?\s*[-–—]{1,2}\s"
)
WITH_DATE = re.compile(
    r"^(?P<place>[A-ZÄÖÜ][\w -]{2,30}), "
    r"(?P<day>\d{1,2}\. \w+(?: \d{4})?|\w+\.? \d{1,2}(?:, \d{4})?)\s*[-–—]{1,2}\s"
)
WITH_AGENCY = re.compile(r"^[A-ZÄÖÜ][\w/ .-]{2,40} \((?P<agency>[\w/ ]{2,30})\)\s*[-–—]{1,2}\s")


def match_dateline(text: str) -> re.Match[str] | None:
    """Return the dateline a text starts with, with the dash behind it; None when it has none."""
    return IN_CAPITALS.match(text) or WITH_DATE.match(text) or WITH_AGENCY.match(text)
