"""Remembers what each seed was generated from, so that an unchanged one is skipped.

The file lies in .cache/ and may be deleted at any time: then everything is generated again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.content.files import write_text

CHUNK = 1 << 20


def digest_files(paths: Iterable[Path]) -> str:
    """Return one hash over the names and bytes of files."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(str(path.name).encode("utf-8", "surrogateescape") + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()


def program_files() -> Iterable[Path]:
    """List the files of this program: when it changes, everything is generated again."""
    return Path(__file__).parents[1].rglob("*.py")


def load_fingerprints(path: Path) -> dict[str, str]:
    """Read fingerprints by seed; none when there is no usable file."""
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def save_fingerprints(path: Path, fingerprints: Mapping[str, str]) -> None:
    """Write fingerprints by seed."""
    write_text(path, json.dumps(fingerprints, indent=0, sort_keys=True) + "\n")
