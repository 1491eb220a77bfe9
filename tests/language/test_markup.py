"""Untrusted text stays text: shown exactly as it stands, never as markup."""

from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.content.body import parse_body
from generator.language.markup import escape, plain
from generator.model import Segment
from generator.publish.mkdocs.set_up import EXTENSIONS

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '<div markdown="1">**bold**</div>',
    '<a href="javascript:alert(1)">x</a>',
    "</p><script>alert(1)</script><p>",
    "<!-- comment -->",
    "<?php echo 1 ?>",
    "<![CDATA[x]]>",
    "<http://example.org/>",
    "<someone@example.org>",
    "< script >",
    "5 < 6 > 4",
    "text {: onclick=alert(1) }",
    '{: #s1 onclick="alert(1)" }',
    "{: #s1 lang=de }",
    "{#id .class}",
    "![x](http://example.org/a.png)",
    "![x][y]",
    "[x](javascript:alert(1))",
    "[x](http://example.org 'title')",
    "[x]: http://example.org",
    "[x][y]",
    "[^1]",
    "[^1]: a note",
    "*[abbr]: what it means",
    "[TOC]",
    "[ ] to do",
    "[[wiki]]",
    "---",
    "***",
    "___",
    "- - -",
    "{{ 7*7 }}",
    "{% include 'x' %}",
    "# heading",
    "#",
    "## heading ##",
    "#!python",
    "===",
    "=== ",
    '=== "Tab"',
    "=",
    "-",
    "--",
    "| a | b |",
    "a | b",
    "|---|",
    "1. item",
    "1) item",
    "1.",
    "2022. Das Jahr",
    "12. März 2022",
    "- item",
    "* item",
    "+ item",
    "> quote",
    ">>> x",
    "!!! note",
    '!!! danger "Title"',
    "??? note",
    "???+ note",
    "/// note",
    "::: module",
    ": definition",
    ":smile:",
    "~~~",
    "~~~ python",
    "```",
    "``` html",
    "`code`",
    "``a ` b``",
    "`",
    "**bold**",
    "*it*",
    "__bold__",
    "_it_",
    "***",
    "*",
    "snake_case_name",
    "2 * 3 * 4",
    "$x$",
    "$$x$$",
    "^^ins^^",
    "~~del~~",
    "==mark==",
    '--8<-- "pyproject.toml"',
    "&lt;script&gt;",
    "&amp;",
    "&amp;amp;",
    "&",
    "AT&T; R&D",
    "&#60;b&#62;",
    "&#x3c;b&#x3e;",
    "&nbsp;",
    "&copy; 2023",
    "\\",
    "\\\\",
    "\\<b>",
    "\\*not\\*",
    "ends with a backslash\\",
    "C:\\Users\\[x]",
    "http://example.org/a_b_c",
    "www.example.org",
    '"quoted"',
    "'quoted'",
    "„Anführung“ – so",
    "@someone",
    "%x%",
    "klzzwxh:0000",
    "wzxhzdk:0",
    "…",
    "日本語 _и_ русский",
    "\N{GRINNING FACE} *emoji*",
    "x" * 5000 + "[" * 50,
)


def one_line() -> st.SearchStrategy[str]:
    """One line of text, as reading leaves it: no control characters, no line separators."""
    return st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")))


def hostile_line() -> st.SearchStrategy[str]:
    """What a line of a seed may be: no space around it, single spaces inside."""
    characters = st.sampled_from("<>&;#[](){}:!?|`*_~=-+.,\"'\\^$%@/ abXx019ä„")
    pieces = st.sampled_from(HOSTILE[:-1])
    mixed = st.lists(characters | pieces, min_size=1, max_size=12).map("".join)
    return mixed.map(lambda text: " ".join(text.split())).filter(bool)


def rendered(text: str) -> str:
    """Render with the extensions the site uses."""
    return markdown.markdown(text, extensions=list(EXTENSIONS))


