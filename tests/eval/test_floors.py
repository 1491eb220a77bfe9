"""What is found is not worse than it was, and good enough; the gold sets are what they should be."""

from __future__ import annotations

from itertools import groupby

import pytest

from tests.eval import floors
from tests.eval.dates import GOLD, load_date_cases
from tests.eval.floors import gold_hash, load_floors, lowered, measure_all, pin
from tests.eval.measures import Measured
from tests.eval.scores import Score

AT_LEAST = {
    "dates": (0.98, 0.95),
    "mentions": (0.99, 0.95),
    "links": (1.0, 0.95),
    "sentences": (0.99, 0.99),
    "pairs": (0.9, 0.9),
}
"""Precision and recall over all sets of a kind."""


@pytest.fixture(scope="module")
def ours(first_chronology):  # noqa: ARG001 - sets rest on its records
    return measure_all(peers=False)


def test_no_score_is_below_its_floor(ours):
    assert lowered(ours) == []


def test_the_floors_were_measured_on_these_gold_sets():
    """After changing a gold set: python -m tests.eval --pin."""
    assert load_floors()["gold"] == gold_hash()


def test_every_score_has_a_floor(ours):
    assert {f"{row.gold} {row.finder}" for row in ours} == set(load_floors()["floors"])


def test_all_sets_of_a_kind_together_are_good_enough(ours):
    kind_of = lambda row: row.gold.partition("/")[0]  # noqa: E731
    for kind, rows in groupby(sorted(ours, key=kind_of), key=kind_of):
        total = sum((row.score for row in rows), start=Score(0, 0, 0))
        precision, recall = AT_LEAST[kind]
        assert total.precision >= precision, (kind, total)
        assert total.recall >= recall, (kind, total)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_gold_dates_are_many_and_a_third_of_them_traps(language):
    cases = [case for path in GOLD.glob(f"{language}*.yml") for case in load_date_cases(path)]
    traps = [case for case in cases if case.about.startswith("trap")]
    assert len(cases) >= 80
    assert len(traps) >= len(cases) / 3


def test_a_lower_score_is_reported_and_not_pinned_in_silence(tmp_path, monkeypatch):
    monkeypatch.setattr(floors, "FLOORS", tmp_path / "floors.json")
    pin([Measured("dates/x.yml", "generator", Score(9, 1, 1))])
    assert lowered([Measured("dates/x.yml", "generator", Score(9, 1, 1))]) == []
    (line,) = lowered([Measured("dates/x.yml", "generator", Score(8, 1, 1))][:1])[:1]
    assert "precision" in line
    assert "dates/x.yml" in line
