"""Where the stamp that a line opens with ends, on whatever line it stands."""

import pytest

from generator.dates.dateline import end_of_stamp

REST = "Council of Millport meets"


@pytest.mark.parametrize(
    "stamp",
    [
        "12.06.2017 ",
        "12/06/2017 - ",
        "June 12, 2017 | ",
        "Stand: 12. Juni 2017 ",
        "[Harbour Board - 12 June 2017] ",
    ],
)
def test_a_stamp_ends_before_what_it_belongs_to(stamp):
    assert end_of_stamp(f"{stamp}{REST}") == len(stamp)


@pytest.mark.parametrize(
    "line",
    [f"9 November 1989 – {REST}", f"Harbour Board - 12 June 2017 {REST}", "12.06.2017 | Millport council"],
)
def test_a_day_in_words_may_be_what_a_headline_is_about(line):
    assert end_of_stamp(line) == 0
