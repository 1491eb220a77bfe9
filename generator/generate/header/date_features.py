"""What is to be seen of the days that a document names: what says they are, and where they stand."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.dates.background import is_of_approved_minutes
from generator.dates.calendar import WEEKDAYS
from generator.dates.dateline import match_dateline
from generator.generate.header.date_candidates import DateCandidate, find_days
from generator.generate.header.layout import Layout
from generator.generate.header.look import BY_WORDS
from generator.generate.header.weights import Steps, said_up_to, those_that_hold
from generator.generate.line_forms import CREDIT
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.language.verbs import may_tell

CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d(?!\.?\d)(?::\d\d)?\s?(?:Uhr|h\b|[ap]\.?m\b|GMT|UTC|ME[SZ]Z?|CE?S?T|E[SD]?T)?|\d\s?Uhr\b|T\d\d:\d\d|\d\s?[ap]\.?m\b",
    re.IGNORECASE,
)
MONTH_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])(?:/|$)")
LETTERS = re.compile(r"[^\W\d_]+")
DIGITS = re.compile(r"\d+")
PUBLISHED = LEXICONS.united(lambda one: one.stamps.published)
UPDATED = LEXICONS.united(lambda one: one.stamps.updated)
COMMENTED = LEXICONS.united(lambda one: one.stamps.comment)
FETCHED = LEXICONS.united(lambda one: one.stamps.today)
HEARING = re.compile(
    r"\b(?:verhandlung\svom\s|hearing\s(?:of|held on)\s|hearing\sdates?:[\W\d]*(?:(?:and|to)\s)?)$",
    re.IGNORECASE,
)
"""Before the day of what came before a court's decision."""
AROUND = 5
"""Words before a date, and behind it, that tell what it is."""
FEW_WORDS = 9
"""Words beside a date that are no sentence."""
SHOWN = 3
"""Words before a day that tell what a picture shows."""
LABEL = 5
"""Letters of a word that labels a date by itself: not `on`."""
DASH = re.compile(r"\s?[-–—|/]\s|\.\s(?=[A-ZÄÖÜ])")
"""What parts a stamp that opens a text from it."""
PLACE = re.compile(r"^[A-ZÄÖÜ][^\W\d][\w .()-]{0,30},\s(?:den\s)?$")
"""Before the day of a dateline."""
WEEKDAY = re.compile(rf"\b(?:{'|'.join(map(re.escape, WEEKDAYS))})\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?][\s)\"'“”»«]*$")
SENTENCE = re.compile(r"[.!?|•·(–—]\s?")
FEW_LINES = 4
"""Lines with dates of one form that are no list's."""
EDGE = 2
"""Characters before a date that begins its line, or behind one that ends it."""
TOP, AWAY = 12, 8
"""Lines of a page's header, and between today's date there and the headline."""
FROM_TEXT: Steps = ((3, "right "), (12, ""))
FROM_HEADLINE: Steps = ((1, "1"), (2, "2"), (4, "3 or 4"), (8, "5 to 8"), (20, "9 to 20"))
"""How many lines away something stands, in words."""
MOST_OF_DATE = 4
"""Words of a line that is a date."""
OLDEST = "1900"
"""An earlier day is rather that of a newspaper's founding than of a text's publication, but for one
named with its weekday where there is no later one."""


def date_candidates(layout: Layout, headline: int | None, day_first: bool | None) -> list[DateCandidate]:
    """Return the days that a document names, with what is to be seen of each.

    Args:
        layout: the document.
        headline: the headline's line; None: it has none.
        day_first: how it writes `03/07/2022`.
    """
    found = find_days(layout, headline, day_first)
    whole = _Whole(layout, headline, found)
    return [
        replace(one, is_reported=True)
        if _is_reported(layout, one)
        else replace(one, features=whole.features(one))
        for one in found
    ]


