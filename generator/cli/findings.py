"""What `check` and `status` find, as other programs read it: JSON, and annotations of a GitHub workflow."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.cli.say import say, write
from generator.content.library import Library, as_issue
from generator.content.memory import load_memory, outdated_notes, outdated_pairs
from generator.content.paths import ContentPaths
from generator.errors import InputError
from generator.model import Issue, Severity
from generator.printable import printable_line
from generator.settings import Settings
from generator.translate.engines import ArgosEngines

IN_FILE = re.compile(
    r"(?P<file>(?:content|seeds)/.+?\.(?:md|yml|yaml|html?|txt|tmx|json))(?::(?P<line>\d+))?(?=$|[:,; (])"
)
"""How a place begins that is in a file, and maybe on a line of it."""
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
WORKSPACE = "GITHUB_WORKSPACE"


def as_object(issue: Issue) -> dict[str, object]:
    """Return an issue with its file and line apart, as far as it has them."""
    file, line = _file_of(issue)
    return {
        "severity": issue.severity,
        "file": file,
        "line": line,
        "place": issue.place,
        "problem": issue.problem,
        "remedy": issue.remedy,
    }


def counts(issues: Iterable[Issue]) -> dict[str, int]:
    """Return how many errors, warnings and notes there are."""
    found = Counter(issue.severity for issue in issues)
    return {f"{severity}s": found[severity] for severity in Severity}


def print_json(held: object) -> None:
    """Print one value; under --quiet, too, since it was asked for."""
    write(json.dumps(held, ensure_ascii=False, indent=1))


def annotation(issue: Issue, root: Path, environment: Mapping[str, str] = os.environ) -> str:
    """Return the line by which a GitHub workflow marks a line of a file.

    `environment`: says where the repository lies.
    """
    file, line = _file_of(issue)
    at = {
        "file": os.path.relpath(root / file, environment.get(WORKSPACE, root)) if file else None,
        "line": line,
    }
    where = ",".join(f"{key}={_property(str(value))}" for key, value in at.items() if value is not None)
    return f"::{LEVELS[issue.severity]}{' ' if where else ''}{where}::{_message(str(issue))}"


def _file_of(issue: Issue) -> tuple[str | None, int | None]:
    found = IN_FILE.match(issue.place)
    if not found:
        return None, None
    return found["file"], int(found["line"]) if found["line"] else None


def _message(text: str) -> str:
    return printable_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def outdated_issues(settings: Settings, library: Library) -> list[Issue]:
    """Say what was translated with another package than is installed now."""
    try:
        known = load_memory(ContentPaths(settings.content).memory)
    except InputError as error:
        return [as_issue(error)]
    installed = ArgosEngines(False, say, lambda *_: None, settings.pivot, settings.package_versions).installed
    reviewed = {
        pair.key
        for entry in library.entries.values()
        for pair in library.history(entry).reviewed_pairs(known)
    }
    return list(outdated_notes(outdated_pairs(known, installed, reviewed), installed))
