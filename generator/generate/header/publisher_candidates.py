"""Who may have published a document: names around its text, cut out of the lines that give them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.dates.dateline import dateline_parts
from generator.generate.header.layout import WORD, Layout, words_of
from generator.generate.header.look import BY_WORDS, DATED, is_dated, is_institution, is_name
from generator.generate.header.spelled import OF_A_MAIL, mail_hosts, name_of_host, names_spelled, own_name
from generator.generate.header.title import Headline
from generator.generate.header.weights import NameCandidate, those_that_hold
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

FIRST, LAST = 10, 12
"""Lines at a document's ends that are looked at."""
ABOVE, BEHIND = 5, 8
"""Lines around the headline."""
BELOW = 12
"""Lines below the text."""
LONGEST = 200
"""Characters of a line that gives a name."""
MOST_WORDS = 14
MOST_WORDS_BESIDE = 16
"""Words of a line, no prose, in which a name's recurring tells."""
MENU = 3
"""Words of a menu's item."""
LABEL = re.compile(
    r"^(?P<label>[^\W\d_]+(?:-[^\W\d_]+)?)\s?(?P<colon>:|[-–—]\s)?\s?(?:(?P<by>by|von|vom)\b:?\s)?(?P<name>\S.*)",
    re.IGNORECASE,
)
LONGEST_SIGN = 2
"""Small letters of a writer's sign in a dateline; an agency's are three or more."""
SENT_BY = re.compile(r",\s(?=[a-zäöü])")
BULLET = re.compile(r"^[•·▪◦*|–—-]\s+")
COURT = "a court above its decision"
_DECISION = rf"(?i:{'|'.join(sorted(LEXICONS.united(lambda one: one.stamps.decisions)))})\.?"
DECISION = re.compile(
    rf"(?P<court>[A-ZÄÖÜ][\w .-]{{1,60}}?)(?:,|\s\d[\w ./]{{3,25}}\s?[-–])?\s{_DECISION} (?:vom|v\.)\s\d"
    rf"|{_DECISION} (?:vom|des|der)\s(?P<its>[A-ZÄÖÜ][\w .-]{{1,60}}?)\s[-–]\s\d"
)
SIGN = re.compile(r"\s+[-–—|·•/»›→>:]+\s+|\s*[|│→]\s*")
BRACKETS = re.compile(r"\((?P<name>[^()]{2,60})\)")
SITE = re.compile(r"(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,6}(?![\w.@-])", re.IGNORECASE)
_FORM = r"(?:Ltd|Limited|Inc|Corp|GmbH|mbH|AG|KG|SE|LLC|plc|PLC|e\.\s?V|eG)"
_YEARS = r"(?:\d{4}(?:\s*[-–]\s*\d{0,4})?)"
HOLDER = re.compile(
    rf"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:by\s+)?(?:{_YEARS},?\s+)?(?:by\s+)?(?P<name>[^.,|/\d©]{{2,60}}?)"
    rf"(?:,?\s+{_FORM}\b\.?.*)?(?:,?\s+{_YEARS})?"
    r"(?:\s*[.,|–-]?\s*(?:all rights reserved|alle rechte vorbehalten).*)?\.?$",
    re.IGNORECASE,
)
COMPANY = re.compile(rf"(?P<name>[A-ZÄÖÜ][\w&.-]*(?:\s[\w&.-]+){{0,5}}?\s{_FORM})(?=[\s.,)]|$)")
SENTENCE_END = re.compile(r"\w{3}\W?[.!?]$")
"""Of a sentence that goes on behind a company's name: no "e. V."."""
_ABOUT = "|".join(sorted(LEXICONS.united(lambda one: one.stamps.about)))
ABOUT = re.compile(rf"(?i:{_ABOUT})\s(?P<name>[^\W\d_a-zäöü].{{2,60}}?):?$")
"""Above what says who gives a release out."""
NUMBERED = re.compile(
    r"(?P<name>[^\W\d_].{2,60}?)\s(?i:drucksache|document|doc\.|report)\s(?i:n[or]\.\s)?\d[\d/.-]*$"
)
"""A document's number behind the name of whose it is: "Landtag Oberland Drucksache 6/2207"."""
LEGAL_FORM = re.compile(rf",?\s+{_FORM}\b\.?(?:\s?&\s?Co\.?(?:\sKG)?)?$")
"""Behind a name."""
ARTICLES = LEXICONS.united(lambda one: one.definite_articles)
SOURCES = LEXICONS.united(lambda one: one.stamps.sources)
SAYS_WHO = frozenset(
    {
        "agency of the dateline",
        "holder of the rights",
        "after a label",
        "a line in brackets",
        "spells out its address",
        OF_A_MAIL,
        "what is told of below",
    }
)
"""What tells whose document it is by itself, wherever the name stands and however often."""
GENERAL = LEXICONS.united(
    lambda one: one.stamps.institutions | one.stamps.published | one.stamps.general
) | LEXICONS.united(lambda one: one.stamps.documents | one.function_words)
ABOUT_DATES = LEXICONS.united(lambda one: one.stamps.published | one.stamps.updated | one.stamps.today)


