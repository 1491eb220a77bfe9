"""Dates a text by the anniversaries it names: "30. Jahrestag der …" plus the founding year."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from generator.dates.anchor import Anchor, Witness
from generator.dates.edtf import bounds
from generator.dates.passages import Passage
from generator.dates.record_facts import RecordFacts
from generator.model import DatedFact, Evidence
from generator.names.index import FoundName

ANNIVERSARY = re.compile(
    r"(?P<number>\d\d{0,2})(?:\.\s{1,3}Jahrestag|\.\sJubiläum|(?:st|nd|rd|th) anniversary)", re.IGNORECASE
)
COMES_ROUND = re.compile(
    r"\bjährt(?:e)?\ssich\s(?P<what>[^.!?:;]{3,99})\szum\s(?P<number>\d{1,3})\.\sMal\b", re.IGNORECASE
)
""""In diesem Jahr jährt sich die Unterzeichnung des Vertrags zum 20. Mal"."""
WHEN = re.compile(
    r"\b(?:(?P<next>(?:next|coming)\s(?!to\b)|(?:nächste|kommende)[ns]\s)|"
    r"(?P<last>(?:last|past)\s|(?:letzte|vergangene|vorige)[ns]\s|vor(?=jahr))|"
    r"(?P<this>this\s|diese[ms]\s))(?:year|jahr)(?:e?s)?\b",
    re.IGNORECASE,
)
ANOTHER_CLAUSE = re.compile(r"[,;:]|\b(?:and|und|but|aber|that|dass|while|während)\b", re.IGNORECASE)
AROUND = 200
"""Characters around "anniversary" that may say of what, and when."""
BEHIND = 60
"""Characters behind what is celebrated that may say when."""
AWAY = {"last": -1, "this": 0, "next": 1}
SENTENCE_END = re.compile(r"[.!?](?:\s|$)")


def witnesses_of_anniversaries(passages: Iterable[Passage], facts: RecordFacts) -> Iterator[Witness]:
    """Yield what each named anniversary tells about the year a text was written in."""
    for passage in passages:
        matches = list(ANNIVERSARY.finditer(passage.text)) if passage.names else []
        for match, following in zip(matches, [*matches[1:], None], strict=False):
            end = min(match.end() + AROUND, following.start() if following else len(passage.text))
            end = match.end() + len(SENTENCE_END.split(passage.text[match.end() : end])[0])
            if celebrated := _celebrated(passage, match.end(), end, facts):
                yield _witness(_evidence(passage, match, *celebrated))
        for match in COMES_ROUND.finditer(passage.text) if passage.names else ():
            if celebrated := _celebrated(passage, match.start("what"), match.end("what"), facts):
                yield _witness(_evidence(passage, match, *celebrated))


def _witness(evidence: Evidence) -> Witness:
    year = int(evidence.gives)
    return Witness(evidence, (Anchor(datetime.date(year, 1, 1), datetime.date(year, 12, 31)),))


def _celebrated(
    passage: Passage, start: int, end: int, facts: RecordFacts
) -> tuple[FoundName, DatedFact] | None:
    """Return the first name in a stretch of text that has something to celebrate, and that."""
    for name in passage.names:
        if start <= name.start and name.end <= end:
            fact = facts.celebrated(name.record, passage.text[start : name.end])
            if fact:
                return name, fact
    return None


def _evidence(passage: Passage, match: re.Match[str], name: FoundName, fact: DatedFact) -> Evidence:
    text = passage.text
    begun = bounds(fact.date)
    year = (begun.earliest.year if begun else 0) + int(match["number"])
    end = max(match.end(), name.end)
    when = _when(text, match.start(), end)
    return Evidence(
        gives=str(year - AWAY[when]),
        quote=text[match.start() : end],
        segment=passage.segment,
        record=name.record,
        rule=f"anniversary of what was {fact.type} in {fact.date[:4]}, celebrated {when} year",
    )


def _when(text: str, start: int, end: int) -> str:
    """Return whether this, next or last year is celebrated: as told behind it, else right before."""
    behind = SENTENCE_END.split(ANOTHER_CLAUSE.split(text[end : end + BEHIND])[0])[0]
    before = SENTENCE_END.split(text[max(0, start - AROUND) : start])[-1]
    told = WHEN.search(behind) or next(reversed([*WHEN.finditer(before + text[start:end])]), None)
    return (told.lastgroup if told else None) or "this"
