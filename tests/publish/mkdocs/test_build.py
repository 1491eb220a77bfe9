"""The published site is replaced whole or not at all, whatever happens to a build."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from generator.errors import BuildError, WriteError
from generator.publish.mkdocs import exchange
from generator.publish.mkdocs.build import build_site, check_config
from generator.settings import Settings

PLAIN = """site_name: Site
validation: {links: {not_found: warn}}
theme: {name: mkdocs}
plugins: []
"""
CONFIG = "INHERIT: plain.yml\n"
"""Of a site without the plugin, which builds in no time."""


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A project whose site of two pages is built, with the hidden files of who publishes it."""
    root = tmp_path_factory.mktemp("built") / "project"
    (root / "content").mkdir(parents=True)
    (root / "plain.yml").write_text(PLAIN)
    (root / "mkdocs.yml").write_text(f"{CONFIG}docs_dir: content\n")
    (root / "content/index.md").write_text("# Home\n")
    (root / "content/old.md").write_text("# Old\n")
    (root / "site/.git").mkdir(parents=True)
    (root / "site/.git/HEAD").write_text("x")
    (root / "site/.gitkeep").touch()
    settings = Settings(root)
    build_site(settings)
    assert pages(settings) == ["index.html", "old/index.html"]
    return root


@pytest.fixture
def settings(built, tmp_path) -> Settings:
    """A copy of it, for a test alone."""
    return Settings(shutil.copytree(built, tmp_path / "project"))


def pages(settings: Settings) -> list[str]:
    found = (path.relative_to(settings.site).as_posix() for path in settings.site.rglob("*.html"))
    return sorted(name for name in found if name != "404.html")


def change(settings: Settings) -> None:
    (settings.content / "old.md").unlink()
    (settings.content / "new.md").write_text("# New\n")


def hidden(settings: Settings) -> list[str]:
    """Names in the project that a build must not leave, and in the site that it must."""
    left = [path.name for path in settings.root.iterdir() if path.name.startswith(".site")]
    return left + sorted(path.name for path in settings.site.iterdir() if path.name.startswith("."))


def test_a_new_site_takes_the_place_of_the_old_one(settings):
    change(settings)
    assert build_site(settings) == 0
    assert pages(settings) == ["index.html", "new/index.html"]
    assert hidden(settings) == [".git", ".gitkeep"]
    assert (settings.site / ".git/HEAD").read_text() == "x"


@pytest.mark.parametrize(
    "plugins", ["", "plugins:\n", "plugins: []\n", "plugins: [search]\n", "plugins: {search: {}}\n"]
)
def test_a_site_without_the_plugin_is_not_built(settings, plugins):
    (settings.root / "mkdocs.yml").write_text(f"site_name: Chronology\n{plugins}")
    with pytest.raises(BuildError, match=r"^mkdocs\.yml: the plugin chronology is missing; add it"):
        build_site(settings)


@pytest.mark.parametrize(
    "plugins",
    [
        "[search, chronology]",
        "{chronology: {}}",
        "[{chronology: {part: x}}]",
        "[chronology, *x]",
        "!ENV [A, [chronology]]",
    ],
)
def test_a_plugin_that_is_there_or_can_not_be_told_is_not_missed(tmp_path, plugins):
    (tmp_path / "mkdocs.yml").write_text(f"site_name: X\nplugins: {plugins}\n")
    check_config(tmp_path / "mkdocs.yml")


def test_a_configuration_that_is_no_yaml_is_told_in_a_line(tmp_path):
    (tmp_path / "mkdocs.yml").write_text('docs_dir: content\nsite_name: "X\nplugins: [chronology]\n')
    with pytest.raises(BuildError, match=r"^mkdocs\.yml:2: not valid YAML \(a quotation mark is opened here"):
        check_config(tmp_path / "mkdocs.yml")


def test_a_warning_keeps_the_old_site(settings):
    change(settings)
    (settings.content / "index.md").write_text("# Home\n\n[gone](old.md)\n")
    with pytest.raises(BuildError, match="not built, the one before stays"):
        build_site(settings)
    assert pages(settings) == ["index.html", "old/index.html"]
    assert hidden(settings) == [".git", ".gitkeep"]


