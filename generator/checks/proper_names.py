"""Finds proper names in German and English text, without a dictionary.

Precision comes first: what is left out does no harm, a suggestion that is no name does. English names are
read from capitals inside a sentence. In German, where every noun has one, a name needs more: a person's
title before it, quotation marks, or words that are never used as nouns. Each text is read once; no pattern
goes back over what it has read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.checks.proper_words import (
    GIVEN_NAMES,
    HEADS,
    LEADS_ONE_NAME,
    NO_ACRONYMS,
    PRESS,
    Word,
    cities,
    countries,
    phrases,
    short_calendar,
    word_kind,
)
from generator.model import Language
from generator.names.words import SAME_CHARACTER

LANGUAGES = ("de", "en")
COVERED = "\x00"
"""Stands in a text for every character of a name that has a record."""
LONGEST_WORD = 30
LONGEST_NAME = 8
"""In words; more capitalised words than that are a headline."""
LONGEST_PERSON = 4
ADJECTIVE_ENDS = ("ian", "ians", "ean", "eans", "ese", "ish", "ist", "ists", "ism", "ic", "ics")
"""Of peoples, faiths and sciences."""

# Latin letters, so that a name can't hold anything a terminal or shell takes for a command.
UPPER = "A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ"
LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
CAPITALISED = re.compile(
    rf"(?:(?<![{LETTER}\d_-])|(?<= [ae]l-))(?:(?:[A-Z]\.){{2,5}}|[{UPPER}][{LETTER}]*(?:['-][{LETTER}]+)*)"
)
PARTICLE = re.compile(r" (?:al-|el-|bin |ibn |van |van der |de |del |von der |von )")
OF = re.compile(r" (?:of|for|on|against) (?:the )?")
LINKED_BEFORE = re.compile(rf"[{UPPER}][\w'-]* (?:of|for|and|&) (?:the )?$")
LINKED_AFTER = re.compile(rf" (?:(?:of|for|and|&) (?:the )?)?[{UPPER}]")
YEAR = re.compile(r"[ -](?:19|20)\d\d(?![\w-])")
DAY = re.compile(r"[.,]? ?\d")
DEFINED = re.compile(r" ?\(([A-Z]{2,7})\)")
INITIAL = re.compile(r"(?:^|[.!?:;…•|–—-] ?[\"'(\[]?|[\"(\[]) *$")
ABBREVIATED = frozenset(
    ("Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Lt", "Maj", "Adm", "Capt", "Sr", "Sen", "Rep", "Gov")
)
ACRONYM = re.compile(
    r"(?<![\w.&/\x00'-])(?<![A-ZÄÖÜ]{2} )[A-Z]{3,7}(?![\w&/\x00:])(?!-\d)(?! ?/)(?! [A-Z]{2,}\b)"
)
ROMAN = re.compile(r"[IVXLCDM]+")
QUOTED = re.compile(rf'"([{UPPER}][^"]{{1,58}}[{LETTER}\d])"')
EXERCISE = r"(?:exercises?|drills?|man(?:eu|oeu)vers?|(?:\w{0,20}übung|\w{0,20}manöver)(?:en|s)?)"
EXERCISE_BEFORE = re.compile(rf"\b{EXERCISE} $", re.IGNORECASE)
EXERCISE_AFTER = re.compile(rf"[ -](?:[\w-]{{1,20}} ){{0,4}}{EXERCISE}\b", re.IGNORECASE)

IN_LOWER_CASE = re.compile(rf"(?<![{LETTER}\d_'.-])[a-zß-öø-ÿ][{LETTER}]*")
# After a comma it may be a relative pronoun: "der Vertrag, den Putin unterzeichnete".
GERMAN_NOUN = re.compile(
    r"(?<!, )\b(?:der|die|das|den|dem|des|eine?[nmrs]?|keine?[nmrs]?|diese[nmrs]?|jede[nmrs]?|alle[nr]?"
    r"|viele[nr]?|mehrere[nr]?|einige[nr]?|beiden?|seine?[nmrs]?|ihre?[nmrs]?|im|am|zum|zur|vom|beim|ins"
    rf"|[0-9]{{1,9}}) ([A-ZÄÖÜ][{LETTER}]*)"
)


@dataclass(frozen=True)
class Lexicon:
    """What the texts themselves tell of words: which are ordinary."""

    in_lower_case: frozenset[tuple[Language, str]]
    nouns: frozenset[str]
    """German words that stand after an article."""

    def is_ordinary(self, word: str, language: Language) -> bool:
        """Tell whether the texts also use a capitalised word as an ordinary one."""
        return (language, word.lower()) in self.in_lower_case or (language == "de" and word in self.nouns)


@dataclass(frozen=True)
class ProperName:
    """A name as it stands in a text."""

    text: str
    sure: bool
    """Else it counts only where the same words are surely a name elsewhere."""
    bare: bool = False
    """One word with nothing to say that it is a name but its capital."""
    exercise: bool = False
    acronym: str = ""
    """Its acronym, where the text gives one in brackets after it."""


@dataclass(frozen=True)
class _Token:
    """A capitalised word, how it is joined to the one before, and what it is."""

    text: str
    start: int
    end: int
    kind: Word
    joiner: str = ""


def readable(text: str) -> str:
    """Return a text with one character for each kind of quotation mark, dash and space."""
    return text.translate(SAME_CHARACTER)


def learn(texts: Iterable[tuple[Language, str]]) -> Lexicon:
    """Return what texts tell of words."""
    lower: set[tuple[Language, str]] = set()
    nouns: set[str] = set()
    for language, text in texts:
        lower.update((language, word.lower()) for word in set(IN_LOWER_CASE.findall(text)))
        if language == "de":
            nouns.update(GERMAN_NOUN.findall(text))
    return Lexicon(frozenset(lower), frozenset(nouns))


def find_names(text: str, language: Language, lexicon: Lexicon) -> Iterator[ProperName]:
    """Yield the proper names in a text.

    Args:
        text: as `readable` returns it, names that have a record replaced by `COVERED`.
        language: of the text; nothing is found in other languages than `LANGUAGES`.
        lexicon: what all texts tell of words.
    """
    if language not in LANGUAGES:
        return
    yield from _acronyms(text, language, lexicon)
    yield from _quoted(text, language, lexicon)
    for run in _runs(text, language):
        if _is_beside_covered(text, run):
            continue
        found = _german(text, run, lexicon) if language == "de" else _english(text, run, lexicon)
        yield from (name for name in found if name.text.casefold() not in phrases())


def _runs(text: str, language: Language) -> Iterator[list[_Token]]:
    """Yield capitalised words that stand side by side; a run that is too long is left out."""
    run: list[_Token] = []
    before: _Token | None = None
    for match in CAPITALISED.finditer(text):
        token = _token(text, match, before, language)
        if run and (before is None or not token.joiner):
            yield from _whole(run)
            run = []
        # Longer ones are refused as a whole; what is beyond is not kept.
        if token.kind is not Word.BREAK and len(run) <= 2 * LONGEST_NAME:
            run.append(token if run else replace(token, joiner=""))
        elif token.kind is Word.BREAK:
            yield from _whole(run)
            run = []
        before = token if token.end == match.end() else None  # a possessive ends a name
    yield from _whole(run)


def _whole(run: list[_Token]) -> Iterator[list[_Token]]:
    if run and len(run) <= 2 * LONGEST_NAME and all(len(token.text) <= LONGEST_WORD for token in run):
        yield run


def _token(text: str, match: re.Match[str], before: _Token | None, language: Language) -> _Token:
    word, start, end = match[0], match.start(), match.end()
    kind = word_kind(word, language)
    # "Putin's" ends a name, "People's" does not.
    if kind is Word.NAME and word.endswith("'s"):
        word, end = word[:-2], end - 2
        kind = word_kind(word, language)
    if not word[0].isupper() or _is_numbered(text, end) or _is_date(word, text, end):
        kind = Word.BREAK
    return _Token(word, start, end, kind, _joiner(text, before, start, kind, language))


def _is_numbered(text: str, end: int) -> bool:
    """Tell a type from a name: T90, Su-35, but Zapad-2021."""
    if text[end : end + 1].isdigit():
        return True
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit() and not YEAR.match(text, end)


def _is_date(word: str, text: str, end: int) -> bool:
    """Tell "Jun. 5" from Dong Jun."""
    return word.casefold() in short_calendar() and bool(DAY.match(text, end))


def _joiner(text: str, before: _Token | None, start: int, kind: Word, language: Language) -> str:
    """Return what joins a word to the one before it; nothing when they don't belong together."""
    if before is None or start - before.end > 13:
        return ""
    gap = text[before.end : start]
    if gap in (" ", "/", " /"):
        return gap
    if gap == ". " and (before.text in ABBREVIATED or len(before.text) == 1):
        return gap
    if before.kind is Word.NAME and kind is Word.NAME and PARTICLE.fullmatch(gap):
        return "" if language == "de" and "von" in gap else gap
    if language != "en":
        return ""
    # "Ministry of Trade and Industry", "Belt and Road Initiative"
    topics = gap == " and " and before.kind is kind is Word.COMMON
    return gap if topics or (before.kind in HEADS and OF.fullmatch(gap)) else ""


