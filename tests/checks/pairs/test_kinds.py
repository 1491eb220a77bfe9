"""A thing that has become another of its kind is told; a word that may mean it is enough."""

import pytest

from generator.checks.pairs import Knowledge, PairText, check_pair
from generator.language.things import KINDS
from generator.language.word_list import german_english
from generator.model import ENGLISH, GERMAN

OTHERS = [
    ("Die Korvette lag im Hafen.", "The cruiser lay in port."),
    ("Oberstleutnant Erna Vogt kam.", "Colonel Erna Vogt came."),
    ("Oberst Erna Vogt kam.", "Lieutenant Colonel Erna Vogt came."),
    ("Die Stadt baut ein Schwimmbad und eine Stadtbibliothek.", "The town is building a pool and a museum."),
    ("Sein Neffe erbt den Hof.", "His cousin inherits the farm."),
    ("Die Ärztin klagte, der Zahnarzt nicht.", "The doctor sued, the vet did not."),
    ("Die Königin sprach.", "The king spoke."),
    ("Alle Fenster blieben zu.", "Several windows stayed shut."),
    ("Wir müssen hier warten.", "We may wait here."),
    ("Die Suppe war mild.", "The soup was harsh."),
    ("Über 40 Chöre kamen.", "Under 40 choirs came."),
]
SAME = [
    ("Die Korvette lag im Hafen.", "The ship lay in port."),
    ("Die Korvette lag neben dem Kreuzer.", "The corvette lay beside the cruiser."),
    ("Der Schreiner Otto Bäcker wartete.", "Otto Bäcker the joiner waited."),
    ("Das Gericht gab dem Anwalt recht.", "The judge found for the lawyer."),
    ("Rund 40 Gäste kamen, alle im Boot.", "Some 40 guests came, everybody by boat."),
    ("Man darf hier nicht warten.", "You must not wait here."),
    ("Wir müssen im Mai warten.", "We have to wait in May."),
    ("Um 18 Uhr rief der Freund an.", "Her boyfriend phoned at 6 p.m."),
    ("Der Verband der Bauern tagt.", "The farmers' union is meeting."),
    ("Der Händler mit der Armbanduhr ging.", "The dealer with the wristwatch left."),
]


@pytest.mark.parametrize(("german", "english"), OTHERS)
def test_another_thing_is_told_both_ways(german, english):
    assert _checks(german, english) & {"other things", "opposites"}
    assert _checks(english, german, ENGLISH, GERMAN) & {"other things", "opposites"}


@pytest.mark.parametrize(("german", "english"), SAME)
def test_the_same_thing_passes(german, english):
    assert not _checks(german, english)
    assert not _checks(english, german, ENGLISH, GERMAN)


def test_every_thing_is_named_once_and_listed_with_its_renderings():
    things = [thing for kind in KINDS for thing in kind]
    assert len(things) == len({thing[0] for thing in things})
    assert [thing for thing in things if not any(german_english().noun(word) for word in thing)] == []


def _checks(source, target, *languages):
    languages = languages or (GERMAN, ENGLISH)
    return {finding.check for finding in check_pair(PairText(source, target, *languages), Knowledge())}
