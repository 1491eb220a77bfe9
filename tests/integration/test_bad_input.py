# ruff: noqa: E501 - texts as they are found
"""Bad input is named with place, problem and remedy; everything else is done, nothing is damaged."""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from tests.integration.support import (
    build,
    build_apart,
    copy_site_frame,
    entries_by_seed,
    entry_files,
    entry_path,
    environment,
    generate,
    generate_here,
    make_project,
    output,
    page,
    parse,
    snapshot,
)

ARTICLE = """Both sides vow to deepen their cooperation, {n}

BEIJING, Nov. 25, 2021 -- The ministry said on Thursday that number {n} of the plans would be carried out soon.

The spokesman told reporters that the two countries would go on with their cooperation for many years to come.
"""
GERMAN = """Minister spricht über „Übungen“ – und über Größeres, {n}

Peking, 25. November 2021 – Der Minister sagte am Donnerstag, die „großen Übungen“ würden fortgeführt, Nummer {n}.

Die Sprecherin erklärte außerdem, beide Länder würden ihre Zusammenarbeit künftig über Jahre hinweg vertiefen.
"""
FURNITURE = "Menu\nSearch\nShare\nFacebook\nTwitter\n© 2021 All rights reserved.\nhttps://example.org/page\n"
LONG_TAIL = b"".join(
    b"\nNumber %d of the plans of the two ministries was said again to be of great importance to both of them.\n"
    % n
    for n in range(20)
)
SECRET = "The secret of this machine must never be published, said the administrator of the system today."


def _article(name: str) -> bytes:
    return ARTICLE.format(n=name).encode()


BAD_SEEDS = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n\t\n", "empty"),
    "furniture.txt": (FURNITURE.encode(), "no article text"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20, "binary"),
    "noise.txt": (bytes(range(1, 256)) * 40, "encoding"),
    "nul.txt": (_article("nul").replace(b"reporters", b"rep\x00orters"), "NUL"),
    "large.txt": (_article("large") + b"The ministry said so again on Friday.\n" * 140_000, "MB"),
    "page.pdf": (_article("pdf"), "neither a .txt nor an .html file"),
    "tab\tname.txt": (_article("tab"), "control characters"),
    "line\nbreak.txt": (_article("newline"), "control characters"),
}
BAD_SIDECARS = {
    "unknown-language": (b"language: xx\n", "'xx'"),
    "unknown-key": (b"titel: A title\nautor: Me\n", "titel"),
    "not-yaml": (b"title: a: b: [\n", "YAML"),
    "no-mapping": (b"- a\n- b\n", "key"),
    "not-utf8": (b"title: \xfcber\n", "UTF-8"),
    "not-a-date": (b"published: yesterday\n", "yesterday"),
    "nested": (b"title: {a: b}\n", "title"),
}
GOOD_NAMES = (
    "plain.txt",
    "mit Leerzeichen und Umlaut äöü.txt",
    "-rf.txt",
    "a'b\"c.txt",
    "100%.txt",
    "100%25.txt",
    "%2e%2e%2fetc.txt",
    "a..b.txt",
    "back\\slash.txt",
    f"{'l' * 200}.txt",
    f"{'ü' * 120}.txt",
    "UPPER.TXT",
    "null.txt",
    "1905.txt",
    "#.txt",
)


def assert_clean(text: str) -> None:
    assert "Traceback" not in text, text


def message(text: str, place: str) -> str:
    """Return the one line that names a place; it must hold a problem and a remedy."""
    lines = [line for line in text.splitlines() if place in line and re.match(r"^(error|warning)\b", line)]
    assert len(lines) == 1, f"{place} in:\n{text}"
    assert re.search(rf"{re.escape(place)}\S*: \S.*; \S", lines[0]), lines[0]
    return lines[0]


