"""Where entries lie and lay: their names follow their dates and titles, and old addresses lead on.

What is not on record follows from the entry as it was last written: the name it was given then.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.content.paths import UNDATED, ContentPaths, entry_slug
from generator.data_files import parse_json, read_bytes
from generator.errors import InputError
from generator.model import Entry, Slug

HASH = re.compile(r"[0-9a-f]{8}(?:[0-9a-f]{56})?")
"""Of a seed, its beginning or all of it."""


@dataclass(frozen=True)
class Address:
    """Where an entry lies, and where it lay."""

    slug: Slug
    by_hand: bool = False
    """An editor named the file: the name stays."""
    former: tuple[Slug, ...] = ()
    """The names it had, the first ones first."""


def entry_name(entry: Entry) -> Slug:
    """Return the name that an entry's date and title give it."""
    # A supplied title ends with the date, which opens the name already.
    title = entry.title.rpartition(", ")[0] if entry.title_supplied and entry.date else entry.title
    return entry_slug(entry.date, title or entry.title)


def free_name(entry: Entry, taken: Iterable[Slug], folder: str = "") -> Slug:
    """Name an entry in a folder of entries/; where the name is taken, its seed's hash is added."""
    inside = f"{folder}/".lstrip("/")
    name, digest = inside + entry_name(entry), entry.source.sha256
    *names, longest = (Slug(name), Slug(f"{name}-{digest[:8]}"), Slug(f"{name}-{digest}"))
    return next((name for name in names if name not in taken), longest)


def is_named_for(slug: Slug, entry: Entry) -> bool:
    """Tell whether a file has the name that an entry's date and title give it, in whatever folder.

    The hash behind it is that of the seed as it was when the name was given: it stays, since it is cited.
    """
    name, file = entry_name(entry), _file(slug)
    return file == name or (file.startswith(f"{name}-") and HASH.fullmatch(file, len(name) + 1) is not None)


def address_of(entry: Entry, baseline: Entry | None, recorded: Address | None) -> Address:
    """Return where an entry lies and lay.

    Args:
        entry: as it lies in content/ now.
        baseline: as the generator last wrote it.
        recorded: what is on record.
    """
    before = recorded or _first_address(entry, baseline)
    if before.slug == entry.slug:
        return before
    renamed = _file(entry.slug) != _file(before.slug) and not is_named_for(entry.slug, entry)
    former = (*(slug for slug in before.former if slug != entry.slug), before.slug)
    return Address(entry.slug, before.by_hand or renamed, former)


def load_addresses(paths: ContentPaths) -> dict[str, Address]:
    """Load the addresses on record, by seed, of entries without one by name; what can't be read is none."""
    found = {}
    for path in sorted(paths.addresses.glob("*.json")):
        try:
            loaded = parse_json(read_bytes(path, str(path)))
            former = tuple(Slug(slug) for slug in loaded["former"])
            name = str(loaded["seed"] or loaded["slug"])
            found[name] = Address(Slug(loaded["slug"]), loaded["by_hand"] is True, former)
        except (InputError, ValueError, TypeError, KeyError):
            continue
    return found


def dump_address(seed: str, address: Address) -> str:
    """Write an address as it is put on record."""
    held = {"seed": seed, "slug": address.slug, "by_hand": address.by_hand, "former": list(address.former)}
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def redirects(addresses: Iterable[Address], there: Iterable[Slug]) -> dict[Slug, Slug]:
    """Return where each former name leads, but for those that are another entry's now."""
    taken = frozenset(there)
    return {
        old: address.slug for address in addresses for old in reversed(address.former) if old not in taken
    }


def follow(entry: Entry, moved: Mapping[Slug, Slug]) -> Entry:
    """Let an editor's links to entries follow those that were renamed."""
    if not any(slug in moved for slug in (*entry.related, *entry.not_related)):
        return entry
    return replace(
        entry,
        related=tuple(moved.get(slug, slug) for slug in entry.related),
        not_related=tuple(moved.get(slug, slug) for slug in entry.not_related),
    )


def _first_address(entry: Entry, baseline: Entry | None) -> Address:
    """Return the address of an entry that none is on record of: the name it was given when it was made."""
    if _waits_for_date(entry):
        return Address(entry.slug)
    if is_named_for(entry.slug, baseline or entry):
        return Address(_file(entry.slug))
    # Without a baseline, nothing tells whose the name is.
    return Address(entry_name(baseline)) if baseline else Address(entry.slug, by_hand=True)


def _waits_for_date(entry: Entry) -> bool:
    """Tell whether a dated entry has a name that no editor would give it."""
    return entry.date is not None and _file(entry.slug).startswith(f"{UNDATED}-")


def _file(slug: Slug) -> Slug:
    return Slug(slug.rpartition("/")[2])
