"""Tells whether the words around a date say that it is still to come."""

from __future__ import annotations

import re
from enum import IntEnum

CLAUSE_REACH = 90
OPENING_WORDS = 3
"""Before a date that opens its sentence: "In the third quarter, …"."""
BOUNDARY = re.compile(
    r"[.!?;:](?:\s|$)|,\s|\s-\s|\b(?:that|dass|daß|said|says|saying|told|announced|sagte|sagten|erklärte|teilte|who|which|when|where|after|nachdem|weil|"
    r"because|and|und)\b",
    re.IGNORECASE,
)
MODAL = re.compile(
    r"\b(?:will|shall|wird|werden|werde|würde|würden|soll|sollen|plans?\s(?:to|for)|planned|planning|scheduled|slated|expected|expects?|due|"
    r"is\sto|are\sto|to\sbe\sheld|intends?|geplant|geplante[nrms]?|plant|planen|vorgesehen|beabsichtigt|"
    r"bevorstehende[nrms]?|kommende[nrms]?|anstehende[nrms]?|erwartet|postponed|adjourned|extended|verschoben|vertagt|verlängert|angesetzt|angesetzte[nrms]?|upcoming|would|"
    r"set\s(?:for|to)|spätestens|payable|(?-i:may)|might|must|should|muss|müssen)\b",
    re.IGNORECASE,
)
IN_PRESENT = re.compile(
    r"\b(?:begins|starts|opens|closes|ends|expires|runs|lasts|arrives|departs|leaves|travels|flies|returns|"
    r"meets|falls|resumes|reopens|continues|remains?|looms|takes?\s(?:place|effect)|"
    r"(?:comes?|enters?|goes|go)\sinto\s(?:force|effect)|"
    r"(?:is|are)\s(?:meeting|visiting|travelling|traveling|arriving|leaving|returning|holding|hosting)|"
    r"beginnt|beginnen|startet|starten|endet|enden|findet|tritt|treten|läuft|laufen|dauert|dauern|gilt|gelten|"
    r"erscheint|erscheinen|folgt|folgen|bleibt|bleiben|reist|reisen|fliegt|fliegen|trifft|treffen\ssich|kommt|kommen)\b"
)
"""What a calendar says: "The festival begins on 5 January"."""
PRETERITE = re.compile(
    r"\b(?:was|were|had|did|got|met|held|came|went|took|gave|made|began|left|won|lost|fell|rose|found|became|saw|ran|"
    r"set|put|led|sent|spoke|wrote|(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?!need\b|indeed\b|hundred\b|feed\b|speed\b|seed\b)[a-z]{2,20}ed|"
    r"war|waren|wurden?|hatten?|kam|kamen|ging|gingen|gab|gaben|fand|fanden|traf|trafen|nahm|nahmen|begann|"
    r"begannen|trat|traten|starb|starben|zog|zogen|lag|lagen|stand|standen|blieb|blieben|lie(?:ß|ss)(?:en)?|schrieb|"
    r"schrieben|sprach|sprachen|fiel|fielen|brach|hielt|hielten|gewann|verlor|erhielt|erschien|entstand|schloss|"
    r"(?!heute|gute|letzte|erste|zweite|dritte|sollte|könnte|mitte|seite|bitte|heuten|weite|breite|beste|alte|spä|laute|"
    r"rechte|sechste|achte|neunte|bunte|feste|harte|letzten|ersten|meiste|ganzte|kommente|nächste|jüngste|größte)"
    r"[a-zäöüß]{3,20}te(?:n|st)?)\b"
)
"""Forms of verbs, in lower case."""
PERFECT = re.compile(
    r"\b(?:hat|haben|ist|sind)\s(?:[^.;:]{0,80}\s)?"
    r"(?:\w{0,12}ge\w{2,20}(?:t|en)|(?:be|er|ver|ent|zer)\w{2,20}(?:t|en)|\w{2,20}iert)\b"
)
"""The German perfect tense, or a state that goes on: "ist bis 5. Mai gesperrt"."""
SAID = re.compile(
    r"\b(?:said|told\s\w{1,20}|announced|reported|sagten?|erklärten?|teilten?)\s(?:here\s|hier\s)?(?:on\s|am\s)?$",
    re.IGNORECASE,
)
"""What is said stands in a tense of its own."""
OF_SOMETHING = re.compile(r"'s?\s")
""""Wednesday's ruling": the clause tells of the ruling."""
OPENS_MAIN_CLAUSE = re.compile(r"\W{0,6}(?:am\s|im\s)?", re.IGNORECASE)
VERB_AFTER = re.compile(
    r"\s(?!hat\b|ist\b|mit\b|seit\b|erst\b|fast\b|dort\b|nicht\b|jetzt\b|oft\b|nacht\b)[a-zäöüß]{1,20}t\s|\ssind\s"
)
"""German: "Am Sonntag tagt der Rat"."""
LIMIT = re.compile(
    r"\b(?:until|till|by|bis|ab|(?:early|soon|late)\sas)\s(?:zum\s|dem\s|the\s)?$", re.IGNORECASE
)
OPENS_WITH_LIMIT = re.compile(r"(?:until|till|by|bis|ab)\s", re.IGNORECASE)
SINCE = re.compile(r"\b(?:since|seit)\s(?:dem\s|the\s)?$", re.IGNORECASE)


class Tense(IntEnum):
    """How far ahead the words around a date look."""

    PAST = -1
    """In the past tense, and no word of a plan."""
    OPEN = 0
    """They do not say."""
    PRESENT = 1
    """In the present tense: of a day without year, the next one is meant."""
    FUTURE = 2
    """They say outright that it was planned or to come."""


def tense_around(text: str, start: int, end: int) -> Tense:
    """Return the tense of the clause around a date.

    Args:
        text: with plain dashes and spaces.
        start: where the date begins.
        end: where it ends.
    """
    before = text[max(0, start - CLAUSE_REACH) : start]
    boundaries = list(BOUNDARY.finditer(before))
    clause = before[boundaries[-1].end() :] if boundaries else before
    clause_before = clause
    after = text[end : end + CLAUSE_REACH]
    # The comma right after an opening date ("On 15 January, the ministers will meet") divides nothing.
    opens = not boundaries or not boundaries[-1][0].strip().isalpha()
    offset = 2 if opens and after.startswith(", ") and len(clause.split()) <= OPENING_WORDS else 0
    boundary = BOUNDARY.search(after, offset)
    clause += after[: boundary.start()] if boundary else after
    return _tense(clause, clause_before, text, start, end)


def _tense(clause: str, clause_before: str, text: str, start: int, end: int) -> Tense:
    before = text[max(0, start - CLAUSE_REACH) : start]
    if OF_SOMETHING.match(text, end):
        return Tense.OPEN
    if SAID.search(before):
        return Tense.PAST
    if MODAL.search(clause):
        return Tense.FUTURE
    if SINCE.search(before):
        return Tense.PAST
    if IN_PRESENT.search(clause):
        return Tense.PRESENT
    is_past = PRETERITE.search(clause)
    if LIMIT.search(before) or OPENS_WITH_LIMIT.match(text, start):
        return Tense.OPEN if is_past else Tense.PRESENT
    if is_past or PERFECT.search(clause):
        return Tense.PAST
    return (
        Tense.PRESENT
        if OPENS_MAIN_CLAUSE.fullmatch(clause_before) and VERB_AFTER.match(text, end)
        else Tense.OPEN
    )
