"""What the header's weights are learned from: folders of pages, and the choices made of them."""

import json

import pytest

from tests.generate.header.pages import TEXT, TITLE
from training.header.examples import author_examples, date_examples, publisher_examples, title_examples
from training.header.learn import chosen, learn, learn_choice
from training.header.pages import folded, read_pages

PAGE = "\n".join((f"{TITLE} | Millport Courier", TITLE, "By Jane Sample", "28 April 2021", *TEXT))
HTML = (
    "<html><head><meta property='og:site_name' content='Millport Courier'></head><body><h1>"
    f"{TITLE}</h1><p>{'</p><p>'.join(TEXT)}</p></body></html>"
)
KNOWN = {"title": TITLE, "date": ["2021-04-28", "2021-04-29"], "author": "Jane Sample"}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "html").mkdir()
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    (tmp_path / "html" / "a.html").write_text(HTML, "utf-8")
    (tmp_path / "b.txt").write_text("\n".join((TITLE, *TEXT)), "utf-8")
    nothing = {"title": TITLE, "publisher": [], "author": [], "date": ""}
    (tmp_path / "gold.json").write_text(json.dumps({"a": KNOWN, "b": nothing}), "utf-8")
    return tmp_path


def test_what_gold_leaves_open_markup_says(folder):
    first, second = read_pages(folder)
    assert (first.publisher, first.author, first.day) == (
        ("millport courier",),
        ("jane sample",),
        ("2021-04-28", "2021-04-29"),
    )
    assert (second.publisher, second.author, second.day) == ((), (), None)


@pytest.mark.parametrize(
    ("make", "right"),
    [
        (title_examples, TITLE.casefold()),
        (publisher_examples, "millport courier"),
        (author_examples, "jane sample"),
        (date_examples, "2021-04-28"),
    ],
)
def test_the_right_candidates(folder, make, right):
    first = next(one for one in make(list(read_pages(folder))) if one.page == "a" and not one.is_made)
    assert {one for one, mark in zip(first.given, first.right, strict=True) if mark} == {right}


def test_a_page_that_names_nobody_teaches_that_there_may_be_none(folder):
    examples = [one for one in publisher_examples(list(read_pages(folder))) if one.page == "b"]
    assert examples[0].none_is_right
    assert examples[0].is_learned_from
    assert not examples[0].is_wanted


def test_what_is_learned_chooses_right(folder, capsys):
    examples = list(title_examples(list(read_pages(folder))))
    weights = learn([one for one in examples if one.is_learned_from], {})
    assert chosen(examples[0], weights, 0.0) == TITLE.casefold()
    learned = learn_choice(examples, {"a list item": -4.0}, 0.0)
    assert learned["weights"]["a list item"] == -4.0
    assert "out of fold" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "words"),
    [("www.Courier.com", "courier"), ("The Courier", "courier"), ("The", "the"), ("Courier", "courier")],
)
def test_names_are_compared_without_what_sites_add(name, words):
    assert folded(name) == words
