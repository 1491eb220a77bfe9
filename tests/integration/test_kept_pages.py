"""A site is the same to the byte whether what was made before is used or not, whatever changed since."""

from __future__ import annotations

import contextlib
import logging
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands import build as build_command
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.content import parsed
from generator.publish.computed import readings
from generator.publish.kept import forked
from generator.publish.kept.garbage import Garbage
from generator.publish.kept.store import Kept
from generator.publish.mkdocs import later, page_steps, workers
from generator.publish.mkdocs import plugin as mkdocs_plugin
from generator.publish.mkdocs.desk import Desk
from generator.publish.mkdocs.folder import SiteFolder
from generator.publish.mkdocs.live import BehindError
from generator.publish.mkdocs.page_steps import PageSteps
from generator.publish.mkdocs.plugin import ChronologyPlugin
from generator.publish.mkdocs.reader import Reader
from generator.publish.search import Index
from tests.integration.support import copy_site_frame, environment, generate_here, snapshot

NAMES = ("Alpha Forum", "Beta Forum", "Gamma Forum")
STEPS = 6


def seed(number: int) -> str:
    name, other = NAMES[number % 3], NAMES[(number + 1) % 3]
    return (
        f"Delegates meet at the {name} on 1{number} May 2021\n\n"
        f"BERLIN, 1{number} May 2021 – The delegates met at the {name} for talks on the {other}.\n\n"
        f"They agreed to meet {number + 2} times more at the {other} before the end of the year.\n"
    )


def add_record(content: Path, name: str, alias: str) -> None:
    text = f"---\nkind: event\nname: {{en: {name}}}\naliases: ['{alias}']\n---\n\nText.\n"
    (content / f"records/{name.split(maxsplit=1)[0].lower()}.md").write_text(text, encoding="utf-8")


class Editor:
    """Changes a project at random, as people do."""

    def __init__(self, project: Path, number: int) -> None:
        self._content = project / "content"
        self._random = random.Random(number)
        self._count = 0

    def change(self) -> None:
        self._count += 1
        ways = (self.edit, self.retitle, self.add, self.rename, self.delete, self.name, self.term)
        self._random.choice((*ways, self.link, self.break_one))()

    def tosses(self) -> bool:
        return self._random.random() < 0.3

    def _entry(self) -> Path:
        return self._random.choice(sorted((self._content / "entries").glob("*.md")))

    def _replace(self, path: Path, old: str, new: str) -> None:
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    def edit(self) -> None:
        self._replace(self._entry(), "agreed", f"agreed at the {self._random.choice(NAMES)}, {self._count}")

    def retitle(self) -> None:
        self._replace(self._entry(), "Delegates", f"Delegates & <i>guests</i> {self._count}")

    def add(self) -> None:
        text = f"---\ntitle: Added {self._count}\nlanguage: en\ndate: '2021-05-1{self._count}'\n---\n\n"
        text += f"The {self._random.choice(NAMES)} had guests.\n\n## A heading {self._count}\n\n- a list\n"
        (self._content / f"entries/added-{self._count}.md").write_text(text, encoding="utf-8")

    def rename(self) -> None:
        path = self._entry()
        path.rename(path.with_stem(f"{path.stem}-{self._count}"))

    def delete(self) -> None:
        if len(list((self._content / "entries").glob("*.md"))) > 3:
            self._entry().unlink()

    def name(self) -> None:
        add_record(self._content, self._random.choice(NAMES), f"Talks {self._count}")

    def term(self) -> None:
        (self._content / "terms.yml").write_text(
            f"terms:\n  - {{en: delegates {self._count}, de: Delegierte}}\n", encoding="utf-8"
        )

    def link(self) -> None:
        """To a page that there may not be; that is warned of each time."""
        link = f"[A link](entries/{self._entry().stem}.md#s1)"
        self._replace(self._content / "about.md", "\n\n", f"\n\n{link} ")

    def break_one(self) -> None:
        self._replace(self._entry(), "title:", "title: [")


