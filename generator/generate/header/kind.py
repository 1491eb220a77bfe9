"""Tells what sort of document it is: a release, the transcript of a press conference, an article."""

from __future__ import annotations

import re

from generator.generate.draft import Draft
from generator.generate.header.layout import Layout
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
LONGEST = 200
ARTICLE_OPENING = 3
"""The lines of a text that say what occasion it reports."""


def kind_of(draft: Draft, layout: Layout) -> Kind:
    """Return what sort of document a draft is.

    Args:
        draft: with its headline.
        layout: what stands where in it.
    """
    above = [line.stamp or line.text for line in layout.lines[: layout.first] if len(line.text) <= LONGEST]
    opening = [line.text for line in draft.kept[:ARTICLE_OPENING]] + above
    opening += [draft.headline.text] if draft.headline else []
    if speakers(draft.kept) and any(PRESS_CONFERENCE.search(text) for text in opening):
        return Kind.PRESS_CONFERENCE
    return Kind.PRESS_RELEASE if any(RELEASE.search(text) for text in above) else Kind.ARTICLE
