"""Another memory is taken in whole or not at all, and nobody's work is lost or mislabelled."""

import os
from pathlib import Path

import pytest

from generator.content.memory import Memory, Pair, dump_memory
from generator.content.memory_import import is_machine, read_foreign, take_in
from generator.errors import InputError
from generator.model import Language, TranslationBy

DE, EN = Language("de"), Language("en")
ARGOS, EDITOR = TranslationBy.ARGOS, TranslationBy.EDITOR


def pair(source: str, target: str, by=EDITOR, package: str | None = None, **values) -> Pair:
    return Pair(DE, EN, source, target, by, package or ("p 1" if by is ARGOS else None), **values)


def tuv(language: str, text: str, attributes: str = "") -> str:
    return f'<tuv xml:lang="{language}" {attributes}><seg>{text}</seg></tuv>'


def unit(*variants: str, by: str = 'creationid="Ann"') -> str:
    return f"<tu {by}>{''.join(variants)}</tu>"


def file(tmp_path, *units: str, srclang: str = "*all*"):
    path = tmp_path / "other.tmx"
    body = "\n".join(units)
    path.write_text(
        f'<tmx version="1.4"><header srclang="{srclang}"/><body>\n{body}\n</body></tmx>', encoding="utf-8"
    )
    return path


def read(path, person=None) -> list[Pair]:
    return list(read_foreign(path, person).memory.pairs.values())


A, B = tuv("de", "Eins"), tuv("en", "One")
MAKERS = [
    ('creationid="Ann"', None, (EDITOR, "Ann")),
    ('creationid="Ann"', "Bob", (EDITOR, "Ann")),
    ('creationid="MT!" changeid="Ann"', None, (EDITOR, "Ann")),
    ('creationid="editor"', None, (EDITOR, None)),
    ('creationid="editor"', "Bob", (EDITOR, "Bob")),
    ("", "Bob", (EDITOR, "Bob")),
    ('creationid="DeepL"', "Bob", (EDITOR, "Bob")),
    ('creationid="argos" creationtool="p 1"', None, (ARGOS, None)),
    ('creationid="argos" creationtool="p 1"', "Bob", (ARGOS, None)),
]


@pytest.mark.parametrize(("attributes", "person", "expected"), MAKERS)
def test_who_made_a_pair(tmp_path, attributes, person, expected):
    """What Argos made stays Argos's, whoever vouches for the file."""
    (found,) = read(file(tmp_path, unit(A, B, by=attributes)), person)
    assert (found.by, found.person) == expected
    assert found.package == ("p 1" if found.by is ARGOS else None)


def test_the_translations_own_maker_counts(tmp_path):
    (found,) = read(file(tmp_path, unit(A, tuv("en", "One", 'changeid="Bob"'))))
    assert found.person == "Bob"


@pytest.mark.parametrize(
    ("languages", "srclang", "expected"),
    [
        (("de", "en"), "*all*", [("de", "en")]),
        (("en", "de"), "*all*", [("en", "de")]),
        (("en", "de"), "de", [("de", "en")]),
        (("DE-DE", "en_US"), "de-de", [("de", "en")]),
        (("en", "de", "fr"), "de", [("de", "en"), ("de", "fr")]),
        (("en", "de"), "zh", [("en", "de")]),
    ],
)
def test_languages_and_direction(tmp_path, languages, srclang, expected):
    path = file(tmp_path, unit(*(tuv(code, code) for code in languages)), srclang=srclang)
    assert [(p.source_language, p.target_language) for p in read(path)] == expected


def test_space_around_a_text_is_none_of_it_and_units_without_translation_are_left_out(tmp_path):
    path = file(
        tmp_path,
        unit(tuv("de", "\n  Eins  \n"), B),
        unit(tuv("de", "Zwei"), tuv("en", "  ")),
        unit(tuv("de", "Drei")),
        unit(),
        unit(A, tuv("en", "Once")),
    )
    found = read_foreign(path)
    assert [(p.source, p.target) for p in found.memory.pairs.values()] == [("Eins", "Once")]
    assert (found.left_out, found.repeated) == (3, 1)


