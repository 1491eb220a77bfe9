"""Machines' translations are put right where they break a term, and stay letter for letter elsewhere."""

import pytest

from generator.checks.pairs import Knowledge
from generator.checks.pairs.change import judge_by
from generator.content.memory import Memory, Pair, dump_memory
from generator.generate.draft import Draft
from generator.generate.translate_drafts import translate_drafts
from generator.language.markup import escape, plain
from generator.model import Language, Term, TranslationBy
from generator.terms import TermBase
from generator.terms.compliance import demands
from generator.terms.enforce import enforce, needed
from generator.terms.stand_ins import mark, unmark
from generator.translate.engine import EngineOutput
from tests.builders import draft
from tests.effort import filled, is_linear
from tests.engines import FakeEngine
from tests.terms.test_compliance import RECORDS, TERMS, term

DE, EN = Language("de"), Language("en")
ARGOS, EDITOR = TranslationBy.ARGOS, TranslationBy.EDITOR
GLOSSARY = TERMS.between(DE, EN)


def nothing(_: str) -> None:
    return None


def marked_all(source: str, glossary):
    """Put stand-ins in the place of the terms of a sentence, as if none were right."""
    return mark(source, glossary, [demand.rendering for demand in demands(source, glossary)])


def put_right(source: str, raw: str, **known: str) -> str:
    return enforce(source, raw, GLOSSARY, {k.replace("_", " "): v for k, v in known.items()}.get).text


@pytest.mark.parametrize(
    ("source", "raw", "expected"),
    [
        # German spelling kept
        ("Peking antwortet.", "Peking responds.", "Beijing responds."),
        ("Pekings Antwort.", "Peking's answer.", "Beijing's answer."),
        ("Schoigus Besuch.", "Schoigus visit.", "Shoigu's visit."),
        ("Schoigus Besuch.", "Schoigu's visit.", "Shoigu's visit."),
        ("Sergej Schoigu kam.", "Sergej Schoigu came.", "Sergei Shoigu came."),
        ("Wladiwostok liegt am Meer.", "Wladiwostok is by the sea.", "Vladivostok is by the sea."),
        # half translated
        (
            "30 Jahre der strategischen Koordinierungspartnerschaft.",
            "30 years of the strategic Koordinierungspartnerschaft.",
            "30 years of the strategic partnership of coordination.",
        ),
        ("Andrej Beloussow kam.", "Andrei Beloussow came.", "Andrei Belousov came."),
        ("Andrej Beloussow kam.", "Andrej Belousov came.", "Andrei Belousov came."),
        # another spelling, another rendering
        ("Andrej Beloussow kam.", "Andrey Belousov came.", "Andrei Belousov came."),
        (
            "die strategische Koordinierungspartnerschaft",
            "the Strategic Coordination Partnership",
            "the strategic partnership of coordination",
        ),
        (
            "zwei strategische Koordinierungspartnerschaften",
            "two strategic coordination partnerships",
            "two strategic partnerships of coordination",
        ),
        # start of a sentence, after a quote too
        (
            "Strategische Koordinierungspartnerschaft nützt.",
            "Strategic coordination partnership helps.",
            "Strategic partnership of coordination helps.",
        ),
        (
            "„Strategische Koordinierungspartnerschaft“ heißt es.",
            "“Strategic coordination partnership”, it says.",
            "“Strategic partnership of coordination”, it says.",
        ),
        # twice, and once wrong
        ("Peking und Peking.", "Peking and Peking.", "Beijing and Beijing."),
        ("Peking und Peking.", "Beijing and Peking.", "Beijing and Beijing."),
        ("Peking bleibt.", "Peking and the Peking duck stay.", "Beijing and the Peking duck stay."),
        # overlapping: the longer one wins
        (
            "die umfassende strategische Koordinierungspartnerschaft",
            "the umfassende strategische Koordinierungspartnerschaft",
            "the comprehensive strategic partnership of coordination",
        ),
        # inside a word
        ("Peking.", "Pekingese of Peking.", "Pekingese of Beijing."),
        # several
        (
            "Schoigu und Beloussow in Peking",
            "Schoigu and Beloussow in Peking",
            "Shoigu and Belousov in Beijing",
        ),
        # the article before it
        (
            "eine gemeinsame Übung",
            "an gemeinsame Übung",
            "a joint exercise",
        ),
    ],
)
def test_a_broken_term_is_put_right_in_place(source, raw, expected):
    assert enforce(source, raw, GLOSSARY, nothing).text == expected


