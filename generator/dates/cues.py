"""What the words around a bare month or year say: that it is a date, about when in it, or which one."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.dates.calendar import MODERN_YEAR, WEEKDAY
from generator.dates.named import NamedDate, NamedRange

CUES_REACH = 48
_AWAY = {
    "this": 0, "the current": 0, "current": 0, "dieses": 0, "diesem": 0, "diesen": 0, "laufenden": 0,
    "last": -1, "vergangenen": -1, "letzten": -1, "vorigen": -1, "vergangenes": -1, "letztes": -1,
    "voriges": -1,
    "next": 1, "kommenden": 1, "nächsten": 1, "kommendes": 1, "nächstes": 1, "vor": -1,
}  # fmt: skip
YEAR_PHRASE = re.compile(
    rf",?\s(?:of\s|in\s|im\s|des\s)?(?:(?P<which>{'|'.join(sorted(_AWAY, key=len, reverse=True))})\s?"
    r"(?:year|jahr(?:es|s)?))\b(?!')",
    re.IGNORECASE,
)
YEAR_BEFORE = re.compile(
    rf"\b(?:(?P<year>{MODERN_YEAR})|"
    rf"(?P<which>{'|'.join(sorted(_AWAY, key=len, reverse=True))})\s(?:year|jahr(?:es|s)?)),"
    r"\s(?:on|in|am|im)\s(?:the\s)?$",
    re.IGNORECASE,
)
THIRD = re.compile(
    r"(?:^|(?<=[\s(\"'-]))(?:the\s|zu\s)?(?:(?P<early>early|beginning|start|anfang|beginn)|"
    r"(?P<mid>mid|middle|mitte)|(?P<late>late|end|ende))"
    r"(?:[- ]|\s(?:in|of|des|im|of\sthe)\s|\sdes\sjahres\s|\sim\sjahre?\s|\sdes\smonats\s)$",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?:(?P<about>about|around|circa|ca\.|c\.|roughly|approximately|um|etwa|ungefähr|gegen|rund|zirka)|"
    r"(?P<perhaps>probably|possibly|presumably|perhaps|vermutlich|wahrscheinlich|möglicherweise|vielleicht|"
    r"mutmaßlich|wohl))"
    r"(?:\s(?:in|im|on|am|um|das|den|the|year|jahre?|of|spring|bis)){0,3}\s$",
    re.IGNORECASE,
)
TOPIC = re.compile(
    r"\b(?:what|how|ask(?:ed|ing)?|talk(?:s|ed|ing)?|sp[eo](?:a|o)k\w{0,3}|questions?|books?|films?|stor(?:y|ies)|tells?|told|"
    r"wr[io]te\w{0,2}|think\w{0,3}|thought|know|learn|worr(?:y|ied)|geht|ging|streit|sorge)\s(?:about|um)$",
    re.IGNORECASE,
)
""""About" what, not about when."""
TOWARD = re.compile(
    r"\b(?:(?P<last>last|past|vergangene[nrms]?|letzte[nrms]?|vorige[nrms]?)|"
    r"(?P<next>next|coming|kommende[nrms]?|nächste[nrms]?)|(?P<this>this|diese[nrms]?))\s$",
    re.IGNORECASE,
)
MONTH_CUE = re.compile(
    r"\b(?:in|im|since|seit|until|till|bis|by|from|ab|during|mid|early|late|anfang|mitte|ende|beginn|monats?|"
    r"(?:beginning|end|middle|start|month)\sof|mid-|für|through|earlier\sin|later\sin|zum)[\s-](?:the\s)?$",
    re.IGNORECASE,
)
YEAR_CUE = re.compile(
    r"(?:\b(?:in|im|since|seit|until|till|bis|by|from|during|of|after|before|between|to|through|the|early|late|mid|"
    r"year|years|ab|von|vor|nach|jahr|jahre|jahres|jahren|zwischen|ende|anfang|mitte|beginn|for|für|that|dass|stand|"
    r"a|an|its|their|his|her|previous|der|die|das|dem|des|den|treffen|zum|"
    r"zur|beim|vom|ins)[ -]|mid-|\()$",
    re.IGNORECASE,
)
LOWER_WORD = re.compile(r"(?:^|\s)[a-zäöüß]{2,40}\s$")
LOWER_NEXT = re.compile(r"\s[a-zäöüß(]|[.,;:!?)]")
COUNTED_AFTER = re.compile(r"\s(?!was|is|as|has|its|this)\w{1,30}s\b")
"""A plural after "about 1950" says that it counts something."""
AMOUNT_CUE = re.compile(r"\b(?:for|of|by|to|from|a|an|von|auf|für|über|mit|um|bis)\s$", re.IGNORECASE)
NOUN_AFTER = re.compile(r"\s[A-ZÄÖÜ]")
ENDS_BEFORE = re.compile(r"(?:^|[.!?:;]\s|\n)[\"'„“]?$")
OPENS_SENTENCE = re.compile(r"\s[a-zäöüß]{3}")
DAY_CUE = re.compile(
    rf"(?:\b(?:am|v\.|vom|zum|bis|seit|ab|den|dem|der|stand|datum|on|by|since|until|from|to|dated|updated|posted|"
    rf"(?:{WEEKDAY}))[:,]?\s|[(,]\s?)$",
    re.IGNORECASE,
)
DAY_BEFORE = re.compile(
    rf"\b(?:{WEEKDAY})(?:morgen|vormittag|mittag|nachmittag|abend|\s(?:morning|afternoon|evening))?,?\s(?:\(|(?:den|dem|the)\s)?$",
    re.IGNORECASE,
)


def is_meant(text: str, part: NamedDate, german: bool) -> bool:
    """Tell whether the words around a bare month, year or season make it a date."""
    before = text[max(0, part.start - CUES_REACH) : part.start]
    if part.third or part.toward or part.years_away is not None:
        return True
    if part.doubt and part.precision == "year":
        return bool(
            LOWER_NEXT.match(f"{text[part.end : part.end + CUES_REACH]}.")
        ) and not COUNTED_AFTER.match(text, part.end)
    if part.precision == "day":
        # It may begin with the weekday that stood before it.
        return text[part.start].isalpha() or bool(DAY_CUE.search(before))
    if part.precision == "month":
        return bool(MONTH_CUE.search(before))
    return part.precision == "year" and _is_year(text, part, before, german)


def _is_year(text: str, part: NamedDate, before: str, german: bool) -> bool:
    if YEAR_CUE.search(before):
        if AMOUNT_CUE.search(before) and (NOUN_AFTER if german else COUNTED_AFTER).match(text, part.end):
            return False
        return not before.endswith("(") or text[part.end : part.end + 1] in (")", ",", ";")
    if ENDS_BEFORE.search(before):
        return bool(OPENS_SENTENCE.match(text, part.end))
    # German names a year without a preposition: "wurde 2001 unterzeichnet".
    return german and bool(LOWER_WORD.search(before)) and bool(LOWER_NEXT.match(text, part.end))


def with_cues(text: str, part: NamedDate) -> NamedDate:
    """Return a date with what the words right beside it add: early, about, last, of next year."""
    if part.year is None and not part.decade and (match := YEAR_PHRASE.match(text, part.end)):
        part = replace(part, end=match.end(), years_away=_AWAY[match["which"].lower()])
    before = text[max(0, part.start - CUES_REACH) : part.start]
    part = _with_year_before(before, part)
    if part.precision == "day":
        if match := DAY_BEFORE.search(before):
            part = replace(part, start=part.start - (len(before) - match.start()))
        return _with_doubt(before, part)
    if part.precision == "period" or (part.precision == "month" and part.year is None):
        part = _with_direction(before, part)
    if part.precision in ("month", "year") and not part.decade and (match := THIRD.search(before)):
        part = replace(part, start=part.start - (len(before) - match.start()), third=match.lastgroup or "")
        before = text[max(0, part.start - CUES_REACH) : part.start]
    return _with_doubt(before, part) if not part.third and not part.decade else part


def _with_year_before(before: str, part: NamedDate) -> NamedDate:
    """Take the year that is named right before: "In 2019, on 3 May", "last year, in May"."""
    if part.month is None or part.year is not None or part.years_away is not None:
        return part
    if not (match := YEAR_BEFORE.search(before)):
        return part
    if match["year"]:
        return replace(part, year=int(match["year"]))
    return replace(part, years_away=_AWAY[match["which"].lower()])


def _with_direction(before: str, part: NamedDate) -> NamedDate:
    if part.year is None and part.years_away is None and (match := TOWARD.search(before)):
        start = part.start - (len(before) - match.start())
        return replace(part, start=start, toward=match.lastgroup or "")
    return part


def _with_doubt(before: str, part: NamedDate) -> NamedDate:
    if part.other_reading or not (match := ABOUT.search(before)):
        return part
    if match["about"] and TOPIC.search(before[: match.end("about")]):
        return part
    start = part.start - (len(before) - match.start())
    return replace(part, start=start, doubt="~" if match["about"] else "?")


def span_with_cues(text: str, span: NamedRange) -> NamedRange:
    """Return a span whose last date may be followed by "of next year", for both its ends."""
    if span.last.year is None and (match := YEAR_PHRASE.match(text, span.last.end)):
        away = _AWAY[match["which"].lower()]
        return NamedRange(
            replace(span.first, years_away=away), replace(span.last, end=match.end(), years_away=away)
        )
    return span
