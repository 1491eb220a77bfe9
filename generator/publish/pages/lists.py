"""Pages as text: the generated lists, and pages for editors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.checks.need import Need, ToDo
from generator.messages import N_
from generator.model import ENGLISH, GERMAN, Issue, Language, RecordKind
from generator.publish.computed.site import Site
from generator.publish.computed.sources import find_sources
from generator.publish.kept.store import Kept
from generator.publish.pages.chronology_pages import ChronologyPages
from generator.publish.pages.entry_pages import EntryPages, UrlFor
from generator.publish.pages.record_pages import RecordPages
from generator.publish.pages.rendering import Templates, capital

MOST_TO_DO = 100
"""Of what is to be done, so many of each kind are listed."""
MOST_ENTRIES = 10
"""Of those that have a name, so many are listed."""
NEEDS_IN_WORDS = {
    Need.DECISION: N_("To decide: you and the source changed the same"),
    Need.TRANSLATION: N_("To translate"),
    Need.DATE: N_("To date"),
    Need.RECORD: N_("Names without a record, or with two"),
    Need.REVIEW: N_("To review"),
}
FORMER_ANCHORS = {("body", ENGLISH): "bodies", ("body", GERMAN): "korperschaften"}
"""Of lists of records whose headings were other words: links from elsewhere still land there."""

OpenAt = Callable[[ToDo], str]
"""From what is to be done to the address that opens its place in the text editor."""


class Pages:
    """Renders the pages of a site, in its language."""

    def __init__(
        self,
        site: Site,
        language: Language,
        kinds: Iterable[RecordKind],
        name: str = "",
        url: str = "",
        kept: Kept | None = None,
    ) -> None:
        self._site = site
        self._language = language
        self._kinds = tuple(kinds)
        kept = kept or Kept()
        self._templates = kept.once("templates", "", language, lambda: Templates(language))
        self.of_entries = EntryPages(site, language, self._templates, name, url, kept)
        self.of_records = RecordPages(site, language, self._templates, self.of_entries.hash_elsewhere, kept)
        self.of_chronology = ChronologyPages(
            site, language, self._kinds, self._templates, self.of_entries.only_here, kept
        )

    def to_mend(self, issues: Sequence[Issue], *, is_draft: bool = False) -> str:
        """Return what an editor is to know of a page's file; nothing where there is nothing."""
        return (
            self._templates.render("to_mend.html", issues=issues, is_draft=is_draft)
            if issues or is_draft
            else ""
        )

    def edit_link(self, place: str, address: str) -> str:
        """Return the link that opens a page's file in the text editor."""
        return self._templates.render("edit_link.html", place=place, address=address)

    def for_editors(
        self,
        found: Mapping[Need, Sequence[ToDo]],
        open_at: OpenAt,
        url_for: UrlFor,
        to_mend: Sequence[tuple[str, Issue, str]] = (),
    ) -> str:
        """Return what there is left to do, by need; the first of each.

        `to_mend`: what no site is published with, by path inside content/, with the address that opens each.
        """
        entries = self._site.library.entries
        return self._templates.render(
            "for_editors.html",
            found={
                need: _by_name(to_do) if need is Need.RECORD else [[one] for one in to_do]
                for need, to_do in found.items()
            },
            to_mend=to_mend,
            headings=NEEDS_IN_WORDS,
            most=MOST_TO_DO,
            few=MOST_ENTRIES,
            entries=entries,
            open_at=open_at,
            url_for=url_for,
        )

    def way_back(self, url_for: UrlFor) -> str:
        """Return what stands above the title of a year's page."""
        return self._templates.render("year_crumb.html", url_for=url_for)

    def records_index(self, url_for: UrlFor) -> str:
        """Return the list of all records, by kind, as Markdown."""
        records = sorted(self._site.library.records.values(), key=lambda one: one.name_in(self._language))
        backlinks = self._site.backlinks
        parts = []
        for kind in self._kinds:
            if listed := [record for record in records if record.kind.name == kind.name]:
                text = self._templates.render(
                    "records_list.html",
                    records=listed,
                    anchor=FORMER_ANCHORS.get((kind.name, self._language), ""),
                    backlinks=backlinks,
                    language=self._language,
                    url_for=url_for,
                )
                parts += [f"## {capital(kind.several(self._language))}\n", text]
        return "\n\n".join(parts) if parts else "*" + self.gettext("No records yet.") + "*"

    def gettext(self, message: str) -> str:
        """Return a message in the site's language."""
        return self._templates.messages.gettext(message)

    def sources(self, url_for: UrlFor) -> str:
        """Return who published the texts, in which languages, and what of them is here."""
        sources = find_sources(self._site.timeline)
        return self._templates.render("sources.html", sources=sources, url_for=url_for)

    def glossary(self) -> str:
        """Return the terms with their fixed renderings."""
        terms = self.of_entries.terms.terms
        languages = dict.fromkeys(code for one in terms for code in one.term.spellings)
        ordered = sorted(languages, key=lambda code: code != self._language)
        return self._templates.render("glossary.html", terms=terms, languages=ordered)

    def data(self, listed: Sequence[object], address_of: Callable[[str], str]) -> str:
        """Return the list of files for other programs.

        Args:
            listed: the files, from `data.listed_files`.
            address_of: from a file's path in the site to its address as seen from the page.
        """
        return self._templates.render("data.html", listed=listed, address_of=address_of)

    def broken(self, issue: Issue) -> str:
        """Return a page that stands in for a file that can't be read."""
        return self._templates.render("broken.html", issue=issue)


def _by_name(to_do: Iterable[ToDo]) -> list[list[ToDo]]:
    """Put together what several entries say alike: a name is one thing to do, wherever it stands."""
    groups: dict[str, list[ToDo]] = defaultdict(list)
    for one in to_do:
        groups[one.what].append(one)
    return list(groups.values())
