"""A chronology of something else: its own kinds of records and facts, none of the first one's."""

import pytest

from generator.content.library import load_library
from generator.generate.pipeline import generate
from generator.links.connect import connect
from generator.names.index import NameIndex
from generator.names.mentions import find_mentions
from generator.publish.computed.site import compute_site
from generator.publish.pages.lists import Pages
from generator.settings import load_settings
from tests.integration.support import chronology, make_project, output
from tests.integration.test_languages import Engines

SETTINGS = """[tool.chronology]
translate = {}

[tool.chronology.kinds]
person = {}
instrument = { nature = "thing", en = ["instrument", "instruments", "organ"] }
festival = { nature = "event", connects = 0.7, en = ["festival", "festivals"] }

[tool.chronology.facts]
consecrated = ["geweiht", "weihe"]
"""
RECORDS = {
    "organ": "kind: instrument\nname: {en: Hillside Organ, de: Bergorgel}\n"
    'dates: [{type: consecrated, date: "1911-05-14", source: a plate}]\n',
    "days": "kind: festival\nname: {en: Organ Days, de: Orgeltage}\n"
    'dates: [{type: held, date: "2019-06-07/2019-06-09", source: a poster}]\n',
}
SEEDS = {
    "jubilee": """Die Bergorgel wird gefeiert

Die Gemeinde feiert in diesem Jahr den 110. Jahrestag der Weihe der Bergorgel mit einem Konzert.

Das Konzert wird von einem Organisten aus der Nachbarschaft gegeben und kostet keinen Eintritt.
""",
    "week": """Organ Days end with a full church

The Organ Days ended last week with a concert on the Hillside Organ that filled the whole church.

The organisers thanked everybody who had helped them to prepare the concerts over many months.
""",
    "roof": """A new roof for the tower

On 3 March 2020 the workers closed the roof of the old tower, which had been open for a year.

The stones of the old roof lie in the yard and can be fetched by whoever has a use for them.
""",
}


@pytest.fixture
def bells(tmp_path):
    project = make_project(tmp_path / "project")
    (project / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    for slug, header in RECORDS.items():
        (project / "content/records" / f"{slug}.md").write_text(
            f"---\n{header}---\n\nIt.\n", encoding="utf-8"
        )
    for name, text in SEEDS.items():
        (project / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return project


def test_its_texts_are_dated_linked_and_listed_by_its_own_kinds(bells):
    settings = load_settings(bells)
    assert all(str(result.outcome) == "new" for result in generate(settings, Engines()))
    library = load_library(settings.content, settings.topic)
    assert library.issues == ()
    entries = {entry.source.seed.removesuffix(".txt"): entry for entry in library.entries.values()}
    assert {seed: entry.date for seed, entry in entries.items()} == {
        "jubilee": "2021",
        "week": "[2019-06-10..2019-06-16]",
        "roof": "2020-03-03",
    }
    index = NameIndex(library.records)
    mentions = {slug: find_mentions(entry, index) for slug, entry in library.entries.items()}
    links = connect(library.entries, mentions, library.records, settings.language).links
    (link,) = links[entries["week"].slug]
    assert link.reason.startswith("Both mention Hillside Organ (instrument).")
    site = compute_site(library, settings)
    listed = Pages(site, settings.language, settings.topic.kinds.values()).records_index(str)
    assert [line for line in listed.splitlines() if line.startswith("#")] == [
        "## Instruments",
        "## Festivals",
    ]


def test_a_kind_of_the_first_chronology_is_none_here(bells):
    (bells / "content/records/zapad.md").write_text("---\nkind: exercise\nname: {en: Zapad}\n---\n\nIt.\n")
    done = chronology(bells, "check")
    assert done.returncode == 1
    assert "kind is 'exercise'; it must be one of: person, instrument, festival" in output(done)
