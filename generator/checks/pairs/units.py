"""Units survive: what is counted in kilometres, euros or percent is so in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.checks.pairs.pair import Check, Knowledge, PairText, differences
from generator.checks.pairs.words import words_of
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language, Severity

GERMAN, ENGLISH = Language("de"), Language("en")
_NAMES = """
percent: prozent prozentige prozentigen prozentiger pct | percent percentage
percentage points: prozentpunkt prozentpunkte prozentpunkten | percentagepoint percentagepoints
kilometre: km kilometer kilometern | km kilometre kilometres kilometer kilometers
metre: meter metern | metre metres meter meters
nautical mile: seemeile seemeilen | nauticalmile nauticalmiles
mile: meile meilen | mile miles
tonne: tonne tonnen | ton tons tonne tonnes
kilogram: kg kilogramm kilo kilos | kg kilogram kilograms kilo kilos
litre: liter litern | litre litres liter liters
hectare: hektar | hectare hectares
barrel: barrel | barrel barrels
megawatt: mw megawatt | mw megawatt megawatts
gigawatt: gw gigawatt | gw gigawatt gigawatts
euro: euro euros eur | euro euros eur
dollar: dollar dollars usd | dollar dollars usd
yuan: yuan renminbi rmb | yuan renminbi rmb
rouble: rubel | rouble roubles ruble rubles
pound: pfund | pound pounds
franc: franken | franc francs
degree: grad | degree degrees
minute: minute minuten | minute minutes
hour: stunde stunden | hour hours
month: monat monate monaten monats | month months
year: jahr jahre jahren | year years decade decades
"""
_RELATED = {
    GERMAN: {"jähr": "year", "stünd": "hour", "minüt": "minute"},
    ENGLISH: {"anniversar": "year", "annual": "year", "yearly": "year", "hourly": "hour", "monthly": "month"},
}
"""Beginnings or middles of words that may stand for a unit: "20-jährig" ↔ "20-year"."""
_LARGE = re.compile(
    r"hundert|tausend|million|milliarde|billion|hundred|thousand|trillion|dutzend|dozen|mio|mrd|bn"
)
_SIGNS = {"%": "percent", "€": "euro", "$": "dollar", "£": "pound", "¥": "yuan", "°": "degree"}
_SIGN = re.compile(r"[%€$£¥°]")
_PAIR = re.compile(r"(?i)\b(percentage|nautical|per)[ -](points?|miles?|cent)\b")
_GAP = re.compile(r"[\s\u00a0\u202f-]{0,2}")


def _units() -> Mapping[tuple[Language, str], str]:
    found = {}
    for line in _NAMES.strip().splitlines():
        unit, _, forms = line.partition(": ")
        german, english = forms.split("|")
        found.update({(GERMAN, fold(form)): unit for form in german.split()})
        found.update({(ENGLISH, fold(form)): unit for form in english.split()})
    return found


_UNITS = _units()


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    if not {pair.source_language, pair.target_language} <= {GERMAN, ENGLISH}:
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
        unit = _UNITS.get((language, word.folded))
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
    found = [unit for part, unit in _RELATED[language].items() if part in folded]
    if language == GERMAN:
        # A compound may stand for its unit: "Quadratkilometer".
        found += [unit for (_, form), unit in _UNITS.items() if len(form) > 3 and form in folded]
    return tuple(found)


def _is_count(word: str, language: Language) -> bool:
    if word.isdigit() or _LARGE.match(word.casefold()):
        return True
    return word.casefold() in LEXICONS[language].numbers.cardinals


UNITS = Check(
    "units", Severity.WARNING, "write the unit of the source, or convert the number with it", _problems
)
