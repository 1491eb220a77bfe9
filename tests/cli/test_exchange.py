"""`chronology exchange`: out to a translation program and in again, as PO, XLIFF 2.0 and XLIFF 1.2."""

import json

import polib
import pytest
import yaml
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from generator.content.exchange.po import dump_po, load_po
from generator.content.exchange.units import Unit
from generator.content.exchange.xliff import dump_xliff, dump_xliff_1, load_xliff
from generator.content.merging import body as merging
from generator.content.merging.frame import frame_of
from generator.generate.pipeline import generate
from generator.model import SegmentId, Slug, TranslationState
from generator.settings import load_settings
from tests.cli.support import entries, run
from tests.engines import FakeEngine
from tests.generate.runs import DE, EN, FIRST, SECOND, THIRD, Engines, add_seed, content_of, edit, pairs
from tests.generate.runs import entries as loaded

FORMATS = ("po", "xlf", "xliff")
"""The last is where these tests have version 1.2."""
DONE = "The exercise lasts a week & takes place <at sea>."


@pytest.fixture
def translated(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    add_seed(project, "b.txt", FIRST, THIRD)
    generate_all(project, FakeEngine())
    return project


def generate_all(project, engine=None) -> None:
    list(generate(load_settings(project), Engines(engine)))


def export(project, ending: str, *entries: str):
    file = project / f"units.{ending}"
    options = ("--xliff-1",) if ending == "xliff" else ()
    result = run(project, "exchange", "export", str(file), *entries, *options)
    assert result.exit_code == 0
    return file


def take_in(project, file, *options: str) -> str:
    result = run(project, "exchange", "import", str(file), *options)
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()[-1].partition(": ")[2]


def translate(file, source: str, target: str, *, is_done: bool = True) -> None:
    """As a translation program does."""
    if file.suffix == ".po":
        po = polib.pofile(str(file))
        (entry,) = (one for one in po if one.msgid == source)
        entry.msgstr = target
        entry.flags = [] if is_done else ["fuzzy"]
        po.save()
        return
    store = (Xliff2File if file.suffix == ".xlf" else xlifffile).parsefile(str(file))
    (unit,) = (one for one in store.units if one.source == source)
    unit.target = target
    if file.suffix == ".xliff":
        unit.markfuzzy(not is_done)
        store.savefile(str(file))
        return
    segment = next(one for one in unit.xmlelement.iter() if one.tag.endswith("segment"))
    segment.set("state", "final" if is_done else "translated")
    store.savefile(str(file))


@pytest.mark.parametrize("ending", FORMATS)
def test_what_nobody_touched_changes_nothing(translated, ending):
    file = export(translated, ending)
    before = content_of(translated)
    assert take_in(translated, file) == "6 the same"
    assert content_of(translated) == before


@pytest.mark.parametrize("ending", FORMATS)
def test_what_was_translated_there_is_put_in_and_reviewed(translated, ending):
    file = export(translated, ending)
    translate(file, SECOND, DONE)
    translate(file, THIRD, "Four ships take part.", is_done=False)
    assert take_in(translated, file, "--by", "Ann") == "4 the same, 2 taken"
    for _ in range(2):
        assert pairs(loaded(translated)["a.txt"])[SECOND] == DONE
        assert pairs(loaded(translated)["b.txt"])[THIRD] == "Four ships take part."
        assert "2 machine, 1 edited, 1 reviewed" in run(translated, "status").stdout
        generate_all(translated, FakeEngine())
    file = export(translated, ending)
    assert take_in(translated, file, "--by", "Ann") == "6 the same"


@pytest.mark.parametrize("ending", FORMATS)
def test_without_a_name_nothing_is_reviewed(translated, ending):
    file = export(translated, ending, entries(translated)["a.txt"].stem)
    translate(file, SECOND, DONE)
    assert take_in(translated, file) == "2 the same, 1 taken"
    assert "3 machine, 1 edited" in run(translated, "status").stdout


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
def test_what_was_reviewed_stays_unless_it_is_to_be_replaced(translated, ending):
    file = export(translated, ending)
    translate(file, SECOND, DONE)
    a = entries(translated)["a.txt"].stem
    run(translated, "review", a, "--by", "Ann")
    assert take_in(translated, file) == "5 the same, 1 left"
    assert pairs(loaded(translated)["a.txt"])[SECOND] == f"[en] {SECOND}"
    assert take_in(translated, file, "--replace", "--by", "Ann") == "5 the same, 1 taken"
    assert "2 machine, 2 reviewed" in run(translated, "status").stdout


def type_in(project, seed: str, source: str, target: str) -> None:
    """As an editor does in the entry's file."""
    path = entries(project)[seed]
    text = path.read_text(encoding="utf-8")
    assert text.count(f"\\[en\\] {source}") == 1
    path.write_text(text.replace(f"\\[en\\] {source}", target), encoding="utf-8")


@pytest.mark.parametrize("ending", FORMATS)
def test_who_left_what_another_had_reviewed_as_it_was_reviewed_nothing(translated, ending):
    a = entries(translated)["a.txt"].stem
    run(translated, "review", a, "--by", "Ann")
    file = export(translated, ending)
    run(translated, "review", a, "--undo", "--by", "Ann")
    type_in(translated, "a.txt", SECOND, "It takes a week.")
    translate(file, THIRD, "Four ships take part.")
    assert take_in(translated, file, "--by", "Bea") == "4 the same, 1 not changed there, 1 taken"
    assert "2 machine, 1 edited, 1 reviewed" in run(translated, "status").stdout


@pytest.mark.parametrize("ending", FORMATS)
def test_what_an_editor_typed_meanwhile_stays(translated, ending):
    file = export(translated, ending)
    type_in(translated, "a.txt", SECOND, "It takes a week.")
    before = content_of(translated)
    assert take_in(translated, file) == "5 the same, 1 not changed there"
    translate(file, SECOND, DONE)
    result = run(translated, "exchange", "import", str(file), "--by", "Ann")
    assert "a.txt s2: was changed here (--replace takes the file's)" in result.stdout
    assert content_of(translated) == before
    assert take_in(translated, file, "--replace") == "5 the same, 1 taken"


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_found_good_there_is_not_what_was_typed_here_meanwhile(translated, ending):
    file = export(translated, ending)
    translate(file, SECOND, f"[en] {SECOND}")
    type_in(translated, "a.txt", SECOND, "It takes a week.")
    assert take_in(translated, file, "--by", "Ann") == "5 the same, 1 left"
    assert "reviewed" not in run(translated, "status").stdout


@pytest.mark.parametrize("ending", FORMATS)
def test_what_a_term_changed_meanwhile_is_not_undone(translated, ending):
    file = export(translated, ending)
    (translated / "content/terms.yml").write_text("terms:\n- {de: Woche, en: week}\n", encoding="utf-8")
    generate_all(translated, FakeEngine())
    assert take_in(translated, file) == "5 the same, 1 not changed there"
    translate(file, SECOND, DONE)
    assert take_in(translated, file) == "5 the same, 1 taken"


@pytest.mark.parametrize("ending", FORMATS)
def test_an_edited_paragraph_goes_out_and_comes_back_better(translated, ending):
    type_in(translated, "a.txt", SECOND, "It takes a week.")
    file = export(translated, ending)
    translate(file, SECOND, DONE)
    assert take_in(translated, file) == "5 the same, 1 taken"


def test_of_a_file_without_our_notes_nothing_takes_the_place_of_what_was_typed(translated):
    type_in(translated, "a.txt", SECOND, "It takes a week.")
    file = export(translated, "po")
    translate(file, SECOND, DONE)
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(one for one in lines if not one.startswith("#.")), encoding="utf-8")
    assert take_in(translated, file) == "5 the same, 1 left"


