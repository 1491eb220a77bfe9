"""TMX 1.4b, the exchange format of translation memories: units with a text in each language.

Files come from other people's tools. Expat reads them, which refuses entities that would fill the memory, and
opens no other file for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, iterparse
from xml.parsers.expat import ErrorString
from xml.sax.saxutils import escape, quoteattr

from generator.printable import printable_line

ALL_LANGUAGES = "*all*"
"""In `srclang`: each unit names its own."""
CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Elements inside a text, here and in XLIFF 1, that hold another program's codes, which are no text."""
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
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


def read_units(data: bytes) -> Iterator[Unit]:
    """Yield the units of a TMX file; of each, no more is held than has to be.

    Raises:
        TmxError: it is not well-formed, or its root is not <tmx>.
    """
    try:
        yield from _units(data)
    except ParseError as error:
        problem = str(error) if "entity" in str(error) else ErrorString(error.code)
        raise TmxError(error.position[0], problem.partition(": line")[0]) from error
    except (ValueError, LookupError) as error:  # an encoding that can't be read
        raise TmxError(1, " ".join(str(error).split())) from error


def _units(data: bytes) -> Iterator[Unit]:
    is_known, language = False, None
    for event, element in iterparse(BytesIO(data), ("start", "end")):
        if not is_known and element.tag != "tmx":
            raise TmxError(1, f"its root is <{shown(element.tag)}> and not <tmx>")
        is_known = True
        if element.tag == "header":
            language = element.get("srclang")
        elif event == "end" and element.tag == "tu":
            yield _unit(element, language)
            element.clear()


def _unit(element: Element, language: str | None) -> Unit:
    source = element.get("srclang") or language
    return Unit(
        variants=tuple(
            Variant(one.get(LANG) or one.get("lang") or "", _text_of(one), _maker(one))
            for one in element.findall("tuv")
        ),
        source_language=None if source == ALL_LANGUAGES else source,
        maker=_maker(element),
        tool=element.get("creationtool"),
        properties={one.get("type", ""): one.text or "" for one in element.findall("prop")},
    )


def _text_of(variant: Element) -> str:
    """Return the text of a variant without formatting codes."""
    text = variant.find("seg")
    return "" if text is None else text_without_codes(text)


def text_without_codes(element: Element) -> str:
    """Return the text of an element without another program's codes in it, which go."""
    for code in [one for one in element.iter() if one.tag in CODES]:
        behind = code.tail
        code.clear()
        code.tail = behind
    return "".join(element.itertext())


def write_units(units: Iterable[Unit], tool: str, version: str) -> str:
    """Write units as TMX, without clock times; each on a line of its own, so that git merges two people's."""
    made = _attributes(creationtool=tool, creationtoolversion=version)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        f'  <header{made} segtype="sentence" o-tmf="UTF-8" adminlang="en" srclang="{ALL_LANGUAGES}" '
        'datatype="PlainText"/>',
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


def shown(text: str) -> str:
    """Cut what a file holds so that it fits a message."""
    text = printable_line(text)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _maker(element: Element) -> str | None:
    return element.get("changeid") or element.get("creationid") or None
