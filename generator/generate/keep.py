"""Keeps what stays when a seed changes: the ids of its segments, and what an editor translated.

Ids, once written, stay, whatever the source adds or drops above them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TypeVar

from generator.content.same_lines import same_lines
from generator.generate.draft import BrokenTerm, Draft
from generator.language.markup import escape, plain, same_words
from generator.model import Entry, Event, Evidence, Rendering, Segment, SegmentId, TranslationBy

P = TypeVar("P", Evidence, Event, BrokenTerm)
"""What names a segment."""

ALIKE = 0.6
"""How much of two paragraphs must be the same for one to be the other, reworded."""
AHEAD = 50
"""Paragraphs in which a reworded one is looked for by its place; one farther its own words find."""
SEVERAL = -1
WORD = re.compile(r"[\u3040-\u9fff]|[^\s，。、；：！？\u3040-\u9fff]+")
"""Of Chinese and Japanese, which have no spaces, a character."""


def keep_ids(draft: Draft, before: Entry | None, edited: Entry) -> Draft:
    """Give paragraphs that were there before the ids they had; ids, once written, stay.

    Args:
        draft: with segments numbered from 1.
        before: the entry as it was last made; None when that is not known.
        edited: as it is in the file.
    """
    old = before.segments if before else ()
    ids = same_paragraphs([s.text for s in old], [s.text for s in draft.segments])
    named = {new: old[place].id for new, place in ids.items()}
    known = {segment.id for segment in old}
    only_there = [segment for segment in edited.segments if segment.id not in known]
    left = [place for place in range(len(draft.segments)) if place not in named]
    found = same_paragraphs(
        [plain(s.text) for s in only_there], [plain(draft.segments[place].text) for place in left]
    )
    named |= {left[new]: only_there[place].id for new, place in found.items()}
    unused = _unused_ids(segment.id for segment in (*old, *edited.segments))
    renamed = {segment.id: named.get(place) or next(unused) for place, segment in enumerate(draft.segments)}
    entry = draft.entry
    return replace(
        draft.fill(
            blocks=tuple(replace(s, id=renamed[s.id]) for s in draft.segments),
            date_evidence=tuple(_renamed(evidence, renamed) for evidence in entry.date_evidence),
            events=tuple(_renamed(event, renamed) for event in entry.events),
        ),
        broken_terms=tuple(_renamed(broken, renamed) for broken in draft.broken_terms),
    )


def same_paragraphs(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return for each new paragraph that was there before which one it is: first those that read the same."""
    stayed = same_lines(old, new)
    found = {new_place: place for place, new_place in stayed.items()}
    taken = set(stayed)
    moved = {text: place for place, text in enumerate(old) if place not in taken}
    for place, text in enumerate(new):
        if place not in found and text in moved:
            found[place] = moved.pop(text)
    taken = set(found.values())
    start, new_start = 0, 0
    for end, new_end in (*stayed.items(), (len(old), len(new))):
        places = [place for place in range(start, end) if place not in taken]
        new_places = [place for place in range(new_start, new_end) if place not in found]
        found |= _reworded(old, new, places, new_places)
        start, new_start = end + 1, new_end + 1
    return found | _moved_and_reworded(old, new, found)


def _moved_and_reworded(old: Sequence[str], new: Sequence[str], found: Mapping[int, int]) -> dict[int, int]:
    """Pair paragraphs that stand elsewhere and read otherwise: by the words that no other has."""
    if len(found) == len(new):
        return {}
    owners, claims = _own_words(old), _own_words(new)
    taken = set(found.values())
    shared = Counter(
        (place, owners[word])
        for word, place in claims.items()
        if place not in found and word in owners and owners[word] not in taken
    )
    pairs: dict[int, int] = {}
    tried: set[int] = set()
    for new_place, place in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if new_place not in tried and place not in taken:
            tried.add(new_place)
            if _is_alike(old[place], new[new_place]):
                pairs[new_place] = place
                taken.add(place)
    return pairs


