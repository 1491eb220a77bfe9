"""The dateline at the start of a report, such as "BEIJING, Nov. 25 --" or "Moskau (dpa) -"."""

from __future__ import annotations

import re

IN_CAPITALS = re.compile(
    r"^(?P<place>[A-ZÄÖÜ][A-ZÄÖÜ .'/-]{2,40})"
    r"(?:, (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Z]\w{1,20}))?"
    r"(?:\s{0,3}\((?P<agency>[^)]{2,40})\))?\s{0,3}[-–—]{1,2}\s"
)
WITH_DATE = re.compile(
    r"^(?P<place>[A-ZÄÖÜ][\w -]{2,30}), "
    r"(?P<day>\d{1,2}\. \w{1,20}(?: \d{4})?|\w{1,20}\.? \d{1,2}(?:, \d{4})?)\s{0,3}[-–—]{1,2}\s"
)
WITH_AGENCY = re.compile(r"^[A-ZÄÖÜ][\w/ .-]{2,40} \((?P<agency>[\w/ ]{2,30})\)\s{0,3}[-–—]{1,2}\s")


def match_dateline(text: str) -> re.Match[str] | None:
    """Return the dateline a text starts with, with the dash behind it; None when it has none."""
    return IN_CAPITALS.match(text) or WITH_DATE.match(text) or WITH_AGENCY.match(text)


def without_dateline(text: str, dateline: str | None) -> str:
    """Return a text without the dateline it opens with, if it does.

    Args:
        text: the first paragraph of a document, or any other.
        dateline: of the document, as it was found; None: it has none.
    """
    return text.removeprefix(dateline).lstrip(" -–—") if dateline else text
