"""Tells whether the words around a date say that it is still to come.

They are looked through in lower case, but for what their capitals tell: "may" is no month, a verb is small.
"""

from __future__ import annotations

import re
from enum import IntEnum
from itertools import chain, islice

from generator.dates.calendar import UNITS, WEEKDAY, either
from generator.language.lexicons import LEXICONS
from generator.language.searching import lowered
from generator.language.verbs import STRONG_PAST
from generator.model import GERMAN

CLAUSE_REACH = 90
LONGEST_WAY = 4
"""Pieces of a sentence from an opening date to its verb: "In May, a week after the vote, he resigned"."""
OPENING_WORDS = 3
"""Before a date that opens its sentence: "In the third quarter, …"."""
BOUNDARY = re.compile(
    r"\.(?<!\b[a-z]\.)(?<!\b\d\.)(?<!\b\d\d\.)(?:\s|$)|[!?;:](?:\s|$)|,\s|\s-\s|\b(?:that|dass|daß|said|says|saying|told|announced|sagte|sagten|erklärte|teilte|who|which|when|where|after|nachdem|weil|"
    r"because|and|und)\b"
)
BETWEEN_DASHES = re.compile(rf"\s-\s[^.;:!?]{{1,{CLAUSE_REACH}}}?\s-\s")
""""Am Montag ist das Haus - ein alter Bau - eingestürzt": the clause goes on."""
GOES_ON = re.compile(r",\s(?!(?:whose|whom|as|[a-z]{2,20}ed)\b)|and\b|und\b|after\b")
""""On Tuesday, the board and its members, who met, will vote": not the verb of what is said by the way, nor
in "On Friday, the minister, accused of fraud, will resign"."""
MODAL = re.compile(
    r"\b(?:will|shall|wird|werden|werde|würde|würden|soll|sollen|plans?\s(?:to|for)|planned|planning\s(?:to|for|an?|the|its|their)|(?:is|are|was|were)\s(?:also\s|now\s)?planning|scheduled|slated|(?<!than[-\s])(?<!\bas\s)expected|expects?|due|"
    r"(?:is|are|was|were)\sto|to\sbe\sheld|intends?|geplant|geplante[nrms]?|plant|planen|vorgesehen|beabsichtigt|"
    rf"bevorstehende[nrms]?|kommende[nrms]?(?!\s(?:{either(UNITS)}|{WEEKDAY}))|anstehende[nrms]?|erwartet|angesetzte[nrms]?|upcoming|would|"
    r"set\s(?:for|to)|spätestens|payable|might|must|should|muss|müssen|wollen|möchten?)\b"
)
MAY = re.compile(r"may\b(?<=\bmay)")
"""Not the month."""
PLANNED = re.compile(
    r"\b(?:an?|the|its|his|her|their)\s(?:scheduled|planned|expected|upcoming)\s|"
    r"(?:geplante|angesetzte|erwartete|bevorstehende|anstehende)[nrms]?\s(?=[A-ZÄÖÜ])"
)
""""They held a scheduled meeting on Tuesday": the verb tells when."""
CAME_TO_NOTHING = re.compile(r"\b(?:(?:was|were)\sto\shave|had\sbeen\s(?:scheduled|due|expected|set|to))\b")
""""They were to have met on Sunday": nobody says so of a day to come."""
PUT_OFF = re.compile(
    r"\b(?:postponed|adjourned|extended|rescheduled|verschoben|vertagt|verlängert|angesetzt)\b"
)
ONTO = re.compile(r"\b(?:to|until|till|for|auf|bis)\s(?:zum\s|den\s|dem\s|the\s)?$")
""""Postponed until 5 May"; what was "postponed on 5 May" is told as over."""
IN_PRESENT = re.compile(
    r"\b(?<!\bnot\s)(?:begin|resume|reopen|arrive|depart|meet|expire|convene|begins|starts|opens|closes|ends|expires|runs|lasts|arrives|departs|leaves|travels|flies|returns|"
    r"meets|falls|resumes|reopens|continues|remains?|looms|takes?\s(?:place|effect)|"
    r"(?:comes?|enters?|goes|go)\sinto\s(?:force|effect)|"
    r"(?:is|are)\s(?:meeting|visiting|travelling|traveling|arriving|leaving|returning|holding|hosting)|"
    r"beginnt|beginnen|startet|starten|endet|enden|findet|tritt|treten|läuft|laufen|dauert|dauern|gilt|gelten|"
    r"erscheint|erscheinen|folgt|folgen|bleibt|bleiben|reist|reisen|fliegt|fliegen|trifft|treffen\ssich|kommt|kommen)\b"
)
"""What a calendar says: "The festival begins on 5 January"."""
PRETERITE = re.compile(
    rf"\b(?:(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?:{STRONG_PAST}|"
    r"(?!need\b|indeed\b|hundred\b|feed\b|speed\b|seed\b)[a-z]{2,20}ed)|"
    r"(?!(?:(?<=\b(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]en|[Dd]em|[Dd]es|[Ee]in)\s)|(?<=\b[Ee]ine\s)|(?<=\b[Ee]ine[nrms]\s))[a-zäöüß]{3,25}\s[A-ZÄÖÜ])(?<!\b[Aa]m\s)"
    r"(?![a-zäöüß]{0,15}(?:raten|treten|halten|starten|arbeiten|warten|leiten|reiten|bieten|bitten|gelten|kosten|walten)\b)"
    r"(?!heute|gute|letzte|erste|zweite|dritte|sollte|könnte|mitte|seite|bitte|heuten|weite|breite|beste|alte|spä|laute|"
    r"rechte|sechste|achte|neunte|bunte|feste|harte|letzten|ersten|meiste|ganzte|kommente|nächste|jüngste|größte)"
    r"[a-zäöüß]{3,20}te(?:n|st)?)\b"
)
"""Forms of verbs, in lower case."""
INSEPARABLE = "(?:be|ent|er|hinter|miss|über|unter|ver|wider|zer)"
"""What German verbs begin with whose participle has no "ge"."""
PERFECT = re.compile(
    r"\b(?:hat|haben)\s(?:[^.;:]{0,80}\s)?"
    rf"(?:\w{{0,12}}ge\w{{2,20}}(?:t|en)|{INSEPARABLE}\w{{2,20}}(?:t|en)|\w{{2,20}}iert)\b|"
    r"\b(?:ist|sind)\s(?:[^.;:]{0,80}\s)?(?:worden|\w{0,12}(?:ge(?:kommen|gangen|fahren|flogen|reist|storben|fallen|"
    r"stiegen|sunken|lungen|blieben|worden|wesen|troffen|brochen|laufen|schehen|treten|langt|landet|stürzt|startet|"
    r"wachsen|zogen|flohen|stoßen|sprungen|raten|rutscht)|gangen|kommen)|storben|verunglückt|gescheitert|erschienen|"
    r"entstanden|passiert|verschwunden|ertrunken|explodiert|kollidiert|eskaliert)\b"
)
"""The German perfect tense; with other verbs, "ist" and a participle tell of a state: "ist gesperrt"."""
SAID = re.compile(
    r"\b(?:said|told\s\w{1,20}|announced|reported|sagten?|erklärten?|teilten?)\s(?:here\s|hier\s)?(?:on\s|am\s)?$"
)
"""What is said stands in a tense of its own."""
OF_SOMETHING = re.compile(r"'s?\s")
""""Wednesday's ruling": the clause tells of the ruling."""
ATTRIBUTE = re.compile(r"\b(?:the|an?|its|their|his|her|for)\s(?:[a-z-]{3,20}\s)?$|'s\s$")
NOUN = re.compile(r"\s(?!after\b|before\b|when\b|that\b|with\b|from\b|were\b|will\b)[a-z]{4,20}\b")
""""The Jan. 14 deadline", "for December delivery": likewise."""
PREPOSITION = re.compile(r"(?:on|over|at|during|until|by|since)\s")
""""The court on Tuesday ruled": none is an attribute."""
AIMED = re.compile(
    r"\bto\s(?!the\b|its\b|their\b|his\b|her\b|this\b|that\b|about\b|death\b|work\b|war\b|power\b|court\b)[a-z]{3,20}\s"
)
""""Agreed to meet on 5 May": when they did so it was not yet that day."""
OPENS_MAIN_CLAUSE = re.compile(r"\W{0,6}(?:am\s|im\s)?", re.IGNORECASE)
VERB_AFTER = re.compile(r"\s(?!hat\b|haben\b|ist\b|morgen\b)(?P<verb>[a-zäöüß]{1,20}(?:t|en)|sind)\s")
"""German: "Am Sonntag tagt der Rat"; what is no verb is a function word."""
_GERMAN_WORDS = LEXICONS[GERMAN]
_NO_VERB_IN_T = frozenset(
    """absolut alt bekannt bereit bewusst derart dicht direkt dauerhaft echt einst ernst erneut explizit fest
    fort gut hart heißt höchst insgesamt interessant jederzeit jüngst kalt komplett konkret konsequent längst
    leicht meist möglichst oft perfekt privat recht schlecht schlicht sofort sonst spät tot überhaupt
    unbedingt vielleicht weit weltweit womit zumindest zurzeit äußerst""".split()
)
_OTHER_IN_T = {
    word
    for word in _GERMAN_WORDS.function_words | _GERMAN_WORDS.speech_verbs | _NO_VERB_IN_T
    if word[-1] == "t"
}
TELLS_NOW = re.compile(
    rf"(?<![\w-])(?!(?:{either(_OTHER_IN_T)})\b)(?!(?:haben|hat)\b|{INSEPARABLE}|(?:[a-zäöüß]{{2,8}})?ge[a-zäöüß]{{3}})"
    r"[a-zäöüß]{2,20}t(?![\w-])"
)
"""A verb in the third person, wherever it stands: "mit dem er am Dienstag in die Verhandlungen zieht"."""
COPULA = re.compile(r"\b(?:ist|sind)\b")
""""Er ist am Dienstag im Kabinett", "die Straße ist am 5. Mai gesperrt"."""
NO_VERB = LEXICONS.function_words - {"sind"}
LIMIT = re.compile(r"\b(?:until|till|by|bis|ab|innerhalb|(?:early|soon|late)\sas)\s(?:zum\s|dem\s|the\s)?$")
OPENS_WITH_LIMIT = re.compile(r"(?:until|till|by|bis|ab)\s", re.IGNORECASE)
MEANT_FOR = re.compile(r"\bfür\s(?:den|die|das)\s(?:[a-zäöü]{3,20}\s)?$")
""""Er hatte die Wahl für den 13. April festgesetzt": whatever the tense, it was to come."""
SINCE = re.compile(r"\b(?:since|seit)\s(?:dem\s|the\s)?$")


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


