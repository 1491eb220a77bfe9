"""What is called by its first letters is called so in the translation, or by those of its name there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.checks.pairs.pair import PairText
from generator.checks.pairs.words import words_of

SHORTEST, LONGEST = 2, 6
"""Letters."""
_ROMAN = re.compile("[IVXLCDM]+")
TRANSLATED = """
    EZB ECB; IWF IMF; OSZE OSCE; KSZE CSCE; EUGH ECJ CJEU; EGMR ECHR ECTHR; EMRK ECHR; ISTGH ICC; IGH ICJ; BIP
    GDP; BSP GNP; GUS CIS; NRO NGO; DDR GDR; BRD FRG; DSGVO GDPR; IKRK ICRC; EWG EEC; EWR EEA; AKW NPP; KKW
    NPP; MWST VAT; MEZ CET; MESZ CEST; DNS DNA; RNS RNA; MRT MRI; EKG ECG; KMU SME SMES; UVP EIA; KPCH CPC
    CCP; VBA PLA; UDSSR USSR; IOK IOC; LSBT LGBT; LSBTQ LGBTQ; AWZ EEZ; VAE UAE; EVP EPP; AEUV
    TFEU; USA US; UNO UN; KI AI; FSME TBE
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
    lost = [word for word in here if _spelled(pair.target).isdisjoint(_spellings(word))]
    added = [word for word in there if _spelled(pair.source).isdisjoint(_spellings(word))]
    return (here[lost[0]], there[added[0]]) if len(lost) == len(added) == 1 else None


def _spellings(word: str) -> tuple[str, ...]:
    return word, *OTHERS.get(word, ())


def _acronyms(text: str) -> dict[str, str]:
    """Return the words in capitals, each in capitals alone and as written."""
    words = (word.surface for word in words_of(text) if SHORTEST <= len(word.surface) <= LONGEST)
    return {word.upper(): word for word in words if is_acronym(word)}


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
