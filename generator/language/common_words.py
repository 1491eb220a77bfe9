"""Words of a language that are no names, whatever letter they begin with: "Reconstruction", "Formula"."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from generator.data_files import read_bytes
from generator.errors import InputError
from generator.model import ENGLISH, Language

LISTED = frozenset((ENGLISH,))
"""Languages with a list: those that write names with a capital, and other nouns without."""
LIBRARY, FILE = "lemminflect", "resources/infl_lu.csv.gz"
"""Where the words are, in all their forms: "axe,verb,axed,,axing,axes"; names begin with a capital there."""
_NOT_THERE = frozenset(
    """
    accessible amid amidst amongst anybody anyone anything archbishop archbishops aren beneath
    beside billionaire billionaires blog blogs cannot cantonal celsius chancellery congressional
    coronavirus couldn counties county dependencies dependency didn doesn duchess duchy emirate
    emirates euro european europeans euros everybody everyone everything exchequer foreseeable
    galleries gallery hadn hasn herself himself imperial info intergovernmental internationalisation
    internationalization isn itself millennium minster mustn myself non northeastern northern
    northwestern oneself onto ought ourselves permissible podcast podcasts pub pubs sensible shouldn
    somebody someone something tech themselves wasn website websites weren whatever whereas
    whichever whilst whoever wiki wouldn yours yourself
    """.split()
)
"""What the library lacks and English texts have."""


def is_common(word: str, language: Language) -> bool:
    """Tell whether a word, in lower case, is one that a language has, in any form.

    Raises:
        InputError: the library with the words is missing.
    """
    return word in _listed(language)


@cache
def irregular_plurals() -> Mapping[str, tuple[str, ...]]:
    """Return the plurals of English nouns that are not made by adding an s, each noun's likeliest first.

    Raises:
        InputError: the library with the words is missing.
    """
    rows = (row.split(",") for row in _rows())
    nouns = ((row[0], row[2].split("/")) for row in rows if len(row) > 2 and row[1] == "noun")
    return {word: tuple(forms) for word, forms in nouns if forms[0] not in ("", f"{word}s")}


@cache
def irregular_forms() -> Mapping[str, tuple[str, ...]]:
    """Return the forms of English words that do not begin as the word does: "ran", of "run".

    Raises:
        InputError: the library with the words is missing.
    """
    words: dict[str, tuple[str, ...]] = {}
    for word, _, *forms in (row.split(",") for row in _rows() if "," in row):
        for form in {form for several in forms for form in several.split("/")}:
            if form and not form.startswith(word):
                words[form] = (*words.get(form, ()), word)
    return words


@cache
def _listed(language: Language) -> frozenset[str]:
    if language not in LISTED:
        return frozenset()
    words = (word for row in _rows() for word in row.replace("/", ",").split(","))
    return _NOT_THERE.union(filter(str.islower, words))


def _rows() -> list[str]:
    # Not imported: it would load spaCy, where there is one.
    found = find_spec(LIBRARY)
    if not found or not found.origin:
        raise InputError(LIBRARY, "is not installed", f"pip install {LIBRARY}")
    packed = read_bytes(Path(found.origin).parent / FILE, f"{LIBRARY}/{FILE}")
    return gzip.decompress(packed).decode("utf-8").split("\n")
