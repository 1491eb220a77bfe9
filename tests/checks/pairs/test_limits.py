"""Where a check draws a line, a pair on either side of it: one that it lets pass, and one that it names."""

import pytest

from generator.checks.pairs import Knowledge, PairText, check_pair
from generator.names.index import NameIndex
from tests.builders import DE, EN, record
from tests.checks.pairs.test_check_pair import found
from tests.kinds import BODY, PERSON

LETTERS = "a b c d e f g h i j k l m".split()
LIMITS = {
    "names are compared in three hundred words": (
        "other names",
        (
            "Dort traf er Anna Berger. " + "Es schneit. " * 148,
            "There he met Anna Kowalski. " + "It snows. " * 148,
        ),
        (
            "Dort traf er Anna Berger. " + "Es schneit. " * 147,
            "There he met Anna Kowalski. " + "It snows. " * 147,
        ),
    ),
    "a sentence of which hardly a word is in the source is added": (
        "length",
        (
            "Am Montag sang der Chor. Das Publikum klatschte lange.",
            "The choir sang on Monday. The audience was there. It clapped for a long time.",
        ),
        (
            "Am Montag sang der Chor. Das Publikum klatschte lange.",
            "The choir sang on Monday. The audience clapped for long. Neighbours complained of noise.",
        ),
    ),
    "what is said to have been stands within two hundred characters": (
        "hearsay",
        (f"Er soll {'k' * 200} es gestohlen haben.", "He stole it."),
        (f"Er soll {'k' * 190} es gestohlen haben.", "He stole it."),
    ),
    "each number counts what it counts in the source": (
        "roles",
        ("Es sangen 61 Männer und 38 Knaben.", "38 boys and 61 men sang."),
        ("Es sangen 61 Männer und 38 Knaben.", "61 boys and 38 men sang."),
    ),
    "a part of a few is so much in percent": (
        "numbers",
        ("Drei von vier Befragten waren dafür.", "75 percent of those who were asked were for it."),
        ("Drei von vier Befragten waren dafür.", "65 percent of those who were asked were for it."),
    ),
    "every fifth is so much in percent": (
        "numbers",
        ("Jeder Fünfte ist davon betroffen.", "20 percent are affected by it."),
        ("Jeder Fünfte ist davon betroffen.", "30 percent are affected by it."),
    ),
    "a quarter to an hour is before it": (
        "numbers",
        ("Der Zug fuhr um Viertel vor acht.", "The train left at 7.45 a.m."),
        ("Der Zug fuhr um Viertel vor acht.", "The train left at 8.45 a.m."),
    ),
    "free of something is without it": (
        "negation",
        ("Der Verein hat keine Schulden mehr.", "The club is free of debt."),
        ("Der Verein hat keine Schulden mehr.", "The club is in debt."),
    ),
    "what rests does not go": (
        "negation",
        ("Der Fährverkehr ruhte bis Mittag.", "There was no ferry until noon."),
        ("Der Fährverkehr lief bis Mittag.", "There was no ferry until noon."),
    ),
    "not before is at the earliest": (
        "negation",
        ("Es beginnt frühestens 2027.", "It will not begin before 2027."),
        ("Es beginnt 2027.", "It will not begin in 2027."),
    ),
    "a noun is left where it has an article, a name has none": (
        "untranslated",
        ("Gestern sprach Fischer mit ihr.", "Yesterday Fischer spoke to her."),
        ("Gestern sprach der Fischer mit ihr.", "Yesterday the Fischer spoke to her."),
    ),
    "a small word is left, a part of a name is not": (
        "untranslated",
        ("Sie las Sturm und Drang.", "She read Sturm und Drang."),
        ("Sie lachte und ging.", "She laughed und left."),
    ),
    "what is spelled otherwise in English is left": (
        "untranslated",
        ("Er zog nach Stuttgart.", "He moved to Stuttgart."),
        ("Er zog nach Kalifornien.", "He moved to Kalifornien."),
    ),
    "places have names that end so": (
        "untranslated",
        ("Der Weg führt durch den Sonnenwald.", "The path leads through the Sonnenwald."),
        ("Der Weg führt durch den Sonnenstaub.", "The path leads through the Sonnenstaub."),
    ),
    "a title has five words": (
        "untranslated",
        (
            "Er las „Wir sind nicht die Anderen“ vor, und niemand im Saal sprach dabei ein Wort.",
            "He read “Wir sind nicht die Anderen” aloud, while nobody in the hall spoke a word.",
        ),
        (
            "Er las „Wir sind heute nicht die Anderen“ vor, und niemand im Saal sprach dabei ein Wort.",
            "He read “Wir sind heute nicht die Anderen” aloud, while nobody in the hall spoke a word.",
        ),
    ),
    "a word has 70 letters": (
        "untranslated",
        (f"Sie sah die S{'a' * 66}keit.", f"She saw the S{'a' * 66}keit."),
        (f"Sie sah die S{'a' * 65}keit.", f"She saw the S{'a' * 65}keit."),
    ),
    "a word may be said twice": (
        "repetition",
        ("Das ist wirklich weit.", "That is really, really far."),
        ("Das ist wirklich weit.", "That is really, really, really far."),
    ),
    "three words may be said twice, four may not": (
        "repetition",
        ("Das ist weit weg von hier.", "It is far, it is far."),
        ("Das ist weit weg von hier.", "It is far away, it is far away."),
    ),
    "a loop has twelve words": (
        "repetition",
        ("Eins folgt auf das andere, immer fort.", " ".join(LETTERS * 2)),
        ("Eins folgt auf das andere, immer fort.", " ".join(LETTERS[:12] * 2)),
    ),
    "a sentence said again has four words": (
        "repetition",
        ("Er kam an. Es regnete stark.", "He came back. It rained. He came back."),
        ("Er kam wieder an. Es regnete.", "He came back again. It rained. He came back again."),
    ),
    "eighty letters tell a language": (
        "language",
        (
            "Die Schiffe liefen gestern aus und kehren bald in den Hafen zurück.",
            "Okręty wypłynęły wczoraj i wkrótce wrócą do swojego portu.",
        ),
        (
            "Die Schiffe liefen gestern mit allen Matrosen aus und kehren schon bald in ihren Hafen zurück.",
            "Okręty wypłynęły wczoraj ze wszystkimi marynarzami na pokładzie i wkrótce wrócą do portu "
            "macierzystego.",
        ),
    ),
    "a short text may be twice as long": (
        "length",
        ("Er kam gestern spät an.", "He arrived late yesterday, as all the others had done before him."),
        ("Er kam gestern spät an.", "He arrived late yesterday, as all the others had done before him. " * 2),
    ),
}


