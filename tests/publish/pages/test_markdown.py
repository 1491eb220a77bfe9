"""Entries as HTML: segments beside their translations, names linked, hostile text shown as text."""

import html
import re
import xml.etree.ElementTree as ET
from collections import deque
from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement

import pytest
from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions.tables import TableProcessor

from generator.checks.doubts import Confidence
from generator.content.body import parse_body
from generator.content.library import load_entries, load_records
from generator.content.terms_file import parse_terms
from generator.language.markup import escape
from generator.model import (
    Language,
    MentionEdits,
    SegmentId,
    Slug,
    TranslationState,
)
from generator.names.index import NameIndex
from generator.names.mentions import find_mentions
from generator.publish.computed.term_index import TermIndex
from generator.publish.mkdocs.page_texts import ALONE
from generator.publish.pages.markdown import PageContext, PageLink, SegmentExtension
from generator.publish.pages.marks import CHRONOLOGY_MARK
from tests import builders, kinds
from tests.builders import entry, record
from tests.conftest import ROOT
from tests.effort import is_linear

EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
"""As in `publish.set_up`."""
RECORDS = {
    one.slug: one
    for one in (
        record("shoigu", kinds.PERSON, "Sergei Shoigu", "Shoigu", "Schoigu"),
        record("zapad", kinds.EXERCISE, "Zapad"),
        record("wu", kinds.PERSON, "Wu Qian", zh="吴谦"),
        record(
            "mnd",
            kinds.BODY,
            "Chinese ministry",
            short_names=("defence ministry",),
            context=("Wu Qian",),
        ),
    )
}
LINKS = {
    slug: PageLink(f"../records/{slug}/", record.names[Language("en")]) for slug, record in RECORDS.items()
}


NUMBER = re.compile(r'<a class="number" href="#(s\d+)">§\d+</a>')


def render(text: str, *states, **options) -> str:
    """The page without the numbers of its paragraphs."""
    return NUMBER.sub("", whole(text, *states, **options))


def whole(text: str, states=None, records=LINKS, index=True, entry=None, **marks) -> str:
    extension = SegmentExtension()
    md = Markdown(extensions=[*EXTENSIONS, extension])
    states = {"s1": "machine", "s2": "machine", "s3": "machine"} if states is None else states
    named = replace(entry or builders.entry(), blocks=parse_body(text))
    index = NameIndex(RECORDS) if index is True else index
    extension.context = PageContext(
        {SegmentId(name): TranslationState(state) for name, state in states.items()},
        records,
        find_mentions(named, index) if index else (),
        **marks,
    )
    return md.convert(text)


def tree(text: str, **options) -> ET.Element:
    return ET.fromstring(f"<body>{render(text, **options)}</body>")


def segments(root: ET.Element) -> list[ET.Element]:
    return [div for div in root.iter("div") if "segment" in div.get("class", "").split()]


def links(root: ET.Element) -> list[tuple[str | None, str | None]]:
    return [(a.get("href"), a.text) for a in root.iter("a")]


PAIR = "Eins.\n{: #s1 lang=de }\n\nOne.\n{: lang=en }\n"


def test_a_segment_and_its_translation_become_one_element():
    assert render(PAIR) == (
        '<div class="segment paired state-machine" id="s1">'
        '<p lang="de">Eins.</p>\n<p class="translation" lang="en">One.</p>\n</div>'
    )


def test_a_segment_without_translation_stands_alone():
    assert render("Eins.\n{: #s1 lang=de }\n", {"s1": "missing"}) == (
        '<div class="segment single state-missing" id="s1"><p lang="de">Eins.</p>\n</div>'
    )


def test_a_paragraphs_number_is_a_link_to_it_in_both_languages():
    page = whole(f"{PAIR}\nZwei.\n{{: #s2 lang=de }}\n")
    assert NUMBER.findall(page) == re.findall(r'<div class="segment [^"]*" id="(\w+)"', page) == ["s1", "s2"]


def test_a_state_that_differs_is_named_below():
    (one,) = segments(tree(PAIR, labels={"s1": "edited by a person"}))
    assert [(child.tag, child.get("class")) for child in one][2:] == [("div", "segment-state")]
    assert one[2].text == "edited by a person"
    (alone,) = segments(tree("Eins.\n{: #s1 lang=de }\n", labels={"s1": "no translation"}))
    assert alone[1].text == "no translation"