@pytest.mark.parametrize(
    ("source", "raw"),
    [
        ("Er spielt keine Rolle.", "Peking plays no role."),
        ("Peking", "Beijing"),
        ("gemeinsame Übung", "joint drills  at sea"),
        ("Andrej Beloussow kam.", "Belousov came."),
        ("", ""),
        ("Peking", ""),
    ],
)
def test_what_is_right_or_not_asked_for_stays(source, raw):
    assert enforce(source, raw, GLOSSARY, nothing).text == raw


def test_enforcing_twice_changes_nothing():
    once = put_right("Schoigus Besuch in Peking", "Schoigus visit to Peking")
    assert put_right("Schoigus Besuch in Peking", once) == once


def test_what_the_engine_makes_of_the_term_alone_is_replaced():
    assert (
        put_right(
            "Die gemeinsame Übung endet.",
            "The common manoeuvre ends.",
            gemeinsame_Übung="Common manoeuvre.",
        )
        == "The joint exercise ends."
    )


@pytest.mark.parametrize(
    "alone", ["the", "And.", "a thing of", "", "!", "one two three four five six", "The"]
)
def test_what_can_be_no_rendering_is_not_replaced(alone):
    raw = "And the thing of one two three four five six ends."
    assert put_right("Die gemeinsame Übung endet.", raw, gemeinsame_Übung=alone) == raw


def test_a_name_is_not_taken_for_common_words():
    assert put_right("Schoigu sagt es.", "Get it wrong.", Schoigu="Get it wrong.") == "Get it wrong."


def test_what_could_not_be_put_right_is_told():
    done = enforce("Peking schweigt.", "China is silent.", GLOSSARY, nothing)
    assert [str(broken) for broken in done.broken] == ["“Peking” is to be “Beijing”"]
    assert done.text == "China is silent."


def test_the_term_alone_is_asked_first_and_then_the_sentence_with_a_stand_in():
    known: dict[str, str] = {}
    source, raw = "Pekings Haltung bleibt.", "China's stance remains."
    assert needed(source, raw, GLOSSARY, known.get) == ["Peking", "Pekings"]
    known |= {"Peking": "Capital", "Pekings": "Capital's"}
    assert needed(source, raw, GLOSSARY, known.get) == ["Smith Haltung bleibt."]
    known["Smith Haltung bleibt."] = "Smith's stance remains."
    assert needed(source, raw, GLOSSARY, known.get) == []
    assert enforce(source, raw, GLOSSARY, known.get).text == "Beijing's stance remains."


def test_a_sentence_that_obeys_needs_nothing():
    assert needed("Pekings Haltung", "Peking's stance", GLOSSARY, nothing) == []
    assert needed("Seine Haltung", "His stance", GLOSSARY, nothing) == []


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        ("They deepen Smith today.", "They deepen the strategic partnership of coordination today."),
        ("Smith grows today.", "The strategic partnership of coordination grows today."),
        ("It ended. Smith grows.", "It ended. The strategic partnership of coordination grows."),
        ("They deepen the Smith.", "They deepen the strategic partnership of coordination."),
        ("They deepen their new Smith.", "They deepen their new strategic partnership of coordination."),
        ("On the way to Smith they go.", "On the way to the strategic partnership of coordination they go."),
        ("They saw a Smith.", "They saw a strategic partnership of coordination."),
        ("They deepen Smiths.", "They deepen the strategic partnerships of coordination."),
        ("Smith's end is near.", "The strategic partnership of coordination's end is near."),
        ("They saw it.", None),  # lost
        ("Smith saw Smith.", None),  # doubled
        ("Smith " + "on and on " * 10, None),  # a loop
    ],
)
def test_a_stand_in_gives_way_to_the_term(translation, expected):
    marked = marked_all("Sie vertiefen die strategische Koordinierungspartnerschaft.", GLOSSARY)
    assert marked.text == "Sie vertiefen die Smith."
    assert unmark(marked, translation, "They deepen the partnership.", EN) == expected


