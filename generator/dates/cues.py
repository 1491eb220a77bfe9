"""What the words around a bare month or year say: that it is a date, about when in it, or which one.

What stands before it is looked through in lower case, but for what its capitals tell.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.dates.calendar import (
    ABBREVIATED,
    ANY_YEAR,
    NAMES_OF_PEOPLE,
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAYS,
)
from generator.dates.named import NamedDate, NamedRange
from generator.language.searching import lowered

CUES_REACH = 48
_AWAY = {
    "this": 0, "the current": 0, "current": 0, "dieses": 0, "diesem": 0, "diesen": 0, "laufenden": 0,
    "last": -1, "vergangenen": -1, "letzten": -1, "vorigen": -1, "vergangenes": -1, "letztes": -1,
    "voriges": -1,
    "the": 0, "des": 0, "d": 0, "ds": 0, "v": -1,
    "next": 1, "kommenden": 1, "nächsten": 1, "kommendes": 1, "nächstes": 1, "vor": -1,
}  # fmt: skip
_WHICH = "|".join(sorted((word for word in _AWAY if len(word) > 2), key=len, reverse=True))
YEAR_PHRASE = re.compile(
    rf",?\s(?:of\s|in\s|im\s|des\s)?(?:(?P<which>{_WHICH})\s?(?:fiscal\s)?"
    r"(?:year|jahr(?:es|s)?)\b(?!')|(?P<short>d|ds|v)\.\s?(?:J|Js|Jrs)\.|(?P<ago>a\s)year\s(?:ago|earlier)\b)",
    re.IGNORECASE,
)
YEAR_OWNS = re.compile(r"\b(?P<which>this|last|next)\s(?:fiscal\s)?year's\s$")
"""Before the part of the year that is meant: "this year's first quarter"."""
YEAR_BEFORE = re.compile(
    rf"(?:(?:^|[.:;(]\s?|\b(?:in|im|of|year|jahre?|anfang|mitte|ende|early|late)\s)(?P<year>{ANY_YEAR})|"
    rf"\b(?P<which>{_WHICH})\s(?:year|jahr(?:es|s)?)),\s(?:on|in|am|im)\s(?:the\s)?"
    rf"(?:(?:{WEEKDAY}),?\s(?:(?:den|dem|the)\s)?)?$"
)
"""Before a part of the year that is named: "in 2019, on 3 May", but "compared with 2019, in May"."""
THIRD = re.compile(
    r"(?:^|(?<=[\s(\"'-]))(?:the\s|zu\s)?(?:(?P<early>early|beginning|start|anfang|beginn)|"
    r"(?P<mid>mid|middle|mitte)|(?P<late>late|end|ende))"
    r"(?:[- ]|\s(?:in|of|des|im|of\sthe)\s|\sdes\sjahres\s|\sim\sjahre?\s|\sdes\smonats\s)$"
)
ABOUT = re.compile(
    r"\b(?:(?P<about>about|around|circa|ca\.|c\.|roughly|approximately|um(?!\s(?:im|in|am)\b)|etwa|ungefähr|gegen|rund|zirka)|"
    r"(?P<perhaps>probably|possibly|presumably|perhaps|vermutlich|wahrscheinlich|möglicherweise|vielleicht|"
    r"mutmaßlich|wohl))"
    r"(?:\s(?:in|im|on|am|um|das|den|the|year|jahre?|of|spring|bis)){0,3}\s$"
)
TOWARD = re.compile(
    r"\b(?:(?P<last>last|past|vergangene[nrms]?|letzte[nrms]?|vorige[nrms]?)|"
    r"(?P<next>next|coming|kommende[nrms]?|nächste[nrms]?)|(?P<this>this|diese[nrms]?|(?:heur|diesjähr)ige[nrms]?))\s$"
)
MONTH_CUE = re.compile(
    r"\b(?:in|im|since|seit|until|till|bis|by|from|ab|during|mid|early|late|anfang|mitte|ende|beginn|monats?|"
    r"(?:beginning|end|middle|start|month)\sof|mid-|für|through|earlier\sin|later\sin|zum|zwischen|between|innerhalb|within|per)[\s-](?:the\s)?$"
)
YEAR_CUE = re.compile(
    r"(?:\b(?:in|im|since|seit|until|till|bis|by|from|during|of|after|before|between|to|through|the|early|late|mid|"
    r"year|years|anno|fiscal|jahrgang|baujahr|ab|von|vor|nach|jahr|jahre|jahres|jahren|zwischen|ende|anfang|mitte|beginn|for|für|that|dass|stand|"
    r"a|an|its|their|his|her|previous|der|die|das|dem|des|den|treffen|zum|"
    r"zur|beim|vom|ins)[ -]|(?:mid|pre|post)-|'s\s|\()$"
)
LOWER_WORD = re.compile(r"(?:^|[\s(])[a-zäöüß]{2,40}\s$")
LOWER_NEXT = re.compile(r"\s[a-zäöüß(]|[.,;:!?)\"]")
COUNTED_AFTER = re.compile(
    r"\s(?!was|is|as|has|its|this|sales|earnings|profits|revenues|results|elections)\w{1,30}s\b"
)
"""A plural after "about 1950" says that it counts something."""
AMOUNT_CUE = re.compile(r"\b(?:for|of|by|to|from|a|an|von|auf|für|über|mit|um|bis)\s$")
NOUN_AFTER = re.compile(r"\s[A-ZÄÖÜ]")
ENDS_BEFORE = re.compile(r"(?:^|[.!?:;]\s|\n)[\"'„“]?$")
OPENS_SENTENCE = re.compile(r"\s[a-zäöüß]{3}")
DAY_CUE = re.compile(
    rf"(?:\b(?:am|v\.|vom|zum|bis|seit|ab|den|dem|der|stand|datum|on|by|since|until|from|to|dated|updated|posted|"
    rf"von|(?:{WEEKDAY})|(?:{SHORT_WEEKDAY})\.?)[:,]?\s|[(,]\s?)$"
)
WEEK_OF = re.compile(r"\b(?:the\s)?week\sof\s$")
DAY_BEFORE = re.compile(
    rf"\b(?P<weekday>{WEEKDAY})(?:morgen|vormittag|mittag|nachmittag|abend|\s(?:morning|afternoon|evening))?,?\s(?:\(|(?:den|dem|the)\s)?$"
)


SEASON_NUMBERS, QUARTER_NUMBERS = range(21, 25), range(33, 37)
SEASON_CUE = re.compile(
    r"\b(?:im|seit|seit\sdem|bis|bis\szum|ab|ab\sdem|vom|zum|for\sthe|in\sthe|by|since|during\sthe|until|(?:early|late|mid)[\s-](?:in\s)?)\s?$"
)
QUARTER_CUE = re.compile(r"\b(?:in|im|of|for|since|from|by|seit|für|ab|bis|das|the|und|and|[Nn]ach)\s$")
""""Q3" by itself may be a question's number."""
YEAR_HALF = re.compile(r"halbjahr|jahreshälfte", re.IGNORECASE)
BUSINESS = re.compile(
    r"\b(?:sales|profits?|earnings|revenues?|net|loss(?:es)?|income|output|econom\w{1,6}|growth|exports|orders|quarter|bank)\b|%",
    re.IGNORECASE,
)
"""What is counted by halves of a year."""
BUSINESS_REACH = 90
FIRST_MODERN = 1500
"""An older year needs a preposition."""
AMOUNT_WORD = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|only|just|than|least|most|roughly|approximately|up\sto|a\stotal\sof|rund|"
    r"etwa|fast|knapp|mehr\sals|insgesamt|davon|circa|ca\.|weitere|je|pro|maximal)\s$"
)
NUMBERED = re.compile(
    r"(?:agenda|postfach|gebäude|zimmer|raum|höhe|stück|seite|nummer|serie|modell|version|typ|programm|plan|linie|bus|flug|halle|"
    r"band|akte|reihe|befehl|fall|file|room|building|bus|flight|gate|box|page|line|model|series|route|item|level|server|ext\.)\s$"
)
"""What has a number of its own."""
BY_AREA = re.compile(r"\s?[x×]\s?\d")
CENTURY = 100
"""A round number is mostly an amount or a type, unless it ends the paragraph: "Modell 2000"."""
EARLIEST_PLAIN = 1900
"""The first round number that is a year wherever it stands among small letters."""
PAGES = re.compile(r"\s(?:-\s)?\d{1,4}\s(?:S\.|Seiten|pp?\.|pages)")
""""Berlin 1999, 155 S."."""
THE = re.compile(r"\b(?:the|der|die|das|den|dem)\s$")
NOUN_BEFORE = re.compile(r"[A-ZÄÖÜ][\w-]{1,40},?\s$")


