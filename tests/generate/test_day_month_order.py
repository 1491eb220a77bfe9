"""How publishers write dates: learned from what leaves no doubt, used for what does."""

import itertools

import pytest

from generator.generate import pipeline
from generator.generate.day_month_order import may_show_order, orders_of_entries, with_shown
from generator.model import Evidence, Severity
from tests.builders import entry
from tests.generate.runs import (
    all_issues,
    content_of,
    entries,
    entry_path,
    outcomes,
    run,
)


def quoting(publisher, *quotes, text="He spoke."):
    evidence = tuple(Evidence("2022", quote) for quote in quotes)
    return entry("a", text, language="en", publisher=publisher, date_evidence=evidence)


SHOWN = (
    ([], {}),
    ([quoting("Gazette")], {}),
    ([quoting("Gazette", "03/07/2022")], {}),
    ([quoting(None, "25/11/2021")], {}),
    ([quoting("Gazette", "25/11/2021")], {"Gazette": True}),
    ([quoting("Gazette", "11/25/2021")], {"Gazette": False}),
    ([quoting("Gazette", "25/11/2021"), quoting("Times", "11/25/2021")], {"Gazette": True, "Times": False}),
    ([quoting("Gazette", "25/11/2021"), quoting("Gazette", "03/07/2022")], {"Gazette": True}),
    # by another date of the same document
    ([quoting("Gazette", "03/07/2022", "3 July")], {"Gazette": True}),
    ([quoting("Gazette", "03/07/2022", text="On 3 July, he spoke.")], {"Gazette": True}),
    ([quoting("Gazette", text="On 25/11/2021, he spoke.")], {"Gazette": True}),
    # but not of another one
    ([quoting("Gazette", "03/07/2022"), quoting("Gazette", "3 July")], {}),
    # both ways
    ([quoting("Gazette", "25/11/2021"), quoting("Gazette", "11/25/2021")], {"Gazette": None}),
    (
        [quoting("Gazette", f"{n}/11/2021") for n in (25, 26)] + [quoting("Gazette", "11/25/2021")],
        {"Gazette": None},
    ),
)


@pytest.mark.parametrize(("shown", "expected"), SHOWN)
def test_entries_show_a_habit_by_what_leaves_no_doubt(shown, expected):
    assert orders_of_entries(shown) == expected
    assert orders_of_entries(reversed(shown)) == expected


@pytest.mark.parametrize("ways", list(itertools.permutations([True, False, True, None])))
def test_who_has_written_both_ways_has_no_habit_any_more(ways):
    """Whatever comes after."""
    orders = {}
    for way in ways:
        orders = with_shown(orders, [("Gazette", way)])
    assert orders == {"Gazette": None}
    assert orders == with_shown({}, [("Gazette", way) for way in ways])


def test_drafts_add_to_what_is_known():
    orders = with_shown({"Times": False}, [("Gazette", True), ("Times", False), (None, True)])
    assert orders == {"Gazette": True, "Times": False}
    assert with_shown(orders, [("Times", True)]) == {"Gazette": True, "Times": None}


@pytest.mark.parametrize(
    ("html", "shows"),
    [
        ("<p>On 25/11/2021, he spoke.", True),
        ("<p>On <b>25</b>/11/<i>2021</i>", True),
        ("<p>On 25&#x2F;11&sol;\n2021", True),
        ("<a href='/2021/11/25/talks'>Talks</a>", False),
        ("<p>He spoke of 2021/11/25.", False),
    ],
)
def test_a_page_may_show_its_order_in_its_text_but_not_in_its_addresses(html, shows):
    assert may_show_order(html, is_html=True) is shows


# In whole runs

CLEAR, UNCLEAR, OTHER_WAY = "25/11/2021", "03/07/2022", "11/25/2021"
BODY = "The spokesman of the ministry said that the joint exercise of the two navies would go on as planned."