def test_a_doubtful_translation_is_marked_below_it():
    (one,) = segments(tree(PAIR, doubts={"s1": ("numbers: “29” is missing", "negation: “nicht”")}))
    assert one.get("class") == "segment paired state-machine doubtful"
    note = one[2]
    assert (note.get("class"), note.get("role")) == ("doubt", "note")
    assert note.text == "Check this translation: numbers: “29” is missing; negation: “nicht”"


def test_no_more_than_a_few_doubts_are_told():
    (one,) = segments(tree(PAIR, doubts={"s1": tuple("abc")}))
    assert one[2].text == "Check this translation: a; b; c"
    (one,) = segments(tree(PAIR, doubts={"s1": tuple("abcde")}))
    assert one[2].text == "Check this translation: a; b; c; 2 more"


def test_a_doubt_without_a_translation_is_not_shown():
    assert "doubt" not in render("Eins.\n{: #s1 lang=de }\n", doubts={"s1": ("a",)})


EVIL = "<script>alert(1)</script> &lt;b&gt; & \x02wzxhzdk:0\x03 *a* Wu Qian"


def test_a_note_is_text_whatever_it_holds():
    """Neither HTML nor an entity, nor Markdown's own marks, nor a name to be linked."""
    page = render(PAIR, doubts={"s1": (EVIL,)}, labels={"s1": EVIL})
    root = ET.fromstring(f"<body>{page}</body>")
    shown = "<script>alert(1)</script> &lt;b&gt; & wzxhzdk:0 *a* Wu Qian"
    (one,) = segments(root)
    assert [child.text for child in one][2:] == [shown, f"Check this translation: {shown}"]
    assert links(root) == []


def test_how_sure_the_machine_was_is_written_as_its_2_has_it():
    """The number stands on the translation, the tool on the element around it, as an IRI."""
    known = {"s1": Confidence(0.4567, "translate-de_en 1.3")}
    (one,) = segments(tree(PAIR, confidences=known))
    assert one.get("its-annotators-ref") == "mt-confidence|translate-de_en%201.3"
    assert [p.get("its-mt-confidence") for p in one] == [None, "0.46"]


@pytest.mark.parametrize(
    ("package", "tool"), [(None, "argos-translate"), ('a|b "c" <d>', "a%7Cb%20%22c%22%20%3Cd%3E")]
)
def test_the_name_of_a_tool_keeps_its_bounds(package, tool):
    (one,) = segments(tree(PAIR, confidences={"s1": Confidence(1.0, package)}))
    assert one.get("its-annotators-ref") == f"mt-confidence|{tool}"
    assert one[1].get("its-mt-confidence") == "1.00"


def test_nothing_is_said_of_a_confidence_that_is_not_known():
    assert "its-" not in render(PAIR)
    assert "its-" not in render("Eins.\n{: #s1 lang=de }\n", confidences={"s1": Confidence(0.5, None)})


@pytest.mark.parametrize("state", list(TranslationState))
def test_the_state_is_a_class_without_spaces(state):
    (one,) = segments(tree(PAIR, states={"s1": state}))
    assert one.get("class") == f"segment paired state-{state.replace(' ', '-')}"


@pytest.mark.parametrize(
    ("after", "paired"),
    [
        ("One.\n{: lang=en }\n", True),
        ("One.\n{: lang=en by=editor }\n", True),
        ("Noch eins.\n{: lang=de }\n", False),
        ("One.\n{: #s2 lang=en }\n", False),
        ("One.\n", False),
        ("A note.\n\nOne.\n{: lang=en }\n", False),
        ("## One\n", False),
        ("- One\n{: lang=en }\n", False),
    ],
)
def test_only_the_paragraph_right_after_in_another_language_is_the_translation(after, paired):
    root = tree("Eins.\n{: #s1 lang=de }\n\n" + after)
    first = segments(root)[0]
    assert ("paired" in first.get("class", "")) is paired
    assert len(first) == (2 if paired else 1)


def test_segments_follow_each_other_in_order_each_with_its_own_translation():
    root = tree(
        "Eins.\n{: #s1 lang=de }\n\nOne.\n{: lang=en }\n\nZwei.\n{: #s2 lang=de }\n\n"
        "Drei.\n{: #s3 lang=de }\n\nThree.\n{: lang=en }\n"
    )
    assert [[p.text for p in div] for div in segments(root)] == [
        ["Eins.", "One."],
        ["Zwei."],
        ["Drei.", "Three."],
    ]
    assert len(list(root.iter("p"))) == 5


