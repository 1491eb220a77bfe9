"""A seed's sidecar, `seeds/<name>.yml`: what is known about it from outside its text."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from generator.content.fields import Fields, YamlSource
from generator.data_files import parse_yaml, read_bytes
from generator.errors import InputError
from generator.generate.seeds import place_of
from generator.model import Kind, Language
from generator.web_address import EXAMPLE, web_address

MAX_BYTES = 64_000
"""A sidecar holds a few lines."""
NO_SEED = "put its seed back, give it its seed's name (a.txt: a.yml), or delete it"
"""What to do about a sidecar when nothing tells its seed."""


@dataclass(frozen=True)
class Sidecar:
    """Facts supplied by a person; they win over what the text seems to say."""

    url: str | None = None
    """The address it is from: https://example.org/article."""
    archive_url: str | None = None
    """Where a copy of the page is kept, for the day it is gone."""
    publisher: str | None = None
    """Who published it: Example Gazette."""
    author: str | None = None
    """Who wrote it: Joe Sample."""
    title: str | None = None
    """Its headline, in quotes, where the text has none."""
    published: str | None = None
    """When it came out, as EDTF in quotes: "2023-12-28"."""
    accessed: str | None = None
    """When the page was fetched or saved, as EDTF in quotes."""
    language: Language | None = None
    """Of the text, where it can't be told from it: de, en."""
    kind: Kind | None = None
    """What sort of document it is: speech, treaty, letter …; `chronology schema sidecar` has all."""
    clean: bool = True
    """false: every line is the article's."""
    skip: bool = False
    """true: no entry is made of it."""


KEYS = tuple(field.name for field in fields(Sidecar))


def sidecar_path(seed: Path) -> Path:
    """Return where the sidecar of `seed` is, if it has one."""
    return seed.with_suffix(".yml")


def list_sidecars(folder: Path) -> list[Path]:
    """Return the files in seeds/ that are sidecars, or are meant to be."""
    found = (path for path in folder.glob("[!.]*") if path.suffix.lower() in (".yml", ".yaml"))
    return sorted(found)


def find_orphans(
    sidecars: Sequence[Path], seeds: Collection[Path]
) -> Iterator[tuple[Path, tuple[str, str, str]]]:
    """Yield the sidecars that belong to none of the seeds, each with its place, what is wrong, what to do."""
    owners = {sidecar_path(seed).name: seed for seed in seeds}
    there = {path.name for path in sidecars}
    if not (orphans := [path for path in sidecars if path.name not in owners]):
        return
    without = [seed for name, seed in owners.items() if name not in there]
    meant = {name.casefold(): seed for seed in without for name in (seed.stem, seed.name)}
    for path in orphans:
        seed = meant.get(path.stem.casefold())
        remedy = f"call it {sidecar_path(seed).name}: it is read then, for {seed.name}" if seed else NO_SEED
        yield path, (place_of(path), "a sidecar without a seed: what it says is not read", remedy)


def read_sidecar(path: Path, place: str) -> bytes:
    """Return what a sidecar's file holds; nothing where a seed has none.

    Raises:
        InputError: it can't be read.
    """
    try:
        if not os.path.lexists(path):
            return b""
        if not path.resolve().is_relative_to(path.parent.resolve()):
            raise InputError(place, "leads out of seeds/", "copy the sidecar itself into seeds/")
        return read_bytes(path, place, MAX_BYTES)
    except (OSError, RuntimeError) as error:
        raise InputError(place, f"can't be read ({error})", "save it as UTF-8 text") from error


def parse_sidecar(data: bytes, place: str) -> Sidecar:
    """Return what a sidecar says.

    Raises:
        InputError: unknown keys, or values that can't be used.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(place, f"can't be read ({error})", "save it as UTF-8 text") from error
    header = Fields(parse_yaml(text, place), YamlSource(place, text))
    sidecar = header.fill(Sidecar)
    header.complain(_no_addresses(sidecar))
    header.finish("mend it; `chronology schema sidecar` says what it may hold")
    return sidecar


def _no_addresses(sidecar: Sidecar) -> Iterator[str]:
    for key, said in (("url", sidecar.url), ("archive_url", sidecar.archive_url)):
        if said and not web_address(said):
            yield f"{key} is no web address: {said!r} (write {EXAMPLE})"


def load_sidecar(path: Path, place: str) -> Sidecar:
    """Read a sidecar; a seed without one has an empty one.

    Raises:
        InputError: it can't be read, unknown keys, or values that can't be used.
    """
    return parse_sidecar(read_sidecar(path, place), place)
