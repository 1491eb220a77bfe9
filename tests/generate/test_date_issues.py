"""What is told of an entry's date: one true thing, with the remedy."""

from dataclasses import replace

import pytest

from generator.generate.date_issues import date_issues
from generator.generate.draft import new_draft
from generator.model import DroppedLine, Evidence, Language, Severity
from tests.generate.runs import all_issues, entries, run

PLACE = "content/entries/undated-x.md"
DAYS = (Evidence("2023-06-14", "14.06.2023", line=1), Evidence("2023-06-13", "13.06.2023", line=10))


def told(language="de", unclear=(), date=None, dropped=()):
    draft = replace(new_draft("a.txt", "", ()).fill(language=Language(language)), unclear=unclear)
    draft = replace(draft, dropped=tuple(DroppedLine(3, text, "menu or teaser") for text in dropped))
    return date_issues(draft, replace(draft.entry, date=date), PLACE)


def test_days_of_which_none_is_sure_are_named_in_the_warning():
    (issue,) = told(unclear=DAYS)
    assert (issue.severity, issue.place) == (Severity.WARNING, PLACE)
    assert issue.problem.startswith("not dated: which of its dates is that of publication is unclear")
    assert "2023-06-14 (line 1), 2023-06-13 (line 10)" in issue.problem
    assert "supports a date" not in issue.problem
    assert "`published:`" in issue.remedy


def test_both_readings_of_numbers_are_named():
    (issue,) = told(unclear=(Evidence("[2022-03-07,2022-07-03]", "03/07/2022", line=4),))
    assert issue.problem.endswith("is unclear: 2022-03-07 or 2022-07-03 (line 4)")


@pytest.mark.parametrize(
    ("published", "told_of"),
    [("", ["2022-03-07 or 2022-07-03 (line 3); write `published:` into"]), ('published: "2022-07-03"\n', [])],
)
def test_a_line_above_the_text_is_named_that_can_be_read_in_two_ways(project, published, told_of):
    text = "Port opens again\n\n03/07/2022\n\nThe northern quay is open again, the harbour office said.\n"
    (project / "seeds/a.txt").write_text(text, encoding="utf-8")
    if published:
        (project / "seeds/a.yml").write_text(published, encoding="utf-8")
    issues = [str(issue) for issue in all_issues(run(project))]
    assert len(issues) == len(told_of)
    assert all(part in issue for part, issue in zip(told_of, issues, strict=True))


def test_both_readings_are_named_beside_a_day_of_the_text(project):
    shut = "It had shut on 6 March 2021, and nobody knew for how long."
    text = f"Port opens again\n\n03/07/2022\n\nThe quay is open.\n\n{shut}\n"
    (project / "seeds/a.txt").write_text(text, encoding="utf-8")
    (issue,) = [str(issue) for issue in all_issues(run(project))]
    assert "2022-03-07 or 2022-07-03 (line 3), 2021-03-06 (line 7)" in issue


@pytest.mark.parametrize(
    ("published", "written", "day"),
    [("2022-07-05", "03/07/2022", "2022-07-03"), ("2022-05-07", "05/03/2022", "2022-05-03")],
)
def test_a_publication_that_an_editor_gives_tells_day_from_month(project, published, written, day):
    text = f"The quay is open\n\n05/07/2022\n\nThe quay opened again on {written}, the office said.\n"
    (project / "seeds/a.txt").write_text(text, encoding="utf-8")
    (project / "seeds/a.yml").write_text(f'published: "{published}"\n', encoding="utf-8")
    assert all_issues(run(project)) == []
    assert entries(project)["a.txt"].date == day


def test_where_there_is_none_nothing_supports_a_date():
    (issue,) = told()
    assert issue.problem == "not dated: neither the text nor a sidecar or record supports a date"


def test_a_date_that_was_emptied_is_told_with_the_evidence_that_stands_below_it():
    draft = new_draft("a.txt", "", ()).fill(language=Language("de"))
    (issue,) = date_issues(draft, replace(draft.entry, date=None, date_evidence=DAYS), PLACE)
    assert (
        issue.problem
        == "not dated: its `date:` is empty, and the evidence below it gives 2023-06-14, 2023-06-13"
    )


def test_a_dated_entry_gets_no_warning():
    assert told(date="2023-06-13") == ()
    (issue,) = told(date="2023-06-13", unclear=DAYS)
    assert (issue.severity, issue.place) == (Severity.NOTE, "seeds/a.txt")


@pytest.mark.parametrize("date", [None, "2023-06-13"])
def test_a_language_whose_dates_in_words_are_not_read_is_told_once(date):
    (issue,) = told("fi", date=date)
    assert "only days in figures are read: it is in Finnish" in issue.problem
    assert "`events:`" in issue.remedy


def test_days_in_figures_are_named_beside_it():
    (issue,) = told("fi", unclear=DAYS)
    assert "2023-06-14 (line 1)" in issue.problem
    assert "only days in figures are read" in issue.problem


@pytest.mark.parametrize("line", ["Porto, le 30 mars 2023", "3 de mayo de 2022", "5. maaliskuuta 2024"])
def test_a_line_left_out_that_names_a_day_is_named(line):
    (issue,) = told("fr", dropped=("Partager", line))
    assert f"line 3, {line!r}, was left out of the text and may be its date" in issue.problem


@pytest.mark.parametrize("line", ["Menu", "12 articles", "© 2023", "30 mars 2023 " + "x" * 90])
def test_other_lines_left_out_are_not(line):
    (issue,) = told("fr", dropped=(line,))
    assert "was left out" not in issue.problem
