"""The words that tell what a text is about, to compare texts by.

Small words, and words of reporting ("said", "Sprecher", "Donnerstag"), are in every news text and tell
nothing. Of the others the beginning is enough: "strengthen" and "strengthening", "russisch" and
"russischen" count as one. Nothing heavier is needed: texts are compared in one language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from sys import intern

from generator.model import Nature, Record, Slug

STEM = 5
"""Letters of a word that count: cutting words off here does as well as a stemmer in both languages."""
WORD = re.compile(r"\w+")
_SMALL = """
    a about after against all also am amid among an and another any are as at be been before being between
    both but by can could did do does down during each for from had has have having he her here him his how
    i if in into is it its just many may me might more most much must no nor not of off on once one only or
    other our out over own per shall she should since so some such than that the their them then there these
    they this those through to too under until up upon us very via was we were what when where which while
    who whom whose why will with within without would yet you your
    aber alle allem allen aller als also am an andere anderen anderer auch auf aus bei beim bereits bis da
    dabei damit dann das dass dem den denen der deren des dessen die dies diese diesem diesen dieser dieses
    doch dort du durch ein eine einem einen einer eines er es etwa für gegen hat hatte hatten habe haben ihm
    ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja kann kein keine können mehr mit nach nicht
    noch nur ob oder ohne sehr sei seien sein seine seinem seinen seiner seines seit sich sie sind so sollen
    sollte sollten sowie über um und uns unter vom von vor war waren was wenn werde werden wie wieder wir
    wird wo worden wurde wurden während zu zum zur zwei zwischen first two three second earlier last next new
    year years month months week weeks day days today yesterday tomorrow further according
    jahr jahre jahren monat woche tag heute gestern morgen weiter weitere weiteren
"""
_REPORTING = """
    add added adding announced answer answered answers ask asked briefing briefings colonel comment comments
    commenting conference defence defense foreign general media military minister ministers ministry news
    note noted noting official president press question questions quoted remark remarks report reported
    reporter reporters reports said saying says senior spokesman spokespeople spokesperson spokespersons
    spokeswoman state stated statement states stating stress stressed tell telling told
    january february march april june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec
    monday tuesday wednesday thursday friday saturday sunday
    angaben antwortete äußerte beantwortete bekanntgegeben bericht berichte berichten berichtete betonte
    bezeichnete briefing erklärte erklärten erklärung fragen general hinzu journalisten laut minister
    ministerium mitteilung nachrichtenagentur oberst pressekonferenz präsident reporter sagte sagten
    sprecher sprecherin teilte verteidigungsminister verteidigungsministerium verteidigungsministeriums
    januar februar märz mai juni juli oktober dezember
    montag dienstag mittwoch donnerstag freitag samstag sonntag
"""
SMALL_WORDS, REPORTING = frozenset(_SMALL.split()), frozenset(_REPORTING.split())


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the part of a word, in lower case, that counts."""
    return intern(word[:STEM])


def words_of(text: str) -> list[str]:
    """Return the words of a plain text, in order, in lower case."""
    return WORD.findall(text.casefold())


def telling_stems(text: str, ignored: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the stems of the words that tell what a plain text is about.

    Args:
        text: plain, on one line.
        ignored: stems that tell nothing here; see `institutional_stems`.
    """
    found = {stem(word) for word in words_of(text) if _tells(word)}
    return frozenset(found - ignored)


def institutional_stems(records: Mapping[Slug, Record]) -> frozenset[str]:
    """Return stems of what a chronology's institutions are called: "Chinese", "ministry", "staff".

    They are in nearly every text of a chronology about these institutions. What is one name's own
    ("information bureau") still tells something, so a word counts from the second institution on.
    """
    counted: Counter[str] = Counter()
    for record in records.values():
        if record.kind.nature in (Nature.BODY, Nature.PLACE):
            names = " ".join((*record.names.values(), *record.aliases))
            counted.update({stem(word) for word in words_of(names) if _tells(word)})
    return frozenset(found for found, count in counted.items() if count > 1)


def contained(part: frozenset[str], whole: Iterable[str]) -> float:
    """Return how much of one set of stems is in another: 0 to 1."""
    return len(part.intersection(whole)) / len(part) if part else 0.0


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two sets of stems have in common (Dice): 0 to 1."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def _tells(word: str) -> bool:
    if word in SMALL_WORDS or word in REPORTING:
        return False
    return len(word) > 2 or word.isdigit()
