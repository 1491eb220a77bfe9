"""What weights are drawn to that web pages show too rarely: releases and transcripts are seeds, too."""

from __future__ import annotations

EXPECTED = {
    "title": {
        "more than 25 words": -3.0,
        "cut from what it is glued to": 4.0,
        "glued to what is before it": -3.0,
        "a site's name": -3.0,
        "has a site's name in it": -3.5,
        "rest stands by itself": 3.0,
        "in a copyright line": -3.0,
        "an institution's name": -5.0,
        "a list item": -4.0,
        "a date": -3.0,
        "begins small": -2.0,
        "ends with a comma": -2.2,
        "words in an address": 3.0,
        "a speaker's turn": -6.0,
        "a release's label": -4.0,
        "a byline": -3.0,
        "names what it is": 1.5,
    },
    "title, first line": {"below the first paragraph": -4.0},
    "publisher": {
        "an institution's name": 3.5,
        "an institution's name, above the headline": 1.5,
        "after a label": 3.0,
        "before a number": 3.0,
        "agency of the dateline": 4.5,
        "holder of the rights": 3.5,
        "a line in brackets": 3.5,
        "spells out its address": 4.5,
        "begins small": -2.0,
        "spells out a mail's host": 3.5,
        "what is told of below": 4.0,
        "before a legal form": 2.0,
        "general words alone": -5.0,
        "a court above its decision": 3.0,
        "a sentence": -4.0,
        "in the first line and elsewhere": 3.0,
        "in the headline": -3.0,
        "none": 2.0,
    },
    "author": {
        "no name": -3.0,
        "after editor": -3.0,
        "after redaktion": -2.0,
        "after redaktion inside the line": -2.0,
        "after editor inside the line": -3.0,
        "after by": 1.5,
        "after von": 1.5,
        "none": 2.0,
    },
    "published": {
        "in own address": 4.0,
        "in JSON-LD": 2.0,
        "in article:published_time": 2.0,
        "in the text": -2.0,
        "first paragraph": -1.0,
        "last paragraph": -1.0,
        "many words beside it": -2.0,
        "beside words of today": -1.5,
        "label before it": 3.5,
        "another label before it": -2.0,
        "another is labelled as published": -3.0,
        "before 1900": -3.0,
    },
}


def expected(choice: str) -> dict[str, float]:
    """Return what the weights of a choice are drawn to, by feature."""
    return EXPECTED.get(choice.partition(",")[0], {}) | EXPECTED.get(choice, {})
