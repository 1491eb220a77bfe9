"""What pages are found by: what they show, and hidden spellings, terms, kinds and dates."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import TypeVar

from generator.content.once import Once, anew
from generator.content.wording import kind_in_words
from generator.dates.edtf import bounds_of, sort_key
from generator.dates.wording import date_in_words
from generator.language.codes import language_name
from generator.language.lexicons import LEXICONS
from generator.language.markup import plain
from generator.model import Entry, Language, Mention, Prose, Record, Segment, Slug
from generator.names.mentions import titles_of
from generator.publish.computed.site import Read
from generator.publish.computed.sources import who_published
from generator.publish.pages.page_source import PageSource
from generator.terms import TermBase

TITLE, FACTS, NAMES, TEXT = 6.0, 2.0, 0.3, 1.0
"""How much a word weighs by where it stands."""
DATE, PUBLISHED, EVENT = 6.0, 2.0, 1.0

HEADING = re.compile(r"^# +(.*\S)", re.MULTILINE)
MARKS = re.compile(r"^[ >#:*+\-!?]+|<[^<>]*>", re.MULTILINE)
"""Of Markdown and HTML, around what a page says."""

UrlFor = Callable[[str], str]
T = TypeVar("T")


MOST_DAYS = 62
MOST_MONTHS = 36
MOST_YEARS = 100
"""Of longer spans, only what is less exact is said: a year of a decade is no day's."""


@dataclass(frozen=True)
class Passage:
    """A text that a page is found by."""

    text: str
    languages: tuple[Language, ...] = ()
    """Whose endings its words may have."""
    weight: float = TEXT
    anchor: str | None = None
    """Where on the page it stands; None: it is not shown among the results."""


@dataclass(frozen=True)
class Spellings:
    """Of a record that an entry names."""

    here: tuple[str, ...]
    """As the entry's text has them."""
    all: tuple[str, ...]


@dataclass(frozen=True)
class SearchPage:
    """A page of the site, with all that it is found by."""

    url: str
    title: str
    title_language: Language
    passages: tuple[Passage, ...]
    dates: tuple[tuple[str, float], ...] = ()
    """Words for dates with their weights."""
    language: Language | None = None
    """An entry's: that of its source."""
    day: str = ""
    """The first that an entry's date can mean."""
    facts: tuple[str, ...] = ()
    """In words, for the reader: date, source, kind, language."""
    names: tuple[Spellings, ...] = ()
    is_entry: bool = False


def pages_of(
    site: Read, language: Language, url_for: UrlFor, read: Callable[[SearchPage], T], once: Once = anew
) -> Iterator[T]:
    """Yield what is read of the pages of all entries and records of a site.

    Args:
        site: whose pages they are.
        language: of the site, in which facts are worded.
        url_for: gives the address of a page, seen from the site's root, by its path in content/.
        read: takes of a page what is needed.
        once: keeps that.
    """
    library = site.library
    terms = once("terms", "", library.terms, lambda: TermBase(library.terms))
    names_of = cache(lambda slug: tuple(_names_anywhere(library.records[slug])))

    def entry(slug: Slug) -> T:
        one, mentions, path = library.entries[slug], site.mentions.get(slug, ()), f"entries/{slug}"
        records = [library.records[name] for name in dict.fromkeys(mention.record for mention in mentions)]
        page = _EntryPage(one, site, language, url_for(f"{path}.md"), names_of)
        # A term that is changed is found in few entries.
        found = once("terms found", path, (one, language, terms), lambda: tuple(page.terms_in(terms)))
        inputs = one, mentions, records, found, language, page.url
        return once("searched", path, inputs, lambda: read(page.with_terms(found)))

    def record(slug: Slug) -> T:
        path = f"records/{slug}"
        inputs = library.records[slug], language, url_for(f"{path}.md")
        return once("searched", path, inputs, lambda: read(_record_page(*inputs)))

    yield from (entry(slug) for slug, one in library.entries.items() if _is_searched(one.page_options))
    yield from (record(slug) for slug, one in library.records.items() if _is_searched(one.page_options))


def plain_page(url: str, source: PageSource, name: str, language: Language) -> SearchPage | None:
    """Return a page that is neither an entry nor a record; None where it asks not to be found.

    Args:
        url: of the page.
        source: its file.
        name: of the page, where it has neither a title nor a heading.
        language: of the site.
    """
    if not _is_searched(source.options):
        return None
    heading = HEADING.search(source.body)
    title = source.options.get("title") or (plain(heading[1]) if heading else name)
    passages = (Passage(title, (language,), TITLE), _free_text(source.body, language))
    return SearchPage(url, title, language, passages)


def _free_text(markdown: str, language: Language) -> Passage:
    """Return what somebody wrote who follows no form: a page, a note in an entry."""
    return Passage(" ".join(plain(MARKS.sub(" ", markdown)).split()), (language,), anchor="")


def _is_searched(options: Mapping[str, object]) -> bool:
    search = options.get("search")
    return not (isinstance(search, dict) and search.get("exclude") in (True, "true"))


