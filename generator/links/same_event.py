"""Which entries report one happening.

Two texts of one day that name the same president need not: two ministries may have commented on him. So
three questions are asked: does the same person speak in both, do they open with the same subjects, and do the
openings tell the same? The more the first two settle, the less alike the texts must be; the more alike, the
more the states they open with set them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from itertools import combinations, product

from generator.content.once import Once, anew
from generator.language.letters import fold
from generator.links.accounts import COMMON, Account, Accounts, lasted
from generator.links.reader import Reader
from generator.links.spokespersons import Speakers
from generator.links.texts import TELL_NOTHING, common_language, contained, stem
from generator.model import Language, Nature, Slug, Span
from generator.names.states import states_in
from generator.names.words import Words

COPIED_WITHIN = timedelta(days=2)
"""A wire story appears again a day or two later, under the paper's own date."""
COPIED = 0.5
"""Part of the longer text that stands word for word in the other, in a copy of it."""
ALIKE = 0.36
"""Of each opening, the part that the other text tells too, on average, where they share a subject."""
MET = 0.28
"""The same where both name the same two records first: who met whom on a day is most often one thing."""

EntryPair = tuple[Slug, Slug]


STATE_LETTERS = 4
"""China, Chinese; Russia, Russian: alike so far."""
BESIDE = 2
"""Telling words on each side of a state."""
APART = 0.15
"""How much more alike two texts must be when each names a state first that the other does not."""
SAME_PLACE = 0.35
"""The same for each word that stands beside both."""

States = Mapping[str, frozenset[str]]
"""By beginning of their names, what stands beside them."""


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


def same_events(accounts: Accounts, reader: Reader, once: Once = anew) -> dict[EntryPair, Sameness]:
    """Return the pairs of entries that report one happening, each pair in order of its names."""
    judge = _Judge(reader)
    candidates: dict[EntryPair, bool] = {}
    for one, other, near_only in _candidates(accounts):
        # Those of one day come first; they are looked at for copies, too.
        candidates.setdefault((min(one, other), max(one, other)), near_only)
    found: dict[EntryPair, Sameness] = {}
    for (one, other), near_only in candidates.items():
        inputs = near_only, reader.known_of(one), reader.known_of(other)
        compare = partial(judge.compare, accounts[one], accounts[other], near_only=near_only)
        if sameness := once("same event", f"{one}\n{other}", inputs, compare):
            found[one, other] = sameness
    return found


def group_events(pairs: Iterable[EntryPair], order: Iterable[Slug]) -> tuple[tuple[Slug, ...], ...]:
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


@dataclass(frozen=True)
class _Judge:
    """Compares two entries."""

    _reader: Reader

    def compare(self, one: Account, other: Account, *, near_only: bool) -> Sameness | None:
        """Return what shows that two entries report one happening; None when nothing does."""
        first, second = self._reader.speakers(one.slug), self._reader.speakers(other.slug)
        if self._is_copy(one, other):
            return Sameness(Why.COPY)
        if near_only or not _can_be_one_day(one, other):
            return None
        if _is_one_briefing(first, second) and len({*one.days, *other.days}) == 1:
            return Sameness(Why.BRIEFING, first.office)
        if not self._is_one_setting(one, other):
            return None
        return Sameness(Why.ALIKE) if self._are_alike(one, other) else None

    def _is_one_setting(self, one: Account, other: Account) -> bool:
        """Tell whether one spokesperson may be heard in both: a comment on a meeting is another happening."""
        speakers = self._reader.speakers(one.slug).office | self._reader.speakers(other.slug).office
        return all(self._reader.names(slug, name) for slug in (one.slug, other.slug) for name in speakers)

    def _are_alike(self, one: Account, other: Account) -> bool:
        """Tell whether two openings tell the same; the more subjects they share, the less of it is asked."""
        language = common_language(one.entry, other.entry, self._reader.language)
        if language is None:
            return self._open_alike(one, other) and self._share_happening(one, other)
        first, second = self._reader.stems(one.slug, language), self._reader.stems(other.slug, language)
        alike = (contained(first.opening, second.whole) + contained(second.opening, first.whole)) / 2
        needed = MET if one.span == other.span and self._open_alike(one, other) else ALIKE
        return alike >= needed + self._set_apart(one, other, language)

    def _open_alike(self, one: Account, other: Account) -> bool:
        """Tell whether the first words of both name the same two subjects: who met whom."""
        return len(one.lead & other.lead) > 1

    def _share_happening(self, one: Account, other: Account) -> bool:
        return any(self._reader.kinds[s].nature is Nature.EVENT for s in one.opening & other.opening)

    def _set_apart(self, one: Account, other: Account, language: Language) -> float:
        """Return how much more alike two texts must be for the states they open with."""
        first, second = (self._reader.opening_names(account.slug, language) for account in (one, other))
        states = (
            states_beside(names.text, [span for record, span in names.records if record in rest.named])
            for names, rest in ((first, second), (second, first))
        )
        return set_apart(*states)

    def _is_copy(self, one: Account, other: Account) -> bool:
        first, second = self._reader.shingles(one.slug), self._reader.shingles(other.slug)
        if not first or len(first & second) < COPIED * max(len(first), len(second)):
            return False
        # Reports of one form, in which another guest stands in the same place, are no copies.
        language = common_language(one.entry, other.entry, self._reader.language)
        return language is None or self._set_apart(one, other, language) <= APART


def _is_one_briefing(first: Speakers, second: Speakers) -> bool:
    return first.briefing and second.briefing and bool(first.office) and first.office == second.office


def _can_be_one_day(one: Account, other: Account) -> bool:
    """Tell whether two dates can be those of one happening: what lasted is no part of something longer."""
    return one.span == other.span or not any(lasted(account.entry.date) for account in (one, other))


def states_beside(text: str, named_in_both: Collection[Span] = ()) -> States:
    """Return the states a plain text names, with the telling words beside each.

    Args:
        text: a first paragraph.
        named_in_both: where names stand that the other text has, too: they tell nothing apart.
    """
    words = Words(text)
    own = {
        number
        for number, (start, _) in enumerate(words.spans)
        if not any(span.start <= start < span.end for span in named_in_both)
    }
    states = {n: surface[:STATE_LETTERS].casefold() for n, surface in states_in(words) if n in own}
    folded = [fold(word) for word in words.surfaces]
    telling = [n for n in sorted(own) if n not in states and folded[n] not in TELL_NOTHING]
    found: dict[str, frozenset[str]] = {}
    for number, state in states.items():
        before = [n for n in telling if n < number][-BESIDE:]
        after = [n for n in telling if n > number][:BESIDE]
        beside = frozenset(stem(folded[n]) for n in (*before, *after))
        found[state] = found.get(state, frozenset()) | beside
    return found


def set_apart(one: States, other: States) -> float:
    """Return how much more alike two texts must be to tell of one happening: 0 where no states differ.

    "She received the minister of Japan" and "she received the minister of Chile" are two visits, however
    alike they read: one state stands where the other does. "Luxembourg: the court decided" and "German
    farmers lost" may be one ruling: what stands beside the states is different, too.
    """
    first, second = (
        [beside for state, beside in own.items() if state not in others]
        for own, others in ((one, other), (other, one))
    )
    if not first or not second:
        return 0.0
    return APART + SAME_PLACE * len(frozenset().union(*first) & frozenset().union(*second))
