"""Prints how well the generator finds things, beside its peers: `python -m tests.eval`.

python -m tests.eval                   all gold sets
python -m tests.eval --dates FILE      another set of dates; likewise --mentions, --links,
                                       --sentences, --pairs (named for their languages)
python -m tests.eval --mistakes        with every mistake
python -m tests.eval --pin             write the scores as floors; never lower than they were
python -m tests.eval --pin --lower     … even when lower
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.eval.floors import FLOORS, lowered, measure_all, pin
from tests.eval.measures import (
    Measured,
    measure_dates,
    measure_links,
    measure_mentions,
    measure_pairs,
    measure_sentences,
)

WIDTHS = (34, 26, 9, 9, 6, 6, 7)
HEAD = ("set", "finder", "precision", "recall", "right", "wrong", "missed")


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__)
    parser.add_argument("--dates", type=Path, metavar="FILE", action="append", default=[])
    parser.add_argument("--mentions", type=Path, metavar="FILE", action="append", default=[])
    parser.add_argument("--links", type=Path, metavar="FILE", action="append", default=[])
    parser.add_argument("--sentences", type=Path, metavar="FILE", action="append", default=[])
    parser.add_argument("--pairs", type=Path, metavar="FILE", action="append", default=[])
    parser.add_argument("--mistakes", action="store_true")
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--lower", action="store_true")
    chosen = parser.parse_args()
    others = (
        *((measure_dates, path) for path in chosen.dates),
        *((measure_mentions, path) for path in chosen.mentions),
        *((measure_links, path) for path in chosen.links),
        *((measure_sentences, path) for path in chosen.sentences),
        *((measure_pairs, path) for path in chosen.pairs),
    )
    measured = [row for measure, path in others for row in measure(path, True)] if others else measure_all()
    print(*_lines(measured, mistakes=chosen.mistakes), sep="\n")
    if not chosen.pin or others:
        return 0
    worse = lowered(measured)
    if worse and not chosen.lower:
        print(*worse, "Nothing pinned: add --lower to pin lower floors.", sep="\n", file=sys.stderr)
        return 1
    pin(measured)
    print(f"pinned in {FLOORS.name}")
    return 0


def _lines(measured: list[Measured], *, mistakes: bool) -> list[str]:
    lines = [_row(HEAD), _row("-" * width for width in WIDTHS)]
    for row in measured:
        score = row.score
        counts = (score.right, score.wrong, score.missed)
        lines.append(_row((row.gold, row.finder, f"{score.precision:.3f}", f"{score.recall:.3f}", *counts)))
        if mistakes and row.is_ours:
            lines += [f"    {line}" for line in row.mistakes]
    return lines


def _row(cells: object) -> str:
    return "  ".join(str(cell).ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()  # type: ignore[call-overload]


if __name__ == "__main__":
    sys.exit(main())
