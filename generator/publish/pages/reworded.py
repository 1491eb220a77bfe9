"""What the generator put into words, in the reader's language: rules of dates and lines, doubts.

The files in content/ have it in English, whatever the site's language. What has none of the forms that stand
here stays English; tests try what the generator says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from types import MappingProxyType

from babel.lists import format_list
from babel.numbers import format_percent

from generator.dates.find import find_dates
from generator.dates.wording import date_in_words, phrases_of
from generator.language.codes import language_name
from generator.language.lexicons import LEXICONS
from generator.messages import N_, messages_in
from generator.messages.reword import Reworder
from generator.model import ENGLISH, Language

FACTS = (
    N_("signed"),
    N_("founded"),
    N_("established"),
    N_("announced"),
    N_("held"),
    N_("begun"),
    N_("ended"),
    N_("concluded"),
    N_("adopted"),
    N_("published"),
    N_("opened"),
    N_("renewed"),
    N_("extended"),
    N_("entered into force"),
    N_("suspended"),
    N_("expired"),
    N_("upgraded"),
    N_("appointed"),
    N_("elected"),
    N_("born"),
    N_("died"),
)
"""Types of facts that many chronologies have; an editor may write any."""
FOR_WANT_OF_ANOTHER = "day of publication ({stamp}): no other is surely the one reported"
MIDNIGHT = N_("midnight of {stamp}")
STAMPS = (
    N_("dateline"),
    "sidecar",
    N_("byline"),
    N_("time stamp"),
    "date line",
    N_("release line"),
    N_("distribution line"),
    "labelled date",
    N_("line beside the headline"),
    N_("page address"),
    "crawler stamp",
    "other markup",
    MIDNIGHT,
    N_("day of the press conference it transcribes"),
    N_("day of the sitting"),
)
PLAIN = MappingProxyType(
    {
        FOR_WANT_OF_ANOTHER: N_(
            "day of publication ({stamp}), since no other day is surely the one it is about"
        ),
        "sidecar": N_("notes on the source"),
        "labelled date": N_("line that says when it was published"),
        "date line": N_("line with the date alone"),
        "crawler stamp": N_("stamp of the program that fetched it"),
        "other markup": N_("markup of the page"),
    }
)
"""What the program and its editors call otherwise than readers would."""
EVIDENCE = (
    FOR_WANT_OF_ANOTHER,
    N_("named in the text"),
    N_("named in the headline"),
    N_("the last such weekday up to {since}"),
    N_("counted from the publication"),
    N_("counted from when it was written"),
    N_("counted from what was {held}"),
    N_("the publication"),
    N_("when it was written"),
    N_("anniversary of what was {fact} in {year}, celebrated this year"),
    N_("anniversary of what was {fact} in {year}, celebrated next year"),
    N_("anniversary of what was {fact} in {year}, celebrated last year"),
    N_("number {round}, {held}"),
    N_("{fact} on {date}"),
)
JUDGED = "{where}: {chance}: {why}"
LINES = (
    N_("crawler stamp"),
    N_("page address"),
    N_("copyright line"),
    N_("number of a page"),
    N_("copy of other lines"),
    N_("above the headline that the sidecar gives"),
    N_("headline again"),
    N_("labelled line that tells of the text"),
    N_("line that names the author"),
    N_("outside the article by the page's markup"),
    N_("above the article"),
    N_("below the article"),
    N_("menu or teaser"),
    N_("short"),
    N_("its length"),
    N_("its marks"),
    N_("no sentence"),
    N_("few small words"),
    N_("its small words"),
    N_("many capitals"),
    N_("its capitals"),
    N_("numbers or a date"),
    N_("no numbers"),
    N_("signs as in a menu"),
    N_("no signs"),
    N_("words as around articles"),
    N_("said again"),
    N_("said once"),
    N_("says the title again"),
    N_("nothing of the title"),
    N_("words that the text does not have"),
    N_("words of the text"),
    N_("away from the text"),
    N_("lines like it around"),
    JUDGED,
)
DOUBTS = (
    N_("addresses: {what}"),
    N_("placeholders: {what}"),
    N_("residue: {what}"),
    N_("dates: {what}"),
    N_("speaker: {what}"),
    N_("question: {what}"),
    N_("length: {what}"),
    N_("filler: {what}"),
    N_("names: {what}"),
    N_("name spelling: {what}"),
    N_("other names: {what}"),
    N_("other things: {what}"),
    N_("roles: {what}"),
    N_("negation: {what}"),
    N_("numbers: {what}"),
    N_("empty: {what}"),
    N_("unchanged: {what}"),
    N_("untranslated: {what}"),
    N_("language: {what}"),
    N_("quotes balance: {what}"),
    N_("brackets balance: {what}"),
    N_("repetition: {what}"),
    N_("terms: {what}"),
    N_("units: {what}"),
    N_("opposites: {what}"),
    N_("gaps: {what}"),
    N_("hearsay: {what}"),
    N_("tense: {what}"),
    N_("what the source tells as over is to come: {words}"),
    N_("{words} of the source is told as over"),
    N_("{words} is written as in the source, but says another number here"),
    N_("{words} of the source is missing; {others} stands there"),
    N_("{words} of the source is missing"),
    N_("{words} is a leftover of the machine"),
    N_("the speaker {words} is missing"),
    N_("a word is missing at {words}"),
    N_("the speaker {words} is not in the source"),
    N_("{words} is not in the source"),
    N_("{words} is not in the translation"),
    N_("the speaker {words} has become {others}"),
    N_("the source asks a question, the translation does not"),
    N_("the translation asks a question, the source does not"),
    N_("{target} characters for {source}: it says more than the source"),
    N_("{target} characters for {source}: it leaves something out"),
    N_("{words} says more than the source"),
    N_("{words} is longer: the translation leaves something out"),
    N_("{words} of the source has become {others}"),
    N_("{words} of the source have changed places"),
    N_("{words} does what {others} does in the translation"),
    N_("{words} of the source is not named"),
    N_("{words} is the spelling of the source language, not {others}"),
    N_("{words} of the source has no counterpart"),
    N_("{words} has no counterpart in the source"),
    N_("{words} has no counterpart"),
    N_("there is nothing in the translation"),
    N_("the translation is the source text"),
    N_("the translation is in {language}: {words}"),
    N_("{words} is left in {language}"),
    N_("{words} is in {language}"),
    N_("{words}: a quotation mark is missing or one too many"),
    N_("{words} comes again and again"),
    N_("{words} is said more often than in the source"),
    N_("{words} is to be {others}, not {found}"),
    N_("{words} is to be {others}"),
    N_("{words} and {number} more"),
)

CHANCE = re.compile(r"[01]\.\d+")
QUOTED = re.compile("“([^“”]*)”")

Say = Callable[[str], str]


@cache
def rule_in(language: Language) -> Say:
    """Return what says in a language why a text has a date, and of what type a fact is."""
    if language == ENGLISH:
        return Reworder((MIDNIGHT, *PLAIN), messages_in(language), plain=PLAIN)
    forms = (*EVIDENCE[:1], *STAMPS, *EVIDENCE[1:], *FACTS)
    return Reworder(
        forms, messages_in(language), places={"date": partial(_dates_again, language=language)}, plain=PLAIN
    )


@cache
def line_rule_in(language: Language) -> Say:
    """Return what says in a language why a line of the source is no part of the text."""
    one: Say = str if language == ENGLISH else Reworder(LINES, messages_in(language))
    places: dict[str, Callable[[str], str | None]] = {
        "chance": partial(_percent, language=language),
        "why": lambda text: ", ".join(map(one, text.split(", "))),
    }
    forms = (JUDGED,) if language == ENGLISH else LINES
    plain = {JUDGED: N_("{where} ({chance} sure): {why}")}
    return Reworder(forms, messages_in(language), places=places, plain=plain)


@cache
def doubt_in(language: Language) -> Say:
    """Return what says in a language what a check doubts of a translation."""
    if language == ENGLISH:
        return str
    return Reworder(DOUBTS, messages_in(language), partial(_words_again, language=language))


@lru_cache(maxsize=1_000)
def _percent(chance: str, language: Language) -> str | None:
    is_one = CHANCE.fullmatch(chance)
    return str(format_percent(float(chance), locale=phrases_of(language).locale)) if is_one else None


def _dates_again(text: str, language: Language) -> str | None:
    """Return English dates in another language; None: it is something else."""
    said = [_date_again(date, language) for date in text.split(" or ")]
    locale = phrases_of(language).locale
    return str(format_list([one for one in said if one], style="or", locale=locale)) if all(said) else None


def _date_again(text: str, language: Language) -> str | None:
    found = find_dates(text, ENGLISH)
    is_date = len(found) == 1 and date_in_words(found[0].gives) == text
    return date_in_words(found[0].gives, language) if is_date else None


def _words_again(text: str, language: Language) -> str:
    """Return words of the two texts with the quotation marks of a language; the name of a language in it."""
    named = (code for code in LEXICONS if language_name(code, ENGLISH) == text)
    quoted = messages_in(language).gettext("“{words}”")
    return QUOTED.sub(
        lambda match: quoted.format(words=match[1]), language_name(next(named, Language(text)), language)
    )
