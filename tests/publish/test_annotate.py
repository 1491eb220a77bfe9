"""Names of records found in texts: the longest, whole words, once; ambiguous ones nowhere."""

from itertools import pairwise

import pytest

from generator.model import Entry, Kind, Language, Record, RecordKind, Rendering, Segment, Slug, Source
from generator.names import Found, NameIndex, spellings
from generator.publish.annotate import find_mentions, mentioned


def record(slug: str, name: str, *aliases: str, **names: str) -> Record:
    return Record(
        Slug(slug),
        RecordKind.PERSON,
        {Language("en"): name, **{Language(code): value for code, value in names.items()}},
        aliases,
    )


def index_of(*records: Record) -> NameIndex:
    return NameIndex({one.slug: one for one in records})


SHOIGU = record("shoigu", "Sergei Shoigu", "Shoigu", "Schoigu")
MINISTRY = record("ministry", "Ministry of Defence", de="Verteidigungsministerium")
INDEX = index_of(
    SHOIGU,
    MINISTRY,
    record("treaty", "Treaty of Good-Neighborliness", 'the "Good" Treaty'),
    record("staff", "People's Liberation Army", "joint staff"),
)


def found_in(text: str, index: NameIndex = INDEX) -> list[tuple[str, str]]:
    return [(found.record, text[found.start : found.end]) for found in index.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the longest
        ("Minister Sergei Shoigu spoke", [("shoigu", "Sergei Shoigu")]),
        ("Shoigu and Sergei Shoigu", [("shoigu", "Shoigu"), ("shoigu", "Sergei Shoigu")]),
        # endings
        ("Shoigu's visit", [("shoigu", "Shoigu")]),
        ("Shoigu’s visit", [("shoigu", "Shoigu")]),
        ("Shoigus Besuch", [("shoigu", "Shoigu")]),
        ("Schoigus Besuch", [("shoigu", "Schoigu")]),
        ("Sprecher des Verteidigungsministeriums sagte", [("ministry", "Verteidigungsministerium")]),
        ("Verteidigungsministeriumes", [("ministry", "Verteidigungsministerium")]),
        # word boundaries
        ("Shoigu", [("shoigu", "Shoigu")]),
        ("(Shoigu), Shoigu-led", [("shoigu", "Shoigu"), ("shoigu", "Shoigu")]),
        ("Shoigunator", []),
        ("xShoigu", []),
        ("ÄShoigu", []),
        ("9Shoigu", []),
        ("_Shoigu", []),
        ("Verteidigungsministeriumssprecher", []),
        ("shoigu", []),
        # quotes and dashes
        ("the People’s Liberation Army", [("staff", "People’s Liberation Army")]),
        ("Peopleʼs Liberation Army", [("staff", "Peopleʼs Liberation Army")]),
        ("Treaty of Good–Neighborliness", [("treaty", "Treaty of Good–Neighborliness")]),
        ("Treaty of Good‑Neighborliness", [("treaty", "Treaty of Good‑Neighborliness")]),
        ("by the „Good“ Treaty", [("treaty", "the „Good“ Treaty")]),
        # start of a sentence
        ("Joint staff talks", [("staff", "Joint staff")]),
        ("The joint staff", [("staff", "joint staff")]),
        ("JOINT STAFF", []),
        ("", []),
        ("Nobody is named.", []),
    ],
)
def test_names_in_texts(text, expected):
    assert found_in(text) == expected


def test_positions_are_those_of_the_text_as_it_stands():
    """Normalising exchanges characters one for one."""
    text = "“So” – said Shoigu’s aide"
    (found,) = INDEX.find(text)
    assert found == Found(12, 18, Slug("shoigu"))
    assert text[found.start : found.end] == "Shoigu"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_space_that_does_not_break_is_a_space(space):
    """Word processors and editors put them into names."""
    assert found_in(f"Sergei{space}Shoigu") == [("shoigu", f"Sergei{space}Shoigu")]


def test_names_in_records_are_normalised_like_texts():
    index = index_of(record("army", "People’s Army — North"))
    assert found_in("People's Army - North", index) == [("army", "People's Army - North")]


