"""Which entries report one happening.

Two texts of one day that name the same president need not: two ministries may have commented on him.
So three questions are asked: do they open with the same subjects, does the same person speak in both,
and do the openings tell the same? The less the first two settle, the more alike the texts must be.
The bars were measured on 60 news texts of this genre, on 31 happenings that were all set to one day: far
harder than a chronology. Of 354 pairs that open with one record and are not one event, none reaches its bar;
the nearest has 0.89 of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations, product

from generator.language.markup import plain
from generator.links.accounts import COMMON, Account, Accounts, lasted, opening_of
from generator.links.reader import Reader
from generator.links.spokespersons import Speakers
from generator.links.texts import common_language, text_in
from generator.links.words import contained
from generator.model import Entry, Language, Nature, Slug
from generator.names.states import states_in
from generator.names.words import Words

COPIED_WITHIN = timedelta(days=2)
"""A wire story appears again a day or two later, under the paper's own date."""
FEWEST_SHINGLES = 30
COPIED = 0.6
"""Part of the shorter text that stands word for word in the longer."""
COPIED_OF_LONGER = 0.3
INEXACT = re.compile(r"[\[\]{}~?%X]")
STATE_LETTERS = 4
"""China, Chinese; Russia, Russian: alike so far."""

Pair = tuple[Slug, Slug]


class Why(StrEnum):
    """What shows that two entries report one happening."""

    BRIEFING = "one spokesperson's press conference"
    COPY = "nearly the same text"
    ALIKE = "the same subjects, told alike"


@dataclass(frozen=True)
class Sameness:
    """That two entries report one happening."""

    why: Why
    speakers: frozenset[str] = frozenset()
    """Whose press conference it was: by record, or by name where there is none."""


@dataclass(frozen=True)
class Bar:
    """How alike two texts must be: of each opening, the part that the other text tells too."""

    mean: float
    least: float
    fewest: int = 3
    """Stems that both must tell: parts of next to nothing say nothing."""


ONE_SUBJECT = Bar(0.38, 0.28)
"""They open with one and the same person or agreement."""
ONE_HAPPENING = Bar(0.33, 0.28)
"""… or exercise or meeting: one of them with its first words."""
TWO_SUBJECTS = Bar(0.32, 0.25)
"""They share two, of which one has both in its opening."""
WHO_MET_WHOM = Bar(0.25, 0.15, 1)
"""The first words of one name two subjects or more, and the other's name all of these."""
WHO_MET_HOW = Bar(0.10, 0.08, 1)
"""… and one names the meeting or exercise too, so that not every appointment of the two fits."""
ONE_SPEAKER = Bar(0.43, 0.33)
"""A spokesperson can make several statements on one day."""
ONE_ON_STAGE = Bar(0.20, 0.10)
"""Nobody but the person who gave it is named with the press conference."""
UNLIKE_SETTING = Bar(0.60, 0.50)
"""A press conference, or a spokesperson, in one and not in the other."""
INEXACT_DATE = Bar(0.38, 0.28)
"""At least: somewhere in one week there is room for two events of the same people."""


def same_events(accounts: Accounts, reader: Reader) -> dict[Pair, Sameness]:
    """Return the pairs of entries that report one happening, each pair in order of its names."""
    judge = _Judge(reader)
    found: dict[Pair, Sameness] = {}
    for one, other, near_only in _candidates(accounts):
        pair = (min(one, other), max(one, other))
        if pair not in found:
            sameness = judge.compare(accounts[pair[0]], accounts[pair[1]], near_only=near_only)
            found.update({pair: sameness} if sameness else {})
    return found


