"""Who, where and how much keep their parts: "von Kiel nach Bremen" is not "from Bremen to Kiel".

What both texts name once is compared by the small word before it, by what "and" joins it to, and by the order
in which it opens the sentences: whoever stands first does what the other suffers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache
from itertools import pairwise, product

from generator.checks.pairs.anchors import Anchor, Side, Sort, both_sides
from generator.checks.pairs.exchanges import exchanged
from generator.checks.pairs.negation import denies
from generator.checks.pairs.pair import Check, Knowledge, PairText
from generator.checks.pairs.places import nation
from generator.language.lexicon import words
from generator.language.lexicons import LEXICONS
from generator.language.verbs import AUXILIARIES
from generator.model import ENGLISH, GERMAN, Language, Severity

PARTS: Mapping[Language, Mapping[str, str]] = {
    GERMAN: {"aus": "from", "von": "off", "vom": "off", "ab": "since", "seit": "since", "nach": "to",
             "bis": "until", "auf": "up to", "um": "by"},
    ENGLISH: {"from": "from", "since": "since", "to": "to", "into": "to", "towards": "to", "until": "until",
              "till": "until", "by": "by"},
}  # fmt: skip
"""What stands before a place, a time or a number, and what it makes of it; "off" only beside an aim."""
AIMS = words("to until") | {"up to"}
EXCLUDED: Mapping[tuple[str, str], frozenset[Sort]] = {
    ("from", "to"): frozenset((Sort.NAME,)),
    ("to", "from"): frozenset((Sort.NAME,)),
    ("off", "to"): frozenset((Sort.NAME, Sort.NUMBER, Sort.TIME)),
    **dict.fromkeys((("since", "until"), ("until", "since")), frozenset((Sort.TIME, Sort.NUMBER))),
    **dict.fromkeys((("up to", "from"), ("up to", "by"), ("by", "to")), frozenset((Sort.NUMBER,))),
}
"""What in German and in English excludes each other, and of what."""
FILLING = words(
    """the a an der die das den dem des zum zur ende anfang mitte end of early mid late beginning start
    rund etwa knapp fast gut mehr als about around nearly almost more than over just under"""
)
MOST_BEFORE = 4
"""Words looked at before a name."""
MOST_FIRST = 3
"""Words before the subject that opens a sentence: "der frühere"."""
MOST_INSIDE = 2
"""Words from one to another part of a name: "the Bern cantonal police"."""
_PASSIVE = re.compile(
    r"\b(?:wurden?|werden|worden|wird|is|are|was|were|been|being|be)\b.{0,200}?\b(?:von|vom|durch|by)\b",
    re.DOTALL,
)
_COMPARING = words("unter über below above under lower higher less more fewer niedriger höher weniger mehr")
"""After a number: "to 55 per cent below" is not up to so many."""
_JOINED = re.compile(r"(?:, | (?P<and>und|oder|sowie|and|or) )(?:the |d(?:ie|er|as|en|em|es) )?")
_EITHER_CASE = words("das die eine ein")
_WHOSE = words("ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner its their his her")
_INTO = re.compile(r"\bin die ")
_OF_VERBS = words("for on at")
"""In English they may stand before whom something is done to: "cared for"."""
_OF_OBJECTS = words("den dem")
_SAYS_LITTLE = words(
    "ist sind war waren bleibt bleiben is are was were remains zufolge gegenüber laut und oder and or"
)


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    if {pair.source_language, pair.target_language} != PARTS.keys():
        return
    yield from exchanged(pair)
    for source, target in both_sides(pair):
        yield from _other_parts(source, target)
        names = [anchor for anchor in source.places if anchor.sort in (Sort.NAME, Sort.THING)]
        if len(names) > 1:
            yield from _swapped(source, target, names)
        if len(names) > 2:
            yield from _joined_otherwise(source, target, names)


def _other_parts(source: Side, target: Side) -> Iterator[str]:
    """Yield what comes from where it went, or is more by so much and not up to so much."""
    ours = _parts(source)
    theirs = _parts(target) if ours else {}
    for anchor in (one for one in ours if one in theirs):
        (part, said), (other, said_too) = ours[anchor], theirs[anchor]
        both = (part, other) if source.language == GERMAN else (other, part)
        if anchor.sort in EXCLUDED.get(both, ()):
            if not any(denies(side.sentence, side.text, side.language) for side in (source, target)):
                yield f"“{said}” of the source has become “{said_too}”"
            return


def _parts(side: Side) -> Mapping[Anchor, tuple[str, str]]:
    """Return what things are to a sentence, each with the words that say so."""
    found: dict[Anchor, tuple[str, str]] = {}
    for anchor, at in side.places.items():
        behind = side.words[at + 1 : at + MOST_BEFORE]
        if any(word.folded in _COMPARING for word in behind):
            continue
        for word in reversed(side.words[max(0, at - MOST_BEFORE) : at]):
            part = PARTS[side.language].get(word.folded) or _into(side, word.end)
            if part:
                found[anchor] = part, side.text[word.start : side.words[at].end]
                break
            is_day = word.surface.isdigit() and anchor.sort is Sort.TIME
            if not is_day and word.folded not in FILLING:
                break
    has_aim = any(part in AIMS for part, _ in found.values())
    return {anchor: found[anchor] for anchor in found if has_aim or found[anchor][0] != "off"}


def _into(side: Side, end: int) -> str:
    """Return that a German "in" says where to, before "die" and a name in the singular: "in die Türkei"."""
    is_into = side.language == GERMAN and _INTO.search(
        side.text, max(0, end - len(" in")), end + len(" die ")
    )
    return "to" if is_into else ""


def _swapped(source: Side, target: Side, names: list[Anchor]) -> Iterator[str]:
    """Yield the two of which the one opens the source, and the other the translation."""
    first_of, other_of = (_subject(side, names) for side in (source, target))
    if not (first_of and other_of) or {*first_of} & {*other_of}:
        return
    first, other = first_of[-1], other_of[-1]
    if _PASSIVE.search(source.sentence.text) or _PASSIVE.search(target.sentence.text):
        return
    behind = _before(source, first, other), _before(target, other, first)
    if behind[0] is not None and behind[0] == behind[1]:
        yield f"“{_word(source, first)}” does what “{_word(target, other)}” does in the translation"


def _subject(side: Side, names: list[Anchor]) -> list[Anchor]:
    """Return what opens a sentence before a word that may be its verb: "Minister Anna Vogt"."""
    at = min(side.places[one] for one in names)
    last = at
    while last + 1 < len(side.words) and _goes_on(side, last):
        last += 1
    if at > MOST_FIRST or last + 1 >= len(side.words):
        return []
    small = _no_subjects(side.language)
    verb = side.words[last + 1]
    is_next = side.text[side.words[last].end : verb.start] == " " and verb.surface.islower()
    if any(word.folded in small for word in side.words[:at]) or not is_next:
        return []
    goes_on = last + 2 < len(side.words) and side.words[last + 2].folded.endswith("ing")
    if verb.folded in _SAYS_LITTLE and not goes_on:
        return []
    # "The Swiss baker", "the rain in the south".
    if _is_of_nation(side.words[last].folded, side.language) or _is_small(verb.folded, side.language):
        return []
    return sorted((one for one in names if at <= side.places[one] <= last), key=side.places.__getitem__)


@cache
def _no_subjects(language: Language) -> Set[str]:
    """Return the small words that open no subject: all but its articles."""
    lexicon = LEXICONS[language]
    return lexicon.function_words - lexicon.definite_articles - lexicon.indefinite_articles | _OF_OBJECTS


def _is_of_nation(word: str, language: Language) -> bool:
    return language == ENGLISH and nation(word, language) is not None


def _is_small(word: str, language: Language) -> bool:
    """Tell whether a word joins others and does nothing."""
    return word in LEXICONS[language].function_words and word not in AUXILIARIES


@cache
def _articles(language: Language) -> Set[str]:
    lexicon = LEXICONS[language]
    return lexicon.definite_articles | lexicon.indefinite_articles | _WHOSE


def _goes_on(side: Side, at: int) -> bool:
    """Tell whether the next word is of one name with a word: it has a capital, and stands right behind it."""
    word, following = side.words[at], side.words[at + 1]
    return side.text[word.end : following.start] == " " and following.surface[0].isupper()


def _before(side: Side, subject: Anchor, other: Anchor) -> str | None:
    """Return what stands before the other of two: "", or "from"; None where it may turn all."""
    start, end = side.places[subject], side.places[other]
    between = side.text[side.words[start].end : side.words[end].start]
    articles = _articles(side.language)
    # "Das Amt leitet Anna Vogt": either may be the subject.
    is_unsure = start > 0 and side.words[start - 1].folded in _EITHER_CASE
    if side.language == GERMAN and is_unsure and side.words[end - 1].folded not in articles:
        return None
    word = next((one for one in reversed(side.words[start:end]) if one.folded not in articles), None)
    if word is None or re.search(r"[,;:–—\"“”„]", between):
        return None
    if word.folded not in LEXICONS[side.language].function_words or word.folded in _OF_VERBS:
        return ""
    return "from" if PARTS[side.language].get(word.folded) in ("from", "off") else None


def _word(side: Side, anchor: Anchor) -> str:
    return side.words[side.places[anchor]].surface


def _joined_otherwise(source: Side, target: Side, names: list[Anchor]) -> Iterator[str]:
    """Yield whom "and" joins to others in the source, and who stands there in the translation."""
    ours, theirs = _joined(source, names), _joined(target, names)
    alone, alone_too = ({*names}.difference(*groups) for groups in (ours, theirs))
    for here, there in product(ours, theirs):
        gone, new = (here - there) & alone_too, (there - here) & alone
        if here & there and gone and new:
            was, became = (
                _word(side, min(those, key=side.places.__getitem__))
                for side, those in ((source, gone), (target, new))
            )
            # "Die Gewerkschaft Verdi" is one thing.
            apart = [_least_apart(side, gone, new) for side in (source, target)]
            if min(apart) > 1 or max(apart) > MOST_INSIDE:
                yield f"“{was}” of the source has become “{became}”"


def _least_apart(side: Side, some: Set[Anchor], others: Set[Anchor]) -> int:
    return min(abs(side.places[one] - side.places[other]) for one, other in product(some, others))


def _joined(side: Side, names: list[Anchor]) -> list[set[Anchor]]:
    """Return those that commas and "and" join: "A, B and C"."""
    groups: list[set[Anchor]] = []
    ended: list[set[Anchor]] = []
    in_order = sorted(names, key=lambda anchor: side.places[anchor])
    for one, other in pairwise(in_order):
        start, end = side.places[one], side.places[other]
        joined = _JOINED.fullmatch(side.text, side.words[start].end, side.words[end].start)
        if not joined:
            continue
        if not (groups and one in groups[-1]):
            groups.append({one})
        groups[-1].add(other)
        # "The mayor, Anna Vogt, said" joins none.
        if joined["and"]:
            ended.append(groups[-1])
    return ended


ROLES = Check("roles", Severity.WARNING, "keep who does what, from where and how much", _problems)
