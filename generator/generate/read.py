"""Reads a seed: its bytes, as text, with its sidecar.

Seeds are untrusted. A name or link that leads out of seeds/, bytes that are not text and a file too
large to be one document are refused; everything that is text is read, whatever its encoding.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from generator.errors import InputError
from generator.generate.draft import Draft, new_draft
from generator.generate.seed_text import read_lines
from generator.generate.seeds import place_of
from generator.generate.sidecar import load_sidecar, sidecar_path

SUFFIX = ".txt"
# What German and English texts are met in when they are not UTF-8. Left to itself the detector
# takes short German texts for Mac Roman.
LEGACY_ENCODINGS = ["cp1252", "utf_16", "utf_16_le", "utf_16_be", "cp1251", "koi8_r", "gb18030"]
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# C0 and C1 controls but tab and newline, and marks that don't show: soft hyphen, zero width, BOM.
WESTERN = frozenset("äöüÄÖÜßéèêàâáçñíóúôîïëÉ€§°„“”‚‘’–—…«»\u00a0©®·•£±×½")
INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
LINE_END = re.compile(r"\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
SPACES = re.compile(r"[^\S\n]+")


def read(path: Path, folder: Path, max_bytes: int) -> Draft:
    """Read one seed.

    Args:
        path: the seed.
        folder: seeds/, which the seed must lie in.
        max_bytes: the largest size that is accepted.

    Raises:
        InputError: it can't be read, is not text, or lies elsewhere.
    """
    place = place_of(path)
    data = _read_bytes(path, folder, place, max_bytes)
    text = normalise(_decode(data, place))
    if not text.strip():
        raise InputError(place, "empty", "put the document's text in it, or delete it")
    sidecar = sidecar_path(path)
    known = load_sidecar(sidecar, place_of(sidecar))
    return new_draft(path.name, hashlib.sha256(data).hexdigest(), read_lines(text), known)


def normalise(text: str) -> str:
    """Give the text one form: NFC, newline as line end, no control characters, single spaces."""
    text = LINE_END.sub("\n", text)
    text = INVISIBLE.sub("", text)
    text = SPACES.sub(" ", text)
    return unicodedata.normalize("NFC", text)


def _read_bytes(path: Path, folder: Path, place: str, max_bytes: int) -> bytes:
    if not path.name.isprintable():
        raise InputError(place, "its name holds control characters", "rename it")
    try:
        resolved = path.resolve(strict=True)
        if not resolved.is_relative_to(folder.resolve()):
            raise InputError(place, "leads out of seeds/", "copy the document itself into seeds/")
        if not resolved.is_file():
            raise InputError(place, "is a folder, not a file", "seeds lie directly in seeds/")
        if path.suffix.lower() != SUFFIX:
            raise InputError(place, "is not a .txt file", f"save its text as {path.stem}.txt")
        size = resolved.stat().st_size
        if size > max_bytes:
            raise InputError(
                place,
                f"{size / 1e6:.1f} MB, more than the {max_bytes / 1e6:.1f} MB of one document",
                "split it, or raise max_seed_bytes in pyproject.toml, [tool.chronology]",
            )
        return resolved.read_bytes()
    except (OSError, RuntimeError) as error:
        raise InputError(
            place, f"can't be read ({getattr(error, 'strerror', None) or error})", "check the file"
        ) from error


def _decode(data: bytes, place: str) -> str:
    try:
        if data.startswith(UTF16_MARKS):
            return data.decode("utf-16")
        if b"\x00" in data:
            raise InputError(place, "holds NUL bytes: binary, or damaged", "save the document as UTF-8 text")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_legacy(data, place)


def _decode_legacy(data: bytes, place: str) -> str:
    from charset_normalizer import from_bytes

    if western := _decode_western(data):
        return western
    best = from_bytes(data, cp_isolation=LEGACY_ENCODINGS).best()
    text = str(best) if best else ""
    if not text or len(INVISIBLE.findall(text)) > len(text) / 100:
        raise InputError(place, "neither UTF-8 nor another known text encoding", "save it as UTF-8 text")
    return text


def _decode_western(data: bytes) -> str | None:
    """Decode as cp1252 when that gives only what German and English texts hold.

    A few words are too little for the detector, which finds Chinese in "München".
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return text if all(char.isascii() or char in WESTERN for char in text) else None
