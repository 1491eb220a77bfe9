"""What was installed, written down inside the package's folder, so that a change shows later."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from generator.data_files import parse_json, read_bytes
from generator.errors import ChronologyError
from generator.translate.packages.package import Metadata, find_pinned

RECEIPT = "chronology.json"


class Verdict(StrEnum):
    """What is known of an installed package."""

    VERIFIED = "verified"
    """From a file whose SHA-256 is pinned, and unchanged."""
    UNCHANGED = "as installed"
    """Unchanged since; no pin says which file is the right one."""
    CHANGED = "changed since it was installed"
    NOT_RECORDED = "installed by another program, not verified"


def write_receipt(folder: Path, sha256: str) -> None:
    """Write down what an unpacked package holds.

    `folder`: the package's own, with nothing else in it.

    Raises:
        OSError: the disk.
    """
    content = {"sha256": sha256, "files": _hashes(folder)}
    (folder / RECEIPT).write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def verify(folder: Path, metadata: Metadata) -> tuple[Verdict, tuple[str, ...]]:
    """Compare an installed package with what was installed.

    Returns:
        The verdict, and the files that are new, gone or different.
    """
    try:
        receipt = parse_json(read_bytes(folder / RECEIPT, RECEIPT))
        sha256, files = receipt["sha256"], dict(receipt["files"].items())
    except (ChronologyError, ValueError, KeyError, TypeError, AttributeError):
        return Verdict.NOT_RECORDED, ()
    try:
        now = _hashes(folder)
    except OSError as error:
        return Verdict.CHANGED, (str(error.filename),)
    changed = sorted(path for path in files.keys() | now if files.get(path) != now.get(path))
    if changed:
        return Verdict.CHANGED, tuple(changed)
    pinned = find_pinned(metadata)
    return (Verdict.VERIFIED if pinned and pinned.sha256 == sha256 else Verdict.UNCHANGED), ()


def size_on_disk(folder: Path) -> int:
    """Return the bytes of a package's files; what a link in it leads to is not counted."""
    return sum(path.lstat().st_size for path in _files(folder))


def sha256_of(path: Path) -> str:
    """Return the hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hashes(folder: Path) -> dict[str, str]:
    files = (path for path in _files(folder) if path != folder / RECEIPT)
    return {path.relative_to(folder).as_posix(): sha256_of(path) for path in files}


def _files(folder: Path) -> Iterator[Path]:
    # Folders that are links are not entered.
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in sorted(names))
