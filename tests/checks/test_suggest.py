"""Names that several entries share and that have no record: every one a name, and each with its command."""

import shlex
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.suggest import find_suggestion, guess_kind, missing_records, suggest
from generator.model import Entry, Record, Role, Slug, Source
from tests import kinds
from tests.builders import entry, record

ALL_KINDS = tuple(kinds.TOPIC.kinds.values())

EN = (
    "BEIJING, Oct. 8 (Xinhua) -- Chinese President Xi Jinping met with Russian Prime Minister Mikhail "
    "Mishustin on Wednesday. Xi said that China and Russia should deepen cooperation within the "
    "United Nations and BRICS. Foreign Minister Wang Yi and Defense Minister Dong Jun attended. "
    "Senior Colonel Zhang Xiaogang, spokesman for the Ministry of National Defense, said the exercise "
    '"Joint Sea 2025" would be held near Vladivostok.',
    "Kremlin spokesman Dmitry Peskov said on Tuesday that President Putin would visit China in May. "
    "The Kremlin values relations with Beijing, Peskov said. Xi Jinping had invited the Russian "
    "leader. NATO Secretary General Mark Rutte criticized it. The Eastern Economic Forum will take "
    "place in September.",
    "Russian Foreign Minister Sergei Lavrov held talks with Wang Yi on the sidelines of the Eastern "
    "Economic Forum. NATO and AUKUS threaten stability in the Asia-Pacific region, the Russian "
    "Foreign Ministry added.",
    "Question: What is China's comment on AUKUS? Zhang Xiaogang: China opposes the Cold War "
    "mentality. Reporter: And on the South China Sea? Zhang Xiaogang: The remarks of Mr. Hegseth at "
    "the Shangri-La Dialogue are wrong.",
    "Chinese Tu-95 and H-6K bombers flew after the exercise Northern/Interaction-2023. According to "
    "the Chinese Ministry of National Defense Zhang Xiaogang spoke at the Shangri-La Dialogue on Dec. "
    "5.",
    "On Thursday, Xi Jinping sent a message. Premier Li Qiang said the Belt and Road Initiative would "
    "go on. In the Security Council, Ambassador Fu Cong voted. The drills Northern/Interaction-2023 "
    "were routine.",
)
DE = (
    "Der chinesische Präsident Xi Jinping hat am Mittwoch in Peking den russischen "
    "Ministerpräsidenten Michail Mischustin empfangen. Außenminister Wang Yi nahm an dem Treffen "
    "teil. Ende Januar hatten Milliarden Menschen gehofft. Die Marineübung „Joint Sea 2025“ beginnt "
    "im August. Die NATO zeigte sich besorgt. Oberst Zhang Xiaogang, Sprecher des "
    "Verteidigungsministeriums, sprach von einer Routineübung. Ein Glas Wasser, ein Stück Kuchen. Das "
    "Land Brandenburg gab Familien Geld.",
    "Kremlsprecher Dmitri Peskow sagte, Präsident Wladimir Putin werde nach China reisen. Nach "
    "Angaben Peskows ist der Besuch vorbereitet. Millionen Tonnen Erdgas liefert das Land "
    "Brandenburg. Ende Januar war Xi Jinping in Moskau. Berichten zufolge kostet das Millionen Euro. "
    "Ein Glas Wasser, ein Stück Kuchen.",
    "Auf dem Östlichen Wirtschaftsforum trafen sich Außenminister Sergej Lawrow und Wang Yi. "
    "Kremlsprecher Dmitri Peskow bestätigte das. Russlands Präsident Wladimir Putin lobte Xi Jinpings "
    "Rede. Der Direktor des Informationsbüros des Verteidigungsministeriums Zhang Xiaogang sprach. "
    "Das Manöver „Nördliche Interaktion“ begann. Das gab Familien Geld. Die Pekinger Führung schwieg.",
    "Reporter: Wie lautet der Kommentar des Sprechers zu AUKUS? Zhang Xiaogang: China lehnt die "
    "Mentalität des Kalten Krieges ab. Das Manöver „Nördliche Interaktion“ geht weiter. Botschafter "
    "Fu Cong stimmte dagegen. Die Pekinger Führung schwieg. Im Auswärtigen Amt hieß es, die "
    "Vereinigten Staaten seien gefragt.",
    "Premier Li Qiang leitete das Treffen. Wladimir Putins Botschaft wurde verlesen. Die Übung "
    "Wostok-2022 war größer. Die Mentalität des Kalten Krieges. Im Auswärtigen Amt hieß es, die "
    "Vereinigten Staaten seien gefragt.",
    "Bundeskanzler Friedrich Merz war da. Die Übung Wostok-2022 wurde erwähnt. Ministerpräsident "
    "Michail Mischustin reiste ab. Prozent Wachstum, Ende Januar, Millionen Euro. Moskauer Zeit. Die "
    "NATO tagt.",
)
EXPECTED = {
    6: ["Xi Jinping"],
    5: ["Zhang Xiaogang"],
    4: ["NATO", "Wang Yi"],
    3: ["AUKUS", "Wladimir Putin"],
}
"""By the number of entries."""


