"""What may say when a document was published: days named around its text, in its addresses and markup."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.dates.dateline import match_dateline
from generator.dates.edtf import UNKNOWN_YEAR
from generator.dates.find import find_dates
from generator.generate.header.layout import BEGINNING, END, Layout
from generator.generate.header.weights import Features
from generator.generate.seed_text import Subject
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

MOST_LINES = 40
"""Lines with dates that are looked at: those nearest to the headline, and the first and last ones."""
IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[/_-]?(?P<month>0[1-9]|1[0-2])[/_-]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
MONTH_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])(?:/|$)")
SPACED = re.compile(r"(?<=\d) ?([./-]) ?(?=\d)")
GLUED = re.compile(
    r"(?<=[^\W\d_])(?=\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{4})"
    r"|(?<=\D(?:19|20)\d\d)(?=\d{1,2}\.)|(?<=(?:19|20)\d\d)(?=[^\W\d_]{3})"
)
CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:Uhr|h\b|[ap]\.?m\b|GMT|UTC|ME[SZ]Z?|CE?S?T|E[SD]?T)?|\d\s?Uhr\b|T\d\d:\d\d|\d\s?[ap]\.?m\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+")
STAMP = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?P<time>[0-2]\d:\d\d)(?::\d\d(?:\.\d+)?)?\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
MIDNIGHT = re.compile(r"T2[23]:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)$")
"""The first hour of the next day in Central Europe, written as another's."""
SOURCES = frozenset(
    {
        "htmldate",
        "article:published_time",
        "JSON-LD",
        "JSON-LD of the page",
        "<time>",
        "itemprop datePublished",
    }
)
"""Where a page's markup states its publication, often enough to be weighed by itself."""
COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)


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

    @property
    def day(self) -> str:
        """The day alone."""
        return self.gives.partition("T")[0]


def date_candidates(layout: Layout, headline: int | None, day_first: bool | None) -> list[DateCandidate]:
    """Return the days that may be that of the publication, with what is to be seen of each.

    Args:
        layout: the document.
        headline: the headline's line; None: it has none.
        day_first: how it writes `03/07/2022`.
    """
    found = [*_in_lines(layout, headline, day_first), *_in_addresses(layout), *_in_markup(layout, day_first)]
    whole = _Whole(layout, headline, found)
    return [replace(one, features=whole.features(one)) for one in found]


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
        text = lines[index].text
        if text not in known:
            known[text] = list(_in_line(text, day_first))
        yield from (replace(one, index=index) for one in known[text])


def _in_line(text: str, day_first: bool | None) -> Iterator[DateCandidate]:
    parts = [text] if len(text) <= BEGINNING + END else [text[:BEGINNING], text[-END:]]
    for part in (GLUED.sub(" ", SPACED.sub(r"\1", part)) for part in parts):
        for date in find_dates(part, day_first=day_first):
            gives = date.gives
            if _is_day(gives):
                yield DateCandidate(gives, part, None, start=date.start, end=date.end)


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


PUBLISHED = LEXICONS.united(lambda one: one.stamps.published)
UPDATED = LEXICONS.united(lambda one: one.stamps.updated)
COMMENTED = LEXICONS.united(lambda one: one.stamps.comment)
FETCHED = LEXICONS.united(lambda one: one.stamps.today)
BY = LEXICONS.united(lambda one: one.stamps.by)
AROUND = 5
"""Words before a date, and behind it, that tell what it is."""


