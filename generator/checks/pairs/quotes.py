"""Quotation marks and brackets close what they open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import words_of
from generator.model import Severity

# Both German and English use “: to close the one, to open the other. So marks are counted.
_DOUBLE = re.compile(r"[\"“”„«»「」『』]")
_ASIDE = re.compile(r"[–—]|\s-+\s|,\s")
_BRACKETED = re.compile(r"\(([^()]{1,2000})\)")


def _quotes_balance(pair: PairText, _: Knowledge) -> Iterator[str]:
    marks = _DOUBLE.findall(pair.target)
    if len(marks) % 2 and not len(_DOUBLE.findall(pair.source)) % 2:
        yield f"{quoted(marks)}: a quotation mark is missing or one too many"


def _brackets_balance(pair: PairText, _: Knowledge) -> Iterator[str]:
    source, target = (text.count("(") - text.count(")") for text in (pair.source, pair.target))
    if target and not source:
        yield f"“{'(' if target > 0 else ')'}” has no counterpart"


def _brackets_kept(pair: PairText, _: Knowledge) -> Iterator[str]:
    # One word is an abbreviation, or what the reader of the source needs: "(SPD)".
    said = [inside for inside in _BRACKETED.findall(pair.source) if len(words_of(inside)) > 1]
    lost = len(said) - pair.target.count("(")
    # A translator may set an aside off with dashes or commas instead.
    asides = len(_ASIDE.findall(pair.target)) - len(_ASIDE.findall(pair.source))
    if lost > 0 and "(" not in pair.target and asides <= 0:
        yield "what the source has in brackets is not in brackets, or missing"


QUOTES_BALANCE = Check(
    "quotes balance", Severity.WARNING, "close every quotation where it ends", _quotes_balance
)
BRACKETS_BALANCE = Check(
    "brackets balance", Severity.WARNING, "close every bracket where it ends", _brackets_balance
)
BRACKETS_KEPT = Check("brackets kept", Severity.NOTE, "translate the words in brackets", _brackets_kept)
