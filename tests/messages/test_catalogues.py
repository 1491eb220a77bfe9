"""Messages in code and templates, and what catalogues have for them."""

import ast
import re
from pathlib import Path

import pytest

from generator import messages
from generator.messages import is_worded, messages_in
from generator.model import ENGLISH, GERMAN, Language
from tests.messages.said import KEYWORDS, PACKAGE, catalogues, parts, read, said, update

PLACE = re.compile(r"%\(\w+\)s|\{\w*\}")


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.stem)
def test_a_catalogue_has_every_message_and_none_besides(path: Path, tmp_path: Path):
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    update(copy)
    assert copy.read_text() == path.read_text(), "python -m tests.messages brings it in line"
    empty = [message.id for message in read(path) if message.id and not all(parts(message.string))]
    assert not empty


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.stem)
def test_what_is_filled_in_has_its_place_in_every_language(path: Path):
    for message in read(path):
        places = set(PLACE.findall(parts(message.id)[-1])) if message.id else set()
        for text in parts(message.string) if message.id else ():
            assert set(PLACE.findall(text)) == places, message.id


def test_what_code_says_is_found():
    """Babel finds no message inside an f-string."""
    found = said()
    for path in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and call.args and name_of(call.func) in KEYWORDS:
                message, of = call.args[-2 if name_of(call.func) == "ngettext" else -1], path.name
                if isinstance(message, ast.Constant):
                    assert any(message.value in parts(one.id) for one in found), (of, message.value)


def test_a_language_without_words_has_the_english_ones():
    german, plural = messages_in(GERMAN), ("%(num)s paragraph", "%(num)s paragraphs")
    assert german.gettext("Source") == messages_in(Language("de-AT")).gettext("Source") == "Quelle"
    assert messages_in(ENGLISH).gettext("Source") == messages_in(Language("pl")).gettext("Source") == "Source"
    assert [german.ngettext(*plural, number) for number in (1, 2)] == ["%(num)s Absatz", "%(num)s Absätze"]
    assert messages_in(ENGLISH).ngettext(*plural, 2) == "%(num)s paragraphs"


def test_a_language_with_a_catalogue_is_worded():
    codes = ("en", "de", "de-AT", "pl", "../de", "")
    assert [is_worded(Language(code)) for code in codes] == [True, True, True, False, False, False]


def test_a_further_language_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made = """
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Source"
msgstr "Izvoro"
"""
    (tmp_path / "xx.po").write_text(made)
    monkeypatch.setattr(messages, "FOLDER", tmp_path)
    messages_in.cache_clear()
    found = messages_in(Language("xx"))
    messages_in.cache_clear()
    assert (found.gettext("Source"), found.gettext("Note")) == ("Izvoro", "Note")
