"""Whole runs over seeds/: what is done, what is skipped, and that one failure stays its own."""

import shutil
from pathlib import Path

import pytest

from generator.content.files import read_text
from generator.content.library import load_library
from generator.content.memory import Memory, Pair, dump_memory, load_memory
from generator.content.paths import ContentPaths
from generator.content.translation_state import segment_states
from generator.errors import InputError, PackageError
from generator.generate import pipeline, prepare, workers
from generator.generate.outcome import Outcome, SeedResult
from generator.generate.pipeline import generate
from generator.language.markup import plain
from generator.model import Entry, Issue, Language, Severity, TranslationBy
from generator.settings import load_settings
from generator.translate.engines import ArgosEngines
from generator.translate.packages import install_file
from tests import kinds
from tests.engines import CrashingEngine, FakeEngine
from tests.models import fetch_model

DE, EN = Language("de"), Language("en")
FIRST = "Der Sprecher des Ministeriums sagte am Donnerstag, dass die gemeinsame Übung bald beginnt."
SECOND = "Die Übung dauert nach Angaben des Ministeriums eine Woche und findet auf See statt."
THIRD = "An der Übung nehmen nach Angaben der Marine vier Schiffe und zwei Flugzeuge teil."
RECORD = "---\nkind: body\nname: {en: Navy, de: Marine}\n---\n"


class Engines:
    """One engine for German to English, as installed; or none."""

    def __init__(self, engine: FakeEngine | None = None) -> None:
        self.engine = engine
        self.asked = 0

    def installed(self, source, target):
        return self.engine.package if self.engine and (source, target) == ("de", "en") else ""

    def get(self, source, target):
        self.asked += 1
        return self.engine if (source, target) == ("de", "en") else None


def add_seed(project: Path, name: str, *paragraphs: str, title: str | None = None) -> None:
    title = title or f"Ministerium kündigt Übung {name.partition('.')[0]} an"
    text = "\n\n".join((title, "Berlin, 28. Dezember 2023", *paragraphs)) + "\n"
    (project / "seeds" / name).write_text(text, encoding="utf-8")


def run(project: Path, engine: FakeEngine | None = None, *names: str) -> list[SeedResult | Issue]:
    return list(generate(load_settings(project), Engines(engine), names))


def outcomes(results: list[SeedResult | Issue]) -> dict[str, str]:
    return {r.seed: str(r.outcome) for r in results if isinstance(r, SeedResult)}


def all_issues(results: list[SeedResult | Issue]) -> list[Issue]:
    return [issue for r in results for issue in ([r] if isinstance(r, Issue) else r.issues)]


def entries(project: Path) -> dict[str, Entry]:
    library = load_library(project / "content", kinds.TOPIC)
    assert not library.issues
    return {entry.source.seed: entry for entry in library.entries.values()}


def entry_path(project: Path, seed: str) -> Path:
    return project / "content/entries" / f"{entries(project)[seed].slug}.md"


def edit(project: Path, seed: str, old: str, new: str) -> None:
    path = entry_path(project, seed)
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, text
    path.write_text(text.replace(old, new), encoding="utf-8")


def states(project: Path, seed: str) -> list[str]:
    library = load_library(project / "content", kinds.TOPIC)
    (entry,) = (e for e in library.entries.values() if e.source.seed == seed)
    return [str(state) for state in segment_states(entry, library.baselines.get(seed), EN).values()]


def pairs(entry: Entry) -> dict[str, str | None]:
    """Each segment's text with its translation."""
    return {
        plain(segment.text): plain(segment.rendering.text) if segment.rendering else None
        for segment in entry.segments
    }


def content_of(project: Path) -> dict[str, bytes]:
    folder = project / "content"
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def forget(project: Path) -> None:
    """Delete the cache: everything is generated again."""
    shutil.rmtree(project / ".cache")


