"""What other extractors keep of a page's markup: the labels that the model learns from."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence

import justext
import numpy as np
import trafilatura

from generator.generate.clean.line_words import Floats

WORD = re.compile(r"\w+")
NAMES = {"de": "German", "en": "English"}
WHOLE = 6
"""Words; a line of more stands in an extracted text wherever its words do. A shorter one must be a line
there, or a cell."""
NEAR = 15
"""Lines: a short one counts only that near to a long one; "Home" may be said in the text, too."""


def votes(html: bytes, language: str) -> Iterator[tuple[str, float]]:
    """Yield texts that extractors find in a page, each with its share of the vote."""
    yield trafilatura.extract(html, include_comments=False) or "", 2 / 7
    yield trafilatura.extract(html, include_comments=False, favor_recall=True) or "", 2 / 7
    yield trafilatura.extract(html, include_comments=False, favor_precision=True) or "", 2 / 7
    yield _by_justext(html, language), 1 / 7


def _by_justext(html: bytes, language: str) -> str:
    paragraphs = justext.justext(html, justext.get_stoplist(NAMES[language]))
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def marked(texts: Sequence[str], extracted: str) -> Floats:
    """Return 1 for each line that an extracted text has, else 0."""
    whole = f" {_plain(extracted)} "
    parts = {_plain(part) for part in re.split(r"[\n|]", extracted)}
    plain = [_plain(text) for text in texts]
    long = [index for index, line in enumerate(plain) if line.count(" ") >= WHOLE and f" {line} " in whole]
    found = np.zeros(len(texts), np.float32)
    found[long] = 1
    for index, line in enumerate(plain):
        stands = line in parts or (line.count(" ") >= WHOLE / 2 and f" {line} " in whole)
        if line and stands and (not long or _distance(long, index) <= NEAR):
            found[index] = 1
    return found


def _plain(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))


def _distance(places: Sequence[int], index: int) -> int:
    at = bisect(places, index)
    return min(abs(index - place) for place in places[max(0, at - 1) : at + 1])