@pytest.fixture(scope="session")
def bad(tmp_path_factory):
    """One run over every bad seed and sidecar, between good ones."""
    folder = tmp_path_factory.mktemp("bad")
    project = make_project(folder / "project")
    seeds = project / "seeds"
    for name, (data, _) in BAD_SEEDS.items():
        (seeds / name).write_bytes(data)
    for name, (data, _) in BAD_SIDECARS.items():
        (seeds / f"{name}.txt").write_bytes(_article(name))
        (seeds / f"{name}.yml").write_bytes(data)
    for name in GOOD_NAMES:
        (seeds / name).write_bytes(_article(f"good {name}"))
    (seeds / "cp1252.txt").write_bytes(GERMAN.format(n="cp1252").encode("cp1252"))
    (seeds / "utf16.txt").write_bytes(GERMAN.format(n="utf16").encode("utf-16"))
    (seeds / "bom.txt").write_bytes(_article("bom").replace(b"\n", b"\r\n"))
    (seeds / "same-1.txt").write_bytes(_article("same"))
    (seeds / "same-2.txt").write_bytes(_article("same").replace(b"\n", b"\r\n"))
    (seeds / "orphan.yml").write_text("title: A\n")
    (folder / "secret.txt").write_text(SECRET * 3)
    (seeds / "outside.txt").symlink_to(folder / "secret.txt")
    (seeds / "dangling.txt").symlink_to(folder / "missing.txt")
    (seeds / "loop.txt").symlink_to("loop.txt")
    (seeds / "folder.txt").mkdir()
    (seeds / "plain.txt").with_name(".hidden").write_text("x")
    return project, generate(project)


@pytest.mark.parametrize("name", BAD_SEEDS)
def test_a_bad_seed_is_named_with_its_remedy(name, bad):
    """Each seed that can't be used is named on one line, with what is wrong and what to do."""
    project, done = bad
    shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in name)
    assert BAD_SEEDS[name][1] in message(output(done), f"seeds/{shown}")
    assert name not in entries_by_seed(project)


@pytest.mark.parametrize("name", BAD_SIDECARS)
def test_a_bad_sidecar_is_named_with_its_remedy(name, bad):
    """A sidecar that can't be used is named itself, and its seed waits."""
    project, done = bad
    assert BAD_SIDECARS[name][1] in message(output(done), f"seeds/{name}.yml")
    assert f"{name}.txt" not in entries_by_seed(project)


@pytest.mark.parametrize(
    ("place", "problem"),
    [
        ("seeds/same-2.txt", "same text"),
        ("seeds/orphan.yml", "without a seed"),
        ("seeds/outside.txt", "out of seeds"),
        ("seeds/dangling.txt", "can't be read"),
        ("seeds/loop.txt", "can't be read"),
        ("seeds/folder.txt", "folder"),
    ],
)
def test_what_else_lies_in_seeds_is_named(place, problem, bad):
    """Repeated texts, stray sidecars, links and folders are named like bad seeds."""
    assert problem in message(output(bad[1]), place)


def test_a_link_out_of_seeds_reads_nothing(bad):
    """What a link outside seeds/ leads to is never read into content/."""
    assert not any(SECRET[:40].encode() in data for data in snapshot(bad[0] / "content").values())


def test_the_good_seeds_are_written(bad):
    """One bad seed takes nothing from the others, whatever the files are called."""
    project, done = bad
    assert done.returncode == 1
    assert_clean(output(done))
    wanted = {*GOOD_NAMES, "cp1252.txt", "utf16.txt", "bom.txt", "same-1.txt"}
    assert set(entries_by_seed(project)) == wanted


def test_baselines_do_not_collide(bad):
    """Each seed has its own baseline, though names differ only in what a file name can't hold."""
    project, _ = bad
    baselines = sorted((project / "content/.generated/entries").iterdir())
    assert len(baselines) == len(entry_files(project))
    assert all(path.parent == project / "content/.generated/entries" for path in baselines)


@pytest.mark.parametrize("name", ["cp1252", "utf16"])
def test_german_of_another_encoding_is_read_right(name, bad):
    """Umlauts, ß, quotation marks and dashes arrive as they were written."""
    entry = entries_by_seed(bad[0])[f"{name}.txt"]
    assert entry.title == f"Minister spricht über „Übungen“ – und über Größeres, {name}"
    assert "die „großen Übungen“ würden" in entry.segments[0].text


def test_a_second_run_says_the_same(bad):
    """Nothing bad is taken as done: the next run names it again and rewrites no entry."""
    project, done = bad
    before = snapshot(project / "content")
    again = generate(project)
    assert again.returncode == 1
    lines = [line for line in output(done).splitlines() if line.startswith("error")]
    assert [line for line in output(again).splitlines() if line.startswith("error")] == lines
    assert snapshot(project / "content") == before


