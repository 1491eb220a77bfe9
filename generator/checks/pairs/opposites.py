"""Nothing has become its opposite: "sank" is not "rose"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from generator.checks.pairs.anchors import Side, Sort, sides_of
from generator.checks.pairs.negation import denies, sentence_pairs
from generator.checks.pairs.pair import PairText
from generator.checks.pairs.words import Sentence, Telling
from generator.language.lexicons import LEXICONS
from generator.model import Language

OPPOSITES = (
    ("up", "down"),
    ("accept", "reject"),
    ("export", "import"),
    ("open", "close"),
    ("more", "less"),
    ("hurt", "kill"),
    ("convict", "acquit"),
    ("morning", "evening"),
    ("for", "against"),
    ("before", "after"),
    ("least", "most at"),
    ("large", "small"),
    ("must", "may"),
    ("higher", "lower"),
    ("survive", "kill"),
    ("should", "must"),
)
AMOUNTS = ("all", "most", "many", "few", "some")
"""Each is no other."""
TURNED = frozenset(("must", "may", "all", "some"))
"""Denied, they say the opposite: "darf nicht" is "must not", "nicht alle" is "some … not"."""
TURNING = frozenset("all most many few some more less for against accept reject must may".split())
"""With another contrast they say the same: "few survived", "most died"; "against closing", "for opening"."""
THAN, COMPARING = "than", frozenset(("als", "than"))
THE_MORE = frozenset(("desto", "umso"))
"""Two contrasts are none: "je früher, desto billiger" is "the later, the more expensive"."""
_LONGEST = 20
"""Letters of the longest beginning of a word that is known."""
_FURTHEST = 120
"""Characters between the two parts of a verb."""
_MOST_BETWEEN = 8
"""Words between the two of a comparison: "mehr Schnee im Tal als"."""
WORDS_KNOWN = 10_000
"""Whose senses are not looked up again: those that have some recur."""


def _others() -> Mapping[str, Sequence[str]]:
    """Return what each sense excludes."""
    others = defaultdict[str, list[str]](list)
    for one, other in (*OPPOSITES, *combinations(AMOUNTS, 2)):
        others[one].append(other)
        others[other].append(one)
    return {name: tuple(excluded) for name, excluded in others.items()}


_OTHERS: Mapping[str, Sequence[str]] = _others()


def turned(pair: PairText) -> Iterator[str]:
    """Yield what a sentence says the opposite of."""
    if pair.source_language not in LEXICONS or pair.target_language not in LEXICONS:
        return
    for source, target in sentence_pairs(pair):
        here = _said(source, pair.source_language)
        there = _said(target, pair.target_language)
        contrasts = list(_turned(here, there))
        if not contrasts:
            continue
        is_either = any(word.folded in THE_MORE for word in (*source.words, *target.words))
        if _turn_each_other(contrasts, is_either=is_either) or is_told_from_the_other_side(
            pair, source, target
        ):
            continue
        denied = denies(source, pair.source, pair.source_language)
        denied_too = denies(target, pair.target, pair.target_language)
        for one, was, now in contrasts:
            # "Not sunk" may be "risen".
            is_same = denied == denied_too and not (denied and one in TURNED)
            if is_same:
                yield f"“{was}” of the source has become “{now}”"


def _turned(
    here: Mapping[str, Sequence[str]], there: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str, str]]:
    """Yield what the translation says the opposite of, the word for it, and the one for the opposite."""
    both = ((one, other) for one in here for other in _OTHERS[one] if other in there)
    for one, other in both:
        was, now = _surely(here, one), _surely(there, other)
        # "Growth" may stand in both.
        if was and one not in there and len(now) > len(here.get(other, ())):
            yield one, was[-1], now[-1]


def _turn_each_other(turned: Sequence[tuple[str, str, str]], *, is_either: bool) -> bool:
    """Tell whether there are two contrasts that say the same together.

    "Früher Morgen" is no "late evening": one is of how many, or of a wish, or either may be turned.
    One word may be the opposite of two.
    """
    words = {now for _, _, now in turned}
    return len(words) % 2 == 0 and (is_either or any(one in TURNING for one, _, _ in turned))


def is_told_from_the_other_side(pair: PairText, source: Sentence, target: Sentence) -> bool:
    """Tell whether two that both texts name, or one of them and "than", have changed places.

    "A beats B" may be "B loses to A".
    """
    sides = sides_of(pair, source, target)
    order, order_there = map(_order, sides) if sides else ([], [])
    return len(order) > 1 and sorted(order) == sorted(order_there) and order != order_there


def _order(side: Side) -> list[str]:
    """Return the names and things in a sentence, and "than", in order."""
    places = {at: one.name for one, at in side.places.items() if one.sort in (Sort.NAME, Sort.THING)}
    places |= {at: THAN for at, word in enumerate(side.words) if word.folded in COMPARING}
    return [places[at] for at in sorted(places)]


def _surely(said: Mapping[str, Sequence[str]], name: str) -> list[str]:
    return [word for word in said.get(name, ()) if word]


def _said(sentence: Sentence, language: Language) -> dict[str, list[str]]:
    """Return what a sentence may say of opposites, each with the words for it; "" for one that only may."""
    said = defaultdict[str, list[str]](list)
    telling = _TELLING.among(sentence.folded, language)
    for word in sentence.words if telling else ():
        if word.folded in telling and (senses := _senses(word.folded, language)):
            for name in senses[0]:
                said[name].append(word.surface)
            for name in senses[1]:
                said[name].append("")
    for name, phrase in _phrases(sentence, language):
        if "" in said[name]:  # One of its words.
            said[name].remove("")
        said[name].append(phrase)
    return said


def _phrases(sentence: Sentence, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the senses that a sentence has in two words, each with the first words for it."""
    opening = _OPENING.among(sentence.folded, language)
    begun = sorted(
        (number, word.start - sentence.start)
        for word in (sentence.words if opening else ())
        if word.folded in opening
        for number in _begun(word.folded, language)
    )
    last = None
    for number, start in begun:
        name, _, pattern = _known(language).phrases[number]
        if number != last and (match := pattern.match(sentence.text, start)):
            last = number
            yield name, match[0]


