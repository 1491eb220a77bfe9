"""Measures finders, the generator's and its peers', on one gold set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.eval import dates, links, mentions, sentences
from tests.eval.scores import Score

OURS = "generator"


@dataclass(frozen=True)
class Measured:
    """How well one finder did on one gold set."""

    gold: str
    finder: str
    score: Score
    mistakes: tuple[str, ...] = ()

    @property
    def is_ours(self) -> bool:
        """Tell whether it is the generator's own."""
        return self.finder.startswith(OURS)


def measure_dates(path: Path, peers: bool) -> Iterator[Measured]:
    """Score the generator, and dateparser if peers are wanted, on a gold set of dates."""
    cases = dates.load_date_cases(path)
    finders = (
        (OURS, dates.by_generator, dates.is_equal),
        # It finds days only: any day that the date can mean is counted as right.
        ("dateparser search_dates", dates.by_dateparser, dates.is_within),
    )
    for name, find, same in _wanted(finders, peers):
        score, mistakes = dates.score_dates(cases, find, same)
        yield Measured(f"dates/{path.name}", name, score, tuple(mistakes))


def measure_mentions(path: Path, peers: bool) -> Iterator[Measured]:
    """Score the generator, and plain string matching if peers are wanted, on a gold set of mentions."""
    cases = mentions.load_mention_cases(path)
    finders = ((OURS, mentions.generator_finder()), ("string matching", mentions.string_matching_finder()))
    for name, find in _wanted(finders, peers):
        score, mistakes = mentions.score_mentions(cases, find)
        yield Measured(f"mentions/{path.name}", name, score, tuple(mistakes))


def measure_links(path: Path, _peers: bool) -> Iterator[Measured]:
    """Score the generator on a gold set of links."""
    gold = links.load_link_set(path)
    for name, measure in (("same event", links.score_same_event), ("typed links", links.score_typed_links)):
        score, mistakes = measure(gold)
        yield Measured(f"links/{path.name}", f"{OURS}, {name}", score, tuple(mistakes))


def measure_sentences(path: Path, peers: bool) -> Iterator[Measured]:
    """Score the generator, and sentencesplit if peers are wanted, on a gold set of sentences."""
    finders = ((OURS, sentences.by_generator), ("sentencesplit", sentences.by_sentencesplit))
    for name, split in _wanted(finders, peers):
        score, mistakes = sentences.score_sentences(path, split)
        yield Measured(f"sentences/{path.name}", name, score, tuple(mistakes))


def measure_pairs(path: Path, _peers: bool) -> Iterator[Measured]:
    """Score the generator on a gold set of sentences and their translations."""
    score, mistakes = sentences.score_pairs(path)
    yield Measured(f"pairs/{path.name}", OURS, score, tuple(mistakes))


def _wanted(finders: tuple, peers: bool) -> tuple:
    return finders if peers else finders[:1]
