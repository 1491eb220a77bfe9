"""Numbers survive: 1,5 ↔ 1.5, 10.000 ↔ 10,000, "zwei" ↔ 2, "30." ↔ "30th", 17 Uhr ↔ 5 p.m."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.pairs.chinese import CONVERTED
from generator.checks.pairs.length import may_leave_out
from generator.checks.pairs.pair import Check, Knowledge, PairText, differences, quoted
from generator.checks.pairs.quantities import counts, quantities
from generator.model import Severity


def _numbers(pair: PairText, _: Knowledge) -> Iterator[str]:
    if not counts(pair.source_language, pair.target_language):
        return
    source = quantities(pair.source, pair.source_language)
    target = quantities(pair.target, pair.target_language)
    if CONVERTED.search(pair.source + pair.target):
        return
    lost = [number.surface for number in source.missing_in(target)]
    added = [number.surface for number in target.missing_in(source)]
    # Where one text alone has words for numbers the other may say the same without ("the two sides"),
    # unless it is short.
    words = source.words_missing_in(target), target.words_missing_in(source)
    if not lost and not added and any(words) and (all(words) or may_leave_out(pair)):
        lost, added = ([one.surface for one in side] for side in words)
    if copied := [number for number in lost if number in added]:
        yield f"{quoted(copied)} is written as in the source, but says another number here"
    yield from differences(*([one for one in side if one not in copied] for side in (lost, added)))


NUMBERS = Check("numbers", Severity.WARNING, "write the number of the source", _numbers)
