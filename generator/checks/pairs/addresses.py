"""Web and mail addresses and placeholders are the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.pairs.pair import Check, Knowledge, PairText, differences, quoted
from generator.model import Severity

# Each begins where no word is under way, so that a long word is read once and not from every letter.
_URL = re.compile(r"(?<![\w.])(?:(?:https?|ftp)://|www\.)[^\s<>\"“”„«»]+", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_ADDRESSES = (re.compile("://|[wW]{3}[.]"), _URL), (re.compile("@"), _MAIL)
"""Each after what every one of its kind has: a look for it spares most texts the search."""
_PLACEHOLDER = re.compile(r"\{\w{0,40}\}|%\(\w{1,40}\)[sd]|</?[a-zA-Z][^<>]{0,200}>")
_RESIDUE = re.compile(r"<unk>|<pad>|</?s>|▁|⁇|\ufffd|@@(?=\s)|@-@|&(?:amp|quot|apos|lt|gt|nbsp|#\d{1,5});")
_AFTER = ".,;:!?…)]}'\"’”"
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


def _addresses(pair: PairText, _: Knowledge) -> Iterator[str]:
    yield from _differences(*map(_found, (pair.source, pair.target)))


def _found(text: str) -> dict[str, str]:
    patterns = [pattern for sign, pattern in _ADDRESSES if sign.search(text)]
    found = [match[0].rstrip(_AFTER) for pattern in patterns for match in pattern.finditer(text)]
    return {_SCHEME.sub("", address).rstrip("/").lower(): address for address in found}


def _placeholders(pair: PairText, _: Knowledge) -> Iterator[str]:
    found = (
        (match[0] for match in _PLACEHOLDER.finditer(text) if not _RESIDUE.fullmatch(match[0]))
        for text in (pair.source, pair.target)
    )
    yield from _differences(*({one: one for one in ones} for ones in found))


def _differences(source: dict[str, str], target: dict[str, str]) -> Iterator[str]:
    lost = [written for key, written in source.items() if key not in target]
    yield from differences(lost, [written for key, written in target.items() if key not in source])


def _residue(pair: PairText, _: Knowledge) -> Iterator[str]:
    left = [match[0] for match in _RESIDUE.finditer(pair.target) if match[0] not in pair.source]
    if left:
        yield f"{quoted(left)} is a leftover of the machine"


ADDRESSES = Check("addresses", Severity.WARNING, "copy the address as it stands in the source", _addresses)
PLACEHOLDERS = Check(
    "placeholders", Severity.WARNING, "copy the placeholder as it stands in the source", _placeholders
)
RESIDUE = Check("residue", Severity.WARNING, "write the word or sign that belongs there", _residue)