@pytest.mark.parametrize("ending", FORMATS)
def test_an_original_in_the_place_of_its_translation_is_none(translated, ending):
    file = export(translated, ending)
    translate(file, SECOND, SECOND)
    assert take_in(translated, file, "--by", "Ann") == "5 the same, 1 not translated"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_paragraph_whose_original_changed_is_left(translated, ending):
    file = export(translated, ending)
    translate(file, SECOND, DONE)
    add_seed(translated, "a.txt", FIRST, SECOND.replace("eine Woche", "zwei Wochen"))
    generate_all(translated, FakeEngine())
    result = run(translated, "exchange", "import", str(file))
    assert "a.txt s2: its original reads otherwise now" in result.stdout
    assert DONE not in entries(translated)["a.txt"].read_text(encoding="utf-8")


@pytest.mark.parametrize("by", [(), ("--by", "Ann")])
def test_a_new_translation_of_a_changed_original_decides(translated, by):
    """An editor's own was out of date; what a translator made of the new original is not."""
    newer = SECOND.replace("eine Woche", "zwei Wochen")
    path = entries(translated)["a.txt"]
    path.write_text(path.read_text("utf-8").replace(f"\\[en\\] {SECOND}", "It lasts a week."), "utf-8")
    add_seed(translated, "a.txt", FIRST, newer)
    generate_all(translated, FakeEngine())
    assert "1 stale" in run(translated, "status").stdout
    file = export(translated, "po")
    translate(file, newer, "It lasts two weeks.")
    assert take_in(translated, file, *by) == "5 the same, 1 taken"
    for _ in range(2):
        assert "stale" not in run(translated, "status").stdout
        assert "chronology resolve" not in run(translated, "check").stdout
        assert pairs(loaded(translated)["a.txt"])[newer] == "It lasts two weeks."
        generate_all(translated, FakeEngine())


