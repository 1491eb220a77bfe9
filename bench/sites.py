"""The projects that are measured: ours, and the same texts as a Material blog and as plain pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from bench.seeds import Name, Seed, local_records, make_seeds
from generator.content.library import load_entries, load_records
from generator.content.memory import Memory, Pair, dump_memory
from generator.content.paths import ContentPaths
from generator.dates.edtf import bounds
from generator.language.markup import plain
from generator.language.sentences.split import split_sentences
from generator.model import Entry, Language, Record, TranslationBy
from generator.names.index import NameIndex
from generator.names.mentions import find_mentions, mentioned
from tests import kinds

ROOT = Path(__file__).parent.parent
THEME = ROOT / "generator" / "publish" / "theme"
STYLE = "assets/chronology.css"
COPIED = ("pyproject.toml", "mkdocs.yml", "content/index.md", "content/about.md", "content/terms.yml",
          "content/records")  # fmt: skip
ENGLISH, GERMAN = Language("en"), Language("de")
PACKAGE = "translate-de_en 1.3"
UNDATED = "2000-01-01"
"""The blog demands a date."""


def make_project(folder: Path, size: int, seed: int) -> list[Seed]:
    """Make a project with synthetic seeds, and this project's settings, frame and records."""
    for name in COPIED:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        elif source.exists():
            shutil.copy2(source, target)
    names = _names(folder)
    for name, text in local_records(size).items():
        (folder / "content" / "records" / name).write_text(text, encoding="utf-8")
    known = set(names)
    local = [name for name in _names(folder) if name not in known]
    (folder / "seeds").mkdir()
    seeds = list(make_seeds(size, names, local, seed))
    for made in seeds:
        (folder / "seeds" / made.name).write_text(made.text, encoding="utf-8")
    return seeds


def forget(folder: Path) -> None:
    """Take back what `generate` wrote, so that the next run is cold."""
    for name in ("content/entries", "content/.generated", ".cache"):
        shutil.rmtree(folder / name, ignore_errors=True)


def forget_fingerprints(folder: Path) -> None:
    """Have the next run work on every seed again, with entries and memory as they are."""
    shutil.rmtree(folder / ".cache", ignore_errors=True)


def fill_memory(folder: Path, seeds: list[Seed]) -> int:
    """Give every second German seed a machine's translation; return the number of pairs."""
    content = ContentPaths(folder / "content")
    german = [seed for seed in seeds if seed.language == GERMAN]
    translations = {seed.name: seed.translations for seed in german[::2]}
    entries, _ = load_entries(content.content)
    memory = Memory(
        pair
        for entry in entries.values()
        if entry.source.seed in translations
        for text in (entry.title, *(plain(segment.text) for segment in entry.segments))
        if (english := translations[entry.source.seed].get(text))
        for pair in _pairs(text, english)
    )
    content.memory.parent.mkdir(parents=True, exist_ok=True)
    content.memory.write_text(dump_memory(memory), encoding="utf-8")
    return len(memory.pairs)


def make_blog(folder: Path, ours: Path, *, categories: bool = False) -> None:
    """Hold the same texts as posts of Material's blog plugin, tagged with the records they name.

    Args:
        folder: of the blog.
        ours: the project whose entries it holds.
        categories: give each name a page with the posts that name it, as our records have.
    """
    settings = _peer_settings(folder, ours)
    search = next(p for p in settings["plugins"] if p == "search" or "search" in p)
    settings["plugins"] = [search, {"blog": {"blog_dir": "."}}, "tags"]
    settings["nav"] = [{"Chronology": "index.md"}, {"Tags": "tags.md"}, {"About": "about.md"}]
    _write_settings(folder, settings)
    (folder / "content" / "tags.md").write_text("# Tags\n\n<!-- material/tags -->\n", encoding="utf-8")
    # The blog makes its own list on the home page.
    (folder / "content" / "index.md").write_text("# Chronology\n", encoding="utf-8")

    def header(entry: Entry, tags: list[str]) -> dict[str, Any]:
        found = bounds(entry.date) if entry.date else None
        fields = {"date": found.earliest if found else UNDATED, "title": entry.title, "tags": tags}
        return {**fields, "categories": tags} if categories else fields

    _write_pages(folder / "content" / "posts", ours, header, "\n\n<!-- more -->\n\n")


def make_plain(folder: Path, ours: Path) -> None:
    """Hold the same texts as pages without any plugin but search."""
    settings = _peer_settings(folder, ours)
    settings["plugins"] = [p for p in settings["plugins"] if p == "search" or "search" in p]
    settings["nav"] = [{"Chronology": "index.md"}, {"About": "about.md"}]
    _write_settings(folder, settings)
    _write_pages(folder / "content" / "entries", ours, lambda entry, _: {"title": entry.title}, "\n\n")


def page_count(folder: Path) -> int:
    """Count the pages of a built site."""
    return sum(1 for _ in (folder / "site").rglob("*.html"))


def _names(folder: Path) -> list[Name]:
    records, _ = load_records(folder / "content", kinds.PROJECT)
    return [_name(record) for record in records.values()]


def _name(record: Record) -> Name:
    return Name(record.kind.name, record.name_in(GERMAN), record.name_in(ENGLISH))


def _pairs(german: str, english: str) -> Iterator[Pair]:
    """Pair sentences; the whole texts where the two do not split alike."""
    parts = split_sentences(german, GERMAN), split_sentences(english, ENGLISH)
    if len(parts[0]) != len(parts[1]):
        parts = [german], [english]
    for source, target in zip(*parts, strict=True):
        yield Pair(GERMAN, ENGLISH, source, target, TranslationBy.ARGOS, PACKAGE)


def _peer_settings(folder: Path, ours: Path) -> dict[str, Any]:
    """Copy the frame and take over the settings: theme, features, extensions and validation alike."""
    folder.mkdir(parents=True)
    shutil.copytree(THEME / "assets", folder / "content" / "assets")
    for name in ("index.md", "about.md"):
        shutil.copy2(ours / "content" / name, folder / "content" / name)
    settings = yaml.safe_load((ours / "mkdocs.yml").read_text(encoding="utf-8"))
    settings.pop("exclude_docs", None)
    settings["extra_css"] = [STYLE]
    return settings


def _write_settings(folder: Path, settings: dict[str, Any]) -> None:
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")


def _write_pages(
    target: Path, ours: Path, header: Callable[[Entry, list[str]], dict[str, Any]], after_first: str
) -> None:
    """Write every entry's paragraphs, in both languages where there are two, as a page."""
    entries, _ = load_entries(ours / "content")
    records, _ = load_records(ours / "content", kinds.PROJECT)
    index = NameIndex(records)
    target.mkdir(parents=True)
    for slug, entry in entries.items():
        tags = sorted(records[name].name_in(ENGLISH) for name in mentioned(find_mentions(entry, index)))
        fields = yaml.safe_dump(header(entry, tags), allow_unicode=True)
        first, *others = _paragraphs(entry)
        body = first + after_first + "\n\n".join(others)
        page = f"---\n{fields}---\n\n# {entry.title}\n\n{body}\n"
        (target / f"{slug}.md").write_text(page, encoding="utf-8")


def _paragraphs(entry: Entry) -> Iterator[str]:
    for segment in entry.segments:
        yield segment.text
        if segment.rendering:
            yield segment.rendering.text
