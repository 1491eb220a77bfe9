"""`chronology exchange`: out to a translation program and in again, as PO, XLIFF 2.0 and XLIFF 1.2."""

import polib
import pytest
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from generator.content.merging import body as merging
from generator.content.merging.frame import frame_of
from tests.cli.exchanging import DONE, FORMATS, export, generate_all, take_in, translate, type_in
from tests.cli.support import entries, run
from tests.engines import FakeEngine
from tests.generate.runs import FIRST, SECOND, THIRD, add_seed, content_of, pairs
from tests.generate.runs import entries as loaded


@pytest.mark.parametrize("ending", FORMATS)
def test_what_nobody_touched_changes_nothing(two_translated, ending):
    file = export(two_translated, ending)
    before = content_of(two_translated)
    assert take_in(two_translated, file) == "6 the same"
    assert content_of(two_translated) == before


@pytest.mark.parametrize("ending", FORMATS)
def test_what_was_translated_there_is_put_in_and_reviewed(two_translated, ending):
    file = export(two_translated, ending)
    translate(file, SECOND, DONE)
    translate(file, THIRD, "Four ships take part.", is_done=False)
    assert take_in(two_translated, file, "--by", "Ann") == "4 the same, 2 taken"
    for _ in range(2):
        assert pairs(loaded(two_translated)["a.txt"])[SECOND] == DONE
        assert pairs(loaded(two_translated)["b.txt"])[THIRD] == "Four ships take part."
        assert "2 machine, 1 edited, 1 reviewed" in run(two_translated, "status").stdout
        generate_all(two_translated, FakeEngine())
    file = export(two_translated, ending)
    assert take_in(two_translated, file, "--by", "Ann") == "6 the same"


@pytest.mark.parametrize("ending", FORMATS)
def test_without_a_name_nothing_is_reviewed(two_translated, ending):
    file = export(two_translated, ending, entries(two_translated)["a.txt"].stem)
    translate(file, SECOND, DONE)
    assert take_in(two_translated, file) == "2 the same, 1 taken"
    assert "3 machine, 1 edited" in run(two_translated, "status").stdout


@pytest.mark.parametrize("ending", FORMATS)
def test_what_was_not_translated_yet_is(project, ending):
    add_seed(project, "a.txt", FIRST, SECOND)
    generate_all(project)
    file = export(project, ending)
    assert take_in(project, file) == "3 not translated"
    translate(file, SECOND, DONE)
    assert take_in(project, file) in ("1 taken, 2 not translated", "2 not translated, 1 taken")
    for _ in range(2):
        assert pairs(loaded(project)["a.txt"]) == {FIRST: None, SECOND: DONE}
        assert "1 missing, 1 edited" in run(project, "status").stdout
        generate_all(project)
    generate_all(project, FakeEngine())
    assert pairs(loaded(project)["a.txt"]) == {FIRST: f"[en] {FIRST}", SECOND: DONE}


@pytest.mark.parametrize("ending", FORMATS)
def test_what_was_reviewed_stays_unless_it_is_to_be_replaced(two_translated, ending):
    file = export(two_translated, ending)
    translate(file, SECOND, DONE)
    a = entries(two_translated)["a.txt"].stem
    run(two_translated, "review", a, "--by", "Ann")
    assert take_in(two_translated, file) == "5 the same, 1 left"
    assert pairs(loaded(two_translated)["a.txt"])[SECOND] == f"[en] {SECOND}"
    assert take_in(two_translated, file, "--replace", "--by", "Ann") == "5 the same, 1 taken"
    assert "2 machine, 2 reviewed" in run(two_translated, "status").stdout


@pytest.mark.parametrize("ending", FORMATS)
def test_who_left_what_another_had_reviewed_as_it_was_reviewed_nothing(two_translated, ending):
    a = entries(two_translated)["a.txt"].stem
    run(two_translated, "review", a, "--by", "Ann")
    file = export(two_translated, ending)
    run(two_translated, "review", a, "--undo", "--by", "Ann")
    type_in(two_translated, "a.txt", SECOND, "It takes a week.")
    translate(file, THIRD, "Four ships take part.")
    assert take_in(two_translated, file, "--by", "Bea") == "4 the same, 1 not changed there, 1 taken"
    assert "2 machine, 1 edited, 1 reviewed" in run(two_translated, "status").stdout


