"""Language codes and their names in words."""

from __future__ import annotations

import lzma
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile, gettempdir
from typing import Any

from babel import Locale
from babel.localedata import exists

from generator.errors import WriteError
from generator.model import ENGLISH, Language

CHINESE = frozenset(("cdo", "gan", "hak", "wuu", "yue"))
"""Codes of its varieties (ISO 639-3), beside `zh`."""


def locale_of(language: Language) -> str:
    """Return a language whose names for dates and languages are known: English for one without."""
    return language if exists(language) else ENGLISH


@cache
def _names(language: Language) -> dict[str, str]:
    return dict(Locale.parse(locale_of(language)).languages)


def is_language(code: str) -> bool:
    """Tell whether `code` is a two-letter code of a language (ISO 639-1)."""
    return len(code) == 2 and code in _names(Language("en"))


def language_name(language: Language, in_language: Language) -> str:
    """Return the name of `language` in words: `de` is "German" in English, "Deutsch" in German."""
    return _names(in_language).get(language, language)


def rank_languages(text: str) -> list[tuple[str, float]]:
    """Return the languages a text may be in with their probabilities, the likeliest first (py3langid).

    Written Chinese counts as Chinese, whatever variety the model thinks is spoken.
    """
    ranked: dict[str, float] = {}
    for code, probability in identifier().rank(text):
        one = "zh" if code in CHINESE else code
        ranked[one] = ranked.get(one, 0.0) + float(probability)
    return sorted(ranked.items(), key=lambda pair: -pair[1])


@cache
def identifier() -> Any:
    """Return what tells languages; loading it takes a third of a second.

    Raises:
        WriteError: there is no room for it in the folder for temporary files.
    """
    from py3langid.langid import MODEL_DIR, MODEL_FILE

    try:
        return _model_of(MODEL_DIR / MODEL_FILE)
    except OSError as error:  # it unpacks its model there
        raise WriteError(
            gettempdir(),
            f"the language model can't be unpacked there ({error.strerror})",
            "free space, run again",
        ) from error


def _model_of(path: Path) -> Any:
    """Return a model of py3langid, as `from_model_file` does, but with its largest table read first.

    That is there twice for a moment: after the others it would fill 27 MB more.
    """
    import numpy as np
    from py3langid.langid import LanguageIdentifier
    from py3langid.modelio import _to_array

    with TemporaryFile() as file:
        with lzma.open(path) as packed:
            shutil.copyfileobj(packed, file)
        file.seek(0)
        with np.load(file, allow_pickle=False) as data:
            moves, rows = _to_array(data["nextmove"]), _to_array(data["nextmove_row"])
            scores = data["ptc"], data["pc"], data["classes"].tolist()
            return LanguageIdentifier(*scores, moves, data["out_feat"].tolist(), norm_probs=True, tk_row=rows)


def name_package(
    source: Language, target: Language, versions: Mapping[tuple[Language, Language], str]
) -> str:
    """Name a package as `chronology model` takes it: "de en"; "de en=1.3" where one version is asked for."""
    version = versions.get((source, target), "")
    return f"{source} {target}={version}" if version else f"{source} {target}"
