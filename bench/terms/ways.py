"""Ways of making a translation obey its terms; each returns one translation per case."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bench.terms.model import Model
from generator.checks.pairs import Knowledge
from generator.checks.pairs.change import judge_by
from generator.terms import Glossary
from generator.terms.compliance import survey
from generator.terms.enforce import ROUNDS, enforce, needed
from generator.terms.phrases import Place
from generator.terms.repair import repair
from generator.terms.stand_ins import NAMES

Way = Callable[[Model, list["Case"], Glossary], list[str]]


@dataclass(frozen=True)
class Case:
    """A sentence, what the engine makes of it, and the places of its terms."""

    source: str
    raw: str
    places: list[Place]

    def marked(self, mark: Callable[[int, str], str]) -> str:
        text, reached = "", 0
        for number, place in enumerate(self.places):
            text += self.source[reached : place.start] + mark(number, place.phrase.owner.target)
            reached = place.end
        return text + self.source[reached:]


def met(case: Case, text: str, glossary: Glossary) -> list[bool]:
    return [demand.is_met for demand in survey(case.source, text, glossary)]


def unconstrained(_: Model, cases: list[Case], __: Glossary) -> list[str]:
    return [case.raw for case in cases]


def placeholders(sign: Callable[[int], str], pattern: Callable[[int], str]) -> Way:
    def way(model: Model, cases: list[Case], _: Glossary) -> list[str]:
        texts = model.translate([case.marked(lambda i, _: sign(i)) for case in cases])
        return [put_back(case, text) for case, text in zip(cases, texts, strict=True)]

    def put_back(case: Case, text: str) -> str:
        for number, place in reversed(list(enumerate(case.places))):
            text = re.sub(pattern(number), place.phrase.owner.target, text)
        return text

    return way


def targets_inline(model: Model, cases: list[Case], _: Glossary) -> list[str]:
    return model.translate([case.marked(lambda _, target: target) for case in cases])


def best_of(count: int) -> Way:
    def way(model: Model, cases: list[Case], glossary: Glossary) -> list[str]:
        results = model.run([case.source for case in cases], beam_size=count, num_hypotheses=count)
        return [
            max(map(model.decode, result.hypotheses), key=lambda text: sum(met(case, text, glossary)))
            for case, result in zip(cases, results, strict=True)
        ]

    return way


def forced_prefix(threshold: float) -> Way:
    """Decode again from where attention first points at a term, with its words as a prefix."""

    def way(model: Model, cases: list[Case], glossary: Glossary) -> list[str]:
        done = []
        for case in cases:
            result = model.run([case.source], return_attention=True)[0]
            fixed = 0
            for _ in case.places:
                pieces = result.hypotheses[0]
                starts = [
                    (group[0], place)
                    for place in _lacking(case, model.decode(pieces), glossary)
                    for group in _pointed_at(model, case, place, result, threshold)
                    if group[0] >= fixed
                ]
                if not starts:
                    break
                start, place = min(starts, key=lambda found: found[0])
                prefix = [*pieces[:start], *model.encode(place.phrase.owner.target)]
                fixed = len(prefix)
                result = model.run([case.source], [prefix], return_attention=True)[0]
            done.append(model.decode(result.hypotheses[0]))
        return done

    return way


def replaced_by_attention(threshold: float) -> Way:
    """Replace the words that attention points from at a term."""

    def way(model: Model, cases: list[Case], glossary: Glossary) -> list[str]:
        done = []
        results = model.run([case.source for case in cases], return_attention=True)
        for case, result in zip(cases, results, strict=True):
            pieces = list(result.hypotheses[0])
            for place in _lacking(case, model.decode(pieces), glossary):
                groups = _pointed_at(model, case, place, result, threshold)
                if groups:
                    end = re.search(r"[.,;:!?]*$", pieces[groups[-1][-1]])
                    pieces[groups[0][0]] = f"▁{place.phrase.owner.target}{end[0] if end else ''}"
                    for number in range(groups[0][0] + 1, groups[-1][-1] + 1):
                        pieces[number] = ""
            done.append(" ".join("".join(pieces).replace("▁", " ").split()))
        return done

    return way


def _lacking(case: Case, text: str, glossary: Glossary) -> list[Place]:
    lacking = {id(d.rendering) for d in survey(case.source, text, glossary) if not d.is_met}
    return [place for place in case.places if id(place.phrase.owner) in lacking]


def _pointed_at(model: Model, case: Case, place: Place, result, threshold: float) -> list[list[int]]:
    """Return the longest run of target words, as numbers of pieces, whose attention is on a place."""
    spans, reached = [], 0
    for piece in model.encode(case.source):
        text = piece.replace("▁", "")
        start = max(reached, case.source.find(text, reached)) if text else reached
        reached = start + len(text)
        spans.append((start, reached))
    on = [i for i, (start, end) in enumerate(spans) if start < place.end and end > place.start]
    pieces, attention = result.hypotheses[0], result.attention[0]
    groups: list[list[int]] = []
    for number, piece in enumerate(pieces):
        if piece.startswith("▁") or not groups:
            groups.append([])
        groups[-1].append(number)
    rows = [attention[number][: len(spans)] for number in range(len(pieces))]
    shares = [sum(row[i] for i in on) / (sum(row) or 1) for row in rows]
    runs: list[list[int]] = []
    for number, group in enumerate(groups):
        if max(shares[i] for i in group) >= threshold:
            if runs and number - runs[-1][-1] <= 2:
                runs[-1].append(number)
            else:
                runs.append([number])
    return [groups[number] for number in max(runs, key=len)] if runs else []


def variants(model: Model, cases: list[Case], glossary: Glossary) -> list[str]:
    asked = list(dict.fromkeys(place.phrase.text for case in cases for place in case.places))
    known = dict(zip(asked, model.translate(asked), strict=True))
    return [repair(case.source, case.raw, glossary, known.get) for case in cases]


def product(model: Model, cases: list[Case], glossary: Glossary) -> list[str]:
    """Lookup variants, then stand-ins: as `chronology generate` does it."""
    known: dict[str, str] = {}
    judge = judge_by(Knowledge())
    for _ in range(ROUNDS):
        asked = dict.fromkeys(
            text for case in cases for text in needed(case.source, case.raw, glossary, known.get)
        )
        known |= dict(zip(asked, model.translate(list(asked)), strict=True))
    return [enforce(case.source, case.raw, glossary, known.get, judge).text for case in cases]


WAYS: dict[str, Way] = {
    "unconstrained": unconstrained,
    "placeholder XQ1": placeholders(lambda i: f"XQ{i + 1}", lambda i: rf"\bXQ\s*{i + 1}\b"),
    "placeholder [1]": placeholders(lambda i: f"[{i + 1}]", lambda i: rf"\[\s*{i + 1}\s*\]"),
    "placeholder <t1>": placeholders(lambda i: f"<t{i + 1}>", lambda i: rf"<\s*t{i + 1}\s*>"),
    "the target's words in the source": targets_inline,
    "stand-ins alone": placeholders(lambda i: NAMES[i], lambda i: rf"\b{NAMES[i]}\b"),
    "best of 20 hypotheses": best_of(20),
    "forced prefix, attention 0.5": forced_prefix(0.5),
    "attention 0.5, replaced": replaced_by_attention(0.5),
    "attention 0.7, replaced": replaced_by_attention(0.7),
    "known variants": variants,
    "known variants, then stand-ins": product,
}