def _own_words(texts: Sequence[str]) -> dict[str, int]:
    """Return the words that stand in one of several texts only, with its number."""
    places: dict[str, int] = {}
    for number, text in enumerate(texts):
        for word in set(WORD.findall(text)):
            places[word] = number if word not in places else SEVERAL
    return {word: place for word, place in places.items() if place != SEVERAL}


def _reworded(
    old: Sequence[str], new: Sequence[str], places: Sequence[int], new_places: Sequence[int]
) -> dict[int, int]:
    """Pair paragraphs that are alike enough, in order."""
    found: dict[int, int] = {}
    start = 0
    for number, new_place in enumerate(new_places):
        ahead = range(start, min(start + AHEAD, len(places)))
        if len(places) == len(new_places):
            ahead = range(number, number + 1)
        for candidate in ahead:
            if _is_alike(old[places[candidate]], new[new_place]):
                found[new_place] = places[candidate]
                start = candidate + 1
                break
    return found


def _is_alike(old: str, new: str) -> bool:
    words, new_words = WORD.findall(old), WORD.findall(new)
    needed = ALIKE * (len(words) + len(new_words)) / 2
    most = (Counter(words) & Counter(new_words)).total()
    return most >= needed and len(same_lines(words, new_words)) >= needed


def _renamed(part: P, ids: Mapping[SegmentId, SegmentId]) -> P:
    return replace(part, segment=ids[part.segment]) if part.segment else part


def _unused_ids(taken: Iterable[SegmentId]) -> Iterator[SegmentId]:
    numbers = [int(name[1:]) for name in taken if name[1:].isdecimal()]
    return (SegmentId(f"s{number}") for number in count(max(numbers, default=0) + 1))


@dataclass(frozen=True)
class Answered:
    """What of an entry persons answer for."""

    own: Mapping[SegmentId, Segment] = field(default_factory=dict)
    """Paragraphs whose translation stays as it is in content/: reviewed, or an editor's and otherwise than
    the memory's; each signed by who made it, with the source that it belongs to."""
    edited: Mapping[SegmentId, Segment] = field(default_factory=dict)
    """Paragraphs of which an editor wrote at least a sentence."""
    titles: Entry | None = None
    """Whose titles are written while the original is the same: those in content/, where a review stands, or
    those made last, where an editor worded them, which merging keeps then."""


def keep_answered(entry: Entry, answered: Answered) -> Entry:
    """Put back the words that persons answer for, and sign as an editor's what an editor had part in.

    Args:
        entry: as the generator made it, with what the memory says.
        answered: what persons answer for.
    """
    by = entry.translation.by if entry.translation else TranslationBy.EDITOR
    if (of := answered.titles) and entry.own_title == of.own_title:
        names = {name: getattr(of, name) for name in ("title", "original_title", "translated_title")}
        entry = replace(entry, **names)
    blocks = (_with_own(b, answered, by) if isinstance(b, Segment) else b for b in entry.blocks)
    return replace(entry, blocks=tuple(blocks))


def _with_own(segment: Segment, answered: Answered, by: TranslationBy) -> Segment:
    own = answered.own.get(segment.id)
    # An editor may have told the languages the other way round: merging keeps that, as it is.
    is_of_text = own and own.language == segment.language and same_words(own.text, segment.text)
    if own and own.rendering and is_of_text:
        words = escape(" ".join(plain(own.rendering.text).split()))
        return replace(segment, rendering=_signed(replace(own.rendering, text=words), own.rendering.by, by))
    edited = answered.edited.get(segment.id)
    if edited and segment.rendering and same_words(edited.text, segment.text):
        return replace(segment, rendering=_signed(segment.rendering, TranslationBy.EDITOR, by))
    return segment


def _signed(rendering: Rendering, author: TranslationBy | None, by: TranslationBy) -> Rendering:
    return replace(rendering, by=author if author is not by else None)
