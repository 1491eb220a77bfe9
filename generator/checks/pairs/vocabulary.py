"""The words of a language that checks go by. A language that is not here is checked by the rest.

Words are folded as `words.fold` does it. A word is *firm* when it can mean nothing else, and must
then have a counterpart in the other text; any other may be a counterpart, and need not have one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from babel.dates import get_day_names, get_month_names

from generator.checks.pairs.words import fold
from generator.model import Language

GERMAN, ENGLISH = Language("de"), Language("en")


@dataclass(frozen=True)
class Vocabulary:
    """What the checks know of one language."""

    decimal: str
    """The decimal sign; the other of "," and "." groups thousands."""
    months: Mapping[str, int]
    month_spellings: Mapping[str, int]
    """Words that may be a month and may be something else: firm only next to a number."""
    weekdays: Mapping[str, int]
    weekday_spellings: Mapping[str, int]
    day_joiners: frozenset[str]
    """What may stand between a day and its month, or between the days of one month."""
    negations: frozenset[str]
    near_negations: frozenset[str]
    """Words that say no in another way: a counterpart of a negation."""
    near_negation_starts: tuple[str, ...]
    not_near_negation_starts: tuple[str, ...]
    """What starts with "un" and denies nothing; anything else that does is near a negation."""
    near_negation_ends: tuple[str, ...]
    not_negations: tuple[tuple[str, ...], ...]
    """Turns of phrase that hold a negation and deny nothing."""
    function_words: frozenset[str]
    """The commonest words: a text in the language has them, and names and titles hardly do."""


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


def _starts(text: str) -> tuple[str, ...]:
    return tuple(fold(start) for start in text.split())


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(phrase).split()) for phrase in text.split(";"))


def _numbered(rows: Iterable[str], start: int) -> dict[str, int]:
    return {fold(name): number for number, names in enumerate(rows, start) for name in names.split()}


def _months(language: Language) -> dict[str, int]:
    return {fold(name): number for number, name in get_month_names(locale=language).items()}


def _weekdays(language: Language) -> dict[str, int]:
    return {fold(name): number for number, name in get_day_names(locale=language).items()}


_GERMAN_MONTHS = _months(GERMAN) | {"jänner": 1, "feber": 2, "maerz": 3}
_ENGLISH_MONTHS = _months(ENGLISH)
_UNCERTAIN_MONTHS = ("may", "march")
"""English words that are more often something else."""

VOCABULARIES: Mapping[Language, Vocabulary] = {
    GERMAN: Vocabulary(
        decimal=",",
        months=_GERMAN_MONTHS | {f"{name}s": number for name, number in _GERMAN_MONTHS.items()},
        month_spellings=_numbered(
            ("jan", "feb", "mrz", "apr", "", "jun", "jul", "aug", "sep sept", "okt", "nov", "dez"), 1
        ),
        weekdays=(days := _weekdays(GERMAN) | {"sonnabend": 5})
        | {f"{name}s": number for name, number in days.items()},
        weekday_spellings=_numbered(("mo", "di", "mi", "do", "fr", "sa", "so"), 0),
        day_joiners=_words("bis und oder zum auf den dem"),
        negations=_words(
            """nicht kein keine keinen keinem keiner keines keinerlei keins nie niemals niemand niemanden
            niemandem niemandes nichts nirgends nirgendwo weder ohne nein keinesfalls keineswegs"""
        ),
        near_negations=_words(
            """kaum statt stattdessen anstatt anstelle außer sonst andernfalls ansonsten nur lediglich erst
            bloß sei weniger selten"""
        ),
        near_negation_starts=_starts(
            """nicht miss fehl mangel mangelt verweiger weiger ablehn abgelehn lehn verzicht verhinder vermeid
            vermied scheiter gescheiter bestreit bestritt dementier verbot verbiet untersag wider ausbleib
            ausgeblieb versäum entbehr vernein zurückweis zurückgewies ausschl ausgeschl illegal irregul
            irrelevant inakt instabil inkompet inkonsist intoleran intranspar destabil desinter dissens"""
        ),
        not_near_negation_starts=_starts("und unter uns unio unif univ ungar ungefähr untä unt"),
        near_negation_ends=(
            "los",
            "lose",
            "losen",
            "loser",
            "loses",
            "losem",
            "losigkeit",
            "frei",
            "freie",
            "freien",
            "freier",
            "freies",
        ),
        not_negations=_phrases(
            "nicht nur;nicht allein;nicht bloß;nicht zuletzt;nicht wahr;oder nicht;nicht weniger als;"
            "nicht mehr als;nichts anderes als;ohne zweifel;ohne weiteres;ob nicht;nicht minder"
        ),
        function_words=_words(
            """der die das und den dem des ein eine einen einem einer ist sind war waren wird werden wurde
            wurden hat haben hatte mit von für auf auch nicht sich als wie bei aus nach zu zum zur im am um
            dass er sie es wir ich ihr sein seine ihre dieser diese dieses durch über zwischen wenn oder aber
            vor bis unter noch nur gegen kann können soll sollen ja nein sagte beim vom guten danke"""
        ),
    ),
    ENGLISH: Vocabulary(
        decimal=".",
        months={name: n for name, n in _ENGLISH_MONTHS.items() if name not in _UNCERTAIN_MONTHS},
        month_spellings=_numbered(
            ("jan", "feb", "mar march", "apr", "may", "jun", "jul", "aug", "sep sept", "oct", "nov", "dec"), 1
        ),
        weekdays=(days := _weekdays(ENGLISH)) | {f"{name}s": number for name, number in days.items()},
        weekday_spellings=_numbered(("mon", "tue tues", "wed", "thu thurs", "fri", "sat", "sun"), 0),
        day_joiners=_words("to and or of the through"),
        negations=_words("""not no never none nobody nothing nowhere neither without cannot cant t"""),
        near_negations=_words(
            """hardly barely scarcely only instead rather unless except otherwise yet few
            little seldom rarely fewer less until nor"""
        ),
        near_negation_starts=_starts(
            """non fail lack refus deny denie denial reject declin avoid prevent absen bann prohibit forbid
            forbad forbidden barred oppos stop ceas exclu forgo ruled disagree dislike disapprov disreg
            distrust dismiss discontin disput disobey impossib impract improb imperfect immobil inabil
            inact inadequ incap incompl inconsis indef indirect ineffect ineffic insecur insuffic invis
            invalid inval illegal illegit illog irregul irrelev irrespons irrepl miss mistrust shortage"""
        ),
        not_near_negation_starts=_starts("under unit unio unif univ uniq until unto unless"),
        near_negation_ends=("less", "lessly", "lessness", "free"),
        not_negations=_phrases(
            "not only;not just;not merely;not least;or not;no less than;no fewer than;no more than;"
            "nothing but;no matter;no doubt;without doubt;without a doubt;whether not;no one else than"
        ),
        function_words=_words(
            """the of and to a an is are was were be been will would has have had with from for on at by as
            that this these those it its he she they we you i his her their our which who not or but than
            when if into between through about can could should said also yes no"""
        ),
    ),
}
