"""Headlines: found among menus, mastheads and credits, whole, and taken out of the text."""

from dataclasses import replace

import pytest

from generator.generate.draft import KeptLine, new_draft
from generator.generate.header.layout import lay_out
from generator.generate.header.look import is_institution
from generator.generate.header.title import find_headline
from generator.generate.header.title_hints import find_hints, unglued
from generator.generate.seed_text import Statement, Subject, read_lines
from generator.generate.sidecar import Sidecar
from tests.generate.header.pages import GERMAN, TEXT, TITEL, TITLE, header_of


def title(*lines, **given):
    return header_of(*lines, **given).entry.title


MENU = ("Home", "World", "Sport", "Culture", "Log in")
ABOVE = (
    (),
    ("Millport Courier", *MENU),
    ("Home > Region > Millport",),
    ("Photo: Town archive",),
    ("Town Council of Millport", "Press release"),
    ("Welcome to the pages of the town", *MENU),
)


@pytest.mark.parametrize("above", ABOVE)
def test_the_headline_is_found_below(above):
    assert title(*above, TITLE, *TEXT) == TITLE


GERMAN_ABOVE = (
    ("Artikel vom 19.12.2014",),
    ("Seit 04:05 Uhr Nachtmusik", "Sonntag, 08.12.2019", "Seit 04:05 Uhr Nachtmusik"),
    ("Willkommen auf den Seiten der Stadt", "Startseite", "Rathaus", "Kontakt"),
    ("Schnellauswahl", "Kunstlicht"),
)


@pytest.mark.parametrize("above", GERMAN_ABOVE)
def test_the_headline_is_found_below_a_german_pages_head(above):
    assert title(*above, TITEL, *GERMAN) == TITEL


@pytest.mark.parametrize(
    "subtitle", ["The council votes for the plan after a debate that took all of the night"]
)
def test_a_subtitle_is_not_taken_for_it(subtitle):
    assert title(TITLE, subtitle, *TEXT) == TITLE
    assert title("Town & Sea", "", TITLE, "", subtitle, "", *TEXT) == TITLE


def test_an_hour_without_minutes_is_a_clock():
    assert title("Sitzung des Hafenrats", "Donnerstag, 3. August 1950", "Beginn: 15 Uhr", *GERMAN) == (
        "Sitzung des Hafenrats"
    )


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Verwaltungsgericht Millport", True),
        ("2. Senat des Verwaltungsgerichts", False),
        ("Urteil vom Verwaltungsgericht Millport - 3 K 433/06", False),
    ],
)
def test_a_court_s_case_is_no_institution(text, is_one):
    assert is_institution(text) is is_one


def test_blank_lines_part_it_from_a_pages_head():
    head = ("Saturday 19 September 2020", "Millport Local Time", "08:39 PM")
    assert title(*head, "", TITLE, "", *TEXT) == TITLE


@pytest.mark.parametrize("first", [f"{TITLE} | Millport Courier", f"{TITLE} - Millport Courier"])
def test_a_sites_name_is_no_part_of_it(first):
    assert title(first, "Millport Courier", *MENU, TITLE, *TEXT, "© Millport Courier") == TITLE
    assert title(first, "Millport Courier", *MENU, *TEXT, "© Millport Courier") == TITLE


HOW = "How a harbour town rebuilds its old lighthouse"
GLUED = (
    (f"Harbours | {TITLE} | Courier", "Harbours", TITLE),
    ("Northern Harbours - Courier", "Northern Harbours", TITLE),
    ("Northern Harbours - Courier", "Northern Harbours", f"„{TITLE}“"),
    ("Harbours - Courier", "Harbours", HOW),
)


@pytest.mark.parametrize(("first", "piece", "headline"), GLUED)
def test_a_piece_of_the_pages_title_glued_to_it_is_no_part_of_it(first, piece, headline):
    assert title(first, *MENU, f"{piece} {headline}", *TEXT) == headline


@pytest.mark.parametrize(
    "line", ["Harbours in the north reopen", f"Harbours: {TITLE}", "Harbours North Sea", f"Harbours {TITLE}"]
)
def test_what_a_sign_parts_from_it_or_no_headline_follows_is_not_glued(line):
    hints = find_hints(lay_out(new_draft("a.txt", "", read_lines("Harbours | Courier\nHarbours\n"))))
    assert unglued(hints, line) == ""


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Millport : harbour town rebuilds its lighthouse", "Millport: harbour town rebuilds its lighthouse"),
        ("× Harbour town rebuilds its lighthouse", "Harbour town rebuilds its lighthouse"),
        ("Rebuilt in 1:10 : the lighthouse of Millport", "Rebuilt in 1:10: the lighthouse of Millport"),
        (TITLE, TITLE),
    ],
)
def test_a_headline_is_set_without_a_buttons_mark_and_gaps(line, headline):
    assert title("Millport Courier", line, "28 April 2021", *TEXT) == headline


