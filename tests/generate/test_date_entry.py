"""The date of what is reported: only from evidence, and the evidence is kept."""

from dataclasses import replace

import pytest

from generator.content.library import load_records
from generator.dates.record_facts import RecordFacts
from generator.generate.clean import clean
from generator.generate.date_entry import date_entry
from generator.generate.header import read_header
from generator.generate.read import read
from generator.generate.segment import segment
from generator.generate.sidecar import Sidecar
from generator.model import (
    Kind,
    Role,
    Severity,
)
from tests import kinds
from tests.builders import annotated
from tests.conftest import ROOT
from tests.generate.dated import (
    PARTNERSHIP_30,
    TREATY_20,
    dated,
    warnings,
)
from tests.generate.header.pages import header_of

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
    (
        "The plan failed. At the December 5 town meeting he had agreed to it.",
        "2023-12-28",
        "2023-12-05",
        "named in the text",
    ),
    (
        "Nachdem er am Mittwoch verurteilt worden war, stahl er wieder.",
        "2023-12-29",
        "2023-12-29",
        "time stamp",
    ),
    ("He was freed after he was fined on Wednesday.", "2023-12-29", "2023-12-29", "time stamp"),
    ("Am Mittwoch wurde er verurteilt.", "2023-12-29", "2023-12-27", "the last such weekday"),
    ("The drill will begin on December 28.", "2023-12-27", "2023-12-27", "time stamp"),
    ("The drill begins on Friday.", "2023-12-28", "2023-12-28", "time stamp"),
    ("The drill begins tomorrow.", "2023-12-28", "2023-12-28", "time stamp"),
    ("The drill begins next Friday.", "2023-12-28", "2023-12-28", "time stamp"),
    ("Die Übung beginnt morgen.", "2023-12-28", "2023-12-28", "time stamp"),
    ("The missile has been tested since Monday.", "2023-12-28", "2023-12-28", "time stamp"),
    ("Seit Montag wird geprobt.", "2023-12-28", "2023-12-28", "time stamp"),
    ("The strait is closed until Saturday.", "2023-12-28", "2023-12-28", "time stamp"),
    ("Bis Freitag ist geschlossen.", "2023-12-28", "2023-12-28", "time stamp"),
    ("The ship has been missing since December 20.", "2023-12-28", "2023-12-28", "time stamp"),
    ('"On December 20 we met," he said.', "2023-12-28", "2023-12-28", "time stamp"),
    ("The treaty, signed on December 20, is good.", "2023-12-28", "2023-12-28", "time stamp"),
    ("The fleet met ahead of December 29.", "2023-12-28", "2023-12-28", "time stamp"),
    ("Bis einschließlich 20. Dezember wurde geprobt.", "2023-12-28", "2023-12-28", "time stamp"),
    ("Er hat bereits am 20. Dezember zugesagt.", "2023-12-28", "2023-12-28", "time stamp"),
    ("Er hat am 20. Dezember zugesagt.", "2023-12-28", "2023-12-20", "named"),
    ("Zuvor hatte er am Montag zugesagt.", "2023-12-28", "2023-12-28", "time stamp"),
    ("Kurz vor der Abstimmung am Dienstag warb er um Stimmen.", "2023-12-28", "2023-12-28", "time stamp"),
    ("Vor dem Rathaus am Markt warb er am Dienstag um Stimmen.", "2023-12-28", "2023-12-26", "weekday"),
    ("Last week, they met.", "2023-12-28", "2023-12-28", "time stamp"),
    ("In December, they met.", "2023-12-28", "2023-12-28", "time stamp"),
    ("They marked the landing of 6 June 1944.", "2024-06-06", "2024-06-06", "time stamp"),
    # a weekday: the last one up to the publication
    ("he said on Thursday.", "2023-12-28", "2023-12-28", "weekday"),
    ("he said on Thursday.", "2023-12-29", "2023-12-28", "weekday"),
    ("sagte er am Montag.", "2024-01-03", "2024-01-01", "weekday"),
    ("sagte er am Sonntag.", "2024-01-01", "2023-12-31", "weekday"),
    ("he said yesterday.", "2023-12-28", "2023-12-27", "counted from the publication"),
    ("sagte er gestern.", "2024-01-01", "2023-12-31", "counted from the publication"),
    ("Wie heute mitgeteilt wurde, sprach er.", "2023-12-28", "2023-12-28", "counted from the publication"),
    # of two days, the one that is named first
    ("On Thursday, he said that on December 20 they spoke.", "2023-12-28", "2023-12-28", "weekday"),
    ("On December 20 they spoke, he said on Thursday.", "2023-12-28", "2023-12-20", "named"),
    # what lasted
    ("They sailed from 14 to 17 October.", "2021-10-18", "2021-10-14/2021-10-17", "named in the text"),
    ("They sail from 14 to 17 October.", "2021-10-15", "2021-10-14/2021-10-17", "named in the text"),
    # nothing but the publication
    ("He spoke.", "2023-12-28", "2023-12-28", "time stamp"),
    ("He spoke.", "2023-12-28T12:47+00:00", "2023-12-28", "time stamp"),
    ("He spoke.", "2023-12", "2023-12", "time stamp"),
)


