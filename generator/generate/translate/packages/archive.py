"""Checks of a package file, before anything is unpacked."""

from __future__ import annotations

import hashlib
import json
from io import BufferedReader
from pathlib import Path
from zipfile import ZipFile

from generator.errors import PackageError
from generator.generate.translate.packages.installed import MODEL, TOKENIZERS
from generator.generate.translate.packages.known import KNOWN
from generator.generate.translate.packages.metadata import Metadata, parse_metadata

MAX_BYTES = 4 * 1024**3
"""What a package may unpack to."""


def check_archive(
    archive: ZipFile, file: BufferedReader, pair: tuple[str, str] | None, path: Path
) -> tuple[str, Metadata]:
    """Check that a file is a package, and the one it should be.

    Args:
        archive: the file, opened as a zip file.
        file: the same file, opened once: it can't be exchanged between check and use.
        pair: source and target it must translate between; any, if None.
        path: the file, for the messages.

    Returns:
        The name of its top folder, and its metadata.

    Raises:
        PackageError: it is no package, or not the one it claims to be.
    """
    top = _check_members(archive, path)
    metadata = _read_metadata(archive, top, path)
    if pair not in {None, metadata.pair}:
        raise PackageError(
            str(path),
            f"translates {' to '.join(metadata.pair)}, not {' to '.join(pair or ())}",
            "use the file for this pair, or install it for the pair it is for",
        )
    _check_hash(file, metadata, path)
    return top, metadata


def _check_members(archive: ZipFile, path: Path) -> str:
    """Check what the zip file lists; return the one top folder."""
    names = archive.namelist()
    if sum(member.file_size for member in archive.infolist()) > MAX_BYTES:
        raise _refusal(path, f"unpacks to more than {MAX_BYTES} bytes")
    for name in names:
        if name.startswith("/") or ".." in name.split("/"):
            raise _refusal(path, f"holds a file with an unsafe path ({name!r})")
    tops = {name.partition("/")[0] for name in names}
    if len(tops) != 1:
        raise _refusal(path, f"holds {len(tops)} folders instead of one")
    top = tops.pop()
    for needed in ("metadata.json", MODEL):
        if f"{top}/{needed}" not in names:
            raise _refusal(path, f"has no {needed}")
    if not any(f"{top}/{name}" in names for name in TOKENIZERS):
        raise _refusal(path, f"has no tokenizer ({' or '.join(TOKENIZERS)})")
    return top


def _read_metadata(archive: ZipFile, top: str, path: Path) -> Metadata:
    data = archive.read(f"{top}/metadata.json")
    try:
        return parse_metadata(json.loads(data))
    except ValueError as error:
        raise _refusal(path, f"has a metadata.json that can't be used ({error})") from error


def _check_hash(file: BufferedReader, metadata: Metadata, path: Path) -> None:
    for known in KNOWN:
        if known.metadata != metadata:
            continue
        file.seek(0)
        found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != known.sha256:
            raise PackageError(
                str(path),
                f"is not the {metadata.name} it claims to be (SHA-256 {found}, expected {known.sha256})",
                f"fetch {known.url} again",
            )


def _refusal(path: Path, problem: str) -> PackageError:
    return PackageError(str(path), problem, "use an .argosmodel file as the Argos index has it")
