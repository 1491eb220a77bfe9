"""What is called by its first letters is called so in the translation, or by those of its name there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.checks.pairs.pair import PairText
from generator.checks.pairs.words import Word, words_of

SHORTEST, LONGEST = 2, 6
"""Letters."""
SHORTEST_SPELLED_OUT, SHORTEST_COMPOUND = 3, 10
"""Letters that first letters are by no chance, and those of a word of which they may be some."""
SHORTEST_IN_CAPITALS = 5
_ROMAN = re.compile("[IVXLCDM]+")
TRANSLATED = """
    EZB ECB; IWF IMF; OSZE OSCE; KSZE CSCE; EUGH ECJ CJEU; EGMR ECHR ECTHR; EMRK ECHR; ISTGH ICC; IGH ICJ; BIP
    GDP; BSP GNP; GUS CIS; NRO NGO; DDR GDR; BRD FRG; DSGVO GDPR; IKRK ICRC; EWG EEC; EWR EEA; AKW NPP; KKW
    NPP; MWST VAT; MEZ CET; MESZ CEST; DNS DNA; RNS RNA; MRT MRI; EKG ECG; KMU SME SMES; UVP EIA; KPCH CPC
    CCP; VBA PLA; UDSSR USSR; IOK IOC; LSBT LGBT; LSBTQ LGBTQ; AWZ EEZ; VAE UAE; EVP EPP; AEUV
    TFEU; USA US; UNO UN; KI AI
"""
OTHERS: Mapping[str, list[str]] = {
    short: row.split() for row in TRANSLATED.split(";") for short in row.split()
}


def other_acronym(pair: PairText) -> tuple[str, str] | None:
    """Return what is called by its letters in the source alone, and what is so in the translation alone."""
    here = _acronyms(pair.source)
    there = _acronyms(pair.target) if here else {}
    if not there:
        return None
    lost = [word for word in here if not _is_told(word, pair.target)]
    added = [word for word in there if not _is_told(word, pair.source)]
    return (here[lost[0]], there[added[0]]) if len(lost) == len(added) == 1 else None


def _is_told(word: str, text: str) -> bool:
    """Tell whether a text has a word in capitals, or what it stands for: "PM" for the Premierminister."""
    if not _spelled(text).isdisjoint(_spellings(word)):
        return True
    compounds = (one.surface for one in words_of(text) if len(one.surface) >= SHORTEST_COMPOUND)
    return bool(_spelled_out(word, text)) or any(is_short_for(word, one) for one in compounds)


def spelled_out(text: str, other: str) -> frozenset[int]:
    """Return where words of a text begin that another calls by their first letters: "PSG"."""
    return frozenset().union(*(_spelled_out(word, text) for word in _acronyms(other)))


def _spelled_out(short: str, text: str) -> frozenset[int]:
    words = [word for word in words_of(text) if word.surface[0].isupper()]
    firsts = "".join(word.surface[0] for word in words)
    at = firsts.find(short) if len(short) >= SHORTEST_SPELLED_OUT else -1
    return frozenset(word.start for word in words[at : at + len(short)]) if at >= 0 else frozenset()


def _spellings(word: str) -> tuple[str, ...]:
    return word, *OTHERS.get(word, ())


def _acronyms(text: str) -> dict[str, str]:
    """Return the words in capitals, each in capitals alone and as written."""
    every = words_of(text)
    return {
        word.surface.upper(): word.surface
        for at, word in enumerate(every)
        if SHORTEST <= len(word.surface) <= LONGEST
        and is_acronym(word.surface)
        and not any(map(_is_in_capitals, (*every[max(0, at - 1) : at], *every[at + 1 : at + 2])))
    }


def _is_in_capitals(word: Word) -> bool:
    """Tell whether a word is one of a text in capitals, whose short words are none: "NEW DELHI (AP)"."""
    return len(word.surface) >= SHORTEST_IN_CAPITALS and word.surface.isupper()


@lru_cache(maxsize=50_000)
def is_acronym(word: str) -> bool:
    """Tell whether a word has capitals but for one letter, "GdL", and is no number."""
    capitals = sum(map(str.isupper, word.removesuffix("s")))
    return word.isalpha() and capitals >= max(2, len(word) - 1) and not _ROMAN.fullmatch(word)


def _spelled(text: str) -> frozenset[str]:
    return frozenset(word.folded.upper() for word in words_of(text))


def is_short_for(short: str, name: str) -> bool:
    """Tell whether capitals may stand for a name: its first letter, and others in their order ("BGH")."""
    letters = iter(name.casefold())
    return name[:1] == short[:1] and all(letter in letters for letter in short.casefold())
