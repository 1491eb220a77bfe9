"""The plugin brings what the site needs; what mkdocs.yml says itself holds."""

import logging

import pytest
import yaml
from mkdocs.config import load_config

from generator.model import Language
from generator.publish.mkdocs.set_up import EXTENSIONS, FEATURES, THEME, set_up

SHORT = "site_name: Trains\ndocs_dir: content\ntheme: material\nplugins: [search, chronology]\n"


@pytest.fixture
def configured(project):
    def configure(text=SHORT, language="en"):
        (project / "mkdocs.yml").write_text(text, encoding="utf-8")
        config = load_config(str(project / "mkdocs.yml"))
        set_up(config, yaml.safe_load(text), Language(language))
        return config

    return configure


def test_four_lines_are_enough(configured):
    config = configured()
    assert set(EXTENSIONS) <= set(config.markdown_extensions)
    assert config.mdx_configs["toc"] == {"permalink": True, "permalink_title": "Permanent link"}
    assert config.theme["font"] is False
    assert config.theme["features"] == list(FEATURES)
    assert config.theme.dirs[0] == str(THEME)
    assert config.extra_css == ["assets/chronology.css", "assets/search.css"]
    assert config.exclude_docs.match_file("terms.yml")
    assert config.validation.nav.omitted_files == logging.DEBUG
    assert config.validation.links.anchors == logging.WARNING
    assert titles(config) == ["Chronology"]


def titles(config):
    return [title for item in config.nav for title in item]


@pytest.mark.parametrize(
    ("file", "text", "shown"),
    [
        ("entries/2019/a.md", "x", ["Chronology", "Sources", "Data"]),
        ("records/a.md", "x", ["Chronology", "Records"]),
        ("records/index.md", "# Mine", ["Chronology", "Records"]),
        ("terms.yml", "terms:\n  - {de: Rat, en: council}\n", ["Chronology", "Glossary"]),
        ("terms.yml", "terms: []\n", ["Chronology"]),
        ("terms.yml", "terms: [", ["Chronology", "Glossary"]),
        ("glossary/index.md", "# Mine", ["Chronology", "Glossary"]),
        ("data.md", "# Mine", ["Chronology", "Data"]),
        ("about.md", "# About", ["Chronology", "About"]),
    ],
)
def test_the_menu_has_what_there_is(configured, project, file, text, shown):
    (project / "content" / file).parent.mkdir(exist_ok=True)
    (project / "content" / file).write_text(text, encoding="utf-8")
    assert titles(configured()) == shown


def test_the_theme_speaks_the_sites_language(configured):
    config = configured(language="de")
    assert config.theme["language"] == "de"
    assert {"Chronik": "index.md"} in config.nav
    assert [row["toggle"]["name"] for row in config.theme["palette"]] == ["Dunkel anzeigen", "Hell anzeigen"]


def test_the_theme_speaks_english_where_it_does_not_know_the_language(configured):
    assert configured(language="la").theme["language"] == "en"


def test_what_the_project_says_holds(configured, project):
    (project / "own").mkdir()
    config = configured(
        SHORT.replace("theme: material", "theme: {name: material, font: {text: Own}, custom_dir: own}")
        + "nav: [{Start: index.md}]\n"
        "extra_css: [own.css]\n"
        "markdown_extensions: [{toc: {permalink: '#'}}, pymdownx.keys]\n"
        "exclude_docs: '!/terms.yml'\n"
        "validation: {omitted_files: warn, links: {anchors: ignore}}\n"
    )
    assert config.theme["font"] == {"text": "Own"}
    assert config.theme["palette"]
    assert config.theme.dirs[:2] == [str(project / "own"), str(THEME)]
    assert config.nav == [{"Start": "index.md"}]
    assert config.extra_css[-1] == "own.css"
    assert config.mdx_configs["toc"] == {"permalink": "#", "permalink_title": "Permanent link"}
    assert "pymdownx.keys" in config.markdown_extensions
    assert config.markdown_extensions.count("toc") == 1
    assert not config.exclude_docs.match_file("terms.yml")
    assert config.validation.nav.omitted_files == logging.WARNING
    assert config.validation.links.anchors == logging.DEBUG