@dataclass(frozen=True)
class _EntryPage:
    """An entry on its way to a page."""

    entry: Entry
    site: Read
    language: Language
    url: str
    names_of: Callable[[Slug], tuple[Passage, ...]]
    """Gives what an entry that names a record is found by for that."""

    def with_terms(self, found: Sequence[Passage]) -> SearchPage:
        """Return the page; `found`: what `terms_in` gives for it."""
        entry = self.entry
        first, _ = sort_key(entry.date)
        names = chain.from_iterable(map(self.names_of, self._mentions))
        return SearchPage(
            url=self.url,
            title=entry.title,
            title_language=titles_of(entry)[0].language,
            passages=(*self._titles(), *self._facts(), *names, *found, *self._texts),
            dates=tuple(_dates(entry)),
            language=entry.language,
            day=first.isoformat() if entry.date and first.year < 9999 else "",
            facts=tuple(self._shown_facts()),
            names=tuple(Spellings(here, names) for names, here in self._spellings.items()),
            is_entry=True,
        )

    def _titles(self) -> Iterator[Passage]:
        for one in titles_of(self.entry):
            yield Passage(one.text, (one.language,), TITLE)
        if self.entry.translated_title and self.entry.translation:
            yield Passage(self.entry.translated_title, (self.entry.translation.language,), TITLE)

    def _facts(self) -> Iterator[Passage]:
        source = self.entry.source
        for text in (source.publisher, source.author, source.place, self.entry.summary):
            if text:
                yield Passage(text, weight=FACTS)
        if source.url:
            # The name by which a paper goes: scmp.com.
            host = source.url.partition("://")[2].partition("/")[0].removeprefix("www.")
            yield Passage(host.rpartition(".")[0], weight=FACTS)
        if self.entry.kind:
            for language in LEXICONS:
                yield Passage(kind_in_words(self.entry.kind, language), (language,), FACTS)

    @cached_property
    def _texts(self) -> tuple[Passage, ...]:
        segments = chain.from_iterable(map(_both_languages, self.entry.segments))
        notes = (block.text for block in self.entry.blocks if isinstance(block, Prose))
        return (*segments, *(_free_text(note, self.language) for note in notes))

    @cached_property
    def _mentions(self) -> Mapping[Slug, list[Mention]]:
        found = defaultdict[Slug, list[Mention]](list)
        for mention in self.site.mentions.get(self.entry.slug, ()):
            found[mention.record].append(mention)
        return found

    @cached_property
    def _spellings(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        return {
            spellings_of(self.site.library.records[mentions[0].record]): tuple(
                dict.fromkeys(one.surface for one in mentions if one.surface)
            )
            for mentions in self._mentions.values()
        }

    def terms_in(self, terms: TermBase) -> Iterator[Passage]:
        """Yield the fixed renderings of what the text says, in the languages it does not say it in."""
        for target in LEXICONS:
            found = dict.fromkeys(
                place.phrase.owner.target
                for passage in self._texts
                if target not in passage.languages
                for place in terms.between(passage.languages[0], target).find(passage.text)
            )
            yield Passage(" ".join(found), (target,), NAMES)

    def _shown_facts(self) -> Iterator[str]:
        entry, language = self.entry, self.language
        yield date_in_words(entry.date, language)
        yield who_published(entry.source)
        yield kind_in_words(entry.kind, language) if entry.kind else ""
        yield language_name(entry.language, language)


def _both_languages(segment: Segment) -> Iterator[Passage]:
    yield Passage(plain(segment.text), (segment.language,), anchor=segment.id)
    if segment.rendering:
        yield Passage(plain(segment.rendering.text), (segment.rendering.language,), anchor=segment.id)


def _dates(entry: Entry) -> Iterator[tuple[str, float]]:
    weighed = [(entry.date, DATE), (entry.source.published, PUBLISHED)]
    weighed += [(event.date, EVENT) for event in entry.events]
    for date, weight in weighed:
        yield from ((word, weight) for word in day_words(date))


def spellings_of(record: Record) -> tuple[str, ...]:
    """Return every name of a record, the preferred ones first."""
    return tuple(dict.fromkeys((*record.names.values(), *record.aliases, *record.short_names)))


def _names(record: Record, weight: float) -> Iterator[Passage]:
    """Yield the names of a record, each word once; which language an alias is in is not known."""
    for language, name in record.names.items():
        yield Passage(name, (language,), weight)
    words = dict.fromkeys(word for name in spellings_of(record) for word in name.split())
    yield Passage(" ".join(words), tuple(LEXICONS), weight)


def _names_anywhere(record: Record) -> Iterator[Passage]:
    """Yield all spellings of what an entry names, and words for its kind: exercise, Manöver."""
    yield from _names(record, NAMES)
    for language, words in record.kind.words.items():
        yield Passage(" ".join(words), (language,), NAMES)


def _record_page(record: Record, language: Language, url: str) -> SearchPage:
    name = record.name_in(language)
    facts = (record.kind.one(language), *(one for one in record.names.values() if one != name))
    return SearchPage(
        url=url,
        title=name,
        title_language=language,
        passages=(
            *_names(record, TITLE),
            Passage(record.kind.one(language), (language,), FACTS),
            Passage(plain(record.text), (language,), anchor=""),
        ),
        dates=tuple((word, EVENT) for fact in record.dates for word in day_words(fact.date)),
        facts=tuple(dict.fromkeys(facts)),
    )


def day_words(date: str | None) -> Iterator[str]:
    """Yield the words that an EDTF date is found by, none for one without bounds."""
    span = bounds_of(date)
    if span is None:
        return
    first, last = span.earliest, span.latest
    count = (last - first).days + 1
    if count <= MOST_DAYS:
        for number in range(count):
            day = (first + datetime.timedelta(number)).isoformat()
            yield from (day, f"-{day[4:]}")
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if len(months) <= MOST_MONTHS:
        for number in months:
            year, month = divmod(number, 12)
            yield from (f"{year:04}-{month + 1:02}", f"--{month + 1:02}")
    if last.year - first.year < MOST_YEARS:
        yield from (f"{year:04}" for year in range(first.year, last.year + 1))
