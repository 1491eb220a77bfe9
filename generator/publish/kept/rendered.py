"""Pages that are not made again while what they are made from stays the same.

Behind the hooks of MkDocs: of an entry's or a record's page it is known beforehand what all of it is made
from, so nothing of it is read or set again; of others the HTML and the page as the theme sets it are kept,
each with all it depends on. A page that warns of something is made anew each time, and warns again.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from sys import intern
from typing import Any

from jinja2 import BytecodeCache, Template
from jinja2.bccache import Bucket

from generator.publish.kept.by_workers import OUTPUT, MadePage, WorkersPages, links_of, made_page, output_of
from generator.publish.kept.shelf import Shelf
from generator.publish.kept.shells import SetPage, Shells, Values
from generator.publish.kept.store import BROKEN, Kept, digest_of, text

PAGE, MARKDOWN = "page", "markdown"
OF_FILES = re.compile(
    r'="(?!#|[a-zA-Z][\w+.-]*:)'
    r'(?:(?<= src=")|(?<= href=")(?<! class="mention" href=")(?<! class="term" href="))'
)
"""A link whose address follows from which files there are; of names and terms it is known before."""
LIKE_THEM = re.compile(r"\{[^{}\n]*\b(?:mention|term)\b")
"""What makes an editor's link look like one of those."""
SERVER = "mkdocs.livereload"
"""A logger that speaks of who looks at pages, while others are made."""
TELLERS = ("mkdocs", "MARKDOWN", "py.warnings")
"""Loggers of what is said while a page is made."""


