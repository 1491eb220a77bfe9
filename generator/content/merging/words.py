"""An editor's marks in a paragraph, carried over to what the generator writes now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.content.same_lines import merge_sequences
from generator.language.markup import plain, same_words
from generator.language.sentences.split import split_sentences
from generator.model import Language

TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
MARKED = re.compile(
    r"!?(?<!\\)\[[^\[\]]{1,500}\](?:\([^)]{0,2000}\))?|(?<![\w\\])([*_]{1,3})(?=\S)[^*_]{1,500}\1(?!\w)"
)
"""A link, a footnote or an emphasis."""
ENDS = ".!?,;:…"


def merge_words(was: str | None, mine: str, new: str) -> str | None:
    """Merge one paragraph; None where an editor and the generator both changed its words.

    Args:
        was: as the generator wrote it last; None when it did not.
        mine: as it is in the file.
        new: as the generator writes it now.
    """
    if mine == was:
        return new
    if same_words(mine, new):
        return mine
    if was is None:
        return None
    if same_words(was, new):
        return mine
    return _with_marks(was, mine, new) if same_words(was, mine) else None


def merge_sentences(was: str, mine: str, new: str, language: Language) -> str | None:
    """Merge a paragraph sentence by sentence; None where one was changed on both sides, or was divided."""
    parts = [split_sentences(text, language) for text in (was, mine, new)]
    if len(set(map(len, parts))) > 1:
        return None
    merged: list[str] = []
    end = 0
    for before, sentence, after in zip(*parts, strict=True):
        one, start = merge_words(before, sentence, after), mine.find(sentence, end)
        if one is None or start < 0:
            return None
        merged += [mine[end:start], one]
        end = start + len(sentence)
    return "".join((*merged, mine[end:]))


def _with_marks(was: str, mine: str, new: str) -> str | None:
    """Put an editor's footnotes, links, emphasis and line ends into a new text; None if one has no place."""
    parts = [TOKEN.findall(text) for text in (was, mine, new)]
    merged = merge_sequences(*parts)
    if merged is None:
        return None
    typed = Counter(parts[1]) - Counter(parts[0])
    text = "".join(merged)
    is_whole = not typed - Counter(merged) and same_words(text, new) and _stay(mine, text)
    return text if is_whole else None


def _stay(mine: str, text: str) -> bool:
    """Tell whether each mark stands at its words, or between the words it stood between."""
    places, now = list(_places(mine)), list(_places(text))
    return len(places) == len(now) and all(
        one.words == other.words or (one.above, one.below) == (other.above, other.below)
        for one, other in zip(places, now, strict=True)
    )


class _Place(NamedTuple):
    above: list[str]
    """The last word before a mark's own."""
    words: list[str]
    below: list[str]


def _places(markdown: str) -> Iterator[_Place]:
    """Yield where the links, footnotes and emphasis of a paragraph stand."""
    for match in MARKED.finditer(markdown):
        above, words = plain(markdown[: match.start()]).split(), plain(match[0]).split()
        if not words and above:
            # A footnote's are the word before it, or the end of its sentence.
            last = above.pop()
            words = [last[-1] if last[-1] in ENDS else last]
        yield _Place(above[-1:], words, plain(markdown[match.end() :]).split()[:1])
