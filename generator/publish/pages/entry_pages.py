"""What stands around an entry's own text: its place and facts above, notes beside it, ways on below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urljoin

from generator.content.translation_state import (
    is_date_by_editor,
    is_published_by_editor,
    paragraphs_by_editor,
    reviewed,
)
from generator.content.wording import section
from generator.dates.edtf import sort_key
from generator.dates.wording import month_name
from generator.links.differences import COMPARED, Difference
from generator.links.reasons import QuotedLink
from generator.model import ENGLISH, GERMAN, DroppedLine, Entry, Language, LinkType, Record, SegmentId, Slug
from generator.publish.computed.cards import RecordCard, card_of, counted_in, with_counts
from generator.publish.computed.site import Site
from generator.publish.computed.summary import shown_elsewhere, summary_of
from generator.publish.computed.term_index import TermIndex, TermUse, plain_uses
from generator.publish.computed.timeline import find_places, month_anchor
from generator.publish.kept.store import Kept, digest_of
from generator.publish.pages.citation import (
    EXACT,
    Citation,
    as_bibtex,
    as_csl,
    as_ris,
    authors_of,
    citation_of,
    in_words,
)
from generator.publish.pages.permalinks import permalink
from generator.publish.pages.rendering import Templates

USES = "uses"
"""The kind of where an entry uses terms."""
UrlFor = Callable[[str], str]
"""From a page's path in content/ to its address as seen from the page being made."""
LinkTo = tuple[QuotedLink, Entry]


@dataclass(frozen=True)
class ParagraphRun:
    """Paragraphs that follow each other."""

    segment: SegmentId
    """The first of them."""
    label: str


@dataclass(frozen=True)
class OnlyHere:
    """What one of several reports of an event tells that the others do not, ready to be shown."""

    records: Sequence[Record]
    dates: Sequence[str]
    passages: Sequence[ParagraphRun]
    count: int
    """Of paragraphs."""