def text_entry(slug: str, text: str, language: str = "en", **values) -> Entry:
    role = values.pop("role", Role.PARAGRAPH)
    paragraphs = ((one, role) for one in text.split("\n"))
    return entry(slug, *paragraphs, language=language, title="Xi Jinping and Somebody Else", **values)


def entries(*texts: str, language: str = "en") -> dict[Slug, Entry]:
    numbered = {Slug(f"{language}{n}"): text for n, text in enumerate(texts)}
    return {slug: text_entry(slug, text, language) for slug, text in numbered.items()}


def known(name: str, *aliases: str, short_names: tuple[str, ...] = ()) -> dict[Slug, Record]:
    one = record("one", kinds.PERSON, name, *aliases, short_names=short_names, context=("x",))
    return {one.slug: one}


def names(*texts: str, language: str = "en", records=None, ignored=()) -> list[str]:
    found = suggest(entries(*texts, language=language), records or {}, ignored)
    return [suggestion.name for suggestion in found]


def thrice(text: str, language: str = "en") -> list[str]:
    """What three entries share that have a sentence in common."""
    return names(*[f"{other} {text}" for other in ("Nothing else.", "", "Sonst nichts.")], language=language)


def test_a_dozen_documents_in_both_languages():
    found = suggest(entries(*EN) | entries(*DE, language="de"), {})
    by_count: dict[int, list[str]] = {}
    for suggestion in found:
        by_count.setdefault(len(suggestion.entries), []).append(suggestion.name)
    assert list(by_count.items()) == list(EXPECTED.items())


NAMES = (
    # titles, ranks and peoples are left out
    ("said Russian President Vladimir Putin yesterday", ["Vladimir Putin"]),
    ("said Senior Colonel Wu Qian, who", ["Wu Qian"]),
    ("the Chinese Defense Minister Wei Fenghe's visit", ["Wei Fenghe"]),
    ("said U.S. Secretary of State Antony Blinken here", ["Antony Blinken"]),
    ("with Mr. Ngo Khiem there", ["Ngo Khiem"]),
    ("with Syrian President Bashar al-Assad there", ["Bashar al-Assad"]),
    ("with Ursula von der Leyen there", ["Ursula von der Leyen"]),
    ("as President Putin said", ["Putin"]),
    ("China’s Xi Jinping’s speech", ["Xi Jinping"]),
    ("Minister of Defense Dong Jun spoke", ["Dong Jun"]),
    # bodies, agreements, meetings, places
    ("in the Shanghai Cooperation Organisation today", ["Shanghai Cooperation Organisation"]),
    ("in the Central Military Commission today", ["Central Military Commission"]),
    ("at the Munich Security Conference now", ["Munich Security Conference"]),
    ("with the Intermediate-Range Nuclear Forces Treaty now", ["Intermediate-Range Nuclear Forces Treaty"]),
    ("in New York, in Kazan", ["Kazan", "New York"]),
    # of six words; seven are a headline
    (
        "in the Maritime Rescue Coordination Training Support Centre now",
        ["Maritime Rescue Coordination Training Support Centre"],
    ),
    ("in the Maritime Rescue Coordination Training Support Services Centre now", []),
    # acronyms
    ("and NATO members", ["NATO"]),
    ("BRICS grows", ["BRICS"]),
    # with a year
    ('the drill "Maritime Security Belt" ended', ["Maritime Security Belt"]),
    ("the naval exercise Joint Sea 2021 ended", ["Joint Sea 2021"]),
    ("joined ZAPAD /INTERACTION-2021 there", ["ZAPAD /INTERACTION-2021"]),
    ("during Vostok-2018 there", ["Vostok-2018"]),
)


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_a_name_in_english(text, expected):
    assert sorted(thrice(text)) == sorted(expected)


