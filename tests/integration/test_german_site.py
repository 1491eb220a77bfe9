"""A German chronology of English and German sources, its words all German; and one in a third language."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from generator import messages
from generator.dates.wording import date_in_words, phrases_of
from generator.generate.pipeline import generate as run_pipeline
from generator.model import Issue
from generator.publish.pages.reworded import doubt_in, line_rule_in, rule_in
from generator.settings import load_settings
from tests.engines import FakeEngine
from tests.integration.support import VOID, build, entries_by_seed, make_project, output, page, parse
from tests.messages.said import catalogues, parts, read, said, write

SEEDS = {
    "tide": (
        """Harbour Council opens the Tide Barrier

The Harbour Council opened the Tide Barrier on 3 May 2022, its chair Mara Lindqvist said on Wednesday.

It was a long way to this day, she told reporters, and the barrier will not be the last work of its kind.

Will there be a second barrier? The council is to decide in the autumn of 2022.
""",
        {
            "publisher": "Harbour Gazette",
            "url": "https://gazette.example/tide",
            "published": "2022-05-04",
            "author": "Tom Okafor",
        },
    ),
    "agency": (
        """Tide Barrier opened after six years

Mara Lindqvist, the chair of the Harbour Council, opened the Tide Barrier on 3 May 2022 before many guests.

Work on it had begun in 2016. The Harbour Council had announced the Tide Barrier last year for the summer.
""",
        {"publisher": "Coast Agency", "url": "https://coast.example/opened", "published": "2022-05-03"},
    ),
    "sturm": (
        """Hafenrat prüft das Sperrwerk nach dem Sturm

Der Hafenrat ließ am 9. Februar 2023 das Sperrwerk prüfen, wie die Vorsitzende Mara Lindqvist sagte.

Das Sperrwerk hatte dem Sturm der vergangenen Woche standgehalten.
""",
        {"publisher": "Küstenblatt", "published": "2023-02-10"},
    ),
    "undated": (
        """Mara Lindqvist on the years at the harbour

Mara Lindqvist told the story of the Harbour Council to pupils, who had many questions about the old quay.

She spoke of storms, of ships and of the people who kept the lights burning through the night for them.
""",
        {},
    ),
}
RECORDS = {
    "tide-barrier": """kind: event
name: {en: Tide Barrier, de: Sperrwerk}
dates:
  - {type: opened, date: "2022-05-03", source: Harbour Gazette}
""",
    "mara-lindqvist": "kind: person\nname: {en: Mara Lindqvist, de: Mara Lindqvist}\n",
    "harbour-council": "kind: body\nname: {en: Harbour Council, de: Hafenrat}\naliases: [Hafenrats]\n",
}
ENGLISH_WORDS = re.compile(
    r"\b(the|of|and|with|by|from|this|that|is|are|were|its?|entry|entries|page|pages|sources?|records?|year|month|"
    r"dated?|day|events?|report|reported|to|or|search|clear|back|skip|language|published|found|read|show|home|next|"
    r"previous|machine|unknown|draft|files?)\b",
    re.IGNORECASE,
)
QUOTED = re.compile("„[^“]*“|https?://\\S+")


class Engine(FakeEngine):
    """Has a German word for every English one: the same."""

    def translate(self, sentences):
        return [
            type(one)(re.sub(r"[A-Za-z]+", "Wort", sentence), one.score)
            for one, sentence in zip(super().translate(sentences), sentences, strict=True)
        ]


class Engines:
    def installed(self, source, target):
        return f"translate-{source}_{target} 1.3"

    def get(self, source, target):
        return Engine(source, target)


SHOWN = ("title", "aria-label", "placeholder", "alt", "data-all", "data-found")


class OurWords(HTMLParser):
    """What a page says in the site's language: texts and names of what has none, but no text of a source."""

    def __init__(self, text: str, language: str = "de") -> None:
        super().__init__(convert_charrefs=True)
        self.language = language
        self.said: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        is_other = given.get("lang", self.language) != self.language or tag in (
            "script",
            "style",
            "code",
            "svg",
        )
        is_hidden = is_other or (self._open and self._open[-1][1])
        if not is_hidden:
            self.said += [given[name] for name in SHOWN if given.get(name)]
            self.said += json.loads(given.get("data-words", "{}")).values()
        if tag not in VOID:
            self._open.append((tag, bool(is_hidden)))

    def handle_endtag(self, tag):
        while any(one == tag for one, _ in self._open):
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data):
        if not (self._open and self._open[-1][1]) and data.strip():
            self.said.append(" ".join(data.split()))


