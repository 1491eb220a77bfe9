"""Numbers of documents that texts name: "IP/21/3541", "Nr. 31/2021", "1 BvR 2656/18", "(EU) 2016/679".

An office numbers what it issues, so two texts with one number are about one document, whatever its name. A
slash between numbers alone is a date, a season or a fraction ("24/7", "2021/22"): letters that belong to it
make it one of a document.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import permutations

from generator.content.once import Once, anew
from generator.language.markup import plain
from generator.links.accounts import COMMON, Account, Accounts
from generator.links.texts import title_in
from generator.links.ties import NumberPlace, Tie, nearness
from generator.model import LinkType, Span

NUMBER = re.compile(
    r"""
    # IP/21/3541, C-311/18, A/RES/76/1
    \b[A-Z][A-Za-z]{0,7}(?:[/-][A-Z]{1,8}){0,2}[/-]\d{1,5}[/-]\d{1,6}\b(?![/-]\w)
    | \b(?:[IVX]{1,4}|\d{1,3})\ [A-Z][A-Za-z]{0,2}\ \d{1,6}/\d\d\b  # 1 BvR 2656/18, VI ZR 396/16
    | \([A-Z]{2,5}\)\ (?:N[a-z]{1,2}\.?\ )?(?P<bracketed>\d{1,5}/\d{2,5})\b  # (EU) No 2016/679
    | \bN(?:[ro]|[º°]|um(?:mer|ber)?)\.?\ (?P<marked>\d{1,6}/\d{2,6})\b  # Nr. 31/2021
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class _Found:
    account: Account
    place: NumberPlace


def numbers_in(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the numbers of documents in a plain text, without a word for "number", and where each stands."""
    if "/" not in text:
        return
    for found in NUMBER.finditer(text):
        if "/" in found.group():
            yield found["bracketed"] or found["marked"] or found.group(), Span(*found.span())


def same_documents(accounts: Accounts, once: Once = anew) -> Iterator[Tie]:
    """Yield ties between entries that name one document by its number."""
    naming: dict[str, list[_Found]] = defaultdict(list)
    for account in accounts.values():
        for number, place in once("numbers", account.slug, account, partial(_numbers_of, account)).items():
            naming[number].append(_Found(account, place))
    for found in naming.values():
        if 1 < len(found) <= COMMON:
            rarity = math.log(len(accounts) / len(found)) + 1
            for one, other in permutations(found, 2):
                weight = rarity * (1 + nearness(one.account.span, other.account.span))
                yield Tie(
                    one.account.slug,
                    other.account.slug,
                    LinkType.SAME_SUBJECT,
                    (),
                    weight,
                    number=other.place,
                )


def _numbers_of(account: Account) -> dict[str, NumberPlace]:
    """Return the first place of each number outside of what stands under many of a publisher's texts."""
    entry, found = account.entry, dict[str, NumberPlace]()
    for segment in entry.segments:
        if segment.id not in account.boilerplate:
            for number, span in numbers_in(plain(segment.text)):
                found.setdefault(number, NumberPlace(number, segment.id, segment.language, span))
    for number, span in numbers_in(title_in(entry, entry.language)):
        found.setdefault(number, NumberPlace(number, None, entry.language, span))
    return found
