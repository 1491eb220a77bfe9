"""Names survive, in the spelling of the target language: Beloussow → Belousov."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import words_of
from generator.language.forms import key
from generator.language.lexicons import LEXICONS
from generator.model import Record, Severity

SHORTEST = 3
"""Letters a part of a name must have to stand for all of it: "Jiang", but not "Li"."""


def _survive(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    there = {name.record for name in knowledge.names.find(pair.target)}
    lost = [
        pair.source[name.start : name.end]
        for name in knowledge.names.find(pair.source)
        # A name may be said in part: "Minister Dong".
        if name.record not in there
        and not _is_said_in_part(knowledge.names.records[name.record], pair.target)
    ]
    if lost:
        yield f"{quoted(lost)} of the source is not named"


def _is_said_in_part(record: Record, target: str) -> bool:
    """Tell whether enough words of a record's name stand in the target, together or apart.

    Of a short name, one of its words; of a long one ("Treaty of Good-Neighborliness and Friendly
    Cooperation") half of those that carry meaning: bodies and treaties are named in many ways.
    """
    there = {key(word.surface) for word in words_of(target)}
    for name in (*record.names.values(), *record.aliases):
        words = [word for word in words_of(name) if len(word.folded) >= SHORTEST and word.surface.isalpha()]
        telling = [key(word.surface) for word in words if word.folded not in LEXICONS.function_words]
        if len(telling) > 1 and 2 * sum(word in there for word in telling) >= len(telling):
            return True
    return False


def _spelling(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    for name in knowledge.names.find(pair.target):
        names = knowledge.names.records[name.record].names
        own, other = names.get(pair.target_language, ""), names.get(pair.source_language, "")
        used = pair.target[name.start : name.end]
        if {key(word.surface) for word in words_of(used)} & _spelled_otherwise(other, own):
            yield f"{quoted([used])} is the spelling of the source language, not “{own}”"


def _spelled_otherwise(other: str, own: str) -> set[str]:
    """Return the words of a name that the own language spells otherwise: "Beloussow", not "Belousov".

    Names with more or fewer words are translated and not only spelled otherwise.
    """
    theirs, ours = words_of(other), words_of(own)
    if len(theirs) != len(ours):
        return set()
    different = {key(word.surface) for word in theirs if not word.surface.isupper()}
    return different - {key(word.surface) for word in ours}


NAMES = Check(
    "names", Severity.WARNING, "name it as its record does, or add this spelling to the record", _survive
)
NAME_SPELLING = Check(
    "name spelling", Severity.WARNING, "write the name as its record does for this language", _spelling
)
