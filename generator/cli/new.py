"""`chronology new`: a chronology; an entry of one's own, a record, a seed, each with the form it needs."""

from __future__ import annotations

from pathlib import Path

import click

from generator.checks.suggest import find_suggestion, guess_kind, names_for
from generator.cli.command import trapped, with_settings
from generator.cli.lazy_group import FullGroup
from generator.cli.new_project import LANGUAGES, begin
from generator.cli.say import say
from generator.content import front_matter
from generator.content.entry_file import load_entry
from generator.content.files import write_new
from generator.content.front_matter import QuotedString
from generator.content.json_schema import descriptions
from generator.content.library import load_library
from generator.content.lock import writing_into
from generator.content.new_record import add_record, free_slug
from generator.content.paths import ContentPaths, entry_slug
from generator.dates.edtf import is_edtf
from generator.errors import InputError, SettingsError
from generator.generate.seeds import TEXT
from generator.generate.sidecar import KEYS, Sidecar, sidecar_path
from generator.language.codes import is_language
from generator.model import ENGLISH, GERMAN, Language
from generator.names.index import NameIndex
from generator.names.mentions import find_mentions
from generator.printable import command
from generator.settings import Settings

OTHER_NAME = "edit it, or give another name"
FOLDER = ""
"""The name of the command that begins a chronology: no folder has it."""
BODY = """Write the text here, a paragraph for each thought, with its source.[^1]

[^1]: Who says so, where, when.
"""


class FolderOrWhat(FullGroup):
    """A group of commands in which what is none of them is a folder."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command for folders before a folder, or before options of it."""
        if args and args[0] not in {*self.commands, *ctx.help_option_names}:
            args = [FOLDER, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names that are typed."""
        return [name for name in super().list_commands(ctx) if name]


@click.group(cls=FolderOrWhat, subcommand_metavar="FOLDER | entry TITLE | record NAME | seed NAME")
def new() -> None:
    """Begin a chronology in FOLDER; or an entry of your own, a record, a seed.

    What can be said of a chronology to begin: chronology new FOLDER --help. A folder that is called
    entry, record or seed: chronology new ./entry.
    """


class _OfFolder(click.Context):
    @property
    def command_path(self) -> str:
        """Return what is typed before the folder, without the command's empty name."""
        return super().command_path.rstrip()


class _ForFolder(click.Command):
    context_class = _OfFolder


@new.command(FOLDER, cls=_ForFolder)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="", help="Of the site; else the folder's.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default=LANGUAGES[0], help="Of the site; else English (en)."
)
@click.option("--example", is_flag=True, help="Put in a few invented sources to try it with.")
@trapped
def new_folder(folder: Path, name: str, language: str, example: bool) -> None:
    """Begin a chronology in FOLDER: settings, pages, an empty seeds/, what publishes it on GitHub Pages."""
    written = begin(folder, name, Language(language), with_example=example)
    say(f"Wrote {len(written)} files into {folder}")
    say("Next, in that folder: chronology add ADDRESS-OR-FILE" + (", or at once" if example else ""))
    say("chronology generate, chronology serve")


@new.command("entry")
@click.argument("title")
@click.option("--date", "day", metavar="DATE", help="When it happened: 2023-12-28, 2023-12, 2023 …")
@click.option("--language", metavar="CODE", help="Of the text; else the site's.")
@with_settings
def new_entry(settings: Settings, title: str, day: str | None, language: str | None) -> None:
    """Begin an entry without a seed: your own text.

    Writes content/entries/<date>-<title>.md as a draft, which only `chronology serve` shows.
    """
    if day and not is_edtf(day):
        raise SettingsError("--date", f"{day!r} is no date", "write 2023-12-28, 2023-12 or 2023")
    if language and not is_language(language):
        raise SettingsError("--language", f"{language!r} is not a language code", "write de or en")
    title = " ".join(title.split())
    header = front_matter.dump(
        {
            "title": title,
            "date": QuotedString(day) if day else None,
            "language": language or str(settings.language),
            "draft": True,
        }
    )
    text = f"{front_matter.FENCE}\n{header}{front_matter.FENCE}\n\n{BODY}"
    slug = entry_slug(day, title)
    place = f"content/entries/{slug}.md"
    load_entry(text, slug, "the new entry")
    with writing_into(settings.content):
        write_new(ContentPaths(settings.content).entry(slug), text, place, OTHER_NAME)
    say(f"Wrote {place}, a draft")
    say("Next: write its text, see it with chronology serve; take `draft: true` out to publish it")


