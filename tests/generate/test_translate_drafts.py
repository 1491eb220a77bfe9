"""Drafts get their translations: nothing known is asked for again, and who made it is kept."""

from dataclasses import replace

import pytest

from generator.content.entry_file import dump_entry, load_entry
from generator.content.history import EntryHistory
from generator.content.memory import Memory, Pair
from generator.errors import PackageError
from generator.generate import translate_drafts as stage
from generator.generate.draft import Draft
from generator.generate.translate_drafts import translate_drafts
from generator.language.markup import escape, plain
from generator.model import Language, Slug, Translation, TranslationBy
from generator.translate.engine import EngineOutput
from generator.translate.learn import learn
from tests.builders import draft
from tests.engines import CrashingEngine, FakeEngine

DE, EN, ZH = Language("de"), Language("en"), Language("zh")
TARGETS = {DE: EN}
ARGOS, EDITOR = TranslationBy.ARGOS, TranslationBy.EDITOR


def titled(*texts: str, title: str = "Titel", **values) -> Draft:
    seed, language = values.pop("seed", "a.txt"), values.pop("language", DE)
    return draft(*map(escape, texts), seed=seed, language=language, entry={"title": title, **values})


def pair(source: str, target: str, by: TranslationBy = EDITOR) -> Pair:
    return Pair(DE, EN, source, target, by, "translate-de_en 1.2" if by is ARGOS else None)


def run(drafts, engine=None, memory=None, targets=TARGETS):
    return translate_drafts(drafts, targets, memory or Memory(), lambda *_: engine)


def renderings(one: Draft) -> list[str | None]:
    return [segment.rendering and plain(segment.rendering.text) for segment in one.segments]


def test_every_sentence_is_sent_once_in_one_batch_in_order():
    """However often and in however many drafts it stands; titles too."""
    engine = FakeEngine()
    run(
        [
            titled("Eins ist da. Zwei kommt.", "Eins ist da."),
            titled("Zwei kommt. Drei geht.", seed="b.txt", title="Anderes"),
        ],
        engine,
    )
    assert engine.calls == [["Titel", "Eins ist da.", "Zwei kommt.", "Anderes", "Drei geht."]]


def test_the_engine_gets_the_text_a_reader_sees():
    engine = FakeEngine()
    run([titled("Preise [2023] * <b>hoch</b> & mehr")], engine)
    assert "Preise [2023] * <b>hoch</b> & mehr" in engine.sentences


def test_paragraphs_title_and_provenance_are_filled_in():
    (one,), memory = run([titled("Eins ist da. Zwei kommt.")], FakeEngine())
    assert renderings(one) == ["[en] Eins ist da. [en] Zwei kommt."]
    assert one.segments[0].rendering.text == "\\[en\\] Eins ist da. \\[en\\] Zwei kommt."
    assert one.segments[0].rendering.by is None
    assert one.entry.translation == Translation(EN, ARGOS, "translate-de_en 1.3")
    assert (one.entry.title, one.entry.translated_title) == ("Titel", "[en] Titel")
    by_whom = {p.source: (p.by, p.package) for p in memory.pairs.values()}
    assert by_whom.keys() == {"Titel", "Eins ist da.", "Zwei kommt."}
    assert set(by_whom.values()) == {(ARGOS, "translate-de_en 1.3")}


def test_what_the_memory_knows_is_not_sent():
    engine = FakeEngine()
    memory = Memory([pair("Eins ist da.", "One.", ARGOS), pair("Titel", "Title", ARGOS)])
    (one,), _ = run([titled("Eins ist da. Zwei kommt.")], engine, memory)
    assert engine.calls == [["Zwei kommt."]]
    assert renderings(one) == ["One. [en] Zwei kommt."]


def test_when_all_is_known_no_engine_is_asked_for():
    def refuse(*_):
        raise AssertionError("an engine was asked for")

    first, memory = run([titled("Eins ist da.")], FakeEngine())
    second, same = translate_drafts([titled("Eins ist da.")], TARGETS, memory, refuse)
    assert (second, same.pairs) == (first, memory.pairs)


def test_a_persons_pair_wins_over_the_engine():
    engine = FakeEngine()
    (one,), memory = run([titled("Eins ist da.")], engine, Memory([pair("Eins ist da.", "One is here.")]))
    assert renderings(one) == ["One is here."]
    assert "Eins ist da." not in engine.sentences
    assert memory.lookup("Eins ist da.", DE, EN).by is EDITOR


def test_a_persons_paragraph_wins_over_its_sentences():
    memory = Memory([pair("Eins ist da. Zwei kommt.", "Both."), pair("Eins ist da.", "One.", ARGOS)])
    engine = FakeEngine()
    (one,), _ = run([titled("Eins ist da. Zwei kommt.")], engine, memory)
    assert renderings(one) == ["Both."]
    assert engine.sentences == ["Titel"]


def test_in_a_mixed_entry_the_persons_paragraph_is_marked():
    memory = Memory([pair("Eins ist da.", "One.")])
    (one,), _ = run([titled("Eins ist da.", "Zwei kommt.", "Eins ist da. Zwei kommt.")], FakeEngine(), memory)
    assert one.entry.translation == Translation(EN, ARGOS, "translate-de_en 1.3")
    assert [segment.rendering.by for segment in one.segments] == [EDITOR, None, None]


