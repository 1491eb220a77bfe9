"""The packages that can be fetched: those we know, and those in the index of Argos."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests

from generator.errors import PackageError
from generator.generate.translate.packages.known import KNOWN
from generator.generate.translate.packages.library import load_argos
from generator.generate.translate.packages.metadata import parse_metadata
from generator.generate.translate.packages.network import cause
from generator.model import Language

INDEX_TIMEOUT = 10.0
"""Seconds until the index must answer."""


@dataclass(frozen=True)
class Offer:
    """A package that can be fetched."""

    name: str
    """Package with version, `translate-de_en-1_3`: names the file and the folder."""
    url: str
    sha256: str | None
    """None for a package that only the index knows."""
    size: int | None
    """Bytes of the file; None when only the server knows."""

    @property
    def by_hand(self) -> str:
        """What to do when it can't be fetched."""
        pair = self.name.removeprefix("translate-").rpartition("-")[0].replace("_", " ")
        return f"run chronology model install {pair} --from FILE"


def offer(source: Language, target: Language) -> Offer:
    """Tell which package would be installed for a pair of languages.

    Raises:
        PackageError: there is none, or the index is needed and out of reach.
    """
    for known in KNOWN:
        if known.metadata.pair == (source, target):
            return Offer(known.metadata.name, known.url, known.sha256, known.size_bytes)
    url = f"{load_argos().settings.package_index}index.json"
    offers = _offers(_read_index(url, source, target), source, target)
    if not offers:
        raise PackageError(
            url,
            f"has no package {source} to {target}",
            "set another pair under translate in pyproject.toml, or install a package of your "
            f"own: chronology model install {source} {target} --from FILE",
        )
    return offers[max(offers)]


def size_of(offer: Offer) -> int | None:
    """Return the bytes of an offer's file, asked of its server when the offer does not tell; or None."""
    if offer.size:
        return offer.size
    try:
        answer = requests.head(offer.url, timeout=INDEX_TIMEOUT, allow_redirects=True)
    except requests.RequestException:
        return None
    length = answer.headers.get("Content-Length", "")
    return int(length) if answer.ok and length.isdecimal() else None


def _read_index(url: str, source: Language, target: Language) -> list[Any]:
    remedy = (
        f"no network: copy the .argosmodel file of translate-{source}_{target} here and run "
        f"chronology model install {source} {target} --from FILE"
    )
    try:
        response = requests.get(url, timeout=INDEX_TIMEOUT)
        response.raise_for_status()
        index = response.json()
    except requests.JSONDecodeError as error:
        raise PackageError(url, f"is not an index of packages ({error})", remedy) from error
    except requests.RequestException as error:
        raise PackageError(url, f"is out of reach ({cause(error)})", remedy) from error
    if not isinstance(index, list):
        raise PackageError(url, "is not an index of packages (not a list)", remedy)
    return index


def _offers(index: list[Any], source: Language, target: Language) -> dict[tuple[int, ...], Offer]:
    """Return what the index has for a pair, by version."""
    offers = {}
    for entry in index:
        try:
            metadata = parse_metadata(entry)
        except ValueError:
            continue
        # Without a known hash, TLS alone says that the file is the one the index means.
        urls = [link for link in entry.get("links", ()) if link.startswith("https://")]
        if urls and metadata.pair == (source, target):
            offers[metadata.order] = Offer(metadata.name, urls[0], None, None)
    return offers
