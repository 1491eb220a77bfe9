"""`memory export`, `memory import`, `review`, `generate --refresh` as a person uses them."""

from pathlib import Path

import pytest

from generator.content import lock
from generator.content.files import read_text
from generator.content.library import load_library
from generator.content.memory import Memory, Pair, dump_memory, load_memory
from generator.content.paths import ContentPaths
from generator.generate.pipeline import generate
from generator.model import Language, TranslationBy
from generator.settings import load_settings
from tests import kinds
from tests.cli.support import run
from tests.engines import FakeEngine
from tests.generate.runs import FIRST, SECOND, Engines, add_seed

DE, EN = Language("de"), Language("en")
ARGOS, EDITOR = TranslationBy.ARGOS, TranslationBy.EDITOR
PAIRS = (
    Pair(DE, EN, "Eins", "One", EDITOR, person="Ann"),
    Pair(DE, EN, "Zwei", "Two", ARGOS, "translate-de_en 1.3", -0.5),
    Pair(EN, DE, "Three", "Drei", EDITOR),
)


@pytest.fixture
def remembering(project: Path) -> Path:
    path = ContentPaths(project / "content").memory
    path.parent.mkdir()
    path.write_text(dump_memory(Memory(PAIRS)), encoding="utf-8")
    return project


@pytest.fixture
def translated(project: Path, monkeypatch) -> Path:
    """Two entries by the machine, with version 1.3 installed."""
    install(monkeypatch, "1.3")
    add_seed(project, "a.txt", FIRST, SECOND)
    add_seed(project, "b.txt", FIRST)
    list(generate(load_settings(project), Engines(FakeEngine())))
    return project


def install(monkeypatch, version: str = "") -> None:
    engines = Engines(FakeEngine(version=version)) if version else Engines()
    for command in ("generate", "findings"):
        monkeypatch.setattr(f"generator.cli.{command}.ArgosEngines", lambda *_: engines)


def memory_of(project: Path) -> dict:
    return dict(load_memory(ContentPaths(project / "content").memory).pairs)


def entry_of(project: Path, seed: str) -> Path:
    library = load_library(project / "content", kinds.TOPIC)
    (slug,) = (slug for slug, entry in library.entries.items() if entry.source.seed == seed)
    return ContentPaths(project / "content").entry(slug)


# export


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        ([], [0, 1, 2]),
        (["--by", "editor"], [0, 2]),
        (["--by", "argos"], [1]),
        (["--pair", "de", "en"], [0, 1]),
        (["--pair", "en", "de", "--by", "argos"], []),
    ],
)
def test_export_writes_what_is_asked_for(remembering, tmp_path, options, kept):
    file = tmp_path / "x.tmx"
    done = run(remembering, "memory", "export", str(file), *options)
    assert (done.exit_code, done.stdout) == (0, f"{file}: {len(kept)} of 3 pairs\n")
    assert load_memory(file).pairs == Memory(PAIRS[n] for n in kept).pairs


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["x.md"], "its name does not end in .tmx"),
        (["x.tmx", "--pair", "de", "english"], "de english: is not a pair of language codes"),
        (["x.tmx", "--by", "deepl"], "'deepl' is not one of 'argos', 'editor'"),
        (["x.tmx", "--pair", "de"], "requires 2 arguments"),
    ],
)
def test_export_refuses_and_writes_nothing(remembering, tmp_path, monkeypatch, arguments, problem):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    done = run(remembering, "memory", "export", *arguments)
    assert done.exit_code == 2
    assert problem in done.stderr
    assert list(Path.cwd().iterdir()) == []


def test_export_where_nothing_can_be_written(remembering):
    done = run(remembering, "memory", "export", "/proc/x.tmx")
    assert done.exit_code == 4
    assert "can't be written" in done.stderr


# import


def test_an_export_imported_into_an_empty_project_is_the_same_memory(remembering, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "pyproject.toml").write_text("[tool.chronology]\n", encoding="utf-8")
    file = other / "x.tmx"
    run(remembering, "memory", "export", str(file))
    done = run(other, "memory", "import", str(file))
    assert (done.exit_code, done.stdout) == (
        0,
        f"{file}: 3 new, 0 the same; chronology generate uses them\n",
    )
    first, second = (ContentPaths(p / "content").memory.read_bytes() for p in (remembering, other))
    assert first == second
    again = run(other, "memory", "import", str(file))
    assert again.stdout == f"{file}: 0 new, 3 the same; chronology generate uses them\n"
    assert ContentPaths(other / "content").memory.read_bytes() == first


OTHER = Memory(
    [Pair(DE, EN, "Eins", "Once\x9b", EDITOR, person="Bo"), Pair(DE, EN, "Zwei", "Second", EDITOR)]
)


