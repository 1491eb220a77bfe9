"""Numbers survive: 1,5 ↔ 1.5, 10.000 ↔ 10,000, "zwei" ↔ 2, "30." ↔ "30th", 17 Uhr ↔ 5 p.m."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.pairs.number_words import plain_number
from generator.checks.pairs.pair import Check, Knowledge, PairText, differences
from generator.checks.pairs.quantities import quantities
from generator.checks.pairs.words import words_of
from generator.model import Language, Severity


def _numbers(pair: PairText, _: Knowledge) -> Iterator[str]:
    source = quantities(pair.source, pair.source_language)
    target = quantities(pair.target, pair.target_language)
    lost = [number.surface for number in source.missing_in(target)]
    added = [number.surface for number in target.missing_in(source)]
    if not lost and not added:
        lost, added = _words_that_disagree(pair, source.values, target.values)
    yield from differences(lost, added)


def _words_that_disagree(
    pair: PairText, source_values: frozenset[str], target_values: frozenset[str]
) -> tuple[list[str], list[str]]:
    """Return numbers in words that only one text has, where both have such: "zwei" ↔ "three".

    Where one text alone has them the other may say the same without: "the two sides" ↔ "beide".
    """
    lost = _alone(pair.source, pair.source_language, target_values)
    added = _alone(pair.target, pair.target_language, source_values)
    return (lost, added) if lost and added else ([], [])


def _alone(text: str, language: Language, others: frozenset[str]) -> list[str]:
    return [
        word.surface
        for word in words_of(text)
        if (value := plain_number(word.folded, language)) and str(value) not in others
    ]


NUMBERS = Check("numbers", Severity.WARNING, "write the number of the source", _numbers)
