"""XLIFF 2.0, as OmegaT, Trados and others read it: a document is a file, a paragraph a unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from generator.content.exchange.units import ExchangeError, Returned, Unit
from generator.content.exchange.xml import local_name, parsed
from generator.content.tmx import without_control_characters
from generator.language.sentences.split import join_sentences
from generator.model import Language, SegmentId, TranslationState

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
STATES = {TranslationState.MISSING: "initial", TranslationState.REVIEWED: "reviewed"}
"""Others are "translated": there is a text, and nobody answers for it."""
STATE = "state"
"""Category of the note with a translation's stamp."""
OTHERS = ""
"""Other notes are from who worked on it."""
FINAL = ("reviewed", "final")
LONGEST_ORDER = 6
"""Digits."""


def dump_xliff(units: Iterable[Unit], source: Language, target: Language) -> str:
    """Write paragraphs as XLIFF, without clock times."""
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
        f'<notes><note category="{STATE}">{unit.stamp}</note></notes>'
        f'<segment state="{state}"><source>{_text(unit.source)}</source>{target}</segment></unit>'
    )


def load_xliff(data: bytes) -> tuple[Language, list[Returned]]:
    """Read paragraphs from XLIFF; return also the language of the translations.

    Raises:
        ExchangeError: it is not XLIFF 2, or not safe to read.
    """
    root = parsed(data)
    # 2.1 has the same namespace, and 2.2 what is read here under its own.
    if not root.tag.startswith(f"{{{NAMESPACE[:-1]}") or local_name(root) != "xliff":
        raise ExchangeError("not XLIFF 2 (its root is not <xliff> of that version)")
    language = root.get("trgLang", "")[:2].lower()
    if not language:
        raise ExchangeError("<xliff> has no trgLang")
    return Language(language), list(_returned(root, root.tag.removesuffix("xliff"), Language(language)))


def _returned(root: Element, namespace: str, language: Language) -> Iterator[Returned]:
    for sign in root.iter(f"{namespace}cp"):
        sign.text = _character(sign.get("hex", ""))
    for file in root.findall(f"{namespace}file"):
        for unit in file.iter(f"{namespace}unit"):
            # A program may have cut a paragraph into sentences, with the space between them "ignorable".
            parts = [one for one in unit if one.tag in (f"{namespace}segment", f"{namespace}ignorable")]
            segments = [one for one in parts if one.tag == f"{namespace}segment"]
            done = [bool(_of(one, f"{namespace}target")) for one in segments]
            texts = [
                (_of(one, f"{namespace}target") or _of(one, f"{namespace}source")).strip()
                for one in _in_order(parts, f"{namespace}target")
            ]
            notes = {STATE: "", OTHERS: ""}
            # Some programs note beside a sentence.
            path = f"{namespace}notes/{namespace}note"
            for one in chain.from_iterable(place.iterfind(path) for place in (unit, *unit)):
                notes[STATE if one.get("category") == STATE else OTHERS] += f" {''.join(one.itertext())}"
            yield Returned(
                file.get("original", ""),
                SegmentId(unit.get("id", "")),
                "".join(_of(one, f"{namespace}source") for one in parts),
                join_sentences(filter(None, texts), language) if any(done) else "",
                all(done) and all(one.get("state") in FINAL for one in segments),
                notes[OTHERS],
                notes[STATE],
                is_whole=all(done),
            )


def _in_order(parts: Sequence[Element], tag: str) -> list[Element]:
    """Return a paragraph's parts as their translations follow each other."""
    orders = [target.get("order", "") if (target := part.find(tag)) is not None else "" for part in parts]
    places = [
        int(order) if order.isdecimal() and len(order) <= LONGEST_ORDER else number
        for number, order in enumerate(orders, start=1)
    ]
    return [part for _, part in sorted(zip(places, parts, strict=True), key=lambda pair: pair[0])]


def _of(part: Element, tag: str) -> str:
    """Return the text of a part's source or target; codes inside have none."""
    found = part.find(tag)
    return "".join(found.itertext()) if found is not None else ""


def _character(number: str) -> str:
    """Return a character told by its number: most can't stand in XML, nor in a text."""
    try:
        character = chr(int(number, 16))
    except (ValueError, OverflowError):
        return ""
    return character if character.isprintable() else " "


def _quoted(text: str) -> str:
    return quoteattr(without_control_characters(text))


def _text(text: str) -> str:
    return escape(without_control_characters(text))
