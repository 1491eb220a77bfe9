"""A heading that goes on in the next line is one; headlines, menus and dates below each other stay."""

import pytest

from generator.generate.clean.wrapped import join_headings
from generator.generate.seed_text import read_lines

LONG = f"über die Sitzung der Gemeindevertretung {'und ihrer Ausschüsse ' * 4}am Donnerstag in Hohenau"
PROSE = "The board met in the town hall and talked about the pier for two hours."


def joined(text: str) -> list[str]:
    return [line.text for line in join_headings(read_lines(text))]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Niederschrift\n\nüber die 3. Sitzung\ndes Rates", "Niederschrift über die 3. Sitzung des Rates"),
        ("Niederschrift\n\nüber die Sitzung.", "Niederschrift über die Sitzung."),
        (f"Niederschrift\n{LONG}", f"Niederschrift {LONG}"),
        ("BESCHLUSS\nvom 9. Juni 2011", "BESCHLUSS vom 9. Juni 2011"),
        ("Hearing of the\nSubcommittee on Inland Waters", "Hearing of the Subcommittee on Inland Waters"),
        ("REPORT\nOF THE\nHARBOUR BOARD", "REPORT OF THE HARBOUR BOARD"),
        ("Ministerium\nfür Umwelt und Verkehr", "Ministerium für Umwelt und Verkehr"),
        ("N I E D E R S C H R I F T\nüber die 3. Sitzung", "NIEDERSCHRIFT über die 3. Sitzung"),
        ("3 W s 2 1 2 / 1 1", "3Ws212/11"),
    ],
)
def test_a_heading_that_goes_on_is_one_line(text, heading):
    assert joined(f"{text}\n\n{PROSE}\n") == [heading, PROSE]
    assert next(line.number for line in join_headings(read_lines(f"{text}\n\n{PROSE}\n"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Niederschrift\nTagesordnung",
        "Über uns\nKontakt",
        "Leserservice\nzum Archiv",
        "Ten ships leave the port\nby Jane Doe",
        "Bericht\nvon Max Muster",
        "Niederschrift über die Sitzung vom 3. Mai 2020\nvom 3. Mai 2020",
        "Niederschrift\n\n\nüber die 3. Sitzung",
        f"{PROSE}\nREPORT\nof the board",
        f"Bericht\n{LONG}, {LONG}",
        "A B C",
    ],
)
def test_lines_that_are_no_one_heading_stay(text):
    assert joined(f"{text}\n\n{PROSE}\n") == [*(line for line in text.split("\n") if line), PROSE]
