"""The files of the index: small, the same for the same pages, with each word where it stands."""

import gc
import json
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Language
from generator.publish.search import Index, IndexedPage, SearchPage, index, indexed, rows
from generator.publish.search.texts import Passage

DE, EN = Language("de"), Language("en")


def page(url="a/", *passages: Passage, **values) -> SearchPage:
    return SearchPage(url, "A title", EN, passages, **values)


def build_index(pages):
    return dict(Index().files(map(indexed, pages)))


def german(text: str) -> Passage:
    return Passage(text, (DE,), anchor="s1")


def start_of(files) -> dict:
    return json.loads(files["search/start.json"])


def words_of(files) -> dict:
    """By word, its pages with how well it fits them."""
    found = {}
    for name, text in files.items():
        if name.endswith("/words.json"):
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


WORDS = (
    "Hafen",
    "Konferenz",
    "Hafenkonferenz",
    "Friedenskonferenzen",
    "Frieden",
    "Nkonferenz",
    "Mole",
    "die",
)
PASSAGES = st.builds(
    Passage,
    st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join),
    st.sampled_from([(DE,), (EN,), (DE, EN), ()]),
    st.sampled_from([1.0, 0.3, 6.0]),
    st.sampled_from(["s1", None]),
)
PAGES = st.lists(st.lists(PASSAGES, max_size=3), max_size=6)


@given(sites=st.lists(PAGES, min_size=2, max_size=4), data=st.data())
def test_an_index_that_follows_is_as_one_made_anew(sites, data):
    """Whatever pages come, go and change places, those that stay being the objects that they were."""
    following, known = Index(stays=True), list[IndexedPage]()
    for site in sites:
        stay = data.draw(st.lists(st.sampled_from(known), unique_by=id)) if known else []
        new = [indexed(page(f"{number}/", *texts)) for number, texts in enumerate(site)]
        known = data.draw(st.permutations([*stay, *new]))
        assert dict(following.files(known)) == dict(Index().files(known))


@pytest.mark.parametrize(
    ("stay", "before", "after"),
    [
        # The word is in both languages, on two pages still.
        ([german("Mole"), Passage("mole", (EN,))], Passage("mole", (DE, EN)), german("Hafen")),
        # A longer part comes, whose own end is none; then it goes.
        ([german("Hafenkonferenz"), german("Konferenz")], german("Mole"), german("Nkonferenz")),
        ([german("Hafenkonferenz"), german("Konferenz")], german("Nkonferenz"), german("Mole")),
    ],
)
def test_what_a_page_takes_from_a_word_or_gives_to_it_shows_on_others(stay, before, after):
    following, pages = Index(stays=True), [indexed(page(one.text, one)) for one in stay]
    for texts in (before, after):
        site = [*pages, indexed(page("last/", texts))]
        assert dict(following.files(site)) == dict(Index().files(site))


def test_of_a_page_that_stays_nothing_is_computed_again(monkeypatch):
    """But for words that have another part since: a page with a compound is weighed again."""
    weighed, add = [], rows.Weighed.add
    monkeypatch.setattr(rows.Weighed, "add", lambda *given: weighed.append(given[1]) or add(*given))
    texts = ("Ein Hafen", "Die Hafenkonferenz", "Eine Mole", "Kein Hafen")
    pages = [indexed(page(f"{number}/", german(text))) for number, text in enumerate(texts)]
    following = Index(stays=True)

    def weighed_with(number: int, text: str) -> set[int]:
        weighed.clear()
        pages[number] = indexed(page(f"{number}/", german(text)))
        assert dict(following.files(pages)) == dict(Index().files(pages))
        return set(weighed[: -len(pages)])

    assert weighed_with(0, "Ein Hafen") == {0, 1, 2, 3}
    assert weighed_with(3, "Kein Land") == {3}
    assert weighed_with(2, "Die Konferenz") == {1, 2}


def test_what_half_failed_is_forgotten():
    following, pages = Index(stays=True), [indexed(page("a/", german("Hafen")))]
    next(following.files(pages))
    assert following.is_new
    assert dict(following.files(pages)) == dict(Index().files(pages))


def test_chunks_are_small_and_in_order():
    files = build_index([page("a/", german(" ".join(f"wort{number}x" for number in range(20_000))))])
    start = start_of(files)
    texts = [files[f"search/{chunk}/words.json"] for chunk in start["chunks"]]
    assert len(texts) > 5
    assert max(map(len, texts)) < 45_000
    for first, text in zip(start["firsts"][1:], texts[1:], strict=True):
        words = json.loads(text)
        assert next(iter(words)) == first == min(words)


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
