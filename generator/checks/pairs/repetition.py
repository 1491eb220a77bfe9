"""Nothing goes round in a loop: words, or whole sentences, that come again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import Word, words_of
from generator.language.sentences.quote import rough_sentences
from generator.model import Severity

LONGEST_LOOP = 12
TIMES_OF_FEW_WORDS = 3
"""One to three words may be said twice ("very, very"); more of them may not."""
NEVER_TWICE = frozenset(("the", "a", "an", "of", "and", "und", "ein", "eine", "with"))
SHORTEST_SENTENCE = 4


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    # The source may say it again and again itself: "sehr, sehr, sehr".
    loop = None if next(_loops(words_of(pair.source)), None) else next(_loops(words_of(pair.target)), None)
    if loop:
        yield f"{quoted([' '.join(loop)])} comes again and again"
    elif again := _sentences_again(pair):
        yield f"{quoted([again])} is said more often than in the source"


def _loops(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """Yield the words that follow upon themselves."""
    folded = [word.folded for word in words]
    for size in sorted(_distances(folded)):
        same = 0
        for at in range(size, len(folded)):
            same = same + 1 if folded[at] == folded[at - size] else 0
            few = size <= 3 and not (size == 1 and folded[at] in NEVER_TWICE)
            if same == size * ((TIMES_OF_FEW_WORDS if few else 2) - 1):
                yield tuple(folded[at - size + 1 : at + 1])


def _distances(words: Sequence[str]) -> set[int]:
    """Return how far apart the same words stand, where a loop may be so long."""
    last: dict[str, list[int]] = {}
    found: set[int] = set()
    for at, word in enumerate(words):
        places = last.setdefault(word, [])
        found.update(at - place for place in places[-LONGEST_LOOP:] if at - place <= LONGEST_LOOP)
        places.append(at)
    return found


def _sentences_again(pair: PairText) -> str:
    source, target = _counts(pair.source), _counts(pair.target)
    most = max(source.values(), default=1)
    return next((sentence for sentence, times in target.items() if times > max(most, 1)), "")


def _counts(text: str) -> Counter[str]:
    sentences = (" ".join(word.folded for word in words_of(s)) for s in rough_sentences(text))
    return Counter(sentence for sentence in sentences if sentence.count(" ") >= SHORTEST_SENTENCE - 1)


REPETITION = Check("repetition", Severity.WARNING, "say it as often as the source does", _problems)
