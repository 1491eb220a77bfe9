"""What stages tell a line by alone, whatever stands around it: a caption, an item of a list."""

from __future__ import annotations

import re

from generator.language.lexicons import LEXICONS

_PICTURES = "|".join(sorted(LEXICONS.united(lambda one: one.page.pictures)))
_CAPTIONS = "|".join(sorted(LEXICONS.united(lambda one: one.page.captions)))
CAPTION = re.compile(
    rf"\((?:{_PICTURES})\b[^()]*\)\.?$|^(?:{_CAPTIONS})\s*:\s*\S.{{40}}",
    re.IGNORECASE,
)
LIST_ITEM = re.compile(r"^(?:[-–—•·*▪◦]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")


def is_caption(text: str) -> bool:
    """Tell whether a line names the source of a picture, or says that it is a picture's."""
    return CAPTION.search(text) is not None


def begins_as_list_item(text: str) -> bool:
    """Tell whether a line begins as an item of a list does."""
    return LIST_ITEM.match(text) is not None
