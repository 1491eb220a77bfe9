"""Everything in content/, loaded once: what the publish half starts from.

A file that can't be used is reported and left out; the rest is there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePath
from typing import TypeVar, cast

from generator.content.addresses import address_of, follow, load_addresses, redirects
from generator.content.baselines import read_baseline
from generator.content.conflicts import known_conflicts, open_conflicts, with_decisions
from generator.content.entry_file import load_entry, load_made, read_entry
from generator.content.files import read_text
from generator.content.front_matter import refuse_marks_of_git
from generator.content.git_marks import has_marks_of_git
from generator.content.history import EntryHistory
from generator.content.merging import Conflict
from generator.content.parsed import Parsed
from generator.content.paths import ContentPaths, OnRecord, markdown_below
from generator.content.record_file import load_record, read_record
from generator.content.reviews import Review, load_review
from generator.content.terms_file import load_terms
from generator.data_files import parse_json, read_bytes
from generator.errors import ChronologyError, InputError
from generator.model import DroppedLine, Entry, Issue, Record, Severity, Slug, Term
from generator.printable import printable_line
from generator.topic import Topic

T = TypeVar("T")
ENTRY, RECORD, BASELINE = "entry", "record", "baseline"
"""Kinds of files that are parsed."""
UNPRINTABLE = "has a name with characters that don't print"
Load = Callable[[str, Slug, str], tuple[T, tuple[Issue, ...]]]
"""Parses a file's text, with its name and what messages call it; returns also what is wrong in it."""
Read = Callable[[str, Slug, str], tuple[T, tuple[Issue, ...]]]
"""The same of its path instead of its text."""


@dataclass(frozen=True)
class Library:
    """Entries and records by slug, and what could not be loaded."""

    entries: Mapping[Slug, Entry]
    records: Mapping[Slug, Record]
    baselines: Mapping[str, Entry]
    """By seed, of entries without one by name: the entry as the generator last wrote it."""
    issues: tuple[Issue, ...]
    broken: Mapping[str, Issue]
    """By path inside content/: files that can't be used, and why."""
    flaws: Mapping[str, tuple[Issue, ...]] = field(default_factory=dict)
    """By path inside content/: what is wrong in files that can be used all the same."""
    unread_seeds: frozenset[str] = frozenset()
    """Seeds whose entries can't be used."""
    reviews: Mapping[str, Review] = field(default_factory=dict)
    """By seed: what of the entry a person reviewed."""
    terms: tuple[Term, ...] = ()
    """The term base."""
    moved: Mapping[Slug, Slug] = field(default_factory=dict)
    """Where entries are now, by the names they had."""
    conflicts: Mapping[Slug, tuple[Conflict, ...]] = field(default_factory=dict)
    """By entry: what an editor must decide."""

    @property
    def unread_records(self) -> frozenset[Slug]:
        """Return the names of records whose files can't be used."""
        paths = map(PurePath, self.broken)
        return frozenset(Slug(path.stem) for path in paths if path.parts[0] == "records")

    def entry(self, slug: Slug) -> Entry:
        """Return an entry that there is a file of.

        Raises:
            InputError: the file can't be used.
        """
        if slug not in self.entries:
            broken = self.broken[f"entries/{slug}.md"]
            raise InputError(broken.place, broken.problem, broken.remedy)
        return self.entries[slug]

    def history(self, entry: Entry) -> EntryHistory:
        """Return an entry with what is on record of it."""
        return EntryHistory(entry, self.baselines.get(entry.key), self.reviews.get(entry.key))


