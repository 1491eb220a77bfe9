"""TMX 1.4b, the exchange format of translation memories: units with a text in each language.

Reading is by Expat alone. Files come from other people's tools: a file that declares entities, by
which a few lines can be made to fill the memory or to read another file, is refused as it is met.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from generator.printable import printable_line

ALL_LANGUAGES = "*all*"
"""In `srclang`: each unit names its own."""
CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Elements inside a text that hold another program's formatting codes, which are no text."""
KEPT = frozenset({"tmx", "tu", "tuv", "seg", "prop"})
"""Elements a unit is read from; the text of others, but for codes, belongs to the one around them."""
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters XML has no way to write; they are dropped."""


class TmxError(Exception):
    """A file is not TMX, or not safe to read."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(line, problem)
        self.line = line
        self.problem = problem

    def __str__(self) -> str:
        return f"line {self.line}: {self.problem}"


@dataclass(frozen=True)
class Variant:
    """`<tuv>`: a text in one language."""

    language: str
    """As the file has it: `de`, `DE-de`."""
    text: str
    maker: str | None = None
    """Who changed it last, or made it."""


@dataclass(frozen=True)
class Unit:
    """`<tu>`: what is the same in several languages."""

    variants: tuple[Variant, ...]
    source_language: str | None = None
    """`srclang`, of the unit or else of the file."""
    maker: str | None = None
    """`changeid` or `creationid`."""
    tool: str | None = None
    """`creationtool`."""
    properties: Mapping[str, str] = field(default_factory=dict)
    line: int = 0


def read_units(data: bytes) -> list[Unit]:
    """Read the units of a TMX file.

    Raises:
        TmxError: it is not well-formed, its root is not <tmx>, or it declares or uses entities.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise TmxError(error.lineno, expat.ErrorString(error.code)) from error
    except (ValueError, LookupError) as error:  # an encoding that Expat and Python can't read
        raise TmxError(1, " ".join(str(error).split())) from error
    return reader.units


def write_units(units: Iterable[Unit], tool: str, version: str) -> str:
    """Write units as TMX, without clock times; each on a line of its own, so that git merges two people's."""
    header = _attributes(
        creationtool=tool,
        creationtoolversion=version,
        segtype="sentence",
        **{"o-tmf": "UTF-8"},
        adminlang="en",
        srclang=ALL_LANGUAGES,
        datatype="PlainText",
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        f"  <header{header}/>",
        "  <body>",
    ]
    lines += map(_unit_line, units)
    return "\n".join([*lines, "  </body>", "</tmx>", ""])


def without_control_characters(text: str) -> str:
    """Drop what XML has no way to write."""
    return NO_XML.sub("", text)


def _unit_line(unit: Unit) -> str:
    made = _attributes(srclang=unit.source_language, creationid=unit.maker, creationtool=unit.tool)
    properties = (
        f"<prop{_attributes(type=name)}>{_text(value)}</prop>" for name, value in unit.properties.items()
    )
    variants = (
        f"<tuv{_attributes(**{'xml:lang': variant.language})}><seg>{_text(variant.text)}</seg></tuv>"
        for variant in unit.variants
    )
    return f"    <tu{made}>{''.join((*properties, *variants))}</tu>"


def _attributes(**values: str | None) -> str:
    return "".join(
        f" {name}={quoteattr(without_control_characters(value))}" for name, value in values.items() if value
    )


def _text(text: str) -> str:
    # A bare carriage return would be read as a line end, and a unit is to stay on its line.
    return escape(without_control_characters(text), {"\r": "&#13;", "\n": "&#10;"})


class _Reader:
    """Takes what Expat meets and makes units of it."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._refuse_declaration
        self.parser.SkippedEntityHandler = self._refuse_entity
        self._tree: TreeBuilder | None = None
        self._source_language: str | None = None
        """The file's."""
        self._unit_line = 0
        self._codes = 0
        """How many elements with formatting codes are open."""

    def _fail(self, problem: str) -> TmxError:
        return TmxError(self.parser.CurrentLineNumber, problem)

    def _refuse_declaration(self, name: str, *_: object) -> None:
        raise self._fail(f"declares the entity {shown(name)}, which no translation memory needs")

    def _refuse_entity(self, name: str, *_: object) -> None:
        raise self._fail(f"uses the entity &{shown(name)};, which nothing in the file explains")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._tree is None:
            if tag != "tmx":
                raise self._fail(f"its root is <{shown(tag)}> and not <tmx>")
            self._tree = TreeBuilder()
        if tag == "header":
            self._source_language = attributes.get("srclang")
        elif tag == "tu":
            self._unit_line = self.parser.CurrentLineNumber
        if tag in KEPT:
            self._tree.start(tag, attributes)
        elif tag in CODES:
            self._codes += 1

    def _end(self, tag: str) -> None:
        if tag in CODES:
            self._codes -= 1
        elif tag in KEPT and self._tree:
            element = self._tree.end(tag)
            if tag == "tuv" and len(element.findall("seg")) > 1:
                raise self._fail("two <seg> in one <tuv>")
            if tag == "tu":
                self.units.append(self._unit(element))
                element.clear()

    def _characters(self, text: str) -> None:
        if self._tree and not self._codes:
            self._tree.data(text)

    def _unit(self, element: Element) -> Unit:
        source = element.get("srclang") or self._source_language
        return Unit(
            variants=tuple(
                Variant(one.get("xml:lang") or one.get("lang") or "", one.findtext("seg") or "", _maker(one))
                for one in element.findall("tuv")
            ),
            source_language=None if source == ALL_LANGUAGES else source,
            maker=_maker(element),
            tool=element.get("creationtool"),
            properties={one.get("type", ""): one.text or "" for one in element.findall("prop")},
            line=self._unit_line,
        )


def shown(text: str) -> str:
    """Cut what a file holds so that it fits a message."""
    text = printable_line(text)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _maker(element: Element) -> str | None:
    return element.get("changeid") or element.get("creationid") or None
