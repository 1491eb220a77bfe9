"""Attribute lists that are shown as text, or that do not say what they should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from generator.checks.bodies.body import Body, Mistake
from generator.content.body import ATTRIBUTE_LIST, attribute_list
from generator.language.codes import is_language
from generator.model import TranslationBy

TOKEN = r"(?:[#.][\w-]+|[\w:-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\"'{}()\[\]]*))"
OPENS, CLOSES = r"(?P<opens>[{(\[]?[:;.]?)", r"(?P<closes>[:;]?[})\]]{0,3})"
ALMOST = re.compile(rf" {{0,3}}{OPENS}\s*{TOKEN}(?:\s+{TOKEN})*\s*{CLOSES}\s*")
"""A line of attributes, whatever stands around them."""
OF_SEGMENT = re.compile(r"#s\d+\b|\blang\s*=")
ID = re.compile(r"#s\d+")
ITEM = re.compile(r"\s*(?:[-*+] |\d{1,9}[.)] |\||:\s)")
HEADING = re.compile(r" {0,3}#{1,6}\s")
KEYS = ("lang", "by")
WHERE = " right below the paragraph, and a blank line below it"
HOW = f"write {{: #s1 lang=de }}{WHERE}"


def check_attribute_lists(body: Body) -> Iterator[Mistake]:
    """Yield the lists that belong to no paragraph, are not written as one, or mean nothing."""
    for number, line in enumerate(body.lines):
        listed = ATTRIBUTE_LIST.fullmatch(line.strip())
        if listed and not line.startswith((" " * 4, "\t")):
            yield from _misplaced(body, number, line.strip())
        if body.entry is None:
            continue
        if listed:
            yield from _meaningless(number, listed[1].split())
        elif OF_SEGMENT.search(line) and (almost := ALMOST.fullmatch(line)) and any(almost.groups()):
            meant = attribute_list(re.findall(TOKEN, line))
            yield Mistake(number, f"{line.strip()} is not an attribute list", f"write {meant}{WHERE}")


def _misplaced(body: Body, number: int, words: str) -> Iterator[Mistake]:
    """Yield why a list is shown as text: it belongs to the end of a paragraph."""
    above = body.lines[number - 1] if number else ""
    if not (number and body.raw[number - 1].strip()):
        remedy = "write it right below its paragraph, without a blank line"
        yield Mistake(number, f"{words} belongs to no paragraph", remedy)
    elif HEADING.match(above):
        remedy = "write it at the end of the heading's own line"
        yield Mistake(number, f"{words} stands below a heading", remedy)
    below = body.lines[number + 1] if number + 1 < len(body.lines) else ""
    if OF_SEGMENT.search(words) and below.strip() and not ITEM.match(below):
        yield Mistake(number + 1, f"the text goes on below {words}", "put a blank line between them")


def _meaningless(number: int, tokens: list[str]) -> Iterator[Mistake]:
    keys = {token.partition("=")[0]: token.partition("=")[2].strip("\"'") for token in tokens if "=" in token}
    language = keys.get("lang")
    if language is not None and not is_language(language.partition("-")[0]):
        yield Mistake(
            number, f"lang={language} is no language", "write lang=de, lang=en or another code of two letters"
        )
    elif language is None and (key := _meant_lang(keys)):
        yield Mistake(number, f"{key} means nothing", f"write lang={keys[key]}")
    elif language is None and any(ID.fullmatch(token) for token in tokens):
        yield Mistake(number, "a segment's attribute list does not say its language", HOW)
    by = keys.get("by")
    if by is not None and by not in set(TranslationBy):
        near = get_close_matches(by, list(TranslationBy), n=1) or list(TranslationBy)
        yield Mistake(number, f"by={by} names nobody", f"write by={near[0]}, or nothing")


def _meant_lang(keys: dict[str, str]) -> str | None:
    """Return the key that was to be `lang`: near to it, with the code of a language."""
    near = get_close_matches("lang", [key.casefold() for key in keys], n=1, cutoff=0.7)
    return next((key for key in keys if key.casefold() in near and is_language(keys[key])), None)
