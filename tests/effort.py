"""Effort, counted in calls: the same on every machine, however busy it is.

What happens inside one call into C (a search with a pattern, a copy of a text) is not seen; tests that fear
that run a long text, which would not come to an end.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called, ours, the library's and those in C."""
    counted = 0
    inside = 0
    """How deep in slipcover, which measures coverage: what it does is no effort of ours."""

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal counted, inside
        if event == "call" and (inside or "slipcover" in frame.f_code.co_filename):
            inside += 1
        elif event == "return" and inside:
            inside -= 1
        elif event in ("call", "c_call") and not inside:
            counted += getattr(argument, "__module__", None) != "slipcover.probe"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


def is_linear(work: Callable[[int], object], small: int, large: int) -> bool:
    """Tell whether the effort grows with the size and not faster; a fifth is left for what is uneven."""
    work(small - 1)  # fills what is cached
    return calls(lambda: work(large)) <= 1.2 * (large / small) * calls(lambda: work(small))


def filled(piece: str, size: int) -> str:
    """Return a text of that many characters that repeats a piece."""
    return (piece * (size // len(piece) + 1))[:size]
