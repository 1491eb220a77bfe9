"""Which words of one language may stand for which of another: a list of our own, German and English.

A line of the list has a word in its first form, its forms that no ending makes ("ging", "Museen"), and what
good translations have for it. Words are looked up by their stems, verbs whether or not their prefix stands
apart, compounds by their parts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import Stemmer

from generator.data_files import read_bytes
from generator.language.common_words import irregular_forms
from generator.language.letters import fold
from generator.language.lexicon import words
from generator.language.lexicons import LEXICONS
from generator.language.words import WORD
from generator.model import ENGLISH

FILE = Path(__file__).with_name("german_english.tsv")
MOST_KNOWN = 50_000
SHORTEST = 3
"""Letters of a word that tells something, of a part of a compound, and of what is before an ending."""
SHORTEST_FAMILY = 4
"""Letters with which words of one family begin alike, "decide" and "decision" …"""
SHARE_OF_FAMILY = 0.6
"""… and the share of the longer one's stem that they are at least."""
RELATED_BY = 3
"""Renderings that two words share which mean much the same."""
JOINTS = ("", "s", "es", "n", "en", "e", "er")
"""What stands between the parts of a compound."""
PREFIXES = frozenset(
    """
    ab an auf aus bei bekannt bereit dar durch ein empor entgegen fehl fern fest fort frei gegen heim
    her herab heran heraus herbei herein hervor hin hinaus hinein hinter hinweg hinzu los mit nach nahe
    nieder preis sicher statt still teil über um unter vor voran voraus vorbei wahr weg weiter wider
    wieder zu zurecht zurück zusammen
    """.split()
)
"""What stands apart from a verb: "lehnte … ab"."""
PARTICIPLE, TO = "ge", "zu"
"""Stand between a verb and its prefix: "abgelehnt", "abzulehnen"."""


_PREFIX = re.compile(rf"({'|'.join(sorted(PREFIXES, key=lambda one: (-len(one), one)))})\w{{{SHORTEST + 1}}}")
_WOMAN = re.compile(rf"(?<=\w{{{SHORTEST}}})in(?:nen)?$")
_MARKS = str.maketrans("äöü", "aou")


LIGHT = words(
    """befinden bestehen bilden bleiben bringen dürfen erhalten fallen finden führen geben gehen gelten haben
    halten heißen kommen können lassen laufen lauten legen liegen machen mögen müssen nehmen nennen sehen sein
    setzen sollen sorgen stattfinden stehen stellen treten tun werden wollen zeigen ziehen
    come do get give go have keep let make put say see set take"""
)
"""Words that say little by themselves, in their first forms: any verb may stand for them."""
UNTOLD = words(
    """
    allzu anderem anders anderthalb ansonsten beider bevor bin binnen bist bzw christus dahin dar darf
    darfst dasselbe dein deine deinem deinen deiner demselben denselben derer derjenige derselben
    desselben desto dich diejenigen dieselbe dir dran drauf drin dürfe dürfen durfte dürfte durften
    dürften ehe eher einander einerseits entgegen entweder etliche etwas euer eure eurem euren
    eurer evtl gar gehabt gewesen geworden hab habt hätte hätten her heraus hierbei hierfür hin hinaus
    höchstens insofern irgendein irgendeine irgendeinem irgendeinen irgendeiner irgendjemand irgendwas
    irgendwie jegliche jeglicher jegliches jemand jemandem jemanden jenem jenen kaum keinem keinen
    keinerlei könne konnte könnte könnten konnten manch manchem manchen mancher mehrere mehreren mehrerer
    mich mindestens mir möchte möchten müsse müssen müsst musst musste müsste mussten müssten nahezu
    nämlich nichts niemandem niemanden obgleich obschon okay per rund selbe selben selber siehe sodass
    solch solchem solchen solcher sonst sowieso uhr ums umso unserem unseren unserer usw vorm wäre wären
    welch welchem welchen wem wen wenig wenige wenigen weniger wenigsten wenigstens wenngleich werde
    werdet wieso wieviel wirst wodurch wofür wohingegen womit wonach woran worauf woraus worin worüber
    worum wovon wovor wozu würde würden zumal zumindest
    able almost anyone anything don far going someone something thing things way ways
    """
)
"""Small words, too, and forms of verbs that help others."""


class Meaning(NamedTuple):
    """What may stand for a German word in English."""

    stems: frozenset[str]
    phrases: tuple[str, ...]
    """Of small words alone: "as well"."""