@pytest.fixture
def prepared(monkeypatch):
    """The names of the seeds that went through the stages."""
    names: list[str] = []
    real = prepare.prepare

    def count(path, *rest):
        names.append(path.name)
        return real(path, *rest)

    monkeypatch.setattr(prepare, "prepare", count)
    return names


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
    monkeypatch.setattr(pipeline, "BATCH", 1)
    add_seed(project, "a.txt", FIRST, SECOND)
    add_seed(project, "b.txt", FIRST, THIRD)
    engine = FakeEngine()
    run(project, engine)
    assert len(engine.calls) == 2
    assert len(engine.sentences) == len(set(engine.sentences))


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
    monkeypatch.setattr(pipeline, "BATCH", 1)
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


# Skipping


def test_an_unchanged_seed_is_not_looked_at_again(project, prepared):
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    run(project)
    assert sorted(prepared) == ["a.txt", "b.txt"]
    prepared.clear()
    results = run(project)
    assert prepared == []
    assert outcomes(results) == {"a.txt": "unchanged", "b.txt": "unchanged"}
    assert all(r.slug for r in results)


def change_seed(project):
    add_seed(project, "a.txt", FIRST, SECOND)


def add_sidecar(project):
    (project / "seeds/a.yml").write_text("publisher: Gazette\n", encoding="utf-8")


def add_record(project):
    (project / "content/records/navy.md").write_text(RECORD, encoding="utf-8")


def change_settings(project):
    (project / "pyproject.toml").write_text('[tool.chronology]\nlanguage = "de"\n', encoding="utf-8")


def delete_entry(project):
    entry_path(project, "a.txt").unlink()


def delete_baseline(project):
    ContentPaths(project / "content").baseline("a.txt").unlink()


def learn(project):
    path = ContentPaths(project / "content").memory
    pair = Pair(DE, EN, FIRST, "By hand.", TranslationBy.EDITOR)
    path.write_text(dump_memory(Memory([pair])), encoding="utf-8")


@pytest.mark.parametrize("change", [change_seed, add_sidecar, delete_entry, delete_baseline])
def test_what_only_one_seed_rests_on_makes_that_one_anew(project, prepared, change):
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", THIRD)
    run(project)
    prepared.clear()
    change(project)
    run(project)
    assert prepared == ["a.txt"]


@pytest.mark.parametrize("change", [add_record, change_settings, learn, forget])
def test_what_every_seed_rests_on_makes_all_anew(project, prepared, change):
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", THIRD)
    run(project)
    prepared.clear()
    change(project)
    run(project)
    assert prepared == ["a.txt", "b.txt"]


def test_a_record_that_changed_makes_all_anew(project, prepared):
    add_record(project)
    add_seed(project, "a.txt", FIRST)
    run(project)
    prepared.clear()
    (project / "content/records/navy.md").write_text(RECORD + "\nText.\n", encoding="utf-8")
    run(project)
    assert prepared == ["a.txt"]


def test_a_seed_that_failed_is_tried_again(project, prepared):
    (project / "seeds/bad.txt").write_text(" \n", encoding="utf-8")
    assert outcomes(run(project)) == outcomes(run(project)) == {"bad.txt": "failed"}
    assert prepared == ["bad.txt", "bad.txt"]


def test_a_broken_cache_only_costs_time(project, prepared):
    add_seed(project, "a.txt", FIRST)
    run(project)
    (project / ".cache/generate.json").write_text("{", encoding="utf-8")
    assert outcomes(run(project)) == {"a.txt": "unchanged"}
    assert prepared == ["a.txt", "a.txt"]


def test_a_named_seed_alone_is_done_and_the_others_stay_known(project, prepared):
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    run(project)
    prepared.clear()
    add_seed(project, "a.txt", THIRD)
    add_seed(project, "b.txt", THIRD + " Mehr.")
    assert outcomes(run(project, None, "a.txt")) == {"a.txt": "changed"}
    assert prepared == ["a.txt"]
    run(project)
    assert prepared == ["a.txt", "b.txt"]


def test_deciding_what_to_skip_is_linear(project, monkeypatch):
    """Twice the seeds, twice the work; counted in how often a path is hashed."""
    counted = 0
    path_type = type(project)
    real = path_type.__hash__

    def count(path):
        nonlocal counted
        counted += 1
        return real(path)

    monkeypatch.setattr(pipeline._Run, "results", lambda *_: iter(()))
    work = []
    for size in (40, 80):
        for number in range(size):
            (project / f"seeds/{number}.txt").write_text(f"Text {number}", encoding="utf-8")
        counted = 0
        with monkeypatch.context() as patch:
            patch.setattr(path_type, "__hash__", count)
            run(project)
        work.append(counted)
    assert 0 < work[1] <= 2.5 * work[0]


