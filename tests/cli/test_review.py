"""`chronology review`: what it marks, what it offers, what it takes."""

import pytest

from generator.generate.pipeline import generate
from generator.settings import load_settings
from tests.cli.support import entries, run
from tests.engines import FakeEngine
from tests.generate.runs import FIRST, SECOND, THIRD, Engines, add_seed, content_of, edit, pairs
from tests.generate.runs import entries as loaded

TERM = "terms:\n- {de: Woche, en: week}\n"


@pytest.fixture
def translated(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    add_seed(project, "b.txt", FIRST, THIRD)
    generate_all(project)
    return project


def generate_all(project) -> None:
    list(generate(load_settings(project), Engines(FakeEngine())))


def states(project) -> list[str]:
    return [line.split()[2] for line in run(project, "status").stdout.splitlines()[:2]]


def names(project) -> list[str]:
    return [entries(project)[seed].stem for seed in ("a.txt", "b.txt")]


def test_several_entries_are_marked_at_once(translated):
    said = run(translated, "review", *names(translated), "--by", "Ann").stdout
    assert said.count("2 paragraphs reviewed by Ann") == 2
    assert states(translated) == ["reviewed", "reviewed"]
    run(translated, "review", *names(translated), "--undo", "--by", "Ann")
    assert states(translated) == ["machine", "machine"]


def test_a_paragraph_is_marked_alone_and_then_another(translated):
    a, _ = names(translated)
    said = run(translated, "review", a, "--segment", "s1", "--by", "Ann").stdout
    assert "1 paragraph reviewed by Ann" in said
    assert "1 machine" not in run(translated, "status").stdout
    assert "3 machine, 1 reviewed" in run(translated, "status").stdout
    assert "changed since" not in run(translated, "check").stdout
    run(translated, "review", a, "--segment", "#s2", "--by", "Ann")
    assert "2 machine, 2 reviewed" in run(translated, "status").stdout


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["A", "--segment", "s9", "--by", "Ann"], "--segment s9: has no translation"),
        (["A", "B", "--segment", "s1", "--by", "Ann"], "is a paragraph of one entry"),
        (["--segment", "s1"], "is a paragraph of one entry"),
        (["--by", "Ann"], "needs an ENTRY"),
        (["--undo", "--by", "Ann"], "needs an ENTRY"),
        (["A", "--accept"], "needs --by NAME"),
        (["--all-clean"], "needs --by NAME"),
        (["A", "--undo"], "needs --by NAME"),
        (["A", "--undo", "--by", "Ann", "--segment", "s1"], "whole entries"),
        (["A", "--by", "DeepL"], "is not a person"),
        (["--by", ""], "--by '': is not a name"),
    ],
)
def test_what_does_not_go_together_is_told_and_nothing_is_done(translated, arguments, problem):
    a, b = names(translated)
    result = run(translated, "review", *({"A": a, "B": b}.get(one, one) for one in arguments))
    assert result.exit_code != 0
    assert problem in result.stderr
    assert states(translated) == ["machine", "machine"]


def test_another_persons_review_is_taken_over_only_where_that_is_said(translated):
    a, b = names(translated)
    run(translated, "review", a, "--by", "Ann")
    refused = run(translated, "review", a, "--by", "Bea")
    assert refused.exit_code == 2
    assert f"content/entries/{a}.md: Ann reviewed it" in refused.stderr
    several = run(translated, "review", a, b, "--by", "Bea")
    assert several.exit_code == 1
    assert f"{b}.md: 2 paragraphs reviewed by Bea" in several.stdout
    assert loaded(translated)["a.txt"].translation.reviewed_by == "Ann"
    run(translated, "review", a, "--by", "Bea", "--take-over")
    assert loaded(translated)["a.txt"].translation.reviewed_by == "Bea"


def test_another_persons_mark_is_taken_off_only_where_that_is_said(translated):
    a, b = names(translated)
    run(translated, "review", a, "--by", "Ann")
    run(translated, "review", b, "--by", "Bea")
    before = content_of(translated)
    refused = run(translated, "review", a, "--undo", "--by", "Bea")
    assert refused.exit_code == 2
    assert f"content/entries/{a}.md: Ann reviewed it; --take-over takes" in refused.stderr
    assert content_of(translated) == before
    several = run(translated, "review", a, b, "--undo", "--by", "Bea")
    assert several.exit_code == 1
    assert f"{b}.md: not marked as reviewed any more" in several.stdout
    assert states(translated) == ["reviewed", "machine"]
    assert run(translated, "review", a, "--undo", "--by", "Bea", "--take-over").exit_code == 0
    assert states(translated) == ["machine", "machine"]


