"""Both directions, and a third language: from the seed to the page, in the site's language and the other."""

import pytest

from generator.content.history import EntryHistory
from generator.content.translation_state import segment_states
from generator.generate.pipeline import generate as run_pipeline
from generator.model import TranslationBy
from generator.settings import load_settings
from generator.translate.engines import ArgosEngines
from generator.translate.packages import install_file
from tests.engines import FakeEngine
from tests.integration.support import (
    build,
    chronology,
    copy_site_frame,
    entries_by_seed,
    entry_path,
    load,
    make_project,
    output,
    page,
    parse,
    searched_pages,
)
from tests.models import fetch_model

GERMAN = """Ministerium kündigt gemeinsame Übung an

Berlin, 28. Dezember 2023. Der Sprecher des Ministeriums sagte am Donnerstag, dass die Übung beginnt.

Die Übung dauert nach Angaben des Ministeriums eine Woche und findet auf See statt.
"""
ENGLISH = """Ministry announces a joint exercise

The spokesperson of the ministry said on December 28, 2023 that the exercise begins on Thursday.

According to the ministry, the exercise lasts for a week and takes place at sea.
"""
TRANSCRIPT = """On January 29, 2026 the ministry held a regular press conference.

Reporter: How does the ministry comment on the joint exercise of the two navies at sea?

Jiang Bin: The exercise takes place according to plan and is not directed against any third party.
"""
# Cleaning takes what has no spaces for prose from 200 characters on.
CHINESE = (
    "中国外交部发言人星期四在北京举行例行记者会，介绍了中俄两国关系的最新情况。"
    "俄罗斯总统普京将于五月访问中国。两国海军在日本海举行联合演习。" * 3
)


class Engines:
    """A quick engine for every pair."""

    def __init__(self):
        self.fakes = {}

    def installed(self, source, target):
        return f"translate-{source}_{target} 1.3"

    def get(self, source, target):
        return self.fakes.setdefault((source, target), FakeEngine(source, target))


def make(folder, settings, **seeds):
    """Make a project; a seed's title is in its sidecar when it is given with one."""
    project = make_project(folder)
    (project / "pyproject.toml").write_text(f"[tool.chronology]\n{settings}\n", encoding="utf-8")
    for name, text in seeds.items():
        (project / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return project


def run(project, engines=None):
    results = list(run_pipeline(load_settings(project), engines or Engines()))
    assert all(str(result.outcome) == "new" for result in results), results
    return entries_by_seed(project)


def titles(entry):
    return entry.title, entry.original_title, entry.translated_title


BOTH = 'translate = { de = "en", en = "de" }'


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """An English site, readable in both languages."""
    project = make(tmp_path_factory.mktemp("both") / "project", BOTH, de=GERMAN, en=ENGLISH)
    run(project)
    copy_site_frame(project)
    done = build(project)
    assert done.returncode == 0, output(done)
    return project


def test_every_paragraph_has_the_other_language_below_it(site):
    for seed, language, other in (("de.txt", "de", "en"), ("en.txt", "en", "de")):
        entry = entries_by_seed(site)[seed]
        assert entry.segments
        for segment in entry.segments:
            assert (segment.language, segment.rendering.language) == (language, other)
        assert (entry.translation.language, entry.translation.by) == (other, TranslationBy.ARGOS)
        assert entry.translation.package == f"translate-{language}_{other} 1.3"
    text = entry_path(site, "en.txt").read_text(encoding="utf-8")
    assert "takes place at sea.\n{: #s2 lang=en }\n\n\\[de\\] According to the ministry" in text
    assert text.endswith("{: lang=de }\n")


def test_the_title_stays_in_the_sites_language_and_the_other_is_kept(site):
    entries = entries_by_seed(site)
    headline = "Ministry announces a joint exercise"
    assert titles(entries["en.txt"]) == (headline, None, f"[de] {headline}")
    headline = "Ministerium kündigt gemeinsame Übung an"
    assert titles(entries["de.txt"]) == (f"[en] {headline}", headline, None)


def test_the_page_has_both_side_by_side_each_with_its_language(site):
    html = parse(page(site, entries_by_seed(site)["en.txt"].slug))
    (heading,) = html.find("h1")
    assert (heading.text, heading.attributes.get("lang")) == ("Ministry announces a joint exercise", None)
    (other,) = html.find("p", "original-title")
    assert (other.text, other.attributes["lang"]) == ("[de] Ministry announces a joint exercise", "de")
    pairs = html.find("div", "paired")
    assert len(pairs) == 2
    assert [pair.attributes["id"] for pair in pairs] == ["s1", "s2"]
    texts = [p.attributes["lang"] for p in html.find("p") if p.inside[-1] == "div" and "lang" in p.attributes]
    assert texts == ["en", "de", "en", "de"]
    assert [p.attributes["lang"] for p in html.find("p", "translation")] == ["de", "de"]
    assert "Machine translation by Argos Translate (translate-en_de 1.3)" in html.text
    assert "English, machine translation" in html.text
    assert "28. Dezember 2023" in html.text


def test_search_finds_an_english_entry_in_both_languages(site):
    slug = entries_by_seed(site)["en.txt"].slug
    (found,) = [page for page in searched_pages(site / "site") if slug in page["url"]]
    texts = {language: text for _, language, text in found["texts"]}
    assert texts["en"].startswith("According to the ministry")
    assert texts["de"].startswith("[de] According to the ministry")
    assert found["title"].startswith("Ministry announces")


def test_the_chronology_lists_titles_in_the_sites_language(site):
    html = parse(site / "site/index.html")
    found = {p.text: p.attributes["lang"] for p in html.find("p", "entry-title")}
    assert found == {
        "Ministry announces a joint exercise": "en",
        "[en] Ministerium kündigt gemeinsame Übung an": "en",
    }
    assert {p.attributes["lang"] for p in html.find("p", "entry-summary")} == {"en"}


def test_status_and_check_have_nothing_against_it(site):
    status = chronology(site, "status")
    assert status.returncode == 0
    rows = [line.split()[1:3] for line in status.stdout.splitlines()]
    assert rows[:2] == [["de", "machine"], ["en", "machine"]]
    assert "no translation" not in chronology(site, "check").stdout


def test_generating_again_changes_nothing(site):
    before = {path: path.read_bytes() for path in (site / "content").rglob("*") if path.is_file()}
    (site / ".cache/generate.json").unlink()
    results = list(run_pipeline(load_settings(site), Engines()))
    assert {str(result.outcome) for result in results} == {"unchanged"}
    assert before == {path: path.read_bytes() for path in (site / "content").rglob("*") if path.is_file()}


def test_on_a_german_site_it_is_the_other_way_round(tmp_path):
    entries = run(make(tmp_path / "project", f'language = "de"\n{BOTH}', de=GERMAN, en=ENGLISH))
    headline = "Ministry announces a joint exercise"
    assert titles(entries["en.txt"]) == (f"[de] {headline}", headline, None)
    headline = "Ministerium kündigt gemeinsame Übung an"
    assert titles(entries["de.txt"]) == (headline, None, f"[en] {headline}")


def test_a_supplied_title_is_worded_in_the_other_language_and_not_translated(tmp_path):
    engines = Engines()
    entry = run(make(tmp_path / "project", BOTH, talk=TRANSCRIPT), engines)["talk.txt"]
    assert titles(entry) == (
        "Press conference with Jiang Bin, 29 January 2026",
        None,
        "Pressekonferenz mit Jiang Bin, 29. Januar 2026",
    )
    assert entry.title not in engines.fakes["en", "de"].sentences


def test_without_the_package_an_english_entry_keeps_its_title_and_waits(tmp_path):
    project = make(tmp_path / "project", BOTH, en=ENGLISH)
    entry = run(project, ArgosEngines(False, lambda _: None, lambda *_: None))["en.txt"]
    assert titles(entry) == ("Ministry announces a joint exercise", None, None)
    assert set(segment_states(EntryHistory(entry), "de").values()) == {"missing"}


def test_an_editors_title_stays(tmp_path):
    """Both titles are lines of the front matter, merged like any other."""
    project = make(tmp_path / "project", BOTH, en=ENGLISH)
    run(project)
    path = entry_path(project, "en.txt")
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("translated_title"))
    path.write_text(text.replace(line, "translated_title: Ministerium übt"), encoding="utf-8")
    (project / "seeds/en.txt").write_text(ENGLISH.replace("a week", "two weeks"), encoding="utf-8")
    list(run_pipeline(load_settings(project), Engines()))
    entry = load(path)
    assert entry.translated_title == "Ministerium übt"
    assert "two weeks" in entry.segments[-1].text


