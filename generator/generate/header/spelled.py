"""Names that spell out the host of a document's own address.

`millport-courier.example` spells the Millport Courier, `mfan.example` by its initials the Ministry of Fishery
and Agriculture of Norland.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from generator.generate.header.layout import Layout
from generator.generate.header.look import INSTITUTIONS, is_institution
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

WORD = re.compile(r"[^\W_]+")
MAIL = re.compile(r"[\w.+-]@((?:[\w-]+\.)+[a-z]{2,7})\b", re.IGNORECASE)
MOST_MAILS = 4
ANYBODYS = frozenset({"aol", "gmail", "gmx", "hotmail", "outlook", "tonline", "web", "yahoo"})
"""Hosts of anybody's mail: what is called like them, as "WEB" before an address, published nothing."""
OF_A_MAIL = "spells out a mail's host"
SHORTEST, SHORTEST_IN_CAPITALS = 5, 3
"""Letters of a name, and of one in capitals or of initials."""
LONGEST = 300
"""Characters of a line's beginning in which a name is looked for."""
ARCHIVED = re.compile(r"https?://[^/?#]{1,100}/[^?#]{0,100}?(?=https?://)")
SMALL = LEXICONS.function_words
AS_IN_HOSTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
ENDINGS = frozenset({"com", "org", "net", "gov", "edu"})
"""Above a country's: `.com.cn`, `.gov.uk`."""


def host_of(address: str) -> str:
    """Return the host of an address that anybody may have written; empty where it is none.

    Of a page in an archive, whose path is the address it had, it is the page's own.
    """
    archived = ARCHIVED.match(address)
    try:
        return urlsplit(address[archived.end() :] if archived else address).hostname or ""
    except ValueError:
        return ""


def own_name(layout: Layout) -> str:
    """Return what the host of a document's own address is called, letters alone; empty: it has none.

    That is the part before `.de`, or before `.co.uk`: the last of more letters than an ending has.
    """
    return name_of_host(host_of(layout.own_addresses[0])) if layout.own_addresses else ""


def name_of_host(host: str) -> str:
    """Return what a host is called, letters alone; empty: nothing."""
    parts = fold(host).split(".")[-2::-1]
    name = next((part for part in parts if len(part) >= SHORTEST_IN_CAPITALS and part not in ENDINGS), "")
    return name.replace("-", "")


def mail_hosts(layout: Layout) -> dict[str, str]:
    """Return what the hosts of the mail addresses in a text's short lines are called, of the first ones."""
    texts = (line.text for line in layout.lines if "@" in line.text and len(line.text) <= LONGEST)
    found = islice((match[1] for text in texts for match in MAIL.finditer(text)), MOST_MAILS)
    parts = ([part for part in fold(host).split(".")[:-1] if part not in ENDINGS] for host in found)
    names = ("".join(of_host).replace("-", "") for of_host in parts)
    return {name: OF_A_MAIL for name in names if len(name) >= SHORTEST_IN_CAPITALS and name not in ANYBODYS}


def _folded(text: str) -> str:
    return fold(text).translate(AS_IN_HOSTS)


def joined(name: str) -> str:
    """Return the letters of a name as hosts have them."""
    return "".join(WORD.findall(_folded(name)))


def names_spelled(text: str, name: str) -> Iterator[str]:
    """Yield the names in a line that spell out what a host is called; by initials, an institution's alone.

    Args:
        text: the line.
        name: of the host.
    """
    found = list(WORD.finditer(text[:LONGEST]))
    begins = [
        first for first, one in enumerate(found) if one[0][0].isupper() and _folded(one[0][0])[0] == name[0]
    ]
    words = [_folded(one[0]) for one in found] if begins else []
    for first in begins:
        match = found[first]
        if end := _end_of_joined(words, first, name):
            spelled = text[match.start() : found[end - 1].end()]
            if len(name) >= SHORTEST or spelled.isupper():
                yield spelled
        elif end := _end_of_initials(words, first, name):
            spelled = text[match.start() : found[end - 1].end()]
            if found[end - 1][0][0].isupper() and is_institution(spelled):
                yield spelled


def _end_of_joined(words: Sequence[str], first: int, name: str) -> int:
    """Return behind which word a name is spelled, by no body's general name; 0: it is not."""
    joined = ""
    for end in range(first, len(words)):
        joined += words[end]
        if not name.startswith(joined):
            return 0
        if joined == name:
            return 0 if name in INSTITUTIONS else end + 1
    return 0


def _end_of_initials(words: Sequence[str], first: int, name: str) -> int:
    """Return behind which word the initials, of small words or not, are a name; 0: they are not."""
    seen = 0
    for end in range(first, min(len(words), first + 2 * len(name))):
        if words[end][0] == name[seen]:
            seen += 1
            if seen == len(name):
                return end + 1
        elif words[end] not in SMALL:
            return 0
    return 0
