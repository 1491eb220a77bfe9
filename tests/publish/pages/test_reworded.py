"""What the generator says in English, in German: nothing that it can say is left out."""

import re
from inspect import getsource

import pytest

from generator.checks.doubts import FOR_READERS
from generator.checks.pairs import Knowledge, PairText, check_pair
from generator.checks.pairs.registry import CHECKS
from generator.content.left_out import JUDGED
from generator.generate import reasons
from generator.generate.clean.certain import RULES
from generator.generate.clean.groups import SAID
from generator.generate.draft import DAY_OF_SITTING
from generator.generate.header import published
from generator.model import ENGLISH, GERMAN, Language
from generator.publish.pages.reworded import DOUBTS, LINES, STAMPS, doubt_in, line_rule_in, rule_in
from tests.checks.pairs.broken import BAD


@pytest.mark.parametrize(
    ("rule", "german"),
    [
        ("named in the text", "im Text genannt"),
        (
            "counted from what was held on 14 December 2023",
            "gerechnet vom Datum im Register: abgehalten (14. Dezember 2023)",
        ),
        ("held on 1 May 2021 or 3 May 2022", "abgehalten (1. Mai 2021 oder 3. Mai 2022)"),
        (
            "the last such weekday up to the publication",
            "der letzte solche Wochentag bis zur Veröffentlichung",
        ),
        (
            "day of publication (sidecar): no other is surely the one reported",
            "Tag der Veröffentlichung (Angaben zur Quelle), "
            "denn kein anderer Tag ist sicher der, um den es geht",
        ),
        ("number 22, held on 14 May 2019", "Nummer 22, abgehalten (14. Mai 2019)"),
        ("midnight of JSON-LD", "Mitternacht von: JSON-LD"),
        ("held on 14–17 October 2021", "abgehalten (14.–17. Oktober 2021)"),
        ("christened on 3 May 2022", "christened (3. Mai 2022)"),
        ("based on what she or he said", "based on what she or he said"),
        ("christened", "christened"),
        ("whatever an editor thought", "whatever an editor thought"),
    ],
)
def test_why_a_text_has_a_date(rule, german):
    assert rule_in(GERMAN)(rule) == german
    plain = rule.replace("sidecar", "notes on the source").replace(
        ": no other is surely the one reported", ", since no other day is surely the one it is about"
    )
    assert rule_in(ENGLISH)(rule) == rule_in(Language("pl"))(rule) == plain


def test_why_a_line_is_left_out():
    rule = "menu or teaser: 0.98: short, no sentence, said once"
    assert line_rule_in(GERMAN)(rule) == "Menü oder Anreißer (zu 98 % sicher): kurz, kein Satz, einmal gesagt"
    assert line_rule_in(ENGLISH)(rule) == "menu or teaser (98% sure): short, no sentence, said once"
    assert line_rule_in(ENGLISH)("copyright line") == "copyright line"


def test_every_reason_for_leaving_a_line_out_is_known():
    fixed = {value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)}
    learned = {say(lambda _, of=of: of) for say in SAID.values() for of in (0.0, 10.0)} - {""}
    assert {*fixed, *learned, *JUDGED, *(name for name, _ in RULES)} <= set(LINES)


def test_every_source_of_a_publication_is_known():
    said = re.findall(r'return "([^"]+)"|"([^"]+)" if |else "([^"]+)"', getsource(published.comes_from))
    assert {*(name for found in said for name in found if name), DAY_OF_SITTING} <= set(STAMPS)


def test_what_is_doubted():
    said = doubt_in(GERMAN)("numbers: “5”, “6” of the source is missing; “7” and 3 more stands there")
    assert said == "Zahlen: „5“, „6“ aus der Quelle fehlt; dort steht „7“ und 3 weitere"
    assert (
        doubt_in(GERMAN)("untranslated: “a b c” is left in German")
        == "unübersetzt: „a b c“ steht noch da auf Deutsch"
    )


def test_every_check_has_a_name_for_readers():
    for check in CHECKS:
        assert str(check.severity) == "note" or f"{check.name}: {{what}}" in DOUBTS


ENGLISH_WORDS = re.compile(r"\b(the|is|of|and|it|not|more|source|translation|text|was|on|no|its)\b")


@pytest.mark.parametrize(("direction", "source", "target"), [one[:3] for one in BAD])
def test_what_checks_find_is_said_in_german(direction, source, target):
    pair = PairText(source, target, *map(Language, direction.split("-")))
    for found in check_pair(pair, Knowledge()):
        if found.severity in FOR_READERS:
            said = doubt_in(GERMAN)(f"{found.check}: {found.problem}")
            assert not ENGLISH_WORDS.search(re.sub("„[^“]*“", "", said)), said
