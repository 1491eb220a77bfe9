"""Which round of a series a text names."""

import pytest

from generator.dates.anchor import in_edtf
from generator.dates.passages import read_passages
from generator.dates.record_facts import RecordFacts
from generator.dates.rounds import named_rounds
from generator.model import DatedFact
from generator.names.index import NameIndex
from tests import kinds
from tests.builders import record

RECORDS = {
    "regatta": record(
        "regatta",
        kinds.EXERCISE,
        "harbour regatta",
        "Hafenregatta",
        dates=tuple(
            DatedFact("held", f"20{number:02}-06-06", "a source", round=number) for number in range(1, 25)
        ),
    )
}


def rounds(text, language="en", opening=("s1",)):
    passages = read_passages([("s1", text)], language, NameIndex(RECORDS))
    return list(named_rounds(passages, RecordFacts(RECORDS), opening))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("the 22nd harbour regatta", 22),
        ("the 22nd round of the \u201charbour regatta\u201d", 22),
        ("the sixth harbour regatta", 6),
        ("a harbour regatta, the sixth of its kind since 2001", 6),
        ("a harbour regatta for a sixth time", 6),
        ("die 22. Hafenregatta", 22),
        ("die 22. Runde der Hafenregatta", 22),
        ("die sechste Hafenregatta", 6),
        ("die einundzwanzigste Hafenregatta", 21),
        ("der dreizehnten Hafenregatta", 13),
        ("the twenty-first harbour regatta", 21),
        ("Peter II of the old harbour regatta", None),
        ("zum sechsten Mal die Hafenregatta", 6),
        ("die Hafenregatta zum sechsten Mal", 6),
        # of something else
        ("the second day of the sixth harbour regatta", 6),
        ("the 22nd anniversary of the harbour regatta", None),
        ("der 22. Jahrestag der Hafenregatta", None),
        ("the second day of the harbour regatta", None),
        ("on 6. June the harbour regatta", None),
        ("the harbour regatta was second to none", None),
        # the first may be that of the year
        ("the first harbour regatta of the year", None),
        # not the one that is reported
        ("the biggest since the 20th harbour regatta", None),
        ("including the 20th harbour regatta", None),
        # no day is known
        ("the 30th harbour regatta", None),
    ],
)
def test_a_number_counts_the_name_beside_it(text, number):
    language = "de" if "Hafen" in text else "en"
    found = rounds(f"{text} was seen.", language)
    assert [one.fact.round for one in found] == ([number] if number else [])


def test_a_round_tells_when_its_text_was_written():
    def written(text, opening=("s1",)):
        (one,) = rounds(text, opening=opening)
        return in_edtf(one.witness.spans), one.is_reported

    assert written("They sailed the 22nd harbour regatta.") == ("[2022-06-06..2022-06-19]", True)
    # 6 June 2022 was a Monday
    assert written("They sailed the 22nd harbour regatta on Monday.") == ("[2022-06-06..2022-06-12]", True)
    assert written("They sailed the 22nd harbour regatta, he said on Friday.") == (
        "[2022-06-06..2022-06-19]",
        False,
    )
    assert written("They sailed the 22nd harbour regatta.", opening=()) == ("[2022-06-06..2023-06-07]", False)
    assert written("They will sail the 22nd harbour regatta.") == ("[2022-04-22..2022-06-06]", False)