@pytest.mark.parametrize("name", [*BAD_SEEDS, *BAD_SIDECARS])
def test_one_bad_seed_makes_the_run_fail(name, tmp_path):
    """The exit code says that something is missing, even when it is one of many."""
    project = make_project(tmp_path / "project")
    (project / "seeds" / "good.txt").write_bytes(_article("good"))
    if name in BAD_SEEDS:
        (project / "seeds" / name).write_bytes(BAD_SEEDS[name][0])
    else:
        (project / "seeds" / f"{name}.txt").write_bytes(_article("bad"))
        (project / "seeds" / f"{name}.yml").write_bytes(BAD_SIDECARS[name][0])
    done = generate_here(project)
    assert done.exit_code == 1
    assert set(entries_by_seed(project)) == {"good.txt"}


def test_a_named_seed_with_a_leading_dash(tmp_path):
    """A seed can be named on the command line, whatever its name starts with; a wrong name is said."""
    project = make_project(tmp_path / "project")
    for name in ("-rf.txt", "other.txt"):
        (project / "seeds" / name).write_bytes(_article(name))
    assert generate_here(project, "--", "-rf.txt").exit_code == 0
    assert set(entries_by_seed(project)) == {"-rf.txt"}
    done = generate_here(project, "missing.txt")
    assert done.exit_code == 1
    message(done.output, "seeds/missing.txt")


# Entries that an editor broke.


def _no_front_matter(text: str) -> bytes:
    return text.split("---\n", 2)[2].encode()


BREAKS = {
    "bad indentation": lambda text: text.replace("language: en", "language: en\n  kind: [").encode(),
    "unclosed quote": lambda text: text.replace("title: ", 'title: "', 1).encode(),
    "no closing fence": lambda text: text.replace("\n---\n", "\n", 1).encode(),
    "no front matter": _no_front_matter,
    "empty file": lambda text: b"",  # noqa: ARG005
    "unknown key": lambda text: text.replace("language: en", "language: en\ncolour: red").encode(),
    "wrong date": lambda text: re.sub(r'\ndate: "[^"]*"', '\ndate: "25.11.2021"', text).encode(),
    "seed in flow style": lambda text: (
        re.sub(
            r"source:\n  seed: (.*)\n  sha256: (.*)\n(?:  .*\n)*", r"source: {seed: \1, sha256: \2}\n", text
        )
        .replace("language: en", "language: xx")
        .encode()
    ),
    "comment after the seed": lambda text: (
        re.sub(r"  seed: (.*)\n", r"  seed: \1  # as received\n", text)
        .replace("language: en", "language: xx")
        .encode()
    ),
    "not UTF-8": lambda text: text.replace("Both sides", "B\u00f6th sides").encode("latin-1"),
    "merge marks": lambda text: text.replace("language: en", "<<<<<<< a\nlanguage: en\n=======").encode(),
    "segment id twice": lambda text: text.replace("#s2", "#s1").encode(),
}


SHOWN = ("unknown key", "wrong date", "seed in flow style", "comment after the seed", "segment id twice")
"""Where the front matter can be read: only what is wrong in it is not there."""


@pytest.fixture(scope="session")
def generated(tmp_path_factory):
    """Two seeds with entries, and the frame of a site."""
    project = make_project(tmp_path_factory.mktemp("generated") / "project")
    copy_site_frame(project)
    for name in ("one", "two"):
        (project / "seeds" / f"{name}.txt").write_bytes(_article(name))
    assert generate_here(project).exit_code == 0
    return project


def test_a_library_that_is_missing_is_named_in_a_line(tmp_path):
    """What a build needs and does not find costs no traceback."""
    project = tmp_path / "project"
    CliRunner().invoke(main, ["new", str(project), "--example"])
    assert generate_here(project).exit_code == 0
    hide = "from importlib import util\nfind = util.find_spec\n"
    hide += "util.find_spec = lambda name, *rest: None if name == 'lemminflect' else find(name, *rest)\n"
    (tmp_path / "sitecustomize.py").write_text(hide, encoding="utf-8")
    done = build_apart(project, PYTHONPATH=str(tmp_path))
    said = output(done)
    assert done.returncode == 1
    assert "\nError: lemminflect: is not installed; pip install lemminflect\n" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("how", BREAKS)
