"""RESULTS.md, which keeps of each kind of run the last one, with its commit."""

from __future__ import annotations

import io
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path

FILE = Path(__file__).with_name("RESULTS.md")
RUN = r"(?ms)^## {kind}\n(?:\nCommit [^\n]*\n\n```text\n.*?^```\n)?"


class _Both(io.StringIO):
    """Remembers what is printed, and prints it."""

    def __init__(self, shown):
        super().__init__()
        self._shown = shown

    def write(self, text):
        self._shown.write(text)
        return super().write(text)

    def flush(self):
        self._shown.flush()


@contextmanager
def recorded(kind: str, *, is_kept: bool) -> Iterator[None]:
    """Have what is printed meanwhile take the place of the last run of its kind, when it came to its end."""
    commit, load = _commit(), os.getloadavg()[0]
    with redirect_stdout(_Both(sys.stdout)) as said:
        yield
    if is_kept:
        machine = (
            f"{os.cpu_count()} processors, load {load:.1f} when it began, Python {platform.python_version()}"
        )
        about = f"Commit {commit}, {datetime.now(UTC):%Y-%m-%d}, {machine}."
        text = FILE.read_text(encoding="utf-8") if FILE.exists() else "# Last measurements\n"
        FILE.write_text(with_run(text, kind, about, said.getvalue()), encoding="utf-8")


def with_run(text: str, kind: str, about: str, printed: str) -> str:
    """Return what RESULTS.md says with another run of a kind; what people wrote below it stays."""
    run = f"## {kind}\n\n{about}\n\n```text\n{printed.strip(chr(10))}\n```\n"
    pattern = RUN.format(kind=re.escape(kind))
    if re.search(pattern, text):
        return re.sub(pattern, lambda _: run, text, count=1)
    return f"{text.rstrip()}\n\n{run}"


def _commit() -> str:
    """Return the commit that is measured, and whether more was changed."""

    def git(*command: str) -> str:
        done = subprocess.run(["git", *command], cwd=FILE.parent, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    changed = " with changes" if git("status", "--porcelain", "--", "../generator") else ""
    return f"{git('log', '-1', '--format=%h (%s)') or 'unknown'}{changed}"
