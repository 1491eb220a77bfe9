"""The Python-Markdown extension for entries: pairs segments with their translations, links mentions.

It works on the finished element tree, so nothing a text holds can be taken for markup of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from generator.model import SegmentId, Slug, TranslationState
from generator.names import NameIndex

AFTER_EVERYTHING = -10
OWN_ATTRIBUTES = ("by",)
"""Attributes of the contract that mean nothing in HTML."""
NOT_INSIDE = ("a", "code", "pre")


@dataclass(frozen=True)
class RecordLink:
    """Where a mention leads."""

    url: str
    """Of the record's page, as seen from this page."""
    name: str
    """The record's preferred name, whatever the text calls it."""


@dataclass(frozen=True)
class PageContext:
    """What the extension needs to know of the page it renders."""

    states: Mapping[SegmentId, TranslationState] = field(default_factory=dict)
    index: NameIndex | None = None
    records: Mapping[Slug, RecordLink] = field(default_factory=dict)


class SegmentExtension(Extension):
    """Renders segments; `context` is set before each page, and empty for any other page."""

    def __init__(self) -> None:
        super().__init__()
        self.context = PageContext()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register the tree processor."""
        md.treeprocessors.register(_SegmentProcessor(md, self), "segments", AFTER_EVERYTHING)


class _SegmentProcessor(Treeprocessor):
    def __init__(self, md: Markdown, extension: SegmentExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        context = self._extension.context
        if not context.states:
            return
        children = list(root)
        for position, child in enumerate(children):
            name = SegmentId(child.get("id", ""))
            if child.tag != "p" or name not in context.states:
                continue
            following = children[position + 1] if position + 1 < len(children) else None
            translation = following if _translates(following, child) else None
            pair = _wrap(root, child, translation, context.states[name])
            for paragraph in pair:
                if not self._has_own_links(paragraph):
                    _link_mentions(paragraph, context)

    def _has_own_links(self, paragraph: Element) -> bool:
        """Tell whether an editor wrote links or code as HTML: their inside can't be told from here."""
        text = "".join(paragraph.itertext())
        blocks = self.md.htmlStash.rawHtmlBlocks
        return any(
            str(blocks[int(match[1])]).lower().startswith(("<a", "<code"))
            for match in HTML_PLACEHOLDER_RE.finditer(text)
        )


def _translates(element: Element | None, source: Element) -> bool:
    return (
        element is not None
        and element.tag == "p"
        and element.get("id") is None
        and element.get("lang") not in (None, source.get("lang"))
    )


def _wrap(root: Element, source: Element, translation: Element | None, state: TranslationState) -> Element:
    """Put a segment and its translation into one element, side by side by the style sheet."""
    paired = "paired" if translation is not None else "single"
    pair = Element("div", {"class": f"segment {paired} state-{state.replace(' ', '-')}"})
    root.insert(list(root).index(source), pair)
    for paragraph in (source, translation):
        if paragraph is not None:
            root.remove(paragraph)
            pair.append(paragraph)
            for attribute in OWN_ATTRIBUTES:
                paragraph.attrib.pop(attribute, None)
    if translation is not None:
        # The role (summary, caption, …) is the source's; the translation looks alike.
        classes = (source.get("class"), translation.get("class"), "translation")
        translation.set("class", " ".join(name for name in classes if name))
    return pair


def _link_mentions(element: Element, context: PageContext) -> None:
    """Link the first mention of each record in a paragraph to its page."""
    if context.index is not None:
        _link_in(element, context, context.index, set())


def _link_in(element: Element, context: PageContext, index: NameIndex, linked: set[Slug]) -> None:
    if element.tag in NOT_INSIDE:
        return
    children = list(element)
    element.text, links = _split(element.text, context, index, linked)
    for offset, link in enumerate(links):
        element.insert(offset, link)
    for child in children:
        _link_in(child, context, index, linked)
        child.tail, links = _split(child.tail, context, index, linked)
        at = list(element).index(child) + 1
        for offset, link in enumerate(links):
            element.insert(at + offset, link)


def _split(
    text: str | None, context: PageContext, index: NameIndex, linked: set[Slug]
) -> tuple[str | None, list[Element]]:
    """Split a text into what stands before its first link, and links with what follows each."""
    if not text:
        return text, []
    links: list[Element] = []
    before, reached = text, 0
    for found in index.find(text):
        target = context.records.get(found.record)
        if target is None or found.record in linked:
            continue
        linked.add(found.record)
        if links:
            links[-1].tail = text[reached : found.start]
        else:
            before = text[: found.start]
        link = Element("a", {"href": target.url, "class": "mention", "title": target.name})
        link.text = text[found.start : found.end]
        links.append(link)
        reached = found.end
    if links:
        links[-1].tail = text[reached:]
    return before, links
