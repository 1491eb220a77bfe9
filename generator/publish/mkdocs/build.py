"""Builds the site with MkDocs, as a command of its own so that its settings stay its own.

It is built beside the published one and put in its place when it is whole: a build that fails or is killed
leaves the old site as it is.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import click
from yaml.parser import ParserError
from yaml.scanner import ScannerError

from generator.data_files import parse_yaml, read_bytes
from generator.errors import BuildError, InputError
from generator.printable import printable_line
from generator.publish.mkdocs.exchange import Beside, is_built
from generator.settings import Settings

TRACEBACK = "Traceback (most recent call last):"
TOLD = "-  chronology: "
"""What is ours in a line of MkDocs: mistakes that are no reason not to publish are told as information."""
QUIET = {"NO_MKDOCS_2_WARNING": "1"}
"""Material's announcement of its successor would drown what concerns this site."""
CONFIG = "mkdocs.yml"
PLUGIN = "chronology"
ELSEWHERE = ("INHERIT:", "!ENV")
"""What says that more of the configuration stands in another file, or in the environment."""
NO_YAML = (ScannerError, ParserError)
MAX_CONFIG = 1_000_000
PAGE, FAULT = "ERROR   -  Error building page", "Error: "
"""How MkDocs names a page and the error that ended the build, which says all."""
DISK = ("OSError", "PermissionError", "FileNotFoundError", "IsADirectoryError", "NotADirectoryError")

logger = logging.getLogger(__name__)


def build_site(settings: Settings) -> int:
    """Build the site strictly and return how many mistakes are told that are no reason not to publish it.

    A site that is refused is never put in place, nor where there is none yet: whoever copies what lies there
    would publish it. `serve` shows it.

    Raises:
        BuildError: MkDocs failed, or warned: strict counts a warning as a failure.
        WriteError: another command builds, or the disk.
    """
    check_config(settings.root / CONFIG)
    beside = Beside(Path(os.path.realpath(settings.site)))
    folder = beside.begin()
    was_built, is_sound = is_built(beside.site), False
    try:
        done = _run_mkdocs(settings.root, folder, beside.lock)
        lines = [line for line in _output(done) if not line.startswith("INFO") or TOLD in line]
        if "".join(lines).strip():
            click.echo("\n".join(map(printable_line, lines)).strip(), err=True)
        is_sound = done.returncode == 0
    finally:
        beside.end(is_sound=is_sound)
    if not is_sound:
        stays = "the one before stays" if was_built else "chronology serve shows it"
        problem = f"the site was not built, {stays}"
        raise BuildError("mkdocs build", problem, "mend what is listed above")
    return sum(TOLD in line for line in lines)


def check_config(file: Path) -> None:
    """Refuse what MkDocs could not read (a pipe would keep it for ever), and what builds no chronology.

    Raises:
        BuildError: it can't be read, is no YAML, or the plugin is not in it.
    """
    if not os.path.lexists(file):
        remedy = "chronology new FOLDER writes one; its four lines are site_name, docs_dir, theme, plugins"
        raise BuildError(file.name, "is missing", remedy)
    data = read_bytes(file, file.name, MAX_CONFIG, BuildError)
    try:
        text = data.decode("utf-8-sig")
        config = parse_yaml(text, file.name)
    except UnicodeDecodeError:  # MkDocs reads UTF-16, too
        return
    except InputError as error:
        if isinstance(error.__cause__, NO_YAML):
            raise BuildError(error.place, error.problem, error.remedy) from error
        return  # MkDocs takes more of YAML than we do
    if PLUGIN not in _names(config.get("plugins")) and not any(words in text for words in ELSEWHERE):
        raise BuildError(
            file.name, f"the plugin {PLUGIN} is missing", f"add it: write `- {PLUGIN}` below `plugins:`"
        )


def _names(plugins: object) -> set[str]:
    """Return the names of plugins, each of which may have options."""
    listed = plugins if isinstance(plugins, list) else [plugins]
    return {
        name for one in listed for name in (one if isinstance(one, dict) else [one]) if isinstance(name, str)
    }


def _environment() -> dict[str, str]:
    return {**os.environ, **QUIET, "PYTHONIOENCODING": "utf-8"}


def _run_mkdocs(root: Path, folder: Path, lock: int) -> subprocess.CompletedProcess[str]:
    # -P: what lies in the project's folder is not imported, whatever it is called.
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    logger.info("Running %s", " ".join(command))
    # With --quiet it would not count warnings, and so not be strict. It may outlive us, and holds the lock.
    return subprocess.run(
        command,
        cwd=root,
        env=_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        pass_fds=(lock,),
    )


def _output(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Return what MkDocs said; of a traceback, what it ends with."""
    said, found, traceback = (done.stdout + done.stderr).partition(TRACEBACK)
    lines = said.splitlines()
    if found:
        last = next(line for line in reversed(traceback.splitlines()) if line.strip())
        lines.append(f"ERROR   -  {last}")
        log = logger.info if last.startswith(DISK) else logger.error
        log("mkdocs build\n%s%s", TRACEBACK, traceback)
    if any(line.startswith(FAULT) for line in lines):
        lines = [line for line in lines if line and not line.startswith(PAGE)]
    if done.returncode < 0:
        lines.append(f"ERROR   -  MkDocs was ended by signal {-done.returncode}")
    return lines
