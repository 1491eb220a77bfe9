"""Finds where sentences end, by punctuation and what stands on both sides of it, and keeps their places.

One pass over the text that looks a bounded number of characters back and ahead: linear in any text. A
quotation of several sentences is split into them; brackets and short quotations inside a sentence are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.language.letters import fold
from generator.language.lexicon import Lexicon
from generator.language.lexicons import LEXICONS
from generator.language.searching import find_at
from generator.model import Language

WINDOW = 40
"""How many characters before and after a mark are looked at."""

# Possessive throughout: what has been read is never read again.
MARK = re.compile(
    r"""(?P<break>\n[^\S\n]*+\n\s*+|\n[^\S\n]*+(?=[-•*▪◦–]\s))
    |(?P<mark>[.!?…。！？｡]++)(?P<close>["'”“’»«›‹)\]」』）】]*+)""",
    re.VERBOSE,
)
OPENS_MARK = re.compile(r"[\n.!?…。！？｡]")
SPACE = re.compile(r"\s*+")
# At most so long, since the model that translates does better with short sentences than with long ones.
ASIDE = re.compile(
    r"""(?P<bracket>\([^()]{1,300}\)|\[[^\[\]]{1,300}\]|（[^（）]{1,300}）)
    |(?P<cjk>「[^「」]{1,300}」|『[^『』]{1,300}』|(?<=[：，])“[^“”]{1,300}”)
    |(?P<quote>„[^„“”]{1,120}[“”]|»[^»«]{1,120}«|(?<![\w.!?…])(?:“[^“”„]{1,120}”|"(?=\S)[^"]{1,120}(?<=\S)"))""",
    re.VERBOSE,
)
OPENS_ASIDE = re.compile(r"[(\[（「『“„»\"]")
FULL_WIDTH = frozenset("。！？｡")
LEADING = "\"'„“”‘’‚«»‹›([¿¡"
STARTING_SYMBOLS = frozenset("$€£#@•*§+&")
SINGLE_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
TIME_OF_DAY = frozenset(("a.m", "p.m", "A.M", "P.M"))
ORDINAL = re.compile(r"(?:\d{1,2}\.?[–-])?\d{1,3}")
UNITS = frozenset("mtghslkf")
LONGEST_OF_TITLE = 5
"""Letters of what stands behind a title: "Dr. pharm."."""
ITEM = re.compile(r"\d{1,3}|[A-Za-z]|[IVX]{1,5}")
LETTERED = re.compile(r"[a-z]\)\s")
WORD = re.compile(r"[^\W\d_]+")
CONSONANTS = re.compile(r"[A-ZÄÖÜ]?[bcdfghjklmnpqrstvwxzß]{1,6}")
CUT_SHORT = re.compile(r"[^\W\d_]*(?:[bcdfkpt][mnrw]|f+z)")
"""As no German or English word ends: its last syllable is missing but for what opens it (Staatssekr.)."""
COMPOUND = re.compile(r"(?!.*\.(?:com|org|net|[a-z]{2})$)[^\W\d_a-zß][^\W\d_]{0,4}(?:\.[-–]?[^\W\d_]{1,5})+")
"""Several short ones in one: Ph.D., Min.-Dir., Mo.–Fr.; not an address, CNN.com."""
RUN_ON = re.compile(r"[^\W\d_]+(?=[\s,;:])")


@dataclass(frozen=True)
class Sentence:
    """A sentence and its place: `text` is what stands from `start` to `end`."""

    start: int
    end: int
    text: str


class _Place(NamedTuple):
    """A mark that may end a sentence, and what stands around it."""

    mark: str
    close: str
    words: Sequence[str]
    """Those before it in the sentence, as far as they are looked at; "" last where the mark stands apart."""
    is_first: bool
    """The word before it is the first of the sentence."""
    has_gap: bool
    rest: str
    """What follows, from the first character that is not space."""

    @property
    def word(self) -> str:
        return self.words[-1] if self.words else ""

    @property
    def word_before(self) -> str:
        return self.words[-2] if len(self.words) > 1 else ""

    @property
    def bare_rest(self) -> str:
        """What follows without quotation marks, brackets and dashes before it."""
        return self.rest.lstrip(LEADING).lstrip("–—- ").lstrip(LEADING)

    @property
    def next_word(self) -> str:
        found = WORD.match(self.bare_rest)
        return found[0] if found else ""


def split_sentences(text: str, language: Language) -> list[str]:
    """Split one paragraph of plain text into its sentences, without the space between them."""
    return [sentence.text for sentence in find_sentences(text, language)]


@lru_cache(maxsize=2_000)  # Those of a batch of seeds, which are asked for again and again.
def find_sentences(text: str, language: Language) -> tuple[Sentence, ...]:
    """Find the sentences of a plain text, in order; between them is nothing but space.

    Without a language, none ends where it would not in one of those known.
    """
    return tuple(_sentences(text, LEXICONS.nearest(language) if language else LEXICONS.any))


def join_sentences(sentences: Iterable[str], language: Language) -> str:
    """Put sentences of one paragraph together again."""
    return ("" if language in ("zh", "ja") else " ").join(sentences)


def _sentences(text: str, lexicon: Lexicon) -> Iterator[Sentence]:
    start = _after_space(text, 0)
    for end in _ends(text, lexicon):
        # A break in the text stands behind the space that may come before it.
        last = end - 1
        while last >= start and text[last].isspace():
            last -= 1
        if last >= start:
            yield Sentence(start, last + 1, text[start : last + 1])
            start = _after_space(text, end)


def _after_space(text: str, at: int) -> int:
    return SPACE.match(text, at).end()  # type: ignore[union-attr]


def _ends(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Yield every place where a sentence ends, the end of the text last."""
    asides = _asides(text)
    aside = next(asides, None)
    start = reached = _after_space(text, 0)
    has_words = False
    for match in find_at(_places(OPENS_MARK, text), MARK, text):
        has_words = has_words or any(map(str.isalnum, text[reached : match.start()]))
        reached = match.end()
        while aside and aside[1] <= match.start():
            aside = next(asides, None)
        inside = aside is not None and aside[0] < match.start()
        if match["break"] is None:
            if not has_words or (inside and aside and reached < aside[1]) or reached == len(text):
                continue
            in_bracket = inside and match["close"][:1] in (")", "]", "）")
            if not _is_end(_place(text, start, match), lexicon, in_bracket=in_bracket):
                continue
        yield reached
        start = reached = _after_space(text, reached)
        has_words = False
    yield len(text)


def _places(opens: re.Pattern[str], text: str) -> Iterator[int]:
    return (match.start() for match in opens.finditer(text))


def _asides(text: str) -> Iterator[tuple[int, int]]:
    """Yield where brackets and short quotations stand inside a sentence."""
    for match in find_at(_places(OPENS_ASIDE, text), ASIDE, text):
        before = text[max(0, match.start() - WINDOW) : match.start()].rstrip()
        after = text[match.end() : match.end() + WINDOW].lstrip()
        opens = not before or before[-1] in '.!?…。！？"”“«»'
        embedded = not opens and after[:1].islower()
        if match["cjk"] or (match["bracket"] and not opens) or (match["quote"] and embedded):
            yield match.span()


def _place(text: str, start: int, match: re.Match[str]) -> _Place:
    window = text[max(start, match.start() - WINDOW) : match.start()]
    words = window.split()
    if window[-1:].isspace():
        words.append("")
    at = match.start() - len(words[-1]) if words else match.start()
    gap = _after_space(text, match.end())
    return _Place(
        mark=match["mark"],
        close=match["close"],
        words=[word.lstrip(LEADING) for word in words],
        is_first=at == start,
        has_gap=gap > match.end(),
        rest=text[gap : gap + WINDOW],
    )


def _is_end(place: _Place, lexicon: Lexicon, *, in_bracket: bool) -> bool:
    if place.mark[-1] in FULL_WIDTH:
        # "…」と言った": what was said, and that it was.
        goes_on = place.rest.startswith(("，", "、", "；", "：", ",", "と" if place.close else "，"))
        return not in_bracket and not goes_on
    if not _starts(place.rest, place.bare_rest):
        return False
    if not place.has_gap:
        return _runs_on(place, lexicon)
    if place.mark != ".":
        # A noun may follow a quoted question in the middle of a German sentence; hardly so after a bracket.
        return not in_bracket or _opens(place, lexicon)
    return _full_stop_ends(place, lexicon)


def _starts(rest: str, bare: str) -> bool:
    """Tell whether a sentence could start like this."""
    if not bare:
        return False
    first = bare[0]
    if first.islower():
        return bare[1:2].isupper() or LETTERED.match(rest) is not None  # eBay; b) …
    return first.isalnum() or first in STARTING_SYMBOLS


def _runs_on(place: _Place, lexicon: Lexicon) -> bool:
    """Tell whether a sentence ends where the space after it was forgotten; not so in names and addresses."""
    first = place.bare_rest[0]
    if place.mark not in (".", "!", "?") or not first.isupper() or not RUN_ON.match(place.bare_rest):
        return False
    word = place.word.rstrip("\"'”“’»«)]")
    if word != place.word:
        return True  # countries”.The
    return word.isalpha() and len(word) > 1 and (word.islower() or _opens(place, lexicon))


def _opens(place: _Place, lexicon: Lexicon) -> bool:
    """Tell whether what follows begins with a word that has a capital only there."""
    word = place.next_word
    return (
        word[:1].isupper()
        and fold(word) in lexicon.openers
        and place.bare_rest[len(word) : len(word) + 1] not in (".", "-", "–")
    )


def _is_calendar_word(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word after `9 a.m.` goes on with the sentence: a zone, a day, a month."""
    name = word.lower()
    return (
        (word.isupper() and len(word) > 1)
        or name in lexicon.calendar.months
        or name in lexicon.calendar.weekdays
    )


def _full_stop_ends(place: _Place, lexicon: Lexicon) -> bool:
    word = place.word.rpartition("/")[2]
    if place.is_first and ITEM.fullmatch(word):
        return False
    if word[:1].isdigit():
        return _number_ends(place, word, lexicon)
    if len(word) == 1 and word.isalpha():
        return _letter_ends(place, word, lexicon)
    if SINGLE_LETTERS.fullmatch(word):
        return _letters_end(place, word, lexicon)
    return _abbreviation_ends(place, word, lexicon)


def _number_ends(place: _Place, number: str, lexicon: Lexicon) -> bool:
    if not lexicon.numbers.has_ordinal_stop or not ORDINAL.fullmatch(number):
        return True
    if place.next_word.lower() in lexicon.calendar.months:
        return False
    return _opens(place, lexicon) or place.word_before.lower() in lexicon.numbers.before_amounts


def _letter_ends(place: _Place, letter: str, lexicon: Lexicon) -> bool:
    if letter.islower():
        # "155 m.", "S. 12 f.", "3 Mio. t. Das"; otherwise "z. B.", "d. h.", "p. 12".
        before = place.word_before
        counts = before[:1].isdigit() or (len(before) > 2 and before.endswith(".") and _opens(place, lexicon))
        return counts and letter in UNITS
    return _opens(place, lexicon)


def _letters_end(place: _Place, word: str, lexicon: Lexicon) -> bool:
    if word in lexicon.abbreviations.never_last:
        return False
    if word in TIME_OF_DAY:
        after = place.bare_rest[len(place.next_word) :].split(maxsplit=1)[:1]
        goes_on = _is_calendar_word(place.next_word, lexicon) or after in (["time"], ["time,"], ["time."])
        return not goes_on and not place.bare_rest[0].isdigit()
    return _opens(place, lexicon)


def _abbreviation_ends(place: _Place, word: str, lexicon: Lexicon) -> bool:
    last = word.rpartition("-")[2]
    name = last.rpartition(".")[2]  # Reg.bez.
    never_last = lexicon.abbreviations.never_last
    if name in never_last or word in never_last:
        return False
    is_bound = _is_of_title(place, word, lexicon) or (place.is_first and word.lower() in never_last)
    if is_bound or COMPOUND.fullmatch(word):
        return _opens(place, lexicon)
    if name in lexicon.abbreviations.counted:
        is_lettered = ITEM.fullmatch(place.next_word) and not _opens(place, lexicon)
        return not (place.bare_rest[0].isdigit() or is_lettered)
    is_street = lexicon.numbers.has_ordinal_stop and last.endswith("str")
    if name in lexicon.short or is_street:
        return _opens(place, lexicon)
    shortened = CONSONANTS.fullmatch(last) or CUT_SHORT.fullmatch(last)
    if shortened and not place.word_before[:1].isdigit():
        return _opens(place, lexicon)
    return True


def _is_of_title(place: _Place, word: str, lexicon: Lexicon) -> bool:
    """Tell whether a short word goes on with a title: "Prof. em.", "Dr. rer. nat."."""
    if len(word) > LONGEST_OF_TITLE or not word.islower():
        return False
    for before in reversed(place.words[:-1]):
        if not before.endswith("."):
            return False
        if before[:-1].rpartition("-")[2] in lexicon.abbreviations.titles:
            return True
    return False
