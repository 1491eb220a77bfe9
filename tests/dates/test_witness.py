"""What several reasons tell together."""

import pytest

from generator.dates.anchor import anchor_from
from generator.dates.witness import Witness, agree
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
    anchor = agree(Witness(Evidence(span), anchor_from(span)) for span in spans)
    assert (anchor and anchor.edtf) == expected
