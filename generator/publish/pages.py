"""Pages as text: what stands around an entry's or record's own Markdown, and the generated lists.

Templates escape everything by default; only what this program composed itself is marked as safe.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.checks.to_do import Need, ToDo
from generator.content.translation_state import (
    changed_since_review,
    is_date_by_editor,
    paragraphs_by_editor,
    review_stands,
    translation_of,
)
from generator.content.wording import kind_in_words
from generator.dates.edtf import sort_key
from generator.dates.wording import date_in_words, month_name
from generator.language.codes import language_name
from generator.links.differences import COMPARED
from generator.model import (
    ENGLISH,
    GERMAN,
    DroppedLine,
    Entry,
    Event,
    Issue,
    Language,
    LinkType,
    Record,
    RecordKind,
    SegmentId,
)
from generator.publish.site import Site
from generator.publish.summary import shown_language, summary_of
from generator.publish.timeline import Happening, Year
from generator.publish.undated import what_is_missing

WHOLE_ON_HOME = 400
"""With more entries than this, the home page lists years and each year has its page."""

MOST_TO_DO = 100
"""Of what is to be done, so many of each kind are listed."""
NEEDS_IN_WORDS = {
    Need.DECISION: "To decide: you and the source changed the same",
    Need.TRANSLATION: "To translate",
    Need.DATE: "To date",
    Need.RECORD: "Names without a record, or with two",
    Need.REVIEW: "To review",
}

OpenAt = Callable[[ToDo], str]
"""From what is to be done to the address that opens its place in the text editor."""
UrlFor = Callable[[str], str]
"""From a page's path in content/ to its address as seen from the page being made."""


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


