"""What page furniture says, in all languages, and what tells speech from it."""

from __future__ import annotations

import re

from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

BUTTONS = LEXICONS.united(lambda one: one.page.buttons)
ENDS = LEXICONS.united(lambda one: one.page.ends)
BOXES = LEXICONS.united(lambda one: one.page.boxes)
READ_MORE = tuple(LEXICONS.united(lambda one: one.page.pointers))
TEASED = tuple(LEXICONS.united(lambda one: one.page.teasers))
NOTICES = LEXICONS.united(lambda one: one.page.notices)
CERTAIN_NOTICES = LEXICONS.united(lambda one: one.page.certain_notices)
SLOGANS = tuple(LEXICONS.united(lambda one: one.page.slogans))
READER = LEXICONS.united(lambda one: one.page.to_reader)
SPEECH_VERBS = LEXICONS.united(lambda one: one.speech_verbs)
QUOTED_OR_DATELINE = re.compile(r"^[\"'„“‘«»]|^[A-ZÄÖÜ][A-ZÄÖÜ /.-]{2,},")
WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """Return a line as the vocabulary has it: lower case, no bullet, no punctuation around it."""
    return fold(text).strip(" \t-–—•·*|/»«›‹>.…:!?()[]0123456789")


def speaks_to_reader(text: str) -> bool:
    """Tell whether a line has words for its reader."""
    return not READER.isdisjoint(WORD.findall(fold(text)))


def is_speech(text: str) -> bool:
    """Tell whether a line is somebody's speech, or has a dateline: it is the article's, whatever it names."""
    return bool(QUOTED_OR_DATELINE.search(text)) or not SPEECH_VERBS.isdisjoint(WORD.findall(fold(text)))
