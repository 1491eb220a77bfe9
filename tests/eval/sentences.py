"""Scores finders of sentence ends, and the pairing of sentences with their translations, on gold sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import yaml

from generator.language.sentences.align import align
from generator.language.sentences.split import split_sentences
from generator.model import Language
from tests.eval.scores import Score

GOLD = Path(__file__).parent / "sentences"
PAIRS = GOLD / "pairs"

Splitter = Callable[[str, Language], Iterable[str]]


def score_sentences(path: Path, split: Splitter) -> tuple[Score, list[str]]:
    """Return how many sentence ends inside the texts are found; that a text's end is one needs no finding."""
    language = Language(path.stem[:2])
    total, mistakes = Score(0, 0, 0), []
    for case in yaml.safe_load(path.read_text("utf-8")):
        found, wanted = _ends(split(case["text"], language)), _ends(case["sentences"])
        total += Score(len(found & wanted), len(found - wanted), len(wanted - found))
        letters = "".join(case["text"].split())
        mistakes += [f"wrong: {letters[:end][-30:]} | {letters[end:][:20]}" for end in sorted(found - wanted)]
        mistakes += [
            f"missed: {letters[:end][-30:]} | {letters[end:][:20]}" for end in sorted(wanted - found)
        ]
    return total, mistakes


def score_pairs(path: Path) -> tuple[Score, list[str]]:
    """Return how many pairs of sentences are found with the right words on both sides."""
    languages = [Language(code) for code in path.stem.split("-")]
    total, mistakes = Score(0, 0, 0), []
    for case in yaml.safe_load(path.read_text("utf-8")):
        wanted = {tuple(" ".join(pair[language]) for language in languages) for pair in case["pairs"]}
        texts = [" ".join(s for pair in case["pairs"] for s in pair[language]) for language in languages]
        found = {(one.source.text, one.target.text) for one in align(texts[0], texts[1], *languages)}
        total += Score(len(found & wanted), len(found - wanted), len(wanted - found))
        mistakes += [f"{case['about']}: wrong {pair}" for pair in sorted(found - wanted)]
    return total, mistakes


def _ends(sentences: Iterable[str]) -> set[int]:
    """Return where sentences end, counted without space: some finders change it."""
    ends = list(accumulate(len("".join(sentence.split())) for sentence in sentences))
    return set(ends[:-1]) - {0, *ends[-1:]}


def by_generator(text: str, language: Language) -> list[str]:
    """Split by the generator."""
    return split_sentences(text, language)


def by_sentencesplit(text: str, language: Language) -> list[str]:
    """Split by sentencesplit, which pySBD became."""
    return _segmenter(language).segment(text)


@cache
def _segmenter(language: Language) -> Any:
    from sentencesplit import Segmenter

    return Segmenter(language=language)
