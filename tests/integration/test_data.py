"""The data of a built site: where it lies, and that the same content gives the same bytes."""

import json

import pytest

from tests.integration.support import build, build_apart, make_project, output

ENTRY = """---
title: A talk
date: "[2023-12-18..2023-12-24]"
language: en
events:
  - {date: "2023-12-19", title: They talked}
---

Alpha, Beta, Gamma and Delta of the Example Board talked with each other about many things.
"""


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path / "project")
    (made / "mkdocs.yml").write_text(
        "site_name: A chronology\nsite_url: https://site.example/a\ndocs_dir: content\ntheme: material\n"
        "plugins: [search, chronology]\n",
        encoding="utf-8",
    )
    (made / "content/entries/talk.md").write_text(ENTRY, encoding="utf-8")
    for name in ("Alpha", "Beta", "Gamma", "Delta", "Example Board"):
        (made / f"content/records/{name.split()[0].lower()}.md").write_text(
            f"---\nkind: body\nname: {{en: {name}}}\n---\n", encoding="utf-8"
        )
    return made


def data_of(project):
    return {path.name: path.read_bytes() for path in (project / "site/data").iterdir()}


def test_the_same_content_gives_the_same_bytes(project, monkeypatch):
    built = []
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        (project / ".cache/site.sqlite").unlink(missing_ok=True)
        done = build_apart(project)
        assert done.returncode == 0, output(done)
        built.append(data_of(project))
    assert built[0] == built[1]
    (talk,) = json.loads(built[0]["entries.json"])
    assert talk["url"] == "https://site.example/a/entries/talk/"
    assert talk["records"] == ["alpha", "beta", "delta", "example", "gamma"]


def test_pages_that_editors_have_at_an_address_of_ours_stay(project):
    for name in ("data", "glossary"):
        (project / f"content/{name}").mkdir()
        (project / f"content/{name}/index.md").write_text("# Mine\n", encoding="utf-8")
    done = build(project)
    assert done.returncode == 0, output(done)
    for name in ("data", "glossary"):
        assert ">Mine<" in (project / f"site/{name}/index.html").read_text(encoding="utf-8")
    assert "entries.csv" in data_of(project)