def _is_reported(layout: Layout, one: DateCandidate) -> bool:
    """Tell whether a day stands in a caption, or in a sentence of the text and not as its stamp."""
    before, behind = one.text[: one.start], one.text[one.end :]
    if one.index is not None and len(LETTERS.findall(before)) >= SHOWN and CREDIT.search(behind):
        return True
    if HEARING.search(before[-40:]) or is_of_approved_minutes(one.text, one.start):
        return True
    in_brackets = before == "(" or (before.endswith("(") and behind.strip() in (")", ").", "),"))
    opens = (one.start <= 2 or PLACE.match(before) is not None) and DASH.match(behind) is not None
    if in_brackets or opens or _is_of_dateline(one):
        return False
    is_sentence = SENTENCE_END.search(one.text) is not None and may_tell(before + behind)
    if is_sentence and one.is_planned:
        return True
    if one.index not in layout.paragraphs:
        return False
    words = LETTERS.findall(fold(before + behind))
    if len(words) <= FEW_WORDS and (not is_sentence or _is_said_of_itself(words)):
        return False
    part = LETTERS.findall(fold(SENTENCE.split(before)[-1]))
    return len(part) > AROUND or not any(map(_is_label, part))


def _is_said_of_itself(words: Sequence[str]) -> bool:
    """Tell whether a sentence is that of a stamp: "This page was updated on 3 May 2021."."""
    return not UPDATED.isdisjoint(words) or any(map(_is_label, words))


def _is_label(word: str) -> bool:
    return word in PUBLISHED and len(word) >= LABEL


