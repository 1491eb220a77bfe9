"""The real package, with what the product's engine has no use for: hypotheses, prefixes, attention."""

from __future__ import annotations

import zipfile
from pathlib import Path

import ctranslate2
import sentencepiece

from tests.models import fetch_model

OPTIONS = {"beam_size": 4, "length_penalty": 0.2, "replace_unknowns": True, "max_decoding_length": 512}


class Model:
    """translate-zh_en 1.9, unpacked into a folder."""

    def __init__(self, folder: Path) -> None:
        with zipfile.ZipFile(fetch_model()) as archive:
            archive.extractall(folder)
        (package,) = folder.iterdir()
        self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
        self._translator = ctranslate2.Translator(str(package / "model"), device="cpu", intra_threads=2)
        self.asked = 0

    def encode(self, text: str) -> list[str]:
        return self._pieces.encode(text, out_type=str)

    def decode(self, pieces: list[str]) -> str:
        text = self._pieces.decode_pieces(pieces).replace("▁", " ").replace("_", " ")
        return " ".join(text.split())

    def run(self, sentences: list[str], prefixes: list[list[str]] | None = None, **options):
        self.asked += len(sentences)
        pieces = [self.encode(sentence) for sentence in sentences]
        return self._translator.translate_batch(pieces, target_prefix=prefixes, **{**OPTIONS, **options})

    def translate(self, sentences: list[str]) -> list[str]:
        return [self.decode(result.hypotheses[0]) for result in self.run(sentences)] if sentences else []