@pytest.mark.parametrize("role", ["summary", "heading", "caption"])
def test_a_role_is_a_class_of_the_text_and_of_its_translation(role):
    (one,) = segments(tree(f"Eins.\n{{: #s1 lang=de .{role} }}\n\nOne.\n{{: lang=en }}\n"))
    assert [p.get("class") for p in one] == [role, f"{role} translation"]


def test_a_class_an_editor_gave_the_translation_stays():
    (one,) = segments(tree("Eins.\n{: #s1 lang=de .caption }\n\nOne.\n{: lang=en .mine }\n"))
    assert set((one[1].get("class") or "").split()) == {"caption", "mine", "translation"}


def test_who_translated_is_no_attribute_of_the_page():
    text = render("Eins.\n{: #s1 lang=de by=argos }\n\nOne.\n{: lang=en by=editor }\n")
    assert "by=" not in text
    assert "paired" in text


def test_the_first_mention_of_each_record_in_a_paragraph_is_linked():
    """Once in the text and once in its translation; the title is the record's name."""
    root = tree(
        "Schoigu, Zapad, Schoigu.\n{: #s1 lang=de }\n\nShoigu; Sergei Shoigu's Zapad.\n{: lang=en }\n"
    )
    assert links(root) == [
        ("../records/shoigu/", "Schoigu"),
        ("../records/zapad/", "Zapad"),
        ("../records/shoigu/", "Shoigu"),
        ("../records/zapad/", "Zapad"),
    ]
    assert {a.get("title") for a in root.iter("a")} == {"Sergei Shoigu", "Zapad"}
    assert {a.get("class") for a in root.iter("a")} == {"mention"}


@pytest.mark.parametrize(
    "text",
    [
        "Before Shoigu between Zapad after.",
        "Shoigu Zapad",
        "**Shoigu** in Zapad, then *the Zapad drill with Shoigu* over",
        "No name.",
        "a `code` Zapad `Shoigu` b",
        "Shoigu's “Zapad” – 5 < 6 &amp; more",
    ],
)
def test_linking_changes_no_word(text):
    source = f"{text}\n{{: #s1 lang=en }}\n"
    plain, linked = tree(source, index=False), tree(source)
    assert "".join(linked.itertext()).split() == "".join(plain.itertext()).split()


@pytest.mark.parametrize(
    "text",
    [
        "[Shoigu](https://example.org/)",
        "[a **Shoigu** b](https://example.org/)",
        "`Shoigu`",
        "<https://example.org/Shoigu>",
        '<a href="https://example.org/">Shoigu</a>',
        "<code>Shoigu</code>",
        '<span title="Shoigu">x</span>',
        "![Shoigu](x.png)",
    ],
)
def test_names_in_links_and_code_are_left_alone(text):
    assert 'class="mention"' not in render(f"{text}\n{{: #s1 lang=en }}\n")


def test_terms_lead_to_the_glossary_and_names_go_before_them():
    terms = parse_terms("terms:\n- {de: Übung, en: exercise}\n- {de: Zapad, en: Zapad}\n", "t")
    text = "Übung *Zapad*, Übung.\n{: #s1 lang=de }\n\nThe exercises.\n{: lang=en }\n"
    uses = TermIndex(terms, Language("en")).uses_in(replace(builders.entry(), blocks=parse_body(text)))
    page = tree(text, terms=uses, glossary="../glossary/")
    assert [(a.get("class"), a.get("href"), a.text) for a in page.iter("a")] == [
        ("term", "../glossary/#exercise", "Übung"),
        ("mention", "../records/zapad/", "Zapad"),
        ("term", "../glossary/#exercise", "exercises"),
    ]


def test_a_name_in_code_does_not_use_up_the_link():
    assert links(tree("`Shoigu` and Shoigu\n{: #s1 lang=en }\n")) == [("../records/shoigu/", "Shoigu")]


def test_a_record_without_an_address_is_not_linked():
    assert links(
        tree("Shoigu in Zapad\n{: #s1 lang=en }\n", records={Slug("zapad"): LINKS[Slug("zapad")]})
    ) == [("../records/zapad/", "Zapad")]


