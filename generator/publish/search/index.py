"""An inverted index in chunks: a query needs the list of chunks, one or two of them, and the pages it shows.

How well a word fits a page (BM25 over weighed fields) is computed here; what a word is worth is known where
it is searched, since several words of the index may fit one of a query. Equal pages give equal bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.language.lexicons import LEXICONS
from generator.model import GERMAN, Language
from generator.publish.kept.in_place import Write, write_file
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


Postings = dict[str, dict[int, float]]
"""By word and page: how much it weighs there."""


@dataclass(frozen=True)
class PageWords:
    """The words of one page."""

    weights: Mapping[str, float]
    languages: Mapping[str, int]
    length: int
    """Words that it shows."""


def words_of(page: SearchPage) -> PageWords:
    """Return how much each word weighs on a page, and the languages that it is in there."""
    weights, languages, length = defaultdict[str, float](float), defaultdict[str, int](int), 0
    for passage in page.passages:
        bits = sum(BITS.get(language, 0) for language in passage.languages)
        counted = _counted(passage.text)
        for word, count in counted.items():
            weights[word] += count * passage.weight
            languages[word] |= bits
        if passage.anchor is not None:
            length += counted.total()
    for word, weight in page.dates:
        weights[word] += weight
    return PageWords(weights, languages, length)


@lru_cache(maxsize=5_000)
def _counted(text: str) -> Counter[str]:
    """Count words; names of records come again and again."""
    return Counter(map(searchable, words_in(text)))


def build_index(
    pages: Sequence[SearchPage], read: Callable[[SearchPage], PageWords] = words_of
) -> dict[str, str]:
    """Return the files of the index by their path in the site.

    `pages`: in the order that equally good ones are listed in.
    """
    words = list(map(read, pages))
    languages = defaultdict[str, int](int)
    postings: Postings = defaultdict(dict)
    for number, one in enumerate(words):
        for word, weight in one.weights.items():
            postings[word][number] = weight
        for word, bits in one.languages.items():
            languages[word] |= bits
    _add_parts(postings, languages)
    files = {name: _json(_shown(page)) for name, page in zip(_names("page", len(pages)), pages, strict=True)}
    chunks = list(_chunks(_rows(postings, languages, [one.length for one in words])))
    names = _names("words", len(chunks))
    files |= {name: f"{{{','.join(rows)}}}" for name, (_, rows) in zip(names, chunks, strict=True)}
    files["all-words.json"] = _json(sorted(postings))
    start = {
        "pages": [[page.day, page.language or "", int(page.is_entry)] for page in pages],
        "chunks": [first for first, _ in chunks],
        "languages": [_of_language(language) for language in LEXICONS],
        "months": {searchable(name): number for name, number in sorted(LEXICONS.months.items())},
        "small": sorted(set(map(searchable, LEXICONS.function_words))),
    }
    # What a browser has kept of an older index is at another address.
    version = hashlib.sha256("".join(f"{name}{text}" for name, text in files.items()).encode()).hexdigest()[
        :12
    ]
    return {
        **{f"{FOLDER}/{version}/{name}": text for name, text in files.items()},
        START: _json({"version": version, **start}),
    }


def _names(kind: str, count: int) -> list[str]:
    return [f"{kind}-{number}.json" for number in range(count)]


def _of_language(language: Language) -> Mapping[str, object]:
    lexicon = LEXICONS[language]
    return {
        "endings": sorted(set(lexicon.endings)),
        "derived": sorted(set(lexicon.derived_endings)),
        "changed": lexicon.changed_endings,
    }


def _add_parts(postings: Postings, languages: dict[str, int]) -> None:
    """Add what compounds end with, a little lighter, to the pages of the compound."""
    german = BITS[GERMAN]
    small = set(map(searchable, LEXICONS[GERMAN].function_words))
    known = {
        word
        for word, bits in languages.items()
        if bits & german and len(word) >= SHORTEST_PART and word.isalpha() and word not in small
    }
    whole = {word: tuple(postings[word].items()) for word in known}
    for compound in sorted(known):
        for part in parts_of(compound, known):
            pages = postings[part]
            for page, weight in whole[compound]:
                pages[page] = pages.get(page, 0.0) + PART * weight


def _rows(
    postings: Postings, languages: Mapping[str, int], lengths: Sequence[int]
) -> Iterator[tuple[str, str]]:
    """Yield words in order, each with its languages, then pages (counted from the one before) and fits."""
    mean = max(1.0, sum(lengths) / max(1, len(lengths)))
    damping = [SATURATION * (1 - BY_LENGTH + BY_LENGTH * length / mean) for length in lengths]
    for word in sorted(postings):
        row, last = [languages.get(word, 0)], 0
        for page, weight in sorted(postings[word].items()):
            row += (page - last, max(1, round(FULL * weight / (weight + damping[page]))))
            last = page
        yield word, f"{_json(word)}:[{','.join(map(str, row))}]"


def _chunks(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Yield the first word and the rows of each chunk."""
    first, chunk, size = "", list[str](), 0
    for word, row in rows:
        if size > CHUNK:
            yield first, chunk
            first, chunk, size = word, [], 0
        chunk.append(row)
        size += len(row)
    yield first, chunk


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


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write_index(
    site: Path,
    pages: Sequence[SearchPage],
    read: Callable[[SearchPage], PageWords] = words_of,
    write: Write = write_file,
) -> None:
    """Write the index into a built site.

    Raises:
        OSError: the disk.
    """
    for name, text in build_index(pages, read).items():
        write(text.encode("utf-8"), str(site / name))
