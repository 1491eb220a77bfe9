"""What an editor's page would load from other hosts: the site's content security policy stops it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.bodies.body import Body, Mistake
from generator.model import Severity

ADDRESS = r"\s{0,9}[\"'<]?\s{0,9}(?:https?:)?//([^\s\"'<>)/]{1,99})"
LOADS = re.compile(
    rf"!\[[^\]\n]{{0,300}}\]\({ADDRESS}"
    rf"|<(?:img|script|iframe|video|audio|source|embed|object|link)\b[^>]{{0,500}}?\b(?:src|srcset|href|data)={ADDRESS}",
    re.IGNORECASE,
)
MERMAID = re.compile(r" {0,3}(?:```|~~~)\s?mermaid\b")
"""Diagrams that Material draws with a program it fetches."""


def check_foreign(body: Body) -> Iterator[Mistake]:
    """Yield what a page would load from elsewhere."""
    for number, host in foreign_loads(body.text):
        problem = f"loads from {host}, which the site does not allow: readers don't see it"
        remedy = "put a copy into content/assets/ and name that"
        yield Mistake(number, problem, remedy, Severity.WARNING)


def foreign_loads(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that load something from another host, counted from 0, with the host."""
    may_load = "//" in text or "mermaid" in text
    for number, line in enumerate(text.split("\n") if may_load else ()):
        for match in LOADS.finditer(line):
            yield number, match[1] or match[2]
        if MERMAID.match(line):
            yield number, "where Material has mermaid from"
