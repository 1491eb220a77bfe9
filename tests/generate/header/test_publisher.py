"""Who published a document, who wrote it and where: named, or unknown."""

import pytest

from generator.generate.header.publisher_candidates import key_of
from generator.generate.seed_text import Statement, Subject
from generator.generate.sidecar import Sidecar
from tests.generate.header.pages import GERMAN, TEXT, TITEL, TITLE, header_of


def publisher(*lines, **given):
    return header_of(*lines, **given).entry.source.publisher


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ministry of Harbours of Norland", "Ministry of Harbours of Norland"),
        ("Town Council of Millport | Newsroom", "Town Council of Millport"),
        ("The Council Meets Again.", None),
        ("the ministry of everything", None),
    ],
)
def test_an_institution_above_the_headline(line, name):
    assert publisher(line, TITLE, "28 April 2021", *TEXT) == name


def test_a_headline_is_no_publisher():
    """It begins with the name of a body, and stands in a menu and at the end, too."""
    headline = "Town Council of Millport to Mend the Old Harbour Walls"
    assert publisher(headline, "", headline, "Published: 28 April 2021", *TEXT, "", headline) is None


def test_what_a_label_names_is_the_publisher_though_it_stands_where_the_headline_would():
    name = "Ministry of everything"
    release = "11/25/2021 | Press release | Distributed by Public on 11/25/2021 03:59"
    assert publisher(name, "", release, "", TITLE, "", *TEXT, f"Source: {name}") == name


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        (f"{TITLE} | Millport Courier", "© Millport Courier", "Millport Courier"),
        (f"{TITLE} - millport.de", "Contact", "millport.de"),
        (TITLE, "© 2021 Millport Courier Ltd", "Millport Courier"),
        (TITLE, "All about lighthouses", None),
    ],
)
def test_a_site(first, last, name):
    assert publisher(first, TITLE, "28 April 2021", *TEXT, last) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Source: Millport Courier", "Millport Courier"),
        ("Quelle: Norddienst", "Norddienst"),
        ("• Source: Millport Courier", "Millport Courier"),
        ("Source - Millport Courier", "Millport Courier"),
        (
            "Original-Content von: Hafenpolizei Millport, übermittelt durch Norddienst",
            "Hafenpolizei Millport",
        ),
        ("Source of the river", None),
        ("Reuters", "Reuters"),
        ("Von dpa", "dpa"),
        ("Von da an", None),
        ("From the harbour to the tower", None),
        ("From the Archives", None),
        ("By the River Thames", None),
        ("(Newsline)", "Newsline"),
        ("(As delivered)", None),
    ],
)
def test_a_line_that_says_who_gives_it_out(line, name):
    assert publisher(TITLE, "28 April 2021", line, *TEXT) == name


def test_what_stands_twice_in_a_row_says_it_once():
    assert publisher("Menu", "menu", TITLE, *TEXT) is None


@pytest.mark.parametrize(
    ("below", "name"),
    [
        (("About Halden Robotics", "Halden Robotics builds lifting arms."), "Halden Robotics"),
        (("About the weather", "Rain is due."), None),
        (
            ("Press contact: Jane Sample", "jane@millport-harbour.example", "Millport Harbour"),
            "Millport Harbour",
        ),
        (("Press contact: Jane Sample", "jane@elsewhere.example", "Millport Harbour"), None),
        (("(c) 2021 Millport Courier",), "Millport Courier"),
    ],
)
def test_what_stands_below_a_release(below, name):
    assert publisher(TITLE, "28 April 2021", *TEXT, "", *below) == name


def test_forms_of_one_name_are_one():
    assert key_of("The Millport Courier") == key_of("Millport Courier Ltd") == ("millport", "courier")
    assert key_of("www.courier.org") == ("courier",)
    assert key_of("The") == ("the",)


def test_a_source_below_the_text():
    assert publisher(TITLE, *TEXT, "Source: Millport Courier") == "Millport Courier"


@pytest.mark.parametrize(
    ("url", "line", "name"),
    [
        ("https://www.millport-courier.example/1", "Write to the Millport Courier.", "Millport Courier"),
        ("https://millport.example/1", "In Mill Port nobody was hurt.", "Mill Port"),
        (
            "https://www.mfn.example/1",
            "Visit the Ministry of Fishery of Norland.",
            "Ministry of Fishery of Norland",
        ),
        ("https://www.mfn.example/1", "Many fish near the pier.", None),
        ("https://www.police.example/1", "Call the Police.", None),
        (
            "https://web.archive.example/web/2016/http://millport.example/1",
            "In the Archive of Mill Port.",
            "Mill Port",
        ),
        ("https://web.archive.example/web/2016/http://elsewhere.example/1", "Look into the Archive.", None),
        ("https://www.mpc.co.example/1", "MPC is not to blame.", "MPC"),
        ("https://www.kuehne.example/1", "Fragen Sie bei Kühne nach.", "Kühne"),
        ("http://[broken", "Write to the Millport Courier.", None),
    ],
)
def test_a_name_in_the_text_that_spells_out_the_host_of_its_address(url, line, name):
    assert publisher(TITLE, *TEXT, line, sidecar=Sidecar(url=url)) == name


