"""Installs a model as others publish it: a CTranslate2 folder with SentencePiece files, such as OPUS-MT's.

Such a folder does not say which languages it is for, and has a tokenizer for each of the two.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.errors import PackageError, WriteError, os_error_as
from generator.model import Language
from generator.translate.packages.fetch import WRITE_REMEDY
from generator.translate.packages.installation import NEW, put_in_place, staging
from generator.translate.packages.installed import METADATA, TOKENIZERS, InstalledPackage, package_folder
from generator.translate.packages.package import Metadata, is_model_name
from generator.translate.packages.weights import WEIGHTS
from generator.translate.tokenizer import SOURCE_PIECES, TARGET_PIECES

VERSION = "1.0"
"""Of a model that comes without one, unless the user says which it is."""


def install_folder(folder: Path, source: Language, target: Language, version: str = "") -> InstalledPackage:
    """Install a model from its folder; nothing in it is run here.

    Args:
        folder: holds `model.bin`, a vocabulary, and `source.spm` with `target.spm` or `sentencepiece.model`.
        source: the language it translates from.
        target: and to.
        version: what to call it by, beside the folder's name.

    Raises:
        PackageError: something is missing there, or can't be read.
        WriteError: it can't be written.
    """
    name = folder.resolve().name
    if not is_model_name(name):
        raise PackageError(
            str(folder),
            "has a name that can't be a model's",
            "rename the folder to letters, digits and hyphens such as opus-mt-de-en",
        )
    files = dict(_files(folder))
    metadata = Metadata(source, target, version or VERSION, model=name)
    place = package_folder()
    with os_error_as(WriteError, place, "can't be written", WRITE_REMEDY):
        place.mkdir(parents=True, exist_ok=True)
        with staging(place) as unfinished:
            new = unfinished / NEW / name
            _copy(files, new)
            (new / METADATA).write_text(json.dumps(metadata.as_written) + "\n", encoding="utf-8")
            with (new / "model" / WEIGHTS).open("rb") as weights:
                sha256 = hashlib.file_digest(weights, "sha256").hexdigest()
            return put_in_place(unfinished, name, metadata, sha256)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield where each file that is needed goes in the package, and where it is."""
    with os_error_as(PackageError, folder, "can't be read", "check the folder's name and rights"):
        there = {path.name: path for path in folder.iterdir() if path.is_file()}
    vocabularies = [name for name in there if "vocabulary" in name]
    tokenizers = [name for name in TOKENIZERS if name in there]
    if not tokenizers and SOURCE_PIECES in there and TARGET_PIECES in there:
        tokenizers = [SOURCE_PIECES, TARGET_PIECES]
    for found, what in (
        ([WEIGHTS] if WEIGHTS in there else [], WEIGHTS),
        (vocabularies, "vocabulary beside its model"),
        (tokenizers, f"tokenizer ({SOURCE_PIECES} with {TARGET_PIECES}, or {' or '.join(TOKENIZERS)})"),
    ):
        if not found:
            raise PackageError(
                str(folder),
                f"has no {what}",
                "give the folder of a CTranslate2 model with its SentencePiece files",
            )
    for name in (WEIGHTS, *vocabularies, *(["config.json"] if "config.json" in there else [])):
        yield f"model/{name}", there[name]
    for name in tokenizers:
        yield name, there[name]


def _copy(files: dict[str, Path], to: Path) -> None:
    (to / "model").mkdir(parents=True)
    for name, path in files.items():
        with os_error_as(PackageError, path, "can't be copied", "check its rights and the space on the disk"):
            shutil.copyfile(path, to / name)
