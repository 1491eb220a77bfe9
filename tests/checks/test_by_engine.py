"""What the engine reads of entries, and what becomes of what it finds."""

import pytest

from generator.checks.by_engine import AT_ONCE, FILE, read_by_engine
from generator.content.kept import load_texts, save_texts
from generator.content.library import Library
from generator.errors import PackageError
from generator.model import Severity, TranslationBy
from generator.settings import Settings
from generator.translate.unexpected import Unexpected
from tests.builders import entry

ARGOS = TranslationBy.ARGOS
GOOD = ("Der Minister reist heute nach Peking.", "The minister travels to Beijing today.")
BAD = ("Die Flotte verließ gestern den Hafen.", "The fleet yesterday the port.")
LATE = ("Die Übung endet am Freitag.", "The exercise on Friday")
ODD = ("Der Hafen wurde gestern geöffnet.", "The port was closed yesterday.")
FOUND = {
    BAD: Unexpected("left", "yesterday", is_left_out=True),
    LATE: Unexpected("ends", "", is_left_out=True),
    ODD: Unexpected("opened", "closed", is_left_out=False),
}


class FakeReader:
    package = "translate-de_en 1.3"

    def __init__(self):
        self.asked = []

    def read(self, pairs):
        self.asked += pairs
        return [FOUND.get(pair) for pair in pairs]


def none(source, target):
    raise PackageError(f"{source} to {target}", "has no package of its own", "run: chronology model install")


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path)


def read(settings, reader, *paragraphs, engine_for=None):
    one = entry("a", *paragraphs)
    library = Library({one.slug: one}, {}, {}, (), {})
    return list(read_by_engine(library, settings, engine_for or (lambda *_: reader), lambda *_: None))


def test_each_kind_is_told_with_its_place(settings):
    issues = read(settings, FakeReader(), GOOD, BAD, LATE, ODD)
    assert {issue.severity for issue in issues} == {Severity.NOTE}
    assert [issue.place for issue in issues] == [f"content/entries/a.md (s{number})" for number in (2, 3, 4)]
    assert [issue.problem for issue in issues] == [
        "the engine expects “left” before “yesterday”",
        "the engine expects “ends” before the end",
        "the engine expects “opened” instead of “closed”",
    ]


def test_what_a_machine_wrote_is_not_read(settings):
    reader = FakeReader()
    assert not read(settings, reader, (*BAD, ARGOS), "Nicht übersetzt.")
    assert not reader.asked


def test_sentence_by_sentence(settings):
    reader = FakeReader()
    (issue,) = read(settings, reader, (f"{GOOD[0]} {BAD[0]}", f"{GOOD[1]} {BAD[1]}"))
    assert reader.asked == [GOOD, BAD]
    assert issue.problem == "the engine expects “left” before “yesterday”"


def test_of_a_paragraph_that_a_person_changed_the_machines_sentences_are_not_read(settings):
    reader = FakeReader()
    was = entry("a", (f"{GOOD[0]} {BAD[0]}", f"{GOOD[1]} The fleet left the port yesterday.", ARGOS))
    now = entry("a", (f"{GOOD[0]} {BAD[0]}", f"{GOOD[1]} {BAD[1]}"))
    library = Library({now.slug: now}, {}, {now.key: was}, (), {})
    assert len(list(read_by_engine(library, settings, lambda *_: reader, lambda *_: None))) == 1
    assert reader.asked == [BAD]


def test_a_sentence_without_its_translation_is_not_read(settings):
    """Other checks tell of it; here every word would be expected."""
    source = (
        "Am 12. Mai 2020 liefen 14 Schiffe aus dem Hafen von Kiel aus, darunter 3 U-Boote.",
        "Das Wetter war, wie ein Sprecher der Marine auf Anfrage mitteilte, an allen Tagen sehr gut.",
        "Beteiligt waren 2500 Soldaten, 40 Flugzeuge und 17 Hubschrauber aus 6 Ländern.",
    )
    target = (
        "On 12 May 2020 14 ships left the port of Kiel, among them 3 submarines.",
        "2500 soldiers, 40 planes and 17 helicopters of 6 countries took part.",
    )
    reader = FakeReader()
    read(settings, reader, (" ".join(source), " ".join(target)))
    assert reader.asked == [(source[0], target[0]), (source[2], target[1])]


def test_what_was_read_before_it_was_interrupted_is_kept(settings):
    class Interrupted(FakeReader):
        def read(self, pairs):
            if self.asked:
                raise KeyboardInterrupt
            return super().read(pairs)

    many = [(f"Die Flotte {n} verließ den Hafen.", f"Fleet {n} the port.") for n in range(AT_ONCE + 1)]
    first = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        read(settings, first, *many)
    again = FakeReader()
    read(settings, again, *many)
    assert first.asked + again.asked == many
    assert len(again.asked) == 1


def test_only_what_is_still_written_is_remembered(settings):
    read(settings, FakeReader(), GOOD, BAD)
    read(settings, FakeReader(), BAD)
    assert len(load_texts(settings.cache / FILE)) == 1
    newer = FakeReader()
    newer.package = "translate-de_en 1.4"
    read(settings, newer, BAD)
    assert len(load_texts(settings.cache / FILE)) == 1


def test_what_was_read_is_remembered_while_its_package_is_away(settings):
    read(settings, FakeReader(), GOOD, BAD)
    read(settings, None, BAD, engine_for=none)
    again = FakeReader()
    read(settings, again, GOOD, BAD)
    assert not again.asked


def test_of_other_languages_it_is_forgotten_all_the_same(settings):
    kept = {"de-en 1": "", "fr-en 1": ""}
    save_texts(settings.cache / FILE, kept)
    read(settings, None, BAD, engine_for=none)
    assert load_texts(settings.cache / FILE) == {"de-en 1": ""}


def test_what_was_read_is_kept_until_it_reads_otherwise_or_the_package_changes(settings, monkeypatch):
    first = FakeReader()
    told = read(settings, first, GOOD, BAD)
    again = FakeReader()
    assert read(settings, again, GOOD, BAD) == told
    assert not again.asked
    read(settings, again, ODD, BAD)
    assert again.asked == [ODD]
    newer = FakeReader()
    newer.package = "translate-de_en 1.4"
    assert read(settings, newer, GOOD, BAD) == told
    assert newer.asked == [GOOD, BAD]
    monkeypatch.setattr("generator.checks.by_engine.__version__", "0.0")
    assert read(settings, newer, GOOD, BAD) == told
    assert newer.asked == [GOOD, BAD] * 2


@pytest.mark.parametrize("damaged", ["", "[]", "{", '{"a": 1}'])
def test_a_damaged_record_is_made_anew(settings, damaged):
    settings.cache.mkdir()
    (settings.cache / FILE).write_text(damaged, encoding="utf-8")
    assert len(read(settings, FakeReader(), BAD)) == 1
    again = FakeReader()
    assert len(read(settings, again, BAD)) == 1
    assert not again.asked


def test_without_a_package_one_line_says_what_to_do(settings):
    (issue,) = read(settings, None, BAD, LATE, engine_for=none)
    assert issue.severity is Severity.ERROR
    assert str(issue) == "de to en: has no package of its own; run: chronology model install"
