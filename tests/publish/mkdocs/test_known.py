"""What is known of a theme."""

from __future__ import annotations

from mkdocs.config import load_config
from mkdocs.structure.files import Files

from generator.content.once import anew
from generator.publish.mkdocs.known import list_once


def test_a_site_gets_the_same_files_of_the_theme_when_hidden_ones_are_not_listed(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A river\ntheme: material\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))

    def listed() -> list[tuple[str, str | None]]:
        files = Files([])
        files.add_files_from_theme(config.theme.get_env(), config)
        return [(file.src_uri, file.abs_src_path) for file in files]

    before = listed()
    list_once(config.theme, anew)
    assert listed() == before
    assert not any(name.startswith(".icons") for name in config.theme.get_env().list_templates())
