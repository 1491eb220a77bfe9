"""`python -m generator` is `chronology`."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line; Ctrl-C ends it in a line, also while it is imported, as all here is."""
    try:
        from generator.cli.main import main

        main(prog_name="chronology")
    except KeyboardInterrupt:
        from generator.errors import INTERRUPTED

        sys.stderr.write("interrupted\n")
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    run()