class _Whole:
    """All candidates of a document, and what is to be seen of one beside the others."""

    def __init__(self, layout: Layout, headline: int | None, found: Sequence[DateCandidate]) -> None:
        self._layout = layout
        self._headline = headline
        self._texts: dict[str, dict[str, float]] = {}
        self._lines_of: dict[str, set[int]] = defaultdict(set)
        for one in found:
            if one.index is not None:
                self._lines_of[one.day].add(one.index)
        self._outside = Counter(one.day for one in found if one.index is None)
        self._address_days = {one.day for one in found if one.where.endswith("address")}
        self._months = {
            f"{match['year']}-{match['month']}"
            for address in layout.addresses
            for match in MONTH_IN_ADDRESS.finditer(address[:500])
        }
        in_text = [one.day for one in found if one.index is not None and self._is_in_text(one.index)]
        self._latest_in_text = max(in_text, default="")
        self._markup = [
            (one.where, one.day)
            for one in found
            if one.index is None
            and not one.where.endswith("address")
            and not one.where.startswith("midnight")
        ]
        days = sorted({one.day for one in found})
        self._latest, self._earliest = (days[-1], days[0]) if days else ("", "")
        self._count = len(days)
        self._per_line = Counter(one.index for one in found)
        ordered = [one for one in found if one.index is not None]
        below = [
            one for one in ordered if headline is not None and one.index is not None and one.index > headline
        ]
        self._first = ordered[0] if ordered else None
        self._first_below = below[0] if below else None
        self._dated = {one.index: one.day for one in ordered}

    def _is_in_text(self, index: int) -> bool:
        return self._layout.first <= index <= self._layout.last and index in self._layout.kept

    def features(self, one: DateCandidate) -> dict[str, float]:
        """Return what is to be seen of a candidate."""
        seen = {} if one.index is None else {**self._said(one), **self._place(one, one.index)}
        seen[f"in {one.where}"] = 1.0
        day = one.day
        lines = len(self._lines_of[day])
        marks = {
            "in two lines": lines == 2,
            "in three or four lines": 3 <= lines <= 4,
            "in many lines": lines > 4,
            "the only day": self._count == 1,
            "the latest day": self._count > 1 and day == self._latest,
            "the earliest day": self._count > 1 and day == self._earliest,
            "an address has it": not one.where.endswith("address") and day in self._address_days,
            "an address has its month": day[:7] in self._months,
            "an address has another month": bool(self._months) and day[:7] not in self._months,
            "the text names a later day": day < self._latest_in_text,
            "long before what the text names": bool(self._latest_in_text)
            and _days_between(day, self._latest_in_text) > 30,
            "with a time": "T" in one.gives,
        }
        seen |= {name: 1.0 for name, holds in marks.items() if holds}
        for where, stated in self._markup:
            if where != one.where:
                seen[f"{where} says so" if stated == day else f"{where} says otherwise"] = 1.0
        return seen

    def _said(self, one: DateCandidate) -> dict[str, float]:
        """Tell what the line says of the date: a label, a time, a name beside it."""
        before, behind = one.text[: one.start], one.text[one.end :]
        words = WORD.findall(fold(before[-60:]))[-AROUND:]
        after = WORD.findall(fold(behind[:60]))[:AROUND]
        if not words and one.index:
            above = self._layout.lines[one.index - 1].text
            words = WORD.findall(fold(above))[-AROUND:] if len(above) <= 40 else []
        others = len(WORD.findall(before)) + len(WORD.findall(behind))
        near = {*words, *after}
        quote = one.text[one.start : one.end]
        marks = {
            "labelled as published": not PUBLISHED.isdisjoint(near),
            "label before it": not PUBLISHED.isdisjoint(words[-2:]),
            "labelled as updated": not UPDATED.isdisjoint(words),
            "beside words of a comment": not COMMENTED.isdisjoint(near),
            "beside words of today": not FETCHED.isdisjoint(words),
            "beside words of a byline": not BY.isdisjoint(near),
            "a clock": CLOCK.search(behind[:30]) is not None
            or "T" in one.gives
            or CLOCK.search(before[-20:]) is not None,
            "a copyright": COPYRIGHT.search(one.text) is not None,
            "the line is the date": others == 0,
            "few words beside it": 1 <= others <= 3,
            "some words beside it": 4 <= others <= 9,
            "many words beside it": others > 9,
            "begins the line": one.start <= 2,
            "in brackets": before.endswith("("),
            "month in words": any(char.isalpha() for char in quote.replace("T", "").replace("Z", "")),
            "ends a sentence": one.text.rstrip().endswith(".") and others > 5,
            "several in the line": self._per_line[one.index] > 1,
            "a dateline": one.index is not None
            and one.start < 45
            and self._layout.first == one.index
            and match_dateline(one.text) is not None,
        }
        return {name: 1.0 for name, holds in marks.items() if holds}

    def _place(self, one: DateCandidate, index: int) -> dict[str, float]:
        layout = self._layout
        seen: dict[str, float] = {}
        if self._is_in_text(index):
            seen[
                "first paragraph"
                if index == layout.first
                else "last paragraph"
                if index == layout.last
                else "in the text"
            ] = 1.0
        elif index > layout.last:
            gap = index - layout.last
            seen[
                "right below the text"
                if gap <= 3
                else "below the text"
                if gap <= 12
                else "far below the text"
            ] = 1.0
        elif index < layout.first:
            gap = layout.first - index
            seen[
                "right above the text"
                if gap <= 3
                else "above the text"
                if gap <= 12
                else "far above the text"
            ] = 1.0
        if self._headline is not None:
            seen[f"headline {_away(index - self._headline)}"] = 1.0
        if one is self._first or (
            self._first and one.index == self._first.index and one.start == self._first.start
        ):
            seen["first of all"] = 1.0
        if (
            self._first_below
            and one.index == self._first_below.index
            and one.start == self._first_below.start
        ):
            seen["first below the headline"] = 1.0
        if index < 12:
            seen["in the page's first lines"] = 1.0
        other = [
            i for i in range(index - 4, index + 5) if i != index and self._dated.get(i, one.day) != one.day
        ]
        if other:
            seen["other days near"] = 1.0
        if len(other) > 1:
            seen["several other days near"] = 1.0
        if layout.lines[index].is_article is not None:
            seen["in the article" if layout.lines[index].is_article else "outside the article"] = 1.0
        return seen


def _days_between(first: str, last: str) -> int:
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days


def _away(distance: int) -> str:
    if distance == 0:
        return "itself"
    side = "above" if distance > 0 else "below"
    distance = abs(distance)
    for most, name in ((1, "1"), (2, "2"), (4, "3 or 4"), (8, "5 to 8"), (20, "9 to 20")):
        if distance <= most:
            return f"{name} {side}"
    return f"far {side}"