def group_events(pairs: Iterable[Pair], order: Iterable[Slug]) -> tuple[tuple[Slug, ...], ...]:
    """Return groups in which every two entries report one happening.

    An article on two events is like the reports of either; these do not become one event by that.
    """
    partners: dict[Slug, set[Slug]] = defaultdict(set)
    for one, other in pairs:
        partners[one].add(other)
        partners[other].add(one)
    groups: list[list[Slug]] = []
    of: dict[Slug, list[list[Slug]]] = defaultdict(list)
    for slug in order:
        if slug not in partners:
            continue
        near = [group for partner in sorted(partners[slug]) for group in of[partner]]
        group = next((group for group in near if partners[slug].issuperset(group)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(slug)
        of[slug].append(group)
    return tuple(tuple(group) for group in groups if len(group) > 1)


def _candidates(accounts: Accounts) -> Iterator[tuple[Slug, Slug, bool]]:
    """Yield entries of one day that open with one record; then those a little later, which may be copies."""
    by_day: dict[tuple[date, Slug], list[Slug]] = defaultdict(list)
    for slug, account in accounts.items():
        for day, record in product(account.days, account.opening):
            by_day[day, record].append(slug)
    for slugs in by_day.values():
        if len(slugs) <= COMMON:
            yield from ((one, other, False) for one, other in combinations(slugs, 2))
    for (day, record), slugs in by_day.items():
        for days in range(1, COPIED_WITHIN.days + 1):
            later = by_day.get((day + timedelta(days), record), ())
            if len(slugs) * len(later) <= COMMON**2:
                yield from ((one, other, True) for one, other in product(slugs, later) if one != other)


class _Judge:
    """Compares two entries."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def compare(self, one: Account, other: Account, *, near_only: bool) -> Sameness | None:
        """Return what shows that two entries report one happening; None when nothing does."""
        first, second = self._reader.speakers(one.slug), self._reader.speakers(other.slug)
        if first.office and second.office and not first.office & second.office:
            return None
        if self._is_copy(one, other):
            return Sameness(Why.COPY)
        if near_only or not _can_be_one_day(one, other):
            return None
        if _is_one_briefing(first, second) and _is_exact(one, other):
            return Sameness(Why.BRIEFING, first.office)
        if self._are_of_other_states(one, other):
            return None
        bar = self._bar(one, other, first, second)
        return Sameness(Why.ALIKE) if bar and self._reaches(bar, one, other) else None

    def _bar(self, one: Account, other: Account, first: Speakers, second: Speakers) -> Bar | None:
        """Return how alike two texts must be, by who speaks in them; None when that is not enough."""
        if first.office and second.office:
            return ONE_SPEAKER
        if first.office or second.office:
            silent = other if first.office else one
            known = any(self._reader.names(silent.slug, name) for name in first.office | second.office)
            return ONE_SPEAKER if known and first.briefing == second.briefing else UNLIKE_SETTING
        if first.briefing != second.briefing:
            return UNLIKE_SETTING
        if first.alone & second.alone:
            return ONE_ON_STAGE
        return self._bar_by_subjects(one, other)

    def _bar_by_subjects(self, one: Account, other: Account) -> Bar | None:
        shared, leads = one.opening & other.opening, one.lead & other.lead
        if len(leads) > 1 and leads in (one.lead, other.lead):
            return WHO_MET_HOW if self._is_happening(one.lead | other.lead) else WHO_MET_WHOM
        if len(shared | one.opening & other.named | one.named & other.opening) > 1:
            return TWO_SUBJECTS
        if self._is_happening(shared & (one.lead | other.lead)):
            return None if self._are_others(one.opening, other.opening) else ONE_HAPPENING
        return ONE_SUBJECT if leads else None

    def _are_others(self, first: Iterable[Slug], second: Iterable[Slug]) -> bool:
        """Tell whether two texts open with people, and not one of them the same: two rounds of a meeting."""
        people = [
            {one for one in opening if self._reader.kind(one).nature is Nature.PERSON}
            for opening in (first, second)
        ]
        return all(people) and not people[0] & people[1]

    def _are_of_other_states(self, one: Account, other: Account) -> bool:
        """Tell whether each text opens with a state that the other's opening lacks: talks with two guests."""
        language = common_language(one.entry, other.entry, self._reader.language)
        if language is None:
            return False
        first, second = (_states(account.entry, language) for account in (one, other))
        return bool(first - second) and bool(second - first)

    def _is_happening(self, records: Iterable[Slug]) -> bool:
        return any(self._reader.kind(slug).nature is Nature.EVENT for slug in records)

    def _reaches(self, bar: Bar, one: Account, other: Account) -> bool:
        language = common_language(one.entry, other.entry, self._reader.language)
        if language is None:
            return bar is not UNLIKE_SETTING and _is_exact(one, other) and self._agree(one, other)
        first, second = self._reader.stems(one.slug, language), self._reader.stems(other.slug, language)
        shares = contained(first.opening, second.whole), contained(second.opening, first.whole)
        if not _is_exact(one, other):
            bar = Bar(max(bar.mean, INEXACT_DATE.mean), max(bar.least, INEXACT_DATE.least), bar.fewest)
        enough = len(first.opening & second.whole) >= bar.fewest <= len(second.opening & first.whole)
        return enough and sum(shares) / 2 >= bar.mean and min(shares) >= bar.least

    def _agree(self, one: Account, other: Account) -> bool:
        """Tell whether records and numbers alone show it, where no language is common to both."""
        happening = self._is_happening(one.opening & other.opening)
        if self._reader.speakers(one.slug).office:
            return happening
        numbers = _numbers(one) & _numbers(other)
        return len(one.lead & other.lead) > 1 and (happening or len(numbers) > 1)

    def _is_copy(self, one: Account, other: Account) -> bool:
        first, second = self._reader.shingles(one.slug), self._reader.shingles(other.slug)
        shorter, longer = sorted((len(first), len(second)))
        if shorter < FEWEST_SHINGLES or shorter < COPIED_OF_LONGER * longer:
            return False
        shared = len(first & second)
        return shared >= COPIED * shorter and shared >= COPIED_OF_LONGER * longer


def _states(entry: Entry, language: Language) -> frozenset[str]:
    """Return the beginnings of the words that name a state in a text's first paragraph."""
    text = next((text_in(segment, language) for segment in opening_of(entry)), None) or ""
    return frozenset(state[:STATE_LETTERS].casefold() for _, state in states_in(Words(text)))


def _is_one_briefing(first: Speakers, second: Speakers) -> bool:
    return first.briefing and second.briefing and bool(first.office) and first.office == second.office


def _can_be_one_day(one: Account, other: Account) -> bool:
    """Tell whether two dates can be those of one happening: what lasted is no part of something longer."""
    if one.span == other.span:
        return True
    return not any(lasted(account.entry.date) for account in (one, other))


def _is_exact(one: Account, other: Account) -> bool:
    dates = one.entry.date or "", other.entry.date or ""
    return one.span == other.span and not any(INEXACT.search(date) for date in dates)


def _numbers(account: Account) -> frozenset[str]:
    text = " ".join(plain(segment.text) for segment in account.entry.segments)
    own = (account.entry.date or "").split("-")
    return frozenset(n for n in re.findall(r"\d{2,}", text) if n not in own)
