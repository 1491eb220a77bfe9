"""Makes translations obey the fixed renderings, without damage to the rest of the sentence.

The memory keeps what the engine wrote. What a reader gets is worked out from it each time: a pure
function of the source, the engine's sentence and the renderings, so that a change of the term base
shows at the next `generate` and nothing is translated again but what a new term asks for.

Two ways, in this order:

1. *Lookup variants*: the rendering the engine gives for the term by itself, the wrong renderings the
   term base lists, and the source's own words where the engine left them, are replaced in place. Nothing
   else in the sentence changes.
2. *Stand-ins*: where that does not help, the sentence is translated again with well-known surnames in
   the terms' place, which engines copy; then the right words take their place back. Both pairs, of the
   term alone and of the sentence with stand-ins, are ordinary pairs of the memory.

What other ways give stands in bench/terms/README.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model import Language
from generator.terms import Glossary, Violation
from generator.terms.compliance import Demand, survey, unmet, violation
from generator.terms.repair import Lookup, repair, variants_to_ask
from generator.terms.stand_ins import MarkedSentence, mark, unmark

ROUNDS = 2
"""How often `needed` can ask for more: terms by themselves, then a sentence with stand-ins."""

Judge = Callable[[str, str, str, Language, Language], bool]
"""Tells whether a translation may take another's place: source, what is there, the other, languages."""


def anything_goes(*_: object) -> bool:
    """Judge nothing."""
    return True


@dataclass(frozen=True)
class Enforcement:
    """A translation with its terms put right."""

    text: str
    broken: tuple[Violation, ...] = ()
    """What could not be put right."""


def enforce(
    source: str, raw: str, glossary: Glossary, known: Lookup, judge: Judge = anything_goes
) -> Enforcement:
    """Return a machine's translation with the fixed renderings its source calls for.

    Args:
        source: a sentence, as plain text.
        raw: the engine's translation, as the memory has it.
        glossary: of the two languages.
        known: what the memory has for a text.
        judge: tells whether a changed sentence may stand; where not, the engine's stays.
    """
    if not glossary.find(source):
        return Enforcement(raw)

    def may_stand(changed: str) -> bool:
        return changed == raw or judge(source, raw, changed, glossary.source, glossary.target)

    text, broken = repair(source, raw, glossary, known)
    other, still = _from_stand_ins(source, raw, glossary, known, broken) if broken else (None, broken)
    if other and len(still) < len(broken) and may_stand(other):
        text, broken = other, still
    elif not may_stand(text):
        text, broken = _one_by_one(source, raw, glossary, known, may_stand)
    return Enforcement(text, tuple(violation(demand, text) for demand in broken))


def _one_by_one(
    source: str, raw: str, glossary: Glossary, known: Lookup, may_stand: Callable[[str], bool]
) -> tuple[str, list[Demand]]:
    """Put right each rendering that may stand, where all of them together may not."""
    missing = unmet(survey(source, raw, glossary))
    text, left = raw, missing
    for demand in missing:
        alone = Glossary((demand.rendering,), glossary.source, glossary.target)
        changed, _ = repair(source, text, alone, known)
        still = unmet(survey(source, changed, glossary))
        if len(still) < len(left) and may_stand(changed):
            text, left = changed, still
    return text, left


def needed(source: str, raw: str, glossary: Glossary, known: Lookup) -> list[str]:
    """Return the texts whose translation would help to put a sentence right; most need none."""
    if not glossary.find(source):
        return []
    _, broken = repair(source, raw, glossary, known)
    alone = [asked for demand in broken for asked in variants_to_ask(demand) if known(asked) is None]
    if alone or not broken:
        return alone
    marked = _marked(source, raw, glossary, broken)
    return [marked.text] if marked and known(marked.text) is None else []


def _marked(source: str, raw: str, glossary: Glossary, broken: Sequence[Demand]) -> MarkedSentence | None:
    """Put stand-ins in the place of what is broken, then of what was: other spellings might come."""
    wanted = [demand.rendering for demand in (*broken, *unmet(survey(source, raw, glossary)))]
    return mark(source, glossary, list(dict.fromkeys(wanted)))


def _from_stand_ins(
    source: str, raw: str, glossary: Glossary, known: Lookup, broken: list[Demand]
) -> tuple[str | None, list[Demand]]:
    marked = _marked(source, raw, glossary, broken)
    translation = known(marked.text) if marked else None
    if marked is None or translation is None:
        return None, broken
    text = unmark(marked, translation, raw, glossary.target)
    return repair(source, text, glossary, known) if text else (None, broken)
