"""Pages as Markdown: entries and records with what is known of them, and the lists."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from generator.content.body import dump_body
from generator.content.translation_state import reviewed
from generator.dates.edtf import sort_key
from generator.dates.wording import month_name
from generator.language.markup import escape, plain
from generator.model import Block, Entry, Language, LinkType, Mention, Record, RecordKind, Segment, SegmentId
from generator.publish.computed.site import Site
from generator.publish.computed.sources import find_sources
from generator.publish.computed.term_index import TermIndex
from generator.publish.computed.timeline import Year, find_places, most_exact
from generator.publish.data import Listed
from generator.publish.pages.chronology_pages import LISTED_ON_HOME
from generator.publish.pages.citation import citation_of, in_words
from generator.publish.pages.rendering import Templates, capital

EMPHASISED_NUMBER = re.compile(r"(?<=\*)(\d+)\\([.)])")
"""Needs no escape: a number opens a list at the beginning of a line alone."""


ADDRESS_SIGNS = ":/?#@!$&'*+,;=%~-._"
"""That stand for themselves in the address of a link; brackets would end it."""


class MarkdownPages:
    """Renders the pages of a site as Markdown, in its language.

    `kinds`: of records, in the order in which they are listed.
    """

    def __init__(self, site: Site, language: Language, kinds: Iterable[RecordKind], name: str) -> None:
        self._site = site
        self._language = language
        self._kinds = tuple(kinds)
        self._name = name
        self._templates = markdown_templates(language)
        self._places = find_places(site.timeline)

    def _render(self, template: str, page: str, title: str = "", **values: object) -> str:
        text = self._templates.render(f"export/{template}.md", address=address_from(page), **values)
        text = EMPHASISED_NUMBER.sub(r"\1\2", text)
        # Themes write titles unescaped; all take one from here, if there is one, before the heading.
        header = (
            f"---\ntitle: {json.dumps(title.replace('<', '‹'), ensure_ascii=False)}\n---\n\n"
            if "<" in title
            else ""
        )
        return f"{header}{text}\n"

    def entry(self, entry: Entry) -> str:
        """Return an entry: its titles, what is known of it in a line, its text, and what it belongs with."""
        page, states = f"entries/{entry.slug}.md", self._site.states[entry.slug]
        links = [(one, self._site.library.entries[one.target]) for one in self._site.links(entry)]
        same = [pair for pair in links if pair[0].type is LinkType.SAME_EVENT]
        gettext = self._templates.messages.gettext
        connected = [
            (gettext("Other reports of this event"), same),
            (gettext("Related entries"), [pair for pair in links if pair not in same]),
        ]
        return self._render(
            "entry",
            page,
            entry.title,
            entry=entry,
            body=self._body(entry, page),
            states=Counter(states.values()),
            review=reviewed(self._site.library.history(entry), states),
            records=self._site.library.records,
            named=self._by_name(self._site.records_in(entry)),
            events=sorted(entry.events, key=lambda event: (*sort_key(event.date), event.title)),
            connected=[pair for pair in connected if pair[1]],
            citation=in_words(
                citation_of(entry, self._name, ""), self._templates.date, self._templates.messages
            ),
            place_in_time=self._places[entry.slug],
        )

    def _body(self, entry: Entry, page: str) -> str:
        """Return an entry's text in which the first mention of each record in a paragraph is a link."""
        by_text: dict[tuple[SegmentId, Language], list[Mention]] = defaultdict(list)
        for mention in self._site.mentions[entry.slug]:
            if mention.segment and mention.span and mention.record in self._site.library.records:
                by_text[mention.segment, mention.language].append(mention)
        address = address_from(page)

        def linked(block: Block) -> Block:
            if not isinstance(block, Segment):
                return block
            text = _linked(block.text, by_text[block.id, block.language], address)
            shown = block.rendering
            if shown:
                shown = replace(shown, text=_linked(shown.text, by_text[block.id, shown.language], address))
            return replace(block, text=text, rendering=shown)

        return dump_body(map(linked, entry.blocks)).strip()

    def record(self, record: Record) -> str:
        """Return a record: names, dated facts, its text, and which entries name it."""
        page, name = f"records/{record.slug}.md", record.name_in(self._language)
        named_in = self._site.backlinks.get(record.slug, ())
        return self._render("record", page, name, record=record, named_in=named_in)

    def chronology(self, page: str) -> str:
        """Return the list of all entries by year, or of years where that would be too long."""
        timeline = self._site.timeline
        count = sum(len(year.entries) for year in timeline.years) + len(timeline.undated)
        return self._render(
            "chronology", page, timeline=timeline, is_whole=count <= LISTED_ON_HOME, date_of=most_exact
        )

    def year(self, year: Year) -> str:
        """Return a year by months, with the events that entries report."""
        numbers = [one.number for one in self._site.timeline.years]
        place = numbers.index(year.number)
        return self._render(
            "year",
            f"years/{year.number}.md",
            year=year,
            month_name=lambda number: capital(month_name(number, self._language)),
            date_of=most_exact,
            before=numbers[place - 1] if place else None,
            after=numbers[place + 1] if place + 1 < len(numbers) else None,
        )

    def undated(self) -> str:
        """Return the entries that can't be dated, with what is missing."""
        return self._render("undated", "years/undated.md", undated=self._site.timeline.undated)

    def records_index(self, page: str) -> str:
        """Return the list of records by kind."""
        ordered = self._by_name(self._site.library.records.values())
        by_kind = [
            (capital(kind.several(self._language)), [one for one in ordered if one.kind.name == kind.name])
            for kind in self._kinds
        ]
        return self._render(
            "records", page, by_kind=[pair for pair in by_kind if pair[1]], named_in=self._site.backlinks
        )

    def sources(self, page: str) -> str:
        """Return who published the texts, and what of them is here."""
        return self._render("sources", page, sources=find_sources(self._site.timeline))

    def glossary(self, page: str) -> str:
        """Return the terms with their fixed renderings."""
        terms = TermIndex(self._site.library.terms, self._language).terms
        languages = dict.fromkeys(code for one in terms for code in one.term.spellings)
        ordered = sorted(languages, key=lambda code: code != self._language)
        return self._render("glossary", page, terms=terms, languages=ordered)

    def data(self, page: str, listed: Sequence[Listed]) -> str:
        """Return the list of files for other programs."""
        return self._render("data", page, listed=listed)

    def moved(self, old: str, entry: Entry) -> str:
        """Return the page at an address that an entry had."""
        return self._render("moved", f"entries/{old}.md", entry=entry)

    def _by_name(self, records: Iterable[Record]) -> list[Record]:
        return sorted(records, key=lambda one: one.name_in(self._language))