NO_NAMES = (
    "Yesterday the talks ended. Meanwhile others began",
    "in January and on Monday, Sept. 5",
    "the Chinese and the Russians, Europeans, Americans",
    "the Russian President and the Senior Colonel met the Foreign Minister",
    "Reporter: is it? Question: yes? Spokesperson: no",
    "between China and Russia",
    "the 9M729 missile, a Su-35, the G20, T90 tanks",
    "SEVEN LIONS AND OTHER ANIMALS SLEEP",
    "in December 2023",
    "the Government is a government",
)


@pytest.mark.parametrize("text", NO_NAMES)
def test_no_name_in_english(text):
    assert thrice(text) == []


GERMAN_NAMES = (
    ("mit Präsident Wladimir Putin sprach", ["Wladimir Putin"]),
    ("traf Oberst Jiang Bin gestern", ["Jiang Bin"]),
    ("mit US-Präsident Joe Biden sprach", ["Joe Biden"]),
    ("dass Verteidigungsminister Beloussow kam", ["Beloussow"]),
    ("der Sprecher des Außenministeriums Wang Wenbin sagte", ["Wang Wenbin"]),
    ("sagte Russlands Präsident Wladimir Putin", ["Wladimir Putin"]),
    ("mit Donald Trump sprach", ["Donald Trump"]),
    ("in Nordrhein-Westfalen regnet es", ["Nordrhein-Westfalen"]),
    ("mit der NATO und beim NATO-Gipfel", ["NATO"]),
    ("während Wostok-2018 dort", ["Wostok-2018"]),
    ("mit dem Flugzeug Euro Falke dort", ["Euro Falke"]),
)


@pytest.mark.parametrize(("text", "expected"), GERMAN_NAMES)
def test_a_name_in_german(text, expected):
    assert thrice(text, "de") == expected


NO_GERMAN_NAMES = (
    "die Beziehungen zwischen China und Russland, Chinas Rolle, am Dienstag Abend",
    "Verteidigungsminister und Präsidenten, der Sprecher des Verteidigungsministeriums",
    "ein Glas Wasser und 3 Tonnen Stahl: das Glas, der Stahl",
    "die Ansicht Moskaus, nach Ansicht Moskaus",
    "ein „Freund“, der „Krieg“",
    "Reporter: Wie? Frage: Was? Antwort: So",
    "während der Übung 2021",
    "etwa Millionen Euro und rund Milliarden Yuan",
)


@pytest.mark.parametrize("text", NO_GERMAN_NAMES)
def test_no_name_in_german(text):
    assert thrice(text, "de") == []


def test_a_noun_is_known_by_its_article_wherever_it_stands():
    """ "der Vertrag, den Putin unterzeichnete" makes no noun of Putin."""
    text = "Wladimir Putin sprach von Tonnen Stahl. Der Vertrag, den Wladimir Putin unterzeichnete"
    assert thrice(text, "de") == ["Tonnen Stahl", "Wladimir Putin"]
    assert thrice(f"{text}. Die Tonnen.", "de") == ["Wladimir Putin"]


def test_a_german_word_that_is_a_name_in_english_counts():
    texts = entries("as Gazprom said.", "so Gazprom said.") | entries(
        "Das sagte Gazprom. Auch Gazproms Sprecher.", language="de"
    )
    assert [(one.name, len(one.entries)) for one in suggest(texts, {})] == [("Gazprom", 3)]


def test_what_stands_in_lower_case_too_is_no_name():
    text = "as Gazprom said"
    assert thrice(text) == ["Gazprom"]
    assert names(text, text, text, "they gazprom something") == []


def test_in_two_entries_is_not_several():
    text = "said Xi Jinping, and Xi Jinping"
    assert names(text, text) == []
    assert names(text, text, text) == ["Xi Jinping"]


