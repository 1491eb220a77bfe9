"""The article, the whole article, and nothing but the article: seeds beside what is expected."""

from dataclasses import replace

import pytest
import yaml

from generator.errors import InputError
from generator.generate.clean import clean, sort_lines
from generator.generate.draft import Draft, new_draft
from generator.generate.header import read_header
from generator.generate.read import read
from generator.generate.seed_text import Statement, Subject, read_lines
from generator.generate.sidecar import Sidecar
from generator.model import Role
from tests.conftest import ROOT
from tests.effort import is_linear

CASES = sorted((ROOT / "tests" / "golden").iterdir())
SEEDS = ROOT / "seeds"
MAX = 2_000_000


def cleaned(path) -> Draft:
    """By what the document says, without its sidecar."""
    return read_header(clean(replace(read(path, path.parent, MAX), sidecar=Sidecar())))


def test_there_are_golden_cases_in_both_languages():
    assert {case.name.split("_")[1] for case in CASES} == {"de", "en"}
    assert len(CASES) >= 14


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_golden_case_gives_what_is_expected(case):
    expected = yaml.safe_load((case / "expected.yml").read_text("utf-8"))
    draft = cleaned(case / "seed.txt")
    entry, source = draft.entry, draft.entry.source
    found = {
        "title": entry.title or None,
        "language": draft.language,
        "published": source.published and source.published[:10],
        "publisher": source.publisher,
        "kind": str(entry.kind),
        "paragraphs": [{"role": str(line.role), "text": line.text} for line in draft.kept],
    }
    assert found == expected


# headline, summary, paragraphs, captions: the numbers of the lines in the seed
KEPT = {
    "000_7ccac468cad1dfe3.txt": (None, [], [1, 2, 3, 4], []),
    "001_d46b8b9bb079dfb7.txt": (1, [2, 3], [4, 5, 6, 7, 8, 9, 10, 11], []),
    "002_a7580d7afffd993a.txt": (5, [], [7, 9, 11, 13, 15, 17], []),
    "003_2d15c040de0b7007.txt": (3, [], [8, 12, 14, 16, 18, 20, 22, 24, 26], [10]),
    "004_463dc4cbf172e28c.txt": (6, [], [74, 75, 80, 81, 86], []),
}
METADATA = {
    "000_7ccac468cad1dfe3.txt": ("de", "press conference", None, None),
    "001_d46b8b9bb079dfb7.txt": ("en", "article", None, None),
    "002_a7580d7afffd993a.txt": (
        "en",
        "press release",
        "2021-11-25",
        "Ministry of National Defense of the People's Republic of China",
    ),
    "003_2d15c040de0b7007.txt": ("en", "article", "2023-12-29", "Vietnam.vn"),
    "004_463dc4cbf172e28c.txt": (
        "en",
        "article",
        "2023-12-28T12:47+00:00",
        "Sputnik",
    ),
}


@pytest.mark.usefixtures("first_chronology")
@pytest.mark.parametrize("name", KEPT)
def test_a_real_seed_keeps_exactly_the_lines_of_its_article(name):
    draft = cleaned(SEEDS / name)
    roles = (Role.SUMMARY, Role.PARAGRAPH, Role.CAPTION, Role.HEADING)
    numbers = {role: [line.number for line in draft.kept if line.role is role] for role in roles}
    headline, summary, paragraphs, captions = KEPT[name]
    assert (draft.headline.number if draft.headline else None) == headline
    assert numbers == {
        Role.SUMMARY: summary,
        Role.PARAGRAPH: paragraphs,
        Role.CAPTION: captions,
        Role.HEADING: [],
    }


@pytest.mark.usefixtures("first_chronology")
@pytest.mark.parametrize("name", METADATA)
def test_a_real_seed_says_of_itself_what_is_known_of_it(name):
    draft = cleaned(SEEDS / name)
    source = draft.entry.source
    found = (draft.language, str(draft.entry.kind), source.published, source.publisher)
    assert found == METADATA[name]


def draft_of(text, sidecar=None):
    return new_draft("a.txt", "", read_lines(text), sidecar)


def everything():
    return [*(case / "seed.txt" for case in CASES), *(SEEDS / name for name in KEPT if SEEDS.is_dir())]


