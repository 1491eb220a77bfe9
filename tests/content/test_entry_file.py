"""An entry as a file: what is written is what is read."""

import re
import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.entry_file import dump_entry, load_entry, read_entry
from generator.content.fields import is_visible
from generator.errors import InputError
from generator.language.markup import escape
from generator.model import (
    Entry,
    Event,
    Evidence,
    Kind,
    Language,
    Prose,
    Rendering,
    Role,
    Segment,
    SegmentId,
    Slug,
    Source,
    Translation,
    TranslationBy,
)

PLACE = "content/entries/x.md"
LANGUAGES = st.sampled_from(["de", "en", "zh", "ru"]).map(Language)
DATES = st.sampled_from(
    [
        "2023-12-28",
        "2023-12",
        "2023",
        "0044",
        "2023~",
        "XXXX-01-29",
        "2021-10-14/2021-10-17",
        "[2023-12-18..2023-12-24]",
        "2023-12-28T12:47+00:00",
    ]
)
# `null` and `~` are looked at in test_front_matter.py.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).filter(
    lambda text: is_visible(text) and text not in ("null", "~")
) | st.sampled_from(["1905", "no", "a: b", "# x", "- x", '"', "---", "true", "{{ x }}", "é"])
NAMES = st.text(string.ascii_lowercase + string.digits + "-", min_size=1)
INLINE = (
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")))
    | st.text("<>&{}[]:#*_`|-=~!. abs1", min_size=1)
).map(lambda text: escape(unicodedata.normalize("NFC", " ".join(text.split()))))
PROSE = st.sampled_from(
    [
        "A remark[^1].",
        "[^1]: What the remark says.",
        "!!! note\n    Read this.\n\n    And this.",
        "- one\n- two\n\n- three",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "## A heading",
        "```\ncode\n\n{: #s9 lang=de }\n```",
        '<div class="x">\n\nText\n\n</div>',
        "Two\nlines\n\nand more.",
        "A paragraph with an attribute.\n{: .wide }",
        "A paragraph with an id.\n{: #here }",
        "---",
    ]
)


def texts_or_none():
    return st.none() | TEXTS


@st.composite
def blocks(draw):
    made = []
    for number in range(1, draw(st.integers(0, 4)) + 1):
        if draw(st.booleans()):
            made.append(Prose(draw(PROSE)))
        text = draw(INLINE.filter(bool))
        language = draw(LANGUAGES)
        rendering = draw(
            st.none()
            | st.builds(
                Rendering,
                LANGUAGES.filter(lambda other, own=language: other != own),
                INLINE.filter(bool),
                st.none() | st.sampled_from(TranslationBy),
            )
        )
        attributes = draw(st.sampled_from([(), (".wide",), (".wide", "data-x=1")]))
        made.append(
            Segment(
                SegmentId(f"s{number}"),
                language,
                text,
                draw(st.sampled_from(Role)),
                rendering,
                attributes,
            )
        )
    if draw(st.booleans()):
        made.append(Prose(draw(PROSE)))
    return tuple(made)


SEGMENTS = st.none() | st.sampled_from(["s1", "s2"]).map(SegmentId)
EVIDENCE = st.builds(
    Evidence,
    gives=DATES,
    quote=TEXTS | st.just(""),
    segment=SEGMENTS,
    line=st.none() | st.integers(1, 9999),
    record=st.none() | NAMES.map(Slug),
    rule=TEXTS | st.just(""),
)
ENTRIES = st.builds(
    Entry,
    slug=NAMES.map(Slug),
    title=TEXTS,
    language=LANGUAGES,
    kind=st.sampled_from(Kind),
    source=st.builds(
        Source,
        seed=TEXTS,
        sha256=TEXTS,
        publisher=texts_or_none(),
        url=texts_or_none(),
        published=st.none() | DATES,
        published_from=texts_or_none(),
        dateline=texts_or_none(),
    ),
    date=st.none() | DATES,
    date_evidence=st.lists(EVIDENCE, max_size=2).map(tuple),
    original_title=texts_or_none(),
    translated_title=texts_or_none(),
    title_supplied=st.booleans(),
    summary=texts_or_none(),
    translation=st.none()
    | st.builds(Translation, LANGUAGES, st.sampled_from(TranslationBy), texts_or_none(), texts_or_none()),
    events=st.lists(st.builds(Event, DATES, TEXTS, SEGMENTS), max_size=2).map(tuple),
    related=st.lists(NAMES.map(Slug), max_size=2).map(tuple),
    not_related=st.lists(NAMES.map(Slug), max_size=2).map(tuple),
    page_options=st.dictionaries(
        st.sampled_from(["tags", "hide", "description", "icon"]),
        TEXTS | st.lists(TEXTS, min_size=1, max_size=2),
        max_size=2,
    ),
    blocks=blocks(),
)


