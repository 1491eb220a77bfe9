"""What the theme sets around an entry's or a record's text: once for all pages of a kind, then filled in.

All but a handful of values is the same on each of them, and most of the work of the theme's templates. It is
kept for the next build.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

from generator.publish.kept.store import Kept, texts

SHELL = "shell"
PLACE = re.compile("(?:<h1>)?filledin([0-9])zz")
"""What stands in a shell for a value: letters and figures, which templates leave as they are.

A text without a title in it is given one by the theme.
"""
VALUES = 6
"""That are filled in."""
TRIED = "Ä <b>&amp;</b> “{{ one }}” &#39;"
"""Is filled in to see that it changes nothing beside its place."""
SHOWN = frozenset(
    "author git_creation_date_localized git_revision_date_localized revision_date template".split()
)
"""What the theme shows or goes by of a page's header, besides what is filled in or makes a kind."""

SetPage = Callable[[Mapping[str, Any]], str]
Values = list[str]


class Shells:
    """The shells of one build. Pages are those of MkDocs.

    Args:
        kept: shells of before.
        in_menu: pages that the menu lists; it marks the one that is shown.
    """

    def __init__(self, kept: Kept, in_menu: Collection[str]) -> None:
        self._kept = kept
        self._in_menu = in_menu
        self._shells: dict[str, Sequence[str]] = {}
        """By kind: what stands around values, with their numbers; empty: the template changes them."""

    def values(self, context: Mapping[str, Any]) -> Values | None:
        """Return what of a page is filled in; None: the template, whose context is given, is to make it."""
        page = context["page"]
        folder, name, _ = _parted(page.url)
        if not folder or page.file.src_uri in self._in_menu:
            return None
        values = _values(page, str(context.get("metadata", "")))
        return values and [*values, name]

    def page(
        self,
        context: Mapping[str, Any],
        values: Values,
        set_page: SetPage,
        frame: bytes,
        *,
        is_only_here: bool,
    ) -> str:
        """Return a page, filled in; by the template, where its kind has no shell.

        Args:
            context: of the template; its page may be one that was made before.
            values: of the page.
            set_page: makes a page by the template.
            frame: a hash of what stands on every page.
            is_only_here: the page is in no other edition of the site.
        """
        page = context["page"]
        folder, _, end = _parted(page.url)
        shown = [bool(value) for value in values]
        of_header = page.meta.get("hide"), page.meta.get("start")
        kind = repr((context["base_url"], folder, end, of_header, shown, is_only_here))
        set_with = partial(_set_with, context, set_page)
        if kind not in self._shells:
            shell = self._kept.get(SHELL, kind, frame, _restored)
            if shell is None:
                shell = _shell(shown, set_with)
                self._kept.put(SHELL, kind, frame, shell)
            self._shells[kind] = shell
        shell = self._shells[kind]
        return _filled(shell, values) if shell else set_with(values)


class _StandIn:
    """A page with other values."""

    def __init__(self, page: Any, **values: object) -> None:
        self._page = page
        vars(self).update(values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)


def _values(page: Any, head: str) -> Values | None:
    """Return what is filled in; None where the theme shows more of a page."""
    meta, content = page.meta, page.content or ""
    if page.toc or page.edit_url or not SHOWN.isdisjoint(meta) or "<h1" not in content:
        return None
    title, description = meta.get("title"), meta.get("description", "")
    if not (title and isinstance(title, str) and isinstance(description, str)):
        return None
    around = [title, description, page.canonical_url or "", head]
    # The page's policy names the scripts that stand around its content.
    return None if any("<script" in value for value in around) else [content, *around]


def _parted(url: str) -> tuple[str, str, str]:
    """Return what a page's address shares with its neighbours', what it has alone, and how it ends."""
    folder, _, last = url.removesuffix("/").rpartition("/")
    name = last.removesuffix(".html")
    return folder, name, url[len(folder) + 1 + len(name) :]


def _set_with(context: Mapping[str, Any], set_page: SetPage, values: Values) -> str:
    """Return a page that has these values, as the template sets it."""
    page, (content, title, description, address, head, name) = context["page"], values
    folder, _, end = _parted(page.url)
    stand_in = _StandIn(
        page,
        meta={**page.meta, "title": title, "description": description},
        canonical_url=address or None,
        content=content,
        url=f"{folder}/{name}{end}",
    )
    return set_page({**context, "page": stand_in, "metadata": head})


def _shell(shown: Sequence[bool], set_with: Callable[[Values], str]) -> Sequence[str]:
    """Return what stands around values; nothing where filling in does not give what the template does."""
    places = [f"filledin{number}zz" if shows else "" for number, shows in enumerate(shown)]
    tried = [f"{TRIED}{number}" if shows else "" for number, shows in enumerate(shown)]
    places[0], tried[0], tried[-1] = f"<h1>{places[0]}", f"<h1>{tried[0]}", "tried-%C3%A4"
    shell = PLACE.split(set_with(places))
    return shell if _filled(shell, tried) == set_with(tried) else []


def _restored(value: Any) -> Sequence[str]:
    shell = texts(value, len(value))
    if any(int(number) not in range(VALUES) for number in shell[1::2]):
        raise ValueError
    return shell


def _filled(shell: Sequence[str], values: Sequence[str]) -> str:
    return "".join(values[int(piece)] if place % 2 else piece for place, piece in enumerate(shell))