def test_several_lines_in_brackets_are_asides():
    assert publisher(TITLE, TEXT[0], "(Applause)", *TEXT[1:], "(Newsline)") is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Landgericht Altenkirchen, Urteil vom 3. Mai 2021 - 4 O 12/20", "Landgericht Altenkirchen"),
        ("VG Altenkirchen 4 O 12.20 - Urteil vom 3. Mai 2021", "VG Altenkirchen"),
        ("Beschluss vom Verwaltungsgericht Altenkirchen - 7 L 51/20", "Verwaltungsgericht Altenkirchen"),
        ("Beschluss vom Montag - der Hafen bleibt offen", None),
    ],
)
def test_a_court_above_its_decision(line, name):
    assert publisher(line, "Tenor", *GERMAN) == name


def test_what_a_body_does_is_a_headline():
    assert publisher("Council Reviews Harbour Budget", TITLE, "28 April 2021", *TEXT) is None
    body = "Fishery Council of Norland"
    assert publisher(body, TITLE, "28 April 2021", *TEXT) == body


def test_an_agency_in_the_dateline_comes_last():
    lines = (TITLE, f"MILLPORT (Newsline) - {TEXT[0]}", *TEXT[1:])
    assert publisher(*lines) == "Newsline"
    assert publisher(TITLE, f"MILLPORT, Okla. (Newsline) — {TEXT[0]}", *TEXT[1:]) == "Newsline"
    named = (f"{TITLE} | Millport Courier", *lines, "© 2021 Millport Courier")
    assert publisher(*named) == "Millport Courier"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("VG Millport, Urteil v. 02.10.2020 – 8 K 20.1187", "VG Millport"),
        ("Oberlandesgericht Millport, Beschluss vom 2. Oktober 2020", "Oberlandesgericht Millport"),
        ("Im Streit um den Turm, Urteil folgt", None),
    ],
)
def test_a_court_is_named_with_the_day_of_its_decision(line, name):
    assert publisher(line, TITEL, *GERMAN) == name


@pytest.mark.parametrize(
    ("sign", "name"),
    [(" (AFP/ND)", "AFP"), (" dpa/pnn", "dpa"), (" (red)", None), (" (JB, Millport)", None), (" UNO", None)],
)
def test_an_agency_s_sign_behind_the_last_sentence(sign, name):
    assert publisher(TITEL, *GERMAN[:2], GERMAN[2] + sign) == name
    assert publisher("Ministerium für Häfen", TITEL, *GERMAN[:2], GERMAN[2] + sign) == "Ministerium für Häfen"


@pytest.mark.parametrize(
    "opening",
    [
        "MILLPORT, May 17, 2024 (nld) - ",
        "Millport (nld/TH) - ",
        "Millport: (nld/TH) ",
        "Millport, May 17, NLD – ",
    ],
)
def test_an_agency_is_named_before_the_sign_of_its_writer(opening):
    assert publisher(TITLE, opening + TEXT[0], *TEXT[1:]).lower() == "nld"


def test_a_writer_s_sign_in_the_dateline_is_no_agency():
    assert publisher(TITEL, f"Altenkirchen (al). {GERMAN[0]}", *GERMAN[1:]) is None


def test_what_markup_and_an_editor_say():
    stated = (Statement(Subject.PUBLISHER, "The Courier", "og:site_name"),)
    assert publisher(TITLE, *TEXT, statements=stated) == "The Courier"
    given = Sidecar(url="https://www.courier.example/a")
    assert publisher(TITLE, *TEXT, sidecar=given) is None
    assert publisher(TITLE, *TEXT, sidecar=given, hosts={"courier.example": "The Courier"}) == "The Courier"
    assert publisher(TITLE, *TEXT, sidecar=given, hosts={"rier.example": "The Courier"}) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Sample", "Jane Sample"),
        ("Von Henrike Albers und Jo von Sand", "Henrike Albers und Jo von Sand"),
        ("JOE SAMPLE / November 3, 2023", "JOE SAMPLE"),
        ("Updated November 3, 2023", None),
        ("By ferry or on foot", None),
        ("By Jane Sample (Millport Courier)", "Jane Sample"),
        ("By Jane | November 3, 2023", None),
        ("By Jane Sample Tuesday, Nov. 3, 2020", "Jane Sample"),
        ("VG Altenkirchen", None),
        ("By Jane Sample2020-11-03 17:05", "Jane Sample"),
        ("Von Jo von Sand, 12. März 2021", "Jo von Sand"),
        ("(Web editor: Jane Sample)", None),
        ("By The Norland Press", None),
        ("By JANE SAMPLE, Millport Courier", "JANE SAMPLE"),
        ("By JANE SAMPLE, JO SAND", "JANE SAMPLE, JO SAND"),
        ("Von Lokalredakteurin Henrike Albers", "Henrike Albers"),
        ("Von unserem Redakteur Jo von Sand", "Jo von Sand"),
        ("Henrike Albers, Volontärin", "Henrike Albers"),
        ("By Staff Writer Jane Sample", "Jane Sample"),
        ("By Jane Sample, Health Editor for the Courier", "Jane Sample"),
        ("Staff Writer Jane Sample, jane@courier.example", "Jane Sample"),
        ("Jane Sample, Senior Correspondent, with Jo Sand", "Jane Sample"),
        ("By Jane Sample, Jo Sand", "Jane Sample, Jo Sand"),
        ("Reuters", None),
        ("Von dpa", None),
        ("Foreign Minister Jane Sample", None),
        ("The tower of Millport in March. Photo: Jane Sample/Millport Courier", None),
        ("Back to the top", None),
        ("Zur Startseite", None),
    ],
)
def test_an_author(line, name):
    assert header_of(TITLE, line, *TEXT).entry.source.author == name


