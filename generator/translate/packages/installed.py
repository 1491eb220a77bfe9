"""The packages on this machine."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.errors import PackageError, os_error_as
from generator.model import Language
from generator.translate.packages.package import Metadata, parse_metadata
from generator.translate.tokenizer import BPE, SENTENCEPIECE

MODEL = "model/model.bin"
TOKENIZERS = (SENTENCEPIECE, BPE)
"""A package has one of them."""


@dataclass(frozen=True)
class InstalledPackage:
    """A folder that says it is a package."""

    metadata: Metadata
    folder: Path
    complete: bool
    """Whether a model and a tokenizer are there."""


def package_folder() -> Path:
    """Return the folder of packages: that of the environment, or argostranslate's own."""
    if given := os.environ.get("ARGOS_PACKAGES_DIR"):
        return Path(given)
    return argos_folder("XDG_DATA_HOME", ".local/share") / "packages"


def argos_folder(variable: str, default: str) -> Path:
    """Return argostranslate's folder in one of the places that the environment may name."""
    return Path(os.environ.get(variable) or Path.home() / default) / "argos-translate"


def list_installed() -> list[InstalledPackage]:
    """Return the packages that are there, whoever installed them, by pair and version.

    Folders that don't say which package they are are passed over.

    Raises:
        PackageError: the folder of packages can't be read.
    """
    found = [package for folder in _folders(package_folder()) if (package := _read(folder))]
    return sorted(found, key=lambda one: (one.metadata.pair, one.metadata.order, one.folder))


def find_package(source: Language, target: Language) -> InstalledPackage | None:
    """Return the installed package for a pair of languages; with several, the highest version.

    Raises:
        PackageError: the folder of packages can't be read.
    """
    found = [one for one in list_installed() if one.complete and one.metadata.pair == (source, target)]
    return found[-1] if found else None


def _folders(place: Path) -> list[Path]:
    remedy = "mend its rights, or set ARGOS_PACKAGES_DIR to another folder"
    with os_error_as(PackageError, place, "can't be read", remedy), suppress(FileNotFoundError):
        # A hidden one is still being filled.
        return [path for path in place.iterdir() if path.is_dir() and not path.name.startswith(".")]
    return []


def _read(folder: Path) -> InstalledPackage | None:
    try:
        metadata = parse_metadata(json.loads((folder / "metadata.json").read_bytes()))
    except (OSError, ValueError):
        return None
    has_tokenizer = any((folder / name).is_file() for name in TOKENIZERS)
    return InstalledPackage(metadata, folder, has_tokenizer and (folder / MODEL).is_file())