def test_a_translation_with_a_stand_in_that_lost_a_number_is_not_used():
    marked = marked_all("Peking hat 30 Schiffe.", GLOSSARY)
    assert unmark(marked, "Smith has ships.", "It has 30 ships.", EN) is None
    assert (
        unmark(marked, "Smith has thirty ships.", "It has thirty ships.", EN) == "Beijing has thirty ships."
    )


def test_a_stand_in_is_no_name_of_the_sentence():
    assert marked_all("Smith und Brown in Peking", GLOSSARY).text == "Smith und Brown in Wilson"


def test_a_genitive_has_a_stand_in_with_an_s():
    assert marked_all("Schoigus Besuch", GLOSSARY).text == "Smiths Besuch"


def test_two_stand_ins_are_the_most():
    terms = TermBase([term(f"Wort{n}", f"word{n}") for n in range(9)])
    marked = marked_all(" ".join(f"Wort{n}" for n in range(4)), terms.between(DE, EN))
    assert marked.text == "Smith Brown Wort2 Wort3"


def test_what_is_right_has_no_stand_in():
    source = "Schoigu, Putin und Peking schweigen."
    raw, known = "Shoigu, Putin and China are silent.", {"Peking": "Capital"}
    assert needed(source, raw, GLOSSARY, known.get) == ["Schoigu, Putin und Smith schweigen."]


SOURCE = "Am Dienstag nahm Peking mit 3 Schiffen teil, sagte Müller."
WITH_STAND_IN = "Am Dienstag nahm Smith mit 3 Schiffen teil, sagte Müller."
RAW = "On Tuesday, China took part with 3 ships, Müller said."


@pytest.mark.parametrize(
    ("translation", "is_taken"),
    [
        ("On Tuesday, Smith took part with 3 ships, Müller said.", True),
        ("Smith took part with 3 ships, Müller said.", False),  # the day is lost
        ("On Tuesday, Smith took part with ships, Müller said.", False),  # a number is lost
        ("On Tuesday, Smith took part with 3 ships, he said.", False),  # a name is lost
        ("On Tuesday, Smith, Russia, took part with 3 ships, Müller said.", False),  # one came
    ],
)
def test_a_sentence_with_stand_ins_is_taken_where_it_says_no_less(translation, is_taken):
    known = {"Peking": "Capital", WITH_STAND_IN: translation}
    done = enforce(SOURCE, RAW, GLOSSARY, known.get, judge_by(Knowledge(terms=TERMS)))
    assert done.text == (translation.replace("Smith", "Beijing") if is_taken else RAW)
    assert bool(done.broken) is not is_taken


def test_a_rendering_that_may_not_stand_holds_up_no_other():
    terms = TermBase([term("Segler", "yacht", "schooner"), term("Seemeilen", "leagues", "nautical miles")])
    judge = judge_by(Knowledge(terms=terms))
    source, raw = "Der Segler fuhr 200 Seemeilen.", "The schooner sailed 200 nautical miles."
    done = enforce(source, raw, terms.between(DE, EN), nothing, judge)
    assert done.text == "The yacht sailed 200 nautical miles."
    assert [one.source for one in done.broken] == ["Seemeilen"]


def test_an_abbreviated_unit_is_the_one_it_stands_for():
    terms = TermBase([term("Seemeilen", "nmi", "nautical miles")])
    judge = judge_by(Knowledge(terms=terms))
    raw = "The schooner sailed 200 nautical miles."
    done = enforce("Der Segler fuhr 200 Seemeilen.", raw, terms.between(DE, EN), nothing, judge)
    assert done.text == "The schooner sailed 200 nmi."


