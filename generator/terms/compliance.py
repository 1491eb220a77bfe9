"""Which renderings a source calls for, and which of them its translation has or breaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Language
from generator.terms.glossary import FixedRendering, Glossary, TermBase
from generator.terms.phrases import Phrase, Phrases, Place


@dataclass(frozen=True)
class Violation:
    """A fixed rendering that a translation does not have."""

    source: str
    """The words that call for it, as they stand in the source."""
    expected: str
    """What they are to become."""
    found: str
    """What stands there instead; empty when that is not known."""
    origin: str
    """The file that fixes it: content/terms.yml, or an authority record."""

    def __str__(self) -> str:
        instead = f", not “{self.found}”" if self.found else ""
        return f"“{self.source}” is to be “{self.expected}”{instead}"


@dataclass
class Demand:
    """A rendering that a source calls for, and how its translation stands to it."""

    rendering: FixedRendering
    surfaces: list[str]
    """The words that call for it, as they stand in the source, once for each place."""
    spellings: list[str]
    """The same as a dictionary has them, without the endings of the sentence."""
    right: list[Place[str]] = field(default_factory=list)
    """Where the translation has it."""
    wrong: list[Place[str]] = field(default_factory=list)
    """Where it has another rendering instead; never more than are missing."""

    @property
    def missing(self) -> int:
        """How often it should stand where it does not."""
        return max(0, len(self.surfaces) - len(self.right))

    @property
    def is_met(self) -> bool:
        """Whether it stands there at all: the second time, a pronoun may do."""
        return bool(self.right)


def violations(
    source: str, target: str, terms: TermBase, source_language: Language, target_language: Language
) -> tuple[Violation, ...]:
    """Return the fixed renderings that a translation does not have, in the order of the source."""
    glossary = terms.between(source_language, target_language)
    return tuple(violation(demand, target) for demand in unmet(survey(source, target, glossary)))


def unmet(called_for: Iterable[Demand]) -> list[Demand]:
    """Return what a translation does not have."""
    return [demand for demand in called_for if not demand.is_met]


def violation(demand: Demand, target: str) -> Violation:
    """Word a demand that is not met."""
    found = target[demand.wrong[0].start : demand.wrong[0].end] if demand.wrong else ""
    return Violation(demand.surfaces[0], demand.rendering.target, found, demand.rendering.origin)


def demands(source: str, glossary: Glossary) -> list[Demand]:
    """Return what a source calls for, each rendering once, in order."""
    found: dict[int, Demand] = {}
    for place in glossary.find(source):
        rendering = place.phrase.owner
        demand = found.setdefault(id(rendering), Demand(rendering, [], []))
        demand.surfaces.append(source[place.start : place.end])
        demand.spellings.append(place.phrase.text)
    return list(found.values())


def survey(
    source: str, target: str, glossary: Glossary, variants: Mapping[str, Sequence[str]] | None = None
) -> list[Demand]:
    """Return what a source calls for, with where its translation has it.

    `variants`: further wrong renderings, by the rendering's target.
    """
    called_for = demands(source, glossary)
    if called_for:
        _fill(called_for, target, glossary, variants or {})
    return called_for


def _fill(
    called_for: Sequence[Demand], target: str, glossary: Glossary, variants: Mapping[str, Sequence[str]]
) -> None:
    right: dict[str, list[Demand]] = defaultdict(list)
    wrong: dict[str, list[Demand]] = defaultdict(list)
    phrases: list[Phrase[str]] = []
    for demand in called_for:
        for words in (demand.rendering.target, *demand.rendering.right):
            right[words].append(demand)
            phrases.append(Phrase(words, words, demand.rendering.is_name))
    for demand in called_for:
        for words in wrong_renderings(demand, variants):
            wrong[words].append(demand)
            phrases.append(Phrase(words, words, demand.rendering.is_name))
    places = Phrases(phrases, glossary.target).find(target)
    for place in places:
        takers = right.get(place.phrase.owner, ())
        _take(place, [demand for demand in takers if not _begins_another_name(place, demand, target)])
    for place in places:
        takers = [
            demand for demand in wrong.get(place.phrase.owner, ()) if demand.missing > len(demand.wrong)
        ]
        if takers and place.phrase.owner not in right:
            takers[0].wrong.append(place)


def wrong_renderings(demand: Demand, variants: Mapping[str, Sequence[str]]) -> Iterable[str]:
    """Return what is to be replaced: known renderings, and the source's words left as they were."""
    rendering = demand.rendering
    right = (rendering.target, *rendering.right)
    all_wrong = (*rendering.wrong, *variants.get(rendering.target, ()), *demand.surfaces)
    return [words for words in dict.fromkeys(all_wrong) if words not in right]


def _take(place: Place[str], takers: Sequence[Demand]) -> None:
    """Count a right rendering for one that lacks it, where several could have it."""
    if takers:
        next((demand for demand in takers if demand.missing), takers[0]).right.append(place)


def _begins_another_name(place: Place[str], demand: Demand, target: str) -> bool:
    """Tell whether a surname that comes first is followed by something else than the name: "Wei Feng"."""
    name = demand.rendering.target
    if not demand.rendering.is_name or not name.startswith(f"{place.phrase.text} "):
        return False
    following = target[place.end : place.end + 2]
    return following[:1] == " " and following[1:].isupper()
