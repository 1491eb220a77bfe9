"""JSON Schemas of what people write, for their text editors: made from what the files are read by.

They let through what the readers do: an unquoted number or date is a text. What only a reader can tell
(whether a date is one, whether a name leads to a record) is said by `chronology check`.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Collection, Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from generator.content.entry_file import NOT_IN_THE_HEADER
from generator.content.fields import DATE_KEYS, THEME_KEYS, fields_of
from generator.content.record_file import NOT_FIELDS_OF_THE_HEADER
from generator.model import Entry, Language, Record, Term
from generator.topic import Topic

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The version that text editors know best."""
TEXT: Schema = {"type": ["string", "number", "boolean"]}
TEXTS: Schema = {"type": "array", "items": TEXT}
LANGUAGE = "^[a-z]{2}$"
DATES = ["2023-12-28", "2023-12", "2023", "2021-10-14/2021-10-17", "[2023-12-18..2023-12-24]", "2023~"]


def entry_schema() -> Schema:
    """Return the schema of an entry's front matter."""
    return named_schema(
        "Entry", mapping_schema(Entry, NOT_IN_THE_HEADER, {key: {} for key in sorted(THEME_KEYS)})
    )


def record_schema(topic: Topic) -> Schema:
    """Return the schema of a record's front matter; `topic` says which kinds there are."""
    own: dict[str, Schema] = {
        "kind": {
            "enum": [*topic.kinds],
            "description": "What it describes; the settings say which kinds there are.",
        },
        "name": {
            "type": "object",
            "description": "The preferred name in each language.",
            "propertyNames": {"pattern": LANGUAGE},
            "additionalProperties": TEXT,
            "minProperties": 1,
        },
    }
    theme: Mapping[str, Schema] = {key: {} for key in sorted(THEME_KEYS)}
    schema = mapping_schema(Record, NOT_FIELDS_OF_THE_HEADER, {**own, **theme})
    return named_schema("Record", {**schema, "required": [*own, *schema["required"]]})


def terms_schema() -> Schema:
    """Return the schema of the term base."""
    spellings = {
        "oneOf": [TEXT, TEXTS],
        "description": "The spellings in this language; the first is written.",
    }
    wrong = {**TEXTS, "description": "Renderings that are replaced, in whatever language."}
    term = mapping_schema(Term, ("spellings", "wrong"), {"not": wrong})
    term = {**term, "patternProperties": {LANGUAGE: spellings}, "minProperties": 2}
    terms = {"type": ["array", "null"], "items": term}
    return named_schema(
        "Terms", {"type": "object", "properties": {"terms": terms}, "additionalProperties": False}
    )


def mapping_schema(
    kind: type[Any], left_out: Collection[str] = (), further: Mapping[str, Schema] | None = None
) -> Schema:
    """Return the schema of a mapping that is read into a dataclass.

    Args:
        kind: the dataclass.
        left_out: its fields that are no keys.
        further: keys that are no fields.
    """
    known = {name: field for name, field in fields_of(kind).items() if name not in left_out}  # type: ignore[arg-type]
    told = descriptions(kind)  # type: ignore[arg-type]
    properties = {
        name: _described(
            _value(name, held, is_list=is_list, may_be_empty=not is_required), told.get(name, "")
        )
        for name, (held, is_list, is_required) in known.items()
    }
    return {
        "type": "object",
        "properties": {**properties, **(further or {})},
        "required": [name for name, (_, _, is_required) in known.items() if is_required],
        "additionalProperties": False,
    }


def named_schema(title: str, schema: Schema) -> Schema:
    """Return a schema as a file of its own."""
    return {"$schema": DRAFT, "title": title, **schema}


def _value(name: str, held: Any, *, is_list: bool, may_be_empty: bool) -> Schema:
    schema = _one(name, held)
    if is_list:
        schema = {"type": "array", "items": schema}
    if not may_be_empty:
        return schema
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*types, "null"]}


def _one(name: str, held: Any) -> Schema:
    if is_dataclass(held):
        return mapping_schema(held)  # type: ignore[arg-type]
    if held is Language:
        return {"type": "string", "pattern": LANGUAGE}
    if held in (bool, int):
        return {"type": "boolean" if held is bool else "integer"}
    if isinstance(held, type) and issubclass(held, StrEnum):
        return {"enum": [str(one) for one in held]}
    return {"type": ["string", "number"], "examples": DATES} if name in DATE_KEYS else dict(TEXT)


def _described(schema: Schema, description: str) -> Schema:
    return {**schema, "description": description} if description else schema


@cache
def descriptions(kind: type[Any]) -> Mapping[str, str]:
    """Return what the definition says below each field."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    assert isinstance(definition, ast.ClassDef)
    told: dict[str, str] = {}
    for field, below in zip(definition.body, [*definition.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            words = below.value.value if _is_text(below) else ""  # type: ignore[union-attr]
            told[field.target.id] = " ".join(str(words).split())
    return told


def _is_text(node: ast.stmt | None) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )
