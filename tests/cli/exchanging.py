"""What tests of `chronology exchange` do: give out, work on it as a program does, take in."""

import polib
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from generator.generate.pipeline import generate
from generator.settings import load_settings
from tests.cli.support import entries, run
from tests.generate.runs import Engines

FORMATS = ("po", "xlf", "xliff")
"""The last is where these tests have version 1.2."""
DONE = "The exercise lasts a week & takes place <at sea>."


def generate_all(project, engine=None) -> None:
    list(generate(load_settings(project), Engines(engine)))


def export(project, ending: str, *entries: str):
    file = project / f"units.{ending}"
    options = ("--xliff-1",) if ending == "xliff" else ()
    result = run(project, "exchange", "export", str(file), *entries, *options)
    assert result.exit_code == 0
    return file


def take_in(project, file, *options: str) -> str:
    result = run(project, "exchange", "import", str(file), *options)
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()[-1].partition(": ")[2]


def translate(file, source: str, target: str, *, is_done: bool = True) -> None:
    """As a translation program does."""
    if file.suffix == ".po":
        po = polib.pofile(str(file))
        (entry,) = (one for one in po if one.msgid == source)
        entry.msgstr = target
        entry.flags = [] if is_done else ["fuzzy"]
        po.save()
        return
    store = (Xliff2File if file.suffix == ".xlf" else xlifffile).parsefile(str(file))
    (unit,) = (one for one in store.units if one.source == source)
    unit.target = target
    if file.suffix == ".xliff":
        unit.markfuzzy(not is_done)
        store.savefile(str(file))
        return
    segment = next(one for one in unit.xmlelement.iter() if one.tag.endswith("segment"))
    segment.set("state", "final" if is_done else "translated")
    store.savefile(str(file))


def type_in(project, seed: str, source: str, target: str) -> None:
    """As an editor does in the entry's file."""
    path = entries(project)[seed]
    text = path.read_text(encoding="utf-8")
    assert text.count(f"\\[en\\] {source}") == 1
    path.write_text(text.replace(f"\\[en\\] {source}", target), encoding="utf-8")
