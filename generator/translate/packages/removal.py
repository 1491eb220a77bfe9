"""Removing: from the package folder, and from nowhere else."""

from __future__ import annotations

from generator.errors import PackageError, WriteError
from generator.translate.packages.installed import Installed, package_folder
from generator.translate.packages.staging import staging


def remove(package: Installed) -> None:
    """Delete an installed package; of one that is a link, the link alone.

    Raises:
        PackageError: it does not lie in the package folder.
        WriteError: it can't be deleted.
    """
    folder = package.folder
    if folder.parent != package_folder():
        raise PackageError(
            str(folder), "lies outside the package folder", "remove it with the program that installed it"
        )
    try:
        if folder.is_symlink():
            folder.unlink()
            return
        # Out of sight first: half of it left would be a package that can't be loaded.
        with staging(folder.parent) as aside:
            folder.rename(aside / folder.name)
    except OSError as error:
        raise WriteError(
            str(folder),
            f"can't be removed ({error.strerror or error})",
            "mend the folder's rights, run again",
        ) from error
