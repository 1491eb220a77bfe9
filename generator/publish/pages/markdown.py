"""The Python-Markdown extension for the site's entries: what `segments` pairs gets its links and states.

It works on the finished element tree, so nothing a text holds can be taken for markup of ours.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER_RE, STX

from generator.checks.doubts import Confidence
from generator.messages import messages_in
from generator.model import ENGLISH, Language, Mention, SegmentId, Slug, TranslationState
from generator.publish.computed.term_index import TermUse
from generator.publish.pages.marks import CHRONOLOGY_MARK
from generator.publish.pages.reworded import doubt_in
from generator.publish.pages.segments import AFTER_EVERYTHING, Pair, pair_up
from generator.publish.pages.sentence_pairs import mark_sentences

BEFORE_ALL_PATTERNS = 1000
BEFORE_HTML = 22
"""MkDocs looks through the HTML of a page at 21, Python-Markdown at 20."""
ID = re.compile(r'\bid="([^"]+)"')
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])|&(?=(?:lt|gt|amp|quot|#\d{1,6});)")
ESCAPED_RUN = rf"(?:(?:{ESCAPED.pattern})[^\\`*_{{}}\[\]<>&\n\x02\x03]{{0,99}}+){{16,}}+"
"""Many escaped signs, and between them nothing that means anything to another pattern."""
ESCAPED_RUNS = "escaped runs"
NOT_INSIDE = ("a", "code", "pre")
DOUBTS_SHOWN = 3
UNKNOWN_PACKAGE = "argos-translate"


@dataclass(frozen=True)
class PageLink:
    """Where a name or a term leads."""

    url: str
    """Of the record's page or the glossary, as seen from this page."""
    name: str
    """The preferred name, whatever the text calls it."""
    role: str = "mention"
    """The class of the link."""


@dataclass(frozen=True)
class _Named:
    """Words of a text that are to be a link."""

    start: int
    surface: str
    link: PageLink

    @property
    def end(self) -> int:
        return self.start + len(self.surface)


@dataclass(frozen=True)
class PageContext:
    """What the extension needs to know of the page it renders."""

    states: Mapping[SegmentId, TranslationState] = field(default_factory=dict)
    records: Mapping[Slug, PageLink] = field(default_factory=dict)
    """Of the records whose mentions are links."""
    mentions: Sequence[Mention] = ()
    """Of the entry, in the order they are read."""
    terms: Sequence[TermUse] = ()
    glossary: str = ""
    """Its address, as seen from this page."""
    labels: Mapping[SegmentId, str] = field(default_factory=dict)
    """States to be named, as messages."""
    language: Language = ENGLISH
    """That the words are in which are not the entry's own."""
    doubts: Mapping[SegmentId, Sequence[str]] = field(default_factory=dict)
    confidences: Mapping[SegmentId, Confidence] = field(default_factory=dict)
    chronology: str = field(default="", repr=False)
    """What stands where its mark is, as HTML; not printed to be hashed: a long year has MB of it."""

    def anchors(self) -> list[str]:
        """Return the ids in HTML that Markdown does not read."""
        return ID.findall(self.chronology)


