"""What was installed, written down inside the package's folder, so that a change shows later.

argostranslate ignores the file.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.translate.packages.known import find_known
from generator.translate.packages.metadata import Metadata

RECEIPT = "chronology.json"


class Verdict(StrEnum):
    """What is known of an installed package."""

    VERIFIED = "verified"
    """From a file whose SHA-256 we know, and unchanged."""
    UNCHANGED = "as installed"
    """Unchanged since; nobody we know says which file is the right one."""
    CHANGED = "changed since it was installed"
    NOT_RECORDED = "installed by another program, not verified"


@dataclass(frozen=True)
class Receipt:
    """The file a package came in, and what it held."""

    sha256: str
    """Of the package file."""
    files: Mapping[str, str]
    """Path in the folder → SHA-256."""


def write_receipt(folder: Path, sha256: str) -> None:
    """Write down what an unpacked package holds.

    Args:
        folder: the package's own, with nothing else in it.
        sha256: hash of the file it came in.

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
    receipt = _read(folder / RECEIPT)
    if receipt is None:
        return Verdict.NOT_RECORDED, ()
    try:
        now = _hashes(folder)
    except OSError as error:
        return Verdict.CHANGED, (str(error.filename),)
    changed = sorted(path for path, _ in now.items() ^ receipt.files.items())
    if changed:
        return Verdict.CHANGED, tuple(dict.fromkeys(changed))
    known = find_known(metadata)
    is_known = known is not None and known.sha256 == receipt.sha256
    return (Verdict.VERIFIED if is_known else Verdict.UNCHANGED), ()


def size_on_disk(folder: Path) -> int:
    """Return the bytes of a package's files; what a link in it leads to is not counted."""
    return sum(path.lstat().st_size for path in _files(folder))


def _read(path: Path) -> Receipt | None:
    try:
        content = json.loads(path.read_bytes())
        return Receipt(str(content["sha256"]), {str(k): str(v) for k, v in content["files"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _hashes(folder: Path) -> dict[str, str]:
    hashes = {}
    for path in _files(folder):
        if path != folder / RECEIPT:
            with path.open("rb") as file:
                hashes[path.relative_to(folder).as_posix()] = hashlib.file_digest(file, "sha256").hexdigest()
    return hashes


def _files(folder: Path) -> Iterator[Path]:
    # Folders that are links are not entered.
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in sorted(names))
