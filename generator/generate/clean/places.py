"""Where a line stands to others: distances, runs, and what is around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from generator.generate.clean.line_words import Floats

FAR = 60.0
"""Lines; what is farther away is as good as not there."""
BEYOND = 9.0
"""How much a line differs from one that is not there."""


def rows_of(columns: Iterable[NDArray[np.generic]]) -> Floats:
    """Return a table with a row to a column; `stack` takes three times as long."""
    rows = list(columns)
    return np.concatenate(rows).reshape(len(rows), -1)


def distances(found: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Return how many lines away the nearest one found is, above and below."""
    size = len(found)
    index = np.arange(size)
    last = np.maximum.accumulate(np.where(found, index, -size))
    nearest = np.minimum.accumulate(np.where(found, index, 2 * size)[::-1])[::-1]
    above = np.concatenate(([FAR], index[1:] - last[:-1]))
    below = np.concatenate((nearest[1:] - index[:-1], [FAR]))
    return np.minimum(above, FAR).astype(np.float32), np.minimum(below, FAR).astype(np.float32)


def segment_place(gains: Floats) -> tuple[Floats, Floats, Floats]:
    """Find the run of lines with the greatest sum, and say where each line stands to it.

    Returns:
        Whether it is inside, and the signed logarithms of its distances to the run's two ends.
    """
    sums = np.concatenate(([0.0], gains.cumsum()))
    lowest = np.minimum.accumulate(sums)
    end = int((sums - lowest).argmax())
    start = int(sums[: end + 1].argmin())
    index = np.arange(len(gains))
    inside = ((index >= start) & (index < end)).astype(np.float32)
    return inside, _signed(index - start), _signed(end - 1 - index)


def _signed(distance: NDArray[np.int64]) -> Floats:
    return (np.sign(distance) * np.log1p(np.abs(distance))).astype(np.float32)


def block_places(found: NDArray[np.bool_], worth: Floats, gap: int) -> dict[str, Floats]:
    """Say of each line how much of the page the block it stands in is, and where the greatest block is.

    Args:
        found: the lines that make blocks.
        worth: of each line.
        gap: so many other lines do not part a block.
    """
    size = len(found)
    (rows,) = found.nonzero()
    if not len(rows):
        nothing = np.zeros(size, np.float32)
        return {
            "block's share": nothing,
            "lines of block": nothing,
            "block to greatest": nothing,
            "to greatest block": np.full(size, FAR, np.float32),
        }
    parted = rows[1:] - rows[:-1] > gap + 1
    block = np.concatenate(([0], parted.cumsum()))
    first, last = rows[np.concatenate(([True], parted))], rows[np.concatenate((parted, [True]))]
    worths, lines = np.bincount(block, worth[rows]), np.bincount(block)
    greatest = int(worths.argmax())
    index = np.arange(size)
    own = np.maximum(first.searchsorted(index, side="right") - 1, 0)
    inside = (index >= first.take(own)) & (index <= last.take(own))
    away = np.minimum(index - first[greatest], 0) + np.maximum(index - last[greatest], 0)

    def of_block(values: NDArray[np.float64]) -> Floats:
        return np.where(inside, values.take(own), 0).astype(np.float32)

    return {
        "block's share": of_block(worths / max(worths.sum(), 1e-6)),
        "lines of block": of_block(np.log1p(lines)),
        "block to greatest": of_block(worths / max(worths[greatest], 1e-6)),
        "to greatest block": _signed(away),
    }


PERIODS = range(1, 8)


def likeness(columns: Mapping[str, Floats]) -> dict[str, Floats]:
    """Say how little the lines differ from those some lines on: teasers have the form of the next teaser."""
    forms = rows_of(
        [
            columns["words"],
            2 * columns["ends sentence"],
            columns["begins"] == 1,
            2 * (columns["digits"] > 0.1),
            columns["dates"] > 0,
            2 * columns["capitals"],
        ]
    )
    size = forms.shape[1]
    differ = []
    for period in PERIODS:
        one = np.full(size + period, BEYOND, np.float32)
        one[period:size] = np.add.reduce(np.abs(forms[:, period:] - forms[:, :-period]))
        sums = np.concatenate(([0.0], one.cumsum()))
        means = (sums[period:] - sums[:-period]) / period  # over `period` lines from each one on
        below = np.full(size, BEYOND)
        below[: max(size + 1 - period, 0)] = means[period : size + 1]
        differ.append(np.minimum(means[:size], below))
    return {
        "differs from next": differ[0].astype(np.float32),
        "differs from second": differ[1].astype(np.float32),
        "differs from third": differ[2].astype(np.float32),
        "differs from later": np.minimum.reduce(differ[3:]).astype(np.float32),
    }


def shifted(columns: Mapping[str, Floats], offsets: Sequence[int]) -> dict[str, Floats]:
    """Return for each line the values of those so many lines below it; -1 beyond the page."""
    table = rows_of(columns.values())
    size, reach = table.shape[1], max(map(abs, offsets))
    beyond = np.full((len(table), reach), -1, np.float32)
    padded = np.concatenate((beyond, table, beyond), axis=1)
    return {
        f"{name} at {offset:+d}": row[reach + offset : reach + offset + size]
        for name, row in zip(columns, padded, strict=True)
        for offset in offsets
    }


def means_around(columns: Mapping[str, Floats], widths: Mapping[int, Sequence[str]]) -> dict[str, Floats]:
    """Return for each line means over some lines above and below, as if 0 stood beyond the page.

    Args:
        columns: the features.
        widths: lines above and below, with the columns of which means are taken over so many.
    """
    rows = {name: row for row, name in enumerate(dict.fromkeys(chain(*widths.values())))}
    table = rows_of(columns[name] for name in rows)
    size = table.shape[1]
    sums = np.zeros((len(table), size + 1))
    table.cumsum(axis=1, dtype=np.float64, out=sums[:, 1:])
    index = np.arange(size)
    means: dict[str, Floats] = {}
    for width, names in widths.items():
        above = sums[:, :-1] - sums.take(np.maximum(index - width, 0), axis=1)
        below = sums.take(np.minimum(index + 1 + width, size), axis=1) - sums[:, 1:]
        for side, values in (("above", above), ("below", below)):
            mean = (values / width).astype(np.float32)
            means |= {f"{name} in {width} {side}": mean[rows[name]] for name in names}
    return means
