"""What an editor's page would load from other hosts: the site's content security policy stops it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.content.files import read_text
from generator.errors import InputError
from generator.model import Issue, Severity

ADDRESS = r"\s{0,9}[\"'<]?\s{0,9}(?:https?:)?//([^\s\"'<>)/]{1,99})"
LOADS = re.compile(
    rf"!\[[^\]\n]{{0,300}}\]\({ADDRESS}"
    rf"|<(?:img|script|iframe|video|audio|source|embed|object|link)\b[^>]{{0,500}}?\b(?:src|srcset|href|data)={ADDRESS}",
    re.IGNORECASE,
)
MERMAID = re.compile(r" {0,3}(?:```|~~~)\s?mermaid\b")
"""Diagrams that Material draws with a program it fetches."""


def check_pages(content: Path) -> Iterator[Issue]:
    """Yield for each page what it would load from elsewhere."""
    for path in sorted(content.rglob("*.md")):
        if any(part.startswith(".") for part in path.relative_to(content).parts):
            continue
        place = f"{content.name}/{path.relative_to(content).as_posix()}"
        try:
            text = read_text(path, place)
        except InputError:  # said where it is used
            continue
        for line, host in foreign_loads(text):
            yield Issue(
                Severity.WARNING,
                f"{place}:{line}",
                f"loads from {host}, which the site does not allow: readers don't see it",
                "put a copy into content/assets/ and name that",
            )


def foreign_loads(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that load something from another host, with the host."""
    for number, line in enumerate(text.split("\n"), start=1):
        for match in LOADS.finditer(line):
            yield number, match[1] or match[2]
        if MERMAID.match(line):
            yield number, "where Material has mermaid from"
