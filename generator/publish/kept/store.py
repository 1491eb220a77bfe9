"""What was computed from content/ before, kept for the next build: one file that may be deleted at any time.

A value is kept by its kind and name, with a hash of what it was made from; it holds as long as that is the
same. Values are JSON: a file that somebody else made can say wrong things, but runs nothing. A broken one, or
one of another version of this program, is made anew.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar, cast

from generator.errors import WriteError, os_error_as

T = TypeVar("T")
FILE = "site.sqlite"
"""In .cache/."""
PARSED = "entries.sqlite"
"""Beside it: what the files of entries were parsed to, whoever read them."""
LIBRARIES = ("babel", "jinja2", "markdown", "mkdocs", "mkdocs-material", "pygments", "pymdown-extensions")
"""What pages are made with."""
SCHEMA = "CREATE TABLE kept (kind TEXT, name TEXT, made_from BLOB, value BLOB, sum BLOB, PRIMARY KEY (kind, name)) WITHOUT ROWID"  # noqa: E501
PROGRAM = "program"
"""The row that says with which program, settings and libraries the others were made."""
LEVEL = 1
"""Of compression: pages shrink to a quarter at little cost."""
SUM = 8
"""Bytes of a checksum."""
BROKEN = (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, zlib.error)
"""What reading a value of another shape raises."""


def digest_of(*inputs: object) -> bytes:
    """Return a hash of values by what they look like when printed: texts, numbers, data classes, no sets."""
    return hashlib.blake2b(repr(inputs).encode("utf-8", "surrogatepass"), digest_size=16).digest()


@cache
def program_digest() -> bytes:
    """Return a hash of this program and the libraries that pages are made with."""
    package = Path(__file__).parents[2]
    files = sorted(
        path for path in package.rglob("*") if path.suffix in (".py", ".html", ".json", ".yml", ".po")
    )
    code = hashlib.blake2b()
    for path in files:
        code.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest_of(code.digest(), [(name, _version(name)) for name in LIBRARIES])


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def stamp_of(file: Path) -> tuple[int, ...] | None:
    """Return what tells a file from what lay there before; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def forget(folder: Path) -> None:
    """Delete all that is kept, so that the next build makes everything.

    Args:
        folder: .cache/ of the project.

    Raises:
        WriteError: it can't be deleted.
    """
    for file in (folder / FILE, folder / PARSED, *sorted(folder.glob(f"*-{FILE}"))):
        with os_error_as(WriteError, file, "can't be deleted", "delete it yourself"):
            file.unlink(missing_ok=True)


def forget_others(folder: Path, codes: Collection[str]) -> None:
    """Delete what is kept of editions in other languages than these: they were taken out."""
    for file in folder.glob(f"*-{FILE}"):
        if file.name.removesuffix(f"-{FILE}") not in codes:
            with suppress(OSError):  # The next build tries again.
                file.unlink()


