"""The translation memory: who made a pair is never lost, and what is written is read back."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage.tmx import tmxfile

from generator.content.memory import Memory, Pair, dump_memory, load_memory, maker_of
from generator.errors import InputError
from generator.model import Language, TranslationBy
from generator.printable import printable_line

DE, EN = Language("de"), Language("en")
ARGOS, EDITOR = TranslationBy.ARGOS, TranslationBy.EDITOR


def pair(source: str, target: str, by=ARGOS, package: str | None = None, into=EN) -> Pair:
    package = package or ("translate-de_en 1.3" if by is ARGOS else None)
    return Pair(DE, into, source, target, by, package)


def there_and_back(memory: Memory, folder: Path) -> Memory:
    path = folder / "memory.tmx"
    path.write_text(dump_memory(memory), encoding="utf-8", newline="")
    return load_memory(path)


def test_a_text_is_looked_up_in_its_languages():
    memory = Memory([pair("Eins", "One"), pair("Eins", "Un", into=Language("fr"))])
    assert memory.lookup("Eins", DE, EN) == pair("Eins", "One")
    assert memory.lookup("Eins", DE, Language("fr")).target == "Un"
    assert memory.lookup("eins", DE, EN) is None
    assert memory.lookup("Eins", EN, DE) is None


@pytest.mark.parametrize(
    ("first", "second", "wins"),
    [
        (pair("a", "machine"), pair("a", "person", EDITOR), "person"),
        (pair("a", "person", EDITOR), pair("a", "machine"), "person"),
        (pair("a", "old"), pair("a", "new"), "new"),
        (pair("a", "old", EDITOR), pair("a", "new", EDITOR), "new"),
    ],
)
def test_a_persons_pair_wins_else_the_later_one(first, second, wins):
    assert Memory([first, second]).lookup("a", DE, EN).target == wins
    assert Memory([first]).with_pairs([second]).lookup("a", DE, EN).target == wins


@pytest.mark.parametrize(
    "pairs",
    [
        [pair("a", "machine"), pair("a", "person", EDITOR)],
        [pair("a", "person", EDITOR), pair("a", "machine")],
        [pair("a", "machine"), pair("a", "person", EDITOR), pair("a", "better", EDITOR)],
    ],
)
def test_a_persons_pair_remembers_what_the_machine_wrote(pairs, tmp_path):
    found = there_and_back(Memory(pairs), tmp_path).lookup("a", DE, EN)
    assert found.is_by_person
    assert found.machine_target == "machine"
    assert pair("a", "person", EDITOR).machine_target is None


def test_with_pairs_leaves_the_memory_as_it_was():
    memory = Memory([pair("a", "x")])
    fuller = memory.with_pairs([pair("b", "y")])
    assert [p.source for p in memory.pairs.values()] == ["a"]
    assert [p.source for p in fuller.pairs.values()] == ["a", "b"]


ODD = [
    "<script>alert('1') & \"2\"</script>",
    "&amp; &lt; &#60; &nbsp;",
    "]]> <![CDATA[ x ]]>",
    "<!-- --> <?php ?>",
    "  spaces  before,  between and after  ",
    "„Anführung“ – ‚halb‘ … \u00a0 \u202f",
    "中国外交部发言人。",
    "\U0001f600 e\u0301 \u0130",
    "{{ jinja }} %s \\n \\",
    "x" * 20_000,
]


@pytest.mark.parametrize("text", ODD)
def test_odd_characters_come_back_as_they_were(tmp_path, text):
    memory = Memory([pair(text, "x"), pair("y", text, EDITOR), pair(f"{text}2", text)])
    assert there_and_back(memory, tmp_path).pairs == memory.pairs


XML_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(
    lambda text: printable_line(text) == text
)


@given(st.lists(st.tuples(XML_TEXT, XML_TEXT, st.sampled_from(TranslationBy)), max_size=5))
def test_any_memory_comes_back(tmp_path_factory, rows):
    memory = Memory([pair(*row) for row in rows])
    assert there_and_back(memory, tmp_path_factory.mktemp("memory")).pairs == memory.pairs


@pytest.mark.parametrize("text", ["# a\n- b", "a\r\n# b", "a\tb", "a\u2028b", "a\x85b"])
def test_a_text_is_one_line_when_it_is_loaded(tmp_path, text):
    """A line break would make a heading or a list of what follows it."""
    ((_, _, source),) = there_and_back(Memory([pair(text, text)]), tmp_path).pairs
    assert source == " ".join(text.split())


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\x1f", "\x00", "\ufffe"])
def test_a_character_xml_can_not_hold_spoils_no_other_pair(tmp_path, character):
    """An editor may paste one: Word's line break is U+000B."""
    memory = Memory([pair(f"a{character}b", "x", EDITOR), pair("c", f"y{character}z"), pair("d", "e")])
    assert there_and_back(memory, tmp_path).lookup("d", DE, EN) == pair("d", "e")