def test_a_paragraph_that_a_program_cut_into_sentences_is_put_together(translated):
    file = export(translated, "xlf")
    whole = f"<source>{SECOND}</source>"
    first, _, rest = SECOND.partition(" dauert ")
    cut = (
        f"<source>{first}</source><target>The <pc id='1'>drill</pc></target></segment>"
        f"<ignorable><source> dauert </source><target> lasts </target></ignorable>"
        f"<segment state='final'><source>{rest}</source><target>long.</target></segment></unit>"
    )
    text = file.read_text(encoding="utf-8")
    start = text.index(whole)
    end = text.index("</unit>", start) + len("</unit>")
    file.write_text(text[:start] + cut + text[end:], encoding="utf-8")
    assert take_in(translated, file) == "5 the same, 1 taken"
    assert pairs(loaded(translated)["a.txt"])[SECOND] == "The drill lasts long."


@pytest.mark.parametrize("ending", FORMATS)
def test_what_a_translator_notes_is_told(translated, ending):
    file = export(translated, ending)
    if ending == "po":
        po = polib.pofile(str(file))
        next(one for one in po if one.msgid == SECOND).tcomment = "Which exercise?"
        po.save()
    else:
        store = (Xliff2File if ending == "xlf" else xlifffile).parsefile(str(file))
        next(one for one in store.units if one.source == SECOND).addnote("Which exercise?", "translator")
        store.savefile(str(file))
    result = run(translated, "exchange", "import", str(file))
    assert "note  a.txt s2: Which exercise?" in result.stdout
    assert result.stdout.count("note ") == 1


def test_a_file_as_programs_on_windows_and_of_later_versions_write_it(translated):
    file = export(translated, "xlf")
    translate(file, SECOND, DONE)
    text = file.read_text(encoding="utf-8").replace("document:2.0", "document:2.2")
    text = text.replace('trgLang="en"', 'trgLang="en-GB"').replace(
        "lasts a week", 'lasts<cp hex="0020"/>a week'
    )
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert take_in(translated, file) == "5 the same, 1 taken"
    assert pairs(loaded(translated)["a.txt"])[SECOND] == DONE


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("x.po", "no message\n", "not PO"),
        ("x.po", 'msgid "a"\nmsgstr "b"\n', "does not say which language"),
        ("x.po", 'msgid ""\nmsgstr "Language: German\\n"\n', "does not say which language"),
        ("x.po", 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "a"\nmsgstr "b', "line 6: a string"),
        ("x.xlf", "<xliff", "line 1"),
        ("x.xlf", '<xliff version="1.2"/>', "not XLIFF"),
        ("x.xlf", '<!DOCTYPE x SYSTEM "b"><xliff>&a;</xliff>', "undefined entity"),
        ("x.tmx", "", "does not end in"),
    ],
)
def test_what_can_not_be_read_is_told_and_nothing_is_done(translated, name, text, problem):
    (translated / name).write_text(text, encoding="utf-8")
    before = content_of(translated)
    result = run(translated, "exchange", "import", str(translated / name))
    assert result.exit_code in (1, 2)
    assert problem in result.stderr
    assert content_of(translated) == before


