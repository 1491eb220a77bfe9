"""Terms in texts for readers: each language's first use, and a place of its own in the glossary."""

from generator.content.terms_file import parse_terms
from generator.model import Language
from generator.publish.computed.term_index import TermIndex
from tests import builders

DE, EN = Language("de"), Language("en")
TERMS = parse_terms(
    "terms:\n- {de: Peking, en: Beijing, note: The capital.}\n- {de: Übung, en: [drill, exercise]}\n", "t"
)


def test_the_first_use_in_each_language_is_found_in_any_form():
    made = builders.entry("a", ("Pekings Übung.", "Beijing's exercise."), ("Peking.", "Beijing."))
    uses = TermIndex(TERMS, EN).uses_in(made)
    assert {(use.used.anchor, use.language, use.segment, use.surface) for use in uses} == {
        ("beijing", "de", "s1", "Pekings"),
        ("beijing", "en", "s1", "Beijing"),
        ("drill", "de", "s1", "Übung"),
        ("drill", "en", "s1", "exercise"),
    }


def test_without_terms_nothing_is_found():
    assert TermIndex((), EN).uses_in(builders.entry("a", "Peking.")) == []


def test_anchors_are_in_the_sites_language_and_no_two_are_alike():
    both = parse_terms(
        "terms:\n- {de: Bank, en: bank}\n- {de: Ufer, en: Bank!}\n- {de: '水', fr: eau}\n", "t"
    )
    assert [one.anchor for one in TermIndex(both, EN).terms] == ["bank", "bank-2", "shui"]
    assert [one.anchor for one in TermIndex(TERMS, DE).terms] == ["peking", "ubung"]
