"""Tells the day a document reports from the other days it names: since when, born when, said by whom."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from generator.dates.edtf import UNKNOWN_YEAR, bounds
from generator.dates.find import FoundDate
from generator.dates.passages import Passage
from generator.language.verbs import has_verb, is_past
from generator.model import ENGLISH, Language

BEFORE_DATE = 60
WORDS_OF_PLACE = 3
"""In front of a dateline's brackets, at most."""
DOUBLE_QUOTES = '"“”„»«'
OPEN_SPAN = re.compile(
    r"\b(?:since|seit|until|till|bis|by|ab|from|before|vor|after|nach|als|than|ahead\sof)\s(?:zum\s|dem\s|the\s|einschließlich\s)?$",
    re.IGNORECASE,
)
OPENS_WITH_SPAN = re.compile(r"(?:since|seit|until|bis|by|ab|from|before|after|nach)\s", re.IGNORECASE)
LONG_AGO = re.compile(
    r"\b(?:born|died|geboren|gestorben|verstorben|anniversary|birthday|jahrestag\w{0,3}|jährte?|geburtstag\w{0,3}|years\sago|"
    r"vor\s\w{1,20}\sjahren|commemorat\w{1,4}|remember\w{0,3}|recall\w{0,3}|gedenk\w{0,3}|gedacht\w{0,3}|erinner\w{0,5})\b",
    re.IGNORECASE,
)
"""Before a date with its year."""
BORN = re.compile(
    r"(?:(?<![\w-])(?:born|geboren|geb\.)|^(?:Born|Geboren|Geb\.)|[Dd]ate of birth|Geburts(?:datum|tag)"
    r"|[(,;]\s?\*)"
    r"(?:\s(?:in|zu|at)\s[^\d.,:;]{2,40}?)?[,:]?(?:\s(?:on|am|den))?(?:\s(?:the|dem))?\s?\Z",
    re.MULTILINE,
)
"""Before the day of somebody's birth: "geboren am", "(* ", but not "Max Born, "."""
INSERTED = re.compile(r",\s\w{2,20}ed\s(?:\w{1,20}\s){0,3}(?:on|in)\s(?:the\s)?$", re.IGNORECASE)
""""The spokesman, appointed on 1 December, …"."""
CLAUSE_ON_SOMETHING = re.compile(
    r"(?:,\s(?:who|which|whose|having|dessen|deren|(?:der|die|das|dem|den)(?=\s[a-zäöü])|"
    r"(?:an|auf|aus|bei|in|mit|nach|über|unter|von|zu)\s(?:denen|dem|der|deren|dessen))|"
    r"\s(?:who|which)\s(?:was|were|had|is|are|has|have))\s[^,.;:]{0,50}$"
)
"""A German clause that begins with a noun is indirect speech: "…, die Schiffe seien am 20. Dezember"."""
IN_FRONT_OF_NOUN = re.compile(r"\b(?:der|die|das|den|dem|des|ein|eine[rmns]?)\s$", re.IGNORECASE)
""""Der am Montag verhaftete Fahrer"."""
DEADLINE = re.compile(
    r"(?:^|\b)(?:by|until|till|through|bis|spätestens|no\slater\sthan)(?:\s(?:zum|am|the|einschließlich))?\s(?:\S|$)",
    re.IGNORECASE,
)
VAGUE = re.compile(r"\d{4}(?:-(?:2[1-9]|3\d))?[~?]?(?:/\d{4})?")
"""A year, a season, a quarter: what numbers are compared by."""
COMPARED = re.compile(
    r"\b(?:compared\s(?:to|with)|comparison\s(?:to|with)|versus|vs\.?|against|relative\sto|above|below|gegenüber|"
    r"verglichen\smit|vergleich\s(?:zu|zum|mit)|niveau\s(?:von|des\sjahres)|stand\svon|levels?\s(?:of|in|from)|für|for|"
    r"(?:goals?|targets?|ziele?n?)\s\w{1,10})"
    r"\s(?:(?:the|that|those|of|in|von|dem|den|des|zum|stand|niveau|jahr|jahres|year|das|level|levels|its)\s){0,4}$",
    re.IGNORECASE,
)
PLANNED_FOR = re.compile(r"\b(?:planned|scheduled|slated|set)\sfor\s$", re.IGNORECASE)
IS_PLANNED = re.compile(r"\s(?:geplant|vorgesehen|angesetzt|angekündigt)\b")
""""Der Baubeginn ist für 2020 geplant"."""
FROM = re.compile(r"vom\s", re.IGNORECASE)
OF_A_THING = re.compile(
    r"\b[A-ZÄÖÜ][\w-]{2,40}\svo[nm]\s$|\baus\s(?:dem|den)\sJahre?n?\s$|"
    r"\bthe\s(?:[a-z-]{2,20}\s){0,2}(?:(?!meet|hear|open|elect|exhibit|compet|convent)"
    r"(?:[a-z]{2,15}(?:[st]ion|ment)|approval|permit|ruling)|letter|verdict|minutes)\sof\s$"
)
BY_MEANS_OF = re.compile(
    r"\b(?:mit|durch|per)\s(?:\w{1,20}\s){0,2}[A-ZÄÖÜ][\w-]{2,40}\svom\s$", re.IGNORECASE
)
PARTICIPLE = re.compile(r"\s(?:\w{1,20}\s){0,3}[a-zäöüß]{3,30}(?:te[nrsm]?|ene[nrsm]?)\s")
DATED = re.compile(r"\bdated\s(?:on\s)?(?:the\s)?$", re.IGNORECASE)
REDUCED = re.compile(
    r"\b(?:[a-z]{2,15}ed|held|made|given|taken|sent|written)\s(?:on\s|in\s|at\s)?(?:the\s)?$"
)
FINITE = re.compile(r"\s(?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|should)\s")
""""The minutes of the meeting held on 10 September were approved"."""
ONE = re.compile(r"\ban?\s$", re.IGNORECASE)
""""A 1765 map"."""
ADJECTIVE = re.compile(r"\b(?:the|a|an|its|their)\s(?:[a-z-]{3,20}\s)?$", re.IGNORECASE)
NOUN = re.compile(
    r"\s(?:[A-Z]\w{1,20}\s){0,2}[a-z]{3,20}\b(?<!\bthe)(?<!\band)(?<!\bwas)(?<!\bfor)(?<!\bwith)"
)
""""The March 16 council meeting"."""
CITED = re.compile(r"\([^()]{0,80}[A-ZÄÖÜ][\w-]{1,40},?\s$")
""""(an overview: Baker and Miller 2018)"."""
OWNS = ("'s ", "’s ")
WHEN = re.compile(r"\b(?:in|at|on|during|after|before|following|for|to|until)\s(?:the\s)?$", re.IGNORECASE)
"""Before "Tuesday's vote", they do say when; "this week's settlement will help" does not."""
AFTER_THAT = re.compile(
    r"\b(?:nachdem|bevor|(?:after|before)\s(?:he|she|they|it|being|having))\s[^.,;:]{0,50}$", re.IGNORECASE
)
"""What came before what is reported."""
BY_THE_WAY = re.compile(
    r"\b(?:(?:in|within)\sthe\s(?:context|wake|light|aftermath|spirit|run-up)\s(?:of|to)|im\svorfeld\s(?:de[sr]|eine[sr])|"
    r"before|ahead\sof|prior\sto|in\sadvance\sof|about(?!\s(?:\d|an?\b|one\b))|"
    r"(?<!was\s)(?<!were\s)(?<!been\s)(?<!had\s)(?<!has\s)(?<!have\s)(?<!is\s)(?<!are\s)(?<!be\s)(?<!ly\s)(?<!and\s)"
    r"\b(?:[a-z]{2,12}ed|made|held|given|taken|built|written|won)\sby(?!\s(?:\d|[a-z]{3,12}\s(?:percent|per\scent|points?|times)\b)))\s",
    re.IGNORECASE,
)
"""What the clause names by the way has a day of its own: "before the meeting on 5 May", "the deal reached by
them in May"."""
CLAUSE_END = re.compile(r"[.,;:]\s")
DETERMINER = re.compile(
    r"\b(?:der|die|das|den|dem|des|eine?[rmns]?|\d{1,4}|sämtliche[rn]?|alle[rn]?|viele[rn]?|einige[rn]?|mehrere[rn]?|"
    r"keine[rnms]?|diese[rnms]?|ihre[rnms]?|seine[rnms]?|zahlreiche[rn]?)\s$",
    re.IGNORECASE,
)
IN_THE_YEAR = re.compile(
    r"\b(?:(?:im\s(?:laufe|verlauf)|seit\sbeginn|anfang|mitte|ende)\sdes\sjahres|(?:im|des)\sjahre?s?|am|im|seit|anfang|mitte|"
    r"ende)\s$",
    re.IGNORECASE,
)
""""Die im Laufe des Jahres 2023 eingegangenen Verfahren"."""
SINCE_IT = re.compile(r"\b(?:since|seit)\s[^,.;:]{3,50}\s(?:in\s|im\s|on\s|am\s)?$", re.IGNORECASE)
EVERY_YEAR = re.compile(
    r"\b(?:every|each)\s(?:\w{1,10}\s)?(?:year|month|week|day)\b|\bannually\b|\bfeast\sday\b|"
    r"\b(?:gedenk|namens)tag\w{0,3}\b|\b(?:jede[snr]?|alle)\s(?:\w{1,10}\s)?"
    r"(?:jahre?n?|monate?n?|woche|tage?n?)\b|\b(?:all)?jährlich\b",
    re.IGNORECASE,
)
BEFORE_THAT = re.compile(
    r"\b(?:already|bereits|schon)\s(?:on\s|am\s)?$|\b(?:zuvor|vorher|previously)\shatten?\s[^.,;:]{0,40}$|"
    r"\b(?:kurz|unmittelbar|shortly|just)\s(?:vor|before|ahead\sof)\s[^.,;:]{0,60}$",
    re.IGNORECASE,
)
"""What was before what is reported, or is after it: "shortly before the vote on Friday"."""
APPROVED_MINUTES = re.compile(
    r"\b(?:genehmigung|bestätigung|verlesung|billigung|approv(?:al|e)|adoption|adopt|confirm(?:ation)?|reading)\s"
    r"(?:[^\W\d_]{1,20}\s){0,4}(?:niederschrift|protokolls?|minutes)\s(?:[\w.]{1,30}\s){0,7}(?:vom\s|of\s|on\s|dated\s)?$",
    re.IGNORECASE,
)
"""Before the day of another meeting: "Approval of the minutes of 24 September"."""
PREPOSITION = re.compile(r"(?:on|am|vom|im|in)\s", re.IGNORECASE)
AM = re.compile(r"(?:am|im)\s$", re.IGNORECASE)
LIMIT = re.compile(
    r"\b(?:until|till|by|bis|ab|from|for|für|through|zum|agenda|goal|ziel)\s(?:zum\s|dem\s|the\s)?$", re.I
)
SURELY_PAST = re.compile(r"\b(?:in|im\sjahre?|since|seit|after|nach)\s$", re.IGNORECASE)
"""Before a year that stands by itself: "the 2027 goal" may be still to come."""