@pytest.mark.parametrize("changed", [False, True], ids=["same seed", "changed seed"])
def test_a_broken_entry_is_neither_overwritten_nor_doubled(how, changed, generated, tmp_path):
    """An entry that can't be read is named and left as it is; no second one is written beside it."""
    project = shutil.copytree(generated, tmp_path / "project")
    broken = entry_path(project, "one.txt")
    data = BREAKS[how](broken.read_text(encoding="utf-8"))
    assert data != broken.read_bytes()
    broken.write_bytes(data)
    if changed:
        for name in ("one", "two"):
            text = _article(name).replace(b"many years", b"several years")
            (project / "seeds" / f"{name}.txt").write_bytes(text)
    names = [path.name for path in entry_files(project)]
    done = generate_here(project)
    assert done.exit_code == 1
    assert broken.read_bytes() == data
    assert [path.name for path in entry_files(project)] == names
    lines = [line for line in done.output.splitlines() if broken.name in line]
    assert lines
    assert all(": " in line and "; " in line for line in lines)
    assert isinstance(done.exception, SystemExit)
    if changed:
        other = next(path for path in entry_files(project) if path != broken)
        assert "several years" in other.read_text(encoding="utf-8")


def test_two_entries_of_one_seed_are_named(generated, tmp_path):
    """When two entries claim a seed, generate says so and touches neither."""
    project = shutil.copytree(generated, tmp_path / "project")
    first = entry_path(project, "one.txt")
    copy = first.with_name("a-copy.md")
    shutil.copy(first, copy)
    (project / "seeds/one.txt").write_bytes(_article("one").replace(b"many years", b"several years"))
    before = snapshot(project / "content/entries")
    done = generate_here(project)
    assert done.exit_code == 1
    assert "one.txt" in done.output
    assert snapshot(project / "content/entries") == before


@pytest.fixture(scope="session")
def broken_site(generated, tmp_path_factory):
    """A site with entries broken in every way, and one whole entry."""
    project = shutil.copytree(generated, tmp_path_factory.mktemp("broken") / "project")
    original = entry_path(project, "one.txt")
    text = original.read_text(encoding="utf-8")
    original.unlink()
    slugs = {}
    for how, change in BREAKS.items():
        if how == "not UTF-8":
            continue
        slug = f"broken-{how.replace(' ', '-').lower()}"
        (original.parent / f"{slug}.md").write_bytes(change(text))
        slugs[how] = slug
    return project, slugs, build(project, strict=False)


def test_a_strict_build_fails_on_a_broken_entry(generated, tmp_path):
    """`mkdocs build --strict` does not publish over a broken entry; it says where and what to do."""
    project = shutil.copytree(generated, tmp_path / "project")
    path = entry_path(project, "one.txt")
    path.write_bytes(BREAKS["unclosed quote"](path.read_text(encoding="utf-8")))
    done = build(project)
    assert done.returncode != 0
    assert_clean(output(done))
    lines = [line for line in output(done).splitlines() if path.name in line]
    assert any("WARNING" in line and "; " in line for line in lines), output(done)


@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lax"])
def test_a_build_survives_an_entry_that_is_not_utf8(strict, generated, tmp_path):
    """An entry saved in another encoding is named like any broken one, without a traceback of MkDocs."""
    project = shutil.copytree(generated, tmp_path / "project")
    path = entry_path(project, "one.txt")
    path.write_bytes(BREAKS["not UTF-8"](path.read_text(encoding="utf-8")))
    done = build(project, strict=strict)
    assert (done.returncode != 0) == strict, output(done)
    assert_clean(output(done))
    assert any(path.name in line and "; " in line for line in output(done).splitlines())


@pytest.mark.parametrize("how", [how for how in BREAKS if how != "not UTF-8"])
def test_a_broken_entry_does_not_show_its_header(how, broken_site):
    """The page of a broken entry says what is wrong instead of showing YAML, or shows what can be used."""
    project, slugs, done = broken_site
    assert done.returncode == 0, output(done)
    assert_clean(output(done))
    assert f"{slugs[how]}.md" in output(done)
    html = parse(page(project, slugs[how]))
    assert ("can't be shown" in html.text) == (how not in SHOWN)
    assert how not in SHOWN or "both sides" in html.text.lower()
    for words in ("sha256:", "published_from:", "date_evidence:"):
        assert words not in html.text


# A disk that is full, and a run that is killed.