class Store:
    """The file, from the beginning of a build to its end; without one that can be used, nothing lasts.

    Args:
        file: where it lies; its folder is made.
        made_with: a hash of the program and the settings; what was made with others is forgotten.
        forgets: all that it holds is forgotten.
    """

    def __init__(self, file: Path | None = None, made_with: bytes = b"", *, forgets: bool = False) -> None:
        self.is_behind = False
        """Whether something that was put did not come into the file."""
        self.asked: set[tuple[str, str]] = set()
        """Kinds and names of values that are to stay."""
        self._kinds: set[str] | None = set()
        """Of which there are values; None: of any."""
        self._connection: sqlite3.Connection | None = None
        if file is None:
            return
        with self._giving_up():
            file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._connect(file, made_with, forgets=forgets)
            except sqlite3.DatabaseError as error:
                # Another build that writes now is not waited for: this one goes on without.
                if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
                    raise
                file.unlink()
                self._connect(file, made_with)

    def _connect(self, file: Path, made_with: bytes, *, forgets: bool = False) -> None:
        self._connection, is_new = _open(file, made_with, forgets=forgets)
        self._kinds = set() if is_new else None

    def may_hold(self, kind: str) -> bool:
        """Tell whether there may be values of a kind; a hash of what one was made from takes time."""
        return self._kinds is None or kind in self._kinds

    def get(self, kind: str, name: str, made_from: bytes) -> bytes | None:
        """Return a value that was made from the same; None when there is none."""
        self.asked.add((kind, name))
        if self._connection is None:
            return None
        with self._giving_up():
            query = "SELECT value, sum FROM kept WHERE kind = ? AND name = ? AND made_from = ?"
            row = self._connection.execute(query, (kind, name, made_from)).fetchone()
            if row and _sum(row[0]) == row[1]:
                return bytes(row[0])
        return None

    def put(self, kind: str, name: str, made_from: bytes, value: bytes) -> None:
        """Keep a value in place of what was kept by this name."""
        self.asked.add((kind, name))
        if self._connection is None:
            return
        if self._kinds is not None:
            self._kinds.add(kind)
        with self._giving_up():
            row = (kind, name, made_from, value, _sum(value))
            self._connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)", row)

    def count(self, kind: str) -> int:
        """Return how many values of a kind there are."""
        if self._connection:
            with self._giving_up():
                row = self._connection.execute("SELECT count(*) FROM kept WHERE kind = ?", (kind,)).fetchone()
                return int(row[0])
        return 0

    def close(self, *, is_whole: bool = True) -> None:
        """Write what was put, and forget what nobody asked for, if all was: it is of pages that are gone."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        with self._giving_up():
            # Who asked for nothing had nothing to look at, and knows of no page that is gone.
            if is_whole and self.asked:
                rows = connection.execute("SELECT kind, name FROM kept WHERE kind <> ?", (PROGRAM,))
                gone = [row for row in rows if row not in self.asked]
                connection.executemany("DELETE FROM kept WHERE kind = ? AND name = ?", gone)
            connection.commit()
        connection.close()

    @contextmanager
    def _giving_up(self) -> Iterator[None]:
        """Go on without the file where it is broken, locked or can't be written."""
        try:
            yield
        except (sqlite3.Error, OSError, TypeError):
            self.is_behind = True
            self.give_up()

    def give_up(self) -> None:
        """Write nothing."""
        connection, self._connection = self._connection, None
        if connection:
            connection.close()


def _open(file: Path, made_with: bytes, *, forgets: bool) -> tuple[sqlite3.Connection, bool]:
    """Return a connection, and whether nothing is kept there yet."""
    # Under serve another thread ends what a build begins.
    connection = sqlite3.connect(file, timeout=0, check_same_thread=False)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        schema = connection.execute("SELECT type, sql FROM sqlite_master").fetchall()
        if not schema:
            connection.execute(SCHEMA)
        elif schema != [("table", SCHEMA)]:
            raise sqlite3.DatabaseError("not ours")
        row = connection.execute("SELECT made_from FROM kept WHERE kind = ?", (PROGRAM,)).fetchone()
        is_new = forgets or row is None or row[0] != made_with
        if is_new:
            connection.execute("DELETE FROM kept")
            connection.execute("INSERT INTO kept VALUES (?, '', ?, x'', x'')", (PROGRAM, made_with))
    except BaseException:
        connection.close()
        raise
    return connection, is_new


def _sum(value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=SUM).digest()


def pack(value: Any) -> bytes:
    """Write a value as JSON, compressed."""
    return zlib.compress(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"), LEVEL)


def unpack(data: bytes) -> Any:
    """Read what `pack` wrote.

    Raises:
        ValueError, zlib.error: it did not.
    """
    return json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))


