"""Whether a clause has a verb, and in which tense: enough to tell a happening from a heading or a byline.

Texts are plain. Endings tell most verbs; those that change their stem are listed. A noun in "-s" or an
adjective in "-en" passes for a verb: what is refused has none in any reading.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.language.letters import fold
from generator.language.lexicon import starts, words
from generator.language.lexicons import LEXICONS
from generator.model import GERMAN, Language

WORD = re.compile(r"[^\W\d_]+")
AUXILIARIES = words(
    """is are was were be been has have had will shall may can could would must did does do
    ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte konnten soll sollen
    sollte sollten muss müssen musste mussten will wollen wollte wollten darf dürfen sei seien habe"""
)
PAST_AUXILIARIES = words(
    """was were had did war waren wurde wurden hatte hatten konnte konnten musste mussten wollte wollten
    durfte durften"""
)
PERFECT = words("has have hat haben ist sind")
"""With a participle, of what is over."""
PERFECT_WITH_HAVE = words("hat haben")
PASSIVE = words("is are be being")
AHEAD = words(
    """will shall would should may might can could must
    wird werden werde würde würden soll sollen will wollen kann können darf muss müssen"""
)
_PREFIX = (
    "(?:ab|an|auf|aus|be|ein|emp|ent|er|hinter|miss|über|um|unter|ver|vor|wider|wieder|zer|zu|zurück|"
    "zusammen)?"
)
_ENGLISH = "|".join(
    """
    ate became began bought broke brought built came chose cut dealt drew drove fell felt flew forbade
    forgot fought found froze gave got grew had heard held hid hit kept knew laid led left lent let lost
    made meant met overthrew paid put quit ran rang read rode rose said sang sank sat saw sent set shook
    shot showed shut slept sold sought spent split spoke spread stole stood struck swam swept swore
    taught thought threw told took understood undertook upheld was went were withdrew woke won wore wrote did
    """.split()
)
_GERMAN = "|".join(
    """
    bat begann blieb blies bot brach brachte brannte dachte drang durfte fand fiel fing flog floh floss
    fror fuhr gab galt gebar gelang genoss geriet geschah gewann ging glich glitt griff grub half hatte
    hielt hieß hing hob kam kannte klang konnte kroch lag las lief lieh ließ litt log lud maß mied
    mochte musste nahm nannte pfiff rannte rief riet riss ritt sah sandte sang sank saß schied schien
    schlief schloss schlug schmolz schnitt schob schoss schrie schrieb schritt schuf schwamm schwand
    schwieg schwor sprach sprang stahl stand starb stieg stieß strich stritt tat traf trank trat trieb
    trug verband vergaß verlor verzieh überwand wandte war warb warf wich wies wog wollte wuchs wurde
    wusch wusste zog zwang
    """.split()
).replace("ß", "(?:ß|ss)")
STRONG_PAST = rf"(?:{_ENGLISH}|{_PREFIX}(?:{_GERMAN})(?:e?n)?)"
"""A pattern for past tenses that no ending tells, in small letters: "took", "erhielten"."""
IS_STRONG_PAST = re.compile(STRONG_PAST)
PLURAL = words(
    """meet hold begin take sign celebrate conduct join leave go come arrive attend fly publish announce agree
    expect want make"""
)
"""English verbs as they stand after several: "They meet tomorrow"."""
PLANNING = starts(
    """announc agree plan decid schedul invit postpon delay propos order vertag verschob kündig angekündig
    geplan vereinbar beschlo lud eingeladen angesetz terminier"""
)
"""What verbs of planning start with."""
SAYS_MORE = 12
"""Words from which on a clause says what was said."""
ENGLISH_PAST = re.compile(r"[a-z]{2,30}(?:[^e]|e)ed")
ENGLISH_PRESENT = re.compile(r"[a-z]{2,30}[^su\W]s")
ENGLISH_GERUND = re.compile(r"[a-z]{2,30}ing")
GERMAN_PAST = re.compile(r"(?!ge)[a-zäöüß]{2,30}(?:te|ten)")
NOT_PAST = re.compile(
    r".{2,30}(?:ig|lich|isch|end|er|st|t|h|g|ch|ss)sten?|.{0,12}(?:bieten|arbeiten|leiten|starten|halten|warten|"
    r"gelten|raten|treten|reiten|stalten|walten|deuten|richten|pflichten|fürchten|achten|retten|spalten|schalten|"
    r"kosten|testen|leisten|rüsten|bitten?|mieten|melden)|(?:könn|müss|dürf|möch)ten?|heute|zweiten?|dritten?|"
    r"(?:alt|hart|gut|weit|breit|rot|leicht|schlecht|recht|bekannt|bestimmt|gesamt|erst|letzt|selb)en?"
)
"""Words that end as a German past tense does, and are none."""
GERMAN_PARTICIPLE = re.compile(
    r"(?:[a-zäöüß]{2,8})?ge[a-zäöüß]{2,20}(?:t|en)|(?:be|ver|er|ent|zer|unter|über)[a-zäöüß]{3,20}(?:t|en)|"
    r"[a-zäöüß]{3,20}iert|getan"
)
GERMAN_INFINITIVE = re.compile(r"[a-zäöüß]{0,8}zu[a-zäöüß]{2,20}en")
GERMAN_PRESENT = re.compile(r"[a-zäöüß]{3,30}(?:t|en|ern|eln)")


def has_verb(text: str, language: Language) -> bool:
    """Tell whether a clause may have a verb; what has none in any reading is a heading, a byline, a list.

    `language`: of the text; for one without rules of its own the answer is yes.
    """
    if language not in LEXICONS:
        return True
    return any(_is_verb(word, language) for word in _small_words(text))


def may_tell(text: str) -> bool:
    """Tell whether a clause may have a verb in any language that is read."""
    return any(has_verb(text, language) for language in LEXICONS)


def is_past(text: str, language: Language) -> bool:
    """Tell whether a clause tells something as over: "was held", "traf", "hat beschlossen"."""
    small = _small_words(text)
    if any(word in AHEAD for word in small):
        return False
    if any(word in PAST_AUXILIARIES or IS_STRONG_PAST.fullmatch(word) for word in small):
        return True
    # "Der fünfte" is no verb.
    ordinals = LEXICONS.nearest(language).numbers.inflected_ordinals
    said = [word for word in small if word not in LEXICONS.function_words and word not in ordinals]
    has_perfect = any(word in PERFECT for word in small)
    if language == GERMAN:
        over = any(GERMAN_PAST.fullmatch(word) and not NOT_PAST.fullmatch(word) for word in said)
        return over or (has_perfect and any(GERMAN_PARTICIPLE.fullmatch(word) for word in said))
    # "Is opened" is no past tense, "has been opened" is.
    is_passive = any(word in PASSIVE for word in small)
    return (has_perfect or not is_passive) and any(ENGLISH_PAST.fullmatch(word) for word in said)


def may_be_past(text: str, language: Language) -> bool:
    """Tell whether a clause may tell of what is over, with a past tense or participle: "founded in 1665"."""
    if is_past(text, language) or language not in LEXICONS:
        return True
    form = GERMAN_PARTICIPLE if language == GERMAN else ENGLISH_PAST
    return any(form.fullmatch(fold(word[0])) for word in WORD.finditer(text))


def lacks_participle(text: str, language: Language) -> bool:
    """Tell whether a clause has been cut before its verb: "Daher haben die Gegner am 18. Februar"."""
    small = _small_words(text)
    if language != GERMAN or not any(word in PERFECT_WITH_HAVE for word in small):
        return False
    return not any(GERMAN_PARTICIPLE.fullmatch(word) or GERMAN_INFINITIVE.fullmatch(word) for word in small)


def only_says(text: str, language: Language) -> bool:
    """Tell whether a clause tells no more than that somebody said something: "She said last night"."""
    speech = LEXICONS.nearest(language).speech_verbs
    verbs = [word for word in _small_words(text) if _is_verb(word, language)]
    return bool(verbs) and len(text.split()) < SAYS_MORE and all(word in speech for word in verbs)


def tells_ahead(text: str) -> bool:
    """Tell whether a clause has an auxiliary of what is to come: "They will meet"."""
    return any(word in AHEAD for word in _small_words(text))


def plans(text: str) -> bool:
    """Tell whether a clause tells of a plan, and so of what was to come: "They agreed on a summit in May"."""
    return any(word.startswith(PLANNING) for word in _small_words(text))


NOT_DONE = re.compile(
    r"\b(?:did|do|does|was|were|has|have|had|is|are|will|would|shall|should|could|can|may)(?:\snot|n't)\b"
    r"(?!\s(?:only|just|least|until))|\bno\slonger\b|\b(?:was|were)\s(?:supposed|meant|to\shave)\s|"
    r"\b(?:should|would|could)\shave\s|\bhad\sbeen\s(?:due|expected|scheduled)\s|"
    r"\b(?:nicht|keinen?|keine[mr])\b(?!\s(?:nur|zuletzt|mehr\sals|weniger\sals|einmal))|"
    r"\beigentlich\s(?:soll|woll|h[aä]tt)|\bh[aä]tten?\s[^.;:]{0,80}\ssollen\b",
    re.IGNORECASE,
)
OPENS_CLAUSE = re.compile(
    r"\s(?:that|when|because|if|who|which|while|although|dass|weil|wenn|ob|obwohl|damit)\s", re.IGNORECASE
)


def was_not_done(text: str) -> bool:
    """Tell whether a clause says that something was not done, or should have been: "They will not meet"."""
    return bool(NOT_DONE.search(OPENS_CLAUSE.split(text, maxsplit=1)[0]))


def _is_verb(word: str, language: Language) -> bool:
    if word in AUXILIARIES or IS_STRONG_PAST.fullmatch(word):
        return True
    if word in LEXICONS.function_words:
        return False
    if word in PLURAL and language != GERMAN:
        return True
    if language == GERMAN:
        return any(form.fullmatch(word) for form in (GERMAN_PAST, GERMAN_PARTICIPLE, GERMAN_PRESENT))
    return any(form.fullmatch(word) for form in (ENGLISH_PAST, ENGLISH_PRESENT, ENGLISH_GERUND))


@lru_cache(maxsize=256)
def _small_words(text: str) -> tuple[str, ...]:
    """Return the words in small letters, folded; a verb has a capital at the start of a sentence only."""
    first = WORD.match(text)
    opens = first is not None and (fold(first[0]) in AUXILIARIES or IS_STRONG_PAST.fullmatch(fold(first[0])))
    words = WORD.findall(text)
    return tuple(fold(word) for number, word in enumerate(words) if word.islower() or (opens and not number))
