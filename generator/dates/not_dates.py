"""What looks like a date and is none: the places of a text where no date is looked for."""

from __future__ import annotations

import re

# Every quantifier is bounded: a text of a million digits costs no more than its length.
_KINDS = (
    ("http www.", r"(?:https?://|www\.)[^\s<>\"]{1,2000}"),
    (
        "tel fax phone mobil hotline rufnummer durchwahl call",
        r"\b(?:tel|telefon|telephone|telefax|fax|phone|mobil|mobile|hotline|rufnummer|durchwahl|call)\b"
        r"[.:]{0,2}(?:\s?(?:nr|no|number|us|at)\b[.:]?){0,2}\s{0,2}\(?[+\d][\d\s()/-]{4,30}",
    ),
    ("© (c) copyright", r"(?:©|\(c\)|\bcopyright\b)[^.\n]{0,40}?\b\d{4}(?:\s?-\s?\d{4})?"),
    (  # things with a number of their own, or several
        "§ version section abschnitt chapter kap no. nr. num issn isbn resolution",
        r"(?:§{1,2}|\b(?:version|section|abschnitt|chapter|kapitel|kap\.|no\.|nr\.|number|nummer|issn|isbn|"
        r"resolution(?:s|en)?))\s[\w./-]{0,15}\d[\w./-]{0,30}(?:\s\(\d{4}\))?"
        r"(?:(?:,\s\d{3,4}){0,5}\s(?:und|and|sowie)\s\d{3,4}\b)?",
    ),
    ("sonntag", r"\b(?:welt|bild)\sam\ssonntag\b"),
    ("heute", r"\bheute[ -](?:journal|show)\b"),
    (
        "straße platz allee brücke avenue street square park",
        r"(?:straße|platz|allee|brücke|avenue|street|square|park)\s(?:des|of(?:\sthe)?)\s\d\d?"
        r"(?:\.|st|nd|rd|th)?\s\w{3,12}",
    ),
    (
        "temperatur highs lows",
        r"\b(?:temperatures?|temperaturen|highs|lows)\s(?:in\s|of\s|the\s|mid-){0,3}(?:\d[\w']{1,5}|[a-z]{3,5}ties\b)",
    ),
)
"""With words of which one stands in any of them: looking for those costs less than trying the pattern."""
WORDS = tuple(words.split() for words, _ in _KINDS)
NOT_DATES = tuple(re.compile(pattern, re.IGNORECASE) for _, pattern in _KINDS)
COUNTED = frozenset(
    """
    hours minutes km kilometres kilometers metres meters m miles tons tonnes euros dollars pounds yen percent
    points times people men women troops more million ghz mhz local gmt utc
    uhr stunden minuten kilometer meter tonnen euro mark dm franken schilling pfund dollar yen yuan rubel
    jahre jahren tage tagen years days prozent punkte menschen personen mann frauen weitere
    millionen milliarden mio mrd
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
    lower = text.lower()
    likely = (any(word in lower for word in words) for words in WORDS)
    patterns = (pattern for pattern, is_likely in zip(NOT_DATES, likely, strict=True) if is_likely)
    return sorted(match.span() for pattern in patterns for match in pattern.finditer(text))


def counts_something(text: str, end: int) -> bool:
    """Tell whether the number that ends at `end` counts what is named after it."""
    if text[end : end + 2].strip()[:1] in ("%", "‰", "°", "$", "€") or FROM_TO.match(text, end):
        return True
    if second := SECOND_NUMBER.match(text, end):
        end = second.end()
    following = NEXT_WORD.match(text, end)
    return following is not None and following[1].casefold() in COUNTED
