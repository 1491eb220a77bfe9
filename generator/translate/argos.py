"""The engine: an installed Argos package, run by CTranslate2.

`argostranslate.translate` is never imported: it needs PyTorch and Stanza, asks the network for
Stanza's resources, and joins the sentences it was given, so that the alignment is lost.
"""

from __future__ import annotations

import logging
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.errors import PackageError
from generator.language.letters import todays_letters
from generator.language.sentences.split import join_sentences
from generator.model import ENGLISH, Language
from generator.translate.arithmetic import SAMPLE, USUAL, fastest
from generator.translate.engine import EngineOutput
from generator.translate.packages import InstalledPackage
from generator.translate.tokenizer import SentencePieces, Tokenizer, load_tokenizer
from generator.translate.unexpected import Reader, Unexpected

if TYPE_CHECKING:
    from ctranslate2 import Translator

# As in argostranslate.translate, so that the text is the one Argos users get.
BEAM_SIZE = 4
LENGTH_PENALTY = 0.2

BATCH_SIZE = 16
"""Sentences CTranslate2 works on at a time, in each thread. 32 took 6 % less time and half as much memory
again."""

CHUNK = 2_000
"""Sentences cut into tokens at a time: what bounds the memory."""

MOST_THREADS = 8
"""Each needs some 150 MB besides the model they share."""

LONGEST_SENTENCE = 250
"""Tokens. A longer sentence is translated in parts: the models know 512 positions, some 1024, and the
translation may need twice as many tokens as the sentence."""

LONGEST_TRANSLATION = 510
"""Tokens. CTranslate2 cuts silently at 256 unless told otherwise; what reaches this went round in circles."""

SPACED_ENDING = re.compile(r"(?<=\w) (['’]) (?=(?:s|t|d|m|re|ve|ll)\b)")
"""What models put that learned from texts cut into words: "China ' s"."""

logger = logging.getLogger(__name__)

FAILURES = (RuntimeError, ValueError, OSError, MemoryError, LookupError)
"""What CTranslate2 and the tokenizers raise when a file is damaged or memory runs out."""

Tokens = list[str]


BREAKS = (
    re.compile(r"(?<=[.!?;:])\s+|(?<=[。！？；：])"),
    re.compile(r"(?<=[,–—])\s+|(?<=[，、])"),
    re.compile(r"\s+"),
)
"""Where a sentence is best cut, best first: between sentences, between clauses, between words."""


@dataclass(frozen=True)
class Hypothesis:
    """What the model puts for one sequence of tokens."""

    tokens: Tokens
    log_probability: float
    """Of the whole."""
    steps: int
    """Decisions it is the sum of: the tokens, and the mark that ends them where there is one."""


