"""Through a third language: two engines, one after the other, and only where it was asked for."""

import pytest

from generator.errors import PackageError
from generator.model import Language
from generator.settings import Settings
from generator.translate import engines
from generator.translate.engine import Engine, EngineOutput
from generator.translate.engines import ArgosEngines, PivotEngine
from tests.engines import CrashingEngine, FakeEngine
from tests.packages import package_of

DE, EN, FR = Language("de"), Language("en"), Language("fr")
CHAIN = "translate-de_fr 1.0 + translate-fr_en 1.9"


def chain():
    first, second = FakeEngine("de", "fr", "1.0"), FakeEngine("fr", "en", "1.9")
    return first, second, PivotEngine(first, second)


def texts(translated):
    return [one.text for one in translated]


def test_it_is_as_sure_as_its_least_sure_step():
    first, second, engine = chain()
    first.translate = lambda _: [
        EngineOutput("Un.", -0.2),
        EngineOutput("Deux.", -0.9),
        EngineOutput("Trois."),
    ]
    second.translate = lambda _: [
        EngineOutput("One.", -0.5),
        EngineOutput("Two.", -0.1),
        EngineOutput("Three.", -0.1),
    ]
    assert [one.score for one in engine.translate(["Eins.", "Zwei.", "Drei."])] == [-0.5, -0.9, None]


def test_it_is_an_engine_and_names_both_packages():
    _, _, engine = chain()
    fits: Engine = engine
    assert (fits.source, fits.target) == ("de", "en")
    assert fits.package == CHAIN


def test_every_sentence_goes_through_both_in_order_and_in_one_batch_each():
    first, second, engine = chain()
    assert texts(engine.translate(["Eins.", "Zwei."])) == ["[en] [fr] Eins.", "[en] [fr] Zwei."]
    assert first.calls == [["Eins.", "Zwei."]]
    assert second.calls == [["[fr] Eins.", "[fr] Zwei."]]


def test_a_sentence_that_became_two_is_translated_as_two_and_stays_one_translation():
    first, second, engine = chain()
    first.translate = lambda _: [
        EngineOutput("Le porte-parole arrive. Il parle longtemps."),
        EngineOutput("Trois arrivent."),
    ]
    assert texts(engine.translate(["Eins.", "Zwei."])) == [
        "[en] Le porte-parole arrive. [en] Il parle longtemps.",
        "[en] Trois arrivent.",
    ]
    assert len(second.sentences) == 3


@pytest.mark.parametrize("sentences", [[], ["", "Eins.", " "]])
def test_what_is_blank_stays_in_its_place(sentences):
    first, _, engine = chain()
    first.translate = lambda given: [EngineOutput("[fr] Eins." if one.strip() else "") for one in given]
    assert texts(engine.translate(sentences)) == [
        "[en] [fr] Eins." if one.strip() else "" for one in sentences
    ]


@pytest.mark.parametrize("broken", [0, 1])
def test_either_of_them_may_fail(broken):
    both = [FakeEngine("de", "fr"), FakeEngine("fr", "en")]
    both[broken] = CrashingEngine()
    with pytest.raises(PackageError):
        PivotEngine(*both).translate(["Eins."])


@pytest.fixture
def machine(monkeypatch):
    """The packages installed, by pair; and what was asked for."""
    there = {("de", "fr"): package_of("de", "fr", "1.0"), ("fr", "en"): package_of("fr", "en", "1.9")}
    asked = []

    def find(*pair_and_version):
        pair = pair_and_version[:2]
        asked.append(pair)
        return there.get(pair)

    monkeypatch.setattr(engines.packages, "find_package", find)
    return there, asked


def argos(pivot, say=lambda _: None):
    return ArgosEngines(False, say, lambda *_: None, pivot)


def test_a_pivot_is_taken_when_it_was_asked_for(machine):
    there, asked = machine
    there["de", "en"] = package_of("de", "en", "1.3")
    found = argos({DE: FR})
    assert found.installed(DE, EN) == CHAIN
    assert found.get(DE, EN).package == CHAIN
    assert ("de", "en") not in asked
    assert argos({}).get(DE, EN).package == "translate-de_en 1.3"


def test_without_being_asked_for_none_is_taken(machine):
    _, asked = machine
    said = []
    assert argos({}, said.append).get(DE, EN) is None
    assert argos({}).installed(DE, EN) == ""
    assert set(asked) == {("de", "en")}
    assert "run: chronology model install de en" in said[0]


@pytest.mark.parametrize(("missing", "command"), [(("de", "fr"), "de fr"), (("fr", "en"), "fr en")])
def test_half_a_pivot_is_none_and_the_missing_half_is_named(machine, missing, command):
    there, _ = machine
    del there[missing]
    said = []
    found = argos({DE: FR}, said.append)
    assert found.installed(DE, EN) == ""
    assert found.get(DE, EN) is None
    assert len(said) == 1
    assert f"run: chronology model install {command}" in said[0]


def test_the_remedy_names_both_packages(tmp_path):
    settings = Settings(tmp_path, pivot={DE: FR})
    assert settings.how_to_translate(DE) == (
        "run chronology model install de fr and chronology model install fr en, then chronology generate"
    )
