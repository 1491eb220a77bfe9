"""Reads a seed: its bytes, as text or as a web page, with its sidecar.

Seeds are untrusted. A name or link that leads out of seeds/, bytes that are not text and a file too
large to be one document are refused; everything that is text is read, whatever its encoding.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from generator.errors import InputError
from generator.generate.draft import Draft, new_draft
from generator.generate.read.encoding import decode_page, decode_text, normalise
from generator.generate.read.file import read_bytes, too_large
from generator.generate.read.mojibake import mend, mended_issue
from generator.generate.seed_text import read_lines
from generator.generate.seeds import EMPTY, is_web_page, made_of, place_of
from generator.generate.sidecar import parse_sidecar, read_sidecar, sidecar_path


def read(path: Path, folder: Path, max_bytes: int) -> Draft:
    """Read one seed.

    Args:
        path: the seed.
        folder: seeds/, which the seed must lie in.
        max_bytes: the largest size of a text that is accepted; a page may be larger.

    Raises:
        InputError: it can't be read, is not text, or lies elsewhere.
    """
    return read_data(path, read_bytes(path, folder, max_bytes), max_bytes)


def read_data(path: Path, data: bytes, max_bytes: int) -> Draft:
    """Read what a seed's file holds.

    Args:
        path: the seed; its sidecar lies beside it.
        data: its bytes.
        max_bytes: the largest size that the text may have which is read from them.

    Raises:
        InputError: it is not text, or too much of it.
    """
    place = place_of(path)
    sha256 = hashlib.sha256(data).hexdigest()
    sidecar = sidecar_path(path)
    given = read_sidecar(sidecar, place_of(sidecar))
    made_from = made_of(data, given)
    known = parse_sidecar(given, place_of(sidecar))
    if is_web_page(path):
        from generator.generate.read.web_page import read_page

        page = read_page(decode_page(data, place), place)
        if (size := sum(len(line.text) for line in page.lines)) > max_bytes:
            raise too_large(place, size, max_bytes)
        draft = new_draft(path.name, sha256, page.lines, known, page.statements)
        return replace(draft, made_from=made_from, issues=page.issues)
    mended = mend(decode_text(data, place))
    text = normalise(mended.text)
    if not text.strip():
        raise InputError(place, *EMPTY)
    draft = new_draft(path.name, sha256, read_lines(text), known)
    return replace(draft, made_from=made_from, issues=mended_issue(mended, place))
