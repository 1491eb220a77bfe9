"""A chronology as a part of another site: below its path all is there, elsewhere nothing is changed."""

import json
import re
from urllib.parse import urljoin

import pytest

from tests.integration.support import build, make_project, output, snapshot

ENTRY = """---
title: "A <b>talk</b>"
date: "2023-12-19"
language: de
source: {seed: talk.txt, sha256: x, publisher: The Example}
events:
  - {date: "2023-12-18", segment: s1, title: "Sie sprachen"}
---

Der Beispielrat sprach über vieles.
{: #s1 lang=de }

The Example Board talked about many things.
{: lang=en by=editor }
"""
RECORD = "---\nkind: body\nname: {en: Example Board, de: Beispielrat}\n---\n\nIt lies by the sea.\n"
HOST = {
    "index.md": "# Welcome\n\n*[HTML]: Markup\n\nHTML, {: #x }\n\n??? note\n    No note.\n",
    "guide/entries/index.md": "---\ntitle: Guide\ntags: [a]\n---\n\nA guide[^1] <!-- chronology -->\n",
}
CONFIG = "site_name: Host\nsite_url: https://host.example/\ntheme: {theme}\nplugins:\n  - search\n"
PLUGIN = "  - chronology: {path: about/history}\n"


@pytest.fixture
def host(tmp_path):
    made = make_project(tmp_path / "host")
    write(made / "docs", HOST)
    write(
        made / "content",
        {
            "entries/talk.md": ENTRY,
            "entries/draft.md": ENTRY.replace("talk.txt", "b.txt").replace("---\n", "---\ndraft: true\n", 1),
            "records/board.md": RECORD,
            "index.md": "# History\n\n[About](about.md) ![Plan](plan.svg)\n\n<!-- chronology -->\n",
            "about.md": "# About\n",
            "plan.svg": "<svg/>",
            "terms.yml": "terms:\n  - {de: Beispielrat, en: Example Board}\n",
            ".generated/addresses/talk.txt.json": (
                '{"seed": "talk.txt", "slug": "talk", "by_hand": false, "former": ["old-talk"]}'
            ),
        },
    )
    return made


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def built(host, theme="material", plugin=PLUGIN):
    (host / "mkdocs.yml").write_text(CONFIG.format(theme=theme) + plugin, encoding="utf-8")
    done = build(host)
    assert done.returncode == 0, output(done)
    return host / "site"


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_everything_is_below_its_path_and_its_links_lead_there(host, theme):
    site = built(host, theme)
    there = site / "about/history"
    pages = {path.relative_to(site).as_posix() for path in there.rglob("*.html")}
    for page in ("", "entries/talk/", "records/board/", "records/", "years/2023/", "about/", "data/"):
        assert f"about/history/{page}index.html" in pages
    assert "about/history/id/talk.html" in pages
    for page in pages:
        for link in re.findall(r'(?:href|src)="([^"#?]+)', (site / page).read_text(encoding="utf-8")):
            target = urljoin(f"https://host.example/{page}", link)
            if target.startswith("https://host.example/"):
                path = site / target.removeprefix("https://host.example/")
                assert path.exists(), (page, link)
    talk = (there / "entries/talk/index.html").read_text(encoding="utf-8")
    assert '<a class="mention" href="../../records/board/"' in talk
    assert 'href="../../data/entries.en.atom"' in talk
    assert "<b>talk" not in talk
    assert 'href="../talk/"' in (there / "entries/old-talk/index.html").read_text(encoding="utf-8")
    assert not (there / "entries/draft").exists()
    assert not (there / "terms.yml").exists()


def test_data_and_feeds_have_whole_addresses(host):
    data = built(host) / "about/history/data"
    (entry,) = json.loads((data / "entries.json").read_text(encoding="utf-8"))
    assert entry["url"] == "https://host.example/about/history/entries/talk/"
    assert "https://host.example/about/history/data/entries.en.atom" in (data / "entries.en.atom").read_text(
        "utf-8"
    )


def test_the_other_sites_search_finds_it(host):
    index = json.loads((built(host) / "search/search_index.json").read_text(encoding="utf-8"))
    places = {one["location"].partition("#")[0] for one in index["docs"]}
    assert {"", "guide/entries/", "about/history/entries/talk/", "about/history/records/board/"} <= places


def test_pages_of_the_other_site_are_as_without_it(host):
    menu = "nav:\n  - index.md\n  - guide/entries/index.md\nvalidation: {nav: {omitted_files: warn}}\n"
    alone = snapshot(built(host, plugin=menu))
    together = snapshot(built(host, plugin=PLUGIN + menu))
    changed = {name for name, data in alone.items() if together[name] != data}
    assert changed <= {"search/search_index.json", "sitemap.xml", "sitemap.xml.gz"}
    more = {name for name in together.keys() - alone.keys() if not name.startswith("about/history/")}
    assert all(name.startswith("assets/") for name in more)


def test_its_menu_lists_no_entries(host):
    home = (built(host) / "index.html").read_text(encoding="utf-8")
    assert 'href="about/history/"' in home
    assert "about/history/records/" in home
    assert "entries/talk" not in home
    assert "records/board" not in home


def test_a_page_that_the_other_site_has_there_stays(host):
    write(host / "docs/about/history", {"index.md": "# Ours\n\n<!-- chronology -->\n"})
    home = (built(host) / "about/history/index.html").read_text(encoding="utf-8")
    assert "Ours" in home
    assert "entries/talk/" in home


def test_a_missing_image_is_told_once(host):
    write(host / "content", {"about.md": "# About\n\n![Nothing](no.png)\n"})
    (host / "mkdocs.yml").write_text(CONFIG.format(theme="mkdocs") + PLUGIN, encoding="utf-8")
    assert output(build(host)).count("no.png") == 1


@pytest.mark.parametrize(
    ("config", "problem"),
    [
        (PLUGIN.replace("about/history", "../up"), "path is '../up'"),
        (PLUGIN.replace("about/history", "über/uns"), "path is 'über/uns'"),
        (PLUGIN + "docs_dir: content\n", "docs_dir is content/ itself"),
    ],
)
def test_a_wrong_path_is_named(host, config, problem):
    (host / "mkdocs.yml").write_text(CONFIG.format(theme="material") + config, encoding="utf-8")
    done = build(host)
    assert done.returncode == 1
    assert problem in output(done)
    assert "Traceback" not in output(done)
