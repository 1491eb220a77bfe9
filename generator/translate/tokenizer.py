"""Sentences to the pieces a model knows, and back, as argostranslate does both."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from generator.errors import PackageError

SENTENCEPIECE = "sentencepiece.model"
BPE = "bpe.model"


class Tokenizer(Protocol):
    """What a package brings besides its model."""

    def encode(self, sentence: str) -> list[str]:
        """Cut a sentence into pieces."""

    def decode(self, tokens: list[str]) -> str:
        """Join pieces to a sentence."""


class SentencePieces:
    """The tokenizer of nearly all packages.

    Args:
        path: its file.

    Raises:
        RuntimeError, OSError: the file is damaged or can't be read.
    """

    def __init__(self, path: Path) -> None:
        # Here and not above: most runs find every sentence in the memory.
        import sentencepiece

        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(path))

    def encode(self, sentence: str) -> list[str]:
        """Cut a sentence into pieces."""
        tokens: list[str] = self._processor.encode(sentence, out_type=str)
        return tokens

    def decode(self, tokens: list[str]) -> str:
        """Join pieces to a sentence; argostranslate has spaces for underscores too."""
        text: str = self._processor.decode_pieces(tokens)
        return text.replace("▁", " ").replace("_", " ")


def load_tokenizer(folder: Path, source: str, target: str) -> Tokenizer:
    """Load the tokenizer of an installed package.

    Raises:
        PackageError: it is of the kind that argostranslate reads, which is not there.
        RuntimeError, OSError: its file is damaged or can't be read.
    """
    if (folder / SENTENCEPIECE).is_file():
        return SentencePieces(folder / SENTENCEPIECE)
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
