"""`chronology alternatives`: several ways to put a sentence, and nothing is changed."""

import pytest

from generator.translate.engine import EngineOutput
from tests.cli.support import ENGLISH, entries, run
from tests.cli.test_exchange import generate_all
from tests.engines import FakeEngine
from tests.generate.runs import FIRST, SECOND, add_seed, content_of


@pytest.fixture
def entry(project, german_packages, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(german_packages))
    add_seed(project, "a.txt", FIRST, SECOND)
    generate_all(project, FakeEngine())
    return entries(project)["a.txt"].stem


def test_each_sentence_has_several_the_likeliest_first(project, entry):
    before = content_of(project)
    result = run(project, "alternatives", entry, "--segment", "s2", "--count", "3")
    assert result.exit_code == 0, result.stderr
    head, sentence, *ways = result.stdout.splitlines()
    assert (head, sentence) == ("s2:", f"  {SECOND}")
    sure = [int(way.split()[1].rstrip("%")) for way in ways]
    assert 2 <= len(ways) <= 3
    assert sure == sorted(sure, reverse=True)
    assert len({way.split(maxsplit=2)[2] for way in ways}) == len(ways)
    assert content_of(project) == before


class Several(FakeEngine):
    """Has several ways to put a sentence, and a word of its own for a term."""

    ways = (
        "The drill lasts a sennight.",
        "A sennight the drill lasts.",
        "The drill lasts a week.",
        "It is long.",
    )

    def alternatives(self, _, count):
        return [EngineOutput(way, -0.1 * place) for place, way in enumerate(self.ways[:count], start=1)]

    def translate(self, sentences):
        super().translate(sentences)
        assert SECOND not in sentences
        return [
            EngineOutput("a sennight" if one in ("Woche", "eine Woche") else one, None) for one in sentences
        ]


def test_terms_are_put_right_and_what_reads_the_same_then_is_shown_once(project, entry, monkeypatch):
    monkeypatch.setattr("generator.cli.alternatives.own_engine", lambda *_: Several())
    ways = run(project, "alternatives", entry, "--segment", "s2").stdout.splitlines()[2:]
    assert [way.split(maxsplit=2)[2] for way in ways] == [*Several.ways]
    (project / "content/terms.yml").write_text("terms:\n- {de: Woche, en: week}\n", encoding="utf-8")
    before = content_of(project)
    ways = run(project, "alternatives", entry, "--segment", "s2").stdout.splitlines()[2:]
    assert [way.split(maxsplit=2)[2] for way in ways] == [
        "The drill lasts a week.",
        "A week the drill lasts.",
        "It is long. (“Woche” is to be “week”)",
    ]
    assert [way.split()[0] for way in ways] == ["1", "2", "3"]
    assert content_of(project) == before


def test_all_paragraphs_unless_one_is_named(project, entry):
    assert run(project, "alternatives", entry).stdout.count("s1:\n") == 1
    result = run(project, "alternatives", entry, "--segment", "s9")
    assert result.exit_code == 2
    assert "is not in content/entries/" in result.stderr


def test_what_needs_no_translation_is_told(project, german_packages, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(german_packages))
    (project / "seeds/b.txt").write_text(ENGLISH, encoding="utf-8")
    generate_all(project, FakeEngine())
    result = run(project, "alternatives", entries(project)["b.txt"].stem)
    assert result.stdout.splitlines()[0] == "s1: needs no translation"


def test_without_a_package_it_tells_what_to_install(project, entry, monkeypatch, tmp_path):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    result = run(project, "alternatives", entry)
    assert result.exit_code == 5
    assert "chronology model install de en" in result.stderr
