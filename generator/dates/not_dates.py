"""What looks like a date and is none: the places of a text where no date is looked for."""

from __future__ import annotations

import re

# Every quantifier is bounded: a text of a million digits costs no more than its length.
NOT_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:https?://|www\.)[^\s<>\"]{1,2000}",
        r"\b(?:tel|telefon|telephone|telefax|fax|phone|mobil|mobile|hotline|rufnummer|durchwahl|call)\b"
        r"[.:]{0,2}(?:\s?(?:nr|no|number|us|at)\b[.:]?){0,2}\s{0,2}\(?[+\d][\d\s()/-]{4,30}",
        r"(?:©|\(c\)|\bcopyright\b)[^.\n]{0,40}?\b\d{4}(?:\s?-\s?\d{4})?",
        # things with a number of their own, or several
        r"(?:§{1,2}|\b(?:version|section|abschnitt|chapter|kapitel|kap\.|no\.|nr\.|number|nummer|issn|isbn|"
        r"resolution(?:s|en)?))\s[\w./-]{0,15}\d[\w./-]{0,30}(?:\s\(\d{4}\))?"
        r"(?:(?:,\s\d{3,4}){0,5}\s(?:und|and|sowie)\s\d{3,4}\b)?",
        r"\b(?:welt|bild)\sam\ssonntag\b",
        r"\bheute[ -](?:journal|show)\b",
        r"(?:straße|platz|allee|brücke|avenue|street|square|park)\s(?:des|of(?:\sthe)?)\s\d\d?"
        r"(?:\.|st|nd|rd|th)?\s\w{3,12}",
        r"\b(?:temperatures?|temperaturen|highs|lows)\s(?:in\s|of\s|the\s|mid-){0,3}[\w']{2,12}",
    )
)
COUNTED = frozenset(
    """
    hours minutes km kilometres kilometers metres meters m miles tons tonnes euros dollars pounds yen percent
    points times people men women troops more local
    uhr stunden minuten kilometer meter tonnen euro mark dm franken schilling pfund dollar yen yuan rubel
    jahre jahren tage tagen years days prozent punkte menschen personen mann frauen weitere
    """.split()
)
"""What numbers count: "2023 people" is no year, "12 kilometres" no day."""
NEXT_WORD = re.compile(r"\s?([^\W\d_]{1,30})")

SECOND_NUMBER = re.compile(
    r"\s?(?:-|to|and|or|bis|und|oder|auf)\s?(?:about|around|rund|etwa|fast|nearly|some)?\s?"
    r"(?!\d\d?\.\d\d\suhr\b)\d[\d.,]{0,12}",
    re.IGNORECASE,
)
"""Two numbers may count one thing: "between 1900 and 2030 hours"."""

FROM_TO = re.compile(r"\sauf\s(?:rund\s|etwa\s)?\d")
"""German: something grows "von 1980 auf 2024 Dienstposten"."""


def not_dates(text: str) -> list[tuple[int, int]]:
    """Return the places that hold no date, in order."""
    return sorted(match.span() for pattern in NOT_DATES for match in pattern.finditer(text))


def counts_something(text: str, end: int) -> bool:
    """Tell whether the number that ends at `end` counts what is named after it."""
    if text[end : end + 2].strip()[:1] in ("%", "‰", "°", "$", "€"):
        return True
    if FROM_TO.match(text, end):
        return True
    if second := SECOND_NUMBER.match(text, end):
        end = second.end()
    following = NEXT_WORD.match(text, end)
    return following is not None and following[1].casefold() in COUNTED
