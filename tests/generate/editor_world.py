"""What an editor works on in tests: a project with one seed, an engine, and what was typed.

Every paragraph of the seed names a ship of its own and a number: so a text tells which paragraph it
belongs to, and which version of it. Everything the editor types holds a word of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from generator.content.library import load_library
from generator.generate.outcome import Outcome, SeedResult
from generator.model import Entry, Segment
from generator.translate.engine import EngineOutput
from tests import kinds
from tests.engines import FakeEngine
from tests.generate.runs import add_seed, run

SHIP = re.compile(r"Boot\d+")
NUMBER = re.compile(r"(\d+) Schiffe")
TYPED = re.compile(r"typed\d+")
SENTENCES = (
    "Nach Angaben der Marine liefen mit {ship} am Morgen {number} Schiffe in den Hafen von Talstadt ein.",
    "Das Ministerium in Bergheim teilte mit, dass {ship} und {number} Schiffe an der Übung teilnehmen.",
    "An der Fahrt von {ship} durch die Meerenge nehmen nach Auskunft der Behörden {number} Schiffe teil.",
)
MORE = "Die Besatzungen von {ship} kommen aus vier Ländern und üben dort eine Woche lang."
UNIT = re.compile(r"(?m)^(?P<text>[^\n]++(?:\n[^\n]++)*?)\n(?P<list>\{: #(?P<id>\w+)[^\n]*\})")


@dataclass
class Paragraph:
    """A paragraph of the seed."""

    ship: str
    number: int
    form: int
    is_long: bool

    @property
    def text(self) -> str:
        sentence = SENTENCES[self.form].format(ship=self.ship, number=self.number)
        return f"{sentence} {MORE.format(ship=self.ship)}" if self.is_long else sentence


class SentenceEngine(FakeEngine):
    """Its translations are told apart as sentences, as those of the other are not."""

    def translate(self, sentences: Sequence[str]) -> list[EngineOutput]:
        return [replace(one, text=f"Say {one.text[5:]}") for one in super().translate(sentences)]


MACHINES = ("[en] ", "Say ")


@dataclass
class World:
    """A project with one seed, and whoever works on it."""

    project: Path
    random: Random
    paragraphs: list[Paragraph] = field(default_factory=list)
    engine: FakeEngine = field(default_factory=FakeEngine)
    title: int = 1
    count: int = 0
    """Of ships and of words typed."""
    snippets: list[str] = field(default_factory=list)
    """What the editor typed, each on one line."""
    touched: set[str] = field(default_factory=set)
    """Ships whose paragraphs the editor changed."""
    told: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    """Versions of paragraphs of which the editor was told that they wait for a decision, with their ids."""
    decided: set[tuple[str, str]] = field(default_factory=set)
    """Ships and numbers of versions that the editor decided against."""
    offered: dict[str, set[str]] = field(default_factory=dict)
    """By the ship of a paragraph that the file lacks, told to wait for a decision: what it would replace."""
    has_mark: bool = False
    has_windows_ends: bool = False
    """How the editor saved the file."""
    seed: str = "a.txt"
    changes: list[Callable[[World], None]] = field(default_factory=list)
    """Of everything but the entry, since the last run that was not killed."""
    others: dict[Path, bytes] = field(default_factory=dict)
    """Entries of the editor's own, without a seed."""
    said: list[str] = field(default_factory=list)
    """What happened, for whoever reads a failure."""

    # The project

    def start(self, number: int) -> None:
        self.engine = SentenceEngine() if number % 2 else FakeEngine()
        for _ in range(self.random.randint(2, 5)):
            self.paragraphs.append(self.new_paragraph())
        self.write_seed()
        (self.project / "content/records/marine.md").write_text(
            "---\nkind: body\nname: {en: Navy, de: Marine}\naliases: []\n---\n", encoding="utf-8"
        )
        self.generate()

    def new_paragraph(self) -> Paragraph:
        self.count += 1
        pick = self.random
        return Paragraph(f"Boot{self.count}", pick.randint(2, 99), pick.randrange(3), pick.random() < 0.5)

    def write_seed(self) -> None:
        title = f"Ministerium kündigt Übung Nummer {self.title} an"
        add_seed(self.project, self.seed, *(one.text for one in self.paragraphs), title=title)

    def generate(self) -> None:
        for result in run(self.project, self.engine):
            if isinstance(result, SeedResult):
                assert result.outcome is not Outcome.FAILED, self.say(str(result.issues))
        self.changes.clear()

    @property
    def tells_sentences(self) -> bool:
        return isinstance(self.engine, SentenceEngine)

    @property
    def path(self) -> Path:
        (path,) = (p for p in (self.project / "content/entries").rglob("*.md") if p not in self.others)
        return path

    @property
    def text(self) -> str:
        return self.path.read_bytes().decode("utf-8").replace("\r\n", "\n")

    def save(self, text: str) -> None:
        data = self.path.read_bytes()
        if b"\r\n" in data:
            text = text.replace("\n", "\r\n")
        self.path.write_bytes(text.encode("utf-8"))

    @property
    def entry(self) -> Entry:
        library = load_library(self.project / "content", kinds.TOPIC)
        assert not library.issues, self.say(str(library.issues))
        (entry,) = (one for one in library.entries.values() if one.source.seed)
        return entry

    def say(self, problem: str) -> str:
        return "\n".join((problem, *self.said, self.text))

    # The editor

    def word(self) -> str:
        self.count += 1
        return f"typed{self.count}"

    def type(self, snippet: str) -> str:
        self.snippets += [line for line in snippet.split("\n") if TYPED.search(line)]
        return snippet

    def units(self) -> list[re.Match[str]]:
        return list(UNIT.finditer(self.text))

    def pick_segment(self, *, translated: bool = False) -> Segment | None:
        segments = [s for s in self.entry.segments if SHIP.search(s.text) and (s.rendering or not translated)]
        return self.random.choice(segments) if segments else None

    def touch(self, *texts: str) -> None:
        self.touched.update(ship for text in texts for ship in SHIP.findall(text))

    def forget_what_is_gone(self) -> None:
        """An editor may delete what was typed."""
        text = self.text
        self.snippets = [snippet for snippet in self.snippets if snippet in text]

    def replace_in_words(self, segment: Segment, text: str, change: Callable[[str], str]) -> None:
        whole = self.text
        if whole.count(text) == 1:
            self.touch(segment.text)
            self.save(whole.replace(text, change(text)))


def numbers_of(text: str) -> set[str]:
    """Return how many ships a text says there are."""
    return set(NUMBER.findall(text))
