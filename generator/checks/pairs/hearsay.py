"""What is only said to have happened is not told as a fact: "soll gestohlen haben" is not "stole"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.pairs.pair import Check, Knowledge, PairText, differences
from generator.model import ENGLISH, GERMAN, Severity

_SAID = re.compile(
    r"\b([Ss]oll(?:en)?)\b[^.;:!?]{0,200}?\b(\w{3,}(?:t|en) (?:haben|worden sein|gewesen sein))\b"
)
_TOLD = re.compile(
    r"(?i)\b(?:accord|accus|alleg|appar|appear|assum|believ|charge|claim|may\b|might|presum|purport|report|rumou?r"
    r"|said\b|says\b|saying|seem|suppos|suspect|thought|to have\b|told\b|understood)"
)
"""What keeps it from being a fact, anywhere in the translation."""


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    texts = {pair.source_language: pair.source, pair.target_language: pair.target}
    if texts.keys() != {GERMAN, ENGLISH} or "oll" not in texts[GERMAN]:
        return
    said = [" … ".join(match.groups()) for match in _SAID.finditer(texts[GERMAN])]
    if said and not _TOLD.search(texts[ENGLISH]):
        yield from differences(*((said, []) if pair.source_language == GERMAN else ([], said)))


HEARSAY = Check("hearsay", Severity.WARNING, "say that it is only said: “is alleged to have”", _problems)
