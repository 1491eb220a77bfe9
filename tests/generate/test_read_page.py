"""Reading a web page: its text in blocks, which of them are the article, what it says about itself."""

import pytest

from generator.errors import InputError
from generator.generate.read import read
from generator.generate.read.article import find_kept
from generator.generate.read.web_page import read_page
from generator.generate.seed_text import Subject
from generator.model import Role

PARAGRAPHS = [
    "The harbour office of Sandwick has closed the northern quay until further notice, it said on Monday.",
    "Divers had found cracks in two of the pillars. Repairs will take at least until the end of autumn.",
    "Ferries leave from the southern quay instead, a spokeswoman said. Timetables stay as they are.",
]
LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "Not the publisher", "url": "https://sandwick.example/"},
{"@type": "NewsArticle", "headline": "Northern quay closed", "datePublished": "2021-09-13T08:30:00+02:00",
 "author": [{"@type": "Person", "name": "Ada Quill"}, {"@type": "Person", "name": "Jo Sand"}],
 "publisher": {"@type": "Organization", "name": "Sandwick Post"},
 "mainEntityOfPage": {"@id": "https://sandwick.example/quay"}}]}</script>"""


def page(body, head=""):
    head = f"<head><title>Quay | Post</title>{head}</head>"
    return f"<!DOCTYPE html><html lang='en'>{head}<body>{body}</body></html>"


def article(extra=""):
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>Weather</a></li></ul></nav>"
    footer = "<footer><p>Imprint</p><p>Contact</p></footer>"
    return f"{menu}<main><article><h1>Northern quay closed</h1>{paragraphs}{extra}</article></main>{footer}"


def lines(body, head=""):
    return read_page(page(body, head), "seeds/a.html").lines


def kept(body):
    return [line.text for line in lines(body) if line.is_article]


def said(about, body="<p>Text.</p>", head=""):
    statements = read_page(page(body, head), "seeds/a.html").statements
    return [(one.value, one.where) for one in statements if one.about is about]


def roles(body):
    return [(line.text, line.role) for line in lines(body)]


def test_all_text_of_a_page_is_read_and_the_article_is_marked():
    texts = [line.text for line in lines(article())]
    assert texts == ["Home", "Weather", "Northern quay closed", *PARAGRAPHS, "Imprint", "Contact"]
    assert [text for text in kept(article()) if text not in PARAGRAPHS] in ([], ["Northern quay closed"])
    assert set(PARAGRAPHS) <= set(kept(article()))


def test_blocks_are_numbered_in_the_order_of_the_page():
    assert [line.number for line in lines(article())] == list(range(1, 9))


def test_a_page_without_an_article_is_read_line_by_line_with_a_warning():
    read = read_page(page("<p>Home</p><p>Weather</p>"), "seeds/a.html")
    assert [line.is_article for line in read.lines] == [None, None]
    assert "line by line" in read.issues[0].problem


@pytest.mark.parametrize("text", ["", "<html></html>", "<script>alert(1)</script>", "<!-- nothing -->"])
def test_a_page_without_text_is_refused(text):
    with pytest.raises(InputError, match="without text"):
        read_page(text, "seeds/a.html")


def test_markup_says_what_a_block_is():
    body = (
        "<h2>Head</h2><p>Text</p><ul><li>One</li><li><p>Two</p></li></ul><blockquote><p>Said</p></blockquote>"
    )
    assert roles(body + "<figure><figcaption>Quay</figcaption></figure>") == [
        ("Head", Role.HEADING),
        ("Text", None),
        ("One", Role.ITEM),
        ("Two", Role.ITEM),
        ("Said", Role.QUOTE),
        ("Quay", Role.CAPTION),
    ]


def test_an_item_that_lays_out_a_page_is_none_after_its_first_block():
    assert roles("<ul><li><p>One</p><p>Two</p></li></ul>") == [("One", Role.ITEM), ("Two", None)]


def test_a_table_of_data_is_read_by_rows():
    body = "<table><tr><th>Quay</th><th>Ships</th></tr><tr><td>North</td><td>12</td></tr></table>"
    assert roles(body) == [("Quay | Ships", Role.ROW), ("North | 12", Role.ROW)]


def test_a_table_that_lays_out_a_page_is_read_by_its_paragraphs():
    body = "<table><tr><td>Menu</td><td><p>One.</p><p>Two.</p></td></tr></table>"
    assert roles(body) == [("Menu", None), ("One.", None), ("Two.", None)]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p>One<br>two</p>", ["One two"]),
        ("<p>One.<br>Two</p>", ["One.", "Two"]),
        ("<p>One<br><br>two</p>", ["One", "two"]),
        ("<p>One<br>\n<br/>two</p>", ["One", "two"]),
        ("<div>One <b>bold</b>, <a href='x'>two</a></div>", ["One bold , two".replace(" ,", ",")]),
        ("<div>One<div>two</div>three</div>", ["One", "two", "three"]),
        ("<p>a &lt;b&gt; &amp; c</p>", ["a <b> & c"]),
        ("<p>One<script>var a = 'p'</script> two<!-- three --></p>", ["One two"]),
    ],
)
def test_text_is_cut_where_the_markup_does(body, texts):
    assert [line.text for line in lines(body)] == texts


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ('["Ada Quill", "Ada Quill", ""]', ["Ada Quill"]),
        ('["https://sandwick.example/ada", "Ada Quill"]', ["Ada Quill"]),
        ('"https://sandwick.example/ada"', ["A. Reader"]),
        ("[]", ["A. Reader"]),
    ],
)
def test_authors_are_those_of_the_first_article_that_names_any(author, names):
    first = f'{{"@type": "NewsArticle", "author": {author}}}'
    head = f"""<script type="application/ld+json">[{first},
{{"@type": "NewsArticle", "author": [{{"name": "A. Reader"}}]}}]</script>"""
    assert said(Subject.AUTHOR, head=head) == [(name, "JSON-LD") for name in names]


def test_linked_data_is_read():
    assert said(Subject.PUBLISHER, head=LINKED) == [("Sandwick Post", "JSON-LD")]
    assert said(Subject.AUTHOR, head=LINKED) == [("Ada Quill", "JSON-LD"), ("Jo Sand", "JSON-LD")]
    assert ("2021-09-13T08:30:00+02:00", "JSON-LD") in said(Subject.PUBLISHED, head=LINKED)
    assert said(Subject.ADDRESS, head=LINKED) == [("https://sandwick.example/quay", "JSON-LD")]
    assert said(Subject.TITLE, head=LINKED)[0] == ("Northern quay closed", "JSON-LD")


@pytest.mark.parametrize(
    ("head", "about", "expected"),
    [
        ("<meta property='og:title' content='Quay closed'>", Subject.TITLE, ("Quay closed", "og:title")),
        ("<meta name='DC.date' content='2021-09-13'>", Subject.PUBLISHED, ("2021-09-13", "dc.date")),
        ("<meta property='og:site_name' content='Post'>", Subject.PUBLISHER, ("Post", "og:site_name")),
        ("<link rel='canonical' href='https://a.eu/b'>", Subject.ADDRESS, ("https://a.eu/b", "canonical")),
        ("<!-- saved from url=(0014)https://a.eu/c -->", Subject.ADDRESS, ("https://a.eu/c", "saved from")),
    ],
)  # fmt: skip
def test_the_head_says_what_a_page_is(head, about, expected):
    assert expected in said(about, head=head)


def test_titles_and_times_in_the_text_are_statements():
    body = "<h1>Quay <em>closed</em></h1><time datetime='2021-09-13'>Monday</time>"
    assert ("Quay closed", "<h1>") in said(Subject.TITLE, body)
    assert ("Quay | Post", "<title>") in said(Subject.TITLE, body)
    assert ("2021-09-13", "time element") in said(Subject.PUBLISHED, body)
    assert ("en", "<html lang>") in said(Subject.LANGUAGE, body)


@pytest.mark.parametrize("data", ["{", "[" * 100_000, '{"@type": 7, "headline": [[["a"]]]}', "null", '"x"'])
def test_broken_linked_data_says_nothing(data):
    assert said(Subject.PUBLISHER, head=f"<script type='application/ld+json'>{data}</script>") == []


def test_what_is_too_long_for_a_statement_is_none():
    assert all(len(value) <= 500 for value, _ in said(Subject.TITLE, f"<h1>{'long ' * 200}</h1>"))


@pytest.mark.parametrize(
    ("blocks", "pieces", "expected"),
    [
        (["a", "b", "c"], ["a", "c"], {0, 2}),
        (["menu", "longtext1", "menu"], ["longtext1", "menu"], {1, 2}),
        (["menu", "x", "menu", "longtext1"], ["menu", "longtext1"], {2, 3}),
        (["a", "firsthalfofalongparagraphandtheotherhalf", "b"], ["firsthalfofalongparagraphandth"], {1}),
        (["firsthalfofaparagraph", "theotherhalf"], ["firsthalfofaparagraphtheotherhalf"], {0, 1}),
        (["abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"], ["abcdefghijklmnopqrstu"], set()),
        (["a"], ["notthereatallinanyblockofit"], set()),
        ([], ["a"], set()),
        (["a"], [], set()),
    ],
)  # fmt: skip
def test_kept_pieces_are_found_among_the_blocks(blocks, pieces, expected):
    assert find_kept(blocks, pieces) == expected


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", "iso-8859-1"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", ""),
        ("utf-16", ""),
        ("cp1251", "windows-1251"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_is_in(tmp_path, encoding, declared):
    word = "Причал" if encoding == "cp1251" else "Brücke – „zu“"
    text = page(f"<p>{word}</p>", f"<meta charset='{declared}'>" if declared else "")
    (tmp_path / "a.html").write_bytes(text.encode(encoding))
    assert [line.text for line in read(tmp_path / "a.html", tmp_path, 10_000).lines] == [word]


@pytest.mark.parametrize("declared", ["hex", "utf-16", "no-such-thing", "\x00"])
def test_a_declared_encoding_that_is_none_is_not_used(tmp_path, declared):
    (tmp_path / "a.htm").write_bytes(page("<p>Brücke</p>", f"<meta charset='{declared}'>").encode("cp1252"))
    assert [line.text for line in read(tmp_path / "a.htm", tmp_path, 10_000).lines] == ["Brücke"]


LEAD = "The northern quay of Sandwick is closed, and nobody can say for how long it will be."


def with_lead(lead, headline="<h1>Northern quay closed</h1>"):
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return f"<header>{headline}<div>{lead}</div></header><article>{paragraphs}</article>"


@pytest.mark.parametrize(
    ("lead", "head", "is_kept"),
    [
        (LEAD, "", True),
        (LEAD.rstrip("."), "", False),
        ("By Ada Quill, Sandwick.", "", False),
        (LEAD.rstrip("."), f"<meta name='description' content='{LEAD}'>", True),
        (LEAD.rstrip("."), "<meta name='description' content='The northern quay'>", False),
    ],
)
def test_a_lead_between_headline_and_text_is_the_articles(lead, head, is_kept):
    found = {line.text: line.is_article for line in lines(with_lead(lead), head)}
    assert found[lead] is is_kept


def test_a_sentence_above_the_headline_is_no_lead():
    body = f"<header><p>{LEAD}</p></header>" + with_lead("By Ada Quill")
    assert {line.text: line.is_article for line in lines(body)}[LEAD] is False


@pytest.mark.parametrize(("depth", "is_looked_through"), [(253, True), (254, False)])
def test_a_page_is_looked_through_for_its_article_up_to_a_depth(depth, is_looked_through):
    """Of 256 elements, the page and its body among them."""
    body = "<div>" * depth + f"<p>{LEAD * 20}</p>" + "</div>" * depth
    found = [line.is_article for line in lines(body)]
    assert (found == [None]) is not is_looked_through


def test_a_page_that_is_nested_too_deeply_is_refused_rather_than_cut_off():
    with pytest.raises(InputError, match="too deeply"):
        read_page(page("<div>" * 50_000 + "Text."), "seeds/a.html")


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 400 + "Text." + "</div>" * 400,
        "<table><tr><td>" * 300 + "Text.",
        "<p>" + "<b>" * 900 + "Text.",
        "<span></span>" * 60_000 + "Text.",
        "Text.\x00\x01\x0b\ufffe",
        "<script>while (true) {}</script><style>p {}</style><iframe src='file:///etc/passwd'></iframe>Text.",
        "<!-- <p>Not.</p> --><noscript>Not.</noscript><template>Not.</template>Text.",
        "<img src=x onerror=alert(1)><svg onload=alert(1)>Not.</svg>Text.",
        "<p <b> <i attr='>'>Text.",
    ],
)
def test_a_hostile_page_is_read_for_its_text(body):
    texts = " ".join(line.text for line in lines(body))
    assert "Text." in texts
    assert "Not." not in texts
    assert "alert" not in texts


def test_what_a_script_compares_is_no_tag_that_the_page_goes_with():
    text = "It isn't known when the ferry to the island will sail again, the harbour master said. " * 80
    page = f"<html><body><script>if (a<b) c = 'it';</script><p title=it's>{text}</p></body></html>"
    assert any("harbour master" in line.text for line in read_page(page, "a.html").lines)
