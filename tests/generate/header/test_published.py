"""When a document was published: every form seen to fail, and what must not win."""

import datetime

import pytest

from generator.dates.record_facts import RecordFacts
from generator.generate.date_entry import date_entry
from generator.generate.header.date_candidates import parted
from generator.generate.header.date_features import CLOCK
from generator.generate.seed_text import Statement, Subject
from generator.generate.segment import segment
from generator.generate.sidecar import Sidecar
from tests.builders import annotated
from tests.generate.header.pages import GERMAN, TEXT, TITEL, TITLE, header_of, published

STAMPS = (
    ("28.12.2023", "2023-12-28"),
    ("Publiziert: 19.02.2023, 00:08 Uhr", "2023-02-19"),
    ("Erscheinungsdatum: 18. Dezember 2023", "2023-12-18"),
    ("04.03.2022 - Artikel", "2022-03-04"),
    ("Pressemitteilung Nr. 31/2021 vom 29. April 2021", "2021-04-29"),
    ("07.06.2021 Umwelt — Antrag — hib 727/2021", "2021-06-07"),
    ("Von Henrike Albers17.06.2021", "2021-06-17"),
)
ENGLISH = (
    ("11/25/2021", "2021-11-25"),
    ("Source: Newsline| 2019-04-25 21:17:43|Editor: jane", "2019-04-25"),
    ("JOE SAMPLE / November 3, 2023", "2023-11-03"),
    ("Daily News 16 / 07 / 2021", "2021-07-16"),
    ("2018/03/02 16:54", "2018-03-02"),
    ("2023-12-28T12:47+0000", "2023-12-28T12:47+00:00"),
)


@pytest.mark.parametrize(("line", "day"), STAMPS)
def test_a_stamp_below_the_headline(line, day):
    assert published(TITEL, line, *GERMAN) == day


@pytest.mark.parametrize(("line", "day"), ENGLISH)
def test_an_english_stamp_below_the_headline(line, day):
    assert published(TITLE, line, *TEXT)[:10] == day[:10]


def test_a_stamp_below_the_lead():
    assert published(TITLE, TEXT[0], "2023-12-28T12:47+0000", *TEXT[1:]) == "2023-12-28T12:47+00:00"


def test_the_day_of_the_visit_in_the_pages_header_does_not_win():
    lines = ("Millport Courier", "Wednesday, 8 July 2020", "Home", "Sport", TITLE, "27 April 2020", *TEXT)
    assert published(*lines) == "2020-04-27"


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("6. Oktober 2023. ", "2023-10-06"),
        ("Altenkirchen, 08.03.2017 - ", "2017-03-08"),
        ("Altenkirchen, den 08.03.2017 – ", "2017-03-08"),
        ("Wie schon am 8. März 2017 beschlossen: ", None),
    ],
)
def test_a_day_that_opens_the_text(opening, day):
    assert published(TITEL, opening + GERMAN[0], *GERMAN[1:]) == day


@pytest.mark.parametrize(
    ("above", "day"),
    [
        (("Millport Courier", "Est. May 19, 1883"), None),
        (("Millport Courier, TUESDAY, NOVEMBER 4, 1879.",), "1879-11-04"),
        (("Wednesday, June 12, 2013",), "2013-06-12"),
        (("30. May 2022", "Online news"), "2022-05-30"),
    ],
)
def test_a_day_above_the_headline(above, day):
    assert published(*above, TITLE, *TEXT) == day


def test_the_day_of_the_visit_beside_a_papers_founding_does_not_win():
    lines = (
        "Hafenblatt jetzt am Kiosk!",
        "Gegründet 1951 Montag, 16. Mai 2022, Nr. 113",
        "02.04.2016 / Beilage / Seite 3",
        TITEL,
    )
    assert published(*lines, *GERMAN) == "2016-04-02"


