"""An entry comes back from JSON as it was, in every field's own type."""

import pytest
from hypothesis import given

from generator.content.parsed import BROKEN, from_json, to_json
from generator.model import Entry
from tests.content.test_entry_file import ENTRIES


@given(ENTRIES)
def test_comes_back_as_it_was(entry: Entry) -> None:
    back = from_json(to_json(entry))
    assert back == entry
    # Texts are equal to members of an enumeration, lists are not to tuples.
    assert repr(back) == repr(entry)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"{}",
        b"[" * 10_000,
        b'{"=": "Path"}',
        b'{"=": "Span", "start": 1}',
        b'{"=": "Entry", "x": 1}',
    ],
)
def test_what_was_not_written_here_is_refused(data: bytes) -> None:
    with pytest.raises(BROKEN):
        from_json(data)