def _limit(size: int):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", [0, 700, 1500])
def test_a_full_disk_damages_nothing(size, generated, tmp_path):
    """When files can't be written the run fails, and what was there before is as it was."""
    project = shutil.copytree(generated, tmp_path / "project")
    before = snapshot(project / "content")
    edited = entry_path(project, "two.txt")
    text = edited.read_text(encoding="utf-8")
    edited.write_text(text.replace("{: #s2", "A note by hand.\n{: #s2"), encoding="utf-8")
    before[edited.relative_to(project / "content").as_posix()] = edited.read_bytes()
    for number in range(3):
        (project / "seeds" / f"new-{number}.txt").write_bytes(_article(f"new {number}") + LONG_TAIL)
    for name in ("one", "two"):
        (project / "seeds" / f"{name}.txt").write_bytes(
            _article(name).replace(b" soon.", b" soon." + LONG_TAIL.replace(b"\n", b" "))
        )
    done = generate(project, preexec_fn=_limit(size))
    assert done.returncode != 0
    assert_clean(output(done))
    assert "; " in output(done)
    entries_by_seed(project)
    after = snapshot(project / "content")
    assert not [path for path in after if "unfinished" in path]
    changed = [path for path, data in before.items() if after.get(path) != data]
    assert [path for path in changed if path.startswith(("entries/", "records/"))] == []
    # With space again, the next run does all that was left.
    again = generate_here(project)
    assert again.exit_code == 0, again.output
    entries = entries_by_seed(project)
    assert len(entries) == 5
    assert "A note by hand." in edited.read_text(encoding="utf-8")
    assert "said again" in edited.read_text(encoding="utf-8")


MANY = 24
IN_PROCESSES = """
from generator.cli.main import main
from generator.generate import workers

workers.PARALLEL_FROM = 2
main()
"""
"""Starts processes for few seeds already."""


@pytest.fixture(scope="session")
def many(tmp_path_factory):
    """A project of many seeds, some with the same title, and what an undisturbed run makes of it."""
    project = make_project(tmp_path_factory.mktemp("many") / "project")
    for number in range(MANY):
        text = ARTICLE if number % 3 else GERMAN
        content = text.format(n=number)
        if number % 10 == 1:
            content = content.replace(f", {number}\n", "\n", 1)
        (project / "seeds" / f"{number:03}.txt").write_text(content, encoding="utf-8")
    whole = shutil.copytree(project, project.with_name("whole"))
    done = generate_here(whole)
    assert done.exit_code == 0, done.output
    return project, snapshot(whole / "content")


@pytest.mark.parametrize("moment", [0, 1, 8, MANY - 10])
def test_a_killed_run_leaves_whole_files_and_is_made_good(moment, many, tmp_path):
    """Killed at any moment, every file is whole; the next run ends like one never disturbed."""
    original, whole = many
    project = shutil.copytree(original, tmp_path / "project")
    run = subprocess.Popen(
        [sys.executable, "-c", IN_PROCESSES, "--project", str(project), "generate", "--no-download"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
        start_new_session=True,
    )
    try:
        # At moment 0 the seeds are being read, in processes of their own.
        while not _reached(moment, project, run.pid) and run.poll() is None:
            time.sleep(0.002)
    finally:
        run.send_signal(signal.SIGKILL)
        run.wait()
    assert run.returncode == -signal.SIGKILL
    assert len(entries_by_seed(project)) == len(entry_files(project)) >= moment
    assert _members(run.pid, patience=60) == []
    done = generate_here(project)
    assert done.exit_code == 0, done.output
    after = snapshot(project / "content")
    assert [path for path in after if "unfinished" in path] == []
    assert after.keys() == whole.keys()
    assert [path for path, data in whole.items() if after[path] != data] == []


def _reached(moment: int, project, session: int) -> bool:
    return len(entry_files(project)) >= moment if moment else len(_left(session)) > 2


def _members(session: int, patience: float) -> list[int]:
    """Return the processes left of a session, after waiting for them to end; ends those that stay."""
    end = time.monotonic() + patience
    while left := _left(session):
        if time.monotonic() > end:
            for pid in left:
                os.kill(pid, signal.SIGKILL)
            break
        time.sleep(0.05)
    return left


def _left(session: int) -> list[int]:
    pids = [int(name) for name in os.listdir("/proc") if name.isdigit()]  # noqa: PTH208
    return [pid for pid in pids if _session_of(pid) == session]


def _session_of(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except ProcessLookupError:
        return None