class ArgosEngine:
    """Runs one installed package; the model is loaded when first needed.

    `cache`: folder to keep in what was measured of this processor; None: nothing is measured.
    """

    def __init__(
        self, package: InstalledPackage, threads: int | None = None, cache: Path | None = None
    ) -> None:
        self._metadata = package.metadata
        self.source = Language(package.metadata.source)
        self.target = Language(package.metadata.target)
        self.package = package.metadata.title
        self._folder = package.folder
        self._threads = threads or min(_processors(), MOST_THREADS)
        self._cache = cache
        self._loaded: tuple[Translator, Tokenizer] | None = None

    def translate(self, sentences: Sequence[str]) -> list[EngineOutput]:
        """Translate each sentence on its own, all in batches of the same length.

        A sentence of more than LONGEST_SENTENCE tokens is translated in parts, which are joined.

        Returns:
            One translation for each sentence, in the same order; an empty one for a blank sentence.

        Raises:
            PackageError: the package can't be loaded, or its model crashed.
        """
        translations = [EngineOutput("")] * len(sentences)
        wanted = [index for index, sentence in enumerate(sentences) if sentence.strip()]
        # Alike in length, so that a chunk has many sentences of the same number of tokens; the longest
        # first, so that what would run out of memory does so at once.
        wanted.sort(key=lambda index: len(sentences[index]), reverse=True)
        for start in range(0, len(wanted), CHUNK):
            chunk = wanted[start : start + CHUNK]
            done = self._translate_chunk([sentences[index] for index in chunk])
            for index, translation in zip(chunk, done, strict=True):
                translations[index] = translation
        return translations

    def alternatives(self, sentence: str, count: int) -> list[EngineOutput]:
        """Translate a sentence in several ways, the likeliest first; one alone where it is cut into parts.

        `count`: how many ways are looked for; those that read alike are one.

        Raises:
            PackageError: the package can't be loaded, or its model crashed.
        """
        if not sentence.strip():
            return []
        translator, tokenizer = self._loaded = self._loaded or self._load([sentence])
        prefix = self._metadata.target_prefix
        try:
            parts = _parts(todays_letters(sentence), tokenizer)
            if len(parts) > 1:
                return self.translate([sentence])
            (answer,) = self._start(translator, parts, prefix, count)
            made = [self._join([one], tokenizer) for one in _hypotheses(answer.result(), prefix)]
        except FAILURES as error:
            raise self._failure(f"failed while translating ({_reason(error)})") from error
        return list({one.text: one for one in reversed(made)}.values())[::-1]

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Unexpected | None]:
        """Return for each sentence and its translation where the model expects other words.

        Raises:
            PackageError: the package can't be loaded or is of an older kind, or its model crashed.
        """
        translator, tokenizer = self._loaded = self._loaded or self._load([])
        if not isinstance(tokenizer, SentencePieces):
            # Its pieces tell otherwise where words begin.
            remedy = "install a newer version, or leave out --by-engine"
            raise PackageError(str(self._folder), "is of an older kind, which reads no translations", remedy)
        prefix = [self._metadata.target_prefix] if self._metadata.target_prefix else []
        reader = Reader(translator, tokenizer, self._folder / "model", prefix)
        try:
            with ThreadPoolExecutor(self._threads) as pool:
                return list(pool.map(lambda pair: reader.read(todays_letters(pair[0]), pair[1]), pairs))
        except FAILURES as error:
            raise self._failure(f"failed while reading ({_reason(error)})") from error

    def _translate_chunk(self, sentences: list[str]) -> list[EngineOutput]:
        translator, tokenizer = self._loaded = self._loaded or self._load(sentences)
        try:
            parts = [_parts(todays_letters(sentence), tokenizer) for sentence in sentences]
            found = iter(self._run(translator, [part for one in parts for part in one]))
            return [self._join([next(found) for _ in one], tokenizer) for one in parts]
        except FAILURES as error:
            raise self._failure(f"failed while translating ({_reason(error)})") from error

    def _load(self, sentences: list[str]) -> tuple[Translator, Tokenizer]:
        """Load the model with the arithmetic that is fastest for as many sentences as these."""
        logger.info("Loading %s", self._folder)
        translators: dict[str, Translator] = {}
        try:
            tokenizer = load_tokenizer(self._folder, *self._metadata.pair)

            def run(arithmetic: str) -> None:
                if arithmetic not in translators:
                    translators[arithmetic] = self._translator(arithmetic)
                self._run(translators[arithmetic], sample)

            chosen = USUAL
            if self._cache:
                # They stand by their length: these are neither long nor short.
                middle = sentences[len(sentences) // 2 :][:SAMPLE]
                sample = [_parts(sentence, tokenizer)[0] for sentence in middle]
                chosen = fastest(self._folder / "model", self._cache, run, len(sentences))
            return translators.get(chosen) or self._translator(chosen), tokenizer
        except (*FAILURES, ImportError) as error:
            raise self._failure(f"can't be loaded ({_reason(error)})") from error

    def _translator(self, arithmetic: str) -> Translator:
        # Here and not above: loading the library takes a while, and most runs find every sentence in
        # the memory.
        import ctranslate2

        return ctranslate2.Translator(
            str(self._folder / "model"),
            device="cpu",
            compute_type=arithmetic,
            # One batch on each processor: sharing one out among several leaves them waiting for each
            # other at every step.
            inter_threads=self._threads,
            intra_threads=1,
        )

    def _run(self, translator: Translator, sources: list[Tokens]) -> list[Hypothesis]:
        prefix = self._metadata.target_prefix
        running = [
            (batch, self._start(translator, [sources[index] for index in batch], prefix))
            for batch in batches([len(source) for source in sources], self._threads)
        ]
        found = {
            index: _hypotheses(answer.result(), prefix)[0]
            for batch, answers in running
            for index, answer in zip(batch, answers, strict=True)
        }
        return [found[index] for index in range(len(sources))]

    def _start(
        self, translator: Translator, sources: list[Tokens], prefix: str, hypotheses: int = 1
    ) -> list[Any]:
        """Hand over a batch; waits while all threads are busy and a few batches are in the queue."""
        answers: list[Any] = translator.translate_batch(
            sources,
            target_prefix=[[prefix]] * len(sources) if prefix else None,
            asynchronous=True,
            beam_size=max(BEAM_SIZE, hypotheses),
            num_hypotheses=hypotheses,
            length_penalty=LENGTH_PENALTY,
            max_input_length=0,
            max_decoding_length=LONGEST_TRANSLATION,
            replace_unknowns=True,
            return_scores=True,
        )
        return answers

    def _join(self, parts: list[Hypothesis], tokenizer: Tokenizer) -> EngineOutput:
        text = join_sentences([tokenizer.decode(part.tokens).strip() for part in parts], self.target)
        if self.target == ENGLISH:
            text = SPACED_ENDING.sub(r"\1", text)
        steps = sum(part.steps for part in parts)
        return EngineOutput(text, sum(part.log_probability for part in parts) / steps if steps else None)

    def _failure(self, problem: str) -> PackageError:
        return PackageError(
            str(self._folder),
            problem,
            f"install it again: chronology model install {self.source} {self.target}",
        )


def _parts(sentence: str, tokenizer: Tokenizer) -> list[Tokens]:
    tokens = tokenizer.encode(sentence)
    if len(tokens) <= LONGEST_SENTENCE:
        return [tokens]
    short = split_long(sentence, lambda part: len(tokenizer.encode(part)) <= LONGEST_SENTENCE)
    return [tokenizer.encode(part) for part in short]


def batches(lengths: Sequence[int], threads: int) -> Iterator[list[int]]:
    """Group sentences of the same length, the longest first.

    In a batch with shorter ones the padding would change the last bits of the sums, and with 8-bit
    numbers a few words in a hundred sentences: a translation would depend on its neighbours.

    Args:
        lengths: of the sentences, in tokens.
        threads: that batches are worked on in, at the same time; all get some of the sentences.

    Yields:
        Positions in `lengths`, at most BATCH_SIZE.
    """
    alike: dict[int, list[int]] = defaultdict(list)
    for index, length in enumerate(lengths):
        alike[length].append(index)
    size = min(BATCH_SIZE, -(-len(lengths) // threads))
    for _, indices in sorted(alike.items(), reverse=True):
        for start in range(0, len(indices), size):
            yield indices[start : start + size]


def _hypotheses(result: Any, prefix: str) -> list[Hypothesis]:
    """Return what a model puts for a sequence, the likeliest first."""
    return [_hypothesis(*one, prefix) for one in zip(result.hypotheses, result.scores, strict=True)]


def _hypothesis(tokens: Tokens, score: float, prefix: str) -> Hypothesis:
    # CTranslate2 adds the logarithms and divides by a power of the number of tokens, the end mark
    # counted; it is absent when the translation was cut.
    length = len(tokens) + (len(tokens) < LONGEST_TRANSLATION)
    # The prefix names the target language to a model with several; it is not part of the text, and
    # was given, not chosen.
    given = 1 if prefix and tokens[:1] == [prefix] else 0
    return Hypothesis(tokens[given:], score * length**LENGTH_PENALTY, length - given)


def _processors() -> int:
    """Count those this process may use: in a container, fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def split_long(sentence: str, fits: Callable[[str], bool]) -> list[str]:
    """Halve a sentence until every part fits; joined, the parts have all of its words, in order.

    `fits`: tells whether the model takes a part whole.

    Returns:
        The parts without space around them; the sentence itself when it fits. A single character is
        returned even if it does not fit.
    """
    if len(sentence) < 2 or fits(sentence):
        return [sentence]
    place = _place(sentence)
    halves = (sentence[:place].strip(), sentence[place:].strip())
    return [part for half in halves if half for part in split_long(half, fits)]


def _place(sentence: str) -> int:
    """Return where to cut: at the best kind of break in the middle half, the one nearest the middle."""
    middle = len(sentence) / 2
    for breaks in BREAKS:
        places = [found.end() for found in breaks.finditer(sentence)]
        near = [place for place in places if middle / 2 < place < middle * 1.5]
        if near:
            return min(near, key=lambda place: abs(place - middle))
    return len(sentence) // 2
