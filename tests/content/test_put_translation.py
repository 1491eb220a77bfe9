"""Other words take an editor's marks along, or are left; a title's go into the header and nowhere else."""

from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.content.entry_file import load_entry
from generator.content.put_translation import put_title, reworded
from generator.errors import InputError
from generator.language.markup import escape, plain
from generator.model import Language, Rendering, Slug

WORDS = ("ships", "the", "sea", "a_b", "2024", "left.", "Two", "[sic]", "and", "harbour,")
MARKS = ("{}", "{}", "{}", "**{}**", "*{}*", "[{}](https://e.org/a_b)", "{}[^1]", "{}[^n]", "[{}](b.md)")
TYPED = ("**", "(https://e.org/a_b)", "(b.md)", "[^1]", "[^n]")

marked = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS)), min_size=1, max_size=12)
edits = st.lists(st.tuples(st.integers(0, 11), st.sampled_from(("", *WORDS)), st.booleans()), max_size=3)


def typed(markdown: str) -> Counter[str]:
    return Counter({mark: markdown.count(mark) for mark in TYPED})


@given(marked, edits)
def test_no_mark_is_lost_in_silence_whatever_a_translator_changes(words, changes):
    there = Rendering(Language("en"), " ".join(mark.format(escape(word)) for word, mark in words))
    new = plain(there.text).split()
    for place, word, is_put_in in changes:
        start = place % (len(new) + 1)
        new[start : start + (not is_put_in)] = [word] if word else []
    wanted = " ".join(new)
    assume(wanted)
    given_back = reworded(there, wanted)
    if given_back is not None:
        assert plain(given_back).split() == wanted.split()
        assert typed(given_back) == typed(there.text)
    if wanted.split() == plain(there.text).split():
        assert given_back is not None


@pytest.mark.parametrize(
    ("wanted", "becomes"),
    [
        (
            "The two ships left Norby in the evening.",
            "The **two** ships[^1] left [Norby](b.md) in the evening.[^2]",
        ),
        ("The two ships left Nordby at noon.", "The **two** ships[^1] left [Nordby](b.md) at noon.[^2]"),
        ("The three ships left Norby at night.", "The **three** ships[^1] left [Norby](b.md) at night.[^2]"),
        ("The two ships left the town in the evening.", None),
        ("The ships left Norby at noon.", None),
        ("The two vessels sailed from Norby at noon.", None),
    ],
)
def test_marks_stand_at_their_words_or_between_those_around_them(wanted, becomes):
    text = "The **two** ships[^1] left [Norby](b.md) at noon.[^2]"
    assert reworded(Rendering(Language("en"), text), wanted) == becomes


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
