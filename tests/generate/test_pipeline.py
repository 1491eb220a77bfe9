"""Whole runs over seeds/: what is done, what is skipped, and that one failure stays its own."""

import shutil

import pytest

from generator.content.files import read_text
from generator.content.memory import Memory, Pair, dump_memory
from generator.content.paths import ContentPaths
from generator.errors import InputError, PackageError
from generator.generate import batches, pipeline, prepare, workers
from generator.generate.outcome import Outcome
from generator.generate.pipeline import generate
from generator.generate.tables import RECORD_IS_MISSING
from generator.model import Severity, TranslationBy
from generator.settings import load_settings
from tests.engines import FakeEngine
from tests.generate.runs import (
    DE,
    EN,
    FIRST,
    RECORD,
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
    run,
)


@pytest.fixture
def prepared(monkeypatch):
    """The names of the seeds that went through the stages."""
    names: list[str] = []
    real = prepare.prepare

    def count(paths, tables, **options):
        names.extend(path.name for path in paths)
        return real(paths, tables, **options)

    monkeypatch.setattr(prepare, "prepare", count)
    return names


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


def delete_baseline(project):
    ContentPaths(project / "content").baseline("a.txt").unlink()


def learn(project):
    path = ContentPaths(project / "content").memory
    pair = Pair(DE, EN, FIRST, "By hand.", TranslationBy.EDITOR)
    path.write_text(dump_memory(Memory([pair])), encoding="utf-8")


@pytest.mark.parametrize("change", [change_seed, add_sidecar, delete_baseline])
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

    monkeypatch.setattr(batches.Run, "results", lambda *_: iter(()))
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
    real = prepare.read

    def fail(path, *rest):
        if path.name == "b.txt":
            raise error
        return real(path, *rest)

    monkeypatch.setattr(prepare, "read", fail)
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
    write = batches.write

    def fail(draft, *rest):
        if draft.seed == "b.txt":
            raise error
        return write(draft, *rest)

    monkeypatch.setattr(batches, "write", fail)
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


def test_a_record_that_is_gone_is_told_once_and_never_at_first(project):
    add_seed(project, "a.txt", FIRST)
    assert RECORD_IS_MISSING not in run(project)
    shutil.rmtree(project / "content/.generated")
    assert run(project).count(RECORD_IS_MISSING) == 1
    assert RECORD_IS_MISSING not in run(project)


def test_entries_whose_seeds_are_gone_are_counted_in_a_line(project):
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    run(project)
    (project / "seeds/a.txt").unlink()
    for _ in range(2):
        told = [str(one) for one in all_issues(run(project)) if one.place == "content/entries"]
        assert told == ["content/entries: 1 has no seed any more, and stays; `chronology check` tells which"]
    (project / "seeds/b.txt").rename(project / "seeds/c.txt")
    assert "1 has no seed any more" in str(list(map(str, all_issues(run(project)))))
    add_seed(project, "a.txt", FIRST)
    (project / "seeds/c.txt").rename(project / "seeds/d.txt")
    assert [str(one) for one in all_issues(run(project))] == [
        "seeds/d.txt: was c.txt; its entry names the new one now, nothing else is to be done"
    ]


def test_two_seeds_with_the_same_text_the_later_is_refused(project):
    add_seed(project, "a.txt", FIRST)
    shutil.copy(project / "seeds/a.txt", project / "seeds/b.txt")
    results = run(project)
    assert outcomes(results) == {"a.txt": "new", "b.txt": "failed"}
    (issue,) = all_issues(results)
    assert str(issue) == (
        "seeds/b.txt: the same text as seeds/a.txt; "
        "delete one of the two, or write `skip: true` into its sidecar"
    )


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


def test_a_seed_that_changed_while_it_was_read_is_read_again(project, monkeypatch):
    """It may be as it was by the next run: the text that was read then is not the seed's."""
    add_seed(project, "a.txt", FIRST)
    path = project / "seeds/a.txt"
    before = path.read_bytes()
    real = prepare.prepare

    def changed(seeds, tables, **options):
        path.write_bytes(before.replace("Übung".encode(), b"Reise"))
        try:
            return real(seeds, tables, **options)
        finally:
            path.write_bytes(before)

    with monkeypatch.context() as patched:
        patched.setattr(prepare, "prepare", changed)
        assert outcomes(run(project)) == {"a.txt": "new"}
    assert "Reise" in entries(project)["a.txt"].segments[0].text
    assert outcomes(run(project)) == {"a.txt": "changed"}
    assert "Übung" in entries(project)["a.txt"].segments[0].text
    assert outcomes(run(project)) == {"a.txt": "unchanged"}


@pytest.mark.parametrize("before", [None, "publisher: Gazette\n"], ids=["none", "one"])
def test_a_sidecar_that_changed_while_it_was_read_is_read_again(project, monkeypatch, before):
    """Also one that was there for that moment only, or was not."""
    add_seed(project, "a.txt", FIRST)
    path = project / "seeds/a.yml"

    def put(text):
        path.unlink(missing_ok=True) if text is None else path.write_text(text, encoding="utf-8")

    put(before)
    real = prepare.prepare

    def changed(seeds, tables, **options):
        put("publisher: Herald\n")
        try:
            return real(seeds, tables, **options)
        finally:
            put(before)

    with monkeypatch.context() as patched:
        patched.setattr(prepare, "prepare", changed)
        run(project)
    assert entries(project)["a.txt"].source.publisher == "Herald"
    assert outcomes(run(project)) == {"a.txt": "changed"}
    assert entries(project)["a.txt"].source.publisher == (before and "Gazette")
    assert outcomes(run(project)) == {"a.txt": "unchanged"}


def test_a_record_that_changes_while_records_are_loaded_is_looked_at_by_the_next_run(
    project, prepared, monkeypatch
):
    """What was loaded may be what was there before or after."""
    add_seed(project, "a.txt", FIRST)
    load = pipeline.load_tables

    def changed(*arguments):
        tables = load(*arguments)
        add_record(project)
        return tables

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "load_tables", changed)
        run(project)
    prepared.clear()
    run(project)
    assert prepared == ["a.txt"]
    prepared.clear()
    run(project)
    assert prepared == []


def test_many_entries_are_written_side_by_side_as_one_by_one(project, tmp_path, monkeypatch):
    """With their results in order, and a failure its seed's alone."""
    titles = [f"Ministerium kündigt Übung Nummer {number % 7} an" for number in range(24)]
    for number, title in enumerate(titles):
        add_seed(project, f"s{number:02}.txt", f"{FIRST} {number}", title=title)
    write = batches.write

    def fail(draft, *rest):
        if draft.seed == "s05.txt":
            raise InputError("x", "is odd", "mend it")
        return write(draft, *rest)

    other = tmp_path / "other"
    shutil.copytree(project, other)
    monkeypatch.setattr(batches, "write", fail)
    results = run(project)
    monkeypatch.setattr(workers, "WRITE_TOGETHER_FROM", 100)
    assert outcomes(results) == outcomes(run(other))
    assert [one.seed for one in results] == sorted(one.seed for one in results)
    assert content_of(project) == content_of(other)
