"""Tells of reviewed and edited translations that terms or the memory would have otherwise now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.checks.pairs import Knowledge
from generator.checks.pairs.change import judge_by
from generator.content.library import Library
from generator.content.memory import Memory
from generator.model import Issue, Record, Severity, Slug, Term
from generator.names.index import NameIndex
from generator.printable import command
from generator.terms import TermBase
from generator.translate.learn import learn
from generator.translate.obey import TermRules
from generator.translate.offers import Offer, offers


def term_rules(terms: Iterable[Term], records: Mapping[Slug, Record]) -> TermRules:
    """Return what translations are made to obey: terms and records, as far as the checks find nothing new."""
    judge = judge_by(Knowledge(NameIndex(records), TermBase(terms)))
    return TermRules(TermBase(terms, records), judge)


def find_offers(
    library: Library, memory: Memory, slugs: Collection[Slug] | None = None
) -> dict[Slug, list[Offer]]:
    """Return what an editor may take or leave, by entry.

    `memory`: as the last run left it, with what helps to put terms right.
    """
    rules = term_rules(library.terms, library.records)
    # What was written without a seed is its writer's, and can't be marked paragraph by paragraph.
    histories = [library.history(entry) for entry in library.entries.values() if entry.source.seed]
    taught = learn(memory, histories).memory
    found = {
        one.entry.slug: list(offers(one, taught, rules))
        for one in histories
        if slugs is None or one.entry.slug in slugs
    }
    return {slug: offered for slug, offered in found.items() if offered}


def offer_issues(library: Library, memory: Memory) -> Iterator[Issue]:
    """Yield what `chronology review` offers, for the editor."""
    for slug, offered in find_offers(library, memory).items():
        for one in offered:
            was, now = one.change
            yield Issue(
                Severity.NOTE,
                f"content/entries/{slug}.md ({one.segment.id})",
                f"kept as a person left it; by terms and memory “{was}” would be “{now}”",
                f"{command('review', slug)} shows it, and takes it with --accept",
            )
