"""Puts packages in place and takes them out: all of one at once, or nothing.

A package file is untrusted until all of it was checked; nothing in it is run here.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import struct
import tempfile
import time
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from generator.content.lock import writing_into
from generator.errors import PackageError, WriteError, os_error_as
from generator.translate.packages.fetch import WRITE_REMEDY, Progress, download
from generator.translate.packages.installed import (
    METADATA,
    InstalledPackage,
    argos_folder,
    package_folder,
    package_in,
    read_metadata,
)
from generator.translate.packages.package import Metadata, Offer, find_pinned
from generator.translate.packages.receipt import write_receipt
from generator.translate.packages.weights import check_model

MAX_BYTES = 1024**3
"""What a package may unpack to; those of Argos have some 200 MB."""
MAX_RATIO = 20
"""How many times its own size a file may unpack to; models hardly shrink."""
MAX_NAME = 200
"""Bytes of a path: any file system takes it."""
MAX_FILES = 10_000
"""How many files and folders it may hold; those of Argos hold about twenty."""
STAGING = ".chronology-"
"""How a hidden folder begins that holds what is on its way in or out."""
NEW = "new"
"""The folder in there that a package is unpacked into."""
LEFT_BEHIND = 3600.0
"""Seconds after which one is a killed run's: no installation takes that long."""
REMOVE_REMEDY = "mend the folder's rights, run again"
BAD_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OSError, RuntimeError)
"""What zipfile raises for a file that is cut, damaged or encrypted, and the disk for one it can't read."""


def install(offer: Offer, progress: Progress) -> InstalledPackage:
    """Fetch and install a package.

    Raises:
        PackageError: it is out of reach, or not what it should be.
        WriteError: it can't be written.
    """
    downloads = argos_folder("XDG_CACHE_HOME", ".cache") / "downloads"
    with writing_into(downloads):
        path = download(offer, downloads, progress)
        try:
            return install_file(path, offer.metadata.pair)
        finally:
            path.unlink(missing_ok=True)


def install_file(path: Path, pair: tuple[str, str] | None = None, version: str = "") -> InstalledPackage:
    """Install a package from a file, in place of the same version if that is installed.

    `pair`: source and target it must translate between; any, if None. `version`: the one it must be.

    Raises:
        PackageError: it is no package, is damaged, or is not the one it claims to be.
        WriteError: it can't be written.
    """
    with os_error_as(PackageError, path, "can't be read", "check the file's name and rights"):
        file = path.open("rb")
    try:
        # Opened once: it can't be exchanged between check and use.
        with file, zipfile.ZipFile(file) as archive:
            members = tuple(_members(archive))
            top = _check_members(members, path, os.fstat(file.fileno()).st_size)
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            if damaged := archive.testzip():
                raise ValueError(f"bad checksum of {damaged!r}")
            # What is checked there is what is put in place.
            with staging(package_folder()) as unfinished:
                archive.extractall(unfinished / NEW, members)
                new = unfinished / NEW / top
                return put_in_place(new, _check_metadata(new, path, pair, version, sha256), sha256)
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
    # Out of sight first: half of it left would be a package that can't be loaded.
    with staging(folder.parent) as aside, os_error_as(WriteError, folder, "can't be removed", REMOVE_REMEDY):
        if folder.is_symlink():
            folder.unlink()
        else:
            folder.rename(aside / folder.name)


