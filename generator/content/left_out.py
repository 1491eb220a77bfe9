"""Whether cleaning may have left out what belongs to an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.model import DroppedLine, Issue, Severity
from generator.printable import command

ABOVE = "above the article"
AROUND = "menu or teaser"
BELOW = "below the article"
JUDGED = (ABOVE, AROUND, BELOW)
"""How the reason of a line begins that was left out on likelihood, not for certain."""
PARAGRAPH_WORDS = 25
"""A line of as many words that ends as a sentence does is a paragraph."""
MUCH = 0.5
"""Share of the words in paragraphs."""
SURE = 0.8
"""What is left out with as much certainty is not warned about. Of 381 scraped pages of which the model, not
having learned from them, lost nothing, 8 are warned about, of 59 others 2; without it 23 and 6."""
CERTAINTY = re.compile(rf"(?:{'|'.join(JUDGED)}): (\d\.\d+): ")
SENTENCE_END = re.compile(r"""[.!?…][)\]"'”“’»«›‹]*$""")


def check_left_out(seed: str, kept: Iterable[str], dropped: Sequence[DroppedLine]) -> Iterator[Issue]:
    """Warn where much of a text was left out, or a paragraph right below it.

    Args:
        seed: file name in seeds/.
        kept: the lines of the article.
        dropped: the lines left out, in order.
    """
    paragraphs = [line for line in dropped if _is_doubtful(line) and is_paragraph(line.text)]
    lost = sum(len(line.text.split()) for line in paragraphs)
    words = sum(len(text.split()) for text in kept if is_paragraph(text))
    if lost > MUCH * (lost + words):
        yield _warning(seed, f"{len(paragraphs)} paragraphs, {lost / (lost + words):.0%} of it, are left out")
    below = next((line for line in dropped if line.rule.startswith(BELOW)), None)
    if below and _is_doubtful(below) and is_paragraph(below.text):
        yield _warning(seed, f"its line {below.number}, a paragraph right below its text, is left out")


def is_paragraph(text: str) -> bool:
    """Tell whether a line is running text."""
    return len(text.split()) >= PARAGRAPH_WORDS and SENTENCE_END.search(text) is not None


def _is_doubtful(line: DroppedLine) -> bool:
    """Tell whether a line was left out on likelihood, and not for sure."""
    certainty = CERTAINTY.match(line.rule)
    return line.rule.startswith(JUDGED) and (certainty is None or float(certainty[1]) < SURE)


def _warning(seed: str, problem: str) -> Issue:
    remedy = f"see `{command('generate', '--explain', seed)}`; `clean: false` in its sidecar keeps every line"
    return Issue(Severity.WARNING, f"seeds/{seed}", problem, remedy)
