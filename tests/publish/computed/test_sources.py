"""Publishers by name, with the languages and entries there are of each."""

import pytest

from generator.model import Language, Source
from generator.publish.computed.sources import find_sources, who_published
from generator.publish.computed.timeline import build_timeline
from tests.publish.support import EN, entry, pages_of, text_of, url_for


def by(slug: str, publisher: str | None, seed: str = "s.txt", **values):
    return entry(slug, source=Source(seed, "x", publisher), **values)


ENTRIES = (
    by("a", "Xinhua", date="2023-01-01", language=EN),
    by("b", None, date="2023-01-02"),
    by("c", "agency", date="2022", language=Language("zh")),
    by("d", "Xinhua", language=Language("de")),
    by("e", "Xinhua", date="2021"),
    by("own", None, seed="", date="2020"),
)


@pytest.mark.parametrize(
    ("publisher", "url", "shown"),
    [
        ("Xinhua", "https://example.org/a", "Xinhua"),
        (None, "https://www.example.org:8080/a", "example.org"),
        (None, "http://[", ""),
        (None, "no address", ""),
        (None, None, ""),
    ],
)
def test_the_host_stands_for_a_publisher_that_is_not_known(publisher, url, shown):
    assert who_published(Source("s.txt", "x", publisher, url=url)) == shown


def test_publishers_are_in_order_of_name_with_the_unknown_last():
    found = find_sources(build_timeline(ENTRIES))
    assert [one.name for one in found] == ["agency", "Xinhua", ""]
    assert [one.slug for one in found[1].entries] == ["e", "a", "d"]
    assert found[1].languages == ["de", "en"]


def test_the_page_lists_languages_counts_and_entries():
    page = pages_of(ENTRIES).sources(url_for)
    assert "Xinhua 3 entries · German, English" in text_of(page)
    assert "Publisher unknown 1 entry · German" in text_of(page)
    assert '<a href="../entries/a/"' in page
    assert "No sources yet." in pages_of().sources(url_for)
