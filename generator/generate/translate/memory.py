"""The translation memory: sentence pairs with who made them, kept as TMX 1.4.

A person's pair wins over a machine's. Text that has a pair is not translated again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.errors import InputError
from generator.model import Language, TranslationBy

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Pair:
    """A sentence (or a paragraph that could not be aligned by sentence) in two languages."""

    source_language: Language
    target_language: Language
    source: str
    target: str
    by: TranslationBy
    package: str | None = None
    """Engine package with version, for a machine's pair."""

    @property
    def key(self) -> tuple[Language, Language, str]:
        """What it is found by."""
        return self.source_language, self.target_language, self.source


class Memory:
    """Pairs by source text; frozen: `with_pairs` returns a fuller one."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self._pairs: dict[tuple[Language, Language, str], Pair] = {}
        for pair in pairs:
            known = self._pairs.get(pair.key)
            if known and known.by is TranslationBy.EDITOR and pair.by is not TranslationBy.EDITOR:
                continue
            self._pairs[pair.key] = pair

    @property
    def pairs(self) -> Mapping[tuple[Language, Language, str], Pair]:
        """All pairs."""
        return self._pairs

    def lookup(self, source: str, source_language: Language, target_language: Language) -> Pair | None:
        """Return the pair for a text, if there is one."""
        return self._pairs.get((source_language, target_language, source))

    def with_pairs(self, pairs: Iterable[Pair]) -> Memory:
        """Return a memory that holds `pairs` too; later ones win, a person's over a machine's."""
        fuller = Memory([*self._pairs.values(), *pairs])
        return self if fuller.pairs == self._pairs else fuller


def load_memory(path: Path) -> Memory:
    """Read a TMX file; none is an empty memory.

    Raises:
        InputError: the file is not TMX.
    """
    from lxml import etree
    from translate.storage.tmx import tmxfile

    if not path.exists():
        return Memory()
    try:
        store = tmxfile.parsestring(path.read_bytes())
    except (etree.XMLSyntaxError, ValueError, OSError, AssertionError) as error:
        # The reader asserts that the root is <tmx>.
        raise InputError(str(path), f"not a TMX file ({error})", "restore it from version control") from error
    pairs = []
    for unit in store.units:
        element = unit.xmlelement
        languages = [tuv.get(XML_LANG) for tuv in element.iter("{*}tuv")]
        if len(languages) == 2 and unit.source and unit.target:
            pairs.append(_pair(element, languages, str(unit.source), str(unit.target)))
    return Memory(pairs)


def dump_memory(memory: Memory) -> str:
    """Write a memory as TMX, in a fixed order and without clock times."""
    from translate.storage.tmx import tmxfile

    store = tmxfile()
    header = store.document.getroot().find("{*}header")
    header.set("creationtool", "chronology")
    header.set("creationtoolversion", __version__)
    header.set("srclang", "*all*")
    for pair in sorted(memory.pairs.values(), key=lambda pair: pair.key):
        store.addtranslation(pair.source, pair.source_language, pair.target, pair.target_language)
        element = store.units[-1].xmlelement
        element.set("creationid", str(pair.by))
        if pair.package:
            element.set("creationtool", pair.package)
    return bytes(store).decode("utf-8")


def _pair(element, languages: list[str], source: str, target: str) -> Pair:  # type: ignore[no-untyped-def]  # noqa: ANN001
    editor = element.get("creationid") == TranslationBy.EDITOR
    return Pair(
        Language(languages[0]),
        Language(languages[1]),
        source,
        target,
        TranslationBy.EDITOR if editor else TranslationBy.ARGOS,
        element.get("creationtool"),
    )
