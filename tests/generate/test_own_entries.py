"""What editors write without a seed is translated, too, and nothing of it is changed."""

import pytest

from generator.content.library import load_library
from generator.content.memory import load_memory
from generator.content.paths import ContentPaths
from generator.content.translation_state import segment_states
from tests import kinds
from tests.cli.support import run as chronology
from tests.engines import FakeEngine
from tests.generate.editor_world import SentenceEngine
from tests.generate.runs import (
    DE,
    EN,
    FIRST,
    SECOND,
    THIRD,
    add_seed,
    all_issues,
    content_of,
    entries,
    forget,
    pairs,
    run,
)

HEAD = "---\ntitle: Eigenes  # mine\ndate: '2023-12'\nlanguage: de\n---\n\n"
NOTE = "- eine Liste\n- mit Punkten\n\n"
OWN = f"{HEAD}{FIRST}\n\n{NOTE}{SECOND}[^1]\n\n[^1]: Notiz.\n"


@pytest.fixture
def own(project):
    path = project / "content/entries/own.md"
    path.write_text(OWN, "utf-8")
    return path


def state_of(project):
    library = load_library(project / "content", kinds.TOPIC)
    assert not library.issues
    (entry,) = library.entries.values()
    return [str(state) for state in segment_states(library.history(entry), EN).values()]


def translation(text: str) -> str:
    return f"\n\n\\[en\\] {text}\n{{: lang=en }}\n"


def test_translations_stand_below_what_was_typed(project, own):
    told = [str(issue) for issue in all_issues(run(project, FakeEngine()))]
    assert told == [
        "content/entries/own.md: 2 of its paragraphs translated by translate-de_en 1.3; "
        "read it; what you change in it stays"
    ]
    text = own.read_text("utf-8")
    for paragraph in (FIRST, SECOND):
        assert translation(paragraph) in text
    rest = [line for line in text.split("\n") if not line.startswith(("{:", "\\[en\\]"))]
    typed = [line for line in OWN.split("\n") if line]
    assert [line for line in rest if line in typed] == typed
    assert [line for line in rest if line and line not in typed] == [
        "translation:", "  language: en", "  by: argos", "  package: translate-de_en 1.3",
    ]  # fmt: skip
    assert state_of(project) == ["machine", "machine"]
    before = content_of(project)
    assert not all_issues(run(project, FakeEngine()))
    assert content_of(project) == before


def test_without_a_package_nothing_is_written(project, own):
    run(project)
    assert own.read_text("utf-8") == OWN


BY_HAND = f"{HEAD}{FIRST}\n{{: #s1 lang=de }}\n\nMine.\n{{: lang=en }}\n"


@pytest.mark.parametrize(
    "text",
    [
        OWN.replace("language: de", "language: de\ndraft: true"),
        OWN.replace("language: de", "language: en"),
        BY_HAND,
    ],
    ids=["draft", "in the site's language", "by hand"],
)
def test_what_needs_no_machine_stays_as_it_is(project, own, text):
    own.write_text(text, "utf-8")
    run(project, FakeEngine())
    assert own.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("header", "is_told"),
    [
        ("language: de", True),
        ("language: de\ndraft: true", False),
        ("language: de\ntranslation: {language: en, by: editor, reviewed_by: Ann}", False),
    ],
    ids=["published", "draft", "reviewed"],
)
def test_no_package_is_asked_for_where_generate_translates_nothing(project, own, header, is_told):
    own.write_text(OWN.replace("language: de", header), "utf-8")
    told = [chronology(project, command).stdout for command in ("check", "status")]
    assert all("missing" in one or "no translation" in one for one in told)
    assert ["model install" in one for one in told] == [is_told, is_told]


def test_who_corrects_a_translation_of_their_own_is_not_offered_what_it_was(project, own):
    own.write_text(BY_HAND, "utf-8")
    run(project, FakeEngine())
    own.write_text(BY_HAND.replace("Mine.", "My own."), "utf-8")
    assert "kept as a person left it" not in chronology(project, "check").stdout
    assert "0 offered" in chronology(project, "review", "own").stdout


