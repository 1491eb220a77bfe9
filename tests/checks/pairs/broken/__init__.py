"""Sentences as they stand in news and press releases, with translations that have one mistake.

Each: direction, source, translation, the one check that speaks up.
"""

from tests.checks.pairs.broken.denial import DENIAL
from tests.checks.pairs.broken.names import NAMES
from tests.checks.pairs.broken.numbers import NUMBERS
from tests.checks.pairs.broken.sentences import SENTENCES

BAD = (*NUMBERS, *DENIAL, *NAMES, *SENTENCES)
