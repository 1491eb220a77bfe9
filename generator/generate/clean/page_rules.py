"""Rules that know page furniture by where it stands: copies, teasers, what is above and below.

Each takes a Page and returns one with more lines dropped, or with its headline found. Their order
in PAGE_RULES matters: copies are judged before places, and places from the headline on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from generator.dates.dateline import match_dateline
from generator.generate.clean.headline import find_headline
from generator.generate.clean.lines import (
    asks,
    is_caption,
    is_list_item,
    is_paragraph,
    is_prose,
    is_sentence,
    word_count,
)
from generator.generate.clean.page import Page
from generator.generate.clean.vocabulary import BOXES, ENDS, plain
from generator.generate.draft import KeptLine
from generator.generate.reasons import (
    ABOVE,
    BELOW,
    BOX,
    COPY,
    IMAGE_TEXT,
    LABEL,
    REPEATED_HEADLINE,
    TEASER,
    TIME,
)
from generator.generate.seed_text import Line
from generator.language.sentences.quote import rough_sentences
from generator.model import Role

MOSTLY = 0.7
"""Share of a line that stands elsewhere, for it to be a copy of several lines."""
ENOUGH_PLACES = 8
"""Of a sentence that stands in more lines than this, the others need not be known."""
LONG_ENOUGH = 60
"""Shorter lines are not compared: "Thank you." may well be said twice."""


def drop_copies(page: Page) -> Page:
    """Drop lines whose sentences all stand elsewhere: second copies, and blobs of the whole text."""
    keys = {line.number: _sentence_keys(line.text) for line in page.left}
    keys = {number: found for number, found in keys.items() if found}
    where: dict[str, list[int]] = defaultdict(list)
    for number, found in keys.items():
        for key in set(found):
            if len(where[key]) < ENOUGH_PLACES:
                where[key].append(number)
    dropped: dict[int, str] = {}
    for number in sorted(keys, key=lambda number: (-len(keys[number]), -number)):
        elsewhere = [[n for n in where[key] if n != number and n not in dropped] for key in keys[number]]
        whole = all(elsewhere) and _is_copy(page, number, keys, elsewhere)
        if whole or _is_blob(keys[number], elsewhere):
            dropped[number] = COPY
    return page.drop(dropped)


def _is_copy(page: Page, number: int, keys: Mapping[int, Sequence[str]], elsewhere: list[list[int]]) -> bool:
    """Tell which of the lines that say the same is the copy.

    A line made of several others is a blob; a line wholly inside one other is an excerpt of it; of
    two that say the same, the one with a dateline or the first stays.
    """
    others = {n for numbers in elsewhere for n in numbers}
    same = [n for n in others if keys[n] == keys[number]]
    if same:
        texts = {line.number: line.text for line in page.left}
        has_dateline = bool(match_dateline(texts[number]))
        if any(bool(match_dateline(texts[n])) != has_dateline for n in same):
            return not has_dateline
        return any(n < number for n in same)
    return True


def _is_blob(keys: Sequence[str], elsewhere: list[list[int]]) -> bool:
    """Tell whether a line is mostly made of several others, though not to the last word."""
    found = sum(len(key) for key, places in zip(keys, elsewhere, strict=True) if places)
    lines = {places[0] for places in elsewhere if places}
    return len(lines) >= 2 and found >= MOSTLY * sum(len(key) for key in keys)


def _sentence_keys(text: str) -> tuple[str, ...]:
    if len(text) < LONG_ENOUGH:
        return ()
    if dateline := match_dateline(text):
        text = text[dateline.end() :]
    return tuple(re.sub(r"\W+", " ", sentence).casefold().strip() for sentence in rough_sentences(text))


def drop_above_headline(page: Page) -> Page:
    """Drop what stands above the headline, and its repetitions."""
    if not page.headline:
        return page
    headline = page.headline
    above = {line.number: ABOVE for line in page.left if line.number < headline.number}
    again = {
        line.number: REPEATED_HEADLINE
        for line in page.left
        if line.number != headline.number and line.text == headline.text
    }
    return page.drop({**again, **above})


def drop_below_article(page: Page) -> Page:
    """Cut at the line that ends the article ("Source", "Comments", "Pressekontakt").

    A box with other articles is cut out alone when paragraphs of the article follow it.
    """
    body = page.body
    strong = [is_paragraph(line.text) for line in body]
    for index, line in enumerate(body):
        word = plain(line.text)
        if word not in ENDS | BOXES or not any(strong[:index]):
            continue
        after = sum(strong[index:])
        if after == 0 or (word in ENDS and after * 3 < sum(strong[:index])):
            return page.drop({below.number: BELOW for below in body[index:]})
    return page.drop(_boxes(body))


def _boxes(body: Sequence[Line]) -> dict[int, str]:
    dropped: dict[int, str] = {}
    inside = False
    for line in body:
        if plain(line.text) in BOXES | ENDS:
            inside = True
        elif is_prose(line.text):
            inside = False
        if inside:
            dropped[line.number] = BOX
    return dropped


def drop_teasers(page: Page) -> Page:
    """Drop titles that a date or another article's picture frames, inside the text."""
    body = page.body
    first = next((line.number for line in body if is_prose(line.text)), None)
    if first is None:
        return page
    framed: dict[int, str] = {}
    for index, line in enumerate(page.lines):
        if line.number > first and page.rules.get(line.number) == TIME:
            framed |= _titles_above(page, index)
    return page.drop(framed)