def test_what_was_reviewed_stays_and_is_older_than_its_source(project, own):
    run(project, FakeEngine())
    chronology(project, "review", "own", "--by", "Ann")
    text = own.read_text("utf-8").replace(f"\n{FIRST}\n", f"\n{FIRST} Auch heute.\n")
    own.write_text(text, "utf-8")
    assert not all_issues(run(project, FakeEngine()))
    assert own.read_text("utf-8") == text
    assert state_of(project) == ["stale", "reviewed"]
    chronology(project, "review", "own", "--undo", "--by", "Ann")
    run(project, FakeEngine())
    assert f"{FIRST} \\[en\\] Auch heute." in own.read_text("utf-8")


def test_a_key_without_a_value_is_not_given_twice(project, own):
    text = OWN.replace("language: de", "language: de\ntranslation:")
    own.write_text(text, "utf-8")
    assert len(all_issues(run(project, FakeEngine()))) == 1
    assert translation(FIRST).replace("lang=en", "lang=en by=argos") in own.read_text("utf-8")
    assert state_of(project) == ["machine", "machine"]
    assert not all_issues(run(project, FakeEngine()))


def test_a_translation_follows_its_paragraph_until_a_person_changes_it(project, own):
    run(project, FakeEngine())
    text = own.read_text("utf-8")
    own.write_text(text.replace(f"\n{FIRST}\n", f"\n{FIRST} Auch heute.\n"), "utf-8")
    run(project, FakeEngine())
    assert "Auch heute.\n{: lang=en }" in own.read_text("utf-8")
    text = own.read_text("utf-8").replace(f"\\[en\\] {SECOND}", "My own words.")
    own.write_text(text, "utf-8")
    assert state_of(project) == ["machine", "edited"]
    run(project, FakeEngine())
    assert "My own words.\n{: lang=en by=editor }" in own.read_text("utf-8")
    own.write_text(own.read_text("utf-8").replace(SECOND, f"{SECOND} Und morgen."), "utf-8")
    run(project, FakeEngine())
    assert "My own words.\n{: lang=en by=editor }" in own.read_text("utf-8")
    assert state_of(project) == ["machine", "stale"]


def test_a_translation_follows_the_only_paragraph_when_all_of_it_is_written_anew(project, own):
    own.write_text(f"{HEAD}{FIRST}\n", "utf-8")
    run(project, FakeEngine())
    own.write_text(own.read_text("utf-8").replace(f"\n{FIRST}\n", f"\n{THIRD}\n"), "utf-8")
    run(project, FakeEngine())
    assert translation(THIRD) in own.read_text("utf-8")
    assert state_of(project) == ["machine"]


def test_a_translation_that_was_taken_out_stays_out(project, own):
    run(project, FakeEngine())
    text = own.read_text("utf-8").replace(translation(FIRST), "\n")
    own.write_text(text, "utf-8")
    run(project, FakeEngine())
    assert own.read_text("utf-8") == text


def test_a_renamed_one_keeps_its_record(project, own):
    run(project, FakeEngine())
    own.write_text(own.read_text("utf-8").replace(f"\\[en\\] {SECOND}", "My own words."), "utf-8")
    chronology(project, "rename", "own", "other")
    assert state_of(project) == ["machine", "edited"]


def test_what_was_translated_by_hand_is_not_signed(project, own):
    text = f"{BY_HAND}\n{SECOND}\n"
    own.write_text(text, "utf-8")
    run(project, FakeEngine())
    signed = translation(SECOND).replace("lang=en", "lang=en by=argos")
    assert own.read_text("utf-8") == f"{text}{{: #s2 lang=de }}{signed}"
    assert state_of(project) == ["edited", "machine"]


