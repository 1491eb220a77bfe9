"""What editors say about links, from either side."""

from generator.links.connect import read_wishes
from tests.links.chronicle import entry


def test_wishes_count_for_both_entries_and_only_for_what_is_there():
    entries = {
        one.slug: one
        for one in (
            entry("a", related=("b", "gone"), not_related=("c", "a")),
            entry("b", not_related=("a", "c")),
            entry("c", related=("c",)),
        )
    }
    wishes = read_wishes(entries)
    assert wishes.related == {("a", "b")}
    assert wishes.apart == {("a", "c"), ("b", "c")}
