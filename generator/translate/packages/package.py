"""What a package says of itself, where it is to be had, and which files are pinned."""

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
TRANSLATES = "translate"
"""The type of the packages that do; others of the index find sentences."""


@dataclass(frozen=True)
class Metadata:
    """Which package it is."""

    source: str
    target: str
    version: str
    target_prefix: str = field(default="", compare=False)
    """The token that names the target language to a model with several."""
    model: str = field(default="", compare=False)
    """What a model is called that is no package of Argos."""

    @property
    def name(self) -> str:
        """What its file and its folder are called, `translate-de_en-1_3`."""
        return f"translate-{self.source}_{self.target}-{self.version.replace('.', '_')}"

    @property
    def title(self) -> str:
        """What it is called as the maker of a translation, `translate-de_en 1.3`."""
        return f"{self.model or f'translate-{self.source}_{self.target}'} {self.version}"

    @property
    def as_written(self) -> dict[str, str]:
        """What its metadata.json says."""
        codes = dict(zip(PATTERNS, (self.source, self.target, self.version), strict=True))
        return codes | {"type": TRANSLATES, "model": self.model}

    @property
    def pair(self) -> tuple[str, str]:
        """What it translates from and to."""
        return self.source, self.target

    @property
    def order(self) -> tuple[int, ...]:
        """The version, to compare: 1.3.0 is 1.3."""
        return _order(self.version)

    def is_version(self, wanted: str) -> bool:
        """Tell whether it is of a version; any will do if that is empty."""
        return not wanted or self.order == _order(wanted)


class OtherKindError(ValueError):
    """It is a package that does something else than translate."""


def is_model_name(name: str) -> bool:
    """Tell whether a model may be called so: letters, digits and hyphens, not too many."""
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,59}", name) is not None


def is_version(text: str) -> bool:
    """Tell whether a text is the number of a version."""
    return re.fullmatch(PATTERNS["package_version"], text, re.ASCII) is not None


def _order(version: str) -> tuple[int, ...]:
    numbers = [int(number) for number in version.split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def parse_metadata(given: Any) -> Metadata:
    """Read the content of a metadata.json, or an entry of the index.

    Raises:
        ValueError: something is missing or malformed, or it is no package that translates.
    """
    if not isinstance(given, dict):
        raise ValueError("not a table")
    if (kind := given.get("type", TRANSLATES)) != TRANSLATES:
        raise OtherKindError(f"a package of type {str(kind)[:20]!r}, which does not translate")
    values = [_only_one(given.get(key, given.get(f"{key}s", ""))) for key in PATTERNS]
    for (key, pattern), value in zip(PATTERNS.items(), values, strict=True):
        if not re.fullmatch(pattern, value, re.ASCII):
            raise ValueError(f"{key} is missing or malformed")
    source, target, version = values
    prefix, model = (
        value if isinstance(value := given.get(key, ""), str) else "" for key in ("target_prefix", "model")
    )
    return Metadata(source, target, version, prefix, model if is_model_name(model) else "")


def _only_one(given: Any) -> str:
    """Return a value that may stand in a list of its own, as `from_codes` has it."""
    if isinstance(given, list):
        return str(given[0]) if len(given) == 1 else ""
    return str(given)


@dataclass(frozen=True)
class Offer:
    """A package that can be fetched."""

    metadata: Metadata
    url: str
    sha256: str | None = None
    """Where it is pinned: we checked this file, and no other passes for the package."""
    size: int | None = None
    """Bytes of the file; None when only the server knows."""
    mirrors: tuple[str, ...] = ()
    """Where else the same file is, tried in turn."""

    @property
    def urls(self) -> tuple[str, ...]:
        """Every address of the file, in the order in which they are tried."""
        return (self.url, *self.mirrors)

    @property
    def by_hand(self) -> str:
        """What to do when it can't be fetched."""
        name, pair = self.metadata.name, " ".join(self.metadata.pair)
        return f"run chronology model install {pair} --from {name}.argosmodel"


PINNED = (
    Offer(
        Metadata("de", "en", "1.3"),
        "https://argos-net.com/v1/translate-de_en-1_3.argosmodel",
        "becc2b0011f8249fcb89be9ecb75ba0d876b1fab93c28ee6ff0420936897d637",
        150_512_831,
    ),
    Offer(
        Metadata("zh", "en", "1.9"),
        "https://argos-net.com/v1/translate-zh_en-1_9.argosmodel",
        "62e7af5a3a48b530e47b7b3e5c78c2de79073ecd815750d2bf3ab35b4a67da2d",
        74_481_402,
    ),
)


def find_pinned(metadata: Metadata) -> Offer | None:
    """Return the pinned file of a package, by pair and version."""
    wanted = (metadata.pair, metadata.order)
    return next((one for one in PINNED if (one.metadata.pair, one.metadata.order) == wanted), None)
