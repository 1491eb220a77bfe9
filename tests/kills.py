"""`python -m tests.kills [TIMES]`: kills generate, build, import and install at random moments.

After each kill nothing that was there may be lost, and the next run must end like one never disturbed.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from generator.cli.main import main as chronology
from generator.content.memory import Memory, Pair, dump_memory
from generator.model import Language, TranslationBy
from generator.translate.packages.installation import STAGING
from tests.integration.support import ROOT, entries_by_seed, entry_files, make_project, snapshot
from tests.packages_built import build_package

ARTICLE = """Talks number {n} on trade begin in Berlin

Berlin, Dec. {day}, 2023 -- The spokesman said on Thursday that talks number {n} on trade would begin {when}.

The spokesman told reporters that both sides would send {n} delegates to the talks, as they did before.
"""
NOTE = "A note typed by hand."
SEEDS = 10
SEARCH = "search/start.json"
"""Written last."""


@dataclass(frozen=True)
class Scene:
    """A command, and what must hold after it was killed."""

    name: str
    command: tuple[str, ...]
    made: Path
    """The folder it writes into."""
    whole: Callable[[], bool]
    """Tells whether nothing in that folder is half, or lost."""


def main() -> None:
    """Kill each command a quarter of the times that are asked for; end with the mistakes found."""
    times = int(sys.argv[1]) if sys.argv[1:] else 100
    with tempfile.TemporaryDirectory() as folder:
        mistakes = kill_all(Path(folder), times, random.Random())
    sys.exit("\n".join(mistakes) or 0)


def kill_all(folder: Path, times: int, chance: random.Random) -> list[str]:
    """Kill each scene's command a quarter of the times; return what was lost, half or not made good."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    mistakes = []
    for scene in _scenes(folder):
        before = folder / "before"
        shutil.copytree(folder / "project", before)
        started = time.monotonic()
        assert _run(scene) == 0
        lasts = time.monotonic() - started
        wanted = _made(scene)
        killed = runs = 0
        while killed < times // 4:  # those that end before their moment do not count
            runs += 1
            shutil.rmtree(folder / "project")
            shutil.copytree(before, folder / "project")
            moment = chance.uniform(0, lasts)
            is_killed = _run(scene, moment) == -signal.SIGKILL
            killed += is_killed
            # A machine that is less busy than at first ends before most moments.
            lasts = lasts if is_killed else moment
            where = f"{scene.name}, killed after {moment:.3f} of {lasts:.3f} s"
            if not scene.whole():
                mistakes.append(f"{where}: lost or half")
            if (code := _run(scene)) != 0:
                mistakes.append(f"{where}: the next run ends with {code}")
            elif _made(scene) != wanted:
                mistakes.append(f"{where}: the next run makes something else")
        shutil.rmtree(before)
        print(f"{scene.name}: {runs} runs, {killed} killed before their end", flush=True)
    return mistakes


def _scenes(folder: Path) -> list[Scene]:
    project = make_project(folder / "project")
    os.environ["ARGOS_PACKAGES_DIR"] = str(project / "packages")
    package = build_package(folder / "translate-de_en.argosmodel")
    memory = folder / "theirs.tmx"
    pair = Pair(Language("de"), Language("en"), "Ein Satz.", "A sentence.", TranslationBy.EDITOR)
    memory.write_text(dump_memory(Memory([pair])), encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", project)
    for name in ("index.md", "about.md"):
        shutil.copy(ROOT / "content" / name, project / "content")
    for number in range(SEEDS):
        _seed(project, number, "in January")
    run = ["--project", str(project)]
    assert CliRunner().invoke(chronology, [*run, "generate", "--no-download"]).exit_code == 0
    for path in entry_files(project):
        path.write_text(path.read_text() + f"\n{NOTE}\n")
    old = CliRunner().invoke(chronology, [*run, "build"])
    assert old.exit_code == 0, old.output
    pages = snapshot(project / "site")
    for number in range(SEEDS // 2, 2 * SEEDS):
        _seed(project, number, "in May")
    (project / "content/about.md").write_text("# Changed\n")
    content, packages = project / "content", project / "packages"
    tmx = content / ".generated/memory.tmx"
    return [
        Scene("generate", ("generate", "--no-download"), content, lambda: _has_notes(project)),
        Scene("import", ("memory", "import", str(memory), "--by", "Ann"), content, lambda: _is_xml(tmx)),
        Scene("install", ("model", "install", "de", "en", "--from", str(package)), packages, _is_usable),
        Scene("build", ("build",), project / "site", lambda: _is_old_or_new(project / "site", pages)),
    ]


def _made(scene: Scene) -> dict[str, bytes]:
    """Return what a command made; what an installation left unpacked goes an hour later, by the next one."""
    return {name: data for name, data in snapshot(scene.made).items() if not name.startswith(STAGING)}


def _seed(project: Path, number: int, when: str) -> None:
    text = ARTICLE.format(n=number + 2, day=number + 2, when=when)
    (project / "seeds" / f"{number:02}.txt").write_text(text, encoding="utf-8")


def _has_notes(project: Path) -> bool:
    entries = entries_by_seed(project)  # fails where one can't be read
    notes = sum(NOTE in path.read_text(encoding="utf-8") for path in entry_files(project))
    return len(entries) >= SEEDS and notes == SEEDS


def _is_xml(tmx: Path) -> bool:
    return not tmx.exists() or tmx.read_text(encoding="utf-8").rstrip().endswith("</tmx>")


def _is_usable() -> bool:
    """Commands go on, whatever is there."""
    return CliRunner().invoke(chronology, ["model", "list"]).exit_code == 0


def _is_old_or_new(site: Path, old: dict[str, bytes]) -> bool:
    """In the moment in which the two change places there is none, and the next run puts one back."""
    if not site.exists():
        return site.with_name(f".{site.name}-replaced").is_dir()
    now = snapshot(site)
    # The search index has other names where its texts are others.
    pages = {name for name in old if name.endswith(".html")}
    is_new = now.keys() >= pages | {SEARCH} and b"Changed" in now["about/index.html"]
    return now == old or is_new


def _run(scene: Scene, moment: float | None = None) -> int:
    """Run a command in a process of its own; killed at a moment, with all it started, if one is given."""
    pid = os.fork()
    if pid == 0:
        os.setsid()
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        code = 1
        try:
            project = scene.made.parent
            chronology(["--project", str(project), *scene.command], standalone_mode=False)
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        finally:
            os._exit(code)
    if moment is not None:
        time.sleep(moment)
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


if __name__ == "__main__":
    main()
