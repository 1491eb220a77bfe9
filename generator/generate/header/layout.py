"""What stands where in a document: its lines with their words, the text among them, its addresses."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.dates.anchor import ONE_DAY
from generator.dates.edtf import bounds_of
from generator.generate.draft import Draft
from generator.generate.header.look import is_dated
from generator.generate.reasons import LABELLED
from generator.generate.seed_text import Line, Statement, Subject
from generator.generate.transcript import spoken_by, turn_labels
from generator.language.letters import fold
from generator.model import Role

WORD = re.compile(r"[^\W_]+")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]{4,500}")
LONGEST_WITH_ADDRESS = 2_000
BEGINNING, END = 220, 100
"""Characters of a line's beginning and end in which a stamp may stand."""
ASIDE = re.compile(r"\([^()]{2,100}\)")
APART = 8
"""Lines that part a text into parts."""
SOME_WORDS = 5
LONGEST = 300
"""Characters of a line that may be anything but text; a longer one is not looked at whole."""


SENDER = re.compile(
    r"(?:from|von)\s?:\s+\"?(?P<name>[^<>()\[\]@\"]{2,80})\"?\s?[<(\[](?:mailto:)?[^\s@]{1,80}@",
    re.IGNORECASE,
)
"""The address behind the name tells that it is a mail's."""


@dataclass(frozen=True)
class Layout:
    """A document as its header is looked for in it. Lines are counted from 0 here."""

    lines: tuple[Line, ...]
    words: tuple[tuple[str, ...], ...]
    """Of each line, folded; of a long one, those it begins with."""
    kept: frozenset[int]
    first: int
    """The first line of the text; behind the last line where there is none."""
    main: int
    """The first line of its longest part: boxes and menus that were taken for text may stand above."""
    last: int
    """The last line of the text."""
    text: Mapping[str, int]
    """The words its paragraphs begin with, and how many have each."""
    paragraphs: frozenset[int]
    likely: tuple[float, ...]
    """How likely each line is the article's."""
    labelled: frozenset[int]
    """Lines that tell of the text, as collections have them above it: "Source: …"."""
    claims: frozenset[int]
    """Lines that claim the rights."""
    holders: frozenset[str]
    """The words of these."""
    dated: frozenset[int]
    """Lines that have the form of a day at their beginning or end."""
    first_kept: int | None
    first_long: int | None
    """The first line of five words or more among the ten above the text."""
    longest_above: int | None
    """The line of most words among the ten above the text."""
    places: Mapping[tuple[str, ...], tuple[int, ...]]
    """Where lines of the same words stand."""
    is_spaced: bool
    """Some of its lines, not all, have blank lines between them."""
    labels: frozenset[str]
    """Of those who speak in a transcript."""
    has_asides: bool
    """Several lines are in brackets, as minutes have them: (Applause), (Laughter)."""
    addresses: tuple[str, ...]
    """Of web pages, as they stand in the sidecar, the page's markup and its lines."""
    own_addresses: tuple[str, ...]
    """Those of the page itself: the sidecar's, then what its markup states."""
    statements: tuple[Statement, ...]
    no_later: datetime.date
    """The last day on which it may have been published."""

    def said(self, about: Subject) -> list[Statement]:
        """Return what the page's markup says of a subject."""
        return [statement for statement in self.statements if statement.about is about]

    def is_said(self, text: str) -> bool:
        """Tell whether a line begins with the name of somebody who speaks in the transcript."""
        return spoken_by(text) in self.labels


