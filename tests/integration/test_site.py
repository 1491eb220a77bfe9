"""The site of the five real sources: every page there, rightly linked, nothing from elsewhere."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import pytest

from generator.content.library import load_library
from generator.publish.pages.permalinks import permalink
from tests import kinds
from tests.integration.support import (
    copy_project,
    entries_by_seed,
    generate_here,
    page,
    parse,
    searched_pages,
    snapshot,
)

TRANSCRIPT = "000_7ccac468cad1dfe3.txt"
TALKS = "001_d46b8b9bb079dfb7.txt"
RELEASE = "002_a7580d7afffd993a.txt"
VIETNAM = "003_2d15c040de0b7007.txt"
SPUTNIK = "004_463dc4cbf172e28c.txt"
LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "link": ("href",),
    "form": ("action",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}


@pytest.fixture(scope="session")
def entries(real_site):
    return entries_by_seed(real_site)


@pytest.fixture(scope="session")
def library(real_site):
    return load_library(real_site / "content", kinds.PROJECT)


def _html_files(project):
    return sorted(path.relative_to(project / "site").as_posix() for path in project.glob("site/**/*.html"))


def _related(project, entries, source, target):
    """Return what one entry's page says of another, with the heading that says why it is there."""
    text = page(project, entries[source].slug).read_text(encoding="utf-8")
    section = re.search(r'<section class="related".*?</section>', text, re.DOTALL)
    groups = re.findall(r'<h3 class="reason">.*?</ul>', section[0], re.DOTALL) if section else []
    return next((group for group in groups if f"/{entries[target].slug}/" in group), "")


def _reason(item):
    match = re.search(r'<h3 class="reason">(.*?)</h3>', item, re.DOTALL)
    return match[1] if match else ""


def test_there_is_one_entry_for_each_source(entries):
    """The five sources have five entries."""
    assert set(entries) == {TRANSCRIPT, TALKS, RELEASE, VIETNAM, SPUTNIK}


def test_every_page_is_built_and_no_other(real_site, library):
    """One page for each entry, old address, record and year; home, lists, about, and 404."""
    wanted = {"index.html", "404.html", "about/index.html", "records/index.html"}
    wanted |= {"sources/index.html", "glossary/index.html", "data/index.html"}
    wanted |= {permalink(entry) for entry in library.entries.values()}
    wanted |= {f"entries/{slug}/index.html" for slug in library.entries}
    wanted |= {f"entries/{slug}/index.html" for slug in library.moved}
    wanted |= {f"records/{slug}/index.html" for slug in library.records}
    wanted |= {f"years/{year}/index.html" for year in (2021, 2023, 2026)}
    assert set(_html_files(real_site)) == wanted
    assert len(library.entries) == 5
    assert len(library.records) >= 30


@pytest.mark.parametrize(("source", "target"), [(VIETNAM, SPUTNIK), (SPUTNIK, VIETNAM)])
def test_two_reports_of_one_press_conference_are_linked(source, target, real_site, entries):
    """003 and 004 report on the same press conference, each page says so."""
    assert "Same event" in _reason(_related(real_site, entries, source, target))


@pytest.mark.parametrize(("source", "target"), [(TRANSCRIPT, RELEASE), (RELEASE, TRANSCRIPT)])
def test_links_name_what_two_texts_share(source, target, real_site, entries, library):
    """000 and 002 both name the treaty of 2001 and the ministers' video calls; the reason names both."""
    reason = _reason(_related(real_site, entries, source, target))
    for slug in ("treaty-of-good-neighborliness-2001", "video-calls-of-the-defence-ministers"):
        assert library.records[slug].names["en"] in reason


def test_the_home_page_lists_in_order_of_date(real_site, entries):
    """The chronology runs from the earliest to the latest; a year alone comes before its days."""
    home = (real_site / "site/index.html").read_text(encoding="utf-8")
    slugs = [entry.slug for entry in entries.values()]
    listed = re.findall(r'<p class="entry-title"[^>]*><a href="entries/([^/"]+)/"', home)
    assert listed[0] == entries[RELEASE].slug
    assert listed[1] == entries[TALKS].slug
    assert set(listed[2:4]) == {entries[VIETNAM].slug, entries[SPUTNIK].slug}
    assert listed[4] == entries[TRANSCRIPT].slug
    assert sorted(listed) == sorted(slugs)
    stamps = [e.attributes["datetime"] for e in parse(real_site / "site/index.html").find("time")]
    assert stamps == ["2021-11-25", "2023-12-21", "2023-12-28", "2026-01-29"], "one event is one row"


