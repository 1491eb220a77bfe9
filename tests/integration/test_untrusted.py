# ruff: noqa: E501 - texts as they are found
"""Seeds are untrusted text from the web: whatever one holds is shown as text and does nothing."""

from __future__ import annotations

import json
import re
from functools import cache
from urllib.parse import urlsplit

import pytest
import yaml

from generator.content import front_matter
from generator.content.files import read_text
from generator.data_files import parse_yaml
from generator.generate.pipeline import generate as run_pipeline
from generator.model import Language, Severity
from generator.settings import load_settings
from tests.engines import FakeEngine
from tests.integration.support import (
    Html,
    build,
    copy_site_frame,
    entries_by_seed,
    entry_files,
    entry_path,
    generate_here,
    load,
    make_project,
    output,
    page,
    parse,
    searched_pages,
    snapshot,
)

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "img": "<img src=x onerror=alert(1)>",
    "svg": "<svg/onload=alert(1)>",
    "attributes": '{: onclick="alert(1)" }',
    "segment-attributes": '{: #s9 .heading lang=de onclick="alert(1)" }',
    "image": "![x](http://evil.example/x.png)",
    "link": "[x](vbscript:alert(1))",
    "reference": "[x]: http://evil.example",
    "autolink": "<http://evil.example>",
    "yaml": "--- title: pwned ---",
    "jinja": "{{ 7*7 }}",
    "raw": "{% raw %}",
    "heading": "# Heading",
    "table": "| a | b |",
    "fence": "```html",
    "tildes": "~~~",
    "admonition": "!!! note",
    "footnote": "[^1]: x",
    "abbreviation": "*[HTML]: x",
    "toc": "[TOC]",
    "entities": "&lt;script&gt;",
    "numeric-entities": "&#60;script&#62;",
    "title-end": "</title><script>alert(1)</script>",
    "title-entities": "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    "comment-end": "--><script>alert(1)</script><!--",
    "mark": "<!-- chronology -->",
    "markdown-in-html": '<div markdown="1">',
    "emphasis": "__bold__ *em* `code`",
    "backslashes": "\\<b\\> \\\\",
}
ENGLISH = """China and Russia {headline} vow to deepen their ties

BEIJING, Nov. 25, 2021 -- The ministry said on Thursday {body} that both sides would work together closely. They had agreed on it in the spring, it went on, when the ministers last met.

It was what the spokesman Mara Ellwood {body} told the reporters at the regular press conference in Beijing. He added that both had much to gain from it, and that nobody else needed to worry.

{start}was said to be the reason for the exercise Joint Sea 2021, which the two countries held together in autumn.

The spokesman said that the two countries would go on with their cooperation in many fields for years {body}

Neither side wanted to say how much the exercise had cost, or when there would be another one of its kind.

Source

{below}
"""
GERMAN = """China und Russland {headline} wollen ihre Beziehungen vertiefen

Peking, 25. November 2021 – Das Ministerium teilte am Donnerstag mit {body}, beide Seiten wollten eng zusammenarbeiten. Das hätten sie im Frühjahr vereinbart, als sich die Minister zuletzt getroffen hatten.

Das sagte der Sprecher Mara Ellwood {body} den Journalisten auf der regelmäßigen Pressekonferenz in der Hauptstadt. Er fügte hinzu, dass beide davon viel hätten und sich sonst niemand sorgen müsse.

{start}soll der Grund für die Übung Joint Sea 2021 gewesen sein, die beide Länder im Herbst gemeinsam abhielten.

Der Sprecher sagte, die beiden Länder würden ihre Zusammenarbeit auf vielen Gebieten fortsetzen {body}

Keine der beiden Seiten wollte sagen, wie viel die Übung gekostet hat oder wann es wieder eine dieser Art geben wird.

Quelle

{below}
"""
TEXTS = {"en": ENGLISH, "de": GERMAN}
TRANSCRIPT = """Laut der Website des Verteidigungsministeriums hielt es am 29. Januar 2026 eine Pressekonferenz ab.
Reporter: Berichten zufolge haben die Minister einen Videoanruf abgehalten {p} Wie lautet der Kommentar?
Jiang Bin ({p}): Am 27. Januar führte der Verteidigungsminister ein Gespräch mit seinem russischen Kollegen.
Jiang Bin: {p} China wird mit Russland zusammenarbeiten, um die strategische Koordination weiter zu stärken.
"""
RELEASE = """Ministry {publisher}

11/25/2021 | Press release | Distributed by Public on 11/25/2021 03:59

China and Russia vow to deepen their ties in the coming years

BEIJING ({agency}) -- The ministry said on Thursday that both sides would continue to work together closely.

It was what the spokesman Mara Ellwood told the reporters at the regular press conference in Beijing on Thursday.

Source: Ministry {publisher}
"""
LONG = (
    "The ministry said {p} that both sides would continue to work together closely in the coming years, and that "
    "number {n} of the many fields in which they do so is the exercise of their forces at sea, in the air and on "
    "land, which the spokesman Mara Ellwood called a contribution to the stability of the region when he spoke to "
    "reporters in Beijing."
)
"""Long enough not to be taken for a notice about JavaScript."""
SCRIPT_LINK = "[x](javascript:alert(1))"
OPENING_BLOCK = """---
title: pwned
hide: [everything]
---

The ministry said that number {n} of the two countries would continue to work together closely this year.

---
source: {{seed: other.txt}}
---

It was what the spokesman Mara Ellwood told the reporters at the regular press conference in Beijing on Thursday.
"""
SIDECARS = {
    "side-script": {
        "title": "</title><script>alert(1)</script>",
        "publisher": "<img src=x onerror=alert(1)>",
        "url": "javascript:alert(1)",
    },
    "side-case": {
        "title": '{: onclick="alert(1)" }',
        "publisher": "{{ 7*7 }}",
        "url": "JaVaScRiPt:alert(1)//http://",
    },
    "side-data": {
        "title": "&lt;/title&gt;&lt;script&gt;",
        "publisher": "&lt;script&gt;",
        "url": "data:text/html,<script>",
    },
    "side-quote": {
        "title": '"><img src=x onerror=alert(1)>',
        "publisher": '" onmouseover="alert(1)',
        "url": 'https://source.example/" onmouseover="alert(1)',
    },
    "side-mark": {
        "title": "<!-- chronology --> <!-- records -->",
        "publisher": "<!-- chronology -->",
        "url": "//evil.example",
    },
}
NAMES = (
    '"><img src=x onerror=alert(1)>.txt',
    "{{ 7*7 }}{% raw %}.txt",
    "a: b #c.txt",
    "[x](y) &lt;b&gt;.txt",
)
OUR_SCRIPTS = ("assets/reading.js", "assets/chronology.js")
"""Those that some pages have and others do not."""
LIST_TAGS = frozenset(
    """h1 h2 h3 ul ol li p span section details div figure figcaption svg defs linearGradient lineargradient stop g a title
    text line rect circle path button fieldset legend label input select option output form""".split()
)
"""Of lists, the picture above them and what narrows them down: none of it is a script, a frame or an image."""
HARMLESS = ("harmless-en.txt", "harmless-de.txt", "harmless-transcript.txt", "harmless-release.txt")
PAIRS = [(name, language) for name in HOSTILE for language in TEXTS]


