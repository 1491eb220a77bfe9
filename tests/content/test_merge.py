"""Three versions become one: what an editor changed stays, and a paragraph stays with its translation."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.authors import machine_made
from generator.content.conflicts import with_decisions
from generator.content.entry_file import dump_entry, load_entry
from generator.content.merging import Conflict, merge, remembered, still_open, with_new
from generator.content.merging.frame import SEPARATOR, add, frame_of
from generator.content.merging.header import merge_header
from generator.content.merging.sequences import merge_sequences
from generator.content.merging.words import merge_words
from generator.content.staleness import without_marks
from generator.model import Event, Slug, Translation, TranslationBy
from tests.builders import EN, entry, segment

ARGOS, EDITOR = TranslationBy.ARGOS, TranslationBy.EDITOR
MACHINE = Translation(EN, ARGOS, "translate-de_en 1.3")


def made(*pairs, **values):
    """An entry as the generator makes it: German paragraphs, each with a machine's translation."""
    values = {"translation": MACHINE, "date": "2023-12-28", **values}
    return entry("e", *pairs, **values)


BASE = made(("Zwölf Schiffe kamen.", "Twelve ships came."), ("Sie übten dort.", "They trained there."))
NEW = made(("Zwanzig Schiffe kamen.", "Twenty ships came."), ("Sie übten dort.", "They trained there."))
FIRST = "Zwölf Schiffe kamen.\n{: #s1 lang=de }\n\nTwelve ships came.\n{: lang=en }\n"


def replaced(text, *changes):
    for old, new in changes:
        assert text.count(old) == 1, (old, text)
        text = text.replace(old, new)
    return text


def edited(*changes, base=BASE):
    return replaced(dump_entry(base), *changes)


def merged(text, new=NEW, base=BASE):
    return merge(dump_entry(base), text, new)


def pairs(text):
    return [
        (s.text, s.rendering.text if s.rendering else None) for s in load_entry(text, Slug("e"), "e").segments
    ]


# The body


class Looked(list):
    """Counts how often one of it is asked for."""

    times = 0

    def __getitem__(self, place):
        self.times += 1
        return super().__getitem__(place)

    def index(self, *_):
        raise AssertionError("goes through all of it")


def test_the_effort_grows_with_what_is_put_in():
    """Each new paragraph looks up to the one before it, past what an editor took out."""
    count = 300
    order = Looked(f"s{number}" for number in range(count))
    frame = frame_of("", {})
    for at in range(0, count, 3):
        add(segment("Text.", number=at), order, at, frame)
    assert order.times <= 3 * count
    assert [one.id for one in frame.added[-1]] == [f"s{number}" for number in range(0, count, 3)]


def test_a_new_file_is_what_was_made():
    assert merge(None, None, BASE).text == dump_entry(BASE)


def test_an_unedited_file_becomes_what_is_made():
    one = merged(dump_entry(BASE))
    assert (one.text, one.conflicts) == (dump_entry(NEW), ())
    baseline = load_entry(one.baseline, NEW.slug, "baseline")
    assert replace(baseline, blocks=tuple(map(without_marks, baseline.segments))) == NEW


@pytest.mark.parametrize(
    "note",
    [
        "A note.",
        "!!! note\n\n    Set in.",
        "| a |\n|---|\n| b |",
        "- an item\n- another",
        "<!-- not shown -->",
    ],
)
def test_a_note_above_a_paragraph_keeps_neither_it_nor_its_translation(note):
    one = merged(edited((FIRST, f"{note}\n\n{FIRST}")))
    assert pairs(one.text) == pairs(dump_entry(NEW))
    assert f"{note}\n\nZwanzig" in one.text
    assert one.conflicts == ()


def test_a_note_between_a_paragraph_and_its_translation_keeps_neither():
    one = merged(edited(("#s1 lang=de }\n", "#s1 lang=de }\n\nA note.\n")))
    assert "Zwanzig Schiffe kamen.\n{: #s1 lang=de }\n\nA note.\n\nTwenty ships came.\n" in one.text


