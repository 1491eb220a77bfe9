"""Nothing has become another of its kind: a frigate is no destroyer, a colonel no major."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.checks.pairs.negation import sentence_pairs
from generator.checks.pairs.pair import Check, Knowledge, PairText
from generator.checks.pairs.words import Sentence, Telling
from generator.language.lexicons import LEXICONS
from generator.language.things import ENDINGS, KINDS, THINGS
from generator.model import Language, Severity

SHORTEST_BEGINNING = 4
"""Letters of a word with which others begin that may mean the same."""
SHORTEST_HEAD = 5
"""Letters of a word that compounds end with: "Mehrzweckfregatte"."""
SHORTEST_BEFORE = 3
LONGEST_PART = 30
"""Letters of the longest word for a thing."""
_NONE: tuple[str, ...] = ()


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    if not {pair.source_language, pair.target_language} <= THINGS.keys():
        return
    for source, target in sentence_pairs(pair):
        here = _said(source, pair.source_language)
        there = _said(target, pair.target_language) if here.surely else here
        if not there.surely:
            continue
        same = source.folded & target.folded
        lost, added = here.missing_in(there, same), there.missing_in(here, same)
        for kind in KINDS if lost and added else ():
            others = [name for name in kind if name in added]
            ours = [name for name in kind if name in lost]
            if ours and others:
                yield f"“{lost[ours[0]]}” of the source has become “{added[others[0]]}”"


@dataclass(frozen=True)
class _Said:
    """The things that a sentence names."""

    surely: Mapping[str, str]
    """Each with the word for it."""
    perhaps: frozenset[str]
    """Those that it may mean, too."""

    def missing_in(self, other: _Said, same: Set[str]) -> Mapping[str, str]:
        """Return what another sentence does not name; words that are the `same` in both may be names."""
        return {
            name: word
            for name, word in self.surely.items()
            if name not in other.surely and name not in other.perhaps and word.casefold() not in same
        }


_NOTHING = _Said({}, frozenset())


def _said(sentence: Sentence, language: Language) -> _Said:
    telling = _TELLING.among(sentence.folded, language)
    if not telling:
        return _NOTHING
    surely: dict[str, str] = {}
    perhaps: set[str] = set()
    words = sentence.words
    runs = _known(language).runs
    nouns_only = LEXICONS[language].capitalizes_nouns
    reached = 0
    for at, word in enumerate(words):
        if word.folded not in telling or at < reached:
            continue
        is_noun = not (nouns_only and word.surface.islower())
        for run, name in runs.get(word.folded, ()) if is_noun else ():
            if tuple(one.folded for one in words[at : at + len(run)]) == run:
                surely.setdefault(name, " ".join(one.surface for one in words[at : at + len(run)]))
                reached = at + len(run)
        if at >= reached:
            perhaps.update(_perhaps(word.folded, language))
            for name in means(word.folded, language) if is_noun else ():
                surely.setdefault(name, word.surface)
    return _Said(surely, frozenset(perhaps))


@dataclass(frozen=True)
class _Known:
    """The words of a language for things, each with the names of what it means."""

    words: Mapping[str, tuple[str, ...]]
    runs: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """Words in a row, by the first."""
    beginnings: Mapping[str, tuple[str, ...]]
    """The longer of the words: what begins with one may mean the same."""
    perhaps: Mapping[str, tuple[str, ...]]
    """What begins with them may mean something, too; a whole word ends with a space."""


@lru_cache(maxsize=50_000)
def means(word: str, language: Language) -> tuple[str, ...]:
    """Return what a word, as folded, means: by itself, or as the last part of a compound."""
    known = _known(language).words
    if word in known or not LEXICONS[language].has_compounds:
        return known.get(word, _NONE)
    first = max(SHORTEST_BEFORE, len(word) - LONGEST_PART)
    ends = (word[at:] for at in range(first, len(word) - SHORTEST_HEAD + 1))
    return next((known[end] for end in ends if end in known), _NONE)


def _perhaps(word: str, language: Language) -> tuple[str, ...]:
    """Return what a word, as folded, may mean: it begins with a word for it, or has one inside."""
    known = _known(language)
    starts = (*(word[:end] for end in range(1, min(len(word), LONGEST_PART) + 1)), f"{word} ")
    names = [name for start in starts for name in known.perhaps.get(start, _NONE)]
    # "Oberstleutnant" is neither of the two that it is made of.
    if not means(word, language):
        names += [name for start in starts for name in known.beginnings.get(start, _NONE)]
    return tuple(dict.fromkeys(names))


def _tells(word: str, language: Language) -> bool:
    return bool(means(word, language) or _perhaps(word, language) or word in _known(language).runs)


_TELLING = Telling(_tells)


@cache
def _known(language: Language) -> _Known:
    words, beginnings, perhaps = (defaultdict[str, list[str]](list) for _ in range(3))
    runs = defaultdict[str, list[tuple[tuple[str, ...], str]]](list)
    forms = [(name, form) for name, thing in THINGS[language].items() for form in thing.surely]
    listed = {form for _, form in forms}
    for name, form in forms:
        if "-" in form:
            first, *others = form.split("-")
            runs[first] += [((first, *others[:-1], last), name) for last in _inflected(others[-1], language)]
            continue
        if len(form) >= SHORTEST_BEGINNING:
            beginnings[form].append(name)
        for inflected in _inflected(form, language):
            if inflected == form or inflected not in listed:
                words[inflected].append(name)
    for name, thing in THINGS[language].items():
        for form in thing.perhaps:
            perhaps[form.removesuffix("*") if form.endswith("*") else f"{form} "].append(name)
    return _Known(
        {word: tuple(dict.fromkeys(names)) for word, names in words.items()},
        {first: tuple(found) for first, found in runs.items()},
        *({start: tuple(names) for start, names in table.items()} for table in (beginnings, perhaps)),
    )


def _inflected(form: str, language: Language) -> Iterator[str]:
    """Yield the forms of a noun, the first one first."""
    for own, changed in ENDINGS[language]:
        if form.endswith(own):
            yield f"{form.removesuffix(own)}{changed}"


KINDS_KEPT = Check("other things", Severity.WARNING, "name what the source names", _problems)