@pytest.mark.parametrize("ending", FORMATS)
def test_what_an_editor_typed_meanwhile_stays(two_translated, ending):
    file = export(two_translated, ending)
    type_in(two_translated, "a.txt", SECOND, "It takes a week.")
    before = content_of(two_translated)
    assert take_in(two_translated, file) == "5 the same, 1 not changed there"
    translate(file, SECOND, DONE)
    result = run(two_translated, "exchange", "import", str(file), "--by", "Ann")
    assert "a.txt s2: was changed here (--replace takes the file's)" in result.stdout
    assert content_of(two_translated) == before
    assert take_in(two_translated, file, "--replace") == "5 the same, 1 taken"


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_found_good_there_is_not_what_was_typed_here_meanwhile(two_translated, ending):
    file = export(two_translated, ending)
    translate(file, SECOND, f"[en] {SECOND}")
    type_in(two_translated, "a.txt", SECOND, "It takes a week.")
    assert take_in(two_translated, file, "--by", "Ann") == "5 the same, 1 left"
    assert "reviewed" not in run(two_translated, "status").stdout


@pytest.mark.parametrize("ending", FORMATS)
def test_what_a_term_changed_meanwhile_is_not_undone(two_translated, ending):
    file = export(two_translated, ending)
    (two_translated / "content/terms.yml").write_text("terms:\n- {de: Woche, en: week}\n", encoding="utf-8")
    generate_all(two_translated, FakeEngine())
    assert take_in(two_translated, file) == "5 the same, 1 not changed there"
    translate(file, SECOND, DONE)
    assert take_in(two_translated, file) == "5 the same, 1 taken"


@pytest.mark.parametrize("ending", FORMATS)
def test_an_edited_paragraph_goes_out_and_comes_back_better(two_translated, ending):
    type_in(two_translated, "a.txt", SECOND, "It takes a week.")
    file = export(two_translated, ending)
    translate(file, SECOND, DONE)
    assert take_in(two_translated, file) == "5 the same, 1 taken"


def test_of_a_file_without_our_notes_nothing_takes_the_place_of_what_was_typed(two_translated):
    type_in(two_translated, "a.txt", SECOND, "It takes a week.")
    file = export(two_translated, "po")
    translate(file, SECOND, DONE)
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(one for one in lines if not one.startswith("#.")), encoding="utf-8")
    assert take_in(two_translated, file) == "5 the same, 1 left"


@pytest.mark.parametrize("ending", FORMATS)
def test_an_original_in_the_place_of_its_translation_is_none(two_translated, ending):
    file = export(two_translated, ending)
    translate(file, SECOND, SECOND)
    assert take_in(two_translated, file, "--by", "Ann") == "5 the same, 1 not translated"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_paragraph_whose_original_changed_is_left(two_translated, ending):
    file = export(two_translated, ending)
    translate(file, SECOND, DONE)
    add_seed(two_translated, "a.txt", FIRST, SECOND.replace("eine Woche", "zwei Wochen"))
    generate_all(two_translated, FakeEngine())
    result = run(two_translated, "exchange", "import", str(file))
    assert "a.txt s2: its original reads otherwise now" in result.stdout
    assert DONE not in entries(two_translated)["a.txt"].read_text(encoding="utf-8")


@pytest.mark.parametrize("by", [(), ("--by", "Ann")])
def test_a_new_translation_of_a_changed_original_decides(two_translated, by):
    """An editor's own was out of date; what a translator made of the new original is not."""
    newer = SECOND.replace("eine Woche", "zwei Wochen")
    path = entries(two_translated)["a.txt"]
    path.write_text(path.read_text("utf-8").replace(f"\\[en\\] {SECOND}", "It lasts a week."), "utf-8")
    add_seed(two_translated, "a.txt", FIRST, newer)
    generate_all(two_translated, FakeEngine())
    assert "1 stale" in run(two_translated, "status").stdout
    file = export(two_translated, "po")
    translate(file, newer, "It lasts two weeks.")
    assert take_in(two_translated, file, *by) == "5 the same, 1 taken"
    for _ in range(2):
        assert "stale" not in run(two_translated, "status").stdout
        assert "chronology resolve" not in run(two_translated, "check").stdout
        assert pairs(loaded(two_translated)["a.txt"])[newer] == "It lasts two weeks."
        generate_all(two_translated, FakeEngine())


@pytest.mark.parametrize("ending", FORMATS)
def test_what_a_translator_notes_is_told(two_translated, ending):
    file = export(two_translated, ending)
    if ending == "po":
        po = polib.pofile(str(file))
        next(one for one in po if one.msgid == SECOND).tcomment = "Which exercise?"
        po.save()
    else:
        store = (Xliff2File if ending == "xlf" else xlifffile).parsefile(str(file))
        next(one for one in store.units if one.source == SECOND).addnote("Which exercise?", "translator")
        store.savefile(str(file))
    result = run(two_translated, "exchange", "import", str(file))
    assert "note  a.txt s2: Which exercise?" in result.stdout
    assert result.stdout.count("note ") == 1


@pytest.mark.parametrize("ending", FORMATS)
def test_what_comes_back_is_text_and_no_markup(two_translated, ending):
    file = export(two_translated, ending)
    odd = "A {: #s9 onclick=x } <script>1</script> [l](javascript:x) **b**"
    translate(file, SECOND, odd)
    take_in(two_translated, file)
    assert pairs(loaded(two_translated)["a.txt"])[SECOND] == odd
    assert "<script>" not in entries(two_translated)["a.txt"].read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", FORMATS)