class FakeEngines:
    """Hands out the fake engine for every pair."""

    def __init__(self) -> None:
        self.engine = FakeEngine()

    def installed(self, source: Language, target: Language) -> str:  # noqa: ARG002
        return self.engine.package

    def get(self, source: Language, target: Language) -> FakeEngine:  # noqa: ARG002
        return self.engine


def _seeds() -> dict[str, str]:
    seeds = {}
    for language, text in TEXTS.items():
        for name, payload in {**HOSTILE, "harmless": "harmless"}.items():
            seed = f"{name}-{language}.txt"
            seeds[seed] = text.format(
                headline=payload,
                body=payload,
                start=f"{payload} {name} ",
                below=payload,
            )
    for name, payload in {**HOSTILE, "harmless": "harmless"}.items():
        seeds[f"{name}-transcript.txt"] = TRANSCRIPT.format(p=payload)
    for name, publisher, agency in (
        ("harmless", "harmless", "Harmless"),
        ("release-img", "<img/src=x/onerror=alert(1)>", "<img src=x onerror=alert`1`>"),
        ("release-attributes", '{:onclick="alert(1)"}', '{: onclick="alert`1`" }'),
        ("release-entities", "&lt;script&gt;", "&lt;script&gt;"),
    ):
        seeds[f"{name}-release.txt"] = RELEASE.format(publisher=publisher, agency=agency)
    paragraphs = [LONG.format(p=SCRIPT_LINK, n=number) for number in ("one", "two", "three")]
    seeds["script-link.txt"] = "China and Russia vow to deepen their ties\n" + "\n".join(paragraphs)
    seeds["opening-block.txt"] = OPENING_BLOCK.format(n="one")
    for name in (*SIDECARS, *NAMES, "harmless-side"):
        stem = name.removesuffix(".txt")
        seeds[f"{stem}.txt"] = ENGLISH.format(headline="x", body=stem, start="It ", below="x")
    return seeds