def test_who_made_a_pair_with_what_comes_back(tmp_path):
    memory = Memory([pair("a", "x", EDITOR), pair("b", "y", ARGOS, "translate-de_en 1.9")])
    loaded = there_and_back(memory, tmp_path)
    assert loaded.lookup("a", DE, EN) == Pair(DE, EN, "a", "x", EDITOR, None)
    assert loaded.lookup("b", DE, EN) == Pair(DE, EN, "b", "y", ARGOS, "translate-de_en 1.9")


NAMED = Pair(DE, EN, "a", "x", EDITOR, person='Anna Ü. "B"')


@pytest.mark.parametrize(
    ("one", "maker"),
    [
        (pair("a", "x"), "argos"),
        (pair("a", "x", EDITOR), "editor"),
        (NAMED, 'Anna Ü. "B"'),
        (Pair(DE, EN, "a", "x", ARGOS, "translate-de_en 1.3", -0.1234), "argos"),
        (Pair(DE, EN, "a", "x", ARGOS, "translate-de_en 1.3", 0.0), "argos"),
    ],
)
def test_name_and_score_come_back(tmp_path, one, maker):
    memory = Memory([one])
    assert there_and_back(memory, tmp_path).pairs == memory.pairs
    assert maker_of(one) == maker
    assert f"creationid={quoteattr(maker)}" in dump_memory(memory)


@pytest.mark.parametrize(
    ("score", "kept"),
    [(-0.123456789, -0.1235), (float("nan"), None), (float("-inf"), None), (None, None)],
)
def test_a_score_is_kept_to_four_decimals_if_it_is_a_number(tmp_path, score, kept):
    memory = there_and_back(Memory([Pair(DE, EN, "a", "x", ARGOS, "p 1", score)]), tmp_path)
    assert memory.lookup("a", DE, EN).score == kept


@pytest.mark.parametrize("text", ["", "high", "nan", "1e999", "<x/>"])
def test_a_score_that_is_no_number_is_none(tmp_path, text):
    written = dump_memory(Memory([Pair(DE, EN, "a", "x", ARGOS, "p 1", -0.5)])).replace("-0.5000", text)
    (tmp_path / "memory.tmx").write_text(written, encoding="utf-8")
    assert load_memory(tmp_path / "memory.tmx").lookup("a", DE, EN).score is None


@pytest.mark.parametrize(
    ("then", "person"),
    [
        (pair("a", "x", EDITOR), NAMED.person),
        (replace(NAMED, person="Berta"), "Berta"),
        (pair("a", "another", EDITOR), None),
        (pair("a", "x"), NAMED.person),
    ],
    ids=["the same, nameless", "the same by another", "another text, nameless", "a machine"],
)
def test_a_name_is_lost_only_with_the_translation(then, person):
    assert Memory([NAMED, then]).lookup("a", DE, EN).person == person


def test_filling_replaces_nothing_and_without_takes_out_by_text():
    memory = Memory([pair("a", "x"), pair("b", "y")])
    assert memory.filled_with([pair("a", "new", EDITOR), pair("c", "z")]).pairs == {
        **memory.pairs,
        (DE, EN, "c"): pair("c", "z"),
    }
    assert list(memory.without([pair("a", "whatever")]).pairs.values()) == [pair("b", "y")]
    assert memory.without([]) is memory


