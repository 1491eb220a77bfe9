"""Keeps MkDocs from saying again, without line and remedy, that an image is missing."""

from __future__ import annotations

import logging
import re

from generator.checks.bodies.images import NO_IMAGE
from generator.model import Issue

MKDOCS_SAYS = re.compile(r"Doc file '(?P<page>.+?)' contains a link '(?P<target>.+?)', but the target")
LOGGER = logging.getLogger("mkdocs.structure.pages")


class ToldAlready(logging.Filter):
    """Lets through what MkDocs says of links, but for the images that were told to be missing."""

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
        """Remember what was said of a page, where it is about an image."""
        if issue.problem.startswith(NO_IMAGE):
            self._told.add((page, issue.problem.removeprefix(NO_IMAGE)))

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether something is to be said."""
        found = MKDOCS_SAYS.match(record.getMessage())
        return not found or (found["page"], found["target"]) not in self._told
