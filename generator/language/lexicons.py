"""The languages whose words are known. A further one is a module like `de` and a row here."""

from typing import Final

from generator.language.de import GERMAN
from generator.language.en import ENGLISH
from generator.language.lexicon import Lexicons

LEXICONS: Final = Lexicons((ENGLISH, GERMAN))
