"""`--refresh`: a changed package retranslates what a machine made, only then, and nobody's own words."""

import pytest

from generator.content.memory import Pair, load_memory
from generator.content.paths import ContentPaths
from generator.generate.pipeline import generate
from generator.language.markup import escape
from generator.model import TranslationBy
from generator.settings import load_settings
from generator.translate.engine import EngineOutput
from tests import kinds
from tests.engines import CrashingEngine, FakeEngine
from tests.generate.runs import (
    DE,
    EN,
    FIRST,
    SECOND,
    THIRD,
    Engines,
    add_seed,
    all_issues,
    content_of,
    edit,
    entries,
    entry_path,
    forget,
    outcomes,
    pairs,
    run,
    states,
)


class NewEngine(FakeEngine):
    """The next version: translates differently."""

    def __init__(self) -> None:
        super().__init__(version="1.4")

    def translate(self, sentences):
        return [EngineOutput(one.text.replace("[en]", "[new]")) for one in super().translate(sentences)]


class NewCrashingEngine(CrashingEngine):
    def __init__(self, **how) -> None:
        super().__init__(**how)
        self.package = "translate-de_en 1.4"


OLD, NEW = f"[en] {FIRST}", f"[new] {FIRST}"
AS_WRITTEN = escape(OLD)


def refresh(project, engine, *names):
    return list(generate(load_settings(project), Engines(engine), names, refresh=True))


def packages(project) -> set[str | None]:
    return {pair.package for pair in load_memory(ContentPaths(project / "content").memory).pairs.values()}


def review(project, seed: str, name: str) -> None:
    edit(project, seed, "  by: argos\n", f"  by: argos\n  reviewed_by: {name}\n")


