"""Trees as they are written say of each line what LightGBM says."""

import numpy as np
import pytest

pytest.importorskip("lightgbm", reason="what learns the model is not installed (group `train`)")

import lightgbm

from generator.generate.clean.trees import read_trees
from training.lines.learn import SETTINGS, rows_of

LINES = 3_000


def columns():
    """Return values as features have them: counts, shares, numbers close to each other, nothing."""
    random = np.random.default_rng(5)
    counts = random.integers(0, 20, LINES)
    shares = counts / np.maximum(random.integers(1, 30, LINES), 1)
    near = 1 + random.integers(0, 50, LINES) * 1e-7
    return np.stack([np.log1p(counts), shares, near, np.zeros(LINES), random.normal(size=LINES)], axis=1)


@pytest.mark.parametrize("seed", [1, 2])
def test_trees_read_back_say_what_was_learned(seed):
    seen = columns().astype(np.float32)
    likely = 1 / (1 + np.exp(-(seen[:, 0] - 1.5 + seen[:, 1] * seen[:, 4] + 1e6 * (seen[:, 2] - 1))))
    data = lightgbm.Dataset(seen, likely)
    booster = lightgbm.train({**SETTINGS, "seed": seed}, data, 60)
    read = read_trees(rows_of(booster), groups=[0] * seen.shape[1])
    assert read.odds(read.leaves(seen.T)) == pytest.approx(booster.predict(seen, raw_score=True), abs=0.001)


def test_a_share_of_what_trees_say():
    seen = columns().astype(np.float32)
    booster = lightgbm.train(SETTINGS, lightgbm.Dataset(seen, seen[:, 1] > 0.5), 10)
    read = read_trees(rows_of(booster, 0.5), groups=[0] * seen.shape[1])
    half = booster.predict(seen, raw_score=True) / 2
    assert read.odds(read.leaves(seen.T)) == pytest.approx(half, abs=0.001)
