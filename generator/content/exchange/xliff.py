"""XLIFF 2.0, as OmegaT, Trados and others read it: a document is a file, a paragraph a unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from generator.content.exchange.units import ExchangeError, Returned, Unit
from generator.content.exchange.xml import parsed
from generator.content.tmx import without_control_characters
from generator.model import Language, SegmentId, TranslationState

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
STATES = {TranslationState.MISSING: "initial", TranslationState.REVIEWED: "reviewed"}
"""Others are "translated": there is a text, and nobody answers for it."""
FINAL = ("reviewed", "final")


def dump_xliff(units: Iterable[Unit], source: Language, target: Language) -> str:
    """Write paragraphs as XLIFF, without clock times.

    Args:
        units: in order, those of a document together.
        source: their language.
        target: that of their translations.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE}" version="2.0" srcLang="{source}" trgLang="{target}">',
    ]
    for number, (document, group) in enumerate(groupby(units, lambda unit: unit.document), start=1):
        lines += [f'  <file id="f{number}" original={_quoted(document)}>', *map(_unit, group), "  </file>"]
    return "\n".join([*lines, "</xliff>", ""])


def _unit(unit: Unit) -> str:
    state = STATES.get(unit.state, "translated")
    target = f"<target>{_text(unit.target)}</target>" if unit.target else ""
    return (
        f"    <unit id={_quoted(unit.segment)}>"
        f'<notes><note category="state">{unit.state}</note></notes>'
        f'<segment state="{state}"><source>{_text(unit.source)}</source>{target}</segment></unit>'
    )


def load_xliff(data: bytes) -> tuple[Language, list[Returned]]:
    """Read paragraphs from XLIFF; return also the language of the translations.

    Raises:
        ExchangeError: it is not XLIFF 2, or not safe to read.
    """
    root = parsed(data)
    if root.tag != f"{{{NAMESPACE}}}xliff":
        raise ExchangeError("not XLIFF 2.0 (its root is not <xliff> of that version)")
    language = root.get("trgLang", "")[:2].lower()
    if not language:
        raise ExchangeError("<xliff> has no trgLang")
    return Language(language), list(_returned(root))


def _returned(root: Element) -> Iterator[Returned]:
    for file in root.iter(f"{{{NAMESPACE}}}file"):
        for unit in file.iter(f"{{{NAMESPACE}}}unit"):
            # A program may have cut a paragraph into sentences, with the space between them "ignorable".
            parts = [
                one for one in unit if one.tag in (f"{{{NAMESPACE}}}segment", f"{{{NAMESPACE}}}ignorable")
            ]
            segments = [one for one in parts if one.tag.endswith("}segment")]
            targets = [_of(one, "target") for one in segments]
            is_whole = bool(targets) and all(targets)
            target = "".join(_of(one, "target") or _of(one, "source") for one in parts) if is_whole else ""
            is_final = is_whole and all(one.get("state") in FINAL for one in segments)
            source = "".join(_of(one, "source") for one in parts)
            name = SegmentId(unit.get("id", ""))
            yield Returned(file.get("original", ""), name, source, target, is_final)


def _of(part: Element, name: str) -> str:
    """Return the text of a part's source or target; codes inside have none."""
    found = part.find(f"{{{NAMESPACE}}}{name}")
    return "".join(found.itertext()) if found is not None else ""


def _quoted(text: str) -> str:
    return quoteattr(without_control_characters(text))


def _text(text: str) -> str:
    return escape(without_control_characters(text))
