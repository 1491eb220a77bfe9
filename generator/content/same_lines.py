"""Which lines of a text stayed when it was changed.

Lines that stand once in both versions are found first, and difflib looks only between them: where half of a
long file are blank lines, it would compare each of them with all others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

Pair = tuple[int, int]


def same_lines(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return for each line that stayed its number in `old` and in `new`, both rising."""
    new_numbers = _once(new)
    both = [(number, new_numbers[line]) for line, number in _once(old).items() if line in new_numbers]
    found: dict[int, int] = {}
    start, new_start = 0, 0
    for number, new_number in [*longest_rise(both), (len(old), len(new))]:
        between = _pair_gap(old[start:number], new[new_start:new_number])
        found |= {start + one: new_start + other for one, other in between}
        if number < len(old):
            found[number] = new_number
        start, new_start = number + 1, new_number + 1
    return found


def _once(lines: Sequence[str]) -> dict[str, int]:
    """Return the lines that stand once, with their numbers."""
    counts = Counter(lines)
    return {line: number for number, line in enumerate(lines) if counts[line] == 1}


def longest_rise(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the most pairs whose second numbers rise as the first ones do."""
    ends: list[int] = []
    chains: list[tuple[Pair, int]] = []
    """Each pair with the place in this list of the one before it."""
    last: list[int] = []
    for pair in pairs:
        length = bisect_left(ends, pair[1])
        chains.append((pair, last[length - 1] if length else -1))
        ends[length : length + 1] = [pair[1]]
        last[length : length + 1] = [len(chains) - 1]
    rise = []
    at = last[-1] if last else -1
    while at >= 0:
        pair, at = chains[at]
        rise.append(pair)
    return rise[::-1]


def _pair_gap(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    pairs = [(number, number) for number in range(head)]
    matcher = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail])
    for start, new_start, size in matcher.get_matching_blocks():
        pairs += [(head + start + offset, head + new_start + offset) for offset in range(size)]
    return pairs + [(len(old) - left, len(new) - left) for left in range(tail, 0, -1)]


def _common(old: Iterable[str], new: Iterable[str]) -> int:
    """Count the lines that both begin with."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(old, new, strict=False)))


def merge_sequences(was: Sequence[str], mine: Sequence[str], new: Sequence[str]) -> list[str] | None:
    """Apply to one sequence what either side changed; None where both changed the same place.

    `was`: what both started from.
    """
    merged: list[str] = []
    was_at = my_at = new_at = 0
    in_mine, in_new = same_lines(was, mine), same_lines(was, new)
    in_all = [(place, in_mine[place], in_new[place]) for place in in_mine if place in in_new]
    for was_to, my_to, new_to in [*in_all, (len(was), len(mine), len(new))]:
        between = _resolve([*was[was_at:was_to]], [*mine[my_at:my_to]], [*new[new_at:new_to]])
        if between is None:
            return None
        merged += [*between, *mine[my_to : my_to + 1]]
        was_at, my_at, new_at = was_to + 1, my_to + 1, new_to + 1
    return merged


def _resolve(was: list[str], mine: list[str], new: list[str]) -> list[str] | None:
    if mine in (was, new):
        return new
    if new == was:
        return mine
    if not was:
        return new + mine
    for one, other in ((mine, new), (new, mine)):
        if (merged := _with_added(was, one, other)) is not None:
            return merged
    return _one_by_one(was, mine, new)


def _with_added(was: list[str], added: list[str], changed: list[str]) -> list[str] | None:
    """Put what one side only added to beside what the other made of the same place."""
    stayed = same_lines(was, added)
    if len(stayed) < len(was):
        return None
    first, last = stayed[0], stayed[len(was) - 1]
    if len(was) == len(changed):
        put = {stayed[place]: [item] for place, item in enumerate(changed)}
    elif last - first == len(was) - 1:
        put = {place: [] for place in range(first, last + 1)} | {first: changed}
    else:
        return None
    return [item for place, one in enumerate(added) for item in put.get(place, [one])]


def _one_by_one(was: list[str], mine: list[str], new: list[str]) -> list[str] | None:
    if not len(was) == len(mine) == len(new):
        return None
    merged = []
    for old, my, now in zip(was, mine, new, strict=True):
        if now not in (old, my) and my != old:
            return None
        merged.append(now if my == old else my)
    return merged
