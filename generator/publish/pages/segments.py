"""The paragraph markup of entries, as a Python-Markdown extension that any renderer can load: `chronology`.

A paragraph with an id and a language is set beside the one after it, if that is in another language and has
no id: its translation. Nothing else of the program is needed for it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

AFTER_EVERYTHING = -10
OWN_ATTRIBUTES = ("by",)
"""Attributes of the contract that mean nothing in HTML."""


@dataclass(frozen=True)
class Pair:
    """A segment as it is shown."""

    element: Element
    """Around the others; it bears the segment's id."""
    source: Element
    translation: Element | None


class ParagraphExtension(Extension):
    """Sets paragraphs beside their translations."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register the tree processor, and what reads the attribute lists."""
        md.registerExtensions(["attr_list"], {})
        md.treeprocessors.register(_PairProcessor(md), "segments", AFTER_EVERYTHING)


class _PairProcessor(Treeprocessor):
    def run(self, root: Element) -> None:
        pair_up(root, lambda element: bool(element.get("id") and element.get("lang")))


def pair_up(root: Element, is_segment: Callable[[Element], bool]) -> list[Pair]:
    """Put each segment of a page and its translation into one element, which is changed in place.

    `is_segment`: tells segments from other paragraphs.
    """
    left, shown, pairs = deque(root), list[Element](), list[Pair]()
    while left:
        child = left.popleft()
        if child.tag == "p" and is_segment(child):
            translation = left.popleft() if left and _translates(left[0], child) else None
            pairs.append(_pair(child, translation))
            child = pairs[-1].element
        shown.append(child)
    root[:] = shown
    return pairs


def _translates(element: Element, source: Element) -> bool:
    return (
        element.tag == "p"
        and element.get("id") is None
        and element.get("lang") not in (None, source.get("lang"))
    )


def _pair(source: Element, translation: Element | None) -> Pair:
    name = source.attrib.pop("id")
    element = Element(
        "div", {"class": "segment single" if translation is None else "segment paired", "id": name}
    )
    element.append(_number(name))
    for paragraph in (source, translation):
        if paragraph is not None:
            element.append(paragraph)
            for attribute in OWN_ATTRIBUTES:
                paragraph.attrib.pop(attribute, None)
    if translation is not None:
        # The role (summary, caption, …) is the source's; the translation looks alike.
        classes = (source.get("class"), translation.get("class"), "translation")
        translation.set("class", " ".join(name for name in classes if name))
    return Pair(element, source, translation)


def _number(name: str) -> Element:
    """Return the number of a paragraph, which is a link to it."""
    number = Element("a", {"class": "number", "href": f"#{name}"})
    number.text = f"§{name.removeprefix('s')}"
    return number
