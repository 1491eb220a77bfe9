"""An entry is read again when it changed, or something that it can name; it gives the same as read anew."""

from contextlib import nullcontext
from dataclasses import replace

import pytest

from generator.checks.pairs import Knowledge
from generator.content.history import EntryHistory
from generator.content.translation_state import segment_states
from generator.model import Language, MentionEdits, Slug, Term
from generator.names.index import NameIndex
from generator.publish.computed import readings
from generator.publish.computed.readings import read_entries
from generator.publish.kept.store import Kept
from generator.terms import TermBase
from tests import kinds
from tests.builders import entry, record, segments

DE, EN = Language("de"), Language("en")
ENTRIES = (
    entry("a", blocks=segments(("Das Forum in Beta begann.", "The forum in Beta began."))),
    entry("b", blocks=segments(("Das Abkommen von Gamma gilt.", "The Gamma Treaty is in force."))),
)
FORUM = record("forum", kinds.EXERCISE, "Beta Forum", "Forum")
TREATY = record("treaty", kinds.AGREEMENT, "Gamma Treaty", "Abkommen von Gamma")
TERM = Term({DE: ("Abkommen",), EN: ("agreement",)})


class Process:
    """Reads entries again and again; says which it read."""

    def __init__(self, tmp_path, monkeypatch):
        self._file = tmp_path / "kept"
        self._read: list[str] = []
        find = readings.find_mentions
        monkeypatch.setattr(
            readings, "find_mentions", lambda one, index: self._read.append(one.slug) or find(one, index)
        )

    def read(self, entries=ENTRIES, records=(FORUM, TREATY), terms=()):
        self._read.clear()
        kept = Kept()
        kept.open(self._file, b"")
        self.found = found = self._readings(entries, records, terms, kept)
        kept.close()
        was_read = "".join(self._read)
        assert found == self._readings(entries, records, terms, Kept())
        return was_read

    def _readings(self, entries, records, terms, kept):
        index = NameIndex({one.slug: one for one in records})
        states = {one.slug: segment_states(EntryHistory(one), EN) for one in entries}
        knowledge = Knowledge(index, TermBase(terms))
        return read_entries({one.slug: one for one in entries}, states, knowledge, terms, kept)


@pytest.fixture
def process(tmp_path, monkeypatch):
    process = Process(tmp_path, monkeypatch)
    assert process.read() == "ab"
    return process


def test_nothing_is_read_again_when_nothing_changed(process):
    assert process.read() == ""


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ({"entries": (ENTRIES[0], replace(ENTRIES[1], blocks=segments(("Anders.", "Different."))))}, "b"),
        ({"entries": (ENTRIES[0], replace(ENTRIES[1], mentions=MentionEdits(add=("forum",))))}, "b"),
        ({"entries": ENTRIES[:1]}, ""),
        ({"records": (TREATY,)}, "a"),
        ({"records": (FORUM, TREATY, record("beta", kinds.BODY, "Beta"))}, "a"),
        ({"records": (record("forum", kinds.EXERCISE, "Forum", context=("abkommen",)), TREATY)}, "a"),
        ({"records": (FORUM, TREATY, record("other", kinds.BODY, "Delta"))}, ""),
        ({"terms": (TERM,)}, "b"),
    ],
)  # fmt: skip
def test_what_changed_is_read_again_and_what_can_name_it(process, change, again):
    assert process.read(**change) == again
    assert process.read(**change) == ""


def test_a_record_that_is_back_is_found_again(process):
    process.read(records=(TREATY,))
    assert process.read() == "a"


def test_a_name_an_editor_added_follows_its_record(process):
    added = (entry("c", blocks=segments("Nichts."), mentions=MentionEdits(add=(Slug("treaty"),))),)
    process.read(entries=added)
    assert process.read(entries=added, records=(FORUM,)) == "c"


def test_words_are_looked_up_first_before_the_process_is_copied_and_not_where_nothing_changed(
    tmp_path, monkeypatch
):
    loaded = []
    monkeypatch.setattr(readings.german_english().__class__, "load", lambda _: loaded.append(True))
    monkeypatch.setattr(readings, "parts", lambda things: [things] * min(2, len(things)))
    monkeypatch.setattr(readings, "in_copy", lambda work, **_: nullcontext(work))
    process = Process(tmp_path, monkeypatch)
    kept = Kept()
    kept.open(tmp_path / "kept", b"")
    process._readings(ENTRIES, (), (), kept)
    assert loaded == [True]
    process._readings(ENTRIES, (), (), kept)
    assert loaded == [True]


def test_mentions_at_the_same_place_of_their_texts_hold_one_span(process):
    process.read((ENTRIES[0], replace(ENTRIES[0], slug=Slug("c"))))
    spans = [one.span for reading in process.found.values() for one in reading.mentions if one.span]
    assert len({id(span) for span in spans}) == len(set(spans)) < len(spans)
