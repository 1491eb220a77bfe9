"""Mends text that was once decoded with the wrong encoding ("grÃ¶ÃŸer"), and nothing else.

ftfy tells such text from right text that looks odd ("NÃO", "VOILÀ ÇA"). Its other repairs are not asked for:
quotation marks, ligatures and widths stay as they were written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Issue, Severity

SUSPICIOUS = re.compile(r"[^\x00-\x7f]{2}|[\x80-\x9fŒœÃÂ]")
"""Nothing that ftfy takes for wrongly decoded is without this; looking for it costs far less."""
SHOWN = 40
"""Letters of the example in a warning."""


@dataclass(frozen=True)
class Mended:
    """A text after mending."""

    text: str
    lines: int = 0
    """In which something was mended."""
    before: str = ""
    """The first of them, from where it was broken."""
    after: str = ""


def mend(text: str) -> Mended:
    """Mend a text line by line; a line that is right stays as it is, whatever stands in the others."""
    if text.isascii() or not SUSPICIOUS.search(text):
        return Mended(text)
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    lines = text.split("\n")
    mended = [fix_encoding(line) if SUSPICIOUS.search(line) and is_bad(line) else line for line in lines]
    changed = [(before, after) for before, after in zip(lines, mended, strict=True) if before != after]
    if not changed:
        return Mended(text)
    return Mended("\n".join(mended), len(changed), *_from_difference(*changed[0]))


def mended_issue(mended: Mended, place: str) -> tuple[Issue, ...]:
    """Say that something was mended; nothing where nothing was."""
    if not mended.lines:
        return ()
    return (
        Issue(
            Severity.WARNING,
            place,
            f"characters decoded wrongly are mended in {mended.lines} lines, such as {mended.before!r}, "
            f"now {mended.after!r}",
            "where that is wrong, correct the seed",
        ),
    )


def _from_difference(before: str, after: str) -> tuple[str, str]:
    start = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    start = before.rfind(" ", 0, start) + 1
    return _word(before, start), _word(after, start)


def _word(text: str, start: int) -> str:
    return text[start : start + SHOWN].partition(" ")[0]
