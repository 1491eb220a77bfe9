"""Entries that name one document by its number belong together."""

import pytest

from generator.links.document_numbers import numbers_in
from generator.model import LinkType
from tests.builders import DE, entry
from tests.links.chronicle import ELSE, connected, links_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The commission said (IP/21/3541) that it would.", ["IP/21/3541"]),
        ("Mit Beschluss Nr. 31/2021 hat der Rat entschieden.", ["31/2021"]),
        ("Under Decision No. 31/2021 and Resolution No 7/2019.", ["31/2021", "7/2019"]),
        ("Beschluss vom 24. März 2021 - 1 BvR 2656/18 -", ["1 BvR 2656/18"]),
        ("so der BGH (VI ZR 396/16)", ["VI ZR 396/16"]),
        ("in Case C-311/18 and Joined Cases T-612/17", ["C-311/18", "T-612/17"]),
        ("Regulation (EU) 2016/679, Verordnung (EG) Nr. 1367/2006", ["2016/679", "1367/2006"]),
        ("The assembly adopted A/RES/76/1.", ["A/RES/76/1"]),
        ("open 24/7, in the season 2021/22, on 9/11, 3/4 of it, 50/50, 10 Years 9/11", []),
        ("on 12/03/2021 at 10/12 km/h, AC/DC, and/or, TCP/IP, F/A-18 and B-52", []),
        ("Covid-19 in Germany, a Boeing 737-800, the A-10", []),
        ("see https://example.org/2021/03/18/report", []),
    ],
)
def test_what_is_a_number_of_a_document(text, numbers):
    assert [number for number, _ in numbers_in(text)] == numbers


def test_two_texts_with_one_number_are_connected_with_the_sentence_that_has_it():
    decision = entry(
        "decision", "The council met. It adopted Decision No. 31/2021 late at night.", date="2021-03-18"
    )
    works = entry(
        "works", "Es wird gebaut.", "Der Beschluss Nr. 31/2021 gilt.", date="2022-10-04", language=DE
    )
    other = entry("other", "Decision No. 30/2021 was about trees.", date="2021-03-17")
    found = connected(decision, works, other, ELSE)
    (link,) = links_of(found, "works").values()
    assert (link.target, link.type) == ("decision", LinkType.SAME_SUBJECT)
    assert link.reason == "Both refer to 31/2021."
    assert link.quote == "It adopted Decision No. 31/2021 late at night."
    (back,) = links_of(found, "decision").values()
    assert (back.segment, back.language) == ("s2", DE)
    assert not links_of(found, "other")


@pytest.mark.parametrize("piece", ["A/", "A-A/1/", "1 Bv ", "Nr. 1/", "(EU) 1", "1/1/"])
def test_hostile_texts_come_to_an_end(piece):
    assert len(list(numbers_in(piece * 200_000))) <= 200_000
