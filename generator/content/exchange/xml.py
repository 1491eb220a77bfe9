"""XML from other people's programs.

Expat refuses entities that would fill the memory, and opens no other file.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.sax.saxutils import escape, quoteattr

from generator.content.exchange.units import ExchangeError
from generator.content.tmx import without_control_characters


def parsed(data: bytes) -> Element:
    """Return the root of a document.

    Raises:
        ExchangeError: it is not well-formed.
    """
    try:
        return fromstring(data)
    except (ParseError, ValueError, LookupError) as error:
        raise ExchangeError(" ".join(str(error).split())) from error


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def quoted(text: str) -> str:
    """Write a text as the value of an attribute."""
    return quoteattr(without_control_characters(text))


def escaped(text: str) -> str:
    """Write a text so that it stands between tags."""
    return escape(without_control_characters(text))
