# ruff: noqa: E501 - texts as they are found
"""What an editor changes in content/ stays, whatever the generator does afterwards."""

from __future__ import annotations

import pytest

import generator.content.files as files
import generator.generate.write as writer
from generator.generate.as_before import CLOCK
from tests.integration.support import (
    build,
    chronology,
    copy_site_frame,
    entries_by_seed,
    entry_files,
    entry_path,
    generate_here,
    load,
    output,
    page,
    parse,
    snapshot,
)

FIRST = "BEIJING, Nov. 25, 2021 -- The ministry said on Thursday that both sides would work together more closely."
SECOND = (
    "The spokesman Wu Qian told reporters that the plans of the two countries would be carried out this year."
)
THIRD = "Observers noted that the two sides had held the exercise Joint Sea 2021 for the first time in the autumn."
FOURTH = "The talks will go on in Moscow in the coming month, when the ministers of both countries meet again there."
NEW = "A further round of consultations was announced for the spring, the ministry added in its written statement."


def _seed(*paragraphs: str) -> str:
    return "Both sides vow to deepen their ties\n\n" + "\n\n".join(paragraphs) + "\n"


@pytest.fixture
def edited(project):
    """A project with one entry, and functions to edit seed and entry."""
    return Editing(project)


class Editing:
    def __init__(self, project):
        self.project = project
        self.seed = project / "seeds" / "talks.txt"
        self.seed.write_text(_seed(FIRST, SECOND, THIRD, FOURTH), encoding="utf-8")
        done = generate_here(project)
        assert done.exit_code == 0, done.output

    @property
    def path(self):
        assert len(entry_files(self.project)) == 1
        return entry_files(self.project)[0]

    @property
    def text(self):
        return self.path.read_text(encoding="utf-8")

    def replace(self, old, new):
        assert old in self.text
        self.path.write_text(self.text.replace(old, new, 1), encoding="utf-8")

    def change_seed(self, *paragraphs):
        self.seed.write_text(_seed(*paragraphs), encoding="utf-8")

    def generate(self, code=0):
        done = generate_here(self.project)
        assert done.exit_code == code, done.output
        return done.output


