"""XLIFF 2 and 1, as translation programs read and write it: a document is a file, a paragraph a unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generator.content.exchange.units import ExchangeError, Returned, Unit, language_of
from generator.content.exchange.xml import escaped, local_name, parsed, quoted
from generator.content.tmx import text_without_codes
from generator.language.sentences.split import join_sentences
from generator.model import Language, SegmentId, TranslationState

NAMESPACE = "urn:oasis:names:tc:xliff:document:"
STATES = {TranslationState.MISSING: "initial", TranslationState.REVIEWED: "reviewed"}
"""Others are "translated": there is a text, and nobody answers for it."""
STATES_1 = {TranslationState.MISSING: "new", TranslationState.REVIEWED: "final"}
"""Others are "needs-adaptation", which Weblate shows as wanting work."""
FINAL = ("reviewed", "final", "signed-off")
STATE = "state"
"""Marks the note with a translation's stamp; other notes are from who worked on it."""


def dump_xliff(units: Iterable[Unit], source: Language, target: Language) -> str:
    """Write paragraphs as XLIFF 2.0, without clock times."""
    root = f'<xliff xmlns="{NAMESPACE}2.0" version="2.0" srcLang="{source}" trgLang="{target}">'
    return _dump(units, root, '<file id="f{number}" original={document}>', "</file>", _unit)


def dump_xliff_1(units: Iterable[Unit], source: Language, target: Language) -> str:
    """Write paragraphs as XLIFF 1.2, for programs that read no other."""
    languages = f'source-language="{source}" target-language="{target}"'
    file = f'<file original={{document}} {languages} datatype="plaintext"><body>'
    return _dump(units, f'<xliff xmlns="{NAMESPACE}1.2" version="1.2">', file, "</body></file>", _unit_1)


def _dump(units: Iterable[Unit], root: str, file: str, end: str, write: Callable[[Unit], str]) -> str:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', root]
    for number, (document, group) in enumerate(groupby(units, lambda unit: unit.document), start=1):
        lines += [
            f"  {file.format(number=number, document=quoted(document))}",
            *map(write, group),
            f"  {end}",
        ]
    return "\n".join([*lines, "</xliff>", ""])


def _unit(unit: Unit) -> str:
    state = STATES.get(unit.state, "translated")
    target = f"<target>{escaped(unit.target)}</target>" if unit.target else ""
    return (
        f"    <unit id={quoted(unit.segment)}>"
        f'<notes><note category="{STATE}">{unit.stamp}</note></notes>'
        f'<segment state="{state}"><source>{escaped(unit.source)}</source>{target}</segment></unit>'
    )


def _unit_1(unit: Unit) -> str:
    approved = ' approved="yes"' if unit.state is TranslationState.REVIEWED else ""
    return (
        f"    <trans-unit id={quoted(unit.segment)}{approved}><source>{escaped(unit.source)}</source>"
        f'<target state="{STATES_1.get(unit.state, "needs-adaptation")}">{escaped(unit.target)}</target>'
        f'<note from="{STATE}">{unit.stamp}</note></trans-unit>'
    )


def load_xliff(data: bytes) -> tuple[Language, list[Returned]]:
    """Read paragraphs from XLIFF of any version; return also the language of the translations.

    Raises:
        ExchangeError: it is not XLIFF, or not safe to read.
    """
    root = parsed(data)
    if local_name(root) != "xliff" or not root.tag.startswith(f"{{{NAMESPACE}"):
        raise ExchangeError("not XLIFF (its root is not <xliff> of version 1 or 2)")
    namespace = root.tag.removesuffix("xliff")
    for element in root.iter():
        element.tag = element.tag.removeprefix(namespace)
    languages = (one.get("trgLang") or one.get("target-language") for one in (root, *root.iter("file")))
    language = language_of(next(filter(None, languages), ""))
    for sign in root.iter("cp"):
        sign.text = " "  # for a character that can't stand in XML, nor in a text
    return language, [
        _returned(file.get("original", ""), unit, language)
        for file in root.iter("file")
        for unit in chain(file.iter("unit"), file.iter("trans-unit"))
    ]


class _Part(NamedTuple):
    """What a program cut a paragraph into."""

    place: int
    """Of its translation."""
    source: str
    target: str
    is_final: bool
    is_sentence: bool = True
    """It is no space between sentences."""


def _returned(document: str, unit: Element, language: Language) -> Returned:
    parts = list(_parts(unit) if unit.tag == "unit" else _parts_1(unit))
    done = [bool(part.target) for part in parts if part.is_sentence]
    texts = [(part.target or part.source).strip() for part in sorted(parts, key=lambda part: part.place)]
    notes = {STATE: "", None: ""}
    # Some programs note beside a sentence.
    for one in unit.iter("note"):
        is_ours = STATE in (one.get("category"), one.get("from"))
        notes[STATE if is_ours else None] += f" {''.join(one.itertext())}"
    return Returned(
        document,
        SegmentId(unit.get("id", "")),
        "".join(part.source for part in parts),
        join_sentences(filter(None, texts), language) if any(done) else "",
        all(done) and all(part.is_final for part in parts if part.is_sentence),
        notes[None],
        notes[STATE],
        is_whole=all(done),
    )


def _parts(unit: Element) -> Iterator[_Part]:
    """Yield the sentences of a paragraph, with the space between them "ignorable"."""
    parts = [one for one in unit if one.tag in ("segment", "ignorable")]
    for number, one in enumerate(parts, start=1):
        target = one.find("target")
        order = "" if target is None else target.get("order", "")
        place = int(order[:9]) if order.isdecimal() else number
        is_final = one.get("state") in FINAL
        yield _Part(place, _of(one, "source"), _of(one, "target"), is_final, one.tag == "segment")


def _parts_1(unit: Element) -> Iterator[_Part]:
    """Yield the sentences of a paragraph, the first with all of its source; codes are no text."""
    target, source = unit.find("target"), unit.find("source")
    texts = ["" if one is None else text_without_codes(one) for one in (source, target)]
    is_final = unit.get("approved") == "yes" or (target is not None and target.get("state") in FINAL)
    sentences = [] if target is None else [one for one in target.iter("mrk") if one.get("mtype") == "seg"]
    said = ["".join(one.itertext()) for one in sentences]
    if not said or "".join("".join(said).split()) != "".join(texts[1].split()):
        said = texts[1:]  # some of it stands between sentences
    for number, sentence in enumerate(said):
        yield _Part(number, "" if number else texts[0], sentence, is_final)


def _of(part: Element, tag: str) -> str:
    """Return the text of a part's source or target; codes inside have none."""
    found = part.find(tag)
    return "".join(found.itertext()) if found is not None else ""