class Page(HTMLParser):
    """The tags of a page with their attributes, and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.tags.append((f"<!--{data}", {}))

    def handle_decl(self, decl):
        self.tags.append((f"<!{decl}", {}))

    def handle_pi(self, data):
        self.tags.append((f"<?{data}", {}))


@pytest.mark.parametrize("text", HOSTILE)
def test_plain_takes_back_what_escape_did(text):
    assert plain(escape(text)) == text


@given(one_line())
def test_plain_takes_back_what_escape_did_for_any_line(text):
    assert plain(escape(text)) == text


@pytest.mark.parametrize(
    "text", ["?page=1&section=2", "&copy 2023", "&lt", "&#60", "&#x3c", "R&amp", "\\\\&lt;"]
)
def test_plain_takes_back_an_ampersand_that_needs_no_semicolon_in_html(text):
    assert plain(escape(text)) == text


@given(hostile_line())
def test_plain_takes_back_what_escape_did_for_any_mixture(text):
    assert plain(escape(text)) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_shows_as_one_paragraph_of_exactly_that_text(text):
    text = text.strip()
    page = Page(rendered(escape(text)))
    assert page.tags == [("p", {})]
    assert page.text == text


@given(hostile_line())
@example("&#0")
@example("&#60script")
@example("AT&T &lt &copy 2023")
def test_any_mixture_shows_as_one_paragraph_of_exactly_that_text(text):
    page = Page(rendered(escape(text)))
    assert page.tags == [("p", {})]
    assert page.text == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_segment_has_its_own_attributes_and_no_others(text):
    text = text.strip()
    page = Page(rendered(f"Before.\n\n{escape(text)}\n{{: #s1 lang=de }}\n\nAfter."))
    assert page.tags == [("p", {}), ("p", {"id": "s1", "lang": "de"}), ("p", {})]
    assert page.text == f"Before.\n{text}\nAfter."


@given(hostile_line())
def test_any_mixture_as_a_segment_has_its_own_attributes_and_no_others(text):
    page = Page(rendered(f"Before.\n\n{escape(text)}\n{{: #s1 lang=de }}\n\nAfter."))
    assert page.tags == [("p", {}), ("p", {"id": "s1", "lang": "de"}), ("p", {})]
    assert page.text == f"Before.\n{text}\nAfter."


@given(hostile_line(), hostile_line())
def test_texts_below_each_other_do_not_join_into_markup(first, second):
    """A definition list, a table or a setext heading takes two lines."""
    page = Page(rendered(f"{escape(first)}\n\n{escape(second)}"))
    assert page.tags == [("p", {}), ("p", {})]
    assert page.text == f"{first}\n{second}"


@pytest.mark.parametrize("text", HOSTILE)
def test_an_escaped_text_is_one_segment_of_an_entry(text):
    text = text.strip()
    (block,) = parse_body(f"{escape(text)}\n{{: #s1 lang=de }}\n")
    assert isinstance(block, Segment)
    assert plain(block.text) == text


MARKDOWN = (
    ("a *b* **c** ***d***", "a b c d"),
    ("_a_ and __b__", "a and b"),
    ("snake_case_name", "snake_case_name"),
    ("see [the treaty](https://example.org/x_y) now", "see the treaty now"),
    ("see [the treaty][1] now", "see the treaty now"),
    ("![a ship](ship.jpg) at sea", "a ship at sea"),
    ("said[^1] so", "said so"),
    ("`code` here", "code here"),
    ("a word{: .marked } more", "a word more"),
    ("R&amp;D &lt;b&gt;", "R&D <b>"),
    (r"\*not emphasis\*", "*not emphasis*"),
    ("two\nlines", "two lines"),
    ("", ""),
)


@pytest.mark.parametrize(("source", "expected"), MARKDOWN)
def test_plain_is_what_a_reader_sees(source, expected):
    assert plain(source) == expected


def test_a_null_character_is_no_place_of_ours():
    assert plain("a \x000\x00 b") == "a 0 b"


@pytest.mark.parametrize("piece", ["[", "[](", "[^", "![a](", "[][", "{", "*_", "`"])
def test_marks_that_are_opened_again_and_again_are_read_in_time(piece):
    """Nothing is timed; what looks for the end of each would not end here."""
    assert isinstance(plain(piece * 100_000), str)
