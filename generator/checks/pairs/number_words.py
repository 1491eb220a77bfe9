"""The values of numbers in words: "zweiundzwanzig", "twenty-two", "dritten", "a dozen"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from generator.checks.pairs.vocabulary import ENGLISH, GERMAN
from generator.checks.pairs.words import Word, fold
from generator.model import Language


def _rows(text: str, start: int) -> dict[str, int]:
    return {fold(name): number for number, row in enumerate(text.split(";"), start) for name in row.split()}


_GERMAN_SMALL = _rows(
    "ein eins;zwei zwo;drei;vier;fünf;sechs;sieben;acht;neun;zehn;elf;zwölf;dreizehn;vierzehn;fünfzehn;"
    "sechzehn;siebzehn;achtzehn;neunzehn",
    1,
)
_GERMAN_TENS = _rows("zwanzig;dreissig;vierzig;fünfzig;sechzig;siebzig;achtzig;neunzig", 2)
_GERMAN_ORDINALS = _rows("erst;zweit;dritt;viert;fünft;sechst;siebt siebent;acht;neunt;zehnt;elft;zwölft", 1)
_ENGLISH_SMALL = _rows(
    "one;two;three;four;five;six;seven;eight;nine;ten;eleven;twelve;thirteen;fourteen;fifteen;sixteen;"
    "seventeen;eighteen;nineteen",
    1,
)
_ENGLISH_TENS = _rows("twenty;thirty;forty;fifty;sixty;seventy;eighty;ninety", 2)
_ENGLISH_ORDINALS = _rows(
    "first;second;third;fourth;fifth;sixth;seventh;eighth;ninth;tenth;eleventh;twelfth;thirteenth;"
    "fourteenth;fifteenth;sixteenth;seventeenth;eighteenth;nineteenth",
    1,
) | {f"{name[:-1]}ieth": 10 * number for name, number in _ENGLISH_TENS.items()}

SMALL_NUMBERS: Mapping[Language, Mapping[str, int]] = {GERMAN: _GERMAN_SMALL, ENGLISH: _ENGLISH_SMALL}
"""The cardinals below twenty."""
_OTHERS: Mapping[Language, Mapping[str, tuple[str, ...]]] = MappingProxyType({
    GERMAN: MappingProxyType({
        **dict.fromkeys(_rows("beide beiden beider beides doppelt doppelte doppelten paar", 0), ("2",)),
        **dict.fromkeys(_rows("dutzend dutzende dutzenden", 0), ("12",)),
        **dict.fromkeys(_rows("halb halbe halben halber halbes hälfte", 0), ("0.5", "2", "50")),
        **dict.fromkeys(_rows("anderthalb eineinhalb", 0), ("1.5",)),
        **dict.fromkeys(_rows("eine einen einem einer eines einzig einzige einzigen", 0), ("1",)),
        **dict.fromkeys(_rows("erstmals erstmalig zuerst zunächst erstens", 0), ("1",)),
        **dict.fromkeys(_rows("drittel", 0), ("3",)),
        **dict.fromkeys(_rows("viertel vierteljahr quartal", 0), ("4", "0.25", "25")),
        **dict.fromkeys(_rows("null", 0), ("0",)),
        **dict.fromkeys(_rows("mittag mittags", 0), ("12",)),
        **dict.fromkeys(_rows("mitternacht", 0), ("0", "12", "24")),
    }),
    ENGLISH: MappingProxyType({
        **dict.fromkeys(_rows("both twice double couple pair twofold twin twins", 0), ("2",)),
        **dict.fromkeys(_rows("dozen dozens", 0), ("12",)),
        **dict.fromkeys(_rows("half halves", 0), ("0.5", "2", "50", "1.5")),
        **dict.fromkeys(_rows("a an once single sole", 0), ("1",)),
        **dict.fromkeys(_rows("firstly initially", 0), ("1",)),
        **dict.fromkeys(_rows("thirds thrice triple", 0), ("3",)),
        **dict.fromkeys(_rows("quarter quarters", 0), ("4", "0.25", "25", "3")),
        **dict.fromkeys(_rows("zero nil", 0), ("0",)),
        **dict.fromkeys(_rows("noon midday", 0), ("12",)),
        **dict.fromkeys(_rows("midnight", 0), ("0", "12", "24")),
        **dict.fromkeys(_rows("fortnight fortnightly", 0), ("14", "2")),
    }),
})  # fmt: skip
_MULTIPLES = {"hundred": 100, "hundreds": 100, "thousand": 1000, "thousands": 1000}
_LARGEST = 10**6
"""What words multiply beyond is no number: "hundred hundred hundred"."""
_LONGEST_WORD = 60
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def plain_number(word: str, language: Language) -> int | None:
    """Return the value of a cardinal from two on that can be nothing but a number: "zwei", "three".

    Two texts that each have one the other lacks disagree; "one" is an article too often.
    """
    value = SMALL_NUMBERS.get(language, {}).get(word)
    return value if value and value > 1 and word not in ("acht", "sieben", "elf") else None


def values_in_words(words: tuple[Word, ...], language: Language) -> set[str]:
    """Return every value that the words of a text may stand for."""
    found: set[str] = set()
    others = _OTHERS.get(language, {})
    for word in words:
        found.update(others.get(word.folded, ()))
        if word.surface.isupper() and (value := _roman(word.folded)):
            found.add(str(value))
        if language == GERMAN:
            found.update(str(value) for value in _german(word.folded))
    if language == ENGLISH:
        found.update(str(value) for value in _english(words))
    return found


@lru_cache(maxsize=20_000)
def _german(word: str) -> tuple[int, ...]:
    """Read a German word; what follows a number in a compound ("dreitägig") does not matter."""
    total, group, rest = 0, 0, word
    values = []
    while rest and len(word) <= _LONGEST_WORD:
        value, size = _german_piece(rest)
        if not size or total > _LARGEST:
            break
        rest = rest[size:]
        if value >= 100:
            group = max(group, 1) * value
            if value == 1000:
                total, group = total + group, 0
        else:
            group += value
        values.append(total + group)
    if not values or not (rest == "" or len(rest) > 2 or rest in ("e", "en", "er", "es", "em", "te", "n")):
        return ()
    # "fünfzigster" and "fünfzig Prozent" are both 50; "einst" is neither.
    return (values[-1],)


def _german_piece(rest: str) -> tuple[int, int]:
    """Return the value a text starts with and how long its word is."""
    skipped = 3 if rest.startswith("und") else 0
    for word, value in _GERMAN_PIECES:
        if rest.startswith(word, skipped):
            return value, skipped + len(word)
    return 0, 0


_GERMAN_PIECES = sorted(
    (
        *((word, 10 * value) for word, value in _GERMAN_TENS.items()),
        *_GERMAN_SMALL.items(),
        *_GERMAN_ORDINALS.items(),
        ("hundert", 100),
        ("tausend", 1000),
    ),
    key=lambda piece: -len(piece[0]),
)


def _english(words: tuple[Word, ...]) -> set[int]:
    """Read runs of English number words: each part of a run counts as well as the whole."""
    found: set[int] = set()
    total = group = 0
    for word in words:
        name = word.folded
        value = _ENGLISH_SMALL.get(name) or _ENGLISH_ORDINALS.get(name)
        if name in _ENGLISH_TENS:
            value = 10 * _ENGLISH_TENS[name]
        if value:
            group += value
            found.update((value, group, total + group))
        elif name in _MULTIPLES and group < _LARGEST:
            group = max(group, 1) * _MULTIPLES[name]
            found.update((group, total + group))
            if _MULTIPLES[name] == 1000:
                total, group = total + group, 0
        elif name in ("decade", "decades"):
            found.add(10 * max(group, 1))
            total = group = 0
        elif name in ("week", "weeks"):
            found.add(7 * max(group, 1))
            total = group = 0
        elif not (name == "and" and (group or total)):
            total = group = 0
    return found


def _roman(word: str) -> int | None:
    if not 2 <= len(word) <= 6 or any(letter not in _ROMAN for letter in word):
        return None
    values = [_ROMAN[letter] for letter in word]
    following = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, following, strict=True))