class SegmentExtension(Extension):
    """Renders segments; `context` is set before each page, and empty for any other page."""

    def __init__(self) -> None:
        super().__init__()
        self.context = PageContext()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register the tree processor."""
        md.inlinePatterns.register(_EscapedRun(ESCAPED_RUN, md), ESCAPED_RUNS, BEFORE_ALL_PATTERNS)
        parse = md.parser.parseBlocks
        md.parser.parseBlocks = lambda parent, blocks: parse(parent, Blocks(blocks))  # type: ignore[method-assign, arg-type]
        if "table" in md.parser.blockprocessors:
            _look_for_pipes(md.parser.blockprocessors["table"])
        md.preprocessors.register(_ChronologyProcessor(md, self), "chronology", BEFORE_HTML)
        md.treeprocessors.register(_SegmentProcessor(md, self), "segments", AFTER_EVERYTHING)


class Blocks(deque[str]):
    """The blocks of a text, as far as they are not read yet; Python-Markdown takes and puts back the first.

    A list would be moved as a whole each time.
    """

    def pop(self, _: int = 0) -> str:
        """Take the first."""
        return self.popleft()


def _look_for_pipes(tables: BlockProcessor) -> None:
    """Have a block without a pipe be no table at once: its first line is read sign by sign otherwise."""
    test = tables.test
    tables.test = lambda parent, block: "|" in block and test(parent, block)  # type: ignore[method-assign]


class _EscapedRun(InlineProcessor):
    """Takes many escaped signs, and the words between them, at once.

    Python-Markdown takes one after the other and copies the whole text each time.
    """

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str, int, int]:
        # As its own processor for escapes writes them.
        text = ESCAPED.sub(lambda sign: f"{STX}{ord(sign[1])}{ETX}" if sign[1] else AMP_SUBSTITUTE, m[0])
        return text, m.start(0), m.end(0)


class _ChronologyProcessor(Preprocessor):
    """Puts the chronology in its place, as Python-Markdown does with HTML that it has read."""

    def __init__(self, md: Markdown, extension: SegmentExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        chronology = self._extension.context.chronology
        if not chronology:
            return lines
        cleaned = "\n".join(NormalizeWhitespace(self.md).run([chronology])).strip("\n")
        place = self.md.htmlStash.store(f"{cleaned}\n")
        return [place if line.rstrip() == CHRONOLOGY_MARK else line for line in lines]


class _SegmentProcessor(Treeprocessor):
    def __init__(self, md: Markdown, extension: SegmentExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        context = self._extension.context
        if not context.states:
            return
        named = _named_by_text(context)
        for pair in pair_up(root, lambda element: element.get("id") in context.states):
            name = SegmentId(pair.element.get("id", ""))
            for paragraph in (pair.source, pair.translation):
                found = named.get((name, paragraph.get("lang", ""))) if paragraph is not None else None
                if found and paragraph is not None and not self._has_own_links(paragraph):
                    _link(paragraph, found)
            _mark(pair, name, context)
            if pair.translation is not None:
                mark_sentences(pair.source, pair.translation)

    def _has_own_links(self, paragraph: Element) -> bool:
        """Tell whether an editor wrote links or code as HTML: their inside can't be told from here."""
        text = "".join(paragraph.itertext())
        blocks = self.md.htmlStash.rawHtmlBlocks
        return any(
            str(blocks[int(match[1])]).lower().startswith(("<a", "<code"))
            for match in HTML_PLACEHOLDER_RE.finditer(text)
        )


def _mark(pair: Pair, name: SegmentId, context: PageContext) -> None:
    """Say of a segment what its texts do not: where its translation stands, how far to trust it.

    The machine's own estimate is written as ITS 2.0 has it (https://www.w3.org/TR/its20/#mtconfidence),
    which wants the tool named by an IRI on the element or around it.
    """
    element, translation = pair.element, pair.translation
    element.set("class", f"{element.get('class')} state-{context.states[name].replace(' ', '-')}")
    if translation is not None and (confidence := context.confidences.get(name)):
        tool = quote(confidence.package or UNKNOWN_PACKAGE, safe="")
        element.set("its-annotators-ref", f"mt-confidence|{tool}")
        translation.set("its-mt-confidence", f"{confidence.value:.2f}")
    messages = messages_in(context.language)
    if label := context.labels.get(name):
        _note(element, "segment-state", messages.gettext(label))
    if translation is not None and (doubts := context.doubts.get(name)):
        element.set("class", f"{element.get('class')} doubtful")
        more = len(doubts) - DOUBTS_SHOWN
        shown = list(map(doubt_in(context.language), doubts[:DOUBTS_SHOWN]))
        shown += [messages.gettext("{number} more").format(number=more)] if more > 0 else []
        check = messages.gettext("Check this translation: {doubts}").format(doubts="; ".join(shown))
        _note(element, "doubt", check).set("role", "note")