def test_a_day_that_its_headline_or_sentence_needs_stays():
    dated = "VG Musterstadt, Beschluss vom 15.05.2009 - 3 B 35/09"
    assert header_of(dated, *GERMAN).headline.text == dated
    assert header_of("3. Mai 1521 und die Folgen für den Hafen", *GERMAN).headline.text.startswith("3. Mai")
    about = "9 November 1989 – The Day the Lighthouse Fell"
    assert header_of("Millport Courier", about, *TEXT).headline.text == about


@pytest.mark.parametrize("above", ["News Release", "FOR IMMEDIATE RELEASE", "By Joe Sample"])
def test_what_a_release_is_called_and_a_byline_are_none(above):
    assert header_of(above, TITLE, *TEXT).headline.text == TITLE


@pytest.mark.parametrize(
    ("above", "beside", "text"),
    [
        ("Willkommen auf den Seiten des Hafenamts", TITEL, GERMAN),
        ("Herzlich willkommen bei der Stadt am See", TITEL, GERMAN),
        ("Welcome to the official website of the Port", TITLE, TEXT),
    ],
)
def test_a_greeting_is_none(above, beside, text):
    assert header_of(above, "", beside, "19.09.2012 - Pressemitteilung", "", *text).headline.text == beside


def test_a_headline_that_begins_like_a_greeting():
    assert title("Home", "Welcome to the Harbour of Ghosts", "19 September 2012", *TEXT).startswith("Welcome")


def test_a_number_before_a_headline_makes_it_no_list_item():
    assert (
        title("Direkt zum Inhalt", "51. Ratssitzung", "Mittwoch, 2. September 2020", *GERMAN)
        == "51. Ratssitzung"
    )
    assert title(TITEL, "1. Der Turm", "2. Die Lampe", *GERMAN) == TITEL


def test_a_time_from_one_clock_to_another_is_none():
    line = "Deployment 12 June 2012 - 08:08 to 12:31"
    assert title("Barn on fire", line, *TEXT) == "Barn on fire"


def test_a_box_taken_for_text_is_not_where_its_longest_part_begins():
    menu = [f"Topic {number}" for number in range(12)]
    box = "We use small files, so that the site can be read on a telephone, too. You may say no to them."
    lines = read_lines("\n".join((f"{TITLE} | Millport Courier", box, *menu, TITLE, "28 April 2021", *TEXT)))
    kept = tuple(KeptLine(lines[index].number, lines[index].text) for index in (1, 16, 17, 18))
    draft = replace(new_draft("a.txt", "", lines), kept=kept)
    layout = lay_out(draft)
    assert (layout.first, layout.main) == (1, 16)
    headline = find_headline(layout)
    assert headline is not None
    assert headline.text == TITLE


def test_a_text_without_headline_has_none():
    assert header_of(*GERMAN).headline is None
    assert header_of(*TEXT).headline is None


def test_its_line_and_what_repeats_it_leave_the_text():
    draft = header_of(TITEL, "28.12.2023", TITEL, *GERMAN)
    assert [line.text for line in draft.kept] == list(GERMAN)
    assert TITEL not in [line.text for line in draft.kept]


def test_what_markup_states_stands_in_no_line():
    stated = (
        Statement(Subject.TITLE, TITLE, "<h1>"),
        Statement(Subject.TITLE, f"{TITLE} | Courier", "<title>"),
    )
    draft = header_of(*TEXT, statements=stated)
    assert draft.headline is not None
    assert (draft.headline.text, draft.headline.number) == (TITLE, 0)


FORM = ("Ort: Altenkirchen, Hafenviertel, Am Leuchtturm", "Zeit: 05.05.2023, 23:10 Uhr")


def test_a_form_above_the_text_is_no_headline():
    above = ("POL-AK: Nr.: 0412 --Leuchtturm der Hafenstadt beschädigt--", "06.05.2023 – 13:42", "")
    sender = ("Polizei Altenkirchen", "", "Altenkirchen (ots)", "")
    assert title(*above, *sender, *FORM, "", *GERMAN) == above[0]


def test_a_label_beside_no_day_or_the_same_words_may_be_one():
    headline = "Sturmschaden: Hafenstadt baut ihren alten Leuchtturm wieder auf"
    assert title(headline, *GERMAN) == headline
    assert title(headline, "Millionenprojekt: Besucher dürfen zusehen", *GERMAN) == headline


def test_a_title_has_no_comma_at_its_end():
    broken = ("Arbeiten am alten Leuchtturm der Hafenstadt,", "Altenkirchen, Am Kai, Dienstag")
    assert title(TITEL, "", "Stadt Altenkirchen", "", *broken, "", *GERMAN) == TITEL
    assert title(*broken, *GERMAN) == broken[0][:-1]


