"""Citations: in words and in the formats of reference managers; no text breaks out of a format."""

import json
import re
from dataclasses import replace

import pytest

from generator.messages import Messages
from generator.model import Source
from generator.publish.pages.citation import as_bibtex, as_csl, as_ris, citation_of, in_words
from generator.publish.pages.permalinks import permalink
from tests.publish.support import entry, pages_of, url_for

SOURCE = Source(
    "s.txt",
    "x",
    "Xinhua",
    "Li Wei",
    "https://x.example/a",
    accessed="2026-02-01T10:00Z",
    published="2026-01-29",
)
MADE = entry("e", title="Talks", original_title="Gespräche", date="2026-01-27", source=SOURCE)
CITED = citation_of(MADE, "A chronology", "https://c.example/id/s.html")


def words(one) -> str:
    return in_words(one, lambda date: f"<{date}>", Messages())


def test_a_citation_names_author_titles_publisher_date_site_and_both_addresses():
    assert words(CITED) == (
        "Li Wei. “Gespräche” [Talks], Xinhua, <2026-01-29>. A chronology, https://c.example/id/s.html. "
        "Source: https://x.example/a (fetched on <2026-02-01>)."
    )


def test_what_is_not_known_is_left_out():
    bare = citation_of(entry("e", title="T", source=Source("s.txt", "x")), "A chronology", "")
    assert words(bare) == "“T”. A chronology."
    assert as_ris(bare) == "TY  - ELEC\r\nTI  - T\r\nT2  - A chronology\r\nLA  - de\r\nID  - e\r\nER  - \r\n"
    assert "date" not in as_bibtex(bare)
    assert "issued" not in as_csl(bare)


def test_the_date_is_of_publication_never_of_what_is_reported():
    unpublished = replace(MADE, source=replace(SOURCE, published=None))
    one = citation_of(unpublished, "", "")
    assert one.date == ""
    assert not [
        text for text in (as_bibtex(one), as_ris(one), as_csl(one), words(one)) if "2026-01-27" in text
    ]
    assert "citation_publication_date" not in pages_of([unpublished]).of_entries.metadata(unpublished, "")


def test_when_the_source_was_fetched_is_in_each_format():
    assert "  urldate = {2026-02-01}" in as_bibtex(CITED)
    assert "Y2  - 2026/02/01" in as_ris(CITED)
    assert '"accessed"' in as_csl(CITED)


PERSONS = [
    ("Hannah Whitlock", [("Whitlock", "Hannah")]),
    ("Karl-Heinz Öhlmann", [("Öhlmann", "Karl-Heinz")]),
    ("Jens P. McArdle", [("McArdle", "Jens P.")]),
    ("Anna Maria Lenz-Huber", [("Lenz-Huber", "Anna Maria")]),
    ("Hannah Whitlock and Jonas Kübler", [("Whitlock", "Hannah"), ("Kübler", "Jonas")]),
    ("Jutta Braun, Uwe Lenz und Tim O’Shea", [("Braun", "Jutta"), ("Lenz", "Uwe"), ("O’Shea", "Tim")]),
]


@pytest.mark.parametrize(("author", "persons"), PERSONS)
def test_who_is_surely_a_person_has_a_family(author, persons):
    one = replace(CITED, author=author)
    names = [f"{family}, {given}" for family, given in persons]
    assert f"  author = {{{' and '.join(names)}}}" in as_bibtex(one)
    assert [line[6:] for line in as_ris(one).splitlines() if line.startswith("AU")] == names
    written = [{"family": family, "given": given} for family, given in persons]
    assert json.loads(as_csl(one))[0]["author"] == written
    assert author in words(one)


@pytest.mark.parametrize(
    "author",
    [
        "Li Wei",  # the family's name may come first
        "Press Office",
        "Martin Ministry",
        "Norby Evening Star",
        "Whitlock, Hannah",
        "Hannah",
        "HANNAH WHITLOCK",
        "Hannah Whitlock, Norby Herald",
        "Anna van der Lenz",
        "José García López",
        "Peter Paul",
    ],
)
def test_who_may_be_no_person_stays_whole(author):
    one = replace(CITED, author=author)
    assert f"  author = {{{{{author}}}}}" in as_bibtex(one)
    assert f"AU  - {author}\r\n" in as_ris(one)
    assert json.loads(as_csl(one))[0]["author"] == [{"literal": author}]