def tense_around(text: str, start: int, end: int, *, german: bool = False) -> Tense:
    """Return the tense of the clause around a date.

    Args:
        text: with plain dashes and spaces.
        start: where the date begins.
        end: where it ends.
        german: whether the text is German.
    """
    before = text[max(0, start - CLAUSE_REACH) : start]
    boundaries = list(BOUNDARY.finditer(lowered(before)))
    clause = before[boundaries[-1].end() :] if boundaries else before
    clause_before = clause
    after = BETWEEN_DASHES.sub(" ", text[end : end + 2 * CLAUSE_REACH])[:CLAUSE_REACH]
    # The comma right after an opening date ("On 15 January, the ministers will meet") divides nothing.
    opens = not boundaries or not boundaries[-1][0].strip().isalpha()
    offset = 2 if opens and after.startswith(", ") and len(clause.split()) <= OPENING_WORDS else 0
    ends = chain((boundary.start() for boundary in BOUNDARY.finditer(lowered(after), offset)), [len(after)])
    for stop in islice(ends, LONGEST_WAY if offset else 1):
        tense = _tense(clause + after[:stop], clause_before, text, start, end, german=german)
        if tense is not Tense.OPEN or not GOES_ON.match(after, stop):
            break
    return tense


def _tense(clause: str, clause_before: str, text: str, start: int, end: int, *, german: bool) -> Tense:
    before = text[max(0, start - CLAUSE_REACH) : start]
    low = lowered(before)
    is_attribute = ATTRIBUTE.search(low) and NOUN.match(text, end) and not PREPOSITION.match(text, start)
    if is_attribute or OF_SOMETHING.match(text, end):
        return Tense.OPEN
    if SAID.search(low):
        return Tense.PAST
    if MEANT_FOR.search(before) or (
        PUT_OFF.search(lowered(clause)) and (ONTO.search(low) or OPENS_WITH_LIMIT.match(text, start))
    ):
        return Tense.FUTURE
    if CAME_TO_NOTHING.search(clause):
        return Tense.PAST
    if _is_modal(clause):
        unplanned = PLANNED.sub("", clause)
        is_told = PRETERITE.search(unplanned) and not _is_modal(unplanned)
        return Tense.PAST if is_told else Tense.FUTURE
    if SINCE.search(low):
        return Tense.PAST
    if IN_PRESENT.search(clause):
        return Tense.PRESENT
    is_past = PRETERITE.search(clause)
    if LIMIT.search(low) or OPENS_WITH_LIMIT.match(text, start):
        return Tense.OPEN if is_past else Tense.PRESENT
    if is_past or PERFECT.search(clause):
        return Tense.OPEN if AIMED.search(clause_before) else Tense.PAST
    if COPULA.search(clause) or (german and TELLS_NOW.search(clause)):
        return Tense.PRESENT
    opening = VERB_AFTER.match(text, end) if OPENS_MAIN_CLAUSE.fullmatch(clause_before) else None
    return Tense.PRESENT if opening and opening["verb"] not in NO_VERB else Tense.OPEN


def _is_modal(clause: str) -> bool:
    return bool(MODAL.search(lowered(clause)) or MAY.search(clause))
