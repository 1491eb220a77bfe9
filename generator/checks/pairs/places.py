"""What countries and towns are called in other languages, as Unicode's CLDR has it (Babel)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from babel import Locale
from babel.core import get_global

from generator.checks.pairs.pair import PairText
from generator.checks.pairs.words import Telling, as_one, words_of
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import ENGLISH, GERMAN, Language

COUNTRY_BEGINS = 3
"""Letters that the name of a country shares with what is of it."""
_NAME = re.compile(r"[^\W\d_]+")
"""A name of one word; of two in one entry, "Myanmar (Burma)", each is one."""

OTHERWISE = """
    lemberg lviv lwiw lvov lwow; breslau wroclaw wrocław; danzig gdansk gdańsk; stettin szczecin; posen
    poznan poznań; königsberg kaliningrad; pressburg bratislava; laibach ljubljana; hermannstadt sibiu;
    kronstadt brasov brașov; klausenburg cluj; temeswar temeschwar timisoara timișoara; czernowitz
    chernivtsi tscherniwzi; reval tallinn; dorpat tartu; brünn brno; pilsen plzen plzeň; olmütz olomouc;
    kattowitz katowice; lodsch lodz łódź; thorn torun toruń; allenstein olsztyn; fünfkirchen pecs pécs;
    kaschau kosice košice; bozen bolzano; trient trento; löwen leuven; mülhausen mulhouse; nimwegen
    nijmegen; saloniki thessaloniki; smyrna izmir; tyros tyre; stambul istanbul; agram zagreb; memel
    klaipeda klaipėda; aussig usti; budweis budejovice; siebenbürgen transylvania; kiew kyiv kiev; charkow
    charkiw kharkiv kharkov; odessa odesa; dnipro dnepr dnieper; donau danube; maas meuse; ostsee baltic;
    bodensee constance; mittelmeer mediterranean; birma burma myanmar; bombay mumbai; dschidda jeddah;
    jüdisch jüdin jewish; südtirol tyrol; bayern bavaria; rhein rhine; sachsen sächsisch saxony saxon;
    pfalz palatinate; luzern vierwaldstättersee lucerne; mähren moravia; wiener viennese; römer roman romans
"""
"""What else is called otherwise, and sounds otherwise, too."""

ALSO_CALLED = {"turkey": "TR", "moldau": "MD", "weissrussland": "BY", "swaziland": "SZ"}
"""Countries by names that are not CLDR's, as folded."""
NATIONS = """
    gb: britisch brite englisch engländer = british briton english; us: amerikanisch amerikaner us usa =
    american us usa; at: österreichisch österreicher = austrian; ch: schweizerisch schweizer = swiss; nl:
    niederländisch niederländer holländisch = dutch; ca: kanadisch kanadier = canadian; br: brasilianisch
    brasilianer = brazilian; mx: mexikanisch mexikaner = mexican; au: australisch australier = australian; eg:
    ägyptisch ägypter = egyptian; sy: syrisch syrer = syrian; iq: irakisch iraker = iraqi; ir: iranisch iraner
    = iranian; il: israelisch israeli = israeli; sa: saudisch = saudi; be: belgisch belgier = belgian; in:
    indisch inder = indian; pk: pakistanisch pakistaner = pakistani; co: kolumbianisch kolumbianer =
    colombian; lb: libanesisch libanese = lebanese; ly: libysch = libyan; ng: nigerianisch = nigerian; af:
    afghanisch afghane = afghan; ps: palästinensisch palästinenser = palestinian; tw: taiwanisch taiwaner =
    taiwanese; cl: chilenisch chilene = chilean; ar: argentinisch argentinier = argentine argentinian; ma:
    marokkanisch marokkaner = moroccan; tn: tunesisch tunesier = tunisian; dz: algerisch algerier = algerian;
    et: äthiopisch äthiopier = ethiopian; ke: kenianisch kenianer = kenyan; ph: philippinisch philippiner =
    philippine filipino; ru: russe = russian; fr: franzose = french frenchman; pl: pole = pole; dk: dänisch
    däne = danish dane; mk: mazedonisch = macedonian; se: schwede = swede; tr: türke = turk; es: spanier =
    spaniard; fi: finne = finn; pt: portugiesisch portugiese = portuguese; ie: irisch = irish; sk: slowake =
    slovakian
"""
"""Who is of a country, where its language has another name, or none; words in their first form."""
_OF_NATIONS: Mapping[Language, Sequence[str]] = {
    GERMAN: ("", "e", "en", "em", "er", "es", "n", "s", "in", "innen"),
    ENGLISH: ("", "s", "es"),
}


