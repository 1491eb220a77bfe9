"""There is a translation, it is one, and it is in the right language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from generator.checks.pairs.kinds import means
from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import Word, words_of
from generator.language.codes import language_name, rank_languages
from generator.language.detect import is_plainly
from generator.language.lexicons import LEXICONS
from generator.language.sentences.quote import rough_sentences
from generator.language.word_list import english_stems, german_english
from generator.model import ENGLISH, GERMAN, Language, Severity

SHORTEST_RUN = 4
"""Words in a row that are the same in both texts, to be called untranslated …"""
COMMON_IN_RUN = 2
"""… when so many of them are common words of the source language alone: a title or name has fewer."""
SHORTEST_WORD, SHORTEST_BEGINNING = 5, 3
"""Letters a single word must have, and those that tell at once that it is none of most others."""
FOREIGN_ODDS = 10
"""How much likelier the source's language is for a word than the target's. Of 26 German words 15 are as
likely, of 70 that English has too ("museum", "angst") one: "wanderlust"."""
NOUN_ODDS = 50
"""The same for a noun with a capital after an adjective: "Porsche" is one, too, with odds of 45."""
_APART = re.compile(r"[\"“„«‘‚'(*][^\"“”«»’'()*]{1,200}[\"“”»’')*]")
"""What stands in quotation marks, brackets or italics may stay as it is."""
_PARTICLES = frozenset(("von", "van", "zu", "de", "der", "den", "dem"))
"""Inside names: "Anna von der Aue"."""
_BUILDINGS = frozenset(
    "brücke bahnhof bibliothek stadion theater turm schloss kirche museum hotel hafen".split()
)
_OF_ADJECTIVES = ("e", "en", "em", "er", "es")
LONGEST_QUOTED = 5
"""A title or slogan of so many words may stay as it is, in quotation marks."""
SHARE_OF_SOURCE_WORDS = 0.3
LETTERS_TO_TELL_LANGUAGE = 80
"""Shorter texts, most of all with names in them, are taken for the wrong language too often."""
CERTAIN = 0.95


def _empty(pair: PairText, _: Knowledge) -> Iterator[str]:
    if words_of(pair.source) and not words_of(pair.target):
        yield "there is nothing in the translation"


def _unchanged(pair: PairText, _: Knowledge) -> Iterator[str]:
    """Names, figures and titles may be the same in both; a sentence may not."""
    if pair.source_language == pair.target_language:
        return
    source, target = words_of(pair.source), words_of(pair.target)
    common = _own_words(pair)
    if [word.folded for word in source] == [word.folded for word in target]:
        if any(word.folded in common for word in source):
            yield "the translation is the source text"
        return
    share = [word.folded for word in target if word.folded in common]
    if len(set(share)) >= 3 and len(share) >= SHARE_OF_SOURCE_WORDS * len(target):
        yield f"the translation is in {language_name(pair.source_language, ENGLISH)}: {quoted(share)}"


def _untranslated(pair: PairText, _: Knowledge) -> Iterator[str]:
    if pair.source_language == pair.target_language:
        return
    common = _own_words(pair)
    source, target = words_of(pair.source), words_of(pair.target)
    pairs_in_source = {(a.folded, b.folded) for a, b in pairwise(source)}
    runs = [
        pair.target[run[0].start : run[-1].end]
        for run in _runs(target, pairs_in_source)
        if sum(word.folded in common for word in run) >= COMMON_IN_RUN and not _may_stay(run, pair.target)
    ]
    if left := runs or list(_single_words(pair)):
        yield f"{quoted(left)} is left in {language_name(pair.source_language, ENGLISH)}"


def _single_words(pair: PairText) -> Iterator[str]:
    """Yield words by themselves that are the same in both texts and can hardly be of the target's language.

    A name is not: it has a capital. A noun with one is told by its ending, or by what stands before it.
    """
    if not {pair.source_language, pair.target_language} <= LEXICONS.keys():
        return
    words = words_of(pair.target)
    begins = {word.surface[:SHORTEST_BEGINNING] for word in words if len(word.folded) >= SHORTEST_WORD}
    source = {
        form: at
        for at, word in enumerate(words_of(pair.source))
        if word.surface[:SHORTEST_BEGINNING] in begins
        for form in _forms(word, pair)
    }
    apart = [match.span() for match in _APART.finditer(pair.target)]
    for before, word, behind in zip((None, *words), words, (*words[1:], None), strict=False):
        if word.surface not in source or len(word.folded) < SHORTEST_WORD:
            continue
        capitals = [
            bool(other and other.surface[0].isupper() and other.folded not in LEXICONS.function_words)
            for other in (before, behind)
        ]
        if word.surface.islower():
            languages = pair.source_language, pair.target_language
            is_foreign = _odds(word.folded, *languages) > FOREIGN_ODDS and not _is_of_target(word, pair)
            is_left = is_foreign and not all(capitals)
        else:
            is_left = not any(capitals) and _is_left_noun(before, word, source[word.surface], pair)
        if is_left and not any(start <= word.start < end for start, end in apart):
            yield word.surface


def _forms(word: Word, pair: PairText) -> tuple[str, ...]:
    """Return how a word of the source may stand in the translation: "Turnschuhen" as "Turnschuhe"."""
    endings = LEXICONS[pair.source_language].noun_endings if word.surface[0].isupper() else ()
    return word.surface, *(word.surface.removesuffix(end) for end in endings if len(end) == 1)


@lru_cache(maxsize=20_000)
def _odds(word: str, source: Language, target: Language) -> float:
    """Return how much likelier a word is of the source's language than of the target's."""
    chances = dict(rank_languages(word))
    return chances.get(source, 0.0) / (chances.get(target, 0.0) or 1e-9)


def _is_of_target(word: Word, pair: PairText) -> bool:
    """Tell whether a word is listed for the target's language, too: "beige"."""
    if pair.target_language == GERMAN:
        return bool(german_english().first_forms(word.surface))
    return german_english().is_rendering(english_stems(word.surface))


