"""What is to be seen of what may be a headline: its form, its place, what it shares with the page's title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.generate.header.kind import RELEASE
from generator.generate.header.layout import Layout, words_of
from generator.generate.header.look import BY_WORDS, DOMAIN, SMALL_WORDS, is_dated, is_institution, is_name
from generator.generate.header.title_hints import FIRST_LINE, PAGE_TITLE, Hint, pieces_of
from generator.generate.header.weights import Steps, said_up_to, those_that_hold
from generator.generate.line_forms import begins_as_list_item
from generator.generate.transcript import spoken_by
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Role

TELLING = 4
"""Letters of a word that is no small one."""
SHORT = 120
"""Characters of a line that may be a stamp."""
MOST_BESIDE_DATE = 5
"""Words of a line that is little but a date."""
MOST_OF_BYLINE = 6
"""Words."""
MOST_OF_HOLDER = 5
"""Words of the name of who holds the rights."""
DOCUMENTS = LEXICONS.united(lambda one: one.stamps.documents)
MOST_OF_SITE = 3
"""Words of a site's name."""
NEAR = 4
"""Lines above and below a line whose likelihood tells where the text begins."""
LENGTHS: Steps = (
    *((1, "one word"), (2, "two words"), (4, "3 or 4 words")),
    *((15, "5 to 15 words"), (25, "16 to 25 words")),
)
DISTANCES: Steps = (
    *((-1, "below the first paragraph"), (0, "the first paragraph"), (1, "1 above"), (2, "2 above")),
    *((4, "3 or 4 above"), (8, "5 to 8 above"), (15, "9 to 15 above"), (30, "16 to 30 above")),
)
SHAPED = frozenset({PAGE_TITLE, FIRST_LINE, "<title>"})
BREADCRUMB = re.compile(r"\S\s?[>»›|/]\s?\S.*\S\s?[>»›|/]\s?\S")
NO_PAGE_IS_CALLED = frozenset({"an institution's name", "a speaker's turn"})
"""What a line that the page's title begins with is not, whatever its form."""


def features_of(
    layout: Layout,
    hints: list[Hint],
    slugs: list[frozenset[str]],
    text: str,
    words: tuple[str, ...],
    index: int | None,
    is_part: bool,
) -> dict[str, float]:
    """Return what is to be seen of a candidate.

    Args:
        layout: the document.
        hints: what says more or less the headline.
        slugs: the words of the last parts of addresses.
        text: the candidate.
        words: its words, folded.
        index: its line; None: the page's markup says it.
        is_part: it is a part of that line, or of what the markup says.
    """
    length = said_up_to(LENGTHS, len(words), "more than 25 words")
    seen = {length: 1.0, **_form(text, words, layout.labels)}
    if index != 0 and any(hint.begins_with(words) for hint in hints):
        seen = {name: value for name, value in seen.items() if name not in NO_PAGE_IS_CALLED}
    known = frozenset(words)
    telling = {word for word in known if len(word) >= TELLING}
    own = 1 if index in layout.paragraphs else 0
    shared = sum(layout.text.get(word, 0) > own for word in telling)
    seen["words in the text"] = shared / len(telling) if len(telling) > 1 else 0.0
    seen["many words in the text"] = min(shared, 4) / 4
    if len(words) <= MOST_OF_HOLDER and known <= layout.holders:
        seen["in a copyright line"] = 1.0
    if slugs:
        seen["words in an address"] = max(2 * len(known & slug) / (len(known) + len(slug)) for slug in slugs)
    for hint in hints:
        seen |= _agreement(hint, words, known)
        if (hint.where in SHAPED and index != 0) or is_part:
            seen |= _cut(hint, words)
    if not is_part and index == 0 and any(_is_site(layout, piece) for piece in pieces_of(text)):
        seen["has a site's name in it"] = 1.0
    if is_part:
        seen["part of the page's title"] = 1.0
        seen |= _rest(layout, words, index, hints)
    if index is not None and not is_part:
        seen |= _place(layout, index)
    return seen


def _form(text: str, words: tuple[str, ...], labels: frozenset[str]) -> dict[str, float]:
    dated = is_dated(text)
    last = text.rstrip("\"'”“’»«›‹)")[-1:]
    small = [fold(word) for word in text.split() if word[0].islower() and word.isalpha()]
    marks = {
        "telling words written small": not SMALL_WORDS.issuperset(small),
        "nothing written small": not small,
        "ends with a stop": last == ".",
        "ends with ? or !": last in "?!" and bool(last),
        "ends with a comma": last == ",",
        "a date": dated and len(words) <= MOST_BESIDE_DATE,
        "a date in it": dated and len(words) > MOST_BESIDE_DATE,
        "a bar in it": "|" in text or "│" in text,
        "a breadcrumb": BREADCRUMB.search(text) is not None,
        "a site's name": DOMAIN.match(text) is not None,
        "an institution's name": is_institution(text),
        "names what it is": not DOCUMENTS.isdisjoint((words[0], words[-1])),
        "a release's label": RELEASE.search(text) is not None,
        "a byline": words[0] in BY_WORDS and 1 < len(words) <= MOST_OF_BYLINE and is_name(text),
        "a speaker's turn": text[-1:] in ".?!" and spoken_by(text) in labels,
        "begins small": text[:1].islower(),
        "colon or quote inside": any(mark in text for mark in (": ", "„", "“", '"', "«")),
    }
    return those_that_hold(marks)


