"""Pages that workers make: what the other pages' process must know of each, and how the theme sets it."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.publish.kept.forked import Worker
from generator.publish.kept.shells import VALUES, Values
from generator.publish.kept.store import Kept, text, texts

OUTPUT = "output"
"""The kind of a page as the theme sets it."""


@dataclass(frozen=True)
class MadePage:
    """What the other pages' process must know of a page that a worker made."""

    meta: dict[str, Any]
    title: str | None
    """As its text gives it."""
    anchors: frozenset[str]
    links: dict[str, dict[str, str]] | None
    """Anchors in other pages that it leads to, by their files."""


def made_page(page: Any) -> MadePage:
    """Return what is to be known of a page that was made."""
    anchors = frozenset(page.present_anchor_ids)
    return MadePage(page.meta, page._title_from_render, anchors, links_of(page))


class WorkersPages:
    """What workers make of pages, as they are at it; it is kept for the next build, too.

    Args:
        kept: values of this build.
        workers: each with the names of the pages that it makes.
    """

    def __init__(self, kept: Kept, workers: Sequence[tuple[Worker, Iterable[str]]]) -> None:
        self._kept = kept
        self._worker = {name: worker for worker, names in workers for name in names}
        self._phase = dict.fromkeys((worker for worker, _ in workers), 0)
        self._pages: dict[str, MadePage] = {}
        self._written: set[str] = set()
        self.names = self._worker.keys()
        """Of the pages that they make."""

    def page(self, name: str) -> MadePage | None:
        """Return what a worker made of a page, once; wait for it. None: this process must make it."""
        self._wait(name, 1)
        return self._pages.pop(name, None)

    def is_written(self, name: str) -> bool:
        """Tell whether a worker wrote a page; wait for it."""
        self._wait(name, 2)
        return name in self._written

    def _wait(self, name: str, phase: int) -> None:
        worker = self._worker.get(name)
        # As MkDocs does: first the Markdown of all pages, then the rest.
        while worker and self._phase[worker] < phase:
            self._phase[worker] += 1
            if sent := worker.receive():
                pages, places = pickle.loads(sent)
                self._pages |= pages
                for (kind, made), (start, length, made_from) in places.items():
                    self._kept.take(kind, made, made_from, worker.read(start, length))
                    if kind == OUTPUT:
                        self._written.add(made)

    def end(self) -> None:
        """End the workers."""
        for worker in self._phase:
            worker.end()


def output_of(value: Any) -> str | Values:
    """Return a page as the theme sets it, or what is filled in, of what JSON holds.

    Raises:
        TypeError, ValueError: it is neither.
    """
    return text(value) if isinstance(value, str) else texts(value, VALUES)


def links_of(page: Any) -> dict[str, dict[str, str]] | None:
    """Return the anchors in other pages that a page leads to, by their files."""
    links = page.links_to_anchors
    return links and {file.src_uri: anchors for file, anchors in links.items()}
