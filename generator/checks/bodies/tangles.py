"""Brackets and tags that are opened and never closed, so many that reading the page would take for ever.

For each of them Markdown looks for its end through all that follows: a hundred thousand take hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.bodies.body import ESCAPED, Body, Mistake

MOST = 500
"""That may be open at a time: a page of prose has a handful, and reading so many takes no second."""
BRACKET = re.compile(r"[\[\]]")
LINK = re.compile(r"\]\(")
HALF_TAG = re.compile(r"<(?=[A-Za-z!?/])[^<>]*(?=<|\Z)")
REMEDY = "close them, or write \\ before each that is text"


def check_tangles(body: Body) -> Iterator[Mistake]:
    """Yield the paragraph or the tag from which on too much is open."""
    if all(body.text.count(opening) <= MOST for opening in ("[", "](", "<")):
        return
    number = 0
    for block in ESCAPED.sub("", body.text).split("\n\n"):
        for what, count in (("[", _deepest(block)), ("](", _open_links(block))):
            if count > MOST:
                yield Mistake(number, f"{count:,} times {what} is opened and not closed here", REMEDY)
        number += block.count("\n") + 2
    if (count := sum(1 for _ in HALF_TAG.finditer(body.text))) > MOST:
        line = body.text[: next(HALF_TAG.finditer(body.text)).start()].count("\n")
        yield Mistake(line, f"{count:,} tags begin with < and do not end", REMEDY)


def _deepest(block: str) -> int:
    depth = deepest = 0
    for bracket in BRACKET.finditer(block):
        depth = depth + 1 if bracket[0] == "[" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _open_links(block: str) -> int:
    return sum(part.count("(") >= part.count(")") for part in LINK.split(block)[1:])
