"""The clause of a sentence that tells something: a short title in the source's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.dates.calendar import WEEKDAY
from generator.language.sentences.quote import rough_spans, shorten
from generator.language.verbs import has_verb, is_past
from generator.model import GERMAN, Language, Span

LENGTH = 130
FEWEST_WORDS = 4
LONGEST_INSERTION = 6
BOUNDARY = re.compile(
    r"[;:]\s|,\s|\s[-–—]{1,2}\s|"
    r",?\s(?:and|und)\s(?=(?:was|were|has|have|is|are|wurde|wurden|ist|hat)\s)"
)
LEADING = re.compile(
    r"^(?:and|but|or|und|aber|where|while|which|who|as|at which|that|dass)\s{1,3}", re.IGNORECASE
)
OPENING_DATE = re.compile(
    r"(?:(?:early|earlier|late|later)\s?)?(?:on|in|at|during|between|from|am|im|vom|zwischen|an)?"
    r"(?:\s?\d\d?(?:\.|st|nd|rd|th)?(?:,|\s(?:and|und|or|oder))\s?){0,9}",
    re.IGNORECASE,
)
FRONTED = re.compile(r"(?:On|In|At|During|After|Before|Following|Bei|Während|Nach)\s[^,;:]{1,60},\s")
CLOSING_DATE = re.compile(r"\s{1,3}(?:on|in|at|during|earlier in|late in|early in)\s{0,3}$", re.IGNORECASE)
WITH_WEEKDAY = re.compile(rf"(?:{WEEKDAY}),", re.IGNORECASE)
GERMAN_OPENINGS = ("am", "im", "vom", "zwischen", "an")
ABBREVIATION = re.compile(r"\b[A-Z]\.$")
FEWEST_ENDS = 2
SUBORDINATE = re.compile(
    r"(?:and|but|or|und|aber|oder|that|which|who|where|while|dass|der|die|das|wo|während)\b", re.IGNORECASE
)
DOUBLE_QUOTES = '"“”„»«'
QUOTES = DOUBLE_QUOTES + "'‘’"
LEFT_OUT = "… "
REFERS_BACK = re.compile(
    r"(?:it|this|they|he|she|both|the\s(?:previous|last|first|second|third|latest|former|latter|other|same)\s(?-i:[a-z]{3,20})|"
    r"er|sie|es|beide|dies(?:e[rsmn]?)?|d(?:ie|er|as)\s(?:vorige|letzte|erste|zweite|dritte|jüngste)\s(?-i:[A-ZÄÖÜ])[\w-]{2,30})\s"
    r"(?=(?-i:[a-zäöü]))(?!(?:in|im|of|on|for|at|between|from|by|to|der|des|von|vom|zu|zur|zum|zwischen|mit|für|und|and)\b)",
    re.IGNORECASE,
)
"""A title that begins so says of what only with the words before it: "He won", but not "He Kexin won"."""
BELOW = re.compile(
    r",?\s(?P<told>(?:that|dass|daß),?\s)"
    r"(?!(?:day|week|month|year|time|was|were|is|are|has|have|had|will|would|[a-z]{2,15}ed)\b)|"
    r",\s(?:der|die|das|den|dem|deren|dessen|(?:an|auf|aus|bei|in|mit|nach|über|unter|von|zu)\s"
    r"(?:denen|dem|der|deren|dessen))\s(?=[a-zäöü])|,?\s(?:which|who|whose|that)\s|(?P<indirect>,\s)"
)
"""Opens a clause below the main one; what a lone comma opens is German indirect speech."""
INDIRECT = re.compile(r"\b(?:sei|seien|habe|werde|könne|müsse|solle|wolle|dürfe|hätten?|wären?)\b")
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|doubt\w{0,3}|refuted|disputed|bestr(?:eite|itt)\w{0,3}|leugnet\w{0,2}|dementiert\w{0,2}|"
    r"bezweifelt\w{0,2}|not|n't|nicht)\b",
    re.IGNORECASE,
)
AROUND = 4 * LENGTH
SENTENCE_ENDS = (".", "!", "?", "…", ":")
SHORTEST_WORDS = 20


def clause_around(
    sentence: str,
    place: Span,
    dates: Sequence[Span],
    language: Language,
    dated: Span | None = None,
    longest: int = LENGTH,
) -> str:
    """Return the clause that holds a place, without the date where English can do without it.

    Args:
        sentence: one sentence of plain text.
        place: what the clause must hold.
        dates: the dates of the sentence; a comma in or right beside one divides nothing.
        language: of the sentence.
        dated: the date the clause is dated by; None: it has none.
        longest: characters of a title.
    """
    start, end = _limits(sentence, place, dates, language)
    clause = _without_date(sentence, start, end, dated) if dated else sentence[start:end]
    clause = LEADING.sub("", _trimmed(clause))
    whole = _trimmed(sentence)
    up_to_end = _trimmed(sentence[:end])
    if len(clause.split()) < FEWEST_WORDS - 1:
        clause = up_to_end if start and has_verb(up_to_end, language) else whole
    elif start and clause[:1].islower():
        # The subject stands further in front: with all of it, or with a mark that it was left out.
        clause = up_to_end if len(up_to_end) <= longest else LEFT_OUT + clause
    clause = _without_lone_marks(clause)
    if not _is_balanced(clause) and _is_balanced(whole) and len(whole) <= longest:
        clause = whole
    return _balanced(shorten(_balanced(clause), longest))


def sentence_title(text: str, start: int, longest: int = LENGTH) -> tuple[Span, str]:
    """Return where the first sentence of a paragraph's own words stands, and it as a title.

    Args:
        text: the paragraph's.
        start: where its own words begin.
        longest: characters of a title.
    """
    first = next((span for span in rough_spans(text[start:])), Span(0, 0))
    span = Span(start + first.start, start + first.end)
    return span, _balanced(shorten(_balanced(_trimmed(span.of(text))), longest))


def said_in_full(title: str, text: str, place: int) -> str:
    """Return a title with the sentence before it that says what it is of: "They met. The last round was".

    A part of that sentence would seldom say it.

    `place`: in it, near the title.
    """
    if not REFERS_BACK.match(title):
        return title
    text = text[max(0, place - AROUND) : place + AROUND]
    at = text.find(title)
    if not text[: max(at, 0)].rstrip(QUOTES + " ").endswith(SENTENCE_ENDS):
        return title
    last = [span for span in rough_spans(text[:at]) if span.of(text).strip()][-1:]
    start = next((span.start for span in last), at)
    whole = text[start : at + len(title)].lstrip()
    is_said = at - start >= SHORTEST_WORDS and len(whole) <= LENGTH and _is_balanced(whole)
    return whole if is_said else title


def _limits(sentence: str, place: Span, dates: Sequence[Span], language: Language) -> tuple[int, int]:
    cuts = [
        match.span()
        for match in BOUNDARY.finditer(sentence)
        if not any(_divides_nothing(sentence, match, date) for date in dates)
    ]
    start = max((end for _, end in cuts if end <= place.start), default=0)
    ends = [begin for begin, _ in cuts if begin >= place.end] + [len(sentence)]
    inserted = sentence[:start].endswith(", ") and sentence[ends[0] :].startswith(", ")
    if len(sentence[start : ends[0]].split()) < (LONGEST_INSERTION if inserted else FEWEST_WORDS):
        # "The first festival, Organ Days 2021, was held": what stands between two commas is no clause.
        start = max((end for _, end in cuts if end < start), default=0)
        ends = ends[1:] or ends
    fronted = FRONTED.match(sentence, start)
    if fronted and len(ends) > 1 and ends[0] < fronted.end():
        # "During the festival of 2018, Norway sent": the comma comes before the clause.
        ends = ends[1:]
    long_enough = (end for end in ends if len(sentence[start:end].split()) >= FEWEST_WORDS)
    end = next(long_enough, ends[-1])
    before = [at for _, at in cuts if at < start]
    while before and not has_verb(sentence[start : ends[0]], language):
        # "They will meet near the port, Norway, in August, said the mayor": the verb stands further in front.
        start, end = before.pop(), ends[0]
    for later in [at for at in ends if at > end]:
        if has_verb(sentence[start:end], language):
            break
        end = later
    return start, _beyond_insertion(sentence, end, [at for at in ends if at > end], language)


def _beyond_insertion(sentence: str, end: int, ends: Sequence[int], language: Language) -> int:
    """Return where a clause ends that goes on behind an insertion: "In May hatte Berg, der Chef, erklärt"."""
    if len(ends) < FEWEST_ENDS or not all(sentence.startswith(", ", at) for at in (end, ends[0])):
        return end
    inserted, rest = sentence[end + 2 : ends[0]], sentence[ends[0] + 2 : ends[1]]
    is_name = len(inserted.split()) <= LONGEST_INSERTION and inserted[:1].isupper()
    goes_on = rest[:1].islower() and has_verb(rest, language) and not SUBORDINATE.match(rest)
    return ends[1] if is_name and goes_on and not has_verb(inserted, language) else end


def clause_below(sentence: str, place: Span, language: Language) -> str | None:
    """Return what the clause below the main one tells that a date stands in.

    Args:
        sentence: one sentence of plain text.
        place: of its date.
        language: of the sentence.

    Returns:
        The clause as a title; empty: it tells by the way of a thing, or what is denied; None: the date is
        the main clause's.
    """
    sentence, place = _near(sentence, place)
    opener = next(
        (
            one
            for one in reversed([*BELOW.finditer(sentence, 0, place.start)])
            if _is_below(sentence, one, place)
        ),
        None,
    )
    if opener is None:
        return None
    if not _tells(sentence[: opener.start()], language, is_sure=bool(opener["told"])):
        # "The village that he left on 12 May was flooded."
        parts = (sentence[opener.end() : place.start], sentence[place.end : _end_of_clause(sentence, place)])
        return "" if language != GERMAN and all(is_past(part, language) for part in parts) else None
    clause = _without_date(sentence, opener.end(), _end_of_clause(sentence, place), place)
    is_told = opener["told"] or opener["indirect"]
    if not is_told or DENIED.search(sentence, 0, opener.start()):
        return ""
    title = _balanced(shorten(_balanced(_trimmed(clause)), LENGTH))
    return LEFT_OUT + title if title[:1].islower() else title


def _is_below(sentence: str, opener: re.Match[str], place: Span) -> bool:
    """Tell whether the clause that is opened there goes on up to a place."""
    if opener["indirect"] and not INDIRECT.search(sentence, opener.end(), _end_of_clause(sentence, place)):
        return False
    return not re.search(r"[^,;:]{3}[,;:]\s", sentence[opener.end() : place.start])


def _end_of_clause(sentence: str, place: Span) -> int:
    match = BOUNDARY.search(sentence, place.end)
    return match.start() if match else len(sentence)


def _near(sentence: str, place: Span) -> tuple[str, Span]:
    """Return what stands around a place, and the place in it: a sentence may be as long as a text."""
    start = max(0, place.start - AROUND)
    return sentence[start : place.end + AROUND], Span(place.start - start, place.end - start)


def _tells(text: str, language: Language, *, is_sure: bool) -> bool:
    """Tell whether words are a main clause with its verb; an English plural may look like one.

    `is_sure`: what follows is no clause on a noun.
    """
    if is_sure or language == GERMAN:
        return has_verb(text, language)
    return is_past(text, language)


def _divides_nothing(sentence: str, boundary: re.Match[str], date: Span) -> bool:
    """Tell whether a comma stands in a date, or right behind one that opens its clause: "On 2 May, …"."""
    if date.start <= boundary.start() < date.end:
        return True
    if date.end != boundary.start():
        return False
    # "On Friday, 15 March, he …": the day stands between commas.
    return bool(WITH_WEEKDAY.match(sentence, date.start)) or _opens(_before(sentence, date.start))


def _opens(words: str) -> bool:
    return bool(OPENING_DATE.fullmatch(words.strip(QUOTES + " ")))


def _before(sentence: str, start: int) -> str:
    """Return the words between the last punctuation and a place."""
    before = sentence[:start]
    cut = max(before.rfind(mark) for mark in (", ", ": ", "; "))
    return before[cut + 2 :] if cut >= 0 else before


def _without_date(sentence: str, start: int, end: int, date: Span) -> str:
    opening = sentence[start : date.start]
    if _opens(opening):
        rest = sentence[date.end : end]
        # German puts the verb after an opening date: there it has to stay.
        is_german = opening.strip(QUOTES + " ").lower() in GERMAN_OPENINGS
        return rest if rest.startswith(",") and not is_german else sentence[start:end]
    if date.end >= end - 1 and CLOSING_DATE.search(opening):
        return CLOSING_DATE.sub("", opening)
    return sentence[start:end]


def _trimmed(clause: str) -> str:
    """Drop the punctuation around a clause; the stop of "U.S." is part of it."""
    clause = clause.strip(" ,;:|")
    return clause if ABBREVIATION.search(clause) else clause.strip(" .,;:")


def _is_balanced(clause: str) -> bool:
    return sum(map(clause.count, DOUBLE_QUOTES)) % 2 == 0


def _without_lone_marks(clause: str) -> str:
    """Drop a quotation mark at an end when it has no partner."""
    clause = clause.strip(" ,;:")
    if not _is_balanced(clause) and clause.strip(DOUBLE_QUOTES) != clause:
        opens = clause[0] in DOUBLE_QUOTES
        clause = (clause[1:] if opens else clause[:-1]).strip(" ,;:")
    return clause


def _balanced(clause: str) -> str:
    """Drop what a quotation mark without partner parts off, the shorter side of it."""
    clause = _without_lone_marks(clause)
    if _is_balanced(clause):
        return clause
    at = max(clause.rfind(mark) for mark in DOUBLE_QUOTES)
    before, after = clause[:at].strip(" ,;:"), clause[at + 1 :].strip(" ,;:")
    return before if len(before) >= len(after) else after