def publisher_candidates(layout: Layout, headline: Headline | None) -> list[NameCandidate]:
    """Return the names that may be that of the publisher.

    Args:
        layout: the document.
        headline: its headline.
    """
    found: dict[tuple[str, ...], list[tuple[str, str, int]]] = defaultdict(list)
    title = words_of(headline.text) if headline else ()
    hosts = {own_name(layout): "spells out its address"} if own_name(layout) else mail_hosts(layout)
    for host, how in hosts.items():
        for index, line in enumerate(layout.lines):
            for name in names_spelled(line.text, host):
                # One word may be any that a mail's host has, too: "harbour".
                if how != OF_A_MAIL or " " in name or name.isupper():
                    found[key_of(name)].append((name, how, index))
    for index in _looked_at(layout, headline):
        if index and layout.words[index] == layout.words[index - 1]:
            continue
        is_title = index == 0 and 0 < len(title) < len(layout.words[0]) and set(title) <= set(layout.words[0])
        for text, how in _names_in(layout, index, " of the page's title" if is_title else ""):
            name = text.strip(" .,:;-–—[]'\"“”„*©")
            words = key_of(name)
            if 0 < len(words) <= MOST_WORDS and len("".join(words)) > 1 and not is_dated(name):
                found[words].append((name, how, index))
    whole = _Whole(layout, headline)
    return [
        NameCandidate(_fullest(given), " ".join(words), whole.features(words, given))
        for words, given in found.items()
    ]


def key_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as its forms have them all: `The Courier`, `courier.com`, `Courier Ltd`."""
    if SITE.fullmatch(name) and (of_host := name_of_host(name)):
        return (of_host,)
    words = words_of(LEGAL_FORM.sub("", name))
    return words[1:] if len(words) > 1 and words[0] in ARTICLES else words


def _fullest(given: Sequence[tuple[str, str, int]]) -> str:
    """Return the first form of a name that is no site's address, if there is one."""
    return next((name for name, _, _ in given if not SITE.fullmatch(name)), given[0][0])


def _looked_at(layout: Layout, headline: Headline | None) -> list[int]:
    count = len(layout.lines)
    middle = layout.first if headline is None or headline.line is None else headline.line
    ranges: Iterable[range] = (
        range(FIRST),
        range(middle - ABOVE, middle + BEHIND),
        range(layout.last + 1, layout.last + 1 + BELOW),
        range(count - LAST, count),
    )
    near = {index for one in ranges for index in one if 0 <= index < count}
    return sorted(near | layout.claims | ({layout.first} if layout.first < count else set()))


def _names_in(layout: Layout, index: int, of_what: str) -> Iterator[tuple[str, str]]:
    text = layout.lines[index].text
    is_dateline = index in layout.paragraphs and not layout.is_said(text)
    dateline = dateline_parts(text) if is_dateline else None
    agency = ((dateline and dateline.agency) or "").partition("/")[0]
    if agency and not (agency.islower() and len(agency) <= LONGEST_SIGN):
        yield agency, "agency of the dateline"
        return
    if len(text) > LONGEST:
        return
    text = BULLET.sub("", text)
    named = _labelled(layout, index, text)
    if named:
        yield named, "after a label"
        return
    if index in layout.labelled:  # for the sender, for those it went to, for the day
        return
    yield from _said_in(layout, index, text)
    pieces = SIGN.split(text)
    if len(pieces) > 1:
        yield pieces[0], f"first piece{of_what}"
        yield pieces[-1], f"last piece{of_what}"
        for piece in pieces[1:-1]:
            yield piece, f"piece{of_what}"
    elif not is_dated(text) and text[0] != "(":
        yield text, "a sentence" if text[-1:] in ".!?" else "a line"
    for match in BRACKETS.finditer(text) if "(" in text and not layout.is_said(text) else ():
        is_alone = match[0] == text and is_name(match["name"]) and not layout.has_asides
        yield match["name"], "a line in brackets" if is_alone else "in brackets"
    for match in SITE.finditer(text) if "." in text else ():
        yield match[0], "a site"


def _said_in(layout: Layout, index: int, text: str) -> Iterator[tuple[str, str]]:
    """Yield the names that the words around them tell of."""
    if (match := ABOUT.match(text)) and _goes_on_with(layout, index, match["name"]):
        yield match["name"], "what is told of below"
    # A sentence that begins with a company's name tells of it, whoever published the text.
    if (match := COMPANY.match(text)) and not SENTENCE_END.search(text, match.end()):
        yield match["name"], "before a legal form"
    if index in layout.claims and (match := HOLDER.search(text)):
        yield match["name"], "holder of the rights"
    if match := DECISION.match(text):
        yield match["court"] or match["its"], COURT
    if match := NUMBERED.match(text):
        yield match["name"], "before a number"
    date = DATED.search(text) if index in layout.dated else None
    if date and (before := text[: date.start()].strip(" ,|/(")):
        yield before, "before a date"


