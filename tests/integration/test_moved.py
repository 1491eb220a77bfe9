"""An entry that was renamed: its old address leads to the new one, and what names the old one is whole."""

import pytest

from tests.integration.support import (
    build,
    chronology,
    copy_site_frame,
    generate,
    make_project,
    output,
    page,
    searched_pages,
)

TEXT = "\n\nDas Ministerium teilte mit, dass vier Schiffe und zwei Flugzeuge an der Übung teilnehmen.\n"
OLD, NEW = "undated-marine-kuendigt-uebung-an", "2023-12-28-marine-kuendigt-uebung-an"


@pytest.fixture(scope="module")
def moved(tmp_path_factory):
    """A built site: one entry was renamed by `generate`, one moved by hand; a third links to both."""
    project = tmp_path_factory.mktemp("moved") / "project"
    make_project(project)
    copy_site_frame(project)
    for name, title in (
        ("a", "Marine kündigt Übung an"),
        ("b", "Hafen wird gesperrt"),
        ("c", "Schiffe laufen aus"),
    ):
        (project / f"seeds/{name}.txt").write_text(
            title + TEXT.replace("vier", f"vier {name}"), encoding="utf-8"
        )
    generate(project)
    folder = project / "content/entries"
    linking = folder / "undated-schiffe-laufen-aus.md"
    text = linking.read_text(encoding="utf-8")
    text = text.replace("kind: article", f"kind: article\nrelated: [{OLD}, undated-hafen-wird-gesperrt]")
    linking.write_text(f"{text}\nSee [there]({OLD}.md#s1).\n", encoding="utf-8")
    (project / "seeds/a.yml").write_text('published: "2023-12-28"\n', encoding="utf-8")
    generate(project)
    (folder / "harbours").mkdir()
    (folder / "undated-hafen-wird-gesperrt.md").rename(folder / "harbours/closed.md")
    done = build(project)
    assert done.returncode == 0, output(done)
    return project


@pytest.mark.parametrize(
    ("old", "new"), [(OLD, f"../{NEW}/"), ("undated-hafen-wird-gesperrt", "../harbours/closed/")]
)
def test_an_old_address_leads_to_the_new_one(moved, old, new):
    text = page(moved, old).read_text(encoding="utf-8")
    assert f'content="0; url={new}"' in text
    assert f'<link rel="canonical" href="{new}">' in text
    assert f'location.replace("{new}" + location.hash)' in text


def test_links_of_editors_lead_to_the_new_address(moved):
    text = page(moved, "undated-schiffe-laufen-aus").read_text(encoding="utf-8")
    assert f'href="../{NEW}/"' in text
    assert 'href="../harbours/closed/"' in text
    assert page(moved, "harbours/closed").is_file()


def test_old_addresses_are_not_found_by_searching(moved):
    assert not [page for page in searched_pages(moved / "site") if OLD in page["url"]]
    assert OLD not in (moved / "site/sitemap.xml").read_text(encoding="utf-8")


def test_check_finds_nothing_wrong_with_old_names(moved):
    assert OLD not in output(chronology(moved, "check"))


@pytest.mark.parametrize("name", ["closed", "harbours/closed.md", "content/entries/harbours/closed.md"])
def test_an_entry_in_a_folder_may_be_named_in_several_ways(moved, name):
    done = chronology(moved, "review", name, "--undo", "--by", "Ann")
    assert "content/entries/harbours/closed.md: was not reviewed" in output(done)
