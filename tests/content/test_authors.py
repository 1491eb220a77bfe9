"""Who made a translation: as the baseline has it on record, sentence by sentence."""

from dataclasses import replace

import pytest

from generator.content.authors import MachineMade, author, hash_of, machine_made, record_of, with_record
from generator.content.entry_file import load_entry
from generator.content.history import EntryHistory
from generator.content.memory import Memory
from generator.content.merging import merge
from generator.model import Language, Rendering, Slug, Translation, TranslationBy
from generator.translate.learn import learn
from tests.builders import entry, segments

DE, EN = Language("de"), Language("en")
ARGOS, EDITOR = TranslationBy.ARGOS, TranslationBy.EDITOR
TWO = ("Eins kommt. Zwei geht.", "One comes. Two goes.")
MADE = entry(
    "e", blocks=segments(TWO, ("Drei liegt.", "Three lies.")), translation=Translation(EN, ARGOS, "pack 1")
)


@pytest.mark.parametrize(
    ("text", "by", "expected"),
    [
        ("One comes. Two goes.", None, ARGOS),
        ("Two goes.", None, ARGOS),
        ("*Two* goes. Three lies.[^1]", None, ARGOS),
        ("One comes. Two leaves.", None, EDITOR),
        ("Two", None, EDITOR),
        ("goes.", None, EDITOR),
        ("One comes", None, EDITOR),
        ("One comes. Two goes.", EDITOR, EDITOR),
        ("One comes. Two leaves.", ARGOS, EDITOR),
        ("![](x.png)", None, EDITOR),
    ],
)
def test_a_sentence_is_a_machines_where_the_record_has_it(text, by, expected):
    assert author(Rendering(EN, text, by), machine_made(MADE)) is expected


def test_what_stands_in_a_persons_paragraph_too_is_a_machines_where_a_machine_wrote_it():
    first, second = MADE.segments
    signed = replace(first, rendering=Rendering(EN, "One came. Three lies.", EDITOR))
    made = machine_made(replace(MADE, blocks=(signed, second)))
    assert author(Rendering(EN, "*Three* lies."), made) is ARGOS
    assert author(Rendering(EN, "One came."), made) is EDITOR


def test_a_mark_records_what_the_baseline_says_otherwise_now():
    first, *rest = MADE.segments
    said = replace(MADE, blocks=(with_record(first, [hash_of("One came.")]), *rest))
    assert author(Rendering(EN, "One came. Two goes."), machine_made(said)) is ARGOS
    assert author(Rendering(EN, "One came. Two goes."), machine_made(MADE)) is EDITOR
    assert record_of(Rendering(EN, "One came. Two left."), machine_made(said)) == [hash_of("One came.")]


HEAD = (
    "---\ntitle: T\nlanguage: de\nkind: article\nsource: {seed: a.txt, sha256: b}\n"
    "translation: {language: en, by: argos, package: pack 1}\n---\n\n"
)


BODY = (
    "Eins kommt. Zwei geht.\n{: #s1 lang=de }\n\nOne comes. Two goes.\n{: lang=en }\n\n"
    "Drei liegt.\n{: #s2 lang=de }\n\nThree lies.\n{: lang=en }\n"
)


def history(text: str, baseline: str) -> EntryHistory:
    return EntryHistory(load_entry(text, Slug("e"), "e"), load_entry(baseline, Slug("e"), "baseline"))


def merged(baseline: str, edited: str, made: str, *by_machine: str) -> EntryHistory:
    by_memory = MachineMade(hashes=frozenset(by_machine))
    result = merge(baseline, edited, load_entry(made, Slug("e"), "made"), by_memory)
    return history(result.text, result.baseline)


def test_of_a_paragraph_with_a_persons_sentence_the_others_stay_the_machines():
    mine = BODY.replace("Two goes.", "Two leaves.")
    mixed = mine.replace("leaves.\n{: lang=en }", "leaves.\n{: lang=en by=editor }")
    # The machine's word for "kommt" is another one now.
    made = mixed.replace("One comes.", "One arrives.")
    one = merged(HEAD + BODY, HEAD + mine, HEAD + made, hash_of("One arrives."))
    (first, second) = one.entry.segments
    assert one.is_editors(first)
    assert not one.is_editors(second)
    assert first.rendering.text == "One arrives. Two leaves."
    # Who saves the file as it was before brings the machine's former sentence back.
    assert one.machine_made.has("One comes.", EN)
    assert not one.machine_made.has("Two leaves.", EN)
    taught = learn(Memory(), [one]).memory.pairs.values()
    assert [(pair.source, pair.target) for pair in taught] == [("Zwei geht.", "Two leaves.")]


def test_telling_the_languages_the_other_way_round_makes_nobody_an_author():
    swapped = BODY.replace("liegt.\n{: #s2 lang=de }", "liegt.\n{: #s2 lang=en }").replace(
        "Three lies.\n{: lang=en }", "Three lies.\n{: lang=de }"
    )
    for _ in range(2):
        one = merged(HEAD + BODY, HEAD + swapped, HEAD + BODY)
        assert not any(one.is_editors(segment) for segment in one.entry.segments)
    assert not learn(Memory(), [one]).memory.pairs


def test_a_translation_that_came_to_stand_below_another_paragraph_is_parted_from_it():
    moved = (
        "Eins kommt. Zwei geht.\n{: #s1 lang=de }\n\nThree lies.\n{: lang=en }\n\n"
        "Drei liegt.\n{: #s2 lang=de }\n"
    )
    one = merged(HEAD + BODY, HEAD + moved, HEAD + BODY)
    assert one.entry.segments[0].rendering is None


def test_what_does_not_end_as_sentences_do_is_known_where_it_stands_whole():
    made = machine_made(replace(MADE, blocks=segments((TWO[0], "«one comes.» two goes, too. And three"))))
    assert author(Rendering(EN, "two goes, too."), made) is ARGOS
    assert author(Rendering(EN, "And three"), made) is ARGOS
    assert author(Rendering(EN, "two goes"), made) is EDITOR
    assert author(Rendering(EN, "goes, too."), made) is EDITOR
    quoted = machine_made(replace(MADE, blocks=segments((TWO[0], "[en] One comes. [en] Two goes."))))
    assert author(Rendering(EN, "[en] Two goes."), quoted) is ARGOS
    assert author(Rendering(EN, "Two goes."), quoted) is EDITOR