@pytest.mark.parametrize("path", everything(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_line_is_kept_or_the_headline_or_dropped_by_a_rule(path):
    draft = sort_lines(read(path, path.parent, MAX))
    lines = {line.number: line.text for line in draft.lines}
    places = [*draft.kept, *draft.dropped, *([draft.headline] if draft.headline else [])]
    assert sorted(place.number for place in places) == sorted(lines)
    assert all(place.text == lines[place.number] for place in places)
    assert all(line.rule for line in draft.dropped)
    assert [line.number for line in draft.kept] == sorted(line.number for line in draft.kept)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_article_alone_is_kept_whole(case):
    """What cleaning kept, given to it as a seed, is an article without a page around it."""
    draft = cleaned(case / "seed.txt")
    lines = [draft.headline.text] if draft.headline else []
    lines += [line.text for line in draft.kept]
    again = replace(draft, lines=read_lines("\n\n".join(lines)), headline=None, kept=(), dropped=())
    again = read_header(clean(again))
    assert [line.text for line in again.kept] == [line.text for line in draft.kept]


PROSE = (
    "The two navies began a joint exercise in the Sea of Japan on Monday, officials said. "
    "Ten ships and thirty aircraft will take part in it, according to a statement."
)
GERMAN_PROSE = (
    "Die beiden Marinen haben am Montag eine gemeinsame Übung im Japanischen Meer begonnen. "
    "Daran nehmen nach Angaben des Ministeriums zehn Schiffe und dreißig Flugzeuge teil."
)
FURNITURE = (
    " date 2023-12-28 International",
    "https://example.org/a/b.html",
    "/html/head/meta[@name='og:title']/@content",
    "2023-12-28T12:47+0000",
    "12:47 GMT 28.12.2023",
    "Published: March 3, 2022",
    "Stand: 14.03.2022, 16:30 Uhr",
    "11/25/2021 | Press release | Distributed by Public on 11/25/2021 03:59",
    "Pressemitteilung Nr. 12/2022",
    "1920",
    "+74956456601",
    "en_EN",
    "true",
    "© 2023 Sputnik All rights reserved. 18+",
    "feedback@example.org",
    "Subscribe",
    "Teilen",
    "Log in or register",
    "By JANE DOE, Staff Writer",
    "Read more: Ten ships leave Vladivostok",
    "Lesen Sie auch: Zehn Schiffe verlassen Wladiwostok",
    "5 min read",
    "Home > News > World",
    "russia, china, joint drills, navy",
    "Foto: Pazifikflotte",
    "Seite 3 von 12",
    "Harbour board, minutes of May 4 - Page 2 of 3",
    "- 4 -",
    "Drucksache 6/2207 – 2 – Landtag Oberland – 6. Wahlperiode",
)


MENU = ("Harbour Post", "Home", "News", "World", "Sport", "Log in")
FOOT = ("Most read", "Ten ships to see this year", "About us", "Contact", "Privacy policy", "© Harbour Post")


@pytest.mark.parametrize("line", FURNITURE)
def test_page_furniture_is_dropped_wherever_it_stands(line):
    below = [PROSE.replace("Monday", day).replace("ten", "20") for day in ("Tuesday", "Wednesday", "Friday")]
    draft = clean(draft_of("\n".join([*MENU, PROSE, below[0], line, *below[1:], *FOOT])))
    assert [kept.text for kept in draft.kept] == [PROSE, *below]


ARTICLE_LINES = (
    "“No.”",
    "“Are you sure?” he asked.",
    "According to the latest news from Vladivostok, ten ships left port on Monday, he said.",
    "On 28 December 2023 the ministry denied it.",
    "Subscribe or not, he said, nobody will read it.",
    "Read also what he wrote about the ships, she said.",
    "Read more: that was what they all wanted to do, said the head of the school in the port.",
    "Q: When?",
    "- The first of three points is that ships must be ready,",
    "The figure of seven ships stands on page 3 of 12",
    "The measures of the boxes on board were 20 - 25 - 30 centimetres.",
    "Of the ships that left – 2 – one came back on Monday – 1 – and one did not.",
    "date 2022-04-12 The harbour board approved the new pier on Tuesday, its chair said.",
)


@pytest.mark.parametrize("line", ARTICLE_LINES)
def test_a_line_of_the_article_is_kept_though_it_looks_odd(line):
    other = "A spokesman for the Pacific Fleet gave no reasons. He said that more would follow soon."
    draft = clean(draft_of(f"{PROSE}\n{line}\n{other}\n"))
    assert [kept.text for kept in draft.kept] == [PROSE, line, other]


def test_a_line_in_another_language_stays():
    stray = "Die beiden Marinen haben am Montag eine gemeinsame Übung im Meer begonnen."
    draft = clean(draft_of(f"{PROSE}\n{stray}\n{PROSE.replace('Ten', 'Twenty')}\n"))
    assert not draft.dropped


@pytest.mark.parametrize(("text", "language"), [(PROSE, "en"), (GERMAN_PROSE, "de")])
def test_the_language_is_told_from_the_text(text, language):
    assert clean(draft_of(text)).language == language


def test_the_sidecars_language_wins():
    text = "Ja. Nein. Ja, nein.\n" * 3
    draft = draft_of(text, Sidecar(language="de"))
    assert sort_lines(draft).language == "de"


@pytest.mark.parametrize(
    ("text", "language"),
    [("x y z.", "de"), ("Skipper Smith, Cadiz, wins.", "en"), ("Kapitän in Kiel.", "de")],
)
def test_a_language_in_doubt_is_the_likeliest_of_the_sites_and_said(text, language):
    draft = sort_lines(draft_of(text), ("de", "en"))
    assert draft.language == language
    assert [str(issue) for issue in draft.issues] == [
        f"seeds/a.txt: taken for {'German' if language == 'de' else 'English'}, which its few words leave in "
        f"doubt; write `language: {language}` (or another code) into its sidecar .yml"
    ]


def test_a_language_in_doubt_takes_no_line_out():
    """What looks like another language may be this one."""
    assert len(sort_lines(draft_of("xq zzkw vvp qqx jjw. Kkz wwq pfx.\n")).kept) == 1


def test_a_language_that_is_plain_is_not_doubted():
    assert not sort_lines(draft_of(PROSE)).issues


def test_what_a_page_says_its_language_is_counts_as_expected():
    text = "Fregatten Iver i Helsingborg."
    said = replace(draft_of(text), statements=(Statement(Subject.LANGUAGE, "sv-SE", "<html lang>"),))
    assert (sort_lines(draft_of(text)).language, sort_lines(said).language) == ("de", "sv")


@pytest.mark.parametrize("text", ["Subscribe\nShare\n1920\n", "https://example.org/\n"])
def test_a_page_without_article_is_refused_with_what_to_do(text):
    with pytest.raises(InputError, match=r"no article text: (all 2 lines look|its one line looks) like"):
        clean(draft_of(text))


def test_one_line_again_and_again_takes_linear_time():
    line = "The council of Millport met on the old quay and voted for the lighthouse.\n"
    assert is_linear(lambda count: sort_lines(draft_of(line * count)), 100, 400)
