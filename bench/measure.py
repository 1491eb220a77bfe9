"""Runs one command and says how long it took and how much memory it needed.

Run as a script, this file is the small process the command is started from: Linux counts the memory of
the process that forks as the child's, so a large one must not be the parent. Standard library only.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Measured:
    """What one run of a command cost."""

    seconds: float
    cpu: float
    """Seconds of processor time, workers included: less disturbed by what else the machine does."""
    peak_mb: float
    """Of the largest single process: parallel workers are not added up."""


class CommandError(Exception):
    """A measured command failed, so that its time means nothing."""


def measure(command: list[str], folder: Path, environment: dict[str, str]) -> Measured:
    """Run a command in a folder.

    Raises:
        CommandError: it exited with another code than 0; its output is the message.
    """
    wrapper = [sys.executable, "-I", "-S", str(Path(__file__).resolve()), *command]
    given = {**os.environ, **environment}
    # Else each run would compile every module again, as no user's does.
    given.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(wrapper, cwd=folder, env=given, capture_output=True, text=True, check=False)
    if done.returncode:
        output = (done.stdout + done.stderr).strip()[-3000:]
        raise CommandError(f"{' '.join(command)} (in {folder}) failed:\n{output}")
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def middle(runs: list[Measured]) -> Measured:
    """Return the median of several runs."""
    return Measured(
        median(run.seconds for run in runs),
        median(run.cpu for run in runs),
        median(run.peak_mb for run in runs),
    )


def _run(command: list[str]) -> int:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=sys.stderr)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in KiB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    cpu = usage.ru_utime + usage.ru_stime
    print(json.dumps({"seconds": seconds, "cpu": cpu, "peak_mb": usage.ru_maxrss * unit / 1e6}))
    return 0 if process.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1:]))
