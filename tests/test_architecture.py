"""The picture of the rooms is the one the code gives."""

import importlib.util
import re

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def architecture():
    spec = importlib.util.spec_from_file_location("architecture", ROOT / "docs" / "architecture.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_picture_is_up_to_date(architecture):
    current = architecture.PICTURE.read_text(encoding="utf-8")
    assert current == architecture.draw(), "run: python docs/architecture.py"


def test_stages_are_listed_in_the_order_in_which_they_run(architecture):
    """All but the last two prepare a seed, in one function; those translate and write."""
    text = (ROOT / "generator/generate/prepare.py").read_text(encoding="utf-8")
    body = text[text.index("def prepare(") :]
    called = {"events": "extract_events"}
    names = (called.get(stage, stage) for stage in architecture.stages()[:-2])
    places = [re.search(rf"{name}[(,]", body).start() for name in names]
    assert places == sorted(places)
    assert architecture.stages()[-2:] == ["translate_drafts", "write"]


def test_an_arrow_is_left_out_where_others_lead_there(architecture):
    graph = {"a": {"b", "c"}, "b": {"c"}, "c": set(), "d": {"a", "c"}}
    assert architecture.without_detours(graph) == {"a": {"b"}, "b": {"c"}, "c": set(), "d": {"a"}}
