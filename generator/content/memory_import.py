"""Takes in another translation memory: all of it or, when anything in it is wrong, nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.content.memory import Memory, Pair, score_of
from generator.content.tmx import TmxError, Unit, Variant, read_units, shown
from generator.data_files import read_bytes
from generator.errors import InputError
from generator.language.codes import is_language
from generator.model import Language, TranslationBy
from generator.printable import printable_line

MAX_BYTES = 200_000_000
MAX_TEXT = 20_000
"""Characters: longer than any paragraph."""
PROBLEMS_TOLD = 5
LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")
MACHINES = re.compile(
    r"\b(?:MT|MTPE|NMT|machine|argos\w*|opus-mt\S*|libretranslate|deepl|google|microsoft|amazon|systran|modernmt|"
    r"gpt\S*|chatgpt|llm)\b|^bing(?: translat\w+| api)?$",
    re.IGNORECASE,
)
"""Names under which translation programs file what a machine made; Li Bing is a person."""


@dataclass(frozen=True)
class ForeignMemory:
    """The pairs of another memory."""

    memory: Memory
    repeated: int
    """Texts that occur more than once: a person's translation counts, then the last one."""
    left_out: int
    """Units without text in two languages."""


@dataclass(frozen=True)
class Disagreement:
    """A text that two memories translate differently."""

    ours: Pair
    theirs: Pair
    replaced: bool


@dataclass(frozen=True)
class Intake:
    """How another memory's pairs went into ours."""

    memory: Memory
    new: int
    same: int
    improved: int
    """A person's in place of a machine's."""
    conflicts: tuple[Disagreement, ...]


def read_foreign(path: Path, person: str | None = None) -> ForeignMemory:
    """Read and check another memory.

    `person`: who answers for pairs that name nobody or another machine than Argos.

    Raises:
        InputError: the file can't be used; the first problems are listed.
    """
    pairs: list[Pair] = []
    problems: list[str] = []
    left_out = 0
    for number, unit in enumerate(_units(path), start=1):
        texts = [variant for variant in unit.variants if printable_line(variant.text).strip()]
        if len(texts) < 2:
            left_out += 1
        elif found := list(_problems(unit, texts, person)):
            problems += [f"unit {number} ({shown(texts[0].text)!r}): {problem}" for problem in found]
        else:
            pairs += _pairs(unit, texts, person)
    if problems:
        more = f" (and {len(problems) - PROBLEMS_TOLD} more)" if len(problems) > PROBLEMS_TOLD else ""
        raise InputError(
            str(path),
            "; ".join(problems[:PROBLEMS_TOLD]) + more,
            "nothing was imported: mend the file or, where it does not say whose translations it holds, "
            "say who answers for them with --by NAME",
        )
    memory = Memory(pairs)
    return ForeignMemory(memory, len(pairs) - len(memory.pairs), left_out)


def take_in(memory: Memory, theirs: Iterable[Pair], replace: bool = False) -> Intake:
    """Take another memory's pairs into ours.

    A person's pair always takes the place of a machine's, never the other way round.

    Args:
        memory: ours.
        theirs: one pair for a text.
        replace: whether theirs wins where both are persons' or both a machine's.
    """
    new, same, improved = 0, 0, 0
    wanted: list[Pair] = []
    conflicts: list[Disagreement] = []
    for pair in theirs:
        ours = memory.pairs.get(pair.key)
        if ours is None:
            new += 1
            wanted.append(pair)
        elif pair.is_by_person and not ours.is_by_person:
            improved += 1
            wanted.append(pair)
        elif ours.target == pair.target:
            same += 1
            # A name that was not known before is.
            wanted += [pair] if pair.person and not ours.person else []
        else:
            wins = replace and pair.is_by_person == ours.is_by_person
            conflicts.append(Disagreement(ours, pair, wins))
            wanted += [pair] if wins else []
    return Intake(memory.with_pairs(wanted), new, same, improved, tuple(conflicts))


def is_machine(name: str) -> bool:
    """Tell whether a name is that of a translation program."""
    return bool(MACHINES.search(name))


def _units(path: Path) -> list[Unit]:
    data = read_bytes(path, str(path), MAX_BYTES)
    try:
        return list(read_units(data))
    except TmxError as error:
        raise InputError(
            f"{path}:{error.line}",
            f"not a TMX file that can be used ({error.problem})",
            "nothing was imported: export it again as TMX 1.4, in UTF-8",
        ) from error


def _problems(unit: Unit, texts: list[Variant], person: str | None) -> Iterator[str]:
    languages = [_language(variant) for variant in texts]
    for variant, language in zip(texts, languages, strict=True):
        if language is None:
            yield f"{shown(variant.language)!r} is not a language code"
        if len(variant.text) > MAX_TEXT:
            yield f"a text of {len(variant.text):,} characters ({MAX_TEXT:,} are allowed)"
    if None not in languages and len(set(languages)) < len(languages):
        yield f"two texts in the language {next(one for one in languages if languages.count(one) > 1)}"
    for variant in texts:
        maker = variant.maker or unit.maker
        if variant is not _source(unit, texts) and maker != TranslationBy.ARGOS and not person:
            if not maker:
                yield "does not say who translated"
            elif is_machine(maker):
                yield f"was translated by a machine ({shown(maker)})"


def _pairs(unit: Unit, texts: list[Variant], person: str | None) -> Iterator[Pair]:
    source = _source(unit, texts)
    for target in texts:
        if target is not source:
            yield _pair(unit, source, target, person)


def _pair(unit: Unit, source: Variant, target: Variant, person: str | None) -> Pair:
    maker = printable_line(target.maker or unit.maker or TranslationBy.EDITOR)
    languages = Language(_language(source) or ""), Language(_language(target) or "")
    texts = printable_line(source.text).strip(), printable_line(target.text).strip()
    if maker == TranslationBy.ARGOS:
        return Pair(
            *languages, *texts, TranslationBy.ARGOS, printable_line(unit.tool or "") or None, score_of(unit)
        )
    is_named = maker != TranslationBy.EDITOR and not is_machine(maker)
    return Pair(*languages, *texts, TranslationBy.EDITOR, person=maker if is_named else person)


def _source(unit: Unit, texts: list[Variant]) -> Variant:
    """Return the text that was translated: in the language the file says, else the first."""
    named = (unit.source_language or "").casefold()
    return next((variant for variant in texts if variant.language.casefold() == named), texts[0])


def _language(variant: Variant) -> str | None:
    match = LANGUAGE.fullmatch(variant.language)
    code = match[1].lower() if match else ""
    return code if is_language(code) else None
