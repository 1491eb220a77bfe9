"""Dates counted from when a text was written: "gestern", "last week", "am Mittwoch", "vor zwei Monaten"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from generator.dates.anchor import ONE_DAY, Anchor, anchor_from
from generator.dates.calendar import MONTH, NTH, NUMBERS, UNITS, WEEKDAY, WEEKDAYS, either, is_name
from generator.dates.edtf import UNKNOWN_YEAR, is_edtf
from generator.dates.hints import DAYS, hints
from generator.dates.tense import Tense
from generator.language.lexicons import LEXICONS
from generator.language.searching import lowered

WEEK, SATURDAY = 7, 5
FIRST_QUARTER = 33
"""EDTF's number for it."""
QUARTERS = 4
"""Of a year."""
_LAST = r"(?:vor)?(?:letzte|vergangene)[nrms]?|(?:vor)?vorige[nrms]?"
_NEXT = r"(?:über)?nächste[nrms]?|kommende[nrms]?"
ONE_MORE = re.compile(r"vor(?:letzt|vergang|vorig)|übernächst", re.I)
""""Die vorletzte Woche", "am übernächsten Sonntag"."""
_THIS = r"diese[nrms]?|laufende[nrms]?"
_TIME_OF_DAY = (
    r"(?:morgen|vormittag|mittag|nachmittag|abend|nacht|\s(?:morning|afternoon|evening|night|noon|früh|morgen|"
    r"vormittag|mittag|nachmittag|abend))?"
)
_OF_A_MONTH = rf"\s(?:im|in|of)\s(?:{MONTH})\b"
""""The last Friday of May" is none counted from when the text was written."""
WEEK_BEFORE = re.compile(rf"last|past|(?:(?:the|its)\s)?latest|this\spast|{_LAST}", re.I)
WEEK_AFTER = re.compile(rf"next|coming|this\scoming|{_NEXT}", re.I)
DAY = re.compile(
    rf"(?<![\w-])(?P<day>{either(DAYS)})(?:(?<=yesterday|.tomorrow)(?='s\s)|(?![\w'-]))(?:\s(?:früh|vormittag|mittag|nachmittag|abend))?",
    re.I,
)
ADJECTIVE = re.compile(r"(?:gestr|morg)ig", re.I)
NO_DAY_BEFORE = re.compile(r"\b(?:(?<!as\s)of|von|am|jeden|guten|der|ago)\s$", re.I)
AGO = re.compile(
    rf"\b(?<!half\s)(?:(?P<number>\d{{1,3}}|{either(NUMBERS)})\s(?P<unit>days?|weeks?|fortnights?|months?|years?)\sago|"
    rf"vor\s(?:[a-zäöü]{{3,12}}\s){{0,2}}?(?P<zahl>\d{{1,3}}|{either(NUMBERS)})\s(?P<einheit>tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?))\b"
)
AHEAD = re.compile(
    rf"\bin\s(?:(?P<number>\d{{1,3}}|{either(NUMBERS)})\s(?P<unit>days?|weeks?|months?|years?)(?!'|\sof\b)|"
    rf"(?P<zahl>\d{{1,3}}|{either(NUMBERS)})\s(?P<einheit>tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?))\b"
)
""""In two weeks", where the clause tells of what is to come: of what is over, it says how long it took."""
TOMORROW = re.compile(rf"\s[a-zäöü]{{3,20}}t\s|,\s(?:{WEEKDAY})\b", re.IGNORECASE)
"""A verb in the third person, or the weekday: "Morgen beginnt die Übung"."""
_PART = r"(?:same|very|day|morn|even|week|month|quart|year)"
NAMES_ANOTHER = re.compile(
    rf"later|earlier|before[.,;]|following|previous|preceding|next\s{_PART}|same\s{_PART}|very\s{_PART}|that\s{_PART}|"
    r"year-ago|nächste\w?\s(?:tag|morg|abend)|folgend|darauf|drauf|danach|zuvor|davor|später|vortag|selben|gleichen|anderntags|"
    r"st\sweek|nd\sweek|rd\sweek|th\sweek|te[nr]?\swoche"
)
"""Without any of these, nothing is counted from another date. Each begins with a letter, so that they are
quickly looked for."""
UNIT = re.compile(
    rf"\b(?<!the\s)(?<!this\s)(?:(?P<last>last|(?:(?:the|its)\s)?latest(?=\squarter)|{_LAST})|(?P<next>next|coming|{_NEXT})|(?P<this>this|(?:the\s)?current|{_THIS}))\s"
    rf"(?:fiscal\s)?(?P<unit>week|weekend|month|quarter|year|woche|wochenende|monats?|quartals?|jahr(?:es)?)\b(?!-|{_OF_A_MONTH})"
)
OWN_WORDS = re.compile(
    r"\b(?:(?P<heuer>heuer|(?:heur|diesjähr)ige[nrms]?)|(?P<vorjährig>(?:vor|letzt)jährige[nrms]?)|(?:(?:im|des|dem|vom|zum|das|der|in\sder)\s)?(?P<before>vor)(?P<unit>jahre?s?|monate?s?|woche)|"
    r"(?:zu[mr]?|am|im|vor|nach|gegen|bis(?:\szum)?|seit|mit)\s(?!wochenende)(?P<part>jahr|monat|woche)(?:e?s)?n?"
    r"(?:ende|beginn|anfang|mitte|wechsel)|(?P<yearend>year[ -]?end|year's\send))\b(?!\s\d{4}\b)"
)
"""Words that are a unit of time counted from now: the Austrian "heuer", "Vorjahr", "zum Jahresende"."""
THE_WEEKEND = re.compile(r"\b(?:(?:over|at|during|on)\sthe\sweekend|(?:am|übers)\swochenende)\b")
END_OF = re.compile(
    r"\b(?:(?P<late>ende|end)|anfang|mitte|beginn|verlauf|laufe?|beginning|start|middle)\s(?:der|des|of\sthe)\s"
    r"(?P<unit>woche|monats|jahres|week|month|year)\b(?!\s\d)"
)
NUMBER_OF_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?!\d)")
_NUMBER = NUMBER_OF_DAY.pattern
DAY_OF_MONTH = re.compile(
    rf"\b(?:(?:on|of)\sthe\s{_NUMBER}(?:st|nd|rd|th)\sof\s(?P<of>this|last|next)\smonth|"
    rf"(?:am|vom|zum|den|bis)\s(?:{_NUMBER}\.(?:,|\s(?:und|bis|oder))\s(?:zum\s)?){{0,3}}{_NUMBER}\.\s?"
    r"(?:(?P<which>dieses|vergangenen|letzten|vorigen|kommenden|nächsten)\smonats|(?P<short>ds?|v)\.\s?(?:m|mts)\.))",
    re.I,
)
""" "Am 5. d. M.", "vom 3. und 4. v. M."."""
ON_WEEKDAY = re.compile(
    rf"(?<![\w-])(?:(?:on|am|ab|vom|zum|bis|seit|auf|by|until|since)\s)?(?:der\s|dem\s|den\s)?"
    rf"(?:(?P<last>last|past|this\spast|{_LAST})\s|(?P<next>next|coming|this\scoming|{_NEXT})\s|"
    rf"(?P<this>this|diese[nrms]?)\s|(?P<today>heutigen\s)|(?P<yesterday>gestrigen\s)|(?P<tomorrow>morgigen\s))?"
    rf"(?P<weekday>{WEEKDAY}){_TIME_OF_DAY}(?![\w-])(?!'s?\s(?:prayers|times))"
    rf"(?:,?\s(?:of\s)?(?P<week>last|next|this)\sweek\b|"
    rf"\s(?:in\s)?(?:der\s)?(?P<woche>{_LAST}|{_NEXT}|{_THIS})\sWoche\b)?(?!{_OF_A_MONTH})",
    re.I,
)
NO_WEEKDAY_BEFORE = re.compile(
    r"\b(?:every|each|jede[nrms]?|other|most|black|good|ash|bloody|schwarze[nr]?|blutige[nr]?|per|pro|usual|super|cyber|man|sheffield|"
    r"(?<!from\s)monday\sto|(?<!from\s)monday\sthrough|montag\sbis|monday\s-|montag\s-|a|any|given|that|following|"
    r"previous|preceding|same|jeweils|immer|stets|usually|always|folgende[nrms]?|darauffolgende[nrms]?|selben|ein(?:e[nmrs]?)?)\s$",
    re.I,
)
LOWER_AFTER = re.compile(r"\s[a-z]{4,30}\b(?<!before)(?<!after)")
""""The Friday explosions", not "the Friday before" or "the Thursday"."""
OPENS = re.compile(r"(?:^|[.!?:;,(\"'„“»«`_-]\s?)$")
CAPITAL_BEFORE = re.compile(r"(?:^|[^\w])(?P<word>(?![A-ZÄÖÜ]{2})[A-ZÄÖÜ]\w{1,30})\s$")
NAME_AFTER = re.compile(r"\s(?:[A-ZÄÖÜ][a-zäöüß]{2,30}|prayers?|service|services|edition|school|newspaper)\b")
WORKING_DAYS = re.compile(
    r"\s(?:to|through|thru|bis)\s(?:friday|saturday|sunday|freitag|samstag|sonntag)\b", re.I
)
HABIT = re.compile(rf"(?<!von\s)(?<!vom\s)\b(?:{WEEKDAY})\s$", re.I)


