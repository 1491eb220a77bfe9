"""Rules that know a piece of page furniture by the line alone, wherever it stands.

To add one: write a function from text to bool and put it into LINE_RULES under the name a reader
will see; the first that fits is the one recorded.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.generate.clean.lines import is_date_line, is_prose, is_sentence, word_count
from generator.generate.clean.vocabulary import (
    BUTTONS,
    CERTAIN_NOTICES,
    NOTICES,
    READ_MORE,
    SLOGANS,
    TEASED,
    is_speech,
    plain,
    speaks_to_reader,
)
from generator.generate.reasons import (
    ADDRESS,
    BYLINE,
    COPYRIGHT,
    CRAWLER_STAMP,
    DISTRIBUTION,
    IMAGE_TEXT,
    RELEASE_NUMBER,
    STAMP,
    TIME,
)
from generator.generate.seed_text import Line
from generator.language.letters import fold

URLS_ONLY = re.compile(r"^(?:https?://|www\.)\S+(?:\s+(?:https?://|www\.)\S+)*$")
TEMPLATE = re.compile(
    r"^/html/|@content$|^og:|^\{[{%].*[}%]\}$|^<[!/]?\w|\bwindow\.\w|\bfunction\s?\(|^var \w+ ?="
    r"|^[.#]?[\w-]+\s*\{[^}]*:[^}]*\}$|^\[(?:if|/?caption|/?embed|gallery)\b|^%\w+%$"
)
LOCALE = re.compile(r"^[a-z]{2}[_-][A-Z]{2}$")
NO_LETTERS = re.compile(r"^[^A-Za-zÀ-ɏͰ-ϿЀ-ӿ一-鿿]*$")
LITERALS = frozenset({"true", "false", "null", "none", "undefined", "nan"})
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
CONTACT = re.compile(
    r"^(?:tel|telefon|phone|fax|telefax|mobil|mobile|e-?mail|mail|internet|web|website|homepage|kontakt|contact"
    r"|pressekontakt|press contact|media contact|ansprechpartner(?:in)?)\b\.?\s*(?:\([^)]*\))?\s*:",
    re.IGNORECASE,
)
DISTRIBUTED = re.compile(r"\|.*(?:distributed by|press release|pressemitteilung)", re.IGNORECASE)
RELEASE = re.compile(
    r"^(?:pressemitteilung|presseinformation|pressemeldung|press release|news release|media release"
    r"|presse|pressestelle)\b(?:\s*(?:nr\.?|no\.?|number|#)?\s*[\d/.-]+)?(?:\s*[|–—,-]\s*.{0,60})?$"
    r"|^for immediate release$|^sperrfrist\b.{0,60}$",
    re.IGNORECASE,
)
COPYRIGHT_LINE = re.compile(
    r"^(?:©|\(c\)\s|copyright\b)|all rights reserved|alle rechte vorbehalten", re.IGNORECASE
)
IMAGE_ALT = re.compile(r"[-–] [^-–]{2,60}, \d{3,4}(?:, \d{1,2}\.\d{1,2}\.\d{4})?$")
NAME = r"[A-ZÄÖÜ][\w.'’-]*"
BY_NAME = re.compile(
    rf"^(?:By|BY|Von|VON|Text|Autor|Autorin|Author|Reporting by|Written by|Story by):?\s+"
    rf"{NAME}(?:\s+{NAME}|\s+(?:und|and|von|van|de|der)\s+{NAME}|,\s*(?:und\s+|and\s+)?{NAME})+"
    rf"(?:\s*[,|–-].{{0,60}})?$"
)
GLUED_DATE = re.compile(r"^[^.!?]{2,80}[^\W\d]\d{1,2}[./]\d{1,2}[./]\d{4}$")
KEYWORDS = re.compile(r"^[a-z][\w' -]+(?:, [a-z][\w' -]+){2,}$")
READING_TIME = re.compile(
    r"^(?:lesezeit|reading time|lesedauer)\b.{0,40}$"
    r"|^\d+ (?:min(?:ute)?s?|minuten)(?: read| lesezeit)?$"
    r"|^\d+ (?:of|von) \d+ (?:seconds|sekunden|photos|fotos|bildern).{0,30}$"
    r"|^(?:vor \d+ \w+|\d+ \w+ ago)$|^(?:views|aufrufe|shares|likes)\b:?\s*\d*$"
    r"|^\d[\d.,]* (?:views|shares|comments|kommentare|aufrufe)$",
    re.IGNORECASE,
)
AUTHOR = re.compile(
    r"^[A-ZÄÖÜ][\w .'’-]{3,60} (?:is|was|ist|war) (?:an? |the |eine? |der |die )?(?:\w+ ){0,4}"
    r"(?:writer|reporter|correspondent|journalist|editor|columnist|redakteur(?:in)?|korrespondent(?:in)?"
    r"|reporter(?:in)?|journalist(?:in)?)\b"
)
BREADCRUMB = re.compile(r"^[^.!?>»›|/]{1,40}(?:\s[>»›|/]\s[^.!?>»›|/]{1,60}){2,}$")
CREDIT = re.compile(
    r"^(?:foto|photo|bild|image|picture|video|grafik|graphic|quelle|source|credit|bildrechte|fotocredit)s?"
    r"(?: by)?\s*:\s*\S.{0,60}$",
    re.IGNORECASE,
)


def _is_stamp(text: str) -> bool:
    return bool(CRAWLER_STAMP.match(text))


def _is_template(text: str) -> bool:
    return bool(TEMPLATE.search(text)) and not (text.startswith("<") and is_prose(text))


def _is_number(text: str) -> bool:
    return bool(NO_LETTERS.match(text) or LOCALE.match(text)) or text.lower() in LITERALS


def _is_contact(text: str) -> bool:
    if is_prose(text) and len(text) > 120:
        return False
    return bool(EMAIL.search(text) or CONTACT.match(text))


def _is_copyright(text: str) -> bool:
    return bool(COPYRIGHT_LINE.search(text)) and (text.startswith("©") or len(text) < 200)


def _is_glued_byline(text: str) -> bool:
    return bool(GLUED_DATE.match(text)) and word_count(text) <= 8


def _is_byline(text: str) -> bool:
    return len(text) <= 120 and bool(BY_NAME.match(text) or _is_glued_byline(text))


def _is_author(text: str) -> bool:
    return len(text) < 200 and bool(AUTHOR.match(text))


def _is_button(text: str) -> bool:
    return plain(text) in BUTTONS


def _is_read_more(text: str) -> bool:
    folded = fold(text)
    certain = len(text) < 220 and folded.startswith(READ_MORE)
    return certain or (folded.startswith(TEASED) and not is_sentence(text) and len(text) < 160)


def _is_notice(text: str) -> bool:
    folded = fold(text)
    if len(text) >= 300:
        return False
    if folded.startswith(SLOGANS) or any(words in folded for words in CERTAIN_NOTICES):
        return True
    named = any(words in folded for words in NOTICES) and speaks_to_reader(text)
    return named and not is_speech(text)


def _is_keywords(text: str) -> bool:
    return not is_prose(text) and bool(KEYWORDS.match(text))


def _is_credit(text: str) -> bool:
    return not is_prose(text) and bool(CREDIT.match(text))


def _is_release_line(text: str) -> bool:
    return not is_prose(text) and bool(RELEASE.match(text))


def _is_distribution(text: str) -> bool:
    return len(text) < 200 and bool(DISTRIBUTED.search(text))


LONGEST = 2_000
"""Furniture is short; what is longer is not looked at, so that no pattern takes long over it."""
LINE_RULES: tuple[tuple[str, Callable[[str], object]], ...] = (
    (STAMP, _is_stamp),
    (ADDRESS, URLS_ONLY.match),
    ("template residue", _is_template),
    (TIME, is_date_line),
    (DISTRIBUTION, _is_distribution),
    (RELEASE_NUMBER, _is_release_line),
    ("number without text", _is_number),
    ("about the author", _is_author),
    (COPYRIGHT, _is_copyright),
    ("contact details", _is_contact),
    (IMAGE_TEXT, IMAGE_ALT.search),
    (BYLINE, _is_byline),
    ("button or menu item", _is_button),
    ("pointer to another article", _is_read_more),
    ("notice of the site", _is_notice),
    ("reading time or counter", READING_TIME.match),
    ("breadcrumb or menu", BREADCRUMB.match),
    ("keywords", _is_keywords),
    ("image credit", _is_credit),
)


def furniture_rule(line: Line) -> str | None:
    """Return the name of the first rule that knows this line as furniture."""
    if len(line.text) > LONGEST:
        return None
    return next((name for name, fits in LINE_RULES if fits(line.text)), None)
