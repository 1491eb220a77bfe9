"""Installs a model as others publish it: a CTranslate2 folder with SentencePiece files, such as OPUS-MT's.

Such a folder does not say which languages it is for, and has a tokenizer for each of the two.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.errors import PackageError, os_error_as
from generator.model import Language
from generator.translate.packages.installation import NEW, put_in_place, staging
from generator.translate.packages.installed import METADATA, TOKENIZERS, InstalledPackage, package_folder
from generator.translate.packages.package import Metadata, is_model_name
from generator.translate.packages.weights import CONFIG, WEIGHTS, read_vocabulary
from generator.translate.tokenizer import SOURCE_PIECES, TARGET_PIECES

PIECES = (".spm", ".model")
"""How the files of SentencePiece end: `source.spm`, `src.spm.model`, `joint.spm.model`."""
SIDES = {SOURCE_PIECES: ("source", "src"), TARGET_PIECES: ("target", "tgt")}
"""How the file of each language begins."""
LANGUAGE = re.compile(r">>\S+<<|__[a-z]{2,3}__|[a-z]{3}_[A-Z][a-z]{3}|[a-z]{2}_[A-Z]{2}")
"""Words that name a language to a model with several: `>>deu<<` (OPUS-MT), `__de__`, `deu_Latn`, `de_DE`."""
COMMIT = re.compile(r"[0-9a-f]{40}")
"""What the cache of a hub calls a model's folder."""
CONVERT = (
    "name the folder that has it; one in its maker's format is converted first (ct2-transformers-converter)"
)
COPY_REMEDY = "check its rights and the space on the disk"
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
    # Not resolved: a link is named by who made it.
    name = folder.absolute().name
    if not is_model_name(name) or COMMIT.fullmatch(name):
        raise PackageError(
            str(folder),
            "has a name that can't be a model's",
            "rename the folder, or a link to it, to letters, digits and hyphens such as opus-mt-de-en",
        )
    files = dict(_files(folder))
    metadata = Metadata(source, target, version or VERSION, model=name)
    with staging(package_folder()) as unfinished:
        new = unfinished / NEW / name
        (new / "model").mkdir(parents=True)
        for to, path in files.items():
            with os_error_as(PackageError, path, "can't be copied", COPY_REMEDY):
                shutil.copyfile(path, new / to)
        _check_languages(new / "model", folder)
        (new / METADATA).write_text(json.dumps(metadata.as_written) + "\n", encoding="utf-8")
        return put_in_place(new, metadata)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield where each file that is needed goes in the package, and where it is."""
    with os_error_as(PackageError, folder, "can't be read", "check the folder's name and rights"):
        there = {path.name: path for path in sorted(folder.iterdir()) if path.is_file()}
    if WEIGHTS not in there:
        raise PackageError(str(folder), f"has no {WEIGHTS}, which a CTranslate2 model is in", CONVERT)
    tokenizers = _tokenizers(there)
    if not tokenizers:
        problem = "has no SentencePiece files for both languages (source.spm and target.spm, or one model)"
        raise PackageError(str(folder), problem, "copy those of the model that it was converted from")
    for name, path in there.items():
        if name in (WEIGHTS, CONFIG) or "_vocabulary." in name:
            yield f"model/{name}", path
    for name, found in tokenizers.items():
        yield name, there[found]


def _tokenizers(names: Iterable[str]) -> dict[str, str]:
    """Return what the tokenizer of each language, or that of both, is called in a package and here."""
    for name in TOKENIZERS:
        if name in names:
            return {name: name}
    pieces = [name for name in names if name.endswith(PIECES)]
    found = {side: [name for name in pieces if name.startswith(begins)] for side, begins in SIDES.items()}
    if len(pieces) == 1 and not any(found.values()):
        found = dict.fromkeys(SIDES, pieces)
    return {side: some[0] for side, some in found.items()} if all(found.values()) else {}


def _check_languages(model: Path, folder: Path) -> None:
    """Refuse a model that must be told in its input what to translate into: untold it puts any language."""
    with suppress(ValueError):  # Said with all that may be wrong with a model.
        told = [word for word in read_vocabulary(model, "source") if LANGUAGE.fullmatch(word)]
        if len(told) > 1:
            raise PackageError(
                str(folder),
                f"translates between several languages ({', '.join(told[:3])})",
                "give the folder of a model for this pair alone",
            )
