"""Nothing goes round in a loop: words, or whole sentences, that come again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import Word, sentences_of, words_of
from generator.model import Severity

LONGEST_LOOP = 12
FEW, TIMES_OF_FEW_WORDS = 3, 3
"""One to three words may be said twice ("very, very"); more of them may not."""
NEVER_TWICE = frozenset(("the", "a", "an", "of", "and", "und", "ein", "eine", "with"))
SHORTEST_SENTENCE = 4


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    # The source may say it again and again itself: "sehr, sehr, sehr".
    loop = next(_loops(words_of(pair.target)), None)
    if loop and not next(_loops(words_of(pair.source)), None):
        yield f"{quoted([' '.join(loop)])} comes again and again"
    elif again := _sentences_again(pair):
        yield f"{quoted([again])} is said more often than in the source"


def _loops(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """Yield the words that follow upon themselves."""
    folded = [word.folded for word in words]
    # Without two words in a row that come again, one alone may.
    longest = LONGEST_LOOP if len({*pairwise(folded)}) < len(folded) - 1 else 1
    for size in range(1, longest + 1):
        # A look at all words in one step spares most steps through them.
        least = size * (TIMES_OF_FEW_WORDS - 1 if 1 < size <= FEW else 1)
        if b"\1" * least not in bytes(map(eq, folded, folded[size:])):
            continue
        same = 0
        for at in range(size, len(folded)):
            same = same + 1 if folded[at] == folded[at - size] else 0
            few = size <= FEW and not (size == 1 and folded[at] in NEVER_TWICE)
            if same == size * ((TIMES_OF_FEW_WORDS if few else 2) - 1):
                yield tuple(folded[at - size + 1 : at + 1])


def _sentences_again(pair: PairText) -> str:
    target = _counts(pair.target)
    if max(target.values(), default=1) == 1:
        return ""
    most = max(_counts(pair.source).values(), default=1)
    return next((sentence for sentence, times in target.items() if times > most), "")


def _counts(text: str) -> Counter[str]:
    sentences = (one.words for one in sentences_of(text) if len(one.words) >= SHORTEST_SENTENCE)
    return Counter(" ".join([word.folded for word in words]) for words in sentences)


REPETITION = Check("repetition", Severity.WARNING, "say it as often as the source does", _problems)
