"""The numbers in a Chinese text: 1.3万亿, 三十五, 百分之五点六, 两成, 下午3点20分.

Only those in digits are sought in the translation; signs for numbers are parts of other words too often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.pairs.number_words import Quantity, written
from generator.model import Language

CHINESE = Language("zh")
_ONES = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8}
_SIGNS = "".join((*_ONES, *_TENS, *_SCALES))
_WRITTEN = (
    rf"(?:\d{{1,20}}(?:[,.]\d{{1,20}}){{0,9}}[十百千万亿]{{0,4}}|[{_SIGNS}]{{1,30}}(?:点[{_SIGNS}]{{1,9}})?)"
)
_NUMBER = re.compile(_WRITTEN)
_PART = re.compile(rf"({_WRITTEN})分之({_WRITTEN})")
_TENTHS = re.compile(rf"({_WRITTEN})成")
_AND_HALF = re.compile(rf"({_WRITTEN})(?:个半|年半)")
_CLOCK = re.compile(rf"({_WRITTEN})[点时:：](?!间)(?:({_WRITTEN})分?|半)?")
_MONTH = re.compile(rf"(?:{_WRITTEN}\s?[-—–~至到]\s?)?{_WRITTEN}\s?月")
_SHARES = re.compile(r"\s?[-—–~至到]\s?\d[\d.,]{0,20}([万亿]{1,2})")
CONVERTED = re.compile(r"(?<!公)[斤亩]")
"""Units that a translation converts, and the number with them."""


def numbers_in(text: str) -> Iterator[Quantity]:
    """Yield the numbers of a Chinese text; those that a translation need not have are not plain."""
    for pattern, read in (
        (_PART, _part),
        (_TENTHS, _tenths),
        (_AND_HALF, _and_half),
        (_CLOCK, _clock),
        (_MONTH, _all),
    ):
        for match in pattern.finditer(text):
            yield _loose(match, read(match))
        text = pattern.sub(lambda match: "·" * len(match[0]), text)
    for match in _NUMBER.finditer(text):
        values = list(_values(match[0]))
        if not match[0][0].isdigit():
            yield _loose(match, values)
            continue
        if shared := _SHARES.match(text, match.end()):
            values += [value * _product(shared[1]) for value in values]
        if text[match.end() :].startswith("年代"):
            values += [1900 + value % 100 for value in values]
        readings = tuple(frozenset((written(value),)) for value in values)
        yield Quantity(*match.span(), match[0], readings)


def _loose(match: re.Match[str], values: Sequence[Decimal | str]) -> Quantity:
    said = tuple(frozenset((value if isinstance(value, str) else written(value),)) for value in values)
    return Quantity(*match.span(), match[0], said, is_plain=False)


def _part(match: re.Match[str]) -> list[Decimal | str]:
    whole, parts = _first(match[1]), _first(match[2])
    return [whole, parts, *([Decimal(round(100 * parts / whole)), parts / whole] if whole else [])]


def _tenths(match: re.Match[str]) -> list[Decimal | str]:
    return [10 * _first(match[1])]


def _and_half(match: re.Match[str]) -> list[Decimal | str]:
    return [_first(match[1]) + Decimal("0.5"), _first(match[1])]


def _clock(match: re.Match[str]) -> list[Decimal | str]:
    hour = int(_first(match[1]))
    minute = int(_first(match[2])) if match[2] else 30 if match[0].endswith("半") else 0
    return [f"{hour % 12}:{minute:02}", Decimal(hour), Decimal(minute)]


def _all(match: re.Match[str]) -> list[Decimal | str]:
    return [value for number in _NUMBER.findall(match[0]) for value in _values(number)]


def _first(number: str) -> Decimal:
    return next(_values(number), Decimal(0))


def _values(number: str) -> Iterator[Decimal]:
    """Yield what a run of digits and signs says; several numbers where it cannot be one: 十四五 is 14, 5."""
    if number[0].isdigit():
        digits = number.rstrip("".join((*_TENS, *_SCALES)))
        plain = digits.replace(",", "")
        if plain.count(".") <= 1:
            yield Decimal(plain) * _product(number[len(digits) :])
        else:
            yield from (Decimal(part) for part in plain.split("."))
        return
    whole, point, fraction = number.partition("点")
    if point:
        yield Decimal(f"{_last(_signs(whole))}.{''.join(str(_ONES.get(sign, 0)) for sign in fraction)}")
    elif len(whole) > 1 and all(sign in _ONES for sign in whole):
        yield Decimal("".join(str(_ONES[sign]) for sign in whole))
        yield from (Decimal(_ONES[sign]) for sign in whole)
    else:
        yield from map(Decimal, _signs(whole))


def _signs(signs: str) -> Iterator[int]:
    done = section = one = 0
    has_one = False
    for sign in signs:
        if sign in _ONES:
            if has_one:
                yield done + section + one
                done = section = 0
            one, has_one = _ONES[sign], bool(_ONES[sign])
        elif sign in _TENS:
            section += (one or 1) * _TENS[sign]
            one, has_one = 0, False
        else:
            done = (
                (done + section + one or 1) * _SCALES[sign]
                if sign == "亿"
                else done + (section + one or 1) * 10**4
            )
            section = one = 0
            has_one = False
    yield done + section + one


def _last(values: Iterator[int]) -> int:
    return list(values)[-1]


def _product(scales: str) -> Decimal:
    product = Decimal(1)
    for sign in scales:
        product *= {**_TENS, **_SCALES}[sign]
    return product