def other_country(pair: PairText) -> tuple[str, str] | None:
    """Return a country that only the source names, and one that only the translation does."""
    here = _named(pair.source, pair.source_language)
    there = _named(pair.target, pair.target_language) if here else {}
    if not there:
        return None
    lost = [
        name
        for code, name in here.items()
        if not (code in there or speaks_of(pair.target, code, pair.target_language))
    ]
    added = [
        name
        for code, name in there.items()
        if not (code in here or speaks_of(pair.source, code, pair.source_language))
    ]
    return (lost[0], added[0]) if lost and added else None


def country(word: str, language: Language) -> str | None:
    """Return the code of the country that a word, as folded, is the name of, "russlands" too."""
    countries = _countries(language)
    return countries.get(word) or countries.get(word.removesuffix("s"))


@cache
def other_names() -> Mapping[str, frozenset[str]]:
    """Return for names of countries and towns, as folded, what else they are called in languages known."""
    places = defaultdict[str, set[str]](set)
    for code in LEXICONS:
        locale = Locale.parse(code)
        for key, name in locale.territories.items():
            places[key].update(_single(name))
        for key, zone in locale.time_zones.items():
            places[key].update(_single(zone.get("city", "")))
    # A town without a name of its own in a language is called as the time zone is: "Europe/Prague".
    for key, names in places.items():
        if names and "/" in key:
            names.update(_single(key.rpartition("/")[2]))
    otherwise = (set(map(fold, row.split())) for row in OTHERWISE.split(";"))
    others = defaultdict[str, set[str]](set)
    for names in (*places.values(), *otherwise):
        for name in names:
            others[name] |= names
    return {name: frozenset(found - {name}) for name, found in others.items() if len(found) > 1}


def _single(name: str) -> list[str]:
    parts = [part.strip(" ()") for part in name.split("(")]
    return [fold(part) for part in parts if _NAME.fullmatch(part)]


def _named(text: str, language: Language) -> dict[str, str]:
    """Return the countries in a text by their codes, as written."""
    telling = _TELLING.among(as_one(text).folded, language)
    codes = (
        (nation(one.folded, language) or (one.surface[0].isupper() and country(one.folded, language)), one)
        for one in (words_of(text) if telling else ())
        if one.folded in telling
    )
    return {code: one.surface for code, one in codes if code}


_TELLING = Telling(lambda word, language: nation(word, language) or country(word, language))


def speaks_of(text: str, code: str, language: Language) -> bool:
    """Tell whether a word of a text begins as the name of a country does: "German", "jordanisch"."""
    countries = _countries(language)
    begins = _begins(code, language)
    return any(
        (word.folded.startswith(begins) and countries.get(word.folded, code) == code and not of) or of == code
        for word in words_of(text)
        for of in (nation(word.folded, language),)
    )


@cache
def _begins(code: str, language: Language) -> tuple[str, ...]:
    return tuple({name[:COUNTRY_BEGINS] for name, other in _countries(language).items() if other == code})


def nation(word: str, language: Language) -> str | None:
    """Return the code of the country that somebody or something called so is of: "russisch", "Dutch"."""
    return _nations(language).get(word)


@cache
def _nations(language: Language) -> Mapping[str, str]:
    if language not in _OF_NATIONS:
        return {}
    column = (GERMAN, ENGLISH).index(language)
    listed = ((code, words.split("=")[column].split()) for code, words in _rows(NATIONS))
    named = ((code.upper(), fold(word)) for code, words in listed for word in words)
    return {
        f"{word}{end}": code
        for code, word in (*_by_languages(language), *named)
        for end in _OF_NATIONS[language]
    }


def _rows(rows: str) -> Iterator[tuple[str, str]]:
    for row in rows.split(";"):
        code, _, words = row.partition(":")
        yield code.strip(), words


def _by_languages(language: Language) -> Iterator[tuple[str, str]]:
    """Yield countries with the name of their language that begins as theirs does in every language known."""
    locales = [Locale.parse(code) for code in _OF_NATIONS]
    for tag, likely in get_global("likely_subtags").items():
        code = likely.rpartition("_")[2]
        both = [(one.languages.get(tag, ""), one.territories.get(code, "")) for one in locales]
        if all(
            name and place and fold(name)[:COUNTRY_BEGINS] == fold(place)[:COUNTRY_BEGINS]
            for name, place in both
        ):
            yield code, fold(Locale.parse(language).languages[tag])


@cache
def _countries(language: Language) -> Mapping[str, str]:
    return dict(_country_names(language))


def _country_names(language: Language) -> Iterator[tuple[str, str]]:
    for code, name in Locale.parse(language).territories.items():
        if code.isalpha():
            yield from ((one, code) for one in {fold(name), *_single(name)})
    yield from ALSO_CALLED.items()
