"""The chronology as a part of another site: its pages below a path, the other's own as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import SettingsError
from generator.model import Language
from generator.publish.mkdocs.set_up import NOT_PUBLISHED, THEME, add_extensions

PATH = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)*", re.ASCII)
TEMPLATE = "part.html"
STYLE = "assets/chronology.css"
AROUND = re.compile(r"/\* The site around the chronology.*?(?=/\* What the site says \*/)", re.DOTALL)
"""Of the style sheet what another site has its own of."""
LISTED_BY_OTHERS = ("entries/", "years/", "id/")
"""Pages that no menu lists: they are found through lists."""


@dataclass(frozen=True)
class Part:
    """Where the pages of content/ are in the site."""

    prefix: str = ""
    """What their paths begin with there; empty: the chronology is the whole site."""

    def __bool__(self) -> bool:
        return bool(self.prefix)

    def path_of(self, page: str) -> str:
        """Return the path in the site of a page, or file, of content/."""
        return f"{self.prefix}{page}"

    def page_of(self, path: str) -> str | None:
        """Return the path inside content/ of a page of the site; None where it is another's."""
        return path[len(self.prefix) :] if path.startswith(self.prefix) else None

    def is_in_menu(self, page: str) -> bool:
        """Tell whether a menu that is made of all pages has this one."""
        is_record = page.startswith("records/") and page != "records/index.md"
        return not (is_record or page.startswith(LISTED_BY_OTHERS))


def read_part(given: str, docs: Path, content: Path) -> Part:
    """Read the plugin's option `path`.

    `docs`: the folder of the site's own pages.

    Raises:
        SettingsError: it is no path, or the site has no pages but the chronology's.
    """
    path, place = given.strip("/"), "mkdocs.yml, plugins, chronology"
    if not path:
        return Part()
    if not PATH.fullmatch(path):
        raise SettingsError(place, f"path is {given[:80]!r}", "give it as `history` or `about/history`")
    if docs.resolve() == content.resolve():
        problem = "path is given, but docs_dir is content/ itself"
        raise SettingsError(
            place, problem, "leave path out, or name the folder of the other pages as docs_dir"
        )
    return Part(f"{path}/")


def files_of(content: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of content/ that are published, by their paths in it."""
    for path in sorted(content.rglob("*")):
        name = path.relative_to(content)
        is_hidden = any(part.startswith(".") for part in name.parts)
        if not is_hidden and f"/{name}" != NOT_PUBLISHED and not path.is_dir():
            yield name.as_posix(), path


def set_up_part(config: Any, extension: object, language: Language) -> Any:
    """Let the theme find our templates after its own, and return the settings that our pages are made by.

    Args:
        config: the other site's, whose pages are made by it as before.
        extension: of Markdown, for entries.
        language: the chronology's.
    """
    config.theme.dirs.append(str(THEME))
    own = copy(config)
    own.markdown_extensions = [*config.markdown_extensions, extension]
    own.mdx_configs = {**config.mdx_configs}
    add_extensions(own, language)
    return own


def style_of_part() -> str:
    """Return our style sheet without what is not ours to style."""
    return AROUND.sub("", (THEME / STYLE).read_text(encoding="utf-8"))


def feeds_in(part: Part, feeds: Mapping[Language, str]) -> dict[Language, str]:
    """Return the addresses of feeds as seen from the site's root."""
    return {language: part.path_of(path) for language, path in feeds.items()}


def options_in_part(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of a page as the other site's theme gets them: it keeps its menu."""
    hidden = options.get("hide", ())
    hide = [name for name in ([hidden] if isinstance(hidden, str) else hidden) if name != "navigation"]
    return {"template": TEMPLATE, **options, "hide": hide, "source": None}
