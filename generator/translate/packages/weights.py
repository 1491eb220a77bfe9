"""Whether a model's file is whole, its vocabulary its own and its tokenizer for it, seen without running it.

CTranslate2 takes any vocabulary, and translates into gibberish with one of another model.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from generator.data_files import parse_json
from generator.translate.tokenizer import SENTENCEPIECE, SOURCE_PIECES, TARGET_PIECES, SentencePieces

WEIGHTS = "model.bin"
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
            rows = dict(_weights(file, os.fstat(file.fileno()).st_size))
        except (struct.error, UnicodeDecodeError) as error:
            raise ValueError(f"its {WEIGHTS} is cut, or no model") from error
    known: set[str] = set()
    for side, names in EMBEDDINGS.items():
        wanted = next((rows[name] for name in names if name in rows), None)
        words = _vocabulary(folder, side)
        known.update(words)
        if wanted and words and not 0 <= wanted - len(words) <= PADDING:
            raise ValueError(
                f"its vocabulary has {len(words)} words, its {WEIGHTS} {wanted}: it is another model's"
            )
    for name in (SENTENCEPIECE, SOURCE_PIECES, TARGET_PIECES) if known else ():
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


def _weights(file: IO[bytes], size: int) -> Iterator[tuple[str, int]]:
    """Yield the names of all weights with their rows; fails where the file ends too early or too late."""
    version = _number(file, "I")
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


def _vocabulary(folder: Path, side: str) -> list[str]:
    """Return the words a model knows, as CTranslate2 finds them; none where they are elsewhere."""
    for name in (f"{side}_vocabulary", "shared_vocabulary"):
        if (path := folder / f"{name}.json").is_file():
            words = parse_json(path.read_bytes())
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                raise ValueError(f"its {path.name} is no list of words")
            return words
        if (path := folder / f"{name}.txt").is_file():
            return path.read_bytes().rstrip(b"\n").decode(errors="replace").split("\n")
    return []
