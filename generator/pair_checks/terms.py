"""The renderings that the term base fixes are used."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Severity
from generator.pair_checks.pair import Check, Knowledge, PairText, quoted
from generator.pair_checks.spellings import Spellings
from generator.pair_checks.words import words_of


def _terms(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    spelled = knowledge.spelled_terms.get((pair.source_language, pair.target_language))
    if spelled is None:
        return
    seen: set[str] = set()
    for found in spelled.find(words_of(pair.source)):
        terms = [knowledge.terms[int(number)] for number in sorted(found.owners) if number not in seen]
        seen |= found.owners
        forms = [form for term in terms for form in term.target_forms]
        if forms and not Spellings((form, "") for form in forms).find(words_of(pair.target)):
            yield f"“{found.surface(pair.source)}” is not rendered as {quoted(forms)}"


TERMS = Check("terms", Severity.WARNING, "use the rendering that content/terms.yml fixes", _terms)
