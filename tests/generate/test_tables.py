"""What is held of the files in content/ while a run goes on."""

from generator.content.memory import Memory as Pairs
from generator.content.memory import Pair, dump_memory
from generator.content.paths import ContentPaths
from generator.generate.tables import load_tables
from generator.model import ENGLISH, Language, TranslationBy
from tests import kinds
from tests.generate.runs import FIRST, SECOND, add_seed, edit, run

GERMAN = Language("de")


def tables_of(project):
    return load_tables(ContentPaths(project / "content"), kinds.PROJECT)


def test_texts_are_held_where_a_person_wrote_in_them_only(project):
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    run(project)
    edit(project, "a.txt", "gemeinsame", "große")
    tables = tables_of(project)
    assert {seed: bool(entry.blocks) for seed, entry in tables.entries.items()} == {
        "a.txt": True,
        "b.txt": False,
    }
    assert tables.as_made == {"b.txt"}
    assert tables.waiting == {GERMAN}


def test_an_entry_that_an_editors_translation_went_into_is_held_whole(project):
    """Though it reads as it was made: the editor may have translated otherwise in another entry."""
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    pair = Pair(GERMAN, ENGLISH, FIRST, "A person's sentence.", TranslationBy.EDITOR)
    ContentPaths(project / "content").memory.parent.mkdir(parents=True)
    ContentPaths(project / "content").memory.write_text(dump_memory(Pairs([pair])), encoding="utf-8")
    run(project)
    entries = tables_of(project).entries
    assert [bool(entries[seed].blocks) for seed in ("a.txt", "b.txt")] == [True, False]
