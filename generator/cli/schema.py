"""`chronology schema`: what text editors need to know to help while a header is typed."""

from __future__ import annotations

import click

from generator.cli.command import with_settings
from generator.cli.say import say
from generator.cli.vscode import FOLDER, SCHEMAS, as_json, write_vscode
from generator.settings import Settings


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
        click.echo(as_json(SCHEMAS[what](settings)), nl=False)
    if not vscode:
        if not what:
            raise click.UsageError(f"name one of {', '.join(SCHEMAS)}, or give --vscode")
        return
    for name, text in write_vscode(settings).items():
        say(f"{FOLDER}/{name} is yours and stays; it would be:\n{text.rstrip()}")
    say(f"Wrote the schemas into {FOLDER}/schemas/")
