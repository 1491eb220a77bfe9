"""What `status` and `check` say of translations by a package that is not installed any more."""

from __future__ import annotations

from generator.cli.say import say
from generator.content.library import Library, as_issue
from generator.content.memory import load_memory
from generator.content.outdated_pairs import outdated_notes, outdated_pairs
from generator.content.paths import ContentPaths
from generator.errors import InputError
from generator.model import Issue
from generator.settings import Settings
from generator.translate.engines import ArgosEngines


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
