"""Who speaks for whom in a text's opening, and whether it was at a press conference.

Two texts that both name a president may be two ministries' briefings on one day: what tells them apart
is who spoke. A name needs no record for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.language.markup import plain
from generator.language.sentences import rough_sentences
from generator.links.accounts import opening_of
from generator.model import Entry, Kind, Mention, Nature, Record, Slug

OFFICE = re.compile(
    r"\bspokes(?:man|men|woman|women|people|persons?)\b|\b(?!Laut|Für)(?:[A-ZÄÖÜ][a-zäöüß]*)?[Ss]precher(?:in|s)?\b",
    re.IGNORECASE,
)
BRIEFING = re.compile(
    r"\b(?:press|news|media) (?:conference|briefing)s?\b|\bbriefings?\b|\b\w{0,20}pressekonferenz(?:en)?\b"
    r"|\bpressegespräch(?:s|e)?\b",
    re.IGNORECASE,
)
SPEAKS = re.compile(r"\W{1,3}(?:said|says|told|stated|noted|added|sagte|erklärte|betonte)\b")
NAME = r"[^\W\d_a-zäöüß]\w+(?:-\w+)?"
RANKS = frozenset(
    (
        "Senior",
        "Colonel",
        "General",
        "Major",
        "Captain",
        "Admiral",
        "Oberst",
        "Herr",
        "Frau",
        "Mr",
        "Ms",
        "Dr",
    )
)
AFTER = re.compile(rf",? ((?:{NAME} ){{1,4}}{NAME})\b")
BEFORE = re.compile(rf"\b((?:{NAME} ){{1,4}}{NAME}), (?:[\w-]+ ){{0,6}}$")
NEAR = 110
"""Characters between a name and the office: "…, deputy director of the bureau and spokesperson"."""


@dataclass(frozen=True)
class Speakers:
    """Who speaks in a text."""

    office: frozenset[str] = frozenset()
    """Spokespersons, by record, or by name where there is none."""
    alone: frozenset[str] = frozenset()
    """Without a spokesperson: the only person a paragraph about a press conference names."""
    briefing: bool = False
    """A press conference or briefing is spoken of."""


@dataclass(frozen=True)
class _Person:
    start: int
    end: int
    identity: str


def find_speakers(entry: Entry, mentions: Sequence[Mention], records: Mapping[Slug, Record]) -> Speakers:
    """Return who speaks in an entry's opening, in the document's own language."""
    people = {
        mention.surface: str(mention.record)
        for mention in mentions
        if mention.surface and records[mention.record].kind.nature is Nature.PERSON
    }
    title = entry.original_title or entry.title
    opening = [title, *(plain(segment.text) for segment in opening_of(entry))]
    office = frozenset(_officers(opening, people))
    others = () if not office else _other_meetings(mentions, records)
    briefing = entry.kind is Kind.PRESS_CONFERENCE or _is_briefing(entry, title, others)
    alone = frozenset() if office or not briefing else frozenset(_lone_speakers(opening, people))
    return Speakers(office, alone, briefing)


def _officers(paragraphs: Iterable[str], people: Mapping[str, str]) -> Iterator[str]:
    """Yield spokespersons: the name nearest to the office, else who speaks in the next sentence."""
    waits = False
    for sentence in (part for paragraph in paragraphs for part in rough_sentences(paragraph)):
        persons = _persons(sentence, people)
        offices = list(OFFICE.finditer(sentence))
        if waits and not offices:
            yield from _first_to_speak(sentence, persons)
        waits = False
        for office in offices:
            named = [*persons, *_unrecorded(sentence, office, people)]
            nearest = min(named, key=lambda person: _distance(person, office), default=None)
            if nearest and _distance(nearest, office) <= NEAR:
                yield nearest.identity
            else:
                waits = True


def _first_to_speak(sentence: str, persons: Sequence[_Person]) -> Iterator[str]:
    for person in persons[:1]:
        if SPEAKS.match(sentence, person.end):
            yield person.identity


def _lone_speakers(paragraphs: Iterable[str], people: Mapping[str, str]) -> Iterator[str]:
    for paragraph in paragraphs:
        if BRIEFING.search(paragraph):
            named = {person.identity for person in _persons(paragraph, people)}
            if len(named) == 1:
                yield from named


def _persons(text: str, people: Mapping[str, str]) -> list[_Person]:
    found = [
        _Person(start, start + len(surface), identity)
        for surface, identity in people.items()
        if (start := text.find(surface)) >= 0
    ]
    return sorted(found, key=lambda person: person.start)


def _unrecorded(sentence: str, office: re.Match[str], people: Mapping[str, str]) -> Iterator[_Person]:
    """Yield names right after or right before an office ("spokeswoman Mao Ning", "Mao Ning, a …")."""
    recorded = {surface.casefold(): identity for surface, identity in people.items()}
    after = AFTER.match(sentence, office.end())
    before = BEFORE.search(sentence, max(0, office.start() - NEAR), office.start())
    for match in (after, before):
        words = [word for word in match[1].split() if word not in RANKS] if match else []
        if match is after:
            # A headline goes on in capitals: "Spokesperson Mao Ning Holds …".
            words = words[:2]
        name = " ".join(words).casefold()
        if match and len(words) == 2:
            yield _Person(match.start(1), match.end(1), recorded.get(name, name))


def _distance(person: _Person, office: re.Match[str]) -> int:
    return max(person.start - office.end(), office.start() - person.end, 0)


def _other_meetings(mentions: Iterable[Mention], records: Mapping[Slug, Record]) -> tuple[str, ...]:
    """Return words for meetings with a page of their own: a president's annual press conference."""
    return tuple(
        mention.surface
        for mention in mentions
        if mention.surface
        and records[mention.record].kind.nature is Nature.EVENT
        and records[mention.record].connects
    )


def _is_briefing(entry: Entry, title: str, others: Iterable[str]) -> bool:
    text = "\n".join([title, *(plain(segment.text) for segment in entry.segments)])
    for words in others:
        text = text.replace(words, " ")
    return bool(BRIEFING.search(text))