@pytest.mark.parametrize("ending", FORMATS)
def test_what_comes_back_is_text_and_no_markup(translated, ending):
    file = export(translated, ending)
    odd = "A {: #s9 onclick=x } <script>1</script> [l](javascript:x) **b**"
    translate(file, SECOND, odd)
    take_in(translated, file)
    assert pairs(loaded(translated)["a.txt"])[SECOND] == odd
    assert "<script>" not in entries(translated)["a.txt"].read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", FORMATS)
def test_no_link_or_footnote_goes_in_silence(translated, ending):
    marked = "The exercise lasts [a week](https://example.org), *at sea*.[^1] Nothing else is known."
    type_in(translated, "a.txt", SECOND, marked)
    path = entries(translated)["a.txt"]
    path.write_text(path.read_text("utf-8") + "\n[^1]: As planned.\n", "utf-8")
    file = export(translated, ending)
    before = content_of(translated)
    translate(file, SECOND, "It takes some time. Nothing else is known.")
    result = run(translated, "exchange", "import", str(file))
    assert "a.txt s2: a link, a footnote or an emphasis that is there has no place" in result.stdout
    assert content_of(translated) == before
    translate(file, SECOND, "The exercise lasts a week, at sea. No more is said.")
    assert take_in(translated, file) == "5 the same, 1 taken"
    assert marked.replace("Nothing else is known", "No more is said") in path.read_text("utf-8")


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_translated_in_part_is_left_and_told(project, ending):
    add_seed(project, "a.txt", f"{FIRST} {SECOND}")
    generate_all(project)
    file = export(project, ending)
    translate(file, f"{FIRST} {SECOND}", f"The drill begins soon. {SECOND}")
    result = run(project, "exchange", "import", str(file), "--by", "Ann")
    assert "a.txt s1: some of it is not translated" in result.stdout
    assert "The drill" not in entries(project)["a.txt"].read_text("utf-8")


def cut(project, *parts: str) -> str:
    """Exchange a paragraph of two sentences that a program cut; return what is said, and there then."""
    add_seed(project, "a.txt", f"{FIRST} {SECOND}")
    generate_all(project, FakeEngine())
    file = export(project, "xlf")
    text = file.read_text("utf-8")
    start = text.index("<segment", text.index(FIRST) - 100)
    file.write_text(text[:start] + "".join(parts) + text[text.index("</unit>", start) :], "utf-8")
    result = run(project, "exchange", "import", str(file))
    (there,) = pairs(loaded(project)["a.txt"]).values()
    return result.stdout + str(there)


def part(source: str, target: str) -> str:
    return f"<segment state='final'><source>{source}</source>{target}</segment>"


def test_sentences_that_a_program_cut_with_the_space_behind_them_are_parted(project):
    parts = part(f"{FIRST} ", "<target>One.</target>"), part(SECOND, "<target>Two.</target>")
    assert cut(project, *parts).endswith("One. Two.")


def test_sentences_that_a_translator_put_in_another_order_stay_in_it(project):
    first = part(f"{FIRST} ", "<target order='2'>One.</target>")
    assert cut(project, first, part(SECOND, "<target order='1'>Two.</target>")).endswith("Two. One.")


def test_where_a_program_lacks_the_translation_of_a_part_it_is_told(project):
    said = cut(project, part(f"{FIRST} ", "<target>One.</target>"), part(SECOND, ""))
    assert "a.txt s1: some of it is not translated" in said
    assert said.endswith(f"[en] {FIRST} [en] {SECOND}")


def test_a_paragraph_that_stands_twice_is_taken_once(translated):
    file = export(translated, "po")
    translate(file, SECOND, DONE)
    first = file.read_text("utf-8")
    file.write_text(first + first[first.index("#. ") :].replace(DONE, "Another."), "utf-8")
    result = run(translated, "exchange", "import", str(file))
    assert "a.txt s2: stands in the file twice; the first was taken" in result.stdout
    assert pairs(loaded(translated)["a.txt"])[SECOND] == DONE


