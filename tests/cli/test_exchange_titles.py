"""`chronology exchange`: titles, which go out and come in as paragraphs do."""

import json

import pytest
import yaml

from tests.cli.exchanging import DONE, FORMATS, export, generate_all, take_in, translate
from tests.cli.support import entries, run
from tests.engines import FakeEngine
from tests.generate.runs import FIRST, SECOND, THIRD, add_seed, edit, pairs
from tests.generate.runs import entries as loaded

HEADLINE = "Ministerium kündigt Übung a an"


OF_A_WEEK = "Ministerium kündigt eine Woche auf See an"


def retitle(project, title: str, there: str = f"'[en] {HEADLINE}'") -> None:
    """As an editor does in the entry's header."""
    edit(project, "a.txt", f"\ntitle: {there}\n", f"\ntitle: {title}\n")


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_was_translated_there_is_put_into_the_header(two_translated, ending):
    file = export(two_translated, ending)
    translate(file, HEADLINE, 'Exercise "a": announced')
    assert take_in(two_translated, file, "--by", "Ann") == "1 taken, 5 the same"
    for _ in range(2):
        entry = loaded(two_translated)["a.txt"]
        assert (entry.title, entry.original_title) == ('Exercise "a": announced', HEADLINE)
        assert "4 machine" in run(two_translated, "status").stdout
        generate_all(two_translated, FakeEngine())
    assert "title" in run(two_translated, "diff", entry.slug).stdout
    assert take_in(two_translated, export(two_translated, ending)) == "6 the same"


@pytest.mark.parametrize("ending", FORMATS)
def test_where_the_site_shows_the_original_title_the_other_is_put_beside_it(project, ending):
    settings = project / "pyproject.toml"
    settings.write_text(settings.read_text("utf-8").replace('language = "en"', 'language = "de"'), "utf-8")
    add_seed(project, "a.txt", FIRST)
    generate_all(project, FakeEngine())
    assert loaded(project)["a.txt"].title == HEADLINE
    file = export(project, ending)
    translate(file, HEADLINE, "Exercise a announced")
    assert take_in(project, file) == "1 taken, 1 the same"
    generate_all(project, FakeEngine())
    entry = loaded(project)["a.txt"]
    assert (entry.title, entry.translated_title) == (HEADLINE, "Exercise a announced")


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_had_no_translation_gets_one(project, ending):
    add_seed(project, "a.txt", FIRST)
    generate_all(project)
    file = export(project, ending)
    translate(file, HEADLINE, "Exercise a announced")
    assert take_in(project, file) == "1 taken, 1 not translated"
    for engine in (None, None, FakeEngine(), FakeEngine()):
        entry = loaded(project)["a.txt"]
        assert (entry.title, entry.original_title) == ("Exercise a announced", HEADLINE)
        generate_all(project, engine)
        assert "--part title" not in run(project, "check").stdout
    retitle(project, f"'[en] {HEADLINE}'", "Exercise a announced")
    generate_all(project, FakeEngine())
    assert loaded(project)["a.txt"].title == f"[en] {HEADLINE}"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_was_made_of_the_opening_words_is_translated_like_any_other(project, ending):
    (project / "seeds/a.txt").write_text(f"{FIRST}\n\n{SECOND}\n", "utf-8")
    generate_all(project)
    opening = loaded(project)["a.txt"].title
    assert loaded(project)["a.txt"].title_supplied
    file = export(project, ending)
    translate(file, opening, "A drill begins")
    assert take_in(project, file) == "1 taken, 2 not translated"
    for engine in (None, FakeEngine()):
        generate_all(project, engine)
        entry = loaded(project)["a.txt"]
        assert (entry.title, entry.original_title) == ("A drill begins", opening)


WHOLE = "Sie dauert zwei Wochen."


