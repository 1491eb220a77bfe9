"""What a site has beside its pages: the search index, and the data for other programs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.structure.files import File, Files

from generator.content.files import read_text
from generator.content.once import Once
from generator.publish.data import Origin, write_data
from generator.publish.kept.in_place import Write
from generator.publish.pages.marks import CHRONOLOGY_MARK
from generator.publish.pages.page_source import read_source
from generator.publish.search import IndexedPage, SearchPage, indexed, pages_of, plain_page, write_index


@dataclass(frozen=True)
class BesidePages:
    """Written when the pages are or, under serve, while they are looked at already."""

    folder: Path
    """Of the chronology in the site."""
    origin: Origin
    """What all of it is made from."""
    names: Collection[str]
    """Of the files in content/, which nothing made replaces."""
    searched: Files | None
    """With the pages that editors wrote besides entries and records; None: another site searches."""
    broken: Collection[str]
    """Pages that are not shown."""

    def write(self, once: Once, write: Write) -> None:
        """Write all of it.

        Raises:
            OSError: the disk.
            InputError: a page can't be read any more.
        """
        if self.searched is not None:
            write_index(self.folder, self._pages(self.searched, once), write)
        write_data(self.folder, self.origin, self.names, write)

    def _pages(self, files: Files, once: Once) -> Iterator[IndexedPage]:
        origin = self.origin
        yield from pages_of(origin.site, origin.language, origin.address_of, indexed, once)
        for file in files.documentation_pages():
            if page := self._plain(file):
                yield indexed(page)

    def _plain(self, file: File) -> SearchPage | None:
        """Return a page that is neither an entry nor a record nor made of lists."""
        is_other = file.generated_by is None and not file.src_uri.startswith(("entries/", "records/"))
        if not is_other or file.src_uri in self.broken or not file.abs_src_path:
            return None
        source = read_source(read_text(Path(file.abs_src_path), file.src_uri), file.src_uri)
        if CHRONOLOGY_MARK in source.body:
            return None
        return plain_page(file.url, source, file.name, self.origin.language)
