"""When two words are forms of one: what grammar adds, plurals, British and American spelling.

A *key* is what all forms of a word have in common. It finds candidates fast; words of other meanings may
share it, so each is then compared in full.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from babel import localedata

from generator.language.common_words import irregular_plurals
from generator.language.letters import composed
from generator.language.lexicons import LEXICONS
from generator.model import ENGLISH, Language

POSSESSIVE = ("'s", "'S")
ENDINGS = LEXICONS.endings(lambda one: one.endings)
NOUN_ENDINGS = LEXICONS.endings(lambda one: one.noun_endings)
SPELLINGS = tuple(pair for lexicon in LEXICONS.values() for pair in lexicon.spellings)
ENDING_LETTERS = "enrsmiy"
"""All endings are made of these letters, and what plurals change."""
BEFORE_N = "elr"
"""The letters that "n" alone comes after: "Russia" and "Russian" are two words."""
AFTER_HEAD = re.compile(r" (?:of|for|with|between|on|in|to|against) ")
SHORTEST = 3
"""Letters before an ending: no ending is looked for in shorter words."""


def without_possessive(word: str) -> str:
    """Take 's from the end of a word."""
    return word[:-2] if word.endswith(POSSESSIVE) else word


@lru_cache(maxsize=50_000)
def spelled(word: str) -> str:
    """Return a word in lower case and American spelling, without a possessive ending."""
    folded = composed(without_possessive(word)).casefold()
    for british, american in SPELLINGS:
        folded = folded.replace(british, american)
    return folded


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """Return what all forms of a word have in common, and perhaps words of another meaning too."""
    folded = spelled(word)
    stem = folded.rstrip(ENDING_LETTERS)
    return stem if len(stem) >= SHORTEST else folded[:SHORTEST]


def same_word(one: str, other: str) -> bool:
    """Tell whether two words, as `spelled`, differ by no more than their grammatical endings."""
    return one == other or any(
        _is_ending(one, base)
        for ending in ENDINGS
        if other.endswith(ending)
        and len(base := other[: len(other) - len(ending)]) >= SHORTEST
        and _is_ending(other, base)
    )


def is_inflected(word: str, name: str) -> bool:
    """Tell whether a word is a name of one word, perhaps with an ending added."""
    return word == name or (word[len(name) :] in NOUN_ENDINGS and _is_ending(word, name))


def _is_ending(word: str, base: str) -> bool:
    """Tell whether a word is `base` with an ending that can follow it."""
    ending = word[len(base) :]
    return word.startswith(base) and ending in ENDINGS and (ending != "n" or base[-1] in BEFORE_N)


def is_form(word: str, base: str, language: Language, *, alone: bool) -> bool:
    """Tell whether a word of a text is a word of a term, perhaps with a grammatical ending.

    `alone`: the term is this one word.
    """
    if base.isupper() and len(base) > 1:
        return word in (base, f"{base}s")
    lexicon = LEXICONS.get(language)
    if lexicon and lexicon.capitalizes_nouns:
        # German nouns are always capitalized, so "peking" is something else.
        if base[:1].isupper() and not word[:1].isupper():
            return False
        return _is_inflected_form(word.casefold(), base.casefold(), language, alone=alone)
    one, other = word.casefold(), base.casefold()
    return one == other or (language == "en" and (one in plurals(other) or other in plurals(one)))


@lru_cache(maxsize=50_000)
def _is_inflected_form(word: str, base: str, language: Language, *, alone: bool) -> bool:
    if word == base:
        return True
    if len(base) < SHORTEST:
        return False
    if alone:
        return word.startswith(base) and word[len(base) :] in LEXICONS[language].noun_endings
    return bool(_stems(word, language) & _stems(base, language))


def _stems(word: str, language: Language) -> frozenset[str]:
    stems = (
        word[: len(word) - len(ending)] for ending in LEXICONS[language].endings if word.endswith(ending)
    )
    return frozenset(stem for stem in stems if len(stem) >= SHORTEST)


@cache
def _unit_signs() -> frozenset[str]:
    """Return the abbreviations of units that read alike for one and for several: "nmi", "km"."""
    signs = set()
    # The dictionary that follows references inside the data.
    data = localedata.LocaleDataDict(localedata.load(ENGLISH))
    for forms in data["unit_patterns"].values():
        short, long = (forms.get(length) or {} for length in ("short", "long"))
        sign = str(short.get("one", "")).replace("{0}", "").strip()
        if short.get("one") == short.get("other") and sign not in str(long.get("one")).split():
            signs.add(sign)
    return frozenset(signs)


_VESSELS = ("aircraft", "hovercraft", "spacecraft", "watercraft")


@lru_cache(maxsize=50_000)
def plurals(word: str) -> tuple[str, ...]:
    """Return the plurals of an English word, the likeliest first; none where it reads alike for several."""
    if len(word) < SHORTEST or word in _unit_signs() or word.endswith(_VESSELS):
        return ()
    if irregular := irregular_plurals().get(word):
        return irregular
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (f"{word}es",)
    if word.endswith("y") and word[-2] not in "aeiou":
        return (f"{word[:-1]}ies",)
    return (f"{word}s",)


def is_plural(words: str) -> bool:
    """Tell whether an English phrase looks like a plural."""
    _, head, _ = _parted(words)
    return head.endswith("s") and not head.endswith(("ss", "us", "is")) and len(head) > SHORTEST


def in_plural(words: str) -> str:
    """Return an English phrase in the plural: "strategic partnerships of coordination"."""
    before, head, after = _parted(words)
    return f"{before}{(plurals(head) or (head,))[0]}{after}"


def _parted(words: str) -> tuple[str, str, str]:
    """Part an English phrase at its head: ("strategic ", "partnership", " of coordination")."""
    end = match.start() if (match := AFTER_HEAD.search(words)) else len(words)
    start = max(words.rfind(" ", 0, end), words.rfind("-", 0, end)) + 1
    return words[:start], words[start:end], words[end:]