def opens_a_span(text: str, found: FoundDate) -> bool:
    """Tell whether a date only says since, until or before when something was so."""
    if "/" in found.gives:
        return False
    before = text[max(0, found.start - BEFORE_DATE) : found.start]
    return bool(OPEN_SPAN.search(before) or (found.is_relative and OPENS_WITH_SPAN.match(found.quote)))


def is_limit(text: str, found: FoundDate) -> bool:
    """Tell whether a date is a deadline: "by 17 April", "bis zum 31. Dezember"."""
    before = text[max(0, found.start - BEFORE_DATE) : found.start]
    return bool(DEADLINE.search(before) or DEADLINE.match(found.quote))


def is_measured_by(text: str, found: FoundDate) -> bool:
    """Tell whether a date is what something is compared with, or aimed at: "1990 levels", "Ziele für 2030".

    Args:
        text: that it was found in.
        found: a date of the text.
    """
    before = text[max(0, found.start - BEFORE_DATE) : found.start]
    if not VAGUE.fullmatch(found.gives) or PLANNED_FOR.search(before) or IS_PLANNED.match(text, found.end):
        return False
    return COMPARED.search(before) is not None


def is_a_things(text: str, found: FoundDate) -> bool:
    """Tell whether a date is a thing's, of no happening: "das Schreiben vom 8. Mai", "the decision of 8 May".

    Args:
        text: that it was found in.
        found: a date of the text.
    """
    start = found.start + (len(match[0]) if (match := FROM.match(found.quote)) else 0)
    before = text[max(0, start - BEFORE_DATE) : start]
    # "Mit Urteil vom 8. Mai hob das Gericht …" does say when.
    return "/" not in found.gives and bool(OF_A_THING.search(before)) and not BY_MEANS_OF.search(before)


