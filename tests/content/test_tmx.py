"""TMX: what is written is valid by the standard's definition; what is read can do no harm."""

import io

import pytest
from lxml import etree
from translate.storage.tmx import tmxfile

from generator.content.tmx import TmxError, Unit, Variant, read_units, write_units

INLINE = "bpt | ept | it | ph | ut | hi"
CHANGES = """
    o-encoding CDATA #IMPLIED datatype CDATA #IMPLIED usagecount CDATA #IMPLIED
    lastusagedate CDATA #IMPLIED creationtool CDATA #IMPLIED creationtoolversion CDATA #IMPLIED
    creationdate CDATA #IMPLIED creationid CDATA #IMPLIED changedate CDATA #IMPLIED
    changeid CDATA #IMPLIED o-tmf CDATA #IMPLIED"""
TMX_14B = f"""
<!ELEMENT tmx (header, body)>
<!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop)*>
<!ATTLIST header
    creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
    segtype (block | paragraph | sentence | phrase) #REQUIRED
    o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED srclang CDATA #REQUIRED
    datatype CDATA #REQUIRED o-encoding CDATA #IMPLIED creationdate CDATA #IMPLIED
    creationid CDATA #IMPLIED changedate CDATA #IMPLIED changeid CDATA #IMPLIED>
<!ELEMENT body (tu*)>
<!ELEMENT note (#PCDATA)>
<!ATTLIST note o-encoding CDATA #IMPLIED xml:lang CDATA #IMPLIED>
<!ELEMENT prop (#PCDATA)>
<!ATTLIST prop type CDATA #REQUIRED xml:lang CDATA #IMPLIED o-encoding CDATA #IMPLIED>
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ATTLIST tu tuid CDATA #IMPLIED srclang CDATA #IMPLIED
    segtype (block | paragraph | sentence | phrase) #IMPLIED {CHANGES}>
<!ELEMENT tuv ((note | prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED {CHANGES}>
<!ELEMENT seg (#PCDATA | {INLINE})*>
<!ELEMENT bpt (#PCDATA)> <!ELEMENT ept (#PCDATA)> <!ELEMENT it (#PCDATA)>
<!ELEMENT ph (#PCDATA)> <!ELEMENT ut (#PCDATA)> <!ELEMENT hi (#PCDATA | {INLINE})*>
"""
"""The elements and attributes of TMX 1.4b, as its specification lists them."""

UNITS = [
    Unit((Variant("de", "Eins & <zwei>"), Variant("en", "One & <two>")), "de", "editor"),
    Unit((Variant("de", "a"), Variant("en", "b")), "de", "argos", "translate-de_en 1.3", {"x-score": "-0.1"}),
    Unit((Variant("zh", "三"), Variant("en", '"three"')), "zh", 'Anna "A" <B> & Söhne'),
    Unit((Variant("de", "x\x0by\x00\ufffe"), Variant("en", "\r\n\t z ")), "de", "a\x01b"),
]


def written(units=UNITS) -> str:
    return write_units(units, "chronology", "1")


def file(units: str, *, before: str = "", header: str = '<header srclang="de"/>') -> bytes:
    return f'{before}<tmx version="1.4">{header}<body>{units}</body></tmx>'.encode()


def unit(source: str, target: str, attributes: str = "") -> str:
    return (
        f'<tu {attributes}><tuv xml:lang="de"><seg>{source}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{target}</seg></tuv></tu>'
    )


@pytest.mark.parametrize("units", [UNITS, []], ids=["units", "none"])
def test_what_is_written_is_valid_by_the_standards_definition(units):
    parser = etree.XMLParser(load_dtd=False, no_network=True)
    document = etree.fromstring(written(units).encode(), parser)
    definition = etree.DTD(io.StringIO(TMX_14B))
    assert definition.validate(document), definition.error_log


def test_translate_toolkit_reads_what_is_written():
    units = tmxfile.parsestring(written().encode()).units
    assert [(str(one.source), str(one.target)) for one in units[:3]] == [
        ("Eins & <zwei>", "One & <two>"),
        ("a", "b"),
        ("三", '"three"'),
    ]


