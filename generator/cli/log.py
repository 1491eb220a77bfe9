"""Where tracebacks go: a file that a message names, and the terminal when asked for."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path

NAME = "chronology.log"
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class FailureLog(logging.FileHandler):
    """Writes what failed into a file; there is none as long as nothing did.

    Args:
        folder: where the file goes; a temporary one takes its place where that can't be written.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / NAME, "w", encoding="utf-8", delay=True)
        self.setLevel(logging.ERROR)
        self.setFormatter(logging.Formatter(FORMAT))

    @property
    def path(self) -> str:
        """The file; empty when nothing failed."""
        return self.baseFilename if self.stream else ""

    def emit(self, record: logging.LogRecord) -> None:
        """Write down one failure; on a full disk, what the terminal says has to do."""
        with suppress(OSError):
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """Leave it at that."""

    def close(self) -> None:
        """Close the file."""
        with suppress(OSError):
            super().close()

    def _open(self) -> TextIOWrapper:
        try:
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
            return super()._open()
        except OSError:
            self.baseFilename = str(Path(tempfile.mkdtemp(prefix="chronology-"), NAME))
            return super()._open()


@contextmanager
def logging_to(folder: Path, verbose: bool) -> Iterator[FailureLog]:
    """Log what the package reports while the block runs.

    Args:
        folder: where the file with failures goes.
        verbose: whether to show on standard error what is done, failures included.
    """
    logger = logging.getLogger("generator")
    failures = FailureLog(folder)
    handlers: list[logging.Handler] = [failures]
    if verbose:
        terminal = logging.StreamHandler()
        terminal.setFormatter(logging.Formatter(FORMAT))
        handlers.append(terminal)
    level, propagate = logger.level, logger.propagate
    logger.setLevel(logging.DEBUG if verbose else logging.WARNING)
    # Nor does it appear twice, where somebody set up logging for the whole program.
    logger.propagate = False
    for handler in handlers:
        logger.addHandler(handler)
    try:
        yield failures
    finally:
        logger.setLevel(level)
        logger.propagate = propagate
        for handler in handlers:
            logger.removeHandler(handler)
            handler.close()