def is_attribute(text: str, found: FoundDate) -> bool:
    """Tell whether a date only describes something: "die 2002 gegründete Firma", "since the raid last year".

    Args:
        text: that it was found in.
        found: a date of the text.
    """
    start = found.start + (len(match[0]) if (match := PREPOSITION.match(found.quote)) else 0)
    before = text[max(0, start - BEFORE_DATE) : start]
    if VAGUE.fullmatch(found.gives) and ONE.search(before):
        return True
    if is_in_front_of_noun(text, found):
        return True
    if INSERTED.search(before) and text[found.end : found.end + 1] == ",":
        return True
    if DATED.search(before) or (REDUCED.search(before) and FINITE.match(text, found.end)):
        return True
    if VAGUE.fullmatch(found.gives) and CITED.search(before):
        return True
    if text.startswith(OWNS, found.end) and not WHEN.search(before):
        return True
    in_front = DETERMINER.search(IN_THE_YEAR.sub("", before)) and PARTICIPLE.match(text, found.end)
    return bool(in_front) or ("/" not in found.gives and bool(SINCE_IT.search(before)))


def is_in_front_of_noun(text: str, found: FoundDate) -> bool:
    """Tell whether a day names which one is meant: "a suggested April 15 reopening"."""
    before = text[max(0, found.start - BEFORE_DATE) : found.start]
    is_day = found.gives.count("-") == 2 and found.quote[:1].isalpha() and not found.is_relative
    return is_day and bool(ADJECTIVE.search(before) and NOUN.match(text, found.end))


