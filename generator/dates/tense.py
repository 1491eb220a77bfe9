"""Tells whether the words around a date say that it is still to come."""

from __future__ import annotations

import re
from enum import IntEnum

from generator.language.lexicons import LEXICONS

CLAUSE_REACH = 90
OPENING_WORDS = 3
"""Before a date that opens its sentence: "In the third quarter, …"."""
BOUNDARY = re.compile(
    r"(?<!\b[A-Z])(?<!\b\d)(?<!\b\d\d)\.(?:\s|$)|[!?;:](?:\s|$)|,\s|\s-\s|\b(?:that|dass|daß|said|says|saying|told|announced|sagte|sagten|erklärte|teilte|who|which|when|where|after|nachdem|weil|"
    r"because|and|und)\b",
    re.IGNORECASE,
)
MODAL = re.compile(
    r"\b(?:will|shall|wird|werden|werde|würde|würden|soll|sollen|plans?\s(?:to|for)|planned|planning|scheduled|slated|expected|expects?|due|"
    r"(?:is|are|was|were)\sto|to\sbe\sheld|intends?|geplant|geplante[nrms]?|plant|planen|vorgesehen|beabsichtigt|"
    r"bevorstehende[nrms]?|kommende[nrms]?|anstehende[nrms]?|erwartet|postponed|adjourned|extended|verschoben|vertagt|verlängert|angesetzt|angesetzte[nrms]?|upcoming|would|"
    r"set\s(?:for|to)|spätestens|payable|(?-i:may)|might|must|should|muss|müssen|wollen|möchten?)\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:an?|the|its|his|her|their)\s(?:scheduled|planned|expected|upcoming)\s|"
    r"(?:geplante|angesetzte|erwartete|bevorstehende|anstehende)[nrms]?\s(?=[A-ZÄÖÜ])"
)
""""They held a scheduled meeting on Tuesday": the verb tells when."""
IN_PRESENT = re.compile(
    r"\b(?<!\bnot\s)(?:begin|resume|reopen|arrive|depart|meet|expire|convene|begins|starts|opens|closes|ends|expires|runs|lasts|arrives|departs|leaves|travels|flies|returns|"
    r"meets|falls|resumes|reopens|continues|remains?|looms|takes?\s(?:place|effect)|"
    r"(?:comes?|enters?|goes|go)\sinto\s(?:force|effect)|"
    r"(?:is|are)\s(?:meeting|visiting|travelling|traveling|arriving|leaving|returning|holding|hosting)|"
    r"beginnt|beginnen|startet|starten|endet|enden|findet|tritt|treten|läuft|laufen|dauert|dauern|gilt|gelten|"
    r"erscheint|erscheinen|folgt|folgen|bleibt|bleiben|reist|reisen|fliegt|fliegen|trifft|treffen\ssich|kommt|kommen)\b"
)
"""What a calendar says: "The festival begins on 5 January"."""
_PREFIX = r"(?:ab|an|auf|aus|be|ein|ent|er|hinter|über|um|unter|ver|vor|wider|wieder|zer|zu|zurück|zusammen)?"
_STRONG = "|".join(
    """
    bat blies blieb brachte brach dachte drang durfte fand fiel fing flog floh floss fror galt gab
    ging glich glitt griff grub hatte hielt hieß hing hob kam kannte klang konnte kroch lag las lief
    lieh litt lud maß mied mochte musste nahm nannte pfiff rang rannte rief riet ritt sah sandte
    sang sank saß schien schied schlief schlug schloss schmolz schnitt schob schoss schrie schrieb
    schritt schuf schwamm schwand schwieg schwor sprach sprang stahl stand starb stieg stieß strich
    stritt tat traf trank trat trieb trug vergaß verlor verzieh wandte war warb warf wich wies wog
    wollte wuchs wurde wusch wusste zog zwang gewann begann gelang geschah gebar
    """.split()
)
"""German preterites that end in no -te, and those of the modal verbs."""
PRETERITE = re.compile(
    r"\b(?:was|were|had|did|got|met|held|came|went|took|gave|made|began|left|won|lost|fell|rose|found|became|saw|ran|"
    r"set|put|led|sent|spoke|wrote|chose|drew|drove|flew|froze|grew|knew|rang|"
    r"shook|stole|swore|threw|withdrew|wore|stood|taught|threw|withdrew|wore|(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?!need\b|indeed\b|hundred\b|feed\b|speed\b|seed\b)[a-z]{2,20}ed|"
    rf"{_PREFIX}(?:{_STRONG})(?:en|n|st)?|lie(?:ß|ss)(?:en)?|"
    r"(?!(?:(?<=\b(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]en|[Dd]em|[Dd]es|[Ee]in)\s)|(?<=\b[Ee]ine\s)|(?<=\b[Ee]ine[nrms]\s))[a-zäöüß]{3,25}\s[A-ZÄÖÜ])(?<!\b[Aa]m\s)"
    r"(?![a-zäöüß]{0,15}(?:raten|treten|halten|starten|arbeiten|warten|leiten|reiten|bieten|bitten|gelten|kosten|walten)\b)"
    r"(?!heute|gute|letzte|erste|zweite|dritte|sollte|könnte|mitte|seite|bitte|heuten|weite|breite|beste|alte|spä|laute|"
    r"rechte|sechste|achte|neunte|bunte|feste|harte|letzten|ersten|meiste|ganzte|kommente|nächste|jüngste|größte)"
    r"[a-zäöüß]{3,20}te(?:n|st)?)\b"
)
"""Forms of verbs, in lower case."""
PERFECT = re.compile(
    r"\b(?:hat|haben)\s(?:[^.;:]{0,80}\s)?"
    r"(?:\w{0,12}ge\w{2,20}(?:t|en)|(?:be|er|ver|ent|zer)\w{2,20}(?:t|en)|\w{2,20}iert)\b|"
    r"\b(?:ist|sind)\s(?:[^.;:]{0,80}\s)?(?:worden|\w{0,12}(?:ge(?:kommen|gangen|fahren|flogen|reist|storben|fallen|"
    r"stiegen|sunken|lungen|blieben|worden|wesen|troffen|brochen|laufen|schehen|treten|langt|landet|stürzt|startet|"
    r"wachsen|zogen|flohen|stoßen|sprungen|raten|rutscht)|gangen|kommen)|storben|verunglückt|gescheitert|erschienen|"
    r"entstanden|passiert|verschwunden|ertrunken|explodiert|kollidiert|eskaliert)\b"
)
"""The German perfect tense; with other verbs, "ist" and a participle tell of a state: "ist gesperrt"."""
SAID = re.compile(
    r"\b(?:said|told\s\w{1,20}|announced|reported|sagten?|erklärten?|teilten?)\s(?:here\s|hier\s)?(?:on\s|am\s)?$",
    re.IGNORECASE,
)
"""What is said stands in a tense of its own."""
OF_SOMETHING = re.compile(r"'s?\s")
""""Wednesday's ruling": the clause tells of the ruling."""
ATTRIBUTE = re.compile(r"\b(?:the|an?|its|their|his|her|for)\s(?:[a-z-]{3,20}\s)?$|'s\s$", re.IGNORECASE)
NOUN = re.compile(r"\s(?!after\b|before\b|when\b|that\b|with\b|from\b|were\b|will\b)[a-z]{4,20}\b")
""""The Jan. 14 deadline", "for December delivery": likewise."""
AIMED = re.compile(
    r"\bto\s(?!the\b|its\b|their\b|his\b|her\b|this\b|that\b|about\b|death\b|work\b|war\b|power\b|court\b)[a-z]{3,20}\s"
)
""""Agreed to meet on 5 May": when they did so it was not yet that day."""
OPENS_MAIN_CLAUSE = re.compile(r"\W{0,6}(?:am\s|im\s)?", re.IGNORECASE)
VERB_AFTER = re.compile(r"\s(?!hat\b|haben\b|ist\b|morgen\b)(?P<verb>[a-zäöüß]{1,20}(?:t|en)|sind)\s")
"""German: "Am Sonntag tagt der Rat"; what is no verb is a function word."""
COPULA = re.compile(r"\b(?:ist|sind)\b")
""""Er ist am Dienstag im Kabinett", "die Straße ist am 5. Mai gesperrt"."""
NO_VERB = LEXICONS.function_words - {"sind"}
LIMIT = re.compile(
    r"\b(?:until|till|by|bis|ab|innerhalb|(?:early|soon|late)\sas)\s(?:zum\s|dem\s|the\s)?$", re.IGNORECASE
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
    if OF_SOMETHING.match(text, end) or (ATTRIBUTE.search(before) and NOUN.match(text, end)):
        return Tense.OPEN
    if SAID.search(before):
        return Tense.PAST
    if MODAL.search(clause):
        is_told = PRETERITE.search(PLANNED.sub("", clause)) and not MODAL.search(PLANNED.sub("", clause))
        return Tense.PAST if is_told else Tense.FUTURE
    if SINCE.search(before):
        return Tense.PAST
    if IN_PRESENT.search(clause):
        return Tense.PRESENT
    is_past = PRETERITE.search(clause)
    if LIMIT.search(before) or OPENS_WITH_LIMIT.match(text, start):
        return Tense.OPEN if is_past else Tense.PRESENT
    if is_past or PERFECT.search(clause):
        return Tense.OPEN if AIMED.search(clause_before) else Tense.PAST
    if COPULA.search(clause):
        return Tense.PRESENT
    opening = VERB_AFTER.match(text, end) if OPENS_MAIN_CLAUSE.fullmatch(clause_before) else None
    return Tense.PRESENT if opening and opening["verb"] not in NO_VERB else Tense.OPEN
