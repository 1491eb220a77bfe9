"""An editor's corrections of events stay when the seed changes."""

import re

import pytest

from generator.language.markup import plain
from tests.generate.runs import content_of, entries, entry_path, outcomes, run

HEAD = "Ministry speaks about the joint exercise of the navies"
FIRST = (
    "On 28 December 2023, the spokesman of the ministry met the press in the capital and spoke of the fleet."
)
SECOND = "On 23 November 2023, the two ministers held talks via video link and reviewed the joint exercises."
THIRD = "On 2 August 2019, the treaty on missiles expired after the other side had suspended its obligations."
NEW = "The spokesman added that nothing else had changed since, and thanked the press for its patience."
LATER = "On 5 May 2022, the two navies sailed through the strait together and were met by a third one."


def add_seed(project, *paragraphs):
    text = "\n\n".join((HEAD, *paragraphs)) + "\n"
    (project / "seeds/a.txt").write_text(text, encoding="utf-8")


def listed(project):
    return [(event.date, event.title) for event in entries(project)["a.txt"].events]


TALKS = ("2023-11-23", "the two ministers held talks via video link and reviewed the joint exercises")
EXPIRY = (
    "2019-08-02",
    "the treaty on missiles expired after the other side had suspended its obligations",
)


@pytest.fixture
def written(project):
    """A project with one entry of two events."""
    add_seed(project, FIRST, SECOND, THIRD)
    run(project)
    assert listed(project) == [TALKS, EXPIRY]
    return project


def change(project, pattern, new):
    """Change the entry by hand."""
    path = entry_path(project, "a.txt")
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, new, text, count=1, flags=re.DOTALL | re.MULTILINE)
    assert count == 1, text
    path.write_text(changed, encoding="utf-8")


def retitle(project):
    change(
        project, r"the two ministers held talks via\s+video link and reviewed the joint\s+exercises$", "Talks"
    )


def delete_one(project):
    change(project, r'^ +- date: "2019-08-02".*?(?=^ +- |^\w|^---)', "")


def delete_all(project):
    change(project, r"^events:.*?(?=^\w|^---)", "")


def add_one(project):
    change(project, r"^events:\n", 'events:\n  - date: "2020"\n    title: Nothing happened\n')


def redate(project):
    change(project, r'date: "2023-11-23"', 'date: "2023-11-22"')


CORRECTIONS = (
    (retitle, [("2023-11-23", "Talks"), EXPIRY]),
    (delete_one, [TALKS]),
    (delete_all, []),
    (add_one, [("2020", "Nothing happened"), TALKS, EXPIRY]),
    (redate, [("2023-11-22", TALKS[1]), EXPIRY]),
)


def nothing_else(project):
    (project / ".cache/generate.json").unlink()


def another_paragraph(project):
    add_seed(project, FIRST, SECOND, THIRD, NEW)


def a_paragraph_above(project):
    add_seed(project, FIRST, NEW, SECOND, THIRD)


def another_headline(project):
    add_seed(project, FIRST.replace("fleet", "army"), SECOND, THIRD)


CHANGES = (nothing_else, another_paragraph, a_paragraph_above, another_headline)


@pytest.mark.parametrize("seed_changes", CHANGES)
@pytest.mark.parametrize(("correct", "expected"), CORRECTIONS)
def test_an_editors_corrections_stay(written, correct, expected, seed_changes):
    correct(written)
    assert listed(written) == expected
    seed_changes(written)
    results = run(written)
    assert set(outcomes(results)) == {"a.txt"}
    assert listed(written) == expected
    before = content_of(written)
    nothing_else(written)
    assert outcomes(run(written)) == {"a.txt": "unchanged"}
    assert content_of(written) == before


def test_a_new_event_of_the_seed_joins_an_editors_corrections(written):
    retitle(written)
    add_seed(written, FIRST, SECOND, THIRD, LATER)
    run(written)
    titles = [title for _, title in listed(written)]
    assert titles[:2] == ["Talks", EXPIRY[1]]
    assert titles[2].startswith("the two navies sailed through the strait together")


def test_the_segments_of_events_keep_their_names_when_paragraphs_come_in_between(written):
    entry = entries(written)["a.txt"]
    before = {event.title: event.segment for event in entry.events}
    a_paragraph_above(written)
    run(written)
    entry = entries(written)["a.txt"]
    assert {event.title: event.segment for event in entry.events} == before
    texts = {segment.id: plain(segment.text) for segment in entry.segments}
    assert all(event.title in texts[event.segment] for event in entry.events)


def test_an_event_goes_with_its_paragraph(written):
    add_seed(written, FIRST, THIRD)
    run(written)
    assert listed(written) == [EXPIRY]