@lru_cache(maxsize=WORDS_KNOWN)
def _begun(word: str, language: Language) -> Sequence[int]:
    """Return the numbers of the phrases that a word, as folded, may begin."""
    return [at for at, (_, start, _) in enumerate(_known(language).phrases) if word.startswith(start)]


_Phrase = tuple[str, str, re.Pattern[str]]
"""A sense, what words for it begin with, and a pattern for them."""


@dataclass(frozen=True)
class _Known:
    """The senses that words of a language have, by what they begin with; a whole word ends with a space."""

    surely: Mapping[str, tuple[str, ...]]
    perhaps: Mapping[str, tuple[str, ...]]
    phrases: tuple[_Phrase, ...]


@lru_cache(maxsize=WORDS_KNOWN)
def _senses(word: str, language: Language) -> tuple[Sequence[str], Sequence[str]] | None:
    """Return what a word, as folded, surely says and what it may say; None where it is neither."""
    known = _known(language)
    starts = [word[:end] for end in range(2, min(len(word), _LONGEST) + 1)] + [f"{word} "]
    surely, perhaps = (
        list(dict.fromkeys(name for start in starts for name in table.get(start, ())))
        for table in (known.surely, known.perhaps)
    )
    return (surely, perhaps) if surely or perhaps else None


_TELLING, _OPENING = Telling(_senses), Telling(_begun)


@cache
def _known(language: Language) -> _Known:
    surely, perhaps = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    phrases = []
    for name, sense in LEXICONS[language].senses.items():
        for table, entries in ((surely, sense.surely), (perhaps, sense.perhaps)):
            for entry in entries:
                if "+" in entry or "~" in entry:
                    phrases.append((name, re.split(r"[*+~]", entry)[0], _phrase(entry)))
                else:
                    table[entry.removesuffix("*") if entry.endswith("*") else f"{entry} "].append(name)
    frozen = [{start: tuple(names) for start, names in table.items()} for table in (surely, perhaps)]
    return _Known(frozen[0], frozen[1], tuple(phrases))


def _phrase(entry: str) -> re.Pattern[str]:
    """Return a pattern of two words: the second after the first, some words on or at the clause's end."""
    first, second = re.split(r"[+~]", entry.replace("*", r"\w{0,4}"))
    if "~" in entry:
        return re.compile(rf"(?i){first}(?: \w+){{0,{_MOST_BETWEEN}}}? {second}\b")
    # "1,5 Mrd. Euro" is within one clause.
    inside = r"(?:[^.,;:!?]|(?<=\d)[.,](?=\d)|(?<=Mrd|Mio)\.)"
    apart = rf"{inside}{{0,{_FURTHEST}}}?\b{second}(?=\s*(?:[.,;:!?]|und\b|$))"
    return re.compile(rf"(?i){first}(?: {second}\b|\b{apart})")