def test_a_paragraph_is_found_where_an_editor_moved_it():
    text = replaced(dump_entry(BASE), (f"{FIRST}\n", "")) + f"\n{FIRST}"
    assert pairs(merged(text).text) == [*pairs(dump_entry(NEW))[1:], *pairs(dump_entry(NEW))[:1]]


def test_where_the_source_moved_paragraphs_the_file_follows_with_their_notes():
    turned = replace(BASE, blocks=BASE.blocks[::-1])
    one = merged(edited((FIRST, f"A note.\n\n{FIRST}")), turned)
    assert pairs(one.text) == pairs(dump_entry(turned))
    assert f"A note.\n\n{FIRST}" in one.text


@pytest.mark.parametrize(
    ("old", "new", "there"),
    [
        ("kamen.", "kamen.[^1]", "Zwanzig Schiffe kamen.[^1]\n"),
        ("Schiffe", "[Schiffe](https://example.org)", "Zwanzig [Schiffe](https://example.org) kamen."),
        ("ships came", "ships **came**", "Twenty ships **came**."),
        ("Schiffe kamen", "Schiffe\nkamen", "Zwanzig Schiffe\nkamen."),
    ],
)
def test_marks_are_carried_over_to_new_words(old, new, there):
    one = merged(edited((old, new)))
    assert there in one.text
    assert one.conflicts == ()


def test_marks_outlive_any_number_of_runs():
    text, baseline = edited(("Sie übten", "[Sie](https://example.org/x)[^1] übten")), dump_entry(BASE)
    for title in ("A", "B", "C"):
        one = merge(baseline, text, replace(BASE, title=title))
        text, baseline = one.text, one.baseline
        assert "[Sie](https://example.org/x)[^1] übten" in text
        assert "example.org" not in baseline


def test_where_both_changed_a_paragraph_both_its_texts_stay_and_the_new_ones_are_kept():
    one = merged(edited(("Zwölf Schiffe kamen.", "Ein Dutzend Schiffe kam.")))
    assert pairs(one.text)[0] == ("Ein Dutzend Schiffe kam.", "Twelve ships came.")
    (conflict,) = one.conflicts
    assert (conflict.part, "Zwanzig" in conflict.new, "Twenty" in conflict.new) == ("#s1", True, True)
    again = merge(one.baseline, one.text, NEW)
    assert again == one


def test_a_corrected_translation_stays_and_is_out_of_date():
    one = merged(edited(("Twelve ships came.", "A dozen ships came.")))
    assert pairs(one.text)[0] == ("Zwanzig Schiffe kamen.", "A dozen ships came.")
    assert "{: lang=en by=editor }" in one.text
    assert "stale=" in one.baseline
    assert [conflict.part for conflict in one.conflicts] == ["#s1"]
    assert merge(one.baseline, one.text, NEW) == one


def test_a_paragraph_an_editor_changed_and_the_source_dropped_stays_until_it_is_decided():
    without = replace(BASE, blocks=BASE.blocks[1:])
    one = merged(edited(("Twelve ships came.", "A dozen ships came.")), without)
    assert pairs(one.text)[0] == ("Zwölf Schiffe kamen.", "A dozen ships came.")
    assert [(conflict.part, conflict.new) for conflict in one.conflicts] == [("#s1", "")]
    assert merge(one.baseline, one.text, without) == one
    assert pairs(merged(dump_entry(BASE), without).text) == pairs(dump_entry(without))


def test_a_paragraph_an_editor_took_out_stays_away_and_its_new_words_are_told():
    one = merged(edited((f"{FIRST}\n", "")))
    assert [text for text, _ in pairs(one.text)] == ["Sie übten dort."]
    assert [(conflict.part, conflict.mine) for conflict in one.conflicts] == [("#s1", "")]
    assert merged(edited((f"{FIRST}\n", "")), BASE).conflicts == ()


