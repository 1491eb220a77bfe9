"""Web and mail addresses, handles and placeholders are the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks.pairs.pair import Check, Knowledge, PairText, differences, quoted
from generator.model import Severity

# Each begins where no word is under way, so that a long word is read once and not from every letter.
_URL = re.compile(r"(?<![\w.])(?:(?:https?|ftp)://|www\.)[^\s<>\"“”„«»]+", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_HANDLE = re.compile(r"(?<![\w@.])@\w{2,30}")
_PLACEHOLDER = re.compile(
    r"\{\w{0,40}\}|%\(\w{1,40}\)[sd]|(?<![\d\s])%[sd]\b|</?[a-zA-Z][^<>]{0,200}>|⟦[^⟦⟧]{0,40}⟧|(?<!\w)__\w{1,40}__(?!\w)"
)
_RESIDUE = re.compile(r"<unk>|<pad>|</?s>|▁|⁇|\ufffd|@@(?=\s)|@-@|&(?:amp|quot|apos|lt|gt|nbsp|#\d{1,5});")
_AFTER = ".,;:!?…)]}'\"’”"
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


def without_addresses(text: str) -> str:
    """Return a text with its addresses and placeholders blanked, so that nothing else moves."""
    for pattern in (_URL, _MAIL, _PLACEHOLDER):
        text = pattern.sub(lambda match: "·" * len(match[0].rstrip(_AFTER)) + _tail(match[0]), text)
    return text


def _tail(found: str) -> str:
    return found[len(found.rstrip(_AFTER)) :]


def _addresses(pair: PairText, _: Knowledge) -> Iterator[str]:
    source, target = _found(pair.source), _found(pair.target)
    yield from _differences(source, target)


def _found(text: str) -> dict[str, str]:
    found = [match[0] for pattern in (_URL, _MAIL) for match in pattern.finditer(text)]
    handles = [match[0] for match in _HANDLE.finditer(text)]
    return {_SCHEME.sub("", w).rstrip(_AFTER + "/").lower(): w.rstrip(_AFTER) for w in [*found, *handles]}


def _placeholders(pair: PairText, _: Knowledge) -> Iterator[str]:
    source, target = (
        {match[0]: match[0] for match in _PLACEHOLDER.finditer(text) if not _RESIDUE.fullmatch(match[0])}
        for text in (pair.source, pair.target)
    )
    yield from _differences(source, target)


def _differences(source: dict[str, str], target: dict[str, str]) -> Iterator[str]:
    yield from differences(_named(source, target), _named(target, source))


def _named(these: dict[str, str], those: Iterable[str]) -> list[str]:
    there = set(those)
    return [written for key, written in these.items() if key not in there]


def _residue(pair: PairText, _: Knowledge) -> Iterator[str]:
    left = [match[0] for match in _RESIDUE.finditer(pair.target) if match[0] not in pair.source]
    if left:
        yield f"{quoted(left)} is a leftover of the machine"


ADDRESSES = Check("addresses", Severity.WARNING, "copy the address as it stands in the source", _addresses)
PLACEHOLDERS = Check(
    "placeholders", Severity.WARNING, "copy the placeholder as it stands in the source", _placeholders
)
RESIDUE = Check("residue", Severity.WARNING, "write the word or sign that belongs there", _residue)
