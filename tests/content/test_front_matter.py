"""The header of a Markdown file: every scalar is the text that was typed."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.content.front_matter import WIDTH, QuotedString, _Dumper, dump, parse, split
from generator.errors import InputError

# YAML's own guesses: a number, a boolean, a date, an octal, a float, a set of seconds, none.
TYPED = (
    "1905",
    "1905-03-02",
    "1905-03",
    "-0044",
    "0123",
    "no",
    "No",
    "yes",
    "on",
    "off",
    "true",
    "1e3",
    "1.50",
    ".inf",
    "0x1F",
    "0o17",
    "12:30:45",
    "1_000",
    "2023-12-28T12:47:00Z",
    "XXXX-01-29",
    "=",
    "<<",
)


@pytest.mark.parametrize("value", TYPED)
def test_a_value_typed_without_quotes_is_that_text(value):
    assert parse(f"key: {value}\n", "x.md") == {"key": value}


@pytest.mark.parametrize("value", TYPED)
def test_a_value_stays_the_same_text_in_lists_and_nested(value):
    header = f"list: [{value}]\nnested: {{key: {value}}}\n"
    assert parse(header, "x.md") == {"list": [value], "nested": {"key": value}}


TITLES = (
    "Defence ministry: regular press conference",
    'He said "no" and left',
    "It's “quoted” – „so“",
    "Emoji \N{GRINNING FACE} and flag \N{REGIONAL INDICATOR SYMBOL LETTER D}",
    "# not a comment",
    "ends with a colon:",
    "- not a list",
    "[not, a, list]",
    "{not: a mapping}",
    "& anchor",
    "*alias",
    "!tag",
    "!!python/object/apply:os.system ['true']",
    "%directive",
    "@at `tick`",
    "| pipe",
    "> quote",
    "? question",
    "back\\slash \\n",
    "--- fence",
    "---",
    "...",
    "tab\tinside",
    " space around ",
    "two\nlines",
    "中俄 и русский",
    "a" * 1000 + " b" * 500,
    *TYPED,
)


@pytest.mark.parametrize("title", TITLES)
def test_any_title_survives_writing_and_reading(title):
    assert parse(dump({"title": title}), "x.md") == {"title": title}


@pytest.mark.parametrize("title", ["null", "~", "Null"])
def test_a_title_that_yaml_takes_for_nothing_survives_too(title):
    assert parse(dump({"title": title}), "x.md") == {"title": title}


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1))
def test_any_text_survives_writing_and_reading(text):
    header, body = split(f"---\n{dump({'before': 'x', 'title': text, 'after': 'y'})}---\nbody")
    expected = {"before": "x", "title": text, "after": "y"}
    assert header is not None
    if text not in ("null", "~"):  # see above
        assert parse(header, "x.md") == expected
    assert body == "body"


@given(
    st.recursive(
        st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1).filter(
            lambda text: text not in ("null", "~")
        ),
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3)
            | st.dictionaries(st.sampled_from(["a", "b: c", "1", "no"]), inner, min_size=1)
        ),
        max_leaves=6,
    )
)
def test_lists_and_mappings_survive_writing_and_reading(value):
    assert parse(dump({"key": value}), "x.md") == {"key": value}


ODD = st.text(
    st.sampled_from("aZ9 ä_,.;:?#-'\"()[]{}„–…&*!%@|>~=\t\n\u00a0\u0085\u2028\ufeff\U0001f600"), max_size=9
)
MEANS_ELSE = st.sampled_from(["yes", "null", "12", "1.5", "1:30", "2023-12-28", "<<", "a" * 130])
TEXTS = ODD | MEANS_ELSE | ODD.map(QuotedString) | st.none()


@given(
    st.dictionaries(
        ODD | MEANS_ELSE,
        st.recursive(
            TEXTS,
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ODD | MEANS_ELSE, inner, max_size=3),
        ),
        max_size=3,
    )
)
def test_fields_are_written_as_yaml_writes_them(fields):
    some = {"fields": fields} if fields else {}
    written = yaml.dump(some, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    assert dump({"fields": fields}) == written


@pytest.mark.parametrize(
    "title", ["Berlin: wer's sagt", "- und", "#5", "12", "a ", "*a", "§ 5: Übung", "„Ja“ #2"]
)
def test_a_title_on_one_line_is_not_left_to_yaml(title, monkeypatch):
    as_yaml_writes_it = yaml.dump({"title": title}, Dumper=_Dumper, allow_unicode=True, width=WIDTH)
    monkeypatch.setattr("generator.content.front_matter.yaml.dump", None)
    assert dump({"title": title}) == as_yaml_writes_it


@pytest.mark.parametrize("value", ["2023-12-28", "XXXX-01-29", "[2023-12-18..2023-12-24]", "2023~"])
def test_a_date_is_written_in_quotes(value):
    assert dump({"date": QuotedString(value)}) == f'date: "{value}"\n'


def test_what_is_empty_is_left_out_and_the_order_is_kept():
    fields = {"z": "1", "a": None, "b": [], "c": {}, "d": "", "e": (), "y": "2"}
    assert dump(fields) == "z: '1'\ny: '2'\n"


def test_a_long_value_stays_on_one_line():
    assert dump({"title": "word " * 400 + "end"}).count("\n") == 1


@pytest.mark.parametrize("header", ["", "\n", "# only a comment\n"])
def test_an_empty_header_has_no_fields(header):
    assert parse(header, "x.md") == {}


@pytest.mark.parametrize("value", ["", "~", "null"])
def test_an_empty_value_is_none(value):
    assert parse(f"key: {value}\n", "x.md") == {"key": None}


BROKEN = (
    ("title: a: b\n", 2),
    ("title: x\n  date: y\n", 3),
    ('title: "open\n', 2),
    ("title: x\nevents: [a, b\ndate: y\n", 4),
    ("a: 1\nb: 2\na: 3\n", 4),
    ("source:\n  seed: a\n  sha256: b\n  seed: c\n", 5),
    ("title: &a x\nother: *b\n", 3),
    ("title:\tx\n\tdate: y\n", 3),
)


@pytest.mark.parametrize(("header", "line"), BROKEN)
def test_broken_yaml_is_refused_with_the_line_in_the_file(header, line):
    """The line is the one an editor shows: the header starts on line 2, below its fence."""
    with pytest.raises(InputError, match="not valid YAML") as caught:
        parse(header, "content/entries/x.md")
    # The parser may notice on the line after, at the latest.
    name, _, number = caught.value.place.rpartition(":")
    assert name == "content/entries/x.md"
    assert int(number) in (line, line + 1)
    assert caught.value.remedy


@pytest.mark.parametrize("header", ["a: 1\nb: 2\na: 3\n", "x: {y: 1, y: 2}\n"])
def test_a_key_given_twice_is_refused(header):
    with pytest.raises(InputError, match=r"is given twice\); keep one$"):
        parse(header, "x.md")


@pytest.mark.parametrize("header", ["- a\n- b\n", "just text\n", "[a, b]\n"])
def test_what_is_no_mapping_is_refused(header):
    with pytest.raises(InputError, match="not a list of `key: value` lines"):
        parse(header, "x.md")


@pytest.mark.parametrize("header", ["? [a, b]\n: c\n", "{a: b}: c\n", "title: {{ name }}\n", "[[x]]: y\n"])
def test_a_key_that_is_no_text_is_refused(header):
    with pytest.raises(InputError):
        parse(header, "x.md")


@pytest.mark.parametrize(
    "header",
    ["a: !!python/object/apply:os.getcwd []\n", "a: !!python/name:os.system x\n", "a: !!int x\n"],
)
def test_a_tag_builds_nothing(header):
    (value,) = parse(header, "x.md").values()
    assert value in ([], None, "x")


@pytest.mark.parametrize(
    ("text", "header", "body"),
    [
        ("---\na: b\n---\n\nBody\n", "a: b\n", "\nBody\n"),
        ("---\na: b\n...\nBody\n", "a: b\n", "Body\n"),
        ("---  \na: b\n--- \nBody", "a: b\n", "Body"),
        ("\ufeff---\na: b\n---\nBody", "a: b\n", "Body"),
        ("---\n---\nBody", "\n", "Body"),
        ("---\na: b\n---\nText\n---\nmore", "a: b\n", "Text\n---\nmore"),
        ("Body only\n", None, "Body only\n"),
        ("", None, ""),
        ("---\nnever closed\n", None, "---\nnever closed\n"),
        ("\n---\na: b\n---\n", None, "\n---\na: b\n---\n"),
        ("----\na: b\n----\n", None, "----\na: b\n----\n"),
    ],
)
def test_a_file_is_split_at_its_fences(text, header, body):
    assert split(text) == (header, body)
