"""No word has become the contrary of what it means: "zuverlässig" is not "unreliable", "neu" not "old".

Both words stand alone: neither has a counterpart in the other sentence, and the rest has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from generator.checks.pairs.counterparts import Told, counterparts_of, is_literal
from generator.checks.pairs.kinds import KINDS_KEPT
from generator.checks.pairs.negation import sentence_pairs
from generator.checks.pairs.opposites import OPPOSITES_KEPT, THE_MORE, is_told_from_the_other_side
from generator.checks.pairs.pair import Check, Knowledge, PairText
from generator.checks.pairs.prefixes import PREFIXES
from generator.checks.pairs.words import Sentence
from generator.data_files import read_bytes
from generator.language import word_list
from generator.language.lexicons import LEXICONS
from generator.language.word_list import english_stem, english_stems, german_english
from generator.model import ENGLISH, GERMAN, Severity

FILE = Path(word_list.__file__).with_name("english_opposites.txt")
"""A pair to a line, each side with words that mean much the same."""
_NOT = ("dis", "il", "im", "in", "ir", "non", "un")
_TURNING = frozenset("fewer less weniger".split())
MOST_LOOSE = 3
"""Words without a counterpart in what is rendered word by word: two contraries are seldom there by chance."""
SHORTEST = 3
"""Letters behind what makes the contrary."""


def _problems(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    """Yield what has become its contrary, where no other check says so."""
    found = dict.fromkeys(_contrary(pair))
    if found and not any(any(other.problems(pair, knowledge)) for other in _OTHERS):
        yield from found


def _contrary(pair: PairText) -> Iterator[str]:
    if {pair.source_language, pair.target_language} != {GERMAN, ENGLISH}:
        return
    for source, target in sentence_pairs(pair):
        told = counterparts_of(pair, source, target)
        german = [one for one in told.german if one.is_loose]
        english = [one for one in told.english if not one.is_there] if german else []
        found = [both for both in product(german, english) if _are_contrary(*both)]
        if not found or _is_turned(source, target) or is_told_from_the_other_side(pair, source, target):
            continue
        for ours, theirs in found:
            was, now = (ours, theirs) if pair.source_language == GERMAN else (theirs, ours)
            if is_literal(told, (was.word.surface, now.word.surface), MOST_LOOSE):
                yield f"“{was.word.surface}” of the source has become “{now.word.surface}”"


def _is_turned(source: Sentence, target: Sentence) -> bool:
    """Tell whether one sentence alone turns what it says: "nicht unzufrieden" is "happy"."""
    turning = LEXICONS.united(lambda one: one.negation.words) | _TURNING
    sides = [turning & sentence.folded for sentence in (source, target)]
    return bool(sides[0]) != bool(sides[1]) or not THE_MORE.isdisjoint(source.folded | target.folded)


def _are_contrary(german: Told, english: Told) -> bool:
    return not _contraries(german.word.surface).isdisjoint(_plain_and_denied(english.word.surface))


@lru_cache(maxsize=20_000)
def _meant(german: str) -> Set[str]:
    meant = german_english()
    return frozenset().union(*(meant.meaning(form).stems for form in meant.first_forms(german)))


@lru_cache(maxsize=20_000)
def _contraries(german: str) -> Set[str]:
    """Return the stems of what says the contrary of a German word, and those of its renderings with "not"."""
    stems = _meant(german)
    opposites = frozenset().union(*(_opposites().get(stem, frozenset()) for stem in stems))
    positive = {stem.removeprefix(prefix) for stem in stems for prefix in _NOT if stem.startswith(prefix)}
    return (opposites | {f"not {stem}" for stem in stems} | positive) - stems


@lru_cache(maxsize=20_000)
def _plain_and_denied(english: str) -> Set[str]:
    """Return the stems of an English word, and of what it denies by its first letters: "not reliabl"."""
    stems = english_stems(english) | english_stems(english.removesuffix("ly"))
    denied = {
        f"not {stem.removeprefix(prefix)}"
        for stem in stems
        for prefix in _NOT
        if stem.startswith(prefix) and len(stem) >= len(prefix) + SHORTEST
    }
    return stems | denied


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    found = defaultdict[str, set[str]](set)
    for line in read_bytes(FILE, FILE.name).decode("utf-8").splitlines():
        one, other = ([english_stem(word) for word in side.split()] for side in line.split("|"))
        for here, there in ((one, other), (other, one)):
            for stem in here:
                found[stem].update(there)
    return {stem: frozenset(others) for stem, others in found.items()}


_OTHERS = (OPPOSITES_KEPT, PREFIXES, KINDS_KEPT)

CONTRARIES = Check(
    "contraries", Severity.WARNING, "say what the source says, and not the opposite", _problems
)
