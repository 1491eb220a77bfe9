"""The packages on this machine."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import PackageError
from generator.model import Language
from generator.translate.packages.library import load_argos
from generator.translate.packages.metadata import Metadata, parse_metadata

if TYPE_CHECKING:
    from argostranslate.package import Package

MODEL = "model/model.bin"
TOKENIZERS = ("sentencepiece.model", "bpe.model")
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

    Raises:
        PackageError: argostranslate can't be loaded.
    """
    given = os.environ.get("ARGOS_PACKAGES_DIR")
    return Path(given) if given else Path(load_argos().settings.package_data_dir)


def list_installed() -> list[Installed]:
    """Return the packages argostranslate would find, whoever installed them, by pair and version.

    Folders that don't say which package they are are passed over.

    Raises:
        PackageError: argostranslate can't be loaded, or the folder of packages can't be read.
    """
    found = [package for place in _places() for folder in _folders(place) if (package := _read(folder))]
    return sorted(found, key=lambda one: (one.metadata.pair, one.metadata.order, one.folder))


def metadata_of(package: Package) -> Metadata:
    """Return which package argostranslate's own object stands for."""
    return Metadata(package.from_code, package.to_code, package.package_version)


def find_package(source: Language, target: Language) -> Package | None:
    """Return the installed package for a pair of languages; with several, the highest version.

    Raises:
        PackageError: argostranslate can't be loaded, or the folder of packages can't be read.
    """
    found = [one for one in list_installed() if one.complete and one.metadata.pair == (source, target)]
    return load_argos().package.Package(found[-1].folder) if found else None


def _places() -> list[Path]:
    # The first of them is where packages are installed; more there are in a snap.
    more = [Path(place) for place in load_argos().settings.package_dirs[1:]]
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