def test_where_another_reviewed_the_entry_what_was_done_is_taken_and_the_others_go_on(translated):
    file = export(translated, "po")
    translate(file, SECOND, DONE)
    translate(file, THIRD, "Four ships take part.")
    run(translated, "review", entries(translated)["a.txt"].stem, "--segment", "s1", "--by", "Bea")
    result = run(translated, "exchange", "import", str(file), "--by", "Ann")
    assert result.exit_code == 0
    assert "left  a.txt: not marked as reviewed, Bea reviewed" in result.stdout
    assert pairs(loaded(translated)["a.txt"])[SECOND] == DONE
    assert "1 machine, 1 edited, 2 reviewed" in run(translated, "status").stdout


@pytest.mark.parametrize("ending", FORMATS)
def test_characters_that_are_not_seen_are_no_change(translated, ending):
    type_in(translated, "a.txt", SECOND, "It takes a\u00adbout a\u00a0week,\u200b no more.")
    file = export(translated, ending)
    before = content_of(translated)
    take_in(translated, file)
    assert content_of(translated) == before


def test_of_a_picture_alone_there_is_nothing_to_translate(translated):
    path = entries(translated)["a.txt"]
    path.write_text(path.read_text("utf-8") + "\n![](ship.png)\n{: #s7 lang=de }\n", "utf-8")
    assert "s7" not in export(translated, "xlf").read_text("utf-8")


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


