"""The files of the index: small, the same for the same pages, with each word where it stands."""

import gc
import json
import warnings

import pytest

from generator.model import Language
from generator.publish.search import SearchPage, index, indexed
from generator.publish.search.texts import Passage

DE, EN = Language("de"), Language("en")


def page(url="a/", *passages: Passage, **values) -> SearchPage:
    return SearchPage(url, "A title", EN, passages, **values)


def build_index(pages):
    return dict(index.build_index(map(indexed, pages)))


def german(text: str) -> Passage:
    return Passage(text, (DE,), anchor="s1")


def start_of(files) -> dict:
    return json.loads(files["search/start.json"])


def words_of(files) -> dict:
    """By word, its pages with how well it fits them."""
    found = {}
    for name, text in files.items():
        if "/words-" in name:
            found |= {word: _pages(row) for word, row in json.loads(text).items()}
    return found


def _pages(row: list[int]) -> dict[int, int]:
    pages, number = {}, 0
    for step, fit in zip(row[1::2], row[2::2], strict=True):
        number += step
        pages[number] = fit
    return pages


def test_each_word_is_where_it_stands():
    files = build_index([page("a/", german("Ein Hafen")), page("b/", german("Kein Hafen und eine Mole"))])
    words = words_of(files)
    assert set(words["hafen"]) == {0, 1}
    assert set(words["mole"]) == {1}


def test_a_title_weighs_more_than_a_text():
    files = build_index(
        [page("a/", Passage("harbour", (EN,), 6.0)), page("b/", Passage("harbour", (EN,), anchor="s1"))]
    )
    fits = words_of(files)["harbour"]
    assert fits[0] > fits[1]


def test_a_compound_is_found_by_its_end_but_less():
    files = build_index([page("a/", german("Hafenkonferenz")), page("b/", german("Konferenz"))])
    fits = words_of(files)["konferenz"]
    assert fits[1] > fits[0] > 0


def test_english_words_have_no_parts():
    files = build_index(
        [page("a/", Passage("commission", (EN,), anchor="s1")), page("b/", german("Mission"))]
    )
    assert set(words_of(files)["mission"]) == {1}


def test_dates_are_words():
    files = build_index([page("a/", dates=(("2023-12-28", 6.0),))])
    assert set(words_of(files)["2023-12-28"]) == {0}


def test_equal_pages_give_equal_files():
    pages = [page(f"{number}/", german(f"Hafen Nummer {number}")) for number in range(20)]
    assert build_index(pages) == build_index(list(pages))


def test_other_texts_are_at_other_addresses():
    """A browser may keep what it has: nothing there ever changes but the list of what there is."""
    before, after = build_index([page("a/", german("Hafen"))]), build_index([page("a/", german("Mole"))])
    assert set(before) & set(after) == {"search/start.json"}


def test_chunks_are_small_and_in_order():
    files = build_index([page("a/", german(" ".join(f"wort{number}x" for number in range(20_000))))])
    chunks = [json.loads(text) for name, text in sorted(files.items()) if "/words-" in name]
    assert len(chunks) > 5
    assert max(len(text) for name, text in files.items() if "/words-" in name) < 45_000
    for number, first in enumerate(start_of(files)["chunks"][1:], 1):
        chunk = json.loads(files[next(name for name in files if name.endswith(f"/words-{number}.json"))])
        assert next(iter(chunk)) == first == min(chunk)


def test_a_site_without_pages_has_an_index():
    assert start_of(build_index([]))["pages"] == []


def test_an_index_that_can_not_be_written_leaves_nothing_open(tmp_path):
    (tmp_path / "search").write_text("a file where a folder should be")
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        with pytest.raises(OSError, match="search"):
            index.write_index(tmp_path, [indexed(page())])
        gc.collect()
    assert not warned