def _titles_above(page: Page, index: int) -> dict[int, str]:
    """Collect the up to three lines of a teaser above its date line: section, title, question."""
    titles: dict[int, str] = {}
    for line in reversed(page.lines[max(0, index - 3) : index]):
        if line.number in page.rules:
            break
        framed = index >= 2 and page.rules.get(page.lines[index - 2].number) == IMAGE_TEXT
        if is_prose(line.text) and not (framed or asks(line)):
            break
        titles[line.number] = TEASER
    return titles


def drop_labels(page: Page) -> Page:
    """Drop what is neither text nor a heading: labels, menus, and all that follows the last prose."""
    body = page.body
    prose = [index for index, line in enumerate(body) if is_prose(line.text)]
    if not prose:
        return _keep_sentences(page)
    first, last = prose[0], prose[-1]
    while first > 0 and is_sentence(body[first - 1].text) and not _closes_menu(body[first - 1].text):
        first -= 1
    while last + 1 < len(body) and _continues(body[last + 1].text):
        last += 1
    dropped = {line.number: LABEL for line in body[:first] if not _introduces(line.text)}
    dropped |= {line.number: BELOW for line in body[last + 1 :]}
    dropped |= _label_runs(body[first : last + 1])
    return page.drop(dropped)


def _keep_sentences(page: Page) -> Page:
    """Without any long sentence, keep the short ones if that is what the text is made of."""
    short = [line for line in page.body if is_sentence(line.text)]
    if len(short) * 2 < len(page.body):
        return page.drop({line.number: BELOW for line in page.body})
    return page.drop({line.number: LABEL for line in page.body if line not in short})


def _closes_menu(text: str) -> bool:
    return word_count(text) <= 2 and text.endswith(":")


def _introduces(text: str) -> bool:
    """Tell whether a line between headline and text is a summary or caption rather than a label."""
    return is_list_item(text) or is_caption(text) or word_count(text) >= 6


def _continues(text: str) -> bool:
    return is_sentence(text) or (is_list_item(text) and word_count(text) >= 4)


def _label_runs(body: Sequence[Line]) -> dict[int, str]:
    """Find runs of two or more short lines inside the text; a single one is a heading."""
    dropped: dict[int, str] = {}
    run: list[Line] = []
    listed = False
    for line in body:
        if is_sentence(line.text) or is_list_item(line.text) or is_caption(line.text):
            if len(run) > 1 and not listed:
                dropped |= {label.number: TEASER for label in run}
            listed = line.text.endswith(":")
            run = []
        else:
            run.append(line)
    return dropped


PAGE_RULES: tuple[Callable[[Page], Page], ...] = (
    drop_copies,
    find_headline,
    drop_above_headline,
    drop_below_article,
    drop_teasers,
    drop_labels,
)


def roles(page: Page) -> tuple[KeptLine, ...]:
    """Say what each kept line is: heading, as the headline is, summary, paragraph or caption."""
    body = page.body
    first = next((i for i, line in enumerate(body) if is_prose(line.text)), len(body))
    headline = page.headline
    above = [KeptLine(headline.number, headline.text, Role.HEADING)] if headline else []
    return (
        *above,
        *(
            KeptLine(line.number, line.text, _role(line.text, index < first and headline is not None))
            for index, line in enumerate(body)
        ),
    )


def _role(text: str, above_text: bool) -> Role:
    if is_caption(text):
        return Role.CAPTION
    if above_text and not is_sentence(text):
        return Role.SUMMARY
    if is_sentence(text) or is_list_item(text) or len(text) >= 200:
        return Role.PARAGRAPH
    return Role.HEADING