def test_no_link_or_footnote_goes_in_silence(two_translated, ending):
    marked = "The exercise lasts [a week](https://example.org), *at sea*.[^1] Nothing else is known."
    type_in(two_translated, "a.txt", SECOND, marked)
    path = entries(two_translated)["a.txt"]
    path.write_text(path.read_text("utf-8") + "\n[^1]: As planned.\n", "utf-8")
    file = export(two_translated, ending)
    before = content_of(two_translated)
    translate(file, SECOND, "It takes some time. Nothing else is known.")
    result = run(two_translated, "exchange", "import", str(file))
    assert "a.txt s2: a link, a footnote or an emphasis that is there has no place" in result.stdout
    assert content_of(two_translated) == before
    translate(file, SECOND, "The exercise lasts a week, at sea. No more is said.")
    assert take_in(two_translated, file) == "5 the same, 1 taken"
    assert marked.replace("Nothing else is known", "No more is said") in path.read_text("utf-8")


def test_where_another_reviewed_the_entry_what_was_done_is_taken_and_the_others_go_on(two_translated):
    file = export(two_translated, "po")
    translate(file, SECOND, DONE)
    translate(file, THIRD, "Four ships take part.")
    run(two_translated, "review", entries(two_translated)["a.txt"].stem, "--segment", "s1", "--by", "Bea")
    result = run(two_translated, "exchange", "import", str(file), "--by", "Ann")
    assert result.exit_code == 0
    assert "left  a.txt: not marked as reviewed, Bea reviewed" in result.stdout
    assert pairs(loaded(two_translated)["a.txt"])[SECOND] == DONE
    assert "1 machine, 1 edited, 2 reviewed" in run(two_translated, "status").stdout


@pytest.mark.parametrize("ending", FORMATS)
def test_characters_that_are_not_seen_are_no_change(two_translated, ending):
    type_in(two_translated, "a.txt", SECOND, "It takes a\u00adbout a\u00a0week,\u200b no more.")
    file = export(two_translated, ending)
    before = content_of(two_translated)
    take_in(two_translated, file)
    assert content_of(two_translated) == before


def test_of_a_picture_alone_there_is_nothing_to_translate(two_translated):
    path = entries(two_translated)["a.txt"]
    path.write_text(path.read_text("utf-8") + "\n![](ship.png)\n{: #s7 lang=de }\n", "utf-8")
    assert "s7" not in export(two_translated, "xlf").read_text("utf-8")


def test_a_paragraph_that_its_writer_did_not_name_gets_its_translation_and_stands_there_once(project):
    head = "---\ntitle: Eigenes\ndate: '2023-12'\nlanguage: de\n---\n\n"
    own = project / "content/entries/own.md"
    own.write_text(f"{head}{FIRST}\n\n- eins\n- zwei\n\n{SECOND}\n", "utf-8")
    file = export(project, "po")
    translate(file, SECOND, "It lasts a week.")
    assert take_in(project, file) == "2 not translated, 1 taken"
    named = f"{FIRST}\n{{: #s1 lang=de }}\n\n- eins\n- zwei\n\n{SECOND}\n{{: #s2 lang=de }}"
    assert own.read_text("utf-8") == f"{head}{named}\n\nIt lasts a week.\n{{: lang=en }}\n"


def test_a_long_entry_is_not_gone_through_for_each_of_its_paragraphs(project, monkeypatch):
    texts = [f"Das Schiff {number} liegt im Hafen." for number in range(40)]
    body = "\n\n".join(f"{text}\n{{: #s{number} lang=de }}" for number, text in enumerate(texts))
    own = project / "content/entries/own.md"
    own.write_text(f"---\ntitle: Eigenes\ndate: '2023-12'\nlanguage: de\n---\n\n{body}\n", "utf-8")
    file = export(project, "po")
    po = polib.pofile(str(file))
    for one in po:
        one.msgstr = f"{one.msgid} (English)"
    po.save()
    frames = []
    monkeypatch.setattr(merging, "frame_of", lambda *of: frames.append(of) or frame_of(*of))
    assert take_in(project, file, "--replace") == "41 taken"
    assert len(frames) == 1


def test_an_entry_that_can_not_be_read_does_not_go_out_and_is_told(two_translated):
    path = entries(two_translated)["b.txt"]
    path.write_text(path.read_text("utf-8").replace("\ndate:", "\ndate"), "utf-8")
    result = run(two_translated, "exchange", "export", str(two_translated / "x.po"))
    assert result.exit_code == 1
    assert "1 title and 2 paragraphs of 1 entry" in result.stdout
    assert f"{path.name}" in result.stderr
