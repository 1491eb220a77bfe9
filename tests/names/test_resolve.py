"""Surnames and short names, understood from what stands around them; in doubt they lead nowhere."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Language, MentionEdits, Slug
from generator.names import surroundings
from generator.names.index import NameIndex
from generator.names.resolve import EntryText, resolve
from generator.names.states import names_a_state
from tests import kinds
from tests.builders import record
from tests.effort import filled, is_linear
from tests.marked import mark, unmark

PERSON, BODY, MEETING = kinds.PERSON, kinds.BODY, kinds.MEETING
EN, DE = Language("en"), Language("de")


CHINA = ("Wu Qian", "Jiang Bin", "Dong Jun", "Beijing", "Peking")
RUSSIA = ("Shoigu", "Schoigu", "Belousov", "Moscow", "Moskau")
RECORDS = (
    record("wu", PERSON, "Wu Qian", "Ngo Khiem", zh="吴谦"),
    record("jiang", PERSON, "Jiang Bin", zh="蒋斌"),
    record("wang", PERSON, "Wang Wenbin", zh="汪文斌"),
    record("he", PERSON, "He Lei", zh="何雷"),
    record("dong", PERSON, "Dong Jun", zh="董军"),
    record("putin", PERSON, "Vladimir Putin", de="Wladimir Putin", ru="Владимир Путин"),
    record("putina", PERSON, "Katerina Putin", ru="Катерина Путина"),
    record("shoigu", PERSON, "Sergei Shoigu", de="Sergei Schoigu", ru="Сергей Шойгу"),
    record("leyen", PERSON, "Ursula von der Leyen"),
    record("xi", PERSON, "Xi Jinping", "Xi", zh="习近平"),
    record("belousov", PERSON, "Andrei Belousov", short_names=("Belousov", "Beloussow"), context=("russ",),
           ru="Андрей Белоусов"),
    record("mnd", BODY, "Ministry of National Defense of China", "Chinese Defense Ministry",
           "chinesisches Verteidigungsministerium",
           short_names=("Ministry of National Defense", "Defense Ministry", "Verteidigungsministerium"),
           context=CHINA),
    record("mod", BODY, "Ministry of Defence of the Russian Federation", "Russian Defence Ministry",
           "russisches Verteidigungsministerium",
           short_names=("Defence Ministry", "Verteidigungsministerium"),
           context=RUSSIA),
    record("relations", kinds.AGREEMENT, "Diplomatic relations between China and Russia",
           short_names=("establishment of diplomatic relations", "diplomatische Beziehungen"),
           context=("chin russ",)),
    record("talks", MEETING, "Consultations of the general staffs",
           short_names=("strategic consultations", "strategische Konsultationen"),
           context=("chin russ", "Sino russ")),
    record("patrol", kinds.EXERCISE, "Joint air patrols", "gemeinsame Luftpatrouillen",
           "Russian-Chinese air patrols", context=("chin russ", "Beijing Moscow")),
    record("weekly", MEETING, "Weekly press conference of Wu Qian", short_names=("weekly press conference",),
           context=("Wu Qian",)),
    record("annual", MEETING, "Putin's annual press conference", short_names=("annual press conference",),
           context=("Putin",)),
)  # fmt: skip
INDEX = NameIndex({one.slug: one for one in RECORDS})


UNEDITED = MentionEdits()


def read(*marked: str, language=EN, edits=UNEDITED, index=INDEX) -> tuple[list[str], list]:
    """Return the texts as the resolver marks them, and the words in doubt with the records."""
    parts = [EntryText(language, unmark(one)) for one in marked]
    places = resolve(parts, index, edits)
    texts = [mark(part.text, place.found) for part, place in zip(parts, places, strict=True)]
    doubts = [
        (part.text[one.start : one.end], sorted(one.records))
        for part, place in zip(parts, places, strict=True)
        for one in place.doubts
    ]
    return texts, doubts


SURNAMES = [
    # After the full name only.
    ["[Wu Qian](wu) spoke.", "[Wu](wu) said so. Then [Wu](wu)'s words: “[Wu](wu)”."],
    ["Wu said so.", "[Wu Qian](wu) spoke. [Wu](wu) went."],
    ["Wu said so."],
    ["[Ngo Khiem](wu) spoke; [Ngo](wu) and [Wu](wu) are one."],
    # The last word where no name is written surname first.
    ["[Vladimir Putin](putin) spoke. [Putin](putin) and Vladimir; [Putin](putin)'s Russia."],
    ["[Sergei Shoigu](shoigu): [Schoigu](shoigu) in German."],
    ["[Ursula von der Leyen](leyen) met von der [Leyen](leyen)."],
    # Titles and ranks.
    ["[Wu Qian](wu). Mr. [Wu](wu), Mr [Wu](wu), Senior Colonel [Wu](wu), Spokesman [Wu](wu), Dr. [Wu](wu)"],
    ["[Sergei Shoigu](shoigu). President [Shoigu](shoigu), Defence Minister [Shoigu](shoigu)"],
    ["[Vladimir Putin](putin). On Thursday [Putin](putin), In March [Putin](putin)"],
    ["[Vladimir Putin](putin). When [Putin](putin) spoke. But [Putin](putin) Thursday left."],
    # Other people.
    ["[Wu Qian](wu) and Wu Yi. Eric Wu, Wu-Tang, Wu Zetian."],
    ["[Wang Wenbin](wang), [Wang](wang), Minister Wang Yi. Wang said. [Wang Wenbin](wang): [Wang](wang)."],
    ["[Vladimir Putin](putin) and Lyudmila Putin. L. Putin. A Mikhail Putin, Meyer-Putin."],
    ["[Sergei Shoigu](shoigu). Larisa Shoigu; Serguei Shoigu."],
    # No names at all.
    ["[Wu Qian](wu) on wu, WU, Wuhan, Wuxi; [He Lei](he) said. He said. And He said, that He."],
    ["[Vladimir Putin](putin) on putin, PUTIN, Putinism, Rasputin."],
    # An alias counts always, whatever stands around it.
    ["[Xi](xi) said. Xavier [Xi](xi)."],
]

GERMAN_SURNAMES = [
    ["[Jiang Bin](jiang): Hier beantwortete Jiang Fragen. Oberst [Jiang](jiang), Herr [Jiang](jiang)."],
    ["[Wladimir Putin](putin). [Putins](putin) Besuch, des Präsidenten [Putin](putin)."],
    ["[Sergei Schoigu](shoigu): Verteidigungsminister [Schoigu](shoigu), Generaloberst [Schoigu](shoigu)."],
    ["[Sergei Schoigu](shoigu). Laut [Schoigu](shoigu) ja."],
    ["[Wladimir Putin](putin) und Ljudmila Putin. Am Mittwoch [Putin](putin)."],
]


@pytest.mark.parametrize("marked", SURNAMES)
def test_a_surname_leads_to_the_person_named_in_full_before_it(marked):
    texts, doubts = read(*marked)
    assert texts == marked
    assert doubts == []


@pytest.mark.parametrize("marked", GERMAN_SURNAMES)
def test_a_surname_in_german(marked):
    assert read(*marked, language=DE)[0] == marked


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        *((code, "[Abe Kato](one) spoke. [Abe](one) said so; Kato.") for code in ("ja", "ko", "vi", "zh")),
        ("ru", "[Abe Kato](one) spoke. Abe said so; [Kato](one)."),
    ],
)
def test_who_has_a_name_in_a_language_of_surnames_first_is_called_by_the_first_word(code, marked):
    index = NameIndex({Slug("one"): record("one", PERSON, "Abe Kato", **{code: "X"})})
    assert read(marked, index=index)[0] == [marked]


def test_a_surname_of_two_persons_named_in_full_is_in_doubt_from_the_first_on():
    marked = ["[Vladimir Putin](putin) spoke, said Putin.", "[Katerina Putin](putina) and Putin left; putin."]
    texts, doubts = read(*marked)
    assert texts == marked
    assert doubts == [("Putin", ["putin", "putina"])] * 2


def test_a_person_that_is_not_named_in_full_does_not_make_a_doubt():
    assert read("[Vladimir Putin](putin); [Putin](putin).") == (
        ["[Vladimir Putin](putin); [Putin](putin)."],
        [],
    )


SHORT = [
    # The sentence decides.
    "[Wu Qian](wu) of the [Ministry of National Defense](mnd) spoke.",
    "The [Defense Ministry](mnd) in Beijing. [Sergei Shoigu](shoigu) of the [Defence Ministry](mod).",
    "[Jiang Bin](jiang) left. The [Defense Ministry](mnd) is in town. [Dong Jun](dong) too.",
    # Then the paragraph, then everything.
    "It is the [defence ministry](mod). So says [Sergei Shoigu](shoigu).",
    # Its own full name is the best context.
    "The [Chinese Defense Ministry](mnd) spoke. The [Ministry of National Defense](mnd) said more.",
    # A single claimant needs its context too.
    "The Ministry of National Defense spoke.",
    "The defence ministry.",
    # Somebody else's.
    "[Wu Qian](wu): Japan's Defense Ministry, the Japanese Defence Ministry.",
    "[Wu Qian](wu): the US Defense Ministry, U.S. Defense Ministry, the non-Defense Ministry.",
    "[Wu Qian](wu): the Defense Ministry of Japan, the Defense Ministry of the Republic of Korea.",
    "[Wu Qian](wu): the Defense Ministry in Tokyo, the Ministry of National Defense in Hanoi.",
    "[Wu Qian](wu): the [Defense Ministry](mnd) in December, the [Defense Ministry](mnd) in its statement.",
    "[Sergei Shoigu](shoigu): the [Defence Ministry](mod) of Russia, the [Defence Ministry](mod) in Moscow.",
    # What says whose it is needs nothing more.
    "The [Defence Ministry](mod) in Moscow and the [Defense Ministry](mnd) in Beijing.",
    # Agreements and meetings.
    "China and Russia: [establishment of diplomatic relations](relations).",
    "The establishment of diplomatic relations. China is here.",
    "The [establishment of diplomatic relations](relations). China is here. Russia too.",
    "Russia. The establishment of diplomatic relations between China and Vietnam, with Mongolia.",
    "[strategic consultations](talks) of Russia and China",
    "China-Russia [strategic consultations](talks), Sino-Russian [strategic consultations](talks)",
    "Russia on China-Japan strategic consultations",
    "China, Russia: “[strategic consultations](talks)” between the Chinese and Russian militaries",
    "China, Russia: strategic consultations between the Chinese and Vietnamese militaries",
    # Whose it is stands within twelve words.
    "China, Russia: strategic consultations between the Deputy Foreign Minister and the Deputy Prime "
    "Minister and Vietnam",
    "China, Russia: [strategic consultations](talks) between the Deputy Foreign Minister and the Deputy "
    "Prime Minister and the Vietnamese",
    "[Vladimir Putin](putin) at an [annual press conference](annual). His [annual press conference](annual)",
    "[Vladimir Putin](putin) heard of Wang Yi's annual press conference, Macron's annual press conference",
    # Persons.
    "Russian Defence Minister [Belousov](belousov), Minister [Belousov](belousov)'s",
    "Defence Minister Belousov",
    "Russian writer Igor Belousov, Igor Belousov",
]  # fmt: skip

GERMAN_SHORT = [
    "Laut dem [Verteidigungsministerium](mnd) sagte [Jiang Bin](jiang) ja.",
    "[Jiang Bin](jiang), Sprecher des [Verteidigungsministeriums](mnd).",
    "Das [Verteidigungsministerium](mod) in Moskau, das [Verteidigungsministerium](mnd) in Peking.",
    "[Jiang Bin](jiang): US-Verteidigungsministerium, Japans Verteidigungsministerium.",
    "[Jiang Bin](jiang): das japanische Verteidigungsministerium.",
    "[Jiang Bin](jiang): das Verteidigungsministerium Japans, das Verteidigungsministerium der Ukraine.",
    "[Jiang Bin](jiang): das Verteidigungsministerium in Tokio, das Verteidigungsministerium von Japan.",
    "[Jiang Bin](jiang): Kriegsverteidigungsministerium, verteidigungsministerium, Verteidigungsministerien.",
    "[Jiang Bin](jiang): das [Verteidigungsministerium](mnd) am Nachmittag.",
    "[Jiang Bin](jiang): das [Verteidigungsministerium](mnd) der Presse.",
    "75. Jahrestag der Aufnahme [diplomatischer Beziehungen](relations) zwischen Russland und China",
    "China, Russland: [diplomatische Beziehungen](relations) zwischen den beiden Ländern",
    "Russland: diplomatische Beziehungen zwischen China und Vietnam, diplomatische Beziehungen zu Japan",
    "China, Russland: [strategische Konsultationen](talks)",
    "chinesisch-russische [strategische Konsultationen](talks)",
    "China, Russland: amerikanische strategische Konsultationen",
    "mit dem russischen Verteidigungsminister [Beloussow](belousov)",
]  # fmt: skip


BETWEEN_STATES = [
    # A matter between two states: not where the sentence is about others.
    "A [joint air patrol](patrol) took off.",
    "China. Russia. US and Japanese fighters flew a joint air patrol. The [joint air patrol](patrol) ended.",
    "The Philippines announced joint air patrols. So did the United States, with joint air patrols.",
    "France held strategic consultations. China and Russia do too.",
    "Russia and China flew a [joint air patrol](patrol), said Japan.",
    "Tokyo and Seoul saw the [joint air patrol](patrol) of Beijing and Moscow.",
    "A name that says whose it is: [Russian-Chinese air patrols](patrol), said Japan.",
    "A [joint air patrol](patrol) over the Sea of Japan, the East China Sea and the Philippine Sea.",
    "Eine [gemeinsame Luftpatrouille](patrol) über dem Japanischen Meer.",
    "Eine [gemeinsame Luftpatrouille](patrol) am Rand des Japanischen Meeres, des Philippinischen Meers.",
    "Eine gemeinsame Luftpatrouille der südkoreanischen und der amerikanischen Marine.",
    "Vietnam and Russia: the establishment of diplomatic relations. China.",
    "Georg spoke of a [joint air patrol](patrol), politically, here, late, united.",
]  # fmt: skip


@pytest.mark.parametrize("marked", BETWEEN_STATES)
def test_a_matter_between_states_is_not_looked_for_in_a_sentence_about_others(marked):
    assert read(marked) == ([marked], [])


def test_a_text_that_names_no_other_state_is_not_cut_into_sentences(monkeypatch):
    cut = []
    monkeypatch.setattr(surroundings, "rough_spans", lambda text: cut.append(text) or [])
    read(
        "China and Russia flew a joint air patrol. It ended in the Sea of Japan.",
        "France flew a joint air patrol.",
    )
    assert cut == ["France flew a joint air patrol."]


def test_what_is_spoken_of_as_new_needs_its_context_in_the_paragraph():
    """An indefinite article: not the one that was meant elsewhere."""
    marked = [
        "[Wu Qian](wu) spoke.",
        "Somebody held a weekly press conference.",
        "Then the [weekly press conference](weekly) ended.",
    ]
    assert read(*marked) == (marked, [])


@pytest.mark.parametrize(
    ("word", "is_state"),
    [
        ("China", True),
        ("Chinese", True),
        ("chinesischen", True),
        ("Chinas", True),
        ("Russia", True),
        ("russische", True),
        ("Japan", True),
        ("Japanese", True),
        ("Ukrainian", True),
        ("deutschen", True),
        ("französische", True),
        ("French", True),
        ("American", True),
        ("US", True),
        ("USA", True),
        ("USB", False),
        ("UK", True),
        ("UKW", False),
        ("Iran", True),
        ("Korea", True),
        ("Korean", True),
        ("südkoreanische", True),
        ("Swiss", True),
        ("philippinischen", True),
        ("amerikanische", True),
        ("Indian", True),
        ("us", False),
        ("Georg", False),
        ("politischen", False),
        ("strategischen", False),
        ("here", False),
        ("police", False),
        ("Polish", True),
        ("polish", False),
        ("Beijing", False),
        # Four letters of a name that has five are no adjective of it.
        ("Chin", False),
    ],
)
def test_words_that_name_a_state(word, is_state):
    assert names_a_state(word) is is_state


@pytest.mark.parametrize("marked", SHORT)
def test_a_short_name_leads_where_the_words_around_it_say(marked):
    assert read(marked) == ([marked], [])


@pytest.mark.parametrize("marked", GERMAN_SHORT)
def test_a_short_name_in_german(marked):
    assert read(marked, language=DE) == ([marked], [])


def test_the_nearest_context_decides():
    """Sentence before paragraph before text."""
    marked = [
        "[Jiang Bin](jiang) said: the [Verteidigungsministerium](mnd).",
        "[Sergei Shoigu](shoigu) spoke. The [Verteidigungsministerium](mod).",
        "[Sergei Shoigu](shoigu) spoke. The [Verteidigungsministerium](mnd) of [Jiang Bin](jiang).",
    ]
    assert read(*marked) == (marked, [])


@pytest.mark.parametrize(
    "marked",
    [
        ["[Jiang Bin](jiang) and [Sergei Shoigu](shoigu) on the Verteidigungsministerium."],
        ["[Jiang Bin](jiang) spoke. So did [Sergei Shoigu](shoigu). The Verteidigungsministerium."],
        ["[Jiang Bin](jiang) spoke.", "So did [Sergei Shoigu](shoigu).", "The Verteidigungsministerium."],
    ],
)
def test_two_contexts_at_one_distance_are_a_doubt(marked):
    assert read(*marked) == (marked, [("Verteidigungsministerium", ["mnd", "mod"])])


def test_a_title_counts_as_context_and_introduces_persons():
    marked = [
        "Press conference with [Jiang Bin](jiang)",
        "[Jiang](jiang) of the [Verteidigungsministerium](mnd).",
    ]
    assert read(*marked) == (marked, [])


def test_a_longer_short_name_without_context_does_not_hide_the_shorter():
    bureau = record(
        "bureau",
        BODY,
        "Office",
        short_names=("Bureau of the Ministry of National Defense",),
        context=("nobody",),
    )
    index = NameIndex({one.slug: one for one in (*RECORDS, bureau)})
    marked = "[Wu Qian](wu), Bureau of the [Ministry of National Defense](mnd)"
    assert read(marked, index=index) == ([marked], [])


def edited(add=(), drop=()) -> MentionEdits:
    return MentionEdits(tuple(map(Slug, add)), tuple(map(Slug, drop)))


@pytest.mark.parametrize(
    ("edits", "marked"),
    [
        (
            edited(drop=["mnd"]),
            "[Jiang Bin](jiang), [Sergei Shoigu](shoigu): [Verteidigungsministerium](mod).",
        ),
        (
            edited(add=["mnd"]),
            "[Jiang Bin](jiang), [Sergei Shoigu](shoigu): [Verteidigungsministerium](mnd).",
        ),
        (edited(add=["mnd"]), "Their [Verteidigungsministerium](mnd); Japan's Verteidigungsministerium."),
        (edited(drop=["wu"]), "Wu Qian and Wu; [Jiang Bin](jiang)."),
        (edited(drop=["mnd"]), "The Chinese Defense Ministry."),
        (edited(add=["wu"]), "[Wu](wu) said so."),
        (edited(add=["nobody"], drop=["nobody-else"]), "[Wu Qian](wu) and [Wu](wu)."),
    ],
)
def test_an_editor_decides(edits, marked):
    assert read(marked, edits=edits) == ([marked], [])


def test_a_name_of_two_records_is_in_doubt_until_an_editor_decides():
    index = NameIndex(
        {one.slug: one for one in (record("a", BODY, "Joint Sea"), record("b", BODY, "Joint Sea"))}
    )
    assert read("Joint Sea", index=index) == (["Joint Sea"], [("Joint Sea", ["a", "b"])])
    assert read("[Joint Sea](a)", index=index, edits=edited(drop=["b"])) == (["[Joint Sea](a)"], [])
    assert read("[Joint Sea](b)", index=index, edits=edited(add=["b"])) == (["[Joint Sea](b)"], [])


PIECES = st.sampled_from(
    ["Wu", "Wu Qian", "Qian", "Putin", "Vladimir", "Katerina", "Shoigu", "Sergei", "Beijing", "Moscow", "the",
     "Defence Ministry", "Defense Ministry", "Verteidigungsministerium", "in", "of", "Japan", "-", " ", " ",
     ". ", "\n", "’s", "Mr. ", "Minister"]
)  # fmt: skip


@given(st.lists(st.lists(PIECES, max_size=15).map("".join), max_size=4), st.sampled_from([EN, DE]))
def test_places_never_overlap_and_full_names_are_always_among_them(texts, language):
    for text, places in zip(
        texts, resolve([EntryText(language, t) for t in texts], INDEX, UNEDITED), strict=True
    ):
        everything = sorted((*places.found, *places.doubts), key=lambda place: place.start)
        assert all(one.end <= other.start for one, other in pairwise(everything))
        assert all(text[one.start : one.end].strip() for one in everything)
        assert set(INDEX.find(text)) <= set(places.found)


REPEATED = {
    "short names in one sentence": "defence ministry ",
    "short names with their context": "Beijing defense ministry ",
    "in a chain of hyphens": "x-defence ministry-",
    "with what follows": "defence ministry of the of the of ",
    "sentences": "Wu Qian. Defence ministry. ",
    "surnames": "Wu Qian said Wu ",
    "two persons": "Vladimir Putin Katerina Putin, Putin. ",
}
BARE = {"full stops": ". A", "hyphens": "a-", "apostrophes": "'"}


@pytest.mark.parametrize("piece", (REPEATED | BARE).values(), ids=REPEATED | BARE)
def test_the_effort_grows_with_the_text(piece):
    def read_all(size):
        resolve([EntryText(EN, filled(piece, size))], INDEX, UNEDITED)

    assert is_linear(read_all, 10_000, 30_000)


@pytest.mark.parametrize("piece", BARE.values(), ids=BARE)
def test_a_megabyte_of_anything_is_read(piece):
    """Nothing is timed: what tries quadratically many ways would not end here."""
    (places,) = resolve([EntryText(EN, filled(piece, 1_000_000))], INDEX, UNEDITED)
    assert places.found == ()


def test_many_paragraphs_cost_no_more_than_one_of_their_length():
    paragraph = EntryText(EN, "Wu Qian of the defence ministry. Defence ministry.")

    def read_all(count):
        resolve([paragraph] * count, INDEX, UNEDITED)

    assert is_linear(read_all, 50, 200)
