"""What is left to do in each entry, by what it needs: for `chronology status` and the page for editors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.checks.need import Need, ToDo
from generator.checks.suggest import suggest
from generator.content.conflicts import quoted_versions
from generator.content.library import Library
from generator.content.merging import Conflict, has_no_other
from generator.content.translation_state import STATE_IN_WORDS
from generator.content.wording import section
from generator.dates.edtf import bounds
from generator.model import Entry, SegmentId, Slug, TranslationState
from generator.names.index import NameIndex
from generator.names.mentions import find_unclear

States = Mapping[SegmentId, TranslationState]


def find_to_do(
    library: Library, states: Mapping[Slug, States], no_record: Sequence[str], needs: Iterable[Need] = Need
) -> dict[Need, list[ToDo]]:
    """Return what is to be done, by need, in the order of the entries."""
    wanted = [need for need in Need if need in set(needs)]
    found: dict[Need, list[ToDo]] = {need: [] for need in wanted}
    nameless = _nameless(library, no_record) if Need.RECORD in found else {}
    index = NameIndex(library.records) if Need.RECORD in found else None
    for slug in states:
        entry = library.entries[slug]
        records = [*nameless.get(slug, ()), *(_unclear(entry, index) if index else ())]
        for one in (*_of_entry(entry, states[slug], library.conflicts.get(slug, ())), *records):
            if one.need in found:
                found[one.need].append(one)
    return found


def _of_entry(entry: Entry, states: States, conflicts: Sequence[Conflict]) -> Iterator[ToDo]:
    for conflict in conflicts:
        mine, new = quoted_versions(conflict)
        told = [f"yours {mine}" if conflict.mine else "you took it out"]
        told += [f"new {new}"] if conflict.new and not has_no_other(conflict) else []
        yield ToDo(Need.DECISION, entry.slug, f"{conflict.name}: {', '.join(told)}", conflict.part)
    for state in (TranslationState.MISSING, TranslationState.STALE):
        if names := [name for name, one in states.items() if one is state]:
            what = f"{STATE_IN_WORDS[state]} ({', '.join(map(section, names))})"
            yield ToDo(Need.TRANSLATION, entry.slug, what, f"#{names[0]}")
    if not entry.date or bounds(entry.date) is None:
        yield ToDo(Need.DATE, entry.slug, "not dated", "date" if entry.date else None)
    unread = (TranslationState.MACHINE, TranslationState.EDITED)
    counts = [(state, [name for name, one in states.items() if one is state]) for state in unread]
    if told := [f"{len(names)} {state}" for state, names in counts if names]:
        first = next(names[0] for _, names in counts if names)
        yield ToDo(Need.REVIEW, entry.slug, f"not reviewed: {', '.join(told)}", f"#{first}")


def _nameless(library: Library, no_record: Sequence[str]) -> dict[Slug, list[ToDo]]:
    found: dict[Slug, list[ToDo]] = {}
    for one in suggest(library.entries, library.records, no_record, library.unread_records):
        for slug in one.entries:
            words = f"“{one.name}” has no record (in {len(one.entries)} entries)"
            found.setdefault(slug, []).append(ToDo(Need.RECORD, slug, words))
    return found


def _unclear(entry: Entry, index: NameIndex) -> Iterator[ToDo]:
    for unclear in find_unclear(entry, index):
        part = f"#{unclear.segment}" if unclear.segment else "title"
        words = f"“{unclear.words}” may be {' or '.join(unclear.candidates)}"
        yield ToDo(Need.RECORD, entry.slug, words, part)