@new.command("seed")
@click.argument("name")
@with_settings
def new_seed(settings: Settings, name: str) -> None:
    """Begin a seed: an empty file to paste a text into, and its sidecar, with every key explained.

    A page or a file that you have already is put in by `chronology add`.
    """
    if not name.removesuffix(TEXT) or name != name.strip(". ") or any(char in name for char in '/\\:*?"<>|'):
        raise InputError("the name", f"{name!r} is no file name", "give one like ministry-2023-12-28")
    path = settings.seeds / f"{name.removesuffix(TEXT)}{TEXT}"
    sidecar = sidecar_path(path)
    for file, text in ((path, "\n"), (sidecar, _form())):
        write_new(file, text, f"seeds/{file.name}", OTHER_NAME)
    say(f"Wrote seeds/{path.name} and seeds/{sidecar.name}")
    say("Next: paste the text into the one as it is, say in the other what you know, then run")
    say(command("generate", path.name))


def _form() -> str:
    """Return a sidecar in which nothing is said yet."""
    told = descriptions(Sidecar)
    rows = (f"# {key}:" + (f"  # {told[key]}" if told.get(key) else "") for key in KEYS)
    return (
        "# What is known from outside the text; take the # away where you know it.\n" + "\n".join(rows) + "\n"
    )


@new.command("record")
@click.argument("name")
@click.option("--kind", help="One of those in the settings; else guessed, where anything tells.")
@click.option("--de", metavar="NAME", help="The name in German, where it is another.")
@click.option("--en", metavar="NAME", help="The name in English, where it is another.")
@with_settings
def new_record(settings: Settings, name: str, kind: str | None, de: str | None, en: str | None) -> None:
    """Add the record of a person, a body, a place, whatever the kinds of the chronology are.

    Writes content/records/<name>.md with the spellings found in the entries. The file is yours: no
    command changes it again.
    """
    kinds = settings.topic.kinds
    library = load_library(settings.content, settings.topic)
    found = find_suggestion(name, library.entries, library.records)
    if kind and kind not in kinds:
        raise click.BadParameter(f"{kind!r} is none of {', '.join(kinds)}", param_hint="--kind")
    others = {code: said for code, said in ((GERMAN, de), (ENGLISH, en)) if said is not None}
    told = (kinds[kind], "") if kind else guess_kind(found, kinds.values())
    if told is None:
        # What is wrong with the name comes first.
        free_slug((name, *others.values()), library.records)
        remedy = f"say it: --kind with one of {', '.join(kinds)}"
        raise InputError(f'"{name}"', "nothing tells what it is, neither its form nor the entries", remedy)
    chosen, why = told
    names = names_for(found, chosen, settings.language, others)
    paths = ContentPaths(settings.content)
    with writing_into(settings.content):
        spellings = (found.name, *found.spellings)
        new = add_record(paths, library.records, names, chosen, settings.language, spellings)
    index = NameIndex({new.slug: new})
    count = sum(bool(find_mentions(entry, index)) for entry in library.entries.values())
    guessed = f", guessed: {why}" if why else ""
    entries = "1 entry names it" if count == 1 else f"{count} entries name it"
    say(f"Wrote content/records/{new.slug}.md ({chosen.name}{guessed}); {entries}")
    say("Next: complete its sentence, check its kind and names, then run chronology check")
