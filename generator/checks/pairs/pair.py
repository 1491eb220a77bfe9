"""What a check is given and what it returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.model import Language, Severity
from generator.names.index import NameIndex
from generator.terms import TermBase


@dataclass(frozen=True)
class PairText:
    """A text and its translation, as a reader sees them: plain text without Markdown."""

    source: str
    target: str
    source_language: Language
    target_language: Language


@dataclass(frozen=True)
class Knowledge:
    """What is known beyond the two texts."""

    names: NameIndex = field(default_factory=lambda: NameIndex({}))
    terms: TermBase = field(default_factory=TermBase)
    """Fixed renderings of the term base; names have a check of their own."""


@dataclass(frozen=True)
class Finding:
    """Something in a translation that a person should look at."""

    check: str
    severity: Severity
    problem: str
    """In words, with the words of the texts that it is about."""
    remedy: str


@dataclass(frozen=True)
class Check:
    """One way in which a translation may be wrong.

    It is called with a pair and what is known, and yields its findings. It errs on the side of
    silence: a person's good translation must pass.
    """

    name: str
    severity: Severity
    remedy: str
    problems: Callable[[PairText, Knowledge], Iterable[str]]
    """Yields each problem in words."""
    is_final: bool = False
    """Where it finds something, nothing is left that the later checks could usefully say."""

    def __call__(self, pair: PairText, knowledge: Knowledge) -> Iterator[Finding]:
        """Yield what is wrong with a pair, the same in two places once."""
        for problem in dict.fromkeys(self.problems(pair, knowledge)):
            yield Finding(self.name, self.severity, problem, self.remedy)


def differences(lost: Sequence[str], added: Sequence[str]) -> Iterator[str]:
    """Yield the one problem that the one text has words the other lacks, or the reverse."""
    if lost:
        other = f"; {quoted(added)} stands there" if added else ""
        yield f"{quoted(lost)} of the source is missing{other}"
    elif added:
        yield f"{quoted(added)} is not in the source"


def quoted(words: Iterable[str], limit: int = 5) -> str:
    """Name words of a text in a problem: each in quotation marks, no more than `limit`."""
    named = list(dict.fromkeys(words))
    shown = ", ".join(f"“{word[:60]}”" for word in named[:limit])
    return f"{shown} and {len(named) - limit} more" if len(named) > limit else shown
