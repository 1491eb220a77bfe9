"""The choices that the header's weights are learned from: candidates, and which of them are right."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.dates.find import is_day_first
from generator.generate.draft import Draft
from generator.generate.header.author import author_candidates
from generator.generate.header.date_candidates import DateCandidate, date_shown_by
from generator.generate.header.date_features import date_candidates
from generator.generate.header.layout import Layout, lay_out
from generator.generate.header.publisher_candidates import SAYS_WHO, publisher_candidates
from generator.generate.header.spelled import joined
from generator.generate.header.title import find_headline, title_candidates
from generator.generate.header.title_hints import title_shown_by
from generator.generate.header.weights import NameCandidate
from generator.generate.seed_text import Subject
from training.header.learn import Example
from training.header.pages import Page, folded, normal


def title_examples(pages: Sequence[Page]) -> Iterator[Example]:
    """Yield the choices of a headline."""
    for page in pages:
        for one in page.documents if page.title else ():
            layout = lay_out(one.draft)
            found = title_candidates(layout)
            given = tuple(normal(candidate.text) for candidate in found)
            kind = f"title, {title_shown_by(layout)}{_made(one.number)}"
            right = tuple(text in (page.title or ()) for text in given)
            seen = tuple(candidate.features for candidate in found)
            yield Example(page.name, kind, seen, right, given, one.lacks_headline, site=page.host)


def _made(number: int) -> str:
    return f" (made, {number})" if number else ""


def publisher_examples(pages: Sequence[Page]) -> Iterator[Example]:
    """Yield the choices of a publisher: a name as the page has it, or one that spells out its host."""
    for page in pages:
        for number, variant in _without_statements(page, Subject.PUBLISHER):
            layout = lay_out(variant)
            found = publisher_candidates(layout, find_headline(layout))
            names = {joined(one) for one in page.publisher or ()} | {page.host}
            right = tuple(joined(one.words) in names for one in found)
            yield _name_example(page.name, f"publisher{_made(number)}", page.publisher, layout, found, right)


def author_examples(pages: Sequence[Page]) -> Iterator[Example]:
    """Yield the choices of an author."""
    for page in pages:
        for number, variant in _without_statements(page, Subject.AUTHOR):
            layout = lay_out(variant)
            found = author_candidates(layout, find_headline(layout))
            right = tuple(folded(one.name) in (page.author or ()) for one in found)
            yield _name_example(page.name, f"author{_made(number)}", page.author, layout, found, right)


def _without_statements(page: Page, about: Subject) -> Iterator[tuple[int, Draft]]:
    """Yield what is made of a page, as if its markup did not say what is asked for."""
    known = page.publisher if about is Subject.PUBLISHER else page.author
    for document in page.documents if known is not None else ():
        draft = document.draft
        statements = tuple(one for one in draft.statements if one.about is not about)
        yield document.number, replace(draft, statements=statements)


def _name_example(
    page: str,
    kind: str,
    known: tuple[str, ...] | None,
    layout: Layout,
    found: Sequence[NameCandidate],
    right: tuple[bool, ...],
) -> Example:
    """Return the choice of a name.

    A page that names nobody teaches that there may be none, and so does a part of one that its publisher or
    author no longer stands in; not where it says in so many words who else it is from.
    """
    given = tuple(one.words for one in found)
    features = tuple(one.features for one in found)
    if known:
        said = [" ".join(words) for words in layout.words]
        is_said = any(one in text for one in known for text in said)
        names_another = any(not (SAYS_WHO | {"an institution's name"}).isdisjoint(seen) for seen in features)
        nothing = "(made" in kind and not is_said and not names_another
    else:
        nothing = True
    return Example(page, kind, features, right, given, nothing, is_wanted=any(right))


def date_examples(pages: Sequence[Page]) -> Iterator[Example]:
    """Yield the choices of a day of publication; the headline is found by the weights learned before."""
    for page in pages:
        for draft in page.drafts if page.day is not None else ():
            right_days = page.day or ()
            layout = lay_out(draft)
            headline = find_headline(layout)
            order = is_day_first(line.text for line in layout.lines)
            found = may_be(date_candidates(layout, headline.index if headline else None, order))
            given = tuple(one.day for one in found)
            right = tuple(day in right_days for day in given)
            kind = f"published, {date_shown_by(layout)}"
            if any(right) and zlib.crc32(page.name.encode()) % 3 == 0:
                yield from _undated(draft, page.name, right_days)
            # A page whose day of publication nothing names teaches that there may be none.
            features = tuple(one.features for one in found)
            yield Example(page.name, kind, features, right, given, not any(right), is_wanted=bool(right_days))


def may_be(found: Sequence[DateCandidate]) -> list[DateCandidate]:
    """Return the days that may be that of the publication."""
    return [one for one in found if not one.is_reported]


def _undated(draft: Draft, name: str, days: Sequence[str]) -> Iterator[Example]:
    """Yield the choice there would be if nothing named the day."""
    layout = lay_out(draft)
    order = is_day_first(line.text for line in layout.lines)
    named = {one.index for one in date_candidates(layout, None, order) if one.day in days}
    numbers = {line.number for index, line in enumerate(draft.lines) if index in named}
    rest = replace(
        draft,
        lines=tuple(line for line in draft.lines if line.number not in numbers),
        kept=tuple(line for line in draft.kept if line.number not in numbers),
        statements=tuple(one for one in draft.statements if one.about is not Subject.PUBLISHED),
    )
    layout = lay_out(rest)
    headline = find_headline(layout)
    found = [
        one
        for one in may_be(date_candidates(layout, headline.index if headline else None, order))
        if one.day not in days
    ]
    yield Example(
        name,
        f"published, {date_shown_by(layout)} (made)",
        tuple(one.features for one in found),
        (False,) * len(found),
        tuple(one.day for one in found),
        none_is_right=True,
    )