@pytest.fixture
def translated(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    add_seed(project, "b.txt", FIRST, THIRD)
    run(project, FakeEngine())
    return project


def test_a_changed_package_changes_nothing_by_itself(translated):
    before = content_of(translated)
    engine = NewEngine()
    run(translated, engine)
    forget(translated)
    run(translated, engine)
    assert content_of(translated) == before
    assert engine.calls == []


def test_refresh_translates_a_machines_pairs_again(translated):
    run(translated, NewEngine())
    found = refresh(translated, NewEngine())
    assert outcomes(found) == {"a.txt": "changed", "b.txt": "changed"}
    (note,) = all_issues(found)
    assert "sentences were translated with translate-de_en 1.3; translate-de_en 1.4 is installed" in str(note)
    assert pairs(entries(translated)["a.txt"])[FIRST] == NEW
    assert packages(translated) == {"translate-de_en 1.4"}
    assert {e.translation.package for e in entries(translated).values()} == {"translate-de_en 1.4"}
    assert states(translated, "a.txt") == ["machine", "machine"]


def test_a_second_refresh_has_nothing_to_do(translated):
    refresh(translated, NewEngine())
    before, engine = content_of(translated), NewEngine()
    assert all_issues(refresh(translated, engine)) == []
    assert engine.calls == []
    assert content_of(translated) == before


@pytest.mark.parametrize("runs_between", [0, 1])
def test_what_an_editor_wrote_stays_where_it_is_and_where_it_recurs(translated, runs_between):
    edit(translated, "a.txt", AS_WRITTEN, "By a person.")
    for _ in range(runs_between):
        run(translated, FakeEngine())
    refresh(translated, NewEngine())
    for seed, other in (("a.txt", SECOND), ("b.txt", THIRD)):
        assert pairs(entries(translated)[seed]) == {FIRST: "By a person.", other: f"[new] {other}"}
        assert states(translated, seed) == ["edited", "machine"]


def test_what_a_person_reviewed_stays(translated):
    review(translated, "a.txt", "Ann")
    refresh(translated, NewEngine())
    a, b = (pairs(entries(translated)[seed]) for seed in ("a.txt", "b.txt"))
    assert a == {FIRST: OLD, SECOND: f"[en] {SECOND}"}
    assert b == {FIRST: OLD, THIRD: f"[new] {THIRD}"}
    assert states(translated, "a.txt") == ["reviewed", "reviewed"]


def test_a_review_written_by_hand_is_put_on_record_and_ends_with_a_change(translated):
    review(translated, "a.txt", "Ann")
    run(translated, FakeEngine())
    assert ContentPaths(translated / "content").review("a.txt").exists()
    assert states(translated, "a.txt") == ["reviewed", "reviewed"]
    edit(translated, "a.txt", AS_WRITTEN, "By a person.")
    library_states = states_with_reviews(translated, "a.txt")
    assert library_states == ["edited", "reviewed"]
    run(translated, FakeEngine())
    assert states_with_reviews(translated, "a.txt") == ["edited", "reviewed"]


def states_with_reviews(project, seed):
    from generator.content.library import load_library
    from generator.content.translation_state import segment_states

    library = load_library(project / "content", kinds.TOPIC)
    (entry,) = (e for e in library.entries.values() if e.source.seed == seed)
    found = segment_states(library.history(entry), EN)
    return [str(state) for state in found.values()]


@pytest.mark.parametrize("expected", [True, False])
def test_when_the_engine_fails_the_old_translations_stay(translated, expected):
    before = content_of(translated)
    found = refresh(translated, NewCrashingEngine(expected=expected))
    assert any(issue.severity == "error" for issue in all_issues(found))
    assert content_of(translated) == before
    refresh(translated, NewEngine())
    assert pairs(entries(translated)["b.txt"])[FIRST] == NEW


def test_a_run_over_some_seeds_keeps_the_other_pairs(translated):
    refresh(translated, NewEngine(), "a.txt")
    assert pairs(entries(translated)["a.txt"])[FIRST] == NEW
    assert pairs(entries(translated)["b.txt"]) == {FIRST: OLD, THIRD: f"[en] {THIRD}"}
    assert packages(translated) == {"translate-de_en 1.3", "translate-de_en 1.4"}
    engine = NewEngine()
    refresh(translated, engine)
    assert THIRD in engine.sentences
    assert FIRST not in engine.sentences
    assert pairs(entries(translated)["b.txt"]) == {FIRST: NEW, THIRD: f"[new] {THIRD}"}


def test_old_pairs_that_no_entry_uses_any_more_go_with_a_complete_run(translated):
    add_seed(translated, "b.txt", FIRST)
    refresh(translated, NewEngine())
    memory = load_memory(ContentPaths(translated / "content").memory)
    assert memory.lookup(THIRD, DE, EN) is None
    assert memory.lookup(FIRST, DE, EN) == Pair(
        DE, EN, FIRST, NEW, TranslationBy.ARGOS, "translate-de_en 1.4"
    )


def test_a_failed_seed_keeps_its_old_pairs(translated):
    (translated / "seeds/b.txt").write_bytes(b"\x00")
    refresh(translated, NewEngine())
    memory = load_memory(ContentPaths(translated / "content").memory)
    assert memory.lookup(THIRD, DE, EN).package == "translate-de_en 1.3"


def test_without_package_refresh_changes_nothing(translated):
    before = content_of(translated)
    refresh(translated, None)
    assert content_of(translated) == before


def test_two_editors_words_for_one_sentence_both_stay(translated):
    """The memory keeps one; each entry keeps its own, however often generate runs."""
    edit(translated, "a.txt", AS_WRITTEN, "As A puts it.")
    edit(translated, "b.txt", AS_WRITTEN, "As B puts it.")
    for _ in range(3):
        found = run(translated, FakeEngine())
        assert all_issues(found) == []
        forget(translated)
        texts = {seed: pairs(entries(translated)[seed])[FIRST] for seed in ("a.txt", "b.txt")}
        assert texts == {"a.txt": "As A puts it.", "b.txt": "As B puts it."}
    assert states(translated, "a.txt") == states(translated, "b.txt") == ["edited", "machine"]
    before = content_of(translated)
    run(translated, FakeEngine())
    assert content_of(translated) == before


def test_a_correction_of_a_correction_reaches_every_place(translated):
    edit(translated, "a.txt", AS_WRITTEN, "First try.")
    run(translated, FakeEngine())
    tries = (("a.txt", "Second try.", "First try."), ("b.txt", "Third try.", "Second try."))
    for seed, text, before in tries:
        edit(translated, seed, before, text)
        run(translated, FakeEngine())
        assert {pairs(entries(translated)[s])[FIRST] for s in ("a.txt", "b.txt")} == {text}
    assert "Third try." in entry_path(translated, "a.txt").read_text(encoding="utf-8")