def _english(text: str, run: list[_Token], lexicon: Lexicon) -> Iterator[ProperName]:
    initial = _is_initial(text, run[0].start)
    if dated := _dated(text, run, initial, lexicon, Language("en")):
        yield dated
        return
    if any("/" in token.joiner for token in run):
        return
    if tail := _person_after_institution(run):
        yield from _english(text, run[:-tail], lexicon)
        yield ProperName(_words(text, run[-tail:]), sure=True)
        return
    titles = [
        number
        for number, token in enumerate(run)
        if token.kind is Word.TITLE and not _is_general(run[number : number + 2])
    ]
    rest = run[titles[-1] + 1 :] if titles else run
    if _is_institution(rest or run):
        institution = run if titles and not _is_distinct(rest) else rest
        yield from _institution(text, institution, initial and institution[0] is run[0])
        return
    while rest and (titles or len(rest) > 1) and rest[0].kind in (Word.COUNTRY, Word.COMMON):
        rest = rest[1:]
    if not rest or any(token.kind not in (Word.NAME, Word.CITY) for token in rest):
        return
    initial = initial and rest[0] is run[0]
    if len(rest) == 1:
        yield from _english_word(text, run, rest[0], initial, bool(titles), lexicon)
    elif _is_person_like(rest):
        ordinary = [lexicon.is_ordinary(token.text, Language("en")) for token in rest]
        if titles or not all(ordinary):
            yield ProperName(_words(text, rest), sure=not (initial and ordinary[0]) and not _is_shouted(rest))


