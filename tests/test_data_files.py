"""The one place where YAML, JSON and TOML are read: no file brings it down, and it says where to look."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import data_files
from generator.content.addresses import load_addresses
from generator.content.baselines import read_baseline
from generator.content.conflicts import load_conflicts
from generator.content.paths import ContentPaths
from generator.data_files import MAX_DEPTH, parse_json, parse_toml, parse_yaml, read_bytes
from generator.errors import InputError, SettingsError
from generator.generate.sidecar import load_sidecar
from generator.settings import load_settings

DEEP = ("- " * 50_000, "[" * 100_000, "[" * 900, "{a: " * 900, "? " * 50_000, "a:\n" + " " * 4 + "- " * 900)


@pytest.mark.parametrize("text", DEEP, ids=range(len(DEEP)))
def test_yaml_nested_deeper_than_any_file_of_ours_is_refused(text):
    with pytest.raises(InputError, match=r"x\.yml:\d+: not valid YAML"):
        parse_yaml(text, "x.yml")


@pytest.mark.parametrize("text", DEEP, ids=range(len(DEEP)))
def test_no_sidecar_ends_the_run(text, tmp_path):
    path = tmp_path / "a.yml"
    path.write_text(text)
    with pytest.raises(InputError):
        load_sidecar(path, "seeds/a.yml")


def test_nesting_is_allowed_as_deep_as_it_says():
    deepest = "{a: " * MAX_DEPTH + "b" + "}" * MAX_DEPTH
    assert parse_yaml(deepest, "x.yml")
    with pytest.raises(InputError, match="levels deep"):
        parse_yaml("{a: " + deepest + "}", "x.yml")
    assert parse_json("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    with pytest.raises(ValueError, match="levels deep"):
        parse_json("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 200_000, '[{"a": ' * 100])
def test_json_nested_deeper_than_any_file_of_ours_is_refused(text):
    with pytest.raises(ValueError, match="levels deep"):
        parse_json(text)


@given(st.lists(st.text(alphabet='[]{}"\\ab', max_size=20), max_size=20))
def test_brackets_in_texts_are_no_nesting(texts):
    assert parse_json(json.dumps(texts)) == texts


def test_half_a_character_in_json_is_refused():
    """It would fail wherever it is written."""
    with pytest.raises(ValueError, match="surrogates"):
        parse_json(r'["\ud83d"]')
    assert parse_json(r'["\ud83d\ude00"]') == ["\N{GRINNING FACE}"]


def test_toml_nested_too_deep_is_refused(tmp_path):
    with pytest.raises(ValueError, match="levels deep"):
        parse_toml("a = " + "[" * 5000)
    (tmp_path / "pyproject.toml").write_text("a = " + "[" * 5000)
    with pytest.raises(SettingsError, match="levels deep"):
        load_settings(tmp_path)


LINES = {
    "key: value\nfoo\nc: d\n": 2,
    'a: b\ntitle: "abc\nx: y\n': 2,
    "a: b\n\tc: d\n": 2,
    "a: b\n  c: d\n": 2,
    "a: b\nc: d: e\n": 2,
    "a: b\na: c\n": 2,
    "ä: b\nc: \x00\n": 2,
    "a: b\nc: *d\n": 2,
}


@pytest.mark.parametrize("text", LINES)
def test_an_error_names_the_line_to_mend(text):
    with pytest.raises(InputError) as raised:
        parse_yaml(text, "a.yml")
    assert raised.value.place == f"a.yml:{LINES[text]}"


def test_a_sidecar_counts_its_lines_from_its_first(tmp_path):
    (tmp_path / "a.yml").write_text("title: A\nurl: b: c\n")
    with pytest.raises(InputError) as raised:
        load_sidecar(tmp_path / "a.yml", "seeds/a.yml")
    assert raised.value.place == "seeds/a.yml:2"


UNUSED = ("a: &x [*x]", "a: &x {b: *x}", "a: *x", "a: b\n---\nc: d")


@pytest.mark.parametrize("text", UNUSED)
def test_what_no_file_here_needs_is_refused(text):
    with pytest.raises(InputError, match="not valid YAML"):
        parse_yaml(text, "x.yml")


def test_a_tag_means_nothing_and_an_alias_the_text():
    assert parse_yaml("a: !!python/none x\nb: &c d\ne: *c", "x.yml") == {"a": "x", "b": "d", "e": "d"}


def test_a_pipe_does_not_keep_the_run_waiting(tmp_path):
    os.mkfifo(tmp_path / "a.yml")
    with pytest.raises(InputError, match="a pipe"):
        load_sidecar(tmp_path / "a.yml", "seeds/a.yml")


def test_what_is_no_file_or_too_large_is_named(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "large").write_bytes(b"x" * 1001)
    (tmp_path / "dangling").symlink_to("nowhere")
    for name, problem in (
        ("folder", "a folder"),
        ("large", "larger than 1 KB"),
        ("dangling", "can't be read"),
    ):
        with pytest.raises(InputError, match=problem):
            read_bytes(tmp_path / name, name, 1000)
    assert len(read_bytes(tmp_path / "large", "large", 1001)) == 1001


def test_a_sidecar_is_small(tmp_path):
    (tmp_path / "a.yml").write_text("title: " + "a" * 70_000)
    with pytest.raises(InputError, match="larger than 64 KB"):
        load_sidecar(tmp_path / "a.yml", "seeds/a.yml")


JSON_OF_OURS = {
    "data_files.py",
    "store.py",  # with a sum
    "parsed.py",  # which such a store keeps, and whatever else it holds is as good as nothing
    "weights.py",  # of the program
    "model.py",
    "statements.py",  # of a web page, which may be wrong in more ways
}


def test_json_that_others_may_have_touched_is_read_in_one_place():
    folder = Path(data_files.__file__).parent
    assert {path.name for path in folder.rglob("*.py") if "json.loads(" in path.read_text()} == JSON_OF_OURS


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 50_000, '"\\ud800"', "1" * 5_000])
def test_no_note_of_ours_ends_the_run(text, tmp_path):
    paths = ContentPaths(tmp_path)
    for path in (paths.conflicts("a.txt"), paths.journal("a.txt"), paths.addresses / "a.json"):
        path.parent.mkdir(parents=True)
        path.write_text(text)
    with pytest.raises(InputError, match="is not a list of conflicts"):
        load_conflicts(paths, "a.txt")
    assert read_baseline(paths, "a.txt", "x") is None
    assert load_addresses(paths) == {}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a: b\ntitle: "Opened\ndate: "2020"\nlast: c\n', 2),
        ("title: 'Opened\ndate: \"2020\"\nlast: 'c'\n", 1),
        ('title: "It says \\"so\\"\nlast: "c"\n', 1),
        ('title: "Opened', 1),
    ],
)
def test_a_quotation_that_is_not_closed_is_told_where_it_opens(text, line):
    with pytest.raises(InputError, match="a quotation mark is opened here and not closed") as caught:
        parse_yaml(text, "x.yml")
    assert caught.value.place == f"x.yml:{line}"


@pytest.mark.parametrize(
    "text",
    [
        'title: "goes on\n  here"\nlast: [\n',
        "title: Mao's visit\nlast: [\n",
        "title: 'it''s'\nlast: [\n",
        'a: "a" # it\'s\nb: [\n',
    ],
)
def test_another_mistake_is_no_open_quotation(text):
    with pytest.raises(InputError) as caught:
        parse_yaml(text, "x.yml")
    assert "quotation" not in caught.value.problem
