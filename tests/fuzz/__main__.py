"""`python -m tests.fuzz TARGET [options of libFuzzer]`: looks for bytes that make a target fail."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator"]):
    from tests.fuzz.targets import TARGETS

FOUND = Path(__file__).parent / "found"


def main() -> None:
    """Fuzz one target; a case that fails is written into the present folder."""
    name, *options = sys.argv[1:] or [""]
    if name not in TARGETS:
        sys.exit(f"python -m tests.fuzz TARGET; one of: {', '.join(TARGETS)}")
    # What it learns goes into the first folder; what was found before is only read.
    learnt = Path(tempfile.mkdtemp(prefix="fuzz-"))
    atheris.Setup([sys.argv[0], *options, str(learnt), str(FOUND / name)], TARGETS[name])
    atheris.Fuzz()


main()