@pytest.mark.parametrize("is_older_first", [True, False])
@pytest.mark.parametrize("ending", FORMATS)
def test_of_two_editions_what_is_out_of_date_is_named_and_what_came_first_stays(
    project, ending, is_older_first
):
    add_seed(project, "a.txt", FIRST, SECOND)
    generate_all(project)
    older = export(project, ending)
    older = older.rename(older.with_stem("older"))
    add_seed(project, "a.txt", FIRST, WHOLE, THIRD, title=NEWER)
    generate_all(project)
    newer = export(project, ending)
    work = {older: (FIRST, SECOND, HEADLINE), newer: (FIRST, WHOLE, THIRD, NEWER)}
    for file, sources in work.items():
        for source in sources:
            translate(file, source, f"{file.stem} {source[:3]}")
    first, second = (older, newer) if is_older_first else (newer, older)
    said = {file: run(project, "exchange", "import", str(file)).stdout for file in (first, second)}
    assert "a.txt title: its original reads otherwise now" in said[older]
    assert "a.txt s2: is in no entry" in said[older]
    assert "s1" not in said[first]
    assert "a.txt s1: was changed here (--replace takes the file's)" in said[second]
    generate_all(project, FakeEngine())
    entry = loaded(project)["a.txt"]
    assert entry.title == f"{newer.stem} Min"
    assert list(pairs(entry).values()) == [f"{first.stem} Der", f"{newer.stem} Sie", f"{newer.stem} An"]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_an_editor_worded_meanwhile_stays(two_translated, ending):
    file = export(two_translated, ending)
    retitle(two_translated, "An exercise begins")
    assert take_in(two_translated, file) == "1 not changed there, 5 the same"
    translate(file, HEADLINE, "Exercise a announced")
    result = run(two_translated, "exchange", "import", str(file), "--by", "Ann")
    assert "a.txt title: was changed here (--replace takes the file's)" in result.stdout
    assert loaded(two_translated)["a.txt"].title == "An exercise begins"
    assert take_in(two_translated, file, "--replace") == "1 taken, 5 the same"
    assert loaded(two_translated)["a.txt"].title == "Exercise a announced"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_a_term_changed_meanwhile_is_not_undone(two_translated, ending):
    add_seed(two_translated, "a.txt", FIRST, SECOND, title=OF_A_WEEK)
    generate_all(two_translated, FakeEngine())
    file = export(two_translated, ending)
    (two_translated / "content/terms.yml").write_text("terms:\n- {de: Woche, en: week}\n", encoding="utf-8")
    generate_all(two_translated, FakeEngine())
    title = loaded(two_translated)["a.txt"].title
    assert "week" in title
    take_in(two_translated, file)
    assert loaded(two_translated)["a.txt"].title == title


def test_a_title_that_an_editor_worded_stays_when_a_term_would_have_the_machines_otherwise(two_translated):
    add_seed(two_translated, "a.txt", FIRST, SECOND, title=OF_A_WEEK)
    generate_all(two_translated, FakeEngine())
    retitle(two_translated, "A week at sea", f"'[en] {OF_A_WEEK}'")
    for term in ("week", "weeks"):
        (two_translated / "content/terms.yml").write_text(f"terms:\n- {{de: Woche, en: {term}}}\n", "utf-8")
        generate_all(two_translated, FakeEngine())
        assert loaded(two_translated)["a.txt"].title == "A week at sea"
        assert "--part title" not in run(two_translated, "check").stdout


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_was_reviewed_stays_unless_it_is_to_be_replaced(two_translated, ending):
    file = export(two_translated, ending)
    translate(file, HEADLINE, "Exercise a announced")
    run(two_translated, "review", entries(two_translated)["a.txt"].stem, "--by", "Ann")
    result = run(two_translated, "exchange", "import", str(file))
    assert "a.txt title: was reviewed and stays" in result.stdout
    assert take_in(two_translated, file, "--replace") == "1 taken, 5 the same"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_was_found_good_there_follows_no_term_any_more(two_translated, ending):
    add_seed(two_translated, "a.txt", FIRST, SECOND, title=OF_A_WEEK)
    generate_all(two_translated, FakeEngine())
    file = export(two_translated, ending)
    translate(file, OF_A_WEEK, f"[en] {OF_A_WEEK}")
    result = run(two_translated, "exchange", "import", str(file), "--by", "Ann")
    assert ": title reviewed by Ann" in result.stdout
    assert "4 machine" in run(two_translated, "status").stdout
    (two_translated / "content/terms.yml").write_text("terms:\n- {de: Woche, en: week}\n", encoding="utf-8")
    generate_all(two_translated, FakeEngine())
    assert loaded(two_translated)["a.txt"].title == f"[en] {OF_A_WEEK}"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_whose_original_changed_is_left(two_translated, ending):
    file = export(two_translated, ending)
    translate(file, HEADLINE, "Exercise a announced")
    add_seed(two_translated, "a.txt", FIRST, SECOND, title="Ministerium sagt Übung a ab")
    generate_all(two_translated, FakeEngine())
    result = run(two_translated, "exchange", "import", str(file))
    assert "a.txt title: its original reads otherwise now" in result.stdout