@pytest.mark.parametrize(
    ("source", "raw", "expected"),
    [
        ("Es sind zwei Bierkrüge.", "There are two jugs.", "There are two beer mugs."),
        ("Es sind 200 Seemeilen.", "It is 200 Seemeiles.", "It is 200 nmi."),
        ("Es sind 200 Seemeilen.", "It is 200 sea miles.", "It is 200 nmi."),
    ],
)
def test_an_abbreviated_unit_has_no_plural(source, raw, expected):
    terms = TermBase(
        [term("Bierkrüge", "beer mug", "jugs"), term("Seemeilen", "nmi", "Seemeiles", "sea miles")]
    )
    assert enforce(source, raw, terms.between(DE, EN), nothing).text == expected


@pytest.mark.parametrize(
    ("source", "raw", "expected"),
    [
        ("Die Große Kappe hält.", "The Great Kappe holds.", "The Great Hood holds."),
        # Words of four letters may be words of the other language as well.
        ("Die Große Elle hält.", "The Great Elle holds.", "The Great Elle holds."),
    ],
)
def test_a_term_half_translated_is_known_by_a_long_word(source, raw, expected):
    terms = TermBase([term("Große Kappe", "Great Hood"), term("Große Elle", "Great Yard")])
    assert enforce(source, raw, terms.between(DE, EN), nothing).text == expected


def test_into_other_languages_only_names_have_stand_ins():
    glossary = TERMS.between(EN, DE)
    assert marked_all("the strategic partnership of coordination", glossary) is None
    assert marked_all("Shoigu spoke", glossary).text == "Smith spoke"


@pytest.mark.parametrize("text", ["Peking ", "Sergej Schoigu ", "strategische Koordinierungspartnerschaft "])
def test_the_effort_grows_with_the_text(text):
    def put_all_right(size: int) -> None:
        enforce(filled(text, size), filled(text, size), GLOSSARY, nothing)

    assert is_linear(put_all_right, 5_000, 20_000)


# In the stage


class Engine(FakeEngine):
    """Answers from a table, else as the fake one."""

    def __init__(self, **answers: str) -> None:
        super().__init__()
        self.answers = {key.replace("_", " "): value for key, value in answers.items()}

    def translate(self, sentences):
        made = super().translate(sentences)
        return [
            EngineOutput(self.answers.get(sentence, one.text))
            for sentence, one in zip(sentences, made, strict=True)
        ]


def titled(*texts: str, title: str = "Titel") -> Draft:
    return draft(*map(escape, texts), entry={"title": title})


def run(one: Draft, engine=None, memory=None, terms=TERMS):
    (done,), memory = translate_drafts([one], {DE: EN}, memory or Memory(), lambda *_: engine, terms)
    return done, memory


def texts_of(one: Draft) -> list[str | None]:
    return [segment.rendering and plain(segment.rendering.text) for segment in one.segments]


def test_paragraphs_and_titles_obey_and_the_memory_keeps_what_the_engine_wrote():
    done, memory = run(titled("Peking schweigt. Er geht.", title="Schoigu in Peking"), FakeEngine())
    assert texts_of(done) == ["[en] Beijing schweigt. [en] Er geht."]
    assert (done.entry.title, done.entry.translated_title) == ("Schoigu in Peking", "[en] Shoigu in Beijing")
    assert memory.lookup("Peking schweigt.", DE, EN).target == "[en] Peking schweigt."
    assert done.broken_terms == ()


def test_without_terms_the_engine_is_asked_once():
    engine = FakeEngine()
    run(titled("Peking schweigt."), engine, terms=None)
    assert engine.calls == [["Titel", "Peking schweigt."]]


