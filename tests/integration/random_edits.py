"""A project with five entries, changed at random as people do, and built with what was kept or without."""

from __future__ import annotations

import contextlib
import random
import shutil
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.publish.kept.store import Kept
from generator.publish.mkdocs import workshop
from generator.publish.mkdocs.reader import Reader
from tests.integration.support import snapshot

NAMES = ("Alpha Forum", "Beta Forum", "Gamma Forum")
STEPS = 6


def seed(number: int) -> str:
    name, other = NAMES[number % 3], NAMES[(number + 1) % 3]
    return (
        f"Delegates meet at the {name} on 1{number} May 2021\n\n"
        f"BERLIN, 1{number} May 2021 – The delegates met at the {name} for talks on the {other}.\n\n"
        f"They agreed to meet {number + 2} times more at the {other} before the end of the year.\n"
    )


def add_record(content: Path, name: str, alias: str) -> None:
    text = f"---\nkind: event\nname: {{en: {name}}}\naliases: ['{alias}']\n---\n\nText.\n"
    (content / f"records/{name.split(maxsplit=1)[0].lower()}.md").write_text(text, encoding="utf-8")


class Editor:
    """Changes a project at random, as people do."""

    def __init__(self, project: Path, number: int) -> None:
        self._content = project / "content"
        self._random = random.Random(number)
        self._count = 0

    def change(self) -> None:
        self._count += 1
        ways = (self.edit, self.retitle, self.add, self.rename, self.delete, self.name, self.term)
        self._random.choice((*ways, self.link, self.break_one))()

    def tosses(self) -> bool:
        return self._random.random() < 0.3

    def _entry(self) -> Path:
        return self._random.choice(sorted((self._content / "entries").glob("*.md")))

    def _replace(self, path: Path, old: str, new: str) -> None:
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    def edit(self) -> None:
        self._replace(self._entry(), "agreed", f"agreed at the {self._random.choice(NAMES)}, {self._count}")

    def retitle(self) -> None:
        self._replace(self._entry(), "Delegates", f"Delegates & <i>guests</i> {self._count}")

    def add(self) -> None:
        text = f"---\ntitle: Added {self._count}\nlanguage: en\ndate: '2021-05-1{self._count}'\n---\n\n"
        text += f"The {self._random.choice(NAMES)} had guests.\n\n## A heading {self._count}\n\n- a list\n"
        (self._content / f"entries/added-{self._count}.md").write_text(text, encoding="utf-8")

    def rename(self) -> None:
        path = self._entry()
        path.rename(path.with_stem(f"{path.stem}-{self._count}"))

    def delete(self) -> None:
        if len(list((self._content / "entries").glob("*.md"))) > 3:
            self._entry().unlink()

    def name(self) -> None:
        add_record(self._content, self._random.choice(NAMES), f"Talks {self._count}")

    def term(self) -> None:
        (self._content / "terms.yml").write_text(
            f"terms:\n  - {{en: delegates {self._count}, de: Delegierte}}\n", encoding="utf-8"
        )

    def link(self) -> None:
        """To a page that there may not be; that is warned of each time."""
        link = f"[A link](entries/{self._entry().stem}.md#s1)"
        self._replace(self._content / "about.md", "\n\n", f"\n\n{link} ")

    def break_one(self) -> None:
        self._replace(self._entry(), "title:", "title: [")


def build(project: Path, site: Path, kept: Kept | None, monkeypatch, caplog):
    """Build a site; return its files, and what was said."""
    shutil.rmtree(site, ignore_errors=True)
    caplog.clear()
    with monkeypatch.context() as patch, contextlib.chdir(project):
        config = load_config(site_dir=str(site))
        plugin = config.plugins["chronology"]
        if not (kept and kept.stays):
            patch.setattr(plugin._shop, "parsed", None)
        if kept is None:
            patch.setattr(workshop, "may_keep", lambda _: False)
            for way in ("get", "put", "put_packed"):
                patch.setattr(Kept, way, lambda *_, **__: None)
        else:
            plugin._shop.kept = kept
        mkdocs_build(config)
    said = {record.getMessage() for record in caplog.records if record.levelno >= 30}
    # A run of `generate` that a server of another test started may still speak.
    return snapshot(site), sorted(one for one in said if not one.startswith("chronology: generate:"))


def note_rendered(monkeypatch) -> list[str]:
    """Return a list that is filled with the names of pages that are made."""
    rendered, render = [], Reader.render
    monkeypatch.setattr(
        Reader,
        "render",
        lambda reader, page, files: rendered.append(page.file.name) or render(reader, page, files),
    )
    return rendered
