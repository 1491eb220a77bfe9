"""An inverted index in files: a query needs the list of them, one or two with words, and the pages it shows.

How well a word fits a page (BM25 over weighed fields) is computed here; what a word is worth is known where
it is searched, since several words of the index may fit one of a query. Equal pages give equal bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from sys import intern

from generator.language.lexicons import LEXICONS
from generator.model import Language
from generator.publish.kept.in_place import Write, write_file
from generator.publish.search.rows import BITS, IndexedPage, Rows, Weighed
from generator.publish.search.texts import SearchPage
from generator.publish.search.words import searchable, words_in

FOLDER = "search"
CHUNK = 40_000
"""Characters of a chunk of words, a quarter of it when compressed."""
PAGES = 64
"""What is shown of pages that lie in one folder."""
SHORT = 200
"""Characters of a text that may come again: names of records do."""


def indexed(page: SearchPage) -> IndexedPage:
    """Return how much each word weighs on a page, the languages that it is in there, and what is shown."""
    weights, languages, length = defaultdict[str, float](float), defaultdict[str, int](int), 0
    alike = defaultdict[tuple[tuple[Language, ...], float], list[str]](list)
    for passage in page.passages:
        words = (_words_before if len(passage.text) <= SHORT else _words)(passage.text)
        alike[passage.languages, passage.weight] += words
        if passage.anchor is not None:
            length += len(words)
    for (those, weight), words in alike.items():
        bits = sum(BITS.get(language, 0) for language in those)
        for word, count in Counter(words).items():
            weights[word] += count * weight
            languages[word] |= bits
    for word, weight in page.dates:
        weights[word] += weight
    shown = _json(_shown(page))
    return IndexedPage(
        words=tuple(map(intern, weights)),
        weights=array("d", weights.values()),
        languages=bytes(map(languages.__getitem__, weights)),
        length=length,
        row=(page.day, page.language or "", int(page.is_entry)),
        shown=shown,
        digest=_digest(shown),
    )


def _words(text: str) -> list[str]:
    return list(map(searchable, words_in(text)))


_words_before = lru_cache(maxsize=5_000)(_words)


class Index:
    """The index of some pages, from which those of other pages are made.

    Where a file lies follows from what it holds, but for the list of them: browsers may keep what they have.

    Args:
        stays: it will be that of other pages, too.
        pause: is called now and then; where it raises, the index is of no pages again.
    """

    def __init__(self, *, stays: bool = False, pause: Callable[[], None] = lambda: None) -> None:
        self._stays, self._pause = stays, pause
        self._pages: list[IndexedPage] = []
        self._rows = Rows()

    @property
    def is_new(self) -> bool:
        """Whether it is of no pages yet."""
        return not self._pages

    def files(self, pages: Iterable[IndexedPage]) -> Iterator[tuple[str, bytes]]:
        """Yield the files with their path in the site.

        Args:
            pages: in the order that equally good ones are listed in; those that are as they were are the same
                objects.
        """
        # What is left half done is of no use.
        before, index, self._pages, self._rows = self._pages, self._rows, [], Rows()
        numbers = {id(page): number for number, page in enumerate(before)}
        fresh, moved, folders = Weighed(), dict[int, int](), list[str]()
        held, rows, length = list[IndexedPage](), list[tuple[str, str, int]](), 0
        remaining = iter(pages)
        while block := list(islice(remaining, PAGES)):
            self._pause()
            folders.append(_digest("".join(page.digest for page in block).encode()))
            for number, page in enumerate(block, len(rows)):
                if (was := numbers.get(id(page))) is None:
                    fresh.add(number, page)
                else:
                    moved[was] = number
                yield f"{FOLDER}/{folders[-1]}/page-{number}.json", page.shown
            length += sum(page.length for page in block)
            rows += [page.row for page in block]
            held += block if self._stays else ()
        index.update(fresh, moved, max(1.0, length / max(1, len(rows))), held, self._pause)
        yield from _lists(index, folders, rows)
        self._pages, self._rows = held, index


def _lists(
    index: Rows, folders: Sequence[str], rows: Sequence[tuple[str, str, int]]
) -> Iterator[tuple[str, bytes]]:
    """Yield the words, and last what lists all files; `rows` are those of pages, which lie in `folders`."""
    words, firsts, chunks = sorted(index.by_word), list[str](), list[str]()
    for first, chunk in _chunks((word, index.by_word[word]) for word in words):
        firsts.append(first)
        chunks.append(_digest(chunk))
        yield f"{FOLDER}/{chunks[-1]}/words.json", chunk
    all_words = _json(words)
    yield f"{FOLDER}/{_digest(all_words)}/all-words.json", all_words
    start = {
        "pages": rows,
        "folders": folders,
        "each": PAGES,
        "firsts": firsts,
        "chunks": chunks,
        "all": _digest(all_words),
        "languages": [_of_language(language) for language in LEXICONS],
        "months": {searchable(name): number for name, number in sorted(LEXICONS.months.items())},
        "small": sorted(set(map(searchable, LEXICONS.function_words))),
    }
    yield f"{FOLDER}/start.json", _json(start)


def _of_language(language: Language) -> Mapping[str, object]:
    lexicon = LEXICONS[language]
    return {
        "endings": sorted(set(lexicon.endings)),
        "derived": sorted(set(lexicon.derived_endings)),
        "changed": lexicon.changed_endings,
    }


def _chunks(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """Yield the first word of each chunk, and the chunk."""
    first, chunk, size = "", list[str](), 0
    for word, row in rows:
        if size > CHUNK:
            yield first, _joined(chunk)
            first, chunk, size = word, [], 0
        chunk.append(row)
        size += len(row)
    yield first, _joined(chunk)


def _joined(rows: Iterable[str]) -> bytes:
    return f"{{{','.join(rows)}}}".encode()


def _shown(page: SearchPage) -> Mapping[str, object]:
    """Return what is shown of a page among the results."""
    return {
        "url": page.url,
        "title": page.title,
        "language": page.title_language,
        "facts": [fact for fact in page.facts if fact],
        "names": [[one.here, one.all] for one in page.names],
        "texts": [
            [one.anchor, *one.languages[:1], one.text] for one in page.passages if one.anchor is not None
        ],
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=6).hexdigest()


def write_index(
    site: Path, pages: Iterable[IndexedPage], write: Write = write_file, index: Index | None = None
) -> None:
    """Write the index into a built site.

    Args:
        site: its folder.
        pages: as for `Index.files`.
        write: writes a file.
        index: of the pages that there were; None: it is made anew.

    Raises:
        OSError: the disk.
    """
    for name, data in (index or Index()).files(pages):
        write(data, f"{site}{os.sep}{name}")
