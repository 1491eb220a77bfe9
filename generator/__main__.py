"""`python -m generator` is `chronology`."""

from generator.cli import main

main(prog_name="chronology")
