"""Parts the article from the page around it: by what was learned from pages, and by rule where it is certain.

Each line that is taken out is recorded with the reason. Where a page's markup says what is the article,
that counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.content.left_out import check_left_out
from generator.errors import InputError
from generator.generate.clean.certain import certain_rules
from generator.generate.clean.copies import drop_copies
from generator.generate.clean.document_language import tell_language, with_language
from generator.generate.clean.head_fields import part_head_fields
from generator.generate.clean.model import LineModel
from generator.generate.clean.opening_stamp import part_opening_stamp
from generator.generate.clean.page import Page
from generator.generate.clean.roles import is_marked, marked_roles, roles
from generator.generate.clean.verdicts import drop_by_model
from generator.generate.clean.wrapped import join_headings, join_words, unwrap
from generator.generate.draft import Draft
from generator.generate.reasons import LABELLED, STAMP
from generator.generate.seed_text import Line
from generator.language.lexicons import LEXICONS
from generator.model import DroppedLine, Language, Role
from generator.printable import command


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
        lines = len(sorted_out.dropped)
        count = "its one line looks" if lines == 1 else f"all {lines} lines look"
        raise InputError(
            f"seeds/{draft.seed}",
            f"no article text: {count} like page furniture",
            f"see `{command('generate', '--explain', draft.seed)}`, or paste the article itself",
        )
    return sorted_out


def sort_lines(draft: Draft, site: Iterable[Language] = LEXICONS, model: LineModel | None = None) -> Draft:
    """Do what `clean` does, and accept a seed of which nothing is left.

    Args:
        draft: a seed as it was read.
        site: the languages of the site.
        model: that decides what is the article's; None: the package's.
    """
    if is_marked(draft.lines):
        return _sort_blocks(draft, site, model)
    if not draft.sidecar.clean:
        draft = replace(draft, lines=join_words(draft.lines))
        guess = tell_language(draft, draft.lines, site)
        return replace(with_language(draft, guess), kept=roles(draft.lines))
    lines, fields = part_head_fields(join_headings(unwrap(part_opening_stamp(draft.lines))))
    draft = replace(draft, lines=lines)
    page = Page(lines=draft.lines, rules=dict.fromkeys(fields, LABELLED))
    page = page.drop(certain_rules(draft.lines))
    page = drop_by_model(drop_copies(page), model)
    guess = tell_language(draft, page.left or page.lines, site)
    kept = roles(page.left)
    doubts = check_left_out(draft.seed, (line.text for line in kept), page.dropped)
    draft = with_language(draft, guess)
    issues = (*draft.issues, *doubts)
    dropped = (*_parted(draft.lines), *page.dropped)
    return replace(draft, kept=kept, dropped=dropped, likely=page.likely, issues=issues)


def _sort_blocks(draft: Draft, site: Iterable[Language], model: LineModel | None) -> Draft:
    """Sort the blocks of a web page whose markup tells which are the article's."""
    page = Page(lines=draft.lines, rules={})
    page = drop_by_model(page, model) if draft.sidecar.clean else page
    kept = marked_roles(page)
    doubts = check_left_out(draft.seed, (line.text for line in kept), page.dropped)
    draft = with_language(draft, tell_language(draft, page.left or page.lines, site))
    issues = (*draft.issues, *doubts)
    return replace(draft, kept=kept, dropped=page.dropped, likely=page.likely, issues=issues)


def _parted(lines: Iterable[Line]) -> Iterator[DroppedLine]:
    """Yield what stood before the text on the same line."""
    for line in lines:
        if line.stamp:
            yield DroppedLine(line.number, line.stamp, LABELLED if line.stamp[-1] == ":" else STAMP)
