"""What an entry is made from: when any of it changes, it is made again."""

from dataclasses import replace

from generator.content.paths import ContentPaths
from generator.generate.fingerprints import program_files, shared_digest
from generator.generate.tables import load_tables
from generator.settings import Settings
from tests.integration.test_languages import Engines


def test_learned_weights_are_part_of_the_program():
    names = {path.name for path in program_files()}
    assert {"line_model.json", "weights.json", "fingerprints.py"} <= names


def test_publishers_that_are_set_make_entries_again(tmp_path):
    settings = Settings(tmp_path)
    paths = ContentPaths(settings.content)
    tables = load_tables(paths, settings.topic)
    before = shared_digest(settings, "", tables, Engines())
    named = replace(settings, publishers={"example.org": "The Example"})
    assert shared_digest(settings, "", tables, Engines()) == before
    assert shared_digest(named, "", tables, Engines()) != before