def test_a_translation_an_editor_took_out_stays_away():
    one = merged(edited(("Twelve ships came.\n{: lang=en }\n\n", "")))
    assert pairs(one.text)[0] == ("Zwanzig Schiffe kamen.", None)


def test_a_new_paragraph_stands_behind_the_one_it_follows_and_before_the_notes_there():
    text = dump_entry(BASE) + "\n[^1]: A footnote.\n"
    new = replace(BASE, blocks=(*BASE.blocks, segment("Neu.", "New.", number=3)))
    one = merged(text, new)
    assert pairs(one.text) == pairs(dump_entry(new))
    assert one.text.endswith("New.\n{: lang=en }\n\n[^1]: A footnote.\n")


def test_attributes_of_an_editors_stay():
    assert "{: #s1 lang=de .important }" in merged(edited(("#s1 lang=de }", "#s1 lang=de .important }"))).text


def test_two_paragraphs_with_one_translation_keep_it_each():
    base = made(("Ja.", "Yes."), ("Doch.", "Oh yes."))
    one = merged(edited(("Oh yes.", "Yes."), base=base), base, base)
    assert pairs(one.text) == [("Ja.", "Yes."), ("Doch.", "Yes.")]


def test_without_a_baseline_the_editors_file_stays_and_the_difference_is_told():
    text = edited(("Twelve ships came.", "A dozen ships came."))
    one = merge(None, text, BASE)
    assert pairs(one.text) == pairs(text)
    assert [conflict.part for conflict in one.conflicts] == ["#s1"]
    # Nothing tells whose it is.
    assert "by=editor" not in one.text


# Who translated


def test_the_header_names_no_machine_where_all_is_an_editors():
    text = edited(
        ("Twelve ships came.", "A dozen ships came."), ("They trained there.", "They held a drill.")
    )
    one = merged(text, BASE)
    translation = load_entry(one.text, Slug("e"), "e").translation
    assert (translation.by, translation.package) == (EDITOR, None)
    assert merge(one.baseline, one.text, BASE) == one


def test_a_machines_paragraph_beside_an_editors_is_signed():
    by_hand = made(("Zwölf.", "Twelve."), translation=Translation(EN, EDITOR))
    more = made(("Zwölf.", "Twelve.", EDITOR), ("Neu.", "New."))
    one = merge(dump_entry(by_hand), dump_entry(by_hand), more)
    found = load_entry(one.text, Slug("e"), "e")
    assert found.translation == MACHINE
    assert [s.rendering.by for s in found.segments] == [EDITOR, None]


def test_a_signature_that_the_header_has_is_not_repeated_beside_the_paragraph():
    """Whether or not anything else changes there."""
    mixed = made(("Zwölf.", "Twelve.", EDITOR), ("Neu.", "New."))
    all_by_hand = made(("Zwölf.", "Twelve."), translation=Translation(EN, EDITOR))
    text = replaced(dump_entry(mixed), ("Neu.\n{: #s2 lang=de }\n\nNew.\n{: lang=en }\n", ""))
    one = merge(dump_entry(mixed), text, all_by_hand)
    assert "by=editor" not in one.text
    assert merge(one.baseline, one.text, all_by_hand) == one


BY_HAND = made(("Zwölf.", "A dozen."), translation=Translation(EN, EDITOR))
TAUGHT = made(("Zwölf.", "Twelve."), translation=Translation(EN, EDITOR))


def test_what_the_memory_learnt_elsewhere_is_for_the_source_and_not_for_an_editors_own_text():
    text = edited(("Zwölf.", "Zwölf Schiffe."), base=BY_HAND)
    one = merged(text, TAUGHT, BY_HAND)
    assert pairs(one.text) == [("Zwölf Schiffe.", "A dozen.")]
    assert merge(one.baseline, one.text, TAUGHT) == one
    assert pairs(merged(dump_entry(BY_HAND), TAUGHT, BY_HAND).text) == [("Zwölf.", "Twelve.")]


