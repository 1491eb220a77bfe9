"""The arithmetic of a model is measured once on a processor."""

import json
from pathlib import Path

import pytest

from generator.translate import arithmetic
from generator.translate.arithmetic import FILE, OTHER, USUAL, WORTH_MEASURING, fastest


@pytest.fixture
def clock(monkeypatch):
    """Processor time that goes on as a run says."""
    now = [0.0]
    monkeypatch.setattr(arithmetic.time, "process_time", lambda: now[0])
    return now


@pytest.fixture
def model(tmp_path):
    folder = tmp_path / "translate-de_en-1_0" / "model"
    folder.mkdir(parents=True)
    (folder / "model.bin").write_bytes(b"x")
    return folder


def costing(clock, **seconds):
    def run(name):
        runs.append(name)
        clock[0] += seconds[name]

    runs = []
    return run, runs


@pytest.mark.parametrize(("seconds", "chosen"), [(0.9, USUAL), (0.7, OTHER)])
def test_another_must_be_much_faster(clock, model, tmp_path, seconds, chosen):
    run, _ = costing(clock, auto=1.0, float32=seconds)
    assert fastest(model, tmp_path, run, WORTH_MEASURING) == chosen


def test_what_was_measured_is_kept_for_the_model(clock, model, tmp_path):
    run, runs = costing(clock, auto=1.0, float32=0.5)
    assert (
        fastest(model, tmp_path, run, WORTH_MEASURING)
        == fastest(model, tmp_path, run, WORTH_MEASURING)
        == "float32"
    )
    assert len(runs) == 2 * 2
    (model / "model.bin").write_bytes(b"another")
    fastest(model, tmp_path, run, WORTH_MEASURING)
    assert len(json.loads((tmp_path / FILE).read_text())) == 2


@pytest.mark.parametrize(
    "info",
    [
        "model name\t: Other\nflags\t: avx avx2\n",
        "model name\t: This\nflags\t: avx\n",
        "Features\t: asimd\n",
        "",
    ],
)
def test_another_processor_is_measured_anew(clock, model, tmp_path, monkeypatch, info):
    read = {"/proc/cpuinfo": "model name\t: This\nflags\t: avx avx2\n"}
    monkeypatch.setattr(Path, "read_text", lambda path, **_: read[str(path)])
    monkeypatch.setattr(arithmetic, "version", lambda _: "1.0")
    run, runs = costing(clock, auto=1.0, float32=0.5)
    for text in (read["/proc/cpuinfo"], info, read["/proc/cpuinfo"]):
        read["/proc/cpuinfo"] = text
        fastest(model, tmp_path, run, WORTH_MEASURING)
    assert len(runs) == 2 * 4
    assert len(json.loads((tmp_path / FILE).read_bytes())) == 2


def test_for_few_sentences_only_what_is_kept_counts(clock, model, tmp_path):
    run, runs = costing(clock, auto=1.0, float32=0.5)
    assert fastest(model, tmp_path, run, WORTH_MEASURING - 1) == USUAL
    assert runs == []
    fastest(model, tmp_path, run, WORTH_MEASURING)
    assert fastest(model, tmp_path, run, 1) == "float32"


@pytest.mark.parametrize("text", ["", "[]", '{"a": 3}', "{", '{"a": "int3"}'])
def test_a_broken_file_is_made_anew(clock, model, tmp_path, text):
    (tmp_path / FILE).write_text(text)
    run, _ = costing(clock, auto=1.0, float32=0.5)
    assert fastest(model, tmp_path, run, WORTH_MEASURING) == "float32"
    assert len(json.loads((tmp_path / FILE).read_text())) == 1


def test_what_the_processor_can_not_do_is_ruled_out(clock, model, tmp_path):
    def run(name):
        if name != USUAL:
            raise ValueError("the backend does not support it")
        clock[0] += 1

    assert fastest(model, tmp_path, run, WORTH_MEASURING) == USUAL


def test_a_folder_that_can_not_be_written_is_no_failure(clock, model, tmp_path):
    (tmp_path / "file").write_text("")
    run, _ = costing(clock, auto=1.0, float32=0.5)
    assert fastest(model, tmp_path / "file", run, WORTH_MEASURING) == "float32"
