"""The packages that can be fetched: those that are pinned, and those in the index of Argos."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from operator import itemgetter
from typing import Any

from generator.data_files import parse_json
from generator.errors import PackageError
from generator.model import Language
from generator.translate.packages.fetch import ask, cause
from generator.translate.packages.installed import find_package
from generator.translate.packages.package import PINNED, Metadata, Offer, parse_metadata
from generator.translate.packages.receipt import Verdict, verify

Listed = tuple[Metadata, tuple[str, ...]]
"""A package and its addresses."""
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
    if found := _of_pair(PINNED, pair, version):
        return found[0]
    listed = _listed(_read_index(f"translate-{source}_{target}", f"{source} {target}"))
    found = _of_pair(_offers(listed), pair, version)
    if not found:
        raise PackageError(
            _index_url(),
            _lack(listed, pair, version),
            "set another pair under translate, or version under package_versions, in pyproject.toml, or "
            f"install a package of your own: chronology model install {source} {target} --from FILE",
        )
    return found[0]


def _of_pair(offers: Iterable[Offer], pair: tuple[str, str], version: str = "") -> list[Offer]:
    return [one for one in offers if one.metadata.pair == pair and one.metadata.is_version(version)]


def _lack(listed: Iterable[Listed], pair: tuple[str, str], version: str) -> str:
    """Say what there is not, and which other versions there are."""
    known = [*(metadata for metadata, _ in listed), *(one.metadata for one in PINNED)]
    there = sorted((one for one in known if one.pair == pair), key=lambda one: one.order)
    wanted = f"{' to '.join(pair)}{f' in version {version}' if version else ''}"
    if any(one.is_version(version) for one in there):
        return f"has no address with https:// for {wanted}"
    versions = ", ".join(dict.fromkeys(one.version for one in there))
    return f"has no package {wanted}{f'; there are {versions}' if versions else ''}"


def list_offers() -> list[Offer]:
    """Return what can be installed, by pair of languages, the newest version first.

    Raises:
        PackageError: the index is out of reach.
    """
    return _offers(_listed(_read_index("the pair you need", "PAIR")))


def _offers(listed: Iterable[Listed]) -> list[Offer]:
    offers = [*(Offer(one, urls[0], mirrors=urls[1:]) for one, urls in listed if urls), *PINNED]
    # What is pinned counts more than what the index says of the same version.
    found = {(one.metadata.pair, one.metadata.order): one for one in offers}
    return [found[key] for key in sorted(sorted(found, reverse=True), key=itemgetter(0))]


def is_due(source: Language, target: Language, version: str = "") -> bool:
    """Tell whether `install` has something to do; what is installed and intact is not fetched again.

    Asks no network: a version that only the index has is not looked for.
    """
    there = find_package(source, target, version)
    if there is None or verify(there.folder, there.metadata)[0] is Verdict.CHANGED:
        return True
    newer = (one for one in _of_pair(PINNED, (source, target)) if there.metadata.order < one.metadata.order)
    return not version and any(newer)


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
    named = (os.environ.get("ARGOS_PACKAGE_INDEX") or INDEX).rstrip("/")
    return named if named.endswith("/index.json") else f"{named}/index.json"


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


def _listed(index: Iterable[Any]) -> list[Listed]:
    """Return the packages in the index, with the addresses that they may be fetched from."""
    listed = []
    for entry in index:
        try:
            metadata = parse_metadata(entry)
        except ValueError:
            continue
        # Without a pinned hash, TLS alone says that the file is the one the index means.
        links = entry.get("links")
        urls = tuple(
            link
            for link in (links if isinstance(links, list) else ())
            if isinstance(link, str) and link.startswith("https://")
        )
        listed.append((metadata, urls))
    return listed