REFUSED = {
    "unknown language": (unit(A, tuv("xx", "One")), "unit 1 ('Eins'): 'xx' is not a language code"),
    "no language": (unit(A, "<tuv><seg>One</seg></tuv>"), "unit 1 ('Eins'): '' is not a language code"),
    "odd language": (unit(A, tuv("english", "One")), "'english' is not a language code"),
    "one language": (unit(A, tuv("de-AT", "Ans")), "two texts in the language de"),
    "nobody": (unit(A, B, by=""), "unit 1 ('Eins'): does not say who translated; nothing was imported"),
    "a machine": (unit(A, B, by='creationid="Google Translate"'), "a machine (Google Translate)"),
    "too long": (unit(A, tuv("en", "x" * 20_001)), "20,001 characters"),
    "an entity": (unit(tuv("de", "&x;"), B), "undefined entity"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_one_bad_unit_and_nothing_is_taken(tmp_path, name):
    bad, problem = REFUSED[name]
    path = file(tmp_path, bad, unit(A, B))
    with pytest.raises(InputError) as failure:
        read_foreign(path)
    assert problem in str(failure.value)
    assert failure.value.place.startswith(str(path))
    assert "nothing was imported" in failure.value.remedy


def test_the_first_problems_are_listed_and_the_others_counted(tmp_path):
    with pytest.raises(InputError, match=r"unit 1 .*; unit 5 .* \(and 95 more\)") as failure:
        read_foreign(file(tmp_path, *[unit(A, B, by="")] * 100))
    assert len(str(failure.value)) < 600


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"<html/>", "its root is <html>"),
        (b"", "no element found"),
        (b'<!DOCTYPE tmx SYSTEM "x.dtd"><tmx>&a;</tmx>', "undefined entity"),
    ],
)
def test_what_is_no_tmx_is_refused_with_its_line(tmp_path, data, problem):
    path = tmp_path / "x.tmx"
    path.write_bytes(data)
    with pytest.raises(InputError, match=problem) as failure:
        read_foreign(path)
    assert failure.value.place == f"{path}:1"


@pytest.mark.parametrize(("count", "more"), [(5, False), (6, True)])
def test_five_problems_are_listed(tmp_path, count, more):
    with pytest.raises(InputError) as failure:
        read_foreign(file(tmp_path, *[unit(A, B, by="")] * count))
    assert failure.value.problem.count("unit ") == 5
    assert ("(and 1 more)" in failure.value.problem) is more


def test_a_text_of_twenty_thousand_characters_is_the_longest(tmp_path):
    assert read_foreign(file(tmp_path, unit(A, tuv("en", "x" * 20_000)))).memory.pairs
    with pytest.raises(InputError, match=r"a text of 20,001 characters \(20,000 are allowed\)"):
        read_foreign(file(tmp_path, unit(A, tuv("en", "x" * 20_001))))


@pytest.mark.parametrize(
    ("size", "problem"), [(200_000_000, "can't be read"), (200_000_001, "larger than 200 MB")]
)
def test_a_file_too_large_is_not_even_read(tmp_path, monkeypatch, size, problem):
    def refuse(_):
        raise PermissionError(13, "it was asked for")

    path = file(tmp_path, unit(A, B))
    os.truncate(path, size)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=problem):
        read_foreign(path)


def test_no_file_and_a_folder_are_told(tmp_path):
    for path in (tmp_path / "none.tmx", tmp_path):
        with pytest.raises(InputError, match="can't be read"):
            read_foreign(path)


