"""What a person reviewed or wrote is never rewritten; who wrote a sentence is known by sentence."""

import re
from dataclasses import replace
from shutil import rmtree

import pytest

from generator.checks.offers import find_offers
from generator.content.authors import hash_of
from generator.content.library import load_library
from generator.content.memory import Pair, dump_memory, load_memory, load_with_helps
from generator.content.paths import ContentPaths
from generator.content.translation_state import segment_states, unit_states, with_true_translator
from generator.generate.pipeline import generate
from generator.model import TranslationBy
from generator.settings import load_settings
from tests import kinds
from tests.engines import FakeEngine
from tests.generate.runs import (
    DE,
    EN,
    FIRST,
    SECOND,
    THIRD,
    Engines,
    add_seed,
    all_issues,
    content_of,
    edit,
    entries,
    entry_path,
    forget,
    outcomes,
    pairs,
    run,
)

TERM = "terms:\n- {de: Woche, en: week}\n"
WITH_TERM = f"[en] {SECOND}".replace("Woche", "week")
BOTH = f"{FIRST} {SECOND}"
FIRST_EN = "The ministry's spokesman said on Thursday that the joint exercise would begin soon."
SECOND_EN = "The exercise lasts one Woche according to the ministry and takes place at sea."
SECOND_RIGHT = SECOND_EN.replace("Woche", "week")


class English(FakeEngine):
    """Writes English that can be told apart by sentences."""

    def translate(self, sentences):
        texts = {FIRST: FIRST_EN, SECOND: SECOND_EN}
        found = super().translate(sentences)
        return [replace(one, text=texts.get(s, one.text)) for s, one in zip(sentences, found, strict=True)]