def test_an_entry_all_by_a_person_is_labelled_as_that():
    memory = Memory([pair("Eins ist da.", "One.")])
    (one,), _ = run([titled("Eins ist da.")], None, memory)
    assert one.entry.translation == Translation(EN, EDITOR)
    assert one.segments[0].rendering.by is None
    assert (one.entry.title, one.entry.translated_title) == ("Titel", None)


def test_what_is_labelled_as_a_persons_is_learnt_again_and_nothing_else():
    """Machine output never turns into a person's on the way through an entry."""
    memory = Memory([pair("Eins ist da.", "One.")])
    (one,), _ = run([titled("Eins ist da.", "Zwei kommt.", "Eins ist da. Drei geht.")], FakeEngine(), memory)
    learnt = list(learn(Memory(), [EntryHistory(one.entry, None, None)]).memory.pairs.values())
    assert learnt == [pair("Eins ist da.", "One.")]


def test_without_engine_and_memory_a_draft_stays_as_it_is():
    given = titled("Eins ist da.")
    drafts, memory = run([given])
    assert drafts == [given]
    assert memory.pairs == {}


def test_a_paragraph_is_translated_whole_or_not_at_all():
    memory = Memory([pair("Eins ist da.", "One."), pair("Drei geht.", "Three.")])
    (one,), _ = run([titled("Eins ist da. Zwei kommt.", "Drei geht.")], None, memory)
    assert renderings(one) == [None, "Three."]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_languages_without_a_target_are_not_sent(language):
    engine = FakeEngine()
    given = titled("Un deux.", language=Language(language))
    assert run([given], engine)[0] == [given]
    assert engine.calls == []


def test_a_language_set_to_itself_is_not_sent():
    engine = FakeEngine()
    given = titled("Eins.")
    assert run([given], engine, targets={DE: DE})[0] == [given]
    assert engine.calls == []


def test_a_title_that_is_already_in_the_sites_language_is_not_translated():
    engine = FakeEngine()
    given = titled("Eins ist da.", title="Press conference", original_title="Pressekonferenz")
    (one,), _ = run([given], engine)
    assert engine.sentences == ["Eins ist da."]
    assert (one.entry.title, one.entry.original_title) == ("Press conference", "Pressekonferenz")


def test_each_language_pair_has_its_own_engine_and_batch():
    engines = {(DE, EN): FakeEngine(), (ZH, EN): FakeEngine("zh", "en", "1.9")}
    drafts, _ = translate_drafts(
        [titled("Eins ist da."), titled("水。", seed="b.txt", language=ZH, title="水")],
        {DE: EN, ZH: EN},
        Memory(),
        lambda *asked: engines[asked],
    )
    assert engines[ZH, EN].calls == [["水", "水。"]]
    assert [one.entry.translation.package for one in drafts] == ["translate-de_en 1.3", "translate-zh_en 1.9"]


@pytest.mark.parametrize(("expected", "error"), [(True, PackageError), (False, RuntimeError)])
def test_an_engine_that_crashes_is_the_callers_to_deal_with(expected, error):
    with pytest.raises(error):
        run([titled("Eins ist da.")], CrashingEngine(expected=expected))


def test_no_drafts_ask_for_no_engine():
    engine = FakeEngine()
    assert run([], engine)[0] == []
    assert engine.calls == []


class _Answering(FakeEngine):
    def __init__(self, answer: str) -> None:
        super().__init__()
        self.answer = answer

    def translate(self, sentences):
        super().translate(sentences)
        return [EngineOutput(self.answer)] * len(sentences)


@pytest.mark.parametrize("answer", ["", " ", "{: #s9 lang=en }", "# a", "<b>x</b>"])
def test_whatever_an_engine_answers_the_entry_can_be_read_back(answer):
    """An answer without text is no translation; any other stands in one paragraph."""
    (one,), _ = run([titled("Eins ist da.", "Zwei kommt.")], _Answering(answer))
    entry = replace(one.entry, slug=Slug("a"), title="T", translated_title=None)
    loaded = load_entry(dump_entry(entry), Slug("a"), "a.md")
    assert loaded == entry
    assert {s.id for s in loaded.segments if s.rendering} == ({"s1", "s2"} if answer.strip() else set())


def test_an_answer_without_text_leaves_the_title_as_it_was():
    (one,), _ = run([titled("Eins ist da.")], _Answering(""))
    assert one.entry.title == "Titel"


@pytest.mark.parametrize(("engine", "asked"), [(None, 1), (FakeEngine(), 3)])
def test_what_would_help_terms_is_looked_for_only_where_an_engine_can_be_asked(monkeypatch, engine, asked):
    looked_at = []

    def needed(source, *_):
        looked_at.append(source)
        return ["a term"]

    monkeypatch.setattr(stage, "needed", needed)
    monkeypatch.setattr(stage, "ROUNDS", 1)
    texts = ("Eins.", "Zwei.", "Drei.")
    run([titled(*texts, title="Eins.")], engine, Memory(pair(text, text, ARGOS) for text in texts))
    assert len(looked_at) == asked
