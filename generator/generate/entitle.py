"""Gives a document its title: its headline, or one supplied as archives do.

A transcript without headline is named after who answers and when; any other text after its
opening words. Supplied titles are marked as such.
"""

from __future__ import annotations

from dataclasses import replace

from generator.content.wording import supplied_title
from generator.dates.dateline import without_dateline
from generator.generate.draft import Draft
from generator.generate.transcript import named_speaker
from generator.language.sentences.quote import first_sentence
from generator.messages import is_worded
from generator.model import Kind, Language

LENGTH = 90


def entitle(draft: Draft, site_language: Language, target: Language | None = None) -> Draft:
    """Fill in the title, in the document's language and, when it is supplied, the site's and the target's.

    Args:
        draft: dated.
        site_language: what titles are shown in.
        target: what the document is to be translated to; None if it is not.
    """
    entry = draft.entry
    if entry.title:
        return draft
    speaker = named_speaker(draft.kept)
    if entry.kind is Kind.PRESS_CONFERENCE and speaker and entry.date:
        return _after_speaker(draft, speaker, entry.date, site_language, target)
    text = without_dateline(draft.kept[0].text, entry.source.dateline)
    return draft.fill(title=first_sentence(text, LENGTH).rstrip("."), title_supplied=True)


def show_title(draft: Draft, site_language: Language) -> Draft:
    """Put the title in the site's language first, once it was translated; the other stands beside it."""
    entry = draft.entry
    if entry.translation is None:
        return draft.fill(translated_title=None)
    if not entry.translated_title or entry.translation.language != site_language:
        return draft
    return draft.fill(title=entry.translated_title, original_title=entry.title, translated_title=None)


def _after_speaker(
    draft: Draft, speaker: str, date: str, site_language: Language, target: Language | None
) -> Draft:
    def worded(language: Language) -> str:
        return supplied_title(draft.entry.kind or Kind.ARTICLE, speaker, date, language)

    title, original = worded(site_language), worded(draft.language)
    is_other = draft.language == site_language and target is not None and is_worded(target)
    translated = worded(target) if target and is_other else title
    titled = draft.fill(
        title=title,
        original_title=original if is_worded(draft.language) and original != title else None,
        translated_title=translated if translated != title else None,
        title_supplied=True,
    )
    return replace(titled, title_language=site_language)
