"""Puts a fixed rendering in the place of a wrong one, so that it fits the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.language.forms import in_plural, is_plural
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.language.words import Words
from generator.model import ENGLISH, Language
from generator.terms.compliance import Demand, demands, survey, unmet
from generator.terms.glossary import FixedRendering, Glossary
from generator.terms.phrases import joined

Lookup = Callable[[str], str | None]
"""Returns what the engine makes of a text by itself; None when it was never asked."""
Edit = tuple[int, int, str]
"""From, to, and what comes there."""

ARTICLES = LEXICONS.united(lambda one: one.definite_articles | one.indefinite_articles)
NO_END = LEXICONS.function_words
"""Words no rendering ends with: where one does, it was cut."""
INDEFINITE = re.compile(r"\b([Aa])n?(\s+)$")
SENTENCE_START = re.compile(r"(?:^|[.!?]\s)[\s\"'“„‘«(\[]*$")
SHORTEST_LEFTOVER = 5
"""Letters: shorter words may be the same in both languages by chance."""


def repair(source: str, target: str, glossary: Glossary, known: Lookup) -> tuple[str, list[Demand]]:
    """Replace what is known to be wrong, where it is wrong; the rest stays letter for letter.

    Returns:
        The translation, and what it still does not have.
    """
    variants = _variants(source, glossary, known)
    called_for = survey(source, target, glossary, variants)
    for find in (_wrong_places, _leftovers):
        if edits := [edit for demand in called_for for edit in find(demand, target, glossary.target)]:
            target = _edited(target, edits)
            called_for = survey(source, target, glossary, variants)
    if any(variants.values()):
        called_for = survey(source, target, glossary)
    return target, unmet(called_for)


def variants_to_ask(demand: Demand) -> Iterator[str]:
    """Yield the texts whose translation shows how the engine renders a term: with and without endings."""
    yield from dict.fromkeys((*demand.spellings, *demand.surfaces))


def _variants(source: str, glossary: Glossary, known: Lookup) -> dict[str, Sequence[str]]:
    return {
        demand.rendering.target: tuple(
            variant
            for asked in variants_to_ask(demand)
            if (answer := known(asked)) and (variant := _as_variant(answer, demand.rendering))
        )
        for demand in demands(source, glossary)
    }


def _as_variant(answer: str, rendering: FixedRendering) -> str:
    """Return the rendering in an engine's answer; empty when it can't be one."""
    words = Words(answer)
    surfaces = list(words)
    first = 1 if surfaces and fold(surfaces[0]) in ARTICLES else 0
    if len(surfaces) <= first or len(surfaces) - first > 2 * len(Words(rendering.target)) + 1:
        return ""
    if fold(surfaces[-1]) in NO_END:
        return ""
    if rendering.is_name and not all(word[0].isupper() for word in surfaces[first:]):
        return ""
    return answer[words.spans[first][0] : words.spans[-1][1]]


def _wrong_places(demand: Demand, target: str, language: Language) -> Iterator[Edit]:
    for place in demand.wrong:
        yield fitted(target, place.start, place.end, demand.rendering, language, genitive=place.genitive)


def _leftovers(demand: Demand, target: str, language: Language) -> Iterator[Edit]:
    """Find a term half translated: "strategic Koordinierungspartnerschaft", "Andrej Belousov"."""
    right = {word.casefold() for word in _words_of((demand.rendering.target,))}
    source = [word for word in _words_of(dict.fromkeys(demand.surfaces)) if word.casefold() not in right]
    left = {word for word in source if len(word) >= SHORTEST_LEFTOVER and word in target}
    if not left:
        return
    beside = right | {word.casefold() for word in source}
    words = Words(target)
    belongs = [word.casefold() in beside for word in words]
    first = 0
    for number in range(1, len(words) + 1):
        if number < len(words) and belongs[number - 1] and belongs[number] and joined(words, number):
            continue
        if number - first > 1 and any(words[one] in left for one in range(first, number)):
            start, end = words.spans[first][0], words.spans[number - 1][1]
            yield fitted(target, start, end, demand.rendering, language)
        first = number


def _words_of(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in Words(text)]


def fitted(
    text: str, start: int, end: int, rendering: FixedRendering, language: Language, *, genitive: bool = False
) -> Edit:
    """Return the edit that puts a rendering into a place: plural, genitive, article and capital as there."""
    words = rendering.target
    if rendering.is_name:
        if genitive and text[end : end + 1] not in ("'", "’"):
            words += LEXICONS[language].genitive if language in LEXICONS else ""
    elif language == ENGLISH and is_plural(text[start:end]):
        words = in_plural(words)
    if SENTENCE_START.search(text, max(0, start - 10), start):
        words = words[:1].upper() + words[1:]
    if language == ENGLISH and (article := INDEFINITE.search(text, max(0, start - 10), start)):
        right = f"{article[1]}{'n' if words[0].casefold() in 'aeiou' else ''}{article[2]}"
        return article.start(), end, right + words
    return start, end, words


def _edited(text: str, edits: Iterable[Edit]) -> str:
    pieces, reached = [], 0
    for start, end, words in sorted(edits):
        if start >= reached:
            pieces += [text[reached:start], words]
            reached = end
    return "".join((*pieces, text[reached:]))