@pytest.mark.parametrize(
    ("options", "said", "eins"),
    [
        ([], "1 in place of a machine's, 1 in conflict, ours kept (--replace takes theirs)", "One"),
        (["--replace"], "1 in place of a machine's, 1 in place of another", "Once"),
    ],
)
def test_a_conflict_is_shown_and_ours_is_kept_unless_told(remembering, tmp_path, options, said, eins):
    file = tmp_path / "other.tmx"
    file.write_text(dump_memory(OTHER), encoding="utf-8")
    done = run(remembering, "memory", "import", str(file), *options)
    assert done.exit_code == 0
    assert said in done.stdout
    assert "conflict  'Eins': ours 'One', theirs 'Once'\n" in done.stdout
    known = memory_of(remembering)
    assert known[DE, EN, "Eins"].target == eins
    assert known[DE, EN, "Zwei"].target == "Second"


def test_a_machines_sentences_with_stand_ins_for_terms_are_left_out(project, tmp_path):
    add_seed(project, "a.txt", "Frau Miller reist heute nach Angaben der Stadt wieder ab.")
    run(project, "generate")
    text = entry_of(project, "a.txt").read_text(encoding="utf-8").split("{: #s1")[0].split("---")[-1].strip()
    pairs = [Pair(DE, EN, one, "x", ARGOS, "p 1") for one in (text, "《Smith》 kam.")]
    persons = Pair(DE, EN, "Der Brown kam.", "Brown came.", EDITOR)
    file = tmp_path / "x.tmx"
    file.write_text(dump_memory(Memory([*pairs, persons])), encoding="utf-8")
    done = run(project, "memory", "import", str(file))
    assert "2 new, 0 the same, 1 left out: a machine's, with stand-ins for terms;" in done.stdout
    assert {source for _, _, source in memory_of(project)} == {text, "Der Brown kam."}


NOBODYS = (
    '<tmx><body><tu><tuv xml:lang="de"><seg>a</seg></tuv>'
    '<tuv xml:lang="en"><seg>b</seg></tuv></tu></body></tmx>'
)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("<html/>", "its root is <html>"),
        (NOBODYS, "does not say who translated"),
    ],
)
def test_import_of_a_bad_file_changes_nothing(remembering, tmp_path, data, problem):
    file = tmp_path / "bad.tmx"
    file.write_text(data, encoding="utf-8")
    before = memory_of(remembering)
    done = run(remembering, "memory", "import", str(file))
    assert done.exit_code == 1
    assert problem in done.stderr
    assert done.stderr.count("\n") == 1
    assert memory_of(remembering) == before


def test_imported_translations_are_used_by_the_next_generate(project, tmp_path, monkeypatch):
    """Without any package, and though no seed has changed."""
    add_seed(project, "a.txt", FIRST)
    install(monkeypatch)
    assert run(project, "generate").exit_code == 0
    file = tmp_path / "x.tmx"
    file.write_text(dump_memory(Memory([Pair(DE, EN, FIRST, "It begins.", ARGOS, "p 1")])), encoding="utf-8")
    run(project, "memory", "import", str(file))
    assert "1 written" in run(project, "generate").stdout
    assert "It begins." in entry_of(project, "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [" ", "a\x1bb", "x" * 101, "argos", "editor", "DeepL"])
@pytest.mark.parametrize("command", ["review", "memory import"])
def test_who_answers_must_be_a_person(translated, command, name):
    what = entry_of(translated, "a.txt").stem if command == "review" else "x.tmx"
    done = run(translated, *command.split(), what, "--by", name)
    assert done.exit_code == 2
    assert "--by" in done.stderr
    assert "\x1b" not in done.stderr


# review


def test_review_marks_an_entry_and_a_change_unmarks_its_paragraph(translated):
    path = entry_of(translated, "a.txt")
    before = path.read_bytes()
    done = run(translated, "review", path.stem, "--by", "Ann B.")
    assert done.exit_code == 0
    assert done.stdout.startswith(f"content/entries/{path.name}: 2 paragraphs reviewed by Ann B.\n")
    assert path.read_bytes() == before.replace(
        b"  language: en\n", b"  reviewed_by: Ann B.\n  language: en\n"
    )
    assert "Translations of segments: 1 machine, 2 reviewed" in run(translated, "status").stdout

    text = read_text(path, "")
    path.write_text(
        text.replace("dass die gemeinsame Übung bald beginnt.\n{: lang=en", "it begins.\n{: lang=en")
    )
    status = run(translated, "status").stdout
    assert "Translations of segments: 1 machine, 1 edited, 1 reviewed" in status
    check = run(translated, "check").stdout
    assert f"{path.name} (s1): changed since Ann B. reviewed it; read it again" in check

    path.write_text(text.replace("beginnt.\n{: #s1", "endet.\n{: #s1"), encoding="utf-8")
    assert "1 stale, 1 machine, 1 reviewed" in run(translated, "status").stdout
    again = run(translated, "review", str(path), "--by", "Ann B.")
    assert again.exit_code == 0
    assert "1 machine, 2 reviewed" in run(translated, "status").stdout


def test_undo_gives_the_file_back_as_it_was(translated):
    path = entry_of(translated, "a.txt")
    before = path.read_bytes()
    run(translated, "review", path.stem, "--by", "Ann")
    done = run(translated, "review", path.stem, "--undo", "--by", "Ann")
    assert done.stdout == f"content/entries/{path.name}: not marked as reviewed any more\n"
    assert path.read_bytes() == before
    assert not ContentPaths(translated / "content").review("a.txt").exists()
    assert "was not reviewed" in run(translated, "review", path.stem, "--undo", "--by", "Ann").stdout


def test_a_review_outlives_generate_and_ends_when_the_seed_changes(translated):
    path = entry_of(translated, "a.txt")
    run(translated, "review", path.stem, "--by", "Ann")
    reviewed = path.read_bytes()
    (translated / ".cache/generate.json").unlink()
    assert run(translated, "generate").exit_code == 0
    assert path.read_bytes() == reviewed
    add_seed(translated, "a.txt", FIRST, SECOND.replace("eine Woche", "zwei Wochen"))
    run(translated, "generate")
    assert "2 machine, 1 reviewed" in run(translated, "status").stdout
    assert "reviewed_by: Ann" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "form", ["{slug}", "{slug}.md", "entries/{slug}.md", "content/entries/{slug}.md", "{path}"]
)
def test_an_entry_is_named_by_slug_or_path(translated, form):
    path = entry_of(translated, "a.txt")
    assert run(translated, "review", form.format(slug=path.stem, path=path), "--by", "Ann").exit_code == 0