# Parallel, and failures


def test_in_parallel_the_files_are_the_same(project, monkeypatch, tmp_path_factory):
    add_record(project)
    for number in range(6):
        add_seed(project, f"{number}.txt", FIRST, f"{SECOND} Das ist Nummer {number}.")
    (project / "seeds/bad.txt").write_bytes(b"\x00")
    other = tmp_path_factory.mktemp("other") / "project"
    shutil.copytree(project, other)
    serial = run(project, FakeEngine())
    monkeypatch.setattr(workers, "PARALLEL_FROM", 2)
    parallel = run(other, FakeEngine())
    assert parallel == serial
    assert content_of(other) == content_of(project)
    assert outcomes(serial)["bad.txt"] == "failed"
    assert len(entries(project)) == 6


def test_processes_are_only_started_for_many_seeds(project, monkeypatch):
    class Refuse:
        def __init__(self, *_, **__):
            raise AssertionError("a process was started")

    monkeypatch.setattr(workers, "ProcessPoolExecutor", Refuse)
    monkeypatch.setattr(workers, "PARALLEL_FROM", 3)
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    assert set(outcomes(run(project)).values()) == {"new"}
    add_seed(project, "c.txt", THIRD)
    forget(project)
    with pytest.raises(AssertionError, match="a process was started"):
        run(project)


@pytest.mark.parametrize(
    ("error", "place", "problem"),
    [
        (InputError("seeds/b.txt:3", "is odd", "mend it"), "seeds/b.txt:3", "is odd"),
        (ZeroDivisionError("of what"), "seeds/b.txt", "ZeroDivisionError"),
        (RecursionError(), "seeds/b.txt", "RecursionError"),
    ],
)
def test_one_seeds_failure_stays_its_own(project, monkeypatch, error, place, problem):
    """Expected or not, it is named with a remedy and the others go on."""
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", THIRD)):
        add_seed(project, name, text)
    real = prepare.prepare

    def fail(path, *rest):
        if path.name == "b.txt":
            raise error
        return real(path, *rest)

    monkeypatch.setattr(prepare, "prepare", fail)
    results = run(project)
    assert outcomes(results) == {"a.txt": "new", "b.txt": "failed", "c.txt": "new"}
    (issue,) = all_issues(results)
    assert (issue.severity, issue.place) == (Severity.ERROR, place)
    assert problem in issue.problem
    assert issue.remedy
    assert set(entries(project)) == {"a.txt", "c.txt"}


@pytest.mark.parametrize("error", [InputError("x", "is odd", "mend it"), ZeroDivisionError()])
def test_one_entry_that_can_not_be_written_does_not_stop_the_others(project, monkeypatch, error):
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", THIRD)):
        add_seed(project, name, text)
    write = pipeline.write

    def fail(draft, *rest):
        if draft.seed == "b.txt":
            raise error
        return write(draft, *rest)

    monkeypatch.setattr(pipeline, "write", fail)
    assert outcomes(run(project)) == {"a.txt": "new", "b.txt": "failed", "c.txt": "new"}


def test_a_broken_entry_is_not_written_again_beside_itself(project):
    add_seed(project, "a.txt", FIRST)
    run(project)
    path = entry_path(project, "a.txt")
    broken = path.read_text(encoding="utf-8").replace("language: de", "language: [de", 1)
    path.write_text(broken, encoding="utf-8")
    results = run(project)
    assert outcomes(results) == {"a.txt": "failed"}
    assert path.read_text(encoding="utf-8") == broken
    assert len(list(path.parent.glob("*.md"))) == 1


def test_two_seeds_with_the_same_text_the_later_is_refused(project):
    add_seed(project, "a.txt", FIRST)
    shutil.copy(project / "seeds/a.txt", project / "seeds/b.txt")
    results = run(project)
    assert outcomes(results) == {"a.txt": "new", "b.txt": "failed"}
    (issue,) = all_issues(results)
    assert str(issue) == "seeds/b.txt: the same text as seeds/a.txt; delete one of the two"


