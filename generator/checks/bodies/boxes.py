"""Boxes (admonitions, `!!!`, and those that open, `???`) whose text does not stand inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.bodies.body import TAB, Body, Mistake, indent_of

BOX = re.compile(r"\s*(?:!!!|\?{3}\+?) ?[\w-]+(?: +[\w-]+)*(?: +\"(?P<title>.*?)\")? *")
KINDS = (
    "abstract bug danger error example failure hint important info note question quote success tip warning"
).split()
ALMOST = re.compile(rf"\s*(?:!{{2,4}}|\?{{2,4}}\+?) ?(?:{'|'.join(KINDS)})\b")
HOW = "write its lines set in by four spaces"


def check_boxes(body: Body) -> Iterator[Mistake]:
    """Yield the boxes that are empty since what follows is not set in, and what is almost a box."""
    for number, line in enumerate(body.lines if "!!" in body.text or "??" in body.text else ()):
        box = BOX.fullmatch(line)
        if not box:
            if ALMOST.match(line):
                remedy = 'write !!! note, or !!! note "Title", in a line of its own'
                yield Mistake(number, "a box that is not written as one", remedy)
            continue
        following = body.next_line(number)
        if following is None or indent_of(body.lines[following]) >= indent_of(line) + TAB:
            continue
        # A box that has a title may have nothing else.
        is_next = following == number + 1
        if is_next or (box["title"] is None and not _is_code(body, number)):
            yield Mistake(following, f"the box {line.strip()} above is empty", HOW)


def _is_code(body: Body, number: int) -> bool:
    """Tell whether a box holds code, which checks do not see."""
    rest = range(number + 1, len(body.raw))
    below = next((body.raw[one] for one in rest if body.raw[one].strip()), "")
    return indent_of(below) >= indent_of(body.raw[number]) + TAB
