"""The clause of a sentence that tells something, as a title in the sentence's own words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.find import find_dates
from generator.generate.event_title import DOUBLE_QUOTES, LEFT_OUT, LENGTH, clause_around
from generator.model import Span

ELLIPSIS = "…"
TITLES = (
    # without the date where English can do without it
    ("On 2 August 2019, the treaty expired.", "the treaty expired"),
    ("The treaty expired on 2 August 2019.", "The treaty expired"),
    ("The two met in Moscow on 2 August 2019, he said.", "The two met in Moscow"),
    ("In August 2019, the treaty expired.", "the treaty expired"),
    ("Early in August 2019, the treaty expired.", "the treaty expired"),
    ("Between 14 and 17 October 2021, both navies sailed through the strait.",
     "both navies sailed through the strait"),
    ("On 14 and 15 December 2022, both sides met in Moscow.",
     "On 14 and 15 December 2022, both sides met in Moscow"),
    # where it has to stay
    ("The talks of 2 August 2019 were long.", "The talks of 2 August 2019 were long"),
    ("On 2 August 2019 the treaty expired.", "On 2 August 2019 the treaty expired"),
    ("Am 2. August 2019 lief der Vertrag aus.", "Am 2. August 2019 lief der Vertrag aus"),
    ("Vom 14. bis 17. Oktober 2021 fuhren sie.", "Vom 14. bis 17. Oktober 2021 fuhren sie"),
    ("Am Dienstag, dem 26. Dezember, empfing Li in Peking Smirnow.",
     "Am Dienstag, dem 26. Dezember, empfing Li in Peking Smirnow"),
    ("Der Kanzler wird am Freitag, 15. März, in Berlin den Präsidenten empfangen.",
     "Der Kanzler wird am Freitag, 15. März, in Berlin den Präsidenten empfangen"),
    ("They set up relations on January 30, 1950, and upgraded them in 2012.",
     "They set up relations"),
    # only the clause that holds it
    ("The treaty, as he put it, was dead; it expired in Moscow on 2 August 2019.", None),
    ("He spoke of trust: the two sides met on 2 August 2019 in Moscow.",
     "He spoke of trust: the two sides met on 2 August 2019 in Moscow"),
    ("China joined and was praised for the drill of 2 August 2019.", None),
    ("They met on 2 August 2019, and were praised.", "They met on 2 August 2019, and were praised"),
    # with its subject, and not just what stands between two commas
    ("The first drill, Joint Sea of 2021, was held off Kiel.",
     "The first drill, Joint Sea of 2021, was held off Kiel"),
    ("He left, and was made a general on 2 August 2019.", "He left, and was made a general on 2 August 2019"),
    # with its verb, wherever that stands
    ("They will meet near the port of Bergen, Norway, in August 2019, said the mayor.", None),
    ("In May 2019 the mayor, Ada Berg, resigned from office, which surprised many.",
     "In May 2019 the mayor, Ada Berg, resigned from office"),
    ("Am 9. Mai 2022 hatte der Leiter, Adam Berg, erklärt, dass er gehe.",
     "Am 9. Mai 2022 hatte der Leiter, Adam Berg, erklärt"),
    # the adverbial in front belongs to the clause
    ("During the drill of 2018, China sent 3,200 troops.",
     "During the drill of 2018, China sent 3,200 troops"),
    # the stop of an abbreviation is part of it
    ("On 3 July 2022, the ship sailed for the U.S.", "the ship sailed for the U.S."),
    # quotation marks come in pairs
    ('"On 9 May 2022, we met," he said.', '"On 9 May 2022, we met," he said'),
    ('On 9 May 2022, he praised the "no limits" partnership.', 'he praised the "no limits" partnership'),
    ("„Am 9. Mai 2022 trafen wir uns“, sagte er.", "„Am 9. Mai 2022 trafen wir uns“"),
    ('He said "it ended on 9 May 2022 and was over.', None),
)  # fmt: skip


def titled(sentence, number=0, language="en"):
    dates = [Span(date.start, date.end) for date in find_dates(sentence, language)]
    return clause_around(sentence, dates[number], dates, language, dates[number])


def check(title, sentence):
    """Hold what every title has to be."""
    assert len(title) <= LENGTH + 1
    words = title.removeprefix(LEFT_OUT).removesuffix(ELLIPSIS)
    assert words in sentence
    assert title == title.strip()


@pytest.mark.parametrize(("sentence", "expected"), TITLES)
def test_a_title_is_the_clause_around_its_date(sentence, expected):
    title = titled(sentence, language="de" if re.match("Am|Vom|„", sentence) else "en")
    check(title, sentence)
    assert sum(map(title.count, DOUBLE_QUOTES)) % 2 == 0
    assert expected is None or title == expected


LONG = "the two sides exchanged views on questions of regional and international security and stability"


@pytest.mark.parametrize(
    "sentence",
    [
        f"On 9 May 2022, {LONG} and agreed that {LONG}.",
        f"The ministers, of whom {LONG}, met on 9 May 2022 and {LONG}.",
        f'On 9 May 2022, he said "{LONG} and {LONG}".',
        f"{LONG} ({LONG}), and was resumed on 9 May 2022",
        "x" * 400 + " on 9 May 2022",
        "on 9 May 2022 " + "x" * 400,
    ],
)
def test_a_long_clause_is_cut_and_says_so(sentence):
    title = titled(sentence)
    check(title, sentence)
    assert sum(map(title.count, DOUBLE_QUOTES)) % 2 == 0


def test_without_a_date_the_clause_around_a_name_is_given():
    sentence = "The army came to join the Drill-2021 for the first time; later it left."
    at = sentence.index("Drill")
    assert (
        clause_around(sentence, Span(at, at + 10), (), "en")
        == "The army came to join the Drill-2021 for the first time"
    )


def test_places_are_joined_to_what_holds_both():
    assert Span(3, 5) | Span(1, 4) == Span(1, 5)


WORDS = st.lists(
    st.sampled_from(
        "The two sides met on 5 May 2022 , ; : - – and was und wurde \" “ ” „ « » ' U.S. (in Moscow) which "
        "im Mai 2021 said, Am 9. Mai 2022 … . ships sailed through straits "
        "internationalsecurityandstability".split()
    ),
    min_size=1,
    max_size=60,
)


@given(WORDS, st.sampled_from([" ", "  "]))
def test_a_title_is_made_of_the_words_of_its_sentence(words, space):
    sentence = space.join(words)
    dates = [Span(date.start, date.end) for date in find_dates(sentence)]
    for date in dates:
        title = clause_around(sentence, date, dates, "en", date)
        check(title, sentence)
        assert sum(map(title.count, DOUBLE_QUOTES)) % 2 == 0
