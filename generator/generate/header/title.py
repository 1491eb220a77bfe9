"""Finds a document's headline, and takes its line out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.content.left_out import is_paragraph
from generator.generate.draft import Draft, KeptLine
from generator.generate.header.layout import LONGEST, Layout, words_of
from generator.generate.header.look import is_only_date
from generator.generate.header.title_features import features_of
from generator.generate.header.title_hints import Hint, find_hints, pieces_of, title_shown_by, unglued
from generator.generate.header.weights import Features, Weighed, weights_for
from generator.generate.line_forms import CREDIT, is_caption
from generator.generate.reasons import ABOVE_HEADLINE, REPEATED_HEADLINE
from generator.generate.seed_text import Subject
from generator.model import DroppedLine

MAY_WELL_BE, UNSURE = 0.2, 0.5
"""Shares from which on a line that is not chosen is worth a look, and up to which the chosen one is unsure.

Out of fold, such a line is the headline on 8 of 20 pages, and on 9 of 37 where the chosen one is surer.
"""


MENU, CLOSE_ABOVE = 2, 8
"""Words of a menu's item, and the lines above the text in which a line as short may yet be the headline."""
GAP = re.compile(r"(?<=\w)\s+(?=[:,;](?:\s|$))")
MARK = re.compile(r"^[×✕✖›»•▸►▶→]\s+(?=\w)")
FAR_ABOVE = 60
"""Lines above the text that are looked at."""
CLOSER_ABOVE = 20
"""Lines above the text's longest part that are, where other lines were taken for text above."""
BELOW = 3
"""Lines from either on that are looked at."""
AGREEMENT = ("words of", "words in", "many words in")
"""What the names of features begin with that tell how much a candidate agrees with something."""
CLOSE = 0.5
"""Share of words in common with the page's title, for a line further away to be looked at."""
MOST_COMPARED = 300
"""Lines that a part is compared with."""
SPELT_OUT = 0.8
MOST_ADDRESSES = 12


@dataclass(frozen=True)
class Headline:
    """The headline of a document, and why it is taken for one."""

    text: str
    index: int | None
    """The line it is, where it stands beside the text; None: it is part of one, or markup alone says it."""
    line: int | None
    """The first line it is, or is part of."""
    reasons: tuple[str, ...]
    rivals: tuple[int, ...] = ()
    """Lines of other words that may well be it."""


def find_headline(layout: Layout) -> Headline | None:
    """Return the headline; None where no line looks like one."""
    candidates, weighed = _weighed(layout)
    weights = weights_for(f"title, {title_shown_by(layout)}")
    chosen = weights.taken(weighed)
    if chosen is None:
        return None
    best = candidates[chosen.best]
    first = next((index for index in layout.places.get(best.words, ()) if index), best.index)
    reasons = tuple(weights.reasons(best.features))
    others = weighed[1:] if chosen.share <= UNSURE else []
    near = (candidates[one.best] for one in others if one.share >= MAY_WELL_BE)
    rivals = [one for one in near if not one.is_part and not set(one.words) <= set(best.words)]
    lines = tuple(one.index for one in rivals if one.index is not None)
    # A comma at its end: the headline goes on in a line that is not known.
    line = best.index and first
    return Headline(best.text.rstrip(" ,"), None if best.is_part else best.index, line, reasons, lines)


def _weighed(layout: Layout) -> tuple[list[TitleCandidate], list[Weighed]]:
    candidates = title_candidates(layout)
    values = [" ".join(one.words) for one in candidates]
    weights = weights_for(f"title, {title_shown_by(layout)}")
    return candidates, weights.weigh(values, [one.features for one in candidates])


def given_headline(title: str, layout: Layout) -> Headline | None:
    """Return the headline that the sidecar gives, and the line it is, if one says it; None: it has no words.

    Of several, it is the one that is most like a headline: others are the page's title, a menu's item.
    Any other line that could be taken for the headline stays in the text where it stands below.
    """
    words = words_of(title)
    candidates, weighed = _weighed(layout)
    likely = [candidates[one.best] for one in weighed]
    places = [one.index for one in likely if one.words == words and not one.is_part]
    line = next(iter([*places, *layout.places.get(words, ())]), None)
    return Headline(title, line, line, ("the sidecar gives it",)) if words else None


def take_headline(draft: Draft, layout: Layout, headline: Headline | None) -> Draft:
    """Take the headline's line out of the text, and every line that says it again.

    Args:
        draft: its lines sorted into kept and dropped.
        layout: what stands where in it.
        headline: as it was found.
    """
    if headline is None:
        return draft
    number = 0 if headline.line is None else layout.lines[headline.line].number
    words = words_of(headline.text)
    again = {layout.lines[index].number for index in layout.places.get(words, ())} - {number}
    kept = tuple(line for line in draft.kept if line.number != number and line.number not in again)
    if not kept:
        return draft
    repeated = [
        DroppedLine(line.number, line.text, REPEATED_HEADLINE) for line in draft.kept if line.number in again
    ]
    # A stamp that stood before it on its line is no part of it.
    text = "" if headline.line is None else layout.lines[headline.line].text
    dropped = [line for line in draft.dropped if (line.number, line.text) != (number, text)]
    return replace(
        draft,
        headline=KeptLine(number, headline.text),
        kept=kept,
        dropped=tuple(sorted([*dropped, *repeated], key=lambda line: line.number)),
    )