def test_a_sidecar_without_seed_is_refused(project):
    add_sidecar(project)
    results = run(project)
    assert outcomes(results) == {"a.yml": "failed"}
    assert "a sidecar without a seed" in all_issues(results)[0].problem


def test_an_entry_renamed_by_an_editor_is_found_again(project):
    add_seed(project, "a.txt", FIRST)
    run(project)
    path = entry_path(project, "a.txt")
    path.rename(path.with_name("mine.md"))
    add_seed(project, "a.txt", FIRST, SECOND)
    assert outcomes(run(project)) == {"a.txt": "changed"}
    assert [p.name for p in path.parent.iterdir()] == ["mine.md"]
    assert "auf See" in read_text(path.with_name("mine.md"), "mine.md")


def test_two_seeds_with_the_same_title_and_date_get_two_entries(project):
    add_seed(project, "a.txt", FIRST, title="Ministerium kündigt eine Übung an")
    add_seed(project, "b.txt", SECOND, title="Ministerium kündigt eine Übung an")
    run(project)
    slugs = sorted(entry.slug for entry in entries(project).values())
    assert len(slugs) == 2
    assert slugs[1].startswith(f"{slugs[0]}-")


def test_a_broken_memory_stops_the_run_before_anything_is_written(project):
    add_seed(project, "a.txt", FIRST)
    path = ContentPaths(project / "content").memory
    path.parent.mkdir()
    path.write_text("<tmx", encoding="utf-8")
    with pytest.raises(InputError):
        run(project)
    assert path.read_text(encoding="utf-8") == "<tmx"
    assert list((project / "content/entries").iterdir()) == []


def test_progress_ends_with_all_done(project):
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    run(project, None, "a.txt")
    seen: list[tuple[int, int]] = []
    list(generate(load_settings(project), Engines(), (), lambda *both: seen.append(both)))
    assert seen[-1] == (2, 2)


def test_no_engine_is_asked_for_when_nothing_needs_one(project):
    add_seed(project, "a.txt", FIRST)
    run(project, FakeEngine())
    engines = Engines(FakeEngine())
    forget(project)
    (result,) = generate(load_settings(project), engines)
    assert result.outcome is Outcome.UNCHANGED
    assert engines.asked == 0


def test_a_package_that_can_not_even_be_looked_for_is_an_expected_error(project):
    class Unreadable(Engines):
        def installed(self, *_):
            raise PackageError("/packages", "can't be read", "mend its rights")

    add_seed(project, "a.txt", FIRST)
    with pytest.raises(PackageError):
        list(generate(load_settings(project), Unreadable()))
    assert list((project / "content/entries").iterdir()) == []


def test_an_entry_that_can_not_be_dated_is_told_until_an_editor_dates_it(project):
    """The date an editor writes counts, wherever it stands."""
    text = "Der Sprecher des Ministeriums sprach in Berlin über die gemeinsame Übung der Marinen.\n"
    (project / "seeds/a.txt").write_text(text, encoding="utf-8")
    told = [issue.problem for result in run(project) for issue in getattr(result, "issues", ())]
    assert [problem for problem in told if "not dated" in problem] != []
    path = entry_path(project, "a.txt")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nlanguage:", '\ndate: "2023-05"\nlanguage:', 1), encoding="utf-8")
    (project / ".cache/generate.json").unlink(missing_ok=True)
    told = [issue.problem for result in run(project) for issue in getattr(result, "issues", ())]
    assert [problem for problem in told if "not dated" in problem] == []


def test_a_footnote_mark_in_a_translation_is_no_conflict(project):
    """What an editor's Markdown adds without changing the words is taken over in silence."""
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    edit(project, "a.txt", f"\n\\[en\\] {FIRST}\n", "\nThe spokesperson[^1] said so.\n")
    results = run(project, FakeEngine())
    assert [issue for result in results for issue in getattr(result, "issues", ())] == []
    assert "The spokesperson[^1] said so." in entry_path(project, "a.txt").read_text(encoding="utf-8")
