"""The translation memory: sentence pairs with who made them, kept as TMX.

A person's pair wins over a machine's. Text that has a pair is not translated again.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from math import isfinite
from pathlib import Path
from sys import intern

from generator import __version__
from generator.content.tmx import TmxError, Unit, Variant, read_units, write_units
from generator.data_files import read_bytes
from generator.errors import InputError
from generator.language.sentences.split import split_sentences
from generator.model import Issue, Language, Severity, TranslationBy
from generator.printable import printable_line

SCORE = "x-score"
"""The property of a unit that holds the engine's confidence; TMX wants x- before names of one's own."""
MACHINES = "x-machine"
"""The property of a person's unit that holds what a machine had written."""
DECIMALS = 4
MAX_BYTES = 1_000_000_000

Key = tuple[Language, Language, str]
"""What a pair is found by: from, to, text."""


PLACE = "content/.generated/memory.tmx"
PackageName = Callable[[Language, Language], str]
"""Returns the name and version of a language pair's package; empty when there is none."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence (or a paragraph that could not be aligned by sentence) in two languages."""

    source_language: Language
    target_language: Language
    source: str
    target: str
    by: TranslationBy
    package: str | None = None
    """Engine package with version, for a machine's pair."""
    score: float | None = None
    """How sure the engine was: the mean log-probability of a token, at most 0."""
    person: str | None = None
    """The name of the person who answers for an editor's pair, where it is known."""
    machines: str | None = field(default=None, compare=False)
    """For an editor's pair: the machine's translation that it took the place of, where there was one."""
    is_help: bool = False
    """It only helps to put terms right: a term by itself, or a sentence with stand-ins."""

    @property
    def machine_target(self) -> str | None:
        """What a machine made of the text, where that is known."""
        return self.machines if self.is_by_person else self.target

    @property
    def key(self) -> Key:
        """What it is found by."""
        return self.source_language, self.target_language, self.source

    @property
    def is_by_person(self) -> bool:
        """Whether a person made it."""
        return self.by is TranslationBy.EDITOR


class Memory:
    """Pairs by source text; frozen: `with_pairs` returns a fuller one."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self._pairs: dict[Key, Pair] = {}
        self._add(pairs)

    def _add(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            self._pairs[pair.key] = _stronger(self._pairs.get(pair.key), pair)

    @property
    def pairs(self) -> Mapping[Key, Pair]:
        """All pairs."""
        return self._pairs

    def lookup(self, source: str, source_language: Language, target_language: Language) -> Pair | None:
        """Return the pair for a text, if there is one."""
        return self._pairs.get((source_language, target_language, source))

    def has_any(self, source_language: Language, target_language: Language) -> bool:
        """Tell whether there are pairs from one language to another."""
        return (source_language, target_language) in self._between

    @cached_property
    def _between(self) -> frozenset[tuple[Language, Language]]:
        return frozenset((source, target) for source, target, _ in self._pairs)

    def pairs_for(self, text: str, source_language: Language, target_language: Language) -> list[Pair]:
        """Return the pairs that make up a text's translation; none when a sentence lacks one."""
        if whole := self.lookup(text, source_language, target_language):
            return [whole]
        pairs = self.sentence_pairs(text, source_language, target_language)
        return [pair for pair in pairs if pair] if all(pairs) else []

    def sentence_pairs(
        self, text: str, source_language: Language, target_language: Language
    ) -> list[Pair | None]:
        """Return the pair of each sentence of a text; None for one that has none."""
        sentences = split_sentences(text, source_language)
        return [self.lookup(sentence, source_language, target_language) for sentence in sentences]

    def with_pairs(self, pairs: Iterable[Pair]) -> Memory:
        """Return a memory that holds `pairs` too; later ones win, a person's over a machine's."""
        fuller = Memory()
        fuller._pairs = self._pairs.copy()
        fuller._add(pairs)
        return self if fuller._pairs == self._pairs else fuller

    def filled_with(self, pairs: Iterable[Pair]) -> Memory:
        """Return a memory that holds those of `pairs`, too, for which it has none."""
        return self.with_pairs([pair for pair in pairs if pair.key not in self._pairs])

    def without(self, pairs: Iterable[Pair]) -> Memory:
        """Return a memory without the pairs for the texts of `pairs`."""
        gone = {pair.key for pair in pairs}
        return Memory(pair for pair in self._pairs.values() if pair.key not in gone) if gone else self


