"""Finds who wrote a document: named by its markup, or in a line that says so near the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from generator.dates.calendar import MONTH, WEEKDAY
from generator.generate.draft import Draft
from generator.generate.header.date_candidates import parted
from generator.generate.header.layout import Layout, find_sender, words_of
from generator.generate.header.look import BY_WORDS
from generator.generate.header.title import Headline
from generator.generate.header.weights import NameCandidate, those_that_hold, weights_for
from generator.generate.line_forms import CREDIT
from generator.generate.reasons import BYLINE
from generator.generate.seed_text import Subject
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import DroppedLine

ADDRESS = re.compile(r"^\w+://|@")
BEFORE_NAMES = re.compile(r"^(?:By|BY|by|Von|VON):?\s(?=[^\W\d_a-zäöü])")
SEVERAL = "; "
"""Between names with commas in them: "Sample, Jane"."""


ABOVE, BEHIND = 6, 10
"""Lines around the headline that may name the author."""
BELOW = 6
"""Lines below the text that may."""
LONGEST, LONGEST_LABEL = 120, 40
"""Characters of a line with a name, and of one that ends with "by"."""
_NAME = r"[^\W\d_a-zäöüß][\w.'’-]*"
_PART = rf"(?:{_NAME}|von|van|de|der|den|del|della|di|da|al|el|bin|zu|zur)"
PERSON = rf"{_NAME}(?:\s{_PART}){{0,3}}\s{_NAME}"
NAMES = rf"(?:{PERSON})(?:(?:,\s|\s(?:und|and|&)\s|\s?/\s?)(?:{PERSON})){{0,4}}"
EDITORS = BY_WORDS - LEXICONS.function_words
"""Whom markup and pages name where they name no person: "Redaktion", "Staff"."""
WRITTEN_BY = re.compile(
    rf"(?:^|[|·•/–—,(]\s?|\s)(?P<label>(?i:{'|'.join(sorted(BY_WORDS))}))(?:\s(?i:by|von))?\s?:?\s(?!(?i:the)\s)(?P<names>{NAMES})"
)
LABEL_ABOVE = re.compile(
    rf"^(?:[\W\d_]{{0,30}}\s|[^\W\d_]{{2,20}}(?<!ed)(?<!ert)\s)?(?P<label>(?i:{'|'.join(sorted(BY_WORDS))})):?$"
)
"""A line that ends with the word for who wrote the text, not who presents it: "11:46 von", "Article by"."""
BARE = re.compile(rf"^(?!(?:By|BY|Von|VON)\s){NAMES}(?=$|,\s[a-zäöü])")
_WRITER = rf"(?i:\w*(?:{'|'.join(sorted(LEXICONS.united(lambda one: one.stamps.writers)))})(?:in|s)?)\b"
WRITER_BEFORE = re.compile(
    rf"^(?P<label>(?:.{{0,40}}?\b)??(?i:{'|'.join(sorted(BY_WORDS))}):?\s|)(?i:unser\w{{0,2}}\s)?(?:{_NAME}\s){{0,3}}?"
    rf"(?:(?<=\s){_WRITER}|(?!(?i:{'|'.join(sorted(BY_WORDS))})\b){_WRITER})\s(?=(?:Dr\.\s)?{PERSON})"
)
""" "By Staff Writer Jane Sample", "Von unserem Redakteur Jens Mahler"; "Reporter Jane Sample" is a label."""
WRITER_BEHIND = re.compile(rf"(?<=\w),\s(?:[\w’'-]+\s){{0,4}}?{_WRITER}.*$")
FULL_STOP = re.compile(r"(?<=\w{3})\.$")
PART = re.compile(r"\s?[|/·•]\s?|\s[–—-]\s|\s{2,}|[()]|,\s(?=\d)")
TRAILING = re.compile(rf"(?:,?\s(?i:{MONTH}|{WEEKDAY}|last)\.?)+$")
"""What stands between a name and a date."""
ABBREVIATION = re.compile(r"\b[^\W\d_a-zäöüß]{2,5}\b")
"""No first name, but a court's or a party's."""
MENU = 3
"""Words of a menu's item."""
SMALL = LEXICONS.function_words - {"von", "zu", "der", "den"}
"""Words that no name has."""
NO_NAMES = LEXICONS.united(
    lambda one: (
        one.stamps.published | one.stamps.updated | one.stamps.comment | one.stamps.today | one.stamps.general
    )
)


def find_author(layout: Layout, headline: Headline | None, publisher: str | None = None) -> str | None:
    """Return who wrote the document; None where nothing says it.

    Args:
        layout: the document.
        headline: its headline.
        publisher: who published it: not the author as well, unless markup says so.
    """
    if told := _told(layout) or find_sender(layout):
        return told
    other = " ".join(words_of(publisher or ""))
    found = [one for one in author_candidates(layout, headline) if one.words != other]
    chosen = weights_for("author").choose([one.words for one in found], [one.features for one in found])
    return found[chosen.best].name if chosen else None


def _told(layout: Layout) -> str | None:
    """Return all whom the first markup that names any does, once each."""
    said = [
        replace(one, value=name)
        for one in layout.said(Subject.AUTHOR)
        if (name := BEFORE_NAMES.sub("", one.value))
        and not ADDRESS.search(name)
        and len(name) <= LONGEST
        and EDITORS.isdisjoint(words_of(name))
    ]
    names = [one.value for one in said if one.where == said[0].where]
    return (SEVERAL if any("," in name for name in names) else ", ").join(dict.fromkeys(names)) or None


