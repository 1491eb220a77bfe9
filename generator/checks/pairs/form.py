"""Who speaks, what is asked and where it ends are as in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.checks.pairs.likely_names import is_listed_whole, may_be
from generator.checks.pairs.pair import Check, Knowledge, PairText
from generator.checks.pairs.places import country
from generator.checks.pairs.words import words_of
from generator.language.common_words import is_common
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import GERMAN, Language, Severity

_LABEL = re.compile(r"([^\W\d_][^:.!?„“”\"\n]{0,58}):\s")
_LABEL_INSIDE = re.compile(rf"(?:^|(?<=[.!?”“\"–—]\s)){_LABEL.pattern}")
_UNNAMED = LEXICONS.united(lambda one: one.questioners | one.answerers)
ALIKE = 0.6
"""How much of two spellings of one name is the same at least: "Beloussow", "Belousov"."""
_STOPS = ".!?…。！？"
_OPEN_ENDS = ",-–—"
_LETTERS = re.compile(r"\b(?:[^\W\d_]\.){2,8}$")
"""Their full stop may belong to them alone: "8.15 p.m.", "e.V."."""
_CLOSING = "\"'“”‘’«»›)]*_ "


def _speaker(pair: PairText, _: Knowledge) -> Iterator[str]:
    source, target = _label(pair.source), _label(pair.target)
    if source and not target:
        if not _LABEL.match(pair.target):
            yield f"the speaker “{source}:” is missing"
    elif target and not source and not _LABEL.match(pair.source) and _is_part(target):
        yield f"the speaker “{target}:” is not in the source"
    ours, theirs = _labels(pair.source), _labels(pair.target)
    if len(ours) == len(theirs):
        for was, now in zip(ours, theirs, strict=True):
            if not _may_be_same(was, now, pair):
                yield f"the speaker “{was}:” has become “{now}:”"


def _label(text: str) -> str:
    """Return who speaks first; empty when nobody is named."""
    match = _LABEL.match(text)
    return match[1] if match and _is_label(match[1]) else ""


def _labels(text: str) -> list[str]:
    """Return who speaks, in order, wherever a sentence begins so."""
    matches = _LABEL_INSIDE.finditer(text) if ": " in text else ()
    return [match[1] for match in matches if _is_label(match[1])]


def _is_label(said: str) -> bool:
    """Tell whether words before a colon are a label: up to five, all with capitals."""
    words = words_of(said)
    is_label = len(words) <= 5 and all(word.surface[0].isupper() for word in words)
    return is_label and words[0].folded not in LEXICONS.function_words - {"a"}


def _is_part(label: str) -> bool:
    """Tell whether a label is that of an interview: "Question"."""
    return any(word.folded in _UNNAMED for word in words_of(label))


def _may_be_same(source: str, target: str, pair: PairText) -> bool:
    """Tell whether two labels may be of one speaker: their last words are no names, or are alike."""
    one, other = (_name(source), pair.source_language), (_name(target), pair.target_language)
    # "Corona-Hilfen:" may be "Covid Aid:", "Moderatorin:" the presenter's name.
    if _is_nobody(*one) or _is_nobody(*other):
        return True
    a, b = (fold(label).split() for label in (source, target))
    is_alike = any(SequenceMatcher(None, x, y).ratio() >= ALIKE for x in a for y in b)
    return is_alike or may_be(*one, *other)


def _is_nobody(name: str, language: Language) -> bool:
    """Tell whether a label is a common word or a country, which another check compares."""
    is_word = is_listed_whole(name.title()) if language == GERMAN else is_common(fold(name), language)
    return is_word or country(fold(name), language) is not None


def _name(label: str) -> str:
    """Return the last word of a label, without what stands in brackets: "Haller (BMF)"."""
    return words_of(label.partition(" (")[0])[-1].surface


def _question(pair: PairText, _: Knowledge) -> Iterator[str]:
    source, target = (any(mark in text for mark in "?？") for text in (pair.source, pair.target))
    if source and not target:
        yield "the source asks a question, the translation does not"
    elif target and not source:
        yield "the translation asks a question, the source does not"


def _end(pair: PairText, _: Knowledge) -> Iterator[str]:
    source, target = (text.rstrip(_CLOSING + "\n\t\u00a0") for text in (pair.source, pair.target))
    if not source or not target:
        return
    if source[-1] in _STOPS and target[-1] not in _STOPS + ":;" and not _LETTERS.search(source[-20:]):
        yield f"it ends in “{target[-20:]}”, without a full stop: it may be cut off"
    elif source[-1].isalnum() and target[-1] in _OPEN_ENDS + ".。" and not _LETTERS.search(target[-20:]):
        yield f"it ends in “{target[-1]}”, the source has no punctuation there"


SPEAKER = Check("speaker", Severity.WARNING, "begin with the speaker, as the source does", _speaker)
QUESTION = Check("question", Severity.WARNING, "ask what the source asks", _question)
END = Check("end", Severity.NOTE, "end the paragraph as the source does", _end)
