"""What the site needs of MkDocs, the theme and Markdown, so that mkdocs.yml need not say it.

Whatever mkdocs.yml says itself holds: of the theme each setting, of Markdown each extension and its options,
of `validation` each level, the whole menu.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.content.paths import ContentPaths
from generator.content.terms_file import load_terms
from generator.errors import InputError
from generator.messages import N_, Messages, messages_in
from generator.model import ENGLISH, Language
from generator.publish.computed import term_index
from generator.publish.pages import marks

EXTENSIONS = (
    "abbr",
    "admonition",
    "pymdownx.details",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
)
"""Of Markdown: what entries are written in, and what their editors may use."""
FEATURES = (
    "content.footnote.tooltips",
    "content.tooltips",
    "navigation.tabs",
    "navigation.tabs.sticky",
    "navigation.top",
    "toc.follow",
)
STYLES = ("assets/chronology.css", "assets/search.css")
"""In the theme's folder; files of these names in content/ take their places."""
THEME = Path(__file__).parents[1] / "theme"
NOT_PUBLISHED = "/terms.yml"
LEVELS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        # Entries are found through the chronology, not through the menu.
        "nav": {
            "omitted_files": logging.DEBUG,
            "not_found": logging.WARNING,
            "absolute_links": logging.WARNING,
        },
        "links": {
            "not_found": logging.WARNING,
            "anchors": logging.WARNING,
            "absolute_links": logging.WARNING,
            "unrecognized_links": logging.WARNING,
        },
    }
)
"""How loudly MkDocs says what is wrong with the menu and with links."""
MENU = (
    (N_("Chronology"), marks.HOME),
    (N_("Records"), marks.RECORDS_INDEX),
    (N_("Sources"), marks.SOURCES),
    (N_("Glossary"), term_index.GLOSSARY),
    (N_("Data"), marks.DATA),
)
"""Lists without a row are left out."""
ABOUT = (N_("About"), "about.md")
"""In the menu where there is such a page."""


def set_up(config: Any, given: Mapping[str, Any], language: Language) -> None:
    """Complete MkDocs' configuration, which is changed in place.

    `config`: MkDocs' own object, checked already.
    """
    messages = messages_in(language)
    _set_up_theme(config.theme, given.get("theme"), language, messages)
    add_extensions(config, language)
    _set_levels(config.validation, given.get("validation"))
    # Before the project's own, which may change what it sets.
    config.extra_css[:0] = STYLES
    config.extra.setdefault("generator", False)
    # A pattern of the project's comes later and can take ours back.
    own = given.get("exclude_docs") or ""
    config.exclude_docs = type(config).exclude_docs.validate(f"{NOT_PUBLISHED}\n{own}")
    if config.nav is None:
        content = Path(config.docs_dir)
        menu = [(title, _page_at(content, page)) for title, page in (*MENU, ABOUT)]
        config.nav = [{messages.gettext(title): page} for title, page in menu if is_shown(content, page)]


def is_shown(content: Path, page: str) -> bool:
    """Tell whether a menu shows a page: it is there, or its list has rows; the first one always is."""
    if page == marks.HOME or (content / page).is_file():
        return True
    paths = ContentPaths(content)
    match page:
        case marks.RECORDS_INDEX:
            return any(paths.records.glob("*.md"))
        case marks.SOURCES | marks.DATA:
            return any(paths.entries.rglob("*.md"))
        case term_index.GLOSSARY:
            try:
                return bool(load_terms(content))
            except InputError:  # said where they are used
                return True
    return False


def _page_at(content: Path, page: str) -> str:
    """Return the page of a menu's line: editors may have made it as a folder's."""
    folder = f"{page.removesuffix('.md')}/index.md"
    return folder if (content / folder).is_file() else page


def _set_up_theme(theme: Any, given: object, language: Language, messages: Messages) -> None:
    """Give the theme what mkdocs.yml does not give it: nothing is loaded from another host."""
    own = given if isinstance(given, dict) else {}
    defaults: dict[str, object] = {
        "language": _language_of(theme, language),
        "font": False,
        "logo": "assets/mark.svg",
        "favicon": "assets/favicon.svg",
        "features": list(FEATURES),
        "palette": [
            _palette("light", "default", "weather-night", messages.gettext("Switch to dark mode")),
            _palette("dark", "slate", "weather-sunny", messages.gettext("Switch to light mode")),
        ],
    }
    for name, value in defaults.items():
        if name not in own:
            theme[name] = value
    # After the project's own templates, before the theme's.
    theme.dirs.insert(1 if theme.custom_dir else 0, str(THEME))


def _language_of(theme: Any, language: Language) -> str:
    """Return the site's language where the theme speaks it, else English."""
    spoken = (Path(folder, "partials", "languages", f"{language}.html").is_file() for folder in theme.dirs)
    return str(language if any(spoken) else ENGLISH)


def _palette(preferred: str, scheme: str, icon: str, name: str) -> dict[str, object]:
    return {
        "media": f"(prefers-color-scheme: {preferred})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": f"material/{icon}", "name": name},
    }


def add_extensions(config: Any, language: Language) -> None:
    """Complete the extensions of Markdown; the arguments are those of `set_up`."""
    known = {str(name).removeprefix("markdown.extensions.") for name in config.markdown_extensions}
    gettext = messages_in(language).gettext
    options: Mapping[str, Mapping[str, object]] = {
        "footnotes": {"BACKLINK_TITLE": gettext("Back to note {} in the text")},
        "toc": {"permalink": True, "permalink_title": gettext("Permanent link")},
    }
    config.markdown_extensions += [name for name in EXTENSIONS if name not in known]
    for name, own in options.items():
        config.mdx_configs[name] = {**own, **config.mdx_configs.get(name, {})}


def _set_levels(validation: Any, given: object) -> None:
    own = given if isinstance(given, dict) else {}
    for part, levels in LEVELS.items():
        # A level may be given for both at once.
        said = {**own, **(own[part] if isinstance(own.get(part), dict) else {})}
        for name, level in levels.items():
            if name not in said:
                validation[part][name] = level
