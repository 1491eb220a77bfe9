"""In which words of the text an event is told."""

import pytest

from tests.generate.event_runs import events, told


@pytest.mark.parametrize(
    ("text", "title", "language"),
    [
        ("PORT (Agency) - On 5 May 2022, the clubs sailed to Kiel.", "the clubs sailed to Kiel", "en"),
        ("PORT, NORWAY -- The clubs sailed to Kiel on 5 May 2022.", "The clubs sailed to Kiel", "en"),
        ("Port 31.12.2023 (ab) Am 5. Mai 2022 segelten sie.", "Am 5. Mai 2022 segelten sie", "de"),
    ],
)
def test_a_title_has_no_dateline(text, title, language):
    assert told(text, language=language) == [("2022-05-05", title)]


def test_a_title_has_all_of_the_verb():
    (told,) = events("Daher haben die Räte am 5. Mai, an dem es regnete, den Bau beschlossen.", language="de")
    assert told.title == "Daher haben die Räte am 5. Mai, an dem es regnete, den Bau beschlossen"


def test_a_title_says_what_it_is_of():
    (told,) = events(
        "The mayors began a round of talks on fishing. The previous round was held in Kiel in May."
    )
    assert told.title == "The mayors began a round of talks on fishing. The previous round was held in Kiel"
    (told,) = events("The mayors talked for a very long time " * 4 + "and more. It was over soon on 5 May.")
    assert told.title == "It was over soon"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "They ran for an hour. He won the race in Kiel on 5 May.",
            "They ran for an hour. He won the race in Kiel",
        ),
        ("They ran for an hour. He Kexin won the race on 5 May.", "He Kexin won the race"),
        ("They ran for an hour. The last President spoke on 5 May.", "The last President spoke"),
    ],
)
def test_a_name_that_begins_as_a_small_word_says_who_it_is(text, title):
    (told,) = events(text)
    assert told.title == title


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        (
            "1 The town owns a mill.",
            "2 On 5 May 2022, the miller left the house",
            "the miller left the house",
        ),
        ("1. The town owns a mill.", "2. On 5 May 2022, the miller left it", "the miller left it"),
        ("The town owns a mill.", "2 children left the town on 5 May 2022", "2 children left the town"),
        ("7 mills stand there.", "2 children left the town on 5 May 2022", "2 children left the town"),
    ],
)
def test_a_paragraphs_number_in_the_margin_is_none_of_the_title(first, second, title):
    (event,) = events(first, second)
    assert event.title.startswith(title)


BELOW_THE_MAIN_CLAUSE = (
    # what was said, ruled or reported happened then, not the saying
    (
        "The court ruled on Thursday that the utility had lowered the river in September 2019.",
        "… the utility had lowered the river",
    ),
    ("The mayor said that the old mill was demolished on 4 March 2020.", "… the old mill was demolished"),
    (
        "The court found that, on 11 May 2018, the river had been dry.",
        "The court found that, on 11 May 2018, the river had been dry",
    ),
    (
        "The firm, which was founded on 4 May 2017, closed the works.",
        "The firm, which was founded on 4 May 2017",
    ),
)


BELOW_IN_GERMAN = (
    (
        "Das Amt entschied am Donnerstag, dass der Versorger den Pegel im September 2019 absenken durfte.",
        "… der Versorger den Pegel im September 2019 absenken durfte",
    ),
    (
        "Der Chef sagte, die Mühle sei am 6. Mai 2018 abgerissen worden.",
        "… die Mühle sei am 6. Mai 2018 abgerissen worden",
    ),
    (
        "Der Rat beschloss, den Weg zu sperren, und öffnete ihn am 7. Mai 2018 wieder.",
        "Der Rat beschloss, den Weg zu sperren, und öffnete ihn am 7. Mai 2018 wieder",
    ),
)


@pytest.mark.parametrize(("text", "title"), BELOW_THE_MAIN_CLAUSE)
def test_a_clause_below_the_main_one_is_what_happened_then(text, title):
    assert [event.title for event in events(text)] == [title]


@pytest.mark.parametrize(("text", "title"), BELOW_IN_GERMAN)
def test_a_german_clause_below_the_main_one_is_what_happened_then(text, title):
    assert [event.title for event in events(text, language="de")] == [title]