def test_a_translation_by_hand_below_a_note_stays_whatever_the_memory_learnt_elsewhere():
    text = edited(("\n\nA dozen.", "\n\nA note between.\n\nA dozen."), base=BY_HAND)
    one = merged(text, TAUGHT, BY_HAND)
    assert one.text == text
    assert merge(one.baseline, one.text, TAUGHT) == one


# The header


def by_editor(text, base=BASE):
    """An entry whose first translation is a person's, as the memory has it."""
    first, *rest = base.blocks
    rendering = replace(first.rendering, text=text, by=EDITOR)
    return replace(base, blocks=(replace(first, rendering=rendering), *rest))


def test_what_an_editor_typed_after_the_memory_learnt_is_no_conflict():
    """A run knows one version of a translation; the file has a newer one by the time it is written."""
    one = merged(edited(("Twelve ships came.", "A dozen came.")), by_editor("Twelve came in."))
    assert "A dozen came.\n{: lang=en by=editor }" in one.text
    assert one.conflicts == ()
    assert "Twelve came in." in one.baseline


def test_marks_in_a_machines_translation_do_not_make_it_an_editors():
    marked = edited(("Twelve ships", "[Twelve](https://example.org/a) [ships](https://example.org/b)"))
    one = merged(marked, by_editor("A dozen."))
    assert "by=editor" not in one.text
    assert [conflict.part for conflict in one.conflicts] == ["#s1"]


def test_a_translation_that_is_out_of_date_stays_although_another_paragraph_taught_a_newer_one():
    mine = merged(edited(("Twelve ships came.", "A dozen came."))).text
    before = merged(edited(("Twelve ships came.", "A dozen came."))).baseline
    one = merge(before, mine, by_editor("A score came.", NEW))
    assert "A dozen came." in one.text
    assert [conflict.part for conflict in one.conflicts] == ["#s1"]


def test_letters_that_an_editor_saved_decomposed_are_no_edit():
    text = edited(("übten", unicodedata.normalize("NFD", "übten")))
    one = merged(text)
    assert pairs(one.text) == pairs(dump_entry(NEW))
    assert unicodedata.normalize("NFD", "übten") in one.text
    assert one.conflicts == ()


def test_a_translation_beside_a_paragraph_of_an_editors_own_is_an_editors():
    own = "Das steht nirgends sonst.\n{: #mine lang=de }\n\nNowhere else.\n{: lang=en }\n"
    assert "Nowhere else.\n{: lang=en by=editor }" in merged(f"{dump_entry(BASE)}\n{own}").text


def test_a_translation_without_its_original_never_comes_to_stand_below_another():
    kept, dropped, lost = ("Eins.", "One."), ("Zwei.", "Two."), ("Drei.", "Three.")
    text = edited(
        ("One.\n{: lang=en }\n\n", ""), ("Drei.\n{: #s3 lang=de }\n\n", ""), base=made(kept, dropped, lost)
    )
    one = merged(text, made(kept), made(kept, dropped, lost))
    assert f"Eins.\n{{: #s1 lang=de }}\n\n{SEPARATOR}\n\nThree.\n{{: lang=en }}\n" in one.text


def test_whose_a_moved_translation_is_stays_known_when_its_paragraph_goes():
    """Else the machine's words would count as an editor's for the paragraph they stand below."""
    stays, goes = ("Eins.", "One."), ("Zwei.", "Two.")
    text = edited(("One.\n{: lang=en }\n\n", ""), ("Zwei.\n{: #s2 lang=de }\n\n", ""), base=made(stays, goes))
    one = merged(text, made(stays), made(stays, goes))
    again = merged(one.text, made(stays), load_entry(one.baseline, Slug("e"), "baseline"))
    assert "by=editor" not in one.text
    assert (again.text, again.baseline) == (one.text, one.baseline)