@pytest.fixture
def translated(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    return project


def add_term(project) -> None:
    (project / "content/terms.yml").write_text(TERM, encoding="utf-8")


def teach(project, source: str, target: str) -> None:
    """As `memory import` does."""
    path = ContentPaths(project / "content").memory
    memory = load_memory(path)
    taught = memory.without([Pair(DE, EN, source, target, TranslationBy.EDITOR)])
    pair = Pair(DE, EN, source, target, TranslationBy.EDITOR, person="Bea")
    path.write_text(dump_memory(taught.with_pairs([pair])), encoding="utf-8")


def review(project, seed: str) -> None:
    edit(project, seed, "  by: argos\n", "  by: argos\n  reviewed_by: Ann\n")
    run(project, FakeEngine())


def states(project, seed: str) -> list[str]:
    library = load_library(project / "content", kinds.TOPIC)
    (entry,) = (one for one in library.entries.values() if one.source.seed == seed)
    return [str(state) for state in segment_states(library.history(entry), EN).values()]


def maker(project, sentence: str) -> str:
    pair = load_memory(ContentPaths(project / "content").memory).lookup(sentence, DE, EN)
    return str(pair.by)


# Reviewed text


def new_package(project) -> None:
    list(generate(load_settings(project), Engines(FakeEngine(version="1.4")), refresh=True))


def renamed_record(project) -> None:
    folder = project / "content/records"
    folder.mkdir(exist_ok=True)
    text = "---\nkind: body\nname: {en: Fleet Week, de: Woche}\naliases: [Flottenwoche]\n---\n"
    (folder / "fleet-week.md").write_text(text, encoding="utf-8")


def another_paragraph(project) -> None:
    add_seed(project, "a.txt", THIRD, FIRST, SECOND)


def corrected_twice(project) -> None:
    add_seed(project, "b.txt", SECOND, THIRD)
    run(project, FakeEngine())
    edit(project, "b.txt", f"\n\\[en\\] {SECOND}\n", "\nThe drill takes a week.\n")
    run(project, FakeEngine())
    edit(project, "b.txt", "\nThe drill takes a week.\n", "\nThe drill lasts seven days.\n")


WAYS = {
    "a correction of a correction": corrected_twice,
    "a term": add_term,
    "a pair": lambda project: teach(project, SECOND, "The drill takes a week."),
    "a new package": new_package,
    "a record": renamed_record,
    "another paragraph of the source": another_paragraph,
    "no cache": lambda project: rmtree(project / ".cache"),
    "no memory": lambda project: ContentPaths(project / "content").memory.unlink(),
    "a renamed seed": lambda project: (project / "seeds/a.txt").rename(project / "seeds/c.txt"),
}


@pytest.mark.parametrize("way", [*WAYS, "all"])
def test_no_way_rewrites_what_was_reviewed(translated, way):
    review(translated, "a.txt")
    for change in WAYS.values() if way == "all" else [WAYS[way]]:
        change(translated)
        run(translated, FakeEngine())
        run(translated, FakeEngine())
        entry = next(one for seed, one in entries(translated).items() if seed in ("a.txt", "c.txt"))
        assert pairs(entry)[SECOND] == f"[en] {SECOND}"
        assert states(translated, entry.source.seed)[-2:] == ["reviewed", "reviewed"]


def test_a_new_term_does_not_rewrite_what_was_reviewed(translated):
    review(translated, "a.txt")
    before = entry_path(translated, "a.txt").read_text()
    add_term(translated)
    results = run(translated, FakeEngine())
    assert entry_path(translated, "a.txt").read_text() == before
    assert states(translated, "a.txt") == ["reviewed", "reviewed"]
    assert not all_issues(results)


def test_a_pair_taken_in_does_not_rewrite_what_was_reviewed(translated):
    review(translated, "a.txt")
    before = entry_path(translated, "a.txt").read_text()
    teach(translated, SECOND, "The drill takes a week.")
    run(translated, FakeEngine())
    assert entry_path(translated, "a.txt").read_text() == before
    assert states(translated, "a.txt") == ["reviewed", "reviewed"]


def test_a_correction_elsewhere_does_not_rewrite_what_was_reviewed(translated):
    add_seed(translated, "b.txt", SECOND, THIRD)
    run(translated, FakeEngine())
    review(translated, "a.txt")
    edit(translated, "b.txt", f"\n\\[en\\] {SECOND}\n", "\nThe drill takes a week.\n")
    run(translated, FakeEngine())
    assert pairs(entries(translated)["a.txt"])[SECOND] == f"[en] {SECOND}"
    assert states(translated, "a.txt") == ["reviewed", "reviewed"]


def test_once_the_review_is_taken_back_the_term_is_obeyed(translated):
    review(translated, "a.txt")
    add_term(translated)
    run(translated, FakeEngine())
    edit(translated, "a.txt", "  reviewed_by: Ann\n", "")
    run(translated, FakeEngine())
    assert pairs(entries(translated)["a.txt"])[SECOND] == WITH_TERM


def test_where_the_source_changed_a_reviewed_translation_by_a_machine_is_made_anew(translated):
    review(translated, "a.txt")
    changed = SECOND.replace("eine Woche", "zwei Wochen")
    add_seed(translated, "a.txt", FIRST, changed)
    run(translated, FakeEngine())
    assert pairs(entries(translated)["a.txt"])[changed] == f"[en] {changed}"
    assert states(translated, "a.txt")[1] != "reviewed"


def test_a_reviewed_title_stays(project):
    add_seed(project, "a.txt", FIRST, title="Ministerium kündigt Übung an")
    run(project, FakeEngine())
    title = entries(project)["a.txt"].title
    review(project, "a.txt")
    (project / "content/terms.yml").write_text("terms:\n- {de: Übung, en: drill}\n", encoding="utf-8")
    run(project, FakeEngine())
    assert entries(project)["a.txt"].title == title
    assert states(project, "a.txt") == ["reviewed"]


# Edited text


def test_a_pair_taken_in_does_not_rewrite_what_was_edited(translated):
    edit(translated, "a.txt", f"\n\\[en\\] {SECOND}\n", "\nIt will take a week.\n")
    run(translated, FakeEngine())
    teach(translated, SECOND, "The drill takes a week.")
    run(translated, FakeEngine())
    assert pairs(entries(translated)["a.txt"])[SECOND] == "It will take a week."


# Authorship by sentence


@pytest.fixture
def corrected(project):
    """One of two sentences of a paragraph is corrected; the other stands in another entry, too."""
    add_seed(project, "a.txt", BOTH)
    add_seed(project, "b.txt", SECOND, THIRD)
    run(project, English())
    edit(project, "a.txt", FIRST_EN, "The drill begins soon, the spokesman said on Thursday.")
    run(project, English())
    return project


def test_only_the_sentence_that_was_corrected_is_an_editors(corrected):
    assert maker(corrected, FIRST) == "editor"
    assert maker(corrected, SECOND) == "argos"
    assert load_memory(ContentPaths(corrected / "content").memory).lookup(BOTH, DE, EN) is None
    run(corrected, English())
    assert maker(corrected, SECOND) == "argos"


def test_the_corrected_paragraph_is_called_edited_and_the_neighbours_elsewhere_are_not(corrected):
    assert states(corrected, "a.txt") == ["edited"]
    assert states(corrected, "b.txt") == ["machine", "machine"]
    before = content_of(corrected)
    assert set(outcomes(run(corrected, English())).values()) == {"unchanged"}
    assert content_of(corrected) == before


def test_the_neighbours_of_a_corrected_sentence_follow_terms(corrected):
    add_term(corrected)
    run(corrected, English())
    (text,) = pairs(entries(corrected)["a.txt"]).values()
    assert text == f"The drill begins soon, the spokesman said on Thursday. {SECOND_RIGHT}"
    assert pairs(entries(corrected)["b.txt"])[SECOND] == SECOND_RIGHT
    assert states(corrected, "a.txt") == ["edited"]


class OtherWord(English):
    """Has another word for a week, alone and in a sentence."""

    def translate(self, sentences):
        return [
            replace(one, text=one.text.replace("Woche", "sennight").removeprefix("[en] "))
            for one in super().translate(sentences)
        ]


def test_nothing_is_offered_where_the_neighbours_of_a_corrected_sentence_follow_a_term(project):
    add_seed(project, "a.txt", BOTH)
    run(project, OtherWord())
    edit(project, "a.txt", FIRST_EN, "The drill begins soon, the spokesman said on Thursday.")
    add_term(project)
    run(project, OtherWord())
    assert pairs(entries(project)["a.txt"])[BOTH].endswith(SECOND_RIGHT)
    library = load_library(project / "content", kinds.TOPIC)
    paths = ContentPaths(project / "content")
    assert not find_offers(library, load_with_helps(paths.memory, paths.helps))


def test_a_term_that_was_obeyed_already_makes_no_neighbour_an_editors(project):
    add_term(project)
    add_seed(project, "a.txt", BOTH)
    run(project, English())
    edit(project, "a.txt", FIRST_EN, "The drill begins soon, the spokesman said on Thursday.")
    for _ in range(2):
        run(project, English())
        assert (maker(project, FIRST), maker(project, SECOND)) == ("editor", "argos")


def test_a_corrected_neighbour_reaches_the_paragraph_and_leaves_the_other_sentence(corrected):
    edit(corrected, "b.txt", f"\n{SECOND_EN}\n", "\nIt lasts for a week, the ministry said, at sea.\n")
    run(corrected, English())
    (text,) = pairs(entries(corrected)["a.txt"]).values()
    assert text.startswith("The drill begins soon, the spokesman said on Thursday.")
    assert text.endswith("It lasts for a week, the ministry said, at sea.")


def test_a_title_of_an_editors_is_not_lost_when_the_headline_changes(translated):
    edit(translated, "a.txt", "title: '[en] Ministerium kündigt Übung a an'", "title: A better title")
    review(translated, "a.txt")
    run(translated, FakeEngine())
    add_seed(translated, "a.txt", FIRST, SECOND, title="Ministerium kündigt größere Übung a an")
    run(translated, FakeEngine())
    assert entries(translated)["a.txt"].title == "A better title"


def test_sentences_in_another_order_are_not_learnt_by_a_later_run_either(project):
    add_seed(project, "a.txt", BOTH)
    run(project, English())
    edit(project, "a.txt", f"{FIRST_EN} {SECOND_EN}", f"For a week it lasts: the exercise at sea. {FIRST_EN}")
    for _ in range(3):
        run(project, English())
        assert (maker(project, FIRST), maker(project, SECOND), maker(project, BOTH)) == (
            "argos",
            "argos",
            "editor",
        )
        forget(project)


def test_a_title_that_waits_for_a_decision_is_offered_by_the_next_run_too(translated):
    edit(translated, "a.txt", "title: '[en] Ministerium kündigt Übung a an'", "title: A better title")
    add_seed(translated, "a.txt", FIRST, SECOND, title="Ministerium kündigt größere Übung a an")
    for _ in range(3):
        assert "größere Übung" in str(all_issues(run(translated, FakeEngine())))
        forget(translated)


def test_a_sentence_that_stands_in_two_paragraphs_stays_its_editors(project):
    """The memory puts it into the other, beside a machine's."""
    add_seed(project, "a.txt", f"{SECOND} {THIRD}", BOTH)
    run(project, English())
    edit(project, "a.txt", f"{FIRST_EN} {SECOND_EN}", f"{FIRST_EN} It takes seven days.")
    for _ in range(2):
        run(project, English())
        assert states(project, "a.txt") == ["machine", "edited"]
        assert pairs(entries(project)["a.txt"])[f"{SECOND} {THIRD}"].startswith("It takes seven days.")


def test_what_one_editor_wrote_anew_is_no_correction_of_what_another_wrote(project):
    add_seed(project, "b.txt", BOTH, THIRD)
    run(project, English())
    edit(project, "b.txt", f"{FIRST_EN} {SECOND_EN}", "All begins soon.")
    run(project, English())
    add_seed(project, "a.txt", f"{SECOND} {FIRST}")
    run(project, English())
    edit(project, "a.txt", SECOND_EN, "It takes seven days.")
    run(project, English())
    edit(project, "b.txt", "All begins soon.", "All begins soon. It ends later.")
    for _ in range(2):
        run(project, English())
        assert pairs(entries(project)["a.txt"])[f"{SECOND} {FIRST}"] == f"It takes seven days. {FIRST_EN}"
        assert pairs(entries(project)["b.txt"])[BOTH] == "All begins soon. It ends later."


THIRD_EN = "Four ships and two planes take part, the navy said."
CORRECTION = "The drill takes a week."


class MoreEnglish(English):
    def translate(self, sentences):
        return [
            replace(one, text=THIRD_EN) if sentence == THIRD else one
            for sentence, one in zip(sentences, super().translate(sentences), strict=True)
        ]


def translator(project, seed: str, *, in_file: bool = False) -> str:
    """Who translated an entry, as its file says it, or its page."""
    library = load_library(project / "content", kinds.TOPIC)
    (entry,) = (one for one in library.entries.values() if one.source.seed == seed)
    entry = entry if in_file else with_true_translator(library.history(entry))
    return str(entry.translation.by)


def baseline_path(project, seed: str):
    return ContentPaths(project / "content").baseline(seed)


@pytest.fixture(params=["there before", "there later"])
def lent(project, request):
    """The memory puts a sentence that a person corrected in one entry beside a machine's in another."""
    add_seed(project, "a.txt", BOTH)
    if request.param == "there before":
        add_seed(project, "b.txt", f"{SECOND} {THIRD}")
    run(project, MoreEnglish())
    edit(project, "a.txt", SECOND_EN, CORRECTION)
    add_seed(project, "b.txt", f"{SECOND} {THIRD}")
    run(project, MoreEnglish())
    assert [*pairs(entries(project)["b.txt"]).values()] == [f"{CORRECTION} {THIRD_EN}"]
    assert states(project, "b.txt") == ["machine"]
    assert translator(project, "b.txt") == "argos"
    return project


@pytest.mark.parametrize(
    "left", [f"{CORRECTION} Four ships take part.", CORRECTION, f"Four ships take part. {CORRECTION}"]
)
def test_where_no_machines_sentence_is_left_beside_a_lent_one_no_machine_is_named(lent, left):
    edit(lent, "b.txt", f"{CORRECTION} {THIRD_EN}", left)
    # The page tells it before generate runs.
    assert translator(lent, "b.txt") == "editor"
    assert states(lent, "b.txt") == ["edited"]
    for _ in range(2):
        run(lent, MoreEnglish())
        assert [*pairs(entries(lent)["b.txt"]).values()] == [left]
        assert translator(lent, "b.txt", in_file=True) == translator(lent, "b.txt") == "editor"
        assert states(lent, "b.txt") == ["edited"]
        forget(lent)


def test_two_lent_sentences_are_persons_together_too_and_stay_known(project):
    """Of which one went out of what the memory gives for the paragraph."""
    add_seed(project, "a.txt", BOTH)
    run(project, MoreEnglish())
    edit(project, "a.txt", f"{FIRST_EN} {SECOND_EN}", f"The drill will begin soon, he said. {CORRECTION}")
    run(project, MoreEnglish())
    add_seed(project, "b.txt", f"{FIRST} {SECOND} {THIRD}")
    run(project, MoreEnglish())
    assert translator(project, "b.txt") == "argos"
    edit(project, "b.txt", f" {THIRD_EN}", "")
    for _ in range(3):
        assert translator(project, "b.txt") == "editor"
        assert states(project, "b.txt") == ["edited"]
        run(project, MoreEnglish())
        before = content_of(project)
        forget(project)
        run(project, MoreEnglish())
        assert content_of(project) == before


def test_who_puts_the_machines_words_back_is_no_author_of_theirs(lent):
    """The signature beside the paragraph was for others."""
    assert "by=editor" in entry_path(lent, "a.txt").read_text("utf-8")
    edit(lent, "a.txt", CORRECTION, SECOND_EN)
    for _ in range(3):
        assert states(lent, "a.txt") == ["machine"]
        run(lent, MoreEnglish())
        assert [*pairs(entries(lent)["a.txt"]).values()] == [f"{FIRST_EN} {SECOND_EN}"]
        assert "by=editor" not in entry_path(lent, "a.txt").read_text("utf-8")
        forget(lent)


def test_where_a_machines_sentence_is_put_back_the_page_names_the_machine_at_once(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, English())
    edit(project, "a.txt", FIRST_EN, "Soon it begins, the spokesman of the ministry said on Thursday.")
    edit(project, "a.txt", SECOND_EN, CORRECTION)
    run(project, English())
    edit(project, "a.txt", CORRECTION, SECOND_EN)
    assert translator(project, "a.txt", in_file=True) == "editor"
    assert translator(project, "a.txt") == "argos"
    run(project, English())
    assert translator(project, "a.txt", in_file=True) == translator(project, "a.txt") == "argos"
    assert states(project, "a.txt") == ["edited", "machine"]


def test_while_a_machines_sentence_is_left_beside_a_lent_one_the_machine_is_named(lent):
    edit(lent, "b.txt", CORRECTION, "The drill takes seven days.")
    for _ in range(2):
        run(lent, MoreEnglish())
        assert translator(lent, "b.txt", in_file=True) == translator(lent, "b.txt") == "argos"
        forget(lent)
    edit(lent, "b.txt", THIRD_EN, "Four ships take part.")
    run(lent, MoreEnglish())
    assert translator(lent, "b.txt", in_file=True) == "editor"


def test_whose_a_lent_sentence_is_is_known_without_the_memory(lent):
    """The package that made the rest is gone, too: nothing is translated anew."""
    ContentPaths(lent / "content").memory.unlink()
    edit(lent, "b.txt", THIRD_EN, "Four ships take part.")
    for _ in range(2):
        run(lent)
        assert translator(lent, "b.txt") == "editor"
        forget(lent)


def test_a_baseline_from_before_lent_sentences_were_recorded_reads_right(lent):
    """It had them in the record of what a machine made."""
    path = baseline_path(lent, "b.txt")
    record = f" machine={hash_of(CORRECTION)} machine={hash_of(THIRD_EN)} }}"
    before = re.sub(r" person=\w+", "", path.read_text("utf-8"))
    path.write_text(re.sub(r"(?m)^(\{: #s1.*?) \}", lambda found: found[1] + record, before), "utf-8")
    forget(lent)
    run(lent, MoreEnglish())
    assert (translator(lent, "b.txt"), states(lent, "b.txt")) == ("argos", ["machine"])
    edit(lent, "b.txt", THIRD_EN, "Four ships take part.")
    for _ in range(2):
        run(lent, MoreEnglish())
        assert translator(lent, "b.txt", in_file=True) == translator(lent, "b.txt") == "editor"
        forget(lent)


def test_what_is_remembered_as_a_whole_makes_no_machines_sentence_a_persons(lent):
    """The sentence that was reworded is more like the machine's of the other."""
    edit(lent, "b.txt", CORRECTION, "It takes seven days, the drill.")
    for _ in range(2):
        run(lent, MoreEnglish())
        assert maker(lent, f"{SECOND} {THIRD}") == "editor"
        assert translator(lent, "b.txt") == "argos"
        forget(lent)


def test_a_sentence_that_a_person_only_found_good_stays_the_machines(lent):
    path = ContentPaths(lent / "content").memory
    good = Pair(DE, EN, THIRD, THIRD_EN, TranslationBy.EDITOR, person="Bea")
    path.write_text(dump_memory(load_memory(path).with_pairs([good])), encoding="utf-8")
    add_seed(lent, "c.txt", f"{THIRD} {FIRST}")
    run(lent, MoreEnglish())
    edit(lent, "c.txt", FIRST_EN, "It begins soon.")
    for _ in range(2):
        run(lent, MoreEnglish())
        assert translator(lent, "c.txt") == "argos"
        forget(lent)


@pytest.fixture(params=["there before", "there later"])
def edited_whole(project, request):
    """A person corrected all paragraphs, and the title is the machine's."""
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, English())
    edit(project, "a.txt", FIRST_EN, "Soon it begins, the spokesman of the ministry said on Thursday.")
    edit(project, "a.txt", SECOND_EN, CORRECTION)
    if request.param == "there later":
        run(project, English())
        (project / "seeds/a.txt").unlink()
        rmtree(project / ".cache")
        for path in (entry_path(project, "a.txt"), baseline_path(project, "a.txt")):
            path.unlink()
        add_seed(project, "a.txt", FIRST, SECOND)
    run(project, English())
    return project


def title_state(project) -> str:
    library = load_library(project / "content", kinds.TOPIC)
    (entry,) = library.entries.values()
    return str(unit_states(library.history(entry), EN)["title"])


def test_a_machines_title_stays_one_where_persons_wrote_all_the_rest(edited_whole):
    for _ in range(2):
        assert translator(edited_whole, "a.txt", in_file=True) == "editor"
        assert states(edited_whole, "a.txt") == ["edited", "edited"]
        assert title_state(edited_whole) == "machine"
        forget(edited_whole)
        run(edited_whole, English())
    edit(edited_whole, "a.txt", "'[en] Ministerium kündigt Übung a an'", "Ministry announces a drill")
    for _ in range(2):
        assert title_state(edited_whole) == "edited"
        forget(edited_whole)
        run(edited_whole, English())
