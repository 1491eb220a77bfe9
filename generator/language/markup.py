"""Plain text ↔ inline Markdown.

Seeds are untrusted: whatever a text holds (tags, links, attribute lists, list or heading marks) is
escaped so that Markdown shows it as it stands. `plain(escape(text)) == text`.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

# Characters that mean something anywhere in a line. "(" is harmless without "[".
INLINE = re.compile(r"[\\`*_{}\[\]]")
# Python-Markdown completes a numeric reference that lacks its semicolon, so "&#" is never left bare.
ENTITY = re.compile(r"&(?=#|\w+;)")
REFERENCE = re.compile(r"&#?\w+;")
# What opens a block when a line starts with it: heading, list, quote, definition, admonition, fence.
LINE_START = re.compile(r"^[#>+\-!]")
# These have no backslash escape in Python-Markdown, so entities are used.
ENTITY_START = re.compile(r"^[:=~?|]")
NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
BACKSLASHED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")

MARKS = re.compile(r"[\\\n\x00\[{*_`&]")
"""What a text has that reads otherwise than it is written."""
_WORDS = r"\[([^\]]{0,500})\]"
"""Of a link: where one is opened again and again, no end of it is looked for far away."""
_IMAGE_OR_LINK = re.compile(
    rf"!?{_WORDS}\([^)]{{0,2000}}\)|\[\^[^\]]{{1,100}}\]|!?{_WORDS}\[[^\]]{{0,500}}\]"
)
_ATTRIBUTES = re.compile(r"\{:?[^{}]*\}")
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}|[*_]{1,3}(?!\w)|`+")


def escape(text: str) -> str:
    """Write one line of plain text as inline Markdown that shows exactly that text."""
    text = ENTITY.sub("&amp;", text)
    text = INLINE.sub(lambda match: "\\" + match[0], text)
    text = text.replace("<", "&lt;")
    text = NUMBERED.sub(lambda match: f"{match[1]}\\{match[2]}", text)
    text = LINE_START.sub(lambda match: f"\\{match[0]}", text)
    return ENTITY_START.sub(lambda match: f"&#{ord(match[0])};", text)


@lru_cache(maxsize=5_000)
def plain(markdown: str) -> str:
    """Return the text a reader sees of inline Markdown, on one line."""
    if not MARKS.search(markdown):
        return markdown
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1])
        return f"\x00{len(kept) - 1}\x00"

    # The null character marks the places of what is kept; no text needs it.
    text = BACKSLASHED.sub(keep, markdown.replace("\n", " ").replace("\x00", ""))
    text = _IMAGE_OR_LINK.sub(lambda match: match[1] or match[2] or "", text)
    text = _ATTRIBUTES.sub("", text)
    text = _EMPHASIS.sub("", text)
    text = REFERENCE.sub(lambda match: html.unescape(match[0]), text)
    return re.sub("\x00(\\d+)\x00", lambda match: kept[int(match[1])], text)


def same_words(one: str, other: str) -> bool:
    """Tell whether two paragraphs of Markdown read the same: marks, links, emphasis and line ends aside."""
    return one == other or plain(one).split() == plain(other).split()