@pytest.mark.parametrize("end", list("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
def test_what_ends_a_line_elsewhere_ends_no_string_of_po(end):
    file = f'msgid ""\nmsgstr "Language: en\\n"\n\nmsgctxt "a#s1"\nmsgid "x"\nmsgstr "One{end}two."\n'
    _, (one,) = load_po(file.encode())
    assert one.target == "One two."


HEADLINE = "Ministerium kündigt Übung a an"
OF_A_WEEK = "Ministerium kündigt eine Woche auf See an"


def retitle(project, title: str, there: str = f"'[en] {HEADLINE}'") -> None:
    """As an editor does in the entry's header."""
    edit(project, "a.txt", f"\ntitle: {there}\n", f"\ntitle: {title}\n")


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_was_translated_there_is_put_into_the_header(translated, ending):
    file = export(translated, ending)
    translate(file, HEADLINE, 'Exercise "a": announced')
    assert take_in(translated, file, "--by", "Ann") == "1 taken, 5 the same"
    for _ in range(2):
        entry = loaded(translated)["a.txt"]
        assert (entry.title, entry.original_title) == ('Exercise "a": announced', HEADLINE)
        assert "4 machine" in run(translated, "status").stdout
        generate_all(translated, FakeEngine())
    assert "title" in run(translated, "diff", entry.slug).stdout
    assert take_in(translated, export(translated, ending)) == "6 the same"


@pytest.mark.parametrize("ending", FORMATS)
def test_where_the_site_shows_the_original_title_the_other_is_put_beside_it(project, ending):
    settings = project / "pyproject.toml"
    settings.write_text(settings.read_text("utf-8").replace('language = "en"', 'language = "de"'), "utf-8")
    add_seed(project, "a.txt", FIRST)
    generate_all(project, FakeEngine())
    assert loaded(project)["a.txt"].title == HEADLINE
    file = export(project, ending)
    translate(file, HEADLINE, "Exercise a announced")
    assert take_in(project, file) == "1 taken, 1 the same"
    generate_all(project, FakeEngine())
    entry = loaded(project)["a.txt"]
    assert (entry.title, entry.translated_title) == (HEADLINE, "Exercise a announced")


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_had_no_translation_gets_one(project, ending):
    add_seed(project, "a.txt", FIRST)
    generate_all(project)
    file = export(project, ending)
    translate(file, HEADLINE, "Exercise a announced")
    assert take_in(project, file) == "1 taken, 1 not translated"
    for engine in (None, None, FakeEngine(), FakeEngine()):
        entry = loaded(project)["a.txt"]
        assert (entry.title, entry.original_title) == ("Exercise a announced", HEADLINE)
        generate_all(project, engine)
        assert "--part title" not in run(project, "check").stdout
    retitle(project, f"'[en] {HEADLINE}'", "Exercise a announced")
    generate_all(project, FakeEngine())
    assert loaded(project)["a.txt"].title == f"[en] {HEADLINE}"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_was_made_of_the_opening_words_is_translated_like_any_other(project, ending):
    (project / "seeds/a.txt").write_text(f"{FIRST}\n\n{SECOND}\n", "utf-8")
    generate_all(project)
    opening = loaded(project)["a.txt"].title
    assert loaded(project)["a.txt"].title_supplied
    file = export(project, ending)
    translate(file, opening, "A drill begins")
    assert take_in(project, file) == "1 taken, 2 not translated"
    for engine in (None, FakeEngine()):
        generate_all(project, engine)
        entry = loaded(project)["a.txt"]
        assert (entry.title, entry.original_title) == ("A drill begins", opening)


WHOLE = "Sie dauert zwei Wochen."


@pytest.mark.parametrize("is_older_first", [True, False])
@pytest.mark.parametrize("ending", FORMATS)
def test_of_two_editions_what_is_out_of_date_is_named_and_what_came_first_stays(
    project, ending, is_older_first
):
    add_seed(project, "a.txt", FIRST, SECOND)
    generate_all(project)
    older = export(project, ending)
    older = older.rename(older.with_stem("older"))
    add_seed(project, "a.txt", FIRST, WHOLE, THIRD, title=NEWER)
    generate_all(project)
    newer = export(project, ending)
    work = {older: (FIRST, SECOND, HEADLINE), newer: (FIRST, WHOLE, THIRD, NEWER)}
    for file, sources in work.items():
        for source in sources:
            translate(file, source, f"{file.stem} {source[:3]}")
    first, second = (older, newer) if is_older_first else (newer, older)
    said = {file: run(project, "exchange", "import", str(file)).stdout for file in (first, second)}
    assert "a.txt title: its original reads otherwise now" in said[older]
    assert "a.txt s2: is in no entry" in said[older]
    assert "s1" not in said[first]
    assert "a.txt s1: was changed here (--replace takes the file's)" in said[second]
    generate_all(project, FakeEngine())
    entry = loaded(project)["a.txt"]
    assert entry.title == f"{newer.stem} Min"
    assert list(pairs(entry).values()) == [f"{first.stem} Der", f"{newer.stem} Sie", f"{newer.stem} An"]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_an_editor_worded_meanwhile_stays(translated, ending):
    file = export(translated, ending)
    retitle(translated, "An exercise begins")
    assert take_in(translated, file) == "1 not changed there, 5 the same"
    translate(file, HEADLINE, "Exercise a announced")
    result = run(translated, "exchange", "import", str(file), "--by", "Ann")
    assert "a.txt title: was changed here (--replace takes the file's)" in result.stdout
    assert loaded(translated)["a.txt"].title == "An exercise begins"
    assert take_in(translated, file, "--replace") == "1 taken, 5 the same"
    assert loaded(translated)["a.txt"].title == "Exercise a announced"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_a_term_changed_meanwhile_is_not_undone(translated, ending):
    add_seed(translated, "a.txt", FIRST, SECOND, title=OF_A_WEEK)
    generate_all(translated, FakeEngine())
    file = export(translated, ending)
    (translated / "content/terms.yml").write_text("terms:\n- {de: Woche, en: week}\n", encoding="utf-8")
    generate_all(translated, FakeEngine())
    title = loaded(translated)["a.txt"].title
    assert "week" in title
    take_in(translated, file)
    assert loaded(translated)["a.txt"].title == title


def test_a_title_that_an_editor_worded_stays_when_a_term_would_have_the_machines_otherwise(translated):
    add_seed(translated, "a.txt", FIRST, SECOND, title=OF_A_WEEK)
    generate_all(translated, FakeEngine())
    retitle(translated, "A week at sea", f"'[en] {OF_A_WEEK}'")
    for term in ("week", "weeks"):
        (translated / "content/terms.yml").write_text(f"terms:\n- {{de: Woche, en: {term}}}\n", "utf-8")
        generate_all(translated, FakeEngine())
        assert loaded(translated)["a.txt"].title == "A week at sea"
        assert "--part title" not in run(translated, "check").stdout


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_was_reviewed_stays_unless_it_is_to_be_replaced(translated, ending):
    file = export(translated, ending)
    translate(file, HEADLINE, "Exercise a announced")
    run(translated, "review", entries(translated)["a.txt"].stem, "--by", "Ann")
    result = run(translated, "exchange", "import", str(file))
    assert "a.txt title: was reviewed and stays" in result.stdout
    assert take_in(translated, file, "--replace") == "1 taken, 5 the same"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_that_was_found_good_there_follows_no_term_any_more(translated, ending):
    add_seed(translated, "a.txt", FIRST, SECOND, title=OF_A_WEEK)
    generate_all(translated, FakeEngine())
    file = export(translated, ending)
    translate(file, OF_A_WEEK, f"[en] {OF_A_WEEK}")
    result = run(translated, "exchange", "import", str(file), "--by", "Ann")
    assert ": title reviewed by Ann" in result.stdout
    assert "4 machine" in run(translated, "status").stdout
    (translated / "content/terms.yml").write_text("terms:\n- {de: Woche, en: week}\n", encoding="utf-8")
    generate_all(translated, FakeEngine())
    assert loaded(translated)["a.txt"].title == f"[en] {OF_A_WEEK}"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_title_whose_original_changed_is_left(translated, ending):
    file = export(translated, ending)
    translate(file, HEADLINE, "Exercise a announced")
    add_seed(translated, "a.txt", FIRST, SECOND, title="Ministerium sagt Übung a ab")
    generate_all(translated, FakeEngine())
    result = run(translated, "exchange", "import", str(file))
    assert "a.txt title: its original reads otherwise now" in result.stdout


NEWER = "Ministerium sagt die Übung a ab"


def retitle_and_let_the_source_change(project) -> None:
    retitle(project, "An exercise begins")
    add_seed(project, "a.txt", FIRST, SECOND, title=NEWER)
    generate_all(project, FakeEngine())
    assert "--part title" in run(project, "check").stdout


@pytest.mark.parametrize("parts", [(), ("--segment", "title")])
def test_who_reviews_a_title_decides_that_it_stands(translated, parts):
    retitle_and_let_the_source_change(translated)
    run(translated, "review", entries(translated)["a.txt"].stem, "--by", "Ann", *parts)
    for _ in range(2):
        assert "--part title" not in run(translated, "check").stdout
        assert loaded(translated)["a.txt"].title == "An exercise begins"
        generate_all(translated, FakeEngine())


def test_who_translates_a_title_that_an_editor_worded_does_not_decide_how_it_reads(project):
    settings = project / "pyproject.toml"
    settings.write_text(settings.read_text("utf-8").replace('language = "en"', 'language = "de"'), "utf-8")
    add_seed(project, "a.txt", FIRST)
    generate_all(project, FakeEngine())
    edit(project, "a.txt", f"\ntitle: {HEADLINE}\n", "\ntitle: Eine Übung\n")
    add_seed(project, "a.txt", FIRST, title=NEWER)
    generate_all(project, FakeEngine())
    file = export(project, "po")
    translate(file, "Eine Übung", "An exercise")
    take_in(project, file, "--by", "Ann")
    assert loaded(project)["a.txt"].translated_title == "An exercise"
    assert "--part title" in run(project, "check").stdout


def test_a_new_translation_of_a_changed_title_decides(translated):
    retitle_and_let_the_source_change(translated)
    file = export(translated, "po")
    translate(file, NEWER, "Exercise called off")
    assert take_in(translated, file) == "1 taken, 5 the same"
    for _ in range(2):
        assert "--part title" not in run(translated, "check").stdout
        assert loaded(translated)["a.txt"].title == "Exercise called off"
        generate_all(translated, FakeEngine())


@pytest.mark.parametrize("ending", FORMATS)
def test_a_paragraph_that_an_editor_called_title_is_that_paragraph(translated, ending):
    path = entries(translated)["a.txt"]
    path.write_text(path.read_text("utf-8") + "\nNoch etwas.\n{: #title lang=de }\n", "utf-8")
    file = export(translated, ending)
    translate(file, "Noch etwas.", "One thing more.")
    assert "1 taken" in take_in(translated, file)
    assert pairs(loaded(translated)["a.txt"])["Noch etwas."] == "One thing more."
    assert loaded(translated)["a.txt"].title == f"[en] {HEADLINE}"


def test_an_entry_whose_header_can_not_be_changed_is_left_whole_and_the_others_go_on(translated):
    path = entries(translated)["a.txt"]
    _, header, body = path.read_text("utf-8").split("---\n", 2)
    in_braces = json.dumps(yaml.load(header, yaml.BaseLoader), ensure_ascii=False)
    path.write_text(f"---\n{in_braces}\n---\n{body}", "utf-8")
    file, before = export(translated, "po"), path.read_bytes()
    for source, target in ((HEADLINE, "Exercise a"), (SECOND, DONE), (THIRD, "Four ships take part.")):
        translate(file, source, target)
    result = run(translated, "exchange", "import", str(file), "--by", "Ann")
    assert "left  a.txt: all of it, its front matter can't be changed" in result.stdout
    assert result.stdout.endswith(": 1 taken, 3 the same, 2 left\n")
    assert path.read_bytes() == before
    assert pairs(loaded(translated)["b.txt"])[THIRD] == "Four ships take part."


def test_what_is_wrong_in_xliff_1_is_told(translated):
    file = export(translated, "xliff")
    file.write_text(file.read_text("utf-8").replace(' target-language="en"', ""), "utf-8")
    result = run(translated, "exchange", "import", str(file))
    assert "does not say which language" in result.stderr


def test_xliff_1_that_a_program_cut_and_filled_with_codes_is_read(translated):
    file = export(translated, "xliff")
    text = file.read_text("utf-8")
    start = text.index(">", text.index("<target", text.index(SECOND))) + 1
    sentences = (
        '<mrk mtype="seg" mid="0">The <g id="1">drill</g> <ph id="2">&lt;br/></ph>lasts.</mrk>'
        '<mrk mtype="seg" mid="1">It is at sea.</mrk>'
    )
    file.write_text(text[:start] + sentences + text[text.index("</target>", start) :], "utf-8")
    assert take_in(translated, file) == "5 the same, 1 taken"
    assert pairs(loaded(translated)["a.txt"])[SECOND] == "The drill lasts. It is at sea."
    file.write_text(file.read_text("utf-8").replace("</mrk><mrk", "</mrk> – indeed: <mrk"), "utf-8")
    assert take_in(translated, file, "--replace") == "5 the same, 1 taken"
    assert pairs(loaded(translated)["a.txt"])[SECOND] == "The drill lasts. – indeed: It is at sea."
    file.write_text(file.read_text("utf-8").replace(" – indeed: ", "").replace("It is at sea.", ""), "utf-8")
    assert "some of it is not translated" in run(translated, "exchange", "import", str(file)).stdout


def test_an_entry_that_can_not_be_read_does_not_go_out_and_is_told(translated):
    path = entries(translated)["b.txt"]
    path.write_text(path.read_text("utf-8").replace("\ndate:", "\ndate"), "utf-8")
    result = run(translated, "exchange", "export", str(translated / "x.po"))
    assert result.exit_code == 1
    assert "1 title and 2 paragraphs of 1 entry" in result.stdout
    assert f"{path.name}" in result.stderr


UNITS = [
    Unit("a#1.txt", SegmentId("title"), Slug("a"), 'A "t" <b> & \\n', "T", TranslationState.MACHINE),
    Unit("a#1.txt", SegmentId("s1"), Slug("a"), "Eins. Zwei.", "", TranslationState.MISSING),
    Unit('"b<', SegmentId("s1"), Slug("b"), "Eins. Zwei.", "One. Two.", TranslationState.REVIEWED),
]


@pytest.mark.parametrize(
    ("dump", "load"), [(dump_po, load_po), (dump_xliff, load_xliff), (dump_xliff_1, load_xliff)]
)
def test_what_goes_out_is_read_as_it_was(dump, load):
    language, back = load(dump(UNITS, DE, EN).encode())
    assert language == EN
    for unit, one in zip(UNITS, back, strict=True):
        assert (one.document, one.segment, one.source, one.target) == (
            unit.document,
            unit.segment,
            unit.source,
            unit.target,
        )
        assert one.is_final is (unit.state is TranslationState.REVIEWED)
        assert one.was_given_out_as(unit.target, unit.state)


def test_po_is_no_xliff_1(translated):
    result = run(translated, "exchange", "export", str(translated / "x.po"), "--xliff-1")
    assert "does not end in .xlf or .xliff" in result.stderr


@pytest.mark.parametrize(
    "command", ["exchange export x/u.po", "memory export x/m.tmx", "terms export x/t.csv"]
)
def test_no_folder_is_made_unasked(project, command):
    *words, name = command.split()
    result = run(project, *words, str(project / name))
    assert result.exit_code == 2
    assert "there is no such folder" in result.stderr
    assert not (project / "x").exists()