def test_entries_of_one_seed_count_once():
    source = Source("a.txt", "x")
    both = {Slug(s): text_entry(s, "said Xi Jinping there", source=source) for s in "abc"}
    assert suggest(both, {}) == []


@pytest.mark.parametrize("role", [Role.HEADING, Role.CAPTION])
def test_titles_headings_and_captions_do_not_count(role):
    both = {Slug(s): text_entry(s, "said Xi Jinping there", role=role) for s in "abc"}
    assert suggest(both, {}) == []


def test_the_dateline_does_not_count():
    source = {s: Source(s, "x", dateline="HARBIN, Nov. 25 (ABCD)") for s in "abc"}
    text = "HARBIN, Nov. 25 (ABCD) -- It rains"
    both = {Slug(s): text_entry(s, text, source=source[s]) for s in "abc"}
    assert suggest(both, {}) == []


def test_another_language_is_left_alone():
    assert names(*["dit Xi Jinping hier"] * 3, language="fr") == []


# Known names


@pytest.mark.parametrize(
    "records",
    [
        known("Xi Jinping"),
        known("XI JINPING"),
        known("President Xi", "Xi Jinping"),
        known("President Xi", short_names=("Xi Jinping",)),
    ],
)
def test_what_has_a_record_is_not_suggested(records):
    assert names(*["said Xi Jinping there"] * 3, records=records) == []


def test_a_surname_of_a_record_is_not_suggested_though_it_is_not_linked():
    assert names(*["as President Putin said"] * 3, records=known("Vladimir Putin")) == []


def test_names_that_want_no_record_are_left_out_however_they_are_spelt():
    text = "said Xi Jinping there, in the Global Security Organisation"
    assert names(*[text] * 3, ignored=["xi jinping", "Global Security Organization"]) == []


# One name, several spellings


def test_spellings_are_one_name():
    texts = ("during Vostok-2018 there", "during VOSTOK 2018 there", "the Vostok-2018’s end")
    (found,) = suggest(entries(*texts), {})
    assert (found.name, found.spellings, len(found.entries)) == ("Vostok-2018", ("VOSTOK 2018",), 3)


def test_a_genitive_is_the_same_name():
    texts = ("Das sagte Wladimir Putin.", "Es war Wladimir Putins Rede.", "So war Wladimir Putin.")
    (found,) = suggest(entries(*texts, language="de"), {})
    assert (found.name, found.spellings, len(found.entries)) == ("Wladimir Putin", (), 3)


def test_an_acronym_goes_with_the_name_it_is_given_to():
    texts = "in the Shanghai Cooperation Organization (SCO) now", "with SCO members", "beside SCO members"
    (found,) = suggest(entries(*texts), {})
    assert (found.name, found.spellings, len(found.entries)) == (
        "Shanghai Cooperation Organization",
        ("SCO",),
        3,
    )


def test_what_else_stands_in_brackets_is_another_name():
    """A party behind its member."""
    texts = ["Das sagte Olaf Scholz (SPD).", "Auch die SPD.", "Mit der SPD.", "Ohne die SPD."]
    assert [one.name for one in suggest(entries(*texts, language="de"), {})] == ["SPD"]


def test_a_surname_of_a_longer_name_is_not_suggested_beside_it():
    assert thrice("said President Vladimir Putin there, as President Putin said") == ["Vladimir Putin"]


def test_a_name_that_stands_alone_is_not_made_longer():
    longer, name = "as Foreign Aide Wang Yi said", "as Wang Yi said"
    assert names(*[longer] * 3, *[name] * 4) == ["Wang Yi", "Foreign Aide Wang Yi"]


# The note


def test_the_note_names_entries_name_and_command():
    (issue,) = missing_records(entries(*["said Xi Jinping there"] * 3), {}, (), ALL_KINDS)
    assert str(issue) == (
        'content/entries (en0.md, en1.md, en2.md): the name "Xi Jinping" occurs in 3 entries '
        "and has no record; "
        "run: chronology new record 'Xi Jinping' --kind KIND (or list it in no_record in pyproject.toml)"
    )
    assert issue.severity == "note"


def test_the_note_names_three_entries_and_counts_the_others():
    (issue,) = missing_records(entries(*["said Xi Jinping there"] * 7), {}, (), ALL_KINDS)
    assert issue.place == "content/entries (en0.md, en1.md, en2.md and 4 more)"


