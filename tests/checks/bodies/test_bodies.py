"""What readers would see wrong in a page is named with its line; what editors rightly write is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.bodies import check_page, is_left_over
from generator.checks.bodies.body import Body, _shown
from generator.content.entry_file import read_entry
from generator.model import Slug
from tests.effort import filled, is_linear

HEADER = "---\ntitle: T\nlanguage: de\nsource: {seed: a.txt, sha256: x}\n---\n"
PAIR = "Laut der Website trafen sich beide.\n{: #s1 lang=de }\n\nBoth met, the site says.\n{: lang=en }\n"


def found(tmp_path, body: str, *, path: str = "entries/e.md", baseline: str = "") -> list[tuple[int, str]]:
    """The lines of the body, from 1, and what is wrong there."""
    content = tmp_path / "content"
    (content / "assets").mkdir(parents=True, exist_ok=True)
    (content / "assets/map.png").write_bytes(b"")
    (content / "entries").mkdir(exist_ok=True)
    (content / "entries/e.md").write_bytes(b"")
    text = HEADER + body
    entry = read_entry(text, Slug("e"), "e.md")[0] if path.startswith("entries/") else None
    before = read_entry(HEADER + baseline, Slug("e"), "e.md")[0] if baseline else None
    above = HEADER.count("\n")
    issues = check_page(text, path, content, entry, before)
    assert all(issue.remedy for issue in issues)
    return [(int(issue.place.rpartition(":")[2]) - above, issue.problem) for issue in issues]


WRONG = [
    ("A.\n\n<<<<<<< HEAD\nB.\n=======\nC.\n>>>>>>> b\n", 3, "two versions stand here"),
    ("A.\n=======\nC.\n>>>>>>> main\n", 4, "a mark of git is left"),
    ("A.[^9]\n\n[^1]: B.\n", 1, "the footnote [^9] has no note"),
    ("A.[^note]\n\n[^Note]: B.\n", 1, "the footnote [^note] has no note"),
    ("A.[^1]\n\n```\n[^1]: in code\n```\n", 1, "the footnote [^1] has no note"),
    ("!!! note\nText.\n", 2, "the box !!! note above is empty"),
    ('!!! note "Title"\n  Text.\n', 2, "above is empty"),
    ("!!! warning\n\nText.\n", 3, "the box !!! warning above is empty"),
    ('!!! note "Title\n    Text.\n', 1, "a box that is not written as one"),
    ("- a\n\n    !!! note\n    Text.\n", 4, "above is empty"),
    ("??? note\n\nText.\n", 3, "the box ??? note above is empty"),
    ('???+ tip "Title"\n  Text.\n', 2, "above is empty"),
    ('??? note "Title\n    Text.\n', 1, "a box that is not written as one"),
    ("![a](../assets/mop.png)\n", 1, "there is no image ../assets/mop.png"),
    ('![a](assets/map.png "Title")\n', 1, "there is no image assets/map.png"),
    ("Siehe [a](2020-01-05-brand.md).\n", 1, "there is no page 2020-01-05-brand.md"),
    ("Text.\n\n[a](<../records/harwik.md#x> 'T') more\n", 3, "there is no page ../records/harwik.md#x"),
    ("Eins.\n\n{: #s1 lang=de }\n", 3, "{: #s1 lang=de } belongs to no paragraph"),
    ("{: .wide }\n\nEins.\n", 1, "{: .wide } belongs to no paragraph"),
    ("## Title\n{: #top }\n", 2, "stands below a heading"),
    ("Eins.\n{: #s1 lang=de }\nOne.\n", 3, "the text goes on below {: #s1 lang=de }"),
    ("Eins.\n{: #s1 lang=dt }\n", 2, "lang=dt is no language"),
    ("Eins.\n{: #s1 lan=de }\n", 2, "lan means nothing"),
    ("Eins.\n{: #s1 }\n", 2, "does not say its language"),
    ("Eins.\n{: #s1 lang = de }\n", 2, "does not say its language"),
    (PAIR.replace("lang=en", "lang=en by=editr"), 5, "by=editr names nobody"),
    ("Eins.\n{ #s1 lang=de }\n", 2, "is not an attribute list"),
    ("Eins.\n{: #s1 lang=de\n", 2, "is not an attribute list"),
    ("Eins.\n(: #s1 lang=de )\n", 2, "is not an attribute list"),
    ("Eins.\n: #s1 lang=de }\n", 2, "is not an attribute list"),
    ("Eins.\n{: #s1 lang=de }\n\nOne.\n{: lang=en\n", 5, "is not an attribute list"),
    ("![a](https://maps.example/x.png)\n", 1, "loads from maps.example"),
]


@pytest.mark.parametrize(("body", "line", "problem"), WRONG)
def test_a_mistake_is_named_once_with_its_line(tmp_path, body, line, problem):
    ((where, what),) = found(tmp_path, body)
    assert where == line
    assert problem in what


RIGHT = [
    PAIR,
    PAIR + "\nA note, with a [link](https://example.org/a_(b)) and *emphasis*.[^1]\n\n[^1]: Its source.\n",
    "[^2]: The note stands above.\n\nA.[^2] B.[^2]\n",
    "A.[^long-name] B.[^b]\n\n[^b]: One.\n\n    Its second paragraph.[^long-name]\n\n[^long-name]: Two.\n",
    "The expression `[^9]` and [^a-z]+ and [^\\s] find signs; \\[^9] is typed.\n",
    "A heading\n=======\n\nText.\n\nAnother\n-------\n",
    "```diff\n<<<<<<< HEAD\nA.\n=======\nB.\n>>>>>>> b\n```\n",
    "Code:\n\n    <<<<<<< HEAD\n    [^9]\n    {: #s1 lang=dt }\n\n    !!! note\n    text\n\nText.\n",
    "> > > deep\n\n>>>>>>> deeper still\n",
    "- a\n    - b\n        - c\n\n    More of a.\n\n1. one\n2. two\n{: .steps }\n",
    "- a\n{: .x }\n- b\n",
    '!!! note\n    Text.\n\n    More.\n\n!!! tip "A title alone"\n\nText.\n',
    "!!! note inline end\n\n    Text.\n",
    '??? note\n    Text.\n\n???+ tip "Open"\n\n    Text.\n',
    "Why??? Note the weather.\n\n??? Note how it ends.\n",
    "- a\n\n    !!! note\n        Text.\n",
    "!!! example\n\n    ```\n    code\n    ```\n",
    "!!! note\n\tSet in by a tab.\n",
    "What a day!!! Note the weather.\n\n\\!!! note More.\n\n`!` !! note\n",
    "\\{: #s1 lang=de \\}\n\nText\n\\{ #s1 lang=de }\n",
    "![a](../assets/map.png) ![b](../assets/map.png#only-light) ![c](<../assets/map.png> 'T')\n",
    "![a](../assets/m%61p.png){: .wide loading=lazy }\n\n![b](data:image/png;base64,AA==)\n",
    "[a](../years/2020.md) [b](../records/index.md) [c](#top) [d](https://example.org/x.md) [e](e.md)\n",
    "`[a](missing.md)` and \\[a](missing.md), as [a]: says.\n",
    "`![a](missing.png)` and <!-- ![a](missing.png) [^9] --> stay.\n",
    "<!--\n![a](missing.png)\n\n{: .x }\n-->\n",
    'Text with an anchor.\n{: #map .wide data-x=1 title="A title" }\n',
    "## Title {: #top }\n\n[A link](#top){: .button }\n\nText.\n{: .lead hreflang=de data-lang=xx }\n",
    "Eins.\n{: #s1 lang=de .summary .wide data-note=x }\n\nOne.\n{: lang='en' by=\"editor\" }\n",
    "Österreichisch.\n{: lang=de-AT }\n",
    "| a | b |\n|---|---|\n| {: x } | [#s1] |\n\nTerm\n:   Its meaning, lang=de.\n",
    "<pre>\n{: #s1 lang=dt }\n[^9]\n</pre>\n\nText.\n",
    "*[PLA]: People's Liberation Army\n\nThe PLA.\n\n***\n\n[ref]: https://example.org\n\nA [text][ref].\n",
]


@pytest.mark.parametrize("body", RIGHT)
def test_what_editors_rightly_write_is_left_alone(tmp_path, body):
    assert found(tmp_path, body) == []


def test_other_pages_may_use_attribute_lists_as_they_like(tmp_path):
    for body in ("Text.\n{ #s1 lang=de }\n", "Text.\n{: #s1 }\n", "Text.\n{: lang=tlh by=me }\n"):
        assert found(tmp_path, body, path="about.md") == []
    assert found(tmp_path, "Text.[^9]\n", path="records/a.md") != []


def test_a_lost_attribute_list_is_noticed(tmp_path):
    told = "the attribute list {: #s1 lang=de } of this paragraph is gone"
    assert found(tmp_path, PAIR.replace("{: #s1 lang=de }\n", ""), baseline=PAIR)[0] == (1, told)
    told = "the attribute list {: lang=en } of this paragraph is gone"
    assert found(tmp_path, PAIR.replace("{: lang=en }\n", ""), baseline=PAIR) == [(4, told)]


def test_a_paragraph_that_was_taken_out_has_lost_nothing(tmp_path):
    assert found(tmp_path, "A note on something else.\n", baseline=PAIR) == []
    assert found(tmp_path, PAIR + "\nBoth met elsewhere, it is said.\n", baseline=PAIR) == []
    # Told as what it is, once.
    assert len(found(tmp_path, PAIR.replace("{: #s1", "\n{: #s1"), baseline=PAIR)) == 1


def test_an_image_in_the_usual_folder_is_suggested(tmp_path):
    content = tmp_path / "content"
    (content / "assets").mkdir(parents=True)
    (content / "assets/map.png").write_bytes(b"")
    (issue,) = check_page("![a](map.png)\n", "about.md", content)
    assert str(issue) == "content/about.md:1: there is no image map.png; did you mean assets/map.png?"


@pytest.mark.parametrize("name", ["x.md~", "x.md.orig", "x.md.rej", "x.md.bak", ".x.md.swp", "#x.md#"])
def test_what_editors_and_git_leave_behind_is_known(name):
    assert is_left_over(name)


@pytest.mark.parametrize("name", ["x.md", "x.original.png", "notes.txt", "#1.png", "~x.md", "orig", "x.tmpl"])
def test_other_files_are_not_taken_for_left_overs(name):
    assert not is_left_over(name)


@pytest.mark.parametrize(
    "shape",
    [
        "`",
        "``` ` ",
        "<!--",
        "[^1]",
        "![",
        "![a](",
        "{: ",
        "{: #s1 lang=de }\n",
        "!!! note\n",
        "!!! a ",
        "<pre>",
        "\\[",
    ],
)
def test_hostile_texts_take_no_longer_than_they_are_long(tmp_path, shape):
    assert is_linear(lambda size: check_page(filled(shape, size), "about.md", tmp_path), 4_000, 16_000)
    check_page(filled(shape, 200_000), "about.md", tmp_path)


def test_a_link_to_an_entry_that_is_not_there_is_told_unless_its_old_name_leads_on(tmp_path):
    content = tmp_path / "content"
    (content / "entries").mkdir(parents=True)
    (content / "entries/2020-01-05-fire.md").write_bytes(b"")
    text = "[a](entries/2020-01-05-fires.md)\n"
    (issue,) = check_page(text, "about.md", content)
    place = "content/about.md:1: there is no page entries/2020-01-05-fires.md"
    assert str(issue) == f"{place}; did you mean entries/2020-01-05-fire.md?"
    assert check_page(text, "about.md", content, moved={"2020-01-05-fires"}) == []


@given(
    st.lists(
        st.sampled_from(
            ["a b", "`", "``", "~~~", "<!--", "-->", "<pre>", "\\", "\t", "    ", "\n", "\n\n", "- "]
        ),
        max_size=12,
    )
)
def test_lines_without_code_and_comments_are_shown_as_they_are(pieces):
    text = "".join(pieces)
    assert Body(text, 1).lines == tuple(_shown(text.split("\n")))
