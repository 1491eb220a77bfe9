"""Nothing has become another of its kind: a frigate is no destroyer, a colonel no major."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from typing import NamedTuple

from generator.checks.pairs.negation import sentence_pairs
from generator.checks.pairs.pair import Check, Knowledge, PairText
from generator.checks.pairs.words import MOST_KNOWN, Sentence, Telling, Word
from generator.language.things import ENDINGS, KINDS, Thing
from generator.language.word_list import are_family, english_stem, english_stems, german_english
from generator.language.words import WORD
from generator.model import ENGLISH, GERMAN, Language, Severity

SHORTEST_HEAD = 5
"""Letters of a word that compounds end with: "Mehrzweckfregatte"."""
SHORTEST_BEFORE = 3
LONGEST_PART = 30
"""Letters of the longest word for a thing."""
MOST_SURE = 3
"""Renderings of a word that may surely mean it: the first does, others where no other word has them."""
_NONE: tuple[str, ...] = ()

Run = tuple[str, ...]
"""The stems of words in a row."""
Named = tuple[Run, Sequence[Word], tuple[str, ...]]
"""Those of words that name things, the words, and the names."""


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    if {pair.source_language, pair.target_language} != {GERMAN, ENGLISH}:
        return
    for source, target in sentence_pairs(pair):
        if pair.source_language == GERMAN:
            found = [(ours.surface, theirs) for ours, theirs in _exchanged(source, target)]
        else:
            found = [(theirs, ours.surface) for ours, theirs in _exchanged(target, source)]
        for was, became in found:
            yield f"“{was}” of the source has become “{became}”"


def _exchanged(german: Sentence, english: Sentence) -> Iterator[tuple[Word, str]]:
    """Yield a word for a thing that the other sentence does not name, and what it names of that kind."""
    telling = _TELLING.among(german.folded, GERMAN)
    named = {
        name: word
        for word in (german.words if telling else ())
        if word.folded in telling and not word.surface.islower()
        for name in means(word.folded, GERMAN)
    }
    if not named:
        return
    runs = list(_runs(english.words))
    there = {name for *_, names in runs for name in names}
    # A lieutenant colonel is no colonel.
    taken = {word.start for run, words, _ in runs if len(run) > 1 for word in words}
    alone = (english_stems(word.surface) for word in english.words if word.start not in taken)
    stems = frozenset().union(*alone)
    # "Bundestag" is a thing of its own, and no other word for the Bundesrat.
    unsure = stems - frozenset().union(*(run for run, *_ in runs))
    lost = {
        name: word
        for name, word in named.items()
        if name not in there and word.folded not in english.folded and not _may_be(name, stems, unsure)
    }
    added = _added(runs, german, named) if lost else {}
    kinds = _things().kinds
    for name, word in lost.items():
        other = next((said for one, said in added.items() if kinds[one] == kinds[name]), None)
        if other is not None:
            yield word, other


def _may_be(name: str, stems: Set[str], unsure: Set[str]) -> bool:
    """Tell whether a sentence may name a thing, or in an `unsure` word of its family."""
    meant = _things().perhaps[name]
    family = _things().families[name]
    return not stems.isdisjoint(meant) or any(are_family(one, stem) for one in family for stem in unsure)


def _added(runs: Sequence[Named], german: Sentence, besides: Mapping[str, Word]) -> Mapping[str, str]:
    """Return the things that an English sentence names, and no word of the German one means."""
    meant = german_english()
    others = (word for word in german.words if word not in besides.values())
    said = {form for word in others for form in meant.first_forms(word.surface)}
    renderings = {_stemmed(rendering) for form in said for rendering in meant.renderings(form)}
    found: dict[str, str] = {}
    for run, words, names in runs:
        is_there = run in renderings or words[0].folded in german.folded
        if not (is_there or any(name in besides for name in names)):
            found.update(dict.fromkeys(names, " ".join(word.surface for word in words)))
    return found


def _runs(words: Sequence[Word]) -> Iterator[Named]:
    """Yield words that name things in English, with their stems and the names: the longest there are."""
    reached = 0
    for at, word in enumerate(words):
        for run, names in _begun(word.surface) if at >= reached else ():
            behind = words[at : at + len(run)]
            if len(behind) == len(run) and all(
                stem in english_stems(one.surface) for stem, one in zip(run, behind, strict=True)
            ):
                reached = at + len(run)
                yield run, behind, names
                break


@lru_cache(maxsize=50_000)
def _begun(word: str) -> Sequence[tuple[Run, tuple[str, ...]]]:
    """Return what a word of English may begin, the longest first."""
    runs = _things().runs
    found = [(run, names) for stem in english_stems(word) for run, names in runs.get(stem, {}).items()]
    return sorted(found, key=lambda one: (-len(one[0]), one))


@lru_cache(maxsize=50_000)
def means(word: str, language: Language) -> tuple[str, ...]:
    """Return what things a word, as folded, names: by itself, or as the last part of a compound."""
    if language == ENGLISH:
        return next((names for run, names in _begun(word) if len(run) == 1), _NONE)
    known = _german()
    if word in known:
        return known[word]
    first = max(SHORTEST_BEFORE, len(word) - LONGEST_PART)
    ends = (word[at:] for at in range(first, len(word) - SHORTEST_HEAD + 1))
    return next((known[end] for end in ends if end in known), _NONE)


_TELLING = Telling(means)


@cache
def _german() -> Mapping[str, tuple[str, ...]]:
    """Return the words of German for things, each with the names of what it means."""
    words = defaultdict[str, list[str]](list)
    listed = {form for kind in KINDS for thing in kind for form in thing}
    for thing in (thing for kind in KINDS for thing in kind):
        for form in thing:
            inflected = (form.removesuffix(own) + changed for own, changed in ENDINGS if form.endswith(own))
            for one in inflected:
                if one == form or one not in listed:
                    words[one].append(thing[0])
    return {word: tuple(dict.fromkeys(names)) for word, names in words.items()}


class _Things(NamedTuple):
    """Things by their names, and what they are in English."""

    kinds: Mapping[str, int]
    perhaps: Mapping[str, Set[str]]
    """The stems of all that may stand for it."""
    families: Mapping[str, Set[str]]
    """Those of single words: whatever begins like one may stand for it."""
    runs: Mapping[str, Mapping[Run, tuple[str, ...]]]
    """What surely does, by the stem of its first word."""


@cache
def _things() -> _Things:
    kinds = {thing[0]: number for number, kind in enumerate(KINDS) for thing in kind}
    renderings = {thing[0]: _renderings(thing) for kind in KINDS for thing in kind}
    runs = defaultdict[str, dict[Run, tuple[str, ...]]](dict)
    for name, (surely, _) in renderings.items():
        for rendering in surely:
            run = _stemmed(rendering)
            runs[run[0]][run] = (*runs[run[0]].get(run, ()), name)
    # The head of several words alone, and none that is another thing: a vice president is no president.
    perhaps = {
        name: frozenset(
            run[-1]
            for run in map(_stemmed, every)
            if len(run) == 1 or all(kinds[one] != kinds[name] for one in runs[run[-1]].get(run[-1:], ()))
        )
        for name, (_, every) in renderings.items()
    }
    families = {
        name: frozenset(run[0] for run in map(_stemmed, every) if len(run) == 1)
        for name, (_, every) in renderings.items()
    }
    return _Things(kinds, perhaps, families, {stem: dict(found) for stem, found in runs.items()})


def _renderings(thing: Thing) -> tuple[set[str], set[str]]:
    """Return the renderings that surely mean a thing, and all that may."""
    meant = german_english()
    listed = (meant.noun(f"{word}{ending}") for word in thing for ending in ("", "in"))
    forms = {form for form in listed if form}
    every = {rendering for form in forms for rendering in meant.renderings(form)}
    surely = {
        rendering
        for form in forms
        for number, rendering in enumerate(meant.renderings(form)[:MOST_SURE])
        if number == 0 or meant.words_for(rendering) <= forms
    }
    return surely, every


@lru_cache(maxsize=MOST_KNOWN)
def _stemmed(rendering: str) -> Run:
    return tuple(map(english_stem, WORD.findall(rendering)))


KINDS_KEPT = Check("other things", Severity.WARNING, "name what the source names", _problems)
