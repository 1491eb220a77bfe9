"""Find, fetch, verify and install the Argos packages the engine runs.

A package is a zip file (`.argosmodel`) with one folder: `metadata.json`, a CTranslate2 model in
`model/`, and a tokenizer. Installed, that folder lies where argostranslate looks for it. Only
`offer` and `download` use the network.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import re
import shutil
import stat
import struct
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import requests

from generator.errors import PackageError, WriteError
from generator.model import Language

if TYPE_CHECKING:
    from argostranslate.package import Package

Progress = Callable[[int, int | None], None]
"""Told the bytes there are so far, and how many there will be, if known."""

MODEL = "model/model.bin"
TOKENIZERS = ("sentencepiece.model", "bpe.model")

MAX_BYTES = 4 * 1024**3
MAX_MEMBERS = 1000
MAX_METADATA_BYTES = 1024**2
CHUNK = 64 * 1024
"""Bytes that a cut download loses at most."""

INDEX_TIMEOUT = 10.0
"""Seconds until the index must answer."""
DOWNLOAD_TIMEOUT = (10.0, 60.0)
"""Seconds until the server must answer, and between two pieces of a file."""
ATTEMPTS = 3
"""How often a download that is cut is taken up again, before the user is asked to."""

UNFINISHED = ".unfinished-"
"""Start of the name of a folder that is still being filled."""
UNFINISHED_AGE = 24 * 3600
"""Seconds after which such a folder is one that a killed run left behind."""

CAUSES = (
    (requests.Timeout, "no answer in time"),
    (requests.exceptions.SSLError, "no secure connection"),
    (requests.exceptions.ChunkedEncodingError, "connection cut"),
    (requests.ConnectionError, "no connection"),
)
"""In words, what requests raises; the first that fits."""

BAD_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OSError)
"""What zipfile raises for a file that is cut or damaged, and the disk for one it can't read."""


@dataclass(frozen=True)
class KnownPackage:
    """A package whose content was checked by us: it is installed from no other file."""

    source: Language
    target: Language
    version: str
    url: str
    sha256: str
    size_bytes: int | None = None


KNOWN = (
    KnownPackage(
        Language("de"),
        Language("en"),
        "1.3",
        "https://argos-net.com/v1/translate-de_en-1_3.argosmodel",
        "becc2b0011f8249fcb89be9ecb75ba0d876b1fab93c28ee6ff0420936897d637",
    ),
    KnownPackage(
        Language("zh"),
        Language("en"),
        "1.9",
        "https://argos-net.com/v1/translate-zh_en-1_9.argosmodel",
        "62e7af5a3a48b530e47b7b3e5c78c2de79073ecd815750d2bf3ab35b4a67da2d",
        74_481_402,
    ),
)


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


@dataclass(frozen=True)
class _Metadata:
    """What metadata.json and the index say of a package."""

    source: str
    target: str
    version: str

    @property
    def name(self) -> str:
        return f"translate-{self.source}_{self.target}-{self.version.replace('.', '_')}"

    @property
    def order(self) -> tuple[int, ...]:
        return tuple(int(number) for number in self.version.split("."))


# --- Finding


def package_folder() -> Path:
    """Return the folder packages are installed into, as argostranslate has it.

    The environment is read at each call; argostranslate reads it once.

    Raises:
        PackageError: argostranslate can't be loaded.
    """
    given = os.environ.get("ARGOS_PACKAGES_DIR")
    return Path(given) if given else Path(_argos().settings.package_data_dir)


def find_package(source: Language, target: Language) -> Package | None:
    """Return the installed package for a pair of languages; with several, the highest version.

    Folders that hold no complete package are passed over.

    Raises:
        PackageError: argostranslate can't be loaded, or a folder of packages can't be read.
    """
    found = [
        (metadata.order, folder.name, folder)
        for folder in _installed_folders()
        if (metadata := _complete(folder)) and (metadata.source, metadata.target) == (source, target)
    ]
    return _open(max(found)[2]) if found else None


def _installed_folders() -> Iterator[Path]:
    # The further ones are those a snap brings along.
    for place in (package_folder(), *_argos().settings.package_dirs[1:]):
        try:
            inside = sorted(Path(place).iterdir())
        except FileNotFoundError:
            continue
        except OSError as error:
            raise PackageError(
                str(place),
                f"can't be read ({error.strerror})",
                "mend its rights, or set ARGOS_PACKAGES_DIR to another folder",
            ) from error
        yield from (path for path in inside if not path.name.startswith(".") and path.is_dir())