@given(ENTRIES)
def test_reading_what_was_written_gives_the_entry_again(entry):
    assert load_entry(dump_entry(entry), entry.slug, PLACE) == entry


@given(ENTRIES)
def test_writing_what_was_read_gives_the_file_again(entry):
    text = dump_entry(entry)
    assert dump_entry(load_entry(text, entry.slug, PLACE)) == text


HEADER = "title: T\nlanguage: de\nkind: article\nsource: {seed: a.txt, sha256: x}\n"


def load(header: str = HEADER, body: str = "") -> Entry:
    return load_entry(f"---\n{header}---\n{body}", Slug("x"), PLACE)


def refused(header: str = HEADER, body: str = "") -> InputError:
    with pytest.raises(InputError) as caught:
        load(header, body)
    return caught.value


def test_the_least_an_entry_needs():
    assert load() == Entry(
        slug=Slug("x"),
        title="T",
        language=Language("de"),
        kind=Kind.ARTICLE,
        source=Source("a.txt", "x"),
    )


def test_the_form_of_a_file_is_the_one_in_the_design():
    entry = Entry(
        slug=Slug("x"),
        title="Defence ministry: press conference",
        language=Language("de"),
        kind=Kind.PRESS_CONFERENCE,
        source=Source("a.txt", "00ff", published="2026-01-29"),
        date="2026-01-29",
        date_evidence=(Evidence(gives="XXXX-01-29", quote="am 29. Januar", segment=SegmentId("s1")),),
        translation=Translation(Language("en"), TranslationBy.ARGOS, "translate-de_en 1.3"),
        blocks=(
            Segment(
                SegmentId("s1"),
                Language("de"),
                "Laut der Website …",
                Role.SUMMARY,
                Rendering(Language("en"), "According to …"),
            ),
            Prose("A note."),
        ),
    )
    assert dump_entry(entry) == (
        "---\n"
        "title: 'Defence ministry: press conference'\n"
        'date: "2026-01-29"\n'
        "date_evidence:\n"
        '  - gives: "XXXX-01-29"\n'
        "    quote: am 29. Januar\n"
        "    segment: s1\n"
        "language: de\n"
        "kind: press conference\n"
        "source:\n"
        "  seed: a.txt\n"
        "  sha256: 00ff\n"
        '  published: "2026-01-29"\n'
        "translation:\n"
        "  language: en\n"
        "  by: argos\n"
        "  package: translate-de_en 1.3\n"
        "---\n"
        "\n"
        "Laut der Website …\n"
        "{: #s1 lang=de .summary }\n"
        "\n"
        "According to …\n"
        "{: lang=en }\n"
        "\n"
        "A note.\n"
    )


def test_a_tab_in_a_text_is_space():
    """Nobody sees one at the end of a line that is folded."""
    assert (
        load(HEADER + "summary: >-\n  One sentence\t\n  of two\tlines.\t\n").summary
        == "One sentence  of two lines."
    )
    with pytest.raises(InputError, match="must be a text on one line"):
        load(HEADER + "summary: |-\n  One\n  two.\n")


