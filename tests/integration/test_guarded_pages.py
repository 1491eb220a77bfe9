"""A mistake on a page is that page's alone: it is named, the page says so, and all others are built."""

from __future__ import annotations

import os

import pytest

from tests.integration.support import (
    build,
    chronology,
    copy_site_frame,
    entry_path,
    generate_here,
    make_project,
    output,
    parse,
)

ARTICLE = """Talks on trade begin in Berlin

Berlin, Dec. 28, 2023 -- The spokesman said on Thursday that the talks on trade would begin in January.

The spokesman told reporters that both sides would send a delegate to the talks on trade, as they did before.
"""
MISTAKES = {
    "declaration": (b"# A\n\na <![foo bar\n", "can't be shown"),
    "template": (b"---\ntemplate: nope.html\n---\n# A\n", "template is 'nope.html'"),
    "moved": (b"---\ntemplate: moved.html\n---\n# A\n", "template is 'moved.html'"),
    "hide": (b"---\nhide: 5\n---\n# A\n", "hide holds '5'"),
    "hidden-group": (b"---\nhide: {a: b}\n---\n# A\n", "hide must be a list"),
    "search": (b"---\nsearch: true\n---\n# A\n", "search must be a"),
    "boost": (b"---\nsearch: {boost: high}\n---\n# A\n", "boost must be a number"),
    "icon": (b"---\nicon: no/such\n---\n# A\n", "icon is 'no/such'"),
    "up": (b"---\nicon: ../../../secret\n---\n# A\n", "icon is"),
    "title": (b"---\ntitle: [a, b]\n---\n# A\n", "title must be a text"),
    "encoding": ("# Über\n".encode("latin-1"), "not UTF-8"),
    "yaml": (b"---\ntitle: a: b\n---\n# A\n", "not valid YAML"),
    "deep": (b"---\ntitle: " + b"[" * 5000 + b"\n---\n# A\n", "not valid YAML"),
}
ODD = {
    # A date, a tuple, a number and a name, as MkDocs' reader of headers takes them; here they are texts.
    "date": b"---\npublisher: 2001-99-99\n---\n# A\n",
    "sign": b'---\ntitle: "="\nother: =\n---\n# A\n',
    "number": b"---\nother: 0x_\n---\n# A\n",
    "tag": b"---\nother: !!python/none\n---\n# A\n",
    "typed": b"---\ntitle: 2023\nsearch: {exclude: false, boost: 2}\nhide: toc\ncomments: false\n---\n# A\n",
    "multimarkdown": b"Note: this is text\n\n# A\n",
    "rule": b"---\ntitle: A\n---\n---\nThis: is text\n---\n\n# A\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("guarded")
    project = make_project(folder / "project")
    copy_site_frame(project)
    (project / "seeds/talks.txt").write_text(ARTICLE)
    (project / "seeds/other.txt").write_text(ARTICLE.replace("trade", "taxes").replace("Berlin", "Rome"))
    assert generate_here(project).exit_code == 0
    entry = entry_path(project, "other.txt")
    number = f"date_evidence: [{{gives: '2023', line: {'1' * 5000}}}]"
    entry.write_text(entry.read_text().replace("---\n\n", f"{number}\n---\n\n", 1))
    for name, (data, _) in MISTAKES.items():
        (project / f"content/{name}.md").write_bytes(data)
    for name, data in ODD.items():
        (project / f"content/{name}.md").write_bytes(data)
    (folder / "secret.txt").write_text("secret of this machine")
    (folder / "more").mkdir()
    (folder / "more/secret.md").write_text("# secret of this machine")
    (project / "content/leak.txt").symlink_to(folder / "secret.txt")
    (project / "content/leak").symlink_to(folder / "more")
    (project / "content/records/leak.md").symlink_to(folder / "more/secret.md")
    (project / "content/.#index.md").symlink_to("editor@host.1:2")
    (project / "content/entries/.#x.md").symlink_to("editor@host.1:2")
    (project / "content/records/folder.md").mkdir()
    done = chronology(project, "build")
    # What is refused is not put in place.
    assert not list((project / "site").glob("**/*.html"))
    build(project, strict=False)
    return project, entry, done


def test_the_build_fails_without_a_traceback(built):
    _, _, done = built
    assert done.returncode == 3, output(done)
    assert "Traceback" not in output(done)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_with_place_and_remedy(name, built):
    project, _, done = built
    lines = [line for line in output(done).splitlines() if f"content/{name}.md" in line]
    assert len(lines) == 1
    assert MISTAKES[name][1] in lines[0]
    assert "; mend" in lines[0] or "; save" in lines[0] or "; quote" in lines[0]
    is_shown = "This page can't be shown" not in parse(project / f"site/{name}/index.html").text
    assert is_shown == (name not in ("declaration", "encoding", "yaml", "deep"))


@pytest.mark.parametrize("name", ODD)
def test_what_only_another_reader_would_stumble_over_is_a_page(name, built):
    project, _, done = built
    assert f"content/{name}.md" not in output(done)
    shown = parse(project / f"site/{name}/index.html")
    assert "can't be shown" not in shown.text
    assert "This: is text" in shown.text or name != "rule"
    assert "Note: this is text" in shown.text or name != "multimarkdown"


def test_an_entry_with_a_number_too_long_is_named(built):
    project, entry, done = built
    assert f"content/entries/{entry.name}" in output(done)
    assert "can't be shown" in parse(project / f"site/entries/{entry.stem}/index.html").text


def test_the_other_pages_are_built(built):
    project, _, _ = built
    slug = "2023-12-28-talks-on-trade-begin-in-berlin"
    assert "spokesman" in parse(project / f"site/entries/{slug}/index.html").text
    assert slug in (project / "site/index.html").read_text()


def test_what_a_link_leads_to_elsewhere_is_not_published(built):
    project, _, done = built
    published = [path for path in (project / "site").rglob("*") if path.is_file()]
    assert not any(b"secret of this machine" in path.read_bytes() for path in published)
    for place in ("content/leak.txt", "content/leak", "content/records/leak.md"):
        assert f"{place}: leads out of content/" in output(done)
    assert os.path.lexists(project / "content/leak.txt")
