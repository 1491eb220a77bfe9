"""Good pairs pass every check; a broken one is found by the check that is for it, and by no other."""


import pytest

from generator.model import Language
from generator.pair_checks import ANY_LANGUAGE, FixedTerm, Knowledge, PairText, check_pair
from tests.pair_checks.pairs import BAD, GOOD

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
    terms=(
        FixedTerm(
            DE,
            EN,
            ("strategische Koordinierungspartnerschaft", "strategischen Koordinierungspartnerschaft"),
            ("strategic partnership of coordination",),
        ),
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
    expected = " ".join(found(source, target, direction))
    assert expected == checks