def test_days_of_other_articles_do_not_win():
    teasers = (
        "More from Millport",
        "Ferry timetable changes",
        "2 May 2021",
        "Museum opens late",
        "30 April 2021",
    )
    assert published(TITLE, "Published: 28 April 2021", *TEXT, *teasers) == "2021-04-28"


def test_the_stamps_of_comments_do_not_win():
    comments = [f"{day:02}. 03. 2021, 1{day}:47" for day in range(1, 7)]
    spoken = [text for stamp in comments for text in ("Sehr richtig.", stamp)]
    assert published(TITEL, *GERMAN, "1. 3. 2021", "Kommentare", *spoken) == "2021-03-01"


def test_a_day_in_a_caption_is_not_labelled_by_its_preposition():
    caption = "Ships wait outside the harbour of Millport, on Oct. 21, 2023. Photo: Joe Sample"
    assert published(TITLE, caption, "November 8 2023, 3:18 p.m.", *TEXT) == "2023-11-08"


def test_a_number_with_a_point_is_no_clock():
    assert CLOCK.search("10.5061/sample.abe4688") is None
    assert CLOCK.search("10.1126") is None
    assert CLOCK.search("um 10.11") is not None


def test_a_day_that_the_text_reports_is_no_publication():
    draft = header_of(
        TITLE, TEXT[0], "The storm of 14 February 1962 had spared the tower, and so had the war.", *TEXT[1:]
    )
    assert draft.entry.source.published is None


def test_where_it_is_unclear_the_dates_are_named():
    draft = header_of(
        TITLE, TEXT[0], "The storm of 14 February 1962 had spared the tower, and so had the war.", *TEXT[1:]
    )
    assert [(one.gives, one.line) for one in draft.unclear] == [("1962-02-14", 3)]


def test_a_day_that_is_named_twice_is_named_once_where_it_is_unclear():
    opening = "With new funds the ministry supports ten towns of the coast."
    day = f"25.01.13 || Millport (25 January 2013) - {opening}"
    draft = header_of(TITLE, "Ten towns of the coast are to mend their harbours", day, *TEXT[1:])
    assert [one.gives for one in draft.unclear] == ["2013-01-25"]


def test_the_sidecar_wins():
    draft = header_of(TITLE, "28 April 2021", *TEXT, sidecar=Sidecar(published="2021-05-01", accessed="2022"))
    source = draft.entry.source
    assert (source.published, source.published_from, source.accessed) == ("2021-05-01", "sidecar", "2022")


def test_an_address_with_a_date_of_the_sidecar():
    given = Sidecar(url="https://example.org/2021/04/28/harbour-town-rebuilds-its-old-lighthouse")
    draft = header_of(TITLE, *TEXT, sidecar=given)
    assert draft.entry.source.published == "2021-04-28"
    assert draft.entry.source.published_from == "page address"


def test_what_markup_states():
    stated = (Statement(Subject.PUBLISHED, "2021-04-28T10:00:00+02:00", "JSON-LD"),)
    draft = header_of(TITLE, *TEXT, statements=stated)
    assert draft.entry.source.published == "2021-04-28T10:00+02:00"


def test_the_reasons_are_told():
    draft = header_of(TITEL, "Publiziert: 19.02.2023, 00:08 Uhr", *GERMAN)
    (stamp,) = draft.stamps
    assert (stamp.line, stamp.quote, stamp.rule) == (2, "Publiziert: 19.02.2023, 00:08 Uhr", "labelled date")
    assert any(told.startswith("published: 2023-02-19") and "line 2" in told for told in draft.header)


