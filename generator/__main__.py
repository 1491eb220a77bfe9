"""`python -m generator` is `chronology`."""

from __future__ import annotations

import sys

from generator.errors import INTERRUPTED


def run() -> None:
    """Run the command line; Ctrl-C ends it in a line, also while it is still being imported."""
    try:
        from generator.cli.main import main

        main(prog_name="chronology")
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    run()