PROBLEMS = (
    ("", "title is missing"),
    ("", "language is missing"),
    (HEADER.replace("title: T\n", ""), "title is missing"),
    (HEADER.replace("T\n", "[a]\n", 1), "title must be a text"),
    (HEADER.replace("de", "german", 1), "language is not a language code: 'german'"),
    (HEADER.replace("article", "poem"), "kind is 'poem'; it must be one of: article, press release"),
    (HEADER + "date: 28.12.2023\n", "date is not an EDTF date: '28.12.2023'"),
    (HEADER + "date_evidence: [{gives: gestern}]\n", "date_evidence[1].gives is not an EDTF date"),
    (HEADER + "date_evidence: x\n", "date_evidence must be a list of `key: value` groups"),
    (HEADER + "date_evidence: [{gives: 2023, why: x}]\n", "date_evidence[1].why is not a known key"),
    (HEADER + "date_evidence: [{gives: 2023, line: x}]\n", "line must be a whole number"),
    (HEADER + "events: [{date: 2023}]\n", "events[1].title is missing"),
    (HEADER + "relatd: [x]\n", "relatd is not a known key"),
    (HEADER + "related: x\n", "related must be a list of texts"),
    (HEADER + "title_supplied: maybe\n", "title_supplied must be true or false"),
    (HEADER + "translation: argos\n", "translation must be a list of `key: value` lines"),
    (HEADER + "translation: {language: en, by: human}\n", "translation.by is 'human'"),
    (HEADER.replace(", sha256: x", ""), "source.sha256 is missing"),
    (HEADER.replace("seed: a.txt, ", ""), "source.seed is missing"),
)


@pytest.mark.parametrize(("header", "problem"), PROBLEMS)
def test_a_wrong_header_is_refused_with_the_key(header, problem):
    error = refused(header)
    assert problem in error.problem
    assert error.place.startswith(PLACE)


NOT_OPTIONAL = (
    (HEADER + "date_evidence: [{quote: x}]\n", "date_evidence[1].gives"),
    (HEADER + "events: [{title: x}]\n", "events[1].date"),
    (HEADER + "translation: {by: argos}\n", "translation.language"),
    (HEADER + "translation: {language: en}\n", "translation.by"),
)


@pytest.mark.parametrize(("header", "key"), NOT_OPTIONAL)
def test_what_the_model_needs_is_not_guessed(header, key):
    """Evidence that gives nothing, a translation by nobody: pages would show a gap, or a guess."""
    assert f"{key} is missing" in refused(header).problem


def test_all_problems_are_listed_at_once():
    error = refused(
        "titel: T\nlanguage: xx\nkind: poem\ndate: gestern\nevents: [{date: morgen}]\n"
        "source: {seed: a.txt, hash: x}\n",
        "Eins.\n{: #s1 lang=de }\n\nZwei.\n{: #s1 lang=de }\n",
    )
    for part in (
        "titel is not a known key (did you mean title?)",
        "language is not a language code: 'xx'",
        "kind is 'poem'",
        "date is not an EDTF date",
        "events[1].title is missing",
        "events[1].date is not an EDTF date",
        "source.sha256 is missing",
        "source.hash is not a known key",
        "the segment id s1 stands on 2 paragraphs",
    ):
        assert part in error.problem
    assert "\n" not in str(error)


def test_what_is_wrong_is_not_called_missing_too():
    assert "missing" not in refused(HEADER.replace("language: de", "language: xx")).problem


def test_a_segment_id_on_two_paragraphs_is_refused():
    body = "Eins.\n{: #s1 lang=de }\n\nZwei.\n{: #s2 lang=de }\n\nDrei.\n{: #s1 lang=de }\n"
    error = refused(body=body)
    assert error.problem == "the segment id s1 stands on 2 paragraphs"
    assert error.remedy == "give all but one another id, in the line {: #s1 … } below it"
    assert refused(HEADER.replace("language: de", "language: xx"), body).remedy.startswith("give all but one")


@pytest.mark.parametrize("text", ["", "Text only.\n", "---\ntitle: T\n", "title: T\n---\n"])
def test_a_file_without_header_is_refused(text):
    with pytest.raises(InputError, match="no front matter") as caught:
        load_entry(text, Slug("x"), PLACE)
    assert caught.value.place.startswith(PLACE)


def test_an_editor_may_use_the_themes_keys():
    entry = load(HEADER + "tags: [a, b]\nhide: [toc]\nicon: material/x\n")
    assert entry.page_options == {"tags": ["a", "b"], "hide": ["toc"], "icon": "material/x"}


def test_an_unquoted_date_is_the_text_that_was_typed():
    assert load(HEADER + "date: 1905-03-02\n").date == "1905-03-02"
    assert load(HEADER + "date: 1905\n").date == "1905"


@pytest.mark.parametrize("title", ['"\u200b\u2060"', '"\u00ad"', '"\\u2003"'])
def test_a_title_that_nobody_sees_is_refused(title):
    header = re.sub("(?m)^title: .*$", lambda _: f"title: {title}", HEADER)
    assert header != HEADER
    assert "title must be a text" in refused(header).problem


