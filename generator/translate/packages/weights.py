"""Whether a model's file is whole, its vocabulary its own and its tokenizer for it, seen without running it.

CTranslate2 takes any vocabulary, and translates into gibberish with one of another model.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from generator.data_files import parse_json
from generator.translate.tokenizer import SENTENCEPIECE, SOURCE_PIECES, TARGET_PIECES, SentencePieces

WEIGHTS = "model.bin"
CONFIG = "config.json"
CONFIG_SINCE = 6
"""The version that has such a file beside it; before, all was in the weights."""
VERSIONS = range(2, 100)
"""Of the format."""
ALIASES_SINCE = 3
"""The version that has further names for weights."""
TYPES_SINCE = 4
"""The version that tells how many bytes weights take; before, it told how many each number takes."""
MOST = 100_000
"""Weights of a model: large ones have a thousand."""
MAX_DIMENSIONS = 8
PADDING = 128
"""Rows that a model may have more than words: some are made longer, to a round number."""
EMBEDDINGS = {
    "source": ("encoder/embeddings_0/weight", "encoder/embeddings/weight"),
    "target": ("decoder/embeddings/weight",),
}
"""Weights that have a row for each word of a vocabulary."""
OWN = 0.9
"""Share of a tokenizer's pieces that its model's vocabulary has at least: 0.999 where they belong together,
0.5 to 0.8 where two were learned from halves of the same texts."""


def check_model(folder: Path) -> None:
    """Check the files of a model, and the tokenizers beside their folder.

    Args:
        folder: holds `model.bin` and the vocabulary.

    Raises:
        ValueError: what is wrong with them, in words.
        OSError: one can't be read.
    """
    with (folder / WEIGHTS).open("rb") as file:
        try:
            version = _number(file, "I")
            rows = dict(_weights(file, version, os.fstat(file.fileno()).st_size))
        except (struct.error, UnicodeDecodeError) as error:
            raise ValueError(f"its {WEIGHTS} is cut, or no model") from error
    if version >= CONFIG_SINCE and not isinstance(_json(folder / CONFIG), dict):
        raise ValueError(f"its {CONFIG} is no table")
    words = {side: read_vocabulary(folder, side) for side in EMBEDDINGS}
    for side, names in EMBEDDINGS.items():
        wanted = next((rows[name] for name in names if name in rows), None)
        if wanted and not 0 <= wanted - len(words[side]) <= PADDING:
            raise ValueError(
                f"its vocabulary has {len(words[side])} words, its {WEIGHTS} {wanted}: it is another model's"
            )
    source, target = (set(words[side]) for side in ("source", "target"))
    for name, known in ((SENTENCEPIECE, source | target), (SOURCE_PIECES, source), (TARGET_PIECES, target)):
        if (path := folder.parent / name).is_file():
            _check_tokenizer(path, known)


def _check_tokenizer(path: Path, vocabulary: set[str]) -> None:
    try:
        pieces = SentencePieces(path).pieces
    except (RuntimeError, OSError, UnicodeDecodeError) as error:
        raise ValueError(f"its {path.name} is damaged, or no tokenizer") from error
    if len(pieces & vocabulary) < OWN * len(pieces):
        raise ValueError(
            f"its vocabulary lacks pieces that {path.name} cuts words into: one is another model's"
        )


def _weights(file: IO[bytes], version: int, size: int) -> Iterator[tuple[str, int]]:
    """Yield the names of all weights with their rows; fails where the file ends too early or too late."""
    if version not in VERSIONS:
        raise ValueError(f"its {WEIGHTS} is no model of CTranslate2")
    _text(file)
    _number(file, "I")
    rows: dict[str, int] = {}
    for _ in range(_count(file)):
        name = _text(file)
        dimensions = _number(file, "B")
        shape = [_number(file, "I") for _ in range(min(dimensions, MAX_DIMENSIONS + 1))]
        unit = 1 if version >= TYPES_SINCE else 0
        kind = _number(file, "B")
        length = _number(file, "I") * (unit or kind)
        if len(shape) > MAX_DIMENSIONS or file.seek(length, os.SEEK_CUR) > size:
            raise struct.error
        rows[name] = shape[0] if shape else 0
    yield from rows.items()
    for _ in range(_count(file) if version >= ALIASES_SINCE else 0):
        alias, name = _text(file), _text(file)
        yield alias, rows.get(name, 0)
    if not rows or file.tell() != size:
        raise struct.error


def _number(file: IO[bytes], kind: str) -> int:
    found: int = struct.unpack(f"<{kind}", file.read(struct.calcsize(f"<{kind}")))[0]
    return found


def _count(file: IO[bytes]) -> int:
    if (count := _number(file, "I")) > MOST:
        raise struct.error
    return count


def _text(file: IO[bytes]) -> str:
    length = _number(file, "H")
    text = file.read(length)
    if len(text) < length:
        raise struct.error
    return text.rstrip(b"\0").decode()


def read_vocabulary(folder: Path, side: str) -> list[str]:
    """Return the words a model knows, from the files that CTranslate2 reads.

    `side`: source or target.

    Raises:
        ValueError: there is none, or it is no list of words.
        OSError: it can't be read.
    """
    for name in (f"{side}_vocabulary", "shared_vocabulary"):
        if (path := folder / f"{name}.json").is_file():
            words = _json(path)
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                raise ValueError(f"its {path.name} is no list of words")
            return words
        if (path := folder / f"{name}.txt").is_file():
            return path.read_bytes().rstrip(b"\n").decode(errors="replace").split("\n")
    raise ValueError(f"it has no vocabulary beside its model ({side}_vocabulary or shared_vocabulary)")


def _json(path: Path) -> Any:
    if not path.is_file():
        raise ValueError(f"it has no {path.name}")
    try:
        return parse_json(path.read_bytes())
    except ValueError as error:
        raise ValueError(f"its {path.name} can't be read ({error})") from error
