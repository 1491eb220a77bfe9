"""A bounded look in every run of the tests; `make fuzz` looks longer. What was found is tried each time."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

FOUND = Path(__file__).parent / "found"
WORDS = (
    *(
        "---",
        "title: ",
        "date: ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ": ",
        "\n",
        "  ",
        '"',
        "'",
        "&a ",
        "*a",
        "!",
        "|",
    ),
    *("2023", "-12", "-28", "/", "..", "~", "?", "%", "X", "T12:00", "Z", "Y170000002", "-21", ",", "open"),
    *("<tmx version='1.4'>", "<body>", "<tu>", "<tuv xml:lang='de'>", "<seg>", "</seg>", "</tuv>", "</tu>"),
    *("</body>", "</tmx>", "<!ENTITY x 'y'>", "&x;", "&#0;", "&lt;", "\u2028", "\x1b", "\ufffe", "\u202e"),
    *("<script>", "<![", "]]>", "`", "``", "**", "_", "\\", "\x02", "1. ", "{: #s1 }", "!!! note", "[^1]"),
    *("metadata.json", "model/model.bin", "./", "../", "//", "chronology.json", "ä", "中", "\u00ad", "\x00"),
    *(">", "#", "\x03", "PK\x01\x02"),
)
PIECES = st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=30).map("".join)
DATA = st.binary(max_size=300) | PIECES.map(lambda text: text.encode("utf-8", "ignore"))


@pytest.mark.parametrize("name", TARGETS)
@given(data=DATA)
def test_nothing_from_outside_fails_without_a_remedy(name, data):
    TARGETS[name](data)


CASES = sorted(path for path in FOUND.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", CASES, ids=[f"{path.parent.name}-{path.name}" for path in CASES])
def test_what_was_found_stays_mended(path):
    TARGETS[path.parent.name](path.read_bytes())
