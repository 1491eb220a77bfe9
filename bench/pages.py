"""Made-up web pages around the made-up texts, about as large as real ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

PARAGRAPH = 120
"""Characters; a shorter line of a seed is around its article."""
LINKS, SCRIPTS = 120, 60
"""In a page's menu and teasers; lines of its scripts and styles. Real pages have 40 to 200 kB of it."""
SCRIPT = (
    "window.module_{0}=function(a,b){{return a?b.map(function(c){{return c*{0}}})"
    ":document.getElementById('x{0}')}};"
)
LINK = '<li class="item"><a href="/section/{0}" data-id="{0}"><span>{1} {0}</span></a></li>'


def as_page(text: str) -> str:
    """Return a seed's text as a web page: its long lines are the article, the rest stands around it."""
    lines = [line for line in text.splitlines() if line.strip()]
    first = next((number for number, line in enumerate(lines) if len(line) >= PARAGRAPH), len(lines))
    headline = max(lines[:first], key=len, default="")
    article = [line for line in lines if len(line) >= PARAGRAPH]
    data = json.dumps({"@type": "NewsArticle", "headline": headline})
    around = [line for line in lines if len(line) < PARAGRAPH and line != headline]
    return "\n".join(
        (
            f'<!doctype html><html><head><meta charset="utf-8"><title>{escape(headline)}</title>',
            f'<meta property="og:title" content="{escape(headline)}">',
            f'<script type="application/ld+json">{data}</script>',
            *_scripts(),
            "</head><body><header><nav><ul>",
            *_links(around),
            "</ul></nav></header><main><article>",
            f"<h1>{escape(headline)}</h1>",
            *(f"<p>{escape(line)}</p>" for line in article),
            "</article></main><footer><ul>",
            *(f"<li>{escape(line)}</li>" for line in around),
            "</ul></footer></body></html>",
        )
    )


def _scripts() -> Iterator[str]:
    for number in range(SCRIPTS):
        yield f"<script>{SCRIPT.format(number) * 5}</script>"
        yield f"<style>.x{number} {{ margin: {number}px }}</style>"


def _links(around: list[str]) -> Iterator[str]:
    for number in range(LINKS):
        label = around[number % len(around)] if around else "Menu"
        yield LINK.format(number, escape(label))
