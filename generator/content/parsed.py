"""What files were parsed to, by their text: a file that reads the same is not parsed again.

Nor is one read again by the same process that lies as it did: of ten thousand, reading takes longest.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from functools import cache
from sys import intern
from typing import Any, NamedTuple, NewType, Protocol, TypeVar, get_args, get_origin, get_type_hints

from generator.content.git_marks import has_marks_of_git
from generator.model import (
    Entry,
    Event,
    Evidence,
    Issue,
    MentionEdits,
    Prose,
    Rendering,
    Segment,
    Slug,
    Source,
    Span,
    Translation,
)

T = TypeVar("T")
Place = tuple[str, Slug]
"""Of what kind a file is, and its name."""


CLASS = "="
"""The key under which a data class has its name; what editors write has names of letters."""
CLASSES = (Entry, Event, Evidence, MentionEdits, Prose, Rendering, Segment, Source, Span, Translation)
BROKEN = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What `from_json` raises where somebody else wrote the text."""
SETTLED = 3_000_000_000
"""Nanoseconds after which whatever is written into a file gives it another time, on every file system."""


class Keeps(Protocol):
    """Keeps values from one run to the next; it may lose them at any time."""

    def get(self, kind: str, name: str, made_from: bytes) -> bytes | None:
        """Return a value that was made from the same; None when there is none."""

    def put(self, kind: str, name: str, made_from: bytes, value: bytes) -> None:
        """Keep a value in place of what was kept by this name."""


class Row(NamedTuple):
    """What a file was parsed to."""

    digest: bytes
    """Of its text."""
    thing: Any
    issues: tuple[Issue, ...]
    stamp: bytes = b""
    """How it lay before it was read; empty: that tells nothing."""


class Parsed:
    """Kept while a library is loaded, and by whoever loads it again; bounded by the files there are.

    Args:
        kept: has the entries without a mistake of runs before.
    """

    def __init__(self, kept: Keeps | None = None) -> None:
        self._kept = kept
        self._before: dict[Place, Row] = {}
        self._now = self._before
        self._digests: dict[int, tuple[object, bytes]] = {}
        """What was read and of its text, by identity: held here, so that nothing else gets the same."""

    def __getstate__(self) -> Mapping[Place, Row]:
        """Return what another process needs that loaded nothing itself."""
        return self._now

    def __setstate__(self, rows: dict[Place, Row]) -> None:
        self.__init__()  # type: ignore[misc]
        for place, row in rows.items():
            self._take(place, row)

    def begin(self) -> None:
        """Begin to load anew: what is not asked for until the next time is forgotten then."""
        self._before, self._now, self._digests = self._now, {}, {}

    def forget(self) -> None:
        """Hold nothing that was read any longer; what is kept stays kept."""
        self._before, self._now, self._digests = {}, {}, {}

    def stamp_of(self, path: str) -> bytes:
        """Return how a file lies that is about to be read; empty where that tells nothing."""
        with suppress(OSError):
            found = os.stat(path)  # noqa: PTH116 - of thousands
            times = found.st_mtime_ns, found.st_ctime_ns
            if max(times) < time.time_ns() - SETTLED:
                return b"%d %d %d %d" % (*times, found.st_size, found.st_ino)
        return b""

    def lying(self, kind: str, slug: Slug, stamp: bytes) -> tuple[Any, tuple[Issue, ...]] | None:
        """Return what a file holds, and what is wrong in it, if it lies as it did when it was read."""
        known = self._before.get((kind, slug))
        return self._take((kind, slug), known) if stamp and known and known.stamp == stamp else None

    def read(
        self,
        kind: str,
        slug: Slug,
        text: str,
        load: Callable[[], tuple[T, tuple[Issue, ...]]],
        stamp: bytes = b"",
    ) -> tuple[T, tuple[Issue, ...]]:
        """Return what a file holds, and what is wrong in it.

        Args:
            kind: of file.
            slug: its name.
            text: of it.
            load: parses that.
            stamp: how it lay before it was read.
        """
        place, digest = (kind, slug), digest_of_text(text)
        known = self._now.get(place) or self._before.get(place)
        if known is None or known.digest != digest:
            before = self._before_this_run(place, digest)
            known = Row(digest, before, ()) if before else Row(digest, *load())
            # Who learns from entries refuses one that holds two versions, before it is parsed.
            if not (before or has_marks_of_git(text)):
                self._keep(place, digest, known.thing, known.issues)
        return self._take(place, known._replace(stamp=stamp))

    def _take(self, place: Place, row: Row) -> tuple[Any, tuple[Issue, ...]]:
        self._now[place] = row
        self._digests[id(row.thing)] = row.thing, row.digest
        return row.thing, row.issues

    def _before_this_run(self, place: Place, digest: bytes) -> Any:
        data = self._kept.get(*place, digest) if self._kept else None
        with suppress(*BROKEN):
            return from_json(data) if data else None
        return None

    def _keep(self, place: Place, digest: bytes, thing: object, issues: tuple[Issue, ...]) -> None:
        if self._kept and isinstance(thing, Entry) and not issues:
            self._kept.put(*place, digest, to_json(thing))

    def note(self, kind: str, slug: Slug, text: str, entry: Entry) -> None:
        """Take what a file holds that was just written."""
        self._keep((kind, slug), digest_of_text(text), entry, ())

    def digest_of(self, thing: object) -> bytes | None:
        """Return a hash of the text that something was parsed from; None where it was not since `begin`."""
        _, digest = self._digests.get(id(thing), (None, None))
        return digest

    def take_alike(self, kind: str, like: str, slug: Slug, text: str, stamp: bytes) -> Any:
        """Return what a file of another kind was parsed to, if it reads like this and nothing is wrong in it.

        Args:
            kind: of the file that reads so.
            like: the other kind.
            slug: the name of both.
            text: of it.
            stamp: how it lay before it was read.
        """
        known = self._now.get((like, slug))
        if known is None or known.digest != digest_of_text(text) or known.issues:
            return None
        return self._take((kind, slug), known._replace(stamp=stamp))[0]


