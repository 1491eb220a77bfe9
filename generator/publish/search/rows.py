"""The rows of an index: by word, its languages, and the pages that have it with how well it fits them.

Of a word's row only what stands on changed pages is computed again; the row itself says the rest.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from sys import intern

from generator.language.lexicons import LEXICONS
from generator.model import GERMAN
from generator.publish.search.words import SHORTEST_PART, parts_of, searchable

SATURATION, BY_LENGTH = 1.2, 0.4
"""BM25's k1 and b."""
FULL = 100
"""How well the best word fits; whole numbers are shorter."""
PART = 0.4
"""What a part of a compound weighs beside the whole."""
DIGITS = 2
"""Of the mean length of pages: else each further word would change how well all others fit."""
MANY = 20
"""New words of a site from which on all compounds are looked through for them."""

BITS = {language: 1 << number for number, language in enumerate(LEXICONS)}
"""Languages of a word, as one number."""

Weights = dict[str, "array[float]"]
"""By word: numbers of pages, each with how much it weighs there; packed, for there are many."""
Moved = Mapping[int, int]
"""Numbers of pages that are as they were: what they were, and what they are now."""


@dataclass(frozen=True)
class IndexedPage:
    """What the index needs of a page, in little memory."""

    words: tuple[str, ...]
    weights: array[float]
    """Of each word."""
    languages: bytes
    """Those of each word, as one number."""
    length: int
    """Words that it shows."""
    row: tuple[str, str, int]
    """Its day and language, and whether it is an entry."""
    shown: bytes
    """What is shown of it among the results, as JSON."""
    digest: str
    """Of that."""


class Weighed:
    """The words of some pages by how much they weigh there."""

    def __init__(self) -> None:
        self.languages = defaultdict[str, int](int)
        self._weights: Weights = defaultdict(_numbers)
        self._parts: Weights = defaultdict(_numbers)
        self._damping: dict[int, float] = {}
        """By page: its length, later what weighs against a word on so long a page."""

    def add(self, number: int, page: IndexedPage) -> None:
        """Add a page by its number."""
        self._damping[number] = page.length
        for word, weight, bits in zip(page.words, page.weights, page.languages, strict=True):
            self._weights[word].extend((number, weight))
            self.languages[word] |= bits

    def part(self, parts_of: Callable[[str], Sequence[str]], mean: float) -> set[str]:
        """Add what compounds end with, a little lighter; return all words.

        Args:
            parts_of: gives that for a word.
            mean: length of the site's pages.
        """
        for word in sorted(self._weights):
            for part in parts_of(word):
                for page, weight in _by_page(self._weights[word]):
                    self._parts[part].extend((page, PART * weight))
        for page, length in self._damping.items():
            self._damping[page] = SATURATION * (1 - BY_LENGTH + BY_LENGTH * length / mean)
        return self._weights.keys() | self._parts.keys()

    def take_fits(self, word: str) -> dict[int, int]:
        """Return the pages that have a word, with how well it fits them; what that took is not held on."""
        weights = dict(_by_page(self._weights.pop(word, ())))
        for page, weight in _by_page(self._parts.pop(word, ())):
            weights[page] = weights.get(page, 0.0) + weight
        return {
            page: round(FULL * weight / (weight + self._damping[page])) or 1
            for page, weight in weights.items()
        }