def _person_after_institution(run: list[_Token]) -> int:
    """Return how many words at the end are a person: "Ministry of Defense Zhang Xiaogang"."""
    names = 0
    while names < len(run) and run[-1 - names].kind is Word.NAME and run[-1 - names].joiner == " ":
        names += 1
    institution = any(OF.fullmatch(token.joiner) for token in run[: len(run) - names])
    return names if institution and 2 <= names < LONGEST_PERSON else 0


def _is_institution(run: list[_Token]) -> bool:
    return bool(run) and (run[-1].kind in HEADS or any(OF.fullmatch(token.joiner) for token in run))


def _is_distinct(run: list[_Token]) -> bool:
    """Tell whether the words say whose body it is: not "Defense Ministry", "Joint Staff"."""
    if any(token.kind in (Word.NAME, Word.COUNTRY, Word.CITY) for token in run):
        return len(run) > 1
    # "Ministry of National Defense" is in many countries, there is one "Central Military Commission".
    return len(run) >= 3 and not any(OF.fullmatch(token.joiner) for token in run)


def _is_general(run: list[_Token]) -> bool:
    """Tell the General Staff from a General."""
    return len(run) == 2 and run[0].text == "General" and run[1].kind in HEADS


def _institution(text: str, run: list[_Token], initial: bool) -> Iterator[ProperName]:
    wrong = (Word.TITLE, Word.PLACE, Word.EXERCISE)
    if not _is_distinct(run) or len(run) > LONGEST_NAME or _is_shouted(run):
        return
    if any(token.kind in wrong and not _is_general(run[n : n + 2]) for n, token in enumerate(run)):
        return
    defined = DEFINED.match(text, run[-1].end)
    yield ProperName(
        _words(text, run),
        sure=not (initial and run[0].kind is Word.NAME),
        acronym=defined[1] if defined else "",
    )