def load_memory(path: Path) -> Memory:
    """Read the memory's TMX file; none is an empty memory.

    Raises:
        InputError: the file is not TMX.
    """
    if not os.path.lexists(path):
        return Memory()
    units = read_units(read_bytes(path, str(path), MAX_BYTES))
    try:
        return Memory(_pair(unit) for unit in units if _is_pair(unit))
    except TmxError as error:
        raise InputError(str(path), f"not a TMX file ({error})", "restore it from version control") from error


def load_with_helps(path: Path, helps: Path) -> Memory:
    """Read a memory with what is kept beside it to put terms right.

    Raises:
        InputError: a file is not TMX.
    """
    kept = load_memory(helps).pairs.values()
    return load_memory(path).filled_with(replace(pair, is_help=True) for pair in kept)


def dump_memory(memory: Memory, *, helps: bool = False) -> str:
    """Write a memory as TMX, in a fixed order and without clock times.

    A character that XML can't hold is left out.

    `helps`: whether to write those that only help to put terms right, instead of all others.
    """
    pairs = sorted((one for one in memory.pairs.values() if one.is_help is helps), key=lambda pair: pair.key)
    return write_units((_unit(pair) for pair in pairs), "chronology", __version__)


def maker_of(pair: Pair) -> str:
    """Return who made a pair, as the file says it: a machine, a person's name, or just `editor`."""
    return pair.person or str(pair.by)


def score_of(unit: Unit) -> float | None:
    """Return the engine's confidence that a unit records."""
    with suppress(KeyError, ValueError):
        score = float(unit.properties[SCORE])
        return score if isfinite(score) else None
    return None


def _stronger(known: Pair | None, pair: Pair) -> Pair:
    """Return which of two pairs for a text is kept; a person's remembers the machine's."""
    if known is None or not (known.is_by_person or pair.is_by_person):
        return pair
    if not pair.is_by_person:
        return replace(known, machines=pair.target)
    machines = pair.machines or known.machine_target
    # Whoever repeats a translation without giving a name does not take it from who gave one.
    is_repeated = known.is_by_person and pair.target == known.target and not pair.person
    return replace(pair, machines=machines, person=known.person if is_repeated else pair.person)


def _is_pair(unit: Unit) -> bool:
    return len(unit.variants) == 2 and all(variant.text for variant in unit.variants)


def _pair(unit: Unit) -> Pair:
    source, target = unit.variants
    # What does not say who made it is not passed off as a person's.
    maker = printable_line(unit.maker or TranslationBy.ARGOS)
    by_machine = maker == TranslationBy.ARGOS
    return Pair(
        Language(intern(source.language)),
        Language(intern(target.language)),
        printable_line(source.text),
        printable_line(target.text),
        TranslationBy.ARGOS if by_machine else TranslationBy.EDITOR,
        intern(printable_line(unit.tool)) if by_machine and unit.tool else None,
        score_of(unit) if by_machine else None,
        None if maker in set(TranslationBy) else maker,
        None if by_machine else printable_line(unit.properties.get(MACHINES, "")) or None,
    )


def _unit(pair: Pair) -> Unit:
    properties = {}
    if pair.score is not None and isfinite(pair.score):
        properties[SCORE] = f"{pair.score:.{DECIMALS}f}"
    if pair.machines:
        properties[MACHINES] = pair.machines
    return Unit(
        variants=(Variant(pair.source_language, pair.source), Variant(pair.target_language, pair.target)),
        source_language=pair.source_language,
        maker=maker_of(pair),
        tool=pair.package,
        properties=properties,
    )


def outdated_pairs(memory: Memory, installed: PackageName, reviewed: Collection[Key] = ()) -> list[Pair]:
    """Return a machine's pairs that the installed package would make anew.

    Args:
        memory: all pairs.
        installed: the packages there are.
        reviewed: pairs whose translation a person has found good; they stay.
    """
    package = cache(installed)
    return [
        pair
        for pair in memory.pairs.values()
        if not pair.is_by_person
        and pair.key not in reviewed
        and package(pair.source_language, pair.target_language) not in ("", pair.package)
    ]


def outdated_notes(
    pairs: Iterable[Pair], installed: PackageName, remedy: str = "chronology generate --refresh"
) -> Iterator[Issue]:
    """Say in one line for each package what was translated with it, and with what it can be now."""
    counts = Counter((pair.source_language, pair.target_language, pair.package or "") for pair in pairs)
    for (source, target, package), count in sorted(counts.items()):
        sentences = "sentence was" if count == 1 else "sentences were"
        yield Issue(
            Severity.NOTE,
            PLACE,
            f"{count} {sentences} translated with {package or 'an unnamed package'}; "
            f"{installed(source, target)} is installed",
            remedy,
        )
