"""Finds the names of authority records in texts.

All names and aliases are looked for in one pass (Aho-Corasick), so the cost grows with the text and
not with the number of records. The longest match wins; a name that leads to two records leads nowhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import Record, Slug

# One character each way, so that positions stay.
SAME_CHARACTER = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "\u00a0": " ",
        "\u202f": " ",
    }
)
INFLECTION = re.compile(r"(?:'s|s'|'|es|s|en|n)?(?!\w)")
"""What may follow a name: English possessive, German genitive and dative."""


@dataclass(frozen=True)
class Found:
    """A name in a text."""

    start: int
    end: int
    record: Slug


class NameIndex:
    """Every name and alias of every record."""

    def __init__(self, records: Mapping[Slug, Record]) -> None:
        owners: dict[str, set[Slug]] = defaultdict(set)
        for record in records.values():
            for name in spellings(record):
                owners[name].add(record.slug)
        self.ambiguous: Mapping[str, frozenset[Slug]] = {
            name: frozenset(slugs) for name, slugs in owners.items() if len(slugs) > 1
        }
        self._automaton = _automaton(
            {name: next(iter(slugs)) for name, slugs in owners.items() if len(slugs) == 1}
        )

    def find(self, text: str) -> list[Found]:
        """Return the names in a text, in order, none inside another."""
        if self._automaton is None:
            return []
        normal = text.translate(SAME_CHARACTER)
        candidates = [
            Found(end - len(name) + 1, end + 1, record)
            for end, (name, record) in self._automaton.iter(normal)
            if _is_whole_word(normal, end - len(name) + 1, end + 1)
        ]
        candidates.sort(key=lambda found: (found.start, -found.end))
        return list(_without_overlaps(candidates))


def spellings(record: Record) -> Iterator[str]:
    """Yield every spelling that leads to a record, also with a capital at the start of a sentence."""
    for name in {*record.names.values(), *record.aliases}:
        normal = name.translate(SAME_CHARACTER)
        yield normal
        if normal[:1].islower():
            yield normal[:1].upper() + normal[1:]


def _automaton(names: Mapping[str, Slug]) -> Any:
    import ahocorasick

    if not names:
        return None
    automaton = ahocorasick.Automaton()
    for name, record in names.items():
        automaton.add_word(name, (name, record))
    automaton.make_automaton()
    return automaton


def _is_whole_word(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    return not (before.isalnum() or before == "_") and bool(INFLECTION.match(text, end))


def _without_overlaps(candidates: Iterable[Found]) -> Iterator[Found]:
    """Keep the longest of the names that start first."""
    reached = 0
    for found in candidates:
        if found.start >= reached:
            yield found
            reached = found.end
