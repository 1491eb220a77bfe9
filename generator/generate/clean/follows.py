"""Lines that belong to the article because of others of it that stand above them, whatever they look like."""

from __future__ import annotations

import re
from collections.abc import Sequence

SIGNED = re.compile(r"[(\[](?:(?:[^\W\d_a-z]{2,5}|[^\W\d_A-Z]{2,4})[/, ]{0,2}){1,3}[)\]]")
"""Who wrote it, below the last paragraph: "(AP)", "(dpa/mau)"."""
NOTE = re.compile(r"\[\d{1,3}\]")
"""The mark of a note, in the text and before the note."""
COUNTED = re.compile(r"(?P<what>[^\W\d_][^\d]{1,30}) (?P<number>\d{1,5})")
"""What parts a record: "Column 844"."""


def keep_what_follows(texts: Sequence[str], keeps: Sequence[bool]) -> list[bool]:
    """Return which lines are kept, with those that follow from others.

    They are a note whose mark is in the text and, right below a line that is kept, who signed it and the next
    number of what parts a record ("Column 844", where "Column 843" is kept).

    Args:
        texts: the page's lines.
        keeps: which of them are the article's for what they look like.
    """
    kept = list(keeps)
    notes: set[str] = set()
    last_numbers: dict[str, int] = {}
    for index, text in enumerate(texts):
        counted = COUNTED.fullmatch(text)
        if not kept[index]:
            note = NOTE.match(text)
            is_next = counted is not None and last_numbers.get(counted["what"]) == int(counted["number"]) - 1
            is_below = index > 0 and kept[index - 1]
            kept[index] = bool(note and note[0] in notes) or (
                is_below and (is_next or bool(SIGNED.fullmatch(text)))
            )
        if kept[index]:
            notes.update(NOTE.findall(text, 1))
            if counted:
                last_numbers[counted["what"]] = int(counted["number"])
    return kept
