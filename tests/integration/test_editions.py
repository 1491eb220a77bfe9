"""A site in two languages: what is built, what of it is in the other language, what is refused."""

import os
import re
import shutil

import pytest

from generator.errors import SettingsError
from generator.publish.kept.store import forget
from generator.settings import load_settings
from tests.integration.support import build, build_apart, make_project, output, searched_pages

ENTRY = """---
title: The barrier opens
original_title: Das Sperrwerk öffnet
date: "2022-05-03"
language: de
translation: {language: en, by: editor}
---

Das Sperrwerk öffnete am Dienstag vor vielen Gästen aus der Stadt.
{: #s1 lang=de }

The barrier opened on Tuesday before many guests from the town.
{: lang=en }
"""
EDITION = """
[tool.chronology.editions.de]
site_name = "Häfen des Nordens"
"""
CONFIG = """site_name: Ports of the north
site_url: https://ports.example/
docs_dir: content
theme: material
plugins: [search, chronology]
"""


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    project = make_project(tmp_path_factory.mktemp("original") / "project")
    (project / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    content = project / "content"
    (content / "entries/opens.md").write_text(ENTRY, encoding="utf-8")
    (content / "about.md").write_text("# About\n\nHow it is made.\n", encoding="utf-8")
    (content / "about.de.md").write_text("# Über\n\nWie sie gemacht wird.\n", encoding="utf-8")
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(EDITION)
    return project


@pytest.fixture
def project(original, tmp_path):
    return shutil.copytree(original, tmp_path / "project")


@pytest.fixture(scope="module")
def built(original, tmp_path_factory):
    """That project, built as a person does."""
    project = shutil.copytree(original, tmp_path_factory.mktemp("built") / "project")
    done = build_apart(project)
    assert done.returncode == 0, output(done)
    return project


def page(project, name):
    return (project / "site" / name / "index.html").read_text(encoding="utf-8")


def test_each_page_is_there_in_both_languages_and_leads_to_the_other(built):
    english, german = page(built, "entries/opens"), page(built, "de/entries/opens")
    assert "<h1>The barrier opens</h1>" in english
    assert "<h1>Das Sperrwerk öffnet</h1>" in german
    assert '<p class="original-title" lang="en">The barrier opens</p>' in german
    assert "Cite this entry" in english
    assert "Diesen Eintrag zitieren" in german
    assert 'href="../../de/entries/opens/" hreflang="de" lang="de"' in english
    assert 'href="../../../entries/opens/" hreflang="en" lang="en"' in german
    addresses = {
        "en": "https://ports.example/entries/opens/",
        "de": "https://ports.example/de/entries/opens/",
    }
    for text in (english, german):
        found = re.findall(r'<link rel="alternate" hreflang="(..)" href="([^"]*)">', text)
        assert dict(found) == addresses
    assert "<title>Häfen des Nordens</title>" in page(built, "de")
    assert "https://ports.example/de/entries/opens/" in (built / "site/de/sitemap.xml").read_text()


def test_a_page_that_editors_wrote_in_the_language_takes_the_place_of_the_other(built):
    assert "How it is made." in page(built, "about")
    assert "Wie sie gemacht wird." in page(built, "de/about")
    assert not (built / "site/about.de").exists()


def test_a_page_of_one_edition_alone_leads_to_the_first_page_of_the_others(project):
    (project / "content/alone.de.md").write_text("# Allein\n\nEin Text.\n", encoding="utf-8")
    done = build(project)
    assert done.returncode == 0, output(done)
    german = page(project, "de/alone")
    assert 'href="../../" hreflang="en" lang="en"' in german
    assert "hreflang" not in re.sub('<link[^>]*feed[^>]*>|<a class="md-header[^>]*>', "", german)


def test_such_a_page_is_looked_at_as_any_other(project):
    german = project / "content/about.de.md"
    os.utime(german, (0, 10**9))
    build(project)
    assert "wie sie gemacht wird" in str(searched_pages(project / "site/de")).casefold()
    assert "about/</loc>\n         <lastmod>2001-09-09<" in (project / "site/de/sitemap.xml").read_text()
    german.write_text("---\ndraft: true\n---\n\nNot yet.\n", encoding="utf-8")
    build(project)
    assert "How it is made." in page(project, "de/about")


def test_such_a_page_does_not_lead_out_of_content_either(project, tmp_path):
    (tmp_path / "secret.md").write_text("secret\n", encoding="utf-8")
    (project / "content/other.de.md").symlink_to(tmp_path / "secret.md")
    done = build(project, strict=False)
    assert output(done).count("content/other.de.md: leads out of content/") == 1
    assert not (project / "site/de/other").exists()


def test_a_mistake_in_such_a_page_is_told_of_its_file(project):
    (project / "content/about.de.md").write_text("x\n\n![y](no.png)\n", encoding="utf-8")
    said = output(build(project, strict=False))
    assert "content/about.de.md:3" in said
    assert said.count("no.png") == 1


def test_an_entry_is_an_entry_whatever_its_name(project):
    (project / "content/entries/opens.md").rename(project / "content/entries/opens.de.md")
    assert build(project).returncode == 0
    assert "<h1>The barrier opens</h1>" in page(project, "entries/opens.de")
    assert "<h1>Das Sperrwerk öffnet</h1>" in page(project, "de/entries/opens.de")


def test_a_mistake_is_said_once_and_counts(project):
    path = project / "content/about.md"
    path.write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    (project / "content/about.de.md").unlink()
    done = build(project)
    assert done.returncode != 0
    assert output(done).count("nowhere.md") == 1


def test_so_is_one_that_is_no_reason_not_to_publish(project):
    opens = project / "content/entries/opens.md"
    opens.write_text(ENTRY.replace("title:", "wrong_key: x\ntitle:", 1), encoding="utf-8")
    done = build(project)
    assert done.returncode == 0
    assert output(done).count("wrong_key is not a known key") == 1


def test_building_again_gives_the_same(built):
    """Also when the one before was built by another process."""
    before = {path: path.read_bytes() for path in (built / "site").rglob("*.html")}
    assert build(built).returncode == 0
    assert {path: path.read_bytes() for path in (built / "site").rglob("*.html")} == before


def test_what_is_kept_of_editions_is_forgotten_with_the_rest(project):
    assert build(project).returncode == 0
    kept = {path.name for path in (project / ".cache").glob("*.sqlite")}
    assert kept == {"site.sqlite", "de-site.sqlite", "entries.sqlite"}
    forget(project / ".cache")
    assert not list((project / ".cache").glob("*.sqlite"))


def test_a_folder_of_pages_where_an_edition_is_to_be_is_refused(project):
    (project / "content/de").mkdir()
    done = build(project)
    assert done.returncode != 0
    assert "content/de: lies where the edition of this language is to be" in output(done)


def test_without_editions_there_is_no_switch(project):
    settings = project / "pyproject.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(EDITION, ""), encoding="utf-8")
    (project / "content/about.de.md").unlink()
    (project / ".cache").mkdir(exist_ok=True)
    (project / ".cache/de-site.sqlite").touch()
    assert build(project).returncode == 0
    assert [path.name for path in (project / ".cache").glob("*site.sqlite")] == ["site.sqlite"]
    assert "hreflang" not in re.sub("<link[^>]*feed[^>]*>", "", page(project, "about"))
    assert not (project / "site/de").exists()


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ('editions = ["de"]', "editions must be a table such as"),
        ("editions = { en = {} }", "editions: en is the site's language"),
        ("editions = { id = {} }", "editions: id is the folder of permanent addresses"),
        ('editions = { "../x" = {} }', "editions: '../x' is not a language code"),
        ('editions = { de = { theme = "x" } }', "editions.de may hold texts for site_name"),
        ("editions = { de = { site_name = 1 } }", "editions.de may hold texts for site_name"),
    ],
)
def test_wrong_editions_are_named(tmp_path, given, problem):
    (tmp_path / "pyproject.toml").write_text(f"[tool.chronology]\n{given}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=re.escape(problem)):
        load_settings(tmp_path)
