"""The pages of a corpus, and which of their lines belong to the article."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlparse

import numpy as np
import yaml

from generator.content.library import load_dropped, load_entries
from generator.content.paths import ContentPaths
from generator.generate.clean.line_words import Floats
from generator.generate.read import normalise
from generator.generate.reasons import COPY
from generator.model import Entry
from training.lines.votes import marked, votes

ROOT = Path(__file__).parents[2]
ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+\w*/(?:https?:?/+)?")
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "\xa0": " "})
GOLD_WEIGHT = 40.0
"""Of a line that a gold phrase decides; what extractors agree on weighs 1. Newsletter boxes and links between
paragraphs are what they are wrong about, and few."""
CASE_WEIGHT = 50.0
"""Of a line of a document that comes with what is expected."""
SET_ASIDE = 5
"""One page of so many."""
TITLE_WEIGHT = 0.05
"""Of the headline: the header is found by itself, in lines kept or left out."""


@dataclass(frozen=True)
class Gold:
    """What a person said of a page."""

    language: str
    title: str
    inside: tuple[str, ...]
    """Phrases of the article."""
    outside: tuple[str, ...]
    """Phrases of the page around it."""


@dataclass(frozen=True)
class Page:
    """A page's lines, and how sure it is that each is the article's."""

    name: str
    site: str
    gold: Gold
    texts: tuple[str, ...]
    labels: Floats
    """From 0 to 1."""
    weights: Floats

    @property
    def is_set_aside(self) -> bool:
        """Tell whether nobody looks at the page's mistakes: a fifth of all."""
        return zlib.crc32(self.name.encode()) % SET_ASIDE == 0

    def fold(self, folds: int, salt: str = "") -> int:
        """Return the part the page belongs to: all pages of a site to one."""
        return int(hashlib.sha256(f"{salt}{self.site}".encode()).hexdigest(), 16) % folds


def read_pages(folder: Path) -> list[Page]:
    """Read the pages of a corpus: NAME.txt, html/NAME.html and gold.json.

    Raises:
        OSError: a file is missing.
    """
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return [_page(folder, name, said) for name, said in sorted(gold.items())]


def _page(folder: Path, name: str, said: Mapping[str, object]) -> Page:
    gold = Gold(str(said["language"]), str(said["title"]), tuple(said["with"]), tuple(said["without"]))  # type: ignore[arg-type]
    texts = _lines(folder / f"{name}.txt")
    extracted = votes((folder / "html" / f"{name}.html").read_bytes(), gold.language)
    labels = sum(share * marked(texts, found) for found, share in extracted)
    labels, weights = _corrected(texts, np.clip(labels, 0, 1), gold)
    return Page(name, _site(str(said["url"])) or name, gold, texts, labels, weights)


def _lines(path: Path) -> tuple[str, ...]:
    text = normalise(path.read_text(encoding="utf-8"))
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _corrected(texts: Sequence[str], labels: Floats, gold: Gold) -> tuple[Floats, Floats]:
    """Let the gold phrases decide the lines that hold them; where extractors differ, a line weighs less."""
    weights = 0.5 + np.abs(labels - 0.5)
    labels = labels.copy()
    for index, line in enumerate(map(comparable, texts)):
        inside = any(comparable(phrase) in line for phrase in gold.inside)
        outside = any(comparable(phrase) in line for phrase in gold.outside)
        if inside != outside:
            labels[index], weights[index] = float(inside), GOLD_WEIGHT
        if gold.title and comparable(gold.title).casefold() == line.casefold():
            weights[index] = TITLE_WEIGHT
    return labels, weights.astype(np.float32)


def comparable(text: str) -> str:
    """Return a text with one kind of space and of quotation marks."""
    return re.sub(r"\s+", " ", text.translate(QUOTES)).strip()


def _site(url: str) -> str:
    return urlparse(ARCHIVED.sub("http://", url)).hostname or ""


def folds(pages: Sequence[Page], count: int, salt: str = "") -> Iterator[tuple[list[Page], list[Page]]]:
    """Yield for each part of the sites the other pages, and its own."""
    for number in range(count):
        yield (
            [page for page in pages if page.fold(count, salt) != number],
            [page for page in pages if page.fold(count, salt) == number],
        )


def read_own() -> list[Page]:
    """Read the project's own documents: golden cases and seeds."""
    return read_cases(ROOT / "tests" / "golden") + read_seeds(ROOT / "content", ROOT / "seeds")


def read_cases(folder: Path) -> list[Page]:
    """Read documents that come with what is expected of them: CASE/seed.txt and CASE/expected.yml."""
    return [_case(case) for case in sorted(folder.iterdir()) if (case / "expected.yml").exists()]


def _case(case: Path) -> Page:
    expected = yaml.safe_load((case / "expected.yml").read_text(encoding="utf-8"))
    texts = _lines(case / "seed.txt")
    kept = {paragraph["text"] for paragraph in expected["paragraphs"]}
    labels = np.array([text in kept for text in texts], np.float32)
    title = expected["title"] or ""
    weights = np.array([TITLE_WEIGHT if text == title else CASE_WEIGHT for text in texts], np.float32)
    return Page(case.name, case.name, Gold(expected["language"], title, (), ()), texts, labels, weights)


def read_seeds(content: Path, seeds: Path) -> list[Page]:
    """Read a project's own seeds, with the lines that its entries have as checked by its editors."""
    entries, _ = load_entries(content)
    paths = ContentPaths(content)
    return [_seed(paths, seeds, entry) for _, entry in sorted(entries.items())]


def _seed(paths: ContentPaths, seeds: Path, entry: Entry) -> Page:
    name = entry.source.seed
    texts = _lines(seeds / name)
    dropped = {line.text: line.rule for line in load_dropped(paths, name)}
    labels = np.array([text not in dropped for text in texts], np.float32)
    open_ones = {entry.title, *(text for text, rule in dropped.items() if rule == COPY)}
    weights = np.array([TITLE_WEIGHT if text in open_ones else CASE_WEIGHT for text in texts], np.float32)
    return Page(name, name, Gold(entry.language, entry.title, (), ()), texts, labels, weights)
