"""An entry with machine translations, what an editor makes of it, and the merge of both with a newer one."""

from dataclasses import replace

from generator.content.entry_file import dump_entry, load_entry
from generator.content.merging import merge
from generator.model import Slug, Translation, TranslationBy
from tests.builders import EN, entry

ARGOS, EDITOR = TranslationBy.ARGOS, TranslationBy.EDITOR
MACHINE = Translation(EN, ARGOS, "translate-de_en 1.3")


def made(*pairs, **values):
    """An entry as the generator makes it: German paragraphs, each with a machine's translation."""
    values = {"translation": MACHINE, "date": "2023-12-28", **values}
    return entry("e", *pairs, **values)


BASE = made(("Zwölf Schiffe kamen.", "Twelve ships came."), ("Sie übten dort.", "They trained there."))
NEW = made(("Zwanzig Schiffe kamen.", "Twenty ships came."), ("Sie übten dort.", "They trained there."))
FIRST = "Zwölf Schiffe kamen.\n{: #s1 lang=de }\n\nTwelve ships came.\n{: lang=en }\n"


def replaced(text, *changes):
    for old, new in changes:
        assert text.count(old) == 1, (old, text)
        text = text.replace(old, new)
    return text


def edited(*changes, base=BASE):
    return replaced(dump_entry(base), *changes)


def merged(text, new=NEW, base=BASE):
    return merge(dump_entry(base), text, new)


def pairs(text):
    return [
        (s.text, s.rendering.text if s.rendering else None) for s in load_entry(text, Slug("e"), "e").segments
    ]


def by_editor(text, base=BASE):
    """An entry whose first translation is a person's, as the memory has it."""
    first, *rest = base.blocks
    rendering = replace(first.rendering, text=text, by=EDITOR)
    return replace(base, blocks=(replace(first, rendering=rendering), *rest))