def test_a_records_name_is_escaped_in_the_link():
    link = PageLink('x/"><script>', 'The "A" & <b>')
    text = render("Zapad\n{: #s1 lang=en }\n", records={Slug("zapad"): link})
    (found,) = ET.fromstring(f"<body>{text}</body>").iter("a")
    # Material's tooltips set a title as HTML.
    assert (found.get("href"), found.get("title")) == (link.url, 'The "A" & ‹b>')
    assert "<script>" not in text


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Wu Qian spoke. Then Wu left.", ["Wu Qian"]),
        ("The defence ministry of Wu Qian", ["defence ministry", "Wu Qian"]),
        ("The defence ministry", []),
        ("Wu", []),
        # A name in markup counts as context and introduces, though it is not linked itself.
        ("`Wu Qian` of the defence ministry; Wu", ["defence ministry", "Wu"]),
        ("[Wu Qian](https://example.org/): Wu", [None, "Wu"]),
        # A name that emphasis divides is read as one, and the next mention is linked.
        ("**Wu** Qian spoke. Wu left.", ["Wu"]),
        ("*Wu Qian* of the **defence ministry**", ["Wu Qian", "defence ministry"]),
        ("*Wu* Yi and the **defence** ministry", []),
        ("A footnote[^1] on Zapad.[^1]\n\n[^1]: Note", ["Zapad"]),
    ],
)
def test_surnames_and_short_names_are_linked_as_they_are_found(text, linked):
    text, _, notes = text.partition("\n\n")
    root = tree(f"{text}\n{{: #s1 lang=en }}\n\n{notes}\n")
    assert [a.text for a in segments(root)[0].iter("a") if a.get("class") != "footnote-ref"] == (
        ["Wu Qian" if one is None else one for one in linked]
    )


def test_a_name_in_an_earlier_paragraph_or_in_the_other_language_introduces():
    text = "Wu Qian.\n{: #s1 lang=de }\n\nWu.\n{: lang=en }\n\nThe defence ministry, Wu\n{: #s2 lang=de }\n"
    assert [a[1] for a in links(tree(text))] == ["Wu Qian", "Wu", "defence ministry", "Wu"]


def test_the_title_and_an_editors_word_count():
    text = "Wu of the defence ministry\n{: #s1 lang=en }\n"
    assert links(tree(text, entry=entry())) == []
    titled = entry(title="Wu Qian")
    assert [a[1] for a in links(tree(text, entry=titled))] == ["Wu", "defence ministry"]
    dropped = replace(titled, mentions=MentionEdits(add=(Slug("mnd"),), drop=(Slug("wu"),)))
    assert [a[1] for a in links(tree(text, entry=dropped))] == ["defence ministry"]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "content" / "entries").glob("*.md")), ids=lambda p: p.stem[:10]
)
def test_what_is_linked_in_our_entries_is_the_first_of_each_mention_found(path):
    found = load_entries(ROOT / "content")[0][Slug(path.stem)]
    index = NameIndex(load_records(ROOT / "content", kinds.PROJECT)[0])
    mentions = [m for m in find_mentions(found, index) if m.segment]
    expected = {(m.segment, m.language, m.record): m.surface for m in reversed(mentions)}
    targets = {m.record: PageLink(f"#{m.record}", "") for m in mentions}
    body = path.read_text("utf-8").split("\n---\n", 1)[1]
    root = tree(
        body, states={s.id: "none needed" for s in found.segments}, records=targets, index=index, entry=found
    )
    linked = {
        (segment.get("id"), paragraph.get("lang"), (a.get("href") or "")[1:]): a.text
        for segment in segments(root)
        for paragraph in segment.iter("p")
        for a in paragraph.iter("a")
    }
    assert linked == expected