def test_what_a_person_corrects_is_learnt_and_used_elsewhere(project, own):
    run(project, FakeEngine())
    corrected = "Ours."
    own.write_text(own.read_text("utf-8").replace(f"\\[en\\] {SECOND}", corrected), "utf-8")
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    memory = load_memory(ContentPaths(project / "content").memory)
    assert memory.lookup(SECOND, DE, EN).target == corrected
    assert memory.lookup(SECOND, DE, EN).is_by_person
    assert not memory.lookup(FIRST, DE, EN).is_by_person
    assert pairs(entries(project)["a.txt"]) == {FIRST: f"[en] {FIRST}", SECOND: corrected}
    before = content_of(project)
    forget(project)
    run(project, FakeEngine())
    assert content_of(project) == before


def test_a_paragraph_that_a_person_corrected_in_part_stays_that_persons(project, own):
    both = f"{FIRST} {SECOND}"
    own.write_text(f"{HEAD}{both}\n", "utf-8")
    run(project, SentenceEngine())
    corrected = SECOND.replace("dauert", "lasts")
    own.write_text(own.read_text("utf-8").replace(f"Say {SECOND}", f"Say {corrected}"), "utf-8")
    for _ in range(3):
        run(project, SentenceEngine())
        forget(project)
        assert state_of(project) == ["edited"]
        assert f"Say {FIRST} Say {corrected}\n{{: lang=en by=editor }}" in own.read_text("utf-8")
    memory = load_memory(ContentPaths(project / "content").memory)
    assert not memory.lookup(FIRST, DE, EN).is_by_person
    assert memory.lookup(SECOND, DE, EN).is_by_person


def test_a_draft_teaches_nothing(project, own):
    run(project, FakeEngine())
    text = own.read_text("utf-8").replace(f"\\[en\\] {SECOND}", "Not yet.")
    own.write_text(text.replace("language: de", "language: de\ndraft: true", 1), "utf-8")
    run(project, FakeEngine())
    assert not load_memory(ContentPaths(project / "content").memory).lookup(SECOND, DE, EN).is_by_person


@pytest.mark.parametrize("at_once", [True, False])
def test_another_entry_of_a_deleted_ones_name_is_translated(project, own, at_once):
    run(project, FakeEngine())
    baseline = ContentPaths(project / "content").baseline("own")
    assert baseline.exists()
    own.unlink()
    if not at_once:
        run(project, FakeEngine())
        assert not baseline.exists()
    own.write_text(f"{HEAD}{THIRD}\n", "utf-8")
    run(project, FakeEngine())
    assert translation(THIRD) in own.read_text("utf-8")


def test_one_that_can_not_be_read_keeps_its_record(project, own):
    run(project, FakeEngine())
    own.write_text(own.read_text("utf-8").replace("title:", "title: {"), "utf-8")
    run(project, FakeEngine())
    assert ContentPaths(project / "content").baseline("own").exists()


def test_its_header_names_the_machine_as_long_as_a_sentence_of_its_is_left(project, own):
    run(project, FakeEngine())
    corrected = own.read_text("utf-8").replace(f"\\[en\\] {FIRST}", "First.")
    for text, by in ((corrected, "argos"), (corrected.replace(f"\\[en\\] {SECOND}", "Second."), "editor")):
        own.write_text(text, "utf-8")
        for _ in range(2):
            run(project, FakeEngine())
            assert entries(project)[""].translation.by == by
            assert own.read_text("utf-8").startswith("---\ntitle: Eigenes  # mine\n")
            assert ("translate-de_en 1.3" in own.read_text("utf-8")) is (by == "argos")
            forget(project)
    # One more paragraph, which the machine translates.
    own.write_text(own.read_text("utf-8").replace("[^1]: Notiz.", f"{THIRD}\n\n[^1]: Notiz."), "utf-8")
    for _ in range(2):
        run(project, FakeEngine())
        assert entries(project)[""].translation.by == "argos"
        assert state_of(project) == ["edited", "edited", "machine"]
        forget(project)