def test_of_translations_that_all_stand_first_each_stays_with_its_paragraph():
    """Below each paragraph but the last stands the next one's: none is taken for it."""
    texts = [("Eins.", "One."), ("Zwei.", "Two."), ("Drei.", "Three.")]
    paragraphs = [
        (f"{de}\n{{: #s{n} lang=de }}", f"{en}\n{{: lang=en }}") for n, (de, en) in enumerate(texts, 1)
    ]
    below, first = (
        "\n\n".join(part for pair in paragraphs for part in pair[::step]) + "\n" for step in (1, -1)
    )
    text = edited((below, first), base=made(*texts))
    new = made(("Zehn.", "Ten."), *texts[1:])
    one = merged(text, new, made(*texts))
    assert one.text.replace(f"{SEPARATOR}\n\n", "") == replaced(text, ("Eins.", "Zehn."), ("One.", "Ten."))
    assert one.conflicts == ()
    assert merge(one.baseline, one.text, new) == one


def test_what_a_person_signed_stays_signed_below_a_paragraph_that_was_changed_by_hand():
    """The memory gives the same words, some of them a machine's, and does not tell whose they are."""
    words = "A dozen came. They came early."
    base = made(("Zwölf Schiffe kamen. Sie kamen früh.", words))
    base = replace(
        base, blocks=tuple(replace(b, rendering=replace(b.rendering, by=EDITOR)) for b in base.blocks)
    )
    new = made(("Zwölf Schiffe kamen. Sie kamen früh.", words))
    one = merged(edited(("Zwölf", "Etwa zwölf"), base=base), new, base)
    assert machine_made(load_entry(one.baseline, Slug("e"), "baseline")).renderings == ()


def test_a_dropped_paragraph_that_was_kept_is_settled_and_its_translation_stays_the_machines():
    text = edited(("Twelve", "*Twelve*"), ("Zwölf", "Achtzehn"))
    dropped = made(("Sie übten dort.", "They trained there."))
    dropped = replace(dropped, blocks=tuple(replace(one, id="s2") for one in dropped.blocks))
    one = merged(text, dropped)
    assert [(conflict.part, conflict.new) for conflict in one.conflicts] == [("#s1", "")]
    again = merge(remembered(one.baseline, one.conflicts[0]), one.text, dropped)
    assert again.conflicts == ()
    assert again.text == text
    assert merge(again.baseline, again.text, dropped) == again


def test_languages_that_an_editor_swapped_stay():
    text = edited((FIRST, FIRST.replace("=de", "=xx").replace("=en", "=de").replace("=xx", "=en")))
    one = merged(text, by_editor("A dozen came."))
    assert one.text == text


def test_what_other_keys_refer_to_stays():
    text = edited(("title: ", "title: &t "), ("date:", "summary: *t\ndate:"))
    one = merged(text, replace(NEW, title="Another"))
    assert "title: &t Another\nsummary: *t\n" in one.text


def test_what_an_editor_wrote_into_the_header_stays_and_the_rest_follows():
    text = edited(
        ("title: E\n", "title: 'Better'  # why\n"),
        ("kind: article\n", "# A comment.\nkind: article\nsummary: One sentence.\n"),
        ("  sha256: x\n", "  sha256: x  # of the file\n  publisher: Someone\n"),
    )
    new = replace(NEW, source=replace(NEW.source, sha256="y"), date="2024")
    header = merged(text, new).text.partition("\n---\n")[0]
    for line in ("title: 'Better'  # why", "# A comment.", "summary: One sentence.", "  publisher: Someone"):
        assert f"\n{line}\n" in header
    assert "  sha256: y  # of the file\n" in header
    assert '\ndate: "2024"' in header


def test_where_both_changed_a_key_the_editors_stands():
    one = merged(edited(('date: "2023-12-28"', 'date: "2023-12-27"')), replace(BASE, date="2024"))
    assert 'date: "2023-12-27"' in one.text
    assert one.conflicts == (Conflict("date", 'date: "2023-12-27"\n', 'date: "2024"\n'),)
    assert merge(one.baseline, one.text, replace(BASE, date="2024")) == one


