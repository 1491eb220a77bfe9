"""The translation of a title goes into the header, whose other lines stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.entry_file import load_entry
from generator.content.put_title import put_title
from generator.errors import InputError
from generator.model import Slug

OTHERS = "# Mine.\ndate: '2024-02-12'   # sure\nlanguage: de\n"
BODY = "---\n\nEins.\n{: #s1 lang=de }\n\nOne.\n{: lang=en }\n"
TRANSLATED = (
    "title: Two ships\noriginal_title: Zwei Schiffe\n",
    'title: "Two ships"  # better?\noriginal_title: Zwei Schiffe\n',
    "original_title: Zwei Schiffe\ntitle: >-\n  Two\n  ships\n",
    "title: Zwei Schiffe\ntranslated_title: 'Two ships'\n",
    "translated_title: |-\n  Two ships\n\n# The other:\ntitle: Zwei Schiffe\n",
)


def page(titles: str) -> str:
    return f"---\n{titles}{OTHERS}{BODY}"


def put(text: str, words: str, *, is_shown: bool = True) -> str:
    return put_title(text, load_entry(text, Slug(""), "e.md"), words, "e.md", is_shown=is_shown)


@pytest.mark.parametrize("titles", TRANSLATED)
@given(words=st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1).map(str.split))
def test_any_words_take_the_place_of_those_there_and_nothing_else_changes(titles, words):
    if not (title := " ".join(words)):
        return
    before, text = page(titles), put(page(titles), title)
    entry = load_entry(text, Slug(""), "e.md")
    assert (entry.own_title, entry.other_title) == ("Zwei Schiffe", title)
    assert text.endswith(OTHERS + BODY)
    kept = [line for line in before.splitlines() if line.startswith(("#", "original"))]
    assert set(kept) <= set(text.splitlines())


@pytest.mark.parametrize(
    ("is_shown", "titles"),
    [
        (True, "title: Two ships\noriginal_title: Zwei Schiffe\n"),
        (False, "title: Zwei Schiffe\ntranslated_title: Two ships\n"),
    ],
)
def test_where_there_was_none_the_title_of_the_sites_language_comes_first(is_shown, titles):
    assert put(page("title: Zwei Schiffe\n"), "Two ships", is_shown=is_shown) == page(titles)


def test_a_title_that_was_changed_meanwhile_is_left():
    seen = load_entry(page(TRANSLATED[0]), Slug(""), "e.md")
    with pytest.raises(InputError, match="changed meanwhile"):
        put_title(page(TRANSLATED[1].replace("Two", "Three")), seen, "Two", "e.md", is_shown=True)


def test_a_header_that_can_not_be_changed_is_left_and_told():
    text = f"---\n{{title: Two ships, original_title: Zwei Schiffe, language: de}}\n{BODY}"
    with pytest.raises(InputError, match="without touching the rest"):
        put(text, "Three ships")