def make_site(project: Path, language: str, settings: str = "") -> Path:
    make_project(project)
    (project / "pyproject.toml").write_text(
        f'[tool.chronology]\nlanguage = "{language}"\ntranslate = {{ en = "{language}" }}\n{settings}',
        encoding="utf-8",
    )
    (project / "mkdocs.yml").write_text(
        "site_name: Hafenchronik\ndocs_dir: content\ntheme: material\n"
        "site_url: https://hafen.example/\nplugins: [search, chronology]\n",
        encoding="utf-8",
    )
    for name, (text, sidecar) in SEEDS.items():
        (project / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
        if sidecar:
            lines = "".join(f'{key}: "{value}"\n' for key, value in sidecar.items())
            (project / "seeds" / f"{name}.yml").write_text(lines, encoding="utf-8")
    for name, header in RECORDS.items():
        (project / "content/records" / f"{name}.md").write_text(f"---\n{header}---\n", encoding="utf-8")
    results = list(run_pipeline(load_settings(project), Engines()))
    assert not [one for one in results if isinstance(one, Issue)], results
    done = build(project)
    assert done.returncode == 0, output(done)
    return project


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return make_site(tmp_path_factory.mktemp("german") / "project", "de")


def pages(project: Path) -> list[Path]:
    return sorted((project / "site").rglob("*.html"))


def test_no_word_of_ours_is_english(site):
    (german,) = (read(path) for path in catalogues() if path.stem == "de")
    both = [(one.id, one.string) for one in german if isinstance(one.id, str)]
    english = {message for message, said in both if message != said} - {said for _, said in both}
    for path in pages(site):
        for text in OurWords(path.read_text(encoding="utf-8")).said:
            assert text not in english, (path, text)
            assert not ENGLISH_WORDS.search(QUOTED.sub("", text)), (path, text)


def test_every_page_says_that_it_is_german_and_texts_that_they_are_not(site):
    for path in pages(site):
        (root,) = parse(path).find("html")
        assert root.attributes["lang"] == "de", path
    html = parse(page(site, entries_by_seed(site)["tide.txt"].slug))
    texts = [
        p.attributes["lang"]
        for p in html.find("p")
        if "segment" in " ".join(p.classes) or "lang" in p.attributes
    ]
    assert {"en", "de"} <= set(texts)
    assert [p.attributes["lang"] for p in html.find("p", "translation")] == ["de"] * 3
    assert [p.attributes["lang"] for p in html.find("p", "original-title")] == ["en"]


def test_dates_are_worded_in_german_and_in_english_beside_it(site):
    html = parse(page(site, entries_by_seed(site)["tide.txt"].slug))
    assert "Datum des Eintrags: 3. Mai 2022 (Englisch: 3 May 2022)" in html.text
    assert "Mai" in " ".join(
        element.text for element in parse(site / "site/years/2022/index.html").find("h2")
    )


def test_notes_reasons_and_doubts_are_german(site):
    tide, storm = (
        parse(page(site, entries_by_seed(site)[f"{name}.txt"].slug)).text for name in ("tide", "sturm")
    )
    assert "Wie das datiert wurde" in tide
    assert "Dasselbe Ereignis: Beide berichten" in tide
    assert "Diese Übersetzung prüfen: Daten: „3 May 2022“ aus der Quelle fehlt" in tide
    assert "Hafenrat" in storm
    assert "eröffnet" in parse(site / "site/records/tide-barrier/index.html").text


def test_the_search_and_the_page_of_a_wrong_address_are_german(site):
    lost = parse(site / "site/404.html").text
    assert "Diese Seite gibt es nicht" in lost
    assert "Chronik" in lost
    (search,) = [one for one in parse(site / "site/index.html").elements if "data-words" in one.attributes]
    assert "Nichts gefunden" in str(search.attributes["data-words"])


KINDS = """
[tool.chronology.kinds]
person = {pl = ["osoba", "osoby"]}
body = {pl = ["organ", "organy"]}
event = {pl = ["zdarzenie", "zdarzenia"]}
"""
CACHES = (messages.messages_in, phrases_of, date_in_words, rule_in, line_rule_in, doubt_in)
FORMS_OF_NUMBERS = "th st nd rd th th th th th th"


def test_a_third_language_is_one_file(tmp_path, monkeypatch):
    """In a made-up catalogue every message stands in marks: what is English outside of them is none."""
    catalogue = Catalog(locale="pl")
    for message in said():
        marked = [text if text == FORMS_OF_NUMBERS else f"«{text}»" for text in parts(message.id)]
        if message.id:
            several = (marked[0], marked[-1], marked[-1])
            catalogue.add(message.id, several if message.pluralizable else marked[0], context=message.context)
    write(catalogue, tmp_path / "pl.po")
    monkeypatch.setattr(messages, "FOLDER", tmp_path)
    for one in CACHES:
        one.cache_clear()
    try:
        project = make_site(tmp_path / "project", "pl", KINDS)
    finally:
        for one in CACHES:
            one.cache_clear()
    for path in pages(project):
        assert parse(path).find("html")[0].attributes["lang"] == "pl"
        for text in OurWords(path.read_text(encoding="utf-8"), "pl").said:
            bare, before = text, ""
            while bare != before:
                before, bare = bare, re.sub("«[^«»]*»", "", bare)
            assert not ENGLISH_WORDS.search(QUOTED.sub("", bare)), (path, text)
    assert "«How this was dated»" in " ".join(parse(path).text for path in pages(project))
