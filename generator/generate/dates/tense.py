"""Tells whether the words around a date say that it is still to come."""

from __future__ import annotations

import re

REACH = 90
BOUNDARY = re.compile(
    r"[.!?;:](?:\s|$)|,\s|\s-\s|\b(?:that|dass|said|says|told|announced|sagte|sagten|erklärte|teilte|who|which|after|nachdem|weil|"
    r"because|and|und)\b",
    re.IGNORECASE,
)
MODAL = re.compile(
    r"\b(?:will|shall|wird|werden|werde|würde|würden|soll|sollen|plans?|planned|planning|scheduled|slated|expected|expects?|due|"
    r"is\sto|are\sto|to\sbe\sheld|intends?|geplant|geplante[nrms]?|plant|planen|vorgesehen|beabsichtigt|upcoming|"
    r"bevorstehende[nrms]?|kommende[nrms]?|anstehende[nrms]?|erwartet|angesetzt|upcoming|would|könnte|could)\b",
    re.IGNORECASE,
)


def is_to_come(text: str, start: int, end: int) -> bool:
    """Tell whether the clause around a date speaks of the future.

    Args:
        text: with plain dashes and spaces.
        start: where the date begins.
        end: where it ends.
    """
    before = text[max(0, start - REACH) : start]
    boundaries = list(BOUNDARY.finditer(before))
    clause = before[boundaries[-1].end() :] if boundaries else before
    after = text[end : end + REACH]
    # The comma right after an opening date ("On 15 January, the ministers will meet") divides nothing.
    offset = 2 if after.startswith(", ") and not clause.strip(" \"'„“").count(" ") else 0
    boundary = BOUNDARY.search(after, offset)
    clause += after[: boundary.start()] if boundary else after
    return bool(MODAL.search(clause))
