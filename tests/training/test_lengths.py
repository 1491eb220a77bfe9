"""What tells that a translation leaves something out: what it learns from."""

import numpy as np

from generator.checks.pairs.length import LEFT_OUT
from generator.model import ENGLISH, GERMAN
from training.lengths import cut, learn, main


def test_a_clause_is_cut_that_no_other_check_would_miss():
    text = "The mill burned down, which surprised its owner, and 40 people lost their work."
    assert list(cut(text, ENGLISH)) == [
        "which surprised its owner, and 40 people lost their work.",
        "The mill burned down, and 40 people lost their work.",
    ]


def test_the_shorter_one_is_told():
    examples = [((length, length), length < -0.5) for length in np.linspace(-1, 0, 30)]
    constant, *weights = learn(examples)
    assert constant + sum(-0.9 * weight for weight in weights) > 0
    assert constant + sum(-0.1 * weight for weight in weights) < 0


def test_the_weights_are_those_it_learns(capsys):
    """But for what a few pairs that were added since may change."""
    main()
    printed = capsys.readouterr().out
    assert "de en found" in printed
    assert len(LEFT_OUT[GERMAN, ENGLISH]) == len(LEFT_OUT[ENGLISH, GERMAN]) == 7
