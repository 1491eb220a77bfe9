"""The packages that can be fetched: those we know, and those in the index of Argos."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any

import requests
import urllib3

from generator.errors import PackageError
from generator.model import Language
from generator.translate.packages.installed import list_installed
from generator.translate.packages.known import KNOWN
from generator.translate.packages.library import need_settings
from generator.translate.packages.metadata import Metadata, parse_metadata
from generator.translate.packages.network import cause
from generator.translate.packages.receipt import Verdict, verify

Pair = tuple[str, str]

INDEX_TIMEOUT = 10.0
"""Seconds until the index must answer, and between two pieces of it."""
INDEX_DEADLINE = 30.0
"""Seconds until all of it must be there."""
MAX_INDEX = 16 * 1024**2
"""Bytes of the index; it has some 50,000."""


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
        return f"run chronology model install {pair} --from {self.name}.argosmodel"


def offer(source: Language, target: Language) -> Offer:
    """Tell which package would be installed for a pair of languages.

    Raises:
        PackageError: there is none, or the index is needed and out of reach, or argostranslate to find it.
    """
    known = _known_offers().get((source, target))
    if known:
        return known[1]
    url = _index_url()
    found = _latest(_read_index(url, f"translate-{source}_{target}", f"{source} {target}"))
    if (source, target) not in found:
        raise PackageError(
            url,
            f"has no package {source} to {target}",
            "set another pair under translate in pyproject.toml, or install a package of your "
            f"own: chronology model install {source} {target} --from FILE",
        )
    return found[source, target][1]


def list_offers() -> list[tuple[Metadata, Offer]]:
    """Return what can be installed, one package for each pair of languages: known ones before the index's.

    Raises:
        PackageError: the index is out of reach, or argostranslate is missing.
    """
    found = _latest(_read_index(_index_url(), "the pair you need", "PAIR")) | _known_offers()
    return [found[pair] for pair in sorted(found)]


def is_due(source: Language, target: Language) -> bool:
    """Tell whether `install` has something to do; what is installed and intact is not fetched again.

    Asks no network: a version that only the index has is not looked for.
    """
    pair = (source, target)
    known = _known_offers().get(pair)
    return not any(
        one.complete
        and one.metadata.pair == pair
        and (known is None or one.metadata.order >= known[0].order)
        and verify(one.folder, one.metadata)[0] is not Verdict.CHANGED
        for one in list_installed()
    )


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


def _index_url() -> str:
    return f"{need_settings().package_index}index.json"


def _known_offers() -> dict[Pair, tuple[Metadata, Offer]]:
    return {
        known.metadata.pair: (
            known.metadata,
            Offer(known.metadata.name, known.url, known.sha256, known.size_bytes),
        )
        for known in KNOWN
    }


def _read_index(url: str, file: str, pair: str) -> list[Any]:
    remedy = (
        f"no network: copy the .argosmodel file of {file} here and run "
        f"chronology model install {pair} --from FILE"
    )
    try:
        index = json.loads(_fetch_index(url))
    except ValueError as error:
        raise PackageError(url, f"is not an index of packages ({error})", remedy) from error
    except requests.RequestException as error:
        raise PackageError(url, f"is out of reach ({cause(error)})", remedy) from error
    if not isinstance(index, list):
        raise PackageError(url, "is not an index of packages (not a list)", remedy)
    return index


def _fetch_index(url: str) -> bytes:
    """Fetch the index; neither a slow server nor an endless answer keeps us.

    Raises:
        requests.RequestException: out of reach, or not there in time.
        ValueError: too long to be one.
    """
    deadline = time.monotonic() + INDEX_DEADLINE
    data = b""
    headers = {"Accept-Encoding": "identity"}
    with requests.get(url, timeout=INDEX_TIMEOUT, stream=True, headers=headers) as response:
        response.raise_for_status()
        # Not iter_content, which waits until a piece is full, however slowly it comes.
        try:
            while piece := response.raw.read1(64 * 1024):
                data += piece
                if len(data) > MAX_INDEX:
                    raise ValueError(f"more than {MAX_INDEX} bytes")
                if time.monotonic() > deadline:
                    raise requests.Timeout("too slow")
        except urllib3.exceptions.HTTPError as error:
            raise requests.exceptions.ChunkedEncodingError(error) from error
    return data


def _latest(index: list[Any]) -> dict[Pair, tuple[Metadata, Offer]]:
    """Return the highest version of each pair in the index."""
    latest: dict[Pair, tuple[Metadata, Offer]] = {}
    for entry in index:
        try:
            metadata = parse_metadata(entry)
        except ValueError:
            continue
        # Without a known hash, TLS alone says that the file is the one the index means.
        links = entry.get("links", ())
        urls = [link for link in links if isinstance(link, str) and link.startswith("https://")]
        before = latest.get(metadata.pair)
        if urls and (before is None or before[0].order <= metadata.order):
            latest[metadata.pair] = (metadata, Offer(metadata.name, urls[0], None, None))
    return latest
