"""Downloads that go on where they were cut."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import __version__
from generator.certificates import MAY_BE_NAMED, trusted_certificates
from generator.errors import PackageError, WriteError, os_error_as
from generator.translate.packages.package import Offer
from generator.translate.packages.receipt import sha256_of

# Imported where something is fetched: it takes as long to load as all the rest of most commands.
if TYPE_CHECKING:
    import requests

Progress = Callable[[int, int | None], None]
"""Told the bytes there are so far, and how many there will be, if known."""

HEADERS = {
    "User-Agent": f"chronology/{__version__} (installs a translation package)",
    "Accept-Encoding": "identity",
}
"""Says who asks: the host of the packages is reported to refuse the default names of libraries."""
CHUNK = 64 * 1024
"""Bytes that a cut download loses at most."""
TIMEOUT = (10.0, 60.0)
"""Seconds until the server must answer, and between two pieces of a file."""
MAX_BYTES = 2 * 1024**3
"""What a package file may have; those of Argos have about 100 MB."""
ATTEMPTS = 3
"""How often a download is tried from each of its addresses, before the user is asked to."""
WRITE_REMEDY = "free space or mend the folder's rights, run again"


def ask(method: str, url: str, headers: dict[str, str] | None = None, **options: Any) -> requests.Response:
    """Ask a server, saying who asks and trusting the certificates that the environment names.

    Raises:
        requests.RequestException: it is out of reach.
        PackageError: the certificates are not there.
    """
    import requests

    named = trusted_certificates(PackageError)
    verify = str(named) if named else True
    return requests.request(method, url, headers=HEADERS | (headers or {}), verify=verify, **options)


def download(offer: Offer, folder: Path, progress: Progress) -> Path:
    """Fetch a package file into `folder`, going on where an earlier attempt was cut.

    Args:
        offer: what to fetch.
        folder: where to; created when missing.
        progress: told the bytes so far and in all, after every piece.

    Returns:
        The complete file; its hash is the offer's, where that has one.

    Raises:
        PackageError: out of reach, cut too often, or not the file it should be.
        WriteError: the file can't be written.
    """
    path = folder / f"{offer.metadata.name}.argosmodel"
    part = path.with_name(f"{path.name}.part")
    with os_error_as(WriteError, path, "can't be written", WRITE_REMEDY):
        folder.mkdir(parents=True, exist_ok=True)
        _fetch_from_any(offer, part, progress)
        part.replace(path)
    return path


def _fetch_from_any(offer: Offer, part: Path, progress: Progress) -> None:
    """Try every address in turn, and again those out of reach; not one that sends another file."""
    import requests

    failures: dict[str, PackageError] = {}
    urls = list(offer.urls)
    for _ in range(ATTEMPTS):
        for url in tuple(urls):
            try:
                _fetch(offer, url, part, progress)
                _check(offer, url, part)
            # Raised by requests; it is an OSError too, but not one of the disk.
            except requests.RequestException as error:
                failures[url] = PackageError(
                    url,
                    f"can't be fetched ({cause(error)})",
                    "run again, it goes on where it stopped; no network: copy "
                    f"{offer.metadata.name}.argosmodel here and {offer.by_hand}",
                )
            except PackageError as error:
                urls.remove(url)
                failures[url] = error
            else:
                return
    raise failures[offer.url]


def _fetch(offer: Offer, url: str, part: Path, progress: Progress) -> None:
    """Fetch what is missing of `part` from one of its addresses.

    A file that changes on the server between two attempts is found out by its hash, or, where
    none is known, by the checksums inside the zip when it is installed.

    Raises:
        requests.RequestException: the server is out of reach, refuses, or hangs up early.
        PackageError: it sends too much, or without encryption where no hash is known.
        OSError: the file can't be written.
    """
    import requests

    start = part.stat().st_size if part.is_file() else 0
    headers = {"Range": f"bytes={start}-"} if start else {}
    with ask("GET", url, headers, stream=True, timeout=TIMEOUT) as response:
        if response.status_code == requests.codes.requested_range_not_satisfiable:
            # As many bytes as the file has, or more: they may be another's. The next attempt starts anew.
            part.unlink()
        response.raise_for_status()
        if not offer.sha256 and not response.url.startswith("https://"):
            raise PackageError(url, "leads to an address without encryption", offer.by_hand)
        if response.status_code != requests.codes.partial_content:
            start = 0
        length = response.headers.get("Content-Length", "")
        total = start + int(length) if length.isdecimal() else offer.size
        limit = offer.size or MAX_BYTES
        with part.open("ab" if start else "wb") as file:
            for piece in response.iter_content(CHUNK):
                if file.tell() + len(piece) > limit:
                    part.unlink()
                    raise PackageError(url, f"sends more than {limit} bytes", offer.by_hand)
                file.write(piece)
                progress(file.tell(), total)


def _check(offer: Offer, url: str, part: Path) -> None:
    """Check that it is the file; without a hash, that it may be one and is no page that says sorry."""
    if offer.sha256 not in {None, found := sha256_of(part)}:
        problem = f"is not the file it should be (SHA-256 {found}, expected {offer.sha256})"
    elif not offer.sha256 and not zipfile.is_zipfile(part):
        problem = "is no package"
    else:
        return
    part.unlink()
    raise PackageError(url, problem, f"deleted; run again, or fetch it elsewhere and {offer.by_hand}")


def cause(error: requests.RequestException) -> str:
    """Say in words what requests raised."""
    import requests

    # What requests passes on hides the error that OpenSSL raised.
    hint = f"; {MAY_BE_NAMED}" if "CERTIFICATE" in str(error) else ""
    causes = (  # the first that fits
        (requests.Timeout, "no answer in time"),
        (requests.exceptions.SSLError, f"no secure connection{hint}"),
        (requests.exceptions.ChunkedEncodingError, "connection cut"),
        (requests.ConnectionError, "no connection"),
    )
    if error.response is not None:
        return f"HTTP {error.response.status_code}"
    return next((words for kind, words in causes if isinstance(error, kind)), type(error).__name__)
