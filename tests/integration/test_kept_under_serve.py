"""Under serve a site is the same to the byte as one that is built anew, and no more is made than need be."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.content import parsed
from generator.publish.kept.garbage import Garbage
from generator.publish.kept.store import Kept
from generator.publish.mkdocs import later
from generator.publish.mkdocs.desk import Desk
from generator.publish.mkdocs.folder import SiteFolder
from generator.publish.mkdocs.live import BehindError
from generator.publish.mkdocs.page_steps import PageSteps
from generator.publish.mkdocs.plugin import ChronologyPlugin
from generator.publish.mkdocs.workshop import Workshop
from generator.publish.search import Index
from tests.integration.random_edits import STEPS, Editor, build, note_rendered
from tests.integration.support import snapshot


def serve(
    project: Path,
    site: Path,
    kept: Kept,
    folder: SiteFolder,
    index: Index | None = None,
    *,
    is_dirty: bool = False,
    asked: Callable[[str], bool] | None = None,
    is_behind: Callable[[], bool] = lambda: False,
):
    """Build a site as a server does, with what it stays with; return its files.

    Args:
        project, site: their folders.
        kept, folder, index: stay from one build to the next.
        is_dirty: pages that seem unchanged are left out.
        asked: tells which files are asked for before something is saved again; None: all are made.
        is_behind: tells in the middle of a build whether it is given up, and done again.
    """
    with contextlib.chdir(project):
        plugin = load_config().plugins["chronology"]
        shop = plugin._shop
        shop.kept, shop.folder, parsed = kept, folder, shop.parsed
        if not kept.stays:  # What a build before read shall not make two sites wrong alike.
            shop.parsed = None
        shop.index = index or Index(stays=True)
        # MkDocs hands the same plugin to all builds of a process, also to those of other tests.
        shop.is_serving, shop.is_dirty, plugin._is_behind = True, is_dirty, is_behind
        built = partial(load_config, site_dir=str(site))
        try:
            try:
                mkdocs_build(built(), serve_url="http://localhost/", dirty=is_dirty)
            except BehindError:
                mkdocs_build(built(), serve_url="http://localhost/", dirty=is_dirty)
            if asked is None:
                shop.aside.finish()
            waiting = shop.aside._works | shop.aside._put_off
            # What is left to do is read of the files as they are now.
            pages = [one for one in waiting if one not in ("data/", "for-editors/index.html")]
            for page in filter(asked, pages) if asked else ():
                shop.aside.ask(page)
            plugin.on_shutdown()
        finally:
            shop.is_serving, shop.is_dirty, plugin._is_behind = False, False, lambda: False
            if not kept.stays:
                shop.parsed = parsed
    return snapshot(site)


@pytest.fixture
def serving(monkeypatch):
    monkeypatch.setattr(Desk, "follow", lambda _: None)
    # So that what a build before read is not read again, in tests as for people.
    monkeypatch.setattr(parsed, "SETTLED", 20_000_000)


@pytest.mark.usefixtures("serving")
@pytest.mark.parametrize("number", [2, 3])
def test_under_serve_files_that_stay_are_those_that_would_be_written(edited, tmp_path, number):
    """A served folder is filled again and again, now and then in part; another one is filled once, anew."""
    editor, kept, folder, index = Editor(edited, number), Kept(stays=True), SiteFolder(), Index(stays=True)

    def is_behind() -> bool:
        if is_saved := editor.tosses():
            editor.change()
        return is_saved

    for step in range(STEPS):
        served = serve(edited, tmp_path / "served", kept, folder, index, is_behind=is_behind)
        assert served == serve(edited, tmp_path / f"anew-{step}", Kept(), SiteFolder())
        editor.change()
        serve(edited, tmp_path / "served", kept, folder, index, asked=lambda _: editor.tosses())
        editor.change()


@pytest.mark.usefixtures("serving")
def test_under_serve_only_what_changed_is_gone_through(edited, tmp_path, monkeypatch):
    """Other pages stand, unless somebody took their files away or they say how often a record is named."""
    gone_through, begin = [], PageSteps.begin
    monkeypatch.setattr(
        PageSteps,
        "begin",
        lambda steps, page, files: gone_through.append(page.file.src_uri) or begin(steps, page, files),
    )
    site, kept, folder = tmp_path / "served", Kept(stays=True), SiteFolder()
    serve(edited, site, kept, folder)
    page, other, *_ = sorted((edited / "content/entries").glob("*.md"))

    def changed():
        gone_through.clear()
        served = serve(edited, site, kept, folder)
        seen = [one for one in gone_through if one.startswith("entries/")]
        assert served == serve(edited, tmp_path / "anew", Kept(), SiteFolder())
        shutil.rmtree(tmp_path / "anew")
        return seen

    page.write_text(page.read_text(encoding="utf-8").rstrip() + ",\n", encoding="utf-8")
    assert changed() == [f"entries/{page.name}"]
    assert changed() == []
    (site / "entries" / other.stem / "index.html").unlink()
    assert changed() == []  # it is set as it was, and written
    Editor(edited, 4).add()
    assert len(changed()) > 1


@pytest.mark.usefixtures("serving")
def test_under_serve_pages_that_wait_are_made_though_a_build_failed(edited, tmp_path, monkeypatch):
    """They are those of the build before: it said that the pages stay as they are."""
    expected = serve(edited, tmp_path / "made", Kept(), SiteFolder(), asked=lambda _: True)
    page, *_ = sorted((edited / "content/entries").glob("*.md"))
    text, site, failed = page.read_text(encoding="utf-8"), tmp_path / "served", []

    def fail_first(_: str) -> bool:
        if not failed:
            page.write_text(re.sub("(?m)^title:.*", "title: Another", text, count=1), encoding="utf-8")
            with monkeypatch.context() as patched:
                patched.setattr(ChronologyPlugin, "on_env", fail)
                config = load_config(site_dir=str(site))
                with pytest.raises(RuntimeError):
                    mkdocs_build(config, serve_url="http://localhost/")
        return True

    def fail(*_args: object, **_options: object) -> None:
        failed.append(True)
        raise RuntimeError

    assert serve(edited, site, Kept(stays=True), SiteFolder(), asked=fail_first) == expected
    assert failed


@pytest.mark.usefixtures("serving")
def test_under_serve_the_page_for_editors_looks_at_pages_that_somebody_wrote(edited, tmp_path, monkeypatch):
    """Lists, which take longest to make, have nothing wrong in them."""
    set_page, made = later._build_page, []
    monkeypatch.setattr(later, "_build_page", lambda page, *more: made.append(page) or set_page(page, *more))
    plugin = load_config(str(edited / "mkdocs.yml")).plugins["chronology"]

    def ask_for_editors(_: str) -> bool:
        if not made:
            plugin._shop.aside.ask("for-editors/index.html")
        return False

    serve(edited, tmp_path / "served", Kept(stays=True), SiteFolder(), asked=ask_for_editors)
    names = {page.file.src_uri for page in made}
    assert {f"entries/{page.name}" for page in (edited / "content/entries").glob("*.md")} < names
    assert {page.file.src_uri for page in made if page.file.generated_by} == {"for-editors.md"}


@pytest.mark.usefixtures("serving")
def test_what_nobody_opens_under_serve_is_made_neither_there_nor_again(edited, tmp_path, monkeypatch, caplog):
    plugin = load_config(str(edited / "mkdocs.yml")).plugins["chronology"]
    entries = {path.stem for path in (edited / "content/entries").glob("*.md")}
    anew = build(edited, tmp_path / "built", Kept(), monkeypatch, caplog)
    rendered = note_rendered(monkeypatch)

    def look_at_all(_: str) -> bool:
        with plugin._shop.aside._lock:
            for work in plugin._shop.aside._works.values():
                work()
        return False

    serve(edited, tmp_path / "served", Kept(stays=True), SiteFolder(), asked=look_at_all)
    assert build(edited, tmp_path / "built", Kept(), monkeypatch, caplog) == anew
    assert entries.isdisjoint(rendered)
    page = min(entries)
    serve(edited, tmp_path / "served", Kept(stays=True), SiteFolder(), asked=lambda name: page in name)
    assert entries.intersection(rendered) == {page}


@pytest.mark.usefixtures("serving")
def test_under_serve_a_page_that_is_gone_is_gone_at_once(edited, tmp_path, monkeypatch):
    """Also where no page waits, as with `--strict`: what follows later has not begun yet."""
    monkeypatch.setattr(Workshop, "_leave", lambda *_: None)
    kept, folder, site = Kept(stays=True), SiteFolder(), tmp_path / "served"
    before = serve(edited, site, kept, folder)
    page, *_ = sorted((edited / "content/entries").glob("*.md"))
    page.unlink()
    after = serve(edited, site, kept, folder, asked=lambda _: False)
    assert f"entries/{page.stem}/index.html" in before
    assert f"entries/{page.stem}/index.html" not in after


@pytest.mark.usefixtures("serving")
def test_under_serve_garbage_is_sought_though_one_save_follows_another(edited, tmp_path, monkeypatch):
    """Else memory grows with each, until nobody saves for a while."""
    sought = []
    monkeypatch.setattr(Garbage, "seek", lambda _: sought.append("garbage"))
    serve(edited, tmp_path / "served", Kept(stays=True), SiteFolder(), asked=lambda _: False)
    assert sought


@pytest.mark.usefixtures("serving")
def test_what_a_dirty_build_leaves_out_stays(edited, tmp_path):
    """With `mkdocs serve --dirty`, pages whose files are older than they are neither set nor written."""
    site, kept, folder = tmp_path / "served", Kept(stays=True), SiteFolder()
    before = serve(edited, site, kept, folder, is_dirty=True)
    about = edited / "content/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\nMORE\n", encoding="utf-8")
    later = serve(edited, site, kept, folder, is_dirty=True)
    assert before.keys() <= later.keys()
    assert b"MORE" in later["about/index.html"]
