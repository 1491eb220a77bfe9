"""What a message quotes of two versions."""

import pytest

from generator.content.conflicts import PLACES, SHOWN, differing

LONG = " ".join(f"word{number}" for number in range(60))


@pytest.mark.parametrize(
    ("mine", "new", "quoted"),
    [
        ("One quay.", "Two quays.", ("“One quay.”", "“Two quays.”")),
        ("", "Two quays.", ("“”", "“Two quays.”")),
        (f"{LONG} 1 quay.", f"{LONG} 7 quay.", ("“… word57 word58 word59 1 quay.”",) * 2),
        (f"1 quay {LONG}", f"7 quay {LONG}", ("“1 quay word0 …”",) * 2),
    ],
)
def test_versions_are_quoted_around_what_differs(mine, new, quoted):
    assert differing(mine, new) == (quoted[0], quoted[1].replace("1 quay", "7 quay"))


def test_what_either_side_changed_is_quoted_wherever_it_stands():
    """An editor's word at the front hides no number that the source changed at the end."""
    mine, new = differing(f"A fine harbour {LONG} 1 quay.", f"A harbour {LONG} 7 quays.")
    assert mine == "“A fine harbour word0 … word57 word58 word59 1 quay.”"
    assert new == "“A harbour word0 … word57 word58 word59 7 quays.”"


def test_of_many_places_the_first_are_quoted():
    words = LONG.split(" ")
    other = " ".join("changed" if number % 10 == 0 else word for number, word in enumerate(words))
    mine, new = differing(LONG, other)
    assert new.count("changed") == PLACES
    assert mine.endswith(" …”")
    mine, new = differing("one " * 500, "two " * 500)
    assert len(mine) <= SHOWN + 5
