"""An entry for machines."""

import json
import re
from dataclasses import replace

import pytest

from generator.model import (
    Entry,
    Event,
    Language,
    SegmentId,
    Source,
    Translation,
    TranslationBy,
)
from generator.publish.data.structured_data import structured_data
from tests import kinds
from tests.builders import record
from tests.publish.support import entry

DE, EN = Language("de"), Language("en")
EVIL = '<script>alert("1")</script>&amp;'


def by(who: TranslationBy, **values) -> Translation:
    return Translation(EN, who, **values)


MACHINE = by(TranslationBy.ARGOS, package="translate-de_en 1.3")


def data_of(one: Entry, reviewer: str | None = None) -> list[dict]:
    page = structured_data(one, reviewer)
    found = re.fullmatch(r'<script type="application/ld\+json">([^<>&]*)</script>', page)
    assert found
    loaded = json.loads(found[1])
    assert loaded["@context"] == "https://schema.org"
    return loaded["@graph"]


TOLD = entry(
    title="Talks",
    original_title="Gespräche",
    source=Source("e.txt", "abc", publisher="Xinhua", published="2023-12-28T12:47+00:00"),
    translation=MACHINE,
)


def test_an_entry_and_its_translation_are_told_to_machines():
    original, translation = data_of(TOLD)
    assert original == {
        "@type": "Article",
        "@id": "#original",
        "headline": "Gespräche",
        "inLanguage": "de",
        "datePublished": "2023-12-28T12:47+00:00",
        "publisher": {"@type": "Organization", "name": "Xinhua"},
        "workTranslation": {"@id": "#translation"},
    }
    machine = {"@type": "SoftwareApplication", "name": "Argos Translate", "identifier": "translate-de_en 1.3"}
    assert translation == {
        "@type": "CreativeWork",
        "@id": "#translation",
        "inLanguage": "en",
        "translationOfWork": {"@id": "#original"},
        "translator": machine,
        "name": "Talks",
    }


def test_who_reviewed_a_machines_work_is_its_editor_and_not_its_translator():
    one = replace(TOLD, translation=replace(MACHINE, reviewed_by="Ann"))
    translation = data_of(one, "Ann")[1]
    assert translation["editor"] == {"@type": "Person", "name": "Ann"}
    assert translation["translator"]["@type"] == "SoftwareApplication"
    assert "editor" not in data_of(one)[1]


def test_a_persons_translation_is_a_persons():
    translation = data_of(replace(TOLD, translation=by(TranslationBy.EDITOR)))[1]
    assert translation["translator"]["@type"] == "Person"


@pytest.mark.parametrize("published", [None, "2023~", "2023-12-18/2023-12-24", "XXXX-12-28"])
def test_only_a_plain_date_is_told_to_machines(published):
    (original,) = data_of(entry(source=Source("e.txt", "abc", published=published)))
    assert original == {"@type": "Article", "@id": "#original", "headline": "E", "inLanguage": "de"}


def test_a_title_that_was_supplied_is_no_headline():
    (original,) = data_of(entry(title_supplied=True))
    assert "headline" not in original
    assert original["name"] == "E"


HOSTILE = ("</script><b>", "<!--<script>", EVIL, '"}]', "\\", "a\u2028b", "&lt;", "{{ 7*7 }}")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_an_entry_ends_the_data(text):
    one = replace(
        TOLD,
        title=text,
        original_title=text,
        source=replace(TOLD.source, publisher=text),
        translation=replace(MACHINE, package=text, reviewed_by=text),
    )
    original, translation = data_of(one, text)
    assert original["headline"] == original["publisher"]["name"] == translation["name"] == text
    assert translation["translator"]["identifier"] == translation["editor"]["name"] == text


def test_what_a_page_is_of_and_based_on_is_told():
    based = replace(TOLD, source=replace(TOLD.source, url="https://example.org/a"))
    named = [
        record("sea-watch", kinds.EXERCISE, "Sea Watch", wikidata="Q123"),
        record("jane", kinds.PERSON, "Jane Sample", wikidata="javascript:alert(1)"),
    ]
    page = structured_data(based, None, named, "They talked.", "https://site.example/entries/e/")
    original = json.loads(page.partition(">")[2].rpartition("<")[0])["@graph"][0]
    assert original["isBasedOn"] == "https://example.org/a"
    assert original["description"] == "They talked."
    assert original["url"] == "https://site.example/entries/e/"
    assert original["mentions"] == [
        {"@type": "Event", "name": "Sea Watch", "sameAs": "https://www.wikidata.org/wiki/Q123"},
        {"@type": "Person", "name": "Jane Sample"},
    ]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "e.txt", "https://a b", 'https://a"b'])
def test_what_is_no_address_of_the_web_is_not_told_as_one(url):
    assert "isBasedOn" not in data_of(replace(TOLD, source=replace(TOLD.source, url=url)))[0]


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2023-12-28", {"startDate": "2023-12-28", "endDate": "2023-12-28"}),
        ("2021-10-14/2021-10-17", {"startDate": "2021-10-14", "endDate": "2021-10-17"}),
        ("[2023-12-18..2023-12-24]", {"description": "Woche vom 18. Dezember 2023"}),
        ("2019/..", {"description": "seit 2019"}),
        ("2025-12", {"startDate": "2025-12", "endDate": "2025-12"}),
        ("2025-21", {"description": "Frühjahr 2025"}),
        ("2019/", {"description": "ab 2019, Ende unbekannt"}),
    ],
)
def test_events_are_told_with_the_dates_that_are_sure(date, told):
    (event,) = data_of(replace(TOLD, events=(Event(date, "Treffen", segment=SegmentId("s1")),)))[0]["about"]
    assert event == {"@type": "Event", "name": "Treffen", "inLanguage": "de", "url": "#s1", **told}


def test_an_author_is_told():
    written = replace(TOLD, source=replace(TOLD.source, author="Jane Sample"))
    assert data_of(written)[0]["author"] == "Jane Sample"


def test_an_event_has_a_whole_address_where_the_page_has_one():
    told = replace(TOLD, events=(Event("2023-12-28", "Treffen", segment=SegmentId("s1")),))
    script = structured_data(told, url="https://example.org/e/")
    assert '"url": "https://example.org/e/#s1"' in script