def test_lists_are_merged_by_their_items():
    def with_events(*titles):
        return replace(BASE, events=tuple(Event("2023-12-01", title) for title in titles))

    text = replaced(dump_entry(with_events("A", "B")), ("title: A", "title: Amended  # why"))
    one = merge(dump_entry(with_events("A", "B")), text, with_events("A", "B", "C"))
    assert [event.title for event in load_entry(one.text, Slug("e"), "e").events] == ["Amended", "B", "C"]
    assert "title: Amended  # why" in one.text
    assert [
        c.part for c in merge(dump_entry(with_events("A", "B")), text, with_events("Z", "B")).conflicts
    ] == ["events"]


HEADERS = {
    "unchanged": ("a: 1\n", "a: 1\n", "a: 2\n", "a: 2\n"),
    "a comment": ("a: 1\n", "a: 1  # why\n", "a: 2\n", "a: 2  # why\n"),
    "quoted": ("a: x\n", 'a: "x"\n', "a: y\n", "a: y\n"),
    "order": ("a: 1\nb: 1\n", "b: 1\na: 1\n", "a: 2\nb: 1\n", "b: 1\na: 2\n"),
    "gone": ("a: 1\nb: 1\n", "a: 1\nb: 1\n", "a: 1\n", "a: 1\n"),
    "new": ("a: 1\nc: 1\n", "a: 1\n# free\nc: 1\n", "a: 1\nb: 1\nc: 1\n", "a: 1\nb: 1\n# free\nc: 1\n"),
    "below": ("a:\n  b: 1\n", "a:\n  b: 1\n  c: 1\n", "a:\n  b: 2\n", "a:\n  b: 2\n  c: 1\n"),
    "set in further": ("a:\n  b: 1\n", "a:\n    b: 1\n", "a:\n  b: 1\n  c: 2\n", "a:\n    b: 1\n    c: 2\n"),
    "in braces": ("a:\n  b: 1\n", "a: {b: 1, c: 1}\n", "a:\n  b: 2\n  d: 3\n", "a: {b: 2, c: 1, d: '3'}\n"),
    "a comment inside": ("a:\n  b: 1\n", "a:\n# why\n  b: 1\n", "a:\n  b: 2\n", "a:\n# why\n  b: 2\n"),
    "deleted": ("a: 1\nb: 1\n", "a: 1\n", "a: 2\nb: 1\n", "a: 2\n"),
    "a list": (
        "a:\n  - x\n",
        "a:\n  - x\n  # why\n  - y\n",
        "a:\n  - w\n  - x\n",
        "a:\n  - w\n  - x\n  # why\n  - y\n",
    ),
}


@pytest.mark.parametrize("name", HEADERS)
def test_headers_are_merged(name):
    was, mine, new, outcome = HEADERS[name]
    one = merge_header(was, mine, new)
    quoted = one.text.replace("'2'", "2")
    assert (quoted, one.conflicts) == (outcome, ()) or (one.text, one.conflicts) == (outcome, ())


# Deciding


CONFLICTS = {
    "both changed it": (("Zwölf Schiffe kamen.", "Ein Dutzend Schiffe kam."), NEW),
    "only a translation": (("Twelve ships came.", "A dozen ships came."), NEW),
    "taken out": ((f"{FIRST}\n", ""), NEW),
    "dropped by the source": (
        ("Twelve ships came.", "A dozen ships came."),
        replace(BASE, blocks=BASE.blocks[1:]),
    ),
    "a key": (('date: "2023-12-28"', 'date: "2023-12-27"'), replace(BASE, date="2024")),
    "a key taken out": (('date: "2023-12-28"\n', ""), replace(BASE, date="2024")),
}


def on(one, text):
    """What there is to decide of what a merge left, and the baseline, when the file holds another text."""
    return still_open(one.conflicts, text, one.baseline), with_decisions(one.conflicts, text, one.baseline)


