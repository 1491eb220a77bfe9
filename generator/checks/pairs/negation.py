"""What the source denies, the translation denies too, and nothing else.

A sentence can deny without a word for it ("unmöglich" ↔ "not possible", "fehlen" ↔ "there is no"),
so such words count as counterparts, though they need none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter

from generator.checks.pairs.counterparts import counterparts, is_literal, near
from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import MOST_TEXTS, Sentence, Telling, Word, as_one, sentences_of
from generator.language.lexicon import NegationWords
from generator.language.lexicons import LEXICONS
from generator.model import GERMAN, Language, Severity

LONGEST_APART = 12
"""Words from the first to the second of two that deny together."""
GAP, WIDEST_GAP = "…", 8
"""Stands for some words in a turn of phrase, and how many words on the last one stands at most."""
MOST_LOOSE = 2
"""Words near a no that may have no counterpart where it is missed. Of 2181 good pairs 8 are named, 7 with one
word, and 13 with three; four of 120 lost or added take the second word."""
SHORTEST_INSIDE = 6
"""Letters of what says no inside a compound, "Flugverbotszone"."""


@dataclass(frozen=True)
class Negations:
    """How a text denies."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    """Where in the sentence they are."""
    has_near: bool
    """Something in the text may deny in another way."""

    def outweighs(self, other: Negations) -> bool:
        """Tell whether this text denies and nothing in the other does.

        Negations are not counted: "no sign of anything amiss" is "keine Anzeichen dafür, dass
        irgendetwas nicht stimmte".
        """
        return bool(self.words) and not other.words and not other.has_near


_NONE = Negations((), (), has_near=False)


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    if pair.source_language not in LEXICONS or pair.target_language not in LEXICONS:
        return
    for source, target in sentence_pairs(pair):
        said = _negations(source, pair.source, pair.source_language)
        said_too = _negations(target, pair.target, pair.target_language)
        if said.outweighs(said_too) and _is_missed(said, pair.source_language, source, target):
            yield f"{quoted(said.words)} of the source has no counterpart"
        elif said_too.outweighs(said) and _is_missed(said_too, pair.target_language, target, source):
            yield f"{quoted(said_too.words)} has no counterpart in the source"


def _is_missed(said: Negations, language: Language, own: Sentence, other: Sentence) -> bool:
    """Tell whether a no is missed in another sentence: idioms say it in other words, "no later than"."""
    german, english = (own, other) if language == GERMAN else (other, own)
    told = counterparts(german.text, english.text)
    return any(is_literal(near(told, language, place), said.words, MOST_LOOSE) for place in said.places)


@lru_cache(maxsize=MOST_TEXTS)
def sentence_pairs(pair: PairText) -> tuple[tuple[Sentence, Sentence], ...]:
    """Return what to compare: sentence by sentence where there are as many, else the whole."""
    source, target = sentences_of(pair.source), sentences_of(pair.target)
    if len(source) == len(target):
        return tuple(zip(source, target, strict=True))
    return ((as_one(pair.source), as_one(pair.target)),)


def denies(sentence: Sentence, text: str, language: Language) -> bool:
    """Tell whether a sentence of a text says no in so many words."""
    return bool(_negations(sentence, text, language).words)


def _negations(sentence: Sentence, text: str, language: Language) -> Negations:
    """Return how a sentence of a text denies."""
    telling = _TELLING.among(sentence.folded, language)
    if not telling:
        return _NONE
    words = sentence.words
    negation = LEXICONS[language].negation
    skipped = _turns_of_phrase(words, language, telling)
    firm: list[tuple[str, int]] = []
    has_near = bool(skipped)
    for at, word in enumerate(words):
        if word.folded not in telling or at in skipped:
            continue
        if word.folded in negation.words and _denies(words, at, text):
            if at + 1 < len(words) and (_is_part(word, text) or _is_softened(words[at + 1], language)):
                has_near = True
            else:
                firm.append((_shown(words, at), word.start - sentence.start))
        elif _is_near(word.folded, language):
            has_near = True
    if any(first in telling for first, _ in negation.apart):
        firm += [(said, place - sentence.start) for said, place in _apart(words, negation)]
    return Negations(tuple(said for said, _ in firm), tuple(place for _, place in firm), has_near)


def _is_part(word: Word, text: str) -> bool:
    """Tell whether a negation is a part of a compound: "Nein-Stimmen" are "votes against"."""
    return text[word.end : word.end + 1] == "-" and not text.startswith("one", word.end + 1)


def _is_softened(following: Word, language: Language) -> bool:
    """Tell whether a negation before a word may say yes: "nicht selten" is "often"."""
    # "Ein" counts nothing: "mitnichten ein Erfolg".
    is_count = LEXICONS[language].numbers.cardinals.get(following.folded, 0) > 1
    return is_count or following.surface[0].isdigit() or _is_near(following.folded, language)


def _apart(words: tuple[Word, ...], negation: NegationWords) -> Iterator[tuple[str, int]]:
    """Yield what says no in two words near each other, "ließ … offen", each time with its place."""
    since: dict[str, int] = {}
    for at, word in enumerate(words):
        for first, second in negation.apart:
            if word.folded == second and at - since.get(first, -LONGEST_APART - 1) <= LONGEST_APART:
                yield f"{first} {second}", word.start
        since[word.folded] = at


def _denies(words: tuple[Word, ...], at: int, text: str) -> bool:
    word = words[at]
    # "No. 5" is a number.
    following = words[at + 1].surface if at + 1 < len(words) else ""
    return not (word.folded == "no" and text[word.end : word.end + 1] == "." and following.isdigit())


def _shown(words: tuple[Word, ...], at: int) -> str:
    return f"{words[at - 1].surface}'t" if words[at].folded == "t" else words[at].surface


def _turns_of_phrase(words: tuple[Word, ...], language: Language, telling: Set[str]) -> set[int]:
    begun = _turns_by_first(language)
    folded = [] if telling.isdisjoint(begun) else [word.folded for word in words]
    found: set[int] = set()
    for at, word in enumerate(folded):
        for phrase in begun.get(word, ()):
            found.update(range(at, at + _length_of(phrase, folded[at : at + len(phrase) + WIDEST_GAP])))
    return found


@cache
def _turns_by_first(language: Language) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Return the turns of phrase of a language by their first words."""
    turns = sorted(LEXICONS[language].negation.turns_of_phrase)
    return {first: tuple(some) for first, some in groupby(turns, key=itemgetter(0))}