@pytest.mark.parametrize(("text", "published", "expected", "rule"), PUBLISHED)
def test_a_text_is_dated_by_its_opening_and_its_publication(text, published, expected, rule):
    draft = dated(text, published=published)
    assert draft.entry.date == expected
    first = draft.entry.date_evidence[0]
    assert rule in first.rule
    if first.segment:
        assert first.quote in text
        assert draft.entry.date_evidence[-1].gives == published
    assert draft.issues == ()


UNPUBLISHED = (
    (["He spoke on 14 March 2022."], "2022-03-14"),
    (["In March 2022 he spoke."], "2022-03"),
    (["They sailed from 14 to 17 October 2021."], "2021-10-14/2021-10-17"),
    (["He spoke.", TREATY_20], "2021"),
    (["Next year is the 75th anniversary of diplomatic relations."], "2023"),
    (["He spoke on January 29.", "He said:", PARTNERSHIP_30], "2026-01-29"),
    (["Er sprach am 29. Januar.", "Er sagte:", PARTNERSHIP_30], "2026-01-29"),
    # without a year, or without anything, there is no date
    (["He spoke on January 29."], None),
    (["He spoke on Thursday."], None),
    (["He spoke yesterday."], None),
    (["He spoke in March."], None),
    (["He will speak on 14 March 2022."], None),
    (["They have met since March 2022."], None),
    # history is not what is reported
    (["Born on 7 October 1952, he is president."], None),
    (["They commemorated the victory of 9 May 1945."], None),
    (["The treaty, signed on 2 June 1997, is good."], None),
    (["On 9 May 1945 the war ended. In 2023 the parade was small."], None),
    (["On 9 May 1945 the war ended.", "On 9 May 2023 the parade was small."], "2023-05-09"),
    (["On 9 May 1945 the war ended.", "Two.", "Three.", "On 9 May 2023 the parade was small."], None),
    # the only day of a text may stand further below, if no other date has a year
    (["A man fell.", "He is well.", "He is old.", "It happened on 14 March 2022."], None),
    (["On 9 May 1945 the war ended.", TREATY_20], "2021"),
    (["On 14 March 2022 he spoke of the goal for 2030."], "2022-03-14"),
    (["He spoke."], None),
    (["It may rain in the exercise Joint Sea 2021."], None),
)


@pytest.mark.parametrize(("texts", "expected"), UNPUBLISHED)
def test_an_unpublished_text_is_dated_by_what_it_says_or_not_at_all(texts, expected):
    draft = dated(*texts)
    assert draft.entry.date == expected
    assert bool(draft.entry.date_evidence) or expected is None


