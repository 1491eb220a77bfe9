"""Tells what sort of document it is: an article, unless its words or its form surely tell another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from generator.generate.draft import Draft
from generator.generate.header.layout import Layout, find_sender
from generator.generate.transcript import speakers
from generator.model import Kind

RELEASE = re.compile(
    r"^(?:pressemitteilung|presseinformation|pressemeldung|press release|news release|media release"
    r"|presse|pressestelle)\b(?:\s*(?:nr\.?|no\.?|number|#)?\s*[\d/.-]+)?(?:\s*[|–—,-]\s*.{0,60}|\s+vom\s.{6,40})?$"
    r"|^for immediate release$|^sperrfrist\b.{0,60}$"
    r"|\|.*(?:distributed by|press release|pressemitteilung)",
    re.IGNORECASE,
)
PRESS_CONFERENCE = re.compile(
    r"pressekonferenz|press conference|press briefing|pressebriefing", re.IGNORECASE
)
SAYS_ITSELF: Mapping[Kind, re.Pattern[str]] = MappingProxyType({
    Kind.SPEECH: re.compile(
        r"(?:speech|remarks|address)(?:\s?[:–—]| (?:by|to|at|of|before|as|delivered)\b)"
        r"|(?:rede|ansprache|grußwort|regierungserklärung)\b(?! und\b)",
        re.IGNORECASE,
    ),
    Kind.STATEMENT: re.compile(
        r"joint (?:statement|declaration)\b|(?:statement|declaration) (?:by|from|on)\b"
        r"|(?:gemeinsame )?(?:erklärung|statement) (?:des|der|von|zu[rm]?)\b",
        re.IGNORECASE,
    ),
    Kind.INTERVIEW: re.compile(r"interview\b", re.IGNORECASE),
})  # fmt: skip
"""How a headline begins that says what it stands above."""
SALUTATION = re.compile(
    r"(?:dear|sehr geehrte[rs]?|liebe[rs]?|verehrte[rs]?)\b.{,80}[,!:]$",
    re.IGNORECASE,
)
REGARDS = re.compile(
    r"(?:yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|(?:kind|best) regards"
    r"|mit (?:freundlichen|besten|herzlichen) grüßen|mit freundlichem gruß|hochachtungsvoll)\b[\s,.]*$",
    re.IGNORECASE,
)
SPOKEN = re.compile(r"\W*(?:es gilt das gesprochene wort|check against delivery)\b", re.IGNORECASE)
FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|ich|wir|unser[enms]*|mein[enms]*)\b", re.IGNORECASE)
QUOTED = re.compile('["“„»«][^"“”„»«]*["”“«»]')
SECTION_ONE = re.compile(r"§ ?(?:1|i|one)\b", re.IGNORECASE)
JUDGMENT = re.compile(
    r"(?:tenor|tatbestand|(?:entscheidungs)?gründe|im namen des volkes|in the (?:\w+ )?court of .{3,40}"
    r"|(?:approved )?judge?ment|(?:appellant|respondent|claimant|plaintiff|defendant)s?)\s?:?$",
    re.IGNORECASE,
)
"""Lines that part a decision, each a line of its own."""
PARTS = 2
"""So many different ones are a decision's."""
ORDINANCE = re.compile(r"(?:\S+ ){,3}\S*(?:satzung|verordnung|gesetz|ordnung)\b", re.IGNORECASE)
IN_FORCE = re.compile(r"(?:§ ?\d+\w?\W*)?(?:inkraft|in-kraft-)treten\b.{,60}$", re.IGNORECASE)
ENACTED = re.compile(r"be it (?:further )?enacted\b", re.IGNORECASE)
CITED_AS = re.compile(r"\bthis act (?:may|shall) be cited as\b", re.IGNORECASE)
LONGEST = 200
ARTICLE_OPENING = 3
"""The lines of a text that say what occasion it reports."""


def kind_of(draft: Draft, layout: Layout, *, is_record: bool = False) -> Kind:
    """Return what sort of document a draft is: an article, where nothing surely says another.

    Args:
        draft: with its headline.
        layout: what stands where in it.
        is_record: whether it says that it records a sitting.
    """
    above = [line.stamp or line.text for line in layout.lines[: layout.first] if len(line.text) <= LONGEST]
    headline = [draft.headline.text] if draft.headline else []
    opening = [line.text for line in draft.kept[:ARTICLE_OPENING]]
    asked = bool(speakers(draft.kept))
    if asked and any(PRESS_CONFERENCE.search(text) for text in opening + above + headline):
        return Kind.PRESS_CONFERENCE
    if kind := _by_form(layout):
        return kind
    if any(RELEASE.search(text) for text in above):
        return Kind.PRESS_RELEASE
    if is_record:
        return Kind.MINUTES
    said = next((kind for kind, words in SAYS_ITSELF.items() if any(map(words.match, headline))), None)
    speaks = any(FIRST_PERSON.search(QUOTED.sub("", text)) or SALUTATION.match(text) for text in opening)
    is_sure = asked if said is Kind.INTERVIEW else speaks
    return said if said and is_sure else Kind.ARTICLE


def _is_ordinance(short: Sequence[str]) -> bool:
    """Tell whether a title of law stands above its first section, and a section on when it is in force."""
    first = next((n for n, text in enumerate(short) if SECTION_ONE.match(text)), 0)
    return any(map(ORDINANCE.match, short[:first])) and any(map(IN_FORCE.match, short[first:]))


def _by_form(layout: Layout) -> Kind | None:
    """Return what a document is by lines that only one kind has."""
    lines = [line.text for line in layout.lines]
    short = [text for text in lines if len(text) <= LONGEST]
    if find_sender(layout):
        return Kind.EMAIL
    if len({text.casefold() for text in short if JUDGMENT.match(text)}) >= PARTS:
        return Kind.COURT_DECISION
    if any(map(SPOKEN.match, short)):
        return Kind.SPEECH
    if (any(map(ENACTED.match, lines)) and any(map(CITED_AS.search, lines))) or _is_ordinance(short):
        return Kind.LAW
    is_greeted = any(map(SALUTATION.match, lines[max(layout.first - 2, 0) : layout.first + 2]))
    return Kind.LETTER if is_greeted and any(map(REGARDS.match, short)) else None
