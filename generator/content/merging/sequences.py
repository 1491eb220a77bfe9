"""Three-way merge of sequences: the items of a list, the words of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.same_lines import same_lines


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
