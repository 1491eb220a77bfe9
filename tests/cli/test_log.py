"""A bug of ours: one line, an exit code, and the whole traceback where the line says."""

import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.command import NAME, logging_to
from generator.errors import BUG
from generator.generate.translate_drafts import translate_drafts
from tests.cli.support import files, generate, run

pytestmark = pytest.mark.usefixtures("no_package")

FAULTY = """
from generator.generate import prepare, workers

workers.PARALLEL_FROM = 1
segment = prepare.segment


def fail(draft):
    if draft.seed == "de.txt":
        raise ZeroDivisionError("divided by naught")
    return segment(draft)


prepare.segment = fail
"""
"""Run by every Python that starts with it on its path."""


def fail(*_):
    raise ZeroDivisionError("divided by naught")


@pytest.fixture
def broken_build(monkeypatch):
    monkeypatch.setattr("generator.cli.generate.build_site", fail)


def named_log(said: str) -> Path:
    match = re.search(r"with its traceback: (.+)$", said, re.MULTILINE)
    assert match, said
    return Path(match[1])


def assert_traceback(text: str) -> None:
    assert re.search(r"Traceback .*in fail\n.*ZeroDivisionError: divided by naught", text, re.DOTALL)


@pytest.mark.usefixtures("broken_build")
def test_a_bug_of_a_command_is_a_line_and_its_traceback_is_in_the_log(project):
    result = run(project, "build")
    assert result.exit_code == BUG
    assert "error: the program failed (ZeroDivisionError: divided by naught)\n" in result.stderr
    assert "Traceback" not in result.output
    assert named_log(result.stderr) == project / ".cache" / NAME
    assert_traceback(named_log(result.stderr).read_text(encoding="utf-8"))


@pytest.mark.usefixtures("broken_build")
def test_verbose_shows_it_too(project):
    result = run(project, "--verbose", "build")
    assert result.exit_code == BUG
    assert_traceback(result.stderr)
    assert_traceback(named_log(result.stderr).read_text(encoding="utf-8"))


@pytest.mark.usefixtures("broken_build")
def test_where_the_project_can_not_be_written_the_log_is_a_temporary_file(project):
    (project / ".cache").write_text("in the way", encoding="utf-8")
    log = named_log(run(project, "build").stderr)
    assert project not in log.parents
    assert_traceback(log.read_text(encoding="utf-8"))
    log.unlink()
    log.parent.rmdir()


@pytest.mark.parametrize("stage", ["prepare.segment", "batches.write"])
def test_a_bug_at_a_seed_is_in_the_log(seeds, monkeypatch, stage):
    monkeypatch.setattr(f"generator.generate.{stage}", fail)
    result = generate(seeds)
    assert result.exit_code == BUG
    for seed in ("de.txt", "en.txt"):
        assert f"seeds/{seed}: the program failed (ZeroDivisionError: divided by naught)" in result.stdout
    text = named_log(result.stderr).read_text(encoding="utf-8")
    assert text.count("Traceback") == 2
    assert_traceback(text)


def test_a_bug_while_translating_is_in_the_log_and_the_texts_are_published(seeds, monkeypatch):
    """They are tried again without an engine."""
    calls = iter([fail])

    def fail_once(*given):
        return next(calls, translate_drafts)(*given)

    monkeypatch.setattr("generator.generate.batches.translate_drafts", fail_once)
    result = generate(seeds)
    assert result.exit_code == 1
    assert "Entries: 2 written" in result.stdout
    assert_traceback(named_log(result.stderr).read_text(encoding="utf-8"))


def test_a_traceback_comes_back_from_another_process(seeds, tmp_path):
    (tmp_path / "path").mkdir()
    (tmp_path / "path" / "sitecustomize.py").write_text(FAULTY, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--project", str(seeds), "generate", "--no-download"],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "path")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == BUG, done.stderr
    assert "new        seeds/en.txt" in done.stdout
    assert "seeds/de.txt: the program failed (ZeroDivisionError: divided by naught)" in done.stdout
    assert_traceback(named_log(done.stderr).read_text(encoding="utf-8"))


def test_nothing_is_logged_where_nothing_failed(seeds):
    assert generate(seeds).stderr == ""
    assert run(seeds, "status").stderr == ""
    assert not [name for name in files(seeds) if name.endswith(NAME)]


def test_verbose_says_what_is_done(seeds):
    assert "2 seeds, 2 to be done" in run(seeds, "--verbose", "generate", "--no-download").stderr


def test_logging_is_left_as_it_was(tmp_path):
    """Nor has the package set up any when it was imported."""
    logger = logging.getLogger("generator")
    before = logger.level, logger.propagate, list(logger.handlers)
    assert before == (logging.NOTSET, True, [])
    with logging_to(tmp_path, verbose=True) as failures:
        logger.info("no failure")
        assert failures.path == ""
    assert (logger.level, logger.propagate, list(logger.handlers)) == before
