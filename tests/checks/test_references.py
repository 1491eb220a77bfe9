"""What is wrong with the links editors made: said alike by `chronology check` and by the build."""

from pathlib import Path

import pytest

from generator.checks.library import check_library
from generator.checks.references import contradictions, dangling_links
from generator.content.library import Library
from generator.model import Issue, Severity
from generator.settings import Settings
from tests.links.chronicle import entry

PLACE = "content/entries/a.md"


def issues(*entries, broken=()) -> list[Issue]:
    by_slug = {one.slug: one for one in entries}
    return [
        *dangling_links(entries[0], by_slug, broken, PLACE),
        *contradictions(entries[0], by_slug, PLACE),
    ]


@pytest.mark.parametrize("key", ["related", "not_related"])
def test_a_link_to_a_file_that_is_gone_is_an_error_with_a_suggestion(key):
    one = entry("a", **{key: ("2023-12-28-china-ready-to-enhance-trust",)})
    assert issues(one, entry("2023-12-28-china-ready-to-enhance-mutual-trust")) == [
        Issue(
            Severity.ERROR,
            f"{PLACE}: {key}",
            "there is no 2023-12-28-china-ready-to-enhance-trust",
            "did you mean 2023-12-28-china-ready-to-enhance-mutual-trust?",
        )
    ]


def test_what_is_like_nothing_has_another_remedy():
    assert issues(entry("a", related=("gone",)), entry("else"))[0].remedy == "remove it or mend the name"


def test_a_file_that_is_there_but_broken_is_not_gone():
    assert issues(entry("a", related=("b",)), broken={"entries/b.md"}) == []


def test_a_file_of_its_own_is_there():
    assert issues(entry("a", related=("b",), not_related=("c",)), entry("b"), entry("c")) == []


CONTRADICTIONS = [
    (("b",), (), "b is both in related and in not_related; they are linked"),
    ((), ("a",), "b is in not_related, but b has this entry in related; they are linked"),
    (("b",), ("a",), "b is both in related and in not_related; they are linked"),
]


@pytest.mark.parametrize(("own", "its", "problem"), CONTRADICTIONS)
def test_who_relates_and_keeps_apart_is_told_once(own, its, problem):
    one, other = entry("a", related=own, not_related=("b",)), entry("b", related=its)
    assert issues(one, other) == [
        Issue(Severity.WARNING, f"{PLACE}: not_related", problem, "remove it from one of the two")
    ]
    assert list(contradictions(other, {"a": one, "b": other}, "b")) == []


def test_check_reports_both():
    entries = {
        one.slug: one
        for one in (entry("a", related=("gone",), not_related=("b",)), entry("b", related=("a",)))
    }
    found = check_library(Library(entries, {}, {}, (), {}), Settings(Path("project")), ["a.txt", "b.txt"])
    assert [(str(one.severity), one.place) for one in found if "related" in one.place] == [
        ("error", f"{PLACE}: related"),
        ("warning", f"{PLACE}: not_related"),
    ]