def test_a_name_whose_record_can_not_be_read_is_not_said_to_have_none():
    texts = entries(*["said Jörg Ellmann there"] * 3)
    assert len(missing_records(texts, {}, (), ALL_KINDS, [Slug("joerg-ellman")])) == 1
    assert missing_records(texts, {}, (), ALL_KINDS, [Slug("joerg-ellmann")]) == []


def command(remedy: str) -> list[str]:
    return shlex.split(remedy.removeprefix("run: ").partition(" (or")[0])


@pytest.mark.parametrize(
    "text",
    [
        'exercise "$(rm -rf ~) 2021" ended',
        'exercise "Za\u202epad 2021" ended',
    ],
)
def test_what_is_no_plain_name_is_not_suggested(text):
    assert missing_records(entries(text, text, text), {}, (), ALL_KINDS) == []


def test_an_apostrophe_is_quoted_for_the_shell():
    (issue,) = missing_records(
        entries(*["in the People’s Liberation Army of the people"] * 3), {}, (), ALL_KINDS
    )
    assert command(issue.remedy) == [
        *("chronology", "new", "record", "People's Liberation Army"),
        *("--kind", "KIND"),
    ]


PIECES = st.sampled_from(
    [
        *"Aäß\"'`$;&|\\\n\t\x00\x1b\x7f\u202e\u200b\u3164<>()[]{}-/.,:!0",
        "Xi",
        "Zapad",
        " ",
        "-2021",
        "NATO",
        "of",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["en", "de"]))
def test_every_command_is_safe_to_paste(text, language):
    for issue in missing_records(
        entries(*[f"exercise {text} there"] * 3, language=language), {}, (), ALL_KINDS
    ):
        words = command(issue.remedy)
        assert words[:3] == ["chronology", "new", "record"]
        assert words[4:] in ([], ["--kind", "KIND"])
        name = words[3]
        assert f'"{name}"' in issue.problem
        assert not name.startswith("-")
        assert all(unicodedata.category(char)[0] in "LNP" or char == " " for char in name)


# What a record is made of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ursula von der Leyen", "person"),
        ("Chinese Defense Ministry", "body"),
        ("Auswärtiges Verteidigungsministerium", "body"),
        ("NATO", "body"),
        ("INF Treaty", "agreement"),
        ("Minsker Abkommen", "agreement"),
        ("Eastern Economic Forum", "meeting"),
        ("Vostok-2018", "exercise"),
        ("Xi Jinping", None),
        ("Harbin", None),
        ("Ursula Bay and its Four Islands", None),
    ],
)
def test_the_kind_is_guessed_where_a_word_or_the_form_tells(name, kind):
    assert guessed(name) == kind


def guessed(name, *texts, among=ALL_KINDS):
    guess = guess_kind(find_suggestion(name, entries(*texts), {}), among)
    return guess and guess[0].name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("said President Xi Jinping there", "person"),
        ("then Xi Jinping said so, and Jinping left", "person"),
        ("then Xi Jinping said so, and left", None),
    ],
)
def test_texts_tell_a_person(text, kind):
    assert guessed("Xi Jinping", text) == kind


def test_of_ordinary_words_a_body_is_called():
    assert guessed("Munich Bank", "at the Munich Bank", "a bank") == "body"
    assert guessed("Munich Bank", "at the Munich Bank") is None


def test_a_kind_that_is_not_there_is_not_guessed():
    among = [kinds.AGREEMENT, kinds.PERSON]
    assert guessed("Ursula Sample", among=among) == "person"
    assert guessed("Vostok-2018", among=among) is None


def test_a_name_in_one_entry_is_told_of_as_well():
    found = find_suggestion("XI JINPING", entries("said Xi Jinping there"), {})
    assert (found.name, found.spellings, found.entries) == ("XI JINPING", ("Xi Jinping",), ("en0",))


# Length


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("piece", ["A ", "Aa", "Aa ", '"Aa" ', "Ministry of ", "Wu Qian "])
def test_anything_long_is_read(piece, language):
    """Nothing is timed; what goes back over what it has read would not end here."""
    text = piece * (200_000 // len(piece))
    suggest(entries(text, language=language), known("Wu Qian"))
