"""What stages tell a line by alone, whatever stands around it: a caption, an item of a list."""

from __future__ import annotations

import re

from generator.language.lexicons import LEXICONS

_PICTURES = "|".join(sorted(LEXICONS.united(lambda one: one.page.pictures)))
_CAPTIONS = "|".join(sorted(LEXICONS.united(lambda one: one.page.captions)))
CREDIT = re.compile(rf"(?:^|[\s(.])(?:{_CAPTIONS})s?\s?[:/©]", re.IGNORECASE)
"""What follows made the picture; what stands before tells what it shows."""
ENDS_WITH_SOURCE = re.compile(rf"\((?:{_PICTURES})\b[^()]*\)\.?$", re.IGNORECASE)
BEGINS_AS_CAPTION = re.compile(rf"(?:{_CAPTIONS})\s*:\s*\S.{{40}}", re.IGNORECASE)
LIST_ITEM = re.compile(r"^(?:[-–—•·*▪◦]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")


def is_caption(text: str) -> bool:
    """Tell whether a line names the source of a picture, or says that it is a picture's."""
    return BEGINS_AS_CAPTION.match(text) is not None or ENDS_WITH_SOURCE.search(text) is not None


def begins_as_list_item(text: str) -> bool:
    """Tell whether a line begins as an item of a list does."""
    return LIST_ITEM.match(text) is not None


EARLIER_MAIL = re.compile(
    r"(?:>\s?){1,9}(?:[\w\"„“(*–-]|$)|(?:on|am)\s[^\n]{4,160}\s(?:wrote|schrieb)\b[^\n]{0,100}:$",
    re.IGNORECASE,
)
"""How a line of an earlier mail begins, and the line above it: "On 2 May, Jane Sample wrote:"."""


def is_of_earlier_mail(text: str) -> bool:
    """Tell whether a paragraph is quoted from an earlier mail, or says whose words follow."""
    return EARLIER_MAIL.match(text.rstrip()) is not None