@pytest.mark.parametrize("day", ["28 April 2021", "April 28, 2021", "28.04.2021"])
def test_the_day_a_picture_shows_is_not_that_of_the_publication(day):
    assert published(TITLE, f"The old tower on {day}. Photo: Jane Sample", *TEXT) is None
    assert published(TITLE, f"{day} | Photo: Jane Sample", *TEXT) == "2021-04-28"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (f"Millport, 28 April 2021. {TEXT[0]}", "Millport, 28 April 2021"),
        (f"MILLPORT, April 28, 2021 (NL) - {TEXT[0]}", "MILLPORT, April 28, 2021"),
        ("Published: 28 April 2021, by Jane Sample", "Published: 28 April 2021, by Jane Sample"),
    ],
)
def test_of_a_paragraph_no_more_than_the_dateline_is_quoted(text, quote):
    assert [stamp.quote for stamp in header_of(TITLE, text, *TEXT).stamps] == [quote]


def test_the_day_of_an_update_is_noted_beside_the_one_that_markup_states():
    stated = Statement(Subject.PUBLISHED, "2022-10-12T08:00:00+02:00", "JSON-LD")
    draft = header_of(TITEL, "Stand: 15.10.2022, 09:30 Uhr", *GERMAN, statements=(stated,))
    assert draft.entry.source.published == "2022-10-15"
    assert [one.gives[:10] for one in draft.stamps] == ["2022-10-15", "2022-10-12"]
    assert "JSON-LD names 2022-10-12" in draft.issues[-1].problem


def test_a_day_of_publication_that_an_update_follows_is_no_update():
    draft = header_of(TITEL, "Veröffentlicht: 12.10.2022", *GERMAN, "Aktualisiert: 15.10.2022")
    assert [one.gives for one in draft.stamps] == ["2022-10-12"]


def test_an_ordinal_behind_a_month_is_a_day():
    assert published(TITLE, "posted on Saturday, August 13th, 2011", *TEXT) == "2011-08-13"


PROSE = (
    "\n\nThe committee took the plan, with some changes to its second part, and thanked all who had helped."
)
SAYS_WHOSE_DAY_IT_IS = (
    # a decision's, not that of the hearing
    (
        "Oberlandesgericht Hohenau\n\nUrteil\n\nVerkündet am: 11.03.2021\n\nIn dem Streit der Hafen GmbH"
        "\n\nhat der Senat auf die mündliche Verhandlung vom 25. Februar 2021 für Recht erkannt:"
        "\n\nDie Berufung wird verworfen.",
        "2021-03-11",
    ),
    # a newspaper's number
    (f"Anzeiger\nNr. 231. Dienstag, den 3. Oktober 1911. 48. Jahrgang.\n\nDer Brand{PROSE}", "1911-10-03"),
    (f"THE COURIER\nNo. 231. Tuesday, October 3, 1911. Price One Penny.\n\nFIRE{PROSE}", "1911-10-03"),
    # a law's, not those of its beginning or its changes
    (
        "Harbour Dues Act 2023\n\nAn Act to make provision about the dues of harbours. [29th June 2023]\n\n"
        "1 Dues\n\n(1) The authority may set dues for each vessel from 1 April 2024.",
        "2023-06-29",
    ),
    # a decision's, not somebody's birthday
    (
        "Landgericht Hohenau\n\nIM NAMEN DES VOLKES\n\nUrteil\n\nIn der Strafsache gegen\n\n"
        "Max Muster, geboren am 5. Mai 1970 in Hohenau,\n\nhat die 2. Strafkammer in der Sitzung vom "
        "11. März 2021, an der teilgenommen haben: Richterin Beispiel,\n\nfür Recht erkannt:\n\n"
        "Der Angeklagte wird freigesprochen.",
        "2021-03-11",
    ),
    (
        "Gesetz über die Häfen\n\nVom 3. Juni 1998 (GVBl. S. 9)\n\nGeändert durch Gesetz vom 5. Mai 2010"
        "\n\n§ 1 Gebühren\n\nDie Behörde kann Gebühren erheben.",
        "1998-06-03",
    ),
    (
        "The Harbour Order 2021\n\nMade 4th May 2021\nLaid 7th May 2021\nComing into force 1st June 2021"
        "\n\nThe Secretary of State makes this Order under section 4 of the Harbours Act 1964.",
        "2021-05-04",
    ),
    # not a page's, in brackets or behind its preposition
    (f"The harbour\n\nPublished: 5 May 2019\n\nAbout dues [29th June 2018]{PROSE}", "2019-05-05"),
    # but a weekday with a day above a page that says when it was published
    (f"Tuesday, October 3, 1911\nPublished: 5 May 2019\n\nFire at the mill{PROSE}", "2019-05-05"),
)