def test_the_evidence_leads_to_the_date_step_by_step():
    draft = dated("He spoke on January 29.", "He said:", PARTNERSHIP_30)
    day, year = draft.entry.date_evidence
    assert (day.gives, day.quote, day.segment) == ("XXXX-01-29", "January 29", "s1")
    assert (year.gives, year.record, year.segment) == ("2026", "partnership", "s3")


def test_an_anniversary_that_agrees_is_named_too():
    draft = dated("BEIJING, Nov. 25 -- He spoke.", TREATY_20, published="2021-11-25")
    assert draft.entry.date == "2021-11-25"
    assert [evidence.gives for evidence in draft.entry.date_evidence] == [
        "XXXX-11-25",
        "2021-11-25",
        "2021",
    ]
    assert draft.issues == ()


def test_a_dateline_is_called_so():
    draft = dated("BEIJING, Nov. 25 -- He spoke.", published="2021-11-25", dateline="BEIJING, Nov. 25")
    assert draft.entry.date_evidence[0].rule == "dateline"


def test_anniversaries_that_disagree_make_a_warning_and_no_date():
    draft = dated("He spoke on January 29.", TREATY_20, PARTNERSHIP_30)
    assert draft.entry.date is None
    (issue,) = (issue for issue in draft.issues if "anniversaries" in issue.problem)
    assert issue.severity is Severity.WARNING
    assert issue.place == "seeds/a.txt"
    assert "2021, 2026" in issue.problem


def test_a_publication_that_disagrees_makes_a_warning_and_wins():
    draft = dated("He spoke on January 29.", PARTNERSHIP_30, published="2021-02-01")
    assert draft.entry.date == "2021-01-29"
    (issue,) = draft.issues
    assert "lead to 2026 but it was published in 2021" in issue.problem
    assert all(evidence.record is None for evidence in draft.entry.date_evidence)


BACKGROUND = (
    ("One.", "Two.", "On December 20, they met."),
    ("One.", ("On December 20, they met. (Photo: Navy)", Role.CAPTION)),
    (("On December 20, they met", Role.SUMMARY), "One."),
)


@pytest.mark.parametrize("texts", BACKGROUND)
def test_only_the_opening_paragraphs_say_what_is_reported(texts):
    assert dated(*texts, published="2023-12-28").entry.date == "2023-12-28"


def test_the_second_paragraph_is_opening_still():
    assert dated("One.", "On December 20, they met.", published="2023-12-28").entry.date == "2023-12-20"


def test_the_headline_is_opening_too():
    draft = dated("One.", headline="Pressekonferenz vom 16. Mai 2022", published="2022-05-17")
    assert draft.entry.date == "2022-05-16"
    (named, _) = draft.entry.date_evidence
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
    assert dated(text).entry.date == expected


@pytest.mark.parametrize(("day_first", "expected"), [(True, "2022-07-03"), (False, "2022-03-07")])
def test_numbers_are_read_as_the_lines_around_the_text_tell(day_first, expected):
    draft = dated("On 03/07/2022 they met.", day_first=day_first)
    assert (draft.entry.date, draft.issues) == (expected, ())


def test_numbers_that_can_be_read_both_ways_are_reported():
    draft = dated("On 03/07/2022 they met, and on 04/05/2022.", "Again on 03/07/2022.")
    assert draft.entry.date is None
    assert warnings(draft) == [
        f"{quote!r} can be read as day and month or as month and day"
        for quote in ("03/07/2022", "04/05/2022")
    ]
    assert "`published:`" in draft.issues[0].remedy
    assert ".yml" in draft.issues[0].remedy


def test_a_publication_that_can_be_read_both_ways_is_one_of_two_days():
    draft = dated("He spoke.", published="[2022-03-07,2022-07-03]")
    assert draft.entry.date == "[2022-03-07,2022-07-03]"
    assert len(warnings(draft)) == 1


def test_beside_an_unclear_publication_a_whole_day_is_clear():
    draft = dated("On 2 July 2022, he spoke.", published="[2022-03-07,2022-07-03]")
    assert draft.entry.date == "2022-07-02"


