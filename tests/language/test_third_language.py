"""A further language is one lexicon: with it, its dates, sentences, numbers and countries are known."""

import subprocess
import sys

SCRIPT = """
from dataclasses import replace

from generator.language import lexicons
from generator.language.en import ENGLISH_WORDS as ENGLISH
from generator.language.lexicon import CalendarWords, grouped, numbered, words
from generator.model import Language

none, french = numbered(""), Language("fr")
calendar = CalendarWords(
    language=french, month_spellings=none, short_month_spellings=none, months_also_names=words(""),
    weekday_spellings=none, short_weekday_spellings=none,
    seasons=numbered("printemps;été;automne;hiver", 21), decades=none,
    units=grouped("day: jour jours; year: an ans"), has_capitals=False,
)
FRENCH = replace(ENGLISH, language=french, calendar=calendar, function_words=words("le la les de du en et"))
lexicons.LEXICONS = lexicons.Lexicons((*lexicons.LEXICONS.values(), FRENCH))

from generator.dates.find import find_dates
from generator.generate.clean.lines import is_date_line
from generator.language.detect import is_plainly
from generator.language.sentences.split import split_sentences
from generator.names.states import names_a_state

print([found.gives for found in find_dates("Le 14 mars 2022, et en avril 2023.", french)])
print(split_sentences("M. Li est venu. Le 3 mai il est parti.", french))
print(is_date_line("lundi 14 mars 2022"), names_a_state("Allemagne"), is_plainly("Le vent et la mer", french))
print(FRENCH.decimal)
"""


def test_a_lexicon_is_all_it_takes():
    run = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert run.stdout.splitlines() == [
        "['2022-03-14', '2023-04']",
        "['M. Li est venu.', 'Le 3 mai il est parti.']",
        "True True True",
        ",",
    ], run.stderr
