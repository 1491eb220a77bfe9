"""`chronology schema`: what text editors, VS Code above all, need to know to help while a header is typed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

import click

from generator.cli.command import with_settings
from generator.cli.say import say, write
from generator.content.files import read_text, write_text
from generator.content.json_schema import (
    Schema,
    entry_schema,
    mapping_schema,
    named_schema,
    record_schema,
    terms_schema,
)
from generator.generate.sidecar import Sidecar
from generator.settings import Settings

SCHEMAS: Mapping[str, Callable[[Settings], Schema]] = {
    "entry": lambda _: entry_schema(),
    "record": lambda settings: record_schema(settings.topic),
    "terms": lambda _: terms_schema(),
    "sidecar": lambda _: named_schema("Sidecar of a seed", mapping_schema(Sidecar)),
}
FOLDER = ".vscode"
SEVERITY, FILE, LINE, MESSAGE = 1, 2, 3, 4
"""Groups of the patterns below."""
ISSUE = r"^(error|warning|note)\s+((?:content|seeds)/[^:;,]+?\.(?:md|yml|txt|html))"


@click.command()
@click.argument("what", type=click.Choice([*SCHEMAS]), required=False, metavar="[WHAT]")
@click.option(
    "--vscode", is_flag=True, help="Write all of them, with settings and tasks of VS Code, into .vscode/."
)
@with_settings
def schema(settings: Settings, what: str | None, vscode: bool) -> None:
    """Print the JSON Schema of WHAT: entry, record (their front matter), terms, or sidecar.

    With it, a text editor names wrong keys and values and offers right ones while you type.
    """
    if what:
        write(as_json(SCHEMAS[what](settings)), nl=False)
    if not vscode:
        if not what:
            raise click.UsageError(f"name one of {', '.join(SCHEMAS)}, or give --vscode")
        return
    for name, text in write_vscode(settings).items():
        say(f"{FOLDER}/{name} is yours and stays; it would be:\n{text.rstrip()}")
    say(f"Wrote the schemas into {FOLDER}/schemas/")


def write_vscode(settings: Settings) -> dict[str, str]:
    """Write schemas, settings and tasks into `.vscode/`; what an editor has there already stays.

    Returns:
        What was to stand in the files that stayed, by their names.

    Raises:
        WriteError: the folder can't be written to.
    """
    folder, stayed = settings.root / FOLDER, {}
    for name, make in SCHEMAS.items():
        write_text(folder / "schemas" / f"{name}.json", as_json(make(settings)))
    for name, held in vscode_files().items():
        path, text = folder / name, as_json(held)
        if path.exists() and read_text(path, str(path)) != text:
            stayed[name] = text
        else:
            write_text(path, text)
    return stayed


def vscode_files() -> dict[str, object]:
    """Return what VS Code is to know of a project, by the file it stands in.

    Its YAML extension reads term base and sidecars; not the headers of Markdown files, whose problems
    the task `check` puts on their lines.
    """
    settings = {
        "yaml.schemas": {
            f"./{FOLDER}/schemas/terms.json": "content/terms.yml",
            f"./{FOLDER}/schemas/sidecar.json": "seeds/*.yml",
        },
        "files.encoding": "utf8",
        "search.exclude": {"content/.generated": True, "site": True},
    }
    return {
        "settings.json": settings,
        "extensions.json": {"recommendations": ["redhat.vscode-yaml"]},
        "tasks.json": {"version": "2.0.0", "tasks": [_task("check", _matchers()), _task("generate", [])]},
    }


def _task(command: str, matchers: list[object]) -> dict[str, object]:
    call = f"chronology {command}"
    return {"label": call, "type": "shell", "command": call, "problemMatcher": matchers, "group": "build"}


def _matchers() -> list[object]:
    """Find the issues of `chronology check`: on their lines, and those that are about a file as a whole."""
    shared = {"owner": "chronology", "fileLocation": ["relative", "${workspaceFolder}"], "severity": "info"}
    at_line = {
        "regexp": rf"{ISSUE}:(\d+)[^:]*: (.*)$",
        "severity": SEVERITY,
        "file": FILE,
        "line": LINE,
        "message": MESSAGE,
    }
    of_file = {
        "regexp": rf"{ISSUE}(?!:\d)([^:]*: .*)$",
        "kind": "file",
        "severity": SEVERITY,
        "file": FILE,
        "message": LINE,
    }
    return [{**shared, "pattern": at_line}, {**shared, "pattern": of_file}]


def as_json(held: object) -> str:
    """Return JSON as a file has it."""
    return json.dumps(held, ensure_ascii=False, indent=2) + "\n"