def test_where_only_the_month_of_publication_is_known_the_opening_may_tell_the_day():
    draft = dated("On 14 December, they met.", published="2023-12")
    assert draft.entry.date == "2023-12-14"
    assert dated("He spoke.", published="2023-12").entry.date == "2023-12"
    # "Yesterday" is any day of it.
    assert dated("He spoke yesterday.", published="2023-12").entry.date == "2023-12"
    assert dated("On 1 June, they met.", published="2023-12").entry.date == "2023-12"


def test_a_loose_publication_and_what_it_names_may_disagree():
    draft = dated("They met.", TREATY_20, published="2023")
    assert draft.entry.date == "2023"
    (problem,) = warnings(draft)
    assert "2021" in problem


def test_a_year_of_publication_gives_the_year():
    assert dated("On 14 December, they met.", published="2023").entry.date == "2023-12-14"
    assert dated("They met.", published="2023").entry.date == "2023"
    assert dated("They met yesterday.", published="2023").entry.date == "2023"
    assert dated("On 9 May 1945 it ended.", published="2023").entry.date == "2023"
    last_week = dated("They flew a joint air patrol last week.", published="2023")
    assert last_week.entry.date == "[2023-12-18..2023-12-24]"


def test_the_questions_of_a_transcript_do_not_say_which_day_it_is_of():
    texts = ("Reporter: On December 20, a ship came.", "Wu Qian: On December 21, it left.")
    draft = dated(*texts, published="2023-12-28", kind=Kind.PRESS_CONFERENCE)
    assert draft.entry.date == "2023-12-28"
    assert dated(*texts, published="2023-12-28").entry.date == "2023-12-20"
    opening = "On December 27, Wu Qian answered questions."
    transcript = dated(opening, *texts, published="2023-12-28", kind=Kind.PRESS_CONFERENCE)
    assert transcript.entry.date == "2023-12-27"


def test_a_press_conference_is_published_on_its_own_day():
    draft = dated("He spoke on 29 January 2026.", kind=Kind.PRESS_CONFERENCE)
    assert draft.entry.source.published == "2026-01-29"
    assert "press conference" in draft.entry.source.published_from


@pytest.mark.parametrize(
    ("text", "kind"),
    [("He spoke on 29 January 2026.", Kind.ARTICLE), (TREATY_20, Kind.PRESS_CONFERENCE)],
)
def test_for_anything_else_the_publication_stays_unknown(text, kind):
    assert dated(text, kind=kind).entry.source.published is None


WEIGHED = (
    # in brackets, it is named by the way, but for a dateline's
    (["The court hears the case (as of 27 May)."], "2011-06-08", "2011-06-08"),
    (["PORT (Agency - 6 June) The court heard the case."], "2011-06-08", "2011-06-06"),
    # a line that tells nothing
    (["Opening on 7 June with music.", "The hall is large."], "2011-06", "2011-06"),
    (["The hall was opened on 7 June with music.", "The hall is large."], "2011-06", "2011-06-07"),
    # long before, further down
    (["The court heard the case.", "On 2 May, they had met."], "2011-06-08", "2011-06-08"),
    (["On 2 May, they met."], "2011-06-08", "2011-05-02"),
    # a line at the top that is nothing but a date
    (["Tuesday, 7 June 2011", "On 30 June 2011, the hall is to be shown to the public."], None, "2011-06-07"),
    (["Press release | 7 June 2011", "The hall was opened on Monday."], None, "2011-06-06"),
    (["It ended on 7 June 2011.", "The hall was opened on Monday."], None, "2011-06-07"),
    (["7 June 2011", "9 June 2011", "The hall was opened on Monday."], None, None),
    # a text that looks back
    (["The museum celebrates its 30th birthday.", "It was opened on 28 October 1988."], None, None),
    (["The museum was in the news.", "It was opened on 28 October 1988."], None, "1988-10-28"),
    # a chronicle is about none of its days
    (["21 May: It rained.", "22 May: It snowed.", "23 May: The sun came out."], "2011-06", "2011-06"),
)


