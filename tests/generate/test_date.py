"""The date of what is reported: only from evidence, and the evidence is kept."""

import pytest

from generator.content.library import load_records
from generator.generate.clean import clean
from generator.generate.date import date
from generator.generate.dates.known import KnownFacts
from generator.generate.draft import Draft, KeptLine, Metadata
from generator.generate.identify import identify
from generator.generate.read import read
from generator.generate.segment import segment
from generator.model import (
    DatedFact,
    Evidence,
    Kind,
    Record,
    RecordKind,
    Role,
    Segment,
    SegmentId,
    Severity,
)
from tests.conftest import ROOT


def record(slug, name, day):
    facts = (DatedFact("signed", day, "a source"),)
    return Record(slug, RecordKind.AGREEMENT, {"en": name}, (), facts)


RECORDS = {
    "treaty": record("treaty", "Treaty of Friendship", "2001-07-16"),
    "partnership": record("partnership", "strategic partnership", "1996-04-25"),
    "relations": record("relations", "diplomatic relations", "1949-10-02"),
}
TREATY_20 = "2021 marks the 20th anniversary of the Treaty of Friendship."
PARTNERSHIP_30 = "This is the 30th anniversary of the strategic partnership."


def dated(*texts, published=None, headline=None, dateline=None, kind=Kind.ARTICLE):
    """Date a text of paragraphs, or of (text, role)."""
    lines = [text if isinstance(text, tuple) else (text, Role.PARAGRAPH) for text in texts]
    segments = tuple(
        Segment(SegmentId(f"s{number}"), "en", text, role) for number, (text, role) in enumerate(lines, 1)
    )
    stamps = (Evidence(gives=published, quote=published, rule="time stamp"),) if published else ()
    metadata = Metadata(published=published, dateline=dateline, kind=kind, stamps=stamps)
    draft = Draft(
        "a.txt",
        "",
        "",
        language="en",
        headline=KeptLine(1, headline) if headline else None,
        metadata=metadata,
        segments=segments,
    )
    return date(draft, KnownFacts(RECORDS))


PUBLISHED = (
    # a day without year: the last such day up to the publication
    ("On December 28, he spoke.", "2023-12-29", "2023-12-28", "named in the text"),
    ("On December 30, he spoke.", "2024-01-02", "2023-12-30", "named in the text"),
    ("Am 28. Dezember sprach er.", "2023-12-28", "2023-12-28", "named in the text"),
    # a release may be dated a day ahead by its time zone
    ("BEIJING, Nov. 26 -- He spoke.", "2021-11-25", "2021-11-26", "named in the text"),
    # a whole date near the publication
    ("He spoke on 14 March 2022.", "2022-03-15", "2022-03-14", "named in the text"),
    ("Er sprach am 03.03.2022.", "2022-03-03T10:00+01:00", "2022-03-03", "named in the text"),
    # background and announcements are not what is reported
    ("On August 2, 2019, the treaty expired.", "2023-12-29", "2023-12-29", "time stamp"),
    ("The drill runs until 25 March 2022.", "2022-03-07", "2022-03-07", "time stamp"),
    ("On June 1, the drill began.", "2022-12-07", "2022-12-07", "time stamp"),
    # a weekday: the last one up to the publication
    ("he said on Thursday.", "2023-12-28", "2023-12-28", "weekday"),
    ("he said on Thursday.", "2023-12-29", "2023-12-28", "weekday"),
    ("sagte er am Montag.", "2024-01-03", "2024-01-01", "weekday"),
    ("sagte er am Sonntag.", "2024-01-01", "2023-12-31", "weekday"),
    # a named day tells more than a weekday
    ("On Thursday, he said that on December 20 they spoke.", "2023-12-28", "2023-12-20", "named"),
    # nothing but the publication
    ("He spoke.", "2023-12-28", "2023-12-28", "time stamp"),
    ("He spoke.", "2023-12-28T12:47+00:00", "2023-12-28", "time stamp"),
    ("He spoke.", "2023-12", "2023-12", "time stamp"),
)


@pytest.mark.parametrize(("text", "published", "expected", "rule"), PUBLISHED)
def test_a_text_is_dated_by_its_opening_and_its_publication(text, published, expected, rule):
    draft = dated(text, published=published)
    assert draft.date == expected
    first = draft.date_evidence[0]
    assert rule in first.rule or first.rule == "the last such weekday up to the publication"
    if first.segment:
        assert first.quote in text
        assert draft.date_evidence[-1].gives == published
    assert draft.issues == ()


UNPUBLISHED = (
    (["He spoke on 14 March 2022."], "2022-03-14"),
    (["In March 2022 he spoke."], "2022-03"),
    (["He spoke.", TREATY_20], "2021"),
    (["Next year is the 75th anniversary of diplomatic relations."], "2023"),
    (["He spoke on January 29.", "He said:", PARTNERSHIP_30], "2026-01-29"),
    (["Er sprach am 29. Januar.", "Er sagte:", PARTNERSHIP_30], "2026-01-29"),
    # without a year, or without anything, there is no date
    (["He spoke on January 29."], None),
    (["He spoke on Thursday."], None),
    (["He spoke."], None),
    (["It may rain in the exercise Joint Sea 2021."], None),
)