def _english_word(
    text: str, run: list[_Token], token: _Token, initial: bool, titled: bool, lexicon: Lexicon
) -> Iterator[ProperName]:
    """Yield a single word: after a title, or by itself inside a sentence."""
    word = token.text
    alone = len(run) == 1 and len(word) > 3 and not initial and not _is_linked(text, token)
    if (
        token.kind is Word.NAME
        and (titled or (alone and "-" not in word and not word.endswith(ADJECTIVE_ENDS)))
        and len(word) > 2
        and not word.isupper()
        and word.casefold() not in PRESS
        and not lexicon.is_ordinary(word, Language("en"))
    ):
        yield ProperName(word, sure=True, bare=not titled)


def _german(text: str, run: list[_Token], lexicon: Lexicon) -> Iterator[ProperName]:
    german = Language("de")
    if dated := _dated(text, run, _is_initial(text, run[0].start), lexicon, german):
        yield dated
        return
    title = ""
    names: list[_Token] = []
    for token in [*run, None]:
        if token and _goes_on(token, title or names, lexicon):
            names.append(token)
            continue
        yield from _german_name(text, names, title, names[:1] == run[:1], lexicon)
        # Whose minister it is may stand between: "Präsident Russlands Wladimir Putin".
        if token and token.kind is Word.TITLE:
            title = token.text
        elif not token or token.kind is not Word.COUNTRY:
            title = ""
        names = []


def _goes_on(token: _Token, begun: object, lexicon: Lexicon) -> bool:
    """Tell whether a German name may have this word: only when it has begun, one that is also ordinary."""
    fits = token.kind is Word.NAME and "/" not in token.joiner
    return fits and (bool(begun) or not lexicon.is_ordinary(token.text, Language("de")))


def _german_name(
    text: str, names: list[_Token], title: str, first: bool, lexicon: Lexicon
) -> Iterator[ProperName]:
    names = _without_owned(names)
    ordinary = [lexicon.is_ordinary(token.text, Language("de")) for token in names]
    if len(names) == 1:
        leads = title.casefold().rsplit("-", 1)[-1].endswith(LEADS_ONE_NAME)
        known = names[0].kind is Word.NAME and leads and not ordinary[0] and len(names[0].text) > 2
        yield ProperName(names[0].text, sure=known and not names[0].text.isupper())
    elif _is_person_like(names):
        initial = first and _is_initial(text, names[0].start)
        known = names[0].text.casefold() in GIVEN_NAMES and not ordinary[-1]
        sure = bool(title) or (known and not initial)
        yield ProperName(_words(text, names), sure=sure and not _is_shouted(names))


def _without_owned(names: list[_Token]) -> list[_Token]:
    """Leave out what a German genitive owns: "Xi Jinpings Rede"."""
    owners = (number for number, token in enumerate(names) if number and token.text.endswith("s"))
    return names[: next(owners, len(names)) + 1]


