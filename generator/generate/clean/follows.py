"""Lines that belong to the article because of others of it that stand above them, whatever they look like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.generate.clean.lines import is_sentence

SIGNED = re.compile(r"[(\[](?:(?:[^\W\d_a-z]{2,5}|[^\W\d_A-Z]{2,4})[/, ]{0,2}){1,3}[)\]]")
"""Who wrote it, below the last paragraph: "(AP)", "(dpa/mau)"."""
NOTE = re.compile(r"\[\d{1,3}\]")
"""The mark of a note, in the text and before the note."""
COUNTED = re.compile(r"(?P<what>[^\W\d_][^\d]{1,30}) (?P<number>\d{1,5})")
"""What parts a record: "Column 844"."""

NEXT_SENTENCE = re.compile(r"""[.!?]["”“’»)]* +[„“"»(]*[^\W\d_a-z]""")
SURELY_NOT = 0.1
"""What a last line scores at most that is surely none of the article's: notices on cookies and licences have
.03, the broken ends of articles that are scored too low .16 and more. On 440 pages it changes none."""


def keep_cut_end(texts: Sequence[str], scores: Sequence[float], keeps: Sequence[bool]) -> list[bool]:
    """Return which lines are kept, with the last where an article breaks off in it.

    So do excerpts and pages behind a paywall: the last line of all, right below one that is kept, has several
    sentences, and the last of them no end.

    Args:
        texts: the page's lines.
        scores: how surely each is the article's, from 0 to 1.
        keeps: which of them are kept.
    """
    kept = list(keeps)
    if len(kept) > 1 and kept[-2] and scores[-1] > SURELY_NOT:
        kept[-1] = kept[-1] or (bool(NEXT_SENTENCE.search(texts[-1])) and not is_sentence(texts[-1]))
    return kept


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