class _Whole:
    """All candidates of a document, and what is to be seen of one beside the others."""

    def __init__(self, layout: Layout, headline: int | None, found: Sequence[DateCandidate]) -> None:
        self._layout = layout
        self._headline = headline
        placed = [(one.index, one) for one in found if one.index is not None]
        self._lines_of: dict[str, set[int]] = defaultdict(set)
        self._of_form: dict[str, set[int]] = defaultdict(set)
        for index, one in placed:
            self._lines_of[one.day].add(index)
            self._of_form[_form(one)].add(index)
        self._months = {
            f"{match['year']}-{match['month']}"
            for address in layout.addresses
            for match in MONTH_IN_ADDRESS.finditer(address[:500])
        }
        self._latest_in_text = max((one.day for index, one in placed if self._is_in_text(index)), default="")
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
        self._labelled = {one.day for _, one in placed if _is_labelled(one)}
        below = (one for index, one in placed if headline is not None and index > headline)
        self._first_below = next(below, None)
        self._dated = {index: one.day for index, one in placed}

    def _is_in_text(self, index: int) -> bool:
        return self._layout.first <= index <= self._layout.last and index in self._layout.kept

    def _is_at_top(self, index: int) -> bool:
        """Tell whether a line has the place of today's date in a page's header."""
        is_away = self._headline is not None and self._headline - index > AWAY
        return is_away and index < TOP and len(self._layout.words[index]) <= MOST_OF_DATE

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
            "an address has its month": day[:7] in self._months,
            "an address has another month": bool(self._months) and day[:7] not in self._months,
            "the text names a later day": day < self._latest_in_text,
            "long before what the text names": bool(self._latest_in_text)
            and _days_between(day, self._latest_in_text) > 30,
            "with a time": "T" in one.gives,
            "before 1900": day < OLDEST and not (self._latest < OLDEST and WEEKDAY.search(one.text)),
            "another is labelled as published": bool(self._labelled) and day not in self._labelled,
        }
        seen |= those_that_hold(marks)
        for where, stated in self._markup:
            if where != one.where:
                seen[f"{where} says so" if stated == day else f"{where} says otherwise"] = 1.0
        return seen

    def _said(self, one: DateCandidate) -> dict[str, float]:
        """Tell what the line says of the date: a label, a time, a name beside it."""
        before, behind = one.text[: one.start], one.text[one.end :]
        words = LETTERS.findall(fold(before[-60:]))[-AROUND:]
        after = LETTERS.findall(fold(behind[:60]))[:AROUND]
        if not words and one.index:
            above = self._layout.lines[one.index - 1].text
            words = LETTERS.findall(fold(above))[-AROUND:] if len(above) <= 40 else []
        others = len(LETTERS.findall(before)) + len(LETTERS.findall(behind))
        near = {*words, *after}
        quote = one.text[one.start : one.end]
        marks = {
            "labelled as published": any(map(_is_label, near)),
            "label before it": any(map(_is_label, words[-2:])),
            "another label before it": before.rstrip().endswith(":")
            and (PUBLISHED | UPDATED).isdisjoint(words[-2:]),
            "labelled as updated": not UPDATED.isdisjoint(words),
            "beside words of a comment": not COMMENTED.isdisjoint(near),
            "beside words of today": not FETCHED.isdisjoint(words),
            "beside words of a byline": not BY_WORDS.isdisjoint(near),
            "a weekday": WEEKDAY.search(one.text[max(0, one.start - 12) : one.end + 12]) is not None,
            "a clock": CLOCK.search(behind[:30]) is not None
            or "T" in one.gives
            or CLOCK.search(before[-20:]) is not None,
            "the line is the date": others == 0,
            "few words beside it": 1 <= others <= 3,
            "some words beside it": 4 <= others <= 9,
            "many words beside it": others > 9,
            "begins the line": one.start <= 2,
            "month in words": any(char.isalpha() for char in quote.replace("T", "").replace("Z", "")),
            "ends a sentence": one.text.rstrip().endswith(".") and others > 5,
            "a dateline": one.index is not None and self._layout.first == one.index and _is_of_dateline(one),
        }
        return those_that_hold(marks)

    def _alike(self, one: DateCandidate, index: int) -> dict[str, float]:
        """Tell how many lines have dates of one form: the stamps of comments and of teasers are many."""
        lines = self._of_form[_form(one)]
        count = len(lines)
        how_many = "the only one" if count == 1 else "one of few" if count <= FEW_LINES else "one of many"
        seen = {f"{how_many} of its form": 1.0}
        return seen | {"the first of its form": 1.0} if count > 1 and index == min(lines) else seen

    def _place(self, one: DateCandidate, index: int) -> dict[str, float]:
        layout, first = self._layout, self._first_below
        seen = dict.fromkeys(self._by_the_text(index), 1.0)
        if self._headline is not None:
            seen[f"headline {_away(index - self._headline)}"] = 1.0
        near = (i for i in range(index - 4, index + 5) if i != index)
        others = sum(self._dated.get(i, one.day) != one.day for i in near)
        is_article = layout.lines[index].is_article
        marks = {
            "first below the headline": first is not None
            and (one.index, one.start) == (first.index, first.start),
            "by itself at the page's top, away from the headline": self._is_at_top(index),
            "other days near": others > 0,
            "several other days near": others > 1,
            "in the article": is_article is True,
            "outside the article": is_article is False,
        }
        return seen | self._alike(one, index) | those_that_hold(marks)

    def _by_the_text(self, index: int) -> Iterator[str]:
        """Yield where a line stands: in the text, or how far above it or below."""
        first, last = self._layout.first, self._layout.last
        if index < first:
            yield f"{said_up_to(FROM_TEXT, first - index, 'far ')}above the text"
        elif index > last:
            yield f"{said_up_to(FROM_TEXT, index - last, 'far ')}below the text"
        elif self._is_in_text(index):
            yield (
                "first paragraph" if index == first else "last paragraph" if index == last else "in the text"
            )


def _is_of_dateline(one: DateCandidate) -> bool:
    dateline = match_dateline(one.text)
    if dateline is not None and one.start < dateline.end():
        return True
    return PLACE.match(one.text[: one.start]) is not None and DASH.match(one.text[one.end :]) is not None


def _form(one: DateCandidate) -> str:
    """Return the form of a date, and whether it begins and ends its line."""
    form = LETTERS.sub("a", DIGITS.sub("0", one.text[one.start : one.end]))
    return f"{one.start > EDGE} {form} {one.end < len(one.text) - EDGE}"


def _is_labelled(one: DateCandidate) -> bool:
    words = LETTERS.findall(fold(one.text[: one.start][-60:]))[-2:]
    return any(map(_is_label, words))


def _days_between(first: str, last: str) -> int:
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days


def _away(distance: int) -> str:
    if distance == 0:
        return "itself"
    side = "above" if distance > 0 else "below"
    return f"{said_up_to(FROM_HEADLINE, abs(distance), 'far')} {side}"
