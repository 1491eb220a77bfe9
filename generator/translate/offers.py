"""What terms and memory would make now of translations that stay because persons answer for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.content.headline import TITLE, with_headline
from generator.content.history import EntryHistory
from generator.content.memory import Memory, Pair
from generator.language.markup import escape, plain, same_words
from generator.language.sentences.split import join_sentences
from generator.model import Segment, TranslationBy
from generator.translate.obey import TermRules, obedient


@dataclass(frozen=True)
class Offer:
    """Another translation of a paragraph or title, for its editor to take or leave."""

    segment: Segment
    """As it is in content/."""
    text: str
    """Plain text."""

    @property
    def there(self) -> str:
        """The translation that is there, as plain text."""
        return plain(self.segment.rendering.text) if self.segment.rendering else ""

    @property
    def change(self) -> tuple[str, str]:
        """The words that would go and those that would come, from the first that differ to the last."""
        was, now = self.there.split(), self.text.split()
        start = _same(was, now)
        end = _same(was[start:][::-1], now[start:][::-1])
        return " ".join(was[start : len(was) - end]), " ".join(now[start : len(now) - end])


def offers(history: EntryHistory, memory: Memory, rules: TermRules) -> Iterator[Offer]:
    """Yield what would change in the title and the paragraphs that persons answer for, were they not kept."""
    for segment in with_headline(history.entry):
        if segment.rendering is None or history.is_moved(segment):
            continue
        if not (history.is_reviewed(segment) or history.is_editors(segment)):
            continue
        text = _wanted(segment, memory, rules)
        if text and not same_words(segment.rendering.text, escape(text)):
            yield Offer(segment, text)


def _wanted(segment: Segment, memory: Memory, rules: TermRules) -> str:
    """Return a paragraph's translation as it would be written now; terms are put right in a person's, too."""
    assert segment.rendering
    source, language = plain(segment.text), segment.rendering.language
    there = Pair(segment.language, language, source, plain(segment.rendering.text), TranslationBy.EDITOR)
    # Of titles the memory knows only what a machine made.
    pairs = (
        [there] if segment.id == TITLE else memory.pairs_for(source, segment.language, language) or [there]
    )
    # Without stand-ins where a person wrote: the rest of the sentence stays.
    made = [
        obedient(replace(pair, by=TranslationBy.ARGOS), Memory() if pair.is_by_person else memory, rules)
        for pair in pairs
    ]
    return join_sentences([one.text for one in made], language)


def _same(some: Iterable[str], others: Iterable[str]) -> int:
    """Return how many words are the same at the beginning."""
    pairs = zip(some, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
