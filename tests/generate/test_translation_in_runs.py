"""Whole runs over seeds/: what is sent to the engine, and that what an editor wrote is learnt and stays."""

from pathlib import Path

import pytest

from generator.checks.offers import find_offers
from generator.content.library import load_library
from generator.content.memory import Memory, Pair, dump_memory, load_memory
from generator.content.paths import ContentPaths
from generator.generate import batches
from generator.generate.pipeline import generate
from generator.language.markup import plain
from generator.model import Language, Severity, TranslationBy
from generator.settings import load_settings
from generator.translate.engine import EngineOutput
from generator.translate.engines import ArgosEngines
from generator.translate.packages import install_file
from tests import kinds
from tests.cli.support import run as chronology
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
from tests.models import fetch_model

# Translation


def test_sentences_are_sent_once_over_all_seeds_and_never_again(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    add_seed(project, "b.txt", FIRST, THIRD)
    engine = FakeEngine()
    assert outcomes(run(project, engine)) == {"a.txt": "new", "b.txt": "new"}
    assert len(engine.calls) == 1
    assert sorted(engine.sentences) == sorted(set(engine.sentences))
    assert {FIRST, SECOND, THIRD} <= set(engine.sentences)

    forget(project)
    again = FakeEngine()
    before = content_of(project)
    assert outcomes(run(project, again)) == {"a.txt": "unchanged", "b.txt": "unchanged"}
    assert again.calls == []
    assert content_of(project) == before


def test_each_batch_sends_only_what_no_earlier_one_did(project, monkeypatch):
    monkeypatch.setattr(batches, "BATCH", 1)
    add_seed(project, "a.txt", FIRST, SECOND)
    add_seed(project, "b.txt", FIRST, THIRD)
    engine = FakeEngine()
    run(project, engine)
    assert len(engine.calls) == 2
    assert len(engine.sentences) == len(set(engine.sentences))


@pytest.mark.parametrize(("engine", "together"), [(None, [1, 1]), (FakeEngine(), [2])])
def test_where_nothing_is_translated_entries_are_written_as_their_seeds_come(
    project, monkeypatch, engine, together
):
    monkeypatch.setattr(batches, "SEEDS_AT_ONCE", 1)
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    translate, sizes = batches.translate_drafts, []

    def noted(drafts, *given):
        sizes.append(len(drafts))
        return translate(drafts, *given)

    monkeypatch.setattr(batches, "translate_drafts", noted)
    run(project, engine)
    assert sizes == together


def test_without_engine_a_text_is_published_untranslated(project):
    add_seed(project, "a.txt", FIRST)
    results = run(project)
    assert outcomes(results) == {"a.txt": "new"}
    assert all_issues(results) == []
    assert entries(project)["a.txt"].translation is None
    assert set(states(project, "a.txt")) == {"missing"}


def test_a_package_installed_later_translates_what_is_there(project):
    add_seed(project, "a.txt", FIRST)
    run(project)
    assert outcomes(run(project, FakeEngine())) == {"a.txt": "changed"}
    assert set(states(project, "a.txt")) == {"machine"}


@pytest.mark.parametrize("expected", [True, False], ids=["as it promises", "as a bug would"])
def test_when_the_engine_crashes_the_texts_are_published_and_it_is_reported(project, expected):
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    results = run(project, CrashingEngine(expected=expected))
    assert outcomes(results) == {"a.txt": "new", "b.txt": "new"}
    (issue,) = all_issues(results)
    assert issue.severity is Severity.ERROR
    assert "crash" in issue.problem
    assert issue.remedy
    for seed in ("a.txt", "b.txt"):
        assert set(states(project, seed)) == {"missing"}


@pytest.mark.parametrize("expected", [True, False], ids=["as it promises", "as a bug would"])
def test_after_a_crash_the_next_run_tries_again(project, expected):
    """Nothing changed but that the engine works now: out of memory, package mended."""
    add_seed(project, "a.txt", FIRST)
    run(project, CrashingEngine(expected=expected))
    assert outcomes(run(project, FakeEngine())) == {"a.txt": "changed"}
    assert set(states(project, "a.txt")) == {"machine"}


def test_what_was_translated_before_a_crash_is_kept(project, monkeypatch):
    monkeypatch.setattr(batches, "BATCH", 1)
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    run(project, CrashingEngine(after=1))
    assert set(states(project, "a.txt")) == {"machine"}
    assert set(states(project, "b.txt")) == {"missing"}
    memory = load_memory(ContentPaths(project / "content").memory)
    assert memory.lookup(FIRST, DE, EN).by is TranslationBy.ARGOS


def test_an_editors_correction_is_used_wherever_the_sentence_recurs(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    machine = entries(project)["a.txt"].segments
    edited = next(s.rendering.text for s in machine if plain(s.text) == FIRST)
    edit(project, "a.txt", f"\n{edited}\n", "\nThe spokesperson said so.\n")
    add_seed(project, "b.txt", FIRST, THIRD)
    engine = FakeEngine()
    assert outcomes(run(project, engine))["b.txt"] == "new"
    assert FIRST not in engine.sentences

    assert pairs(entries(project)["a.txt"])[FIRST] == "The spokesperson said so."
    second = entries(project)["b.txt"]
    assert pairs(second)[FIRST] == "The spokesperson said so."
    assert pairs(second)[THIRD] == f"[en] {THIRD}"
    assert second.translation.by is TranslationBy.ARGOS
    by = {plain(s.text): s.rendering.by for s in second.segments}
    assert (by[FIRST], by[THIRD]) == (TranslationBy.EDITOR, None)
    memory = load_memory(ContentPaths(project / "content").memory)
    assert memory.lookup(FIRST, DE, EN) == Pair(
        DE, EN, FIRST, "The spokesperson said so.", TranslationBy.EDITOR
    )
    assert memory.lookup(SECOND, DE, EN).by is TranslationBy.ARGOS


def test_after_an_edit_runs_settle(project):
    """The second run after it changes nothing."""
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    edit(project, "a.txt", f"\n\\[en\\] {FIRST}\n", "\nThe spokesperson said so.\n")
    run(project, FakeEngine())
    before = content_of(project)
    assert outcomes(run(project, FakeEngine())) == {"a.txt": "unchanged"}
    assert content_of(project) == before


def translate_by_hand(project: Path) -> None:
    """Write a translation below the first paragraph of a.txt's entry, which has none."""
    path = entry_path(project, "a.txt")
    source = next(s for s in entries(project)["a.txt"].segments if plain(s.text) == FIRST)
    mark = f"{{: #{source.id} lang=de }}\n"
    text = path.read_text(encoding="utf-8")
    assert mark in text
    text = text.replace(mark, f"{mark}\nThe drill begins soon, the spokesperson said.\n{{: lang=en }}\n")
    text = text.replace("\n---\n", "\ntranslation: {language: en, by: editor}\n---\n", 1)
    path.write_text(text, encoding="utf-8")


CHANGED = FIRST.replace("bald beginnt", "verschoben wird")


def test_what_is_typed_where_no_package_is_installed_is_remembered_and_used(project):
    add_seed(project, "a.txt", f"{FIRST} {SECOND}", THIRD)
    add_seed(project, "b.txt", f"{SECOND} {THIRD}")
    run(project)
    edit(
        project,
        "a.txt",
        "statt.\n{: #s1 lang=de }\n",
        "statt.\n{: #s1 lang=de }\n\nTheir exercise begins soon. It takes a week at sea.\n{: lang=en }\n",
    )
    edit(
        project,
        "a.txt",
        "teil.\n{: #s2 lang=de }\n",
        "teil.\n{: #s2 lang=de }\n\nFour ships take part in it.\n{: lang=en }\n",
    )
    typed = pairs(entries(project)["a.txt"])
    run(project)
    elsewhere = {f"{SECOND} {THIRD}": "It takes a week at sea. Four ships take part in it."}
    assert pairs(entries(project)["a.txt"]) == typed
    assert pairs(entries(project)["b.txt"]) == elsewhere
    before = content_of(project)
    run(project)
    assert content_of(project) == before

    # A package that comes later translates what is left.
    added = "Sie endet, wie der Sprecher sagte, am Freitag."
    add_seed(project, "c.txt", f"{FIRST} {added}")
    run(project, FakeEngine())
    assert pairs(entries(project)["a.txt"]) == typed
    assert pairs(entries(project)["b.txt"]) == elsewhere
    assert states(project, "a.txt") == states(project, "b.txt") * 2 == ["edited", "edited"]
    (mixed,) = pairs(entries(project)["c.txt"]).values()
    assert mixed == f"Their exercise begins soon. [en] {added}"


def test_what_two_typed_without_a_package_for_one_sentence_stays_as_each_typed_it(project):
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", f"{FIRST} {SECOND}")
    run(project)
    typed = {"a.txt": "It begins soon.", "b.txt": "Soon it will begin. It takes a week."}
    for seed, words in typed.items():
        edit(project, seed, "{: #s1 lang=de }\n", f"{{: #s1 lang=de }}\n\n{words}\n{{: lang=en }}\n")
        run(project)
    run(project)
    assert {seed: list(pairs(entry).values()) for seed, entry in entries(project).items()} == {
        seed: [words] for seed, words in typed.items()
    }


def test_what_reads_as_the_memory_has_it_is_not_offered_again_for_its_marks(project):
    add_seed(project, "a.txt", FIRST)
    run(project)
    mark = "{: #s1 lang=de }\n"
    edit(project, "a.txt", mark, f"{mark}\nIt \\*soon\\* begins &lt;b>.\n{{: lang=en }}\n")
    run(project)
    paths = ContentPaths(project / "content")
    memory = load_memory(paths.memory)
    assert [pair.target for pair in memory.pairs.values()] == ["It *soon* begins <b>."]
    assert find_offers(load_library(project / "content", kinds.TOPIC), memory) == {}


def test_a_package_is_asked_for_while_a_paragraph_has_no_translation(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project)
    for name, text, is_missing in (("s1", FIRST, True), ("s2", SECOND, False)):
        mark = f"{text}\n{{: #{name} lang=de }}\n"
        edit(project, "a.txt", mark, f"{mark}\nTyped {name}.\n{{: lang=en }}\n")
        run(project)
        engines = Engines()
        assert outcomes(list(generate(load_settings(project), engines))) == {"a.txt": "unchanged"}
        assert bool(engines.asked) is is_missing
    edit(project, "a.txt", "\nTyped s2.\n{: lang=en }\n", "")
    run(project, FakeEngine())
    assert pairs(entries(project)["a.txt"])[FIRST] == "Typed s1."


@pytest.mark.parametrize("runs_between", [0, 1])
def test_a_translation_by_hand_outlives_a_change_of_its_source_and_is_called_stale(project, runs_between):
    """A later generate keeps what an editor wrote; that it no longer fits is said."""
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project)
    translate_by_hand(project)
    for _ in range(runs_between):
        run(project)
    add_seed(project, "a.txt", CHANGED, SECOND)
    run(project)
    entry = entries(project)["a.txt"]
    assert pairs(entry).get(CHANGED) == "The drill begins soon, the spokesperson said."
    state = dict(zip(pairs(entry), states(project, "a.txt"), strict=True))
    assert state[CHANGED] == "stale"


@pytest.mark.parametrize("engine", [None, FakeEngine()], ids=["no engine", "engine"])
def test_a_stale_translation_is_never_learnt(project, engine):
    """Else the new sentence would get the old one's translation everywhere, under a person's name."""
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    edit(project, "a.txt", f"\n\\[en\\] {FIRST}\n", "\nThe drill begins soon.\n")
    add_seed(project, "a.txt", CHANGED, SECOND)
    run(project, engine)
    run(project, engine)
    add_seed(project, "b.txt", CHANGED, THIRD)
    run(project, engine)
    assert pairs(entries(project)["b.txt"])[CHANGED] in (None, f"[en] {CHANGED}")


@pytest.mark.model
def test_a_chinese_seed_becomes_an_entry_with_english_paragraphs(project, tmp_path, monkeypatch):
    """The real package, end to end."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    install_file(fetch_model(), (Language("zh"), EN))
    (project / "pyproject.toml").write_text(
        '[tool.chronology]\ntranslate = { zh = "en" }\n', encoding="utf-8"
    )
    # Cleaning takes what has no spaces for prose from 200 characters on.
    first = (
        "中国外交部发言人星期四在北京举行例行记者会，介绍了中俄两国关系的最新情况。"
        "俄罗斯总统普京将于五月访问中国。两国海军在日本海举行联合演习。" * 3
    )
    (project / "seeds/zh.txt").write_text(f"{first}\n", encoding="utf-8")
    (project / "seeds/zh.yml").write_text("language: zh\ntitle: 俄罗斯总统普京将访问中国\n", encoding="utf-8")
    said: list[str] = []
    results = list(generate(load_settings(project), ArgosEngines(False, said.append, lambda *_: None)))
    assert (outcomes(results), said) == ({"zh.txt": "new"}, [])
    entry = entries(project)["zh.txt"]
    assert entry.language == "zh"
    assert (entry.translation.by, entry.translation.package) == (TranslationBy.ARGOS, "translate-zh_en 1.9")
    assert all(s.rendering and s.rendering.language == "en" for s in entry.segments)
    english = " ".join(s.rendering.text for s in entry.segments)
    assert all(word in english for word in ("Beijing", "Thursday", "Putin", "Japan"))
    assert "Putin" in entry.title
    assert entry.original_title == "俄罗斯总统普京将访问中国"
    assert set(states(project, "zh.txt")) == {"machine"}


class BreakingEngine(FakeEngine):
    """Puts line breaks, controls and marks of Markdown into what it writes."""

    def translate(self, sentences):
        odd = "One\n# two\r\n- three\t!!! note\u2028{: #s1 }\x1b[2J"
        return [EngineOutput(f"{odd} {number}") for number, _ in enumerate(sentences)]


def test_what_an_engine_writes_is_one_line_of_text(project):
    """Line breaks would make headings and lists of it, and undo the pairing."""
    add_seed(project, "a.txt", FIRST, SECOND)
    assert outcomes(run(project, BreakingEngine())) == {"a.txt": "new"}
    entry = entries(project)["a.txt"]
    assert all(segment.rendering.text.isprintable() for segment in entry.segments)
    assert entry.title.isprintable()
    assert set(states(project, "a.txt")) == {"machine"}
    assert outcomes(run(project, BreakingEngine())) == {"a.txt": "unchanged"}


def test_what_a_memory_holds_is_one_line_of_text(project):
    add_seed(project, "a.txt", FIRST, title="Die Übung beginnt")
    broken = "# One\n\n- two\t{: #s1 }\u2028!!! note"
    pairs = [Pair(DE, EN, text, broken, TranslationBy.EDITOR) for text in (FIRST, "Die Übung beginnt")]
    path = ContentPaths(project / "content").memory
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump_memory(Memory(pairs)), encoding="utf-8")
    assert outcomes(run(project)) == {"a.txt": "new"}
    entry = entries(project)["a.txt"]
    assert plain(entry.segments[0].rendering.text) == "# One - two {: #s1 } !!! note"
    assert entry.title == "# One - two {: #s1 } !!! note"
    assert not all_issues(run(project))


def test_a_review_decides_about_a_translation_that_is_out_of_date(project):
    newer = SECOND.replace("eine Woche", "zwei Wochen")
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    edit(project, "a.txt", f"\\[en\\] {SECOND}", "It lasts.")
    add_seed(project, "a.txt", FIRST, newer)
    run(project, FakeEngine())
    slug = entry_path(project, "a.txt").stem
    assert "chronology resolve" in chronology(project, "check").output
    assert chronology(project, "review", slug, "--segment", "s2", "--by", "Ann").exit_code == 0
    for _ in range(2):
        assert "chronology resolve" not in chronology(project, "check").output
        assert "It lasts." in entry_path(project, "a.txt").read_text("utf-8")
        assert not any("you changed it" in str(issue) for issue in all_issues(run(project, FakeEngine())))


def test_a_translation_that_is_out_of_date_stays_so_while_its_editor_goes_on_typing(project):
    """Nothing of it is learnt for the new source until its editor says that it holds."""
    newer = SECOND.replace("eine Woche", "zwei Wochen")
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    edit(project, "a.txt", f"[en] {SECOND}".replace("[", "\\[").replace("]", "\\]"), "It lasts a week.")
    add_seed(project, "a.txt", FIRST, newer)
    for _ in range(2):
        assert any(
            "s2: you changed it, and generate would, too" in str(i)
            for i in all_issues(run(project, FakeEngine()))
        )
        edit(project, "a.txt", "It lasts a week", "It lasts a week, they say")
        assert states(project, "a.txt")[1] == "stale"
    run(project, FakeEngine())
    memory = load_memory(ContentPaths(project / "content").memory)
    assert not any(pair.is_by_person for pair in memory.pairs.values() if pair.source == newer)
    slug = entry_path(project, "a.txt").stem
    assert chronology(project, "resolve", slug, "--keep", "mine").exit_code == 0
    run(project, FakeEngine())
    memory = load_memory(ContentPaths(project / "content").memory)
    assert states(project, "a.txt")[1] == "edited"
    assert memory.lookup(newer, DE, EN).target == "It lasts a week, they say, they say."


BY_HAND = "The drill begins soon, the spokesperson said."
TYPED_ON = "The drill, begins soon, the spokesperson said."


def told_of(results) -> list[str]:
    return [str(issue) for issue in all_issues(results) if " --segment " in str(issue)]


def state_of(project: Path, source: str) -> str:
    return dict(zip(pairs(entries(project)["a.txt"]), states(project, "a.txt"), strict=True))[source]


@pytest.fixture
def typed_on(project):
    """An entry with a translation by hand that is out of date, typed in since; no engine has another."""
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project)
    translate_by_hand(project)
    run(project)
    add_seed(project, "a.txt", CHANGED, SECOND)
    run(project)
    edit(project, "a.txt", BY_HAND, TYPED_ON)
    return entry_path(project, "a.txt").stem


def test_where_no_machine_translates_a_translation_out_of_date_stays_so_while_it_is_typed_in(
    project, typed_on
):
    for _ in range(2):
        assert state_of(project, CHANGED) == "stale"
        (told,) = told_of(run(project))
        assert f"its source changed; yours stays, out of date: “{TYPED_ON}”" in told
        assert told.count("--keep mine") == 1
    assert "1 of 1 entries need decision" in chronology(project, "status", "--needs", "decision").output
    shown = chronology(project, "resolve", typed_on).output
    assert TYPED_ON in shown
    assert "1 to decide" in shown
    done = chronology(project, "resolve", typed_on, "--keep", "new").output
    assert "the new version has no translation; yours stays" in done
    assert "0 decided, 1 to decide" in done
    memory = load_memory(ContentPaths(project / "content").memory)
    assert memory.lookup(CHANGED, DE, EN) is None


@pytest.mark.parametrize(
    ("decision", "state"),
    [
        (("resolve", "{}", "--keep", "mine"), "edited"),
        (("review", "{}", "--segment", "{segment}", "--by", "Ann"), "reviewed"),
        (None, "missing"),
    ],
    ids=["resolve", "review", "take out"],
)
def test_a_translation_out_of_date_without_another_is_decided_about(project, typed_on, decision, state):
    run(project)
    if decision:
        segment = next(s.id for s in entries(project)["a.txt"].segments if plain(s.text) == CHANGED)
        arguments = (one.format(typed_on, segment=segment) for one in decision)
        assert chronology(project, *arguments).exit_code == 0
    else:
        edit(project, "a.txt", f"\n{TYPED_ON}\n{{: lang=en }}\n", "")
    for _ in range(2):
        assert state_of(project, CHANGED) == state
        assert not told_of(run(project))
    assert pairs(entries(project)["a.txt"])[CHANGED] == (TYPED_ON if decision else None)


@pytest.mark.usefixtures("typed_on")
def test_nothing_is_to_be_decided_when_a_source_is_again_what_was_translated(project):
    edit(project, "a.txt", TYPED_ON, BY_HAND)
    run(project)
    add_seed(project, "a.txt", FIRST, SECOND)
    for _ in range(2):
        assert not told_of(run(project))
        assert state_of(project, FIRST) == "edited"


@pytest.mark.parametrize("engine", [None, FakeEngine()], ids=["no engine", "engine"])
def test_taking_the_new_original_takes_no_translation_away_that_has_no_other(project, engine):
    """Where there is another, it is what is taken."""
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project)
    translate_by_hand(project)
    run(project)
    mine = FIRST.replace("gemeinsame", "große gemeinsame")
    edit(project, "a.txt", FIRST, mine)
    add_seed(project, "a.txt", CHANGED, SECOND)
    run(project, engine)
    slug = entry_path(project, "a.txt").stem
    done = chronology(project, "resolve", slug, "--keep", "new").output
    assert ("yours stays, out of date" in done) is (engine is None)
    expected = (BY_HAND, "stale", 1) if engine is None else (f"[en] {CHANGED}", "machine", 0)
    for _ in range(2):
        assert pairs(entries(project)["a.txt"])[CHANGED] == expected[0]
        assert state_of(project, CHANGED) == expected[1]
        assert len(told_of(run(project, engine))) == expected[2]
    if engine is None:
        edit(project, "a.txt", BY_HAND, TYPED_ON)
        assert state_of(project, CHANGED) == "stale"
        assert "1 decided, 0 to decide" in chronology(project, "resolve", slug, "--keep", "mine").output
        assert not told_of(run(project))
        assert pairs(entries(project)["a.txt"])[CHANGED] == TYPED_ON