class CompiledTemplates(BytecodeCache):
    """Templates as Python's code, in this process alone: no file of code is ever read."""

    def __init__(self) -> None:
        self._code: dict[str, tuple[str, Any]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template's code, if the template reads as it did."""
        checksum, code = self._code.get(bucket.key, ("", None))
        if code is not None and checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        self._code[bucket.key] = bucket.checksum, bucket.code


class RenderedPages:
    """What is kept of pages in one build. Pages and their parts are those of MkDocs.

    Args:
        kept: values of before.
        files: a hash of which files there are.
        read_toc: makes a table of contents of its items.
        finish: makes the last changes to a page as the theme sets it.
        in_menu: pages that the menu lists.
    """

    def __init__(
        self,
        kept: Kept,
        files: bytes,
        read_toc: Callable[[list[Any]], Any],
        finish: Callable[[Any, str], str],
        in_menu: Collection[str],
    ) -> None:
        self._kept = kept
        self._shells = Shells(kept, in_menu)
        self._files = files
        self._read_toc = read_toc
        self._finish = finish
        self._workers: WorkersPages | None = None
        self._taken: set[str] = set()
        self._left_out: set[str] = set()
        """Pages that were taken, and proved not to be whole."""
        self._digests: dict[str, str] = {}
        """By page: a hash of all that it is made from, but for what stands on every page."""
        self._silent: dict[str, str | None] = {}
        """Pages with nothing wrong in their text; a hash of the files where it depends on which there are."""
        self._whole: dict[str, str | Values] = {}
        self._alike: dict[object, Any] = {}
        """What many pages have, once."""
        self._heard = Listener()
        self._heard.begin()
        self._is_heard = logging.getLogger(TELLERS[0]).isEnabledFor(logging.INFO)
        """Else what is said of a page is not noticed: then it may be silent for that alone."""
        self.shelf = Shelf()
        self.frame = b""
        """A hash of what stands on every page: its navigation, the site's address and other editions."""

    def share(self, workers: WorkersPages) -> None:
        """Have workers make pages."""
        self._workers = workers

    def end(self) -> None:
        """End the workers."""
        self.shelf.close()
        self._heard.end()
        if self._workers:
            self._workers.end()
        self._workers = None

    def take(self, page: Any, files: Any, gather: Callable[[], object]) -> bool:
        """Fill in what others must know of a page that a worker makes, or that was made before.

        Args:
            page: whose text is to be made.
            files: of the site.
            gather: gives all that it is made from; None: that is not known.

        Returns:
            whether there is one.
        """
        name = page.file.src_uri
        made = self._workers.page(name) if self._workers else None
        if made is None and (inputs := gather()) is not None:
            digest = self._kept.once(
                "made from", name, inputs, lambda: digest_of(inputs, self._is_heard).hex()
            )
            self._digests[name] = digest
            if name not in self._left_out:
                made = self._kept.get(PAGE, name, digest, self._restored_page)
        if made is None:
            self._heard.count = 0
            return False
        self._taken.add(name)
        page.markdown = page.content = ""
        page.meta, page._title_from_render, page.present_anchor_ids = (
            dict(made.meta),
            made.title,
            self.anchors_of(made.anchors),
        )
        page.links_to_anchors = made.links and {files.src_uris[name]: to for name, to in made.links.items()}
        return True

    def _restored_page(self, value: Any) -> MadePage | None:
        meta, title, anchors, links, files = value
        if files not in (None, self._files.hex()):
            return None
        named = {intern(key): self._the_same(value) for key, value in meta.items()}
        return MadePage(named, title and text(title), frozenset(anchors), links and {**links})

    def _the_same(self, value: Any) -> Any:
        """Return a value of a page's header as the pages before have it: most lists are of the same words."""
        return value if isinstance(value, str) else self._alike.setdefault(repr(value), value)

    def anchors_of(self, anchors: Iterable[str]) -> frozenset[str]:
        """Return the same set for all pages that have these; thousands do."""
        found = frozenset(map(intern, anchors))
        same: frozenset[str] = self._alike.setdefault(found, found)
        return same

    def is_taken(self, page: Any) -> bool:
        """Tell whether a page was filled in by `take`."""
        return page.file.src_uri in self._taken

    def is_written(self, page: Any) -> bool:
        """Tell whether a worker wrote a page."""
        return self._workers is not None and self._workers.is_written(page.file.src_uri)

    def is_whole(self, page: Any) -> bool:
        """Tell whether a page that was taken is there to its end; if not, it is none that was taken."""
        name = page.file.src_uri
        inputs = self.output_from(page)
        if inputs and (output := self._kept.get(OUTPUT, name, inputs, output_of, in_memory=False)):
            self._whole[name] = output
            return True
        self._left_out.add(name)
        self._taken.discard(name)
        return False

    def output_from(self, page: Any) -> tuple[object, ...] | None:
        """Return what a page is made from to its end; None where that is not known."""
        digest = self._digests.get(page.file.src_uri)
        return (digest, self.frame, _neighbours(page)) if digest else None

    def leave(self, page: Any) -> None:
        """Keep nothing of a page whose file was written since it was asked what it is made from."""
        self._digests.pop(page.file.src_uri, None)

    def still(self, page: Any) -> None:
        """Keep how a page is set, though nobody asks for it now."""
        self._kept.still(OUTPUT, page.file.src_uri)

    def render(self, page: Any, context: object, files: Any, render: Callable[[], None]) -> None:
        """Make a page's Markdown to HTML, or take what was made of it.

        Args:
            page: whose Markdown is set.
            context: what the Markdown extension is told of it.
            files: of the site.
            render: makes it.
        """
        name = page.file.src_uri
        if name in self._digests:
            render()
            if not self._heard.count:
                self._silent[name] = self._files_of(page)
            return
        inputs = page.markdown, context, page.file.dest_uri, self._is_heard
        known = self._kept.get(MARKDOWN, name, inputs)
        try:
            if known and known["files"] in (None, self._files.hex()):
                self._restore(page, known, files)
                return
        except BROKEN:
            pass
        with Listener() as heard:
            render()
        if not heard.count:
            self._kept.put(MARKDOWN, name, inputs, self._plain(page))

    def _plain(self, page: Any) -> dict[str, Any]:
        return {
            "content": page.content,
            "toc": _items(page.toc),
            "title": page._title_from_render,
            "anchors": sorted(page.present_anchor_ids),
            "links": links_of(page),
            "files": self._files_of(page),
        }

    def _files_of(self, page: Any) -> str | None:
        """Return a hash of which files there are, where a page's text depends on it."""
        depends = OF_FILES.search(page.content) or LIKE_THEM.search(page.markdown)
        return self._files.hex() if depends else None

    def _restore(self, page: Any, known: Mapping[str, Any], files: Any) -> None:
        links, anchors, toc = known["links"], set(known["anchors"]), self._read_toc(known["toc"])
        if links is not None:
            links = {files.src_uris[name]: dict(anchors) for name, anchors in links.items()}
        page.links_to_anchors, page.present_anchor_ids, page.toc = links, anchors, toc
        page._title_from_render = known["title"] and text(known["title"])
        page.content = text(known["content"])

    def remembering(self) -> type[Template]:
        """Return the class of templates that give a page back as it was set before."""
        pages = self

        class Remembering(Template):
            def render(self, *args: Any, **values: Any) -> str:
                if self.name is None or not (args and args[0].get("page")):
                    return super().render(*args, **values)
                is_only_here = args[0]["page"].file.src_uri in self.globals.get("only_here", ())
                return pages.output(args[0], self.name, super().render, is_only_here=is_only_here)

        return Remembering

    def output(
        self, context: Mapping[str, Any], template: str, set_page: SetPage, *, is_only_here: bool
    ) -> str:
        """Return a page as the theme sets it.

        Args:
            context: of the template.
            template: its name.
            set_page: fills it in.
            is_only_here: the page is in no other edition of the site.
        """
        page, head = context["page"], str(context.get("metadata", ""))
        name = page.file.src_uri

        def finished(context: Mapping[str, Any]) -> str:
            return self._finish(context["page"], set_page(context))

        def filled(values: Values) -> str:
            return self._shells.page(context, values, finished, self.frame, is_only_here=is_only_here)

        if (made := self._whole.pop(name, None)) is not None:
            return made if isinstance(made, str) else filled(made)
        digest = self._digests.get(name)
        inputs = self.output_from(page) or self._seen_from(page, template, head)
        output = None if digest else self._kept.get(OUTPUT, name, inputs, in_memory=False)
        if not isinstance(output, str):
            values = self._shells.values(context) if digest else None
            with Listener() as heard:
                output = filled(values) if values else finished(context)
            if not heard.count and (not digest or name in self._silent):
                self._kept.put(OUTPUT, name, inputs, values or output, in_memory=False)
                if digest:
                    one, files = made_page(page), self._silent[name]
                    plain = one.meta, one.title, sorted(one.anchors), one.links, files
                    self._kept.put(PAGE, name, digest, one, lambda _: plain)
        return output

    def _seen_from(self, page: Any, template: str, head: str) -> tuple[object, ...]:
        """Return what the theme makes a page from of which not all is known before."""
        return (
            *(self.frame, template, _hash(page.content), page.title, repr(page.meta), _items(page.toc), head),
            *(page.url, page.canonical_url, page.edit_url, page.is_homepage, _neighbours(page)),
            self._is_heard,
        )


class Listener(logging.Handler):
    """Counts what is said."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Hear that something is said."""
        self.count += record.name != SERVER

    def begin(self) -> None:
        """Listen."""
        for name in TELLERS:
            logging.getLogger(name).addHandler(self)

    def end(self) -> None:
        """Listen no more."""
        for name in TELLERS:
            logging.getLogger(name).removeHandler(self)

    def __enter__(self) -> Listener:
        self.begin()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()


def _neighbours(page: Any) -> list[tuple[str, str] | None]:
    return [(one.title, one.url) if one else None for one in (page.previous_page, page.next_page)]


def _items(toc: Iterable[Any]) -> list[dict[str, Any]]:
    """Return a table of contents as MkDocs is given it."""
    return [
        {"name": item.title, "id": item.id, "level": item.level, "children": _items(item.children)}
        for item in toc
    ]


def _hash(text: str | None) -> str:
    return hashlib.blake2b((text or "").encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
