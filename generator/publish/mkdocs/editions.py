"""The site in further languages: a build of its own for each, into a folder of the site.

So every page is whole without a script. Texts are the same; words, dates, names and titles are
in the other language.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.errors import SettingsError
from generator.language.codes import language_name
from generator.model import Language
from generator.publish.computed.edition import edition_of
from generator.publish.mkdocs.set_up import MENU
from generator.settings import Settings

OURS = "mkdocs.plugins.chronology"
"""The name of the plugin's logger."""


@dataclass(frozen=True)
class Edition:
    """The site in one language, as the pages of another link to it."""

    language: Language
    name: str
    """Of the language, in it."""
    path: str
    """From the root of the linking one."""
    home: str
    """The address of its root; empty where that of the site is not known."""


def others(settings: Settings, language: Language, home: str) -> list[Edition]:
    """Return the editions that the pages of one link to.

    `home`: the address of the site's root, that of its first edition.
    """
    up = "" if language == settings.language else "../"
    paths = {settings.language: "", **{code: f"{code}/" for code in settings.editions}}
    return [
        Edition(code, language_name(code, code), f"{up}{path}", f"{home}{path}" if home else "")
        for code, path in paths.items()
        if code != language
    ]


def check_folders(codes: Collection[Language], content: Path) -> None:
    """Refuse an edition whose folder content/ has pages in.

    Raises:
        SettingsError: it has.
    """
    for code in codes:
        if (content / code).exists():
            remedy = f"rename the folder, or take {code} out of editions"
            raise SettingsError(f"content/{code}", "lies where the edition of this language is to be", remedy)


def choose_pages(
    files: Files, codes: Collection[Language], language: Language, config: MkDocsConfig
) -> list[str]:
    """Have an edition show the pages that editors wrote for it: `about.de.md` in place of `about.md`.

    Return those in place of none: the other editions have no such page.

    Args:
        files: of the site, which are changed.
        codes: of the editions.
        language: of this one.
        config: of MkDocs.
    """
    lists, only_here = [page for _, page in MENU], []
    for file in list(files) if codes else ():
        path = PurePosixPath(file.src_uri)
        code = edition_of(file.src_uri, codes)
        if not code or file.abs_src_path is None:
            continue
        files.remove(file)
        if code == language:
            name = str(path.with_name(f"{path.name.removesuffix(f'.{code}.md')}.md"))
            if replaced := files.get_file_from_path(name):
                files.remove(replaced)
            elif name not in lists:
                only_here.append(name)
            chosen = File.generated(config, name, abs_src_path=file.abs_src_path)
            chosen.generated_by = None  # A person's file, which has another name.
            files.append(chosen)
    return only_here


def build_editions(
    config: MkDocsConfig, settings: Settings, home: str, prepare: Callable[[Any, Language], None]
) -> None:
    """Build the site in its further languages.

    Args:
        config: of the site.
        settings: the site's.
        home: the address of the site's root; empty where it is not known.
        prepare: tells the plugin of an edition which it is.
    """
    for code, own in settings.editions.items():
        edition = _load_apart(
            config_file=config.config_file_path,
            site_dir=str(Path(config.site_dir) / code),
            site_url=f"{home}{code}/" if home else None,
            use_directory_urls=config.use_directory_urls,
            strict=False,  # what it warns of counts as the site's
            **own,
        )
        prepare(edition.plugins["chronology"], code)
        try:
            build(edition)
        finally:
            edition.plugins.on_shutdown()


def _load_apart(**options: Any) -> MkDocsConfig:
    """Load a configuration with plugins of its own: MkDocs would take those of the configuration before."""
    kind: Any = MkDocsConfig.plugins
    known, kind.plugin_cache = kind.plugin_cache, {}
    try:
        return load_config(**options)
    finally:
        kind.plugin_cache = known


@contextmanager
def said_once() -> Iterator[None]:
    """Have a mistake said once: what is wrong in content/ is so in every edition."""
    filters = [(handler, _SaidOnce()) for handler in logging.getLogger("mkdocs").handlers]
    for handler, one in filters:
        handler.addFilter(one)
    try:
        yield
    finally:
        for handler, one in filters:
            handler.removeFilter(one)


class _SaidOnce(logging.Filter):
    """Lets through, of warnings and of what we say, what this handler was not told yet."""

    def __init__(self) -> None:
        super().__init__()
        self._said: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno < logging.WARNING and record.name != OURS:
            return True
        message = record.getMessage()
        is_new = message not in self._said
        self._said.add(message)
        return is_new
