"""What could be taken for something else than text, in the forms that have no escaping of their own.

Names and texts come from sources. XML, JSON and iCalendar are written by libraries, BibTeX by `citation`;
cells of tables and addresses are judged here.
"""

from __future__ import annotations

import re

from generator.printable import printable_line
from generator.web_address import web_address

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""How a cell begins that spreadsheets compute."""
UNSAFE = re.compile(r"[<>\"'`{}|\\^\x00-\x20]")
"""What an address is not to be clicked with."""
WIKIDATA = re.compile(r"Q[1-9][0-9]*")
SEPARATOR = "|"
"""Between the members of a list in a cell."""


def cell(text: str) -> str:
    """Return a text as a cell: a spreadsheet computes none, since an apostrophe says that it is text."""
    line = printable_line(text)
    return f"'{line}" if FORMULA.match(line) else line


def member(text: str) -> str:
    """Return a text as one member of a list in a cell."""
    return printable_line(text).replace(SEPARATOR, "/")


def safe_address(text: str | None) -> str:
    """Return an address of the web that may be clicked; empty for anything else."""
    address = web_address(text)
    return "" if UNSAFE.search(address) else address


def wikidata_address(item: str | None) -> str:
    """Return the address of an item of Wikidata; empty where it is none."""
    return f"https://www.wikidata.org/wiki/{item}" if item and WIKIDATA.fullmatch(item) else ""
