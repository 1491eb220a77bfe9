"""Sentences as they stand in news and press releases, German and English.

Each is a good translation of the other.
"""

from tests.checks.pairs.good.denial import DENIAL
from tests.checks.pairs.good.names import NAMES
from tests.checks.pairs.good.numbers import NUMBERS
from tests.checks.pairs.good.sentences import SENTENCES

GOOD = (*NUMBERS, *DENIAL, *NAMES, *SENTENCES)