def lay_out(draft: Draft, today: datetime.date | None = None) -> Layout:
    """Return what stands where in a draft whose lines are sorted.

    `today`: no document is of a later day; None: nothing is known of that.
    """
    lines = draft.lines
    words = tuple(words_of(line.text) for line in lines)
    numbers = {line.number for line in draft.kept}
    kept = frozenset(i for i, line in enumerate(lines) if line.number in numbers)
    prose = {line.number for line in draft.kept if line.role is Role.PARAGRAPH}
    paragraphs = [i for i, line in enumerate(lines) if line.number in prose]
    first = paragraphs[0] if paragraphs else len(lines)
    main = _longest_part(lines, paragraphs)
    above = range(max(0, first - 10), first)
    own = tuple(_own_addresses(draft))
    claims = frozenset(index for index, line in enumerate(lines) if _claims(line.text))
    labelled = {(one.number, one.text) for one in draft.dropped if one.rule == LABELLED}
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, of_line in enumerate(words):
        places[of_line].append(index)
    return Layout(
        lines,
        words,
        kept,
        first=first,
        main=main,
        last=paragraphs[-1] if paragraphs else len(lines),
        text=Counter(word for i in paragraphs for word in set(words[i])),
        paragraphs=frozenset(paragraphs),
        likely=tuple(draft.likely.get(line.number, line.number in numbers) for line in lines),
        labelled=frozenset(i for i, line in enumerate(lines) if (line.number, line.text) in labelled),
        claims=claims,
        holders=frozenset(word for index in claims for word in words[index]),
        dated=frozenset(index for index, line in enumerate(lines) if line.stamp or _is_dated(line.text)),
        first_kept=min(kept, default=None),
        first_long=next((index for index in above if len(words[index]) >= SOME_WORDS), None),
        longest_above=max(above, key=lambda index: len(words[index]), default=None),
        places={key: tuple(found) for key, found in places.items()},
        is_spaced=len({after.number - before.number > 1 for before, after in pairwise(lines)}) > 1,
        labels=turn_labels(draft.kept),
        has_asides=len({of_line.text for of_line in lines if ASIDE.fullmatch(of_line.text)}) > 1,
        addresses=(*own, *_addresses(draft)),
        own_addresses=own,
        statements=draft.statements,
        no_later=_no_later(draft, today),
    )


def _no_later(draft: Draft, today: datetime.date | None) -> datetime.date:
    """Return the day after which nobody can have fetched it: one more, as it may be that day elsewhere."""
    fetched = bounds_of(draft.sidecar.accessed)
    days = [day for day in (fetched and fetched.latest, today) if day and day < datetime.date.max]
    return min(days) + ONE_DAY if days else datetime.date.max


def _longest_part(lines: Sequence[Line], paragraphs: Sequence[int]) -> int:
    """Return where the longest part of the text begins that no more than some lines interrupt."""
    lengths: dict[int, int] = {}
    start = before = -APART
    for index in paragraphs:
        start = start if index - before < APART else index
        lengths[start] = lengths.get(start, 0) + len(lines[index].text)
        before = index
    return max(lengths, key=lambda index: lengths[index], default=len(lines))


def _claims(text: str) -> bool:
    return "©" in text or text[:9].casefold().startswith(("copyright", "(c)"))


def _is_dated(text: str) -> bool:
    if len(text) <= BEGINNING + END:
        return is_dated(text)
    return is_dated(text[:BEGINNING]) or is_dated(text[-END:])


def words_of(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text, folded; of a long text, of its beginning."""
    return tuple(WORD.findall(fold(text[:LONGEST])))


def _own_addresses(draft: Draft) -> list[str]:
    found = [draft.sidecar.url] if draft.sidecar.url else []
    stated = (one.value for one in draft.statements if one.about is Subject.ADDRESS)
    return [*found, *(address for address in stated if address.startswith(("http://", "https://")))]


def _addresses(draft: Draft) -> list[str]:
    texts = (line.text for line in draft.lines if len(line.text) <= LONGEST_WITH_ADDRESS)
    return [address for text in texts if "://" in text or "www." in text for address in ADDRESS.findall(text)]


def find_sender(layout: Layout) -> str | None:
    """Return who sent the document, the given name first; None: it is no mail."""
    matches = (SENDER.match(layout.lines[index].text) for index in sorted(layout.labelled))
    name = next((match["name"].strip() for match in matches if match), None)
    return " ".join(reversed(name.split(", "))) if name and name.count(", ") == 1 else name
