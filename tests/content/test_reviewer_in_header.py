"""The reviewer's name goes into the header, and nothing else of the file changes."""

import pytest

from generator.content.entry_file import load_entry
from generator.content.put_translation import set_reviewer
from generator.errors import InputError
from generator.model import Slug

SOURCE = "source: {seed: a.txt, sha256: x}"
BODY = "Eins.\n{: #s1 lang=de }\n\nOne.\n{: lang=en }\n"


def page(translation: str, *, body: str = BODY, after: str = "kind: article\n") -> str:
    return f"---\ntitle: 'T: x'   # Ü\nlanguage: de\n{SOURCE}\n{translation}{after}---\n\n{body}"


def reviewed_by(text: str) -> str | None:
    entry = load_entry(text.replace("\r\n", "\n"), Slug("e"), "e.md")
    return entry.translation.reviewed_by if entry.translation else None


HEADERS = {
    "block": (
        "translation:\n  language: en\n  by: argos\n  package: translate-de_en 1.3\n",
        "translation:\n  reviewed_by: Ann\n  language: en\n  by: argos\n  package: translate-de_en 1.3\n",
    ),
    "block with comments": (
        "translation:  # who\n    language: en   # into\n    # the machine\n    by: argos\n",
        "translation:  # who\n    reviewed_by: Ann\n    language: en   # into\n"
        "    # the machine\n    by: argos\n",
    ),
    "quoted": (
        'translation:\n  "language": "en" # x\n  \'by\': "editor"\n',
        'translation:\n  reviewed_by: Ann\n  "language": "en" # x\n  \'by\': "editor"\n',
    ),
    "flow": (
        'translation: {language: en, by: argos, package: "translate-de_en 1.3"}  # made\n',
        'translation: {reviewed_by: Ann, language: en, by: argos, package: "translate-de_en 1.3"}  # made\n',
    ),
    "flow on lines": (
        "translation: {\n  by: editor,  # a person\n  language: en,\n  }\n",
        "translation: {\n  reviewed_by: Ann, by: editor,  # a person\n  language: en,\n  }\n",
    ),
    "none said": (
        "",
        "translation:\n  language: en\n  by: editor\n  reviewed_by: Ann\n",
    ),
}
"""Name → (before, after)."""

REPLACED = {
    "empty": ("translation:\n  language: en\n  by: editor\n  reviewed_by:\n", "  reviewed_by: Ann\n"),
    "null": (
        "translation:\n  reviewed_by: null # nobody\n  language: en\n  by: editor\n",
        "  reviewed_by: Ann # nobody\n",
    ),
    "null in braces": (
        "translation: {language: en, by: editor, reviewed_by: null}\n",
        "reviewed_by: Ann}\n",
    ),
    "another name": (
        'translation:\n  language: en\n  by: editor\n  reviewed_by: "Bo: B." # x\n',
        "  reviewed_by: Ann # x\n",
    ),
    "empty translation": ("translation:\n", "  by: editor\n  reviewed_by: Ann\n"),
    "null translation": ("translation: null  # none\n", "  by: editor\n  reviewed_by: Ann\n"),
}


@pytest.mark.parametrize("name", HEADERS)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
def test_a_review_is_written_and_undone(name, mark):
    before, after = (mark + page(text) for text in HEADERS[name])
    if name == "none said":
        after = mark + page("", after="kind: article\n" + HEADERS[name][1])
    assert set_reviewer(before, "Ann", "e.md") == after
    assert reviewed_by(after) == "Ann"
    undone = set_reviewer(after, None, "e.md")
    assert reviewed_by(undone) is None
    if name.startswith("flow"):
        assert undone == after.replace("reviewed_by: Ann", "reviewed_by: null")
    elif name == "none said":
        assert "by: editor" in undone
    else:
        assert undone == before


@pytest.mark.parametrize("name", REPLACED)
def test_a_value_that_is_there_is_replaced(name):
    before, expected = REPLACED[name]
    after = set_reviewer(page(before), "Ann", "e.md")
    assert expected in after
    assert reviewed_by(after) == "Ann"
    assert reviewed_by(set_reviewer(after, None, "e.md")) is None


@pytest.mark.parametrize(
    "translation",
    [
        "translation: {reviewed_by: Ann, language: en, by: editor}\n",
        "translation: {language: en, reviewed_by: Ann, by: editor}\n",
        "translation: {language: en, by: editor, reviewed_by: Ann}\n",
        "translation: {\n  language: en,\n  by: editor,\n  reviewed_by: Ann\n}\n",
    ],
)
def test_a_review_written_by_hand_is_undone_wherever_it_stands(translation):
    undone = set_reviewer(page(translation), None, "e.md")
    assert reviewed_by(undone) is None
    assert undone == page(translation).replace("Ann", "null")


@pytest.mark.parametrize(
    "name",
    [
        "Ann",
        "Änne Ö'Neil",
        "no",
        "null",
        "1905",
        "A, B",
        "[x]",
        "{x}: y",
        "# x",
        "a: b",
        '"',
        "'",
        "@x",
        "张三",
    ],
)
@pytest.mark.parametrize("translation", [HEADERS["block"][0], HEADERS["flow"][0], HEADERS["none said"][0]])
def test_any_name_is_written_as_text(name, translation):
    after = set_reviewer(page(translation), name, "e.md")
    assert reviewed_by(after) == name
    assert set_reviewer(after, name, "e.md") == after


def test_what_is_so_already_is_left_alone():
    text = page("translation: {language: en, by: editor}\n")
    assert set_reviewer(text, None, "e.md") == text


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (page("", body="Eins.\n{: #s1 lang=de }\n"), "has no translation"),
        ("no header\n", "no front matter"),
        (page("translation: {language: en, by: nobody}\n"), "nobody"),
        (page("summary: &l en\ntranslation: {language: *l, by: editor}\n"), "without touching the rest"),
        (page("translation: !!map {language: en, by: editor}\n", after="kind: [\n"), "not valid YAML"),
    ],
    ids=["no translation", "no header", "bad value", "alias", "bad YAML"],
)
def test_what_can_not_be_changed_is_refused(text, problem):
    with pytest.raises(InputError, match=problem):
        set_reviewer(text, "Ann", "e.md")