def load_library(content: Path, topic: Topic, parsed: Parsed | None = None) -> Library:
    """Load entries, records and baselines.

    `parsed`: what files were parsed to when the library was loaded before, with the same topic.
    """
    paths, parsed = ContentPaths(content), parsed or Parsed()
    parsed.begin()
    entries, broken_entries, flawed_entries = _load_folder(
        paths.entries, content, _once(ENTRY, read_entry, parsed), is_deep=True
    )
    records, broken_records, flawed_records = _load_folder(
        paths.records, content, _once(RECORD, partial(read_record, topic=topic), parsed)
    )
    broken = {**broken_entries, **broken_records}
    flaws = {**flawed_entries, **flawed_records}
    issues = [*broken.values(), *(issue for found in flaws.values() for issue in found)]
    issues += dict(entries_of_one_seed(entries)).values()
    baselines, reviews, conflicts = {}, {}, {}
    on_record = OnRecord(paths)
    for entry in entries.values():
        seed = entry.key
        try:
            if baseline := load_baseline(paths, entry, on_record, parsed):
                baselines[seed] = baseline
            if on_record.has_review(seed) and (review := load_review(paths, seed)):
                reviews[seed] = review
            if on_record.has_conflicts(seed) and (undecided := _conflicts(paths, entry)):
                conflicts[entry.slug] = undecided
        except ChronologyError as error:
            issues.append(as_issue(error))
    terms: tuple[Term, ...] = ()
    try:
        terms = load_terms(content)
    except ChronologyError as error:
        issues.append(as_issue(error))
    moved = _moved(paths, entries, baselines, broken)
    entries = {slug: follow(entry, moved) for slug, entry in entries.items()}
    return Library(
        entries=entries,
        records=records,
        baselines=baselines,
        issues=tuple(issues),
        broken=broken,
        flaws=flaws,
        unread_seeds=frozenset(seeds_of_broken(paths, broken_entries)),
        reviews=reviews,
        terms=terms,
        moved=moved,
        conflicts=conflicts,
    )


def _moved(
    paths: ContentPaths, entries: Mapping[Slug, Entry], baselines: Mapping[str, Entry], broken: Iterable[str]
) -> dict[Slug, Slug]:
    recorded = load_addresses(paths)
    addresses = [
        address_of(entry, baselines.get(entry.source.seed), recorded.get(entry.source.seed))
        for entry in entries.values()
        if entry.source.seed
    ]
    addresses += [recorded[slug] for slug, one in entries.items() if not one.source.seed and slug in recorded]
    unread = (Slug(place.removeprefix("entries/").removesuffix(".md")) for place in broken)
    return redirects(addresses, (*entries, *unread))


def load_records(content: Path, topic: Topic) -> tuple[Mapping[Slug, Record], Mapping[str, Issue]]:
    """Load the authority records that have no mistake; the others are told by their path inside content/."""
    records, broken, _ = _load_folder(
        ContentPaths(content).records, content, _once(RECORD, _strictly(partial(load_record, topic=topic)))
    )
    return records, broken


def load_entries(
    content: Path, parsed: Parsed | None = None, held: Callable[[Entry], Entry] = lambda entry: entry
) -> tuple[Mapping[Slug, Entry], Mapping[str, Issue]]:
    """Load the entries without a mistake only; the others are told by their path inside content/.

    Args:
        content: the folder.
        parsed: where what is parsed is kept, for `load_baseline`.
        held: given an entry, returns what is to be held of it while others are loaded.
    """

    def load(text: str, slug: Slug, place: str) -> Entry:
        # Neither of two versions is what an editor wants to be learnt.
        refuse_marks_of_git(text, place)
        return load_entry(text, slug, place)

    read = _once(ENTRY, _strictly(load), parsed)
    reads = _strictly(lambda path, slug, place: held(read(path, slug, place)[0]))
    entries, broken, _ = _load_folder(ContentPaths(content).entries, content, reads, is_deep=True)
    return entries, broken


def load_baseline(
    paths: ContentPaths, entry: Entry, on_record: OnRecord, parsed: Parsed | None = None
) -> Entry | None:
    """Load an entry as the generator last wrote it, or as an editor has settled it; None when it never was.

    Args:
        paths: where files are.
        entry: as it is now.
        on_record: what there is beside its file.
        parsed: what its file was parsed to: most often the baseline reads the same.

    Raises:
        InputError: the baseline is broken.
    """
    seed = entry.key
    is_unsettled = on_record.is_unsettled(seed)
    if not (on_record.has_baseline(seed) or is_unsettled):
        return None
    path, file, parsed = paths.baseline(seed), paths.entry(entry.slug), parsed or Parsed()
    is_alone = not (is_unsettled or on_record.has_conflicts(seed))
    stamp = parsed.stamp_of(str(path)) if is_alone else b""
    if known := parsed.lying(BASELINE, entry.slug, stamp):
        return cast("Entry", known[0])
    baseline = read_baseline(paths, seed, None)
    conflicts = known_conflicts(paths, seed) if on_record.has_conflicts(seed) else ()
    has_marks = baseline is not None and has_marks_of_git(baseline)
    if conflicts or is_unsettled or has_marks:
        text = read_text(file, str(file))
        baseline = read_baseline(paths, seed, text)
        baseline = with_decisions(conflicts, text, baseline) if baseline else None
    if not baseline:
        return None
    # A baseline with marks is another file, however it reads without them: it is to be written again.
    alike = None if has_marks else parsed.take_alike(BASELINE, ENTRY, entry.slug, baseline, stamp)
    if alike:
        return cast("Entry", alike)
    load = partial(_strictly(load_made), baseline, entry.slug, str(path))
    return parsed.read(BASELINE, entry.slug, baseline, load, b"" if has_marks else stamp)[0]