def test_a_number_of_a_thousand_digits_is_refused():
    """Python's own conversion fails at 4,300."""
    evidence = f'date_evidence: [{{gives: "2023", line: {"1" * 5000}}}]\n'
    assert "at most 9 digits" in refused(HEADER + evidence).problem


def read(header: str, body: str = "Eins.\n{: #s1 lang=de }\n"):
    entry, issues = read_entry(f"---\n{header}---\n\n{body}", Slug("e"), PLACE)
    return entry, [(issue.place.removeprefix(PLACE), issue.problem) for issue in issues]


def test_one_wrong_key_takes_nothing_else_away():
    entry, problems = read(HEADER + "sumary: A sentence.\ndate: 2023\n")
    assert problems == [(":6", "sumary is not a known key (did you mean summary?)")]
    assert (entry.title, entry.date, len(entry.segments)) == ("T", "2023", 1)


def test_what_can_not_be_used_is_left_out_and_the_rest_is_there():
    events = "events:\n  - {date: 2023, title: A}\n  - {date: 2023}\n  - {date: 2024, titel: B}\n"
    entry, problems = read(HEADER + events + "date: 1.2.2023\n")
    assert problems == [
        (":8", "events[2].title is missing"),
        (":9", "events[3].titel is not a known key (did you mean title?)"),
        (":10", "date is not an EDTF date: '1.2.2023' (write 2023-12-28 or 2023-12)"),
    ]
    assert [event.title for event in entry.events] == ["A"]
    assert entry.date is None


def test_a_date_with_the_year_first_is_offered_as_it_is_written_here():
    for written, offered in (
        ("2025.05.21", "2025-05-21"),
        ("2025/5/2", "2025-05-02"),
        ("2025.13.40", "2023-12-28"),
    ):
        _, [(_, problem)] = read(HEADER + f"date: {written}\n")
        assert f"(write {offered}" in problem


def test_an_entry_without_title_and_language_has_those_of_its_file_and_its_text():
    entry, problems = read("date: 2023\n")
    assert (entry.title, entry.language) == ("e", "de")
    assert [problem for _, problem in problems] == ["title is missing", "language is missing"]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("sumary", "summary"),
        ("Title", "title"),
        ("not-related", "not_related"),
        ("tag", "tags"),
        ("colour", None),
        ("x", None),
    ],
)
def test_a_key_near_to_a_known_one_is_asked_about(key, meant):
    header = HEADER.replace("title: ", "title_: ") if key == "Title" else HEADER
    (problem, *_) = [p for _, p in read(f"{header}{key}: x\n")[1] if p.startswith(key)]
    assert problem == f"{key} is not a known key" + (f" (did you mean {meant}?)" if meant else "")


def test_an_entry_needs_no_seed():
    """Running text is read as segments, whoever writes it need not write attribute lists."""
    text = (
        "---\ntitle: T\ndate: 2023\nlanguage: en\n---\n\nOne **two**.\n\n- a list\n\n> quoted\n\n"
        "Drei.\n{: lang=de }\n\n!!! note\n    A note.\n\nFour.[^1]\n\n[^1]: A source.\n"
    )
    entry = load_entry(text, Slug("e"), PLACE)
    assert [(one.id, one.language, one.text) for one in entry.segments] == [
        ("s1", "en", "One **two**."),
        ("s2", "en", "Four.[^1]"),
    ]
    assert (entry.source, entry.kind) == (Source(), None)


def test_a_translation_below_a_paragraph_of_ones_own_belongs_to_it():
    text = "---\ntitle: T\nlanguage: en\n---\n\nOne.\n\nEins.\n{: lang=de }\n\nTwo.\n{: #s1 }\n"
    (segment,) = load_entry(text, Slug("e"), PLACE).segments
    assert segment.rendering
    assert segment.rendering.text == "Eins."


def test_a_note_in_an_entry_with_a_seed_stays_a_note():
    assert load(body="A note.\n").segments == ()


def test_a_seed_and_its_hash_come_together():
    for source, key in (("{seed: a}", "sha256"), ("{sha256: a}", "seed")):
        assert f"source.{key} is missing" in refused(f"title: T\nlanguage: de\nsource: {source}\n").problem
    load("title: T\nlanguage: de\nsource: {publisher: P, url: 'https://example.org'}\n")
