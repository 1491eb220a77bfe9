"""Names of records found in texts: in every form, the longest, whole words, once; ambiguous ones nowhere."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.letters import same_marks
from generator.model import Language, Record, Slug
from generator.names.index import FoundName, NameIndex
from generator.names.words import Words
from tests import kinds
from tests.builders import record
from tests.effort import calls, filled, is_linear
from tests.marked import mark, unmark

PERSON, BODY = kinds.PERSON, kinds.BODY


def index_of(*records: Record) -> NameIndex:
    return NameIndex({one.slug: one for one in records})


INDEX = index_of(
    record("shoigu", PERSON, "Sergei Shoigu", "Shoigu", "Schoigu"),
    record("putin", PERSON, "Vladimir Putin", "Putin", de="Wladimir Putin", ru="Владимир Путин"),
    record("dong", PERSON, "Dong Jun", zh="董军"),
    record("wu", PERSON, "Wu Qian", "Ngô Khiêm", zh="吴谦"),
    record("kim", PERSON, "Jean-Luc Kim"),
    record(
        "mnd",
        BODY,
        "Ministry of National Defense of the People's Republic of China",
        "Chinese Defense Ministry",
        "chinesisches Verteidigungsministerium",
        "Volksverteidigungsrat",
    ),
    record("staff", BODY, "Russian General Staff", "Russian Armed Forces' General Staff", "joint staff",
           "Generalstab der russischen Streitkräfte"),
    record("army", BODY, "People's Liberation Army", "PLA", "Volksbefreiungsarmee"),
    record("sco", BODY, "Shanghai Cooperation Organisation", "SCO", "SOZ"),
    record("inf", kinds.AGREEMENT, "INF Treaty", "INF", "INF-Vertrag",
           "Intermediate-Range Nuclear Forces (INF) Treaty"),
    record("treaty", kinds.AGREEMENT, "Treaty of Good-Neighborliness and Friendly Cooperation",
           "Treaty of Good-Neighborliness, Friendship and Cooperation",
           "Vertrag über gute Nachbarschaft und freundschaftliche Zusammenarbeit", 'the "Good" Treaty'),
    record("partnership", kinds.AGREEMENT, "Strategic partnership of coordination",
           de="Strategische Koordinierungspartnerschaft"),
    record("air", kinds.EXERCISE, "Joint air patrols", "gemeinsame See- und Luftpatrouillen"),
    record("zapad", kinds.EXERCISE, "Zapad/Interaction-2021", "Zapad"),
    record("relations", kinds.AGREEMENT, "chinesisch-russische Beziehungen"),
    record("call", kinds.MEETING, "Videoanruf"),
    record("games", kinds.EXERCISE, "Army Games 2021"),
    record("forces", BODY, "Russian military", "Streitkräfte Russlands"),
)  # fmt: skip


def found_in(text: str, index: NameIndex = INDEX) -> list[tuple[str, str]]:
    return [(found.record, text[found.start : found.end]) for found in index.find(text)]


GERMAN = [
    "der [strategischen Koordinierungspartnerschaft](partnership)",
    "in [strategischer Koordinierungspartnerschaft](partnership)",
    "eine [strategische Koordinierungspartnerschaft](partnership)",
    "zwei [strategische Koordinierungspartnerschaften](partnership)",
    "[strategisch Koordinierungspartnerschaft](partnership)",
    "des [Vertrags über gute Nachbarschaft und freundschaftliche Zusammenarbeit](treaty) zwischen",
    "des [Vertrages über gute Nachbarschaft und freundschaftliche Zusammenarbeit](treaty)",
    "Vertrag über die gute Nachbarschaft und freundschaftliche Zusammenarbeit",
    "Verträge über gute Nachbarschaft und freundschaftliche Zusammenarbeit",
    "des [Generalstabs der russischen Streitkräfte](staff)",
    "dem [Generalstabe der russischen Streitkräften](staff)",
    "der Generalstab die russischen Streitkräfte",
    "des [chinesischen Verteidigungsministeriums](mnd)",
    "im [chinesischen Verteidigungsministerium](mnd)",
    "Das [chinesische Verteidigungsministerium](mnd)",
    "[Chinesisches Verteidigungsministerium](mnd):",
    "chinesische Verteidigungsministerien",
    "chinesisches Kriegsverteidigungsministerium",
    "chinesischer Verteidigungsministeriumssprecher",
    "die [chinesisch-russischen Beziehungen](relations)",
    "[chinesisch–russische Beziehung](relations)",
    "chinesische und russische Beziehungen",
    "der [Volksbefreiungsarmee](army)",
    "den [Volksbefreiungsarmeen](army)",
    "der volksbefreiungsarmee",
    "des [Videoanrufs](call)",
    "nach mehreren [Videoanrufen](call)",
    "Videoanrufer",
    "des [Volksverteidigungsrates](mnd)",
    "[Schoigus](shoigu) Besuch",
    "[Schoigu](shoigu)'s Besuch",
    "[Wladimir Putins](putin) Rede",
    "Wladimirs [Putin](putin)",
    "[Dong Jun](dong) ein Gespräch",
    "Dong Juni",
    "mit [gemeinsamen See- und Luftpatrouillen](air)",
    "einer [gemeinsamen See- und Luftpatrouille](air)",
    "den [Streitkräften Russlands](forces)",
    "nach dem [INF-Vertrags](inf)-Ende",
    "des [INF-Vertrages](inf)",
    "[INFs](inf) Ende",
]
ENGLISH = [
    "[Sergei Shoigu](shoigu)'s visit",
    "[Sergei Shoigu](shoigu)’s visit",
    "[Wu Qian](wu)'s words",
    "[Jean-Luc Kim](kim)",
    "Jean Luc Kim",
    "Wu-Qian",
    "Wu, Qian",
    "Wu – Qian",
    "wu qian",
    "WU QIAN",
    "Wu Qianlong",
    "[Wu Qians](wu)",
    "a [joint air patrol](air) over",
    "[Joint air patrols](air)",
    "[JOINT AIR PATROLS](air)",
    "the [joint air patrol](air)'s route",
    "joint air patrolling",
    "joint, air patrols",
    "[joint\nair patrols](air)",
    "[Chinese defence ministry](mnd)",
    "[Chinese Defence Ministry](mnd)",
    "[Chinese defense ministry](mnd)'s",
    "[Ministry of National Defence of the People’s Republic of China](mnd)",
    "the [Shanghai Cooperation Organization](sco)",
    "[SCO](sco) members, [SCO](sco)'s",
    "Scotland, sco, Sco, ISCO, SCOPE",
    "info, inf, INFO, Information, CINF",
    "inf treaty",
    "[INF treaty](inf)",
    "the [INF](inf)",
    "[Intermediate-range Nuclear Forces (INF) Treaty](inf)",
    "PLAN, pla, Pla",
    "[Treaty of Good Neighborliness and Friendly Cooperation](treaty)",
    "[Treaty of Good-neighbourliness and Friendly Cooperation](treaty)",
    "[Treaty of Good-Neighbourliness, Friendship and Cooperation](treaty)",
    "Treaty of Good-Neighbourliness Friendship and Cooperation",
    "by [the „Good“ Treaty](treaty)",
    "by [the «Good» Treaty](treaty)",
    "[Treaty of Good‑Neighborliness and\u00a0Friendly Cooperation](treaty)",
    "the exercise [ZAPAD /INTERACTION-2021](zapad) for",
    "[Zapad/Interaction 2021](zapad)",
    "[Zapad](zapad), Interaction 2021",
    "Army Games 2022",
    "[Army games-2021](games)",
    "[Putin](putin)'s, [Putin](putin)",
    "putin, PUTIN, Putinism, Rasputin, Putina",
    "[Владимир Путин](putin)",
    "[吴谦](wu)",
    "国防部长[董军](dong)说",
    "[Ngô Khiêm](wu)",
    "[Ngo\u0302 Khie\u0302m](wu) said",
    "the [People’s Liberation Army](army)",
    "[Peopleʼs Liberation Army](army)",
    "the [Russian Armed Forces’ General Staff](staff)",
    "[Russian military](forces)",
    "China-Russia military cooperation",
    "[Joint staff](staff) talks",
    "[Shoigu](shoigu)-led, ([Shoigu](shoigu)), “[Shoigu](shoigu)”",
    "Shoigunator xShoigu ÄShoigu 9Shoigu _Shoigu Shoigu_ shoigu",
    "[Shoigu](shoigu) and [Sergei Shoigu](shoigu)",
    "Sergey [Shoigu](shoigu)",
    "",
    "Nobody is named.",
]


@pytest.mark.parametrize("marked", [*GERMAN, *ENGLISH])
def test_names_in_texts(marked):
    text = unmark(marked)
    assert mark(text, INDEX.find(text)) == marked


def test_positions_are_those_of_the_text_as_it_stands():
    """Normalising exchanges characters one for one."""
    text = "“So” – said Shoigu’s aide"
    assert INDEX.find(text) == [FoundName(12, 18, Slug("shoigu"))]
    marks = "“”„«’‘‹–—−\u00a0\u202fſ⸗"
    assert len(same_marks(marks)) == len(marks)


def test_a_name_of_two_records_leads_nowhere_and_is_listed():
    index = index_of(record("a", PERSON, "Shoigu"), record("b", PERSON, "Sergei Shoigu", "Shoigu"))
    assert index.ambiguous == {"Shoigu": {"a", "b"}}
    assert found_in("Shoigu met Sergei Shoigu", index) == [("b", "Sergei Shoigu")]


def test_forms_of_one_name_in_two_records_are_ambiguous():
    index = index_of(
        record("a", BODY, "Russische Armee"),
        record("b", BODY, "russischen Armee"),
        record("c", BODY, "Armee"),
    )
    assert set(index.ambiguous) == {"Russische Armee", "russischen Armee"}
    assert found_in("der russischen Armee", index) == []


def test_a_shorter_name_inside_an_ambiguous_one_stays_unlinked():
    """The longest match is what the text says, also where nobody knows whom it means."""
    index = index_of(record("a", BODY, "Joint Sea"), record("b", BODY, "Joint Sea"), record("c", BODY, "Sea"))
    assert found_in("Joint Sea, Sea", index) == [("c", "Sea")]


def test_a_name_given_twice_in_one_record_is_not_ambiguous():
    index = index_of(record("a", BODY, "Zapad", "Zapad", "Zapads", de="Zapad"))
    assert index.ambiguous == {}
    assert found_in("Zapad", index) == [("a", "Zapad")]


def test_names_that_differ_only_in_their_quotes_are_the_same_name():
    index = index_of(record("a", BODY, "People's Army"), record("b", BODY, "People’s Army"))
    assert set(index.ambiguous) == {"People's Army"}
    assert found_in("People's Army", index) == []


def test_overlapping_names_the_one_that_starts_first_stays():
    index = index_of(record("a", BODY, "Joint Sea"), record("b", BODY, "Sea Patrol Group"))
    assert found_in("Joint Sea Patrol Group", index) == [("a", "Joint Sea")]


def test_a_longer_name_that_does_not_fit_does_not_hide_the_shorter():
    index = index_of(record("a", BODY, "Sea"), record("b", BODY, "Sea Patrol"))
    assert found_in("Sea Patrolling", index) == [("a", "Sea")]


def test_the_same_words_as_a_persons_and_a_bodys_name_are_told_apart_by_case():
    index = index_of(record("a", PERSON, "Will Power"), record("b", BODY, "Will Power Board"))
    assert found_in("will power, Will Power, will power board", index) == [
        ("a", "Will Power"),
        ("b", "will power board"),
    ]


@pytest.mark.parametrize(
    "records",
    [(), (Record(Slug("a"), BODY, {}),), (Record(Slug("a"), BODY, {Language("en"): "–"}, ("x" * 100,)),)],
)
def test_no_names_find_nothing(records):
    index = index_of(*records)
    assert index.find("Any text, Shoigu in it " + "x" * 100) == []
    assert index.ambiguous == {}


PIECES = st.sampled_from(
    ["Wu", "Qian", "Qian's", "Sergei", "Shoigu", "Putins", "INF", "Treaty", "-", " ", " ", "\n", ", ", "’",
     "of", "Good", "Neighborliness", "and", "Friendly", "Cooperation", "joint", "air", "patrols", "\u0302"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_names_found_never_overlap_and_their_positions_are_exact(text):
    found = INDEX.find(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for one in found:
        name = text[one.start : one.end]
        assert name
        assert [again.record for again in INDEX.find(name)] == [one.record]


def test_words_are_numbered_with_what_parts_them():
    words = Words("Russia's  Forces (INF)\n\nsee- und x–y")
    assert [words.surface(n) for n in range(len(words))] == [
        "Russia", "Forces", "INF", "see", "und", "x", "y",
    ]  # fmt: skip
    assert [words.gap(n) for n in range(len(words) + 1)] == ["…", " ", "(", ")", " - ", " ", "-", "…"]
    assert words.extent(0, 1) == (0, 16)
    assert words.extent(0, 0) == (0, 6)


REPEATED = {
    "one long word": "Verteidigungs",
    "hyphens": "a-",
    "apostrophes": "'",
    "possessives": "China's ",
    "words in apostrophes": "a'",
    "beginnings": "joint ",
    "half a name": "Vertrag über gute Nachbarschaft und ",
    "names": "Wu Qian said ",
    "endings": "ens",
}
BARE = {
    **{name: filled(piece, 1_000_000) for name, piece in REPEATED.items() if name != "names"},
    "a wide gap": "Wu" + " " * 1_000_000 + "Qian",
    "accents": "o" + "\u0302" * 1_000_000,
}
"""Nothing is timed: what tries a megabyte in quadratically many ways would not end here."""


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED)
def test_the_effort_grows_with_the_text(piece):
    assert is_linear(lambda size: INDEX.find(filled(piece, size)), 5_000, 20_000)


@pytest.mark.parametrize("text", BARE.values(), ids=BARE)
def test_a_megabyte_of_anything_is_read(text):
    found = INDEX.find(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("piece", ["a ", "a b ", "Sergei ", "Sergei Shoigu ", "’„“– "])
def test_the_effort_grows_with_the_text_however_much_names_overlap(piece):
    nested = [record(f"a{n}", BODY, "a " * n) for n in range(1, 8)]
    nested += [record(f"b{n}", BODY, "a b " * n) for n in range(1, 8)]
    index = index_of(record("shoigu", PERSON, "Sergei Shoigu"), *nested)
    assert is_linear(lambda size: index.find(filled(piece, size)), 1_000, 10_000)


def test_two_thousand_records_do_not_slow_a_text_down():
    """Records that are not named cost nothing: as many calls as with one record."""
    shoigu = record("shoigu", PERSON, "Shoigu")
    people = (record(f"r{n}", PERSON, f"Person Number{n}", f"Numberer{n}") for n in range(2_000))
    text = "Person of no number, Shoigu. " * 100
    one, many = index_of(shoigu), index_of(shoigu, *people)
    assert len(many.find(text)) == len(one.find(text)) == 100
    assert calls(lambda: many.find(text)) <= calls(lambda: one.find(text)) + 200
