"""Tells whether the words around a date say that it is still to come."""

from __future__ import annotations

import re
from enum import IntEnum

CLAUSE_REACH = 90
BOUNDARY = re.compile(
    r"[.!?;:](?:\s|$)|,\s|\s-\s|\b(?:that|dass|said|says|told|announced|sagte|sagten|erklärte|teilte|who|which|after|nachdem|weil|"
    r"because|and|und)\b",
    re.IGNORECASE,
)
MODAL = re.compile(
    r"\b(?:will|shall|wird|werden|werde|würde|würden|soll|sollen|plans?\s(?:to|for)|planned|planning|scheduled|slated|expected|expects?|due|"
    r"is\sto|are\sto|to\sbe\sheld|intends?|geplant|geplante[nrms]?|plant|planen|vorgesehen|beabsichtigt|"
    r"bevorstehende[nrms]?|kommende[nrms]?|anstehende[nrms]?|erwartet|angesetzt|angesetzte[nrms]?|upcoming|would|"
    r"könnte|could|set\s(?:for|to)|spätestens)\b",
    re.IGNORECASE,
)
IN_PRESENT = re.compile(
    r"\b(?:begins|starts|opens|closes|ends|expires|runs|lasts|arrives|departs|leaves|travels|flies|returns|"
    r"meets|falls|resumes|reopens|continues|remains?|looms|takes?\s(?:place|effect)|"
    r"(?:comes?|enters?|goes|go)\sinto\s(?:force|effect)|"
    r"(?:is|are)\s(?:meeting|visiting|travelling|traveling|arriving|leaving|returning|holding|hosting)|"
    r"beginnt|beginnen|startet|starten|endet|enden|findet|tritt|treten|läuft|laufen|dauert|dauern|gilt|gelten|"
    r"erscheint|erscheinen|folgt|folgen|bleibt|bleiben|reist|reisen|fliegt|fliegen|trifft|treffen\ssich|kommt|kommen)\b"
)
"""What a calendar says: "The festival begins on 5 January"."""
STATE = re.compile(r"\b(?:is|are|ist|sind|in\sforce|in\skraft)\b", re.IGNORECASE)
LIMIT = re.compile(r"\b(?:until|till|by|bis|ab)\s(?:zum\s|dem\s|the\s)?$", re.IGNORECASE)
OPENS_WITH_LIMIT = re.compile(r"(?:until|till|by|bis|ab)\s", re.IGNORECASE)
SINCE = re.compile(r"\b(?:since|seit)\s(?:dem\s|the\s)?$", re.IGNORECASE)
OPENS_WITH_SINCE = re.compile(r"(?:since|seit)\s", re.IGNORECASE)


class Tense(IntEnum):
    """How far ahead the words around a date look."""

    OPEN = 0
    """They do not say."""
    PRESENT = 1
    """In the present tense: of a day without year, the next one is meant."""
    FUTURE = 2
    """They say outright that it was planned or to come."""


def tense_around(text: str, start: int, end: int) -> Tense:
    """Return the tense of the clause around a date.

    Args:
        text: with plain dashes and spaces.
        start: where the date begins.
        end: where it ends.
    """
    before = text[max(0, start - CLAUSE_REACH) : start]
    boundaries = list(BOUNDARY.finditer(before))
    clause = before[boundaries[-1].end() :] if boundaries else before
    after = text[end : end + CLAUSE_REACH]
    # The comma right after an opening date ("On 15 January, the ministers will meet") divides nothing.
    opens = not boundaries or not boundaries[-1][0].strip().isalpha()
    offset = 2 if opens and after.startswith(", ") and " " not in clause.strip(" \"'„“") else 0
    boundary = BOUNDARY.search(after, offset)
    clause += after[: boundary.start()] if boundary else after
    if MODAL.search(clause):
        return Tense.FUTURE
    if SINCE.search(before) or OPENS_WITH_SINCE.match(text, start):
        return Tense.OPEN
    limits = LIMIT.search(before) or OPENS_WITH_LIMIT.match(text, start)
    if IN_PRESENT.search(clause) or (limits and STATE.search(clause)):
        return Tense.PRESENT
    return Tense.OPEN
