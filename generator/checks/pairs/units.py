"""Units survive: what is counted in kilometres, euros or percent is so in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.checks.pairs.pair import Check, Knowledge, PairText, differences
from generator.checks.pairs.words import words_of
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language, Severity

_SIGNS = {"%": "percent", "€": "euro", "$": "dollar", "£": "pound", "¥": "yuan", "°": "degree"}
_SIGN = re.compile(r"[%€$£¥°]")
_PAIR = re.compile(r"(?i)\b(percentage|nautical|per)[ -](points?|miles?|cent)\b")
_GAP = re.compile(r"[\s\u00a0\u202f-]{0,2}")


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    if not {pair.source_language, pair.target_language} <= LEXICONS.keys():
        return
    source = _units_in(pair.source, pair.source_language)
    target = _units_in(pair.target, pair.target_language)
    lost = [form for unit, form in source[0].items() if unit not in target[1]]
    added = [form for unit, form in target[0].items() if unit not in source[1]]
    yield from differences(lost, added)


def _units_in(text: str, language: Language) -> tuple[dict[str, str], set[str]]:
    """Return the units that stand with a number, as written, and all that the text names at all."""
    text = _PAIR.sub(lambda match: f"{match[1]}{match[2]}", text)
    words = words_of(text)
    firm: dict[str, str] = {}
    named: set[str] = set()
    for at, word in enumerate(words):
        unit = LEXICONS[language].measures.get(word.folded)
        if unit is None:
            named.update(_within(word.folded, language))
            continue
        named.add(unit)
        before = words[at - 1] if at else None
        if before and _GAP.fullmatch(text[before.end : word.start]) and _is_count(before.surface, language):
            firm.setdefault(unit, word.surface)
    for sign in set(_SIGN.findall(text)):
        named.add(_SIGNS[sign])
        if re.search(rf"\d\s?{re.escape(sign)}|{re.escape(sign)}\s?\d", text):
            firm.setdefault(_SIGNS[sign], sign)
    return firm, named


@lru_cache(maxsize=50_000)
def _within(folded: str, language: Language) -> tuple[str, ...]:
    """Return the units that a word holds; texts repeat their words."""
    lexicon = LEXICONS[language]
    found = [unit for part, unit in lexicon.measure_parts.items() if part in folded]
    if lexicon.has_compounds:
        # A compound may stand for its unit: "Quadratkilometer".
        found += [unit for form, unit in lexicon.measures.items() if len(form) > 3 and form in folded]
    return tuple(found)


def _is_count(word: str, language: Language) -> bool:
    return word.isdigit() or fold(word).startswith(_large(language))


@cache
def _large(language: Language) -> tuple[str, ...]:
    numbers = LEXICONS[language].numbers
    return tuple(name for name in (*numbers.multiples, *numbers.scales) if len(name) > 1)


UNITS = Check(
    "units", Severity.WARNING, "write the unit of the source, or convert the number with it", _problems
)
