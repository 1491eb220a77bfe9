"""Numbers of Chinese texts, and what they say."""

import pytest

from generator.checks.pairs import Knowledge, PairText, check_pair
from generator.checks.pairs.chinese import numbers_in
from generator.model import Language

ZH, EN = Language("zh"), Language("en")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.3万亿元", ["1300000000000"]),
        ("12万人", ["120000"]),
        ("三十五人", ["35"]),
        ("一千二百米", ["1200"]),
        ("十五亿元", ["1500000000"]),
        ("二〇一九年", ["2019", "2", "0", "1", "9"]),
        ("百分之五点六", ["100", "5.6", "6", "0.056"]),
        ("两成", ["20"]),
        ("两个半小时", ["2.5", "2"]),
        ("下午3点20分", ["3:20", "3", "20"]),
        ("3至5万", ["3", "30000", "50000"]),
        ("90年代", ["90", "1990"]),
        ("十四五", ["14", "5"]),
        ("无", []),
    ],
)
def test_numbers_are_read(text, said):
    assert [value for one in numbers_in(text) for reading in one.readings for value in reading] == said


@pytest.mark.parametrize(
    ("source", "target", "checks"),
    [
        ("桥长1200米。", "The bridge is 1,200 metres long.", []),
        ("桥长1200米。", "The bridge is 2,100 metres long.", ["numbers"]),
        ("来了三十五人。", "There came 35 people.", []),
        ("来了三十五人。", "There came 53 people.", ["numbers"]),
        ("粮食1.3万斤。", "The grain weighs 6.5 tonnes.", []),
        ("他们一致同意。", "They agreed unanimously.", []),
        ("3月5日开始。", "It begins on 5 March.", []),
    ],
)
def test_numbers_are_compared(source, target, checks):
    for pair in (PairText(source, target, ZH, EN), PairText(target, source, EN, ZH)):
        assert [one.check for one in check_pair(pair, Knowledge())] == checks


def test_numbers_of_a_language_that_is_not_known_are_not_compared():
    pair = PairText("Il y en a soixante.", "There are 60 of them.", Language("fr"), EN)
    assert check_pair(pair, Knowledge()) == ()
