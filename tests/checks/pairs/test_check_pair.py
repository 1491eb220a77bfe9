"""Good pairs pass every check; a broken one is found by the check that is for it, and by no other."""

import pytest

from generator.checks.doubts import check_translations
from generator.checks.pairs import TOGETHER, Knowledge, PairText, check_pair, check_pairs, contraries
from generator.content.library import load_library
from generator.model import Language, Term
from generator.names.index import NameIndex
from generator.terms import TermBase
from tests import kinds
from tests.builders import record
from tests.checks.pairs.broken import BAD
from tests.checks.pairs.good import GOOD
from tests.conftest import ROOT
from tests.kinds import AGREEMENT, PERSON, PLACE

DE, EN, RU = Language("de"), Language("en"), Language("ru")
RECORDS = (
    record(
        "belousov",
        PERSON,
        "Andrei Belousov",
        "Belousov",
        "Beloussow",
        "Andrej Beloussow",
        de="Andrei Beloussow",
    ),
    record("shoigu", PERSON, "Sergei Shoigu", "Shoigu", "Schoigu", de="Sergei Schoigu"),
    record("dong-jun", PERSON, "Dong Jun", de="Dong Jun"),
    record("jiang-bin", PERSON, "Jiang Bin", de="Jiang Bin"),
    record("putin", PERSON, "Vladimir Putin", "Putin", de="Wladimir Putin"),
    record("beijing", PLACE, "Beijing", de="Peking"),
    record("inf", AGREEMENT, "Intermediate-Range Nuclear Forces Treaty", "INF", de="INF-Vertrag"),
)
KNOWLEDGE = Knowledge(
    NameIndex({one.slug: one for one in RECORDS}),
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


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Der Chor wählt spätestens im Mai.", "The choir will elect its board no later than May."),
        ("Der Chor kommt frühestens im Mai.", "The choir will come no earlier than May."),
        ("Der Saal füllte sich rasch.", "The hall filled in no time."),
        ("Von der Reise wird abgeraten.", "The choir is advised not to travel."),
        ("Der Chor ging beim Preis leer aus.", "The choir won nothing."),
        ("Singen ist hier tabu.", "Nobody sings here."),
        ("Die Sänger tappen im Dunkeln.", "The singers are none the wiser."),
    ],
)
def test_what_says_no_in_one_language_alone_passes(german, english):
    assert found(german, english, "de-en") == found(english, german, "en-de") == []


def test_two_opposites_side_by_side_are_no_other_way_to_say_it():
    pair = PairText("Der Imker kam am frühen Morgen.", "The beekeeper came in the late evening.", DE, EN)
    assert {found.check for found in check_pair(pair, KNOWLEDGE)} == {"opposites"}


def test_a_part_of_a_few_is_a_number_and_a_thing():
    pair = PairText(
        "Drei Viertel der beiden Seiten sind leer.", "Two thirds of both pages are empty.", DE, EN
    )
    assert {found.check for found in check_pair(pair, KNOWLEDGE)} == {"numbers", "other things"}


@pytest.mark.usefixtures("first_chronology")
def test_the_translations_of_the_chronology_pass():
    """Those are an editor's; whatever the checks say about them must be right, and nothing is wrong."""
    library = load_library(ROOT / "content", kinds.PROJECT)
    knowledge = Knowledge(NameIndex(library.records))
    translated = [entry for entry in library.entries.values() if any(s.rendering for s in entry.segments)]
    assert translated
    assert [
        i for entry in translated for i in check_translations(entry.segments, knowledge, entry.slug)
    ] == []


def test_pairs_that_are_checked_together_are_told_what_each_alone_is():
    """Those too that a check is done with before the next."""
    texts = [*GOOD, ("Es waren 29.", "There were 27."), ("Es regnet.", ""), ("Es kam nie.", "It came.")]
    pairs = [PairText(source, target, DE, EN) for source, target in texts[-TOGETHER - 3 :]]
    found = list(check_pairs(pairs, KNOWLEDGE))
    assert found == [check_pair(pair, KNOWLEDGE) for pair in pairs]
    assert [[one.check for one in those] for those in found[-3:]] == [["numbers"], ["empty"], ["negation"]]


def test_what_is_missing_is_named_in_the_order_of_the_text():
    """In every process the same, whatever its hashes: pages are compared with those of the last build."""
    pair = PairText("It rose by 5% to $300, £200, €70 and ¥90.", "Es stieg.", EN, DE)
    (units,) = [one.problem for one in check_pair(pair, KNOWLEDGE) if one.check == "units"]
    assert units == "“%”, “$”, “£”, “€”, “¥” of the source is missing"


def test_a_number_that_was_copied_is_not_said_to_be_missing():
    pair = PairText("Es kamen 10.000 Pilger.", "There came 10.000 pilgrims.", DE, EN)
    (finding,) = check_pair(pair, Knowledge())
    assert finding.problem == "“10.000” is written as in the source, but says another number here"


def test_the_word_list_is_asked_only_where_a_word_may_have_become_its_contrary(monkeypatch):
    asked = []
    monkeypatch.setattr(contraries, "counterparts_of", lambda *given: asked.append(given))
    assert found("Der Fluss stieg im März.", "The river rose in March.", "de-en") == []
    assert not asked


def test_a_long_text_of_contraries_is_compared_once(monkeypatch):
    compared = []
    count = contraries.counterparts_of
    monkeypatch.setattr(contraries, "counterparts_of", lambda *given: compared.append(given) or count(*given))
    check_pair(
        PairText("Der Chor lobte das neue Haus " * 300, "the choir saw the old hut " * 300, DE, EN), KNOWLEDGE
    )
    assert 0 < len(compared) < 5