@pytest.mark.parametrize(("check", "passes", "named"), LIMITS.values(), ids=LIMITS)
def test_what_passes_and_what_is_named(check, passes, named):
    assert check not in found(*passes, "de-en")
    assert check in found(*named, "de-en")


@pytest.mark.parametrize(
    ("name", "target", "findings"),
    [
        ("Li Bo", "Minister Li came.", []),
        ("Li Bo", "Minister Bo came.", []),
        ("Li Bo", "The minister came.", ["names"]),
        ("Dong Jun", "Tung Jun came.", ["names"]),
        ("Dong Jun", "Today Jun came.", []),
        ("Dong Jun", "Dong Wei came.", ["names"]),
        ("Jana Petrowa", "Petrova came.", []),
        ("Jana Petrowa", "Jana Ivanova came.", ["names"]),
    ],
)
def test_a_part_of_a_persons_name_is_enough_where_no_other_stands_beside_it(name, target, findings):
    names = NameIndex({"one": record("one", PERSON, name.replace("owa", "ova"), de=name)})
    assert [
        one.check for one in check_pair(PairText(f"{name} kam.", target, DE, EN), Knowledge(names))
    ] == findings


@pytest.mark.parametrize(
    ("source", "target", "findings"),
    [
        ("Petrowa reiste ab.", "Kovacs departed.", ["names", "other names"]),
        ("Petrowa reiste ab.", "She departed.", []),
        ("Der Koch reiste ab.", "The cook departed.", []),
        ("Koch reiste ab.", "Petrova departed.", ["names", "other names"]),
        ("Der Donauverband tagte.", "The association met in Vienna.", ["names"]),
        ("Der Rat der Donauländer tagte.", "The RD met.", []),
        ("Der Donauverband tagte.", "The DVB met.", []),
        ("Der Donauverband tagte.", "The DBV met.", ["names"]),
        ("Der Rat der Donauländer tagte.", "The Council of Baltic Countries met.", ["names"]),
        ("Der Rat der Donauländer tagte.", "The Danube Council met.", []),
    ],
)
def test_a_surname_alone_is_a_name(source, target, findings):
    records = (
        record("petrova", PERSON, "Jana Petrova", de="Jana Petrowa"),
        record("koch", PERSON, "Uwe Koch"),
        record("union", BODY, "Danube Union", de="Donauverband"),
        record("council", BODY, "Council of Danube Countries", de="Rat der Donauländer"),
    )
    names = NameIndex({one.slug: one for one in records})
    assert [one.check for one in check_pair(PairText(source, target, DE, EN), Knowledge(names))] == findings