YEAR_AND_PART = re.compile(r"(?P<year>\d{4})(?P<part>-\d\d)?")
_MANY = rf"(?P<number>\d{{1,3}}|{either(NUMBERS)})"
_LATER = r"(?:da?rauf|danach|(?P<back>zuvor|davor))"
FROM_ANOTHER = tuple(
    re.compile(rf"\b(?:{form})\b")
    for form in (
        r"(?:on\s)?the\s(?:next|following|(?P<back>previous|preceding))\s(?P<unit>day|morning|evening|week|month|year)",
        rf"(?:on\s)?the\s(?:following|(?P<back>previous|preceding))\s(?P<weekday>{WEEKDAY})",
        rf"the\s(?P<nth>{either(NTH)})\s(?P<unit>week)(?!\s(?:of|in|after|before))",
        r"(?:(?:later|earlier|early|late)\s)?(?:that(?:\s(?:same|very))?|the\s(?:same|very))\s"
        r"(?P<same>(?P<unit>day|week|month|quarter|year))",
        rf"{_MANY}\s(?P<unit>day|week|month|year)s?\s(?:later|(?P<back>earlier|before(?=[.,;])))",
        r"year-(?P<back>earlier|ago)\s(?P<unit>quarter)",
        r"(?P<unit>year)-(?P<keeps>(?P<back>earlier|ago))",
        r"(?:am|im|in\sder|des|die|den|der)\s(?:nächste|(?:darauf)?folgende)[nrms]?\s(?:tag|morgen|abend)(?:e?s)?",
        rf"(?:am|bis|ab|vom)\s(?:darauf)?folgenden\s(?P<weekday>{WEEKDAY})",
        rf"am\s(?P<weekday>{WEEKDAY})\s{_LATER}",
        rf"(?:tags|am\stag)\s{_LATER}",
        r"anderntags",
        r"am\s(?P<back>vortag)",
        rf"(?:(?:in\s)?der|im)\s(?P<unit>woche|jahre?)\s{_LATER}",
        rf"der\s(?P<nth>{either(NTH)})\s(?P<unit>woche)(?!\s(?:de[rs]|im|in|nach|vor|von))",
        r"(?:noch\s)?im\s(?P<same>selben|gleichen)\s(?P<unit>jahr|monat)",
        rf"(?P<number>{either(NUMBERS)})\s(?P<unit>tage?|wochen?|monate?|jahre?)\s(?:später|{_LATER})",
    )
)
"""What is counted from the date before it, not from when the text was written."""