def is_meant(text: str, part: NamedDate, german: bool) -> bool:
    """Tell whether the words around a bare month, year or season make it a date.

    Args:
        text: with plain dashes and spaces.
        part: a weak one, with its cues.
        german: whether the text is German.
    """
    before = text[max(0, part.start - CUES_REACH) : part.start]
    low = lowered(before)
    if part.third or part.toward or part.years_away is not None:
        return True
    if part.doubt and part.precision == "year":
        return bool(
            LOWER_NEXT.match(f"{text[part.end : part.end + CUES_REACH]}.")
        ) and not COUNTED_AFTER.match(text, part.end)
    if part.feast:
        return False
    if part.precision == "day":
        # It may begin with the weekday that stood before it.
        return text[part.start].isalpha() or bool(DAY_CUE.search(low))
    if part.precision == "month":
        of_it = THE.search(low) and LOWER_NEXT.match(text, part.end)
        return bool(of_it or MONTH_CUE.search(low)) or _is_plain_month(text, part, before)
    if part.precision == "period":
        return _is_period(text, part, before)
    return _is_year(text, part, before, german)


def _is_plain_month(text: str, part: NamedDate, before: str) -> bool:
    """Tell whether a month by itself is one: not where it is a name as well, or a part of one."""
    word = text[part.start : part.end].lower()
    if word in NAMES_OF_PEOPLE or word in ABBREVIATED:
        return False
    if before.lower().endswith(" a "):
        return True
    return bool(LOWER_WORD.search(before) or ENDS_BEFORE.search(before))


