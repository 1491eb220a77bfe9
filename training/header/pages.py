"""The pages that the header's weights are learned from, and what is known of them.

A folder holds NAME.txt and html/NAME.html (or one of them) and gold.json: `{NAME: {"title": …, "date": …,
"publisher": …, "author": …}}`. Each is a text, or a list of those that are right; an empty list: the page
says nothing of it; a key that is missing, or an empty text: nobody looked. Who published and who wrote a page
whose gold does not say it, the page's own markup tells.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.errors import ChronologyError
from generator.generate.clean import sort_lines
from generator.generate.clean.model import LineModel
from generator.generate.draft import Draft, new_draft
from generator.generate.header.author import EDITORS, PERSON
from generator.generate.header.layout import words_of
from generator.generate.header.publisher_candidates import key_of
from generator.generate.header.spelled import host_of, name_of_host
from generator.generate.header.title_hints import SEPARATOR
from generator.generate.read import read
from generator.generate.seed_text import Subject, read_lines

HELD = 5
"""One page of so many is set aside."""
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "\xa0": " "})
MAX_BYTES = 20_000_000
PASTED = tuple(Path(__file__).with_name(f"{name}.txt") for name in ("pasted", "headlines"))
"""`@@@ NAME`, then `title:`, `publisher:` and `author:` as far as they are known, `---`, and the text."""
Right = tuple[str, ...] | None
"""What is right to say; empty: nothing is; None: it is not known."""


@dataclass(frozen=True)
class Document:
    """A page as text or as HTML, or what else may be made of it; its lines sorted."""

    number: int
    """0: the page as it is."""
    draft: Draft
    lacks_headline: bool


@dataclass(frozen=True)
class Page:
    """A page: as a text, as HTML, or both."""

    name: str
    documents: tuple[Document, ...]
    title: Right
    day: Right
    publisher: Right
    """Folded words."""
    author: Right
    """Folded words."""
    host: str = ""
    """What the host of its address is called."""

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The page as it is."""
        return tuple(one.draft for one in self.documents if not one.number)


def is_held(page: str) -> bool:
    """Tell whether a page is set aside."""
    return zlib.crc32(page.encode()) % HELD == 0


def normal(text: str | None) -> str:
    """Return a title as titles are compared."""
    return re.sub(r"\s+", " ", str(text or "").translate(QUOTES)).strip().casefold()


def folded(text: str) -> str:
    """Return the words of a name as names are compared: `www.courier.com` and `The Courier` are one."""
    return " ".join(key_of(text))


def read_pages(folder: Path, models: Mapping[str, LineModel] | None = None) -> Iterator[Page]:
    """Yield the pages of a folder, in the order of their names.

    Args:
        folder: of pages.
        models: what sorts the lines of each page, where it is not the package's line model.
    """
    gold: Mapping[str, Mapping[str, Any]] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for name, known in sorted(gold.items()):
        title = _right(known.get("title"), normal)
        documents = tuple(_read(folder, name, title or (), (models or {}).get(name)))
        drafts = [one.draft for one in documents if not one.number]
        publisher = _right(known.get("publisher"), folded)
        author = _right(known.get("author"), folded)
        yield Page(
            name,
            documents,
            title,
            _right(known.get("date"), str),
            _stated(drafts, Subject.PUBLISHER) if publisher is None else publisher,
            _stated(drafts, Subject.AUTHOR) if author is None else author,
            name_of_host(host_of(known.get("url", ""))),
        )


def _read(folder: Path, name: str, titles: Sequence[str], model: LineModel | None) -> Iterator[Document]:
    for path in (folder / f"{name}.txt", folder / "html" / f"{name}.html"):
        if path.exists():
            try:
                draft = sort_lines(read(path, path.parent, MAX_BYTES), model=model)
            except ChronologyError as error:
                print(error)
            else:
                yield from _documents(draft, titles, model)


def _documents(draft: Draft, titles: Sequence[str], model: LineModel | None) -> Iterator[Document]:
    yield Document(0, draft, lacks_headline=False)
    for number, (made, lacks) in enumerate(_variants(draft, titles), start=1):
        yield Document(number, _sorted_anew(made, model), lacks)


