"""Measures ways of enforcing terms, with the real zh→en package: `python -m bench.terms`.

terms      share of the terms that come out right
sentences  share of the sentences in which all do
kept       chrF against the unconstrained output
new        words a sentence that neither the unconstrained output nor a term has
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import yaml

from bench.terms.model import Model
from bench.terms.ways import WAYS, Case, met
from generator.model import Language
from generator.terms import FixedRendering, Glossary

SET = Path(__file__).with_name("zh_en.yml")
ORDERS = 6
BETA = 2


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.terms", description=__doc__)
    parser.add_argument("--show", metavar="WAY", help="print what a way makes of the sentences")
    chosen = parser.parse_args()
    given = yaml.safe_load(SET.read_text("utf-8"))
    renderings = [
        FixedRendering(
            term["target"],
            (term["source"],),
            article=not term.get("name", False),
            is_name=term.get("name", False),
        )
        for term in given["terms"]
    ]
    glossary = Glossary(renderings, Language("zh"), Language("en"))
    with tempfile.TemporaryDirectory() as folder:
        model = Model(Path(folder))
        sentences = given["sentences"]
        raws = model.translate(sentences)
        cases = [Case(s, raw, glossary.find(s)) for s, raw in zip(sentences, raws, strict=True)]
        count = sum(len(case.places) for case in cases)
        print(f"{len(cases)} sentences, {len(renderings)} terms, {count} places of terms")
        print(f"{'way':34}{'terms':>8}{'sentences':>11}{'kept':>7}{'new':>7}{'seconds':>9}")
        for name, way in WAYS.items():
            if chosen.show in (None, name):
                begun = time.perf_counter()
                texts = way(model, cases, glossary)
                print(_row(name, cases, texts, glossary, time.perf_counter() - begun), flush=True)
                if chosen.show:
                    _show(cases, texts, glossary)
    return 0


def _row(name: str, cases: list[Case], texts: list[str], glossary: Glossary, seconds: float) -> str:
    hits = [met(case, text, glossary) for case, text in zip(cases, texts, strict=True)]
    terms = sum(map(sum, hits)) / sum(map(len, hits))
    whole = sum(map(all, hits)) / len(hits)
    pairs = list(zip(cases, texts, strict=True))
    kept = sum(_chrf(text, case.raw) for case, text in pairs) / len(pairs)
    new = sum(_new_words(case, text) for case, text in pairs) / len(pairs)
    return f"{name:34}{terms:8.0%}{whole:11.0%}{100 * kept:7.0f}{new:7.2f}{seconds:9.1f}"


def _show(cases: list[Case], texts: list[str], glossary: Glossary) -> None:
    for case, text in zip(cases, texts, strict=True):
        print(case.source, f"  raw {case.raw}", sep="\n")
        if text != case.raw:
            print(f"  now {text}")
        if not all(met(case, text, glossary)):
            print("  TERM BROKEN")


def _new_words(case: Case, text: str) -> int:
    words = Counter(re.findall(r"\w+", text.casefold()))
    words -= Counter(re.findall(r"\w+", case.raw.casefold()))
    for place in case.places:
        words -= Counter(re.findall(r"\w+", place.phrase.owner.target.casefold()))
    return words.total()


def _chrf(one: str, other: str) -> float:
    """Return the mean F2 over character n-grams, spaces aside."""
    one, other = one.replace(" ", ""), other.replace(" ", "")
    precisions, recalls = [], []
    for order in range(1, ORDERS + 1):
        grams = [Counter(text[i : i + order] for i in range(len(text) - order + 1)) for text in (one, other)]
        if all(grams):
            common = (grams[0] & grams[1]).total()
            precisions.append(common / grams[0].total())
            recalls.append(common / grams[1].total())
    if not sum(precisions):
        return 0.0
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return (1 + BETA**2) * precision * recall / (BETA**2 * precision + recall)


if __name__ == "__main__":
    sys.exit(main())
