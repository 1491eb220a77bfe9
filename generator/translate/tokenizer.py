"""Sentences to the pieces a model knows, and back, as argostranslate does both."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from generator.data_files import parse_json
from generator.errors import PackageError

SENTENCEPIECE = "sentencepiece.model"
BPE = "bpe.model"
SOURCE_PIECES = "source.spm"
TARGET_PIECES = "target.spm"
END = "</s>"
"""Ends a sentence for the models that are told so in their input."""


class Tokenizer(Protocol):
    """What a package brings besides its model."""

    def encode(self, sentence: str) -> list[str]:
        """Cut a sentence into pieces."""

    def decode(self, tokens: list[str]) -> str:
        """Join pieces to a sentence."""


class SentencePieces:
    """The tokenizer of nearly all packages, or a model's two, as those of OPUS-MT have.

    Args:
        source: the file for the language translated from.
        target: that for the other; the same, if None.
        end: what each sentence ends with.

    Raises:
        RuntimeError, OSError: a file is damaged or can't be read.
    """

    def __init__(self, source: Path, target: Path | None = None, end: Sequence[str] = ()) -> None:
        # Here and not above: most runs find every sentence in the memory.
        from sentencepiece import SentencePieceProcessor

        self._source = SentencePieceProcessor(model_file=str(source))
        self._target = SentencePieceProcessor(model_file=str(target)) if target else self._source
        self._end = end

    @property
    def pieces(self) -> set[str]:
        """What the first cuts words into, without the marks and bytes that a model may lack."""
        one = self._source
        left_out = (one.is_unknown, one.is_control, one.is_unused, one.is_byte)
        ids = (id_ for id_ in range(one.get_piece_size()) if not any(is_one(id_) for is_one in left_out))
        return {one.id_to_piece(id_) for id_ in ids}

    def encode(self, sentence: str) -> list[str]:
        """Cut a sentence into pieces, and end it as the model wants."""
        return [*self._source.encode(sentence, out_type=str), *self._end]

    def decode(self, tokens: list[str]) -> str:
        """Join pieces to a sentence, and words of the source that stayed as they were."""
        text: str = self._target.decode_pieces([token for token in tokens if token not in self._end])
        return text.replace("▁", " ")


def load_tokenizer(folder: Path, source: str, target: str) -> Tokenizer:
    """Load the tokenizer of an installed package.

    Raises:
        PackageError: it is of the kind that argostranslate reads, which is not there.
        RuntimeError, OSError, ValueError: a file is damaged or can't be read.
    """
    if (folder / SENTENCEPIECE).is_file():
        return SentencePieces(folder / SENTENCEPIECE)
    if (folder / SOURCE_PIECES).is_file():
        config = folder / "model" / "config.json"
        adds_end = config.is_file() and parse_json(config.read_bytes()).get("add_source_eos")
        return SentencePieces(folder / SOURCE_PIECES, folder / TARGET_PIECES, () if adds_end else (END,))
    try:
        from argostranslate.tokenizer import BPETokenizer
    except ImportError as error:
        raise PackageError(
            str(folder),
            f"has a tokenizer that argostranslate reads, which can't be loaded ({error})",
            'run: pip install --no-deps "argostranslate>=1.11,<2"',
        ) from error
    tokenizer: Tokenizer = BPETokenizer(folder / BPE, source, target)
    return tokenizer
