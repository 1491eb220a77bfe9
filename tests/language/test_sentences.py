"""Sentence boundaries: split where a sentence ends and nowhere else, and nothing gets lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.sentences.align import align
from generator.language.sentences.quote import first_sentence, shorten
from generator.language.sentences.split import (
    find_sentences,
    join_sentences,
    split_sentences,
)
from generator.model import Language
from tests.builders import DE, EN
from tests.effort import filled, is_linear

GERMAN = (
    ("Am 27. Januar sprach Dr. Müller.", "Er sagte: „Nein.“", "Dann ging er."),
    ("Das gilt z. B. für die Marine.", "Punkt 2 folgt am 3. März 2022."),
    ("Dieses Jahr markiert den 30. Jahrestag der Gründung.", "Die 2. Runde begann."),
    ("Oberst a. D. Meier kam.", "Genmaj. Schmidt blieb."),
    ("Die Übung kostete 2.500,50 Euro bzw. 3,5 Mio. Euro.", "Mehr nicht."),
    ("Frage: Wann?", "Antwort: Morgen!"),
    ("Die Fa. Muster zahlt.", "Fam. Meier wohnt am Platz des Hl. Florian.", "Kard. Weber kam."),
    ("Siehe Fn. 12 und Bl. 45 der Akten.", "Der Reg.bez. Köln wächst."),
    ("Staatssekr. Müller, Oberstabsfw. Klein und StUffz. Groß kamen.", "Flottillenadm. Schulz blieb."),
    ("Geöffnet ist Mo.–Fr. von acht bis zwölf.", "Am Samstag ist zu.", "Das sagte die Bgmin. Huber."),
    (
        "Min.-Dir. Voss und Kpt.z.S. Haug kamen.",
        "Geöffnet ist Di.–Do. Parken kostet nichts.",
        "Sie hat den B.Sc.",
        "Das freut.",
    ),
    (
        "Eva Rott, geb. Kern, starb.",
        "Er ist in Ulm geb.",
        "Mit zehn ging er fort.",
        "Es folgen Anh. B und Abschn. 3.",
    ),
    ("So steht es auf Rundw.de.", "Experten lasen es bei Blatt.com.", "Dr.med. Hartmann schwieg."),
    ("Er half Dir.", "Das Blatt lag im Arm.", "Der Film begann."),
    (
        "Prof. em. Dr. rer. pol. Ina Holm sprach.",
        "Dipl.-Ing. agr. Per Lund schwieg.",
        "Der Dr. kam.",
        "Er las.",
    ),
    ("Insb. Kinder froren.", "Das sagte Max.", "Alle lachten.", "Max.", "Das ist er."),
    ("Es waren 1,5 Mio. t.", "Das ist viel."),
    ("„Nein.“",),
    ("Ohne Punkt",),
)
ENGLISH = (
    ('BEIJING, Nov. 25 -- "There is no limit," said Sr. Col. Wu Qian.', "It rained."),
    ("Lt. Gen. Smith met Maj. Gen. Shao Yuanming.", "They talked."),
    ("Mr. Ngo Khiem spoke at 5 p.m. in Hanoi.", "It cost 2.5 million."),
    ('"Is it so?" he asked.', '"Yes."'),
    ("One.", "Two?", "Three!", "Four…"),
    ("Visit www.example.org.", "Then leave."),
    ("He was born on Feb. 2, 2019 in Washington, D.C.",),
    ("Apple Inc. Cupertino was open Mon.–Fri. from nine.", "It left the E.U.", "Elsewhere it stayed."),
    ("They had to sign.", "Max was chosen."),
    ("Approx. 30 came.", "Prof. em. Ida Lowe left."),
    ("Her Ph.D. Thesis won.", "See app. B and vol. IV.", "He has an app.", "It works.", "No.", "I left."),
    ("No stop",),
)
US = (
    ("The U.S. Navy said so.", "It left."),
    ("The U.S. Capitol is seen behind a fence.",),
    ("He met U.S. President Joe Biden.", "They talked."),
)


@pytest.mark.parametrize("sentences", GERMAN)
def test_german_is_split_where_a_sentence_ends(sentences):
    assert split_sentences(" ".join(sentences), Language("de")) == list(sentences)


@pytest.mark.parametrize("sentences", ENGLISH)
def test_english_is_split_where_a_sentence_ends(sentences):
    assert split_sentences(" ".join(sentences), Language("en")) == list(sentences)


@pytest.mark.parametrize("sentences", US)
def test_no_sentence_ends_inside_a_name_that_begins_with_us(sentences):
    assert split_sentences(" ".join(sentences), Language("en")) == list(sentences)


@pytest.mark.parametrize(
    ("time", "zone"), [("p.m.", "GMT"), ("a.m.", "EST"), ("A.M.", "EST"), ("P.M.", "UTC")]
)
def test_a_time_of_day_goes_on_with_its_zone(time, zone):
    sentences = [f"It began at 8 {time} {zone} on Monday.", f"They told it at 8 {time}", "He is late."]
    assert split_sentences(" ".join(sentences), EN) == sentences


@pytest.mark.parametrize("code", ["", "xx", "vi"])
def test_a_language_without_rules_is_split_by_the_english_ones(code):
    assert split_sentences("One thing. Two things.", Language(code)) == ["One thing.", "Two things."]


@pytest.mark.parametrize("text", ["", " ", "   "])
def test_no_text_has_no_sentences(text):
    assert split_sentences(text, Language("en")) == []


@pytest.mark.parametrize(
    ("code", "sentences"),
    [*(("de", sentences) for sentences in GERMAN), *(("en", sentences) for sentences in ENGLISH)],
)
def test_joined_sentences_are_the_text_again(code, sentences):
    text, language = " ".join(sentences), Language(code)
    assert join_sentences(split_sentences(text, language), language) == text


def test_chinese_sentences_are_joined_without_spaces():
    sentences = split_sentences("中国很大。俄罗斯也很大。", Language("zh"))
    assert sentences == ["中国很大。", "俄罗斯也很大。"]
    assert join_sentences(sentences, Language("zh")) == "中国很大。俄罗斯也很大。"


PIECES = """Der Sprecher U.S. Col. 25. 2,5 „Nein.“ (INF). z. B. Nov. "Yes," -- … e.g. 3) a) ? Ende. A."""
WORDS = st.sampled_from(PIECES.split())


@given(st.lists(WORDS, max_size=15).map(" ".join), st.sampled_from(["de", "en"]))
def test_no_word_is_lost_or_moved(text, code):
    sentences = split_sentences(text, Language(code))
    assert "".join(sentences).replace(" ", "") == text.replace(" ", "")
    assert all(sentence == sentence.strip() != "" for sentence in sentences)


CODES = st.sampled_from(["de", "en", "zh", "ja", "vi"])
SCRAPED = (
    st.text()
    | st.text(alphabet="aA1iV.!?…。“”„\"'»«()[]（） \n\t\u00a0-,:")
    | st.lists(WORDS).map(" \n".join)
)


@given(SCRAPED, CODES)
def test_sentences_stand_where_they_say_and_only_space_is_between_them(text, code):
    reached = 0
    for sentence in find_sentences(text, Language(code)):
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        assert text[reached : sentence.start].strip() == ""
        reached = sentence.end
    assert text[reached:].strip() == ""


QUOTED = (
    ("de", "„Sie hilft. Wir bleiben“, sagte er. Er ging.", 3),
    ("de", "Das Kapitel „Krieg? Nie!“ ist kurz.", 1),
    ("en", "The call (it took long. Very long.) ended.", 1),
    ("en", "(The text is online. It is long.) It ends.", 3),
    ("zh", "他说：“你好。我走了。”然后离开。", 2),
    ("zh", "中国（面积很大。人口很多。）很大。", 1),
    ("ja", "「はい。そうです。」と言った。", 1),
)


@pytest.mark.parametrize(("code", "text", "count"), QUOTED)
def test_quotations_are_split_but_not_brackets_inside_a_sentence(code, text, count):
    assert len(split_sentences(text, Language(code))) == count


TRICKY = {
    "de": (
        ("Dr. med. Lang blieb bis 17 Uhr.", "Ja.", "Das stimmt."),
        ("§ 3 Abs. 1 regelt Übungen dieser Art.", "Mehr nicht."),
        ("Es war am 3. März 1995.", "1996 kam er wieder."),
        ("Die „Wer wird Millionär?“-Folge lief.", "Alle sahen zu."),
        ("Die XY GmbH & Co. KG haftet.", "Sie misst 1,70 m.", "Beide sind fit."),
        ("Stand 1. 1. 2024.", "Änderungen vorbehalten."),
    ),
    "en": (
        ("Q. What is the plan?", "A. We do not know."),
        ("The U.S. A-10 left.", "U.S.-China ties are tense.", "Washington, D.C.-based groups object."),
        ("Gen. He Weidong met Dr. An.", "They spoke."),
        ("He arrived at 9 a.m.", "Officials met him.", "By 3 p.m. Thursday he was gone."),
        ("We were, well... surprised.", "Then... nothing."),
        ("He said so.", "eBay did not."),
        ("It is at www.Example.Com and in report.Final.pdf.", "Look there."),
    ),
}


@pytest.mark.parametrize(
    ("code", "sentences"), [(code, case) for code, cases in TRICKY.items() for case in cases]
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(code, sentences):
    assert split_sentences(" ".join(sentences), Language(code)) == list(sentences)


def test_lines_are_joined_but_blank_lines_and_bullets_end_a_sentence():
    text = "A title\n\nIt was\nlong. No\n- one\n- two"
    assert split_sentences(text, Language("en")) == ["A title", "It was\nlong.", "No", "- one", "- two"]


ENDLESS = (
    "z. B. ",
    ".",
    "A. ",
    "1. ",
    "(",
    '"',
    "„a",
    "(aaaaaaaaaa",
    "\n ",
    " ",
    "!? A",
    '"A. B." c ',
    "Nr. 5. Der ",
)


@pytest.mark.parametrize("piece", ENDLESS)
def test_the_effort_grows_with_the_text(piece):
    assert is_linear(lambda size: find_sentences(filled(piece, size), DE), 5_000, 20_000)


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_long_text_of_anything_is_split(piece):
    """Nothing is timed: what tries quadratically many ways would not end here."""
    text = filled(piece, 200_000)
    assert all(one.text == text[one.start : one.end] for one in find_sentences(text, DE))


@given(SCRAPED, SCRAPED)
def test_aligned_sides_hold_every_sentence_once_and_in_order(source, target):
    pairs = align(source, target, Language("de"), Language("en"), with_certainty=True)
    assert all(0 <= pair.certainty <= 1.000_001 for pair in pairs)
    sides = (source, "de", [pair.source for pair in pairs]), (target, "en", [pair.target for pair in pairs])
    for text, code, side in sides:
        assert all(text[one.start : one.end] == one.text for one in side)
        assert "".join("".join(one.text.split()) for one in side) == "".join(text.split())
        ends = {sentence.end for sentence in find_sentences(text, Language(code))}
        assert {one.end for one in side if one.text} <= ends


def test_a_sentence_left_out_is_paired_with_nothing_at_its_place():
    source = "Er kam 2019 an. Darüber wurde hier schon mehrfach berichtet. Er ging 2021."
    pairs = align(source, "He came in 2019. He left in 2021.", Language("de"), Language("en"))
    assert [pair.target.text for pair in pairs] == ["He came in 2019.", "", "He left in 2021."]
    assert pairs[1].target.start == pairs[1].target.end == len("He came in 2019.")


SENTENCES = st.sampled_from(
    ["Es regnet.", "Anna nennt 12 Orte.", "Am 5. sind 3 von 12 bei Anna in Bonn.", "Ja?"]
)


@given(st.lists(st.tuples(SENTENCES, SENTENCES), max_size=5))
def test_what_is_paired_straight_away_is_what_all_ways_through_both_texts_would_give(pairs):
    texts = [" ".join(side) for side in zip(*pairs, strict=True)] or ["", ""]
    spans, searched = (
        [(one.source, one.target) for one in align(*texts, DE, DE, with_certainty=asked)]
        for asked in (False, True)
    )
    assert spans == searched


def test_a_hundred_sentences_on_both_sides_are_as_many_as_are_paired():
    (one,) = align("Ein Satz. " * 100, "A sentence. " * 101, DE, EN)
    assert (len(one.source.text), len(one.target.text)) == (999, 1_211)
    assert len(align("Ein Satz. " * 99, "A sentence. " * 100, DE, EN)) > 90


def test_a_text_far_too_long_to_be_a_paragraph_is_one_pair():
    source = "Ein Satz. " * 1_000
    (one,) = align(source, "A sentence. " * 1_001, Language("de"), Language("en"), with_certainty=True)
    assert one.source.text == source.strip()
    assert len(one.target.text) > 12_000
    assert one.certainty == 0


SHORTENED = (
    ("China is ready", 14, "China is ready"),
    ("China is ready", 13, "China is…"),
    ("China, is ready", 10, "China…"),
    ("China – Russia – talks", 18, "China – Russia…"),
    ("Donaudampfschifffahrt", 5, "Dona…"),
)


@pytest.mark.parametrize(("text", "limit", "expected"), SHORTENED)
def test_a_long_text_is_cut_at_a_word_and_marked(text, limit, expected):
    assert shorten(text, limit) == expected


@given(st.text(), st.integers(min_value=1, max_value=60))
def test_a_shortened_text_keeps_to_the_limit(text, limit):
    assert len(shorten(text, limit)) <= limit


def test_the_first_sentence_is_given_whole_when_it_is_short():
    text = "Am 29. Januar sprach er. Dann ging er."
    assert first_sentence(text, 90) == "Am 29. Januar sprach er."


def test_a_long_first_sentence_is_cut_at_a_word():
    assert first_sentence("Wort " * 50, 20) == "Wort Wort Wort…"
