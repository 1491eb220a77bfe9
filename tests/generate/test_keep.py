"""A paragraph keeps its id while it is the same one, moved or reworded; another one gets a new id."""

import pytest

from generator.generate.keep import ALIKE, keep_ids
from tests.builders import draft, entry, segments

FERRY = "The ferry from Norby was late again because of fog."
LIBRARY = "A new library opens in the old mill next spring."
HARVEST = "Farmers expect half of the usual harvest after the frost."


def ids(old, new) -> list[str]:
    before = entry(blocks=segments(*old))
    return [segment.id for segment in keep_ids(draft(*new), before, before).segments]


@pytest.mark.parametrize(
    ("reworded", "kept"),
    [
        # Of its ten words six are there, then five.
        ("The ferry from Norby was late yesterday due to ice.", True),
        ("The ferry from Norby was cancelled yesterday due to ice.", False),
        # A notice of sixteen words: ten of them, then nine.
        ("Please bring the blue form and a valid passport with copies to the desk on Monday.", True),
        ("Please bring the blue form and a valid passport to the desk on the third floor.", False),
    ],
)
def test_reworded_paragraphs_are_the_same_when_three_fifths_of_their_words_are(reworded, kept):
    notice = "Please bring the blue form and a valid permit with two photographs upstairs to room nine."
    was = FERRY if "ferry" in reworded else notice
    assert ALIKE == 0.6
    assert ids([was, LIBRARY], [reworded, LIBRARY]) == (["s1", "s2"] if kept else ["s3", "s2"])


@pytest.mark.parametrize(
    ("reworded", "kept"),
    [
        ("国防部发言人说，演习有800名士兵参加。", True),
        ("国防部发言人吴谦说，参加演习的士兵有800名。", True),
        ("国防部发言人说，演习昨天结束了。", True),
        ("国防部昨天说，演习没有人受伤。", False),
        ("上世纪90年代，这里只有几百户人家。", False),
    ],
)
def test_of_chinese_which_has_no_spaces_characters_are_compared(reworded, kept):
    was = "国防部发言人说，演习有500名士兵参加。"
    assert ids([was, LIBRARY], [reworded, LIBRARY]) == (["s1", "s2"] if kept else ["s3", "s2"])


def test_a_moved_paragraph_keeps_its_id():
    assert ids([FERRY, LIBRARY, HARVEST], [HARVEST, FERRY, LIBRARY]) == ["s3", "s1", "s2"]


def test_a_paragraph_that_moved_and_was_reworded_keeps_its_id():
    late = FERRY.replace("fog", "snow")
    assert ids([FERRY, LIBRARY, HARVEST], [LIBRARY, HARVEST, late]) == ["s2", "s3", "s1"]
    assert ids([FERRY, LIBRARY, HARVEST], [HARVEST, late]) == ["s3", "s1"]


def test_another_paragraph_in_another_place_is_no_moved_one():
    other = "The bus to Norby was on time for once, said the company."
    assert ids([FERRY, LIBRARY, HARVEST], [LIBRARY, HARVEST, other]) == ["s2", "s3", "s4"]


def test_what_reads_the_same_elsewhere_is_found_before_what_reads_alike_here():
    two, four = FERRY.replace("Norby", "Talby"), FERRY.replace("Norby", "Sundby")
    assert ids([FERRY, two, LIBRARY, four], [FERRY, four, LIBRARY]) == ["s1", "s4", "s3"]