@pytest.mark.parametrize(("texts", "published", "expected"), WEIGHED)
def test_the_days_of_the_opening_are_weighed(texts, published, expected):
    assert dated(*texts, published=published).entry.date == expected


def test_in_doubt_it_is_the_day_of_publication_and_said_so():
    said = "day of publication (time stamp): no other is surely the one reported"
    for text in ("The court hears the case (as of 27 May).", "It rained."):
        assert dated(text, published="2011-06-08").entry.date_evidence[0].rule == said


SEEDS = {
    "000_7ccac468cad1dfe3.txt": "2026-01-29",
    "001_d46b8b9bb079dfb7.txt": "[2023-06-12..2023-06-18,2023-12-18..2023-12-24]",
    "002_a7580d7afffd993a.txt": "2021-11-25",
    "003_2d15c040de0b7007.txt": "2023-12-28",
    "004_463dc4cbf172e28c.txt": "2023-12-28",
}


@pytest.mark.usefixtures("first_chronology")
@pytest.mark.parametrize("name", SEEDS)
def test_a_real_seed_is_dated_with_the_projects_records(name):
    records, _ = load_records(ROOT / "content", kinds.PROJECT)
    read_seed = read(ROOT / "seeds" / name, ROOT / "seeds", 2_000_000)
    # By what the text says: with its sidecar, one of them has the day of its publication.
    draft = segment(read_header(clean(replace(read_seed, sidecar=Sidecar()))))
    found = date_entry(annotated(draft, records), RecordFacts(records))
    assert found.entry.date == SEEDS[name]
    assert found.entry.date_evidence
    assert found.issues == ()


@pytest.mark.usefixtures("first_chronology")
def test_the_seed_without_a_date_is_of_the_week_after_one_of_two_patrols(tmp_path):
    """Two patrols of 2023 are known, and an anniversary tells the year."""
    name = "001_d46b8b9bb079dfb7.txt"
    records, _ = load_records(ROOT / "content", kinds.PROJECT)
    (tmp_path / name).write_bytes((ROOT / "seeds" / name).read_bytes())
    draft = segment(read_header(clean(read(tmp_path / name, tmp_path, 2_000_000))))
    found = date_entry(annotated(draft, records), RecordFacts(records))
    assert found.entry.date == "[2023-06-12..2023-06-18,2023-12-18..2023-12-24]"
    patrols, relations = found.entry.date_evidence
    assert patrols.rule == "counted from what was held on 6 June 2023 or 14 December 2023"
    assert relations.gives == "2023"
    assert found.issues == ()


def test_a_courts_decision_is_of_the_day_it_was_given(tmp_path):
    (tmp_path / "ruling.txt").write_text(
        "Oberlandesgericht Hohenau\n\nUrteil\n\nIm Namen des Volkes\n\nIn dem Rechtsstreit der Hafen GmbH\n\n"
        "hat der Senat auf die mündliche Verhandlung vom 25. Februar 2021 für Recht erkannt:\n\n"
        "Die Berufung wird verworfen.\n\nGründe\n\nDie Klägerin verlangt Ersatz.\n"
    )
    (tmp_path / "ruling.yml").write_text('published: "2021-03-11"\n')
    draft = read_header(clean(read(tmp_path / "ruling.txt", tmp_path, 10_000)))
    assert date_entry(annotated(segment(draft), {}), RecordFacts({})).entry.date == "2021-03-11"


def test_a_mail_is_of_the_day_it_was_sent():
    sent = header_of(
        *("From: Jane Sample <jane@harbour.example>", "Sent: 13 March 2024 09:12", "To: Council"),
        *("Subject: The lamp", "", "Dear council,", "", "on 27 February you said that the lamp was mended."),
    )
    assert date_entry(annotated(segment(sent), {}), RecordFacts({})).entry.date == "2024-03-13"