def is_of_approved_minutes(text: str, start: int) -> bool:
    """Tell whether the day that starts there is that of an earlier meeting, whose minutes are approved."""
    return APPROVED_MINUTES.search(text[max(0, start - 2 * BEFORE_DATE) : start]) is not None


def is_birthday(text: str, start: int, above: str = "") -> bool:
    """Tell whether the day that starts there is that of somebody's birth: no document is of that day.

    `above`: the line above, which may label it.
    """
    before = f"{above[-BEFORE_DATE:]}\n{text[max(0, start - BEFORE_DATE) : start]}"
    return BORN.search(before[-BEFORE_DATE:]) is not None


def is_by_the_way(text: str, found: FoundDate, language: Language) -> bool:
    """Tell whether a date is of what its clause names by the way: "plans made before the meeting March 28".

    Args:
        text: that it was found in.
        found: a date of the text.
        language: of the text.
    """
    before = CLAUSE_END.split(text[max(0, found.start - 3 * BEFORE_DATE) : found.start])[-1]
    named = BY_THE_WAY.search(before)
    # A verb in between is the clause's own: "A film about whales opened in 1990".
    tells = is_past if language == ENGLISH else has_verb
    return named is not None and not tells(before[named.end() :], language)


def recurs(text: str) -> bool:
    """Tell whether a clause is of what happens again and again, on a day of every year."""
    return bool(EVERY_YEAR.search(text))


def reported(text: str, dates: Iterable[FoundDate]) -> Iterator[FoundDate]:
    """Yield the dates that may be of what is reported: no plans, no background, none in quotation marks.

    Args:
        text: a paragraph or headline.
        dates: what was found in it, in order.
    """
    marks = reached = 0
    for found in dates:
        between = text[reached : found.start]
        marks, reached = marks + sum(map(between.count, DOUBLE_QUOTES)), found.start
        # Between marks stand somebody's words; the report stands outside of them.
        if not (marks % 2 or found.is_planned or _is_background(text, found)):
            yield found


def _is_background(text: str, found: FoundDate) -> bool:
    if opens_a_span(text, found):
        return True
    # With the preposition, which counts as part of "on Thursday".
    start = found.start + (len(match[0]) if (match := PREPOSITION.match(found.quote)) else 0)
    cut = max(0, start - BEFORE_DATE)
    near = text[cut:start] if cut == 0 else f"\0{text[cut:start]}"
    if INSERTED.search(near) and text[found.end : found.end + 1] == ",":
        return True
    if IN_FRONT_OF_NOUN.search(AM.sub("", near)) and AM.search(near):
        return True
    if is_of_approved_minutes(text, found.start) or is_birthday(text, start):
        return True
    if CLAUSE_ON_SOMETHING.search(near) or BEFORE_THAT.search(near) or AFTER_THAT.search(near):
        return True
    sentence = re.split(r"[.!?;]\s", near)[-1]
    return UNKNOWN_YEAR not in found.gives and bool(LONG_AGO.search(sentence))


def is_in_brackets(text: str, found: FoundDate) -> bool:
    """Tell whether a date stands in brackets: named by the way, unless they are the dateline's."""
    start = text.rfind("(", max(0, found.start - BEFORE_DATE), found.start)
    if start < 0 or ")" in text[start : found.start] or ")" not in text[found.end : found.end + BEFORE_DATE]:
        return False
    # "BEIJING (Agency - 6 June 2023) The navies …"
    return not 0 < len(text[:start].split()) <= WORDS_OF_PLACE


def looks_back(text: str) -> bool:
    """Tell whether a text commemorates something: its days may be long past."""
    return bool(LONG_AGO.search(text))


def latest_past(passages: Iterable[Passage]) -> datetime.date | None:
    """Return the latest day a document speaks of as past: it is not older than that."""
    days = [
        meant.earliest
        for passage in passages
        for found in passage.dates
        if not found.to_come and _is_past(passage.text, found) and (meant := bounds(found.gives))
    ]
    return max(days, default=None)


def _is_past(text: str, found: FoundDate) -> bool:
    if UNKNOWN_YEAR in found.gives or found.is_ambiguous:
        return False
    before = text[max(0, found.start - BEFORE_DATE) : found.start]
    if "-" not in found.gives:
        return bool(SURELY_PAST.search(before))
    return not LIMIT.search(before)
