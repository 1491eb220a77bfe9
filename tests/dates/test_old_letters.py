"""Long s, the hyphen of black letter, and what a pattern takes for i: read as today's, kept as written."""

import pytest

from generator.dates.find import find_dates

CASES = (
    ("Das geſchah geſtern.", "geſtern", "XXXX-XX-XX"),
    ("Er kam am 3. Auguſt 1789 nach Köln.", "3. Auguſt 1789", "1789-08-03"),
    ("Es endete im Auguſt 1789.", "Auguſt 1789", "1789-08"),
    ("Sie ſegeln ſeit Dienſtag.", "ſeit Dienſtag", "XXXX-XX-XX"),
    ("Die letzte Sonnabend⸗Ausgabe vom 4. Auguſt 1801", "4. Auguſt 1801", "1801-08-04"),
    # not German at all: İ and ı match i where case is ignored
    ("They met on Frıday.", "Frıday", "XXXX-XX-XX"),
    ("They met on FRİDAY.", "FRİDAY", "XXXX-XX-XX"),
)


@pytest.mark.parametrize(("text", "quote", "edtf"), CASES)
def test_a_date_in_old_letters_is_found_and_kept_as_written(text, quote, edtf):
    assert [(date.quote.removeprefix("on "), date.gives) for date in find_dates(text)] == [(quote, edtf)]
