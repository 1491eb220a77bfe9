"""`chronology dates`: which dates a text holds, and what each means."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from generator.cli.command import trapped
from generator.cli.report import table
from generator.cli.say import say, write
from generator.content.files import read_exact
from generator.data_files import parse_json
from generator.dates.anchor import Anchor, anchor_from
from generator.dates.edtf import UNKNOWN_YEAR
from generator.dates.find import FoundDate, find_dates, is_day_first, year_told
from generator.dates.unread import dates_unread
from generator.dates.wording import date_in_words
from generator.errors import InputError, SettingsError, os_error_as
from generator.language.codes import is_language
from generator.language.detect import guess_language
from generator.language.lexicons import LEXICONS
from generator.model import ENGLISH, Language

LONGEST_TITLE = 150
PART_OF_YEAR = re.compile(r"\d{4}-[2-4]\d")
"""EDTF's numbers of seasons, quarters and halves, which few know by heart."""


@dataclass(frozen=True)
class _Text:
    """A text to look at, and what is known of it."""

    text: str
    language: Language | None
    written: Anchor | None


HELP = """Show the dates of the text in FILE, and what each means.

\b
With --jsonl a line in is a paragraph, with its language and when it was written, as far as known:
  {"text": "Das Treffen ist am 3. Mai.", "language": "de", "written": "2023-12-29"}
and the line out that answers it:
  {"dates": [{"start": 19, "end": 25, "quote": "3. Mai", "edtf": "2024-05-03"}]}
"""


@click.command(help=HELP)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.option("--written", metavar="DATE", help="When the text was written, as EDTF: 2023-12-29.")
@click.option("--language", metavar="CODE", help="Of the text; else it is told from the text.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
@click.option(
    "--jsonl", is_flag=True, help="Many texts: a JSON object a line on standard input (or in FILE), and out."
)
@trapped
def dates(file: Path | None, written: str | None, language: str | None, as_json: bool, jsonl: bool) -> None:
    """Show the dates of a text, or answer for many."""
    if jsonl:
        _answer_lines(file)
        return
    if file is None:
        raise SettingsError("dates", "needs a FILE", "name a text, or give --jsonl for many")
    place = str(file)
    text = read_exact(file, place)
    code = _language(language, "--language") or guess_language(text, LEXICONS).language
    given = _Text(text, code, _written(written, "--written"))
    found = list(_dates_of(given))
    if as_json:
        write(_dumped(found, given.written))
    elif found:
        say(table((date.quote, date.edtf(given.written), _reading(date, given.written)) for date in found))
    else:
        say(f"{place}: no dates")
    if not as_json and (unread := dates_unread(code)):
        say(f"{place}: {unread}")


def _dates_of(given: _Text) -> Iterator[FoundDate]:
    """Yield the dates of a text, paragraph by paragraph, placed in the whole of it."""
    paragraphs = given.text.splitlines(keepends=True)
    day_first = is_day_first(paragraphs)
    title = next((line.strip() for line in paragraphs if line.strip()), "")
    is_title = len(title) <= LONGEST_TITLE and not title.endswith(".")
    story = year_told(find_dates(title, given.language, day_first)) if is_title else None
    start = 0
    for paragraph in paragraphs:
        for found in find_dates(paragraph, given.language, day_first, story):
            yield found.moved(start)
        start += len(paragraph)


def _dumped(found: list[FoundDate], written: Anchor | None) -> str:
    dates = [
        {"start": date.start, "end": date.end, "quote": date.quote, "edtf": date.edtf(written)}
        for date in found
    ]
    return json.dumps({"dates": dates}, ensure_ascii=False)


def _reading(found: FoundDate, written: Anchor | None) -> str:
    """Say in words where the meaning of a date comes from."""
    edtf = found.edtf(written)
    if found.gives == edtf and UNKNOWN_YEAR in edtf:
        return "needs --written" if found.is_relative and not written else "year unknown"
    if found.gives == edtf:
        told = getattr(found.meaning, "told", None)
        season = f": {date_in_words(edtf, ENGLISH)}" if PART_OF_YEAR.search(edtf) else ""
        return ("year told before" if told else "as written") + season
    counted = f"counted from {written.edtf}" if written else "year unknown"
    return f"{counted}, to come" if found.to_come else counted


def _answer_lines(file: Path | None) -> None:
    """Answer each line of a file, or of standard input, with a line."""
    if file is None:
        _answer(sys.stdin.buffer, "standard input")
        return
    with os_error_as(InputError, file, "can't be read", "check the file"), file.open("rb") as lines:
        _answer(lines, str(file))


def _answer(lines: Iterable[bytes], place: str) -> None:
    for number, line in enumerate(lines, 1):
        if line.strip():
            given = _read_line(line, f"{place}: line {number}")
            write(_dumped(find_dates(given.text, given.language), given.written))


def _read_line(line: bytes, place: str) -> _Text:
    try:
        asked = parse_json(line)
    except ValueError:
        asked = None
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        remedy = 'write one object a line: {"text": "…", "language": "de", "written": "2023-12-29"}'
        raise InputError(place, "is no JSON object with a text", remedy)
    return _Text(
        asked["text"],
        _language(asked.get("language"), f"{place}: language"),
        _written(asked.get("written"), f"{place}: written"),
    )


def _language(code: object, place: str) -> Language | None:
    if code is None:
        return None
    if not isinstance(code, str) or not is_language(code):
        raise SettingsError(place, f"{str(code)[:40]!r} is not a language code", "write one such as: de")
    return Language(code)


def _written(date: object, place: str) -> Anchor | None:
    if date is None:
        return None
    anchor = anchor_from(date) if isinstance(date, str) else None
    if anchor is None:
        raise SettingsError(place, f"{str(date)[:40]!r} is not a date", "write it as EDTF: 2023-12-29")
    return anchor
