"""When a text was written, as far as it is known."""

import datetime

import pytest

from generator.dates.anchor import Anchor, anchor_from

ANCHORS = (
    # EDTF, its bounds, whether days can be counted from it, its year, how it is written as a date
    ("2023-12-28", "2023-12-28", "2023-12-28", True, 2023, "2023-12-28"),
    ("2023-12-28T12:47+00:00", "2023-12-28", "2023-12-28", True, 2023, "2023-12-28"),
    ("2023-12-28~", "2023-12-28", "2023-12-28", True, 2023, "2023-12-28"),
    ("[2023-12-18..2023-12-24]", "2023-12-18", "2023-12-24", True, 2023, "[2023-12-18..2023-12-24]"),
    ("[2023-12-28..2024-01-03]", "2023-12-28", "2024-01-03", True, None, "[2023-12-28..2024-01-03]"),
    ("2023-12-18/2023-12-24", "2023-12-18", "2023-12-24", True, 2023, "[2023-12-18..2023-12-24]"),
    ("2024-02", "2024-02-01", "2024-02-29", True, 2024, "2024-02"),
    ("2023-12", "2023-12-01", "2023-12-31", True, 2023, "2023-12"),
    ("2023", "2023-01-01", "2023-12-31", False, 2023, "2023"),
    ("2023~", "2023-01-01", "2023-12-31", False, 2023, "2023"),
    ("2022/2023", "2022-01-01", "2023-12-31", False, None, "[2022-01-01..2023-12-31]"),
    ("2023-34", "2023-04-01", "2023-06-30", False, 2023, "[2023-04-01..2023-06-30]"),
    ("[2022-03-07,2022-07-03]", "2022-03-07", "2022-07-03", False, 2022, "[2022-03-07..2022-07-03]"),
)


@pytest.mark.parametrize(("edtf", "first", "last", "narrow", "year", "written"), ANCHORS)
def test_an_anchor_is_what_a_date_bounds(edtf, first, last, narrow, year, written):
    anchor = anchor_from(edtf)
    assert anchor == Anchor(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
    assert (anchor.is_narrow, anchor.year, anchor.edtf) == (narrow, year, written)
    assert anchor_from(anchor.edtf) == anchor


@pytest.mark.parametrize(
    "edtf", [None, "", "XXXX-12-28", "no date", "2023-02-30", "2023/..", "../2023", "9999", "0001", "1499"]
)
def test_what_bounds_no_time_of_ours_is_none(edtf):
    assert anchor_from(edtf) is None
