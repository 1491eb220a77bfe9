"""Sentence boundaries (sentencesplit's rules for the language), and back together."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from generator.model import Language

FALLBACK = Language("en")
# Ranks and titles the rules don't know as abbreviations: no sentence ends with them.
RANK = re.compile(
    r"(?:\b(?:Sr|Col|Gen|Lt|Maj|Adm|Capt|Cmdr|Brig|Sgt|Sen|Rep|Gov|bzw|vgl|Mr|Mrs|Ms|Dr|Prof|Hptm|Oberstlt|Genmaj|Genlt)\.|--)\s*$"
)
# Three letters or a year before the stop: not "Nov. 25", "Dr. Li" or "29. Januar".
ROUGH_END = re.compile(
    r"""(?:(?<=[a-zäöüß]{2}[.!?])|(?<=\d{4}[.!?])|(?<=[^\W\d_]{3}[.!?])|(?<=[.!?]["'”“’»)])|(?<=["'”“’»)][.!?]))\s+(?=["'„“‘«(]?[A-ZÄÖÜ])"""
)
# "U.S." ends a sentence only before a word that opens one.
STATE = re.compile(r"\bU\.[SKN]\.$")
OPENERS = frozenset(
    ("The", "A", "An", "It", "He", "She", "They", "We", "In", "On", "At", "But", "And", "This", "That")
)


@cache
def _segmenter(language: Language) -> Any:
    from sentencesplit import Segmenter

    try:
        return Segmenter(language=language)
    except ValueError:
        return Segmenter(language=FALLBACK)


def split_sentences(text: str, language: Language) -> list[str]:
    """Split one paragraph of plain text into its sentences, without the space between them."""
    return list(_split(text, language))


@lru_cache(maxsize=10_000)
def _split(text: str, language: Language) -> tuple[str, ...]:
    sentences: list[str] = []
    for part in _segmenter(language).segment(text):
        piece = part.strip()
        if not piece:
            continue
        if sentences and _goes_on(sentences[-1], piece):
            sentences[-1] = f"{sentences[-1]} {piece}"
        else:
            sentences.append(piece)
    return tuple(sentences)


def _goes_on(before: str, piece: str) -> bool:
    """Tell whether a boundary was found in the middle of a sentence."""
    if RANK.search(before):
        return True
    return bool(STATE.search(before)) and piece.split(maxsplit=1)[0] not in OPENERS


def join_sentences(sentences: list[str], language: Language) -> str:
    """Put sentences of one paragraph together again."""
    return ("" if language in ("zh", "ja") else " ").join(sentences)


@lru_cache(maxsize=20_000)
def rough_sentences(text: str) -> tuple[str, ...]:
    """Split a paragraph at punctuation alone: enough to compare or quote, and far faster."""
    sentences: list[str] = []
    for piece in ROUGH_END.split(text):
        if sentences and RANK.search(sentences[-1]):
            sentences[-1] = f"{sentences[-1]} {piece}"
        else:
            sentences.append(piece)
    return tuple(sentences)


def first_sentence(text: str, limit: int) -> str:
    """Return the first sentence of a paragraph, cut at a word when longer than `limit` characters."""
    return shorten(rough_sentences(text[: 4 * limit])[0], limit)


def shorten(text: str, limit: int) -> str:
    """Cut a text at a word so that it has at most `limit` characters, marked with an ellipsis."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def sentence_around(text: str, words: str) -> str:
    """Return the sentence of a paragraph that holds `words`; all of it when none does."""
    return next((sentence for sentence in rough_sentences(text) if words in sentence), text)
