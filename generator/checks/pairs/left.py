"""Words that a translation leaves in the language of its source, by what the word list knows of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from generator.checks.pairs.acronyms import is_acronym
from generator.checks.pairs.pair import PairText
from generator.checks.pairs.words import Word, words_of
from generator.language.common_words import is_common
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.language.word_list import UNTOLD, english_stems, german_english, is_of_noun
from generator.model import ENGLISH, GERMAN, Language

SHORTEST = 3
"""Letters of a word that is left; "am" and "an" are of both languages."""
LONGEST = 70
"""Letters of a word that is looked up: a longer one is none, and its parts are countless."""
SHORTEST_BEGINNING = 3
"""Letters that tell at once that a word is none of most others."""
LONGEST_ACRONYM = 3
"""Letters of what may stand beside a noun and makes no name of it: "US Präsident"."""
LONGEST_APART = 60
"""Characters beside a word up to the marks between which it stands apart."""
LONGEST_QUOTED = 5
"""A title or slogan of so many words may stay as it is, in quotation marks."""
_OPENED = re.compile(r"(?<!\w)[\"“„«‘‚'(*][^\"“”«»’'()*]*$")
_CLOSED = re.compile(r"[^\"“”«»’'()*]*[\"“”»’')*](?!\w)")
_ADDRESS = re.compile(r"[@/_]|\.\w")
_OF_PERSONS = "er"
"""Ends whoever is of a place: "Bayer", "Wiener"."""
OF_ADJECTIVES = ("e", "en", "em", "er", "es")
_OF_NAMES = tuple(
    """
    akademie allee bahn berg brucke buhne bund burg damm deich dorf feld garten gasse hafen halle hang haus
    heim hof kirche kirchen land liga markt museum oper park platz ring schloss see spitze stadion
    stadt stein strand strang strasse tal theater ticket turm ufer verband verein wald weg werk
    zeitung
    """.split()
)
"""What places, houses and bodies may be called, which keep their names: "the Volksbühne"."""
_MARKS = str.maketrans("äöü", "aou")
_PARTICLES = frozenset("von van der den dem zur vom".split())
_JOINING = _PARTICLES | frozenset("am an im ob".split())
"""What may stand inside names of places and houses."""
_OF_PLACE = re.compile(r"\w{3,}isch(?:e[mnrs]?)?")
"""What ends so is an adjective, and most are of places: "texanischen"."""
_PARTING = re.compile("[^\\w\\s/-]")
DETERMINING = frozenset(
    """am ans beim im ins vom zum zur kein keine keinen keinem keiner keines alle allen viele vielen einige
    mehrere beide beiden dies diese diesem diesen dieser dieses jede jedem jeden jeder jedes sein seine seinem
    seinen seiner seines ihr ihre ihrem ihren ihrer ihres unser unsere""".split()
)
"""What stands before nouns as articles do."""


def words_left(pair: PairText) -> Iterator[str]:
    """Yield words by themselves that are the same in both texts and are none of the target's language."""
    if {pair.source_language, pair.target_language} != {GERMAN, ENGLISH}:
        return
    words = words_of(pair.target)
    begins = {word.folded[:SHORTEST_BEGINNING] for word in words if len(word.folded) >= SHORTEST}
    source = words_of(pair.source)
    places = {
        form: at
        for at, word in enumerate(source)
        if word.folded[:SHORTEST_BEGINNING] in begins
        for form in _forms(word, pair.source_language)
    }
    if not places:
        return
    said = {word.folded for word in source}
    for at, word in enumerate(words):
        place = places.get(word.folded)
        if place is None or not _may_be_left(words, at, pair.target):
            continue
        if pair.target_language == ENGLISH:
            is_left = _is_german(words, at, source, place, pair)
        else:
            is_left = word.surface.islower() and _is_english(word.folded) and not _is_also_german(word.folded)
        if is_left and not (
            _is_apart(word, pair.target)
            or _is_apart(source[place], pair.source)
            or _is_of_longer_name(words, at, said, pair.target)
        ):
            yield word.surface


def _is_of_longer_name(words: Sequence[Word], at: int, source: Set[str], text: str) -> bool:
    """Tell whether a word with a capital is in a row of German with another: "Grundschule am Mühlbach"."""
    return words[at].surface[0].isupper() and any(
        _goes_on(words, at, step, text) in source for step in (-1, 1)
    )


def _goes_on(words: Sequence[Word], at: int, step: int, text: str) -> str:
    """Return the next word of German with a capital, as folded, behind small words of names; else nothing."""
    near = at + step
    while 0 <= near < len(words) and words[near].folded in _JOINING and words[near].surface.islower():
        near += step
    if not 0 <= near < len(words) or words[near].surface.islower():
        return ""
    first, last = sorted((words[at], words[near]))
    is_german = not _is_english(words[near].folded) and _is_also_german(words[near].surface)
    return words[near].folded if is_german and not _PARTING.search(text, first.end, last.start) else ""


def _may_be_left(words: Sequence[Word], at: int, text: str) -> bool:
    """Tell whether a word is as long as words are, and part of no name and no address."""
    word = words[at]
    particles = {word.folded, words[at - 1].folded if at else ""} & _PARTICLES
    is_in_address = _ADDRESS.search(text, max(0, word.start - 1), word.end + 2) is not None
    return SHORTEST <= len(word.folded) <= LONGEST and not (
        particles or is_in_address or _is_in_name(words, at, text)
    )


