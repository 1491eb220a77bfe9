"""The engine: an installed Argos package, run by CTranslate2.

`argostranslate.translate` is never imported: it needs PyTorch and Stanza, asks the network for
Stanza's resources, and joins the sentences it was given, so that the alignment is lost.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from generator.errors import PackageError
from generator.model import Language, TranslationBy

if TYPE_CHECKING:
    from argostranslate.package import Package
    from ctranslate2 import Translator

# As in argostranslate.translate, so that the text is the one Argos users get.
BEAM_SIZE = 4
LENGTH_PENALTY = 0.2

BATCH_SIZE = 32
"""Sentences CTranslate2 works on at a time."""

LONGEST_TRANSLATION = 512
"""Tokens. CTranslate2 cuts silently at 256 unless told otherwise; a long sentence has more."""

FAILURES = (RuntimeError, ValueError, OSError, MemoryError)
"""What CTranslate2 and the tokenizers raise when a file is damaged or memory runs out."""


class ArgosEngine:
    """Runs one installed package; the model is loaded when first needed.

    Args:
        package: an installed package, from `packages.find_package`.
        threads: CPU threads to use; all there are, if None.
    """

    def __init__(self, package: Package, threads: int | None = None) -> None:
        self._package = package
        self._threads = threads or os.cpu_count() or 1
        self._translator: Translator | None = None

    @property
    def source(self) -> Language:
        """The language of the sentences given."""
        return Language(self._package.from_code)

    @property
    def target(self) -> Language:
        """The language of the sentences returned."""
        return Language(self._package.to_code)

    @property
    def by(self) -> TranslationBy:
        """Who translates: the machine."""
        return TranslationBy.ARGOS

    @property
    def package(self) -> str:
        """The package with its version: `translate-de_en 1.3`."""
        return f"translate-{self.source}_{self.target} {self._package.package_version}"

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Translate each sentence on its own, all in one batch.

        Returns:
            One translation for each sentence, in the same order; "" for a blank sentence.

        Raises:
            PackageError: the package can't be loaded, or its model crashed.
        """
        wanted = [index for index, sentence in enumerate(sentences) if sentence.strip()]
        translations = [""] * len(sentences)
        if wanted:
            translator = self._load()
            try:
                done = self._run(translator, [sentences[index] for index in wanted])
            except FAILURES as error:
                raise self._failure(f"failed while translating ({_reason(error)})") from error
            for index, translation in zip(wanted, done, strict=True):
                translations[index] = translation
        return translations

    def _load(self) -> Translator:
        if self._translator is None:
            # Here and not above: loading the library takes a while, and most runs find every
            # sentence in the memory.
            try:
                import ctranslate2

                self._translator = ctranslate2.Translator(
                    str(self._package.package_path / "model"),
                    device="cpu",
                    compute_type="auto",
                    inter_threads=1,
                    intra_threads=self._threads,
                )
            except (*FAILURES, ImportError) as error:
                raise self._failure(f"can't be loaded ({_reason(error)})") from error
        return self._translator

    def _run(self, translator: Translator, sentences: list[str]) -> list[str]:
        tokenizer = self._package.tokenizer
        tokens = [tokenizer.encode(sentence) for sentence in sentences]
        prefix: str = self._package.target_prefix
        results = translator.translate_batch(
            tokens,
            target_prefix=[[prefix]] * len(tokens) if prefix else None,
            max_batch_size=BATCH_SIZE,
            batch_type="examples",
            beam_size=BEAM_SIZE,
            num_hypotheses=1,
            length_penalty=LENGTH_PENALTY,
            max_decoding_length=LONGEST_TRANSLATION,
            replace_unknowns=True,
        )
        return [_text(tokenizer, result.hypotheses[0], prefix) for result in results]

    def _failure(self, problem: str) -> PackageError:
        return PackageError(
            str(self._package.package_path),
            problem,
            f"install it again: chronology model install {self.source} {self.target}",
        )


def _text(tokenizer: Any, tokens: list[str], prefix: str) -> str:
    # The prefix names the target language to a model with several; it is not part of the text.
    if prefix and tokens[:1] == [prefix]:
        tokens = tokens[1:]
    text: str = tokenizer.decode(tokens)
    return text.strip()


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
