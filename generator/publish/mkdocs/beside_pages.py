"""What a site has beside its pages: the search index, and the data for other programs.

Another processor makes it meanwhile; under serve the index follows the pages, and the data waits until it is
asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs.structure.files import File, Files

from generator.content.files import read_text
from generator.content.library import Library
from generator.content.once import Once, anew
from generator.model import Language, Mention, Slug
from generator.publish.computed.site import Read
from generator.publish.data import Origin, write_data
from generator.publish.kept.forked import FilesAside, parts
from generator.publish.kept.in_place import Write, write_file
from generator.publish.pages.marks import CHRONOLOGY_MARK
from generator.publish.pages.page_source import read_source
from generator.publish.search import Index, IndexedPage, indexed, pages_of, plain_page, write_index
from generator.publish.search.index import FOLDER


@dataclass(frozen=True)
class SearchIndex:
    """Made when all entries are read; from equal ones the same is made."""

    folder: Path
    """Of the chronology in the site."""
    library: Library
    mentions: Mapping[Slug, tuple[Mention, ...]]
    language: Language
    """Of the site."""
    address_of: Callable[[str], str]
    """From a page's path in content/ to its address in the site."""
    files: Sequence[File]
    """Of all pages that somebody wrote."""
    broken: Collection[str]
    """Pages that are not shown."""

    def write(self, write: Write, once: Once = anew, index: Index | None = None) -> None:
        """Write all of it; `index` is that of the pages that there were.

        Raises:
            OSError: the disk.
            InputError: a page can't be read any more.
        """
        write_index(self.folder, self._pages(once), write, index)

    def _pages(self, once: Once) -> Iterator[IndexedPage]:
        read = Read(self.library, self.mentions)
        yield from pages_of(read, self.language, self.address_of, indexed, once)
        for file in self.files:
            if page := self._plain(file, once):
                yield page

    def _plain(self, file: File, once: Once) -> IndexedPage | None:
        """Return a page that is neither an entry nor a record nor made of lists."""
        is_other = not file.src_uri.startswith(("entries/", "records/"))
        if not is_other or file.src_uri in self.broken or not file.abs_src_path:
            return None
        text = read_text(Path(file.abs_src_path), file.src_uri)
        inputs = text, file.src_uri, file.url, file.name, self.language
        return once("searched", file.src_uri, inputs, lambda: _indexed_plain(*inputs))


def _indexed_plain(text: str, path: str, url: str, name: str, language: Language) -> IndexedPage | None:
    source = read_source(text, path)
    if CHRONOLOGY_MARK in source.body:
        return None
    page = plain_page(url, source, name, language)
    return indexed(page) if page else None


@dataclass(frozen=True)
class DataFiles:
    """Made when entries are linked; from equal ones the same is made."""

    folder: Path
    """Of the chronology in the site."""
    origin: Origin
    names: Collection[str]
    """Of the files in content/, which nothing made replaces."""

    def write(self, write: Write) -> None:
        """Write all of it.

        Raises:
            OSError: the disk.
        """
        write_data(self.folder, self.origin, self.names, write)


def is_worth(files: Files) -> bool:
    """Tell whether another processor had better make that while this one makes the pages of a site."""
    # MkDocs copies files after that, and one of them may lie where the index does.
    is_free = not any(file.dest_uri.startswith(f"{FOLDER}/") for file in files)
    return is_free and len(parts(files.documentation_pages())) > 1


class Meanwhile:
    """What is made on other processors in one build."""

    def __init__(self) -> None:
        self._made: list[tuple[SearchIndex | DataFiles, FilesAside]] = []

    def make(self, ones: Iterable[SearchIndex | DataFiles]) -> None:
        """Begin to make some."""
        self._made += [(one, FilesAside(one.write, write_file)) for one in ones]

    def write(self, ones: Sequence[SearchIndex | DataFiles], write: Write) -> None:
        """Have just these be there, as they turned out to be."""
        for made, files in self._made:
            if made not in ones:
                files.take_back()
        for one in ones:
            if not any(made == one and files.are_written() for made, files in self._made):
                one.write(write)

    def end(self) -> None:
        """Have nothing be made any more."""
        for _, files in self._made:
            files.end()
        self._made = []
