"""The command line: exit codes, help, and what docs/commands.md says of it."""

import json
import re
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from generator import __version__
from generator.cli.main import COMMANDS as PLACES
from generator.cli.main import main
from generator.errors import BuildError, PackageError, WriteError
from tests.cli.support import files, generate, run
from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("no_package")

COMMANDS_PAGE = ROOT / "docs" / "commands.md"


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
    assert (
        "known settings: language, editions, translate, pivot, package_versions, max_seed_bytes"
        in result.stderr
    )
    assert result.stderr.startswith("error: ")
    assert files(seeds) == before


def test_a_folder_that_is_no_project_is_exit_code_2(tmp_path):
    result = run(tmp_path, "status")
    assert result.exit_code == 2
    assert "no pyproject.toml here; run the command in a chronology's folder" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "code"),
    [(BuildError("a", "b", "c"), 3), (WriteError("a", "b", "c"), 4), (PackageError("a", "b", "c"), 5)],
)
def test_other_failures_are_one_line_and_their_exit_code(project, monkeypatch, error, code):
    def fail(_):
        raise error

    monkeypatch.setattr("generator.cli.generate.build_site", fail)
    result = run(project, "build")
    assert (result.exit_code, result.stderr) == (code, "error: a: b; c\n")


def test_a_file_that_can_not_be_written_is_exit_code_4(seeds):
    """`content/entries` is a file: no entry can be put into it."""
    (seeds / "content/entries").rmdir()
    (seeds / "content/entries").write_text("in the way", encoding="utf-8")
    result = generate(seeds)
    assert result.exit_code == 4
    assert re.search(r"content/entries/\S+\.md: can't be (read|written) \(.+\); ", result.output)


def test_a_broken_memory_is_exit_code_1_with_a_remedy(seeds):
    (seeds / "content/.generated").mkdir()
    (seeds / "content/.generated/memory.tmx").write_text("<tmx", encoding="utf-8")
    result = generate(seeds)
    assert result.exit_code == 1
    assert "not a TMX file" in result.stderr
    assert "restore it from version control" in result.stderr


def commands(group: click.Group, path: tuple[str, ...] = ()) -> dict[str, click.Command]:
    found: dict[str, click.Command] = {" ".join(path): group}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            found |= commands(command, (*path, name))
        else:
            found[" ".join((*path, name))] = command
    return found


COMMANDS = commands(main)
WORKING = sorted(name for name, command in COMMANDS.items() if not isinstance(command, click.Group))


def test_these_are_the_commands():
    memories = ["memory export", "memory import"]
    models = ["model install", "model list", "model remove"]
    assert [
        "add",
        "alternatives",
        "build",
        "check",
        "dates",
        "diff",
        "exchange export",
        "exchange import",
        "export",
        "generate",
        *memories,
        *models,
        "new entry",
        "new record",
        "new seed",
        "rename",
        "resolve",
        "review",
        "schema",
        "serve",
        "status",
        "terms export",
        "terms import",
    ] == WORKING


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


def test_help_lists_the_exit_codes_once(project):
    codes = [rf"^ +{code}  \w" for code in range(7)]
    text = run(project, "--help").stdout
    assert all(re.search(code, text, re.MULTILINE) for code in codes)
    for name in WORKING:
        assert "Exit codes" not in run(project, *name.split(), "--help").stdout


GROUPS = sorted(name for name, command in COMMANDS.items() if isinstance(command, click.Group))


@pytest.mark.parametrize("name", GROUPS)
def test_no_summary_is_cut(project, name):
    shown = " ".join(run(project, *name.split(), "--help").stdout.split())
    assert "..." not in shown.partition("Commands:")[2]
    for command in COMMANDS[name].list_commands(click.Context(COMMANDS[name])):
        told = COMMANDS[f"{name} {command}".strip()].help
        assert " ".join(told.split("\n\n")[0].split()) in shown


def completed(*words):
    """Ask as a shell does, in which the last word is being typed."""
    asked = {"COMP_WORDS": " ".join(("chronology", *words)), "COMP_CWORD": str(len(words))}
    done = CliRunner().invoke(
        main, prog_name="chronology", env={"_CHRONOLOGY_COMPLETE": "bash_complete", **asked}
    )
    return [line.partition(",")[2] for line in done.output.split()]