def _is_left_noun(before: Word | None, word: Word, at: int, pair: PairText) -> bool:
    """Tell whether a word with a capital is a noun of the source, where it stands as the word `at`."""
    target, source = LEXICONS[pair.target_language], LEXICONS[pair.source_language]
    if not source.capitalizes_nouns:
        return False
    words = words_of(pair.source)
    # A name seldom has an article: "Die Wahlbeteiligung".
    is_this = at > 0 and words[at - 1].folded in source.definite_articles
    is_only_noun = word.folded.endswith(source.only_noun_endings)
    if before is None:
        return is_this and is_only_noun
    # "Turnschuhe" for "Turnschuhen": names have no such endings.
    forms = {one.surface.removesuffix(source.genitive) for one in (word, words[at])}
    if word.folded.endswith(source.abstract_endings) or len(forms) > 1:
        return True
    is_described = _is_described(words, at, before, pair)
    if is_only_noun or _is_known_thing(word.folded, pair):
        articles = target.definite_articles | target.indefinite_articles
        return is_described or is_this or before.folded in articles
    return is_described and _odds(word.folded, pair.source_language, pair.target_language) > NOUN_ODDS


def _is_described(words: Sequence[Word], at: int, before: Word, pair: PairText) -> bool:
    """Tell whether adjectives stand before a word in both texts: "geplante Umgehungsstraße"."""
    target, source = LEXICONS[pair.target_language], LEXICONS[pair.source_language]
    own = words[at - 1] if at else None
    if own is None or own.folded in source.function_words or before.folded in target.function_words:
        return False
    return own.surface.islower() and own.folded.endswith(_OF_ADJECTIVES) and before.surface.islower()


def _is_known_thing(word: str, pair: PairText) -> bool:
    """Tell whether a word is a noun for a thing in the source's language, and not in the target's.

    Many a building has a name that ends so: "Weserstadion".
    """
    things = means(word, pair.source_language)
    return bool(things) and _BUILDINGS.isdisjoint(things) and not means(word, pair.target_language)


def _runs(words: Sequence[Word], pairs: set[tuple[str, str]]) -> Iterator[Sequence[Word]]:
    """Yield the longest runs of which every two neighbours are neighbours in the source too."""
    start = 0
    for at in range(1, len(words) + 1):
        if at < len(words) and (words[at - 1].folded, words[at].folded) in pairs:
            continue
        if at - start >= SHORTEST_RUN:
            yield words[start:at]
        start = at


def _may_stay(run: Sequence[Word], text: str) -> bool:
    particles = {word.folded for word in run if word.surface.islower()}
    if run[0].surface[0].isupper() and run[-1].surface[0].isupper() and particles <= _PARTICLES:
        return True
    before = text[max(0, run[0].start - 2) : run[0].start]
    return len(run) <= LONGEST_QUOTED and any(char in "\"“„«‘'*" for char in before)


def _own_words(pair: PairText) -> frozenset[str]:
    """Return the common words of the source language that the target language does not have."""
    return _words_of_one_alone(pair.source_language, pair.target_language)


@cache
def _words_of_one_alone(one: Language, other: Language) -> frozenset[str]:
    source, target = LEXICONS.get(one), LEXICONS.get(other)
    if source is None or target is None:
        return frozenset()
    # "die", "war", "man" are words of both.
    return source.function_words - target.function_words - {"die", "war", "hat", "also", "on", "am", "will"}


def _language(pair: PairText, _: Knowledge) -> Iterator[str]:
    for text in rough_sentences(pair.target):
        # A passage of the source is as much as a quotation in its own language.
        if sum(map(str.isalpha, text)) < LETTERS_TO_TELL_LANGUAGE or text in pair.source:
            continue
        if is_plainly(text, pair.target_language):
            continue
        best, certainty = rank_languages(text)[0]
        if best not in (pair.target_language, pair.source_language) and certainty >= CERTAIN:
            yield f"“{text[:60]}…” is in {language_name(Language(best), ENGLISH)}"
            return


EMPTY = Check("empty", Severity.ERROR, "translate the paragraph", _empty, is_final=True)
UNCHANGED = Check("unchanged", Severity.WARNING, "translate the paragraph", _unchanged, is_final=True)
UNTRANSLATED = Check("untranslated", Severity.WARNING, "translate these words", _untranslated)
LANGUAGE = Check("language", Severity.WARNING, "translate the passage again", _language, is_final=True)
