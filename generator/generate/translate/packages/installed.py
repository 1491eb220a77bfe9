"""The packages on this machine."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import PackageError
from generator.generate.translate.packages.library import load_argos
from generator.generate.translate.packages.metadata import Metadata, parse_metadata
from generator.model import Language

if TYPE_CHECKING:
    from argostranslate.package import Package

MODEL = "model/model.bin"
TOKENIZERS = ("sentencepiece.model", "bpe.model")
"""A package has one of them."""


def package_folder() -> Path:
    """Return the folder packages are installed into, as argostranslate has it.

    The environment is read at each call; argostranslate reads it once.

    Raises:
        PackageError: argostranslate can't be loaded.
    """
    given = os.environ.get("ARGOS_PACKAGES_DIR")
    return Path(given) if given else Path(load_argos().settings.package_data_dir)


def find_package(source: Language, target: Language) -> Package | None:
    """Return the installed package for a pair of languages; with several, the highest version.

    Folders that hold no complete package are passed over.

    Raises:
        PackageError: argostranslate can't be loaded, or the folder of packages can't be read.
    """
    found = [
        (metadata.order, folder)
        for folder in _folders(package_folder())
        if (metadata := _read(folder)) and metadata.pair == (source, target)
    ]
    return load_argos().package.Package(max(found)[1]) if found else None


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


def _read(folder: Path) -> Metadata | None:
    """Read the metadata of an installed package; None where something is missing."""
    try:
        metadata = parse_metadata(json.loads((folder / "metadata.json").read_bytes()))
    except (OSError, ValueError):
        return None
    has_tokenizer = any((folder / name).is_file() for name in TOKENIZERS)
    return metadata if has_tokenizer and (folder / MODEL).is_file() else None
