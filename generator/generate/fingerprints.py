"""Remembers what each seed was generated from, so that an unchanged one is skipped.

The file lies in .cache/ and may be deleted at any time: then everything is generated again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from generator.content.memory import Memory, dump_memory
from generator.content.paths import ContentPaths
from generator.generate.seeds import bytes_of
from generator.generate.tables import Tables
from generator.model import TranslationBy
from generator.settings import Settings
from generator.translate.engines import Engines

FINGERPRINTS = "generate.json"
"""In .cache/."""
SOURCE = (b"seed:", b"sha256:")
"""In the header of an entry: the name that it knows its seed by, and its hash."""


def digest_files(paths: Iterable[Path]) -> str:
    """Return one hash over the names and bytes of files."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(str(path.name).encode("utf-8", "surrogateescape") + b"\0")
        digest.update(bytes_of(path))
    return digest.hexdigest()


def program_files() -> Iterable[Path]:
    """List the files of this program and its weights: when they change, everything is generated again."""
    return (path for path in Path(__file__).parents[1].rglob("*") if path.suffix in (".py", ".json"))


def digest_content(paths: ContentPaths) -> str:
    """Hash the files in content/ that every entry is made from.

    It is asked for before they are loaded: what changes in between is made anew by the next run.
    """
    return "|".join((digest_files(paths.records.glob("*.md")), digest_files([paths.terms])))


def shared_digest(settings: Settings, content: str, tables: Tables, engines: Engines) -> str:
    """Hash everything but the seed itself that an entry is made from.

    `content`: what `digest_content` gave.
    """
    packages = [engines.installed(*pair) for pair in sorted(settings.translate.items())]
    # A machine's pairs follow from the engine; a person's change what is written.
    persons = Memory(p for p in tables.memory.pairs.values() if p.by is TranslationBy.EDITOR)
    memory = hashlib.sha256(dump_memory(persons).encode()).hexdigest()
    return "|".join(
        (
            digest_files(program_files()),
            content,
            memory,
            settings.language,
            repr(sorted(settings.translate.items())),
            repr(sorted(settings.publishers.items())),
            repr(settings.topic),
            repr(packages),
        )
    )


def fingerprint(made_from: str, shared: str) -> str:
    """Hash all that an entry is made from; empty when its seed can't be read.

    Args:
        made_from: the hashes of seed and sidecar; empty: the seed can't be read.
        shared: what else the entry is made from.
    """
    return f"{made_from} {hashlib.sha256(shared.encode()).hexdigest()}" if made_from else ""


def is_of(fingerprint: str, made_from: str) -> bool:
    """Tell whether a fingerprint is of what was read of seed and sidecar: they may have changed since."""
    return fingerprint.startswith(f"{made_from} ")


def with_entry(made_from: str, entry: bytes, *, has_conflicts: bool) -> str:
    """Add to what an entry is made from what an editor may have settled or signed in it.

    Args:
        made_from: its fingerprint.
        entry: what its file holds; who translated it follows from its body.
        has_conflicts: whether there is something for an editor to decide.
    """
    data = entry.replace(b"\r\n", b"\n")
    if not has_conflicts:
        header, _, body = data.partition(b"\n---")
        # By its source an older file is known that was saved over an update.
        data = b"\n".join((*(one for one in header.split(b"\n") if one.strip().startswith(SOURCE)), body))
    return f"{made_from}|{hashlib.sha256(data).hexdigest()}"