SEEDS = _seeds()


def has_warnings(result):
    return any(issue.severity is not Severity.NOTE for issue in result.issues)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """A site of hostile and harmless seeds; the German ones translated by an engine that repeats all."""
    project = make_project(tmp_path_factory.mktemp("hostile") / "project")
    copy_site_frame(project)
    seeds = SEEDS
    for name, text in seeds.items():
        (project / "seeds" / name).write_text(text, encoding="utf-8")
    harmless_side = {"title": "x", "publisher": "x", "url": "https://source.example/"}
    for name, facts in {**SIDECARS, "harmless-side": harmless_side}.items():
        taken = {key: said for key, said in facts.items() if key != "url" or said.startswith("http")}
        (project / "seeds" / f"{name}.yml").write_text(yaml.safe_dump(taken), encoding="utf-8")
    done = generate_here(project)
    assert done.exit_code == 0, done.output
    for path in (project / "content/entries").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        for name, facts in SIDECARS.items():
            # A sidecar with such an address is refused; an editor may still write it into the entry.
            if not facts["url"].startswith("http"):
                seed = f"  seed: {name}.txt\n"
                text = text.replace(seed, f"{seed}  url: {json.dumps(facts['url'])}\n")
        path.write_text(text, encoding="utf-8")
    german = [name for name in seeds if name.endswith(("-de.txt", "-transcript.txt"))]
    assert not [r for r in run_pipeline(load_settings(project), FakeEngines(), german) if has_warnings(r)]
    done = build(project)
    assert done.returncode == 0, output(done)
    return project


@pytest.fixture(scope="session")
def entries(hostile):
    return entries_by_seed(hostile)


@pytest.fixture(scope="session")
def pages(hostile):
    """From a path in site/ to the parsed page."""
    return cache(lambda path: parse(hostile / "site" / path))


@pytest.fixture(scope="session")
def entry_page(hostile, entries, pages):
    return lambda seed: pages(page(hostile, entries[seed].slug).relative_to(hostile / "site").as_posix())


@pytest.fixture(scope="session")
def known(entry_page):
    """The elements, with the names of their attributes, that harmless seeds get."""
    return {
        _shape(element) for seed in (*HARMLESS, "harmless-side.txt") for element in entry_page(seed).elements
    }


def _shape(element):
    return element.tag, frozenset(element.attributes)


def _all_pages(project):
    return sorted(path.relative_to(project / "site").as_posix() for path in project.rglob("site/**/*.html"))


def _headings(html: Html):
    found = [e for e in html.elements if re.fullmatch(r"h[1-6]", e.tag)]
    return [e.tag for e in found if e.attributes.get("id") not in ("related", "named", "provenance")]


def _payloads():
    for name, payload in HOSTILE.items():
        for kind in (*TEXTS, "transcript"):
            yield pytest.param(f"{name}-{kind}.txt", payload, id=f"{name}-{kind}")


@pytest.mark.parametrize(("seed", "payload"), list(_payloads()))
def test_a_hostile_text_is_shown_word_for_word(seed, payload, entry_page):
    """What a seed holds can be read on its page exactly as it stands there."""
    assert payload in entry_page(seed).text


@pytest.mark.parametrize(("seed", "payload"), list(_payloads()))
def test_a_hostile_text_makes_no_element(seed, payload, entry_page, known):  # noqa: ARG001
    """A page has no element and no attribute that the page of a harmless seed has not."""
    shapes = {_shape(element) for element in entry_page(seed).elements}
    assert shapes - known == set()


