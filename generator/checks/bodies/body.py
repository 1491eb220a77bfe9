"""A page's Markdown as its checks read it: line by line, without what stands in code and comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.content import front_matter
from generator.content.body import CODE_FENCE
from generator.model import Entry, Severity

TAB = 4
"""Columns by which a block inside another is set in."""
CONTAINER = re.compile(r" {0,3}(?:[-*+] |\d{1,9}[.)] |!!!|\?\?\?|\[\^[^\]]*\]:|:\s|===)")
"""Opens a block that what is set in below belongs to: a list, a box, a note, a definition."""
LITERAL = re.compile(r"<(pre|script|style)\b", re.IGNORECASE)
ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+.!<^-]")
TICKS = re.compile(r"`+")
UNLIKE_PROSE = re.compile(r"[`~<\\\t]|^ {4}", re.MULTILINE)
"""What no code, comment or escaped sign is without."""
UNSEEN = "\0"
"""Stands for a character that means nothing."""
OPENS_COMMENT, CLOSES_COMMENT = "<!--", "-->"


@dataclass(frozen=True)
class Mistake:
    """Something that a reader would see wrong."""

    line: int
    """Counted from 0 in the body."""
    problem: str
    remedy: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True)
class Body:
    """The text below a page's front matter."""

    text: str
    first_line: int
    """Of the file, counted from 1."""
    entry: Entry | None = None
    """Of the page; None when it is no entry's."""
    baseline: Entry | None = None
    """The entry as the generator last wrote it."""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines; empty where they are code or a comment, blotted out where a part of them is."""
        return tuple(_shown(self.raw) if UNLIKE_PROSE.search(self.text) else self.raw)

    @cached_property
    def raw(self) -> list[str]:
        """The lines as they are."""
        return self.text.split("\n")

    def next_line(self, number: int) -> int | None:
        """Return the number of the next line that is not blank."""
        rest = range(number + 1, len(self.lines))
        return next((one for one in rest if self.lines[one].strip()), None)


def body_of(text: str, entry: Entry | None = None, baseline: Entry | None = None) -> Body:
    """Take a page's text apart.

    `entry`: that the page holds, if it holds one.
    """
    page = front_matter.cut(text)
    if page is None:
        return Body(text, 1, entry, baseline)
    above = page.opening + page.header + page.closing
    return Body(page.body, above.count("\n") + 1, entry, baseline)


def indent_of(line: str) -> int:
    """Return by how many columns a line is set in."""
    expanded = line.expandtabs(TAB)
    return len(expanded) - len(expanded.lstrip(" "))


def _shown(lines: list[str]) -> Iterator[str]:
    closes, is_contained, was_blank, was_code = "", False, True, False
    for line in lines:
        stripped = line.strip()
        if closes:
            is_end = stripped == closes if closes[0] in "`~" else closes in line.lower()
            closes = "" if is_end else closes
            yield ""
            continue
        if fence := CODE_FENCE.match(stripped):
            closes = fence[1]
            yield ""
            continue
        if stripped and indent_of(line) < TAB:
            is_contained = bool(CONTAINER.match(line)) or (is_contained and not was_blank)
        # After a blank line, what is set in and belongs to no block is code.
        is_code = indent_of(line) >= TAB and not is_contained and (was_blank or was_code)
        if is_code and stripped:
            was_blank, was_code = False, True
            yield ""
            continue
        was_blank, was_code = not stripped, was_code and not stripped
        shown = _without_code(_without_comments(ESCAPED.sub(_blank, line)))
        if literal := LITERAL.search(shown):
            end = f"</{literal[1].lower()}"
            closes = "" if end in shown.lower() else end
            shown = shown[: literal.start()]
        elif OPENS_COMMENT in shown:
            closes, shown = CLOSES_COMMENT, shown[: shown.index(OPENS_COMMENT)]
        yield shown


def _without_comments(line: str) -> str:
    start = line.find(OPENS_COMMENT)
    while start >= 0 and (end := line.find(CLOSES_COMMENT, start)) >= 0:
        end += len(CLOSES_COMMENT)
        line = line[:start] + " " * (end - start) + line[end:]
        start = line.find(OPENS_COMMENT, end)
    return line


def _without_code(line: str) -> str:
    """Blank out what stands between two runs of as many backticks."""
    runs = [(match.start(), match.end()) for match in TICKS.finditer(line)]
    later = Counter(end - start for start, end in runs)
    pieces, reached, opened = [], 0, (0, 0)
    for start, end in runs:
        length = end - start
        later[length] -= 1
        if opened[1] and opened[1] - opened[0] == length:
            pieces += [line[reached : opened[0]], UNSEEN * (end - opened[0])]
            reached, opened = end, (0, 0)
        elif not opened[1] and later[length]:
            opened = (start, end)
    return "".join((*pieces, line[reached:]))


def _blank(match: re.Match[str]) -> str:
    return UNSEEN * len(match[0])