def _agreement(hint: Hint, words: tuple[str, ...], known: frozenset[str]) -> dict[str, float]:
    where = hint.where
    common = len(known & hint.words)
    closest = max((2 * len(known & piece) / (len(known) + len(piece)) for piece in hint.sets), default=0.0)
    seen = {
        f"close to {where}": closest * closest,
        f"its words in {where}": common / len(known),
        f"words of {where}": common / max(1, len(hint.words)),
    }
    if words == hint.whole:
        seen[f"is {where}"] = 1.0
    elif words in hint.pieces:
        begins = hint.whole[: len(words)] == words
        seen[f"begins {where}" if begins else f"part of {where}"] = 1.0
    elif hint.whole and words[: len(hint.whole)] == hint.whole:
        seen[f"goes on from {where}"] = 1.0
    return seen


def _cut(hint: Hint, words: tuple[str, ...]) -> dict[str, float]:
    """Tell what a candidate is of the page's title: all of it, or some of its pieces, and where it is cut."""
    if words not in hint.runs:
        if len(words) > 1 and hint.whole[: len(words)] == words:
            return {"breaks off within the title": 1.0}
        if any(words[: len(one)] == one for one in hint.runs if len(one) > 2):
            return {"goes on from a piece of the title": 1.0}
        if any(words[-len(one) :] == one for one in hint.runs if len(one) > 2):
            return {"ends with a piece of the title": 1.0}
        return {}
    start, end = hint.runs[words]
    if start == 0 and end == len(hint.cuts) + 1:
        return {f"is the title, {'in pieces' if hint.cuts else 'of one piece'}": 1.0}
    seen = {}
    if start:
        seen[f"leaves {'one piece' if start == 1 else 'pieces'} before it"] = 1.0
        seen[f"a {hint.cuts[start - 1]} before it"] = 1.0
    if end <= len(hint.cuts):
        rest = len(hint.cuts) + 1 - end
        seen[f"leaves {'one piece' if rest == 1 else 'pieces'} behind it"] = 1.0
        seen[f"a {hint.cuts[end - 1]} behind it"] = 1.0
    return seen


def _rest(layout: Layout, words: tuple[str, ...], index: int | None, hints: list[Hint]) -> dict[str, float]:
    """Tell what a part of the page's title leaves of it: a site's name stands elsewhere too."""
    seen: dict[str, float] = {}
    for hint in hints:
        if hint.whole[: len(words)] == words:
            rest = hint.whole[len(words) :]
        elif hint.whole[-len(words) :] == words:
            rest = hint.whole[: -len(words)]
        else:
            continue
        if rest:
            seen["rest is few words"] = float(len(rest) <= MOST_OF_SITE)
            seen["rest stands by itself"] = float(any(i != index for i in layout.places.get(rest, ())))
        break
    return seen


def _is_site(layout: Layout, piece: str) -> bool:
    """Tell whether a part of the page's title is a site's name: few words that stand elsewhere, too."""
    words = words_of(piece)
    return len(words) <= MOST_OF_SITE and any(layout.places.get(words, ())) and bool(words)


def _place(layout: Layout, index: int) -> dict[str, float]:
    lines, line, around = layout.lines, layout.lines[index], layout.likely
    distance = said_up_to(DISTANCES, layout.main - index, "far above")
    follows = _mean(around[index + 1 : index + 1 + NEAR])
    before = _mean(around[max(0, index - NEAR) : index])
    seen = {
        distance: 1.0,
        "likely text": around[index],
        "text follows": follows,
        "text before": before,
        "text begins": max(0.0, follows - before),
    }
    longs = [i for i in range(index + 1, min(index + 8, len(lines))) if len(lines[i].text) > 120]
    is_parted = (index == 0 or line.number - lines[index - 1].number > 1) and (
        index + 1 == len(lines) or lines[index + 1].number - line.number > 1
    )
    beside = (*lines[max(0, index - 2) : index], *lines[index + 1 : index + 3])
    same = layout.places[layout.words[index]]
    above_text = bisect_left(same, layout.first)
    around_it = range(index - 3, index + 4)
    short_dates = [i for i in around_it if i in layout.dated and len(lines[i].text) <= SHORT]
    marks = {
        f"main part: {distance}": layout.main != layout.first,
        "the longest above the text": index == layout.longest_above,
        "prose next": longs[:1] == [index + 1],
        "prose near": bool(longs) and longs[0] > index + 1,
        "no prose near": not longs,
        "first line of the text": index in layout.kept and index == layout.first_kept,
        "kept as text": index in layout.kept and index != layout.first_kept,
        "first of some words above the text": index == layout.first_long,
        "between blank lines": layout.is_spaced and is_parted,
        "no blank line beside it": layout.is_spaced and not is_parted,
        "a list item": begins_as_list_item(line.text)
        and any(begins_as_list_item(other.text) for other in beside),
        "a heading": line.role is Role.HEADING,
        "in the article": line.is_article is True,
        "outside the article": line.is_article is False,
        "first line": index == 0,
        "repeated": len(same) > 1,
        "repeated often": len(same) > 2,
        "last of the same above the text": len(same) > 1 and same[above_text - 1 : above_text] == (index,),
        "date above": any(i < index for i in short_dates),
        "date below": any(i > index for i in short_dates),
    }
    return seen | those_that_hold(marks)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