def test_further_texts_are_asked_for_once_and_remembered():
    engine = Engine(Peking_schweigt="x", Peking="Capital", Smith_schweigt="Smith is silent")
    one = titled("Peking schweigt")
    done, memory = run(one, engine)
    assert engine.calls == [["Titel", "Peking schweigt"], ["Peking"], ["Smith schweigt"]]
    assert texts_of(done) == ["Beijing is silent"]
    assert {pair.source for pair in memory.pairs.values() if pair.is_help} == {"Peking", "Smith schweigt"}
    assert "Smith" not in dump_memory(memory)
    again, same = run(one, None, memory)
    assert (again, same) == (done, memory)


def test_a_persons_pair_is_never_altered():
    memory = Memory([Pair(DE, EN, "Peking schweigt.", "Peking keeps quiet.", EDITOR)])
    engine = FakeEngine()
    done, _ = run(titled("Peking schweigt."), engine, memory)
    assert texts_of(done) == ["Peking keeps quiet."]
    assert engine.calls == [["Titel"]]
    assert done.broken_terms == ()


def test_a_change_of_the_terms_shows_without_translating_again():
    one = titled("Peking schweigt.")
    _, memory = run(one, FakeEngine())
    terms = TermBase([Term({DE: ("Peking",), EN: ("Peiping",)}, article=False)])
    engine = FakeEngine()
    done, _ = run(one, engine, memory, terms)
    assert texts_of(done) == ["[en] Peiping schweigt."]
    assert engine.calls == []
    assert texts_of(run(one, engine, memory, TermBase())[0]) == ["[en] Peking schweigt."]


def test_a_term_that_stays_broken_is_told_with_its_segment():
    memory = Memory(
        [
            Pair(DE, EN, "In Peking.", "There.", ARGOS),
            Pair(DE, EN, "Er geht nicht.", "He does not go.", ARGOS),
        ]
    )
    done, _ = run(titled("Er geht nicht.", "In Peking.", title="In Peking."), None, memory)
    assert [(broken.segment, str(broken.violation)) for broken in done.broken_terms] == [
        (None, "“Peking” is to be “Beijing”"),
        ("s2", "“Peking” is to be “Beijing”"),
    ]


def test_a_term_cannot_become_markup():
    hostile = "<script>alert(1)</script> [x](javascript:y) {: onclick=z }"
    terms = TermBase([term("Peking", hostile)])
    done, _ = run(titled("Peking * `schweigt` <b>"), FakeEngine(), terms=terms)
    assert texts_of(done) == [f"[en] {hostile} * `schweigt` <b>"]
    text = done.segments[0].rendering.text
    assert "<" not in text
    assert text == escape(plain(text))


def test_records_alone_give_names():
    done, _ = run(titled("Sergej Schoigu kam."), FakeEngine(), terms=TermBase([], RECORDS))
    assert texts_of(done) == ["[en] Sergei Shoigu kam."]


@pytest.mark.parametrize(
    ("term_en", "raw", "expected"),
    [
        ("seaman", "Two Leute came.", "Two Leute came."),
        ("seaman", "Two sailors came.", "Two seamen came."),
        ("headquarters", "Two bases came.", "Two headquarters came."),
        ("series of tests", "Two trials came.", "Two series of tests came."),
        ("nmi", "Two miles came.", "Two nmi came."),
        ("lorry", "Two trucks came.", "Two lorries came."),
        ("combat aircraft", "Two trucks came.", "Two combat aircraft came."),
        ("handicraft", "Two trucks came.", "Two handicrafts came."),
        ("raft", "Two trucks came.", "Two rafts came."),
        ("lorry", "One truck came.", "One lorry came."),
    ],
)
def test_a_term_in_the_plural_is_written_as_english_does(term_en, raw, expected):
    glossary = TermBase([term("Wort", term_en, "sailor", "base", "trial", "mile", "truck")]).between(DE, EN)
    made = enforce("Zwei Wort kamen.", raw, glossary, nothing)
    assert made.text == expected
    assert bool(made.broken) is (raw == expected)
