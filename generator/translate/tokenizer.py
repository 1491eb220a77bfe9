"""Sentences to the pieces a model knows, and back, as argostranslate does both."""

from __future__ import annotations

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
    """The tokenizer of nearly all packages.

    Raises:
        RuntimeError, OSError: the file is damaged or can't be read.
    """

    def __init__(self, path: Path) -> None:
        # Here and not above: most runs find every sentence in the memory.
        import sentencepiece

        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(path))

    @property
    def pieces(self) -> set[str]:
        """What it cuts words into, without the marks and bytes that a model may lack."""
        one = self._processor
        left_out = (one.is_unknown, one.is_control, one.is_unused, one.is_byte)
        ids = (id_ for id_ in range(one.get_piece_size()) if not any(is_one(id_) for is_one in left_out))
        return {one.id_to_piece(id_) for id_ in ids}

    def encode(self, sentence: str) -> list[str]:
        """Cut a sentence into pieces."""
        tokens: list[str] = self._processor.encode(sentence, out_type=str)
        return tokens

    def decode(self, tokens: list[str]) -> str:
        """Join pieces to a sentence, and words of the source that stayed as they were."""
        text: str = self._processor.decode_pieces(tokens)
        return text.replace("▁", " ")


class TwoSentencePieces:
    """The tokenizers of a model that has one for each language, as those of OPUS-MT.

    Raises:
        RuntimeError, OSError, ValueError: a file is damaged or can't be read.
    """

    def __init__(self, folder: Path) -> None:
        self._source = SentencePieces(folder / SOURCE_PIECES)
        self._target = SentencePieces(folder / TARGET_PIECES)
        config = folder / "model" / "config.json"
        adds_end = config.is_file() and parse_json(config.read_bytes()).get("add_source_eos")
        self._end = [] if adds_end else [END]

    def encode(self, sentence: str) -> list[str]:
        """Cut a sentence into pieces, and end it unless the model does that itself."""
        return [*self._source.encode(sentence), *self._end]

    def decode(self, tokens: list[str]) -> str:
        """Join pieces to a sentence."""
        return self._target.decode([token for token in tokens if token != END])


def load_tokenizer(folder: Path, source: str, target: str) -> Tokenizer:
    """Load the tokenizer of an installed package.

    Raises:
        PackageError: it is of the kind that argostranslate reads, which is not there.
        RuntimeError, OSError: its file is damaged or can't be read.
    """
    if (folder / SENTENCEPIECE).is_file():
        return SentencePieces(folder / SENTENCEPIECE)
    if (folder / SOURCE_PIECES).is_file():
        return TwoSentencePieces(folder)
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