def test_the_order_is_fixed_whatever_order_pairs_came_in():
    pairs = [pair("b", "1"), pair("a", "2", EDITOR), pair("ä", "3"), pair("a", "4", into=Language("fr"))]
    text = dump_memory(Memory(pairs))
    assert text == dump_memory(Memory(reversed(pairs)))
    assert re.findall(r"<seg[^>]*>([1-4])</seg>", text) == ["2", "1", "3", "4"]


def test_a_memory_read_and_written_again_is_the_same_file(tmp_path):
    text = dump_memory(Memory([pair(one, one[::-1], by) for one in ODD[:6] for by in (ARGOS, EDITOR)]))
    (tmp_path / "memory.tmx").write_text(text, encoding="utf-8", newline="")
    assert dump_memory(load_memory(tmp_path / "memory.tmx")) == text


def test_there_are_no_clock_times():
    text = dump_memory(Memory([pair("a", "b")]))
    assert not re.search(r"date|\d{8}T\d{6}|20\d\d-", text)


def test_it_is_tmx_that_other_tools_read():
    """Checked with the toolkit and with a plain XML parser."""
    text = dump_memory(Memory([pair("Eins & zwei", "One & two"), pair("b", "c", EDITOR)]))
    units = tmxfile.parsestring(text.encode()).units
    assert {(str(unit.source), str(unit.target)) for unit in units} == {
        ("Eins & zwei", "One & two"),
        ("b", "c"),
    }
    root = ET.fromstring(text.encode())
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    header = root.find("header")
    required = ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype")
    assert all(header.get(name) for name in required)
    assert {tu.get("creationid") for tu in root.iter("tu")} == {"argos", "editor"}


def test_no_file_is_an_empty_memory(tmp_path):
    assert load_memory(tmp_path / "none.tmx").pairs == {}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no XML",
        b"<tmx",
        dump_memory(Memory([pair("a", "b")])).encode()[:-30],
        b"<html><body/></html>",
        b"\xff\xfe\x00",
        b"<<<<<<< HEAD\n<tmx version='1.4'></tmx>",
    ],
    ids=["empty", "text", "cut at once", "cut", "HTML", "binary", "merge conflict"],
)
def test_a_broken_file_is_an_input_error_with_a_remedy(tmp_path, data):
    path = tmp_path / "memory.tmx"
    path.write_bytes(data)
    with pytest.raises(InputError, match="not a TMX file") as failure:
        load_memory(path)
    assert failure.value.place == str(path)
    assert failure.value.remedy == "restore it from version control"
    assert "\n" not in str(failure.value)


def test_units_that_are_no_pair_are_passed_over(tmp_path):
    text = dump_memory(Memory([pair("a", "b")]))
    odd = (
        '<tu><tuv xml:lang="de"><seg>einsam</seg></tuv></tu>'
        '<tu><tuv xml:lang="de"><seg>leer</seg></tuv><tuv xml:lang="en"><seg></seg></tuv></tu>'
        '<tu><tuv xml:lang="de"><seg>1</seg></tuv><tuv xml:lang="en"><seg>2</seg></tuv>'
        '<tuv xml:lang="fr"><seg>3</seg></tuv></tu></body>'
    )
    (tmp_path / "memory.tmx").write_text(text.replace("</body>", odd), encoding="utf-8")
    assert [p.source for p in load_memory(tmp_path / "memory.tmx").pairs.values()] == ["a"]


def test_nothing_outside_the_file_is_read(tmp_path):
    """A file with an entity that names another file is refused."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    doctype = f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    unit = '<tu><tuv xml:lang="de"><seg>a&x;</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>'
    (tmp_path / "memory.tmx").write_text(
        f'{doctype}<tmx version="1.4"><header/><body>{unit}</body></tmx>', encoding="utf-8"
    )
    with pytest.raises(InputError, match="undefined entity &x;"):
        load_memory(tmp_path / "memory.tmx")
