"""Names survive, in the spelling of the target language: Beloussow → Belousov."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.spellings import FoundSpelling, stems
from generator.checks.pairs.words import folded_words, words_of
from generator.model import Language, Severity

SHORTEST = 3
"""Letters a part of a name must have to stand for all of it: "Jiang", but not "Li"."""


def _survive(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    found = knowledge.spelled_names.find(words_of(pair.source))
    there = {owner for name in knowledge.spelled_names.find(words_of(pair.target)) for owner in name.owners}
    lost = [
        name.surface(pair.source)
        for name in found
        # A spelling of two records says too little, and a name may be said in part: "Minister Dong".
        if len(name.owners) == 1 and not name.owners & there and not _in_part(name, pair, knowledge)
    ]
    if lost:
        yield f"{quoted(lost)} of the source is not named"


def _in_part(name: FoundSpelling, pair: PairText, knowledge: Knowledge) -> bool:
    """Tell whether enough words of a spelling stand in the target, together or apart.

    Of a short name, one of its words; of a long one ("Treaty of Good-Neighborliness and Friendly
    Cooperation") half of those that carry meaning: bodies and treaties are named in many ways.
    """
    target = _stems_of(pair.target)
    (owner,) = name.owners
    for by_language in knowledge.names[owner].values():
        for spelling in by_language:
            words = [
                w.folded for w in words_of(spelling) if len(w.folded) >= SHORTEST and not w.folded.isdigit()
            ]
            words = [word for word in words if word not in _SMALL]
            present = sum(1 for word in words if word in target or _is_spelled_otherwise(word, target))
            if len(words) > 1 and present >= max(1, len(words) / 2):
                return True
    return False


_SMALL = frozenset(
    ("the", "and", "der", "die", "das", "und", "des", "dem", "den", "für", "über", "for", "von")
)


def _stems_of(text: str) -> frozenset[str]:
    return frozenset(stem for word in folded_words(text) for stem in stems(word))


def _is_spelled_otherwise(word: str, target: frozenset[str]) -> bool:
    """Tell defence from defense, -neighbourliness from -neighborliness, organisation, Centre."""
    return any(
        word.replace(old, new) in target
        for old, new in (("or", "our"), ("our", "or"), ("se", "ce"), ("ce", "se"), ("is", "iz"), ("iz", "is"))
        if old in word
    )


def _spelling(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    for name in knowledge.spelled_names.find(words_of(pair.target)):
        if len(name.owners) != 1:
            continue
        (owner,) = name.owners
        own, other = (
            _preferred(knowledge.names[owner], code) for code in (pair.target_language, pair.source_language)
        )
        used = {stem for word in name.words for stem in stems(word.folded)}
        if used & _spelled_otherwise(other, own):
            yield f"{quoted([name.surface(pair.target)])} is the spelling of the source language, not “{own}”"


def _spelled_otherwise(other: str, own: str) -> set[str]:
    """Return the words of a name that the own language spells otherwise: "beloussow", not "belousov".

    Names with more or fewer words are translated and not only spelled otherwise.
    """
    theirs, ours = words_of(other), words_of(own)
    if len(theirs) != len(ours):
        return set()
    different = {word.folded for word in theirs if not word.surface.isupper()}
    return different - {word.folded for word in ours}


def _preferred(spellings: Mapping[Language, Sequence[str]], language: Language) -> str:
    return next(iter(spellings.get(language, ())), "")


NAMES = Check(
    "names", Severity.WARNING, "name it as its record does, or add this spelling to the record", _survive
)
NAME_SPELLING = Check(
    "name spelling", Severity.WARNING, "write the name as its record does for this language", _spelling
)