def build(project: Path, site: Path, kept: Kept | None, monkeypatch, caplog):
    """Build a site; return its files, and what was said."""
    shutil.rmtree(site, ignore_errors=True)
    caplog.clear()
    with monkeypatch.context() as patch, contextlib.chdir(project):
        config = load_config(site_dir=str(site))
        plugin = config.plugins["chronology"]
        if not (kept and kept.stays):
            patch.setattr(plugin, "_parsed", None)
        if kept is None:
            patch.setattr(mkdocs_plugin, "may_keep", lambda _: False)
            for way in ("get", "put", "put_packed"):
                patch.setattr(Kept, way, lambda *_, **__: None)
        else:
            plugin._kept = kept
        mkdocs_build(config)
    said = {record.getMessage() for record in caplog.records if record.levelno >= 30}
    # A run of `generate` that a server of another test started may still speak.
    return snapshot(site), sorted(one for one in said if not one.startswith("chronology: generate:"))


@pytest.fixture
def edited(project):
    copy_site_frame(project)
    for number in range(5):
        (project / f"seeds/{number}.txt").write_text(seed(number), encoding="utf-8")
    assert generate_here(project).exit_code == 0
    return project


@pytest.mark.parametrize(("number", "stays"), [(0, False), (1, True)])
def test_it_is_the_same_whatever_is_edited(edited, tmp_path, monkeypatch, caplog, number, stays):
    """Edits, new entries and records, other names, deletions, terms, links and broken files, at random."""
    editor, kept = Editor(edited, number), Kept(stays=stays)
    for _ in range(STEPS):
        editor.change()
        anew = build(edited, tmp_path / "anew", None, monkeypatch, caplog)
        assert build(edited, tmp_path / "kept", kept, monkeypatch, caplog) == anew


@pytest.mark.parametrize(
    "settings",
    [
        "site_url: https://example.org/x/\n",
        "use_directory_urls: false\nsite_description: About it\n",
        "nav: [index.md, {First: entries/added-1.md}]\nrepo_url: https://example.org/r\nedit_uri: edit/\n",
        "theme: {name: material, features: [navigation.path, navigation.footer, toc.integrate]}\n",
    ],
)
def test_what_stands_around_a_page_is_as_the_template_sets_it(
    edited, tmp_path, monkeypatch, caplog, settings
):
    """Entries with headings, without a description, in a folder of their own, with words the theme shows."""
    file = edited / "mkdocs.yml"
    own = settings.partition(":")[0]
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith(own)]
    file.write_text("\n".join(lines) + "\n" + settings, encoding="utf-8")
    Editor(edited, 0).add()
    entries = edited / "content/entries"
    text = "---\ntitle: 'A & <b>'\nlanguage: en\ndate: '2021'\n{}---\n\n{}\n"
    (entries / "2021").mkdir()
    (entries / "2021/nested.md").write_text(text.format("author: Someone\n", "A text."), encoding="utf-8")
    (entries / "empty.md").write_text(text.format("hide: [toc]\n", ""), encoding="utf-8")
    (entries / "ä ö.md").write_text(text.format("tags: [one]\n", "<script>1</script>"), encoding="utf-8")
    anew = build(edited, tmp_path / "anew", None, monkeypatch, caplog)
    assert build(edited, tmp_path / "kept", Kept(), monkeypatch, caplog) == anew


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
        plugin._kept, plugin._folder, parsed = kept, folder, plugin._parsed
        if not kept.stays:  # What a build before read shall not make two sites wrong alike.
            plugin._parsed = None
        plugin._index = index or Index(stays=True)
        # MkDocs hands the same plugin to all builds of a process, also to those of other tests.
        plugin.is_serving, plugin._is_dirty, plugin._is_behind = True, is_dirty, is_behind
        built = partial(load_config, site_dir=str(site))
        try:
            try:
                mkdocs_build(built(), serve_url="http://localhost/", dirty=is_dirty)
            except BehindError:
                mkdocs_build(built(), serve_url="http://localhost/", dirty=is_dirty)
            if asked is None:
                plugin._aside.finish()
            waiting = plugin._aside._works | plugin._aside._put_off
            # What is left to do is read of the files as they are now.
            pages = [one for one in waiting if one not in ("data/", "for-editors/index.html")]
            for page in filter(asked, pages) if asked else ():
                plugin._aside.ask(page)
            plugin.on_shutdown()
        finally:
            plugin.is_serving, plugin._is_dirty, plugin._is_behind = False, False, lambda: False
            if not kept.stays:
                plugin._parsed = parsed
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
            plugin._aside.ask("for-editors/index.html")
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
        with plugin._aside._lock:
            for work in plugin._aside._works.values():
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
    monkeypatch.setattr(ChronologyPlugin, "_leave", lambda *_: None)
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