@pytest.mark.parametrize(
    ("form", "remedy"),
    [
        ("{slug}x", "did you mean {slug}?"),
        ("uebung-a", "did you mean {slug}?"),
        ("content/records/{slug}.md", "did you mean {slug}?"),
        ("zzz", "chronology status lists the entries"),
        ("", "chronology status lists the entries"),
    ],
)
def test_an_unknown_entry_is_told_with_the_nearest(translated, form, remedy):
    slug = entry_of(translated, "a.txt").stem
    done = run(translated, "review", form.format(slug=slug), "--by", "Ann")
    assert done.exit_code == 2
    assert "there is no such entry" in done.stderr
    assert remedy.format(slug=slug) in done.stderr


def test_an_entry_without_translation_is_not_reviewed(project, monkeypatch):
    install(monkeypatch)
    add_seed(project, "a.txt", FIRST)
    run(project, "generate")
    path = entry_of(project, "a.txt")
    before = path.read_bytes()
    done = run(project, "review", path.stem, "--by", "Ann")
    assert (done.exit_code, "has no translation" in done.stderr) == (1, True)
    assert path.read_bytes() == before
    assert not ContentPaths(project / "content").review("a.txt").exists()


# refresh


def test_a_changed_package_is_told_in_one_line_until_refreshed(translated, monkeypatch):
    line = (
        "sentences were translated with translate-de_en 1.3; translate-de_en 1.4 is installed; "
        "chronology generate --refresh"
    )
    assert line not in run(translated, "status").stdout
    install(monkeypatch, "1.4")
    for command in ("status", "check"):
        assert run(translated, command).stdout.count(line) == 1
    assert run(translated, "generate").exit_code == 0
    assert line in run(translated, "status").stdout
    done = run(translated, "generate", "--refresh")
    assert done.exit_code == 0
    assert "2 written" in done.stdout
    assert line not in run(translated, "status").stdout
    assert {pair.package for pair in memory_of(translated).values()} == {"translate-de_en 1.4"}


def test_a_reviewed_translation_is_not_called_outdated(translated, monkeypatch):
    for seed in ("a.txt", "b.txt"):
        run(translated, "review", entry_of(translated, seed).stem, "--by", "Ann")
    install(monkeypatch, "1.4")
    assert "is installed" not in run(translated, "status").stdout


def test_a_broken_memory_is_told_by_status(translated):
    ContentPaths(translated / "content").memory.write_text("<<<<<<< HEAD", encoding="utf-8")
    assert "not a TMX file" in run(translated, "status").stdout


def test_what_writes_into_content_does_so_alone(translated, tmp_path, monkeypatch):
    """An import during a run would be overwritten when the run ends."""
    file = tmp_path / "other.tmx"
    file.write_text(dump_memory(OTHER), encoding="utf-8")
    monkeypatch.setattr(lock, "PAUSE", 0)
    commands = (
        ("memory", "import", str(file)),
        ("generate", "--no-download"),
        ("new", "record", "Naval Board", "--kind", "body"),
        ("review", entry_of(translated, "a.txt").stem, "--by", "Ann"),
    )
    with lock.writing_into(translated / "content"):
        for command in commands:
            done = run(translated, *command)
            assert (command[0], done.exit_code) == (command[0], 4)
            assert "content/: another chronology command is writing there; wait until" in done.output
    assert run(translated, "memory", "import", str(file)).exit_code == 0
