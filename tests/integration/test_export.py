"""What `chronology export` writes is a whole site for MkDocs with any theme, and for Zensical."""

import json
import re
import shutil
import subprocess
import sys

import pytest

from tests.integration.support import (
    TIME_OUT,
    chronology,
    environment,
    make_project,
    output,
    snapshot,
)

ODD = 'Stars * and | pipes [with](brackets) <script>alert("1")</script> &amp; {: #x }'
ENTRY = f"""---
title: {json.dumps(ODD)}
date: "[2023-12-18..2023-12-24]"
language: de
source: {{publisher: "A | B", url: "https://example.org/a_(b)|c?d=[e]"}}
events:
  - {{date: "2023-12-19", segment: s1, title: "Es | wurde *gesprochen*"}}
---

Der Beispielrat sprach über vieles.
{{: #s1 lang=de }}

The Example Board talked about many things.
{{: lang=en by=editor }}

A note of an editor.[^1]

[^1]: Who says so.
"""
UNDATED = "---\ntitle: No day\nlanguage: en\n---\n\nThe Example Board met.\n"
RECORD = """---
kind: body
name: {en: Example Board, de: Beispielrat}
dates: [{type: founded, date: "1999", source: "a | b"}]
---

It lies by the *sea*.
"""
FIRST = """---
title: Harbour opened
date: "2019-05-05"
language: en
source: {publisher: The Example}
events: [{date: "2019-06-01", segment: s1, title: "Ships came"}]
---

A harbour was opened.
"""
OWN = "# About\n\nSee [the list](index.md) and <!-- records -->\n"
BUILDERS = {
    "mkdocs": ["-m", "mkdocs", "build", "--strict", "--theme", "mkdocs"],
    "readthedocs": ["-m", "mkdocs", "build", "--strict", "--theme", "readthedocs"],
    "material": ["-m", "mkdocs", "build", "--strict", "--theme", "material"],
    "zensical": ["-m", "zensical", "build", "--strict"],
}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    made = make_project(tmp_path_factory.mktemp("exported") / "project")
    content = made / "content"
    (made / "mkdocs.yml").write_text(
        "site_name: A *chronology*\nsite_url: https://site.example/a/\ndocs_dir: content\ntheme: material\n"
        "plugins: [search, chronology]\n",
        encoding="utf-8",
    )
    (content / "entries/talk.md").write_text(ENTRY, encoding="utf-8")
    (content / "entries/undated.md").write_text(UNDATED, encoding="utf-8")
    (content / "entries/draft.md").write_text(UNDATED.replace("language", "draft: true\nlanguage"), "utf-8")
    (content / "records/board.md").write_text(RECORD, encoding="utf-8")
    (content / "terms.yml").write_text("terms:\n  - {de: Beispielrat, en: Example Board}\n", encoding="utf-8")
    (content / "about.md").write_text(OWN, encoding="utf-8")
    (content / "about.de.md").write_text("# Über\n", encoding="utf-8")
    with (made / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("[tool.chronology.editions.de]\n")
    (content / "plan.svg").write_text("<svg/>", encoding="utf-8")
    (content / ".hidden").write_text("mine", encoding="utf-8")
    for name in ("years/2023.md", "data/entries.csv", "entries/Ää (1)/b c.md"):
        (content / name).parent.mkdir(exist_ok=True)
    (content / "years/2023.md").write_text("# The year\n\n[Talk](../entries/talk.md)\n", encoding="utf-8")
    (content / "data/entries.csv").write_text("mine\n", encoding="utf-8")
    (content / "entries/Ää (1)/b c.md").write_text(FIRST.replace("2019", "2018"), encoding="utf-8")
    (content / "entries/broken.md").write_text("---\ntitle: [\n---\n\nText.\n", encoding="utf-8")
    (content / "entries/first.md").write_text(FIRST, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def exported(project):
    done = chronology(project, "export", str(project / "out"))
    # What can't be read is named, the rest is there.
    assert done.returncode == 1, output(done)
    assert "content/entries/broken.md" in done.stderr
    return project / "out"


def test_every_page_is_markdown_and_shows_texts_as_they_stand(exported):
    pages = {
        name: text.decode() for name, text in snapshot(exported / "docs").items() if name.endswith(".md")
    }
    assert {
        "index.md",
        "years/2019.md",
        "years/2023.md",
        "years/undated.md",
        "records/index.md",
    } <= pages.keys()
    assert {"glossary.md", "sources.md", "data.md", "entries/talk.md", "records/board.md"} <= pages.keys()
    assert not [name for name, text in pages.items() if re.search(r"<[a-z!/]", text)]
    talk = pages["entries/talk.md"]
    assert "Der [Beispielrat](../records/board.md) sprach über vieles.\n{: #s1 lang=de }\n" in talk
    assert "The [Example Board](../records/board.md) talked" in talk
    assert "A note of an editor.[^1]\n{: #s2 lang=de }\n\n[^1]: Who says so." in talk
    assert "| 1999 | founded | a &#124; b |" in pages["records/board.md"]
    ships = "- **1 June 2019**: Ships came (reported: [The Example](../entries/first.md#s1))"
    assert ships in pages["years/2019.md"]
    assert "## People" not in pages["about.md"]
    assert "## Organisations" in pages["about.md"]


def test_drafts_and_hidden_files_stay_at_home_and_pictures_go_along(exported):
    names = snapshot(exported / "docs").keys()
    assert "plan.svg" in names
    assert "about.de.md" not in names  # of another edition
    assert {"data/entries.csv", "data/datapackage.json"} <= names
    assert not names & {"entries/draft.md", "entries/broken.md", ".hidden", "terms.yml"}


def test_what_an_editor_has_at_an_address_of_ours_stays(exported):
    files = snapshot(exported / "docs")
    assert files["data/entries.csv"] == b"mine\n"
    assert files["years/2023.md"].startswith(b"# The year")


@pytest.mark.parametrize("builder", BUILDERS)
def test_other_renderers_build_all_of_it(exported, builder, tmp_path):
    shutil.copytree(exported, tmp_path / "out")
    done = build(tmp_path / "out", BUILDERS[builder])
    assert done.returncode == 0, output(done)
    site = tmp_path / "out/site"
    talk = (site / "entries/talk/index.html").read_text(encoding="utf-8")
    assert '<p id="s1" lang="de">' in talk
    assert "<script>alert" not in talk
    assert "‹script&gt;alert" in talk or "‹script>alert" in talk
    assert "{:" not in talk.partition("<body")[2].replace("{: #x }", "")
    assert "entries.csv" in (site / "data/index.html").read_text(encoding="utf-8")
    for page, link in (
        ("index.html", "entries/talk/"),
        ("years/2023/index.html", "../../entries/talk/"),
        ("years/2018/index.html", "../../entries/%C3%84%C3%A4%20%281%29/b%20c/"),
        ("records/board/index.html", "../../entries/talk/#s1"),
        ("records/index.html", "board/"),
        ("sources/index.html", "../entries/talk/"),
        ("entries/talk/index.html", "../../records/board/"),
    ):
        assert f'href="{link}"' in (site / page).read_text(encoding="utf-8"), page
    assert "Beispielrat" in (site / "glossary/index.html").read_text(encoding="utf-8")
    assert (site / "data/entries.csv").is_file()


def test_zensical_sets_paragraphs_side_by_side_where_the_program_is_installed(exported, tmp_path):
    shutil.copytree(exported, tmp_path / "out")
    config = tmp_path / "out/mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(
        text.replace("#  - chronology", "  - chronology").replace("# extra_css", "extra_css"), "utf-8"
    )
    done = build(tmp_path / "out", BUILDERS["zensical"])
    assert done.returncode == 0, output(done)
    talk = (tmp_path / "out/site/entries/talk/index.html").read_text(encoding="utf-8")
    assert '<div class="segment paired" id="s1">' in talk
    assert "assets/segments.css" in talk


def test_a_later_export_replaces_pages_and_leaves_the_settings(project, exported):
    (exported / "docs/old.md").write_text("old", encoding="utf-8")
    with (exported / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("theme: readthedocs\n")
    assert "Wrote" in chronology(project, "export", str(exported)).stdout
    assert not (exported / "docs/old.md").exists()
    assert "theme: readthedocs" in (exported / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("folder", "problem"), [("", "holds something else"), ("content/out", "is in content/")]
)
def test_nothing_of_somebody_elses_is_replaced(project, folder, problem):
    done = chronology(project, "export", str(project / folder))
    assert (done.returncode, problem in done.stderr) == (1, True)


def build(folder, command):
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=TIME_OUT,
        check=False,
    )


def test_what_of_mkdocs_yml_needs_mkdocs_is_said(project, tmp_path):
    settings = project / "mkdocs.yml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(before.replace("site_name:", "site_url: !ENV [ADDRESS, x]\nsite_name:"), "utf-8")
    done = chronology(project, "export", str(tmp_path / "out"))
    settings.write_text(before, encoding="utf-8")
    assert "write site_name and site_url into mkdocs.yml of the export" in done.stderr
    assert 'site_name: "project"' in (tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8")