def test_it_is_the_same_when_workers_make_it(edited, tmp_path, monkeypatch, caplog):
    """Also with pages that warn, which no worker can say."""
    records = sorted((edited / "content/records").glob("*.md"))
    for page in (edited / "content/about.md", *records[::2]):
        page.write_text(page.read_text(encoding="utf-8") + "\n[A link](nowhere.md)\n", encoding="utf-8")
    # The site map has the days.
    with (edited / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("site_url: https://a.example/\n")
    for number, page in enumerate(sorted((edited / "content/entries").glob("*.md"))):
        os.utime(page, (0, 10**9 + number * 10**7))
    anew = build(edited, tmp_path / "anew", None, monkeypatch, caplog)
    monkeypatch.setattr(forked, "LEAST", 1)
    monkeypatch.setattr(forked, "processors", lambda: 3)
    received, receive = [], forked.Worker.receive
    monkeypatch.setattr(
        forked.Worker, "receive", lambda worker: received.append(receive(worker)) or received[-1]
    )
    assert build(edited, tmp_path / "kept", Kept(), monkeypatch, caplog) == anew
    # What entries give, and their links; pages' Markdown, then the rest; the search index, and the data.
    assert len([one for one in received if one]) == 2 + 2 * 2 + 2


def test_what_workers_wrote_is_not_written_again(edited, tmp_path, monkeypatch, caplog):
    """Of two files at one address, the one that MkDocs writes last stays: this process makes that page."""
    entries = sorted((edited / "content/entries").glob("*.md"))
    for page in entries:
        other = page.with_suffix("") / "index.html"
        other.parent.mkdir()
        if page is not entries[0]:
            other = other.with_name("beside.html")
        other.write_text("no page", encoding="utf-8")
    (edited / "content/search").mkdir()
    (edited / "content/search/start.json").write_text("no index", encoding="utf-8")
    anew = build(edited, tmp_path / "anew", None, monkeypatch, caplog)
    monkeypatch.setattr(forked, "LEAST", 1)
    monkeypatch.setattr(forked, "processors", lambda: 20)
    set_page, here = build_command._build_page, []

    def noted(page, *given, **more):
        here.append(page.file.src_uri)
        set_page(page, *given, **more)

    for module in (build_command, workers):
        monkeypatch.setattr(module, "_build_page", noted)
    assert build(edited, tmp_path / "kept", Kept(), monkeypatch, caplog) == anew
    shared = [name for name in here if name.startswith(("entries/", "records/")) and "index" not in name]
    assert shared == [f"entries/{entries[0].name}"]


def test_what_a_worker_leaves_undone_is_made_here(edited, tmp_path, monkeypatch, caplog):
    anew = build(edited, tmp_path / "anew", None, monkeypatch, caplog)
    monkeypatch.setattr(forked, "LEAST", 1)
    monkeypatch.setattr(forked, "processors", lambda: 3)
    here, set_page, deaths = os.getpid(), workers._build_page, []

    def killed(page, *arguments):
        if os.getpid() != here:
            os._exit(1)
        set_page(page, *arguments)

    monkeypatch.setattr(workers, "_build_page", killed)
    again = workers.make_again
    monkeypatch.setattr(page_steps, "make_again", lambda *given: deaths.append(given[0]) or again(*given))
    assert build(edited, tmp_path / "kept", Kept(), monkeypatch, caplog) == anew
    assert deaths


def test_it_says_what_takes_long_where_nothing_is_kept(edited, tmp_path, monkeypatch, caplog):
    """Not among the mistakes, which are counted by who says them."""
    monkeypatch.setattr(logging.getLogger("mkdocs"), "level", logging.INFO)
    kept, said = Kept(), "5 entries are read anew: names are looked for, and translations checked"
    for is_new in (True, False):
        build(edited, tmp_path / "site", kept, monkeypatch, caplog)
        told = [one.name for one in caplog.records if one.getMessage().startswith(said)]
        assert told == (["mkdocs.chronology"] if is_new else [])


def note_rendered(monkeypatch) -> list[str]:
    """Return a list that is filled with the names of pages that are made."""
    rendered, render = [], Reader.render
    monkeypatch.setattr(
        Reader,
        "render",
        lambda reader, page, files: rendered.append(page.file.name) or render(reader, page, files),
    )
    return rendered


def test_for_a_new_file_pages_that_name_records_are_not_made_again(edited, tmp_path, monkeypatch, caplog):
    """Their links lead to records that there were before; others follow from which files there are."""
    for name in NAMES:
        add_record(edited / "content", name, f"{name} talks")
    kept, rendered = Kept(), note_rendered(monkeypatch)
    entries = sorted((edited / "content/entries").glob("*.md"))
    for entry, link in ((entries[0], "[x](../about.md)"), (entries[1], "[x](../about.md){: .mention }")):
        entry.write_text(f"{entry.read_text()}\n{link}\n", encoding="utf-8")
    built, _ = build(edited, tmp_path / "kept", kept, monkeypatch, caplog)
    assert all(b'class="mention"' in built[f"entries/{entry.stem}/index.html"] for entry in entries)
    (edited / "content/map.svg").write_text("<svg/>", encoding="utf-8")
    rendered.clear()
    build(edited, tmp_path / "kept", kept, monkeypatch, caplog)
    assert {*rendered} & {entry.stem for entry in entries} == {entry.stem for entry in entries[:2]}
    header = "---\ntitle: Later\nlanguage: en\ndate: '2021-06-30'\n---\n\n"
    (edited / "content/entries/later.md").write_text(f"{header}Rain fell.\n", encoding="utf-8")
    rendered.clear()
    build(edited, tmp_path / "kept", kept, monkeypatch, caplog)
    assert {*rendered} & {entry.stem for entry in entries} == {entries[n].stem for n in (0, 1, -1)}


def test_a_page_that_nothing_changed_of_is_not_made_again(edited, tmp_path, monkeypatch, caplog):
    kept, rendered = Kept(), note_rendered(monkeypatch)
    build(edited, tmp_path / "kept", kept, monkeypatch, caplog)
    entries = sorted((edited / "content/entries").glob("*.md"))
    # Those before and after it show its title, and none of its text.
    for old, new, made in (("agreed", "decided", entries[2:3]), ("title: ", "title: New, ", entries[1:4])):
        entries[2].write_text(entries[2].read_text().replace(old, new, 1), encoding="utf-8")
        rendered.clear()
        build(edited, tmp_path / "kept", kept, monkeypatch, caplog)
        assert {*rendered} & {entry.stem for entry in entries} == {entry.stem for entry in made}
    rendered.clear()
    build(edited, tmp_path / "kept", kept, monkeypatch, caplog)
    assert not rendered


def test_what_values_are_made_from_is_the_same_in_every_process(edited):
    """Also where sets are in another order: else a value would never be found again."""
    for name in NAMES:
        add_record(edited / "content", name, f"{name} talks")
    found = []
    for order in "123":
        (edited / ".cache/site.sqlite").unlink(missing_ok=True)
        command = [sys.executable, "-P", "-m", "mkdocs", "build", "--quiet"]
        subprocess.run(command, cwd=edited, env={**environment(), "PYTHONHASHSEED": order}, check=True)
        with contextlib.closing(sqlite3.connect(edited / ".cache/site.sqlite")) as file:
            found.append(
                file.execute("SELECT kind, name, made_from FROM kept ORDER BY kind, name").fetchall()
            )
    assert found[0] == found[1] == found[2]


def test_what_a_quiet_build_did_not_hear_is_said_by_the_next(edited, tmp_path, monkeypatch, caplog):
    """What entries were read to holds all the same."""
    reads = []
    read = readings._read
    monkeypatch.setattr(readings, "_read", lambda given, *more: reads.extend(given) or read(given, *more))
    kept, text = Kept(), "\n\n[A link](../about.md#nowhere) and [one](gone.md).\n"
    for path in (edited / "content/about.md", next((edited / "content/entries").glob("*.md"))):
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    with caplog.at_level(logging.ERROR, "mkdocs"):
        _, nothing = build(edited, tmp_path / "kept", kept, monkeypatch, caplog)
    assert len(reads) == 5
    with caplog.at_level(logging.INFO, "mkdocs"):
        _, said = build(edited, tmp_path / "kept", kept, monkeypatch, caplog)
        assert (nothing, len(reads)) == ([], 5)
        assert said == build(edited, tmp_path / "anew", None, monkeypatch, caplog)[1]
    assert any("gone" in line for line in said)
