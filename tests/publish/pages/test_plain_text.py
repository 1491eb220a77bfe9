"""Plain text is read at once, and becomes what Python-Markdown makes of it."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor

from generator.publish.mkdocs.set_up import EXTENSIONS
from generator.publish.pages.markdown import SegmentExtension
from generator.publish.pages.plain_text import read_plain_at_once
from tests.effort import calls

PLAIN = "The dam held at 3.15 – so they said.\n{: #s1 lang=en }\n\nDer Damm (alt) hielt.\n{: lang=de }"
PIECES = (
    *("Wort ", "é", "中", "3.", "(b)", "“Ja” ", "\n", "\n\n", "    ", "\t", "  \n", "# ", "* ", "- ", "1. "),
    *("> ", "|", "---", "===", "`", "```\n", "_", "**", "\\", "[x]", "[x]: y\n", "[^1]", "[^1]: ", "![i](j)"),
    *("<b>", "</b>", "<div markdown>", "</div>", "<!--", "-->", "&amp;", "& ", ": ", "!!! note\n"),
    *("??? tip\n", "*[HTML]: Hyper\n", "HTML ", "{: #s1 }", "\x02"),
)  # fmt: skip


class _Struck(Extension):
    """A mark of somebody's own."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"(~)([^~]+)~", "del"), "struck", 5)


def _reader(*more: Any, at_once: bool) -> Markdown:
    md = Markdown(extensions=[*EXTENSIONS, SegmentExtension(), *more])
    if at_once:
        read_plain_at_once(md)
    return md


def _read(md: Markdown, text: str) -> str:
    md.reset()
    return md.convert(text)


USUAL, QUICK = _reader(at_once=False), _reader(at_once=True)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_becomes_what_it_did(text):
    assert _read(QUICK, text) == _read(USUAL, text)


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        f"- a list\n\n{PLAIN}\n\n    more of it",
        f"!!! note\n\n{PLAIN}",
        f"*[dam]: a wall\n\n{PLAIN}",
        f"Head\n===\n\n{PLAIN}",
    ],
)
def test_plain_paragraphs_become_what_they_did(text):
    assert _read(QUICK, text) == _read(USUAL, text)


def test_plain_text_takes_far_fewer_steps():
    many = "\n\n".join([PLAIN] * 20)
    assert calls(lambda: _read(QUICK, many)) < calls(lambda: _read(USUAL, many)) / 2


def test_a_mark_of_somebodys_own_is_found_in_plain_text():
    assert "<del>held</del>" in _read(_reader(_Struck(), at_once=True), "The dam ~held~.")


def test_a_block_of_somebodys_own_is_found_in_plain_text():
    class Shouted(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
            paragraph = md.parser.blockprocessors["paragraph"]

            def run(parent: Element, blocks: list[str]) -> None:
                SubElement(parent, "p").text = blocks.pop(0).upper()

            shouted = type(paragraph)(md.parser)
            shouted.run = run  # type: ignore[method-assign, assignment]
            md.parser.blockprocessors.register(shouted, "shouted", 12)

    assert "THE DAM HELD" in _read(_reader(Shouted(), at_once=True), "The dam held.")
