"""Texts by name in one JSON file of .cache/, which may be deleted at any time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.content.files import write_text
from generator.data_files import parse_json, read_bytes
from generator.errors import ChronologyError


def load_texts(path: Path) -> dict[str, str]:
    """Read what is kept; nothing when there is no usable file."""
    try:
        loaded = parse_json(read_bytes(path, str(path)))
    except (ChronologyError, ValueError):
        return {}
    return (
        {key: one for key, one in loaded.items() if isinstance(one, str)} if isinstance(loaded, dict) else {}
    )


def save_texts(path: Path, texts: Mapping[str, str]) -> None:
    """Write what is to be kept; where that can't be done, it is made anew."""
    with suppress(ChronologyError):
        write_text(path, json.dumps(texts, ensure_ascii=False, indent=0, sort_keys=True) + "\n")