def _dated(
    text: str, run: list[_Token], initial: bool, lexicon: Lexicon, language: Language
) -> ProperName | None:
    """Return an exercise such as "Joint Sea 2021", "Wostok-2022"."""
    match = YEAR.match(text, run[-1].end)
    if not match:
        return None
    words = run
    while len(words) > 1 and words[0].kind in (Word.COUNTRY, Word.TITLE, Word.EXERCISE):
        words = words[1:]
    hyphen = match[0][0] == "-"
    kinds = {token.kind for token in words}
    named = Word.NAME in kinds
    if kinds & {Word.TITLE, *HEADS} or not (named or (len(words) > 1 and kinds - {Word.COUNTRY, Word.CITY})):
        return None
    if len(words) > LONGEST_PERSON + 1:
        return None
    initial = initial and words[0] is run[0]
    ordinary = all(lexicon.is_ordinary(token.text, language) for token in words)
    sure = hyphen or (language == "en" and not initial and not (len(words) == 1 and ordinary))
    return ProperName(text[words[0].start : match.end()], sure=sure, exercise=True)


def _quoted(text: str, language: Language, lexicon: Lexicon) -> Iterator[ProperName]:
    for match in QUOTED.finditer(text):
        quote = match[1]
        tokens = next(_runs(quote, language), [])
        year = YEAR.match(quote, tokens[-1].end) if tokens else None
        if not tokens or tokens[0].start or (year.end() if year else tokens[-1].end) != len(quote):
            continue
        kinds = {token.kind for token in tokens}
        if kinds <= {Word.COUNTRY, Word.CITY} or Word.TITLE in kinds or len(tokens) > LONGEST_NAME:
            continue
        exercise = bool(
            EXERCISE_BEFORE.search(text[max(0, match.start() - 40) : match.start()])
            or EXERCISE_AFTER.match(text[match.end() : match.end() + 100])
        )
        common = any(
            token.kind is not Word.NAME or lexicon.is_ordinary(token.text, language) for token in tokens
        )
        several = len(tokens) > 1 and (language == "en" or not common)
        if exercise or year or several:
            yield ProperName(quote, sure=quote.casefold() not in phrases(), exercise=exercise or bool(year))


def _acronyms(text: str, language: Language, lexicon: Lexicon) -> Iterator[ProperName]:
    for match in ACRONYM.finditer(text):
        word = match[0].lower()
        listed = word in NO_ACRONYMS or word in PRESS or word in countries() or word in cities()
        if not listed and not ROMAN.fullmatch(match[0]) and (language, word) not in lexicon.in_lower_case:
            yield ProperName(match[0], sure=True)


def _is_initial(text: str, start: int) -> bool:
    return bool(INITIAL.search(text[max(0, start - 6) : start])) or start == 0


def _is_linked(text: str, token: _Token) -> bool:
    """Tell whether a word may be part of a longer name: "Power of Siberia"."""
    before, after = text[max(0, token.start - 40) : token.start], text[token.end : token.end + 12]
    return bool(LINKED_BEFORE.search(before) or LINKED_AFTER.match(after))


def _is_beside_covered(text: str, run: list[_Token]) -> bool:
    """Tell whether words belong to a name that is known: they are no name without it."""
    before, after = text[max(0, run[0].start - 2) : run[0].start], text[run[-1].end : run[-1].end + 2]
    titled = any(token.kind is Word.TITLE for token in run)
    return (before.startswith(COVERED) and before.endswith((" ", "-", "/")) and not titled) or (
        after.endswith(COVERED) and after.startswith((" ", "-", "/"))
    )


def _is_person_like(run: list[_Token]) -> bool:
    letters = [token for token in run if len(token.text) == 1]
    return (
        2 <= len(run) <= LONGEST_PERSON
        and any(token.kind is Word.NAME for token in run)
        and not any(token.text.casefold() in PRESS for token in run)
        and len(letters) < len(run) - 1
        and len(run[-1].text) > 1
        and not ROMAN.fullmatch(run[-1].text)
    )


def _is_shouted(run: list[_Token]) -> bool:
    return all(token.text.isupper() for token in run)


def _words(text: str, run: list[_Token]) -> str:
    return text[run[0].start : run[-1].end]