class WordList:
    """The words of German, and what they are in English; read-only."""

    def __init__(self, lines: Iterable[str]) -> None:
        rows = [line.split("\t") for line in lines]
        self._renderings = {word: tuple(said.split(", ")) for word, _, said in rows}
        words, parted = defaultdict[str, list[str]](list), defaultdict[str, dict[str, list[str]]](dict)
        for word, listed, _ in rows:
            prefix, forms = _prefix(word), listed.split()
            for stem in _stems_of(word, prefix, forms):
                words[stem].append(word)
            for stem in _stems_apart(word, prefix, forms) if prefix else ():
                parted[stem].setdefault(prefix, []).append(word)
        self._words, self._parted = dict(words), dict(parted)
        self._meanings = dict[str, Meaning]()
        self._related = dict[str, frozenset[str]]()

    def load(self) -> None:
        """Make its tables now and not at the first look, so that copies of this process have them."""
        self.is_rendering(("",))

    def noun(self, word: str) -> str | None:
        """Return the noun that a word is, given in its first form and folded; None if it is not listed."""
        return self._nouns.get(word)

    def renderings(self, word: str) -> tuple[str, ...]:
        """Return what good translations have for a word, given in its first form."""
        return self._renderings[word]

    def words_for(self, rendering: str) -> Set[str]:
        """Return the words that have a rendering."""
        return self._having.get(rendering, frozenset())

    @cached_property
    def _nouns(self) -> Mapping[str, str]:
        return {fold(word): word for word in self._renderings if word[0].isupper()}

    @cached_property
    def _having(self) -> Mapping[str, Set[str]]:
        having = defaultdict[str, set[str]](set)
        for word, renderings in self._renderings.items():
            for rendering in renderings:
                having[rendering].add(word)
        return dict(having)

    def first_forms(self, word: str) -> tuple[str, ...]:
        """Return the first forms that a German word may be of; nouns where it has a capital, if any."""
        found = tuple(dict.fromkeys(form for stem in stems(word) for form in self._words.get(stem, ())))
        if not found and word[0].isupper() and (match := _WOMAN.search(word)):
            man = _without_marks(fold(word[: match.start()]))
            forms = self._words.get(_german_stem(man), ())
            found = tuple(form for form in forms if _without_marks(fold(form)).removesuffix("e") == man)
        return tuple(form for form in found if word[0].isupper() and form[0].isupper()) or found

    def verbs(self, word: str) -> Mapping[str, Sequence[str]]:
        """Return the verbs that a German word is of, by their prefix that stands apart."""
        found: dict[str, list[str]] = {}
        for stem in stems(word):
            for prefix, verbs in self._parted.get(stem, {}).items():
                found.setdefault(prefix, []).extend(verbs)
        return found

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the first forms of the two or three parts of a German compound, if they are known."""
        folded, heads = fold(word), []
        for start in range(SHORTEST, len(folded) - SHORTEST + 1):
            if head := self.first_forms(folded[start:].capitalize()):
                if before := self._before(folded[:start]):
                    return (*before, *head)
                heads.append((folded[:start], head))
        # "Flugticket-abgabe".
        three = (
            (*first, *second, *head)
            for begins, head in heads
            for start in range(SHORTEST_FAMILY, len(begins) - SHORTEST_FAMILY + 1)
            if (second := self._before(begins[start:])) and (first := self._before(begins[:start]))
        )
        return next(three, ())

    def has_part(self, name: str) -> bool:
        """Tell whether a word is a participle, or begins or ends with a listed noun: "Kassenbon"."""
        folded = fold(name)
        if self.first_forms(folded.removeprefix(PARTICIPLE)):
            return True
        ends = (folded[at:].capitalize() for at in range(SHORTEST - 1, len(folded) - SHORTEST))
        if any(is_of_noun(end, form) for end in ends for form in self.first_forms(end)):
            return True
        return any(self._before(folded[:at]) for at in range(SHORTEST_FAMILY, len(folded) - SHORTEST + 1))

    def _before(self, part: str) -> tuple[str, ...]:
        for joint in JOINTS:
            bare = part.removesuffix(joint)
            if len(bare) >= SHORTEST and (bare != part or not joint):
                found = self.first_forms(bare.capitalize()) or self.first_forms(f"{bare}e".capitalize())
                if found:
                    return found
        return ()

    def meaning(self, word: str) -> Meaning:
        """Return what may stand for a word, given in its first form."""
        if word not in self._meanings:
            self._meanings[word] = _meaning(self._renderings[word])
        return self._meanings[word]

    def is_said(self, word: str, stems: Set[str], words: Set[str]) -> bool:
        """Tell whether some stems and words are all of a rendering of a word, given in its first form."""
        if self.meaning(word).stems.isdisjoint(stems):
            return False
        return any(
            all(
                part in words or not stems.isdisjoint(english_stems(part)) for part in WORD.findall(rendering)
            )
            for rendering in self._renderings[word]
        )

    def related(self, word: str) -> frozenset[str]:
        """Return the stems of what stands for a word, and for words that mean much the same."""
        if word not in self._related:
            own = self.meaning(word).stems
            shared = Counter(other for stem in own for other in set(self._rendered.get(stem, ())))
            near = (other for other, number in shared.items() if number >= RELATED_BY)
            self._related[word] = own.union(*(self.meaning(other).stems for other in near))
        return self._related[word]

    def is_rendering(self, of_word: Iterable[str]) -> bool:
        """Tell whether an English word, by its stems, stands for any word of the list."""
        return any(stem in self._rendered for stem in of_word)

    @cached_property
    def _rendered(self) -> Mapping[str, list[str]]:
        """The words, by the stems of what stands for them."""
        by_word = defaultdict[str, list[str]](list)
        for word, renderings in self._renderings.items():
            for part in set(_telling_parts(" ".join(renderings))):
                by_word[part].append(word)
        found = defaultdict[str, list[str]](list)
        for part, those in by_word.items():
            for stem in english_stems(part):
                found[stem] += those
        return dict(found)


@cache
def german_english() -> WordList:
    """Return the list.

    Raises:
        InputError: its file is missing.
    """
    return WordList(read_bytes(FILE, FILE.name).decode("utf-8").splitlines())


def _meaning(renderings: Iterable[str]) -> Meaning:
    found: set[str] = set()
    phrases = []
    for rendering in renderings:
        parts = _telling_parts(rendering)
        found.update(*map(english_stems, parts))
        if not parts:
            phrases.append(fold(rendering))
    return Meaning(frozenset(found), tuple(phrases))


def _telling_parts(rendering: str) -> list[str]:
    small = LEXICONS[ENGLISH].function_words
    return [part for part in WORD.findall(rendering) if len(part) >= SHORTEST and part.lower() not in small]


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(language)


@lru_cache(maxsize=MOST_KNOWN)
def stems(word: str) -> tuple[str, ...]:
    """Return what the forms of a German word have in common, likeliest first: "lehnt", "lehn"."""
    stem = _german_stem(word)
    found = [stem]
    if word.endswith(("e", "s")) and len(word) > SHORTEST:
        found.append(_german_stem(word[:-1]))
    if stem.endswith("t") and len(stem) > SHORTEST:
        found += [stem[:-1], stem.removesuffix("et")]
    found += [one.removeprefix(PARTICIPLE) for one in found if len(one) > SHORTEST + len(PARTICIPLE)]
    return tuple(dict.fromkeys(found))


def _german_stem(word: str) -> str:
    return _without_marks(_stemmer("german").stemWord(fold(word)))


def _without_marks(word: str) -> str:
    return word.translate(_MARKS)


@lru_cache(maxsize=MOST_KNOWN)
def english_stems(word: str) -> frozenset[str]:
    """Return what the forms of an English word have in common: of "found" those of "find" and of "found"."""
    folded = fold(word)
    return frozenset(map(english_stem, (folded, *irregular_forms().get(folded, ()))))


def english_stem(word: str) -> str:
    """Return what the regular forms of an English word have in common."""
    return str(_stemmer("english").stemWord(fold(word)))


def are_family(one: str, other: str) -> bool:
    """Tell whether two stems of English are of one family: "decid" and "decis"."""
    alike = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return alike >= SHORTEST_FAMILY and alike >= SHARE_OF_FAMILY * max(len(one), len(other))


def is_of_noun(word: str, noun: str) -> bool:
    """Tell whether a word is a noun with no more than an ending: "Ulm" is none with "Ulme"."""
    return noun[0].isupper() and _without_marks(fold(word)).startswith(_without_marks(fold(noun)))


def _is_verb(word: str) -> bool:
    return word[0].islower() and word.endswith("n")


def _prefix(word: str) -> str:
    """Return what may stand apart from a verb in its first form."""
    match = _PREFIX.match(word) if _is_verb(word) else None
    return match[1] if match else ""


def _first_stems(word: str) -> set[str]:
    """Return the stems of a word in its first form: of "versichern" that of "versicherte", too."""
    found = {_german_stem(word)}
    if _is_verb(word):
        found.add(_without_marks(fold(word)).removesuffix("n").removesuffix("e"))
    return found


def _stems_of(word: str, prefix: str, forms: Iterable[str]) -> set[str]:
    """Return the stems of a word in its first form, and of its other forms."""
    whole = (form if form.startswith(prefix) else f"{prefix}{form}" for form in forms)
    found = _first_stems(word).union(map(_german_stem, whole))
    if prefix:
        bare = _first_stems(word.removeprefix(prefix))
        found |= {f"{_without_marks(prefix)}{between}{stem}" for between in (PARTICIPLE, TO) for stem in bare}
    return found


def _stems_apart(word: str, prefix: str, forms: Iterable[str]) -> set[str]:
    """Return the stems of a verb without the prefix that may stand apart from it."""
    rest = {_german_stem(form) for form in forms if not form.startswith(prefix)}
    return rest | _first_stems(word.removeprefix(prefix))