def test_a_warning_leaves_no_site_where_there_was_none(settings):
    """It would look finished to whoever copies it to a server."""
    shutil.rmtree(settings.site)
    (settings.content / "index.md").write_text("# Home\n\n[gone](gone.md)\n")
    with pytest.raises(BuildError, match="the site was not built, chronology serve shows it"):
        build_site(settings)
    assert not settings.site.exists()


def test_a_failure_keeps_the_old_site_and_shows_no_traceback(settings, capsys):
    (settings.root / "mkdocs.yml").write_text(f"{CONFIG}docs_dir: content\nhooks: [hook.py]\n")
    (settings.root / "hook.py").write_text(
        "def on_post_page(output, **_):\n    raise OSError(28, 'No space left on device')\n"
    )
    with pytest.raises(BuildError, match="the one before stays"):
        build_site(settings)
    assert pages(settings) == ["index.html", "old/index.html"]
    said = capsys.readouterr().err
    assert "No space left on device" in said
    assert "Traceback" not in said
    assert hidden(settings) == [".git", ".gitkeep"]


def test_a_killed_build_keeps_the_old_site(settings):
    (settings.root / "mkdocs.yml").write_text(f"{CONFIG}docs_dir: content\nhooks: [hook.py]\n")
    (settings.root / "hook.py").write_text(
        "import os\ndef on_post_page(output, **_):\n    os.kill(os.getpid(), 9)\n"
    )
    with pytest.raises(BuildError):
        build_site(settings)
    assert pages(settings) == ["index.html", "old/index.html"]


@pytest.mark.parametrize("step", range(1, 6))
def test_a_run_killed_in_between_is_finished_by_the_next(settings, step, monkeypatch):
    """Each change of the disk is the last one before the run ends."""
    change(settings)
    rename, remove, left = Path.rename, shutil.rmtree, [step]

    def until_the_end(do):
        def done(*arguments, **options):
            if not left[0]:
                raise KeyboardInterrupt
            left[0] -= 1
            return do(*arguments, **options)

        return done

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", until_the_end(rename))
        patched.setattr(exchange.shutil, "rmtree", until_the_end(remove))
        with pytest.raises(KeyboardInterrupt):
            build_site(settings)
    exchange.mend(settings.site)
    assert pages(settings) in (["index.html", "old/index.html"], ["index.html", "new/index.html"])
    assert hidden(settings) == [".git", ".gitkeep"]
    assert build_site(settings) == 0
    assert pages(settings) == ["index.html", "new/index.html"]


def test_a_site_that_is_a_volume_is_filled(settings, monkeypatch):
    change(settings)
    rename = Path.rename

    def refuse(path, target):
        if path == settings.site:
            raise OSError(errno.EBUSY, "Device or resource busy")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    assert build_site(settings) == 0
    assert pages(settings) == ["index.html", "new/index.html"]
    assert hidden(settings) == [".git", ".gitkeep"]
    assert not (settings.site / "old").exists()


def test_a_volume_that_refuses_every_file_is_told_in_a_line(settings, monkeypatch):
    def refuse(*_, **__):
        raise shutil.Error([("a", "b", "Read-only file system"), ("c", "d", "Read-only file system")])

    change(settings)
    monkeypatch.setattr(exchange.shutil, "copytree", refuse)
    monkeypatch.setattr(Path, "rename", lambda *_: (_ for _ in ()).throw(OSError(errno.EBUSY, "busy")))
    with pytest.raises(WriteError, match=r"can't be written \(Read-only file system\); "):
        build_site(settings)


def test_a_site_that_is_a_link_stays_one(settings, tmp_path):
    settings.site.rename(tmp_path / "elsewhere")
    settings.site.symlink_to(tmp_path / "elsewhere")
    change(settings)
    build_site(settings)
    assert settings.site.is_symlink()
    assert pages(settings) == ["index.html", "new/index.html"]


def test_a_disk_that_refuses_is_told_in_a_line(settings, monkeypatch):
    def refuse(_):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(exchange, "exchange", refuse)
    with pytest.raises(WriteError, match="can't be written \\(Permission denied\\)"):
        build_site(settings)
    assert pages(settings) == ["index.html", "old/index.html"]


def test_a_site_that_is_a_link_to_itself_is_told_in_a_line(settings):
    shutil.rmtree(settings.site)
    settings.site.symlink_to(settings.site.name)
    with pytest.raises(WriteError, match="can't be written"):
        build_site(settings)
