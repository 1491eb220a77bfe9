"""XML from other people's programs, read by Expat alone: what declares entities is refused."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from generator.content.exchange.units import ExchangeError


def parsed(data: bytes) -> Element:
    """Return the root of a document; a document type may be named, but nothing be declared in it.

    Raises:
        ExchangeError: it is not well-formed, or declares something.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True

    def doctype(_: str, __: str | None, ___: str | None, has_declarations: int) -> None:
        if has_declarations:
            raise ExchangeError("declares entities, which can fill the memory")

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        builder.start(_clark(tag), {_clark(name): value for name, value in attributes.items()})

    def end(tag: str) -> None:
        builder.end(_clark(tag))

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(data, True)
        return builder.close()
    except expat.ExpatError as error:
        raise ExchangeError(f"line {error.lineno}: {expat.ErrorString(error.code)}") from error
    except (ValueError, LookupError, AssertionError) as error:
        raise ExchangeError(" ".join(str(error).split())) from error


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def _clark(tag: str) -> str:
    """Return a name as ElementTree writes one with a namespace."""
    return f"{{{tag}" if "}" in tag else tag