def read_pasted(paths: Sequence[Path] = PASTED) -> Iterator[Page]:
    """Yield the project's own invented documents, as people paste them, with what is known of each."""
    for part in (part for path in paths for part in path.read_text(encoding="utf-8").split("@@@ ")[1:]):
        head, text = part.split("\n---\n", 1)
        name, *known = head.split("\n")
        gold = {key: value.strip() for key, value in (line.split(":", 1) for line in known)}
        title = _right(gold.get("title"), normal)
        publisher, author = (_names(gold.get(key)) for key in ("publisher", "author"))
        draft = sort_lines(new_draft(f"{name}.txt", "", read_lines(text)))
        yield Page(name, tuple(_documents(draft, title or (), None)), title, None, publisher, author)


def _names(known: str | None) -> Right:
    return None if known is None else tuple(map(folded, filter(None, known.split("|"))))


def _right(known: str | Sequence[str] | None, compared: Any) -> Right:
    if known is None or known == "":
        return None
    return tuple(compared(one) for one in ([known] if isinstance(known, str) else known))


def _stated(drafts: Sequence[Draft], about: Subject) -> Right:
    """Return what the markup of a page says of its publisher or author; None: nothing that helps.

    Where it names as author what is no person's name, the page has none.
    """
    said = [one.value for draft in drafts for one in draft.statements if one.about is about]
    if not said:
        return None
    if about is Subject.AUTHOR:
        said = [one for one in said if re.fullmatch(PERSON, one) and EDITORS.isdisjoint(words_of(one))]
        said += [" ".join(said)] if len(said) > 1 else []
    return tuple(dict.fromkeys(folded(one) for one in said))


def _sorted_anew(draft: Draft, model: LineModel | None) -> Draft:
    """Return a draft as if no line had stood between those it has."""
    lines = tuple(replace(line, number=number) for number, line in enumerate(draft.lines, start=1))
    return sort_lines(replace(draft, lines=lines, kept=(), dropped=(), likely={}, issues=()), model=model)


def _variants(draft: Draft, titles: Sequence[str]) -> Iterator[tuple[Draft, bool]]:
    """Yield further documents as they may look, made of a page's draft; with whether they lack a headline.

    Without the page's title in the first line; the article alone, as somebody pastes it; its text alone.
    """
    if draft.statements or len(draft.lines) < 5:
        return
    first = draft.lines[0].number
    yield replace(draft, lines=draft.lines[1:], kept=tuple(k for k in draft.kept if k.number != first)), False
    kept = {line.number for line in draft.kept}
    own = [line for line in draft.lines if line.number in kept]
    same = [line for line in draft.lines[1:] if normal(line.text) in titles]
    if not same or not own:
        return
    headline = ([line for line in same if line.number <= own[0].number] or same)[-1]
    body = [line for line in own if line.number > headline.number]
    text = [line for line in body if normal(line.text) not in titles and len(line.text) > 80]
    if text:
        yield replace(draft, lines=(headline, *body)), False
        yield from _cut_out(draft, headline.number, body[-1].number)
        numbers = {line.number for line in text}
        yield (
            replace(draft, lines=tuple(text), kept=tuple(k for k in draft.kept if k.number in numbers)),
            True,
        )


def _cut_out(draft: Draft, headline: int, end: int) -> Iterator[tuple[Draft, bool]]:
    """Yield the headline and the text with the lines between, a few that stand above, or the site's name."""
    lines = [line for line in draft.lines if line.number <= end]
    place = next(index for index, line in enumerate(lines) if line.number == headline)
    for above in (1, 4):
        part = lines[max(1, place - above) :]
        yield (
            replace(
                draft, lines=tuple(part), kept=tuple(k for k in draft.kept if k.number >= part[0].number)
            ),
            False,
        )
    names = [part.strip() for part in SEPARATOR.split(lines[0].text)[1:] if 1 < len(part.strip()) <= 40]
    if names and place:
        site = replace(lines[0], text=names[-1], number=lines[place - 1].number)
        kept = tuple(k for k in draft.kept if k.number >= headline)
        yield replace(draft, lines=(site, *lines[place:]), kept=kept), False
