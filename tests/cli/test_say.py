"""What commands say steers no terminal, whatever text it quotes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import say as module
from generator.cli.main import main
from generator.cli.say import CLOSED_PIPE, say

MAY_ECHO = {
    "say.py",
    "report.py",  # progress goes back to the start of its line
}


def test_a_line_that_is_quoted_stays_one_and_prints(capsys):
    say("a\x1b[31m\rb\u202ec\x9b\x85d\ne")
    assert capsys.readouterr().out == "a [31m bc d\ne\n"
    say("x\x07", err=True)
    assert capsys.readouterr().err == "x \n"


def test_commands_speak_in_no_other_way():
    folder = Path(module.__file__).parent
    assert {path.name for path in folder.glob("*.py") if "click.echo(" in path.read_text()} == MAY_ECHO


@pytest.mark.parametrize("arguments", [["build", "\x1b[31m\u202ex"], ["model", "list", "\x1b[31m\u202ex"]])
def test_what_is_said_of_a_wrong_command_steers_no_terminal(arguments):
    """A shell types the names of files."""
    done = CliRunner().invoke(main, arguments, color=True)
    assert done.exit_code == 2
    assert "unexpected extra argument" in done.output
    assert done.output.replace("\n", "").isprintable()


@pytest.mark.parametrize("arguments", [["-h"], ["dates", "-h"], ["schema", "entry"], ["check"]])
def test_a_reader_who_has_seen_enough_is_no_error(arguments, tmp_path):
    for folder in ("seeds", "content"):
        (tmp_path / folder).mkdir()
    (tmp_path / "pyproject.toml").write_text('[tool.chronology]\nlanguage = "en"\n', encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "generator", "--project", str(tmp_path), *arguments]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.stderr, done.returncode in (1, CLOSED_PIPE)) == ("", True)