def test_search_has_both_languages_and_each_page_once(real_site, entries):
    pages = searched_pages(real_site / "site")
    (german,) = [page for page in pages if entries[TRANSCRIPT].slug in page["url"]]
    assert {language for _, language, _ in german["texts"]} == {"de", "en"}
    urls = [page["url"] for page in pages]
    assert len(set(urls)) == len(urls)
    assert "about/" in urls
    assert not {"", "records/", "years/2023/", "404.html"} & set(urls), "lists of what is found by itself"


def test_no_page_loads_anything_from_another_host(any_site):
    """Scripts, styles, images, fonts and frames come from the site itself; only links lead elsewhere."""
    for path in _html_files(any_site):
        for element in parse(any_site / "site" / path).elements:
            if element.tag == "link" and element.attributes.get("rel") == "canonical":
                continue
            for name in LOADING.get(element.tag, ()):
                value = element.attributes.get(name) or ""
                assert not urlsplit(value).netloc, f"{path}: {element}"
            style = element.attributes.get("style") or ""
            assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", style), f"{path}: {element}"


def test_no_style_sheet_loads_anything_from_another_host(any_site):
    """No style sheet imports or fetches over http(s)."""
    sheets = list((any_site / "site").rglob("*.css"))
    assert sheets
    for sheet in sheets:
        text = sheet.read_text(encoding="utf-8")
        assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", text), sheet
    pages = (any_site / "site").rglob("*.html")
    assert not [path for path in pages if re.search(r"@import|fonts\.g", path.read_text(encoding="utf-8"))]


def test_every_link_inside_the_site_leads_somewhere(any_site):
    """Each relative link has its page, and each fragment its element."""
    site = any_site / "site"
    pages = {path: parse(site / path) for path in _html_files(any_site)}
    ids = {path: {e.attributes.get("id") for e in html.elements} for path, html in pages.items()}
    broken = []
    for path, html in pages.items():
        for element in html.find("a"):
            href = element.attributes.get("href") or ""
            parts = urlsplit(href)
            if path == "404.html" or parts.scheme or not href:
                continue
            target = urlsplit(urljoin(f"/{path}", parts.path)).path.lstrip("/") if parts.path else path
            if target == "" or target.endswith("/") or (site / target).is_dir():
                target = f"{target.rstrip('/')}/index.html".lstrip("/")
            exists = (site / target).exists() and href != "#"
            if not exists or (parts.fragment and parts.fragment not in ids.get(target, ())):
                broken.append((path, href))
    assert broken == []


def test_no_page_has_an_id_twice(any_site):
    """Ids are unique on each page, so that links to segments lead to one place."""
    for path in _html_files(any_site):
        ids = [e.attributes["id"] for e in parse(any_site / "site" / path).elements if e.attributes.get("id")]
        assert sorted(ids) == sorted(set(ids)), path


def test_committed_content_is_what_generate_writes(tmp_path):
    """content/ in the repository is up to date: generate on a copy changes no file."""
    project = copy_project(tmp_path / "project")
    before = snapshot(project / "content")
    done = generate_here(project)
    assert done.exit_code == 0, done.output
    after = snapshot(project / "content")
    assert sorted(after) == sorted(before)
    assert [path for path, data in before.items() if after[path] != data] == []


def test_content_can_be_made_from_the_seeds_alone(tmp_path):
    """Generated without entries and memory, the English entries come out the same."""
    project = copy_project(tmp_path / "project")
    before = entries_by_seed(project)
    for path in [*project.glob("content/entries/*.md"), *project.glob("content/.generated/**/*")]:
        if path.is_file():
            path.unlink()
    done = generate_here(project)
    assert done.exit_code == 0, done.output
    after = entries_by_seed(project)
    assert {seed: after[seed] for seed in after if seed != TRANSCRIPT} == {
        seed: before[seed] for seed in before if seed != TRANSCRIPT
    }
    assert after[TRANSCRIPT].date == before[TRANSCRIPT].date
    assert [s.text for s in after[TRANSCRIPT].segments] == [s.text for s in before[TRANSCRIPT].segments]


def test_reports_of_one_event_form_a_group_and_their_differences_are_shown(real_site):
    """003 carries a passage on the INF treaty that 004 lacks."""
    (group,) = parse(real_site / "site/index.html").find("li", "same-event")
    assert "One event, 2 reports" in group.text
    assert "Not found in the other report: Intermediate-Range Nuclear Forces Treaty" in group.text
    assert "4 paragraphs (§7–§10)" in group.text


def test_events_stand_below_the_text_with_their_paragraph(real_site, entries):
    """An event of the future is marked; one dated by a record says so."""
    html = parse(real_site / f"site/entries/{entries[TALKS].slug}/index.html")
    (events,) = html.find("section", "events")
    assert "14 December 2023" in events.text
    assert "date from the record" in events.text
    assert "announced" in events.text
    for number in (2, 5, 6, 9):
        assert f"§{number}" in events.text
