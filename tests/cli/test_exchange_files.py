"""`chronology exchange`: what programs make of the files, and what can not be read."""

import re

import pytest

from generator.content.exchange.po import dump_po, load_po
from generator.content.exchange.units import Unit
from generator.content.exchange.xliff import dump_xliff, dump_xliff_1, load_xliff
from generator.model import SegmentId, Slug, TranslationState
from tests.cli.exchanging import DONE, FORMATS, export, generate_all, take_in, translate
from tests.cli.support import entries, run
from tests.engines import FakeEngine
from tests.generate.runs import DE, EN, FIRST, SECOND, add_seed, content_of, pairs
from tests.generate.runs import entries as loaded


def test_a_paragraph_that_a_program_cut_into_sentences_is_put_together(two_translated):
    file = export(two_translated, "xlf")
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
    assert take_in(two_translated, file) == "5 the same, 1 taken"
    assert pairs(loaded(two_translated)["a.txt"])[SECOND] == "The drill lasts long."


def test_a_file_as_programs_on_windows_and_of_later_versions_write_it(two_translated):
    file = export(two_translated, "xlf")
    translate(file, SECOND, DONE)
    text = file.read_text(encoding="utf-8").replace("document:2.0", "document:2.2")
    text = text.replace('trgLang="en"', 'trgLang="en-GB"').replace(
        "lasts a week", 'lasts<cp hex="0020"/>a week'
    )
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert take_in(two_translated, file) == "5 the same, 1 taken"
    assert pairs(loaded(two_translated)["a.txt"])[SECOND] == DONE


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
def test_what_can_not_be_read_is_told_and_nothing_is_done(two_translated, name, text, problem):
    (two_translated / name).write_text(text, encoding="utf-8")
    before = content_of(two_translated)
    result = run(two_translated, "exchange", "import", str(two_translated / name))
    assert result.exit_code in (1, 2)
    assert problem in result.stderr
    assert content_of(two_translated) == before


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


def test_a_paragraph_that_stands_twice_is_taken_once(two_translated):
    file = export(two_translated, "po")
    translate(file, SECOND, DONE)
    first = file.read_text("utf-8")
    file.write_text(first + first[first.index("#. ") :].replace(DONE, "Another."), "utf-8")
    result = run(two_translated, "exchange", "import", str(file))
    assert "a.txt s2: stands in the file twice; the first was taken" in result.stdout
    assert pairs(loaded(two_translated)["a.txt"])[SECOND] == DONE


@pytest.mark.parametrize("end", list("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
def test_what_ends_a_line_elsewhere_ends_no_string_of_po(end):
    file = f'msgid ""\nmsgstr "Language: en\\n"\n\nmsgctxt "a#s1"\nmsgid "x"\nmsgstr "One{end}two."\n'
    _, (one,) = load_po(file.encode())
    assert one.target == "One two."


def test_what_is_wrong_in_xliff_1_is_told(two_translated):
    file = export(two_translated, "xliff")
    file.write_text(file.read_text("utf-8").replace(' target-language="en"', ""), "utf-8")
    result = run(two_translated, "exchange", "import", str(file))
    assert "does not say which language" in result.stderr


def test_xliff_1_that_a_program_cut_and_filled_with_codes_is_read(two_translated):
    file = export(two_translated, "xliff")
    text = file.read_text("utf-8")
    start = text.index(">", text.index("<target", text.index(SECOND))) + 1
    sentences = (
        '<mrk mtype="seg" mid="0">The <g id="1">drill</g> <ph id="2">&lt;br/></ph>lasts.</mrk>'
        '<mrk mtype="seg" mid="1">It is at sea.</mrk>'
    )
    file.write_text(text[:start] + sentences + text[text.index("</target>", start) :], "utf-8")
    assert take_in(two_translated, file) == "5 the same, 1 taken"
    assert pairs(loaded(two_translated)["a.txt"])[SECOND] == "The drill lasts. It is at sea."
    file.write_text(file.read_text("utf-8").replace("</mrk><mrk", "</mrk> – indeed: <mrk"), "utf-8")
    assert take_in(two_translated, file, "--replace") == "5 the same, 1 taken"
    assert pairs(loaded(two_translated)["a.txt"])[SECOND] == "The drill lasts. – indeed: It is at sea."
    file.write_text(file.read_text("utf-8").replace(" – indeed: ", "").replace("It is at sea.", ""), "utf-8")
    assert "some of it is not translated" in run(two_translated, "exchange", "import", str(file)).stdout


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


@pytest.mark.parametrize("ending", ["xlf", "xliff"])
def test_ids_are_unique_within_a_file_as_the_standard_wants_and_lead_back_to_their_documents(
    two_translated, ending
):
    """In XLIFF, a document is a <file>: the same id in another is another unit."""
    file = export(two_translated, ending)
    text = file.read_text(encoding="utf-8")
    ids = [re.findall(r"<(?:trans-)?unit id=\"(\w+)\"", one) for one in text.split("<file ")[1:]]
    assert ids == [["title", "s1", "s2"]] * 2
    head, of_a, of_b = text.split("<file ")
    was = f"[en] {FIRST}"
    file.write_text(
        "<file ".join((head, of_a.replace(was, "A says so."), of_b.replace(was, "B says so."))), "utf-8"
    )
    assert take_in(two_translated, file) == "4 the same, 2 taken"
    found = {seed: pairs(entry)[FIRST] for seed, entry in loaded(two_translated).items()}
    assert found == {"a.txt": "A says so.", "b.txt": "B says so."}


def test_po_is_no_xliff_1(two_translated):
    result = run(two_translated, "exchange", "export", str(two_translated / "x.po"), "--xliff-1")
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