def take_what_is_above(draft: Draft, layout: Layout) -> Draft:
    """Take out of the text what stands above the headline's line, but for captions, where no paragraph does.

    Args:
        draft: with its headline taken out.
        layout: what stands where in it.
    """
    if draft.headline is None:
        return draft
    # Its own line may be one of several; the first line of all is the page's title.
    places = layout.places.get(words_of(draft.headline.text), ())
    end = min([draft.headline.number, *(layout.lines[index].number for index in places if index)])
    taken = [line for line in draft.kept if line.number < end and not _names_picture(line.text)]
    kept = tuple(line for line in draft.kept if line not in taken)
    if not kept or any(is_paragraph(line.text) for line in taken):
        return draft
    dropped = [*draft.dropped, *(DroppedLine(line.number, line.text, ABOVE_HEADLINE) for line in taken)]
    return replace(draft, kept=kept, dropped=tuple(sorted(dropped, key=lambda line: line.number)))


def _names_picture(text: str) -> bool:
    return is_caption(text) or CREDIT.search(text) is not None


@dataclass(frozen=True)
class TitleCandidate:
    """What may be the headline."""

    text: str
    """Without a button's mark before it, and without space before a colon or comma."""
    words: tuple[str, ...]
    """Those of the text, folded."""
    index: int | None
    """The line it is, or is a part of; None: the page's markup says it."""
    is_part: bool = False
    """It is a part of the line, or of what the markup says."""
    features: Features = field(default_factory=dict)


def title_candidates(layout: Layout) -> list[TitleCandidate]:
    """Return what may be the headline, with what is to be seen in it; no bare day where there is more."""
    hints = find_hints(layout)
    addresses = list(dict.fromkeys(layout.addresses))[:MOST_ADDRESSES]
    paths = [one.split("://")[-1].split("?")[0].rstrip("/").partition("/")[2] for one in addresses]
    # A site's name alone spells out no headline.
    slugs = [frozenset(words_of(one.rpartition("/")[2])) for one in paths if one]
    found = [
        TitleCandidate(
            GAP.sub("", MARK.sub("", text)),
            words := words_of(text),
            index,
            is_part,
            features_of(layout, hints, slugs, text, words, index, is_part),
        )
        for text, index, is_part in _texts(layout, hints, slugs)
    ]
    return _compared([one for one in found if not is_only_date(one.text)] or found)


def _texts(
    layout: Layout, hints: list[Hint], slugs: list[frozenset[str]]
) -> Iterator[tuple[str, int | None, bool]]:
    lines = layout.lines
    seen: set[str] = set()
    start, stop = layout.first - FAR_ABOVE, layout.first + BELOW
    wanted = frozenset().union(*(hint.words for hint in hints))
    for index, line in enumerate(lines):
        words = layout.words[index]
        if len(line.text) > LONGEST or not words or index in layout.labelled:
            continue
        near = (
            start <= index < stop or layout.main - CLOSER_ABOVE <= index < layout.main + BELOW or index == 0
        )
        if near and len(words) <= MENU and 0 < index < layout.first - CLOSE_ABOVE:
            near = not wanted.isdisjoint(words)
        close = any(words in hint.runs for hint in hints) or (
            len(words) > 1 and sum(map(wanted.__contains__, words)) >= CLOSE * len(words)
        )
        spelt = len(words) >= 4 and any(
            sum(map(slug.__contains__, words)) >= SPELT_OUT * len(words) for slug in slugs
        )
        if near or close or spelt:
            yield line.text, index, False
            if index and (rest := unglued(hints, line.text)) and words_of(rest) not in layout.places:
                yield rest, index, True
    if not layout.said(Subject.TITLE) and lines:
        for piece in pieces_of(lines[0].text):
            if (words := words_of(piece)) and words not in layout.places:
                yield piece, 0, True
    for statement in layout.said(Subject.TITLE):
        for text in (statement.value, *pieces_of(statement.value)):
            if text not in seen and (words := words_of(text)) and words not in layout.places:
                seen.add(text)
                yield text, None, text != statement.value


def _compared(found: list[TitleCandidate]) -> list[TitleCandidate]:
    """Mark the candidates that agree most with the page's title, and with the lead."""
    best: dict[str, float] = {}
    for one in found:
        for name, value in one.features.items():
            if name.startswith(AGREEMENT):
                best[name] = max(best.get(name, 0.0), 0.0 if one.index == 0 else value)
    lines = [frozenset(one.words) for one in found if one.index and not one.is_part][:MOST_COMPARED]
    glued = {one.index for one in found if one.is_part and one.index}
    compared = []
    for one in found:
        seen = one.features
        marks = {f"most {name}": 1.0 for name, most in best.items() if most and seen.get(name, 0.0) >= most}
        if one.is_part and not any(_are_close(frozenset(one.words), line) for line in lines):
            marks["no line is close to it"] = 1.0
        if one.index in glued:
            marks["cut from what it is glued to" if one.is_part else "glued to what is before it"] = 1.0
        compared.append(TitleCandidate(one.text, one.words, one.index, one.is_part, {**seen, **marks}))
    return compared


def _are_close(mine: frozenset[str], others: frozenset[str]) -> bool:
    return 2 * len(mine & others) >= 1.2 * 0.5 * (len(mine) + len(others))
