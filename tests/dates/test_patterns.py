"""The patterns dates are found with take time in proportion to the text.

Two runs of the same characters side by side, both without an end, are tried in every division of a
text between them: that is where quadratic time comes from. So no pattern repeats anything without a bound.
"""

import importlib
import pkgutil
import re

import pytest

import generator.dates

try:
    from re import _constants as constants
    from re import _parser as parser
except ImportError:  # pragma: no cover
    import sre_constants as constants
    import sre_parse as parser

LONG = 100
"""A run longer than this is long."""
MODULES = [
    *(
        f"generator.dates.{module.name}"
        for module in pkgutil.iter_modules(generator.dates.__path__)
        # reads EDTF, which is short, not texts
        if module.name != "edtf"
    ),
    *("generator.generate.event_title", "generator.generate.events", "generator.generate.date_entry"),
]


def patterns(module):
    """Yield the name and the pattern of every one a module holds."""
    for name, value in vars(importlib.import_module(module)).items():
        many = value if isinstance(value, tuple | list) else [value]
        for one in many:
            if isinstance(one, re.Pattern):
                yield name, one


ALL = [(f"{module.rpartition('.')[2]}.{name}", one) for module in MODULES for name, one in patterns(module)]


def repeats(tree):
    """Yield how often each part of a parsed pattern may be repeated."""
    for operation, argument in tree:
        if operation in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT):
            _, most, inner = argument
            yield most, inner
            yield from repeats(inner)
        elif operation is constants.SUBPATTERN:
            yield from repeats(argument[-1])
        elif operation is constants.BRANCH:
            for branch in argument[1]:
                yield from repeats(branch)
        elif operation in (constants.ASSERT, constants.ASSERT_NOT):
            yield from repeats(argument[1])


LOOKED_AT = {
    # takes each address once, and nothing in it opens another one
    "not_dates.NOT_DATES",
    # takes each piece once, and what follows is never tried again
    "passages.PIECE",
}
"""Patterns that repeat something for long, and why they may."""


@pytest.mark.parametrize(("name", "pattern"), ALL, ids=[name for name, _ in ALL])
def test_no_pattern_repeats_without_a_bound(name, pattern):
    endless = [
        str(inner) for most, inner in repeats(parser.parse(pattern.pattern, pattern.flags)) if most >= LONG
    ]
    assert endless == [] or name in LOOKED_AT


def test_the_patterns_are_found():
    assert len(ALL) > 60
    assert {name for name, _ in ALL} >= LOOKED_AT


@pytest.mark.parametrize(
    ("pattern", "most"),
    [("a{1,3}b", 3), ("(?:a|b+)", 2**32 - 1), ("(?<!a)(?P<x>b*)", 2**32 - 1), ("(?=a{0,5})", 5)],
)
def test_repeats_are_seen_wherever_they_stand(pattern, most):
    assert max(min(number, 2**32 - 1) for number, _ in repeats(parser.parse(pattern))) == most
