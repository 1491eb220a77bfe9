"""Checks of a package file, before anything is unpacked."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from zipfile import ZipFile

from generator.errors import PackageError
from generator.translate.packages.installed import MODEL, TOKENIZERS
from generator.translate.packages.known import find_known
from generator.translate.packages.metadata import Metadata, parse_metadata
from generator.translate.packages.receipt import RECEIPT

MAX_BYTES = 4 * 1024**3
"""What a package may unpack to."""
MAX_FILES = 10_000
"""How many files and folders it may hold; those of Argos hold about twenty."""
MAX_METADATA = 1024**2
"""Bytes of its metadata.json, which is read into memory."""


@dataclass(frozen=True)
class Checked:
    """A package file that passed."""

    top: str
    """The one folder in it."""
    metadata: Metadata
    sha256: str


def check_archive(
    archive: ZipFile, file: BufferedReader, pair: tuple[str, str] | None, path: Path
) -> Checked:
    """Check that a file is a package, and the one it should be.

    Args:
        archive: the file, opened as a zip file.
        file: the same file, opened once: it can't be exchanged between check and use.
        pair: source and target it must translate between; any, if None.
        path: the file, for the messages.

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
    return Checked(top, metadata, _check_hash(file, metadata, path))


def _check_members(archive: ZipFile, path: Path) -> str:
    """Check what the zip file lists; return the one top folder."""
    names = archive.namelist()
    if len(names) > MAX_FILES or len(set(names)) < len(names):
        raise _refusal(path, f"holds more than {MAX_FILES} files, or one of them twice")
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
    if any(name.rstrip("/") == f"{top}/{RECEIPT}" for name in names):
        raise _refusal(path, f"brings a {RECEIPT}, which is written when a package is installed")
    return top


def _read_metadata(archive: ZipFile, top: str, path: Path) -> Metadata:
    name = f"{top}/metadata.json"
    if archive.getinfo(name).file_size > MAX_METADATA:
        raise _refusal(path, f"has a metadata.json of more than {MAX_METADATA} bytes")
    data = archive.read(name)
    try:
        return parse_metadata(json.loads(data))
    except ValueError as error:
        raise _refusal(path, f"has a metadata.json that can't be used ({error})") from error


def _check_hash(file: BufferedReader, metadata: Metadata, path: Path) -> str:
    """Return the file's hash; refuse a known package's name on any other file."""
    file.seek(0)
    found = hashlib.file_digest(file, "sha256").hexdigest()
    known = find_known(metadata)
    if known and known.sha256 != found:
        raise PackageError(
            str(path),
            f"is not the {metadata.name} it claims to be (SHA-256 {found}, expected {known.sha256})",
            f"fetch {known.url} again",
        )
    return found


def _refusal(path: Path, problem: str) -> PackageError:
    return PackageError(str(path), problem, "use an .argosmodel file as the Argos index has it")
