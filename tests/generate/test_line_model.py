"""The learned model: trees give what they say, lines are seen as they are, any page is judged."""

import numpy as np
import pytest

from generator.generate.clean.features import page_features, segment_place, shifted
from generator.generate.clean.model import line_model
from generator.generate.clean.trees import LEAVES, read_trees

TREE = [0, 2.5, 0.0, [1, 0.5, -1.0, -2.0, 0.0], 1.0]
"""Small and low: -2; small and high: 0; else 1."""


@pytest.mark.parametrize(("row", "owed"), [((2, 0), (-1, -1)), ((2.5, 1), (-1, 1)), ((3, 0), (1, 0))])
def test_a_tree_gives_its_leaf_and_says_to_what_it_is_owed(row, owed):
    trees = read_trees([TREE], groups=[0, 1])
    assert trees.answers(np.array([row], np.float32)).tolist() == [list(owed)]
    assert trees.start == 0


def test_answers_of_trees_add_up():
    trees = read_trees([TREE, TREE, 0.5], groups=[0, 0])
    assert trees.answers(np.array([[3, 0], [0, 0]], np.float32)).sum(axis=1).tolist() == [2.0, -4.0]
    assert trees.start == 0.5


def test_a_tree_has_no_more_leaves_than_bits():
    model = line_model()
    assert model.first.owed.shape[1] == model.second.owed.shape[1] == LEAVES


def test_a_line_is_seen_as_it_is():
    seen = page_features(["Home | News", "Ten ships left the port on 3 May, officials said."], {"home": -2.0})
    assert seen["ends sentence"].tolist() == [0, 1]
    assert seen["bars"].tolist() == [1, 0]
    assert seen["capitals"].tolist() == pytest.approx([1, 0.2])
    assert seen["lowest word weight"].tolist() == [-2, 0]
    assert seen["dates"][1] > 0 == seen["dates"][0]


def test_a_run_of_lines_with_the_greatest_sum_is_found():
    inside, into, out_of = segment_place(np.array([-1, 2, -1, 3, -9, 2.0]))
    assert inside.tolist() == [0, 1, 1, 1, 0, 0]
    assert (into[1], out_of[3]) == (0, 0)
    assert into[0] < 0 > out_of[4]


def test_beyond_the_page_is_no_neighbour():
    assert shifted(np.array([1, 2, 3], np.float32), -1).tolist() == [-1, 1, 2]
    assert shifted(np.array([1, 2, 3], np.float32), 5).tolist() == [-1, -1, -1]


@pytest.mark.parametrize("texts", [["."], ["漢字。"], ["a" * 50_000], ["\ud83d"], ["😀 | 1"] * 3_000])
def test_any_page_is_judged(texts):
    judged = line_model().judge(texts)
    assert len(judged.scores) == len(texts)
    assert np.isfinite(judged.scores).all()
