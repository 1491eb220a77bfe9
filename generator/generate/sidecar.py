"""A seed's sidecar, `seeds/<name>.yml`: what is known about it from outside its text."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path

from generator.content.fields import Fields, YamlSource
from generator.data_files import parse_yaml, read_bytes
from generator.errors import InputError
from generator.model import Language

MAX_BYTES = 64_000
"""A sidecar holds a few lines."""


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
    clean: bool = True
    """false: every line is the article's."""
    skip: bool = False
    """true: no entry is made of it."""


KEYS = tuple(field.name for field in fields(Sidecar))


def sidecar_path(seed: Path) -> Path:
    """Return where the sidecar of `seed` is, if it has one."""
    return seed.with_suffix(".yml")


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
    header.finish(f"a sidecar may hold: {', '.join(KEYS)}")
    return sidecar


def load_sidecar(path: Path, place: str) -> Sidecar:
    """Read a sidecar; a seed without one has an empty one.

    Raises:
        InputError: it can't be read, unknown keys, or values that can't be used.
    """
    return parse_sidecar(read_sidecar(path, place), place)