def take_byline(draft: Draft, author: str | None) -> Draft:
    """Take the lines out of the text that say no more than who wrote it: "By Jane Sample".

    Args:
        draft: with its headline taken out.
        author: as found.
    """
    name = words_of(author or "")
    lines = [line for line in draft.kept if len(line.text) <= LONGEST and _is_byline(line.text, name)]
    numbers = {line.number for line in lines}
    kept = tuple(line for line in draft.kept if line.number not in numbers)
    if not (name and lines and kept):
        return draft
    dropped = [*draft.dropped, *(DroppedLine(line.number, line.text, BYLINE) for line in lines)]
    return replace(draft, kept=kept, dropped=tuple(sorted(dropped, key=lambda line: line.number)))


def _is_byline(text: str, name: tuple[str, ...]) -> bool:
    words = words_of(_without_job(text))
    says_more = len(words_of(text)) > len(name)
    return says_more and words[-len(name) :] == name and BY_WORDS.issuperset(words[: -len(name)])


def author_candidates(layout: Layout, headline: Headline | None) -> list[NameCandidate]:
    """Return the names that may be the author's.

    Args:
        layout: the document.
        headline: its headline.
    """
    middle = layout.first if headline is None or headline.index is None else headline.index
    count = len(layout.lines)
    near = range(max(0, middle - ABOVE), min(count, max(middle + BEHIND, layout.first)))
    below = range(layout.last + 1, min(count, layout.last + 1 + BELOW))
    title = frozenset(words_of(headline.text)) if headline else frozenset()
    found = []
    for index in (*near, *below):
        text = layout.lines[index].text
        if len(text) > LONGEST or (headline and index == headline.index):
            continue
        place = _place(layout, index, middle)
        above = layout.lines[index - 1].text if index else ""
        for given, how in _names_in(text, index in layout.dated, above):
            name = FULL_STOP.sub("", TRAILING.sub("", given))
            if words := words_of(name):
                seen = _features(layout, name, words, title, text) | _around(layout, index)
                seen[how] = seen[place] = seen[f"{how}, {place}"] = 1.0
                found.append(NameCandidate(name, " ".join(words), seen))
    return found


def _names_in(text: str, is_dated: bool, above: str) -> Iterator[tuple[str, str]]:
    """Yield the names a line gives, with how; of whom it names by an office, it tells."""
    text = _without_job(CREDIT.split(text)[0])
    if is_dated:
        text = parted(text)
    match = WRITTEN_BY.search(text)
    if match:
        inside = "" if match.start() == 0 else " inside the line"
        yield _alike(match["names"]), f"after {fold(match['label'])}{inside}"
    elif bare := BARE.match(text):
        label = LABEL_ABOVE.search(above) if len(above) <= LONGEST_LABEL and bare[0] == text else None
        if label:
            yield bare[0], f"after {fold(label['label'])}"
        elif not any(map(LEXICONS.is_office, words_of(text)[:2])):
            yield bare[0], "a line" if bare[0] == text else "begins the line"
    else:
        for part in PART.split(text):
            if bare := BARE.match(part.strip()):
                yield bare[0], "beside a date" if is_dated else "part of a line"


def _without_job(text: str) -> str:
    """Return a line without what the one it names does: "By Jane Sample, Staff Writer"."""
    return WRITER_BEFORE.sub(r"\g<label>", WRITER_BEHIND.sub("", text))


def _alike(names: str) -> str:
    """Return the names in capitals alone, where the first is: what follows is whose reporter they are."""
    first, *others = names.split(", ")
    return ", ".join([first, *takewhile(str.isupper, others)]) if first.isupper() else names


def _features(
    layout: Layout, name: str, words: tuple[str, ...], title: frozenset[str], text: str
) -> dict[str, float]:
    known = frozenset(words)
    others = len(words_of(text)) - len(words)
    marks = {
        "one word": len(words) == 1,
        "two words": len(words) == 2,
        "three words": len(words) == 3,
        "more words": len(words) > 3,
        "in capitals": name.isupper(),
        "an abbreviation in it": not name.isupper() and ABBREVIATION.search(name) is not None,
        "no name": not (NO_NAMES | EDITORS).isdisjoint(known),
        "small words in it": not SMALL.isdisjoint(known),
        "in the headline": not known.isdisjoint(title),
        "in the text": all(word in layout.text for word in words),
        "last word in the text": words[-1] in layout.text,
        "in several lines": len(layout.places.get(words, ())) > 1,
        "in a copyright line": known <= layout.holders,
        "few words beside it": 0 < others <= 3,
        "some words beside it": 3 < others <= 8,
        "many words beside it": others > 8,
        "ends a sentence": text[-1:] in ".:?!" and others > 2,
    }
    return those_that_hold(marks)


def _around(layout: Layout, index: int) -> dict[str, float]:
    """Tell what stands around a line: a menu, prose."""
    around = [i for i in (index - 2, index - 1, index + 1, index + 2) if 0 <= i < len(layout.words)]
    marks = {
        "among short lines": sum(len(layout.words[i]) <= MENU for i in around) >= 3,
        "prose above": index > 0 and len(layout.lines[index - 1].text) > LONGEST,
        "prose below": index + 1 < len(layout.lines) and len(layout.lines[index + 1].text) > LONGEST,
    }
    return those_that_hold(marks)


def _place(layout: Layout, index: int, middle: int) -> str:
    if index > layout.last:
        return "right below the text" if index <= layout.last + 2 else "below the text"
    gap = index - middle
    if gap < 0:
        return "right above the headline" if gap >= -2 else "above the headline"
    return "right below the headline" if gap <= 2 else "below the headline" if gap <= 5 else "further below"
