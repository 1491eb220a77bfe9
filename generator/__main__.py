"""`python -m generator` is `chronology`."""

from generator.cli.main import main

main(prog_name="chronology")
