"""The words of a text, and which may stand in one term."""

from __future__ import annotations

import re

from generator.language import words

GAP = re.compile(r"[\s'’‑\-–,/·・]{0,4}")
"""What may stand between two words of one term: not the end of a sentence."""


class Words(words.Words):
    """The words of one text, by number."""

    def joined(self, number: int) -> bool:
        """Tell whether a word may stand in one term with the word before it."""
        end, start = self.spans[number - 1][1], self.spans[number][0]
        return start - end <= 4 and GAP.fullmatch(self.text, end, start) is not None
