"""MkDocs says nothing of a missing image that was told already, and all else."""

import logging

from generator.checks.bodies.missing import NO_IMAGE, NO_PAGE
from generator.model import Issue, Severity
from generator.publish.mkdocs.told import LOGGER, ToldAlready

SAYS = (
    "Doc file '{}' contains a link '{}', but the target 'entries/{}' is not found among documentation files."
)


def record(page: str, target: str) -> logging.LogRecord:
    return logging.makeLogRecord({"msg": SAYS.format(page, target, target), "levelno": logging.WARNING})


def test_an_image_is_told_once():
    told = ToldAlready()
    told.open()
    try:
        told.note("entries/a.md", Issue(Severity.ERROR, "a.md:9", f"{NO_IMAGE}map.png", "mend"))
        told.note("entries/a.md", Issue(Severity.ERROR, "a.md:9", "another", "mend"))
        told.note("entries/a.md", Issue(Severity.ERROR, "a.md:9", f"{NO_PAGE}x.md", "mend"))
        assert not LOGGER.filter(record("entries/a.md", "map.png"))
        assert not LOGGER.filter(record("entries/a.md", "x.md"))
        assert LOGGER.filter(record("entries/b.md", "map.png"))
        assert LOGGER.filter(record("entries/a.md", "other.md"))
        told.open()
        assert LOGGER.filter(record("entries/a.md", "map.png"))
    finally:
        told.close()
    assert told not in LOGGER.filters
