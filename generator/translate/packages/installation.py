"""Puts packages in place and takes them out: all of one at once, or nothing.

A package file is untrusted until all of it was checked; nothing in it is run here.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import struct
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from generator.errors import PackageError, WriteError, os_error_as
from generator.model import Language
from generator.translate.packages.fetch import WRITE_REMEDY, Progress, download
from generator.translate.packages.index import offer
from generator.translate.packages.installed import (
    MODEL,
    TOKENIZERS,
    InstalledPackage,
    argos_folder,
    package_folder,
)
from generator.translate.packages.package import Metadata, find_pinned, parse_metadata
from generator.translate.packages.receipt import RECEIPT, write_receipt

MAX_BYTES = 4 * 1024**3
"""What a package may unpack to."""
MAX_FILES = 10_000
"""How many files and folders it may hold; those of Argos hold about twenty."""
MAX_METADATA = 1024**2
"""Bytes of its metadata.json, which is read into memory."""
STAGING = ".chronology-"
"""How a hidden folder begins that holds what is on its way in or out."""
LEFT_BEHIND = 3600.0
"""Seconds after which one is a killed run's: no installation takes that long."""
BAD_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OSError, RuntimeError)
"""What zipfile raises for a file that is cut, damaged or encrypted, and the disk for one it can't read."""


def install(source: Language, target: Language, progress: Progress) -> InstalledPackage:
    """Fetch and install the package for a pair of languages.

    Raises:
        PackageError: there is none, it is out of reach, or it is not what it should be.
        WriteError: it can't be written.
    """
    downloads = argos_folder("XDG_CACHE_HOME", ".cache") / "downloads"
    path = download(offer(source, target), downloads, progress)
    try:
        return install_file(path, (source, target))
    finally:
        path.unlink(missing_ok=True)


def install_file(path: Path, pair: tuple[Language, Language] | None = None) -> InstalledPackage:
    """Install a package from a file, in place of the same version if that is installed.

    Args:
        path: the `.argosmodel` file.
        pair: source and target it must translate between; any, if None.

    Raises:
        PackageError: it is no package, is damaged, or is not the one it claims to be.
        WriteError: it can't be written.
    """
    with os_error_as(PackageError, path, "can't be read", "check the file's name and rights"):
        file = path.open("rb")
    try:
        # Opened once: it can't be exchanged between check and use.
        with file, zipfile.ZipFile(file) as archive:
            top = _check_members(archive, path)
            metadata = _read_metadata(archive, top, path)
            if pair not in {None, metadata.pair}:
                raise PackageError(
                    str(path),
                    f"translates {' to '.join(metadata.pair)}, not {' to '.join(pair or ())}",
                    "use the file for this pair, or install it for the pair it is for",
                )
            return _place(archive, top, metadata, _check_hash(file, metadata, path))
    except BAD_ZIP as error:
        raise PackageError(
            str(path),
            f"not a zip file, or damaged ({error})",
            "fetch or copy the .argosmodel file again",
        ) from error


def remove(package: InstalledPackage) -> None:
    """Delete an installed package; of one that is a link, the link alone.

    Raises:
        WriteError: it can't be deleted.
    """
    folder = package.folder
    with os_error_as(WriteError, folder, "can't be removed", "mend the folder's rights, run again"):
        if folder.is_symlink():
            folder.unlink()
            return
        # Out of sight first: half of it left would be a package that can't be loaded.
        with _staging(folder.parent) as aside:
            folder.rename(aside / folder.name)


def _check_members(archive: zipfile.ZipFile, path: Path) -> str:
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


def _read_metadata(archive: zipfile.ZipFile, top: str, path: Path) -> Metadata:
    name = f"{top}/metadata.json"
    if archive.getinfo(name).file_size > MAX_METADATA:
        raise _refusal(path, f"has a metadata.json of more than {MAX_METADATA} bytes")
    data = archive.read(name)
    try:
        return parse_metadata(json.loads(data))
    except ValueError as error:
        raise _refusal(path, f"has a metadata.json that can't be used ({error})") from error


def _check_hash(file: BufferedReader, metadata: Metadata, path: Path) -> str:
    """Return the file's hash; refuse a pinned package's name on any other file."""
    file.seek(0)
    found = hashlib.file_digest(file, "sha256").hexdigest()
    pinned = find_pinned(metadata)
    if pinned and pinned.sha256 != found:
        raise PackageError(
            str(path),
            f"is not the {metadata.name} it claims to be (SHA-256 {found}, expected {pinned.sha256})",
            f"fetch {pinned.url} again",
        )
    return found


def _refusal(path: Path, problem: str) -> PackageError:
    return PackageError(str(path), problem, "use an .argosmodel file as the Argos index has it")


def _place(archive: zipfile.ZipFile, top: str, metadata: Metadata, sha256: str) -> InstalledPackage:
    # Named by what it is, not by the folder in the zip, which could be another package's.
    final = package_folder() / metadata.name
    with os_error_as(WriteError, final, "can't be written", WRITE_REMEDY):
        final.parent.mkdir(parents=True, exist_ok=True)
        with _staging(final.parent) as unfinished:
            new = unfinished / "new"
            archive.extractall(new)
            write_receipt(new / top, sha256)
            _exchange(new / top, final, unfinished / "old")
    return InstalledPackage(metadata, final, complete=True)


def _exchange(new: Path, final: Path, aside: Path) -> None:
    """Put `new` where `final` is; what was there is put back when that fails."""
    if not os.path.lexists(final):
        new.rename(final)
        return
    final.rename(aside)
    try:
        new.rename(final)
    except OSError:
        aside.rename(final)
        raise


@contextmanager
def _staging(place: Path) -> Iterator[Path]:
    """Make a hidden folder beside the packages, where renaming does; at the end it goes."""
    for path in place.glob(f"{STAGING}*"):
        # Another run may be quicker.
        if path.is_dir() and not path.is_symlink() and time.time() - path.stat().st_mtime > LEFT_BEHIND:
            shutil.rmtree(path, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=STAGING, dir=place) as folder:
        yield Path(folder)
