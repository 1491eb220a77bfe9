"""What the tests of whole runs share: seeds, an engine, and what became of them."""

import shutil
from contextlib import closing
from pathlib import Path

from generator.content.history import EntryHistory
from generator.content.library import load_library
from generator.content.parsed import Parsed
from generator.content.translation_state import segment_states
from generator.generate.outcome import SeedResult
from generator.generate.pipeline import generate
from generator.language.markup import plain
from generator.model import Entry, Issue, Language
from generator.publish.kept.store import Store
from generator.settings import load_settings
from tests import kinds
from tests.engines import FakeEngine

DE, EN = Language("de"), Language("en")
FIRST = "Der Sprecher des Ministeriums sagte am Donnerstag, dass die gemeinsame Übung bald beginnt."
SECOND = "Die Übung dauert nach Angaben des Ministeriums eine Woche und findet auf See statt."
THIRD = "An der Übung nehmen nach Angaben der Marine vier Schiffe und zwei Flugzeuge teil."
RECORD = "---\nkind: body\nname: {en: Navy, de: Marine}\n---\n"


class Engines:
    """One engine for German to English, as installed; or none."""

    def __init__(self, engine: FakeEngine | None = None) -> None:
        self.engine = engine
        self.asked = 0

    def installed(self, source, target):
        return self.engine.package if self.engine and (source, target) == ("de", "en") else ""

    def get(self, source, target):
        self.asked += 1
        return self.engine if (source, target) == ("de", "en") else None


def add_seed(project: Path, name: str, *paragraphs: str, title: str | None = None) -> None:
    title = title or f"Ministerium kündigt Übung {name.partition('.')[0]} an"
    text = "\n\n".join((title, "Berlin, 28. Dezember 2023", *paragraphs)) + "\n"
    (project / "seeds" / name).write_text(text, encoding="utf-8")


def run(
    project: Path, engine: FakeEngine | None = None, *names: str, restore: bool = False
) -> list[SeedResult | Issue]:
    """Run as the command does, with what entries were parsed to before."""
    settings = load_settings(project)
    with closing(Store(settings.cache / "entries.sqlite")) as kept:
        return list(generate(settings, Engines(engine), names, restore=restore, parsed=Parsed(kept)))


def outcomes(results: list[SeedResult | Issue]) -> dict[str, str]:
    return {r.seed: str(r.outcome) for r in results if isinstance(r, SeedResult)}


def all_issues(results: list[SeedResult | Issue]) -> list[Issue]:
    return [issue for r in results for issue in ([r] if isinstance(r, Issue) else r.issues)]


def entries(project: Path) -> dict[str, Entry]:
    library = load_library(project / "content", kinds.TOPIC)
    assert not library.issues
    return {entry.source.seed: entry for entry in library.entries.values()}


def entry_path(project: Path, seed: str) -> Path:
    return project / "content/entries" / f"{entries(project)[seed].slug}.md"


def edit(project: Path, seed: str, old: str, new: str) -> None:
    path = entry_path(project, seed)
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, text
    path.write_text(text.replace(old, new), encoding="utf-8")


def states(project: Path, seed: str) -> list[str]:
    library = load_library(project / "content", kinds.TOPIC)
    (entry,) = (e for e in library.entries.values() if e.source.seed == seed)
    history = EntryHistory(entry, library.baselines.get(seed))
    return [str(state) for state in segment_states(history, EN).values()]


def pairs(entry: Entry) -> dict[str, str | None]:
    """Each segment's text with its translation."""
    return {
        plain(segment.text): plain(segment.rendering.text) if segment.rendering else None
        for segment in entry.segments
    }


def content_of(project: Path) -> dict[str, bytes]:
    folder = project / "content"
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def forget(project: Path) -> None:
    """Delete the cache: everything is generated again."""
    shutil.rmtree(project / ".cache")
