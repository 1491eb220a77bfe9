"""Words that a translation lacks, or has in place of those its model expects: with a toy and a real model."""

import tracemalloc
from math import log
from types import SimpleNamespace

import pytest

from generator.errors import PackageError
from generator.translate.argos import ArgosEngine
from generator.translate.unexpected import MUCH, Reader, Unexpected
from tests.packages import package_of
from tests.translate.test_argos import engine, packages  # noqa: F401 - fixtures

VOCABULARY = "▁the ▁navies ▁held ▁a ▁joint ▁exercise ▁drill ▁left ▁fine . X".split()
LIKELY = "▁the ▁navies ▁held ▁a ▁joint ▁exercise .".split()
"""What the made-up model would write."""
SOURCE = "Die Marinen übten gemeinsam."


class Pieces:
    """In place of SentencePiece."""

    def encode(self, sentence):
        return sentence.split()

    def decode(self, tokens):
        return "".join(tokens).replace("▁", " ")


class Model:
    """In place of CTranslate2: knows one sentence, and goes on with it after the last piece it knows."""

    def __init__(self, prefix=()):
        self.prefix = list(prefix)
        self.at_once = 0

    def _next(self, before):
        place = next((LIKELY.index(piece) + 1 for piece in reversed(before) if piece in LIKELY), 0)
        return [*LIKELY[place:], "</s>"]

    def score_batch(self, _, target, offset, max_batch_size, **__):
        self.at_once = max(self.at_once, max_batch_size * max(map(len, target), default=0))
        assert all(one[: len(self.prefix)] == self.prefix for one in target)
        assert offset == len(self.prefix)
        return [SimpleNamespace(log_probs=self._chances(one[offset:])) for one in target]

    def _chances(self, target):
        pairs = ((target[:place], piece) for place, piece in enumerate([*target, "</s>"]))
        return [log(0.9 if self._next(before)[0] == piece else 1e-4) for before, piece in pairs]

    def translate_batch(self, _, target_prefix, **__):
        ends = [self._next(one[len(self.prefix) :])[:-1] for one in target_prefix]
        return [SimpleNamespace(hypotheses=[[*a, *b]]) for a, b in zip(target_prefix, ends, strict=True)]


@pytest.fixture
def reader(tmp_path):
    (tmp_path / "shared_vocabulary.txt").write_text("\n".join(VOCABULARY), encoding="utf-8")
    return lambda prefix=(): Reader(Model(prefix), Pieces(), tmp_path, prefix)


@pytest.fixture
def read(reader):
    return lambda translation, prefix=(): reader(prefix).read(SOURCE, translation)


@pytest.mark.parametrize(
    ("translation", "found"),
    [
        ("the navies held a joint exercise.", None),
        ("the navies a joint exercise.", Unexpected("held", "a joint exercise.", is_left_out=True)),
        ("the navies held a joint.", Unexpected("exercise", ".", is_left_out=True)),
        ("the navies held joint exercise.", Unexpected("a", "joint exercise.", is_left_out=True)),
        ("the navies left a joint exercise.", Unexpected("held", "left", is_left_out=False)),
    ],
)
def test_what_is_left_out_or_replaced_is_found(read, translation, found):
    assert read(translation) == found
    assert read(translation, ["▁__en__"]) == found


def test_other_words_are_no_mistake_where_what_follows_is_as_likely(read, monkeypatch):
    """A drill is an exercise: the sentence would gain by the other word alone."""
    assert read("the navies held a joint drill.") is not None
    monkeypatch.setattr("generator.translate.unexpected.MUCH", 2 * MUCH + 4)
    assert read("the navies held a joint drill.") is None


def test_letters_the_model_does_not_know_are_read(read):
    assert read("the navies a joint Ж exercise.") == Unexpected("held", "a joint Ж", is_left_out=True)
    assert read("") is None or read("").is_left_out


def test_what_is_longer_than_a_model_takes_is_not_read(read):
    sentence = "the navies a joint exercise. "
    assert read(sentence * 70) is not None
    assert read(sentence * 80) is None


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("the exercise.", ["▁the", "▁exercise", "."]),
        ("the ЖЖ", ["▁the", "▁ЖЖ"]),
        ("  ", []),
    ],
)
def test_a_translation_is_cut_into_pieces_the_model_knows(reader, text, pieces):
    assert reader()._cut(text) == pieces


def test_many_letters_without_a_space_take_little_memory(reader):
    one = reader()
    one._cut("the")
    tracemalloc.start()
    assert "".join(one._cut("Ж" * 5_000)) == "▁" + "Ж" * 5_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_long_sentences_are_scored_few_at_a_time(reader):
    """Of each piece a model gives a number for all it knows: 16 of 450 took 4 GB in two threads."""
    one = reader()
    assert one.read(SOURCE, "the navies a joint exercise. " * 70) is not None
    assert 0 < one.translator.at_once <= 600
    one = reader()
    one.read(SOURCE, "the navies a joint exercise.")
    assert one.translator.at_once > 300


def test_a_package_of_an_older_kind_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("generator.translate.argos.load_tokenizer", lambda *_: object())
    monkeypatch.setattr("ctranslate2.Translator", lambda *_, **__: Model())
    with pytest.raises(PackageError, match=r"is of an older kind.*newer version"):
        ArgosEngine(package_of(folder=tmp_path)).read([(SOURCE, "The navies.")])


NAVIES = "两国海军在日本海举行联合演习。"
VISIT = "俄罗斯总统普京将于五月访问中国。"
COMMENT = "政府拒绝就报道发表评论。"
BRIEFING = "中国外交部发言人星期四在北京举行例行记者会。"


@pytest.mark.model
def test_a_real_model_finds_mistakes_and_lets_good_translations_be(engine):  # noqa: F811
    good = [
        (NAVIES, "The navies of both countries conducted joint exercises in the Sea of Japan."),
        (VISIT, "Russia's President Putin is to visit China in May."),
        (COMMENT, "The government declined to comment on the report."),
        (BRIEFING, "A spokesperson of China's Foreign Ministry held a regular press conference on Thursday."),
    ]
    assert engine.read(good) == [None] * len(good)
    bad = [
        (NAVIES, "The two navies a joint exercise in the Sea of Japan."),
        (VISIT, "Russian President Putin will leave China in May."),
        (COMMENT, "The government agreed to comment on the report."),
    ]
    assert engine.read(bad) == [
        Unexpected("held", "a joint exercise", is_left_out=True),
        Unexpected("visit", "leave", is_left_out=False),
        Unexpected("refused", "agreed", is_left_out=False),
    ]