class Pages:
    """Renders the pages of a site, in its language.

    Args:
        site: what the pages are made from.
        language: the site's language.
        kinds: of records, in the order in which they are listed.
    """

    def __init__(self, site: Site, language: Language, kinds: Iterable[RecordKind]) -> None:
        self._site = site
        self._language = language
        self._kinds = tuple(kinds)
        self._templates = Environment(
            loader=PackageLoader("generator.publish"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters |= {
            "date_in_words": self._date,
            "language_name": lambda of: language_name(of, language),
            "kind_in_words": lambda kind: kind_in_words(kind, language),
            "record_kind": lambda kind: capital(kind.one(language)),
            "record_name": lambda record: record.name_in(language),
            "summary": lambda entry: summary_of(entry, language),
            "translation": translation_of,
            "shown_language": lambda entry: shown_language(entry, language),
            "section": _section,
            "language_in": _language_in,
            "titles_in": lambda event, entry: _titles_in(event, entry, language),
            "what_is_missing": lambda entry: what_is_missing(entry, language),
        }

    def entry_title(self, entry: Entry) -> str:
        """Return an entry's date and titles."""
        languages = [entry.language]
        if translation := translation_of(entry):
            languages.append(translation.language)
        german_date = date_in_words(entry.date, GERMAN) if GERMAN in languages else None
        return self._render("entry_title.html", entry=entry, german_date=german_date, language=self._language)

    def entry_about(self, entry: Entry, url_for: UrlFor) -> str:
        """Return what is known of an entry: source, how it was dated, who translated it."""
        library, states = self._site.library, self._site.states[entry.slug]
        by_editor, translated = paragraphs_by_editor(library.history(entry))
        return self._render(
            "entry_about.html",
            entry=entry,
            date_by_editor=is_date_by_editor(entry, library.baselines.get(entry.source.seed)),
            by_editor=by_editor,
            translated=translated,
            summary_state=Counter(states.values()),
            review_stands=review_stands(entry, states),
            changed=changed_since_review(entry, states),
            states=states,
            records=library.records,
            other_language=ENGLISH if self._language == GERMAN else GERMAN,
            url_for=url_for,
        )

    def to_mend(self, issues: Sequence[Issue], *, is_draft: bool = False) -> str:
        """Return what an editor is to know of a page's file; nothing where there is nothing."""
        return self._render("to_mend.html", issues=issues, is_draft=is_draft) if issues or is_draft else ""

    def edit_link(self, place: str, address: str) -> str:
        """Return the link that opens a page's file in the text editor."""
        return self._render("edit_link.html", place=place, address=address)

    def for_editors(self, found: Mapping[Need, Sequence[ToDo]], open_at: OpenAt, url_for: UrlFor) -> str:
        """Return what there is left to do, by need; the first of each."""
        entries = self._site.library.entries
        return self._render(
            "for_editors.html",
            found=found,
            headings=NEEDS_IN_WORDS,
            most=MOST_TO_DO,
            entries=entries,
            open_at=open_at,
            url_for=url_for,
        )

    def entry_conflicts(self, entry: Entry) -> str:
        """Return what an editor must decide about an entry, with both versions of each part."""
        conflicts = self._site.library.conflicts.get(entry.slug, ())
        return self._render("entry_conflicts.html", entry=entry, conflicts=conflicts) if conflicts else ""

    def entry_foot(self, entry: Entry, dropped: Sequence[DroppedLine] | None, url_for: UrlFor) -> str:
        """Return what stands below an entry's text.

        Events it reports, other reports of its own event, related entries, records it names, and the
        lines of its source that were left out; None where that is not known.
        """
        library = self._site.library
        shown = [(link, library.entries[link.target]) for link in self._site.links(entry)]
        same = [pair for pair in shown if pair[0].type is LinkType.SAME_EVENT]
        difference = self._site.differences.get(entry.slug)
        return self._render(
            "entry_foot.html",
            entry=entry,
            events=sorted(entry.events, key=lambda event: (*sort_key(event.date), event.title)),
            same=same,
            related=[pair for pair in shown if pair not in same],
            compared=difference is None or difference.compared,
            only_here=self._only_here,
            named=sorted(self._site.records_in(entry), key=lambda record: record.name_in(self._language)),
            records=library.records,
            dropped=dropped,
            url_for=url_for,
        )

    def record_head(self, record: Record) -> str:
        """Return what stands above a record's text: names and dated facts."""
        return self._render("record_head.html", record=record, language=self._language)

    def record_foot(self, record: Record, url_for: UrlFor) -> str:
        """Return what stands below a record's text: the entries that name it."""
        backlinks = self._site.backlinks.get(record.slug, [])
        return self._render("record_foot.html", backlinks=backlinks, url_for=url_for)

    def chronology(self, url_for: UrlFor) -> str:
        """Return the chronology as Markdown: all of it, or its years when it is long."""
        timeline = self._site.timeline
        count = sum(len(year.entries) for year in timeline.years) + len(timeline.undated)
        if count > WHOLE_ON_HOME:
            return self._render("years.html", timeline=timeline, url_for=url_for)
        parts = []
        for year in timeline.years:
            heading = f"## {year.number} {{: #year-{year.number} data-search-exclude='' }}"
            parts += [heading, self.year(year, url_for)]
        if timeline.undated:
            parts += ["## Undated\n", self.undated(url_for)]
        return "\n\n".join(parts) if parts else "*No entries yet.*"

    def year(self, year: Year, url_for: UrlFor) -> str:
        """Return one year of the chronology as Markdown."""
        parts = []
        for month in year.months:
            name = month_name(month.number, self._language) if month.number else f"Some time in {year.number}"
            parts.append(f"### {name}\n\n{self._list(month.happenings, url_for)}")
        return "\n\n".join(parts)

    def undated(self, url_for: UrlFor) -> str:
        """Return the entries that can't be dated as Markdown, with what is missing."""
        return self._list([(entry,) for entry in self._site.timeline.undated], url_for, missing=True)

    def records_index(self, url_for: UrlFor) -> str:
        """Return the list of all records, by kind, as Markdown."""
        records = sorted(self._site.library.records.values(), key=lambda one: one.name_in(self._language))
        backlinks = self._site.backlinks
        parts = []
        for kind in self._kinds:
            if listed := [record for record in records if record.kind.name == kind.name]:
                text = self._render("records_list.html", records=listed, backlinks=backlinks, url_for=url_for)
                parts += [f"## {capital(kind.several(self._language))}\n", text]
        return "\n\n".join(parts) if parts else "*No records yet.*"

    def broken(self, issue: Issue) -> str:
        """Return a page that stands in for a file that can't be read."""
        return self._render("broken.html", issue=issue)

    def _list(self, happenings: Sequence[Happening], url_for: UrlFor, *, missing: bool = False) -> str:
        return self._render(
            "entries_list.html",
            happenings=happenings,
            missing=missing,
            only_here=self._only_here,
            url_for=url_for,
        )

    def _only_here(self, entry: Entry) -> OnlyHere | None:
        difference = self._site.differences.get(entry.slug)
        if not difference:
            return None
        dates = dict.fromkeys(self._date(event.date) for event in difference.events)
        return OnlyHere(
            records=[self._site.library.records[slug] for slug in difference.records],
            dates=tuple(dates),
            passages=_passages(entry, difference.passages),
            count=len(difference.passages),
        )

    def _date(self, date: str | None, language: Language | None = None) -> str:
        return date_in_words(date, language or self._language)

    def _render(self, template: str, **values: object) -> str:
        return self._templates.get_template(template).render(**values).strip()


def capital(words: str) -> str:
    """Return words as they open a line."""
    return words[:1].upper() + words[1:]


def _section(segment: SegmentId) -> str:
    return f"§{segment.removeprefix('s')}"


def _language_in(name: SegmentId | None, entry: Entry) -> Language:
    segment = entry.segment(name)
    return segment.language if segment else entry.language


def _titles_in(event: Event, entry: Entry, language: Language) -> list[tuple[str, Language]]:
    """Return an event's titles with their languages, the one in the site's language first."""
    segment = entry.segment(event.segment)
    titles = [(event.title, _language_in(event.segment, entry))]
    if event.translated_title and segment and segment.rendering:
        titles.append((event.translated_title, segment.rendering.language))
    return sorted(titles, key=lambda title: title[1] != language)


def _passages(entry: Entry, segments: Iterable[SegmentId]) -> list[ParagraphRun]:
    """Put paragraphs that follow each other together: "§7–§10"."""
    places = {one.id: place for place, one in enumerate(s for s in entry.segments if s.role in COMPARED)}
    numbered = ((places[segment] - number, segment) for number, segment in enumerate(segments))
    runs = [[segment for _, segment in run] for _, run in groupby(numbered, key=lambda pair: pair[0])]
    return [
        ParagraphRun(run[0], _section(run[0]) if len(run) == 1 else f"{_section(run[0])}–{_section(run[-1])}")
        for run in runs
    ]
