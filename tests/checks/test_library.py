"""Every kind of thing an editor should look at: where, what, and what to do."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks.library import check_library
from generator.content.library import Library, load_library
from generator.model import (
    Entry,
    Event,
    Evidence,
    Issue,
    Language,
    MentionEdits,
    Record,
    Segment,
    SegmentId,
    Severity,
    Slug,
    Source,
    Translation,
    TranslationBy,
)
from generator.settings import Settings
from tests import kinds
from tests.builders import entry, record, segment

DE, EN = Language("de"), Language("en")
SETTINGS = Settings(Path("project"))
EVIDENCE = (Evidence("2023", "im Jahr 2023"),)
PLACE = "content/entries/a.md"


def sound(slug: str = "a", **values) -> Entry:
    """One that nothing is wrong with, but for `values`."""
    given = {
        "date": "2023",
        "date_evidence": EVIDENCE,
        "translation": Translation(EN, TranslationBy.ARGOS),
        "blocks": (segment("Eins.", "One."),),
        **values,
    }
    return entry(slug, **given)


def issues_of(
    *entries: Entry, records=(), baselines=None, issues=(), seeds=None, settings=SETTINGS
) -> list[Issue]:
    library = Library(
        {one.slug: one for one in entries},
        {one.slug: one for one in records},
        baselines or {},
        tuple(issues),
        {},
    )
    seeds = [one.source.seed for one in entries] if seeds is None else seeds
    return check_library(library, settings, seeds)


def test_nothing_to_look_at():
    assert issues_of(sound(), records=[record("wu", kinds.PERSON, "Wu Qian")]) == []
    assert issues_of() == []


WARNING, ERROR, NOTE = Severity.WARNING, Severity.ERROR, Severity.NOTE
NOT_DATED = Issue(
    WARNING,
    PLACE,
    "not dated: neither the text nor a sidecar or record supports a date",
    "write `date:` into its front matter, or `published:` into the seed's sidecar",
)
KINDS = {
    "no date": ({"date": None, "date_evidence": ()}, NOT_DATED),
    "a date that was emptied": (
        {"date": None},
        Issue(
            WARNING,
            PLACE,
            "not dated: its `date:` is empty, and the evidence below it gives 2023",
            "write the date again, or take `date_evidence` out, too",
        ),
    ),
    "a date without a year": (
        {"date": "XXXX-01-29"},
        Issue(WARNING, PLACE, "not dated: its date XXXX-01-29 names no year", "write one with a year"),
    ),
    "a date without evidence": (
        {"date_evidence": ()},
        Issue(NOTE, PLACE, "its date has no evidence", "add date_evidence"),
    ),
    "no translation": (
        {"blocks": (segment("Eins."),)},
        Issue(
            WARNING,
            f"{PLACE} (s1)",
            "no translation",
            "run chronology model install de en, then chronology generate; or write it below the paragraph, "
            "and {: lang=en } below it",
        ),
    ),
    "related to nothing": (
        {"related": ("gone",)},
        Issue(ERROR, f"{PLACE}: related", "there is no gone", "remove it or mend the name"),
    ),
    "not related to nothing": (
        {"not_related": ("gone",)},
        Issue(ERROR, f"{PLACE}: not_related", "there is no gone", "remove it or mend the name"),
    ),
    "evidence from no segment": (
        {"date_evidence": (Evidence("2023", "x", SegmentId("s11")),)},
        Issue(
            WARNING,
            f"{PLACE}: date_evidence",
            "there is no s11",
            "take out `segment: s11`, or name the paragraph",
        ),
    ),
    "evidence from no record": (
        {"date_evidence": (Evidence("2023", "x", record=Slug("treaty")),)},
        Issue(WARNING, f"{PLACE}: date_evidence", "there is no treaty", "remove it or mend the name"),
    ),
    "event in no segment": (
        {"events": (Event("2023", "Talks", segment=SegmentId("x")),)},
        Issue(WARNING, f"{PLACE}: events", "there is no x", "take out `segment: x`, or name the paragraph"),
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_has_place_problem_and_remedy(name):
    values, expected = KINDS[name]
    assert issues_of(sound(**values)) == [expected]


def test_a_translation_older_than_its_source():
    now = sound(blocks=(segment("Eins und zwei.", "One."),))
    assert issues_of(now, baselines={"a.txt": sound()}) == [
        Issue(
            WARNING,
            f"{PLACE} (s1)",
            "the source changed after it was translated",
            "correct the translation",
        )
    ]


def test_segments_of_one_state_are_one_issue():
    blocks = tuple(Segment(SegmentId(f"s{n}"), DE, "Text.") for n in (1, 2, 3))
    (issue,) = issues_of(sound(blocks=blocks))
    assert issue.place == f"{PLACE} (s1, s2, s3)"


def test_a_language_no_translation_is_set_for_says_how_to_set_it():
    one = entry("a", "Un.", language="fr", date="2023", date_evidence=EVIDENCE)
    (issue,) = issues_of(one)
    assert (issue.place, issue.problem) == (f"{PLACE} (s1)", "no translation")
    assert issue.remedy.startswith(
        'set fr = "en" in translate in pyproject.toml, run chronology model install'
    )


def test_a_text_in_the_sites_language_needs_no_translation():
    assert issues_of(sound(blocks=(segment("One.", language=EN),))) == []


def test_a_paragraph_in_another_language_than_its_entry_is_named_by_its_own():
    blocks = (segment("One.", language=EN), segment("Zwei.", number=2))
    one = entry("a", language="en", date="2023", date_evidence=EVIDENCE, blocks=blocks)
    (issue,) = issues_of(one)
    assert (issue.place, issue.problem) == (f"{PLACE} (s2)", "no translation")
    assert "model install en en" not in issue.remedy


def test_an_entry_whose_seed_is_gone():
    assert issues_of(sound(), seeds=[]) == [
        Issue(
            WARNING,
            PLACE,
            "its seed a.txt is not in seeds/",
            "put it back, or under its new name; the entry stays as it is meanwhile",
        )
    ]


def test_a_seed_without_entry():
    assert issues_of(sound(), seeds=["a.txt", "b.txt"]) == [
        Issue(WARNING, "seeds/b.txt", "no entry yet", "run chronology generate")
    ]


def test_a_name_that_leads_to_two_records():
    records = [
        record("wu-qian", kinds.PERSON, "Wu Qian", "Wu"),
        record("wu-di", kinds.PERSON, "Wu Di", "Wu"),
    ]
    assert issues_of(records=records) == [
        Issue(
            WARNING,
            "content/records (wu-di, wu-qian)",
            "the name 'Wu' leads to 2 records and is not linked",
            "remove it from all but one",
        )
    ]


@pytest.mark.parametrize("key", ["related", "not_related"])
def test_a_related_entry_that_was_renamed_is_suggested(key):
    known = sound("2023-12-28-china-ready-to-enhance-trust")
    gone = "2023-12-28-china-ready-to-enhance-mutual-trust"
    (issue,) = issues_of(sound(**{key: (gone,)}), known)
    assert issue.problem == f"there is no {gone}"
    assert issue.remedy == f"did you mean {known.slug}?"


def test_references_that_hold_are_no_issue():
    one = sound(
        related=("b",),
        not_related=("c",),
        date_evidence=(Evidence("2023", "x", SegmentId("s1"), record=Slug("wu")),),
        events=(Event("2023", "Talks", segment=SegmentId("s1")), Event("2024", "More")),
    )
    assert issues_of(one, sound("b"), sound("c"), records=[record("wu", kinds.PERSON, "Wu Qian")]) == []


def test_errors_come_first_then_warnings_then_notes_each_by_place():
    broken = Issue(ERROR, "content/entries/z.md", "no front matter", "restore it")
    found = issues_of(
        sound("c", date_evidence=()),
        sound("b", date=None),
        sound("a", related=("gone",), date=None),
        issues=[broken],
    )
    assert [(str(i.severity), i.place) for i in found] == [
        ("error", "content/entries/a.md: related"),
        ("error", "content/entries/z.md"),
        ("warning", "content/entries/a.md"),
        ("warning", "content/entries/b.md"),
        ("note", "content/entries/c.md"),
    ]


def test_files_that_can_not_be_loaded_are_among_the_issues(project):
    (project / "content/entries/x.md").write_text("Text only\n", encoding="utf-8")
    (issue,) = check_library(load_library(project / "content", kinds.TOPIC), SETTINGS, [])
    assert (issue.severity, issue.place) == (ERROR, "content/entries/x.md")
    assert issue.remedy


def test_a_broken_translation_is_named_with_its_segment():
    broken = sound(blocks=(segment("Am 29. Januar kam *niemand*[^1].", "On 28 January *nobody*[^2] came."),))
    assert [str(issue) for issue in issues_of(broken)] == [
        f"{PLACE} (s1): dates: “29. Januar” of the source is missing; “28 January” stands there; "
        "write the date of the source"
    ]


def test_a_title_is_looked_at_unless_a_person_worded_it():
    """Titles are worded freely, by persons."""
    made = sound(title="13 boats in the port", original_title="12 Boote im Hafen")
    (issue,) = issues_of(made, baselines={made.source.seed: made})
    assert (issue.severity, issue.place) == (Severity.WARNING, f"{PLACE} (title)")
    assert issue.problem.startswith("numbers: ")
    before = replace(made, title="12 boats in the port")
    assert issues_of(made, baselines={made.source.seed: before}) == []


def test_a_name_is_looked_for_in_every_spelling_of_its_record():
    belousov = Record(
        Slug("belousov"),
        kinds.PERSON,
        {EN: "Andrei Belousov", DE: "Andrei Beloussow"},
        ("Belousov", "Beloussow"),
    )
    good = sound("a", blocks=(segment("Beloussow kam.", "Belousov came."),))
    left = sound("b", blocks=(segment("Beloussow kam.", "Beloussow came."),))
    lost = sound("c", blocks=(segment("Beloussow kam.", "Somebody came."),))
    problems = [issue.problem.partition(":")[0] for issue in issues_of(good, left, lost, records=[belousov])]
    assert problems == ["name spelling", "names"]


# Mentions


def test_a_record_that_is_not_there_can_not_be_added_or_dropped():
    one = sound(mentions=MentionEdits(add=(Slug("wu-quian"),), drop=(Slug("nobody-else"),)))
    added, dropped = issues_of(one, records=[record("wu-qian", kinds.PERSON, "Wu Qian")])
    assert (added.severity, added.place) == (Severity.ERROR, f"{PLACE}: mentions.add")
    assert "did you mean wu-qian?" in added.remedy
    assert dropped.place == f"{PLACE}: mentions.drop"


def test_a_surname_of_two_persons_named_in_the_text_is_reported_and_may_be_decided():
    twins = [record("a-wu", kinds.PERSON, "Anna Wu"), record("b-wu", kinds.PERSON, "Berta Wu")]
    one = sound(blocks=(segment("Anna Wu met Berta Wu. Then Wu spoke.", language=EN),))
    (issue,) = issues_of(one, records=twins)
    assert (issue.severity, issue.place) == (Severity.NOTE, f"{PLACE} (s1)")
    assert "'Wu' may be a-wu or b-wu" in issue.problem
    decided = sound(blocks=one.blocks, mentions=MentionEdits(add=(Slug("a-wu"),)))
    assert issues_of(decided, records=twins) == []


def test_a_date_given_to_what_had_none_lacks_evidence_and_is_not_told_to_differ():
    dated = sound(date_evidence=())
    undated = sound(date=None, date_evidence=())
    (issue,) = issues_of(dated, baselines={dated.source.seed: undated})
    assert issue.problem == "its date has no evidence"


def test_a_day_of_publication_before_the_entrys_is_told():
    def published(day: str) -> Entry:
        return sound(date="2023-06-06", source=Source(seed="a.txt", published=day))

    (issue,) = issues_of(published("1963-04-03"))
    assert issue.problem == "published 1963-04-03, before its date 2023-06-06"
    assert issues_of(published("2023-06-05")) == issues_of(published("9999-12-31")) == []
