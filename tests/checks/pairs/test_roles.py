"""Who does what to whom, from where to where, by how much and up to how much."""

import pytest

from generator.checks.pairs import Knowledge, PairText, check_pair
from generator.model import ENGLISH, GERMAN

SWAPPED = [
    ("Der Kahn fuhr von Ulm nach Passau.", "The barge went from Passau to Ulm."),
    ("Tee kommt aus Indien nach Kenia.", "Tea comes from Kenya to India."),
    ("Die Pacht stieg um 4 Prozent.", "The lease rose to 4 per cent."),
    ("Der Preis sank von 9 auf 7 Mark.", "The price fell from 7 to 9 marks."),
    ("Ab Montag ist der Steg gesperrt.", "The jetty is closed until Monday."),
    ("Norwegen verklagt Island.", "Iceland is suing Norway."),
    ("Die Nichte besuchte den Onkel.", "The uncle visited the niece."),
    ("Der Enkel pflegte seine Großmutter.", "The grandmother cared for her grandson."),
    ("Das Rohr führt von Polen in die Türkei.", "The pipe runs from Turkey to Poland."),
    ("Die WHO und das IKRK sangen, die FAO nicht.", "The WHO and the FAO sang, the ICRC did not."),
    ("Es gab 12 Tote und 31 Verletzte.", "There were 31 dead and 12 injured."),
    ("In Poltawa fehlten acht Chöre, in Ulm drei.", "Three choirs were missing in Poltava, eight in Ulm."),
    ("Die OSZE und die UN kamen, die EU nicht.", "The OSCE and the EU came, the UN did not."),
    ("ABC und DEF klagten, GHI nicht.", "ABC and GHI sued, DEF did not."),
]
KEPT = [
    ("Der Kahn fuhr von Ulm nach Passau.", "The barge went to Passau from Ulm."),
    ("Die Pacht stieg um 4 Prozent auf 90 Mark.", "The lease rose to 90 marks, up by 4 per cent."),
    (
        "Die Menge soll um 55 Prozent unter das Maß sinken.",
        "The amount is to fall to 55 per cent below the mark.",
    ),
    ("Erst ab Montag ist der Steg frei.", "The jetty will not be free until Monday."),
    ("Norwegen wird von Island verklagt.", "Iceland is suing Norway."),
    ("Norwegen verlor gegen Island.", "Iceland beat Norway."),
    ("Den Onkel beerbte die Nichte.", "The niece was the uncle's heir."),
    ("Norwegen sei säumig, teilte Island mit.", "Iceland said Norway was in arrears."),
    ("Auf den Sturm wartet die Fähre.", "The ferry is waiting for the storm."),
    ("Das Institut leitet seit Mai Anna Vogt.", "Anna Vogt has headed the institute since May."),
    ("Es gab 31 Verletzte und 12 Tote.", "Twelve were dead and 31 injured."),
    ("In Vilnius und Warschau singt man.", "People sing in Warsaw and Vilnius."),
    ("ABC, DEF und GHI klagten.", "GHI, ABC and DEF sued."),
]


@pytest.mark.parametrize(("german", "english"), SWAPPED)
def test_changed_places_are_told_both_ways(german, english):
    assert "roles" in _checks(german, english)
    assert "roles" in _checks(english, german, ENGLISH, GERMAN)


@pytest.mark.parametrize(("german", "english"), KEPT)
def test_the_same_in_another_order_passes(german, english):
    assert "roles" not in _checks(german, english)
    assert "roles" not in _checks(english, german, ENGLISH, GERMAN)


def _checks(source, target, *languages):
    languages = languages or (GERMAN, ENGLISH)
    return {finding.check for finding in check_pair(PairText(source, target, *languages), Knowledge())}
