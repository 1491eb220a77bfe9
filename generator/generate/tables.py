"""The tables that all seeds share: loaded once from content/, passed in, only read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from generator.content.addresses import Address, address_of, load_addresses
from generator.content.headline import headline
from generator.content.history import EntryHistory
from generator.content.library import (
    as_issue,
    entries_of_one_seed,
    load_baseline,
    load_entries,
    load_records,
    seeds_of_broken,
)
from generator.content.memory import Key, Memory, load_with_helps
from generator.content.parsed import Parsed
from generator.content.paths import ContentPaths, OnRecord
from generator.content.reviews import Review, load_review, review_of
from generator.content.terms_file import load_terms
from generator.errors import ChronologyError
from generator.generate.keep import Answered
from generator.generate.seeds import hash_of
from generator.model import Entry, Issue, Language, Record, Segment, Severity, Slug, TranslationBy
from generator.terms import TermBase
from generator.topic import Topic
from generator.translate.learn import Teaching, learn

T = TypeVar("T")
ARGOS, EDITOR = TranslationBy.ARGOS, TranslationBy.EDITOR

RECORD_IS_MISSING = Issue(
    Severity.WARNING,
    "content/.generated",
    "is missing: deleted entries came back, old addresses and what tells of outdated translations are gone",
    "take it from version control, delete what came back, and run generate again",
)


@dataclass(frozen=True)
class Tables:
    """What is loaded once from content/ and only read by the stages."""

    records: Mapping[Slug, Record]
    slugs: Mapping[str, Slug]
    """Seed → the entry it is in, whatever that was renamed to."""
    entries: Mapping[str, Entry]
    """By seed: as they lie in content/; without their texts where nobody wrote in them."""
    addresses: Mapping[str, Address]
    """By seed: where its entry lies and lay."""
    memory: Memory
    stored: Memory
    """The memory as it is on disk; `memory` holds what editors taught it since, too."""
    stored_as: bytes = b""
    """Its file: a hash."""
    answered: Mapping[str, Answered] = field(default_factory=dict)
    """By key: what of an entry persons answer for."""
    reviewed: frozenset[Key] = frozenset()
    """Pairs that reviewed translations rest on."""
    new_reviews: Mapping[str, Review] = field(default_factory=dict)
    """By seed: reviews that editors wrote into an entry by hand and that are not on record yet."""
    terms: TermBase = field(default_factory=TermBase)
    """Fixed renderings, from the term base and the records."""
    issues: tuple[Issue, ...] = ()
    blocked: Mapping[str, Issue] = field(default_factory=dict)
    """Seeds whose entry can't be read: they must not be written again beside it."""
    as_made: frozenset[str] = frozenset()
    """Seeds whose entries read as the generator last wrote them."""
    own: tuple[EntryHistory, ...] = ()
    """Entries that editors wrote without a seed."""
    waiting: frozenset[Language] = frozenset()
    """Languages of paragraphs without translation."""
    nameless: Issue | None = None
    """An entry that can't be read and does not tell its seed."""

    @property
    def is_machines(self) -> bool:
        """Whether no person had a hand in any entry or pair, and nothing is to be said of any file."""
        is_written = self.own or self.issues or any(one.blocks for one in self.entries.values())
        return not (is_written or any(one.is_by_person for one in self.memory.pairs.values()))

    def with_renamed(self, seeds: Mapping[str, str], recorded: Mapping[str, Address]) -> Tables:
        """Return the tables with seeds under the names they have now.

        Args:
            seeds: the old names by the new.
            recorded: addresses; there is one of an entry that was saved as before its seed was renamed.
        """
        if not seeds:
            return self
        addresses = _renamed(self.addresses, seeds)
        for new, old in seeds.items():
            if new in recorded and old in self.entries:
                addresses[new] = address_of(self.entries[old], None, recorded[new])
        return replace(
            self,
            slugs=_renamed(self.slugs, seeds),
            entries=_renamed(self.entries, seeds),
            addresses=addresses,
            answered=_renamed(self.answered, seeds),
        )

    def reviewed_parts(self, seed: str) -> str:
        """Return the names of the paragraphs that stay, where a review stands or an editor worded a title."""
        known = self.answered.get(seed)
        return " ".join(sorted(known.own)) if known and known.titles else ""


def _renamed(table: Mapping[str, T], seeds: Mapping[str, str]) -> dict[str, T]:
    return {**table, **{new: table[old] for new, old in seeds.items() if old in table}}


