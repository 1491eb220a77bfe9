"""A text editor opens where a part of an entry begins."""

from pathlib import Path

import pytest

from generator.content.places import address_of_line, line_of

TEXT = """---
title: T
source:
  seed: a.txt
  publisher: P
language: de
---

Eins.
{: #s1 lang=de }

One.
{: lang=en }

Zwei, auf
zwei Zeilen.
{: lang=de .quote #s2 }
"""


@pytest.mark.parametrize(
    ("part", "line"),
    [
        (None, 1),
        ("title", 2),
        ("source", 3),
        ("source.publisher", 5),
        ("source.url", 3),
        ("summary", 1),
        ("#s1", 9),
        ("#s2", 15),
        ("#s9", 1),
    ],
)
def test_a_part_has_a_line(part, line):
    assert line_of(TEXT, part) == line


@pytest.mark.parametrize("text", ["", "no header\n", "---\ntitle: {\n---\n"])
def test_a_broken_file_opens_at_its_first_line(text):
    assert line_of(text, "title") == line_of(text, "#s1") == 1


def test_an_address_holds_whatever_a_path_holds():
    path = Path("/a folder/ü#1.md")
    assert address_of_line("x://{path}:{line}", path, 3) == "x:///a%20folder/%C3%BC%231.md:3"