NEWER = "Ministerium sagt die Übung a ab"


def retitle_and_let_the_source_change(project) -> None:
    retitle(project, "An exercise begins")
    add_seed(project, "a.txt", FIRST, SECOND, title=NEWER)
    generate_all(project, FakeEngine())
    assert "--part title" in run(project, "check").stdout


@pytest.mark.parametrize("parts", [(), ("--segment", "title")])
def test_who_reviews_a_title_decides_that_it_stands(two_translated, parts):
    retitle_and_let_the_source_change(two_translated)
    run(two_translated, "review", entries(two_translated)["a.txt"].stem, "--by", "Ann", *parts)
    for _ in range(2):
        assert "--part title" not in run(two_translated, "check").stdout
        assert loaded(two_translated)["a.txt"].title == "An exercise begins"
        generate_all(two_translated, FakeEngine())


def test_who_translates_a_title_that_an_editor_worded_does_not_decide_how_it_reads(project):
    settings = project / "pyproject.toml"
    settings.write_text(settings.read_text("utf-8").replace('language = "en"', 'language = "de"'), "utf-8")
    add_seed(project, "a.txt", FIRST)
    generate_all(project, FakeEngine())
    edit(project, "a.txt", f"\ntitle: {HEADLINE}\n", "\ntitle: Eine Übung\n")
    add_seed(project, "a.txt", FIRST, title=NEWER)
    generate_all(project, FakeEngine())
    file = export(project, "po")
    translate(file, "Eine Übung", "An exercise")
    take_in(project, file, "--by", "Ann")
    assert loaded(project)["a.txt"].translated_title == "An exercise"
    assert "--part title" in run(project, "check").stdout


def test_a_new_translation_of_a_changed_title_decides(two_translated):
    retitle_and_let_the_source_change(two_translated)
    file = export(two_translated, "po")
    translate(file, NEWER, "Exercise called off")
    assert take_in(two_translated, file) == "1 taken, 5 the same"
    for _ in range(2):
        assert "--part title" not in run(two_translated, "check").stdout
        assert loaded(two_translated)["a.txt"].title == "Exercise called off"
        generate_all(two_translated, FakeEngine())


@pytest.mark.parametrize("ending", FORMATS)
def test_a_paragraph_that_an_editor_called_title_is_that_paragraph(two_translated, ending):
    path = entries(two_translated)["a.txt"]
    path.write_text(path.read_text("utf-8") + "\nNoch etwas.\n{: #title lang=de }\n", "utf-8")
    file = export(two_translated, ending)
    translate(file, "Noch etwas.", "One thing more.")
    assert "1 taken" in take_in(two_translated, file)
    assert pairs(loaded(two_translated)["a.txt"])["Noch etwas."] == "One thing more."
    assert loaded(two_translated)["a.txt"].title == f"[en] {HEADLINE}"


def test_an_entry_whose_header_can_not_be_changed_is_left_whole_and_the_others_go_on(two_translated):
    path = entries(two_translated)["a.txt"]
    _, header, body = path.read_text("utf-8").split("---\n", 2)
    in_braces = json.dumps(yaml.load(header, yaml.BaseLoader), ensure_ascii=False)
    path.write_text(f"---\n{in_braces}\n---\n{body}", "utf-8")
    file, before = export(two_translated, "po"), path.read_bytes()
    for source, target in ((HEADLINE, "Exercise a"), (SECOND, DONE), (THIRD, "Four ships take part.")):
        translate(file, source, target)
    result = run(two_translated, "exchange", "import", str(file), "--by", "Ann")
    assert "left  a.txt: all of it, its front matter can't be changed" in result.stdout
    assert result.stdout.endswith(": 1 taken, 3 the same, 2 left\n")
    assert path.read_bytes() == before
    assert pairs(loaded(two_translated)["b.txt"])[THIRD] == "Four ships take part."