def _is_period(text: str, part: NamedDate, before: str) -> bool:
    if part.period in SEASON_NUMBERS:
        return bool(SEASON_CUE.search(lowered(before)))
    if part.period in QUARTER_NUMBERS:
        return text[part.start] != "Q" or bool(QUARTER_CUE.search(before))
    if YEAR_HALF.search(text, part.start, part.end):
        return True
    return bool(BUSINESS.search(text[max(0, part.start - BUSINESS_REACH) : part.end + BUSINESS_REACH]))


def _is_year(text: str, part: NamedDate, before: str, german: bool) -> bool:
    low = lowered(before)
    if YEAR_CUE.search(low):
        if before.endswith("'s ") and not LOWER_NEXT.match(text, part.end):
            return False
        if AMOUNT_CUE.search(low) and (NOUN_AFTER if german else COUNTED_AFTER).match(text, part.end):
            return False
        return not before.endswith("(") or text[part.end : part.end + 1] in (")", ",", ";", ":")
    if part.year is None or part.year < FIRST_MODERN:
        return False
    if text.startswith("'s ", part.end):
        return True
    if ENDS_BEFORE.search(before):
        return bool(OPENS_SENTENCE.match(text, part.end))
    if AMOUNT_WORD.search(low) or NUMBERED.search(low) or BY_AREA.match(text, part.end):
        return False
    # A small letter or a mark follows; a noun would be what the number counts.
    if not (LOWER_NEXT.match(f"{text[part.end : part.end + 2]}.") or PAGES.match(text, part.end)):
        return False
    if LOWER_WORD.search(before):
        if part.year % CENTURY == 0 and part.year < EARLIEST_PLAIN:
            return False
        return german or not COUNTED_AFTER.match(text, part.end)
    # German names a year without a preposition: "wurde 2001 unterzeichnet", "das Abkommen 1938".
    if part.year % CENTURY == 0 and part.end < len(text.rstrip()):
        return False
    return german and bool(NOUN_BEFORE.search(before))


