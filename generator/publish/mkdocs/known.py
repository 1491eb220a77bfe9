"""What is known of a site's set-up: whether its pages follow from content/ and configuration alone.

Configurations are those of MkDocs.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.content.once import Once

NOT_ALL_OF_IT = (b"INHERIT", b"!ENV")
"""Of a configuration that depends on other files, or on where it is used."""
KNOWN_PLUGINS = ("search", "material/search", "chronology")
KNOWN_EXTENSIONS = frozenset(
    "abbr admonition attr_list def_list fenced_code footnotes md_in_html meta nl2br sane_lists smarty tables "
    "toc pymdownx.betterem pymdownx.caret pymdownx.critic pymdownx.details pymdownx.highlight "
    "pymdownx.inlinehilite pymdownx.keys pymdownx.mark pymdownx.smartsymbols pymdownx.superfences "
    "pymdownx.tabbed pymdownx.tasklist pymdownx.tilde".split()
)
"""That make a page from its Markdown alone: none reads other files."""


def configuration(config: Any) -> object:
    """Return what MkDocs is told of the site; as far as it is its file that tells it."""
    file = Path(config.config_file_path).read_bytes()
    return file, config.theme.name, config.use_directory_urls


def list_once(theme: Any, once: Once) -> None:
    """Have a theme's files be listed once, without the hidden ones, which are ten thousand icons.

    MkDocs would leave those out afterwards, and no build changes one of the others.

    `once`: keeps the list while the same process builds.
    """
    environment = theme.get_env

    def get_env() -> Any:
        env = environment()
        env.loader.list_templates = lambda: sorted({*_listed(theme.dirs)})
        listed, inputs = env.list_templates, (tuple(theme.dirs), sorted(theme.static_templates))
        env.list_templates = lambda **which: once("theme", str([*which]), inputs, lambda: listed(**which))
        return env

    theme.get_env = get_env


def _listed(folders: Iterable[str]) -> Iterator[str]:
    for folder in folders:
        for path, below, files in os.walk(folder):
            below[:] = [name for name in below if not name.startswith(".")]
            inside = Path(path).relative_to(folder)
            yield from ((inside / name).as_posix() for name in files)


def may_keep(config: Any) -> bool:
    """Tell whether pages follow from content/ and configuration alone: other plugins may do anything."""
    file = Path(config.config_file_path).read_bytes()
    is_whole = not any(word in file for word in NOT_ALL_OF_IT)
    plugins = all(name in KNOWN_PLUGINS for name in config.plugins)
    extensions = (name for name in config.markdown_extensions if isinstance(name, str))
    return (
        is_whole
        and plugins
        and not (config.hooks or config.theme.custom_dir)
        and all(name.removeprefix("markdown.extensions.") in KNOWN_EXTENSIONS for name in extensions)
    )