OTHER = "Council votes for old lighthouse"
TWO = ("Home", "News", OTHER, "28 April 2021", "Sport", "Shop", TITLE, "28 April 2021", "Print", *TEXT)
THREE = (*TWO[:4], "Town council votes for lighthouse tower", *TWO[3:])


def left_out(*lines, **given):
    return [issue.problem for issue in header_of(*lines, **given).issues if "headline" in issue.problem]


def test_a_line_left_out_that_may_well_be_the_headline_is_named():
    assert f"line 3, {OTHER!r}, may be the headline, and is left out" in left_out(*THREE)


def test_one_that_hardly_is_or_need_not_be_is_not():
    assert left_out(OTHER, "28 April 2021", *MENU, TITLE, "28 April 2021", *TEXT) == []
    assert left_out(*TWO) == []  # the one that is chosen is sure enough
    assert left_out(*THREE, sidecar=Sidecar(title=TITLE)) == []


def texts_of(draft):
    return [line.text for line in (*draft.kept, *draft.dropped)]


def test_a_title_of_the_sidecar_takes_its_own_line_out_and_no_other():
    own = header_of(TITLE, "28 April 2021", *TEXT)
    other = header_of(TITLE, "28 April 2021", *TEXT, sidecar=Sidecar(title="The tower"))
    same = header_of(TITLE, "28 April 2021", *TEXT, sidecar=Sidecar(title=TITLE.upper()))
    assert TITLE not in texts_of(own)
    assert TITLE in texts_of(other)
    assert (other.entry.title, same.entry.title) == ("The tower", TITLE.upper())
    assert texts_of(same) == texts_of(own)


SHOP = "Mattress sale at Crown Beds: up to forty per cent off all models this week!"
HEAD = ("Home", "News", "", "Millport Courier", "")


def test_what_stands_above_the_headline_that_the_sidecar_gives_is_no_text():
    below = ("", TITLE, "28 April 2021", "", *TEXT)
    page = (*HEAD, "From our shop", "", SHOP, *below)
    assert SHOP in [line.text for line in header_of(*page).kept]
    given = header_of(*page, sidecar=Sidecar(title=TITLE))
    assert [line.text for line in given.kept] == list(TEXT)
    assert "above the headline that the sidecar gives" in [line.rule for line in given.dropped]
    assert given.entry.source.published == "2021-04-28"


def test_what_may_be_text_above_it_stays():
    caption = "The tower before the storm in the last winter. Photo: Ann Sample"
    for above, told in (((TEXT[0],), TITLE), ((SHOP, "", caption), TITLE), ((SHOP,), "The tower")):
        given = header_of(*above, "", TITLE, "", *TEXT[1:], "", TITLE, sidecar=Sidecar(title=told))
        assert above[-1] in [line.text for line in given.kept]
    short = [f"{text.partition('.')[0]}." for text in TEXT[:2]]
    given = header_of(TITLE, "", *short, "", TITLE, "", TEXT[2], sidecar=Sidecar(title=TITLE))
    assert short[1] in [line.text for line in given.kept]
    given = header_of(SHOP, "", TITLE, "", *TEXT, sidecar=Sidecar(title=TITLE, clean=False))
    assert SHOP in [line.text for line in given.kept]


def test_of_several_lines_that_say_a_given_title_the_headline_is_meant():
    page = (f"{TITLE}", *MENU, "3 May 2021", "Older news", *MENU, TITLE, "28 April 2021", *TEXT)
    given = header_of(*page, sidecar=Sidecar(title=TITLE))
    assert (given.headline.number, given.entry.source.published) == (14, "2021-04-28")


def test_a_title_without_words_takes_nothing_out():
    draft = header_of(TITLE, "***", *TEXT, sidecar=Sidecar(title="…"))
    assert draft.entry.title == "…"
    assert TITLE in texts_of(draft)


@pytest.mark.parametrize("day", ["3 January 2026", "Saturday, January 3, 2026", "2026-01-03"])
def test_a_bare_date_is_no_headline_where_another_line_may_be(day):
    assert title(
        "Register of lights begins", "", day, "", "The register began on Friday, Ms Sample said."
    ) == ("Register of lights begins")


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        (
            ("Stadt Altenau", "Protokoll", "über die 4. Sitzung des Ortsrates"),
            "Protokoll über die 4. Sitzung des Ortsrates",
        ),
        (("OBERVERWALTUNGSGERICHT", "BESCHLUSS", "vom 9. Juni 2011"), "BESCHLUSS vom 9. Juni 2011"),
        (
            ("Landtag Oberland Drucksache 6/2207", "Antwort", "der Landesregierung"),
            "Antwort der Landesregierung",
        ),
    ],
)
def test_what_a_document_calls_itself_is_its_headline_over_lines(above, headline):
    assert title(*above, *GERMAN) == headline
