"""The description of the tables that other programs read first: a Data Package."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from slugify import slugify

from generator.publish.data.tables import Table

NAME = "datapackage.json"
FORMATS = {"csv": "text/csv", "json": "application/json"}

Resource = Mapping[str, object]
"""How a Data Package describes a file."""


def as_package(title: str, description: str, home: str, resources: Sequence[Resource]) -> str:
    """Return the Data Package that describes tables and their files.

    `description`: of the site; may be empty.
    """
    package: dict[str, object] = {
        "profile": "data-package",
        "name": slugify(title) or "chronology",
        "title": title,
    }
    package |= {key: value for key, value in (("description", description), ("homepage", home)) if value}
    package["resources"] = resources
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def resources_of(table: Table, csv: bytes) -> Iterator[Resource]:
    """Yield what describes the files of a table, by the form first that others refer to.

    `csv`: what that file holds.
    """
    for form in FORMATS:
        # Of JSON, the reference implementation takes a table without rows for none.
        if table.rows or form == "csv":
            yield _resource(table, form, csv)


def _resource(table: Table, form: str, held: bytes) -> Resource:
    resource: dict[str, object] = {
        # The tables that others refer to are those of CSV.
        "name": table.name if form == "csv" else f"{table.name}-{form}",
        "path": f"{table.name}.{form}",
        "profile": "tabular-data-resource",
        "description": table.description,
        "format": form,
        "mediatype": FORMATS[form],
        "encoding": "utf-8",
        "schema": table.as_schema(),
    }
    if form == "csv":
        # Of JSON, the reference implementation can't count bytes, and refuses what says how many there are.
        resource |= {"bytes": len(held), "hash": f"sha256:{sha256(held).hexdigest()}"}
    return resource
