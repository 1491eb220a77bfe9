"""No word has become the contrary of what it means: "zuverlässig" is not "unreliable", "neu" not "old".

Both words stand alone: neither has a counterpart in the other sentence, and the rest has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from functools import cache, lru_cache
from itertools import pairwise, permutations
from pathlib import Path

from generator.checks.pairs.counterparts import Told, compared, counterparts_of
from generator.checks.pairs.kinds import KINDS_KEPT
from generator.checks.pairs.negation import sentence_pairs
from generator.checks.pairs.opposites import THE_MORE, is_told_from_the_other_side, turned
from generator.checks.pairs.pair import Check, Knowledge, PairText
from generator.checks.pairs.words import Sentence
from generator.data_files import read_bytes
from generator.language import word_list
from generator.language.lexicons import LEXICONS
from generator.language.word_list import english_stem, english_stems, german_english
from generator.model import ENGLISH, GERMAN, Severity

FILE = Path(word_list.__file__).with_name("english_opposites.txt")
"""A pair to a line, each side with words that mean much the same."""
_NOT = ("dis", "il", "im", "in", "ir", "non", "un")
_TURNING = frozenset("fewer less little wenig wenige weniger yet fehlt fehlte fehlten".split())
_TWO_SIDED = frozenset("als gegen than against".split())
"""Without any of these nothing is told from the other side, whatever stands first: "A beats B"."""
SHORTEST = 3
"""Letters behind what makes the contrary."""


def _problems(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    """Yield what has become its opposite by the words of a sentence, or else by two that stand alone."""
    found = list(turned(pair))
    if not found:
        contrary = list(dict.fromkeys(_contrary(pair)))
        # "Bub" and "girl" are things of one kind, too.
        found = [] if contrary and any(KINDS_KEPT.problems(pair, knowledge)) else contrary
    yield from found


def _contrary(pair: PairText) -> Iterator[str]:
    texts = {pair.source_language: pair.source, pair.target_language: pair.target}
    if texts.keys() != {GERMAN, ENGLISH} or not _may_be_contrary(texts[GERMAN], texts[ENGLISH]):
        return
    for source, target in sentence_pairs(pair):
        told = counterparts_of(pair, source, target)
        denied = _denied_words(source if pair.source_language == GERMAN else target)
        known = (one for one in told.german if _may_be_turned(one) and one.word.start not in denied)
        german = {one.word.surface: one for one in known}
        english = list(dict.fromkeys(one.word.surface for one in told.english if german and not one.is_exact))
        said = {stem: place for place, word in enumerate(english) for stem in _plain_and_denied(word)}
        hits = {
            word: [said[stem] for stem in said.keys() & _contraries(one.forms)]
            for word, one in german.items()
        }
        found = {word: english[min(places)] for word, places in hits.items() if places}
        if not found or _is_turned(source, target):
            continue
        has_sides = not _TWO_SIDED.isdisjoint(source.folded | target.folded)
        if has_sides and is_told_from_the_other_side(pair, source, target):
            continue
        for word, other in found.items():
            was, now = (word, other) if pair.source_language == GERMAN else (other, word)
            yield f"“{was}” of the source has become “{now}”"


def _denied_words(german: Sentence) -> Set[int]:
    """Return where words stand right behind a no: "nicht geimpft" may be "unvaccinated"."""
    no = LEXICONS[GERMAN].negation.words
    return {behind.start for word, behind in pairwise(german.words) if word.folded in no}


def _may_be_turned(told: Told) -> bool:
    """Tell whether a German word has no counterpart; "stopped" may be one of "Start", but not of "begann"."""
    is_said = told.is_there if told.word.surface[0].isupper() else told.is_exact
    # The contrary of its part is none of a compound.
    return told.is_known and not (is_said or told.is_light or told.is_compound)


def _may_be_contrary(german: str, english: str) -> bool:
    """Tell whether any word of one text says the contrary of one of the other: in most pairs none does."""
    both = compared(german, english)
    said = frozenset[str]().union(*[_plain_and_denied(one.word.surface) for one in both.theirs])
    return any(
        not said.isdisjoint(_contraries(one.known.forms)) and _may_be_turned(both.german(one))
        for one in both.ours
    )


def _is_turned(source: Sentence, target: Sentence) -> bool:
    """Tell whether one sentence alone turns what it says: "nicht unzufrieden" is "happy"."""
    turning = LEXICONS.united(lambda one: one.negation.words) | _TURNING
    sides = [turning & sentence.folded for sentence in (source, target)]
    return bool(sides[0]) != bool(sides[1]) or not THE_MORE.isdisjoint(source.folded | target.folded)


@lru_cache(maxsize=20_000)
def _contraries(forms: tuple[str, ...]) -> Set[str]:
    """Return the stems of what says the contrary of a German word, and those of its renderings with "not"."""
    meant = german_english()
    stems = frozenset().union(*(meant.meaning(form).stems for form in forms))
    # "Stark" is both "great" and "badly".
    told = [others for stem in stems if (others := _opposites().get(stem, stems)).isdisjoint(stems)]
    opposites = frozenset().union(*told)
    positive = frozenset().union(*(_denied(said) for form in forms for said in meant.renderings(form)))
    return (opposites | {f"not {stem}" for stem in stems} | positive) - stems


@lru_cache(maxsize=20_000)
def _plain_and_denied(english: str) -> Set[str]:
    """Return the stems of an English word, and of what it denies by its first letters: "not reliabl"."""
    return (
        english_stems(english)
        | english_stems(english.removesuffix("ly"))
        | {f"not {stem}" for stem in _denied(english)}
    )


def _denied(english: str) -> Set[str]:
    """Return the stems of what a word denies by its first letters: "reliabl" of "unreliable"."""
    rests = (english[len(prefix) :] for prefix in _NOT if english.startswith(prefix) and " " not in english)
    return frozenset().union(*(english_stems(rest) for rest in rests if len(rest) >= SHORTEST))


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    found = defaultdict[str, set[str]](set)
    for line in read_bytes(FILE, FILE.name).decode("utf-8").splitlines():
        sides = ([english_stem(word) for word in side.split()] for side in line.split("|"))
        for here, there in permutations(sides, 2):
            for stem in here:
                found[stem].update(there)
    return {stem: frozenset(others) for stem, others in found.items()}


OPPOSITES_KEPT = Check(
    "opposites", Severity.WARNING, "say what the source says, and not the opposite", _problems
)
