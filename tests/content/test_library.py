"""Everything in content/: a broken file is named, the others are there."""

from pathlib import Path

import pytest

from generator.content.library import (
    Library,
    dump_dropped,
    load_dropped,
    load_entries,
    load_library,
    load_records,
)
from generator.content.paths import ContentPaths
from generator.errors import ChronologyError
from generator.model import DroppedLine, Severity
from tests import kinds
from tests.conftest import ROOT

ENTRY = (
    "---\ntitle: {title}\nlanguage: de\nkind: article\nsource: {{seed: {seed}, sha256: x}}\n---\n"
    "\nEins.\n{{: #s1 lang=de }}\n"
)
RECORD = "---\nkind: body\nname: {en: Navy}\n---\n"


@pytest.fixture
def content(project: Path) -> Path:
    folder = project / "content"
    write(folder / "entries" / "one.md", ENTRY.format(title="One", seed="1.txt"))
    write(folder / "entries" / "two.md", ENTRY.format(title="Two", seed="2.txt"))
    write(folder / "records" / "navy.md", RECORD)
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def messages(library: Library) -> list[str]:
    return [str(issue) for issue in library.issues]


def test_everything_is_loaded_by_slug(content):
    library = load_library(content, kinds.TOPIC)
    assert {slug: entry.title for slug, entry in library.entries.items()} == {
        "one": "One",
        "two": "Two",
    }
    assert list(library.records) == ["navy"]
    assert (library.issues, dict(library.broken), dict(library.baselines)) == ((), {}, {})


BROKEN = (
    ("Text without header\n", "no front matter"),
    ("---\ntitle: a: b\n---\n", "not valid YAML"),
    ("---\n- a\n---\n", "not a list of `key: value` lines"),
    ("---\n{{ x }}: y\n---\n", "not valid YAML"),
    ("", "no front matter"),
)


@pytest.mark.parametrize("folder", ["entries", "records"])
@pytest.mark.parametrize(("text", "problem"), BROKEN)
def test_a_broken_file_is_named_and_the_others_are_loaded(content, folder, text, problem):
    write(content / folder / "broken.md", text)
    library = load_library(content, kinds.TOPIC)
    assert set(library.entries) == {"one", "two"}
    assert set(library.records) == {"navy"}
    assert set(library.broken) == {f"{folder}/broken.md"}
    (issue,) = library.issues
    assert issue.severity is Severity.ERROR
    assert issue.place.startswith(f"content/{folder}/broken.md")
    assert problem in issue.problem
    assert issue.remedy


@pytest.mark.parametrize("name", ["\udcdcbung", "a\nb", "a\u202eb"])
def test_a_name_that_does_not_print_is_refused_and_the_others_are_loaded(content, name):
    """One from a system with another encoding is no text, and can be neither kept nor written anywhere."""
    text = ENTRY.format(title="Three", seed="3.txt").replace("{seed: 3.txt, sha256: x}", "\n  seed: 3.txt")
    write(content / "entries" / f"{name}.md", text)
    library = load_library(content, kinds.TOPIC)
    assert set(library.entries) == set(load_entries(content)[0]) == {"one", "two"}
    assert [issue.problem for issue in library.issues] == ["has a name with characters that don't print"]
    assert library.unread_seeds == {"3.txt"}


def test_a_file_with_a_mistake_is_named_and_is_there(content):
    write(content / "entries" / "one.md", ENTRY.format(title="One\nsumary: x", seed="1.txt"))
    write(content / "records" / "navy.md", RECORD.replace("kind", "alias: [Fleet]\nkind"))
    library = load_library(content, kinds.TOPIC)
    assert (set(library.entries), set(library.records)) == ({"one", "two"}, {"navy"})
    assert (set(library.flaws), dict(library.broken)) == ({"entries/one.md", "records/navy.md"}, {})
    assert [issue.place for issue in library.issues] == [
        "content/entries/one.md:3",
        "content/records/navy.md:2",
    ]
    # A run that writes entries touches none that it does not understand.
    assert set(load_entries(content)[0]) == {"two"}


def test_a_record_without_usable_kind_or_name_is_not_there(content):
    for header in ("kind: ship\nname: {en: Navy}", "kind: body\nname: Navy", "kind: body"):
        write(content / "records" / "navy.md", f"---\n{header}\n---\n")
        assert not load_library(content, kinds.TOPIC).records


def test_the_seed_of_an_entry_that_can_not_be_read_is_known(content):
    write(content / "entries" / "one.md", "---\ntitle: a: b\nsource:\n  seed: 1.txt\n---\n")
    assert load_library(content, kinds.TOPIC).unread_seeds == {"1.txt"}