class Rows:
    """The rows for some pages, from which those for other pages are made."""

    def __init__(self) -> None:
        self.by_word: dict[str, str] = {}
        """As they stand in the index, each with its word."""
        self._pages: Sequence[IndexedPage] = ()
        self._mean = 1.0
        self._languages: dict[str, int] = {}
        self._known: set[str] = set()
        """The words of German texts that compounds may end with."""
        self._parts: dict[str, tuple[str, ...]] = {}
        """What compounds end with."""
        self._small = frozenset(map(searchable, LEXICONS[GERMAN].function_words))

    def update(
        self,
        fresh: Weighed,
        moved: Moved,
        mean: float,
        pages: Sequence[IndexedPage],
        pause: Callable[[], None] = lambda: None,
    ) -> None:
        """Have the rows be those for other pages.

        Args:
            fresh: the pages that are not as they were.
            moved: the others.
            mean: length of all pages.
            pages: all of them; none, if the rows will never be those for others.
            pause: is called now and then; where it raises, the rows are of no use.
        """
        mean, gone = float(f"{mean:.{DIGITS}g}"), Weighed()
        for number, page in enumerate(self._pages):
            if number not in moved:
                gone.add(number, page)
        retold = self._read_languages(gone.languages, fresh.languages, moved)
        were = self._part(self._learn(retold))
        again = self._having(were, moved) if mean == self._mean else set(moved)
        for number in again:
            gone.add(number, self._pages[number])
            fresh.add(moved[number], self._pages[number])
        words = retold | gone.part(lambda word: were.get(word, self._parts.get(word, ())), self._mean)
        words |= fresh.part(lambda word: self._parts.get(word, ()), mean)
        stay = {was: now for was, now in moved.items() if was not in again}
        if any(was != now for was, now in stay.items()):
            words = retold = words | self.by_word.keys()
        for word in words:
            pause()
            was, now = gone.take_fits(word), fresh.take_fits(word)
            if was != now or word in retold:
                self._write(word, now, stay)
        self._pages, self._mean = pages, mean

    def _read_languages(self, gone: Mapping[str, int], fresh: Mapping[str, int], moved: Moved) -> set[str]:
        """Learn in which languages words are now; return those that are in others than before."""
        now: dict[str, int | None] = {
            word: self._languages_on(word, moved)
            for word, bits in gone.items()
            if word not in fresh or bits & ~fresh[word]
        }
        for word, bits in fresh.items():
            now[word] = bits | ((now[word] if word in now else self._languages.get(word)) or 0)
        changed = {word: bits for word, bits in now.items() if bits != self._languages.get(word)}
        for word, known in changed.items():
            if known is None:
                del self._languages[word]
            else:
                self._languages[word] = known
        return set(changed)

    def _languages_on(self, word: str, moved: Moved) -> int | None:
        """Return the languages that a word is in on pages that are as they were; None: it is on none."""
        found, all_of_it = None, self._languages[word]
        for number, _ in _read(self.by_word[word]):
            page = self._pages[number]
            if number in moved and word in page.words:
                found = (found or 0) | page.languages[page.words.index(word)]
                if found == all_of_it:
                    break
        return found

    def _learn(self, words: set[str]) -> set[str]:
        """Learn which words compounds may end with; return those that may since now, or no longer."""
        known = set(filter(self._may_be_part, words))
        changed = known ^ (self._known & words)
        self._known -= words
        self._known |= known
        return changed

    def _may_be_part(self, word: str) -> bool:
        is_german = self._languages.get(word, 0) & BITS[GERMAN]
        return bool(is_german and len(word) >= SHORTEST_PART and word.isalpha() and word not in self._small)

    def _part(self, changed: set[str]) -> dict[str, tuple[str, ...]]:
        """Find what compounds end with; return what those ended with of which that changed."""
        # What a compound begins and ends with stands in it.
        looked_at = self._known | changed
        if len(changed) <= MANY:
            looked_at = {one for one in looked_at if any(word in one for word in changed)}
        were = {}
        for one in looked_at:
            parts = tuple(map(intern, parts_of(one, self._known))) if one in self._known else ()
            if parts != (before := self._parts.pop(one, ())):
                were[one] = before
            if parts:
                self._parts[one] = parts
        return were

    def _having(self, words: Iterable[str], moved: Moved) -> set[int]:
        """Return the pages among those as they were that have one of these words."""
        rows = (self.by_word[word] for word in words if word in self.by_word)
        return {number for row in rows for number, _ in _read(row) if number in moved}

    def _write(self, word: str, fresh: dict[int, int], stay: Moved) -> None:
        row = self.by_word.get(word)
        fits = {stay[page]: fit for page, fit in _read(row) if page in stay} if row else {}
        if fits or fresh:
            self.by_word[word] = _row(word, self._languages[word], fits | fresh)
        else:
            self.by_word.pop(word, None)


def _numbers() -> array[float]:
    return array("d")


def _by_page(flat: Sequence[float]) -> Iterator[tuple[int, float]]:
    return zip(map(int, flat[::2]), flat[1::2], strict=True)


def _row(word: str, languages: int, fits: Mapping[int, int]) -> str:
    """Write a row: the word, its languages, then pages (counted from the one before) and fits."""
    row, last = [languages], 0
    for page, fit in sorted(fits.items()):
        row += (page - last, fit)
        last = page
    return f"{json.dumps(word, ensure_ascii=False)}:[{','.join(map(str, row))}]"


def _read(row: str) -> Iterator[tuple[int, int]]:
    """Yield the pages of a row, each with how well the word fits it."""
    _, *numbers = map(int, row[row.index("[") + 1 : -1].split(","))
    return zip(accumulate(numbers[::2]), numbers[1::2], strict=True)