RECORDS = (
    # published, and held
    (
        "Gemeinde Hohenau\nNiederschrift\nüber die 14. Sitzung des Gemeinderats am 22.10.2019\n\n"
        "TOP 1 Genehmigung der Niederschrift vom 24.09.2019\n\nDie Niederschrift wird genehmigt.",
        None,
        "2019-10-22",
    ),
    (
        "Minutes of the meeting held on 22 October 2019\n\n"
        f"1. Approval of the minutes of 24 September 2019{PROSE}",
        None,
        "2019-10-22",
    ),
    (
        "Sitzungstermine der Gemeinde Hohenau\n\nHohenau - Rat der Gemeinde\n\n"
        "Montag, 09. September 2019 , 18:00 Uhr\n\nTOP 1 Eröffnung der Sitzung\n\nProtokoll:\n\n"
        "Die Vorsitzende begrüßt die Anwesenden und eröffnet die Sitzung.\n\n"
        "TOP 4 Genehmigung des Protokolls der 11. öffentlichen Sitzung vom 11.02.2019\n\nBeschluss:\n\n"
        "Das Protokoll Nr. 11 vom 11.02.2019 wird genehmigt.",
        None,
        "2019-09-09",
    ),
    (f"22.10.2019\n\nNiederschrift\n\nüber die 14. Sitzung des Rates{PROSE}", None, "2019-10-22"),
    (f"N i e d e r s c h r i f t\n\nüber die Sitzung des Rates vom 22.10.2019.{PROSE}", None, "2019-10-22"),
    (f"Plenarprotokoll 17/2\n\nHohenau, Dienstag, den 22. Oktober 2019{PROSE}", None, "2019-10-22"),
    (f"Datum: 22.10.2019\n\nProtokoll der Vorstandssitzung vom 22.10.2019{PROSE}", None, "2019-10-22"),
    (
        f"Protokoll der Vorstandssitzung vom 22.10.2019\n\nVeröffentlicht am: 28.11.2019{PROSE}",
        "2019-11-28",
        "2019-10-22",
    ),
    (
        f"Minutes of the Harbour Board, 22 October 2019\n\nPosted on 28 November 2019{PROSE}",
        "2019-11-28",
        "2019-10-22",
    ),
    (f"Minutes of terror on the quay\n\n22 October 2019{PROSE}", "2019-10-22", "2019-10-22"),
    (f"Protokoll eines Abends auf dem Turm\n\n22.10.2019{PROSE}", "2019-10-22", "2019-10-22"),
)


@pytest.mark.parametrize(("text", "day", "held"), RECORDS)
def test_the_day_of_a_sitting_is_that_of_its_record_and_not_of_publication(text, day, held):
    read = segment(header_of(*text.split("\n\n")))
    assert read.entry.source.published == day
    assert not read.unclear
    assert date_entry(annotated(read, {}), RecordFacts({})).entry.date == held


@pytest.mark.parametrize(("text", "day"), SAYS_WHOSE_DAY_IT_IS)
def test_a_line_that_says_whose_day_it_is(text, day):
    assert published(text) == day