def _conflicts(paths: ContentPaths, entry: Entry) -> tuple[Conflict, ...]:
    file = paths.entry(entry.slug)
    return open_conflicts(paths, entry.source.seed, read_text(file, str(file)))


def load_dropped(paths: ContentPaths, seed: str) -> tuple[DroppedLine, ...]:
    """Load the lines that cleaning took out of a seed; none when it was never cleaned."""
    path = paths.cleaning(seed)
    place = str(path)
    if not os.path.lexists(path):
        return ()
    try:
        rows = parse_json(read_bytes(path, place))
        return tuple(DroppedLine(int(number), str(text), str(rule)) for number, text, rule in rows)
    except (ValueError, TypeError) as error:
        raise InputError(place, f"can't be read ({error})", "delete it and run generate") from error


def dump_dropped(dropped: tuple[DroppedLine, ...]) -> str:
    """Write dropped lines, one to a line."""
    rows = [json.dumps([d.number, d.text, d.rule], ensure_ascii=False) for d in dropped]
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def entries_of_one_seed(entries: Mapping[Slug, Entry]) -> Iterator[tuple[str, Issue]]:
    """Yield the seeds that more than one entry claims, each with what to do about it."""
    first: dict[str, Slug] = {}
    for slug, entry in entries.items():
        seed = entry.source.seed
        if not seed:
            continue
        if seed in first:
            yield (
                seed,
                Issue(
                    Severity.ERROR,
                    f"content/entries/{slug}.md",
                    f"has the same source.seed as {first[seed]}.md ({seed})",
                    "put what you typed into one of the two, then take the other away",
                ),
            )
        first.setdefault(seed, slug)


def seeds_of_broken(paths: ContentPaths, broken: Mapping[str, Issue]) -> dict[str, Issue]:
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


def as_issue(error: ChronologyError) -> Issue:
    """Turn a raised error into an issue that can be listed."""
    return Issue(Severity.ERROR, error.place, error.problem, error.remedy)


def _once(kind: str, load: Load[T], parsed: Parsed | None = None) -> Read[T]:
    """Have a file read only when it does not lie as it did, and parsed when it does not read as it did."""
    parsed = parsed or Parsed()

    def read(path: str, slug: Slug, place: str) -> tuple[T, tuple[Issue, ...]]:
        stamp = parsed.stamp_of(path)
        if known := parsed.lying(kind, slug, stamp):
            return known
        text = read_text(Path(path), place)
        return parsed.read(kind, slug, text, partial(load, text, slug, place), stamp)

    return read


def _strictly(load: Callable[[str, Slug, str], T]) -> Load[T]:
    return lambda text, slug, place: (load(text, slug, place), ())


def _load_folder(
    folder: Path, content: Path, read: Read[T], *, is_deep: bool = False
) -> tuple[dict[Slug, T], dict[str, Issue], dict[str, tuple[Issue, ...]]]:
    loaded: dict[Slug, T] = {}
    broken: dict[str, Issue] = {}
    flaws: dict[str, tuple[Issue, ...]] = {}
    inside = folder.relative_to(content).as_posix()
    for name in filter(_is_shown, markdown_below(folder, is_deep=is_deep)):
        path, place, slug = f"{folder}{os.sep}{name}", f"{inside}/{name}", Slug(name.removesuffix(".md"))
        try:
            named = f"{content.name}/{place}"
            if os.path.islink(path) and not _leads_inside(path, content):  # noqa: PTH114 - of thousands
                raise InputError(named, "leads out of content/", "copy the file itself")
            if printable_line(name) != name:
                raise InputError(named, UNPRINTABLE, "rename it")
            loaded[slug], found = read(path, slug, named)
            if found:
                flaws[place] = found
        except ChronologyError as error:
            broken[place] = as_issue(error)
    return loaded, broken, flaws


def _leads_inside(path: str, content: Path) -> bool:
    # Not Path.resolve, which fails at links that lead to each other.
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(content))


def _is_shown(name: str) -> bool:
    """Tell whether a file is no hidden one and no page of the site's own."""
    *folders, file = name.split("/")
    is_hidden = any(part.startswith(".") for part in (*folders, file))
    return not is_hidden and file.removesuffix(".md") not in ("index", "README")
