"""Bytes as text: UTF-8 where that fits, what a page declares, else what texts are met in."""

from __future__ import annotations

import codecs
import re
import unicodedata

from generator.errors import InputError
from generator.generate.seed_text import SOFT_HYPHEN

# What German and English texts are met in when they are not UTF-8. Left to itself the detector
# takes short German texts for Mac Roman.
LEGACY_ENCODINGS = ["cp1252", "utf_16", "utf_16_le", "utf_16_be", "cp1251", "koi8_r", "gb18030"]
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
WESTERN = frozenset("äöüÄÖÜßéèêàâáçñíóúôîïëÉ€§°„“”‚‘’–—…«»\u00a0©®·•£±×½")
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
DECLARED_WITHIN = 4096
"""Bytes at the start of a page in which it may declare its encoding; browsers look at 1,024."""
WINDOWS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
"""What a browser reads for an encoding that is declared."""
NO_TEXTS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7"})
"""Codecs of Python that no browser reads a page by; they read text as code, or fail at it."""


# C0 and C1 controls but tab and newline, marks that don't show (zero width, BOM), no characters; and a soft
# hyphen, but at a line's end: there it tells that the word goes on in the next.
INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]"
    rf"|{SOFT_HYPHEN}(?![^\S\n]*+\n[^\S\n]*+[^\W\d_])"
)
LINE_END = re.compile(r"\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
BULLETS = dict.fromkeys(map(ord, "\uf0a7\uf0b7\uf0d8"), "•")
"""Of Word's lists, in fonts of its own: characters that mean nothing elsewhere."""
SPACES = re.compile(r"[^\S\n]+")
UNTIDY = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u2066-\u2069\u3000"
    r"\uf0a7\uf0b7\uf0d8\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
"""Any of the characters above but the space: most lines have none."""


def decode_text(data: bytes, place: str) -> str:
    """Decode a plain text.

    Raises:
        InputError: it is no text.
    """
    try:
        if data.startswith(UTF16_MARKS):
            return data.decode("utf-16")
        if b"\x00" in data:
            raise InputError(place, "holds NUL bytes: binary, or damaged", "save the document as UTF-8 text")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_legacy(data, place)


def decode_page(data: bytes, place: str) -> str:
    """Decode a web page: a byte order mark wins, then UTF-8 where it fits, then what the page declares.

    What reads as UTF-8 is UTF-8: browsers save pages as such and leave the old declaration in them.

    Raises:
        InputError: it is no text.
    """
    if data.startswith(UTF16_MARKS):
        return data.decode("utf-16", errors="replace")
    data = data.replace(b"\x00", b"")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = _declared(data)
    return data.decode(declared, errors="replace") if declared else _decode_legacy(data, place)


def _declared(data: bytes) -> str | None:
    match = DECLARED.search(data[:DECLARED_WITHIN])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
        name = WINDOWS.get(name, name)
        # Codecs such as `hex` are no encodings of text; UTF-16 can't have been read as ASCII up to here.
        is_none = name.startswith("utf-16") or name.replace("_", "-") in NO_TEXTS
        return None if is_none or not b"a".decode(name, errors="replace") else name
    except (LookupError, UnicodeError):
        return None


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


def normalise(text: str) -> str:
    """Give the text one form: NFC, newline as line end, no control characters, single spaces."""
    if "  " in text or UNTIDY.search(text):
        text = LINE_END.sub("\n", text)
        text = INVISIBLE.sub("", text)
        text = SPACES.sub(" ", text.translate(BULLETS))
    return unicodedata.normalize("NFC", text)
