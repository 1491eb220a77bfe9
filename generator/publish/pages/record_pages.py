"""What stands around a record's own text: names above, dates and entries below, others beside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from generator.dates.edtf import bounds_of
from generator.model import Entry, Language, Record
from generator.publish.computed.backlinks import Backlink
from generator.publish.computed.site import Site
from generator.publish.kept.store import Kept
from generator.publish.pages.entry_pages import UrlFor
from generator.publish.pages.rendering import Templates, capital
from generator.publish.pages.reworded import rule_in
from generator.publish.pages.strip import Moment, Shape, Strip, draw_strip

MANY = 20
"""Entries: more of them are listed by year, and drawn so."""
MOST_COMPANIONS = 12

ByYear = Sequence[tuple[int | None, Sequence[Backlink]]]

Companions = Sequence[tuple[Record, int]]
"""Records, with in how many entries they are named together with another."""


SEED = r"seeds/(?P<seed>[^\s/,;:]{0,200}\w)"
IN_BRACKETS = r"\([^\s<>\"“”„()]{0,200}\)"
ADDRESS = (
    r"(?<![\w./@-])(?P<address>(?P<scheme>https?://)?(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}"
    rf"/(?:[^\s,;<>\"“”„()]|{IN_BRACKETS}){{0,1000}}(?:[^\s,;<>\"“”„().:!?]|{IN_BRACKETS}))"
)
"""With a path: without one, a name with a point in it may be anything."""
LINKED = re.compile(f"{SEED}|{ADDRESS}", re.IGNORECASE)


@dataclass(frozen=True)
class RecordPages:
    """Renders what is around the texts of a site's records, in its language."""

    _site: Site
    _language: Language
    _templates: Templates
    _hash_elsewhere: Callable[[Entry], str]
    _kept: Kept

    @cached_property
    def _by_seed(self) -> Mapping[str, Entry]:
        entries = self._site.library.entries.values()
        return {entry.source.seed: entry for entry in entries if entry.source.seed}

    def head(self, record: Record, url_for: UrlFor) -> str:
        """Return what stands above a record's text: its names; `foot` closes what it opens."""
        return self._templates.render(
            "record_head.html", record=record, language=self._language, url_for=url_for
        )

    def foot(self, record: Record, url_for: UrlFor) -> str:
        """Return what stands below a record's text, and beside it.

        Its dates and who says so, by which entries it is named, its spellings, and with whom it is named.
        """
        backlinks = self._site.backlinks.get(record.slug, [])
        years = _by_year(backlinks)
        return self._templates.render(
            "record_foot.html",
            backlinks=backlinks,
            years=years if len(backlinks) > MANY else (),
            strip=self._strip(record, backlinks, years, url_for),
            facts=[(fact, with_links(fact.source, self._by_seed, url_for)) for fact in record.dates],
            aliases=record.aliases,
            companions=self._companions(record, backlinks),
            url_for=url_for,
        )

    def made_from(self, record: Record) -> tuple[object, ...]:
        """Return all that what stands around a record's text is made from."""
        backlinks = self._site.backlinks.get(record.slug, [])
        listed = [(self._hash_elsewhere(one.entry), one.quote) for one in backlinks]
        seeds = dict.fromkeys(seed for fact in record.dates for seed in seeds_named(fact.source))
        cited = [self._by_seed[seed] for seed in seeds if seed in self._by_seed]
        companions = self._companions(record, backlinks)
        return (
            *(self._kept.hash_of(f"record {record.slug}", record), listed),
            [(one.slug, one.names, count) for one, count in companions],
            [(entry.slug, entry.title) for entry in cited],
        )

    def _strip(
        self, record: Record, backlinks: Sequence[Backlink], years: ByYear, url_for: UrlFor
    ) -> Strip | None:
        say = rule_in(self._language)
        told = [(fact.date, capital(say(fact.type))) for fact in record.dates]
        moments = [
            Moment(date, f"{self._templates.date(date)}: {what}", shape=Shape.FACT) for date, what in told
        ]
        if len(backlinks) > MANY:
            moments += [self._of_year(year, len(named)) for year, named in years if year]
        else:
            moments += [
                Moment(entry.date, f"{self._templates.date(entry.date)}: {entry.title}", url)
                for entry in (backlink.entry for backlink in backlinks)
                if entry.date and (url := url_for(f"entries/{entry.slug}.md"))
            ]
        return draw_strip(moments)

    def _of_year(self, year: int, count: int) -> Moment:
        entries = self._templates.messages.ngettext("%(num)s entry", "%(num)s entries", count)
        return Moment(f"{year:04}", f"{year}: {entries % {'num': count}}", f"#y{year}", folded=count)

    def _companions(self, record: Record, backlinks: Sequence[Backlink]) -> Companions:
        """Return who and what is named in the same entries most often, with in how many."""
        named = (one.slug for backlink in backlinks for one in self._site.records_in(backlink.entry))
        counts = Counter(slug for slug in named if slug != record.slug)
        found = [(self._site.library.records[slug], count) for slug, count in counts.items()]
        found.sort(key=lambda pair: (-pair[1], pair[0].name_in(self._language)))
        return found[:MOST_COMPANIONS]


def _by_year(backlinks: Sequence[Backlink]) -> ByYear:
    """Put entries by the year they stand under, those without one last."""
    years: dict[int | None, list[Backlink]] = {}
    for backlink in backlinks:
        span = bounds_of(backlink.entry.date)
        years.setdefault(span.earliest.year if span else None, []).append(backlink)
    return sorted(years.items(), key=lambda pair: (pair[0] is None, pair[0] or 0))


def with_links(source: str, by_seed: Mapping[str, Entry], url_for: UrlFor) -> Markup:
    """Return a source with its web addresses as links, and entries in place of the files they were made from.

    Args:
        source: in an editor's words.
        by_seed: the entries by the names of their seeds.
        url_for: gives the address of a page.
    """
    return Markup("").join(_pieces(source, by_seed, url_for))


def _pieces(source: str, by_seed: Mapping[str, Entry], url_for: UrlFor) -> Iterator[Markup]:
    at = 0
    for found in LINKED.finditer(source):
        yield escape(source[at : found.start()])
        at = found.end()
        if entry := by_seed.get(found["seed"] or ""):
            url = url_for(f"entries/{entry.slug}.md")
            yield Markup('<a href="{}">{}</a>').format(url, entry.title)
        elif address := found["address"]:
            url = address if found["scheme"] else f"https://{address}"
            yield Markup('<a href="{}" rel="nofollow noopener">{}</a>').format(url, address)
        else:
            yield escape(found["seed"])
    yield escape(source[at:])


def seeds_named(source: str) -> Iterator[str]:
    """Yield the seeds that a source names."""
    yield from (found["seed"] for found in LINKED.finditer(source) if found["seed"])
