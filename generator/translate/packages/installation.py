"""Installing: all of a package is put in place at once, or nothing is."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from pathlib import Path

from generator.errors import PackageError, WriteError
from generator.model import Language
from generator.translate.packages.archive import Checked, check_archive
from generator.translate.packages.fetch import Progress, download
from generator.translate.packages.installed import Installed, package_folder
from generator.translate.packages.library import need_settings
from generator.translate.packages.offers import offer
from generator.translate.packages.receipt import write_receipt
from generator.translate.packages.staging import staging

BAD_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OSError, RuntimeError)
"""What zipfile raises for a file that is cut, damaged or encrypted, and the disk for one it can't read."""


def install(source: Language, target: Language, progress: Progress) -> Installed:
    """Fetch and install the package for a pair of languages.

    Raises:
        PackageError: there is none, it is out of reach, it is not what it should be, or argostranslate is
            not installed.
        WriteError: it can't be written.
    """
    path = download(offer(source, target), Path(need_settings().downloads_dir), progress)
    try:
        return install_file(path, (source, target))
    finally:
        path.unlink(missing_ok=True)


def install_file(path: Path, pair: tuple[Language, Language] | None = None) -> Installed:
    """Install a package from a file, in place of the same version if that is installed.

    The file is untrusted until all of it was checked; nothing of it is run here.

    Args:
        path: the `.argosmodel` file.
        pair: source and target it must translate between; any, if None.

    Raises:
        PackageError: it is no package, is damaged, or is not the one it claims to be.
        WriteError: it can't be written.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise PackageError(
            str(path), f"can't be read ({error.strerror})", "check the file's name and rights"
        ) from error
    try:
        with file, zipfile.ZipFile(file) as archive:
            checked = check_archive(archive, file, pair, path)
            # Named by what it is, not by the folder in the zip, which could be another package's.
            return _place(archive, checked, package_folder() / checked.metadata.name)
    except BAD_ZIP as error:
        raise PackageError(
            str(path),
            f"not a zip file, or damaged ({error})",
            "fetch or copy the .argosmodel file again",
        ) from error


def _place(archive: zipfile.ZipFile, checked: Checked, final: Path) -> Installed:
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        with staging(final.parent) as unfinished:
            new = unfinished / "new"
            archive.extractall(new)
            write_receipt(new / checked.top, checked.sha256)
            _exchange(new / checked.top, final, unfinished / "old")
    except OSError as error:
        raise WriteError(
            str(final),
            f"can't be written ({error.strerror or error})",
            "free space or mend the folder's rights, run again",
        ) from error
    return Installed(checked.metadata, final, complete=True)


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