def test_the_effort_grows_with_emphasis_and_names():
    def show(count: int) -> list[str | None]:
        paragraph = Element("p", {"id": "s1", "lang": "en"})
        for number in range(count):
            child = SubElement(paragraph, "em")
            child.text, child.tail = f"Wu {number} Qian", " Wu Qian and Zapad "
        root = Element("div")
        root.append(paragraph)
        extension = SegmentExtension()
        states = {SegmentId("s1"): TranslationState("machine")}
        named = entry("e", "".join(paragraph.itertext()), language="en")
        mentions = find_mentions(named, NameIndex(RECORDS))
        extension.context = PageContext(states, LINKS, mentions)
        md = Markdown(extensions=[extension])
        md.treeprocessors["segments"].run(root)
        return [a.text for a in root.iter("a") if a.get("class") == "mention"]

    assert show(500) == ["Wu Qian", "Zapad"]
    assert is_linear(show, 500, 2_000)


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>Shoigu</a>",
    "[click](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "Text {: onclick=alert(1) }",
    "{: #s2 lang=en onclick=alert(1) }",
    "{#s3}",
    "&lt;script&gt; &#60;script&#62;",
    "# Heading",
    "- list",
    "1. list",
    "> quote",
    "!!! note",
    "[^1]: footnote",
    "*[Shoigu]: abbreviation",
    "[ref]: https://example.org/",
    "[TOC]",
    "| a | b |",
    "```",
    "~~~",
    ": definition",
    "---",
    "===",
    "*bold* __bold__ `code` \\ \\* \\<",
    "\\x02wzxhzdk:0\\x03",
    "</p></div><p>",
    "<!-- comment -->",
    "<?php ?>",
    "&amp; & &nbsp;",
    "https://example.org/",
    "a@example.org",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_of_a_seed_is_shown_as_the_text_it_is(text):
    """In an original and in a translation."""
    written = escape(text)
    page = render(f"{written}\n{{: #s1 lang=de }}\n\n{written}\n{{: lang=en }}\n", index=False)
    assert set(re.findall(r"<(\w+)", page)) == {"div", "p"}
    assert re.findall(r'<p lang="de">(.*)</p>', page) == re.findall(
        r'<p class="translation" lang="en">(.*)</p>', page
    )
    shown = [html.unescape(one) for one in re.findall(r"<p [^>]*>(.*)</p>", page)]
    assert shown == [text, text]


def test_prose_between_segments_is_what_markdown_alone_makes_of_it():
    prose = (
        '!!! note "Shoigu"\n    Shoigu in Zapad.\n\n'
        "Shoigu, free text.[^1]\n\n- Shoigu\n- two\n\n## Zapad\n\n| a | b |\n|---|---|\n| Shoigu | 2 |\n\n"
        "[^1]: A footnote on Zapad.\n"
    )
    page = render(f"{PAIR}\n{prose}\nZwei Schoigu.\n{{: #s2 lang=de }}\n")
    alone = Markdown(extensions=EXTENSIONS).convert(prose)
    before_notes, footnotes = alone.split('<div class="footnote">')
    assert before_notes.strip() in page
    assert footnotes.strip() in page
    assert page.index("state-machine") < page.index("admonition") < page.index('id="s2"')
    assert page.count('class="mention"') == 1


def test_a_footnote_in_a_segment_stays():
    root = tree("Eins.[^1]\n{: #s1 lang=de }\n\nOne.\n{: lang=en }\n\n[^1]: Note.\n")
    (one,) = segments(root)
    assert one.find(".//sup") is not None
    assert "Note." in "".join(root.itertext())


def test_a_paragraph_with_an_id_that_is_no_segment_is_left_alone():
    assert render("Eins.\n{: #mine lang=de }\n") == '<p id="mine" lang="de">Eins.</p>'


@pytest.mark.parametrize("text", [PAIR, "Shoigu in Zapad.\n\n# Heading\n\n<b>x</b>\n"])
def test_a_page_that_is_no_entry_is_left_alone(text):
    """The context is empty: not a byte differs from what Markdown makes by itself."""
    assert render(text, {}) == Markdown(extensions=EXTENSIONS).convert(text)


def test_the_context_of_one_page_is_not_that_of_the_next():
    """MkDocs makes a new Markdown object for each page with the same extension."""
    extension = SegmentExtension()
    extension.context = PageContext({SegmentId("s1"): TranslationState.MACHINE})
    assert "segment" in Markdown(extensions=[*EXTENSIONS, extension]).convert(PAIR)
    extension.context = PageContext()
    assert "segment" not in Markdown(extensions=[*EXTENSIONS, extension]).convert(PAIR)


@pytest.mark.parametrize("piece", ["*", "`", "<", "&amp;", "a_b ", "![x](y) ", "# ", "\\"])
def test_many_escaped_signs_are_taken_at_once(piece):
    """One after the other, each would copy the whole text."""
    line = (piece * 2000).strip()
    extension = SegmentExtension()
    md = Markdown(extensions=[*EXTENSIONS, extension])
    extension.context = PageContext({SegmentId("s1"): TranslationState("machine")})
    page = NUMBER.sub("", md.convert(f"{escape(line)}\n{{: #s1 lang=de }}"))
    shown = ET.fromstring(f"<body>{page}</body>")
    assert "".join(shown.itertext()).strip() == line
    assert len(md.treeprocessors["inline"].stashed_nodes) < 100


