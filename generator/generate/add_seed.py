"""Puts a document into seeds/, as it was received, with a sidecar of what is known about it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.content.files import write_bytes, write_text
from generator.content.front_matter import QuotedString, dump
from generator.errors import ChronologyError, InputError
from generator.generate.clean import clean
from generator.generate.draft import Draft
from generator.generate.header import read_header
from generator.generate.read import read_data
from generator.generate.read.file import too_large
from generator.generate.seed_text import Subject
from generator.generate.seeds import TEXT, WEB_PAGES, list_seeds, most_bytes, place_of
from generator.generate.sidecar import sidecar_path
from generator.settings import Settings

PAGES = ("text/html", "application/xhtml+xml")
TEXTS = ("text/plain", "text/markdown")
UNKNOWN = ("", "application/octet-stream", "binary/octet-stream")
"""Types that a server gives when it does not know."""
MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
BEGINNING = 1024
"""Bytes of a document that say whether it is a page."""
NUMBERED = re.compile(r"(\d{3,})_")
HASH = 16
"""Hexadecimal digits of a seed's name."""
PDF = b"%PDF-"


@dataclass(frozen=True)
class Document:
    """Something to put into seeds/."""

    origin: str
    """What messages call it: its address, or the file's name."""
    data: bytes
    content_type: str = ""
    """As a server said; empty: nobody did."""
    name: str = ""
    """Of the file; its ending says what it is."""
    url: str = ""


@dataclass(frozen=True)
class Added:
    """Where a document is in seeds/."""

    path: Path
    is_new: bool
    """False: the same bytes were there."""
    says_where_from: bool = True
    """Its address is known, or it names who published it."""


def add_seed(document: Document, settings: Settings, today: date) -> Added:
    """Store a document and write its sidecar; what is there already is told, never written over.

    Where the same bytes are there without a sidecar, they get the one that an address makes.

    Raises:
        InputError: it is neither a page nor a text, or too large.
        WriteError: it can't be written.
    """
    suffix = _suffix(document)
    most = most_bytes(suffix, settings.max_seed_bytes)
    if len(document.data) > most:
        raise too_large(document.origin, len(document.data), most)
    sha256 = hashlib.sha256(document.data).hexdigest()
    seeds = list_seeds(settings.seeds)
    there = next((seed for seed in seeds if _is_same(seed, document.data)), None)
    path = there or settings.seeds / f"{_next_number(seeds):03}_{sha256[:HASH]}{suffix}"
    sidecar = sidecar_path(path)
    if there and (sidecar.exists() or not document.url):
        return Added(there, is_new=False)
    # What can't be read is refused before it is stored.
    try:
        draft = _header(read_data(path, document.data, settings.max_seed_bytes), settings, today)
    except InputError as error:
        if error.place != place_of(path):
            raise
        raise InputError(document.origin, error.problem, error.remedy) from error
    if not there:
        write_bytes(path, document.data)
    if document.url:
        write_text(sidecar, _sidecar(draft, document, today))
    source = draft.entry.source
    says_where_from = bool(document.url or source.url or source.publisher)
    return Added(path, is_new=not there, says_where_from=says_where_from)


def _suffix(document: Document) -> str:
    """Return the ending for what a document is: what a server says, else the name, else how it begins."""
    said, ending = document.content_type, Path(document.name).suffix.lower()
    if document.data.startswith(PDF) or said == "application/pdf" or ending == ".pdf":
        raise InputError(
            document.origin, "is a PDF", "make a text of it, such as with pdftotext, and add that file"
        )
    if said in PAGES or (said in UNKNOWN and ending in WEB_PAGES):
        return WEB_PAGES[0]
    if said in TEXTS or said in UNKNOWN:
        return WEB_PAGES[0] if ending != TEXT and MARKUP.search(document.data[:BEGINNING]) else TEXT
    raise InputError(
        document.origin, f"is {said}, neither a page nor a text", "save its text as .txt, and add that"
    )


def _is_same(seed: Path, data: bytes) -> bool:
    try:
        return seed.stat().st_size == len(data) and seed.read_bytes() == data
    except OSError:
        return False


def _next_number(seeds: list[Path]) -> int:
    return max((int(match[1]) for seed in seeds if (match := NUMBERED.match(seed.name))), default=-1) + 1


def _sidecar(draft: Draft, document: Document, today: date) -> str:
    """Write what is known from outside the text, and what the page says of its publisher and date."""
    source = draft.entry.source
    stated = {statement.where for statement in draft.statements}
    is_stated = source.published_from in stated
    publishers = (one.value for one in draft.statements if one.about is Subject.PUBLISHER)
    return dump(
        {
            "url": document.url,
            "publisher": source.publisher or next(publishers, None),
            "published": QuotedString(source.published) if source.published and is_stated else None,
            "accessed": QuotedString(today.isoformat()),
        }
    )


def _header(draft: Draft, settings: Settings, today: date) -> Draft:
    """Read what a document says about itself; one without an article says nothing: `generate` tells why."""
    try:
        return read_header(clean(draft, settings.languages), today=today)
    except ChronologyError:
        return draft