def digest_of_text(text: str) -> bytes:
    """Return a hash of a file's text, as `Parsed` tells files apart by."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def to_json(entry: Entry) -> bytes:
    """Write an entry as JSON, quicker to read than its file: `from_json(to_json(entry)) == entry`."""
    return json.dumps(entry, ensure_ascii=False, default=_held).encode("utf-8", "surrogatepass")


def from_json(data: bytes) -> Entry:
    """Read an entry.

    Raises:
        BROKEN: `to_json` did not write it.
    """
    entry = json.loads(data.decode("utf-8", "surrogatepass"), object_hook=_made)
    if not isinstance(entry, Entry):
        raise TypeError
    return entry


def _held(one: Any) -> dict[str, Any]:
    """Return the fields of a data class that are not as they are without being given."""
    name = type(one).__name__
    held = ((field, getattr(one, field), default) for field, default in _defaults()[name])
    return {CLASS: name, **{field: value for field, value, default in held if value != default}}


@cache
def _defaults() -> dict[str, list[tuple[str, Any]]]:
    return {one.__name__: [(field.name, _default(field)) for field in fields(one)] for one in CLASSES}


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _made(held: dict[str, Any]) -> Any:
    name = held.pop(CLASS, None)
    if name is None:
        return held
    kind, forms = _forms()[name]
    for key, form in forms:
        if key in held:
            held[key] = form(held[key])
    return kind(**held)


@cache
def _forms() -> dict[str, tuple[type, list[tuple[str, Callable[[Any], Any]]]]]:
    """Return the data classes by name, each with the fields that JSON has in another form."""
    return {kind.__name__: (kind, list(_other_forms(kind))) for kind in CLASSES}


def _other_forms(kind: type) -> Any:
    for name, hint in get_type_hints(kind).items():
        for one in (hint, *(() if get_origin(hint) is tuple else get_args(hint))):
            if isinstance(one, NewType):  # Thousands of entries have the same languages, ids and names.
                yield name, intern
            elif get_origin(one) is tuple or (isinstance(one, type) and issubclass(one, StrEnum)):
                yield name, get_origin(one) or one
