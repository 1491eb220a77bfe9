"""What files were parsed to, by their text: a file that reads the same is not parsed again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from generator.content.plain_entry import BROKEN, from_json, to_json
from generator.model import Entry, Issue, Slug

T = TypeVar("T")
Place = tuple[str, Slug]
"""Of what kind a file is, and its name."""


class Keeps(Protocol):
    """Keeps values from one run to the next; it may lose them at any time."""

    def get(self, kind: str, name: str, made_from: bytes) -> bytes | None:
        """Return a value that was made from the same; None when there is none."""

    def put(self, kind: str, name: str, made_from: bytes, value: bytes) -> None:
        """Keep a value in place of what was kept by this name."""


class Parsed:
    """Kept while a library is loaded, and by whoever loads it again; bounded by the files there are.

    Args:
        kept: has the entries without a mistake of runs before.
    """

    def __init__(self, kept: Keeps | None = None) -> None:
        self._kept = kept
        self._before: dict[Place, tuple[bytes, Any, tuple[Issue, ...]]] = {}
        self._now = self._before
        self._digests: dict[int, tuple[object, bytes]] = {}
        """What was read and of its text, by identity: held here, so that nothing else gets the same."""

    def begin(self) -> None:
        """Begin to load anew: what is not asked for until the next time is forgotten then."""
        self._before, self._now, self._digests = self._now, {}, {}

    def read(
        self, kind: str, slug: Slug, text: str, load: Callable[[], tuple[T, tuple[Issue, ...]]]
    ) -> tuple[T, tuple[Issue, ...]]:
        """Return what a file holds, and what is wrong in it.

        `kind`: of file.
        """
        place, digest = (kind, slug), digest_of_text(text)
        known = self._now.get(place) or self._before.get(place)
        if known is None or known[0] != digest:
            before = self._before_this_run(place, digest)
            known = (digest, before, ()) if before else (digest, *load())
            if not before:
                self._keep(place, *known)
        self._now[place] = known
        self._digests[id(known[1])] = known[1], digest
        return known[1], known[2]

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

    def without_mistake(self, kind: str, slug: Slug, text: str) -> Any:
        """Return what the file of a name was parsed to, if it reads like this and nothing is wrong in it."""
        known = self._now.get((kind, slug))
        return known[1] if known and known[0] == digest_of_text(text) and not known[2] else None


def digest_of_text(text: str) -> bytes:
    """Return a hash of a file's text, as `Parsed` tells files apart by."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
