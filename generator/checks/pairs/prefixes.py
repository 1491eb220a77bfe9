"""Nothing has lost or gained the prefix that makes its opposite of it: "zuverlässig" is not "unreliable"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.checks.pairs.negation import may_deny, sentence_pairs
from generator.checks.pairs.pair import Check, Knowledge, PairText
from generator.checks.pairs.words import Sentence, Telling
from generator.language.lexicons import LEXICONS
from generator.model import Language, Severity

_NOT = "not "
_ABLE = "-able"
"""What can be done, whatever it is: "heilbar" is not "incurable"."""


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    if not {pair.source_language, pair.target_language} <= LEXICONS.keys():
        return
    for source, target in sentence_pairs(pair):
        here = _said(source, pair.source_language)
        there = _said(target, pair.target_language) if here else {}
        for name, (was, is_denied) in here.items():
            if name not in there:
                continue
            now, is_denied_too = there[name]
            # What has no prefix may be denied in another way: "not reliable".
            plain, text, language = (
                (source, pair.source, pair.source_language)
                if is_denied_too
                else (target, pair.target, pair.target_language)
            )
            if is_denied != is_denied_too and not may_deny(plain, text, language):
                yield f"“{was}” of the source has become “{now}”"


def _said(sentence: Sentence, language: Language) -> Mapping[str, tuple[str, bool]]:
    """Return what a sentence says of what has an opposite by a prefix, each with its word and if it has one.

    What it says with and without is left out.
    """
    telling = _TELLING.among(sentence.folded, language)
    # In the order of the sentence, so that the first word for it is named.
    said: dict[str, dict[tuple[str, bool], None]] = {}
    denying = LEXICONS[language].negation.words
    for before, word in zip((None, *sentence.words), sentence.words, strict=False) if telling else ():
        for name, has_prefix in _sense(word.folded, language) if word.folded in telling else ():
            # "Nicht unzufrieden" is content.
            is_denied = has_prefix and not (before and before.folded in denying)
            said.setdefault(name, {})[word.surface, is_denied] = None
    return {name: next(iter(words)) for name, words in said.items() if len({one for _, one in words}) == 1}


def _sense(word: str, language: Language) -> tuple[tuple[str, bool], ...]:
    """Return what a word, as folded, says, and whether it denies it."""
    match = _pattern(language).match(word)
    if not match:
        able = re.fullmatch(LEXICONS[language].able, word)
        return ((_ABLE, bool(able["prefix"])),) if able else ()
    names = LEXICONS[language].with_opposites[match["stem"]].split("/")
    return tuple((name.removeprefix(_NOT), bool(match["prefix"]) or name.startswith(_NOT)) for name in names)


_TELLING = Telling(_sense)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    lexicon = LEXICONS[language]
    stems, prefixes = ("|".join(ones) for ones in (lexicon.with_opposites, lexicon.negation.prefixes))
    return re.compile(rf"(?P<prefix>{prefixes})?(?P<stem>{stems})")


PREFIXES = Check("prefixes", Severity.WARNING, "say what the source says, and not the opposite", _problems)
