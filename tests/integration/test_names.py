"""A record's name is shown as text wherever it goes: pages, titles, tooltips, search, data for machines."""

from __future__ import annotations

import json
import re

import pytest

from tests.integration.support import (
    Html,
    build,
    copy_site_frame,
    generate_here,
    make_project,
    output,
    parse,
    searched_pages,
)

NAMES = {
    "image": "Alpha Board <img src=x onerror=alert(1)>",
    "script": "Beta Council </title><script>alert(1)</script>",
    "quotes": 'Gamma " onmouseover="alert(1) \' Office',
    "entities": "Delta &lt;img src=x onerror=alert(1)&gt; Agency",
    "markdown": "Epsilon [x](javascript:alert(1)) `Centre`",
    "attributes": 'Zeta {: onclick="alert(1)" } Bureau',
    "comment": "Eta --><svg onload=alert(1)> Union",
    "template": "Theta {{ 7*7 }} {% raw %} League",
    "mark": "Iota <!-- records --> Forum",
    "ampersand": "Kappa AT&T Commission",
}
TEXT = """Talks begin in Berlin on trade

Berlin, Dec. 28, 2023 -- The spokesman said on Thursday that the talks on trade would begin in January.

{paragraphs}
"""
PARAGRAPH = "The spokesman said that {} had been asked to send a delegate to the talks on trade, as before."
ALIASES = {slug: f"{name.split()[0]} Trade Board" for slug, name in NAMES.items()}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    project = make_project(tmp_path_factory.mktemp("names") / "project")
    copy_site_frame(project)
    paragraphs = "\n\n".join(PARAGRAPH.format(name) for name in ALIASES.values())
    (project / "seeds/talks.txt").write_text(TEXT.format(paragraphs=paragraphs), encoding="utf-8")
    for slug, name in NAMES.items():
        header = json.dumps({"kind": "body", "name": {"en": name}, "aliases": [ALIASES[slug]]})
        (project / f"content/records/{slug}.md").write_text(
            f"---\n{header}\n---\n\nA body.\n", encoding="utf-8"
        )
    done = generate_here(project)
    assert done.exit_code == 0, done.output
    built = build(project)
    assert built.returncode == 0, output(built)
    # With the theme's tooltips, which set a title as HTML.
    assert "content.tooltips" in (project / "site/index.html").read_text(encoding="utf-8")
    return project / "site"


def is_harmless(shown: Html) -> bool:
    """Tell whether nothing on a page runs what a name says."""
    steering = [
        value
        for e in shown.elements
        for name, value in e.attributes.items()
        if name.startswith("on") or (value or "").startswith("javascript:")
    ]
    scripts = [
        "".join(e.texts)
        for e in shown.elements
        if e.tag == "script" and e.attributes.get("type") != "application/ld+json"
    ]
    return not any("alert(1)" in (value or "") for value in (*steering, *scripts))


def test_no_page_runs_a_name(site):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > len(NAMES)
    assert [str(path) for path in pages if not is_harmless(parse(path))] == []


def test_no_title_is_html(site):
    """Neither as it stands nor when a script sets it as HTML."""
    titles = {
        e.attributes["title"] or ""
        for path in site.rglob("*.html")
        for e in parse(path).elements
        if "title" in e.attributes
    }
    assert any(title.startswith("Alpha Board") for title in titles)
    assert [title for title in titles if Html(title).elements] == []


def test_each_name_is_its_pages_title_and_heading(site):
    for slug, name in NAMES.items():
        shown = parse(site / "records" / slug / "index.html")
        (heading,) = shown.find("h1")
        assert " ".join(name.split()) in heading.text
        assert name in shown.find("title")[0].text


def test_search_has_names_as_they_are(site):
    """The search field shows them as text."""
    titles = [page["title"] for page in searched_pages(site)]
    assert [name for name in NAMES.values() if name not in titles] == []


def test_data_for_machines_is_data(site):
    for path in site.rglob("*.html"):
        for text in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', path.read_text(encoding="utf-8")
        ):
            json.loads(text)


def test_other_files_with_names_are_well_formed(site):
    """Sitemaps and feeds, where a site has them."""
    from xml.etree import ElementTree

    for path in site.rglob("*.xml"):
        ElementTree.parse(path)