class Meaning(Protocol):
    """What a date says, by itself."""

    @property
    def start(self) -> int:
        """Where its words begin."""

    @property
    def end(self) -> int:
        """Where its words end."""

    def edtf(self, anchor: Anchor | None, tense: Tense = Tense.OPEN) -> str:
        """Return the date, as far as the words and the anchor tell it."""


@dataclass(frozen=True)
class Relative:
    """So many days, weeks, months or years from when the text was written."""

    start: int
    end: int
    unit: str
    away: int = 0
    weekday: int | None = None
    """Monday is 0; `away` is then -1 for "last", 1 for "next", 0 for the nearest."""
    day: int | None = None
    """Of the month."""
    is_nearest: bool = False
    """"At the weekend": the words don't say which."""
    after: Meaning | None = None
    """The date before it that it is counted from: "the next morning", "a year earlier"."""
    keeps_part: bool = False
    """"A year earlier" than a quarter is a quarter; "the next year" is a year."""
    part: str = ""
    """Early or late in the year that is told of: "at the end of the year"."""
    in_story: bool = False
    """Of a day that is told before, if one is: "im Mai 1996 … im Vorjahr"."""
    only_ahead: bool = False
    """It is a date only where the clause tells of what is to come: "in two weeks"."""
    from_start: bool = False
    """It is counted from a day that is told, not from the date right before it: "in the third week"."""
    follows: bool = False
    """It is counted from the date before it, if there is one."""

    def edtf(self, anchor: Anchor | None, tense: Tense = Tense.OPEN) -> str:
        """Return the date counted from the anchor, or from the date before it; unspecified without one."""
        if self.after is not None:
            written = self.after.edtf(anchor)
            if (match := YEAR_AND_PART.fullmatch(written)) and self.unit == "year":
                return (
                    f"{int(match['year']) + self.away:04d}{(match['part'] or '') if self.keeps_part else ''}"
                )
            anchor = anchor_from(written)
        if self.unit == "year":
            year = anchor.year if anchor else None
            return UNKNOWN_YEAR if year is None else f"{year + self.away:04d}"
        if self.unit == "month":
            return self._month(anchor)
        if self.unit == "quarter":
            return self._quarter(anchor)
        if anchor is None or not anchor.is_narrow:
            return f"{UNKNOWN_YEAR}-XX-XX"
        first, last = (self._days(day, tense) for day in (anchor.earliest, anchor.latest))
        if first[0] == last[1]:
            return first[0].isoformat()
        return f"[{first[0].isoformat()}..{last[1].isoformat()}]"

    def _days(self, anchor: datetime.date, tense: Tense) -> tuple[datetime.date, datetime.date]:
        monday = anchor + datetime.timedelta(days=WEEK * self.away - anchor.weekday())
        if self.unit == "weekend":
            # "At the weekend" is the last one, on a weekday.
            is_past = tense is Tense.PAST or (self.is_nearest and tense is Tense.OPEN)
            if not self.away and is_past and anchor.weekday() < SATURDAY:
                monday -= datetime.timedelta(days=WEEK)
            saturday = monday + datetime.timedelta(days=SATURDAY)
            return saturday, saturday + ONE_DAY
        if self.unit == "week" and self.weekday is not None:
            day = monday + datetime.timedelta(days=self.weekday)
            return day, day
        if self.weekday is not None:
            day = anchor + datetime.timedelta(days=self._weekday_from(anchor, tense))
            return day, day
        if self.unit == "week":
            return monday, monday + datetime.timedelta(days=WEEK - 1)
        day = anchor + datetime.timedelta(days=self.away)
        return day, day

    def _weekday_from(self, anchor: datetime.date, tense: Tense) -> int:
        weekday = self.weekday or 0
        back = (anchor.weekday() - weekday) % WEEK
        forward = (weekday - anchor.weekday()) % WEEK
        if self.away < 0:
            return -(back or WEEK) + WEEK * (self.away + 1)
        if self.away > 0:
            return (forward or WEEK) + WEEK * (self.away - 1)
        return forward if tense > Tense.OPEN else -back

    def _quarter(self, anchor: Anchor | None) -> str:
        if anchor is None:
            return UNKNOWN_YEAR
        first, last = (day.year * QUARTERS + (day.month - 1) // 3 for day in (anchor.earliest, anchor.latest))
        if first != last and not anchor.is_narrow:
            return UNKNOWN_YEAR
        year, quarter = divmod(last + self.away, QUARTERS)
        return f"{year:04d}-{FIRST_QUARTER + quarter}"

    def _month(self, anchor: Anchor | None) -> str:
        same = anchor is not None and anchor.earliest.timetuple()[:2] == anchor.latest.timetuple()[:2]
        day = "" if self.day is None else f"-{self.day:02d}"
        if anchor is not None and same:
            months = anchor.latest.year * 12 + anchor.latest.month - 1 + self.away
            written = f"{months // 12:04d}-{months % 12 + 1:02d}{day}"
            # Not every month has a day 31.
            if is_edtf(written):
                return written
        return f"{UNKNOWN_YEAR}-XX{day}"


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Tell "Sunday Times" and "Oberst Sonntag" from a day."""
    english = match["weekday"].lower().endswith("day")
    if english and NAME_AFTER.match(text, match.end()):
        return True
    if WORKING_DAYS.match(text, match.end()):
        # "Open Monday to Friday" is a habit.
        return True
    # With a preposition or "last" before it, it is a day whatever comes before that.
    alone = match.span() == match.span("weekday")
    before = CAPITAL_BEFORE.search(text[max(0, match.start() - 34) : match.start()])
    return (
        alone and not english and before is not None and before["word"].lower() not in LEXICONS.function_words
    )


def find_relative(text: str) -> Iterator[Relative]:
    """Yield dates counted from when the text was written, the surest form first; they may overlap.

    Args:
        text: with plain dashes and spaces.
    """
    kinds, low = hints(text), lowered(text)
    if "unit" in kinds:
        yield from _counted(low, kinds)
    if "another" in kinds and NAMES_ANOTHER.search(low):
        yield from _following(low)
    # "Thursday last week" before "last week".
    yield from _weekdays(text)
    if kinds >= {"digit", "day of month"}:
        yield from _days_of_months(text)
    if "long unit" in kinds:
        yield from _named_units(low, kinds)
    for match in DAY.finditer(text) if "day" in kinds else ():
        word = match["day"]
        before = text[max(0, match.start() - 12) : match.start()]
        if NO_DAY_BEFORE.search(before) and not ADJECTIVE.match(word):
            continue
        # "USA Today" is a name, and "Morgen" with a capital the German for morning.
        opens = OPENS.search(text[max(0, match.start() - 3) : match.start()])
        if word[0].islower() or (opens and (word != "Morgen" or TOMORROW.match(text, match.end()))):
            yield Relative(match.start(), match.end(), "day", DAYS[word.lower()])


def _counted(low: str, kinds: frozenset[str]) -> Iterator[Relative]:
    for pattern, way in ((AGO, -1), (AHEAD, 1)) if "ago" in kinds else ((AHEAD, 1),):
        for match in pattern.finditer(low):
            number = match["number"] or match["zahl"]
            count = int(number) if number.isdecimal() else NUMBERS[number]
            named = match["unit"] or match["einheit"]
            weeks = 2 if named.startswith("fortnight") else 1
            unit = UNITS.get(named, "week")
            yield Relative(match.start(), match.end(), unit, way * count * weeks, only_ahead=way > 0)


def _following(low: str) -> Iterator[Relative]:
    for match in (match for form in FROM_ANOTHER for match in form.finditer(low)):
        said = {name: word for name, word in match.groupdict().items() if word}
        number, weekday = said.get("number", "1"), WEEKDAYS.get(said.get("weekday", ""))
        unit = UNITS.get(said.get("unit", ""), "day")
        count = int(number) if number.isdecimal() else NUMBERS[number]
        count *= -1 if "back" in said else 0 if "same" in said else 1
        if "nth" in said:
            count = NTH[said["nth"]] - 1
        yield Relative(
            match.start(),
            match.end(),
            unit,
            QUARTERS * count if unit == "quarter" else count,
            weekday,
            follows=True,
            keeps_part="number" in said or "keeps" in said,
            from_start="nth" in said,
        )


def _days_of_months(text: str) -> Iterator[Relative]:
    for match in DAY_OF_MONTH.finditer(text):
        which = match["of"] or match["which"] or match["short"]
        away = -1 if which in "vV" else _which(which)
        days = list(NUMBER_OF_DAY.finditer(text, match.start(), match.end()))
        starts = [match.start(), *(day.start() for day in days[1:])]
        ends = [*(day.end() for day in days[:-1]), match.end()]
        for start, end, day in zip(starts, ends, days, strict=True):
            yield Relative(start, end, "month", away, day=int(day[0]))


def _named_units(low: str, kinds: frozenset[str]) -> Iterator[Relative]:
    for match in UNIT.finditer(low) if "which unit" in kinds else ():
        yield Relative(match.start(), match.end(), UNITS[match["unit"]], _away(match))
    for match in OWN_WORDS.finditer(low) if "unit of now" in kinds else ():
        unit = match["unit"] or match["part"] or "jahr"
        name = next(name for word, name in UNITS.items() if unit.startswith(word))
        away = -1 if match["before"] or match["vorjährig"] else 0
        yield Relative(match.start(), match.end(), name, away, in_story=name == "year" and away < 0)
    for match in THE_WEEKEND.finditer(low) if "weekend" in kinds else ():
        yield Relative(match.start(), match.end(), "weekend", is_nearest=True)
    for match in END_OF.finditer(low) if "end of unit" in kinds else ():
        unit = UNITS[match["unit"]]
        part = ("late" if match["late"] else "early") if unit == "year" else ""
        yield Relative(match.start(), match.end(), unit, 0, part=part)


def _which(word: str) -> int:
    times = 2 if ONE_MORE.match(word) else 1
    return -times if WEEK_BEFORE.fullmatch(word) else times if WEEK_AFTER.fullmatch(word) else 0


def _away(match: re.Match[str]) -> int:
    return _which(match["last"] or match["next"] or "")


def _weekdays(text: str) -> Iterator[Relative]:
    for match in ON_WEEKDAY.finditer(text) if "weekday" in hints(text) else ():
        before = text[max(0, match.start() - 24) : match.start()]
        if not is_name(match["weekday"]) or NO_WEEKDAY_BEFORE.search(before):
            continue
        if _is_name(text, match) or (match[0].lower().startswith("bis ") and HABIT.search(before)):
            continue
        if before.lower().endswith("the ") and not LOWER_AFTER.match(text, match.end()):
            continue
        weekday = WEEKDAYS[match["weekday"].lower()]
        if week := match["week"] or match["woche"]:
            yield Relative(match.start(), match.end(), "week", _which(week), weekday)
        elif match["today"] or match["yesterday"] or match["tomorrow"]:
            away = 0 if match["today"] else -1 if match["yesterday"] else 1
            yield Relative(match.start(), match.end(), "day", away)
        else:
            yield Relative(match.start(), match.end(), "day", _away(match), weekday)
