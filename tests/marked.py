"""Texts with their mentions marked as links, for tests: "said [Wu](wu-qian)"."""

import re

MARK = re.compile(r"\[([^\]]*)\]\(([a-z0-9-]+)\)")


def unmark(marked: str) -> str:
    """Return the text alone."""
    return MARK.sub(r"\1", marked)


def mark(text: str, places) -> str:
    """Return a text with places (`start`, `end`, `record`) marked in it."""
    parts, reached = [], 0
    for place in places:
        parts += [text[reached : place.start], f"[{text[place.start : place.end]}]({place.record})"]
        reached = place.end
    return "".join([*parts, text[reached:]])
