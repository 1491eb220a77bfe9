"""No word is gone from an English sentence: "the diocese of was", "moved to the ."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.model import ENGLISH, Severity

_NO_NOUN = r"(?:a|an|every|its|my|our|the|their)"
"""What stands before a noun, and is none by itself."""
_NO_END = r"(?:alongside|among|despite|during|into|of|with|without)"
"""What stands before whom or what it is about …"""
_NOTHING = r"(?:by|for|from|in|of|on|to|with|can|could|did|does|had|has|have|is|are|must|was|were|will|would)"
"""… and what can be neither."""
_NOT_AFTER_ARTICLES = r"(?:a|an|and|at|because|into|or|that|the|when|which|while|who)"
_GAPS = re.compile(
    rf"""
    \b{_NO_NOUN}\ (?:{_NOTHING}|{_NOT_AFTER_ARTICLES})\b(?!-)
    | \b{_NO_NOUN}\ ?[,.;:!?)](?=\W|$)
    | \b{_NO_END}\ {_NOTHING}\b(?!-)
    | (?<![\w.)"”])['’]s\b                # "of 's children"
    | \(\ ?\)
    | \b[a-z]{{2,}}\ [,.;:](?=\s|["”]|$)  # "alongside ."
    """,
    re.VERBOSE,
)
_NO_SUBJECT = re.compile(
    r"^(?:Are|Can|Could|Did|Does|Had|Has|Is|Must|Said|Says|Was|Were|Will|Would)\b(?![^.]*[,?])[^.]*\.$"
)
"""Questions aside, and conditions: "Had it rained, …"."""


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    if pair.target_language != ENGLISH:
        return
    found = [match[0] for match in _GAPS.finditer(pair.target) if match[0] not in pair.source]
    if not found and (opening := _NO_SUBJECT.match(pair.target)):
        found = opening[0].split()[:1]
    if found:
        yield f"a word is missing at {quoted(found)}"


GAPS = Check("gaps", Severity.WARNING, "put in what is missing there", _problems)
