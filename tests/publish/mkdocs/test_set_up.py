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
    assert [title for item in config.nav for title in item] == [
        "Chronology",
        "Records",
        "Sources",
        "Glossary",
        "Data",
    ]


def test_the_theme_speaks_the_sites_language(configured):
    config = configured(language="de")
    assert config.theme["language"] == "de"
    assert {"Chronik": "index.md"} in config.nav
    assert [row["toggle"]["name"] for row in config.theme["palette"]] == ["Dunkel anzeigen", "Hell anzeigen"]


def test_the_theme_speaks_english_where_it_does_not_know_the_language(configured):
    assert configured(language="la").theme["language"] == "en"


def test_about_is_in_the_menu_where_it_is_written(configured, project):
    (project / "content/about.md").write_text("# About\n")
    assert {"About": "about.md"} in configured().nav


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