@pytest.mark.parametrize("folder", ["entries", "records"])
def test_a_file_that_is_not_utf8_is_named_with_its_folder(content, folder):
    (content / folder / "broken.md").write_bytes(b"---\ntitle: \xe4\n---\n")
    library = load_library(content, kinds.TOPIC)
    assert set(library.entries) == {"one", "two"}
    (issue,) = library.issues
    assert issue.place == f"content/{folder}/broken.md"
    assert "not UTF-8" in issue.problem


def test_a_folder_named_like_an_entry_does_not_stop_the_others(content):
    (content / "entries" / "folder.md").mkdir()
    assert set(load_library(content, kinds.TOPIC).entries) == {"one", "two"}


def test_two_entries_of_one_seed_are_told(content):
    write(content / "entries" / "copy.md", ENTRY.format(title="Copy", seed="2.txt"))
    library = load_library(content, kinds.TOPIC)
    assert set(library.entries) == {"one", "two", "copy"}
    assert messages(library) == [
        "content/entries/two.md: has the same source.seed as copy.md (2.txt); "
        "put what you typed into one of the two, then take the other away"
    ]


def test_what_the_generator_wrote_last_is_found_by_seed_whatever_the_entry_is_called(content):
    (content / "entries" / "one.md").rename(content / "entries" / "renamed.md")
    write(ContentPaths(content).baseline("1.txt"), ENTRY.format(title="Before", seed="1.txt"))
    library = load_library(content, kinds.TOPIC)
    assert library.baselines["1.txt"].title == "Before"
    assert library.baselines["1.txt"].slug == "renamed"


def test_a_broken_baseline_is_told_and_the_entry_is_there(content):
    write(ContentPaths(content).baseline("1.txt"), "broken")
    library = load_library(content, kinds.TOPIC)
    assert set(library.entries) == {"one", "two"}
    assert dict(library.baselines) == {}
    (message,) = messages(library)
    assert "no front matter" in message


@pytest.mark.parametrize("name", ["index.md", "README.md", ".hidden.md", "notes.txt", "x.md~"])
def test_what_is_no_entry_is_left_alone(content, name):
    write(content / "entries" / name, "no entry")
    library = load_library(content, kinds.TOPIC)
    assert set(library.entries) == {"one", "two"}
    assert library.issues == ()


def test_an_empty_or_missing_content_folder_is_an_empty_library(tmp_path):
    library = load_library(tmp_path / "content", kinds.TOPIC)
    assert (dict(library.entries), dict(library.records), library.issues) == ({}, {}, ())


def test_entries_and_records_can_be_loaded_alone(content):
    write(content / "entries" / "broken.md", "x")
    write(content / "records" / "broken.md", "x")
    entries, broken = load_entries(content)
    assert (set(entries), set(broken)) == ({"one", "two"}, {"entries/broken.md"})
    records, broken = load_records(content, kinds.TOPIC)
    assert (set(records), set(broken)) == ({"navy"}, {"records/broken.md"})
    assert [issue.place for issue in broken.values()] == ["content/records/broken.md"]


DROPPED = (
    DroppedLine(1, 'He said "no" – \\ä\u2028', "crawler stamp"),
    DroppedLine(17, "Читайте", "in another language"),
)


@pytest.mark.parametrize("dropped", [(), DROPPED[:1], DROPPED])
def test_dropped_lines_are_read_as_they_were_written(tmp_path, dropped):
    paths = ContentPaths(tmp_path)
    write(paths.cleaning("a.txt"), dump_dropped(dropped))
    assert load_dropped(paths, "a.txt") == dropped


def test_a_seed_never_cleaned_has_no_dropped_lines(tmp_path):
    assert load_dropped(ContentPaths(tmp_path), "a.txt") == ()


@pytest.mark.parametrize("text", ["", "not json", "[1, 2]", '[["a"]]', "3", '{"a": 1}'])
def test_a_broken_list_of_dropped_lines_is_refused_with_what_to_do(tmp_path, text):
    paths = ContentPaths(tmp_path)
    write(paths.cleaning("a.txt"), text)
    with pytest.raises(ChronologyError, match="delete it and run generate"):
        load_dropped(paths, "a.txt")


@pytest.mark.usefixtures("first_chronology")
def test_the_projects_own_content_can_be_used():
    library = load_library(ROOT / "content", kinds.PROJECT)
    assert messages(library) == []
    assert len(library.entries) >= 5
