"""The packages that can be fetched: those that are pinned, and those in the index of Argos."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from generator.data_files import parse_json
from generator.errors import PackageError
from generator.model import Language
from generator.translate.packages.fetch import ask, cause
from generator.translate.packages.installed import find_package
from generator.translate.packages.package import PINNED, Offer, parse_metadata
from generator.translate.packages.receipt import Verdict, verify

Offers = dict[tuple[str, str], Offer]
"""By the pair of languages."""
INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"
INDEX_TIMEOUT = 10.0
"""Seconds until the index must answer, and between two pieces of it."""
INDEX_DEADLINE = 30.0
"""Seconds until all of it must be there."""
MAX_INDEX = 16 * 1024**2
"""Bytes of the index; it has some 50,000."""


def offer(source: Language, target: Language, version: str = "") -> Offer:
    """Tell which package would be installed for a pair of languages.

    `version`: the one wanted; if empty, the one that is pinned, or the index's highest.

    Raises:
        PackageError: there is none, or the index is needed and out of reach.
    """
    pair = (source, target)
    found = {p: one for p, one in _pinned().items() if one.metadata.is_version(version)}
    if pair not in found:
        index = _read_index(f"translate-{source}_{target}", f"{source} {target}")
        found = _latest(index, version)
    if pair not in found:
        raise PackageError(
            _index_url(),
            f"has no package {source} to {target}{f' in version {version}' if version else ''}",
            "set another pair under translate, or version under package_versions, in pyproject.toml, or "
            f"install a package of your own: chronology model install {source} {target} --from FILE",
        )
    return found[pair]


def list_offers() -> list[Offer]:
    """Return what can be installed, one package for each pair of languages: pinned ones before the index's.

    Raises:
        PackageError: the index is out of reach.
    """
    found = _latest(_read_index("the pair you need", "PAIR")) | _pinned()
    return [found[pair] for pair in sorted(found)]


def is_due(source: Language, target: Language, version: str = "") -> bool:
    """Tell whether `install` has something to do; what is installed and intact is not fetched again.

    Asks no network: a version that only the index has is not looked for.
    """
    there = find_package(source, target, version)
    if there is None or verify(there.folder, there.metadata)[0] is Verdict.CHANGED:
        return True
    pinned = _pinned().get((source, target))
    return not version and pinned is not None and there.metadata.order < pinned.metadata.order


def size_of(offer: Offer) -> int | None:
    """Return the bytes of an offer's file, asked of its servers when the offer does not tell; or None."""
    if offer.size:
        return offer.size
    import requests

    for url in offer.urls:
        with suppress(requests.RequestException):
            answer = ask("HEAD", url, timeout=INDEX_TIMEOUT, allow_redirects=True)
            length = answer.headers.get("Content-Length", "")
            if answer.ok and length.isdecimal():
                return int(length)
    return None


def _index_url() -> str:
    return f"{(os.environ.get('ARGOS_PACKAGE_INDEX') or INDEX).rstrip('/')}/index.json"


def _pinned() -> Offers:
    return {one.metadata.pair: one for one in PINNED}


def _read_index(file: str, pair: str) -> list[Any]:
    """Return the entries of the index; the remedy of an error names the file and the pair."""
    import requests

    url = _index_url()
    remedy = (
        f"no network: copy the .argosmodel file of {file} here and run "
        f"chronology model install {pair} --from FILE"
    )
    try:
        index = parse_json(_fetch(url))
    except ValueError as error:
        raise PackageError(url, f"is not an index of packages ({error})", remedy) from error
    except requests.RequestException as error:
        raise PackageError(url, f"is out of reach ({cause(error)})", remedy) from error
    if not isinstance(index, list):
        raise PackageError(url, "is not an index of packages (not a list)", remedy)
    return index


def _fetch(url: str) -> bytes:
    """Fetch the index; neither a slow server nor an endless answer keeps us.

    Raises:
        requests.RequestException: out of reach, or not there in time.
        ValueError: too long to be one.
    """
    import requests
    import urllib3

    deadline = time.monotonic() + INDEX_DEADLINE
    data = b""
    with ask("GET", url, timeout=INDEX_TIMEOUT, stream=True) as response:
        response.raise_for_status()
        try:
            # Not iter_content, which waits until a piece is full, however slowly it comes.
            while piece := response.raw.read1(64 * 1024):
                data += piece
                if len(data) > MAX_INDEX:
                    raise ValueError(f"more than {MAX_INDEX} bytes")
                if time.monotonic() > deadline:
                    raise requests.Timeout("too slow")
        except urllib3.exceptions.HTTPError as error:
            raise requests.exceptions.ChunkedEncodingError(error) from error
    return data


def _latest(index: Iterable[Any], version: str = "") -> Offers:
    """Return the highest version of each pair in the index, or the one that is asked for."""
    latest: Offers = {}
    for entry in index:
        try:
            metadata = parse_metadata(entry)
        except ValueError:
            continue
        # Without a pinned hash, TLS alone says that the file is the one the index means.
        links = entry.get("links")
        urls = [
            link
            for link in (links if isinstance(links, list) else ())
            if isinstance(link, str) and link.startswith("https://")
        ]
        if not metadata.is_version(version):
            continue
        before = latest.get(metadata.pair)
        if urls and (before is None or before.metadata.order <= metadata.order):
            latest[metadata.pair] = Offer(metadata, urls[0], mirrors=tuple(urls[1:]))
    return latest
