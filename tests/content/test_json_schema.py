"""The schemas say what the readers do: what one refuses for its form, the other does."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from generator.content import front_matter
from generator.content.entry_file import dump_entry, load_entry
from generator.content.json_schema import entry_schema, mapping_schema, record_schema, terms_schema
from generator.content.record_file import load_record
from generator.content.terms_file import parse_terms
from generator.data_files import parse_yaml
from generator.errors import InputError
from generator.generate.sidecar import KEYS, Sidecar
from generator.model import Slug
from tests import kinds
from tests.builders import entry, event
from tests.conftest import ROOT

TYPES = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
}


def problems(schema: dict[str, Any], value: Any, path: str = "") -> list[str]:
    """What a validator says; of JSON Schema, it knows what ours use."""
    known = {"type", "properties", "patternProperties", "propertyNames", "required", "additionalProperties"}
    known |= {
        "items",
        "enum",
        "pattern",
        "oneOf",
        "minProperties",
        "description",
        "examples",
        "title",
        "$schema",
    }
    assert not set(schema) - known
    if "oneOf" in schema:
        return [] if sum(not problems(one, value) for one in schema["oneOf"]) == 1 else [f"{path} is none"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{path} is none of them"]
    if "type" in schema and not _is(schema["type"], value):
        return [f"{path} is no {schema['type']}"]
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        return [f"{path} does not match"]
    if isinstance(value, list):
        return [
            one
            for number, item in enumerate(value)
            for one in problems(schema.get("items", {}), item, f"{path}[{number}]")
        ]
    return [*_of_mapping(schema, value, path)] if isinstance(value, dict) else []


def _is(types: str | list[str], value: Any) -> bool:
    if value is None:
        return "null" in types
    return any(
        isinstance(value, TYPES[one]) and (one == "boolean" or not isinstance(value, bool))
        for one in ([types] if isinstance(types, str) else types)
        if one != "null"
    )


def _of_mapping(schema: dict[str, Any], value: dict[str, Any], path: str):
    yield from (f"{path}.{key} is missing" for key in schema.get("required", ()) if value.get(key) is None)
    if len(value) < schema.get("minProperties", 0):
        yield f"{path} has too few"
    for key, held in value.items():
        patterns = [
            one for pattern, one in schema.get("patternProperties", {}).items() if re.search(pattern, key)
        ]
        names = schema.get("propertyNames", {}).get("pattern")
        if names and not re.search(names, key):
            yield f"{path}.{key} is no name"
        rest = schema.get("additionalProperties", True)
        found = (
            schema["properties"].get(key, *patterns[:1])
            if key in schema.get("properties", {}) or patterns
            else rest
        )
        if found is False:
            yield f"{path}.{key} is unknown"
        elif isinstance(found, dict):
            yield from problems(found, held, f"{path}.{key}")


def plainly(text: str) -> Any:
    """YAML as text editors read it: dates are texts."""
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.yaml_implicit_resolvers = {
        first: [(tag, form) for tag, form in rules if not tag.endswith("timestamp")]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, loader)


HEADER = "title: T\ndate: '2023'\nlanguage: de\nkind: article\nsource: {seed: a.txt, sha256: x}\n"
ENTRIES = [
    HEADER,
    HEADER + "summary: 12\n",
    HEADER + "events:\n- {date: 2023-12-01, title: An event, announced: true}\n",
    HEADER + "tags: [a, b]\nicon: x\n",
    HEADER + "sumary: S\n",
    HEADER + "events: {date: 2023}\n",
    HEADER + "events:\n- {title: An event}\n",
    HEADER + "events:\n- {date: 2023-12-01, title: An event, when: now}\n",
    HEADER + "summary: [a]\n",
    HEADER + "related: x\n",
    HEADER + "title_supplied: perhaps\n",
    HEADER + "translation: {language: en, by: nobody}\n",
    HEADER + "source: {seed: a.txt, sha256: x, page: 3}\n".replace("source", "mentions"),
    HEADER.replace("language: de", "language: german"),
    HEADER.replace("kind: article", "kind: poem"),
    HEADER.replace("title: T\n", ""),
]


@pytest.mark.parametrize("header", ENTRIES)
def test_an_entry_is_refused_by_both_or_by_none(header):
    try:
        load_entry(f"---\n{header}---\n\nOne.\n", Slug("e"), "e")
        is_good = True
    except InputError:
        is_good = False
    assert (not problems(entry_schema(), plainly(header))) is is_good


def test_what_the_generator_writes_is_right_by_the_schema():
    for path in sorted((ROOT / "content/entries").glob("*.md")):
        header, _ = front_matter.split(path.read_text(encoding="utf-8"))
        assert problems(entry_schema(), plainly(header)) == []
    made = entry("e", events=(event("2023-12-01", "An event", announced=True),))
    header, _ = front_matter.split(dump_entry(made))
    assert problems(entry_schema(), plainly(header)) == []


RECORD = "kind: person\nname: {en: Ann, de: Anna}\n"
RECORDS = [
    RECORD,
    RECORD + "aliases: [A, B]\nconnects: false\n",
    RECORD + "dates:\n- {type: founded, date: 1999, source: s, round: 3}\n",
    RECORD + "dates:\n- {type: founded, date: '1999'}\n",
    RECORD + "aliases: A\n",
    RECORD.replace("person", "planet"),
    RECORD.replace("en:", "english:"),
    "kind: person\n",
    "kind: person\nname: {}\n",
    RECORD + "names: x\n",
]


@pytest.mark.parametrize("header", RECORDS)
def test_a_record_is_refused_by_both_or_by_none(header):
    try:
        load_record(f"---\n{header}---\n", Slug("r"), "r", kinds.TOPIC)
        is_good = True
    except InputError:
        is_good = False
    assert (not problems(record_schema(kinds.TOPIC), plainly(header))) is is_good


TERMS = [
    "terms:\n- {de: Haus, en: house}\n",
    "terms:\n- {de: [Haus, Gebäude], en: house, not: [home], article: false}\n",
    "terms:\n",
    "terms:\n- {de: Haus}\n",
    "terms:\n- {de: Haus, english: house}\n",
    "terms:\n- {de: Haus, en: {a: house}}\n",
    "terms:\n- {de: Haus, en: house, not: home}\n",
    "words: []\n",
]


@pytest.mark.parametrize("text", TERMS)
def test_the_term_base_is_refused_by_both_or_by_none(text):
    try:
        parse_terms(text, "terms.yml")
        is_good = True
    except InputError:
        is_good = False
    assert (not problems(terms_schema(), plainly(text))) is is_good


def test_a_sidecar_has_its_keys_explained():
    schema = mapping_schema(Sidecar)
    assert [*schema["properties"]] == [*KEYS]
    assert schema["required"] == []
    assert problems(schema, {"url": "x", "skip": True, "published": 2023, "author": None}) == []
    assert problems(schema, {"skip": "perhaps"})
    assert problems(schema, {"link": "x"})
    assert all(key["description"] for key in schema["properties"].values())
    assert parse_yaml("published: 2023\n", "x") == {"published": "2023"}
