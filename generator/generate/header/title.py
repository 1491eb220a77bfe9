"""Finds a document's headline among its lines, and takes it out of the text."""

from __future__ import annotations

from dataclasses import replace

from generator.generate.draft import Draft
from generator.model import Role


def take_headline(draft: Draft) -> Draft:
    """Find the headline; its line belongs to the text no more.

    Args:
        draft: its lines sorted into kept and dropped.
    """
    first = draft.kept[0] if draft.kept else None
    if first is None or first.role is not Role.HEADING:
        return draft
    return replace(draft, headline=first, kept=draft.kept[1:])
