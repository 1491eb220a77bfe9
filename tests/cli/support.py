"""What the tests of the command line share."""

import re
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli.main import main

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


def run(project: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--project", str(project), *arguments])
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
