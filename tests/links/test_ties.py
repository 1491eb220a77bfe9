"""How much two entries have in common does not depend on the order in which a set holds it."""

from itertools import permutations
from types import SimpleNamespace

from generator.links.ties import Scale


def test_records_weigh_the_same_in_any_order():
    """Sums of floating-point numbers do not: which of two entries comes first would follow from chance."""
    named = [frozenset("abcdef"[: 1 + number * number % 6]) for number in range(23)]
    accounts = {str(n): SimpleNamespace(named=records, span=None) for n, records in enumerate(named)}
    scale = Scale(accounts, dict.fromkeys("abcdef", SimpleNamespace(connects=0.7)))
    one, other, *_ = accounts.values()
    assert len({sum(map(scale.rarity, order)) for order in permutations("abcdef")}) > 1
    assert len({scale.weigh(order, one, other) for order in permutations("abcdef")}) == 1
