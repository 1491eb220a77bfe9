"""`chronology diff`: the machine's text stays to be seen after a correction was learnt."""

import pytest

from tests.cli.support import run as chronology
from tests.engines import FakeEngine
from tests.generate.runs import FIRST, SECOND, THIRD, add_seed, edit, entry_path, run


@pytest.fixture
def slug(project):
    add_seed(project, "a.txt", FIRST, f"{SECOND} {THIRD}")
    run(project, FakeEngine())
    return entry_path(project, "a.txt").stem


def test_nothing_was_changed_by_hand(project, slug):
    result = chronology(project, "diff", slug)
    assert result.stdout == f"content/entries/{slug}.md: nothing changed by hand\n"


@pytest.mark.parametrize("learnt", [False, True])
def test_a_correction_stands_below_what_the_machine_had(project, slug, learnt):
    edit(
        project,
        "a.txt",
        f"\\[en\\] {FIRST}\n{{: lang=en }}\n\nDie",
        "A word of mine.\n{: lang=en }\n\nDie",
    )
    if learnt:
        run(project, FakeEngine())
        run(project, FakeEngine())
    lines = chronology(project, "diff", f"content/entries/{slug}.md").stdout.splitlines()
    assert lines[:3] == ["s1, translation", f"  made   [-[en] {FIRST}-]", "  yours  {+A word of mine.+}"]


def test_only_the_words_that_differ_are_marked(project, slug):
    edit(project, "a.txt", f"\n{FIRST}\n", f"\n{FIRST.replace('Donnerstag', 'Freitag')}\n")
    edit(project, "a.txt", "title: '[en] Ministerium", "title: '[en] Ministry")
    text = chronology(project, "diff", slug).stdout
    assert "title\n  made   '[en] [-Ministerium-] kündigt" in text
    assert "s1\n  made   Der Sprecher des Ministeriums sagte am [-Donnerstag,-] dass" in text
    assert "  yours  Der Sprecher des Ministeriums sagte am {+Freitag,+} dass" in text
    assert text.endswith(": 2 parts changed by hand\n")


def test_a_paragraph_taken_out_and_one_put_in(project, slug):
    edit(project, "a.txt", f"\n{FIRST}\n{{: #s1 lang=de }}\n", "\nEin neuer Absatz.\n{: #n1 lang=de }\n")
    text = chronology(project, "diff", slug).stdout
    assert "n1\n  made   (nothing)\n  yours  {+Ein neuer Absatz.+}" in text
    assert f"s1\n  made   [-{FIRST}-]\n  yours  (taken out)" in text


def test_an_entry_that_can_not_be_read_says_why(project, slug):
    edit(project, "a.txt", "language: de\nkind", "language: {de\nkind")
    result = chronology(project, "diff", slug)
    assert result.exit_code == 1
    assert "not valid YAML" in result.stderr


def test_of_what_no_machine_had_translated_nothing_was_made(project):
    add_seed(project, "a.txt", FIRST)
    run(project)
    slug = entry_path(project, "a.txt").stem
    edit(project, "a.txt", "{: #s1 lang=de }\n", "{: #s1 lang=de }\n\nBy hand.\n{: lang=en }\n")
    edit(project, "a.txt", "\nkind:", "\ntranslation: {language: en, by: editor}\nkind:")
    for _ in range(2):
        run(project)
        text = chronology(project, "diff", slug).stdout
        assert "s1, translation\n  made   (nothing)\n  yours  {+By hand.+}" in text


def test_what_a_machine_made_is_known_without_the_memory(project, slug):
    (project / "content/.generated/memory.tmx").unlink()
    edit(project, "a.txt", f"\\[en\\] {FIRST}\n", "A word of mine.\n")
    lines = chronology(project, "diff", slug).stdout.splitlines()
    assert lines[:2] == ["s1, translation", f"  made   [-[en] {FIRST}-]"]


def test_what_was_put_between_the_paragraphs_is_told_with_its_place(project, slug):
    path = entry_path(project, "a.txt")
    header, _, body = path.read_text(encoding="utf-8").rpartition("---\n")
    body = body.replace("{: lang=en }", "{: lang=en }\n\n!!! note\n    Seen in print, too.", 1)
    text = f"{header}---\n\nAn opening word.\n{body}\n[^1]: As planned.\n"
    path.write_text(text, encoding="utf-8")
    said = chronology(project, "diff", slug).stdout
    assert "above the text\n  made   (nothing)\n  yours  {+An opening word.+}\n" in said
    assert "below s1\n  made   (nothing)\n  yours  {+!!! note Seen in print, too.+}\n" in said
    assert "yours  {+[^1]: As planned.+}\n" in said
    assert said.endswith(": 3 parts changed by hand\n")