GOES_ON = {
    "both changed it": ("Ein Dutzend Schiffe kam.", "Ein Dutzend Schiffe kam, hieß es."),
    "only a translation": ("A dozen ships came.", "A dozen ships came, they said."),
    "dropped by the source": ("A dozen ships came.", "A dozen ships came, they said."),
    "a key": ('date: "2023-12-27"', 'date: "2023-12-26"'),
}


@pytest.mark.parametrize("name", GOES_ON)
def test_whoever_goes_on_typing_has_not_decided(name):
    """What was typed stays, and the same is asked about what the file holds now: in further runs, too."""
    change, new = CONFLICTS[name]
    one = merged(edited(change), new)
    assert still_open(one.conflicts, one.text, one.baseline) == one.conflicts
    text = replaced(one.text, GOES_ON[name])
    conflicts, baseline = on(one, text)
    assert [(now.part, now.new) for now in conflicts] == [(was.part, was.new) for was in one.conflicts]
    assert GOES_ON[name][1] in conflicts[0].mine
    again = merge(baseline, text, new)
    assert (again.text, again.conflicts) == (text, conflicts)
    assert merge(with_decisions(again.conflicts, text, again.baseline), text, new) == again
    kept = merge(remembered(again.baseline, again.conflicts[0]), text, new)
    assert (kept.text, kept.conflicts) == (text, ())


@pytest.mark.parametrize("name", GOES_ON)
def test_a_conflict_is_settled_by_writing_the_new_version_or_taking_the_part_out(name):
    change, new = CONFLICTS[name]
    one = merged(edited(change), new)
    taken = with_new(one.text, one.baseline, one.conflicts[0])
    conflicts, baseline = on(one, taken)
    assert (conflicts, merge(baseline, taken, new).conflicts) == ((), ())
    gone = with_new(one.text, one.baseline, replace(one.conflicts[0], new=""))
    conflicts, baseline = on(one, gone)
    again = merge(baseline, gone, new)
    assert (conflicts, again.conflicts, again.text) == ((), (), gone)


def test_where_a_version_is_no_more_nothing_is_to_be_decided():
    """The source went back, or changed again; or an editor undid what was typed."""
    mine = ("Zwölf Schiffe kamen.", "Ein Dutzend Schiffe kam.")
    one = merged(edited(mine))
    back = merge(on(one, one.text)[1], one.text, BASE)
    assert (back.conflicts, back.text) == ((), edited(mine))
    newer = made(("Dreißig Schiffe kamen.", "Thirty ships came."), ("Sie übten dort.", "They trained there."))
    (conflict,) = merge(on(one, one.text)[1], one.text, newer).conflicts
    assert "Thirty ships came." in conflict.new
    undone = replaced(one.text, mine[::-1])
    assert pairs(merge(on(one, undone)[1], undone, NEW).text) == pairs(dump_entry(NEW))


@pytest.mark.parametrize("name", CONFLICTS)
def test_taking_the_new_version_gives_what_was_made(name):
    change, new = CONFLICTS[name]
    one = merged(edited(change), new)
    (conflict,) = one.conflicts
    text, baseline = with_new(one.text, one.baseline, conflict), remembered(one.baseline, conflict)
    again = merge(baseline, text, new)
    assert load_entry(again.text, Slug("e"), "e") == load_entry(dump_entry(new), Slug("e"), "e")
    assert (again.conflicts, merge(again.baseline, again.text, new)) == ((), again)


@pytest.mark.parametrize("name", CONFLICTS)
def test_keeping_ones_own_version_ends_the_conflict(name):
    change, new = CONFLICTS[name]
    one = merged(edited(change), new)
    again = merge(remembered(one.baseline, one.conflicts[0]), one.text, new)
    assert (again.text, again.conflicts) == (one.text, ())