THIRD = 'translate = { zh = "en" }'


def test_a_third_language_into_one_that_is_not_the_sites(tmp_path):
    """Neither title is in the site's language: the document's own stays."""
    project = make(tmp_path / "project", 'translate = { zh = "de" }', zh=CHINESE)
    (project / "seeds/zh.yml").write_text("language: zh\ntitle: 普京将访问中国\n", encoding="utf-8")
    entry = run(project)["zh.txt"]
    assert titles(entry) == ("普京将访问中国", None, "[de] 普京将访问中国")


@pytest.mark.model
def test_a_chinese_seed_becomes_a_page_in_chinese_and_english(tmp_path, monkeypatch):
    """The real package."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    install_file(fetch_model())
    project = make(tmp_path / "project", THIRD, zh=CHINESE)
    (project / "seeds/zh.yml").write_text("language: zh\ntitle: 俄罗斯总统普京将访问中国\n", encoding="utf-8")
    entry = run(project, ArgosEngines(False, pytest.fail, lambda *_: None))["zh.txt"]
    assert "Putin" in entry.title
    assert (entry.original_title, entry.translated_title) == ("俄罗斯总统普京将访问中国", None)
    copy_site_frame(project)
    done = build(project)
    assert done.returncode == 0, output(done)
    html = parse(page(project, entry.slug))
    (heading,) = html.find("h1")
    assert "Putin" in heading.text
    (original,) = html.find("p", "original-title")
    assert original.attributes["lang"] == "zh"
    assert {p.attributes["lang"] for p in html.find("p", "translation")} == {"en"}
    assert "zh" in {p.attributes.get("lang") for p in html.find("p") if "div" in p.inside}
    assert "Machine translation by Argos Translate (translate-zh_en 1.9)" in html.text
    (found,) = [page for page in searched_pages(project / "site") if entry.slug in page["url"]]
    text = " ".join((found["title"], *(text for _, _, text in found["texts"])))
    assert "Putin" in text
    assert "两国海军" in text
