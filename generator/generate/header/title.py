"""Finds a document's headline, and takes its line out of the text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.generate.draft import Draft, KeptLine
from generator.generate.header.layout import Layout, words_of
from generator.generate.header.title_candidates import title_candidates
from generator.generate.header.title_hints import title_shown_by
from generator.generate.header.weights import weights_for
from generator.generate.reasons import REPEATED_HEADLINE
from generator.model import DroppedLine

MAY_WELL_BE, UNSURE = 0.2, 0.5
"""Shares from which on a line that is not chosen is worth a look, and up to which the chosen one is unsure.

Out of fold, such a line is the headline on 8 of 20 pages, and on 9 of 37 where the chosen one is surer.
"""


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
    candidates = title_candidates(layout)
    weights = weights_for(f"title, {title_shown_by(layout)}")
    values = [" ".join(one.words) for one in candidates]
    weighed = weights.weigh(values, [one.features for one in candidates])
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


def given_headline(title: str, layout: Layout) -> Headline | None:
    """Return the headline that the sidecar gives, and the line it is, if one says it; None: it has no words.

    Any other line that could be taken for the headline stays in the text.
    """
    words = words_of(title)
    line = next(iter(layout.places.get(words, ())), None)
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