def test_what_is_written_is_read_back_but_for_characters_xml_has_not():
    *plain, odd = read_units(written().encode())
    assert [(one.variants, one.source_language, one.maker, one.tool, one.properties) for one in plain] == [
        (one.variants, one.source_language, one.maker, one.tool, one.properties) for one in UNITS[:3]
    ]
    assert [variant.text for variant in odd.variants] == ["xy", "\r\n\t z "]
    assert odd.maker == "ab"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_the_encodings_other_tools_use(encoding):
    named = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{named}"?>' + file(unit("Übung", "drill")).decode()
    (read,) = read_units(text.encode(encoding))
    assert read.variants[0].text == "Übung"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain", "plain"),
        ("<![CDATA[a < b]]>", "a < b"),
        ("a&amp;b&#228;&#x20AC;", "a&bä€"),
        ('a <bpt i="1">&lt;b></bpt>bold<ept i="1">&lt;/b></ept> b', "a bold b"),
        ("a <ph>{1}<sub>hidden</sub></ph>b", "a b"),
        ("a <hi>marked <it>x</it>text</hi>", "a marked text"),
        ("a<!-- remark --><?pi?>b", "ab"),
        ("", ""),
    ],
)
def test_formatting_codes_are_no_text(source, expected):
    (read,) = read_units(file(unit(source, "x")))
    assert read.variants[0].text == expected


@pytest.mark.parametrize(
    ("attributes", "language"),
    [("", "de"), ('srclang="fr"', "fr"), ('srclang="*all*"', None)],
)
def test_the_source_language_is_the_units_else_the_files(attributes, language):
    (read,) = read_units(file(unit("a", "b", attributes)))
    assert read.source_language == language


@pytest.mark.parametrize(
    ("attributes", "maker"),
    [
        ("", None),
        ('creationid="Ann"', "Ann"),
        ('creationid="MT" changeid="Ann"', "Ann"),
        ('creationid=""', None),
    ],
)
def test_who_changed_a_unit_last_answers_for_it(attributes, maker):
    (read,) = read_units(file(unit("a", "b", attributes)))
    assert read.maker == maker


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
REFUSED = {
    "billion laughs": (
        file(unit("&l11;", "x"), before=f'<!DOCTYPE tmx [<!ENTITY l0 "{"ha" * 100}">{LAUGHS}]>'),
        "amplification",
    ),
    "another file": (
        file(unit("&x;", "x"), before='<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "undefined entity &x;",
    ),
    "unexplained, definition elsewhere": (
        file(unit("a&nbsp;b", "x"), before='<!DOCTYPE tmx SYSTEM "tmx14.dtd">'),
        "undefined entity &nbsp;",
    ),
    "unexplained": (file(unit("a&nbsp;b", "x")), "undefined entity"),
    "wrong root": (b"<html><body/></html>", "its root is <html> and not <tmx>"),
    "long root": (b"<" + b"x" * 500 + b"/>", "x…> and not <tmx>"),
    "XLIFF": (b'<xliff version="1.2"><file/></xliff>', "its root is <xliff>"),
    "empty": (b"", "no element found"),
    "no XML": (b"Eins;One\n", "not well-formed"),
    "cut": (written().encode()[:-30], "unclosed token"),
    "control character": (file(unit("a\x0bb", "x")), "not well-formed"),
    "control character, named": (file(unit("a&#11;b", "x")), "reference to invalid character number"),
    "not UTF-8": (file("").replace(b"<body>", b"<body>\xff"), "not well-formed"),
    "unknown encoding": (b'<?xml version="1.0" encoding="klingon"?><tmx/>', "unknown encoding"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_broken_or_dangerous_is_refused(name):
    data, problem = REFUSED[name]
    with pytest.raises(TmxError) as failure:
        list(read_units(data))
    assert problem in str(failure.value)
    assert len(str(failure.value)) < 200


def test_what_a_declaration_names_elsewhere_is_not_fetched():
    before = '<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://example.org/x"> %p;]>'
    assert len(list(read_units(file(unit("a", "x"), before=before)))) == 1


def test_the_line_of_the_problem_is_told():
    with pytest.raises(TmxError) as failure:
        list(read_units(b"<tmx>\n<body>\n<tu></body>\n</tmx>"))
    assert str(failure.value) == "line 3: mismatched tag"


def test_deep_nesting_is_read_to_its_end():
    assert not list(read_units(file("<hi>" * 50_000 + "</hi>" * 50_000)))


def test_elements_out_of_place_are_no_units():
    assert not list(read_units(file("<seg>a</seg><tuv><seg>b</seg></tuv><prop>c</prop>")))