def text(value: Any) -> str:
    """Return a value that is a text.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(value, str):
        raise TypeError
    return value


def texts(value: Any, count: int) -> list[str]:
    """Return a value that is a list of so many texts.

    Raises:
        TypeError, ValueError: it is none.
    """
    if not isinstance(value, list) or len(value) != count:
        raise ValueError
    return [text(one) for one in value]


def _as_it_is(value: Any) -> Any:
    return value


class Kept:
    """Values by kind and name: those of this process, and of the builds before.

    Args:
        stays: the process builds again and again, so values are kept in its memory, too.
    """

    def __init__(self, *, stays: bool = False) -> None:
        self.stays = stays
        self._live: dict[tuple[str, str], tuple[object, Any]] = {}
        self._hashes: dict[str, tuple[object, str]] = {}
        self._store = Store()
        self._is_open, self._made_with = False, b""
        self.made: Callable[[str, str, bytes, bytes], None] | None = None
        """Takes what is made, in a worker: kind, name, hash of what it was made from, packed value."""
        self.digest_of_file: Callable[[object], bytes | None] = lambda _: None
        """Returns a hash of the file that something was read from; None where that is not known."""

    def open(self, file: Path | None, made_with: bytes) -> None:
        """Begin a build."""
        if self._is_open or made_with != self._made_with:
            # A build that failed leaves things half done.
            self._live.clear()
        self._is_open, self._made_with = True, made_with
        self._hashes = {}
        # What holds for values that are in memory alone need not hold for those of before in the file.
        self._store = Store(file, made_with, forgets=self._store.is_behind)

    def close(self, *, is_whole: bool = True) -> None:
        """End a build: write what was made, forget what was not asked for, if all was that will be."""
        self._is_open = False
        self._store.close(is_whole=is_whole)
        if is_whole:
            self._live = {place: self._live[place] for place in self._store.asked if place in self._live}

    def give_up(self) -> None:
        """Leave the file as it was before a build that failed: what it was to hold is half done."""
        self._store.give_up()
        # Pages of the build before are still made, and nobody hears what is said of them.
        self._is_open = True

    def get(
        self,
        kind: str,
        name: str,
        inputs: object,
        restore: Callable[[Any], Any] = _as_it_is,
        *,
        in_memory: bool = True,
    ) -> Any:
        """Return what was made from equal inputs; None when nothing was.

        Args:
            kind: of the value.
            name: of what it belongs to.
            inputs: what it was made from; equal ones look alike when printed, so no sets.
            restore: makes the value of what JSON holds; it may fail where somebody else wrote that.
            in_memory: it is small enough to be held there by a process that stays.
        """
        place = kind, name
        self._store.asked.add(place)
        if place in self._live:
            # A hash of the inputs would take longer than comparing them, most often with themselves.
            known, value = self._live[place]
            if known == inputs:
                return value
        if self.made or not self._store.may_hold(kind):
            return None
        data = self._store.get(kind, name, digest_of(inputs))
        if data is None:
            return None
        try:
            value = restore(unpack(data))
        except BROKEN:
            return None
        if in_memory:
            self._remember(place, inputs, value)
        return value

    def put(
        self,
        kind: str,
        name: str,
        inputs: object,
        value: Any,
        plain: Callable[[Any], Any] = _as_it_is,
        *,
        in_memory: bool = True,
    ) -> None:
        """Keep a value; `plain` makes of it what JSON can hold."""
        self.put_packed(kind, name, inputs, value, pack(plain(value)), in_memory=in_memory)

    def put_packed(
        self, kind: str, name: str, inputs: object, value: Any, data: bytes, *, in_memory: bool = True
    ) -> None:
        """Keep a value of which it is known already what `pack` writes."""
        self._store.asked.add((kind, name))
        if in_memory:
            self._remember((kind, name), inputs, value)
        made_from = digest_of(inputs)
        if self.made:
            self.made(kind, name, made_from, data)
        else:
            self._store.put(kind, name, made_from, data)

    def still(self, kind: str, name: str) -> None:
        """Keep a value that nobody needs now."""
        self._store.asked.add((kind, name))

    def take(self, kind: str, name: str, made_from: bytes, data: bytes) -> None:
        """Keep what a worker made, for the next build.

        Args:
            kind: of the value.
            name: of what it belongs to.
            made_from: a hash of that.
            data: the packed value.
        """
        self._store.asked.add((kind, name))
        self._store.put(kind, name, made_from, data)

    def once(self, kind: str, name: str, inputs: object, make: Callable[[], T]) -> T:
        """Return what `make` makes; of equal inputs, what it made for the build before of this process.

        Args:
            kind: of the value.
            name: of what it belongs to.
            inputs: what it was made from; None: that is not known.
            make: makes it; what it raises is not kept.
        """
        if not self.stays or self.made or inputs is None:
            return make()
        place = kind, name
        self._store.asked.add(place)
        known = self._live.get(place)
        if known is None or known[0] != inputs:
            self._live[place] = known = inputs, make()
        return cast("T", known[1])

    def hash_of(self, name: str, thing: object) -> str:
        """Return a hash of what goes into many values; it is computed once.

        Args:
            name: of the thing, among all that are hashed.
            thing: as `digest_of` takes it.
        """
        known = self._hashes.get(name)
        if known is None or known[0] is not thing:
            made = self.once("hash", name, thing, lambda: self._hash(name, thing))
            self._hashes[name] = known = thing, made
        return known[1]

    def _hash(self, name: str, thing: object) -> str:
        # Where a file lies is not told by its text.
        file = self.digest_of_file(thing)
        return (digest_of(name, file) if file else digest_of(thing)).hex()

    def holds(self, kind: str) -> int:
        """Return how many values of a kind there are from before."""
        return max(sum(place[0] == kind for place in self._live), self._store.count(kind))

    def _remember(self, place: tuple[str, str], inputs: object, value: Any) -> None:
        if self.stays:
            self._live[place] = inputs, value
