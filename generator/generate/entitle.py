"""Gives a document its title: its headline, or one supplied as archives do.

A transcript without headline is named after who answers and when; any other text after its
opening words. Supplied titles are marked as such.
"""

from __future__ import annotations

from dataclasses import replace

from generator.content.wording import has_wording, supplied_title
from generator.generate.draft import Draft
from generator.generate.transcript import named_speaker
from generator.language.sentences import first_sentence
from generator.model import Kind, Language

LENGTH = 90


def entitle(draft: Draft, site_language: Language, target: Language | None = None) -> Draft:
    """Fill in the title, in the document's language and, when it is supplied, the site's and the target's.

    Args:
        draft: dated.
        site_language: what titles are shown in.
        target: what the document is to be translated to; None if it is not.
    """
    metadata = draft.metadata
    if metadata.title:
        return replace(draft, title=metadata.title)
    speaker = named_speaker(draft.kept)
    if metadata.kind is Kind.PRESS_CONFERENCE and speaker and draft.date:
        title = supplied_title(metadata.kind, speaker, draft.date, site_language)
        original = supplied_title(metadata.kind, speaker, draft.date, draft.language)
        worded = has_wording(draft.language) and original != title
        is_other = draft.language == site_language and target is not None and has_wording(target)
        translated = (
            supplied_title(metadata.kind, speaker, draft.date, target) if target and is_other else None
        )
        return replace(
            draft,
            title=title,
            title_language=site_language,
            original_title=original if worded else None,
            translated_title=translated if translated != title else None,
            title_supplied=True,
        )
    text = draft.kept[0].text.removeprefix(metadata.dateline or "").lstrip(" -–—")
    return replace(draft, title=first_sentence(text, LENGTH).rstrip("."), title_supplied=True)


def show_title(draft: Draft, site_language: Language) -> Draft:
    """Put the title in the site's language first, once it was translated; the other stands beside it."""
    if draft.translation is None:
        return replace(draft, translated_title=None)
    if not draft.translated_title or draft.translation.language != site_language:
        return draft
    return replace(draft, title=draft.translated_title, original_title=draft.title, translated_title=None)
