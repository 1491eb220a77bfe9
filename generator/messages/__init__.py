"""What readers of a site see in words: English in code and templates, each other language in one file here.

Messages are written as in gettext: `_("How this was dated")` in a template, `messages.gettext("Source")` in
code, `N_("Source")` where a table only names one that is looked up later. `<code>.po` beside this module has
them in another language; what it lacks stays English. `python -m tests.messages` brings the files in line
with what code and templates say.
"""

from __future__ import annotations

import io
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from generator.model import ENGLISH, Language

FOLDER = Path(__file__).parent

Messages = NullTranslations
"""Those of one language: `gettext` looks one up, `ngettext` one that depends on a number."""


def N_(message: str) -> str:  # noqa: N802 - gettext's name
    """Return a message as it is: marks one that is looked up elsewhere."""
    return message


@cache
def messages_in(language: Language) -> Messages:
    """Return the messages of a language, of `de` for `de-AT`; English ones for one without a file."""
    path = _file_of(language)
    return _read(path) if path else Messages()


def is_worded(language: Language) -> bool:
    """Tell whether pages can be worded in a language."""
    return language == ENGLISH or _file_of(language) is not None


def worded_languages() -> list[str]:
    """Return the codes of the languages that pages can be worded in."""
    return sorted((ENGLISH, *(path.stem for path in FOLDER.glob("*.po"))))


def _file_of(language: Language) -> Path | None:
    for code in (language, language.partition("-")[0]):
        path = FOLDER / f"{code}.po"
        if code.isascii() and code.replace("-", "").isalnum() and path.is_file():
            return path
    return None


def _read(path: Path) -> Messages:
    from babel.messages.mofile import write_mo  # the settings ask for languages, and need no words
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, abort_invalid=True))
    compiled.seek(0)
    return GNUTranslations(compiled)
