"""What editors made of an entry: each part that reads otherwise than the generator's, with both versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from generator.content import front_matter
from generator.content.authors import author
from generator.content.entry_file import NOT_IN_THE_HEADER
from generator.content.fields import plain_values
from generator.content.history import EntryHistory
from generator.content.memory import Memory
from generator.language.markup import plain, same_words
from generator.language.sentences.split import join_sentences
from generator.model import Entry, Segment, TranslationBy

TRANSLATION = "translation"


@dataclass(frozen=True)
class Edit:
    """A part of an entry that an editor changed."""

    part: str
    """A key of the front matter, the id of a segment, `s3, translation`, or `below s3`."""
    made: str | None
    """What the generator, or the machine, made of it; empty: nothing; None: that is not known."""
    mine: str
    """What the file holds; empty: the editor took it out."""


def edits_of(history: EntryHistory, memory: Memory) -> list[Edit]:
    """Return what editors changed, in the order of the file.

    `memory`: where the machine's sentences are that editors' took the place of.
    """
    if history.baseline is None:
        return []
    edits = [*_keys(history.entry, history.baseline)]
    for segment in history.entry.segments:
        before = history.before(segment)
        if before is None or not same_words(before.text, segment.text):
            edits.append(Edit(segment.id, plain(before.text) if before else "", plain(segment.text)))
        if segment.rendering and history.is_editors(segment):
            made = _machines(segment, history, memory)
            edits.append(Edit(f"{segment.id}, {TRANSLATION}", made, plain(segment.rendering.text)))
    there = {segment.id for segment in history.entry.segments}
    gone = (segment for segment in history.baseline.segments if segment.id not in there)
    edits += [Edit(segment.id, plain(segment.text), "") for segment in gone]
    return [*edits, *_prose(history.entry, history.baseline)]


def _prose(entry: Entry, baseline: Entry) -> Iterator[Edit]:
    """Yield notes, footnotes, and paragraphs without a name: no generator writes them."""
    made = frozenset(baseline.blocks)
    place = "above the text"
    for block in entry.blocks:
        if isinstance(block, Segment):
            place = f"below {block.id}"
        elif block not in made:
            yield Edit(place, "", block.text)


def machines_text(segment: Segment, memory: Memory) -> str | None:
    """Return what a machine made of a segment, from the memory; None where it does not know all of it.

    Terms are not put right in it.
    """
    if segment.rendering is None:
        return None
    key = plain(segment.text), segment.language, segment.rendering.language
    for pairs in ([memory.lookup(*key)], memory.sentence_pairs(*key)):
        known = [pair.machine_target for pair in pairs if pair and pair.machine_target]
        if known and len(known) == len(pairs):
            return join_sentences(known, segment.rendering.language)
    return None


def _keys(entry: Entry, baseline: Entry) -> Iterator[Edit]:
    for field in fields(Entry):
        mine, made = getattr(entry, field.name), getattr(baseline, field.name)
        # Who translated follows from the paragraphs.
        if field.name not in (*NOT_IN_THE_HEADER, TRANSLATION) and mine != made:
            yield Edit(field.name, _yaml(field.name, made), _yaml(field.name, mine))


def _yaml(name: str, value: object) -> str:
    return (
        front_matter.dump({name: plain_values(name, value)} if value else {}).partition(":")[2].strip("{}\n ")
    )


def _machines(segment: Segment, history: EntryHistory, memory: Memory) -> str | None:
    before = history.before(segment)
    was = before.rendering if before else None
    if was and author(was, history.machine_made) is TranslationBy.ARGOS:
        return plain(was.text)
    text = machines_text(segment, memory)
    return "" if text is None and (was is None or _is_new(segment, memory)) else text


def _is_new(segment: Segment, memory: Memory) -> bool:
    """Tell whether no machine had translated a segment when an editor did, as the memory says."""
    assert segment.rendering
    pairs = memory.pairs_for(plain(segment.text), segment.language, segment.rendering.language)
    return bool(pairs) and not any(pair.machine_target for pair in pairs)