def test_a_review_that_does_not_stand_any_more_is_nobodys(translated):
    a, _ = names(translated)
    run(translated, "review", a, "--segment", "s2", "--by", "Ann")
    edit(translated, "a.txt", f"\n\\[en\\] {SECOND}\n", "\nIt takes a week, they say.\n")
    assert run(translated, "review", a, "--by", "Bea").exit_code == 0


def test_warnings_in_what_is_marked_are_told(translated):
    edit(translated, "a.txt", f"\n\\[en\\] {SECOND}\n", "\nThe exercise lasts 17 weeks.\n")
    a, _ = names(translated)
    said = run(translated, "review", a, "--by", "Ann")
    assert said.exit_code == 0
    assert "warning    " in said.stdout
    assert "(s2): numbers: " in said.stdout
    assert "(s2)" not in run(translated, "review", a, "--segment", "s1", "--by", "Ann").stdout


def test_another_persons_review_is_not_taken_over_paragraph_by_paragraph(translated):
    a, _ = names(translated)
    run(translated, "review", a, "--by", "Ann")
    result = run(translated, "review", a, "--segment", "s1", "--by", "Bea")
    assert "Ann reviewed" in result.stderr
    assert "reviewed" in states(translated)


@pytest.fixture
def offered(translated):
    """A term that came after the review."""
    run(translated, "review", *names(translated), "--by", "Ann")
    (translated / "content/terms.yml").write_text(TERM, encoding="utf-8")
    generate_all(translated)
    return translated


def test_check_and_review_say_what_a_new_term_would_change(offered):
    (line,) = (one for one in run(offered, "check").stdout.splitlines() if "kept as a person left it" in one)
    assert "(s2): kept as a person left it; by terms and memory “Woche” would be “week”" in line
    a, b = names(offered)
    shown = run(offered, "review", a).stdout
    assert "[-Woche-]" in shown
    assert "{+week+}" in shown
    assert "1 offered" in run(offered, "review").stdout
    assert "0 offered" in run(offered, "review", b).stdout


def test_what_is_offered_is_taken_and_reviewed(offered):
    a, _ = names(offered)
    edit(offered, "a.txt", f"\\[en\\] {SECOND}\n", f"\\[en\\] {SECOND.replace('Angaben', '*Angaben*')}\n")
    run(offered, "review", a, "--accept", "--by", "Ann")
    for _ in range(2):
        assert pairs(loaded(offered)["a.txt"])[SECOND] == f"[en] {SECOND}".replace("Woche", "week")
        assert "*Angaben*" in entries(offered)["a.txt"].read_text(encoding="utf-8")
        assert states(offered) == ["reviewed", "reviewed"]
        assert "kept as a person" not in run(offered, "check").stdout
        generate_all(offered)


def test_an_edited_paragraph_is_offered_the_term_and_keeps_its_words(translated):
    edit(translated, "a.txt", f"\n\\[en\\] {SECOND}\n", "\nIt takes one Woche at sea.\n")
    (translated / "content/terms.yml").write_text(TERM, encoding="utf-8")
    assert "“Woche” would be “week”" in run(translated, "check").stdout
    generate_all(translated)
    assert pairs(loaded(translated)["a.txt"])[SECOND] == "It takes one Woche at sea."
    assert "“Woche” would be “week”" in run(translated, "check").stdout


OF_A_WEEK = "Ministerium kündigt Übung von einer Woche an"


@pytest.mark.parametrize("worded", [f"[en] {OF_A_WEEK}", "One Woche at sea: an exercise"])
def test_a_title_is_offered_the_term_and_nothing_else(project, worded):
    add_seed(project, "a.txt", FIRST, title=OF_A_WEEK)
    generate_all(project)
    edit(project, "a.txt", f"\ntitle: '[en] {OF_A_WEEK}'", f"\ntitle: '{worded}'")
    run(project, "review", entries(project)["a.txt"].stem, "--segment", "title", "--by", "Ann")
    assert "0 offered" in run(project, "review").stdout
    (project / "content/terms.yml").write_text(TERM, encoding="utf-8")
    generate_all(project)
    assert loaded(project)["a.txt"].title == worded
    assert "(title): kept as a person left it; by terms and memory “Woche” would be “week”" in (
        run(project, "check").stdout
    )
    result = run(project, "review", entries(project)["a.txt"].stem, "--accept", "--by", "Ann")
    assert ": title reviewed by Ann" in result.stdout
    for _ in range(2):
        assert loaded(project)["a.txt"].title == worded.replace("Woche", "week")
        assert "kept as a person" not in run(project, "check").stdout
        generate_all(project)


