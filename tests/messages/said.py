"""What code and templates say to readers, and what catalogues have for it."""

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from generator import messages

PACKAGE = Path(messages.__file__).parents[1]
METHODS = [("**.py", "python"), ("publish/**.html", "jinja2.ext:babel_extract")]
OPTIONS = {
    "publish/**.html": {
        "trim_blocks": "true",
        "lstrip_blocks": "true",
        "extensions": "jinja2.ext.i18n",
        "silent": "false",
    }
}
KEYWORDS = {"_": None, "gettext": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def said() -> Catalog:
    """Return all messages of code and templates."""
    catalog = Catalog()
    found = extract_from_dir(PACKAGE, METHODS, OPTIONS, KEYWORDS)
    for _, _, message, _, context in found:
        if message:
            catalog.add(message, context=context)
    return catalog


def catalogues() -> list[Path]:
    """Return the file of each language."""
    return sorted(messages.FOLDER.glob("*.po"))


def parts(text: str | tuple[str, ...] | list[str]) -> list[str]:
    """Return a message, or its forms for one and for several."""
    return [text] if isinstance(text, str) else list(text)


def read(path: Path) -> Catalog:
    """Return a catalogue."""
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def update(path: Path) -> None:
    """Add the messages that a catalogue lacks, with nothing for them yet, and take out what nothing says."""
    known = read(path)
    catalog = Catalog(locale=path.stem)
    for message in said():
        if message.id:
            old = known.get(message.id, message.context)
            catalog.add(message.id, old.string if old else "", context=message.context)
    write(catalog, path)


def write(catalog: Catalog, path: Path) -> None:
    """Write a catalogue, with no more at its head than tells how to read it."""
    head = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {path.stem}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    body = io.BytesIO()
    write_po(body, catalog, width=110, sort_output=True, omit_header=True, no_location=True)
    path.write_bytes(head.encode() + body.getvalue().lstrip())