def _complete(folder: Path) -> _Metadata | None:
    """Read the metadata of an installed package; None where something is missing."""
    try:
        metadata = _metadata(json.loads((folder / "metadata.json").read_bytes()))
    except (OSError, ValueError, RecursionError):
        return None
    has_tokenizer = any((folder / name).is_file() for name in TOKENIZERS)
    return metadata if has_tokenizer and (folder / MODEL).is_file() else None


def _open(folder: Path) -> Package:
    try:
        return _argos().package.Package(folder)
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise PackageError(
            str(folder), f"can't be opened ({error})", "delete the folder and install it again"
        ) from error


def _metadata(given: Any) -> _Metadata:
    """Check what a metadata.json or an entry of the index says.

    The values become part of file names, so nothing but codes and a version number will do.

    Raises:
        ValueError: something is missing or malformed.
    """
    if not isinstance(given, dict):
        raise ValueError("not a table")
    if given.get("type", "translate") != "translate":
        raise ValueError(f"a package of type {given['type']!r} does not translate")
    patterns = {
        "from_code": r"[A-Za-z]{2,3}(-[A-Za-z]{2,4})?",
        "to_code": r"[A-Za-z]{2,3}(-[A-Za-z]{2,4})?",
        "package_version": r"\d{1,6}(\.\d{1,6}){0,3}",
    }
    for key, pattern in patterns.items():
        if not re.fullmatch(pattern, str(given.get(key, "")), re.ASCII):
            raise ValueError(f"{key} is missing or malformed")
    return _Metadata(*(str(given[key]) for key in patterns))


def _argos() -> Any:
    """Import argostranslate, as late as can be: it creates folders and prints while loading.

    Raises:
        PackageError: it can't be loaded.
    """
    try:
        # stdout belongs to the command's own report.
        with contextlib.redirect_stdout(io.StringIO()):
            import argostranslate
            import argostranslate.package
            import argostranslate.settings
    except (ImportError, OSError, ValueError, KeyError, AssertionError) as error:
        raise PackageError(
            "argostranslate",
            f"can't be loaded ({type(error).__name__}: {error})",
            "run make site to install it; mend its settings.json and the rights of its folders",
        ) from error
    return argostranslate


# --- What there is


def offer(source: Language, target: Language) -> Offer:
    """Tell which package would be installed for a pair of languages.

    Raises:
        PackageError: there is none, or the index is needed and out of reach.
    """
    for known in KNOWN:
        if (known.source, known.target) == (source, target):
            name = _Metadata(known.source, known.target, known.version).name
            return Offer(name, known.url, known.sha256, known.size_bytes)
    url = f"{_argos().settings.package_index}index.json"
    offers = list(_offers(_read_index(url, source, target), source, target))
    if not offers:
        raise PackageError(
            url,
            f"has no package {source} to {target}",
            "set another pair under translate in pyproject.toml, or install a package of your "
            f"own: chronology model install {source} {target} --from FILE",
        )
    return max(offers, key=lambda found: found[0])[1]


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
        raise PackageError(url, f"is out of reach ({_cause(error)})", remedy) from error
    if not isinstance(index, list):
        raise PackageError(url, "is not an index of packages (not a list)", remedy)
    return index


def _offers(index: list[Any], source: Language, target: Language) -> Iterator[tuple[tuple[int, ...], Offer]]:
    for entry in index:
        try:
            metadata = _metadata(entry)
        except ValueError:
            continue
        links = entry.get("links")
        # Without a known hash, TLS alone says that the file is the one the index means.
        urls = [
            link
            for link in (links if isinstance(links, list) else [])
            if isinstance(link, str) and link.startswith("https://")
        ]
        if urls and (metadata.source, metadata.target) == (source, target):
            yield metadata.order, Offer(metadata.name, urls[0], None, None)


