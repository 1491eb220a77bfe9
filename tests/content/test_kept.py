"""What is kept in .cache/ by name."""

import pytest

from generator.content.kept import load_texts, save_texts


def test_what_is_kept_is_there_again(tmp_path):
    path = tmp_path / "folder/kept.json"
    assert load_texts(path) == {}
    save_texts(path, {"b": "Übung", "a": ""})
    assert load_texts(path) == {"a": "", "b": "Übung"}


@pytest.mark.parametrize("damaged", ["", "[]", "{", '"a"', "\x00"])
def test_a_damaged_file_is_none(tmp_path, damaged):
    (tmp_path / "kept.json").write_text(damaged, encoding="utf-8")
    assert load_texts(tmp_path / "kept.json") == {}


def test_what_is_no_text_is_left_out(tmp_path):
    (tmp_path / "kept.json").write_text('{"a": 1, "b": "c"}', encoding="utf-8")
    assert load_texts(tmp_path / "kept.json") == {"b": "c"}


def test_where_nothing_can_be_written_the_run_goes_on(tmp_path):
    (tmp_path / "file").write_text("")
    save_texts(tmp_path / "file/kept.json", {"a": "b"})
    assert (tmp_path / "file").read_text() == ""
