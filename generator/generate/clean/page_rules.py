"""Rules that know page furniture by where it stands: copies, teasers, what is above and below.

Each takes a Page and returns one with more lines dropped, or with its headline found. Their order
in PAGE_RULES matters: copies are judged before places, and places from the headline on.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from slugify import slugify

from generator.generate.clean.line_rules import ADDRESS, IMAGE_TEXT, TIME
from generator.generate.clean.lines import (
    Line,
    is_list_item,
    is_paragraph,
    is_prose,
    is_sentence,
    word_count,
)
from generator.generate.clean.vocabulary import BOXES, ENDINGS, plain
from generator.generate.draft import KeptLine
from generator.languages import country_words
from generator.model import DroppedLine, Role
from generator.sentences import rough_sentences

FOREIGN = "in another language"
ABOVE = "above the headline"
BELOW = "below the article"
COPY = "copy of other lines"
REPEATED_HEADLINE = "headline again"
LABEL = "label between headline and text"
TEASER = "teaser for another article"
BOX = "box with other articles"

LONG_ENOUGH = 60
"""Shorter lines are not compared: "Thank you." may well be said twice."""
DATELINE = re.compile(r"^[A-ZÄÖÜ][A-ZÄÖÜ .,'/-]+(?:, \w+\.? \d{1,2})?(?:\s*\([^)]{2,40}\))?\s*[-–—]{1,2}\s*")
CAPTION = re.compile(
    r"\((?:source|photo|foto|bild|quelle|image|picture|credit|archivfoto|archivbild|file photo|symbolbild)\b"
    r"[^)]*\)\.?$"
    r"|^(?:bildunterschrift|caption)\s*:",
    re.IGNORECASE,
)
INSTITUTION = re.compile(
    r"^(?:the )?(?:\w+ )?(?:ministry|embassy|department|government|ministerium|bundesministerium|botschaft"
    r"|verteidigungsministerium|auswärtiges amt|bundesregierung|bundeswehr|außenministerium|ministry's)\b",
    re.IGNORECASE,
)
INSTITUTION_WORDS = frozenset(
    [
        "the",
        "of",
        "for",
        "and",
        "in",
        "'s",
        "der",
        "des",
        "die",
        "für",
        "und",
        "im",
        "national",
        "defense",
        "defence",
        "foreign",
        "affairs",
        "external",
        "ministry",
        "ministerium",
        "bundesministerium",
        "verteidigung",
        "landesverteidigung",
        "verteidigungsministerium",
        "auswärtiges",
        "auswärtigen",
        "amt",
        "bundesregierung",
        "bundeswehr",
        "embassy",
        "botschaft",
        "äußeres",
        "angelegenheiten",
        "information",
        "office",
        "informationsbüro",
        "press",
        "presse",
        "department",
        "government",
        "außenministerium",
        "people's",
        "russian",
        "chinese",
        "federal",
        "state",
        "republik",
    ]
)
SITE_NAME = re.compile(
    r"^[\w-]+\.(?:com|org|net|de|at|ch|ru|cn|vn|pl|eu|info|news|tv|co\.uk|int|gov|mil)\b", re.I
)


@dataclass(frozen=True)
class Page:
    """All lines of a seed, and for each dropped one the rule that dropped it."""

    lines: tuple[Line, ...]
    rules: Mapping[int, str]
    headline: Line | None = None

    @property
    def left(self) -> tuple[Line, ...]:
        """The lines no rule has dropped."""
        return tuple(line for line in self.lines if line.number not in self.rules)

    @property
    def body(self) -> tuple[Line, ...]:
        """What is left below the headline."""
        start = self.headline.number if self.headline else 0
        return tuple(line for line in self.left if line.number > start)

    @property
    def dropped(self) -> tuple[DroppedLine, ...]:
        """The dropped lines with their rules."""
        return tuple(
            DroppedLine(line.number, line.text, self.rules[line.number])
            for line in self.lines
            if line.number in self.rules
        )

    def drop(self, rules: Mapping[int, str]) -> Page:
        """Return the page with more lines dropped; a line keeps the first rule that dropped it."""
        return replace(self, rules={**rules, **self.rules})


def drop_copies(page: Page) -> Page:
    """Drop lines whose sentences all stand elsewhere: second copies, and blobs of the whole text."""
    keys = {line.number: _sentence_keys(line.text) for line in page.left}
    keys = {number: found for number, found in keys.items() if found}
    where: dict[str, list[int]] = defaultdict(list)
    for number, found in keys.items():
        for key in set(found):
            where[key].append(number)
    dropped: dict[int, str] = {}
    for number in sorted(keys, key=lambda number: (-len(keys[number]), -number)):
        elsewhere = [[n for n in where[key] if n != number and n not in dropped] for key in keys[number]]
        if all(elsewhere) and _is_copy(page, number, keys, elsewhere):
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
        has_dateline = bool(DATELINE.match(texts[number]))
        if any(bool(DATELINE.match(texts[n])) != has_dateline for n in same):
            return not has_dateline
        return any(n < number for n in same)
    return True


def _sentence_keys(text: str) -> tuple[str, ...]:
    if len(text) < LONG_ENOUGH:
        return ()
    text = DATELINE.sub("", text)
    return tuple(re.sub(r"\W+", " ", sentence).casefold().strip() for sentence in rough_sentences(text))


def find_headline(page: Page) -> Page:
    """Find the headline: named by the page's address, repeated, or last above the first prose."""
    candidates = list(_headline_candidates(page))
    headline = _named_by_address(page, candidates) or _repeated(candidates) or _above_prose(candidates)
    return replace(page, headline=headline)


