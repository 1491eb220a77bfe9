"""The files in seeds/, and how messages name them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from generator.data_files import read_bytes
from generator.errors import InputError

README = "README.md"
EMPTY = ("empty", "put the document's text in it, or take it out of seeds/")
"""What is wrong with a seed that holds no text, and what to do."""
CHANGED = ("has changed since its entry was made", "run chronology generate")
"""What is wrong with a seed that is not the one its entry was made from, and what to do."""
BLANK_BYTES = 64_000
"""A larger file is read to tell whether it is empty when its entry is made."""
BLANK = b" \t\r\n\f\v\xef\xbb\xbf"
TEXT = ".txt"
WEB_PAGES = (".html", ".htm")
PAGE_PER_TEXT = 5
"""So many times as large as its text may a web page be: most is scripts and styles. Some have 3 MB."""


def list_seeds(folder: Path) -> list[Path]:
    """List what lies in seeds/ and may be a seed: no sidecars, no hidden files, no README.md."""
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if not path.name.startswith(".")
        and path.suffix.lower() not in (".yml", ".yaml")
        and path.name != README
    )


def no_such_seed(name: str, known: Iterable[str]) -> tuple[str, str, str]:
    """Return the place, the problem and the remedy where a name is none of a seed's.

    `known`: the names of all seeds.
    """
    by_stem = {Path(one).stem.casefold(): one for one in known}
    near = get_close_matches(Path(name).stem.casefold(), by_stem, n=1, cutoff=0.7)
    remedy = f"did you mean {by_stem[near[0]]}?" if near else "put the file into seeds/"
    return f"seeds/{name}", "no such seed", remedy


def bytes_of(path: Path) -> bytes:
    """Read a file; nothing where it can't be read (an editor's lock, a broken disk): who uses it says so."""
    try:
        return read_bytes(path, str(path))
    except InputError:
        return b""


def hash_of(path: Path) -> bytes:
    """Return a hash of what `bytes_of` a file are."""
    return hashlib.blake2b(bytes_of(path), digest_size=16).digest()


def is_empty(path: Path) -> bool:
    """Tell whether a file holds no text; what can't be read is another matter."""
    try:
        return path.is_file() and path.stat().st_size <= BLANK_BYTES and not read_bytes(path, "").strip(BLANK)
    except (OSError, InputError):
        return False


def differs(path: Path, sha256: str) -> bool:
    """Tell whether a file holds other bytes than had a hash; what can't be read is another matter."""
    data = bytes_of(path)
    return bool(data) and hashlib.sha256(data).hexdigest() != sha256


def made_of(seed: bytes, sidecar: bytes) -> str:
    """Return the hashes of what a seed and its sidecar hold: either may change while a run is at it."""
    return f"{hashlib.sha256(seed).hexdigest()} {hashlib.sha256(sidecar).hexdigest()}"


def is_web_page(path: Path) -> bool:
    """Tell whether a seed is a web page, by its name."""
    return path.suffix.lower() in WEB_PAGES


def most_bytes(suffix: str, max_bytes: int) -> int:
    """Return how large a seed may be, by its kind.

    Args:
        suffix: of its name.
        max_bytes: of one document's text, as the settings say.
    """
    return PAGE_PER_TEXT * max_bytes if suffix.lower() in WEB_PAGES else max_bytes


def is_readable_kind(path: Path) -> bool:
    """Tell whether a seed is of a kind that can be read, by its name."""
    return path.suffix.lower() == TEXT or is_web_page(path)


def place_of(path: Path) -> str:
    """Name a file of seeds/ in messages, on one line whatever its name holds."""
    name = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in path.name)
    return f"{path.parent.name}/{name}"