@pytest.mark.parametrize(("name", "language"), PAIRS)
def test_headings_are_those_of_a_harmless_entry(name, language, entry_page):
    """Text never becomes a heading of the page."""
    assert _headings(entry_page(f"{name}-{language}.txt")) == _headings(
        entry_page(f"harmless-{language}.txt")
    )


@pytest.mark.parametrize(("name", "language"), PAIRS)
def test_front_matter_is_intact(name, language, hostile, entries):
    """A hostile headline is the title, whole, and adds no key to the header."""
    seed = f"{name}-{language}.txt"
    title = entries[seed].title if language == "en" else entries[seed].original_title
    # A bar parts a headline from a site's name; a line of signs alone may not be taken for a headline at all.
    assert HOSTILE[name] in title or name == "table" or entries[seed].title_supplied
    keys = []
    for one in (seed, f"harmless-{language}.txt"):
        path = entry_path(hostile, one)
        header, _ = front_matter.split(read_text(path, path.name))
        keys.append(list(parse_yaml(header, path.name)))
    assert [key for key in keys[0] if key != "title_supplied"] == keys[1]


@pytest.mark.parametrize(("name", "language"), PAIRS)
def test_segments_are_those_of_a_harmless_entry(name, language, entries):
    """No text ends a segment, adds one, or changes another's id, language or role."""
    wanted = {}
    for one in (name, "harmless"):
        found = entries[f"{one}-{language}.txt"]
        wanted[one] = [(s.id, s.language, s.attributes, bool(s.rendering)) for s in found.segments]
        assert len(found.blocks) == len(found.segments)
    # A line more or less may be taken for furniture; none gives more than one segment.
    lines = [line for line in SEEDS[f"{name}-{language}.txt"].split("\n") if line.strip()]
    shared = min(len(wanted["harmless"]), len(wanted[name]))
    assert len(wanted["harmless"]) - 1 <= len(wanted[name]) <= len(lines)
    assert wanted[name][:shared] == wanted["harmless"][:shared]


def test_the_page_title_shows_the_headline(entry_page):
    """The <title> holds the headline as text, tags and entities included."""
    for name, payload in HOSTILE.items():
        titles = entry_page(f"{name}-en.txt").find("title")
        assert payload in titles[0].text or name == "table", name


def test_no_page_runs_a_script_that_the_theme_did_not_put_there(hostile, pages):
    """Every page has the scripts of the theme only, in number and content."""
    allowed = [(e.attributes.keys(), e.text) for e in pages("about/index.html").find("script")]
    moved = re.compile(r'location\.replace\("\.\./(entries/)?[\w-]+/" \+ location\.hash\)')
    for path in _all_pages(hostile):
        if [bool(moved.fullmatch(e.text)) for e in pages(path).find("script")] == [True]:
            continue  # the page of an old address leads to the new one, and does nothing else
        data = [
            e.text for e in pages(path).find("script") if e.attributes.get("type") == "application/ld+json"
        ]
        assert all(json.loads(text) and "<" not in text for text in data), path
        scripts = [
            (e.attributes.keys(), re.sub(r'"base": *"[^"]*"', '"base": "../"', e.text).replace("../..", ".."))
            for e in pages(path).find("script")
            if e.text not in data and not (e.attributes.get("src") or "").endswith(OUR_SCRIPTS)
        ]
        if path != "404.html":
            assert len(scripts) == len(allowed), path
        assert not [text for _, text in scripts if "alert(1)" in text], path


def test_no_page_has_an_event_handler(hostile, pages):
    """No element of any page has an on… attribute."""
    for path in _all_pages(hostile):
        handlers = [e for e in pages(path).elements if any(name.startswith("on") for name in e.attributes)]
        assert not handlers, path


