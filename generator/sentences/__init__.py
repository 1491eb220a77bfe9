"""Sentences: where they end, how they are joined, and quoted."""

from generator.sentences.quote import (
    RANK,
    ROUGH_END,
    first_sentence,
    rough_sentences,
    sentence_around,
    shorten,
)
from generator.sentences.split import (
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
    "find_sentences",
    "first_sentence",
    "join_sentences",
    "place_sentences",
    "rough_sentences",
    "sentence_around",
    "shorten",
    "split_sentences",
]
