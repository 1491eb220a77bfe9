"""The packages on this machine."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from generator.errors import PackageError
from generator.model import Language
from generator.translate.packages.library import argos_settings
from generator.translate.packages.metadata import Metadata, parse_metadata
from generator.translate.packages.tokenizer import BPE, SENTENCEPIECE

MODEL = "model/model.bin"
TOKENIZERS = (SENTENCEPIECE, BPE)
"""A package has one of them."""


@dataclass(frozen=True)
class Installed:
    """A folder that says it is a package."""

    metadata: Metadata
    folder: Path
    complete: bool
    """Whether a model and a tokenizer are there."""


def package_folder() -> Path:
    """Return the folder packages are installed into, as argostranslate has it.

    The environment is read at each call; argostranslate reads it once.
    """
    if given := os.environ.get("ARGOS_PACKAGES_DIR"):
        return Path(given)
    if settings := argos_settings():
        return Path(settings.package_data_dir)
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "argos-translate" / "packages"


def list_installed() -> list[Installed]:
    """Return the packages argostranslate would find, whoever installed them, by pair and version.

    Folders that don't say which package they are are passed over.

    Raises:
        PackageError: the folder of packages can't be read.
    """
    found = [package for place in _places() for folder in _folders(place) if (package := _read(folder))]
    return sorted(found, key=lambda one: (one.metadata.pair, one.metadata.order, one.folder))


def find_package(source: Language, target: Language) -> Installed | None:
    """Return the installed package for a pair of languages; with several, the highest version.

    Raises:
        PackageError: the folder of packages can't be read.
    """
    found = [one for one in list_installed() if one.complete and one.metadata.pair == (source, target)]
    return found[-1] if found else None


def _places() -> list[Path]:
    # The first of them is where packages are installed; more there are in a snap.
    settings = argos_settings()
    more = [Path(place) for place in settings.package_dirs[1:]] if settings else []
    return list(dict.fromkeys([package_folder(), *more]))


def _folders(place: Path) -> list[Path]:
    try:
        # A hidden one is still being filled.
        return [path for path in place.iterdir() if path.is_dir() and not path.name.startswith(".")]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise PackageError(
            str(place),
            f"can't be read ({error.strerror})",
            "mend its rights, or set ARGOS_PACKAGES_DIR to another folder",
        ) from error


def _read(folder: Path) -> Installed | None:
    try:
        metadata = parse_metadata(json.loads((folder / "metadata.json").read_bytes()))
    except (OSError, ValueError):
        return None
    has_tokenizer = any((folder / name).is_file() for name in TOKENIZERS)
    return Installed(metadata, folder, has_tokenizer and (folder / MODEL).is_file())
