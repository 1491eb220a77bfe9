"""Reads news annotated with TIMEX3: paragraphs, and the dates a person marked in them."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.dates.edtf import bounds
from tests.eval.dates import DateCase, Dated

TAG = re.compile(r"<TIMEX3\b([^>]*?)(?P<alone>/?)>|</TIMEX3>|<[^>]+>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
WRITTEN = re.compile(r'<DCT>.*?value="([^"]+)"', re.DOTALL)
BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
Spans = tuple[tuple[int, int], ...]


def load_news(path: Path, language: str) -> Iterator[tuple[DateCase, Spans]]:
    """Yield the paragraphs of a document as cases, each with the places of what is no date of our sort.

    What lasts or recurs, times of day and vague references are marked in the text, and count neither way.
    """
    raw = path.read_text("utf-8")
    written, body = WRITTEN.search(raw), BODY.search(raw)
    text, marked = _read(body[1] if body else raw)
    for line in re.finditer(r"[^\n]+", text):
        within = [
            (s - line.start(), e - line.start(), v) for s, e, v in marked if line.start() <= s < line.end()
        ]
        dates = tuple(Dated(s, e, edtf) for s, e, edtf in within if edtf)
        published = written[1][:10] if written else None
        case = DateCase(line[0], language, published, f"{path.stem}:{line.start()}", dates)
        yield case, tuple((start, end) for start, end, edtf in within if not edtf)


def without_ignored(found: Iterable[Dated], ignored: Spans) -> list[Dated]:
    """Leave out what was found where something counts neither way."""
    return [d for d in found if not any(start < d.end and d.start < end for start, end in ignored)]


def is_same_time(gold: str, found: str) -> bool:
    """Tell whether two EDTF dates mean the same days."""
    days = bounds(found)
    return days is not None and days == bounds(gold)


def edtf_of(value: str) -> str:
    """Return a TIMEX3 value as EDTF; empty for what is none from a day to a decade."""
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        edtf = value
    elif re.fullmatch(r"\d{3}", value):
        edtf = f"{value}X"
    elif match := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        edtf = _week(int(match[1]), int(match[2]))
    elif match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        edtf = f"{match[1]}-{SEASONS[match[2]]}"
    elif match := re.fullmatch(r"(\d{4})-(Q|H)([1-4])", value):
        edtf = f"{match[1]}-{(32 if match[2] == 'Q' else 39) + int(match[3])}"
    else:
        return ""
    try:
        return edtf if bounds(edtf) else ""
    except ValueError:
        return ""


def _week(year: int, week: int) -> str:
    try:
        monday = datetime.date.fromisocalendar(year, week, 1)
    except ValueError:
        return ""
    return f"[{monday}..{monday + datetime.timedelta(6)}]"


def _read(body: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text without tags, and for each mark where it stands and its EDTF."""
    text, marked, open_at, at = "", [], [], 0
    for tag in TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if tag[0].startswith("<TIMEX3") and not tag["alone"]:
            open_at.append((len(text), dict(ATTRIBUTE.findall(tag[1] or ""))))
        elif tag[0] == "</TIMEX3>" and open_at:
            start, told = open_at.pop()
            marked.append(
                (start, len(text), edtf_of(told.get("value", "")) if told.get("type") == "DATE" else "")
            )
    return text + html.unescape(body[at:]), sorted(marked)
