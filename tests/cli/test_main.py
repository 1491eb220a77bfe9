"""The command line, as a person uses it: what is said, what is written, and the exit code."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator import __version__
from generator.cli import main as cli
from generator.errors import BuildError, PackageError, WriteError
from generator.translate import packages
from tests.conftest import ROOT
from tests.packages import package_of

GERMAN = """Startseite | Politik | Sport

Ministerium kündigt gemeinsame Übung an

Berlin, 28. Dezember 2023. Der Sprecher des Ministeriums sagte am Donnerstag, dass die Übung beginnt.

Die Übung dauert nach Angaben des Ministeriums eine Woche und findet auf See statt.

© 2023 Alle Rechte vorbehalten
"""
ENGLISH = """Ministry announces a joint exercise

The spokesperson of the ministry said on December 28, 2023 that the exercise begins on Thursday.

According to the ministry, the exercise lasts for a week and takes place at sea.
"""


@pytest.fixture(autouse=True)
def no_package(monkeypatch, tmp_path_factory):
    """No package is installed, and nothing may ask the network for one."""

    def refuse(*_, **__):
        raise PackageError("index", "is out of reach", "no network")

    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path_factory.mktemp("packages")))
    monkeypatch.setattr(packages, "offer", refuse)
    monkeypatch.setattr(packages, "install", refuse)


@pytest.fixture
def seeds(project: Path) -> Path:
    (project / "seeds" / "de.txt").write_text(GERMAN, encoding="utf-8")
    (project / "seeds" / "en.txt").write_text(ENGLISH, encoding="utf-8")
    return project


def run(project: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(cli.main, ["--project", str(project), *arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def generate(project: Path, *arguments: str) -> Result:
    return run(project, "generate", "--no-download", *arguments)


def entries(project: Path) -> dict[str, Path]:
    """By seed."""
    found = {}
    for path in (project / "content/entries").glob("*.md"):
        match = re.search(r"seed: (\S+)", path.read_text(encoding="utf-8"))
        assert match
        found[match[1]] = path
    return found


def files(project: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(project)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in project.rglob("*")
        if path.is_file()
    }


def summary(result: Result) -> str:
    return result.stdout.splitlines()[-1]


# generate


def test_generate_says_what_is_new_then_unchanged_then_changed(seeds):
    first = generate(seeds)
    assert (first.exit_code, summary(first)) == (
        0,
        "Entries: 2 written, 0 unchanged, 0 failed; 0 warnings",
    )
    path = entries(seeds)["en.txt"]
    assert f"new        seeds/en.txt → content/entries/{path.name}" in first.stdout

    before = files(seeds / "content")
    second = generate(seeds)
    assert (second.exit_code, summary(second)) == (
        0,
        "Entries: 0 written, 2 unchanged, 0 failed; 0 warnings",
    )
    assert "→" not in second.stdout
    assert files(seeds / "content") == before

    (seeds / "seeds/en.txt").write_text(ENGLISH.replace("at sea", "in the air"), encoding="utf-8")
    third = generate(seeds)
    assert f"changed    seeds/en.txt → content/entries/{path.name}" in third.stdout
    assert (third.exit_code, summary(third)) == (
        0,
        "Entries: 1 written, 1 unchanged, 0 failed; 0 warnings",
    )
    assert "in the air" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["en.txt", "seeds/en.txt", "/somewhere/seeds/en.txt"])
def test_generate_one_seed_by_name_or_path(seeds, name):
    result = generate(seeds, name)
    assert (result.exit_code, summary(result)) == (
        0,
        "Entries: 1 written, 0 unchanged, 0 failed; 0 warnings",
    )
    assert set(entries(seeds)) == {"en.txt"}


def test_generate_an_unknown_seed_is_named_and_the_known_one_is_done(seeds):
    result = generate(seeds, "gone.txt", "en.txt")
    assert result.exit_code == 1
    assert "seeds/gone.txt: no such seed; put the file into seeds/" in result.stdout
    assert set(entries(seeds)) == {"en.txt"}
    assert summary(result) == "Entries: 1 written, 0 unchanged, 1 failed; 0 warnings"


def test_generate_a_bad_seed_is_named_with_a_remedy_and_the_others_go_on(seeds):
    (seeds / "seeds/bad.txt").write_bytes(b"\x00\x01\x02")
    result = generate(seeds)
    assert result.exit_code == 1
    assert (
        "seeds/bad.txt: holds NUL bytes: binary, or damaged; save the document as UTF-8 text" in result.stdout
    )
    assert set(entries(seeds)) == {"de.txt", "en.txt"}


def test_generate_without_seeds_is_no_failure(project):
    result = generate(project)
    assert (result.exit_code, summary(result)) == (
        0,
        "Entries: 0 written, 0 unchanged, 0 failed; 0 warnings",
    )


def test_generate_without_package_says_how_to_get_it_and_publishes_the_text(seeds):
    result = generate(seeds, "de.txt")
    assert result.exit_code == 0
    assert "run: chronology model install de en" in result.stdout
    text = entries(seeds)["de.txt"].read_text(encoding="utf-8")
    assert "Die Übung dauert" in text
    assert "lang=en" not in text


def test_generate_goes_on_when_the_package_is_out_of_reach(seeds):
    result = run(seeds, "generate")
    assert result.exit_code == 0
    assert "index: is out of reach; no network" in result.stdout
    assert set(entries(seeds)) == {"de.txt", "en.txt"}


def test_explain_gives_a_verdict_on_every_line_and_writes_nothing(seeds):
    before = files(seeds)
    result = generate(seeds, "--explain", "de.txt")
    assert result.exit_code == 0
    assert files(seeds) == before
    title, *rows = result.stdout.splitlines()
    verdicts = {int(row.split()[0]): row.split()[1] for row in rows}
    lines = {number: text for number, text in enumerate(GERMAN.split("\n"), start=1) if text.strip()}
    assert verdicts.keys() == lines.keys()
    for row, (number, text) in zip(rows, lines.items(), strict=True):
        assert row.startswith(str(number))
        assert row.endswith(text[:100].rstrip())
    assert verdicts[1] == verdicts[9] == "drop"
    assert verdicts[3] == verdicts[5] == verdicts[7] == "keep"
    kept = list(verdicts.values()).count("keep")
    assert title.startswith("de.txt: ")
    assert f"{len(rows) - kept} dropped" in title


def test_explain_without_name_explains_all(seeds):
    result = generate(seeds, "--explain")
    assert result.exit_code == 0
    assert re.findall(r"^(\w+\.txt): ", result.stdout, re.MULTILINE) == ["de.txt", "en.txt"]


def test_explain_an_unknown_seed_is_refused(seeds):
    result = generate(seeds, "--explain", "gone.txt", "en.txt")
    assert result.exit_code == 1
    assert "seeds/gone.txt: no such seed; put the file into seeds/" in result.output
    assert "en.txt: " in result.stdout


def test_explain_a_bad_seed_does_not_hide_the_others(seeds):
    (seeds / "seeds/bad.txt").write_bytes(b"\x00")
    result = generate(seeds, "--explain")
    assert result.exit_code == 1
    assert "seeds/bad.txt: holds NUL bytes" in result.output
    assert re.findall(r"^(de|en)\.txt: ", result.stdout, re.MULTILINE) == ["de", "en"]


# status


def test_status_is_a_line_for_each_entry_in_order_of_date(seeds):
    generate(seeds)
    (seeds / "content/entries/hand.md").write_text(
        "---\ntitle: T\ndate: '1999'\nlanguage: en\nkind: article\nsource: {seed: h.txt, sha256: x}\n---\n\n"
        "One.\n{: #s1 lang=en }\n",
        encoding="utf-8",
    )
    result = run(seeds, "status")
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines()]
    assert rows[0] == ["1999", "en", "none", "needed", "h.txt", "hand"]
    by_seed = {row[-2]: row for row in rows[:3]}
    assert by_seed["de.txt"][:3] == ["2023-12-28", "de", "missing"]
    assert by_seed["en.txt"][:4] == ["2023-12-28", "en", "none", "needed"]
    assert [row[-1] for row in rows[1:3]] == sorted(
        entries(seeds)[name].stem for name in ("de.txt", "en.txt")
    )
    assert "run chronology model install de en, then chronology generate" in result.stdout.splitlines()[4]
    assert result.stdout.splitlines()[3] == "Translations of segments: 2 missing"


def test_status_of_an_empty_project_says_how_to_begin(project):
    result = run(project, "status")
    assert (result.exit_code, result.stdout) == (
        0,
        "No entries yet: put texts into seeds/, run chronology generate\n",
    )


def test_status_lists_an_undated_entry_as_such_and_last(project):
    for name, date in (("a", ""), ("b", "date: '2023'\n")):
        (project / f"content/entries/{name}.md").write_text(
            f"---\ntitle: T\n{date}language: en\nkind: article\n"
            f"source: {{seed: {name}.txt, sha256: x}}\n---\n\nOne.\n",
            encoding="utf-8",
        )
    rows = run(project, "status").stdout.splitlines()
    assert [row.split()[0] for row in rows] == ["2023", "undated"]


def test_status_with_a_file_that_can_not_be_used_lists_the_others_and_fails(seeds):
    generate(seeds, "en.txt")
    (seeds / "content/entries/broken.md").write_text("no header\n", encoding="utf-8")
    result = run(seeds, "status")
    assert result.exit_code == 1
    assert "en.txt" in result.stdout
    assert "content/entries/broken.md: no front matter" in result.stderr


def test_status_with_a_paragraph_in_a_language_its_entry_is_not_in(project):
    """An editor quotes the German original in an English entry."""
    (project / "content/entries/a.md").write_text(
        "---\ntitle: T\ndate: '2023'\nlanguage: en\nkind: article\nsource: {seed: a.txt, sha256: x}\n---\n\n"
        "One.\n{: #s1 lang=en }\n\nZwei.\n{: #s2 lang=de }\n",
        encoding="utf-8",
    )
    result = run(project, "status")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split() == ["2023", "en", "missing", "a.txt", "a"]
    assert "model install en en" not in result.stdout


# check


def test_check_lists_issues_and_counts_them(seeds):
    result = run(seeds, "check")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "warning  seeds/de.txt: no entry yet; run chronology generate",
        "warning  seeds/en.txt: no entry yet; run chronology generate",
        "2 to look at, 0 of them errors",
    ]


def test_check_fails_on_an_error(seeds):
    generate(seeds, "en.txt")
    path = entries(seeds)["en.txt"]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n---\n", "\nrelated: [gone]\n---\n", 1), encoding="utf-8")
    result = run(seeds, "check")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"error    content/entries/{path.name}: related: there is no gone;")
    assert result.stdout.splitlines()[-1].endswith(", 1 of them errors")


def test_check_of_an_empty_project_finds_nothing(project):
    result = run(project, "check")
    assert (result.exit_code, result.stdout) == (0, "0 to look at, 0 of them errors\n")


# Exit codes


@pytest.mark.parametrize(
    "arguments",
    [
        ["status", "--nonsense"],
        ["nonsense"],
        ["generate", "--nonsense"],
        ["model", "install", "de"],
        ["model", "install", "german", "en"],
    ],
)
def test_a_wrong_command_line_is_exit_code_2(project, arguments):
    result = run(project, *arguments)
    assert result.exit_code == 2
    assert result.stderr


@pytest.mark.parametrize("command", ["generate", "build", "status", "check"])
def test_an_unknown_setting_is_listed_before_any_work(seeds, command):
    (seeds / "pyproject.toml").write_text(
        '[tool.chronology]\nlang = "en"\nlanguage = "english"\n', encoding="utf-8"
    )
    before = files(seeds)
    result = run(seeds, command)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "unknown setting 'lang'; language 'english' is not a language code" in result.stderr
    assert "known settings: language, translate, pivot, max_seed_bytes" in result.stderr
    assert result.stderr.startswith("error: ")
    assert files(seeds) == before


def test_a_folder_that_is_no_project_is_exit_code_2(tmp_path):
    result = run(tmp_path, "status")
    assert result.exit_code == 2
    assert "no pyproject.toml here; run the command in the project's folder" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "code"),
    [(BuildError("a", "b", "c"), 3), (WriteError("a", "b", "c"), 4), (PackageError("a", "b", "c"), 5)],
)
def test_other_failures_are_one_line_and_their_exit_code(project, monkeypatch, error, code):
    def fail(_):
        raise error

    monkeypatch.setattr(cli, "build_site", fail)
    result = run(project, "build")
    assert (result.exit_code, result.stderr) == (code, "error: a: b; c\n")


def test_a_file_that_can_not_be_written_is_exit_code_4(seeds):
    """`content/entries` is a file: no entry can be put into it."""
    (seeds / "content/entries").rmdir()
    (seeds / "content/entries").write_text("in the way", encoding="utf-8")
    result = generate(seeds)
    assert result.exit_code == 4
    assert re.search(r"content/entries/\S+\.md: can't be (read|written) \(.+\); ", result.output)


def test_a_bug_of_ours_keeps_its_traceback(project, monkeypatch):
    def fail(_):
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "build_site", fail)
    with pytest.raises(ZeroDivisionError):
        run(project, "build")


def test_a_broken_memory_is_exit_code_1_with_a_remedy(seeds):
    (seeds / "content/.generated").mkdir()
    (seeds / "content/.generated/memory.tmx").write_text("<tmx", encoding="utf-8")
    result = generate(seeds)
    assert result.exit_code == 1
    assert "not a TMX file" in result.stderr
    assert "restore it from version control" in result.stderr


# build and model


def test_build_generates_first_when_told_to(seeds, monkeypatch):
    seen = []
    monkeypatch.setattr(cli, "build_site", lambda settings: seen.append(sorted(entries(settings.root))) or 0)
    plain = run(seeds, "build")
    first = run(seeds, "build", "--generate", "--no-download")
    assert seen == [[], ["de.txt", "en.txt"]]
    assert (plain.exit_code, first.exit_code) == (0, 0)
    assert "Entries:" not in plain.stdout
    assert "Entries: 2 written" in first.stdout
    assert f"Site: {seeds / 'site'} (0 warnings)" in first.stdout


def test_build_fails_when_a_seed_did_though_the_site_is_there(seeds, monkeypatch):
    monkeypatch.setattr(cli, "build_site", lambda _: 0)
    (seeds / "seeds/bad.txt").write_bytes(b"\x00")
    result = run(seeds, "build", "--generate", "--no-download")
    assert result.exit_code == 1
    assert "Site: " in result.stdout


def test_model_install_from_a_file_that_is_no_package_is_exit_code_5(project):
    file = project / "x.argosmodel"
    file.write_bytes(b"no zip")
    result = run(project, "model", "install", "de", "en", "--from", str(file))
    assert result.exit_code == 5
    assert "not a zip file, or damaged" in result.stderr


def test_model_install_says_what_it_fetches_from_where(project, monkeypatch):
    offer = packages.Offer("translate-de_en-1_3", "https://example.org/x", None, 90_000_000)
    monkeypatch.setattr(packages, "offer", lambda *_: offer)
    monkeypatch.setattr(packages, "install", lambda *_: package_of())
    result = run(project, "model", "install", "de", "en")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Fetching translate-de_en-1_3 (90 MB) from https://example.org/x",
        "Installed translate-de_en-1_3 (its form checked, its hash not known); now run: chronology generate",
    ]


# Help and documentation


def commands(group: click.Group, path: tuple[str, ...] = ()) -> dict[str, click.Command]:
    found: dict[str, click.Command] = {" ".join(path): group}
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found |= commands(command, (*path, name))
        else:
            found[" ".join((*path, name))] = command
    return found


COMMANDS = commands(cli.main)
WORKING = sorted(name for name, command in COMMANDS.items() if not isinstance(command, click.Group))


def test_these_are_the_commands():
    memories = ["memory export", "memory import"]
    models = ["model install", "model list", "model remove"]
    assert ["build", "check", "generate", *memories, *models, "record add", "review", "status"] == WORKING


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_names_every_option_and_argument_and_explains_it(project, name):
    result = run(project, *name.split(), "--help")
    assert result.exit_code == 0
    for parameter in COMMANDS[name].params:
        for option in parameter.opts if isinstance(parameter, click.Option) else ():
            assert re.search(rf"{option}\b", result.stdout), option
        if isinstance(parameter, click.Option):
            assert parameter.help
        else:
            assert (parameter.metavar or parameter.name.upper()) in result.stdout
    assert COMMANDS[name].help


@pytest.mark.parametrize("name", WORKING)
def test_help_of_every_command_lists_the_exit_codes(project, name):
    text = run(project, *name.split(), "--help").stdout
    for code in range(6):
        assert re.search(rf"^ +{code}  \w", text, re.MULTILINE), code


@pytest.mark.parametrize("name", WORKING)
def test_help_works_outside_a_project(tmp_path, name):
    """Help is what somebody asks for who does not know yet where to start."""
    result = run(tmp_path, *name.split(), "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


@pytest.mark.parametrize("name", WORKING)
def test_readme_mentions_every_command(name):
    assert f"chronology {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WORKING)
def test_readme_mentions_every_option_of_a_command(name):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for parameter in COMMANDS[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[0] in readme


def test_version(tmp_path):
    result = CliRunner().invoke(cli.main, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"chronology, version {__version__}\n")
    assert list(tmp_path.iterdir()) == []