def test_a_decision_leaves_on_record_what_a_machine_made_before():
    """Of what stood there, of what is there, and of a paragraph that the source dropped: it may come back."""
    change, new = CONFLICTS["both changed it"]
    dropped = replace(BASE, blocks=BASE.blocks[:1])
    one = merge(dump_entry(BASE), edited(), dropped)
    one = merge(one.baseline, replaced(one.text, change), replace(new, blocks=new.blocks[:1]))
    baseline = remembered(one.baseline, one.conflicts[0])
    machines = machine_made(load_entry(baseline, Slug("e"), "baseline"))
    assert all(machines.wrote(segment.rendering) for segment in (*BASE.segments, *new.segments))
    assert not machines.has("A dozen ships came.", "en")


@pytest.mark.parametrize(("old", "new"), [("title: E", "title: Mine"), ("language: de", "language: fr")])
def test_what_a_header_must_say_is_asked_again_where_nothing_was_known_of_the_entry(old, new):
    text = edited((f"\n{old}", f"\n{new}"))
    one = merge(None, text, BASE)
    assert (one.text, [conflict.part for conflict in one.conflicts]) == (text, [new.partition(":")[0]])
    again = merge(with_decisions(one.conflicts, text, one.baseline), text, BASE)
    assert (again.text, again.conflicts) == (text, one.conflicts)
    kept = merge(remembered(one.baseline, one.conflicts[0]), text, BASE)
    assert (kept.text, kept.conflicts) == (text, ())


def test_which_seed_an_entry_is_of_is_no_editors_where_nothing_was_known_of_it():
    now = replace(BASE, source=replace(BASE.source, seed="renamed.txt", sha256="b" * 64))
    one = merge(None, edited(), now)
    assert (one.conflicts, load_entry(one.text, Slug("e"), "e").source) == ((), now.source)
    assert merge(one.baseline, one.text, now) == one


# Sequences and words

ITEMS = st.lists(st.sampled_from("abcde"), max_size=8)


@given(ITEMS, ITEMS)
def test_what_one_side_changed_is_what_it_becomes(was, other):
    assert merge_sequences(was, was, other) == other
    assert merge_sequences(was, other, was) == other


@given(ITEMS, ITEMS, ITEMS)
def test_every_item_comes_from_a_side(was, mine, new):
    one = merge_sequences(was, mine, new)
    assert one is None or set(one) <= {*mine, *new}


@given(
    st.lists(st.sampled_from(["eins", "zwei", "drei"]), min_size=1),
    st.lists(st.sampled_from(["eins", "vier"]), min_size=1),
)
def test_a_footnote_is_never_lost(was, new):
    mine = " ".join(was) + "[^1]"
    one = merge_words(" ".join(was), mine, " ".join(new))
    assert one is None or "[^1]" in one


def test_a_baseline_signs_what_its_own_header_does_not():
    """Also where an editor's header stays, and the baseline's is an older one."""
    one = made(("Zwölf.", "Twelve."))
    mine = replaced(dump_entry(one), ("Twelve.", "A dozen."), ("  by: argos", "  by:  argos # mine"))
    by_hand = made(("Zwölf.", "A dozen."), translation=Translation(EN, EDITOR))
    baseline = dump_entry(one)
    for _ in range(2):
        result = merge(baseline, mine, by_hand)
        mine, baseline = result.text, result.baseline
        segments = load_entry(baseline, one.slug, "baseline")
        assert not machine_made(segments).has("A dozen.", EN)
    assert merge(baseline, mine, by_hand).baseline == baseline


@pytest.mark.parametrize("end", ["", " ", "\t", "  # mine"])
@pytest.mark.parametrize("value", ["'[en] Eins 😀'", '"One"', "&t One"])
def test_space_behind_a_value_is_no_edit(value, end):
    was, new = "title: '[en] Eins 😀'\n" if "[" in value else "title: One\n", "title: Two\n"
    one = merge_header(was, f"title: {value}{end}\n", new)
    anchor = "&t " if "&" in value else ""
    assert (one.text, one.conflicts) == (f"title: {anchor}Two{end}\n", ())
