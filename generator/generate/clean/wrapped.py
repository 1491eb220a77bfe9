"""Joins lines that belong together: those broken at some width, and headings that go on in the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.generate.clean.lines import SENTENCE_END, is_date_line, is_prose
from generator.generate.line_forms import begins_as_list_item
from generator.generate.seed_text import SOFT_HYPHEN, Line
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

FEWEST = 3
"""Lines that run on, for a text to be taken for wrapped."""
NARROWEST, WIDEST = 30, 130
"""Characters; what is wider was not broken to be read on a screen or page."""
SAME_WIDTH = 0.7
"""Of the width: broken lines are as long as that, but for paragraphs' last."""
MOSTLY = 0.6
"""Of the lines that run on, the share that is as long as the width lets them be."""
HYPHENATED = re.compile(r"[^\W\d_]{2}[-‐⸗]$")
FIRST_WORD = re.compile(r"\S+")
SPACED = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){3,}(?!\w)|^\w(?: [\w/]){5,}$")
"""A word whose letters stand apart: "N I E D E R S C H R I F T"; a line of nothing else."""
LONGEST, LONGEST_LINE = 300, 200
"""Characters of a heading, and of a line that one goes on in."""
SMALL = LEXICONS.function_words
NAMES_IT = LEXICONS.united(lambda one: one.stamps.documents | one.stamps.institutions)
BY = LEXICONS.united(lambda one: one.stamps.by)


def unwrap(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Join broken lines to paragraphs; each has the number of its first line.

    A line was broken where the next word would not have fitted into the width, which is that of the lines
    that run on into one with a small letter.
    """
    return _joined(lines, _width(lines))


def join_words(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Join lines only where a soft hyphen tells that a word goes on in the next."""
    return _joined(lines, None)


def _joined(lines: Sequence[Line], width: int | None) -> tuple[Line, ...]:
    """Join the lines broken at a width, None: at none, and those that end in a soft hyphen."""
    if width is None and not any(line.text.endswith(SOFT_HYPHEN) for line in lines):
        return tuple(lines)
    words = {word.strip(".,;:!?") for line in lines for word in fold(line.text).split()}
    joined: list[Line] = []
    last: Line | None = None
    for line in lines:
        if last and (last.text.endswith(SOFT_HYPHEN) or (width and _is_broken(last, line, width))):
            joined[-1] = replace(joined[-1], text=_join(joined[-1].text, line.text, words))
        else:
            joined.append(line)
        last = line
    return tuple(joined)


def _width(lines: Sequence[Line]) -> int | None:
    """Return the width a text was broken at; None: it was not."""
    pairs = [pair for pair in pairwise(lines) if _runs_on(*pair)]
    lengths = sorted(len(line.text) for line, _ in pairs)
    if len(lengths) < FEWEST:
        return None
    width = lengths[int(0.95 * (len(lengths) - 1))]
    full = sum(len(line.text) + len(_first_word(after.text)) >= SAME_WIDTH * width for line, after in pairs)
    longer = sum(len(line.text) > 1.3 * width for line in lines)
    is_wrapped = NARROWEST <= width <= WIDEST and full >= MOSTLY * len(pairs) and longer <= len(pairs)
    return width if is_wrapped else None


def _runs_on(line: Line, after: Line) -> bool:
    """Tell whether a line seems to go on in the next: no sentence ends, and the next begins small."""
    follows = after.number == line.number + 1
    return follows and after.text[0].islower() and not SENTENCE_END.search(line.text)


def _is_broken(line: Line, after: Line, width: int) -> bool:
    """Tell whether the next line's first word had no place in a line."""
    if after.number != line.number + 1 or len(line.text) > 1.3 * width:
        return False
    fits = len(line.text) + 1 + len(_first_word(after.text)) <= width
    return not fits or (_runs_on(line, after) and len(line.text) > SAME_WIDTH * width)


def _first_word(text: str) -> str:
    match = FIRST_WORD.match(text)
    return match[0] if match else ""


def _join(text: str, more: str, words: set[str]) -> str:
    """Put two lines together; a word broken at a hyphen is one, unless the text has it with its hyphen."""
    if text.endswith(SOFT_HYPHEN):
        return f"{text[:-1]}{more}"
    word = fold(_first_word(more)).strip(".,;:!?")
    if not HYPHENATED.search(text) or word in LEXICONS.function_words:  # "Ein- und Ausfuhr"
        return f"{text} {more}"
    begun = fold(text.rsplit(maxsplit=1)[-1])[:-1]
    keeps_hyphen = not more[0].islower() or f"{begun}-{word}" in words
    return f"{text}{more}" if keeps_hyphen else f"{text[:-1]}{more}"


def join_headings(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines, those above the first sentence joined where one goes on in the next.

    What names a document or a body goes on where it ends with a small word ("Hearings of the"), or where the
    next line begins with one ("Niederschrift", "über die 3. Sitzung"). A menu's items begin so, too, but name
    neither. Each line has the number of its first.
    """
    joined: list[Line] = []
    last, above = 0, True
    for line in lines:
        above = above and not (line.text[0].isupper() and is_prose(line.text))
        text = SPACED.sub(lambda word: word[0].replace(" ", ""), line.text) if above else line.text
        if above and joined and _goes_on(joined[-1].text, text, line.number - last):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {text}")
        else:
            joined.append(replace(line, text=text) if text != line.text else line)
        last = line.number
    return tuple(joined)


def _goes_on(text: str, after: str, gap: int) -> bool:
    """Tell whether a heading goes on in the next line; `gap`: 1, or 2 where a blank line is between."""
    if gap > 2 or len(text) + len(after) >= LONGEST or len(after) >= LONGEST_LINE or after in text:
        return False
    if not text[-1].isalnum() or not text[0].isupper() or is_date_line(text) or begins_as_list_item(after):
        return False
    if NAMES_IT.isdisjoint(fold(text).split()):
        return False
    last, first = text.rpartition(" ")[2], after.partition(" ")[0]
    are_capitals = text.isupper() and after.isupper()
    if gap == 1 and fold(last) in SMALL and " " in text and (last.islower() or text.isupper()):
        return True
    return fold(first) in SMALL and fold(first) not in BY and (first.islower() or (gap == 1 and are_capitals))
