"""All fixed renderings from one language to another, from the term base and the authority records.

An entry of the term base wins over a record. Of the records, people and places give all their
spellings, and people their surnames where these are spelled differently. What else has a proper name
gives that name only: other wordings of it ("Chinas Verteidigungsministerium") are good German, and
their translations may be good English.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.language.forms import in_plural
from generator.language.words import Words
from generator.model import ENGLISH, Language, Nature, Record, Slug, Term
from generator.names.spelling import SURNAME_FIRST
from generator.terms.phrases import Phrase, Phrases, Place

NAMES_WITHOUT_ENDINGS = (Nature.PERSON, Nature.PLACE)
TEXTS_KNOWN = 10_000
"""What they call for is asked when it is told what may help them, and again when they are put right."""
MINOR = 3
"""Letters: a word of a title that may be small, "of" or "the"."""


@dataclass(frozen=True)
class FixedRendering:
    """What certain words are to become in the other language."""

    target: str
    sources: tuple[str, ...]
    """The spellings that call for it."""
    right: tuple[str, ...] = ()
    """Other renderings that may stay."""
    wrong: tuple[str, ...] = ()
    """Renderings that are replaced."""
    article: bool = True
    """Whether it takes "the" in English."""
    is_name: bool = False
    """A person's or place's: no endings, and letters as they are."""
    origin: str = "content/terms.yml"
    """Where it is from, for people."""


class Glossary:
    """The renderings from one language to another."""

    def __init__(self, renderings: Iterable[FixedRendering], source: Language, target: Language) -> None:
        self.source, self.target = source, target
        phrases = Phrases(
            (Phrase(words, one, one.is_name) for one in renderings for words in one.sources), source
        )
        self._find = lru_cache(TEXTS_KNOWN)(phrases.find)

    def find(self, text: str) -> Sequence[Place[FixedRendering]]:
        """Return where a text calls for a rendering, in order, none overlapping another."""
        return self._find(text)


class TermBase:
    """The fixed renderings of a site, for every pair of languages."""

    def __init__(self, terms: Iterable[Term] = (), records: Mapping[Slug, Record] | None = None) -> None:
        self._terms = tuple(terms)
        self._records = tuple((records or {}).values())
        self._glossaries: dict[tuple[Language, Language], Glossary] = {}

    def between(self, source: Language, target: Language) -> Glossary:
        """Return the renderings from one language to another."""
        pair = (source, target)
        if pair not in self._glossaries:
            own = list(_of_terms(self._terms, source, target))
            taken = {_folded(words) for rendering in own for words in rendering.sources}
            names = _without(_of_records(self._records, source, target), taken)
            self._glossaries[pair] = Glossary((*own, *names), source, target)
        return self._glossaries[pair]


def _of_terms(terms: Iterable[Term], source: Language, target: Language) -> Iterator[FixedRendering]:
    for term in terms:
        sources, targets = term.spellings.get(source, ()), term.spellings.get(target, ())
        if sources and targets:
            taken = set(map(_folded, targets))
            wrong = tuple(words for words in (*term.wrong, *sources) if _folded(words) not in taken)
            article = term.article and (not is_proper(targets[0]) or _has_article(targets[0]))
            # "seamen" are not found as a form of "seaman".
            right = (*targets[1:], *((in_plural(targets[0]),) if target == ENGLISH else ()))
            yield FixedRendering(targets[0], sources, right, wrong, article)


def _of_records(records: Iterable[Record], source: Language, target: Language) -> Iterator[FixedRendering]:
    surnames: dict[str, list[FixedRendering]] = defaultdict(list)
    for record in records:
        if source not in record.names or target not in record.names:
            continue
        if record.kind.nature in NAMES_WITHOUT_ENDINGS:
            yield _full_name(record, source, target)
            for words, surname in _surnames(record, source, target):
                surnames[words].append(surname)
        elif is_proper(record.names[target]):
            yield _proper_name(record, source, target)
    for found in surnames.values():
        # Two people whose surname is spelled alike in the source, and not in the target.
        if len({rendering.target for rendering in found}) == 1:
            yield found[0]


def _full_name(record: Record, source: Language, target: Language) -> FixedRendering:
    name = record.names[target]
    spellings = dict.fromkeys((record.names[source], *record.aliases))
    if record.kind.nature is Nature.PERSON:
        spellings = {words: None for words in spellings if _is_full(words, source)}
    wrong = tuple(words for words in spellings if words != name)
    right = (_surname(name, record),) if record.kind.nature is Nature.PERSON else ()
    return FixedRendering(
        name, tuple(dict.fromkeys((*spellings, name))), right, wrong, False, True, _origin(record)
    )


def _surnames(record: Record, source: Language, target: Language) -> Iterator[tuple[str, FixedRendering]]:
    if record.kind.nature is not Nature.PERSON or not _is_full(record.names[target], target):
        return
    right = _surname(record.names[target], record)
    spellings = [_surname(record.names[source], record), *record.short_names]
    if not SURNAME_FIRST & record.names.keys():
        # Another reading of a Chinese name ("Ngo Khiem") has surnames that are words elsewhere.
        spellings += [_surname(words, record) for words in record.aliases]
    for words in dict.fromkeys(spellings):
        if words != right and len(Words(words)) == 1:
            yield words, FixedRendering(right, (words,), (), (words,), False, True, _origin(record))


def _proper_name(record: Record, source: Language, target: Language) -> FixedRendering:
    own = record.names[source]
    right = (*record.aliases, *record.short_names, *record.names.values())
    return FixedRendering(
        record.names[target],
        (own,),
        tuple(words for words in dict.fromkeys(right) if words not in (own, record.names[target])),
        (own,),
        _has_article(record.names[target]),
        False,
        _origin(record),
    )


def is_proper(name: str) -> bool:
    """Tell a name ("Joint Staff Department") from a description ("Joint maritime patrols")."""
    return all(not word.islower() or len(word) <= MINOR for word in name.split())


def _has_article(name: str) -> bool:
    """Tell whether a proper name takes one: "the Joint Staff Department", not "Peace Mission 2021"."""
    return " " in name and not any(char.isdigit() for char in name)


def _is_full(name: str, language: Language) -> bool:
    return len(Words(name)) > 1 or language in SURNAME_FIRST


def _surname(name: str, record: Record) -> str:
    parts = name.split()
    return parts[0 if SURNAME_FIRST & record.names.keys() else -1]


def _without(renderings: Iterable[FixedRendering], taken: set[str]) -> Iterator[FixedRendering]:
    for rendering in renderings:
        sources = tuple(words for words in rendering.sources if _folded(words) not in taken)
        if sources:
            yield replace(rendering, sources=sources)


def _origin(record: Record) -> str:
    return f"content/records/{record.slug}.md"


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