@pytest.mark.parametrize(
    ("label", "name"),
    [("By", "Jane Sample"), ("03.11.2023 11:46 von", "Jane Sample"), ("Managed by:", None)],
)
def test_an_author_below_the_word_for_one(label, name):
    assert header_of(TITLE, *TEXT, label, "Jane Sample").entry.source.author == name


@pytest.mark.parametrize("line", ["Von Henrike Albers", "Von Redakteurin Henrike Albers"])
@pytest.mark.parametrize(
    "place", [0, 1, len(GERMAN)], ids=["below the headline", "below the lead", "at the end"]
)
def test_a_line_that_names_the_author_alone_is_no_text(place, line):
    lines = [*GERMAN]
    lines.insert(place, line)
    read = header_of(TITEL, "28. April 2021", *lines)
    assert read.entry.source.author == "Henrike Albers"
    assert [one.text for one in read.kept] == list(GERMAN)
    assert line in [one.text for one in read.dropped]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ([("By Jane Sample, CNN", "author")], "Jane Sample, CNN"),
        ([("von Hagen, Anna", "dc.creator"), ("Sand, Jo", "dc.creator")], "von Hagen, Anna; Sand, Jo"),
        (
            [("Jane Sample", "author"), ("Jo Sand", "author"), ("Courier", "dc.creator")],
            "Jane Sample, Jo Sand",
        ),
        ([("https://example.org/jane", "author"), ("Jane Sample", "dc.creator")], "Jane Sample"),
        ([("By Jane Sample", "JSON-LD"), ("By Jo Sand", "JSON-LD")], "Jane Sample, Jo Sand"),
    ],
)
def test_authors_that_markup_names(said, name):
    statements = tuple(Statement(Subject.AUTHOR, value, where) for value, where in said)
    assert header_of(TITLE, *TEXT, statements=statements).entry.source.author == name


def test_a_sentence_that_begins_with_the_author_stays():
    told = "Von Henrike Albers stammt auch das Buch über den alten Leuchtturm von Altenkirchen."
    read = header_of(TITEL, "Von Henrike Albers", *GERMAN, told)
    assert told in [line.text for line in read.kept]


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("MILLPORT, April 28 (Newsline) -- ", "Millport"),
        ("MILLPORT, April 28. /NL/. ", "Millport"),
        ("MILLPORT, April 28 (Newsline):", "Millport"),
        ("MILLPORT, (Newsline / Norland News - 28th April, 2021 ) :", "Millport"),
        ("Millport, April 28, 2021: ", "Millport"),
        ("Altenkirchen (nl) - ", "Altenkirchen"),
        ("", None),
        ("HARBOUR STRIKE: ", None),
        ("Jan Muster (ABC): ", None),
    ],
)
def test_a_place(opening, place):
    assert header_of(TITEL, opening + GERMAN[0], *GERMAN[1:]).entry.source.place == place


@pytest.mark.parametrize("answer", ["CHAIR: It will.", "QUESTION: Will it?"])
def test_who_speaks_in_a_transcript_is_neither_place_nor_publisher(answer):
    read = header_of(TITLE, "", f"CHAIR (Dr Jan Muster): {TEXT[0]}", answer, f"MS SAMPLE: {TEXT[1]}")
    source = read.entry.source
    assert (source.place, source.dateline, source.publisher) == (None, None, None)


def test_the_place_of_a_text_without_a_headline():
    assert header_of(f"MILLPORT, April 28 (Newsline):{TEXT[0]}", *TEXT[1:]).entry.source.place == "Millport"


def test_an_office_that_markup_names_is_no_author():
    said = [Statement(Subject.AUTHOR, name, "JSON-LD") for name in ("Redaktion", "Jane Sample")]
    assert header_of(TITLE, *TEXT, statements=tuple(said)).entry.source.author == "Jane Sample"
    assert header_of(TITLE, *TEXT, statements=tuple(said[:1])).entry.source.author is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Landtag Oberland Drucksache 6/2207", "Landtag Oberland"),
        ("OBERVERWALTUNGSGERICHT", "OBERVERWALTUNGSGERICHT"),
        ("Gericht", None),
        ("Niederschrift", None),
    ],
)
def test_a_body_stands_alone_or_before_a_number(line, name):
    """One word is a body's where it says which."""
    assert publisher(line, TITEL, "12. März 2019", *GERMAN) == name
