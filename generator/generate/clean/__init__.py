"""Parts the article from the page around it, by rule and never by file.

`line_rules` know a piece of page furniture by the line alone; `page_rules` by where it stands. Each
line that is taken out is recorded with the rule that did it.
"""

from __future__ import annotations

from dataclasses import replace

from generator.errors import InputError
from generator.generate.clean.line_rules import furniture_rule
from generator.generate.clean.lines import is_prose
from generator.generate.clean.page import Page
from generator.generate.clean.page_rules import PAGE_RULES, roles
from generator.generate.draft import Draft
from generator.generate.reasons import FOREIGN
from generator.generate.seed_text import Line
from generator.language.detect import is_foreign, language_of
from generator.model import Language, Role


def clean(draft: Draft) -> Draft:
    """Split a seed's lines into the article's, the headline among them, and the dropped ones.

    Raises:
        InputError: nothing is left, or the language can't be told.
    """
    sorted_out = sort_lines(draft)
    if all(line.role is Role.HEADING for line in sorted_out.kept):
        raise InputError(
            f"seeds/{draft.seed}",
            f"no article text: all {len(sorted_out.dropped)} lines look like page furniture",
            f"see `chronology generate --explain {draft.seed}`, or paste the article itself",
        )
    return sorted_out


def sort_lines(draft: Draft) -> Draft:
    """Do what `clean` does, and accept a seed of which nothing is left.

    Raises:
        InputError: the language can't be told.
    """
    page = Page(lines=draft.lines, rules={})
    page = page.drop({line.number: rule for line in draft.lines if (rule := furniture_rule(line))})
    if not page.left:
        return replace(draft, dropped=page.dropped)
    language = _language(draft, page.left)
    page = page.drop({line.number: FOREIGN for line in page.left if is_foreign(line.text, language)})
    for apply_rule in PAGE_RULES:
        page = apply_rule(page)
    return replace(draft.fill(language=language), kept=roles(page), dropped=page.dropped)


def _language(draft: Draft, lines: tuple[Line, ...]) -> Language:
    if draft.sidecar.language:
        return draft.sidecar.language
    prose = " ".join(line.text for line in lines if is_prose(line.text))
    language = language_of(prose or " ".join(line.text for line in lines))
    if language is None:
        raise InputError(
            f"seeds/{draft.seed}",
            "its language can't be told",
            "write `language: de` (or another code) into its sidecar .yml",
        )
    return language
