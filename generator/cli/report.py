"""What a run says: a line per seed, progress, and the closing summary."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from generator.cli.say import say
from generator.generate.outcome import Outcome, SeedResult
from generator.model import Issue, Severity
from generator.printable import printable_line


class Report:
    """Collects results while they come in and counts them."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout
        self.counts: Counter[Outcome] = Counter()
        self.issues: list[Issue] = []
        self._exit_codes = [0]

    def add(self, result: SeedResult | Issue) -> None:
        """Take in one result; say so unless nothing changed."""
        if isinstance(result, Issue):
            self._tell(result)
            return
        self.counts[result.outcome] += 1
        self._exit_codes.append(result.exit_code)
        if result.outcome in (Outcome.NEW, Outcome.CHANGED):
            slug = result.renamed_from or result.slug
            self.line(f"{result.outcome:<10} seeds/{result.seed} → content/entries/{slug}.md")
        if result.renamed_from:
            self.line(
                f"renamed    content/entries/{result.renamed_from}.md → content/entries/{result.slug}.md"
            )
        for issue in result.issues:
            self._tell(issue)

    def _tell(self, issue: Issue) -> None:
        if issue not in self.issues:
            self.issues.append(issue)
            self.line(f"{issue.severity:<10} {issue}", is_wrong=issue.severity is not Severity.NOTE)

    def line(self, text: str, *, is_wrong: bool = False) -> None:
        """Say one line."""
        say(text, file=self._stream, is_wrong=is_wrong)

    @property
    def exit_code(self) -> int:
        """What the run ends with: 0 when all is well."""
        failed = self.counts[Outcome.FAILED] or any(i.severity is Severity.ERROR for i in self.issues)
        return max(*self._exit_codes, 1 if failed else 0)

    def summary(self) -> str:
        """Return the counts in one line."""
        written = self.counts[Outcome.NEW] + self.counts[Outcome.CHANGED]
        warnings = sum(issue.severity is Severity.WARNING for issue in self.issues)
        left_out = f"{self.counts[Outcome.LEFT_OUT]} left out, " if self.counts[Outcome.LEFT_OUT] else ""
        return (
            f"Entries: {written} written, {self.counts[Outcome.UNCHANGED]} unchanged, {left_out}"
            f"{self.counts[Outcome.FAILED]} failed; {warnings} warning{'' if warnings == 1 else 's'}"
        )


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int | None], None]]:
    """Show progress on long work, on standard error; nothing when that is no terminal.

    Yields:
        What takes how much is done, and how much there is to do, where that is known.
    """
    is_shown = sys.stderr.isatty()

    def show(done: int, total: int | None) -> None:
        if is_shown:
            part = f"{done / total:.0%}" if total else f"{done:,}"
            click.echo(f"\r{label} {part} ", file=sys.stderr, nl=False)

    try:
        yield show
    finally:
        if is_shown:
            click.echo("\r\x1b[K", file=sys.stderr, nl=False)


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Set rows in columns."""
    rows = [tuple(map(printable_line, row)) for row in rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