def _length_of(phrase: tuple[str, ...], words: list[str]) -> int:
    """Return how many words a phrase has where words begin with it, those of its gap too; else none."""
    if GAP not in phrase:
        return len(phrase) if tuple(words[: len(phrase)]) == phrase else 0
    cut = phrase.index(GAP)
    behind = words[cut : cut + WIDEST_GAP]
    is_begun = tuple(words[:cut]) == phrase[:cut]
    return cut + behind.index(phrase[-1]) + 1 if is_begun and phrase[-1] in behind else 0


def _may_tell(word: str, language: Language) -> bool:
    """Tell whether a word, as folded, is any of those that matter here: most sentences have none."""
    negation = LEXICONS[language].negation
    phrases = (*negation.turns_of_phrase, *negation.apart)
    return word in negation.words or _is_near(word, language) or any(word == one[0] for one in phrases)


@lru_cache(maxsize=50_000)
def _is_near(word: str, language: Language) -> bool:
    """Tell whether a word, as folded, may say no in another way."""
    negation = LEXICONS[language].negation
    if word in negation.near:
        return True
    if word.startswith(negation.prefix) and len(word) > 4 and not word.startswith(negation.not_near_starts):
        return True
    if any(len(start) >= SHORTEST_INSIDE and start in word for start in negation.near_starts):
        return True
    return word.startswith(negation.near_starts) or (len(word) > 5 and word.endswith(negation.near_ends))


_TELLING = Telling(_may_tell)

NEGATION = Check("negation", Severity.WARNING, "say no where the source says no, and only there", _problems)
