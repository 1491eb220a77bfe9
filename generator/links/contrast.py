"""How far two texts of one day are set apart by the states their openings name.

"She received the minister of Japan" and "she received the minister of Chile" are two visits, however alike
they read: one state stands where the other does. "Luxembourg: the court decided" and "German farmers lost"
may be one ruling: what stands beside the states is different, too.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.language.letters import fold
from generator.links.words import TELL_NOTHING, stem
from generator.model import Span
from generator.names.states import states_in
from generator.names.words import Words

STATE_LETTERS = 4
"""China, Chinese; Russia, Russian: alike so far."""
BESIDE = 2
"""Telling words on each side of a state."""
APART = 0.15
"""How much more alike two texts must be when each names a state first that the other does not."""
SAME_PLACE = 0.35
"""The same for each word that stands beside both."""

States = Mapping[str, frozenset[str]]
"""By beginning of their names, what stands beside them."""


def states_beside(text: str, named_in_both: Collection[Span] = ()) -> States:
    """Return the states a plain text names, with the telling words beside each.

    Args:
        text: a first paragraph.
        named_in_both: where names stand that the other text has, too: they tell nothing apart.
    """
    words = Words(text)
    own = {
        number
        for number, (start, _) in enumerate(words.spans)
        if not any(span.start <= start < span.end for span in named_in_both)
    }
    states = {n: surface[:STATE_LETTERS].casefold() for n, surface in states_in(words) if n in own}
    folded = [fold(word) for word in words.surfaces]
    telling = [n for n in sorted(own) if n not in states and folded[n] not in TELL_NOTHING]
    found: dict[str, frozenset[str]] = {}
    for number, state in states.items():
        before = [n for n in telling if n < number][-BESIDE:]
        after = [n for n in telling if n > number][:BESIDE]
        beside = frozenset(stem(folded[n]) for n in (*before, *after))
        found[state] = found.get(state, frozenset()) | beside
    return found


def set_apart(one: States, other: States) -> float:
    """Return how much more alike two texts must be to tell of one happening: 0 where no states differ."""
    first, second = (
        [beside for state, beside in own.items() if state not in others]
        for own, others in ((one, other), (other, one))
    )
    if not first or not second:
        return 0.0
    return APART + SAME_PLACE * len(frozenset().union(*first) & frozenset().union(*second))
