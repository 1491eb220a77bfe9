"""Sentences: where they end, how they are joined, quoted, and paired with those of a translation."""

from generator.language.sentences.align import align
from generator.language.sentences.quote import (
    RANK,
    ROUGH_END,
    first_sentence,
    rough_sentences,
    sentence_at,
    shorten,
)
from generator.language.sentences.split import (
    Sentence,
    find_sentences,
    join_sentences,
    place_sentences,
    split_sentences,
)

__all__ = [
    "RANK",
    "ROUGH_END",
    "Sentence",
    "align",
    "find_sentences",
    "first_sentence",
    "join_sentences",
    "place_sentences",
    "rough_sentences",
    "sentence_at",
    "shorten",
    "split_sentences",
]