def test_a_name_of_two_records_leads_nowhere_and_is_listed():
    index = index_of(record("a", "Shoigu"), record("b", "Sergei Shoigu", "Shoigu"))
    assert index.ambiguous == {"Shoigu": {"a", "b"}}
    assert found_in("Shoigu met Sergei Shoigu", index) == [("b", "Sergei Shoigu")]


def test_a_name_given_twice_in_one_record_is_not_ambiguous():
    index = index_of(record("a", "Zapad", "Zapad", de="Zapad"))
    assert index.ambiguous == {}
    assert found_in("Zapad", index) == [("a", "Zapad")]


def test_names_that_differ_only_in_their_quotes_are_the_same_name():
    index = index_of(record("a", "People's Army"), record("b", "People’s Army"))
    assert set(index.ambiguous) == {"People's Army"}
    assert found_in("People's Army", index) == []


def test_overlapping_names_the_one_that_starts_first_stays():
    index = index_of(record("a", "Joint Sea"), record("b", "Sea Patrol Group"))
    assert found_in("Joint Sea Patrol Group", index) == [("a", "Joint Sea")]


def test_longer_name_that_is_no_whole_word_does_not_hide_the_shorter():
    index = index_of(record("a", "Sea"), record("b", "Sea Patrol"))
    assert found_in("Sea Patrolling", index) == [("a", "Sea")]


def test_spellings_add_a_capital_only_to_lower_case_names():
    assert set(spellings(record("a", "joint staff", "Navy"))) == {"joint staff", "Joint staff", "Navy"}


@pytest.mark.parametrize("records", [(), (Record(Slug("a"), RecordKind.BODY, {}),)])
def test_no_names_find_nothing(records):
    index = index_of(*records)
    assert index.find("Any text, Shoigu in it") == []
    assert index.ambiguous == {}


class _Automaton:
    """Counts what the automaton hands out."""

    def __init__(self, automaton):
        self.automaton = automaton
        self.count = 0

    def iter(self, text):
        for hit in self.automaton.iter(text):
            self.count += 1
            yield hit


@pytest.mark.parametrize(
    "piece",
    ["a", "ab", "Sergei ", "Sergei Shoigu ", "Shoigu" * 10, "’„“–"],
    ids=["one letter", "two letters", "beginnings", "names", "names in one word", "marks"],
)
def test_work_grows_with_the_text_only(piece):
    """Ten times the text: ten times the hits, however much names overlap; 1 MB is no trouble."""
    nested = [record(f"a{n}", "a" * n) for n in range(1, 8)]
    nested += [record(f"b{n}", "ab" * n) for n in range(1, 8)]
    index = index_of(SHOIGU, MINISTRY, *nested)
    counter = _Automaton(index._automaton)
    index._automaton = counter
    work = []
    for size in (10_000, 100_000):
        counter.count = 0
        index.find((piece * size)[:size])
        work.append(counter.count)
    assert work[1] <= 10 * work[0] + 10_000
    found = index.find((piece * 1_000_000)[:1_000_000])
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_two_thousand_records_do_not_slow_a_text_down():
    """Records that are not named cost nothing: as many hits as with one record."""
    index = index_of(SHOIGU, *(record(f"r{n}", f"Person Number{n}") for n in range(2_000)))
    counter = _Automaton(index._automaton)
    index._automaton = counter
    assert len(index.find("Person of no number, Shoigu. " * 100)) == 100
    assert counter.count == 100


def test_mentions_are_found_in_both_languages_as_a_reader_sees_the_text():
    de, en = Language("de"), Language("en")
    entry = Entry(
        Slug("e"),
        "Title names Shoigu",
        de,
        Kind.ARTICLE,
        Source("s", "x"),
        blocks=(
            Segment("s1", de, "**Schoigus** Besuch", rendering=Rendering(en, "[Shoigu](x.md)'s visit")),
            Segment("s2", de, "Niemand"),
        ),
    )
    mentions = find_mentions(entry, INDEX)
    assert [(m.record, m.segment, m.language, m.surface) for m in mentions] == [
        ("shoigu", "s1", "de", "Schoigu"),
        ("shoigu", "s1", "en", "Shoigu"),
    ]
    assert mentioned(mentions) == {"shoigu"}