def test_no_page_leads_where_a_text_says(hostile, pages):
    """Addresses in a text are text; only the theme's own, relative and http(s) sources are links."""
    for path in _all_pages(hostile):
        for element in pages(path).elements:
            for name in ("href", "src", "action", "formaction", "srcset", "data", "poster", "xlink:href"):
                value = element.attributes.get(name)
                if value is None or (value == "javascript:void(0)" and "md-search__icon" in element.classes):
                    continue
                where = f"{path}: {element}"
                if "download" in element.attributes:  # a citation, as a file
                    assert re.fullmatch(r"data:text/plain;charset=utf-8,[\w%./~-]*", value, re.ASCII), where
                    continue
                assert "evil.example" not in value, where
                parts = urlsplit(value)
                assert parts.scheme in ("", "http", "https"), where
                if element.tag != "a":
                    assert not parts.netloc, where


@pytest.mark.parametrize("name", SIDECARS)
def test_a_sidecar_is_shown_as_text(name, entry_page, known):
    """Title, publisher and address of a sidecar are text; the address is a link only for http(s)."""
    html = entry_page(f"{name}.txt")
    facts = SIDECARS[name]
    assert facts["title"] in html.text
    assert facts["publisher"] in html.text
    links = [e.attributes["href"] for e in html.find("a") if "nofollow" in e.attributes.get("rel", "")]
    assert links == ([facts["url"]] if facts["url"].startswith("http") else [])
    assert {_shape(element) for element in html.elements} - known == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_is_shown_as_text(name, entries, entry_page, known):
    """A seed's name is text, and finds its entry again."""
    assert name in entries
    html = entry_page(name)
    assert name in html.text
    assert {_shape(element) for element in html.elements} - known == set()


@pytest.mark.parametrize("name", ["release-img", "release-attributes", "release-entities"])
def test_publisher_and_dateline_are_shown_as_text(name, entries, entry_page, known):
    """What stands where a publisher or an agency is looked for is text too."""
    seed = f"{name}-release.txt"
    entry, html = entries[seed], entry_page(seed)
    for value in filter(None, (entry.source.publisher, entry.source.dateline)):
        assert value in html.text
    assert entry.source.publisher
    assert {_shape(element) for element in html.elements} - known == set()


def test_a_link_to_a_script_is_text(entries, entry_page, known):
    """A javascript: link in a text is shown as it stands."""
    html = entry_page("script-link.txt")
    assert len(entries["script-link.txt"].segments) == 3
    assert html.text.count(SCRIPT_LINK) == 3
    assert {_shape(element) for element in html.elements} - known == set()


def test_a_yaml_block_in_a_seed_sets_nothing(entries):
    """Front matter that a seed brings along, at its start or inside, is never the entry's own."""
    entry = entries["opening-block.txt"]
    assert entry.title != "pwned"
    assert entry.source.seed == "opening-block.txt"
    assert not entry.page_options


def test_lists_and_records_show_hostile_text_as_text(pages, known):
    """The home page, year pages and records quote texts without their markup."""
    lists = {_shape(element) for element in pages("about/index.html").elements} | known
    lists |= {_shape(element) for element in pages("records/harwick/index.html").elements}
    lists |= {("ol", frozenset(["class"])), ("blockquote", frozenset(["lang"]))}
    for path in ("index.html", "years/2021/index.html", "records/mara-ellwood/index.html"):
        assert [payload for payload in HOSTILE.values() if payload not in pages(path).text] == []
        extra = {_shape(element) for element in pages(path).elements} - lists
        assert {tag for tag, _ in extra} <= LIST_TAGS, sorted(map(str, extra))


def test_search_has_texts_as_they_are(hostile):
    """The search field shows them as text, so they are not escaped."""
    everything = " ".join(text for page in searched_pages(hostile / "site") for _, _, text in page["texts"])
    assert "<script>alert(1)</script>" in everything


def test_escaping_is_stable(hostile):
    """A second run finds the same texts and translations, and writes nothing."""
    before = {path.name: path.read_bytes() for path in entry_files(hostile)}
    done = generate_here(hostile)
    assert done.exit_code == 0, done.output
    assert {path.name: path.read_bytes() for path in entry_files(hostile)} == before


def test_nothing_is_written_outside_content(hostile):
    """Names and texts are never paths: files appear in content/, .cache/ and site/ only."""
    top = {path.split("/")[0] for path in snapshot(hostile)}
    assert top == {"seeds", "content", ".cache", "site", "pyproject.toml", "mkdocs.yml"}
    assert all(load(path).slug == path.stem for path in entry_files(hostile))
