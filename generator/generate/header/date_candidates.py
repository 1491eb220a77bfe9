"""What may say when a document was published: days named around its text, in its addresses and markup."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.dates.background import is_birthday
from generator.dates.edtf import UNKNOWN_YEAR
from generator.dates.find import find_dates
from generator.generate.header.layout import BEGINNING, END, Layout
from generator.generate.header.weights import Features
from generator.generate.seed_text import Subject

MOST_LINES = 40
"""Lines with dates that are looked at: those nearest to the headline, and the first and last ones."""
IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[/_-]?(?P<month>0[1-9]|1[0-2])[/_-]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
SPACED = re.compile(r"(\d)(?!(?<=\d{4})\.\s) ?([./-]) ?(?=\d)")
"""Within a day; a year with a stop ends it: "3. Oktober 1911. 48. Jahrgang"."""
GLUED = re.compile(
    r"\d(?:(?<=[^\W\d_]\d)(?=\d?\.\d{1,2}\.\d{4}|\d?/\d{1,2}/\d{4}|\d{3}-\d\d-\d\d)"
    r"|(?<=\D(?:19|20)\d{3})(?=\d?\.)|(?P<ends>(?<=(?:19|20)\d\d)(?=[^\W\d_]{3})))"
)
"""The first digit of a day, or the last of its year: digits are found far quicker than the place between."""
STAMP = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?P<time>[0-2]\d:\d\d)(?::\d\d(?:\.\d+)?)?\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
MIDNIGHT = re.compile(r"T2[23]:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)$")
"""The first hour of the next day in Central Europe, written as another's."""
STATED = frozenset({"article:published_time", "JSON-LD", "itemprop datePublished"})
"""Where a page's markup says in so many words when it was published."""
SOURCES = STATED | {"htmldate", "JSON-LD of the page", "time element"}
"""Where it states it often enough to be weighed by itself."""


@dataclass(frozen=True)
class DateCandidate:
    """A day that may be that of the publication, where it stands."""

    gives: str
    """EDTF, with time where one stands there."""
    text: str
    """The line, address or markup it stands in."""
    index: int | None
    """The line; None: an address or the page's markup."""
    where: str = "line"
    """Or `address`, or what the markup calls it."""
    start: int = 0
    end: int = 0
    """Its place in the text, as far as that was looked at."""
    features: Features = field(default_factory=dict)
    is_planned: bool = False
    """Its words say outright that it was still to come."""
    is_reported: bool = False
    """It stands in a sentence of the text, which tells of it: it is not that of the publication."""

    @property
    def day(self) -> str:
        """The day alone."""
        return self.gives.partition("T")[0]


def find_days(layout: Layout, headline: int | None, day_first: bool | None) -> list[DateCandidate]:
    """Return the days that lines, addresses and markup name; a long line's middle is not read.

    Those on which nobody had it yet are left out.

    Args:
        layout: the document.
        headline: the headline's line; None: it has none.
        day_first: how it writes `03/07/2022`.
    """
    found = (*_in_lines(layout, headline, day_first), *_in_addresses(layout), *_in_markup(layout, day_first))
    return [one for one in found if one.day <= layout.no_later.isoformat()]


def date_shown_by(layout: Layout) -> str:
    """Tell what shows when a document was published: the page's markup, or its lines alone."""
    return "markup" if layout.said(Subject.PUBLISHED) else "lines"


def _in_lines(layout: Layout, headline: int | None, day_first: bool | None) -> Iterator[DateCandidate]:
    lines = layout.lines
    dated = sorted(layout.dated)
    middle = layout.first if headline is None else headline
    near = sorted(dated, key=lambda index: (abs(index - middle), index))[:MOST_LINES]
    known: dict[str, list[DateCandidate]] = {}
    for index in sorted({*near, *dated[-4:]}):
        above = lines[index - 1].text if index else ""
        for text in filter(None, (lines[index].stamp, lines[index].text)):
            if text not in known:
                known[text] = list(_in_line(text, day_first))
            days = (one for one in known[text] if not is_birthday(one.text, one.start, above))
            yield from (replace(one, index=index) for one in days)


def _in_line(text: str, day_first: bool | None) -> Iterator[DateCandidate]:
    parts = [text] if len(text) <= BEGINNING + END else [text[:BEGINNING], text[-END:]]
    for part in (parted(SPACED.sub(r"\1\2", part)) for part in parts):
        for date in find_dates(part, day_first=day_first):
            gives = date.gives
            if _is_day(gives):
                yield DateCandidate(
                    gives, part, None, start=date.start, end=date.end, is_planned=date.is_planned
                )


def parted(text: str) -> str:
    """Return a text with a space between a day and the letters that it is glued to."""
    return GLUED.sub(lambda one: f" {one[0]}" if one["ends"] is None else f"{one[0]} ", text)


def _is_day(gives: str) -> bool:
    day = gives.partition("T")[0]
    return len(day) == len("2023-12-28") and UNKNOWN_YEAR not in day and day[0].isdigit()


def _in_addresses(layout: Layout) -> Iterator[DateCandidate]:
    for address in dict.fromkeys(layout.addresses):
        where = "own address" if address in layout.own_addresses else "address"
        for match in IN_ADDRESS.finditer(address[:500]):
            gives = f"{match['year']}-{match['month']}-{match['day']}"
            if _exists(gives):
                yield DateCandidate(gives, address, None, where)


def _in_markup(layout: Layout, day_first: bool | None) -> Iterator[DateCandidate]:
    seen: set[str] = set()
    for statement in layout.said(Subject.PUBLISHED):
        where = statement.where if statement.where in SOURCES else "other markup"
        gives = _stated(statement.value, day_first)
        if gives and where not in seen:
            seen.add(where)
            yield DateCandidate(gives, statement.value, None, where)
            if midnight := MIDNIGHT.search(statement.value):
                yield DateCandidate(_day_after(gives), midnight[0], None, f"midnight of {where}")


def _stated(value: str, day_first: bool | None) -> str:
    """Return the day that markup states, with its time where it has one; empty: none."""
    if (stamp := STAMP.match(value)) and _exists(stamp["day"]):
        zone = (stamp["zone"] or "").replace("Z", "+00:00")
        zone = zone if ":" in zone or not zone else f"{zone[:3]}:{zone[3:]}"
        return f"{stamp['day']}T{stamp['time']}{zone}" if stamp["time"] else stamp["day"]
    return next(
        (date.gives for date in find_dates(value[:60], day_first=day_first) if _is_day(date.gives)), ""
    )


def _day_after(gives: str) -> str:
    return str(datetime.date.fromisoformat(gives[:10]) + datetime.timedelta(days=1))


def _exists(day: str) -> bool:
    try:
        datetime.date.fromisoformat(day)
    except ValueError:
        return False
    return True
