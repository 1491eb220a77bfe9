"""Entries as editors write and mistype them: what can be shown is shown, what is wrong is named."""

from __future__ import annotations

import pytest

from tests.integration.support import (
    build,
    build_as_served,
    chronology,
    copy_site_frame,
    make_project,
    output,
    page,
    parse,
    searched_pages,
)

OWN = """---
title: A treaty is signed
date: "2001-07-16"
language: en
source: {publisher: The Example, url: "https://example.org/treaty"}
---

Mara Ellwood told The Example that both sides had signed a treaty of friendship in the morning.

It came into force a year later.[^1]

[^1]: The Example, 17 July 2001.
"""
LEAST = "---\ntitle: A line\ndate: 2001\nlanguage: en\n---\n\nThe two sides opened a line for ministers.\n"


@pytest.fixture
def site(project):
    copy_site_frame(project)
    write(project, "treaty", OWN)
    return project


def write(project, name, text):
    (project / "content/entries" / f"{name}.md").write_text(text, encoding="utf-8")


def test_an_entry_without_a_seed_is_an_entry(site):
    """Text, names, sources and place in the chronology are those of any other; nothing is said of a seed."""
    write(site, "line", LEAST)
    done = build(site)
    assert done.returncode == 0, output(done)
    shown = parse(page(site, "treaty"))
    assert "It came into force a year later." in shown.text
    assert [link.text for link in shown.find("a", "mention")] == ["Mara Ellwood"]
    assert "The Example" in shown.text
    assert "Source file" not in shown.text
    assert "None" not in shown.text
    home = parse(site / "site/index.html").text
    assert "A treaty is signed" in home
    assert "The two sides opened a line" in home
    assert "by an editor of this chronology" in parse(page(site, "line")).text


def test_nothing_is_missing_in_an_entry_without_a_seed(site):
    write(site, "line", LEAST)
    (site / "content/records/mara-ellwood.md").unlink(missing_ok=True)
    said = output(chronology(site, "check"))
    for word in ("seed", "evidence", "treaty.md: not", "treaty.md ("):
        assert word not in said
    assert "(own text)" in output(chronology(site, "status"))
    before = OWN
    assert chronology(site, "generate", "--no-download").returncode == 0
    assert (site / "content/entries/treaty.md").read_text(encoding="utf-8") == before


def test_a_wrong_key_hides_nothing(site):
    """The page is there, the site is built; the mistake is told, on the page only under serve."""
    write(site, "treaty", OWN.replace("language: en", "language: en\nsumary: A sentence."))
    done = build(site)
    assert done.returncode == 0, output(done)
    assert "It came into force" in parse(page(site, "treaty")).text
    assert "did you mean" not in parse(page(site, "treaty")).text
    told = "content/entries/treaty.md:5: sumary is not a known key (did you mean summary?)"
    built = output(chronology(site, "build"))
    assert told in built
    assert "(1 to mend)" in built
    done = chronology(site, "check")
    assert told in output(done)
    assert done.returncode == 1
    folder, said = build_as_served(site)
    assert told in said
    shown = parse(folder / "entries/treaty/index.html")
    (box,) = shown.find("section", "to-mend")
    assert "sumary is not a known key" in box.text
    assert "It came into force" in shown.text


def test_a_mistake_has_no_second_message(site):
    """A date that can't be read is not called missing, a seed whose entry can't be read has one."""
    write(site, "treaty", OWN.replace("2001-07-16", "16.7.2001"))
    (site / "seeds/a.txt").write_text("A text.\n", encoding="utf-8")
    write(site, "a", "---\ntitle: a: b\nsource:\n  seed: a.txt\n---\n\nA text.\n")
    lines = [line for line in output(chronology(site, "check")).splitlines() if line.startswith("error")]
    assert len(lines) == 2
    said = output(chronology(site, "check"))
    assert said.count("treaty.md") == 1
    assert "no entry yet" not in said


