"""What an entry's file is called."""

from dataclasses import replace

from generator.content.addresses import free_name, is_named_for
from tests.builders import entry


def test_no_two_entries_get_one_name():
    """Not even where dates, titles and the beginnings of hashes are alike: one would overwrite the other."""
    taken = set()
    for number in range(3):
        one = entry("e", title="Talks", date="2023-12-28")
        one = replace(one, source=replace(one.source, sha256="0123abcd" + f"{number}" * 56))
        name = free_name(one, taken)
        assert name not in taken
        assert is_named_for(name, one)
        taken.add(name)
    assert len(taken) == 3
