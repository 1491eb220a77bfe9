"""What the integration tests share: projects made in a folder, the command line, built pages."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import shutil
import subprocess
import sys
import traceback
import warnings
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from click.testing import CliRunner, Result
from mkdocs.__main__ import cli as mkdocs
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.cli.main import main
from generator.content.entry_file import load_entry
from generator.content.files import read_text
from generator.model import Entry, Slug
from tests.conftest import ROOT, needs_first_chronology

SCRIPT = Path(sys.executable).with_name("chronology")
TIME_OUT = 120
GERMAN_SEED = ROOT / "seeds" / "000_7ccac468cad1dfe3.txt"
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]
)


SKELETON = ROOT / "generator" / "cli" / "skeleton"
"""What `chronology new` begins with."""


def copy_site_frame(project: Path) -> None:
    """Copy what a site needs besides entries, as a new chronology has it: pages, records of the example."""
    (project / "mkdocs.yml").write_text(
        "site_name: A chronology\ndocs_dir: content\ntheme: material\nplugins: [search, chronology]\n",
        encoding="utf-8",
    )
    content = project / "content"
    index = (SKELETON / "en/content/index.md.in").read_text(encoding="utf-8")
    (content / "index.md").write_text(index.replace("$title", "A chronology"), encoding="utf-8")
    shutil.copy(SKELETON / "en/content/about.md", content)
    shutil.copytree(SKELETON / "example/content/records", content / "records", dirs_exist_ok=True)


def searched_pages(site: Path) -> list[dict]:
    """Return what the search of a built site shows of each page."""
    paths = sorted((site / "search").glob("*/page-*.json"), key=lambda path: path.name)
    return [json.loads(read_text(path, path.name)) for path in paths]


def copy_project(target: Path) -> Path:
    """Copy the repository's own seeds and content."""
    needs_first_chronology()
    target.mkdir(parents=True, exist_ok=True)
    for name in ("seeds", "content"):
        shutil.copytree(ROOT / name, target / name)
    for name in ("pyproject.toml", "mkdocs.yml"):
        shutil.copy(ROOT / name, target)
    return target


def make_project(target: Path) -> Path:
    """Make an empty project."""
    for folder in ("seeds", "content/entries", "content/records"):
        (target / folder).mkdir(parents=True)
    (target / "pyproject.toml").write_text(
        '[tool.chronology]\nlanguage = "en"\ntranslate = { de = "en" }\n', encoding="utf-8"
    )
    return target


def environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def chronology(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command on a project in this process, for tests that are not about the process."""
    with contextlib.chdir(project), warnings.catch_warnings():
        warnings.simplefilter("default")
        done = CliRunner().invoke(main, ["--project", str(project), *arguments])
    return _completed("chronology", done)


def _completed(name: str, done: Result) -> subprocess.CompletedProcess[str]:
    unexpected = done.exception and not isinstance(done.exception, SystemExit)
    traces = "".join(traceback.format_exception(done.exception)) if unexpected else ""
    return subprocess.CompletedProcess([name], done.exit_code, done.stdout, done.stderr + traces)


def generate(project: Path, *arguments: str, **options) -> subprocess.CompletedProcess[str]:
    """Run the real command line, as a person does, in a process of its own."""
    return subprocess.run(
        [str(SCRIPT), "--project", str(project), "generate", "--no-download", *arguments],
        capture_output=True,
        text=True,
        env=environment(),
        timeout=TIME_OUT,
        check=False,
        cwd=project,
        **options,
    )


def generate_here(project: Path, *arguments: str):
    """Run the same command in this process, for tests that run it often."""
    return CliRunner().invoke(main, ["--project", str(project), "generate", "--no-download", *arguments])


def build(project: Path, *, strict: bool = True) -> subprocess.CompletedProcess[str]:
    """Run MkDocs on a project in this process, which takes a third of the time of one of its own."""
    with contextlib.chdir(project), warnings.catch_warnings():
        warnings.simplefilter("default")
        done = CliRunner().invoke(mkdocs, ["build", *(["--strict"] if strict else [])])
    return _completed("mkdocs", done)


def build_apart(project: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as a person does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        capture_output=True,
        text=True,
        env=environment() | variables,
        timeout=TIME_OUT,
        check=False,
        cwd=project,
    )


def output(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout + done.stderr


def entry_files(project: Path) -> list[Path]:
    return sorted((project / "content" / "entries").glob("*.md"))


def load(path: Path) -> Entry:
    return load_entry(read_text(path, path.name), Slug(path.stem), path.name)


def entries_by_seed(project: Path) -> dict[str, Entry]:
    """Load every entry; fails when one can't be loaded."""
    return {entry.source.seed: entry for entry in map(load, entry_files(project))}


def entry_path(project: Path, seed: str) -> Path:
    return next(path for path in entry_files(project) if load(path).source.seed == seed)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@dataclass
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str | None]
    texts: list[str] = field(default_factory=list)
    inside: tuple[str, ...] = ()
    """The tags around it."""

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()


class Html(HTMLParser):
    """A page as a browser's tokenizer sees it: elements with their attributes and visible text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self._all: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs), inside=tuple(outer.tag for outer in self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.elements.append(Element(tag, dict(attrs), inside=tuple(outer.tag for outer in self._open)))

    def handle_endtag(self, tag):
        while any(element.tag == tag for element in self._open):
            if self._open.pop().tag == tag:
                return

    def handle_data(self, data):
        for element in self._open:
            element.texts.append(data)
        if not any(element.tag in ("script", "style") for element in self._open):
            self._all.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self._all).split())

    def find(self, tag: str, css_class: str | None = None) -> list[Element]:
        return [e for e in self.elements if e.tag == tag and (css_class is None or css_class in e.classes)]


def parse(path: Path) -> Html:
    return Html(path.read_text(encoding="utf-8"))


def page(project: Path, slug: str) -> Path:
    return project / "site" / "entries" / slug / "index.html"


def build_as_served(project: Path) -> tuple[Path, str]:
    """Build the pages that `mkdocs serve` shows; return their folder and what was said."""
    site = project / "served"
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    level = logger.level
    logger.setLevel(logging.INFO)
    try:
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
        config.plugins.on_startup(command="serve", dirty=False)
        mkdocs_build(config, serve_url="http://127.0.0.1:8000/")
        config.plugins["chronology"]._shop.aside.finish()
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
    return site, said.getvalue()