def load_tables(paths: ContentPaths, topic: Topic, parsed: Parsed | None = None) -> Tables:
    """Load what the stages need from content/, and learn from editors' translations.

    `parsed`: what entries were parsed to before.

    Raises:
        InputError: the translation memory or the term base is broken.
    """
    records, broken_records = load_records(paths.content, topic)
    parsed = parsed or Parsed()
    histories = _Histories(paths, parsed)
    entries, broken = load_entries(paths.content, parsed, histories.note)
    stored_as = hash_of(paths.memory)
    stored = load_with_helps(paths.memory, paths.helps)
    everything, unread = histories.everything, histories.unread
    own = tuple(one for one in everything if not one.entry.source.seed)
    known = [one for one in everything if one.entry.source.seed]
    entries = {slug: entry for slug, entry in entries.items() if entry.source.seed}
    learnt = learn(stored, (*known, *(one for one in own if not one.entry.draft)))
    doubled = dict(entries_of_one_seed(entries))
    blocked = seeds_of_broken(paths, broken)
    nameless = [issue for issue in broken.values() if issue not in blocked.values()]
    return Tables(
        records=records,
        slugs={entry.source.seed: slug for slug, entry in entries.items()},
        entries={entry.source.seed: entry for entry in entries.values()},
        addresses=dict(_addresses(paths, known)),
        memory=learnt.memory,
        stored=stored,
        stored_as=stored_as,
        answered={one.entry.key: _answered(one, learnt) for one in everything},
        reviewed=frozenset(pair.key for one in everything for pair in one.reviewed_pairs(learnt.memory)),
        new_reviews=dict(_new_reviews(one for one in known if one.entry.source.seed not in unread)),
        terms=TermBase(load_terms(paths.content), records),
        issues=(
            *([RECORD_IS_MISSING] if entries and not paths.has_record else []),
            *broken_records.values(),
            *broken.values(),
            *doubled.values(),
            *unread.values(),
        ),
        blocked={**blocked, **doubled},
        nameless=nameless[0] if nameless else None,
        as_made=frozenset(one.entry.source.seed for one in known if one.baseline is one.entry),
        own=own,
        waiting=frozenset(histories.waiting),
    )


class _Histories:
    """Takes entries while they are loaded: their texts would fill the memory, and few are needed.

    Args:
        paths: where files are.
        parsed: where what is parsed is kept.
    """

    def __init__(self, paths: ContentPaths, parsed: Parsed) -> None:
        self._paths = paths
        self._parsed = parsed
        self._on_record = OnRecord(paths)
        self.everything: list[EntryHistory] = []
        self.unread: dict[str, Issue] = {}
        """By seed: what can't be read."""
        self.waiting: set[Language] = set()
        """Languages of paragraphs without translation, in entries that have a seed."""

    def note(self, entry: Entry) -> Entry:
        """Return what is to be held of an entry: without its texts where no person had a hand in it."""
        review = None
        try:
            review = load_review(self._paths, entry.key) if self._on_record.has_review(entry.key) else None
        except ChronologyError as error:
            self.unread[entry.key] = as_issue(error)
        history = EntryHistory(entry, _baseline(self._paths, entry, self._on_record, self._parsed), review)
        self._parsed.forget()
        if entry.source.seed:
            self.waiting |= entry.untranslated
        if _is_the_generators(history):
            entry = replace(entry, blocks=(), events=(), date_evidence=())
            history = EntryHistory(entry, entry)
        self.everything.append(history)
        return entry


def _is_the_generators(history: EntryHistory) -> bool:
    """Tell whether an entry reads as it was made, and no person answers for any of it."""
    entry = history.entry
    is_as_made = bool(entry.source.seed) and history.baseline is entry
    is_reviewed = history.review or history.reviewer
    return is_as_made and not (is_reviewed or any(map(history.is_editors, entry.segments)))


def _addresses(paths: ContentPaths, known: Iterable[EntryHistory]) -> Iterator[tuple[str, Address]]:
    recorded = load_addresses(paths)
    for one in known:
        seed = one.entry.source.seed
        yield seed, address_of(one.entry, one.baseline, recorded.get(seed))


def _new_reviews(known: Iterable[EntryHistory]) -> Iterator[tuple[str, Review]]:
    for one in known:
        if one.reviewer and not one.recorded:
            # What was out of date when the name was written is not what was reviewed.
            stale = {segment.id for segment in one.entry.segments if one.is_stale(segment)}
            yield one.entry.source.seed, review_of(one.entry, one.reviewer, stale)


def _answered(history: EntryHistory, learnt: Teaching) -> Answered:
    entry, key = history.entry, history.entry.key
    reviewed = {
        segment.id: _as_reviewed(segment, history)
        for segment in entry.segments
        if history.is_reviewed(segment) and not history.is_moved(segment)
    }
    own = {name: _signed(segment, EDITOR) for name, segment in learnt.own.get(key, {}).items()}
    made, title = history.baseline, headline(entry)
    is_reviewed = reviewed or (title and history.is_reviewed(title))
    titles = made if made and _titles(made) != _titles(entry) else entry if made and is_reviewed else None
    return Answered({**own, **reviewed}, learnt.edited.get(key, {}), titles)


def _titles(entry: Entry) -> tuple[str | None, str | None]:
    return entry.title, entry.translated_title


def _as_reviewed(segment: Segment, history: EntryHistory) -> Segment:
    """Return a reviewed paragraph with the source that its translation belongs to, as the seed has it."""
    before = history.before(segment)
    by = EDITOR if history.is_editors(segment) else ARGOS
    return _signed(replace(segment, text=before.text) if before else segment, by)


def _signed(segment: Segment, by: TranslationBy) -> Segment:
    return replace(segment, rendering=replace(segment.rendering, by=by)) if segment.rendering else segment


def _baseline(paths: ContentPaths, entry: Entry, on_record: OnRecord, parsed: Parsed) -> Entry | None:
    try:
        return load_baseline(paths, entry, on_record, parsed)
    except ChronologyError:
        return None
