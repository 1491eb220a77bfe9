"""Takes terms out of a sentence before it is translated, and puts the right words in after it.

In their place stand surnames that every engine has seen often and copies, so that the sentence keeps a
subject or object and its grammar. Signs made up for the purpose fared worse; see `terms`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.words import Words
from generator.model import ENGLISH, Language
from generator.terms.glossary import FixedRendering, Glossary
from generator.terms.repair import SENTENCE_START, fitted

NAMES = ("Smith", "Brown", "Wilson", "Taylor", "Johnson", "Miller")
_STAND_IN = re.compile(rf"\b(?:{'|'.join(NAMES)})s?\b")
MOST = 2
"""Stand-ins in a sentence."""
NUMBER = re.compile(r"\d+")
DETERMINERS = frozenset(
    "the a an this these those his her its their our your my no any each every some both all".split()
)
WORDS_BEFORE = re.compile(r"(?:(\S+)\s+)?(\S+)\s$")
LOOK_BACK = 80
SHORTEST, LONGEST = 0.5, 2.0
"""Length in comparison with the engine's own translation, beyond which something went wrong."""


@dataclass(frozen=True)
class MarkedSentence:
    """A sentence with stand-ins."""

    text: str
    renderings: tuple[tuple[str, FixedRendering, int], ...]
    """The stand-in, what it stands for, and how often."""


def mark(source: str, glossary: Glossary, wanted: Sequence[FixedRendering]) -> MarkedSentence | None:
    """Put stand-ins in the place of the terms that are to be put right, of two at most.

    None when there are none, or more than names to take. Into other languages than English, only names
    get stand-ins: an article for the others could not be told.
    """
    renderings = [one for one in wanted if one.is_name or glossary.target == ENGLISH][:MOST]
    free = [name for name in NAMES if name not in source]
    names = {id(rendering): name for rendering, name in zip(renderings, free, strict=False)}
    places = [place for place in glossary.find(source) if id(place.phrase.owner) in names]
    if not places or len(renderings) > len(free):
        return None
    counts = Counter(id(place.phrase.owner) for place in places)
    text, reached = "", 0
    for place in places:
        text += source[reached : place.start] + names[id(place.phrase.owner)] + "s" * place.genitive
        reached = place.end
    return MarkedSentence(
        text + source[reached:],
        tuple((names[id(rendering)], rendering, counts[id(rendering)]) for rendering in renderings),
    )


def may_be_marked(text: str) -> bool:
    """Tell whether a text has a name that stands in for a term; it may be somebody's."""
    return bool(_STAND_IN.search(text))


def unmark(marked: MarkedSentence, translation: str, raw: str, language: Language) -> str | None:
    """Put the right words where the stand-ins came out; None when the translation can't be used.

    `raw`: what the engine made of the sentence as it stands.
    """
    if _lost_numbers(marked.text, translation, raw):
        return None
    asked = translation
    for name, rendering, count in marked.renderings:
        pattern = re.compile(rf"\b{name}(s?)\b")
        places = list(pattern.finditer(translation))
        if not 0 < len(places) <= count:
            return None
        for place in reversed(places):
            translation = _filled(translation, place, rendering, language)
    if _other_names(marked, asked, raw):
        return None
    # The raw translation may lack the term altogether.
    least = len(raw.split())
    most = least + sum(len(rendering.target.split()) * count for _, rendering, count in marked.renderings)
    return translation if SHORTEST * least <= len(translation.split()) <= LONGEST * most else None


def _filled(text: str, place: re.Match[str], rendering: FixedRendering, language: Language) -> str:
    start, end, words = fitted(text, *place.span(), rendering, language, genitive=bool(place[1]))
    before = WORDS_BEFORE.search(text, max(0, place.start() - LOOK_BACK), place.start())
    lacks_article = rendering.article and language == ENGLISH and start == place.start()
    if lacks_article and not _has_determiner(before):
        article = "The" if before is None or before[2][-1] in ".!?" else "the"
        words = f"{article} {rendering.target[0]}{words[1:]}"
    return text[:start] + words + text[end:]


def _has_determiner(before: re.Match[str] | None) -> bool:
    """Tell whether an article, a possessive or an adjective stands before a place."""
    if before is None:
        return False
    one, two = (before[1] or "").casefold(), before[2].casefold()
    if two in DETERMINERS or two.endswith(("'s", "’s", "s'")):
        return True
    # "the first …", "the Russian …"; but not "the visit to …".
    return one in DETERMINERS or (bool(one) and before[2][0].isupper())


def _other_names(marked: MarkedSentence, translation: str, raw: str) -> bool:
    """Tell whether a name came or went that no term explains: each stand-in may take the place of one."""
    stand_ins = {
        form for name, _, _ in marked.renderings for form in (name.casefold(), f"{name}s".casefold())
    }
    here, there = _words(translation), _words(raw)
    if {name for name, _ in _capitalised(translation)} - stand_ins - there:
        return True
    lost = [place for name, place in _capitalised(raw) if name not in here]
    runs = sum(place - 1 not in lost for place in lost)
    return runs > len(marked.renderings)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in Words(text)}


def _capitalised(text: str) -> list[tuple[str, int]]:
    """Return the words with a capital inside a sentence, each with its number."""
    words = Words(text)
    return [
        (word.casefold(), number)
        for number, word in enumerate(words)
        if word[:1].isupper() and len(word) > 1 and not SENTENCE_START.search(text, 0, words.spans[number][0])
    ]


def _lost_numbers(source: str, translation: str, raw: str) -> bool:
    """Tell whether a number of the source is in the engine's own translation and not in this one."""
    known = set(NUMBER.findall(source)) & set(NUMBER.findall(raw))
    return not known <= set(NUMBER.findall(translation))