def _goes_on_with(layout: Layout, index: int, name: str) -> bool:
    """Tell whether the next line tells of what a line names."""
    words = words_of(name)
    below = layout.words[index + 1][: len(words) + 4] if index + 1 < len(layout.words) else ()
    return bool(words) and words[-1] in below


def _labelled(layout: Layout, index: int, text: str) -> str | None:
    """Return what a line says is the source, or the line below the word for it."""
    match = LABEL.match(text)
    is_label = match and (match["colon"] or fold(match["by"] or "") in BY_WORDS or match["label"].isupper())
    if match and is_label and fold(match["label"]) in SOURCES:
        return SENT_BY.split(SIGN.split(BRACKETS.sub("", match["name"]))[0])[0].strip()
    above = layout.words[index - 1] if index else ()
    return text if len(above) == 1 and above[0] in SOURCES else None


class _Whole:
    """What a document says beside a name."""

    def __init__(self, layout: Layout, headline: Headline | None) -> None:
        self._layout = layout
        self._headline = None if headline is None else headline.line
        self._title = frozenset(words_of(headline.text)) if headline else frozenset()
        # What stands twice in a row, as a button and its label do, says it once.
        short = (words for words, _ in groupby(layout.words) if len(words) <= MOST_WORDS_BESIDE)
        self._said = "\n".join(f" {' '.join(words)} " for words in short)
        self._text = "\n".join(
            f" {' '.join(WORD.findall(fold(layout.lines[index].text)))} "
            for index in sorted(layout.paragraphs)
        )
        self._addresses = " ".join(address[:60] for address in layout.addresses[:12]).casefold()

    def features(self, words: tuple[str, ...], given: list[tuple[str, str, int]]) -> dict[str, float]:
        """Return what is to be seen of a name."""
        name = given[0][0]
        known = set(words)
        count = self._said.count(f" {' '.join(words)} ")
        joined = "".join(words)
        in_text = self._text.count(f" {' '.join(words)} ") if len(joined) > 2 else 0
        # One word is a body's where it says which: "Landratsamt", not "Amt".
        is_body = not known <= GENERAL and given[0][1] != "a sentence" and is_institution(name)
        is_alone = words in self._layout.places and known != self._title
        is_told = is_body or any(how in SAYS_WHO for _, how, _ in given)
        marks = {
            "one word": len(words) == 1 and not is_told,
            "two words": len(words) == 2,
            "3 or 4 words": 3 <= len(words) <= 4,
            "5 to 8 words": 4 < len(words) <= 8 and not is_body,
            "many words": len(words) > 8 and not is_body,
            "a name": is_name(name),
            "begins small": name[:1].islower(),
            "in capitals": name.isupper() and len(joined) > 3,
            "a number in it": any(word.isdigit() for word in words),
            "an institution's name": is_body,
            "a site's address": "." in name and SITE.fullmatch(name) is not None,
            "a word about dates": not ABOUT_DATES.isdisjoint(known),
            "words about authors": not BY_WORDS.isdisjoint(known),
            "shares words with the headline": 0 < len(known & self._title) < len(known),
            "in the headline": known <= self._title and given[0][1] != COURT and not is_alone,
            "nowhere else": count <= 1 and not is_told,
            "in three or four lines": 3 <= count <= 4,
            "in many lines": count > 4,
            "in an address": len(joined) > 2 and joined in self._addresses,
            "the text has it": in_text == 1,
            "the text has it more than once": in_text > 1,
            "general words alone": known <= GENERAL,
            "in a copyright line": known <= self._layout.holders,
            "in the first line and elsewhere": count > 1 and given[0][2] == 0,
            "stands alone, too": len(given) > 1 and words in self._layout.places,
        }
        seen = those_that_hold(marks)
        for _, how, index in given:
            place = self._place(index)
            seen[how] = seen[f"{how}, {place}"] = 1.0
            if is_body:
                seen[f"an institution's name, {place}"] = 1.0
            if not is_told:
                seen[place] = 1.0
            if self._is_menu(index):
                seen["among short lines"] = 1.0
        return seen

    def _place(self, index: int) -> str:
        layout, headline = self._layout, self._headline
        if index == 0:
            return "first line"
        if index > layout.last:
            return "right below the text" if index <= layout.last + 4 else "far below the text"
        if headline is not None and index > headline:
            gap = index - headline
            return (
                "below the headline"
                if gap <= 4
                else "in the text"
                if index >= layout.first
                else "above the text"
            )
        stop = layout.first if headline is None else headline
        if index == stop:
            return "the headline"
        return "right above the headline" if stop - index <= 3 else "above the headline"

    def _is_menu(self, index: int) -> bool:
        around = [i for i in (index - 2, index - 1, index + 1, index + 2) if 0 <= i < len(self._layout.words)]
        return sum(len(self._layout.words[i]) <= MENU for i in around) >= 3