def test_where_nothing_is_offered_none_is_taken_and_that_is_told(translated):
    result = run(translated, "review", names(translated)[0], "--accept", "--by", "Ann")
    assert result.stdout == "0 offered by terms and memory\n"
    assert states(translated) == ["machine", "machine"]


def test_an_entry_that_can_not_be_marked_keeps_no_other_from_it(translated):
    marked = names(translated)
    (translated / "content/entries/own.md").write_text(
        f"---\ntitle: Eigenes\ndate: '2024'\nlanguage: de\n---\n\n{FIRST}\n", "utf-8"
    )
    result = run(translated, "review", "own", *marked, "--by", "Ann")
    assert result.exit_code == 1
    assert "content/entries/own.md: has no translation; translate it first" in result.stdout
    assert result.stdout.count("2 paragraphs reviewed by Ann") == 2
    result = run(translated, "review", "own", "--undo", "--by", "Ann")
    assert result.stdout == "content/entries/own.md: was not reviewed\n"


def test_a_title_that_was_changed_since_its_review_is_told(translated):
    a, _ = names(translated)
    run(translated, "review", a, "--by", "Ann")
    generate_all(translated)
    assert "changed since" not in run(translated, "check").stdout
    edit(translated, "a.txt", "\ntitle: '[en] ", "\ntitle: 'New: ")
    assert f"{a}.md (title): changed since Ann reviewed it" in run(translated, "check").stdout
    run(translated, "review", a, "--segment", "title", "--by", "Ann")
    assert "changed since" not in run(translated, "check").stdout


def test_an_edit_that_was_not_learnt_yet_is_not_offered_the_machines_words(translated):
    edit(translated, "a.txt", f"\n\\[en\\] {SECOND}\n", "\nIt takes a week, they say.\n")
    assert "0 offered" in run(translated, "review").stdout


@pytest.mark.parametrize(("end", "marked"), [(".", 1), ("", 0)])
def test_entries_without_findings_are_marked_at_once(translated, end, marked):
    """A note is a finding, too: the source has a full stop."""
    first = "The ministry's spokesman said on Thursday that the joint exercise begins soon."
    second = f"According to the ministry the exercise lasts one week and takes place at sea{end}"
    for seed, source, target in (("a.txt", FIRST, first), ("b.txt", FIRST, first), ("a.txt", SECOND, second)):
        edit(translated, seed, f"\n\\[en\\] {source}\n", f"\n{target}\n")
    # Titles worded by a person are not looked at.
    for path in entries(translated).values():
        path.write_text(path.read_text().replace("[en] ", "Title: "))
    said = run(translated, "review", "--all-clean", "--by", "Ann").stdout
    assert said.startswith(f"Entries translated and without findings: {marked}\n")
    assert states(translated).count("reviewed") == marked
    # Nobody takes a review over from another so.
    said = run(translated, "review", "--all-clean", "--by", "Bea").stdout
    assert said.startswith("Entries translated and without findings: 0\n")


def test_status_by_doubt_lists_paragraphs_with_what_helps(translated):
    edit(translated, "a.txt", f"\n\\[en\\] {SECOND}\n", "\nThe exercise lasts one week.\n")
    nearly = SECOND.replace("eine Woche", "zwei Wochen")
    add_seed(translated, "b.txt", FIRST, nearly)
    generate_all(translated)
    lines = run(translated, "status", "--sort", "doubt").stdout.splitlines()
    assert lines[-1] == "6 translations are not reviewed"
    listed = [float(line[:4]) for line in lines[:-1] if line[:1] != " "]
    assert listed == sorted(listed, reverse=True)
    (match,) = (line for line in lines if "%" in line)
    assert match.strip().startswith("9")
    assert match.endswith("editor: “" + SECOND + "” → “The exercise lasts one week.”")
    run(translated, "review", *names(translated), "--by", "Ann")
    assert run(translated, "status", "--sort", "doubt").stdout == "0 translations are not reviewed\n"
    assert run(translated, "status", "--sort", "doubt", "--needs", "review").exit_code == 2
