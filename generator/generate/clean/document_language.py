"""Which language a document is in: the sidecar says so, or its prose does; a doubt is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.generate.clean.lines import is_prose
from generator.generate.draft import Draft
from generator.generate.seed_text import Line, Subject
from generator.language.codes import is_language, language_name
from generator.language.detect import LanguageGuess, guess_language
from generator.model import ENGLISH, Issue, Language, Severity


def tell_language(draft: Draft, lines: Iterable[Line], site: Iterable[Language]) -> LanguageGuess:
    """Tell the language of a document.

    Args:
        draft: a seed as it was read.
        lines: those that may be the article's.
        site: the languages of the site.
    """
    if draft.sidecar.language:
        return LanguageGuess(draft.sidecar.language, 1.0)
    texts = [line.text for line in lines]
    prose = " ".join(text for text in texts if is_prose(text))
    return guess_language(prose or " ".join(texts), (*_stated(draft), *site))


def with_language(draft: Draft, guess: LanguageGuess) -> Draft:
    """Fill in the language of a draft, and say so where it is in doubt."""
    doubts = () if guess.is_sure else (_doubt(draft, guess),)
    return replace(draft.fill(language=guess.language), issues=(*draft.issues, *doubts))


def _stated(draft: Draft) -> tuple[Language, ...]:
    codes = (said.value[:2].lower() for said in draft.statements if said.about is Subject.LANGUAGE)
    return tuple(Language(code) for code in codes if is_language(code))


def _doubt(draft: Draft, guess: LanguageGuess) -> Issue:
    name = language_name(guess.language, ENGLISH)
    return Issue(
        Severity.WARNING,
        f"seeds/{draft.seed}",
        f"taken for {name}, which its few words leave in doubt",
        f"write `language: {guess.language}` (or another code) into its sidecar .yml",
    )
