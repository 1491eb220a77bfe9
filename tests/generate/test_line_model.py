"""The learned model: trees give what they say, lines are seen as they are, any page is judged."""

import numpy as np
import pytest

from generator.generate.clean.features import page_features
from generator.generate.clean.line_words import page_words, topic, word_features
from generator.generate.clean.model import line_model
from generator.generate.clean.places import block_places, segment_place, shifted
from generator.generate.clean.trees import LEAVES, read_trees

TREE = [0, 2.5, 0.0, [1, 0.5, -1.0, -2.0, 0.0], 1.0]
"""Small and low: -2; small and high: 0; else 1."""


@pytest.mark.parametrize(("row", "owed"), [((2, 0), (-1, -1)), ((2.5, 1), (-1, 1)), ((3, 0), (1, 0))])
def test_a_tree_gives_its_leaf_and_says_to_what_it_is_owed(row, owed):
    trees = read_trees([TREE], groups=[0, 1])
    leaves = trees.leaves(np.array([row], np.float32).T)
    assert trees.owed_to(leaves).tolist() == [list(owed)]
    assert trees.odds(leaves).tolist() == [sum(owed)]


def test_answers_of_trees_add_up():
    trees = read_trees([TREE, TREE, 0.5], groups=[0, 0])
    assert trees.odds(trees.leaves(np.array([[3, 0], [0, 0]], np.float32).T)).tolist() == [2.5, -3.5]


def test_a_tree_has_no_more_leaves_than_bits():
    model = line_model()
    for trees in (model.first, model.second):
        assert len(trees.features) / (LEAVES - 1) == len(trees.values) / LEAVES


def test_a_line_is_seen_as_it_is():
    texts = ["Home | News", "Ten ships left the port on 3 May, officials said."]
    seen = page_features(texts, page_words(texts), {"home": -2.0, "news": -1.5})
    assert seen["ends sentence"].tolist() == [0, 1]
    assert seen["bars"].tolist() == [1, 0]
    assert seen["capitals"].tolist() == pytest.approx([1, 0.2])
    assert seen["lowest word weight"].tolist() == [-2, 0]
    assert seen["second lowest word weight"].tolist() == [-1.5, 0]
    assert seen["weight against"].tolist() == [-3.5, 0]
    assert seen["dates"][1] > 0 == seen["dates"][0]


def test_a_date_in_figures_counts_for_its_own_line():
    texts = ["None", "3.5.2021", "", "on 2021-05-03, 12:30"]
    assert word_features(texts, page_words(texts), {})["dates"].tolist() == pytest.approx(
        [0, 1 / 3, 0, 2 / 6]
    )


def test_words_of_other_lines_make_the_topic():
    texts = ["Harbour", "The harbour of Sample was closed by the city for a week after the storm.", "Contact"]
    words = page_words(texts)
    assert topic(words, np.array([0, 1, 0], np.float32)).tolist() == [0.5, 0, 0]


def test_lines_that_come_in_turn_are_like_those_some_lines_on():
    turns = ["Ten ships leave port", "3 May 2021"] * 4
    seen = page_features(turns, page_words(turns), {})
    assert max(seen["differs from second"][:-1]) == 0 < min(seen["differs from next"])


def test_what_part_of_the_page_a_block_is_is_seen():
    seen = block_places(np.array([1, 0, 1, 0, 0, 0, 1], bool), np.array([2, 0, 4, 0, 0, 0, 2.0]), gap=1)
    assert seen["block's share"].tolist() == [0.75, 0.75, 0.75, 0, 0, 0, 0.25]
    assert np.sign(seen["to greatest block"]).tolist() == [0, 0, 0, 1, 1, 1, 1]


def test_a_run_of_lines_with_the_greatest_sum_is_found():
    inside, into, out_of = segment_place(np.array([-1, 2, -1, 3, -9, 2.0]))
    assert inside.tolist() == [0, 1, 1, 1, 0, 0]
    assert (into[1], out_of[3]) == (0, 0)
    assert into[0] < 0 > out_of[4]


def test_beyond_the_page_is_no_neighbour():
    moved = shifted({"length": np.array([1, 2, 3], np.float32)}, (-1, 5))
    assert moved["length at -1"].tolist() == [-1, 1, 2]
    assert moved["length at +5"].tolist() == [-1, -1, -1]


@pytest.mark.parametrize("texts", [["."], ["漢字。"], ["a" * 50_000], ["\ud83d"], ["😀 | 1"] * 3_000])
def test_any_page_is_judged(texts):
    judged = line_model().judge(texts)
    assert len(judged.scores) == len(texts)
    assert np.isfinite(judged.scores).all()
