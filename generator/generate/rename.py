"""Gives entries the names that their dates and titles ask for, and seeds that were renamed their entries."""

from __future__ import annotations

import hashlib
import html
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from generator.content.addresses import Address, dump_address, entry_name, free_name, is_named_for
from generator.content.entry_file import load_entry
from generator.content.files import read_exact, read_text, write_text
from generator.content.paths import ContentPaths
from generator.errors import ChronologyError, WriteError, os_error_as
from generator.generate.seeds import bytes_of
from generator.language.markup import plain
from generator.model import Entry, Slug

SAME = 0.5
"""A seed is another one, changed, that has as many of its words by three in a row: of two reports of one
event by one publisher fewer are the same, of a report that was revised more."""
WORD = re.compile(r"\w+")
TAG = re.compile(r"<[^<>]*+>")
Run = tuple[str, str, str]


def rename_entry(entry: Entry, address: Address, paths: ContentPaths, taken: set[Slug]) -> Slug:
    """Move an entry to the name its date and title give it, where nobody else named it; note where it lay.

    Args:
        entry: as it lies in content/ now.
        address: where it lies and lay.
        paths: where files are.
        taken: names of entries, now and before; one that it had itself it may have back, where it is free.

    Returns:
        Its name now.

    Raises:
        WriteError: it can't be moved, and lies where it lay.
    """
    if not address.by_hand and not is_named_for(entry.slug, entry):
        others = taken.difference(one for one in address.former if not paths.entry(one).exists())
        slug = free_name(entry, others, entry.slug.rpartition("/")[0])
        if slug not in others and not paths.entry(slug).exists():
            place = f"content/entries/{entry.slug}.md"
            # Before and after: when the run ends in between, where it lay is known.
            write_text(paths.address(entry.source.seed), dump_address(entry.source.seed, address))
            with os_error_as(WriteError, place, "can't be renamed", "mend rights, run again"):
                paths.entry(entry.slug).rename(paths.entry(slug))
            former = (*(one for one in address.former if one != slug), entry.slug)
            address = replace(address, slug=slug, former=former)
    if address.by_hand or address.former:
        write_text(paths.address(entry.source.seed), dump_address(entry.source.seed, address))
    return address.slug


def find_renamed_seeds(
    seeds: Iterable[Path], there: Iterable[str], entries: Mapping[str, Entry], paths: ContentPaths
) -> dict[str, str]:
    """Find the seeds that had another name when their entries were written: the same bytes.

    Args:
        seeds: that can be read.
        there: the names of all files in seeds/.
        entries: by seed.
        paths: of what was written last, which tells of entries that were deleted, too.

    Returns:
        The old name by the new one.
    """
    present = frozenset(there)
    digests = {
        path.name: hashlib.sha256(bytes_of(path)).hexdigest() for path in seeds if path.name not in entries
    }
    if not digests:
        return {}
    # Another seed may have the name of one whose entry was deleted: its bytes tell. These come first, since
    # what is on record of another seed may be copied to where theirs lies.
    deleted = {
        # A copy of a record names the seed that it was made for, whose name may be another's by now.
        one.source.sha256: one.source.seed if one.source.seed not in entries else unquote(one.slug)
        for one in _deleted(paths, entries)
    }
    found = {name: seed for name, digest in digests.items() if (seed := deleted.get(digest, name)) != name}
    gone = {one.source.sha256: seed for seed, one in entries.items() if seed not in present}
    return found | {name: gone[digest] for name, digest in digests.items() if digest in gone}


def find_reworded_seeds(
    seeds: Iterable[Path], there: Iterable[str], entries: Mapping[str, Entry], paths: ContentPaths
) -> dict[str, str]:
    """Find the seeds that had another name when their entries were written, and have changed since.

    Where two fit, neither is taken for the other.

    Args:
        seeds: that can be read.
        there: the names of all files in seeds/.
        entries: by seed; their texts are read from their files.
        paths: where those are.

    Returns:
        The old name by the new one.
    """
    present = frozenset(there)
    new = [path for path in seeds if path.name not in entries]
    left = ((seed, entry.slug) for seed, entry in entries.items() if seed not in present)
    gone = {seed: _runs(_text_of(slug, paths)) for seed, slug in left} if new else {}
    if not gone:
        return {}
    owners: dict[Run, list[str]] = {}
    for seed, runs in gone.items():
        for run in runs:
            owners.setdefault(run, []).append(seed)
    fits = []
    for path in new:
        text = html.unescape(TAG.sub(" ", bytes_of(path).decode("utf-8", "replace")))
        shared = Counter(seed for run in _runs(text) for seed in owners.get(run, ()))
        fits += [(path.name, seed) for seed, count in shared.items() if count >= SAME * len(gone[seed])]
    of_new, of_old = Counter(name for name, _ in fits), Counter(seed for _, seed in fits)
    return {name: seed for name, seed in fits if of_new[name] == of_old[seed] == 1}


def _text_of(slug: Slug, paths: ContentPaths) -> str:
    path = paths.entry(slug)
    with suppress(ChronologyError):  # it may be gone by now
        entry = load_entry(read_text(path, str(path)), slug, str(path))
        return " ".join(plain(segment.text) for segment in entry.segments)
    return ""


def _runs(text: str) -> frozenset[Run]:
    """Return the words of a text by three in a row."""
    words = [word.casefold() for word in WORD.findall(text)]
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def names_of_deleted(
    paths: ContentPaths, seeds: Collection[str], addresses: Mapping[str, Address]
) -> dict[str, Slug]:
    """Return the names that entries had which were deleted, by seed: no other entry gets one that was cited.

    Args:
        paths: where files are.
        seeds: of the entries that there are.
        addresses: on record, by seed.
    """
    deleted = {one.source.seed: one for one in _deleted(paths, seeds) if one.source.seed}
    return {
        seed: addresses[seed].slug if seed in addresses else entry_name(one) for seed, one in deleted.items()
    }


def _deleted(paths: ContentPaths, seeds: Collection[str]) -> Iterator[Entry]:
    """Yield the entries that were deleted, as they were written last; `seeds`: those that are in an entry."""
    named = {paths.baseline(seed).name for seed in seeds}
    for path in sorted(paths.baselines.glob("*.md")):
        if path.name not in named:
            with suppress(ChronologyError):
                yield load_entry(read_text(path, str(path)), Slug(path.stem), str(path))


def copy_generated(paths: ContentPaths, old: str, new: str) -> None:
    """Give a renamed seed what was generated from it; the old copies stay until its entry names it."""
    for before, after in zip(_generated(paths, old), _generated(paths, new), strict=True):
        if before.exists():
            write_text(after, read_exact(before, str(before)))


def remove_generated(paths: ContentPaths, seed: str) -> None:
    """Remove what was generated from a seed that has another name now."""
    for path in _generated(paths, seed):
        path.unlink(missing_ok=True)


def _generated(paths: ContentPaths, seed: str) -> tuple[Path, ...]:
    return (
        paths.baseline(seed),
        paths.journal(seed),
        paths.conflicts(seed),
        paths.cleaning(seed),
        paths.review(seed),
        paths.address(seed),
    )