def _linked(text: str, mentions: Sequence[Mention], address: Callable[[str], str]) -> str:
    """Return a paragraph with links; one with marks of Markdown stays, for places are those of plain text."""
    if plain(text) != text:
        return text
    first = {mention.record: mention for mention in reversed(mentions)}
    places = [(one.span.start, one) for one in first.values() if one.span]
    for start, mention in sorted(places, key=lambda place: -place[0]):
        end = start + len(mention.surface)
        if text[start:end] == mention.surface:
            target = address(f"records/{mention.record}.md")
            text = f"{text[:start]}{link(mention.surface, target)}{text[end:]}"
    return text


def as_markdown(value: object) -> Any:
    """Return a value as Markdown that shows it, on one line; what is safe is Markdown already."""
    if isinstance(value, Markup):
        return value
    return escape(" ".join(str(value).split())).replace("|", "&#124;")


def link(words: str, address: str) -> Markup:
    """Return a link."""
    return Markup(f"[{as_markdown(words)}]({quote(address, safe=ADDRESS_SIGNS)})")


def address_from(page: str) -> Callable[[str], str]:
    """Return what tells the address of a page's path, or of a file's, as seen from another page."""
    folder = posixpath.dirname(page)
    return lambda path: posixpath.relpath(path, folder or ".")


def markdown_templates(language: Language) -> Templates:
    """Return the templates of a site's Markdown, with its words."""
    return Templates(
        language,
        as_markdown,
        {
            "link": link,
            "words": lambda text: Markup(f"*{as_markdown(text)}*") if text.strip() else Markup(""),
        },
    )
