"""An inverted index in chunks: a query needs the list of chunks, one or two of them, and the pages it shows.

How well a word fits a page (BM25 over weighed fields) is computed here; what a word is worth is known where
it is searched, since several words of the index may fit one of a query. Equal pages give equal bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.language.lexicons import LEXICONS
from generator.model import GERMAN, Language
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


@dataclass
class _Words:
    """The words of all pages: for each, by page, how much it weighs there, and the languages it is in."""

    weights: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    languages: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, word: str, page: int, weight: float, languages: int) -> None:
        """Add what a word weighs on a page."""
        pages = self.weights[word]
        pages[page] = pages.get(page, 0.0) + weight
        self.languages[word] |= languages


def build_index(pages: Sequence[SearchPage]) -> dict[str, str]:
    """Return the files of the index by their path in the site.

    Args:
        pages: in the order that equally good ones are listed in.
    """
    words, lengths = _Words(), []
    for number, page in enumerate(pages):
        lengths.append(_add_page(words, number, page))
    _add_parts(words)
    files = {name: _json(_shown(page)) for name, page in zip(_names("page", len(pages)), pages, strict=True)}
    chunks = list(_chunks(_rows(words, lengths)))
    names = _names("words", len(chunks))
    files |= {name: f"{{{','.join(rows)}}}" for name, (_, rows) in zip(names, chunks, strict=True)}
    files["all-words.json"] = _json(sorted(words.weights))
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
    return {"endings": sorted(set(lexicon.endings)), "derived": sorted(set(lexicon.derived_endings))}


def _add_page(words: _Words, number: int, page: SearchPage) -> int:
    """Add a page's words and return how many it shows."""
    length = 0
    for passage in page.passages:
        languages = sum(BITS.get(language, 0) for language in passage.languages)
        counted = Counter(words_in(passage.text))
        for word, count in counted.items():
            words.add(searchable(word), number, count * passage.weight, languages)
        if passage.anchor is not None:
            length += counted.total()
    for word, weight in page.dates:
        words.add(word, number, weight, 0)
    return length


def _add_parts(words: _Words) -> None:
    """Add what compounds end with, a little lighter, to the pages of the compound."""
    german = BITS[GERMAN]
    small = set(map(searchable, LEXICONS[GERMAN].function_words))
    known = {
        word
        for word, languages in words.languages.items()
        if languages & german and len(word) >= SHORTEST_PART and word.isalpha() and word not in small
    }
    for compound in sorted(known):
        pages = dict(words.weights[compound])
        for part in parts_of(compound, known):
            for page, weight in pages.items():
                words.add(part, page, PART * weight, german)


def _rows(words: _Words, lengths: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Yield words in order, each with its languages, then pages (counted from the one before) and fits."""
    mean = max(1.0, sum(lengths) / max(1, len(lengths)))
    damping = [SATURATION * (1 - BY_LENGTH + BY_LENGTH * length / mean) for length in lengths]
    for word in sorted(words.weights):
        row, last = [words.languages[word]], 0
        for page, weight in sorted(words.weights[word].items()):
            row += [page - last, max(1, round(FULL * weight / (weight + damping[page])))]
            last = page
        yield word, f"{_json(word)}:{_json(row)}"


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
