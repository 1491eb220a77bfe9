"""The chronology on the home page and on a year's page: a timeline, ways to narrow it down, the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.content.translation_state import entry_state, translation_of
from generator.dates.wording import month_name
from generator.links.differences import COMPARED
from generator.messages import Messages
from generator.model import Entry, Language, RecordKind, SegmentId, Slug
from generator.publish.computed.site import Site
from generator.publish.computed.sources import who_published
from generator.publish.computed.summary import shown_language, summary_of
from generator.publish.computed.timeline import Happening, Reported, Row, Year, month_anchor, most_exact
from generator.publish.kept.store import Kept, text
from generator.publish.pages.entry_pages import OnlyHere, UrlFor
from generator.publish.pages.facets import find_facets
from generator.publish.pages.rendering import Templates, titles_in
from generator.publish.pages.strip import (
    Moment,
    Scale,
    Shape,
    Strip,
    dense,
    draw_strip,
    scale_of_months,
    scale_of_years,
)

WHOLE_ON_HOME = 400
"""With more entries than this, the home page lists them without summaries, by years that are folded."""
LISTED_ON_HOME = 1200
"""With more than this, it lists years alone."""
LIST = "list"
"""The kind of what is kept."""
AROUND = 3
"""Years before the first entry and after the last: what is reported or announced for longer ago or later is
not drawn, for it would crowd the entries."""


@dataclass(frozen=True)
class _Shown:
    """How much a list shows."""

    url_for: UrlFor
    is_short: bool = False
    """Without summaries."""


@dataclass(frozen=True)
class _List:
    """What rows of a list need to know."""

    url_for: UrlFor
    tokens: Mapping[Slug, str]
    """By entry: what it can be found by."""
    only_here: Callable[[Entry], OnlyHere | None]
    is_short: bool = False
    """Without summaries."""
    missing: bool = False
    """With what is missing for a date."""


@dataclass(frozen=True)
class _Stretch:
    """A year or a month on the line."""

    date: str
    name: str
    url: str
    happenings: Sequence[Happening]
    reported: Sequence[Reported]


@dataclass(frozen=True)
class ChronologyPages:
    """Renders the lists of the chronology, in the site's language."""

    _site: Site
    _language: Language
    _kinds: Sequence[RecordKind]
    _templates: Templates
    _only_here: Callable[[Entry], OnlyHere | None]
    """Tells what one of several reports of an event has alone."""
    _kept: Kept
    _shown_entries: dict[tuple[Slug, bool], object] = field(default_factory=dict)
    """What lists show of an entry, with or without a summary."""

    @property
    def _messages(self) -> Messages:
        return self._templates.messages

    def whole(self, url_for: UrlFor) -> str:
        """Return the chronology for the home page: all of it, or its years when it is long."""
        timeline = self._site.timeline
        entries = [*(entry for year in timeline.years for entry in year.entries), *timeline.undated]
        if not entries:
            none = self._messages.gettext("No entries yet.")
            return f"*{none}*"
        facts = self._facts(entries, len(timeline.reported))
        if len(entries) > LISTED_ON_HOME:
            strip = self._draw(self._years(url_for), self._scale(), url_for)
            return self._templates.render(
                "years.html", timeline=timeline, facts=facts, strip=strip, url_for=url_for
            )
        is_short = len(entries) > WHOLE_ON_HOME

        def make() -> str:
            return self._page(
                timeline.years if is_short else timeline.all_years,
                entries,
                url_for,
                facts=facts,
                strip=self._draw(self._years(url_for), self._scale(), url_for),
                is_short=is_short,
                undated=timeline.undated,
                is_home=True,
            )

        shown = _Shown(url_for, is_short=is_short)
        return self._once("home", self._shown(timeline.all_years, timeline.undated, shown), make)

    def year(self, number: int, url_for: UrlFor) -> str:
        """Return one year of the chronology, by months."""
        (year,) = (year for year in self._site.timeline.all_years if year.number == number)
        numbers = [one.number for one in self._site.timeline.years]
        inputs = self._shown([year], (), _Shown(url_for)), numbers, bool(self._site.timeline.undated)
        return self._once(str(number), inputs, lambda: self._year(number, url_for))

    def _once(self, name: str, inputs: object, make: Callable[[], str]) -> str:
        """Return a list, as it was made of the same before."""
        known: str | None = self._kept.get(LIST, name, inputs, text)
        if known is None:
            known = make()
            self._kept.put(LIST, name, inputs, known)
        return known

    def _shown(self, years: Iterable[Year], undated: Iterable[Entry], list_: _Shown) -> object:
        """Return all that is shown of entries, and of what they tell of."""
        rows = [
            (year.number, month.number, [self._shown_row(row, list_) for row in month.rows])
            for year in years
            for month in year.months
        ]
        shown = {slug: (one.kind, one.names) for slug, one in self._site.library.records.items()}
        records = self._kept.hash_of("records", shown)
        lacking = [self._shown_entry(one, list_, is_short=list_.is_short) for one in undated]
        self._shown_entries.clear()  # Other lists have other entries; of all it would fill much memory.
        return rows, lacking, records

    def _shown_row(self, row: Row, list_: _Shown) -> object:
        if isinstance(row, Reported):
            entry = row.entry
            told = row.event, entry.segment(row.event.segment), entry.source.published
            return (*told, self._shown_entry(entry, list_, is_short=True))
        lacking = [(self._site.differences.get(one.slug), _numbered(one)) for one in row if len(row) > 1]
        return [self._shown_entry(one, list_, is_short=list_.is_short) for one in row], lacking

    def _shown_entry(self, entry: Entry, list_: _Shown, *, is_short: bool) -> object:
        place = entry.slug, is_short
        if place not in self._shown_entries:  # What an entry tells of is in many rows.
            self._shown_entries[place] = (
                *(entry.title, shown_language(entry, self._language), entry.date, entry.language, entry.kind),
                *(entry.draft, who_published(entry.source), bool(entry.source.seed), translation_of(entry)),
                entry_state(self._site.states[entry.slug]),
                [record.slug for record in self._site.records_in(entry)],
                "" if is_short else summary_of(entry, self._language),
            )
        return self._shown_entries[place], list_.url_for(f"entries/{entry.slug}.md")

    def _year(self, number: int, url_for: UrlFor) -> str:
        years = self._site.timeline.years
        (place,) = (place for place, year in enumerate(years) if year.number == number)
        (year,) = (year for year in self._site.timeline.all_years if year.number == number)
        names = [month_name(month, self._language, short=True) for month in range(1, 13)]
        before = years[place - 1].number if place else None
        after = years[place + 1].number if place + 1 < len(years) else None
        last = ("undated", self._messages.gettext("Undated")) if self._site.timeline.undated else None
        return self._page(
            [year],
            year.entries,
            url_for,
            facts=self._facts(year.entries, len(year.reported), with_years=False),
            strip=self._draw(self._months(year), scale_of_months(number, names), url_for),
            before=(before, before) if before else None,
            after=(after, after) if after else last,
        )

    def undated(self, url_for: UrlFor) -> str:
        """Return the entries that can't be dated, with what is missing."""
        timeline = self._site.timeline
        last = timeline.years[-1].number if timeline.years else None
        return self._page(
            (),
            timeline.undated,
            url_for,
            facts=self._facts(timeline.undated, 0, with_years=False),
            undated=timeline.undated,
            before=(last, last) if last else None,
        )

    def _page(
        self,
        years: Sequence[Year],
        entries: Iterable[Entry],
        url_for: UrlFor,
        *,
        facts: Sequence[str],
        strip: Strip | None = None,
        undated: Sequence[Entry] = (),
        is_short: bool = False,
        is_home: bool = False,
        before: tuple[object, object] | None = None,
        after: tuple[object, object] | None = None,
    ) -> str:
        told = [one.entry for year in years for one in year.reported]
        found = find_facets(self._site, entries, told, self._kinds, self._language, self._messages)
        return self._templates.render(
            "chronology.html",
            years=years,
            undated=[(entry,) for entry in undated],
            facts=facts,
            strip=strip,
            facets=found.facets,
            has_events=any(year.reported for year in years),
            list=_List(url_for, found.tokens, self._only_here, is_short),
            list_of_undated=_List(url_for, found.tokens, self._only_here, is_short, missing=not is_home),
            is_home=is_home,
            date_of=most_exact,
            month_anchor=month_anchor,
            month_heading=self._month_heading,
            before=before,
            after=after,
        )

    def _facts(self, entries: Sequence[Entry], events: int, *, with_years: bool = True) -> list[str]:
        timeline = self._site.timeline
        facts = [self._documents(len(entries)) + (_span(timeline.years) if with_years else "")]
        if events:
            told = [year for year in timeline.all_years if year.reported]
            facts.append(self._events(events) + (_span(told) + self._not_drawn(told) if with_years else ""))
        return facts

    def _not_drawn(self, told: Sequence[Year]) -> str:
        """Return how many events the timeline leaves out, being too far from the entries."""
        scale = self._scale()
        out = [one for one in told if scale and not scale.first.year <= one.number <= scale.last.year]
        if not out:
            return ""
        count = sum(len(year.reported) for year in out)
        beyond = self._messages.gettext("%(num)s too long before or after the documents for the timeline")
        return f" ({beyond % {'num': count}})"

    def _documents(self, count: int) -> str:
        return self._messages.ngettext("%(num)s document", "%(num)s documents", count) % {"num": count}

    def _events(self, count: int) -> str:
        told = self._messages.ngettext("%(num)s reported event", "%(num)s reported events", count)
        return told % {"num": count}

    def _month_heading(self, year: int, month: int) -> str:
        if month:
            return month_name(month, self._language)
        return self._messages.gettext("Some time in %(year)s") % {"year": year}

    # The timeline

    def _scale(self) -> Scale | None:
        years = self._site.timeline.years
        if not years:
            return None
        first, last = years[0].number, years[-1].number
        drawn = [
            year.number
            for year in self._site.timeline.all_years
            if first - AROUND <= year.number <= last + AROUND
        ]
        return scale_of_years(drawn[0], drawn[-1])

    def _years(self, url_for: UrlFor) -> Iterator[_Stretch]:
        for year in self._site.timeline.all_years:
            url = url_for(f"years/{year.number}.md") if year.entries else ""
            name = str(year.number)
            yield _Stretch(f"{year.number:04}", name, url, year.happenings, year.reported)

    def _months(self, year: Year) -> Iterator[_Stretch]:
        for month in year.months:
            date = f"{year.number:04}-{month.number:02}" if month.number else f"{year.number:04}"
            name = self._month_heading(year.number, month.number)
            anchor = f"#{month_anchor(year.number, month.number)}"
            yield _Stretch(date, name, anchor, month.happenings, month.reported)

    def _draw(self, stretches: Iterable[_Stretch], scale: Scale | None, url_for: UrlFor) -> Strip | None:
        shown = tuple(stretches)
        moments: list[Moment] = []
        above = dense([len(one.happenings) for one in shown])
        below = dense([len(one.reported) for one in shown])
        for stretch, is_folded, is_folded_below in zip(shown, above, below, strict=True):
            if is_folded:
                moments.append(self._folded(stretch, Shape.NAMED, len(stretch.happenings)))
            else:
                moments += [self._of_happening(one, url_for) for one in stretch.happenings]
            if is_folded_below:
                moments.append(self._folded(stretch, Shape.EVENT, len(stretch.reported)))
            else:
                moments += [self._of_event(one, url_for) for one in stretch.reported]
        return draw_strip(moments, scale) if scale and len(moments) > 1 else None

    def _folded(self, stretch: _Stretch, shape: Shape, count: int) -> Moment:
        told = self._events(count) if shape is Shape.EVENT else self._documents(count)
        label = f"{stretch.name}: {told}"
        return Moment(stretch.date, label, stretch.url, shape, folded=count)

    def _of_happening(self, happening: Happening, url_for: UrlFor) -> Moment:
        first, date = happening[0], most_exact(happening).date or ""
        label = f"{self._templates.date(date)}: {first.title}"
        if (count := len(happening)) > 1:
            several = self._messages.ngettext(
                "One event, %(num)s report", "One event, %(num)s reports", count
            )
            label = f"{self._templates.date(date)}: {several % {'num': count}}: {first.title}"
        return Moment(date, label, url_for(f"entries/{first.slug}.md"), count=count)

    def _of_event(self, told: Reported, url_for: UrlFor) -> Moment:
        event, entry = told.event, told.entry
        title, _ = titles_in(event, entry, self._language)[0]
        how = self._messages.gettext("announced") if event.announced else self._messages.gettext("reported")
        who = who_published(entry.source) or entry.title
        label = f"{self._templates.date(event.date)}: {title} ({how}: {who})"
        url = url_for(f"entries/{entry.slug}.md") + (f"#{event.segment}" if event.segment else "")
        return Moment(event.date, label, url, Shape.ANNOUNCED if event.announced else Shape.EVENT)


def _numbered(entry: Entry) -> list[SegmentId]:
    """Return the paragraphs by which passages are told: those between two of them part what is one."""
    return [segment.id for segment in entry.segments if segment.role in COMPARED]


def _span(years: Sequence[Year]) -> str:
    """Return from which year to which something is, to stand behind how much it is."""
    numbers = dict.fromkeys(str(year.number) for year in (*years[:1], *years[-1:]))
    return f", {'–'.join(numbers)}" if numbers else ""
