"""What a chronology is about, as its settings say it: the kinds of its records, the words for its facts.

Nothing else in the program knows the subject. Without settings there are kinds that suit most subjects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from generator.language.codes import is_language
from generator.model import ENGLISH, GERMAN, Language, Nature, RecordKind

CONNECTS = MappingProxyType(
    {Nature.PERSON: 0.4, Nature.BODY: 0.0, Nature.PLACE: 0.0, Nature.EVENT: 1.0, Nature.THING: 1.0}
)
"""How much two entries are related by naming the same, unless a kind says otherwise.

Bodies and places are named too often to tell anything.
"""
KEYS = ("nature", "connects")


_DEFAULTS = """
person      | person | person people | Person Personen
body        | body   | organisation organisations organization body bodies ministry commission committee
                       council department
                     | Organisation Organisationen Körperschaft Ministerium Kommission Ausschuss Rat
agreement   | thing  | agreement agreements treaty convention pact protocol
                     | Abkommen Abkommen Vertrag Übereinkommen Pakt Protokoll
event       | event  | event events conference forum meeting summit
                     | Ereignis Ereignisse Konferenz Forum Treffen Gipfel
law         | thing  | law laws act regulation directive statute constitution
                     | Gesetz Gesetze Verordnung Richtlinie Verfassung
decision    | thing  | decision decisions judgment judgement ruling resolution
                     | Entscheidung Entscheidungen Urteil Beschluss Resolution
place       | place  | place places | Ort Orte
publication | thing  | publication publications report study survey
                     | Veröffentlichung Veröffentlichungen Bericht Studie Gutachten
work        | thing  | work works | Werk Werke
"""
"""A kind a row: name, nature, and what one, several and some of it are called in English and German."""


def _default_kinds(rows: str) -> Iterator[RecordKind]:
    for row in re.split(r"\n(?=\S)", rows.strip()):
        name, nature, *words = (cell.strip() for cell in row.split("|"))
        called = {
            language: tuple(cell.split()) for language, cell in zip((ENGLISH, GERMAN), words, strict=True)
        }
        yield RecordKind(name, Nature(nature), CONNECTS[Nature(nature)], called)


DEFAULT_KINDS: Mapping[str, RecordKind] = MappingProxyType(
    {kind.name: kind for kind in _default_kinds(_DEFAULTS)}
)


@dataclass(frozen=True)
class Topic:
    """What editors say of their subject."""

    kinds: Mapping[str, RecordKind] = field(default_factory=lambda: dict(DEFAULT_KINDS))
    """By name, in the order in which they are listed."""
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Type of a dated fact → beginnings of words by which a sentence says that it happened."""


def read_topic(kinds: object, facts: object) -> tuple[Topic, list[str]]:
    """Read the tables `kinds` and `facts` of the settings.

    Args:
        kinds: by name; one named like a default kind needs to say only what differs. None: the defaults.
        facts: by type of fact.

    Returns:
        The topic, and what is wrong with the tables; then the topic is of no use.
    """
    problems = [*_kind_problems(kinds), *_fact_problems(facts)]
    if problems:
        return Topic(), problems
    given: dict[str, dict[str, Any]] = kinds if isinstance(kinds, dict) else {}
    read = {name: _read_kind(name, values) for name, values in given.items()}
    words = facts if isinstance(facts, dict) else {}
    return Topic(read or dict(DEFAULT_KINDS), {kind: tuple(found) for kind, found in words.items()}), []


def _read_kind(name: str, values: Mapping[str, Any]) -> RecordKind:
    default = DEFAULT_KINDS.get(name)
    nature = Nature(values["nature"]) if "nature" in values else default.nature if default else Nature.THING
    words = {Language(code): tuple(found) for code, found in values.items() if code not in KEYS}
    return RecordKind(
        name,
        nature,
        float(values.get("connects", default.connects if default else CONNECTS[nature])),
        {**(default.words if default else {}), **words},
    )


def _kind_problems(kinds: object) -> Iterator[str]:
    if kinds is None:
        return
    if not isinstance(kinds, dict) or not all(isinstance(values, dict) for values in kinds.values()):
        yield 'kinds must be a table such as {person = {}, voyage = {nature = "event"}}'
        return
    for name, values in kinds.items():
        for key, value in values.items():
            yield from (f"kinds.{name}.{problem}" for problem in _value_problems(key, value))
        if "nature" not in values and name not in DEFAULT_KINDS:
            yield f"kinds.{name} lacks its nature ({', '.join(Nature)})"


def _value_problems(key: str, value: object) -> Iterator[str]:
    if key == "nature":
        if value not in list(Nature):
            yield f"nature must be one of: {', '.join(Nature)}"
    elif key == "connects":
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            yield "connects must be a number from 0 to 1"
    elif not is_language(key):
        yield f"{key} is neither a language code nor one of: {', '.join(KEYS)}"
    elif not _is_words(value, 2):
        yield f'{key} must be words for one and for several, such as ["voyage", "voyages"]'


def _fact_problems(facts: object) -> Iterator[str]:
    if facts is None:
        return
    if not isinstance(facts, dict):
        yield 'facts must be a table such as {signed = ["unterzeichn"]}'
        return
    for name, words in facts.items():
        if not _is_words(words, 1):
            yield f'facts.{name} must be beginnings of words, such as ["unterzeichn"]'


def _is_words(value: object, least: int) -> bool:
    return (
        isinstance(value, list)
        and len(value) >= least
        and all(isinstance(word, str) and word.strip() for word in value)
    )
