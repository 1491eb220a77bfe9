"""The packages on this machine."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.data_files import parse_json, read_bytes
from generator.errors import PackageError, os_error_as
from generator.model import Language
from generator.translate.packages.package import Metadata, OtherKindError, parse_metadata
from generator.translate.tokenizer import BPE, SENTENCEPIECE, SOURCE_PIECES

METADATA = "metadata.json"
MAX_METADATA = 1024**2
"""Bytes of it."""
MODEL = "model/model.bin"
TOKENIZERS = (SENTENCEPIECE, BPE)
"""A package has one of them; a model from elsewhere may have one for each language."""


@dataclass(frozen=True)
class InstalledPackage:
    """A folder that says it is a package, and has a model and a tokenizer."""

    metadata: Metadata
    folder: Path


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

    Other folders are passed over; `list_broken` names those that should be packages.

    Raises:
        PackageError: the folder of packages can't be read.
    """
    found = []
    for folder in _folders(package_folder()):
        with suppress(ValueError):
            found.append(package_in(folder))
    return sorted(found, key=lambda one: (one.metadata.pair, one.metadata.order, one.folder))


def list_broken() -> list[tuple[Path, str]]:
    """Return the folders that have a metadata.json and can't be used, each with what is wrong with it.

    Raises:
        PackageError: the folder of packages can't be read.
    """
    broken = []
    for folder in sorted(_folders(package_folder())):
        if os.path.lexists(folder / METADATA):
            try:
                package_in(folder)
            except OtherKindError:
                continue
            except ValueError as error:
                broken.append((folder, f"can't be used ({error})"))
    return broken


def find_package(source: Language, target: Language, version: str = "") -> InstalledPackage | None:
    """Return the installed package for a pair of languages; with several, the highest version.

    `version`: the only one that will do; any, if empty.

    Raises:
        PackageError: the folder of packages can't be read.
    """
    pair = (source, target)
    found = [
        one for one in list_installed() if one.metadata.pair == pair and one.metadata.is_version(version)
    ]
    return found[-1] if found else None


def _folders(place: Path) -> list[Path]:
    remedy = "mend its rights, or set ARGOS_PACKAGES_DIR to another folder"
    with os_error_as(PackageError, place, "can't be read", remedy), suppress(FileNotFoundError):
        # A hidden one is still being filled.
        return [path for path in place.iterdir() if path.is_dir() and not path.name.startswith(".")]
    return []


def read_metadata(folder: Path) -> Metadata:
    """Read which package a folder says it is.

    Raises:
        ValueError: it does not say, or not so that it can be used.
    """
    path = folder / METADATA
    try:
        return parse_metadata(parse_json(read_bytes(path, METADATA, MAX_METADATA, PackageError)))
    except PackageError as error:
        raise ValueError(error.problem) from error


def package_in(folder: Path) -> InstalledPackage:
    """Read which package a folder is.

    Raises:
        ValueError: it is none, in words.
    """
    metadata = read_metadata(folder)
    has_tokenizer = any((folder / name).is_file() for name in (*TOKENIZERS, SOURCE_PIECES))
    if not (has_tokenizer and (folder / MODEL).is_file()):
        raise ValueError(f"it has no {MODEL}, or no tokenizer ({', '.join((*TOKENIZERS, SOURCE_PIECES))})")
    return InstalledPackage(metadata, folder)
