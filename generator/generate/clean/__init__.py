"""Parts the article from the page around it, by rule and never by file.

`line_rules` know a piece of page furniture by the line alone; `page_rules` by where it stands. Each
line that is taken out is recorded with the rule that did it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.errors import InputError
from generator.generate.clean.document_language import tell_language, with_language
from generator.generate.clean.line_rules import furniture_rule
from generator.generate.clean.markup import drop_unmarked, is_marked, marked_roles
from generator.generate.clean.page import Page
from generator.generate.clean.page_rules import PAGE_RULES, roles
from generator.generate.draft import Draft
from generator.generate.reasons import FOREIGN
from generator.language.detect import is_foreign
from generator.language.lexicons import LEXICONS
from generator.model import Language, Role


def clean(draft: Draft, site: Iterable[Language] = LEXICONS) -> Draft:
    """Split a seed's lines into the article's, the headline among them, and the dropped ones.

    Args:
        draft: a seed as it was read.
        site: the languages of the site.

    Raises:
        InputError: nothing is left.
    """
    sorted_out = sort_lines(draft, site)
    if all(line.role is Role.HEADING for line in sorted_out.kept):
        raise InputError(
            f"seeds/{draft.seed}",
            f"no article text: all {len(sorted_out.dropped)} lines look like page furniture",
            f"see `chronology generate --explain {draft.seed}`, or paste the article itself",
        )
    return sorted_out


def sort_lines(draft: Draft, site: Iterable[Language] = LEXICONS) -> Draft:
    """Do what `clean` does, and accept a seed of which nothing is left."""
    page = Page(lines=draft.lines, rules={})
    if is_marked(draft.lines):
        page = drop_unmarked(page)
        guess = tell_language(draft, page.left, site)
        return replace(with_language(draft, guess), kept=marked_roles(page), dropped=page.dropped)
    page = page.drop({line.number: rule for line in draft.lines if (rule := furniture_rule(line))})
    if not page.left:
        return replace(draft, dropped=page.dropped)
    guess = tell_language(draft, page.left, site)
    if guess.is_sure:
        page = page.drop({ln.number: FOREIGN for ln in page.left if is_foreign(ln.text, guess.language)})
    for apply_rule in PAGE_RULES:
        page = apply_rule(page)
    return replace(with_language(draft, guess), kept=roles(page), dropped=page.dropped)
