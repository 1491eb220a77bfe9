"""Good pairs pass every check; a broken one is found by the check that is for it, and by no other."""

import pytest

from generator.checks.pairs import ANY_LANGUAGE, Knowledge, PairText, check_pair
from generator.checks.translations import check_translations, knowledge_of
from generator.content.library import load_library
from generator.model import Language, Term
from generator.terms import TermBase
from tests import kinds
from tests.checks.pairs.pairs import BAD, GOOD
from tests.conftest import ROOT

DE, EN, RU = Language("de"), Language("en"), Language("ru")
KNOWLEDGE = Knowledge(
    names={
        "andrei-belousov": {
            EN: ("Andrei Belousov",),
            DE: ("Andrei Beloussow",),
            ANY_LANGUAGE: ("Belousov", "Beloussow", "Andrej Beloussow"),
        },
        "sergei-shoigu": {
            EN: ("Sergei Shoigu",),
            DE: ("Sergei Schoigu",),
            ANY_LANGUAGE: ("Shoigu", "Schoigu"),
        },
        "dong-jun": {EN: ("Dong Jun",), DE: ("Dong Jun",)},
        "jiang-bin": {EN: ("Jiang Bin",), DE: ("Jiang Bin",)},
        "vladimir-putin": {EN: ("Vladimir Putin",), DE: ("Wladimir Putin",), ANY_LANGUAGE: ("Putin",)},
        "beijing": {EN: ("Beijing",), DE: ("Peking",)},
        "inf": {
            EN: ("Intermediate-Range Nuclear Forces Treaty",),
            DE: ("INF-Vertrag",),
            ANY_LANGUAGE: ("INF",),
        },
    },
    terms=TermBase(
        [
            Term(
                {
                    DE: ("strategische Koordinierungspartnerschaft",),
                    EN: ("strategic partnership of coordination",),
                }
            )
        ]
    ),
)


def found(source: str, target: str, direction: str, **values) -> list[str]:
    languages = [Language(code) for code in direction.split("-")]
    return [
        finding.check for finding in check_pair(PairText(source, target, *languages, **values), KNOWLEDGE)
    ]


@pytest.mark.parametrize(("german", "english"), GOOD)
def test_a_good_pair_passes(german, english):
    assert found(german, english, "de-en") == []
    assert found(english, german, "en-de") == []


@pytest.mark.parametrize(("direction", "source", "target", "checks"), BAD)
def test_a_broken_pair_is_found(direction, source, target, checks):
    assert found(source, target, direction) == [checks]


def test_the_translations_of_the_chronology_pass():
    """Those are an editor's; whatever the checks say about them must be right, and nothing is wrong."""
    library = load_library(ROOT / "content", kinds.PROJECT)
    knowledge = knowledge_of(library.records)
    translated = [entry for entry in library.entries.values() if any(s.rendering for s in entry.segments)]
    assert translated
    assert [i for entry in translated for i in check_translations(entry, knowledge, entry.slug)] == []