def test_a_few_escaped_signs_and_an_editors_markup_stay_apart():
    text = r"\*a\* *b* `\*c\*` [d](e.md) \_f\_ &lt;g&gt; " * 3
    shown = tree(f"{text}\n{{: #s1 lang=de }}")
    assert len(list(shown.iter("em"))) == len(list(shown.iter("code"))) == len(list(shown.iter("a"))) == 3
    assert "".join(shown.itertext()).split()[:3] == ["*a*", "b", r"\*c\*"]


BLOCKS = """# A heading
right below it

* one

    more of it

* two
    1. three

Term
:   What it means

    and more

!!! note "Title"
    Inside

    still inside

    * a list

> quoted

    code

    more code

a | b
--|--
1 | 2

[^1]: A note

    that goes on

[link]: #there
*[HTML]: language

<div markdown="1">
*inside*

# and a heading
</div>

HTML, a [link] and a note[^1].
{: #s1 .x }

---
"""


def test_blocks_are_read_as_from_a_list():
    """Whatever the kinds of blocks take and put back."""
    plain = Markdown(extensions=EXTENSIONS).convert(BLOCKS)
    assert Markdown(extensions=[*EXTENSIONS, SegmentExtension()]).convert(BLOCKS) == plain
    assert all(
        f"<{tag}" in plain for tag in ("h1", "ol", "dd", "blockquote", "pre", "td", "abbr", "em", "sup")
    )


def test_taking_a_block_moves_no_other(monkeypatch):
    seen = []
    run = ParagraphProcessor.run

    def watched(processor, parent, blocks):
        seen.append(type(blocks))
        return run(processor, parent, blocks)

    monkeypatch.setattr(ParagraphProcessor, "run", watched)
    Markdown(extensions=[SegmentExtension()]).convert("one\n\ntwo")
    assert len(seen) == 2
    assert all(issubclass(kind, deque) for kind in seen)


CHRONOLOGY = (
    '<div class="chronology-page">\n<p>A &amp; B *c* [d](e)\tf</p>\n\n   \n<ol id="2021">\n<li id="x">**g**'
    '</li>\n</ol>\n    <svg><g id="h"/></svg>\n</div>'
)


@pytest.mark.parametrize(
    "around",
    [
        "\n# Title\n\nText.\n\n{}\n",
        "\n\n{}",
        "- a\n- b\n\n{}\n \n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: note\n\n{}",
        "A[^1] line\n\n[^1]: note\n\n> q\n\n{}  \n",
        '<nav class="crumb"><a href="../">x</a></nav>\n\n\n# 2021\n\n\n\n{}',
    ],
)
def test_the_chronology_stands_in_a_page_as_if_markdown_had_read_it(around):
    extension = SegmentExtension()
    read = Markdown(extensions=[*EXTENSIONS, extension]).convert(around.format(CHRONOLOGY))
    extension.context = PageContext(chronology=CHRONOLOGY)
    assert Markdown(extensions=[*EXTENSIONS, extension]).convert(around.format(CHRONOLOGY_MARK)) == read
    assert extension.context.anchors() == ["2021", "x", "h"]


@pytest.mark.parametrize(
    ("page", "alone"),
    [
        ("\n# Title\n\n{}\n", True),
        ("\n\n{}", True),
        ("\n\n{} \n \nText\n", False),
        ("\n\n{}\nText\n", False),
        ("\nText\n{}\n", False),
        ("\n  \n  {}\n", False),
        ("\n- a {}\n", False),
        ("\n<div>\n\n{}\n\n</div>\n", False),
        ("\n```\n\n{}\n\n```\n", False),
        ("\n\n{}\n\n<b>x</b>\n", False),
        ("\n\n{}\n\n{}\n", False),
    ],
)
def test_it_is_put_there_where_its_mark_ends_a_page(page, alone):
    assert bool(ALONE.fullmatch(page.replace("{}", CHRONOLOGY_MARK))) is alone


@pytest.mark.parametrize(
    "text", ["| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n---|---\n1 | 2", "|a|\n|-|\n|1|"]
)
def test_tables_stay_tables(text):
    """A block without a pipe is not read for one."""
    asked, test = [], TableProcessor.test
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TableProcessor, "test", lambda *given: asked.append(given[2]) or test(*given))
        shown = Markdown(extensions=["tables", SegmentExtension()]).convert(f"{text}\n\nNo table\n- - -\n")
    assert "<td>1</td>" in shown
    assert asked == [text]


def test_a_chronology_of_megabytes_is_not_printed_with_its_page():
    """What pages are made from is printed to be hashed; a hash of the chronology stands beside it."""
    assert "shown" not in repr(PageContext(chronology="shown"))