ANN = pair("Eins", "One", person="Ann")
BY_ONE = pair("Eins", "1", ARGOS)
TABLE = [
    # ours, theirs, replace: what is kept, and new, same, improved, conflicts, replaced
    ("new", None, pair("Eins", "One"), False, "theirs", (1, 0, 0, 0, 0)),
    ("the same", pair("Eins", "One"), pair("Eins", "One"), False, "ours", (0, 1, 0, 0, 0)),
    ("the same, with a name", pair("Eins", "One"), ANN, False, "theirs", (0, 1, 0, 0, 0)),
    ("the same, without", ANN, pair("Eins", "One"), True, "ours", (0, 1, 0, 0, 0)),
    ("the same by a machine", ANN, pair("Eins", "One", ARGOS), True, "ours", (0, 1, 0, 0, 0)),
    ("ours by a machine", pair("Eins", "Once", ARGOS), ANN, False, "theirs", (0, 0, 1, 0, 0)),
    ("a machine's confirmed", pair("Eins", "One", ARGOS), ANN, False, "theirs", (0, 0, 1, 0, 0)),
    ("persons differ", ANN, pair("Eins", "First"), False, "ours", (0, 0, 0, 1, 0)),
    ("persons differ, replace", ANN, pair("Eins", "First"), True, "theirs", (0, 0, 0, 1, 1)),
    ("theirs by a machine", ANN, pair("Eins", "First", ARGOS), False, "ours", (0, 0, 0, 1, 0)),
    ("theirs by a machine, replace", ANN, pair("Eins", "First", ARGOS), True, "ours", (0, 0, 0, 1, 0)),
    ("machines differ", pair("Eins", "1", ARGOS), pair("Eins", "2", ARGOS), False, "ours", (0, 0, 0, 1, 0)),
    ("machines differ, replace", BY_ONE, pair("Eins", "2", ARGOS), True, "theirs", (0, 0, 0, 1, 1)),
    ("machines agree", pair("Eins", "1", ARGOS, "p 2"), BY_ONE, True, "ours", (0, 1, 0, 0, 0)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ours", "theirs", "replace", "kept", "counts"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_what_is_kept_and_how_it_is_counted(ours, theirs, replace, kept, counts):
    taken = take_in(Memory([ours] if ours else []), [theirs], replace)
    assert list(taken.memory.pairs.values()) == [ours if kept == "ours" else theirs]
    replaced = sum(conflict.replaced for conflict in taken.conflicts)
    assert (taken.new, taken.same, taken.improved, len(taken.conflicts), replaced) == counts


@pytest.mark.parametrize("line_break", ["\n# ", "\r\n", "\t", "\u2028", "\x85", "\x9b"])
def test_a_text_is_one_printable_line_from_the_moment_it_is_read(tmp_path, line_break):
    foreign = read_foreign(
        file(tmp_path, unit(tuv("de", f"Ein{line_break}s"), tuv("en", f"On{line_break}e"))), "Ann"
    )
    ((_, _, source),) = foreign.memory.pairs
    assert source.isprintable()
    assert foreign.memory.pairs[DE, EN, source].target == source.replace("Ein", "On").removesuffix("s") + "e"


def test_what_was_written_is_read_back_whole(tmp_path):
    memory = Memory(
        [
            ANN,
            pair("Zwei & <drei>", "Two\u00a0& three"),
            pair("Vier", "Four", ARGOS, score=-0.25),
            Pair(EN, DE, "Five", "Fünf", EDITOR),
        ]
    )
    path = tmp_path / "a.tmx"
    path.write_text(dump_memory(memory), encoding="utf-8", newline="")
    assert read_foreign(path).memory.pairs == memory.pairs


@pytest.mark.parametrize(
    "name",
    [
        "MT",
        "MT!",
        "DeepL",
        "google-translate",
        "Argos Translate",
        "GPT-4o",
        "argos",
        "Bing",
        "bing translator",
    ],
)
def test_names_of_machines(name):
    assert is_machine(name)


@pytest.mark.parametrize(
    "name",
    ["Ann", "M. T. Huber", "Margot", "Amtmann", "Binger", "Li Bing", "Bing Huber", "Googleberg", "张三"],
)
def test_names_of_persons(name):
    assert not is_machine(name)
