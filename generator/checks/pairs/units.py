"""Units survive: what is counted in kilometres, euros or percent is so in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.checks.pairs.number_words import numbers_in_words
from generator.checks.pairs.pair import Check, Knowledge, PairText, differences
from generator.checks.pairs.words import Telling, as_one, words_of
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language, Severity

_SIGNS = {"%": "percent", "€": "euro", "$": "dollar", "£": "pound", "¥": "yuan", "°": "degree"}
TIMES = frozenset(("minute", "hour", "day", "week", "month", "year"))
_ABBREVIATED = {
    "m": "metre",
    "km": "kilometre",
    "kg": "kilogram",
    "t": "tonne",
    "l": "litre",
    "ha": "hectare",
}
_AFTER_DIGIT = re.compile(rf"(?:\d|[MBT][a-z]{{1,8}}\.?)[\s\u00a0\u202f-]?({'|'.join(_ABBREVIATED)})\b")
_DEGREES = "°", "Grad", "degree"
_BELOW_ZERO = re.compile(r"(?:\b[Mm]inus |(?<![\w)])[-−–])\d[\d.,]*\s?(?:°|Grad\b|degrees?\b)")
_MAY_BE_BELOW = re.compile(r"(?i)(?:^|[\s(])[-−–]\d|\b(?:minus|below|sub-?zero|unter|frost|freez)")
_COUNT = rf"(?:\d+|{'|'.join(LEXICONS.joined(lambda one: one.numbers.cardinals))})"
_OF_PAIRS, _OF_EVERY = ("nautical", "per", "v."), ("jede", "every")
"""Without any of these in lower case there is none: a look is cheaper."""
_EVERY = re.compile(r"(?i)\b(?:jede[rns]?|every)\s\w")
_OUT_OF = rf" (?:von|in|out of|of)(?: the| den)? {_COUNT}\b"
_WHOLE, _SHARE = re.compile(f"(?i){_OUT_OF}"), re.compile(rf"(?i)\b{_COUNT}(?: \w+)?{_OUT_OF}")
"""A part that may be told in percent: "every fifth", "three out of four"; few texts have such a whole."""
_SIGN = re.compile(r"[%€$£¥°]")
_PAIR = re.compile(r"(?i)\b(percentage|nautical|per)[ -](points?|miles?|cent)\b|\b(v)\. ?(h)\b")
_GAP = re.compile(r"[\s\u00a0\u202f-]{0,2}")


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    if not {pair.source_language, pair.target_language} <= LEXICONS.keys():
        return
    yield from differences(
        *(
            [match[0]] if (match := _below_zero(one)) and not _MAY_BE_BELOW.search(other) else []
            for one, other in ((pair.source, pair.target), (pair.target, pair.source))
        )
    )
    source = _units_in(pair.source, pair.source_language)
    target = _units_in(pair.target, pair.target_language)
    lost, added = source.missing_in(target), target.missing_in(source)
    # An age needs no unit, and 14 days may be two weeks: the time is another where the number is the same.
    times = [unit for unit in lost if unit in TIMES], [unit for unit in added if unit in TIMES]
    same_count = {source.counts[unit] for unit in times[0]} & {target.counts[unit] for unit in times[1]}
    yield from differences(
        *([form for unit, form in side.items() if unit not in TIMES or same_count] for side in (lost, added))
    )


def _below_zero(text: str) -> re.Match[str] | None:
    return _BELOW_ZERO.search(text) if any(word in text for word in _DEGREES) else None


@dataclass(frozen=True)
class _Units:
    """The units in a text."""

    firm: Mapping[str, str]
    """Those that stand with a number, as written."""
    counts: Mapping[str, str]
    """The last value of the number before each."""
    named: frozenset[str]
    """All that the text names at all."""

    def missing_in(self, other: _Units) -> dict[str, str]:
        """Return those with a number that the other text does not name."""
        return {unit: form for unit, form in self.firm.items() if unit not in other.named}


def _units_in(text: str, language: Language) -> _Units:
    lowered = text.lower()
    if any(word in lowered for word in _OF_PAIRS):
        text = _PAIR.sub(lambda match: "".join(filter(None, match.groups())), text)
    telling = _TELLING.among(as_one(text).folded, language)
    words = words_of(text) if telling else ()
    in_words = {one.end: one for one in numbers_in_words(text, language) if one.is_plain} if telling else {}
    firm: dict[str, str] = {}
    counts: dict[str, str] = {}
    named: set[str] = set()
    for at, word in enumerate(words):
        if word.folded not in telling:
            continue
        unit, meant = _meant(word.folded, language)
        named.update(meant)
        if unit is None:
            continue
        before = words[at - 1] if at else None
        if before is None or not _GAP.fullmatch(text[before.end : word.start]):
            continue
        number = in_words.get(before.end)
        if number or _is_count(before.surface, language):
            firm.setdefault(unit, word.surface)
            counts[unit] = min(number.readings[0]) if number else before.surface
    # "5 m" may be metres, or millions: enough for a counterpart.
    named.update(_ABBREVIATED[match[1]] for match in _AFTER_DIGIT.finditer(text))
    tells_every = any(word in lowered for word in _OF_EVERY) and _EVERY.search(text)
    if tells_every or (_WHOLE.search(text) and _SHARE.search(text)):
        named.add("percent")
    for sign in dict.fromkeys(_SIGN.findall(text)):
        named.add(_SIGNS[sign])
        if re.search(rf"\d\s?{re.escape(sign)}|{re.escape(sign)}\s?\d", text):
            firm.setdefault(_SIGNS[sign], sign)
            counts.setdefault(_SIGNS[sign], "")
    return _Units(firm, counts, frozenset(named))


def _meant(folded: str, language: Language) -> tuple[str | None, tuple[str, ...]]:
    """Return the unit that a word is, and those that it is or holds; texts repeat their words."""
    lexicon = LEXICONS[language]
    if unit := lexicon.measures.get(folded):
        return unit, (unit,)
    found = [unit for part, unit in lexicon.measure_parts.items() if part in folded]
    if lexicon.has_compounds:
        # A compound may stand for its unit: "Quadratkilometer".
        found += [unit for form, unit in lexicon.measures.items() if len(form) > 3 and form in folded]
    if folded in lexicon.numbers.fractions:
        found.append("percent")  # Three quarters are 75 percent.
    return None, tuple(found)


_TELLING = Telling(lambda word, language: _meant(word, language)[1])


def _is_count(word: str, language: Language) -> bool:
    return word.isdigit() or fold(word).startswith(_large(language))


@cache
def _large(language: Language) -> tuple[str, ...]:
    numbers = LEXICONS[language].numbers
    return tuple(name for name in (*numbers.multiples, *numbers.scales) if len(name) > 1)


UNITS = Check(
    "units", Severity.WARNING, "write the unit of the source, or convert the number with it", _problems
)
