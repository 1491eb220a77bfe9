"""A site is the same to the byte whether what was made before is used or not, whatever changed since."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import subprocess
import sys

import pytest
from mkdocs.commands import build as build_command
from mkdocs.config import load_config

from generator.content.files import write_text
from generator.content.memory import Memory, dump_memory
from generator.content.paths import ContentPaths
from generator.publish.computed import readings
from generator.publish.kept import forked
from generator.publish.kept.store import Kept
from generator.publish.mkdocs import page_steps, workers, workshop
from tests.integration.random_edits import NAMES, STEPS, Editor, add_record, build, note_rendered
from tests.integration.support import environment


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


@pytest.mark.parametrize("is_translated", [True, False])
def test_it_is_the_same_when_workers_make_it(is_translated, edited, tmp_path, monkeypatch, caplog):
    """Also with pages that warn, which no worker can say."""
    if is_translated:
        write_text(ContentPaths(edited / "content").memory, dump_memory(Memory()))
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
    # What lies in content/, where something is loaded meanwhile for translations; what entries give, and
    # their links; pages' Markdown, then the rest; the search index, and the data.
    assert len([one for one in received if one]) == is_translated + 2 + 2 * 2 + 2


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


@pytest.mark.parametrize("dies", [False, True])
def test_what_is_broken_is_told_whoever_reads_content(dies, edited, tmp_path, monkeypatch, caplog):
    write_text(ContentPaths(edited / "content").memory, dump_memory(Memory()))
    sorted((edited / "content/entries").glob("*.md"))[0].write_bytes(b"---\ntitle: [\n---\n")
    anew = build(edited, tmp_path / "anew", None, monkeypatch, caplog)
    monkeypatch.setattr(forked, "LEAST", 1)
    monkeypatch.setattr(forked, "processors", lambda: 3)
    here, load, readers = os.getpid(), workshop.load_library, []

    def read(*given):
        if dies and os.getpid() != here:
            os._exit(1)
        readers.append(os.getpid())
        return load(*given)

    monkeypatch.setattr(workshop, "load_library", read)
    assert build(edited, tmp_path / "kept", Kept(), monkeypatch, caplog) == anew
    assert readers == [here] * dies


def test_a_build_that_is_interrupted_leaves_nothing_running(edited, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(forked, "LEAST", 1)
    monkeypatch.setattr(forked, "processors", lambda: 3)
    here, fork, begun = os.getpid(), forked._fork, []
    monkeypatch.setattr(forked, "_fork", lambda: begun.append(fork()) or begun[-1])

    def interrupt(*_, **__):
        if os.getpid() == here:
            raise KeyboardInterrupt

    monkeypatch.setattr(build_command, "_build_page", interrupt)
    with pytest.raises(KeyboardInterrupt):
        build(edited, tmp_path / "kept", Kept(), monkeypatch, caplog)
    with contextlib.chdir(edited):
        load_config().plugins.on_shutdown()
    assert begun
    for process in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_it_says_what_takes_long_where_nothing_is_kept(edited, tmp_path, monkeypatch, caplog):
    """Not among the mistakes, which are counted by who says them."""
    monkeypatch.setattr(logging.getLogger("mkdocs"), "level", logging.INFO)
    kept, said = Kept(), "5 entries are read anew: names are looked for, and translations checked"
    for is_new in (True, False):
        build(edited, tmp_path / "site", kept, monkeypatch, caplog)
        told = [one.name for one in caplog.records if one.getMessage().startswith(said)]
        assert told == (["mkdocs.chronology"] if is_new else [])


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
