"""Who speaks for an office in a text's opening, and whether a press conference is spoken of.

Two texts that both name a president may be two ministries' briefings on one day: what tells them apart is who
spoke. A name needs no record for that.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.language.lexicons import LEXICONS
from generator.language.markup import plain
from generator.language.sentences.quote import rough_spans
from generator.links.accounts import opening_of
from generator.model import Entry, Kind, Language, Mention, Nature, Record, SegmentId, Slug, Span

OFFICE = re.compile(
    r"\bspokes(?:man|men|woman|women|people|persons?)\b|\b(?!Laut|Für)(?:[A-ZÄÖÜ][a-zäöüß]*)?[Ss]precher(?:in|s)?\b",
    re.IGNORECASE,
)
BRIEFING = re.compile(
    r"\b(?:press|news|media) (?:conference|briefing)s?\b|\bbriefings?\b|\b\w{0,20}pressekonferenz(?:en)?\b"
    r"|\bpressegespräch(?:s|e)?\b",
    re.IGNORECASE,
)
NAME = r"[^\W\d_a-zäöüß]\w+(?:-\w+)?"
AFTER = re.compile(rf",? ((?:{NAME} ){{1,4}}{NAME})\b")
BEFORE = re.compile(rf"\b((?:{NAME} ){{1,4}}{NAME}), (?:[\w-]+ ){{0,6}}$")
FURTHEST_NAME = 110
"""Characters before an office in which a name is looked for: the cost stays linear."""


@dataclass(frozen=True)
class Speakers:
    """Who speaks in a text."""

    office: frozenset[str] = frozenset()
    """Spokespersons, by record, or by name where there is none."""
    briefing: bool = False
    """A press conference or briefing is spoken of."""


@dataclass(frozen=True)
class _Person:
    span: Span
    identity: str


def find_speakers(entry: Entry, mentions: Sequence[Mention], records: Mapping[Slug, Record]) -> Speakers:
    """Return who speaks in an entry's opening, in the document's own language."""
    persons = [one for one in mentions if one.span and records[one.record].kind.nature is Nature.PERSON]
    persons.sort(key=lambda one: one.span.start if one.span else 0)
    office = (
        speaker
        for segment, language, text in _opening(entry)
        for speaker in _spokespersons(
            text,
            [
                _Person(mention.span, mention.record)
                for mention in persons
                if mention.span and (mention.segment, mention.language) == (segment, language)
            ],
        )
    )
    return Speakers(frozenset(office), entry.kind is Kind.PRESS_CONFERENCE or _tells_of_briefing(entry))


def _opening(entry: Entry) -> Iterator[tuple[SegmentId | None, Language, str]]:
    yield None, entry.language, entry.own_title
    for segment in opening_of(entry):
        yield segment.id, segment.language, plain(segment.text)


def _tells_of_briefing(entry: Entry) -> bool:
    texts = (entry.own_title, *(plain(segment.text) for segment in entry.segments))
    return any(map(BRIEFING.search, texts))


def _spokespersons(text: str, persons: Sequence[_Person]) -> Iterator[str]:
    """Yield of each office the person whose name stands nearest to it in its sentence."""
    for sentence in rough_spans(text):
        inside = [one for one in persons if sentence.start <= one.span.start < sentence.end]
        starts = [one.span.start for one in inside]
        for office in OFFICE.finditer(text, sentence.start, sentence.end):
            after = bisect(starts, office.start())
            near = inside[max(0, after - 1) : after + 1]
            if named := [*near, *_unrecorded(text, sentence, office, near)]:
                yield min(named, key=lambda person: _distance(person.span, office)).identity


def _unrecorded(
    text: str, sentence: Span, office: re.Match[str], persons: Sequence[_Person]
) -> Iterator[_Person]:
    """Yield names right after or right before an office ("spokeswoman Mao Ning", "Mao Ning, a …")."""
    after = AFTER.match(text, office.end(), sentence.end)
    before = BEFORE.search(text, max(sentence.start, office.start() - FURTHEST_NAME), office.start())
    for match in (after, before):
        words = _without_title(match[1].split()) if match else []
        # A headline goes on in capitals: "Spokesperson Mao Ning Holds …".
        name = words[:2] if match is after else words
        if match and len(name) == 2:
            span = Span(*match.span(1))
            if not any(one.span.start < span.end and span.start < one.span.end for one in persons):
                yield _Person(span, " ".join(name).casefold())


def _without_title(words: Sequence[str]) -> Sequence[str]:
    """Leave out all up to a title: "Senior Colonel Zhang Xiaogang"."""
    last = max((number for number, word in enumerate(words) if LEXICONS.is_title(word)), default=-1)
    return words[last + 1 :]


def _distance(person: Span, office: re.Match[str]) -> int:
    return max(person.start - office.end(), office.start() - person.end, 0)