def _note(pair: Element, name: str, text: str) -> Element:
    """Put words of ours below a segment's; search does not find a text by them."""
    note = SubElement(pair, "div", {"class": name})
    note.text = _as_typed(text)
    return note


def _as_typed(text: str) -> str:
    """Have Markdown show a text as it stands.

    It keeps what looks like an entity, and reads what its own marks enclose as its own.
    """
    return text.replace(STX, "").replace(ETX, "").replace("&", f"{AMP_SUBSTITUTE}amp;")


def _named_by_text(context: PageContext) -> Mapping[tuple[SegmentId, str], list[_Named]]:
    """Return what is to be a link, by segment and language; a name goes before a term."""
    found: dict[tuple[SegmentId, str], list[_Named]] = defaultdict(list)
    for mention in context.mentions:
        if mention.segment and mention.span and (link := context.records.get(mention.record)):
            named = _Named(mention.span.start, mention.surface, link)
            found[mention.segment, mention.language].append(named)
    for use in context.terms:
        link = PageLink(f"{context.glossary}#{use.used.anchor}", "", "term")
        term, names = _Named(use.start, use.surface, link), found[use.segment, use.language]
        if all(term.end <= name.start or name.end <= term.start for name in names):
            names.append(term)
    return {text: sorted(names, key=lambda one: one.start) for text, names in found.items()}


def _link(paragraph: Element, named: Sequence[_Named]) -> None:
    """Link the first mention of each record in a paragraph that lies in one piece of its text, and terms.

    `named`: in it, in order.
    """
    shown = "".join(paragraph.itertext())
    found, at = [], 0
    for one in named:
        # What an editor's footnote marks add to a text as it is shown moves the words on.
        start = shown.find(one.surface, max(at, one.start))
        if start >= 0:
            found.append(replace(one, start=start))
            at = found[-1].end
    _Linker(found).link_in(paragraph)


class _Linker:
    """Walks through a paragraph's text, piece by piece as its elements divide it."""

    def __init__(self, found: Sequence[_Named]) -> None:
        self._found = found
        self._linked: set[str] = set()
        self._next = 0
        """Number of the first mention not passed yet."""
        self._at = 0
        """Where in the paragraph's text the walk is."""

    def link_in(self, element: Element, *, allowed: bool = True) -> None:
        allowed = allowed and element.tag not in NOT_INSIDE
        element.text, content = self._split(element.text, allowed=allowed)
        for child in list(element):
            self.link_in(child, allowed=allowed)
            child.tail, links = self._split(child.tail, allowed=allowed)
            content += [child, *links]
        element[:] = content

    def _split(self, text: str | None, *, allowed: bool) -> tuple[str | None, list[Element]]:
        """Split a piece into what stands before its first link, and links with what follows each."""
        if not text:
            return text, []
        start, before, reached = self._at, text, 0
        self._at += len(text)
        links: list[Element] = []
        for one in self._passed():
            # A name that emphasis divides lies in no piece as a whole.
            if not allowed or one.start < start or one.end > self._at or one.link.url in self._linked:
                continue
            self._linked.add(one.link.url)
            if links:
                links[-1].tail = text[reached : one.start - start]
            else:
                before = text[: one.start - start]
            links.append(_as_element(text[one.start - start : one.end - start], one.link))
            reached = one.end - start
        if links:
            links[-1].tail = text[reached:]
        return before, links

    def _passed(self) -> Iterator[_Named]:
        """Yield the mentions that begin before the place the walk is at, each once."""
        while self._next < len(self._found) and self._found[self._next].start < self._at:
            yield self._found[self._next]
            self._next += 1


def _as_element(text: str, target: PageLink) -> Element:
    link = Element("a", {"href": target.url, "class": target.role})
    if target.name:
        # Material's tooltips set a title as HTML: without a "<", or an entity for one, it holds none.
        link.set("title", _as_typed(target.name.replace("<", "‹")))
    link.text = text
    return link
