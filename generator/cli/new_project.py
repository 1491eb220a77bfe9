"""Begins a chronology: the files of `skeleton/` in a folder, with its name and language filled in."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from string import Template

from generator.cli.schema import write_vscode
from generator.content.files import write_text
from generator.data_files import parse_json
from generator.errors import InputError
from generator.language.markup import escape
from generator.model import Language
from generator.printable import printable_line
from generator.settings import load_settings

SKELETON = Path(__file__).parent / "skeleton"
EVERY, EXAMPLE = "any", "example"
LANGUAGES = ("en", "de")
"""That pages to begin with are written in; each has a folder of that name."""
HIDDEN = "_"
"""What a name begins with that is to begin with a dot."""
FILLED_IN = ".in"
"""What a name ends with, besides, of a file with $places to fill in."""
UNNAMED = "Chronology"
NOWHERE = "# chronology @ https://example.org/chronology-0.1.0-py3-none-any.whl"


def begin(folder: Path, name: str, language: Language, *, with_example: bool) -> list[Path]:
    """Write what a chronology needs into a folder, which is made where there is none.

    Args:
        folder: where.
        name: of the site; empty: the folder's.
        language: of the site.
        with_example: whether sources and records to try it with are put in, too.

    Returns:
        The files written, but for those of `.vscode/`.

    Raises:
        InputError: one of these files is there already; then none is written.
        WriteError: the folder can't be written to.
    """
    own_name = Path(os.path.realpath(folder)).name.replace("-", " ").replace("_", " ")
    title = printable_line(" ".join((name or own_name).split())) or UNNAMED
    filled_in = {
        "title": escape(title),
        "quoted_name": json.dumps(title, ensure_ascii=False),
        "language": str(language),
        "other": next(other for other in LANGUAGES if other != language),
        "program": _program(),
    }
    texts = {folder / path: text for path, text in _skeleton(language, filled_in, with_example=with_example)}
    if there := next((path for path in texts if path.exists()), None):
        raise InputError(str(there), "is there already", "begin the chronology in another folder")
    for path, text in texts.items():
        write_text(path, text)
    write_vscode(load_settings(folder))
    return list(texts)


def _skeleton(
    language: Language, filled_in: dict[str, str], *, with_example: bool
) -> Iterator[tuple[Path, str]]:
    """Yield files with their texts; the example's come last and take the places of empty ones."""
    for part in (EVERY, str(language), *([EXAMPLE] if with_example else [])):
        for source in sorted((SKELETON / part).rglob("*")):
            if not source.is_file():
                continue
            path, text = source.relative_to(SKELETON / part), source.read_text(encoding="utf-8")
            if path.suffix == FILLED_IN:
                path, text = path.with_suffix(""), Template(text).substitute(filled_in)
            yield Path(*("." + name[1:] if name.startswith(HIDDEN) else name for name in path.parts)), text


def _program() -> str:
    """Return where pip gets this program from; a comment where only this machine has it."""
    try:
        said = parse_json(distribution("chronology").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return NOWHERE
    url, version = str(said.get("url", "")), said.get("vcs_info")
    if not url.startswith("https://"):
        return NOWHERE
    return f"chronology @ git+{url}@{version['commit_id']}" if version else f"chronology @ {url}"