@pytest.mark.parametrize(
    "line",
    [
        "Jane Sample, born on 5 May 1970",
        "Date of birth: 5 May 1970",
        "Jane Sample (* 5. Mai 1970)",
        "Jane Sample, geb. 05.05.1970",
        "Geboren in Hohenau am 5. Mai 1970",
        "Date of birth:\n5 May 1970",
        "Geboren am\n5. Mai 1970",
    ],
)
def test_nobodys_birthday_is_the_day_of_publication_or_of_the_entry(line):
    read = segment(header_of(TITLE, line, *TEXT))
    assert read.entry.source.published is None
    assert not read.unclear
    assert date_entry(annotated(read, {}), RecordFacts({})).entry.date is None


@pytest.mark.parametrize(
    "line", ["Hearing held on 5 May 2020", "Hearing date: 5 May 2020", "Hearing dates: 4 and 5 May 2020"]
)
def test_the_day_of_a_hearing_is_not_that_of_publication(line):
    assert published("Sample v Harbour Board", line, "Before: Mr Justice Sample", *TEXT) is None


def test_a_name_that_reads_like_born_beside_a_day_is_none():
    assert published(TITLE, "Max Born, 5 May 2020", *TEXT) == "2020-05-05"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Der Betrieb soll am 1. Juli 2021 beginnen.", None),
        ("The line will open on 3 September 2021.", None),
        ("The report will be published on 3 September 2021.", None),
        ("The tram ran empty on 3 September 2021.", None),
        ("This page was published on 3 September 2021.", "2021-09-03"),
        ("Diese Seite wurde am 3. September 2021 aktualisiert.", "2021-09-03"),
        ("Millport, 3 September 2021.", "2021-09-03"),
    ],
)
def test_a_day_in_a_short_sentence_is_told_and_no_stamp(line, day):
    assert published(TITLE, line, "The first tram is here.") == day
    assert published(TITLE, "The first tram is here.", line) == day


@pytest.mark.parametrize("planned", ["1. Juli 2029", "1. Juli 2025"])
def test_markup_wins_over_a_day_that_is_announced(planned):
    opening = "Leinstadt. Die erste Bahn ist am Montagmorgen vom Depot zum Hauptbahnhof gefahren."
    stated = (Statement(Subject.PUBLISHED, "2025-06-03", "JSON-LD"),)
    lines = (TITEL, opening, f"Der Betrieb soll am {planned} beginnen.")
    assert published(*lines, statements=stated) == "2025-06-03"


@pytest.mark.parametrize(
    ("accessed", "today", "day"),
    [
        (None, None, "2021-06-03"),
        (None, "2021-06-02", "2021-06-03"),
        (None, "2021-06-01", None),
        ("2021-06-02", "2026-01-01", "2021-06-03"),
        ("2021-06-01", "2026-01-01", None),
        ("2021-06", None, "2021-06-03"),
        ("2021-05", None, None),
        ("9999-12-31", None, "2021-06-03"),
    ],
)
def test_nobody_has_a_document_before_it_is_published(accessed, today, day):
    """A day ahead, it may be that day elsewhere."""
    on = datetime.date.fromisoformat(today) if today else None
    draft = header_of(TITLE, "3 June 2021", *TEXT, sidecar=Sidecar(accessed=accessed), today=on)
    assert draft.entry.source.published == day
    assert draft.unclear == ()


def test_a_day_that_was_to_come_is_not_named_where_it_is_unclear():
    draft = header_of(TITLE, TEXT[0], "The new roof will be on the tower by 14 February 2022.", *TEXT[1:])
    assert (draft.entry.source.published, draft.unclear) == (None, ())


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("Berlin12.05.2021", "Berlin 12.05.2021"),
        ("Nr12/5/2021Uhr", "Nr 12/5/2021 Uhr"),
        ("am2021-05-06", "am 2021-05-06"),
        ("x202112. Mai", "x2021 12. Mai"),
        ("Mai 2021Seite 3", "Mai 2021 Seite 3"),
        ("2021er 12.5 Nr5", "2021er 12.5 Nr5"),
    ],
)
def test_a_day_is_parted_from_letters(glued, apart):
    assert parted(glued) == apart
