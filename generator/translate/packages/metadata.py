"""What a package says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

PATTERNS = {
    "from_code": r"[A-Za-z]{2,3}(-[A-Za-z]{2,4})?",
    "to_code": r"[A-Za-z]{2,3}(-[A-Za-z]{2,4})?",
    "package_version": r"\d{1,6}(\.\d{1,6}){0,3}",
}
"""The values become part of file names, so nothing but codes and a version number will do."""


@dataclass(frozen=True)
class Metadata:
    """Which package it is."""

    source: str
    target: str
    version: str
    target_prefix: str = field(default="", compare=False)
    """The token that names the target language to a model with several."""

    @property
    def name(self) -> str:
        """What its file and its folder are called, `translate-de_en-1_3`."""
        return f"translate-{self.source}_{self.target}-{self.version.replace('.', '_')}"

    @property
    def pair(self) -> tuple[str, str]:
        """What it translates from and to."""
        return self.source, self.target

    @property
    def order(self) -> tuple[int, ...]:
        """The version, to compare."""
        return tuple(int(number) for number in self.version.split("."))


def parse_metadata(given: Any) -> Metadata:
    """Read the content of a metadata.json, or an entry of the index.

    Raises:
        ValueError: something is missing or malformed.
    """
    if not isinstance(given, dict):
        raise ValueError("not a table")
    for key, pattern in PATTERNS.items():
        if not re.fullmatch(pattern, str(given.get(key, "")), re.ASCII):
            raise ValueError(f"{key} is missing or malformed")
    source, target, version = (str(given[key]) for key in PATTERNS)
    prefix = given.get("target_prefix", "")
    return Metadata(source, target, version, prefix if isinstance(prefix, str) else "")