def test_a_newspaper_called_like_a_person_is_none():
    one = replace(CITED, author="Florian Anzeiger", publisher="Florian Anzeiger")
    assert "{{Florian Anzeiger}}" in as_bibtex(one)


DATES = [
    ("2026-01-29", "  date = {2026-01-29},", "DA  - 2026/01/29/", {"date-parts": [[2026, 1, 29]]}),
    ("2026", "  date = {2026},", "DA  - 2026/", {"date-parts": [[2026]]}),
    ("2026-01~", "  date = {2026-01~},", "PY  - 2026", {"circa": True, "edtf": "2026-01~"}),
    ("2026-01/2026-02", "  date = {2026-01/2026-02},", "PY  - 2026", {"edtf": "2026-01/2026-02"}),
    ("[2023-12-18..2023-12-24]", "", "", {"date-parts": [[2023, 12, 18], [2023, 12, 24]]}),
    ("XXXX-01-29", "", "", {"literal": "XXXX-01-29"}),
]


@pytest.mark.parametrize(("edtf", "bibtex", "ris", "csl"), DATES)
def test_a_date_is_written_as_each_format_can(edtf, bibtex, ris, csl):
    one = replace(CITED, date=edtf)
    assert bibtex in as_bibtex(one)
    assert bool(bibtex) == ("  date = " in as_bibtex(one))
    assert ris in as_ris(one)
    assert csl.items() <= json.loads(as_csl(one))[0]["issued"].items()


EVIL = 'a}, note = {b}\n}\n@comment{% "\\input{x}\r\nER  - \r\nTY  - BOOK </script>'


def test_no_text_breaks_out_of_a_format():
    source = replace(SOURCE, author=EVIL, publisher=EVIL, url=f"https://x.example/{EVIL}")
    one = citation_of(replace(MADE, original_title=EVIL, title=EVIL, source=source), EVIL, "")
    lines = as_bibtex(one).splitlines()
    assert len([line for line in lines if re.match(r"  \w+ = \{", line)]) == len(lines) - 2
    assert as_ris(one).count("\r\nER  - ") == as_ris(one).count("TY  - ELEC") == 1
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in as_ris(one).splitlines())
    assert json.loads(as_csl(one))[0]["author"] == [{"literal": one.author}]


@pytest.mark.parametrize(
    ("seed", "path"),
    [
        ("000_7cc.txt", "id/000_7cc.html"),
        ("page.html", "id/page.html.html"),
        ("", ""),
    ],
)
def test_an_address_for_good_is_by_the_source_file(seed, path):
    assert permalink(entry(source=Source(seed, "x"))) == path


@pytest.mark.parametrize(
    "seed", ["../x.txt", "a/b.txt", "<b>.txt", ".hidden.txt", "ü.txt", "a" * 300, " .txt"]
)
def test_no_name_of_a_file_leads_elsewhere(seed):
    assert re.fullmatch(r"id/[a-z0-9-]{1,100}\.html", permalink(entry(source=Source(seed, "x"))))
    assert permalink(entry(source=Source(seed, "x"))) != permalink(entry(source=Source(f"{seed}x", "x")))


def test_a_page_tells_reference_managers_what_it_is():
    head = pages_of([MADE]).of_entries.metadata(MADE, "https://c.example/entries/e/")
    assert '<meta name="citation_title" content="Gespräche">' in head
    assert '<meta name="citation_author" content="Li Wei">' in head
    assert '<meta name="citation_publication_date" content="2026/01/29">' in head
    assert '<meta property="og:url" content="https://c.example/entries/e/">' in head
    notes = pages_of([MADE]).of_entries.notes(MADE, (), url_for)
    assert re.findall(r'download="e.(\w+)" href="data:text/plain', notes) == ["bib", "ris", "json"]
    assert "Fetched</dt><dd>" in notes


def test_no_other_address_than_one_of_the_web_is_cited():
    one = replace(MADE, source=replace(MADE.source, url="javascript:alert(1)"))
    assert not citation_of(one, "Chronik", "").source