def test_a_shell_completes_entries_and_seeds(seeds, monkeypatch):
    (seeds / "content/entries/2023").mkdir()
    for name in ("alpha", "2023/beta"):
        (seeds / f"content/entries/{name}.md").write_text("anything", encoding="utf-8")
    monkeypatch.chdir(seeds / "content")
    assert completed("diff", "al") == ["alpha"]
    assert completed("review", "2") == ["2023/beta"]
    assert completed("generate", "d") == ["de.txt"]
    assert completed("stat") == ["status"]


def test_a_shell_completes_nothing_where_there_is_no_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert completed("diff", "a") == completed("generate", "a") == []
    assert completed("--project", "gone", "diff", "a") == []


def test_quiet_says_only_what_is_wrong(seeds):
    assert run(seeds, "--quiet", "generate", "--no-download", "en.txt").stdout == ""
    warned = run(seeds, "-q", "check")
    assert warned.exit_code == 0
    assert warned.stdout == "warning  seeds/de.txt: no entry yet; run chronology generate\n"
    assert run(seeds, "-q", "status").stdout == ""
    assert json.loads(run(seeds, "-q", "status", "--json").stdout)["entries"]


@pytest.mark.parametrize("name", WORKING)
def test_help_works_outside_a_project(tmp_path, name):
    """Help is what somebody asks for who does not know yet where to start."""
    result = run(tmp_path, *name.split(), "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


@pytest.mark.parametrize("name", WORKING)
def test_every_command_is_documented(name):
    assert f"chronology {name}" in COMMANDS_PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_documented(name):
    page = COMMANDS_PAGE.read_text(encoding="utf-8")
    for parameter in COMMANDS[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[-1] in page


def test_version(tmp_path):
    result = run(tmp_path, "--version")
    assert (result.exit_code, result.stdout) == (0, f"chronology, version {__version__}\n")
    assert list(tmp_path.iterdir()) == []


def test_help_says_of_each_command_what_its_own_help_begins_with():
    for name, place in PLACES.items():
        own = main.get_command(None, name).help
        assert place.says == " ".join(own.split("\n\n")[0].split()), name


def test_help_imports_what_it_shows_and_no_more():
    """Half of `--help` would be spent on what other commands need."""
    code = (
        "import sys\nsys.argv = ['chronology', '--help']\nfrom generator.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sorted(name for name in sys.modules if name.startswith('generator')))\n"
        "print(*sorted(sys.modules.keys() & {'babel', 'numpy', 'requests', 'yaml', 'lxml'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    ours, others = done.stdout.splitlines()[-2:]
    assert ours.split() == [
        "generator",
        "generator.cli",
        "generator.cli.command",
        "generator.cli.lazy_group",
        "generator.cli.main",
        "generator.cli.say",
        "generator.errors",
        "generator.printable",
    ]
    assert others == ""


def test_status_needs_neither_numpy_nor_the_network_nor_the_checks_of_translations():
    code = (
        "import sys\nimport generator.cli.status\n"
        "heavy = {'numpy', 'requests', 'lxml', 'py3langid', 'generator.checks.pairs'}\n"
        "print(*sorted(sys.modules.keys() & heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == ""


def test_what_interrupts_a_command_is_told_in_a_line(project, monkeypatch):
    """A shell expects 130, and click's own 1 would be a seed that can't be used."""

    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.cli.status.load_library", interrupt)
    result = CliRunner().invoke(main, ["--project", str(project), "status"])
    assert (result.exit_code, result.output) == (130, "interrupted: files are whole, run it again\n")


def test_a_command_that_can_not_be_imported_is_told_in_a_line(project, monkeypatch):
    def fail(_):
        raise AssertionError("a library's")

    monkeypatch.setattr("generator.cli.lazy_group.import_module", fail)
    result = CliRunner().invoke(main, ["--project", str(project), "status"])
    assert result.exit_code == 6
    assert result.output == "error: the program failed (AssertionError: a library's)\n"