def _headline_candidates(page: Page) -> Iterator[Line]:
    """Yield title-like lines up to the text's first paragraph.

    A single sentence does not end the search: site slogans and leads stand above repeated headlines.
    """
    for line in page.left:
        if is_prose(line.text) and not _asks(line):
            if is_paragraph(line.text):
                return
            yield replace(line, text="")  # a boundary, see _above_prose
        elif word_count(line.text) >= 3 and not is_list_item(line.text) and not CAPTION.search(line.text):
            yield line


def _asks(line: Line) -> bool:
    return line.text.endswith(("?", "!")) and len(line.text) <= 120 and len(rough_sentences(line.text)) == 1


def _named_by_address(page: Page, candidates: Sequence[Line]) -> Line | None:
    addresses = [line.text for line in page.lines if page.rules.get(line.number) == ADDRESS]
    ends = [set(slugify(address.rstrip("/").rsplit("/", 1)[-1]).split("-")) for address in addresses]
    for line in candidates:
        words = set(slugify(line.text).split("-"))
        if len(words) >= 4 and any(len(words & end) >= 0.8 * len(words) for end in ends):
            return line
    return None


def _repeated(candidates: Sequence[Line]) -> Line | None:
    counted = Counter(line.text for line in candidates if word_count(line.text) >= 4)
    return next((line for line in candidates if counted[line.text] > 1), None)


def _above_prose(candidates: Sequence[Line]) -> Line | None:
    """Return the first line above the first sentence that is not an institution's or site's name."""
    above: list[Line] = []
    for line in candidates:
        if not line.text:
            break
        above.append(line)
    titles = [line for line in above if not _is_name(line.text)]
    longer = [line for line in titles if word_count(line.text) >= 5]
    return next(iter(longer or titles), None)


def _is_name(text: str) -> bool:
    if SITE_NAME.match(text):
        return True
    words = [word.strip(",.()").casefold().replace("’", "'") for word in text.split()]
    known = INSTITUTION_WORDS | country_words()
    return bool(INSTITUTION.match(text)) and all(word in known for word in words)


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
        if word not in ENDINGS | BOXES or not any(strong[:index]):
            continue
        after = sum(strong[index:])
        if after == 0 or (word in ENDINGS and after * 3 < sum(strong[:index])):
            return page.drop({below.number: BELOW for below in body[index:]})
    return page.drop(_boxes(body))


def _boxes(body: Sequence[Line]) -> dict[int, str]:
    dropped: dict[int, str] = {}
    inside = False
    for line in body:
        if plain(line.text) in BOXES | ENDINGS:
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
        if is_prose(line.text) and not (framed or _asks(line)):
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
    return is_list_item(text) or bool(CAPTION.search(text)) or word_count(text) >= 6


def _continues(text: str) -> bool:
    return is_sentence(text) or (is_list_item(text) and word_count(text) >= 4)


def _label_runs(body: Sequence[Line]) -> dict[int, str]:
    """Find runs of two or more short lines inside the text; a single one is a heading."""
    dropped: dict[int, str] = {}
    run: list[Line] = []
    listed = False
    for line in body:
        if is_sentence(line.text) or is_list_item(line.text) or CAPTION.search(line.text):
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
    """Say what each kept line below the headline is: summary, paragraph, heading or caption."""
    body = page.body
    first = next((i for i, line in enumerate(body) if is_prose(line.text)), len(body))
    return tuple(
        KeptLine(line.number, line.text, _role(line.text, index < first and page.headline is not None))
        for index, line in enumerate(body)
    )


def _role(text: str, above_text: bool) -> Role:
    if CAPTION.search(text):
        return Role.CAPTION
    if above_text and not is_sentence(text):
        return Role.SUMMARY
    if is_sentence(text) or is_list_item(text) or len(text) >= 200:
        return Role.PARAGRAPH
    return Role.HEADING