class EntryPages:
    """Renders what is around the texts of a site's entries, in its language.

    `url`: the site's address; empty where it is not known.
    """

    def __init__(
        self, site: Site, language: Language, templates: Templates, name: str, url: str, kept: Kept
    ) -> None:
        self._site = site
        self._name = name
        self._url = url
        self._language = language
        self._templates = templates
        self._places = find_places(site.timeline)
        self._cards: dict[Slug, RecordCard] = {}
        self._kept = kept
        made_from = site.library.terms, language
        self.terms = kept.once("term index", "", made_from, lambda: TermIndex(*made_from))
        self._uses: dict[Slug, Sequence[TermUse]] = {}
        self._elsewhere: dict[Slug, str] = {}

    def made_from(self, entry: Entry) -> tuple[object, ...]:
        """Return what all around an entry's text is made from, besides lines left out and addresses."""
        site, library = self._site, self._site.library
        links, place = site.links(entry), self._places[entry.slug]
        seed = entry.source.seed or entry.slug
        compared = [site.differences.get(slug) for slug in (entry.slug, *(link.target for link in links))]
        named = {
            *(item.record for item in entry.date_evidence),
            *(event.record for event in entry.events),
            *(slug for one in compared if one for slug in one.records),
        }
        others = (place.earlier, place.later, *(library.entries[link.target] for link in links))
        beside = [one and self.hash_elsewhere(one) for one in others]
        # Paragraphs that only one of several reports has are told by their labels.
        reports = [library.entries[link.target] for link in links if link.type is LinkType.SAME_EVENT]
        uses = self.terms_in(entry)
        terms = {use.used.anchor: use.used for use in uses}
        return (
            *([self.hash_of(one) for one in (entry, *reports)], beside, place.year, place.month),
            *(site.states[entry.slug], library.conflicts.get(entry.slug), library.reviews.get(seed)),
            *(self._kept.hash_of(f"baseline {seed}", library.baselines.get(seed)), compared),
            [link.shown for link in links],
            # A record's card follows from the record.
            [self._hash_of_record(record.slug) for record in site.records_in(entry)],
            [self._hash_of_record(slug) for slug in sorted(slug for slug in named if slug)],
            *(plain_uses(uses), [self._kept.hash_of(f"term {anchor}", one) for anchor, one in terms.items()]),
            self._name,
        )

    def hash_of(self, entry: Entry) -> str:
        """Return a hash of all that an entry says."""
        return self._kept.hash_of(f"entry {entry.slug}", entry)

    def hash_elsewhere(self, entry: Entry) -> str:
        """Return a hash of what other pages show of an entry; they are many."""
        if entry.slug not in self._elsewhere:
            self._elsewhere[entry.slug] = digest_of(shown_elsewhere(entry, self._language)).hex()
        return self._elsewhere[entry.slug]

    def _hash_of_record(self, slug: Slug) -> str:
        return self._kept.hash_of(f"record {slug}", self._site.library.records.get(slug))

    def title(self, entry: Entry) -> str:
        """Return an entry's titles."""
        return self._templates.render("entry_title.html", entry=entry, language=self._language)

    def crumb(self, entry: Entry, url_for: UrlFor) -> str:
        """Return the links to an entry's year and month."""
        place = self._places[entry.slug]
        return self._templates.render(
            "entry_crumb.html",
            place=place,
            month=month_name(place.month, self._language) if place.month else "",
            anchor=month_anchor(place.year or 0, place.month),
            site_name=self._name,
            url_for=url_for,
        )

    def opening(self, entry: Entry, url_for: UrlFor) -> str:
        """Return what leads from an entry's title to its text; `foot` closes what it opens."""
        states = self._site.states[entry.slug]
        return self._templates.render(
            "entry_opening.html",
            entry=entry,
            date_by_editor=self._is_date_by_editor(entry),
            review=reviewed(self._site.library.history(entry), states),
            summary_state=Counter(states.values()),
            is_paired=any(segment.rendering for segment in entry.segments),
            url_for=url_for,
        )

    def foot(self, entry: Entry, dropped: Sequence[DroppedLine] | None, url_for: UrlFor) -> str:
        """Return what stands below an entry's text, and end the column.

        Other reports of its own event, related entries, the lines of its source that were left out, and the
        entries before and after it.
        """
        library = self._site.library
        shown = [(link, library.entries[link.target]) for link in self._site.links(entry)]
        same = [pair for pair in shown if pair[0].type is LinkType.SAME_EVENT]
        difference = self._site.differences.get(entry.slug)
        foot = self._templates.render(
            "entry_foot.html",
            entry=entry,
            same=by_reason(same),
            reports=len(same),
            related=by_reason(pair for pair in shown if pair not in same),
            compared=difference is None or difference.compared,
            only_here=self.only_here,
            dropped=dropped,
            place=self._places[entry.slug],
            url_for=url_for,
        )
        return f"{foot}\n</div>"

    def notes(self, entry: Entry, dropped: Sequence[DroppedLine] | None, url_for: UrlFor) -> str:
        """Return what is known of an entry, and end the page.

        How it was dated, events it reports, its source, who translated it, records it names, and how many
        lines of its source were left out; None where that is not known.
        """
        library, states = self._site.library, self._site.states[entry.slug]
        by_editor, translated = paragraphs_by_editor(library.history(entry))
        cited = self.cited(entry)
        notes = self._templates.render(
            "entry_notes.html",
            entry=entry,
            date_by_editor=self._is_date_by_editor(entry),
            published_by_editor=is_published_by_editor(entry, library.baselines.get(entry.source.seed)),
            by_editor=by_editor,
            translated=translated,
            summary_state=Counter(states.values()),
            review=reviewed(library.history(entry), states),
            states=states,
            records=library.records,
            named=sorted(self._site.records_in(entry), key=lambda record: record.name_in(self._language)),
            events=sorted(entry.events, key=lambda event: (*sort_key(event.date), event.title)),
            other_language=ENGLISH if self._language == GERMAN else GERMAN,
            dropped=dropped,
            cards=[self._card(record) for record in self._site.records_in(entry)],
            citation=in_words(cited, self._templates.date, self._templates.messages),
            formats=[
                ("BibTeX", "bib", as_bibtex(cited)),
                ("RIS", "ris", as_ris(cited)),
                ("CSL-JSON", "json", as_csl(cited)),
            ],
            permalink=url_for(permalink(entry)) if permalink(entry) else "",
            terms=list({use.used.anchor: use.used for use in self.terms_in(entry)}.values()),
            url_for=url_for,
        )
        return f"{notes}\n</div>"

    def description(self, entry: Entry) -> str:
        """Return an entry in a sentence."""
        return summary_of(entry, self._language)

    def in_short(self, record: Record) -> str:
        """Return a record in a sentence; empty where its text has none."""
        return self._card(record).sentence

    def metadata(self, entry: Entry, page_url: str) -> str:
        """Return what stands in a page's head for reference managers and for who shares it.

        `page_url`: the whole address of the page; empty where it is not known.
        """
        cited = self.cited(entry)
        is_exact = EXACT.fullmatch(cited.date)
        return self._templates.render(
            "entry_metadata.html",
            entry=entry,
            cited=cited,
            authors=authors_of(cited),
            citation_date=cited.date.replace("-", "/") if is_exact else "",
            description=self.description(entry),
            page_url=page_url,
        )

    def permalink_page(self, entry: Entry, address: str) -> str:
        """Return the page at an entry's address for good.

        `address`: where that is now, as seen from there.
        """
        inputs = entry.title, address, self._language

        def make() -> str:
            return self._templates.render(
                "permalink.html", entry=entry, address=address, language=self._language
            )

        return self._kept.once("permalink", entry.slug, inputs, make)

    def cited(self, entry: Entry) -> Citation:
        """Return what is known of an entry for who cites it."""
        path = permalink(entry) or f"entries/{entry.slug}/"
        return citation_of(entry, self._name, urljoin(self._url, path) if self._url else "")

    def conflicts(self, entry: Entry) -> str:
        """Return what an editor must decide about an entry, with both versions of each part."""
        conflicts = self._site.library.conflicts.get(entry.slug, ())
        if not conflicts:
            return ""
        return self._templates.render("entry_conflicts.html", entry=entry, conflicts=conflicts)

    def terms_in(self, entry: Entry) -> Sequence[TermUse]:
        """Return where an entry uses terms of the glossary, each first."""
        if entry.slug not in self._uses:
            inputs = self.hash_of(entry), self._kept.hash_of("terms", self.terms.terms)
            known = self._kept.get(USES, entry.slug, inputs, self.terms.restored)
            if known is None:
                known = self.terms.uses_in(entry)
                self._kept.put(USES, entry.slug, inputs, known, plain_uses)
            self._uses[entry.slug] = known
        return self._uses[entry.slug]

    def _card(self, record: Record) -> RecordCard:
        if record.slug not in self._cards:
            self._cards[record.slug] = card_of(record, self._language)
        return self._cards[record.slug]

    def with_counts(self, page: str) -> str:
        """Return a page with what is filled in last: how many entries name the records of its cards."""
        return with_counts(page, self._named_in)

    def counts_in(self, page: str) -> dict[Slug, int]:
        """Return what that will be, of a page without it."""
        return {record: len(self._site.backlinks.get(record, ())) for record in counted_in(page)}

    def are_still(self, counts: Mapping[Slug, int]) -> bool:
        """Tell whether so many entries name these records."""
        return all(len(self._site.backlinks.get(record, ())) == count for record, count in counts.items())

    def _named_in(self, record: Slug) -> str:
        count = len(self._site.backlinks.get(record, ()))
        words = self._templates.messages.ngettext("in %(num)s entry", "in %(num)s entries", count)
        return words % {"num": count}

    def only_here(self, entry: Entry) -> OnlyHere | None:
        """Return what only this one of several reports of an event tells; None where nothing is known."""
        difference = self._site.differences.get(entry.slug)
        return self._shown(entry, difference) if difference else None

    def _shown(self, entry: Entry, difference: Difference) -> OnlyHere:
        dates = dict.fromkeys(self._templates.date(event.date) for event in difference.events)
        return OnlyHere(
            records=[self._site.library.records[slug] for slug in difference.records],
            dates=tuple(dates),
            passages=_passages(entry, difference.passages),
            count=len(difference.passages),
        )

    def _is_date_by_editor(self, entry: Entry) -> bool:
        return is_date_by_editor(entry, self._site.library.baselines.get(entry.source.seed))


def by_reason(links: Iterable[LinkTo]) -> list[tuple[str, list[LinkTo]]]:
    """Put links with one reason together, in the order of the first of each."""
    together: dict[str, list[LinkTo]] = {}
    for link, target in links:
        together.setdefault(link.reason, []).append((link, target))
    return list(together.items())


def _passages(entry: Entry, segments: Iterable[SegmentId]) -> list[ParagraphRun]:
    """Put paragraphs that follow each other together: "§7–§10"."""
    places = {one.id: place for place, one in enumerate(s for s in entry.segments if s.role in COMPARED)}
    numbered = ((places[segment] - number, segment) for number, segment in enumerate(segments))
    runs = [[segment for _, segment in run] for _, run in groupby(numbered, key=lambda pair: pair[0])]
    return [
        ParagraphRun(run[0], section(run[0]) if len(run) == 1 else f"{section(run[0])}–{section(run[-1])}")
        for run in runs
    ]
