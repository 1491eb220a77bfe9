"""An inverted index in chunks: a query needs the list of chunks, one or two of them, and the pages it shows.

How well a word fits a page (BM25 over weighed fields) is computed here; what a word is worth is known where
it is searched, since several words of the index may fit one of a query. Equal pages give equal bytes.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from sys import intern

from generator.language.lexicons import LEXICONS
from generator.model import GERMAN, Language
from generator.publish.kept.in_place import Write, write_file
from generator.publish.kept.shelf import Shelf
from generator.publish.search.compounds import SHORTEST_PART, parts_of
from generator.publish.search.texts import SearchPage
from generator.publish.search.words import searchable, words_in

FOLDER = "search"
START = f"{FOLDER}/start.json"
CHUNK = 40_000
"""Characters of a chunk, a quarter of it when compressed."""
SATURATION, BY_LENGTH = 1.2, 0.4
"""BM25's k1 and b."""
FULL = 100
"""How well the best word fits; whole numbers are shorter."""
PART = 0.4
"""What a part of a compound weighs beside the whole."""

BITS = {language: 1 << number for number, language in enumerate(LEXICONS)}
"""Languages of a word, as one number."""


Weights = dict[str, "array[float]"]
"""By word: numbers of pages, each with how much it weighs there; packed, for there are many."""
SHORT = 200
"""Characters of a text that may come again: names of records do."""


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


def indexed(page: SearchPage) -> IndexedPage:
    """Return how much each word weighs on a page, the languages that it is in there, and what is shown."""
    weights, languages, length = defaultdict[str, float](float), defaultdict[str, int](int), 0
    for passage in page.passages:
        bits = sum(BITS.get(language, 0) for language in passage.languages)
        counted = (_counted_before if len(passage.text) <= SHORT else _counted)(passage.text)
        for word, count in counted.items():
            weights[word] += count * passage.weight
            languages[word] |= bits
        if passage.anchor is not None:
            length += counted.total()
    for word, weight in page.dates:
        weights[word] += weight
    return IndexedPage(
        words=tuple(map(intern, weights)),
        weights=array("d", weights.values()),
        languages=bytes(languages[word] for word in weights),
        length=length,
        row=(page.day, page.language or "", int(page.is_entry)),
        shown=_json(_shown(page)),
    )


def _counted(text: str) -> Counter[str]:
    return Counter(map(searchable, words_in(text)))


_counted_before = lru_cache(maxsize=5_000)(_counted)


def build_index(pages: Iterable[IndexedPage]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index with their path in the site.

    `pages`: in the order that equally good ones are listed in.
    """
    with closing(Shelf()) as shelf:
        yield from _files(pages, shelf)


def _files(pages: Iterable[IndexedPage], shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    # What a browser has kept of an older index is at another address.
    digest, names = hashlib.sha256(), list[str]()

    def put(name: str, data: bytes) -> None:
        names.append(name)
        digest.update(name.encode() + data)
        shelf.put(name, data)

    weights: Weights = defaultdict(_numbers)
    languages = defaultdict[str, int](int)
    lengths, rows = list[int](), list[tuple[str, str, int]]()
    for number, page in enumerate(pages):
        for word, weight, bits in zip(page.words, page.weights, page.languages, strict=True):
            weights[word].extend((number, weight))
            languages[word] |= bits
        put(f"page-{number}.json", page.shown)
        lengths.append(page.length)
        rows.append(page.row)
    firsts = []
    parts = _parts(weights, languages)
    for number, (first, chunk) in enumerate(_chunks(_rows(weights, parts, languages, lengths))):
        firsts.append(first)
        put(f"words-{number}.json", chunk)
    put("all-words.json", _json(sorted(weights)))
    version = digest.hexdigest()[:12]
    for name in names:
        yield f"{FOLDER}/{version}/{name}", shelf.take(name) or b""
    start = {
        "version": version,
        "pages": rows,
        "chunks": firsts,
        "languages": [_of_language(language) for language in LEXICONS],
        "months": {searchable(name): number for name, number in sorted(LEXICONS.months.items())},
        "small": sorted(set(map(searchable, LEXICONS.function_words))),
    }
    yield START, _json(start)


def _of_language(language: Language) -> Mapping[str, object]:
    lexicon = LEXICONS[language]
    return {
        "endings": sorted(set(lexicon.endings)),
        "derived": sorted(set(lexicon.derived_endings)),
        "changed": lexicon.changed_endings,
    }


def _parts(weights: Weights, languages: Mapping[str, int]) -> Weights:
    """Return what compounds end with, a little lighter, on the pages of the compound."""
    german = BITS[GERMAN]
    small = set(map(searchable, LEXICONS[GERMAN].function_words))
    known = {
        word
        for word, bits in languages.items()
        if bits & german and len(word) >= SHORTEST_PART and word.isalpha() and word not in small
    }
    found: Weights = defaultdict(_numbers)
    for compound in sorted(known):
        for part in parts_of(compound, known):
            for page, weight in _by_page(weights[compound]):
                found[part].extend((page, PART * weight))
    return found


def _numbers() -> array[float]:
    return array("d")


def _by_page(flat: array[float]) -> Iterator[tuple[int, float]]:
    return zip(map(int, flat[::2]), flat[1::2], strict=True)


def _rows(
    weights: Weights, parts: Weights, languages: Mapping[str, int], lengths: Sequence[int]
) -> Iterator[tuple[str, str]]:
    """Yield words in order, each with its languages, then pages (counted from the one before) and fits."""
    mean = max(1.0, sum(lengths) / max(1, len(lengths)))
    damping = [SATURATION * (1 - BY_LENGTH + BY_LENGTH * length / mean) for length in lengths]
    for word in sorted(weights):
        row, last = [languages[word]], 0
        found = dict(_by_page(weights[word]))
        for page, weight in _by_page(parts[word]) if word in parts else ():
            found[page] = found.get(page, 0.0) + weight
        for page, weight in sorted(found.items()):
            row += (page - last, max(1, round(FULL * weight / (weight + damping[page]))))
            last = page
        yield word, f"{_text(word)}:[{','.join(map(str, row))}]"


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
    return _text(value).encode("utf-8")


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write_index(site: Path, pages: Iterable[IndexedPage], write: Write = write_file) -> None:
    """Write the index into a built site.

    Raises:
        OSError: the disk.
    """
    for name, data in build_index(pages):
        write(data, str(site / name))