def _members(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Yield the files of a package, without what archivers add to it."""
    for member in archive.infolist():
        parts = member.filename.split("/")
        if parts[0] != "__MACOSX" and parts[-1] != ".DS_Store" and member.filename != "./":
            yield member


def _check_members(listed: Sequence[zipfile.ZipInfo], path: Path, size: int) -> str:
    """Check what the zip file lists; return the one top folder."""
    members = {member.filename.removeprefix("./"): member for member in listed}
    places = Counter(_place_of(name) for name in members)
    if len(listed) > MAX_FILES or len(places) < len(listed):
        raise _refusal(path, f"holds more than {MAX_FILES} files, or one of them twice")
    most = min(MAX_BYTES, MAX_RATIO * size)
    if sum(member.file_size for member in members.values()) > most:
        raise _refusal(path, f"unpacks to more than {most} bytes")
    for name in members:
        if not _is_safe(name):
            raise _refusal(path, f"holds a file with an unsafe path ({name[:MAX_NAME]!r})")
    files = {_place_of(name) for name in members if not name.endswith("/")}
    if any(str(folder) in files for place in places for folder in PurePosixPath(place).parents):
        raise _refusal(path, "holds a file where a folder is")
    tops = {name.partition("/")[0] for name in members}
    if len(tops) != 1:
        raise _refusal(path, f"holds {len(tops)} folders instead of one")
    top = tops.pop()
    if f"{top}/{METADATA}" not in members:
        raise _refusal(path, f"has no {METADATA}")
    return top


def _is_safe(name: str) -> bool:
    """Tell whether a member may be unpacked: a short name that can be printed, and no way out.

    zipfile leaves out empty and "." parts when it unpacks: what is checked would be another file.
    """
    parts = name.removesuffix("/").split("/")
    return name.isprintable() and len(name.encode()) <= MAX_NAME and {"", ".", ".."}.isdisjoint(parts)


def _place_of(name: str) -> str:
    """Return where a member goes, the same for all names that some file system takes for one."""
    parts = name.replace("\\", "/").split("/")
    return unicodedata.normalize("NFC", "/".join(p for p in parts if p not in ("", "."))).casefold()


def _check_metadata(
    folder: Path, path: Path, pair: tuple[str, str] | None, version: str, sha256: str
) -> Metadata:
    """Read which package was unpacked; refuse another pair, and a pinned package's name on any other file."""
    try:
        metadata = read_metadata(folder)
    except ValueError as error:
        raise _refusal(path, f"has a {METADATA} that can't be used ({error})") from error
    if pair not in {None, metadata.pair}:
        raise PackageError(
            str(path),
            f"translates {' to '.join(metadata.pair)}, not {' to '.join(pair or ())}",
            "use the file for this pair, or install it for the pair it is for",
        )
    if not metadata.is_version(version):
        raise PackageError(
            str(path), f"is version {metadata.version}, not {version}", "give no version, or another file"
        )
    pinned = find_pinned(metadata)
    if pinned and pinned.sha256 != sha256:
        raise PackageError(
            str(path),
            f"is not the {pinned.metadata.name} it claims to be (SHA-256 {sha256}, expected {pinned.sha256})",
            f"fetch {pinned.url} again",
        )
    return metadata


def _refusal(path: Path, problem: str) -> PackageError:
    return PackageError(
        str(path),
        problem,
        "use an .argosmodel file as the Argos index has it, or the folder of a model, unpacked",
    )


def put_in_place(new: Path, metadata: Metadata, sha256: str = "") -> InstalledPackage:
    """Put an unpacked package where it belongs, in place of the same version.

    Args:
        new: its folder, in one of `staging`.
        metadata: which package it is.
        sha256: of the file it came in, if it came in one.

    Raises:
        PackageError: its model is none, or not whole, or another's place is taken.
        OSError: it can't be written.
    """
    try:
        package_in(new)
        check_model(new / "model")
    except ValueError as error:
        remedy = "fetch it again, it must be a CTranslate2 model with its SentencePiece files"
        raise PackageError(metadata.title, f"can't be installed: {error}", remedy) from error
    # Named by what it is, not by the folder in the zip, which could be another package's.
    final = package_folder() / metadata.name
    _check_place(final, metadata)
    with os_error_as(WriteError, final, "can't be written", WRITE_REMEDY):
        write_receipt(new, sha256)
        _exchange(new, final, new.parent.with_name("old"))
    return InstalledPackage(metadata, final)


def _check_place(final: Path, metadata: Metadata) -> None:
    """Refuse to put a model where one of another name has the same version."""
    with suppress(ValueError):
        there = read_metadata(final)
        if there.title != metadata.title:
            package = f"{' '.join(there.pair)}={there.version}"
            raise PackageError(
                metadata.title,
                f"can't be installed: {there.title} is, for the same languages",
                f"remove that first: chronology model remove {package}; "
                "or say another version, as in de en=1.1 --from FOLDER",
            )


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
def staging(place: Path) -> Iterator[Path]:
    """Make a hidden folder beside the packages, where renaming does; at the end it goes.

    Raises:
        WriteError: it can't be made or filled.
    """
    with os_error_as(WriteError, place, "can't be written", WRITE_REMEDY):
        place.mkdir(parents=True, exist_ok=True)
        for path in place.glob(f"{STAGING}*"):
            # Another run may be quicker.
            if path.is_dir() and not path.is_symlink() and time.time() - path.stat().st_mtime > LEFT_BEHIND:
                shutil.rmtree(path, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=STAGING, dir=place) as folder:
            yield Path(folder)
