"""The page for editors: under `mkdocs serve` only, with what is left to do and links into the text editor."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.integration.support import build, build_as_served, copy_site_frame, make_project, parse

ENTRY = """---
title: A <b>ferry</b> is late
language: de
kind: article
source: {seed: a.txt, sha256: x}
---

Die Fähre kommt später.
{: #s1 lang=de }

The ferry is late.
{: lang=en }

Es ist neblig.
{: #s2 lang=de }
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "a folder")
    copy_site_frame(project)
    (project / "content/entries/ferry.md").write_text(ENTRY, encoding="utf-8")
    return project


def test_what_is_left_to_do_is_listed_with_links_to_page_and_line(site):
    folder, said = build_as_served(site)
    assert "Traceback" not in said
    shown = (folder / "for-editors/index.html").read_text(encoding="utf-8")
    headings = re.findall(r'<h2 id="(\w+)">(.*?) \((\d+)\)', shown)
    assert headings == [
        ("translation", "To translate", "1"),
        ("date", "To date", "1"),
        ("review", "To review", "1"),
    ]
    assert "A &lt;b&gt;ferry" in shown
    assert 'href="../entries/ferry/"' in shown
    path = quote(str(site / "content/entries/ferry.md"))
    opened = re.findall(r'class="open" href="(.*?)"', shown)
    assert opened == [f"vscode://file/{path}:{line}" for line in (14, 1, 8)]


def test_each_page_leads_to_its_file_as_the_settings_say(site):
    with (site / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('[tool.chronology]\neditor_link = "idea://open?file={path}&line={line}"\n')
    text = (site / "pyproject.toml").read_text(encoding="utf-8")
    first, _, rest = text.partition("[tool.chronology]\n")
    rest, _, link = rest.rpartition("[tool.chronology]\n")
    (site / "pyproject.toml").write_text(f"{first}[tool.chronology]\n{link}{rest}", encoding="utf-8")
    folder, _ = build_as_served(site)
    shown = (folder / "entries/ferry/index.html").read_text(encoding="utf-8")
    path = quote(str(site / "content/entries/ferry.md"))
    assert f'href="idea://open?file={path}&amp;line=1">Edit content/entries/ferry.md</a>' in shown


def test_readers_see_nothing_of_it(site):
    done = build(site)
    assert done.returncode == 0
    assert not (site / "site/for-editors").exists()
    pages = "".join(path.read_text(encoding="utf-8") for path in (site / "site").rglob("*.html"))
    assert "vscode:" not in pages
    assert "For editors" not in parse(site / "site/index.html").text


def test_an_entry_whose_header_is_no_yaml_is_named_and_opened_at_its_line(site):
    text = ENTRY.replace("title: A <b>ferry</b> is late", 'title: "A ferry is late')
    (site / "content/entries/ferry.md").write_text(text, encoding="utf-8")
    folder, said = build_as_served(site)
    assert "Traceback" not in said
    opened = f"vscode://file/{quote(str(site / 'content/entries/ferry.md'))}:2"
    shown = (folder / "for-editors/index.html").read_text(encoding="utf-8")
    assert re.findall(r'<h2 id="mend">.*? \((\d+)\)</h2>', shown) == ["1"]
    assert '<a href="../entries/ferry/"><code>content/entries/ferry.md:2</code></a>: not valid YAML' in shown
    assert f'class="open" href="{opened}"' in shown
    page = (folder / "entries/ferry/index.html").read_text(encoding="utf-8")
    assert f'href="{opened}">Edit content/entries/ferry.md</a>' in page


def test_all_that_fails_the_build_is_to_mend(site):
    ferry = site / "content/entries/ferry.md"
    text = ENTRY.replace("kind: article", "kind: article\nrelated: [nowhere-here]")
    text = text.replace(
        "The ferry is late.", "<<<<<<< mine\nThe ferry is late.\n=======\nIt is late.\n>>>>>>> yours"
    )
    ferry.write_text(f"{text}\nEs schneit.\n{{: #s3 lang=de\n", encoding="utf-8")
    (site / "content/terms.yml").write_text("terms:\n- {de: Woche\n", encoding="utf-8")
    folder, said = build_as_served(site)
    assert "Traceback" not in said
    shown = (folder / "for-editors/index.html").read_text(encoding="utf-8")
    listed = shown.partition('id="mend"')[2].partition("</ul>")[0]
    places = re.findall(r"<code>(content/.*?)</code>", listed)
    assert [place.partition(":")[0] for place in places if "terms" in place] == ["content/terms.yml"]
    assert f'class="open" href="vscode://file/{quote(str(site / "content/terms.yml"))}:' in listed
    assert "two versions stand here" in listed
    assert "is not an attribute list" in listed
    assert "no nowhere-here" in listed
    assert f"({len(places)})" in listed
    again, _ = build_as_served(site)
    assert (again / "for-editors/index.html").read_text(encoding="utf-8") == shown


def test_backticks_of_a_message_are_code(site):
    with (site / "content/entries/ferry.md").open("a", encoding="utf-8") as file:
        file.write("\n{: #s3 lang=de }\n\nEs schneit.\n")
    folder, _ = build_as_served(site)
    shown = parse(folder / "entries/ferry/index.html").text
    assert "To mend in this file" in shown
    assert "`" not in shown
