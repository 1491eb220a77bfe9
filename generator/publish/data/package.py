"""The description of the tables that other programs read first: a Data Package."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from slugify import slugify

from generator.publish.data.tables import Table

NAME = "datapackage.json"
FORMATS = {"csv": "text/csv", "json": "application/json"}


def as_package(
    title: str, description: str, home: str, tables: Sequence[Table], files: Mapping[str, bytes]
) -> str:
    """Return the Data Package that describes tables and their files.

    `description`: of the site; may be empty.
    """
    package: dict[str, object] = {
        "profile": "data-package",
        "name": slugify(title) or "chronology",
        "title": title,
    }
    package |= {key: value for key, value in (("description", description), ("homepage", home)) if value}
    # Of JSON, the reference implementation takes a table without rows for none.
    described = ((table, form) for form in FORMATS for table in tables if table.rows or form == "csv")
    package["resources"] = [_resource(table, form, files) for table, form in described]
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Table, form: str, files: Mapping[str, bytes]) -> dict[str, object]:
    path = f"{table.name}.{form}"
    resource: dict[str, object] = {
        # The tables that others refer to are those of CSV.
        "name": table.name if form == "csv" else f"{table.name}-{form}",
        "path": path,
        "profile": "tabular-data-resource",
        "description": table.description,
        "format": form,
        "mediatype": FORMATS[form],
        "encoding": "utf-8",
        "schema": table.as_schema(),
    }
    if form == "csv":
        # Of JSON, the reference implementation can't count bytes, and refuses what says how many there are.
        resource |= {"bytes": len(files[path]), "hash": f"sha256:{sha256(files[path]).hexdigest()}"}
    return resource