def test_what_readers_would_see_wrong_is_told_by_check_build_and_serve(site):
    """One line each, the same everywhere; a build does not publish it, and serve names it on the page."""
    write(site, "treaty", OWN.replace("[^1]\n", "[^2]\n").replace("It came", "!!! note\nIt came"))
    told = (
        "content/entries/treaty.md:11: the box !!! note above is empty",
        "content/entries/treaty.md:11: the footnote [^2] has no note",
    )
    checked = chronology(site, "check")
    built = build(site)
    folder, served = build_as_served(site)
    assert checked.returncode == 1
    assert built.returncode == 1
    for line in told:
        for said in (output(checked), output(built), served):
            assert said.count(line) == 1
    (box,) = parse(folder / "entries/treaty/index.html").find("section", "to-mend")
    assert "[^2] has no note" in box.text


def test_marks_of_git_in_front_matter_are_told_as_that(site):
    write(
        site,
        "treaty",
        OWN.replace("language: en", "<<<<<<< HEAD\nlanguage: en\n=======\nlanguage: de\n>>>>>>> b"),
    )
    assert "content/entries/treaty.md:4: two versions stand here, with the marks of git" in output(
        chronology(site, "check")
    )


def test_a_mention_of_no_record_fails_the_check_and_the_build(site):
    write(site, "treaty", OWN.replace("language: en", "language: en\nmentions: {add: [no-one]}"))
    for done in (chronology(site, "check"), build(site)):
        assert done.returncode != 0
        assert "treaty.md: mentions.add: there is no no-one; " in output(done)


def test_copies_that_editors_leave_behind_are_not_published(site):
    for name in ("treaty.md~", "treaty.md.orig", "#treaty.md#", "notes.txt"):
        (site / "content/entries" / name).write_text("secret", encoding="utf-8")
    assert build(site).returncode == 0
    there = {path.name for path in (site / "site/entries").iterdir() if path.is_file()}
    assert there == {"notes.txt"}
    assert "treaty.md.orig: a copy that an editor or git left behind" in output(chronology(site, "check"))


def test_a_draft_is_shown_to_editors_only(site):
    write(site, "draft", LEAST.replace("title: A line", "title: Not yet\ndraft: true"))
    write(site, "treaty", OWN.replace("language: en", "language: en\nrelated: [draft]\ndraft: false"))
    (site / "content/notes.md").write_text("---\ndraft: true\n---\n\n# My notes\n", encoding="utf-8")
    record = "---\nkind: person\nname: {en: Ann Example}\ndraft: true\n---\n"
    (site / "content/records/ann.md").write_text(record, encoding="utf-8")
    done = build(site)
    assert done.returncode == 0, output(done)
    for name in ("entries/draft", "notes", "records/ann"):
        assert not (site / "site" / name).exists()
    lists = ("index.html", "sitemap.xml", "records/index.html")
    published = [(site / "site" / name).read_text(encoding="utf-8") for name in lists]
    for text in (*published, str(searched_pages(site / "site"))):
        assert "Not yet" not in text
        assert "/draft/" not in text
        assert "Ann Example" not in text
    assert (site / "site/entries/treaty").exists()
    folder, _ = build_as_served(site)
    assert "only chronology serve shows this page" in parse(folder / "entries/draft/index.html").text
    assert "Not yet" in parse(folder / "index.html").text
    assert (folder / "notes/index.html").exists()
    assert (folder / "records/ann/index.html").exists()


def test_a_site_is_built_before_it_has_a_page_whose_day_is_known(tmp_path):
    empty = make_project(tmp_path / "empty")
    config = ("site_name: A", "site_url: https://a.example/", "docs_dir: content", "theme: material")
    (empty / "mkdocs.yml").write_text("\n".join((*config, "plugins: [chronology]\n")), encoding="utf-8")
    done = build(empty)
    assert done.returncode == 0, output(done)
    assert "https://a.example/sources/" in (empty / "site/sitemap.xml").read_text(encoding="utf-8")
