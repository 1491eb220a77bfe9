"""What git marked in the generator's own files is put together: both people's stays."""

import json

import pytest

from generator.content.git_marks import put_together
from generator.content.memory import Memory, Pair, dump_memory, load_memory
from generator.content.paths import ContentPaths
from generator.model import TranslationBy
from tests.engines import FakeEngine
from tests.generate.runs import DE, EN, FIRST, SECOND, add_seed, outcomes, run

SEED = "a.txt"


@pytest.fixture
def paths(tmp_path):
    return ContentPaths(tmp_path)


def merged(ours: str, theirs: str) -> str:
    """As git leaves a file whose lines differ: what both begin and end with is there once."""
    one, other = ours.split("\n"), theirs.split("\n")
    start = next(n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1])
    end = next(n for n, pair in enumerate(zip(one[::-1], other[::-1], strict=False)) if pair[0] != pair[1])
    middle = ["<<<<<<< HEAD", *one[start : len(one) - end], "=======", *other[start : len(other) - end]]
    return "\n".join([*one[:start], *middle, ">>>>>>> theirs", *one[len(one) - end :]])


def save(path, ours, theirs):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(merged(*(json.dumps(one, indent=1) + "\n" for one in (ours, theirs))), encoding="utf-8")
    assert "<<<<<<<" in path.read_text(encoding="utf-8")


def test_a_memory_holds_the_sentences_of_both(paths):
    pairs = [Pair(DE, EN, source, source.upper(), TranslationBy.EDITOR) for source in ("a", "b", "c", "d")]
    paths.memory.parent.mkdir(parents=True)
    ours, theirs = dump_memory(Memory(pairs[:3])), dump_memory(Memory([pairs[0], pairs[3]]))
    paths.memory.write_text(merged(ours, theirs), encoding="utf-8")
    put_together(paths)
    assert [pair.source for pair in load_memory(paths.memory).pairs.values()] == ["a", "b", "c", "d"]


def test_both_peoples_conflicts_stay(paths):
    first, second, third = ({"part": part, "mine": part, "new": "x"} for part in ("#s1", "#s2", "title"))
    save(paths.conflicts(SEED), [first, second], [first, third])
    put_together(paths)
    assert json.loads(paths.conflicts(SEED).read_text(encoding="utf-8")) == [first, second, third]


@pytest.mark.parametrize(
    ("theirs", "segments"),
    [
        ({"by": "Ann", "segments": {"s1": ["a", "b"], "s3": ["e", "f"]}}, ["s1", "s2", "s3"]),
        ({"by": "Ann", "segments": {"s1": ["a", "other"]}}, ["s2"]),
        ({"by": "Ben", "segments": {"s3": ["e", "f"]}}, ["s1", "s2"]),
    ],
    ids=["other paragraphs", "another text", "another person"],
)
def test_a_review_holds_where_both_agree(paths, theirs, segments):
    save(paths.review(SEED), {"by": "Ann", "segments": {"s1": ["a", "b"], "s2": ["c", "d"]}}, theirs)
    put_together(paths)
    assert sorted(json.loads(paths.review(SEED).read_text(encoding="utf-8"))["segments"]) == segments


def test_all_addresses_lead_on(paths):
    ours = {"seed": SEED, "slug": "new", "by_hand": False, "former": ["first"]}
    theirs = {"seed": SEED, "slug": "theirs", "by_hand": True, "former": ["first", "new"]}
    save(paths.address(SEED), ours, theirs)
    put_together(paths)
    assert json.loads(paths.address(SEED).read_text(encoding="utf-8")) == {
        "seed": SEED,
        "slug": "new",
        "by_hand": True,
        "former": ["first", "theirs"],
    }


@pytest.mark.parametrize("text", ["<<<<<<< HEAD\n[\n=======\n{\n>>>>>>> x\n", "no JSON", "<<<<<<< HEAD\n"])
def test_what_can_not_be_put_together_stops_no_run(project, text):
    add_seed(project, SEED, FIRST, SECOND)
    run(project, FakeEngine())
    paths = ContentPaths(project / "content")
    for path in (paths.conflicts(SEED), paths.review(SEED), paths.address(SEED), paths.cleaning(SEED)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert outcomes(run(project, FakeEngine())) == {SEED: "unchanged"}
