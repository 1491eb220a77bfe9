"""What connects entries is the same, found anew or with what was found before the last changes."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from generator.content.entry_file import place_events
from generator.content.once import anew
from generator.links.connect import connect
from generator.model import Entry, LinkType, Record, Slug
from generator.names.index import NameIndex
from generator.names.mentions import find_mentions
from generator.publish.computed.backlinks import find_backlinks
from generator.publish.kept.store import Kept
from tests.builders import DE, EN, event
from tests.links.chronicle import CALL, ELSE, HELD, PLAN, RECORDS, REPORT, entry

SENTENCES = (
    "Dong Jun and Belousov spoke in a video call of the ministers.",
    "Zapad began off Vladivostok, IP/21/3541 says.",
    "Zapad goes on, Nr. 31/2021 says.",
    "The Treaty of Friendship was signed in Beijing.",
    "Spokesman Wu Qian held a press conference on Joint Sea.",
    "Spokesman Wang Wenbin answered questions on the Consultations.",
    "Xi Jinping received Putin after that.",
    "The ministry publishes this paragraph under each of its texts.",
    "Nothing in common.",
)
DATES = ("2022-09-14", "2022-09-15", "2022-09-16", "2022-09", "2022-09-10/2022-09-20", None)
NAMES = "abcdefghijkl"


class Changing:
    """Entries and records that change at random."""

    def __init__(self, number: int) -> None:
        self._random = random.Random(number)
        self.records: dict[Slug, Record] = dict(RECORDS)
        self.entries = {one.slug: one for one in (CALL, ELSE, HELD, PLAN, REPORT)}
        for name in NAMES:
            self._put(name)

    def _put(self, name: str) -> None:
        choose = self._random.choice
        texts = self._random.sample(SENTENCES, self._random.randint(1, 5))
        happening = (event(choose(DATES[:4]), texts[0], "s1"),) if self._random.random() < 0.5 else ()
        one = entry(name, *texts, title=choose(SENTENCES), date=choose(DATES), events=happening)
        self.entries[one.slug] = place_events(one)

    def _one(self) -> Entry:
        return self.entries[self._random.choice(sorted(self.entries))]

    def change(self) -> None:
        other, one = self._one().slug, self._one()
        changes = {
            "comma": lambda: replace(one, blocks=tuple(replace(s, text=f"{s.text},") for s in one.segments)),
            "date": lambda: replace(one, date=self._random.choice(DATES)),
            "title": lambda: replace(one, title=self._random.choice(SENTENCES)),
            "related": lambda: replace(one, related=(other,)),
            "apart": lambda: replace(one, not_related=(other,)),
            "publisher": lambda: replace(one, source=replace(one.source, publisher="Another ministry")),
            "equal": lambda: replace(one),
            "shorter": lambda: replace(one, blocks=one.segments[:1], events=()),
        }
        kind = self._random.choice((*changes, "new", "gone", "record"))
        if kind == "new":
            self._put(self._random.choice(NAMES) + self._random.choice(NAMES))
        elif kind == "gone" and len(self.entries) > 5:
            del self.entries[one.slug]
        elif kind == "record":
            self._change_record()
        elif kind in changes:
            self.entries[one.slug] = changes[kind]()

    def _change_record(self) -> None:
        slug = self._random.choice(sorted(self.records))
        record = self.records[slug]
        self.records[slug] = self._random.choice(
            (
                replace(record, text=f"{record.text} More."),
                replace(record, names={**record.names, DE: f"{record.name_in(EN)} {self._random.random()}"}),
                replace(record, connects=not record.connects),
                replace(record, aliases=("Vladivostok",)),
            )
        )


@pytest.mark.parametrize("number", range(20))
def test_it_is_found_as_if_anew(number):
    changing, kept = Changing(number), Kept(stays=True)
    for _ in range(8):
        index = NameIndex(changing.records)
        mentions = {slug: find_mentions(one, index) for slug, one in changing.entries.items()}
        language = DE if number % 2 else EN
        kept.open(None, b"")
        found = [
            (
                connect(changing.entries, mentions, changing.records, language, once),
                find_backlinks(changing.entries, mentions, language, once),
            )
            for once in (anew, kept.once)
        ]
        kept.close()
        assert found[0] == found[1]
        changing.change()


def test_a_comma_has_only_its_own_entry_read_again():
    """Others are neither read nor compared nor put into words again."""
    kept, entries = Kept(stays=True), {one.slug: one for one in (CALL, ELSE, HELD, PLAN, REPORT)}
    mentions = {slug: find_mentions(one, NameIndex(RECORDS)) for slug, one in entries.items()}
    made: list[tuple[str, str]] = []

    def once(kind, name, inputs, make):
        def tell():
            made.append((kind, name))
            return make()

        return kept.once(kind, name, inputs, tell)

    for _ in range(2):
        made.clear()
        kept.open(None, b"")
        connect(entries, mentions, RECORDS, EN, once)
        kept.close()
        entries = {**entries, ELSE.slug: replace(ELSE, summary="Nothing, in common.")}
    assert {name for kind, name in made if kind in ("account", "links", "closest", "same event")} == {
        ELSE.slug
    }


SAIL, FALL = (
    "The ships will sail together off the coast for three days.",
    "A bridge fell into a river by night.",
)


@pytest.mark.parametrize("changes", [("plan",), ("held",), ("plan", "held")])
def test_an_announcement_without_names_is_compared_again_when_a_text_changes(changes):
    def told(slug: str, sentence: str) -> Entry:
        if slug == "held":
            return entry(slug, f"{sentence} Joint Sea began.", date="2022-09-26")
        happening = event("2022-09", sentence, "s1", announced=True)
        return entry(slug, sentence, "They met on Joint Sea.", date="2022-09-14", events=(happening,))

    kept, found = Kept(stays=True), []
    for sentences in ({}, dict.fromkeys(changes, FALL), {}):
        entries = {slug: told(slug, sentences.get(slug, SAIL)) for slug in ("plan", "held")}
        entries = {one.slug: place_events(one) for one in (*entries.values(), ELSE)}
        mentions = {slug: find_mentions(one, NameIndex(RECORDS)) for slug, one in entries.items()}
        kept.open(None, b"")
        found.append([connect(entries, mentions, RECORDS, EN, once) for once in (anew, kept.once)])
        kept.close()
    assert all(one == again for one, again in found)
    types = [one.links[Slug("plan")][0].type for one, _ in found]
    assert types == [LinkType.ANNOUNCES, types[1], LinkType.ANNOUNCES]
    assert (types[1] is LinkType.ANNOUNCES) == (len(changes) == 2)
