"""Quotation marks and brackets close what they open, and what is quoted stays quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import words_of
from generator.model import Severity

# Both German and English use “: to close the one, to open the other. So marks are counted.
_DOUBLE = re.compile(r"[\"“”„«»「」『』]")
_SINGLE_OPEN = re.compile(r"(?<!\w)['‘‚‹](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])['’‘›](?!\w)")
_QUOTATION = re.compile(r"[\"“„«»「][^\"“”„«»「」]{1,2000}[\"“”»«」]")
_ASIDE = re.compile(r"[–—]|\s-+\s|,\s")
_BRACKETED = re.compile(r"\(([^()]{1,2000})\)")
LONGEST_TITLE = 4
"""Words in quotation marks that may be a title or a doubted word, and not someone's speech."""


def _quotes_balance(pair: PairText, _: Knowledge) -> Iterator[str]:
    marks = _DOUBLE.findall(pair.target)
    if len(marks) % 2 and not len(_DOUBLE.findall(pair.source)) % 2:
        yield f"{quoted(marks)}: a quotation mark is missing or one too many"


def _quotes_kept(pair: PairText, _: Knowledge) -> Iterator[str]:
    lost, added = _speech(pair.source), _speech(pair.target)
    if lost and not _may_quote(pair.target):
        yield f"{quoted(lost)} is not quoted any more"
    elif added and not _may_quote(pair.source):
        yield f"{quoted(added)} is not quoted in the source"


def _speech(text: str) -> list[str]:
    quotations = (match[0][1:-1] for match in _QUOTATION.finditer(text))
    return [one for one in quotations if len(words_of(one)) > LONGEST_TITLE]


def _may_quote(text: str) -> bool:
    return bool(_DOUBLE.search(text) or (_SINGLE_OPEN.search(text) and _SINGLE_CLOSE.search(text)))


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
QUOTES_KEPT = Check(
    "quotes kept",
    Severity.WARNING,
    "put in quotation marks what the source quotes, and only that",
    _quotes_kept,
)
BRACKETS_BALANCE = Check(
    "brackets balance", Severity.WARNING, "close every bracket where it ends", _brackets_balance
)
BRACKETS_KEPT = Check("brackets kept", Severity.NOTE, "translate the words in brackets", _brackets_kept)