def _is_apart(word: Word, text: str) -> bool:
    """Tell whether a word stands in quotation marks, brackets or italics: it may stay as it is."""
    before = _OPENED.search(text, max(0, word.start - LONGEST_APART), word.start)
    behind = _CLOSED.match(text, word.end, word.end + LONGEST_APART)
    if not (before and behind):
        return False
    return len(words_of(text[before.start() : behind.end()])) <= LONGEST_QUOTED


def _forms(word: Word, language: Language) -> tuple[str, ...]:
    """Return how a word of the source may stand in the translation: "Turnschuhen" as "Turnschuhe"."""
    endings = LEXICONS[language].noun_endings if word.surface[0].isupper() else ()
    return word.folded, *(word.folded.removesuffix(end) for end in endings if len(end) == 1)


def _is_in_name(words: Sequence[Word], at: int, text: str) -> bool:
    """Tell whether a word may be of a name, as others with capitals are that stand beside it."""
    beside = [
        words[near]
        for near, gap in ((at - 1, (at - 1, at)), (at + 1, (at, at + 1)))
        if 0 <= near < len(words)
        and text[words[gap[0]].end : words[gap[1]].start] in (" ", "-", "’", "'", " & ")
    ]
    capitals = [
        one.surface[0].isupper()
        and one.folded not in LEXICONS.function_words
        and not (one.surface.isupper() and len(one.surface) <= LONGEST_ACRONYM)
        for one in beside
    ]
    if words[at].surface.islower():
        is_small = any(words[at].folded in small for small in (LEXICONS[GERMAN].function_words, UNTOLD))
        return is_small and len(capitals) == 2 and all(capitals)
    return any(capitals)


def _is_german(words: Sequence[Word], at: int, source: Sequence[Word], place: int, pair: PairText) -> bool:
    """Tell whether a word of an English text is German, where it stands as the word at a `place`."""
    word, own = words[at], source[place]
    if _is_english(word.folded) or word.surface.isupper():
        return False
    is_small = own.surface.islower() or own.folded in LEXICONS[GERMAN].function_words
    if word.surface.islower() or is_small:
        return (at == 0 or word.surface.islower()) and is_only_german(own.folded)
    return _is_noun_left(words, at, source, place, pair)


def _is_noun_left(words: Sequence[Word], at: int, source: Sequence[Word], place: int, pair: PairText) -> bool:
    """Tell whether a word with a capital is a noun of German, where it stands as the word at a `place`."""
    own, meant = source[place], german_english()
    forms = [form for form in meant.first_forms(own.surface) if is_of_noun(own.folded, form)]
    parts = () if forms else meant.parts(own.surface)
    is_abstract = own.folded.endswith(LEXICONS[GERMAN].abstract_endings)
    if not (forms or parts):
        return is_abstract
    renderings = [rendering for form in forms for rendering in meant.renderings(form)]
    if any(fold(form) in fold(rendering) for rendering in renderings for form in (*forms, words[at].surface)):
        return False
    if forms and renderings[0][0].isupper():
        is_of_name = place > 0 and is_acronym(source[place - 1].surface)
        return not (is_of_name or own.folded.endswith(_OF_PERSONS))
    if is_abstract or _is_described(words, at, source, place, pair):
        return True
    if parts and own.folded.translate(_MARKS).endswith(_OF_NAMES):
        return False
    return bool(forms and _has_article(words, at, pair.target)) or _is_determined(source, place)


def _has_article(words: Sequence[Word], at: int, text: str) -> bool:
    """Tell whether a word of English has an article, and no noun behind it: "the Regenbogen nursery"."""
    english = LEXICONS[ENGLISH]
    if not at or words[at - 1].folded not in english.definite_articles | english.indefinite_articles:
        return False
    is_last = at + 1 == len(words) or text[words[at].end : words[at + 1].start] != " "
    return is_last or words[at + 1].folded in english.function_words


def _is_described(words: Sequence[Word], at: int, source: Sequence[Word], place: int, pair: PairText) -> bool:
    """Tell whether adjectives stand before a word in both texts: "geplante Umgehungsstraße"."""
    if not (at and place) or words[at - 1].folded in LEXICONS[ENGLISH].function_words:
        return False
    own = source[place - 1]
    if own.folded in LEXICONS[GERMAN].function_words or pair.source[own.end : source[place].start] != " ":
        return False
    return own.surface.islower() and own.folded.endswith(OF_ADJECTIVES) and words[at - 1].surface.islower()


def _is_determined(words: Sequence[Word], at: int) -> bool:
    """Tell whether an article stands before a noun, as seldom before a name: "Fischer"."""
    german = LEXICONS[GERMAN]
    return (
        at > 0 and words[at - 1].folded in german.definite_articles | german.indefinite_articles | DETERMINING
    )


@lru_cache(maxsize=20_000)
def _is_english(word: str) -> bool:
    return (
        is_common(word, ENGLISH)
        or word in LEXICONS[ENGLISH].function_words
        or german_english().is_rendering(english_stems(word))
    )


@lru_cache(maxsize=20_000)
def is_only_german(word: str) -> bool:
    """Tell whether a word, as folded, is one of German that has no capital, and none of English."""
    count = LEXICONS[GERMAN].numbers
    numbers = (LEXICONS[GERMAN].function_words, count.cardinals, count.tens, count.inflected_ordinals)
    if any(word in known for known in numbers) or _OF_PLACE.fullmatch(word):
        return True
    return any(form[0].islower() for form in german_english().first_forms(word))


def _is_also_german(word: str) -> bool:
    meant = german_english()
    return word in LEXICONS[GERMAN].function_words or bool(meant.first_forms(word) or meant.parts(word))