@pytest.mark.parametrize(("texts", "expected"), UNPUBLISHED)
def test_an_unpublished_text_is_dated_by_what_it_says_or_not_at_all(texts, expected):
    draft = dated(*texts)
    assert draft.date == expected
    assert bool(draft.date_evidence) or expected is None


def test_the_evidence_leads_to_the_date_step_by_step():
    draft = dated("He spoke on January 29.", "He said:", PARTNERSHIP_30)
    day, year = draft.date_evidence
    assert (day.gives, day.quote, day.segment) == ("XXXX-01-29", "January 29", "s1")
    assert (year.gives, year.record, year.segment) == ("2026", "partnership", "s3")


def test_an_anniversary_that_agrees_is_named_too():
    draft = dated("BEIJING, Nov. 25 -- He spoke.", TREATY_20, published="2021-11-25")
    assert draft.date == "2021-11-25"
    assert [evidence.gives for evidence in draft.date_evidence] == [
        "XXXX-11-25",
        "2021-11-25",
        "2021",
    ]
    assert draft.issues == ()


def test_a_dateline_is_called_so():
    draft = dated("BEIJING, Nov. 25 -- He spoke.", published="2021-11-25", dateline="BEIJING, Nov. 25")
    assert draft.date_evidence[0].rule == "dateline"


def test_anniversaries_that_disagree_make_a_warning_and_no_date():
    draft = dated("He spoke on January 29.", TREATY_20, PARTNERSHIP_30)
    assert draft.date is None
    (issue,) = (issue for issue in draft.issues if "anniversaries" in issue.problem)
    assert issue.severity is Severity.WARNING
    assert issue.place == "seeds/a.txt"
    assert "2021, 2026" in issue.problem


def test_a_publication_that_disagrees_makes_a_warning_and_wins():
    draft = dated("He spoke on January 29.", PARTNERSHIP_30, published="2021-02-01")
    assert draft.date == "2021-01-29"
    (issue,) = draft.issues
    assert "lead to 2026 but it was published in 2021" in issue.problem
    assert all(evidence.record is None for evidence in draft.date_evidence)


BACKGROUND = (
    ("One.", "Two.", "On December 20, they met."),
    ("One.", ("On December 20, they met. (Photo: Navy)", Role.CAPTION)),
    (("On December 20, they met", Role.SUMMARY), "One."),
)


@pytest.mark.parametrize("texts", BACKGROUND)
def test_only_the_opening_paragraphs_say_what_is_reported(texts):
    assert dated(*texts, published="2023-12-28").date == "2023-12-28"


def test_the_second_paragraph_is_opening_still():
    assert dated("One.", "On December 20, they met.", published="2023-12-28").date == "2023-12-20"


def test_the_headline_is_opening_too():
    draft = dated("One.", headline="Pressekonferenz vom 16. Mai 2022", published="2022-05-17")
    assert draft.date == "2022-05-16"
    (named, _) = draft.date_evidence
    assert (named.segment, named.rule) == (None, "named in the headline")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 03/07/2022 they met. He spoke on 3 July 2022.", "2022-07-03"),
        ("On 03/07/2022 they met. He spoke on March 7.", "2022-03-07"),
        ("On 03/07/2022 they met.", None),
    ],
)
def test_numbers_are_read_as_the_documents_own_dates_tell(text, expected):
    assert dated(text).date == expected


def test_a_press_conference_is_published_on_its_own_day():
    draft = dated("He spoke on 29 January 2026.", kind=Kind.PRESS_CONFERENCE)
    assert draft.metadata.published == "2026-01-29"
    assert "press conference" in draft.metadata.published_from


@pytest.mark.parametrize(
    ("text", "kind"),
    [("He spoke on 29 January 2026.", Kind.ARTICLE), (TREATY_20, Kind.PRESS_CONFERENCE)],
)
def test_for_anything_else_the_publication_stays_unknown(text, kind):
    assert dated(text, kind=kind).metadata.published is None


SEEDS = {
    "000_7ccac468cad1dfe3.txt": "2026-01-29",
    "001_d46b8b9bb079dfb7.txt": "[2023-12-18..2023-12-24]",
    "002_a7580d7afffd993a.txt": "2021-11-25",
    "003_2d15c040de0b7007.txt": "2023-12-28",
    "004_463dc4cbf172e28c.txt": "2023-12-28",
}


@pytest.mark.parametrize("name", SEEDS)
def test_a_real_seed_is_dated_with_the_projects_records(name):
    records, _ = load_records(ROOT / "content")
    draft = segment(identify(clean(read(ROOT / "seeds" / name, ROOT / "seeds", 2_000_000)), {}))
    found = date(draft, KnownFacts(records))
    assert found.date == SEEDS[name]
    assert found.date_evidence
    assert found.issues == ()
