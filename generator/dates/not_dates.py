"""What looks like a date and is none: the places of a text where no date is looked for."""

from __future__ import annotations

import re

from generator.dates.calendar import MONTH

# Every quantifier is bounded: a text of a million digits costs no more than its length.
NOT_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:https?://|www\.)[^\s<>\"]{1,2000}",
        r"\b[\w.+-]{1,60}@[\w.-]{1,60}",
        r"\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b",
        r"\b(?:tel|telefon|telephone|telefax|fax|phone|mobil|mobile|hotline|rufnummer|durchwahl|call)\b"
        r"[.:]{0,2}(?:\s?(?:nr|no|number|us|at)\b[.:]?){0,2}\s{0,2}\(?[+\d][\d\s()/-]{4,30}",
        r"\+\d[\d ()/.-]{6,25}",
        r"(?<![\w./-])(?!\d\d-\d\d-\d{4}\b)\(?0\d{1,5}\)?[ /-]\d[\d -]{3,14}",
        r"(?:©|\(c\)|\bcopyright\b)[^.\n]{0,40}?\b\d{4}(?:\s?-\s?\d{4})?",
        r"\b\d{2,5}\s?[x×*]\s?\d{2,5}(?:\s?[x×*]\s?\d{1,5})?\b",
        r"\b\d{1,5}\s?(?:px|dpi|pixel|pixels|p)\b",
        r"(?:[$€£¥₽]|\b(?:usd|eur|rmb|us\$))\s?\d[\d.,]{0,20}",
        r"(?:§{1,2}|\b(?:version|ver\.|section|sections|sec\.|abschnitt|kapitel|kap\.|chapter|ziffer|nr\.|"
        r"nummer|no\.|nos\.|number|art\.|artikels?|articles?|absatz|abs\.|punkt|paragraph|para|annex|anhang|"
        r"anlage|build|firmware|docket|az\.|aktenzeichen|resolution|resolutions|resolutionen|"
        r"drucksache|room|raum|zimmer|flight|flug|flugs|route|highway|seite|seiten|page|pages|isbn|issn|"
        r"rule|order|befehl|verordnung|erlass|dekret|decree|block|project|projekt|projekts|typ|typs|"
        r"type|model|modell|baureihe|mark|position|figure|abbildung|tabelle|table|case|file|ref\.|"
        r"reference|id))(?:\s(?:no\.|nr\.|number|nummer))?:?\s?[\w./-]{0,15}\d[\w./-]{0,30}(?:\s\(\d{4}\))?",
        r"\bresolution(?:s|en)?\s\d{3,4}(?:,\s\d{3,4}){0,5}\s?(?:und|and|sowie)\s\d{3,4}",
        r"\b(?:welt|bild)\sam\ssonntag\b",
        r"\bv\.?\d[\d.]{0,20}",
        r"\bheute[ -](?:journal|show)\b",
        r"\b[a-zß]{0,20}(?:straße|platz|allee|brücke|avenue|street|square|park)\s(?:des|of(?:\sthe)?)\s\d\d?"
        r"(?:\.|st|nd|rd|th)?\s\w{3,12}",
        r"\b(?:temperatures?|temperaturen|highs|lows)\s(?:in\s|of\s|the\s|mid-){0,3}[\w']{2,12}",
        r"\b\d{3,5}/(?:19|20)\d\d\b",
        r"(?<![\d/.-])(?<!winter\s)(?<!winter\sof\s)\b(?:19|20)\d\d/\d{2,5}(?![\d/])",
        r"\b\d{1,3}[.,°]\d{1,6}\s?°?\s?(?:['′]\s?)?[nsewo]\b",
        r"\b(?:september 11(?:th)?|11 september|january 6(?:th)?|6 january|july 20|20 july|june 4(?:th)?|"
        r"4 june)\s"
        r"(?:terror(?:ist)?\s)?(?:attacks?|plot|plotters|committee|riots?|insurrection|crackdown|incident)\b",
        r"\b(?:anschl[aä]g|terror|attentat|m[aä]nner|volksaufst[aä]nd)\w{0,20}\s(?:vom|des|am)\s"
        r"(?:11\.\s?september|20\.\s?juli|17\.\s?juni)\b(?!\s?\d{4})",
        rf"\b(?:(?:{MONTH})\s\d\d?|\d\d?\s(?:{MONTH}))\s(?:street|avenue|boulevard|square|brigade|movement|regiment)\b",
        r"\b(?:black|good|ash|bloody|casual|super|schwarze[rn]?|blutige[rn]?)\s"
        r"(?:friday|wednesday|sunday|monday|tuesday|thursday|freitag|sonntag|montag|dienstag|donnerstag)s?\b",
    )
)
COUNTED = frozenset(
    """
    soldiers troops men women people personnel servicemen servicewomen sailors marines officers cadets
    participants delegates athletes aircraft ships vehicles tanks vessels jets kilometres kilometers km
    metres meters m mm cm miles nautical tons tonnes t kg euro euros dollars dollar yuan rubles roubles
    hectares copies cases jobs homes votes seats rounds missiles drones shells warheads times hours days
    weeks months minutes seconds points percent pixels feet watts litres liters mw kw mhz ghz hz gmt utc
    uhr local crew members students families refugees civilians residents inhabitants workers employees
    tents pages rifles units containers barrels signatures words items pieces recruits conscripts
    reservists volunteers guests visitors soldaten soldatinnen mann menschen personen teilnehmer
    teilnehmern fahrzeuge fahrzeugen flugzeuge flugzeugen schiffe schiffen panzer panzern kilometer
    kilometern meter metern rubel tonnen hektar stück fälle fällen stimmen sitze sitzen tage tagen
    stunden minuten sekunden prozent punkte punkten kadetten matrosen offiziere offizieren raketen
    drohnen granaten sprengköpfe sprengköpfen einwohner einwohnern angehörige angehörigen kräfte kräften
    einheiten rekruten reservisten freiwillige freiwilligen gäste gästen familien flüchtlinge
    flüchtlingen zivilisten beschäftigte beschäftigten wochen monate monaten quadratmeter liter
    seemeilen exemplare exemplaren arbeitsplätze bücher seiten megawatt wehrpflichtige wehrpflichtigen
    more others further additional extra weitere
    weiteren weiterer zusätzliche zusätzlichen
    """.split()
)
"""What numbers count: "2023 soldiers" is no year, "12 kilometres" no day."""
NEXT_WORD = re.compile(r"\s?([^\W\d_]{1,30})")

SECOND_NUMBER = re.compile(
    r"\s?(?:-|to|and|or|bis|und|oder|auf)\s?(?:about|around|rund|etwa|fast|nearly|some)?\s?\d[\d.,]{0,12}",
    re.IGNORECASE,
)
"""Two numbers may count one thing: "between 1900 and 2030 hours"."""

FROM_TO = re.compile(r"\sauf\s(?:rund\s|etwa\s)?\d")
"""German: something grows "von 1980 auf 2024 Dienstposten"."""


def not_dates(text: str) -> list[tuple[int, int]]:
    """Return the places that hold no date, in order."""
    return sorted(match.span() for pattern in NOT_DATES for match in pattern.finditer(text))


def counts_something(text: str, end: int) -> bool:
    """Tell whether the number that ends at `end` counts what is named after it."""
    if text[end : end + 2].strip()[:1] in ("%", "‰", "°", "$", "€"):
        return True
    if FROM_TO.match(text, end):
        return True
    if second := SECOND_NUMBER.match(text, end):
        end = second.end()
    following = NEXT_WORD.match(text, end)
    return following is not None and following[1].casefold() in COUNTED