EDITS = {
    "text": (SECOND, "The spokesman said what an editor put more precisely."),
    "front matter value": ('date: "2021-11-25"', 'date: "2021-11-24"'),
    "title": ("title: Both sides vow to deepen their ties", "title: 'An editor''s own title: longer'"),
    "footnote": (f"{SECOND}\n", f"{SECOND}[^1]\n"),
    "admonition": (f"{THIRD}\n", f'!!! note "Editor"\n\n    A remark.\n\n{THIRD}\n'),
    "comment": ("language: en", "# The language of the document.\nlanguage: en  # English"),
    "summary": ("kind: article", "kind: article\nsummary: One sentence by an editor."),
    "tags": ("kind: article", "kind: article\ntags: [talks]"),
    "a translation": (
        f"{SECOND}\n{{: #s2 lang=en }}\n",
        f"{SECOND}\n{{: #s2 lang=en }}\n\nDeutsch.\n{{: lang=de }}\n",
    ),
    "order of keys": ("language: en\nkind: article\n", "kind: article\nlanguage: en\n"),
    "a paragraph less": (f"{SECOND}\n{{: #s2 lang=en }}\n\n", ""),
    "line ends": (SECOND, f"{SECOND} "),
    "a class": ("{: #s2 lang=en }", "{: #s2 lang=en .important }"),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_survives_a_second_run(name, edited):
    """Whatever an editor changed is there, byte for byte, after the next run."""
    edited.replace(*EDITS[name])
    if name == "footnote":
        edited.path.write_text(edited.text + "\n[^1]: What the editor knows.\n", encoding="utf-8")
    before = edited.path.read_bytes()
    edited.generate()
    assert edited.path.read_bytes() == before


@pytest.mark.parametrize("name", [name for name in EDITS if name != "a paragraph less"])
def test_an_edit_and_a_changed_source_are_both_there(name, edited):
    """When the source changes elsewhere, the entry has the editor's change and the source's."""
    edited.replace(*EDITS[name])
    edited.change_seed(FIRST, SECOND, THIRD, FOURTH.replace("Moscow", "Kazan"))
    said = edited.generate()
    assert EDITS[name][1] in edited.text
    assert "Kazan" in edited.text
    assert "Moscow" not in edited.text
    assert "warning" not in said.replace("0 warnings", "")
    assert load(edited.path).source.sha256 in edited.text


def test_a_renamed_entry_is_found_again(edited):
    """An entry is known by its seed: renamed, it is updated where it is and not written again."""
    renamed = edited.path.rename(edited.path.with_name("talks-in-beijing.md"))
    edited.change_seed(FIRST, SECOND, THIRD, FOURTH.replace("Moscow", "Kazan"))
    edited.generate()
    assert entry_files(edited.project) == [renamed]
    assert "Kazan" in edited.text


def test_a_deleted_entry_comes_back_when_it_is_asked_for(edited):
    """An entry that was deleted is made again from its seed, whole."""
    before = edited.text
    edited.path.unlink()
    done = chronology(edited.project, "generate", "--no-download")
    assert "generate --restore talks.txt` brings it back" in output(done)
    assert (done.returncode, entry_files(edited.project)) == (0, [])
    assert chronology(edited.project, "generate", "--no-download", "--restore").returncode == 0
    assert edited.text == before


def test_where_both_changed_the_same_lines_the_editors_stay(edited):
    """A conflict keeps the editor's lines, and a warning says what the generator would write."""
    edited.replace("Observers noted", "Two observers wrote")
    edited.change_seed(FIRST, SECOND, THIRD.replace("autumn", "winter"), FOURTH)
    said = edited.generate()
    assert "Two observers wrote" in edited.text
    assert "autumn" in edited.text
    assert "winter" not in edited.text
    lines = [line for line in said.splitlines() if line.startswith("warning")]
    assert len(lines) == 1, said
    assert f"content/entries/{edited.path.name}: " in lines[0]
    assert "winter" in lines[0]
    assert "; " in lines[0]
    after = edited.path.read_bytes()
    edited.generate()
    assert edited.path.read_bytes() == after


def test_a_conflict_is_said_until_it_is_solved(edited):
    """The warning about a conflict does not vanish in the next run, nor by typing on: the editor may have missed it."""
    edited.replace("Observers noted", "Two observers wrote")
    edited.change_seed(FIRST, SECOND, THIRD.replace("autumn", "winter"), FOURTH)
    assert "winter" in edited.generate()
    assert "winter" in edited.generate()
    (edited.project / ".cache/generate.json").unlink()
    assert "winter" in edited.generate()
    edited.replace("Two observers wrote", "Three observers wrote")
    assert "winter" in edited.generate()
    resolved = chronology(edited.project, "resolve", edited.path.stem, "--keep", "mine")
    assert resolved.returncode == 0, output(resolved)
    assert "winter" not in edited.generate()
    assert "Three observers wrote" in edited.text


def test_segment_ids_stay_when_a_paragraph_is_put_in(edited):
    """Segment ids, once written, stay: a new paragraph gets a new id, the others keep theirs."""
    before = {segment.text: segment.id for segment in load(edited.path).segments}
    edited.change_seed(FIRST, NEW, SECOND, THIRD, FOURTH)
    edited.generate()
    after = {segment.text: segment.id for segment in load(edited.path).segments}
    assert {text: after[text] for text in before} == before
    assert list(after)[1] == NEW


def test_an_edit_survives_a_paragraph_put_in_above(edited):
    """An edit below a paragraph that the source adds is kept, and the new paragraph is there."""
    edited.replace("Observers noted", "Two observers wrote")
    edited.change_seed(FIRST, NEW, SECOND, THIRD, FOURTH)
    edited.generate()
    assert "Two observers wrote" in edited.text
    assert NEW in edited.text
    assert len(load(edited.path).segments) == 5


def test_an_edit_survives_a_paragraph_taken_out_above(edited):
    """An edit below a paragraph that the source no longer has is kept, under the id it had."""
    edited.replace("Observers noted", "Two observers wrote")
    edited.change_seed(FIRST, THIRD, FOURTH)
    edited.generate()
    segments = load(edited.path).segments
    assert [segment.text.split()[0] for segment in segments] == ["BEIJING,", "Two", "The"]
    assert segments[1].id == "s3"


def test_a_note_at_the_end_survives_a_source_that_grows(edited):
    """A note below the text and a paragraph the source adds at its end are both there."""
    edited.path.write_text(edited.text + "\nA note by hand.\n", encoding="utf-8")
    edited.change_seed(FIRST, SECOND, THIRD, FOURTH, NEW)
    edited.generate()
    assert "A note by hand." in edited.text
    assert NEW in edited.text


def test_an_edit_made_while_the_generator_runs_is_not_lost(edited, monkeypatch):
    """An editor who saves between the generator's reading and writing finds the edit again."""
    edited.change_seed(FIRST, SECOND, THIRD, FOURTH.replace("Moscow", "Kazan"))
    saved = []

    def update_while_saved(path, update):
        def slow(current):
            result = update(current)
            if not saved:
                saved.append(True)
                edited.replace(SECOND, "An editor wrote this meanwhile.")
            return result

        return files.update_text(path, slow)

    monkeypatch.setattr(writer, "update_text", update_while_saved)
    edited.generate()
    assert saved
    assert "An editor wrote this meanwhile." in edited.text
    assert "Kazan" in edited.text


def test_an_entry_renamed_while_the_generator_runs_is_not_doubled(edited, monkeypatch):
    """An entry that an editor renames during a run is not written a second time under its old name."""
    edited.change_seed(FIRST, SECOND, THIRD, FOURTH.replace("Moscow", "Kazan"))
    original = files.update_text
    old = edited.path

    def rename_first(path, update):
        if old.exists():
            old.rename(old.with_name("renamed.md"))
        return original(path, update)

    monkeypatch.setattr(writer, "update_text", rename_first)
    generate_here(edited.project)
    assert [path.name for path in entry_files(edited.project)] == ["renamed.md"]


def test_a_crlf_editor_is_kept(edited):
    """A file saved with Windows line ends is read, and is not rewritten for its line ends alone."""
    data = edited.path.read_bytes().replace(b"\n", b"\r\n")
    edited.path.write_bytes(data)
    edited.generate()
    assert edited.path.read_bytes() == data


def _stamps(project):
    """Return when each file was written, but for the one that says when the last run began."""
    files = (path for path in project.rglob("*") if path.is_file() and path.name != CLOCK)
    return {path: path.stat().st_mtime_ns for path in files}


def test_running_twice_rewrites_nothing(project):
    """A run with nothing to do writes no file and ends with 0."""
    for number in range(3):
        text = _seed(FIRST, SECOND, f"{THIRD[:-1]}, number {number}.", FOURTH)
        (project / "seeds" / f"{number}.txt").write_text(text, encoding="utf-8")
    assert generate_here(project).exit_code == 0
    before = _stamps(project)
    done = generate_here(project)
    assert done.exit_code == 0
    assert "0 written, 3 unchanged" in done.output
    assert _stamps(project) == before
    (project / ".cache/generate.json").unlink()
    content = snapshot(project / "content")
    assert generate_here(project).exit_code == 0
    assert snapshot(project / "content") == content
    entries = {path: stamp for path, stamp in before.items() if "entries" in path.parts}
    assert {path: path.stat().st_mtime_ns for path in entries} == entries


def test_edits_show_on_the_site(edited):
    """What an editor adds in standard Markdown is rendered on the entry's page."""
    copy_site_frame(edited.project)
    edited.replace(*EDITS["footnote"])
    edited.replace(*EDITS["admonition"])
    edited.replace(*EDITS["summary"])
    edited.path.write_text(edited.text + "\n[^1]: What the editor knows.\n", encoding="utf-8")
    done = build(edited.project)
    assert done.returncode == 0, output(done)
    html = parse(page(edited.project, edited.path.stem))
    assert html.find("div", "admonition")
    assert "What the editor knows." in html.find("div", "footnote")[0].text
    assert "One sentence by an editor." in parse(edited.project / "site/index.html").text
    assert entry_path(edited.project, "talks.txt") == edited.path
    assert entries_by_seed(edited.project)["talks.txt"].summary