def add(
    project, name, day, publisher="Gazette", title="Ministry speaks about the joint exercise of the navies"
):
    opening = f"On {day}, the spokesman of the ministry met the press in the capital. {BODY}"
    text = "\n\n".join((f"{title} ({name})", opening, BODY))
    (project / f"seeds/{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    (project / f"seeds/{name}.yml").write_text(f"publisher: {publisher}\n", encoding="utf-8")


def date_of(project, name):
    return entries(project)[f"{name}.txt"].date


@pytest.mark.parametrize(("clear", "unclear"), [("a", "b"), ("b", "a")])
def test_a_date_is_read_as_the_publishers_other_documents_are(project, clear, unclear):
    """Whatever the order of the seeds."""
    add(project, clear, CLEAR)
    add(project, unclear, UNCLEAR)
    results = run(project)
    assert date_of(project, clear) == "2021-11-25"
    assert date_of(project, unclear) == "2022-07-03"
    assert all(issue.severity is Severity.NOTE for issue in all_issues(results))


@pytest.mark.parametrize(("clear", "unclear"), [("a", "b"), ("b", "a")])
def test_documents_of_an_earlier_run_count(project, clear, unclear):
    add(project, clear, CLEAR)
    run(project)
    add(project, unclear, UNCLEAR)
    assert outcomes(run(project)) == {f"{clear}.txt": "unchanged", f"{unclear}.txt": "new"}
    assert date_of(project, unclear) == "2022-07-03"


@pytest.mark.parametrize(("clear", "unclear"), [("a", "b"), ("b", "a")])
def test_documents_of_a_later_run_count(project, clear, unclear):
    """What was unclear is tried again each time."""
    add(project, unclear, UNCLEAR)
    (problem, _) = (issue.problem for issue in all_issues(run(project)))
    assert "can be read as day and month or as month and day" in problem
    assert date_of(project, unclear) is None
    add(project, clear, CLEAR)
    run(project)
    assert date_of(project, unclear) == "2022-07-03"


def test_documents_of_another_batch_count(project, monkeypatch):
    monkeypatch.setattr(pipeline, "BATCH", 1)
    add(project, "a", CLEAR)
    add(project, "b", UNCLEAR)
    run(project)
    assert date_of(project, "b") == "2022-07-03"


def test_month_first_is_a_habit_too(project):
    add(project, "a", OTHER_WAY)
    add(project, "b", UNCLEAR)
    run(project)
    assert date_of(project, "b") == "2022-03-07"


def test_another_publishers_habit_says_nothing(project):
    add(project, "a", CLEAR, publisher="Times")
    add(project, "b", UNCLEAR)
    run(project)
    assert date_of(project, "b") is None


@pytest.mark.parametrize("size", [1, 500])
def test_a_publisher_that_writes_both_ways_has_no_habit(project, monkeypatch, size):
    monkeypatch.setattr(pipeline, "BATCH", size)
    add(project, "a", CLEAR)
    add(project, "b", OTHER_WAY)
    add(project, "c", "26/11/2021")
    add(project, "d", UNCLEAR)
    run(project)
    assert date_of(project, "d") is None
    run(project)
    assert date_of(project, "d") is None


def test_a_second_run_changes_nothing(project):
    add(project, "a", CLEAR)
    add(project, "b", UNCLEAR)
    run(project)
    before = content_of(project)
    assert outcomes(run(project)) == {"a.txt": "unchanged", "b.txt": "unchanged"}
    assert content_of(project) == before


def test_an_unclear_date_that_an_editor_settles_stays_settled(project):
    add(project, "b", UNCLEAR)
    run(project)
    path = entry_path(project, "b.txt")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nlanguage:", '\ndate: "2022-03-07"\nlanguage:', 1), encoding="utf-8")
    run(project)
    assert date_of(project, "b") == "2022-03-07"
    add(project, "a", CLEAR)
    run(project)
    assert date_of(project, "b") == "2022-03-07"
