"""What several reasons tell together."""

import pytest

from generator.dates.anchor import Witness, agree, anchor_from, hull, in_edtf
from generator.model import Evidence

TOGETHER = (
    ([], None),
    (["2023"], "2023"),
    (["2023", "2023-12"], "2023-12"),
    (["2023-12", "2023"], "2023-12"),
    (["[2023-12-18..2023-12-24]", "2023"], "[2023-12-18..2023-12-24]"),
    (["[2023-12-30..2024-01-05]", "2024"], "[2024-01-01..2024-01-05]"),
    (["2022", "2023"], None),
    (["2023-11", "2023-12"], None),
    (["2023", "2023-11", "2023-12"], None),
)


@pytest.mark.parametrize(("spans", "expected"), TOGETHER)
def test_witnesses_agree_on_what_all_of_them_allow(spans, expected):
    together = agree(Witness(Evidence(span), (anchor_from(span),)) for span in spans)
    assert (in_edtf(together) if together else None) == expected


def one_of(*spans):
    return Witness(Evidence(""), tuple(anchor_from(span) for span in spans))


def test_of_several_times_those_are_left_that_all_allow():
    weeks = one_of("[2021-05-03..2021-05-09]", "[2023-06-12..2023-06-18]", "[2023-12-18..2023-12-24]")
    left = agree([weeks, one_of("2023")])
    assert in_edtf(left) == "[2023-06-12..2023-06-18,2023-12-18..2023-12-24]"
    assert hull(left) == anchor_from("[2023-06-12..2023-12-24]")
    assert in_edtf(agree([weeks, one_of("2023"), one_of("2023-12-20")])) == "2023-12-20"
    assert in_edtf(agree([one_of("2023-06-15", "2023-12-20"), weeks])) == "[2023-06-15,2023-12-20]"
    assert agree([weeks, one_of("2022")]) == ()
    assert hull(()) is None
