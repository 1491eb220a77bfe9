"""The tables that all seeds share: loaded once from content/, passed in, only read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.content.files import read_text
from generator.content.library import (
    entries_of_one_seed,
    load_baseline,
    load_entries,
    load_records,
)
from generator.content.paths import ContentPaths
from generator.content.terms_file import load_terms
from generator.errors import ChronologyError
from generator.generate.habits import Habits, habits_of_entries
from generator.generate.translate.harvest import harvest
from generator.generate.translate.memory import Memory, load_memory
from generator.model import Entry, Issue, Language, Record, Slug
from generator.terms import TermBase


@dataclass(frozen=True)
class Tables:
    """What is loaded once from content/ and only read by the stages."""

    records: Mapping[Slug, Record]
    slugs: Mapping[str, Slug]
    """Seed → the entry it is in, whatever that was renamed to."""
    memory: Memory
    stored: Memory
    """The memory as it is on disk; `memory` holds what editors taught it since, too."""
    terms: TermBase = field(default_factory=TermBase)
    """Fixed renderings, from the term base and the records."""
    habits: Habits = field(default_factory=dict)
    """How publishers write dates, as their entries show."""
    issues: tuple[Issue, ...] = ()
    blocked: Mapping[str, Issue] = field(default_factory=dict)
    """Seeds whose entry can't be read: they must not be written again beside it."""
    waiting: frozenset[Language] = frozenset()
    """Languages of entries without translation."""
    nameless: Issue | None = None
    """An entry that can't be read and does not tell its seed."""


def load_tables(paths: ContentPaths) -> Tables:
    """Load what the stages need from content/, and learn from editors' translations.

    Raises:
        InputError: the translation memory or the term base is broken.
    """
    records, issues = load_records(paths.content)
    entries, broken = load_entries(paths.content)
    stored = load_memory(paths.memory)
    memory = stored.with_pairs(
        pair for entry in entries.values() for pair in harvest(entry, _baseline(paths, entry))
    )
    doubled = dict(entries_of_one_seed(entries))
    blocked = _blocked(paths, broken)
    nameless = [issue for issue in broken.values() if issue not in blocked.values()]
    return Tables(
        records=records,
        slugs={entry.source.seed: slug for slug, entry in entries.items()},
        memory=memory,
        stored=stored,
        terms=TermBase(load_terms(paths.content), records),
        habits=habits_of_entries(entries.values()),
        issues=(*issues, *broken.values(), *doubled.values()),
        blocked={**blocked, **doubled},
        nameless=nameless[0] if nameless else None,
        waiting=frozenset(e.language for e in entries.values() if e.translation is None),
    )


def _baseline(paths: ContentPaths, entry: Entry) -> Entry | None:
    try:
        return load_baseline(paths, entry)
    except ChronologyError:
        return None


def _blocked(paths: ContentPaths, broken: Mapping[str, Issue]) -> dict[str, Issue]:
    """Find the seeds behind entries that can't be parsed, by the line that names them."""
    blocked = {}
    for place, issue in broken.items():
        try:
            lines = read_text(paths.content / place, place).split("\n")
        except ChronologyError:
            continue
        for line in lines:
            key, _, value = line.strip().partition(":")
            if key == "seed" and value.strip():
                blocked[value.partition(" #")[0].strip().strip("\"'")] = issue
    return blocked
