"""Numbers in words: "zweiundzwanzig", "two and a half million", "zwei Dutzend", "der dritte"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from generator.checks.pairs.words import MOST_TEXTS, Telling, Word, as_one, words_of
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language

LARGEST_SAID_OTHERWISE = 12
LEAST_PARTS = 2
_LONGEST_WORD = 60
_LARGEST = Decimal(10**15)
_LONGEST_BEFORE = 12
"""Characters before a number that are looked at: " the", and some space."""
_LONGEST_FILLING = 2
"""Words in a number that say none: "quarter of a million"."""
LONGEST_ROMAN = 6
_NO_RULERS = LEXICONS.calendar_words() | LEXICONS.function_words
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_HAS_ROMAN = re.compile(f"[{''.join(_ROMAN)}]+\\b")
_OF = re.compile(r"\sof\b")
"""After "a third", which then is no ordinal, and "a quarter", which then is not of a town."""
_GAP = re.compile(r"[\s-]{1,2}")


@dataclass(frozen=True)
class Quantity:
    """A number in a text, in digits or in words."""

    start: int
    end: int
    surface: str
    readings: tuple[frozenset[str], ...]
    """Each a set of values that together are what it says: 3.5 is one value, or a day and a month."""
    scale: Decimal = Decimal(1)
    """What multiplies it at its end: a million in "two million"."""
    is_plain: bool = True
    """It can be nothing but a number, and is not "one", which is an article too often."""
    is_large: bool = False
    """It is none of those that may be said without any ("both", "again", "a dozen")."""

    def is_in(self, values: frozenset[str]) -> bool:
        """Tell whether a text with these values says it."""
        return any(reading <= values for reading in self.readings)


def written(value: Decimal) -> str:
    """Write a value in one way only: no exponent, no zeros at its ends."""
    digits = f"{round(value, 6):f}" if value % 1 else f"{value:f}"
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) or "0"


def span_after(text: str, end: int, language: Language) -> Decimal | None:
    """Return how many of the next smaller unit, days of a week, is what a number ending there counts."""
    return LEXICONS[language].numbers.spans.get(fold(word[1])) if (word := _NEXT.match(text, end)) else None


_NEXT = re.compile(r"[\s-]{1,2}(?:of )?(?:an? )?([^\W\d_]+)")


class _Kind(Enum):
    UNIT = "added to what stands before it"
    MULTIPLE = "multiplies it"
    FRACTION = "a part of it: three quarters"
    MORE = "einhalb"


class _Piece(NamedTuple):
    value: Decimal
    kind: _Kind


class _Reading(NamedTuple):
    """A number as far as it has been read."""

    done: Decimal
    """What a scale closed off: the two million of "two million three hundred"."""
    group: Decimal
    scale: Decimal
    is_fraction: bool


def values_in_words(text: str, language: Language) -> Iterator[str]:
    """Yield the values that single words may stand for, beside the numbers they make up."""
    numbers = LEXICONS[language].numbers
    telling = _VALUED.among(as_one(text).folded, language)
    words = words_of(text) if telling else ()
    for at, word in enumerate(words):
        if word.folded not in telling:
            continue
        is_after_half = at and words[at - 1].folded == numbers.half_before
        if is_after_half and (hour := numbers.cardinals.get(word.folded)):
            yield from (f"{(hour - 1) % 12}:30", "am", "pm", str(hour - 1))
        yield from _values_of(word.folded, language)


@lru_cache(maxsize=50_000)
def _values_of(word: str, language: Language) -> tuple[str, ...]:
    """Return the values that a word, as folded, may stand for by itself."""
    lexicon = LEXICONS[language]
    values = list(lexicon.numbers.loose.get(word, ()))
    if decade := next((said for one, said in lexicon.calendar.decades.items() if word.startswith(one)), 0):
        values += f"{decade}0", f"19{decade}0"
    pieces, rest = _pieces(word, language)
    # What follows in a compound ("dreitägig") does not matter.
    values += [written(piece.value) for piece in pieces if piece.kind is _Kind.UNIT]
    if rest and (reading := _read(pieces)):
        values.append(written(reading.done + reading.group))
    return tuple(values)


@lru_cache(maxsize=MOST_TEXTS)
def numbers_in_words(text: str, language: Language) -> tuple[Quantity, ...]:
    """Return the numbers that words make up, each as long as it goes: "two hundred and fifty" is one."""
    words = words_of(text)
    return *(_roman_numbers(words) if _HAS_ROMAN.search(text) else ()), *_numbers(text, words, language)


def _numbers(text: str, words: Sequence[Word], language: Language) -> Iterator[Quantity]:
    last = -1
    counting = _COUNTING.among(as_one(text).folded, language)
    for at in [at for at, word in enumerate(words) if word.folded in counting] if counting else ():
        pieces, rest = _pieces(words[at].folded, language)
        reading = _read(pieces)
        if at <= last or reading is None or (rest and rest not in LEXICONS[language].numbers.spans):
            continue
        last = at
        while not rest and (longer := _longer(text, words, last, reading, language)):
            last, reading = longer
        if not text[: words[at].start].rstrip()[-1:].isdigit():
            yield _quantity(text, words[at : last + 1], reading, language)


def _longer(
    text: str, words: Sequence[Word], last: int, reading: _Reading, language: Language
) -> tuple[int, _Reading] | None:
    """Return the last word and the value of a number that goes on behind its word so far."""
    filling: list[str] = []
    for at in range(last + 1, min(last + 2 + _LONGEST_FILLING, len(words))):
        if not _GAP.fullmatch(text[words[at - 1].end : words[at].start]):
            return None
        pieces, rest = _pieces(words[at].folded, language)
        if pieces and not rest:
            longer = _read(pieces, reading, joined=tuple(filling))
            return (at, longer) if longer else None
        filling.append(words[at].folded)
        if words[at].folded not in ("and", "a", "of"):
            return None
    return None


def _read(
    pieces: Sequence[_Piece], before: _Reading | None = None, joined: tuple[str, ...] = ()
) -> _Reading | None:
    """Return the value of pieces, added to what stands before them; None if they do not belong to it."""
    reading = before
    for number, piece in enumerate(pieces):
        is_inside = bool(number)
        reading = _add(reading, piece, () if is_inside else joined, is_inside=is_inside)
        if reading is None:
            return None
    return reading


def _add(
    reading: _Reading | None, piece: _Piece, joined: tuple[str, ...], *, is_inside: bool
) -> _Reading | None:
    value, kind = piece
    is_fraction = kind is _Kind.FRACTION
    if reading is None:
        scale = value if kind is _Kind.MULTIPLE else Decimal(1)
        if scale >= 1000:
            return _Reading(value, Decimal(0), scale, is_fraction)
        return _Reading(Decimal(0), value, scale, is_fraction)
    done, group, scale, was_fraction = reading
    if done + group > _LARGEST:
        return None
    if kind is _Kind.MULTIPLE:
        if "and" in joined or (done and not group):
            return None if "and" in joined else _Reading(done * value, group, value, was_fraction)
        group = (group or 1) * value
        closed = value >= 1000
        return _Reading(done + group if closed else done, Decimal(0) if closed else group, value, False)
    if kind is _Kind.MORE or (is_fraction and joined == ("and", "a")):
        return _Reading(done, group + value * scale, Decimal(1), was_fraction)
    if is_fraction:
        return None if joined or group % 1 else _Reading(done, (group or 1) * value, Decimal(1), True)
    if "a" in joined or "of" in joined or ("and" in joined and scale == 1):
        return None
    low = group % 100
    if not low and scale > 1:
        group += value
    elif (low >= 20 and not low % 10 and value < 10) or (is_inside and low < 10 and value >= 20):
        group += value  # "twenty-two", "zweiundzwanzig"
    elif 10 <= group < 30 and 10 <= value < 100 and not group % 1:
        group = group * 100 + value  # "nineteen eighty"
    else:
        return None
    return _Reading(done, group, Decimal(1), was_fraction)


def _quantity(text: str, words: Sequence[Word], reading: _Reading, language: Language) -> Quantity:
    numbers = LEXICONS[language].numbers
    value = reading.done + reading.group
    first, last = words[0], words[-1]
    values = [value]
    _, rest = _pieces(last.folded, language)
    if span := numbers.spans.get(rest) or span_after(text, last.end, language):
        values.append(value * span)
    if reading.is_fraction:
        values += [value * 100, Decimal(round(value * 100))]
    elif value > LEAST_PARTS and first.folded in numbers.inflected_ordinals:
        parts = [1 / value, Decimal(round(100 / value))]
        values = parts if _OF.match(text, last.end) else [*values, *parts]
    is_counted = bool(span or not reading.is_fraction) and _is_part(words, language)
    is_plain = is_counted or _is_plain(text, words, reading, language)
    is_amount = not reading.is_fraction and (value > LARGEST_SAID_OTHERWISE or bool(value % 1))
    return Quantity(
        first.start,
        last.end,
        text[first.start : last.end],
        tuple(frozenset((written(one),)) for one in values),
        reading.scale,
        is_plain=is_plain,
        is_large=is_counted or (is_plain and is_amount),
    )


def _is_part(words: Sequence[Word], language: Language) -> bool:
    """Tell whether words say a part, which of a span or a dozen is a number, seldom said without one."""
    kinds = {piece.kind for word in words for piece in _pieces(word.folded, language)[0]}
    return _Kind.FRACTION in kinds and words[0].folded not in LEXICONS[language].numbers.inflected_ordinals


def _is_plain(text: str, words: Sequence[Word], reading: _Reading, language: Language) -> bool:
    """Tell whether words can be nothing but a number."""
    lexicon = LEXICONS[language]
    first, last = words[0], words[-1]
    if _pieces(first.folded, language)[0][0].kind is not _Kind.UNIT or last.folded.endswith(_vague(language)):
        return False
    before = text[max(0, first.start - _LONGEST_BEFORE) : first.start].rstrip()
    is_also_word = first.folded in lexicon.numbers.also_words
    if lexicon.capitalizes_nouns:
        # A noun may look like a number: "Acht", "mehrere Zehntausend".
        if first.surface[0].isupper() and (is_also_word or before[-1:].isalpha()):
            return False
    elif is_also_word and not before.lower().endswith(" the"):
        return False  # But "at the second attempt".
    if not reading.is_fraction:
        return first.folded in lexicon.numbers.inflected_ordinals or reading.done + reading.group > 1
    # "The third quarter" is none, and "ein Viertel" may be of a town.
    is_ordinal = first.folded in lexicon.numbers.inflected_ordinals
    return not is_ordinal and (len(words) > 1 or bool(_OF.match(text, last.end)))


@cache
def _vague(language: Language) -> tuple[str, ...]:
    """Return the plurals that count nothing: "Zehntausende", "dozens"."""
    multiples = LEXICONS[language].numbers.multiples
    return tuple(
        one for one in multiples if any(one.startswith(other) and one != other for other in multiples)
    )


@lru_cache(maxsize=20_000)
def _pieces(word: str, language: Language) -> tuple[tuple[_Piece, ...], str]:
    """Return the numbers that a word begins with, and what is left of it."""
    pattern, values = _known(language)
    pieces, rest = [], word if len(word) <= _LONGEST_WORD else ""
    while match := pattern.match(rest):
        pieces.append(values[match["more"] or match["whole"] or match["goes_on"] or match["word"]])
        rest = rest[match.end() :]
    return tuple(pieces), rest


_VALUED = Telling(
    lambda word, language: word in LEXICONS[language].numbers.cardinals or _values_of(word, language)
)
"""What may stand for a value, by itself or after "half"."""
_COUNTING = Telling(lambda word, language: _pieces(word, language)[0])


@cache
def _known(language: Language) -> tuple[re.Pattern[str], Mapping[str, _Piece]]:
    """Return the words that numbers of one word are made of: a pattern for them, and what they mean."""
    numbers = LEXICONS[language].numbers
    scales = {word: 10**power for word, power in numbers.scales.items() if len(word) > 2}
    tables: tuple[tuple[_Kind, Mapping[str, int | Decimal]], ...] = (
        (_Kind.MULTIPLE, {**scales, **numbers.multiples}),
        (_Kind.UNIT, {word: 10 * value for word, value in numbers.tens.items()}),
        (_Kind.UNIT, {**numbers.ordinals, **numbers.inflected_ordinals, **numbers.cardinals}),
        (_Kind.FRACTION, numbers.fractions),
        (_Kind.MORE, numbers.halves_more),
    )
    values = {
        fold(word): _Piece(Decimal(value), kind) for kind, table in tables for word, value in table.items()
    }
    longest_first = "|".join(map(re.escape, sorted(values, key=len, reverse=True)))
    joiner = f"(?:{re.escape(numbers.joiner)})?"
    # "Zweitausend" and "zweitägig" begin with "zwei" and not with "zweit": a word goes on, where it can.
    spans = "|".join(map(re.escape, numbers.spans))
    goes_on = f"(?P<goes_on>{longest_first})(?={joiner}(?:{longest_first})|(?:{spans})?$)"
    # "Neunzehnmal" begins with "neunzehn", though "zehnmal" goes on behind "neun".
    joined = [
        one
        for one in map(fold, numbers.cardinals)
        if any(one.startswith(two) and one[len(two) :] in values for two in values)
    ]
    endings = {other.removeprefix(one) for one in joined for other in values if other.startswith(one)} - {""}
    whole = f"(?P<whole>{'|'.join(joined)})(?!(?:{'|'.join(endings)})$)" if joined else "(?P<whole>(?!))"
    more = "|".join(map(re.escape, numbers.halves_more)) or "(?!)"
    return re.compile(f"{joiner}(?:(?P<more>{more})|{whole}|{goes_on}|(?P<word>{longest_first}))"), values


def _roman_numbers(words: Sequence[Word]) -> Iterator[Quantity]:
    for before, (start, end, surface, _) in zip((None, *words), words, strict=False):
        if (
            not surface.isupper()
            or len(surface) > LONGEST_ROMAN
            or any(sign not in _ROMAN for sign in surface)
        ):
            continue
        # One letter is an initial, or "I", unless a ruler's name is before it.
        if len(surface) > 1 or (surface in "IVX" and before and _is_ruler(before, start)):
            values = [_ROMAN[sign] for sign in surface]
            following = [*values[1:], 0]
            value = sum(-a if a < b else a for a, b in zip(values, following, strict=True))
            yield Quantity(start, end, surface, (frozenset((str(value),)),))


def _is_ruler(word: Word, end: int) -> bool:
    is_name = word.surface.istitle() and len(word.surface) > 2
    return is_name and word.end + 1 == end and word.folded not in _NO_RULERS
