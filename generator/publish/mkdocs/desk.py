"""What the site tells who edits it: mistakes in pages, what is left to do, where to change it, what changed.

Most of it shows under `mkdocs serve` only; mistakes are said whenever the site is built.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.checks.bodies import check_page
from generator.checks.bodies.page import baseline_of, entry_of
from generator.checks.need import Need, ToDo
from generator.checks.references import check_references
from generator.checks.to_do import find_to_do
from generator.content.conflicts import conflict_issue
from generator.content.files import read_text
from generator.content.library import Library
from generator.content.paths import ContentPaths
from generator.content.places import FIRST_LINE, address_of_line, line_of
from generator.errors import InputError
from generator.model import Issue, Record, Severity, Slug
from generator.publish.computed.site import Site
from generator.publish.mkdocs.told import ToldAlready
from generator.publish.mkdocs.watch import Watch, in_words
from generator.publish.pages.entry_pages import UrlFor
from generator.publish.pages.lists import Pages
from generator.settings import Settings

MOST_FOR_NAMES = 2000
"""Entries: in more, names without a record are looked for by `chronology status --needs record` only."""

IMAGES = ("![", "<img")
"""What stands in a page that has images: whether they are there is not told by its text."""

LINE_OF_PLACE = re.compile(r":([1-9]\d{0,8})$")

Logger = logging.Logger | logging.LoggerAdapter[logging.Logger]


class Desk:
    """Stays from one build to the next under serve; `open` begins each build."""

    def __init__(self, logger: Logger) -> None:
        self._logger = logger
        self._watch: Watch | None = None
        self._nameless: tuple[Mapping[Slug, Record], list[ToDo]] | None = None
        """Names without a record, and the records with which they were looked for."""
        self._mistakes: dict[str, list[Issue]] = {}
        """By page: what is wrong in its text."""
        self._told = ToldAlready()

    def open(
        self,
        site: Site,
        settings: Settings,
        paths: ContentPaths,
        pages: Pages,
        broken: Mapping[str, Issue],
    ) -> None:
        """Begin a build.

        `broken`: by path inside content/, pages that can't be shown; more are found as they are made.
        """
        self._site, self._settings, self._paths, self._pages = site, settings, paths, pages
        self._broken = broken
        self._mistakes = {}
        self._dangling: list[tuple[str, Issue]] = []
        self._told.open()

    def look(self, settings: Settings) -> None:
        """Say what changed since the last build."""
        self._watch = self._watch or Watch(settings, self._tell_run)
        if changed := self._watch.look():
            self._logger.info("%s", in_words(changed))

    def follow(self) -> None:
        """Have entries follow what they are made from; the pages show what there is meanwhile."""
        if self._watch:
            self._watch.follow()

    def close(self) -> None:
        """End what runs beside the server."""
        self._told.close()
        if self._watch:
            self._watch.stop()

    def tell_issues(self, library: Library, *, for_editors: bool) -> None:
        """Say what is wrong in the files of content/ and, to editors, what they must decide."""
        flaws = [issue for found in library.flaws.values() for issue in found]
        for issue in library.issues:
            # A page that only lacks what a wrong key says is no reason not to publish the site.
            (self._logger.info if issue in flaws else self._logger.warning)("%s", issue)
        for slug, conflicts in library.conflicts.items() if for_editors else ():
            for conflict in conflicts:
                self._logger.warning("%s", conflict_issue(conflict, slug))

    def tell_references(self, whole: Library) -> None:
        """Say which names in the headers of entries lead nowhere.

        `whole`: what lies in content/, with what is not published.
        """
        for slug, entry in self._site.library.entries.items():
            name = f"entries/{slug}.md"
            for issue in check_references(entry, whole, f"content/{name}"):
                self._logger.log(_level(issue), "%s", issue)
                self._dangling.append((name, issue))

    def tell_mistakes(self, page: str, name: str, text: str, in_header: Sequence[Issue]) -> None:
        """Say what readers would see wrong in a page, and what of its header is not used.

        Args:
            page: its path, as MkDocs has it.
            name: of its file inside content/, which is another where an edition has its own.
            text: of the file.
            in_header: what is wrong there.
        """
        library = self._site.library
        entry = entry_of(name, library)
        baseline = baseline_of(entry, library)
        found = check_page(text, name, self._paths.content, entry, baseline, library.moved)
        told = {(issue.place, issue.problem) for issue in library.flaws.get(name, ())}
        unused = [issue for issue in in_header if (issue.place, issue.problem) not in told]
        for issue in found:
            self._logger.log(_level(issue), "%s", issue)
            self._told.note(page, issue)
        for issue in unused:
            self._logger.info("%s", issue)
        self._mistakes[name] = [*unused, *found]

    def note(self, name: str, file: str | None, *, is_draft: bool) -> str:
        """Return what stands above a page: the way to its file, and what is to be mended in it.

        Args:
            name: of the page inside content/.
            file: that it is made from; None when it is generated.
            is_draft: it is not published.
        """
        link = ""
        if file:
            address = address_of_line(self._settings.editor_link, Path(file), FIRST_LINE)
            link = self._pages.edit_link(f"content/{name}", address)
        to_mend = (*self._site.library.flaws.get(name, ()), *self._mistakes.get(name, ()))
        return link + self._pages.to_mend(to_mend, is_draft=is_draft)

    def list_to_do(self, url_for: UrlFor) -> str:
        """Return the page of what is left to do; made last, it knows what is wrong in the others."""
        to_mend = [(name, issue, self._open_broken(name, issue)) for name, issue in self._to_mend()]
        return self._pages.for_editors(self._to_do(), self._open_at, url_for, to_mend)

    def _to_mend(self) -> Iterator[tuple[str, Issue]]:
        """Yield what no site is published with, each with its path inside content/."""
        library = self._site.library
        yield from self._broken.items()
        told = {*library.broken.values(), *(issue for found in library.flaws.values() for issue in found)}
        for issue in library.issues:
            if issue not in told:
                folder, _, name = issue.place.partition("/")
                yield name.partition(":")[0] if folder == self._paths.content.name else "", issue
        in_pages = ((name, issue) for name, found in self._mistakes.items() for issue in found)
        for name, issue in (*self._dangling, *in_pages):
            if issue.severity is Severity.ERROR:
                yield name, issue

    def way_to_mend(self, name: str, issue: Issue) -> str:
        """Return the link that opens the file of a page that can't be shown where it is to be mended."""
        return self._pages.edit_link(f"content/{name}", self._open_broken(name, issue))

    def _open_broken(self, name: str, issue: Issue) -> str:
        line = LINE_OF_PLACE.search(issue.place)
        path = self._paths.content / name
        return address_of_line(self._settings.editor_link, path, int(line[1]) if line else FIRST_LINE)

    def _to_do(self) -> dict[Need, list[ToDo]]:
        """Return what is left to do; names are looked for again when the records change: it takes long."""
        library, states, no_record = self._site.library, self._site.states, self._settings.no_record
        needs = [need for need in Need if need is not Need.RECORD]
        found = find_to_do(library, states, no_record, needs)
        if len(library.entries) <= MOST_FOR_NAMES:
            if self._nameless is None or self._nameless[0] != library.records:
                names = find_to_do(library, states, no_record, [Need.RECORD])
                self._nameless = (library.records, names[Need.RECORD])
            found[Need.RECORD] = [one for one in self._nameless[1] if one.slug in library.entries]
        return {need: found[need] for need in Need if need in found}

    def _open_at(self, one: ToDo) -> str:
        path = self._paths.entry(one.slug)
        try:
            line = line_of(read_text(path, str(path)), one.part)
        except InputError:  # it was moved while the site is being built
            line = FIRST_LINE
        return address_of_line(self._settings.editor_link, path, line)

    def _tell_run(self, line: str, is_failed: bool) -> None:
        self._logger.log(logging.WARNING if is_failed else logging.INFO, "%s", line)


def _level(issue: Issue) -> int:
    return logging.WARNING if issue.severity is Severity.ERROR else logging.INFO