def with_cues(text: str, part: NamedDate) -> NamedDate:
    """Return a date with what the words right beside it add: early, about, last, of next year."""
    if part.year is None and not part.decade and (match := YEAR_PHRASE.match(text, part.end)):
        part = replace(part, end=match.end(), years_away=_away(match))
    before = lowered(text[max(0, part.start - CUES_REACH) : part.start])
    part = _with_year_before(before, part)
    if part.precision == "day":
        if match := DAY_BEFORE.search(before):
            start = part.start - (len(before) - match.start())
            part = replace(part, start=start, weekday=WEEKDAYS[match["weekday"]])
        if match := WEEK_OF.search(before):
            return replace(part, start=part.start - (len(before) - match.start()), is_week=True)
        return _with_doubt(before, _with_direction(before, part) if text[part.start].isalpha() else part)
    if part.precision == "period" or (part.precision == "month" and part.year is None):
        part = _with_direction(before, part)
    if part.precision in ("month", "year") and not part.decade and (match := THIRD.search(before)):
        part = replace(part, start=part.start - (len(before) - match.start()), third=match.lastgroup or "")
        before = lowered(text[max(0, part.start - CUES_REACH) : part.start])
    return _with_doubt(before, part) if not part.third and not part.decade else part


def _away(match: re.Match[str]) -> int:
    return -1 if match["ago"] else _AWAY[(match["which"] or match["short"]).lower()]


def _with_year_before(before: str, part: NamedDate) -> NamedDate:
    """Take the year whose part it is: "this year's first quarter", "last year, in May"."""
    if part.year is not None or part.years_away is not None:
        return part
    if match := YEAR_OWNS.search(before):
        start = part.start - (len(before) - match.start())
        return replace(part, start=start, years_away=_AWAY[match["which"]])
    if part.decade or not (match := YEAR_BEFORE.search(before)):
        return part
    if match["year"]:
        return replace(part, year=int(match["year"]))
    return replace(part, years_away=_AWAY[match["which"]])


def _with_direction(before: str, part: NamedDate) -> NamedDate:
    if part.year is None and part.years_away is None and (match := TOWARD.search(before)):
        start = part.start - (len(before) - match.start())
        return replace(part, start=start, toward=match.lastgroup or "")
    return part


def _with_doubt(before: str, part: NamedDate) -> NamedDate:
    if part.other_reading or not (match := ABOUT.search(before)):
        return part
    start = part.start - (len(before) - match.start())
    return replace(part, start=start, doubt="~" if match["about"] else "?")


def span_with_cues(text: str, span: NamedRange) -> NamedRange:
    """Return a span with the weekday before it; "of next year" behind it is of both its ends."""
    if span.first.precision == "day" and not span.first.weekday:
        before = lowered(text[max(0, span.start - CUES_REACH) : span.start])
        if match := DAY_BEFORE.search(before):
            start = span.start - (len(before) - match.start())
            weekday = WEEKDAYS[match["weekday"]]
            span = NamedRange(replace(span.first, start=start, weekday=weekday), span.last)
    if span.last.year is None and (match := YEAR_PHRASE.match(text, span.last.end)):
        away = _away(match)
        return NamedRange(
            replace(span.first, years_away=away), replace(span.last, end=match.end(), years_away=away)
        )
    return span