# --- Downloading


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
    path = folder / f"{offer.name}.argosmodel"
    part = path.with_name(f"{path.name}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if offer.sha256 and path.is_file() and _sha256(path) == offer.sha256:
            return path
        _fetch_all(offer, part, progress)
        if offer.sha256 and (found := _sha256(part)) != offer.sha256:
            part.unlink()
            raise PackageError(
                offer.url,
                f"is not the file it should be (SHA-256 {found}, expected {offer.sha256})",
                f"deleted; run again, or fetch it elsewhere and {_by_hand(offer)}",
            )
        part.replace(path)
    except OSError as error:
        raise _write_error(path, error) from error
    return path


def _fetch_all(offer: Offer, part: Path, progress: Progress) -> None:
    for attempt in range(1, ATTEMPTS + 1):
        try:
            _fetch(offer, part, progress)
        # Raised by requests; it is an OSError too, but not one of the disk.
        except requests.RequestException as error:
            if _is_final(error) or attempt == ATTEMPTS:
                raise PackageError(
                    offer.url,
                    f"can't be fetched ({_cause(error)})",
                    "run again, it goes on where it stopped; without network, copy "
                    f"{offer.name}.argosmodel here and {_by_hand(offer)}",
                ) from error
        else:
            return


def _is_final(error: requests.RequestException) -> bool:
    """Tell whether the server would say the same again."""
    status = error.response.status_code if error.response is not None else 0
    return 400 <= status < 500 and status != requests.codes.requested_range_not_satisfiable


def _fetch(offer: Offer, part: Path, progress: Progress) -> None:
    """Fetch what is missing of `part`.

    Raises:
        requests.RequestException: the server is out of reach, refuses, or hangs up early.
        PackageError: it sends what no package is.
        OSError: the file can't be written.
    """
    # A file that changes on the server between two attempts is found out by its hash, or, where
    # none is known, by the checksums inside the zip when it is installed.
    start = part.stat().st_size if part.is_file() else 0
    headers = {"Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    with requests.get(offer.url, headers=headers, stream=True, timeout=DOWNLOAD_TIMEOUT) as response:
        if response.status_code == requests.codes.requested_range_not_satisfiable:
            if start == _total(response, start=0):
                return
            # More bytes than the file has: they are of another one.
            part.unlink()
        response.raise_for_status()
        if not offer.sha256 and not response.url.startswith("https://"):
            raise PackageError(offer.url, "leads to an address without encryption", _by_hand(offer))
        if response.status_code != requests.codes.partial_content:
            start = 0
        _write(response, part, start, offer, progress)


def _write(response: requests.Response, part: Path, start: int, offer: Offer, progress: Progress) -> None:
    total = _total(response, start) or offer.size
    done = start
    with part.open("r+b" if start else "wb") as file:
        file.seek(start)
        for piece in response.iter_content(CHUNK):
            done += len(piece)
            if done > MAX_BYTES:
                break
            file.write(piece)
            progress(done, total)
    if done > MAX_BYTES:
        part.unlink()
        raise PackageError(offer.url, f"is larger than {MAX_BYTES} bytes", _by_hand(offer))
    if total is not None and done < total:
        raise requests.exceptions.ChunkedEncodingError(f"{done} of {total} bytes came")


def _total(response: requests.Response, start: int) -> int | None:
    """Return the bytes of the whole file, by what the server says."""
    in_range = re.search(r"/(\d+)$", response.headers.get("Content-Range", ""))
    if in_range:
        return int(in_range[1])
    length = response.headers.get("Content-Length", "")
    return start + int(length) if length.isascii() and length.isdigit() else None


def _by_hand(offer: Offer) -> str:
    pair = offer.name.removeprefix("translate-").rpartition("-")[0].replace("_", " ")
    return f"run chronology model install {pair} --from FILE"


def _cause(error: requests.RequestException) -> str:
    if error.response is not None:
        return f"HTTP {error.response.status_code}"
    for kind, words in CAUSES:
        if isinstance(error, kind):
            return words
    return type(error).__name__


# --- Installing


def install(source: Language, target: Language, progress: Progress) -> Package:
    """Fetch and install the package for a pair of languages.

    Raises:
        PackageError: there is none, it is out of reach, or it is not what it should be.
        WriteError: it can't be written.
    """
    path = download(offer(source, target), Path(_argos().settings.downloads_dir), progress)
    try:
        package = install_file(path, (source, target))
    except PackageError:
        # Kept, it would be found again and refused again.
        path.unlink(missing_ok=True)
        raise
    path.unlink(missing_ok=True)
    return package


def install_file(path: Path, pair: tuple[Language, Language] | None = None) -> Package:
    """Install a package from a file, in place of the same version if that is installed.

    The file is untrusted until all of it was checked; nothing of it is run here.

    Args:
        path: the `.argosmodel` file.
        pair: source and target it must translate between; any, if None.

    Raises:
        PackageError: it is no package, is damaged, or is not the one it claims to be.
        WriteError: it can't be written.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise PackageError(
            str(path), f"can't be read ({error.strerror})", "check the file's name and rights"
        ) from error
    with file:
        try:
            with zipfile.ZipFile(file) as archive:
                top = _check_members(archive, path)
                metadata = _read_metadata(archive, top, path)
                _check_pair(metadata, pair, path)
                # Over the opened file: it can't be exchanged between check and use.
                _check_hash(file, metadata, path)
                return _place(archive, top, metadata, path)
        except BAD_ZIP as error:
            raise PackageError(
                str(path),
                f"not a zip file, or damaged ({error})",
                "fetch or copy the .argosmodel file again",
            ) from error


def _check_members(archive: zipfile.ZipFile, path: Path) -> str:
    """Check everything that can be told without unpacking; return the one top folder."""
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise _refusal(path, f"holds more than {MAX_MEMBERS} files")
    if sum(member.file_size for member in members) > MAX_BYTES:
        raise _refusal(path, f"unpacks to more than {MAX_BYTES} bytes")
    for member in members:
        _check_member(member, path)
    names = [member.filename for member in members]
    if len(set(names)) != len(names):
        raise _refusal(path, "holds a file twice")
    tops = {PurePosixPath(name).parts[0] for name in names}
    if len(tops) != 1:
        raise _refusal(path, f"holds {len(tops)} folders instead of one")
    top = tops.pop()
    if f"{top}/metadata.json" not in names:
        raise _refusal(path, "has no metadata.json")
    if f"{top}/{MODEL}" not in names:
        raise _refusal(path, f"has no {MODEL}")
    if not any(f"{top}/{name}" in names for name in TOKENIZERS):
        raise _refusal(path, f"has no tokenizer ({' or '.join(TOKENIZERS)})")
    return top


def _check_member(member: zipfile.ZipInfo, path: Path) -> None:
    name = member.filename
    parts = PurePosixPath(name).parts
    # A backslash or a colon leads elsewhere on Windows.
    if not parts or parts[0] == "/" or ".." in parts or "\\" in name or ":" in name:
        raise _refusal(path, f"holds a file with an unsafe path ({name!r})")
    mode = stat.S_IFMT(member.external_attr >> 16)
    if mode not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise _refusal(path, f"holds a link or device ({name!r})")
    if member.flag_bits & 0x1:
        raise _refusal(path, f"holds an encrypted file ({name!r})")
    if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise _refusal(path, f"holds a file in an unusual compression ({name!r})")


def _read_metadata(archive: zipfile.ZipFile, top: str, path: Path) -> _Metadata:
    member = archive.getinfo(f"{top}/metadata.json")
    if member.file_size > MAX_METADATA_BYTES:
        raise _refusal(path, f"has a metadata.json of more than {MAX_METADATA_BYTES} bytes")
    data = archive.read(member)
    try:
        return _metadata(json.loads(data))
    except (ValueError, RecursionError) as error:
        raise _refusal(path, f"has a metadata.json that can't be used ({error})") from error


def _check_pair(metadata: _Metadata, pair: tuple[Language, Language] | None, path: Path) -> None:
    if pair not in {None, (metadata.source, metadata.target)}:
        raise PackageError(
            str(path),
            f"translates {metadata.source} to {metadata.target}, not {' to '.join(pair or ())}",
            "use the file for this pair, or install it for the pair it is for",
        )


def _check_hash(file: io.BufferedReader, metadata: _Metadata, path: Path) -> None:
    for known in KNOWN:
        if _Metadata(known.source, known.target, known.version) != metadata:
            continue
        file.seek(0)
        found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != known.sha256:
            raise PackageError(
                str(path),
                f"is not the {metadata.name} it claims to be (SHA-256 {found}, expected {known.sha256})",
                f"fetch {known.url} again",
            )


def _place(archive: zipfile.ZipFile, top: str, metadata: _Metadata, path: Path) -> Package:
    # Named by what it is, not by the folder in the zip, which could be another package's.
    final = package_folder() / metadata.name
    unfinished: Path | None = None
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        _remove_left_behind(final.parent)
        unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=final.parent))
        archive.extractall(unfinished / "new")
        folder = unfinished / "new" / top
        if _complete(folder) != metadata:
            raise _refusal(path, "does not unpack to what it lists")
        _exchange(folder, final, unfinished / "old")
    except OSError as error:
        raise _write_error(final, error) from error
    finally:
        if unfinished:
            shutil.rmtree(unfinished, ignore_errors=True)
    return _open(final)


def _exchange(new: Path, final: Path, aside: Path) -> None:
    """Put `new` where `final` is; what was there is put back when that fails."""
    try:
        final.rename(aside)
    except FileNotFoundError:
        new.rename(final)
        return
    try:
        new.rename(final)
    except OSError:
        aside.rename(final)
        raise


def _remove_left_behind(folder: Path) -> None:
    for path in folder.glob(f"{UNFINISHED}*"):
        # Another install may be done with it just now.
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_mtime < time.time() - UNFINISHED_AGE:
                shutil.rmtree(path, ignore_errors=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refusal(path: Path, problem: str) -> PackageError:
    return PackageError(str(path), problem, "use an .argosmodel file as the Argos index has it")


def _write_error(path: Path, error: OSError) -> WriteError:
    return WriteError(
        str(path),
        f"can't be written ({error.strerror or error})",
        "free space or mend the folder's rights, run again",
    )
