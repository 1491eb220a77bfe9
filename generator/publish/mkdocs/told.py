"""Keeps MkDocs from saying again, without line and remedy, that an image or a page is missing."""

from __future__ import annotations

import logging
import re

from generator.checks.bodies.missing import NO_IMAGE, NO_PAGE
from generator.model import Issue

MKDOCS_SAYS = re.compile(r"Doc file '(?P<page>.+?)' contains a link '(?P<target>.+?)', but the target")
LOGGER = logging.getLogger("mkdocs.structure.pages")


class ToldAlready(logging.Filter):
    """Lets through what MkDocs says of links, but for what was told to be missing."""

    def __init__(self) -> None:
        super().__init__()
        self._told: set[tuple[str, str]] = set()

    def open(self) -> None:
        """Begin a build."""
        self._told.clear()
        LOGGER.addFilter(self)

    def close(self) -> None:
        """Let everything through."""
        LOGGER.removeFilter(self)

    def note(self, page: str, issue: Issue) -> None:
        """Remember what was said of a page, where it is about something that is not there."""
        for said in (NO_IMAGE, NO_PAGE):
            if issue.problem.startswith(said):
                self._told.add((page, issue.problem.removeprefix(said)))

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether something is to be said."""
        found = MKDOCS_SAYS.match(record.getMessage())
        return not found or (found["page"], found["target"]) not in self._told
