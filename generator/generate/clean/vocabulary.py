"""Words of page furniture, German and English, compared without case and punctuation around them."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for line in text.split("\n") for word in line.split("|") if word.strip())


BUTTONS = _words(
    """
    subscribe | share | share this | share this article | print | save | follow | follow us | like | tweet
    facebook | twitter | x | whatsapp | telegram | linkedin | instagram | youtube | email | e-mail | copy link | link copied
    log in | login | sign in | sign up | register | log in or register | to participate in the discussion
    loader | chats | newsfeed | go to the mediabank | app store | google play | app storegoogle play
    menu | search | home | homepage | skip to content | skip to main content | back to top | close | next | previous | more
    show more | load more | view all | see all | listen | listen to this article | watch | play | video | audio
    advertisement | advertising | sponsored | promoted | ad | anzeige | werbung
    no data | no videos available | no comments | comments | comment | leave a comment | 0 comments
    drucken | teilen | merken | speichern | vorlesen | anhören | artikel anhören | folgen | abonnieren | newsletter
    newsletter abonnieren | anmelden | registrieren | einloggen | kommentare | kommentieren | kommentar schreiben
    startseite | menü | suche | suchen | zum inhalt | zum inhalt springen | zur startseite | nach oben | schließen | weiter | zurück
    mehr | mehr anzeigen | alle anzeigen | weiterlesen | impressum | datenschutz | kontakt | agb | barrierefreiheit
    about us | press info | terms of use | cookie policy | privacy policy | terms and conditions | contact | contact us
    imprint | feedback | rss | podcast | podcasts | livestream | mediathek | bild | foto | photo | image | file photo | gallery
    alle akzeptieren | alle cookies akzeptieren | nur notwendige cookies | einstellungen | ablehnen | alle ablehnen
    accept | accept all | accept all cookies | reject all | manage settings | cookie-einstellungen | cookie settings
    auf facebook teilen | auf twitter teilen | per e-mail teilen | link kopieren | zur übersicht | seite drucken
    """
)

# What ends an article: nothing of it stands below.
ENDINGS = _words(
    """
    source | quelle | quellen | sources | same tag | same category | same author | pressekontakt | press contact
    media contact | media contacts | contact for media | kontakt für medien | ansprechpartner | ihr ansprechpartner
    about the author | über den autor | über die autorin | zur person | join the conversation | most read | most popular
    meistgelesen | most viewed | trending | trending now | kommentare | comments | leave a reply | schreiben sie einen kommentar
    rückfragen | rückfragen an | notes to editors | hinweise für die redaktion | about this site | latest news | neueste meldungen
    """
)

# What opens a box with other articles, in the middle of a text or below it.
BOXES = _words(
    """
    mehr zum thema | zum thema | lesen sie auch | lesen sie mehr | das könnte sie auch interessieren | auch interessant
    weitere artikel | weitere meldungen | weitere nachrichten | weitere themen | mehr nachrichten | verwandte artikel | verwandte themen
    related | related articles | related stories | related news | related topics | related content | related links | see also | read also
    also read | read more | you may also like | you might also like | more on this story | more on this topic | more from
    more news | more stories | recommended | recommended for you | recommended stories | editor's picks | tags | topics | schlagwörter
    themen | keywords | in this article | don't miss | what to read next | up next | top stories | latest | meistgelesene artikel
    """
)

READ_MORE = (
    "read more:", "read also:", "also read:", "see also:", "related:",
    "lesen sie auch:", "lesen sie hier:", "lesen sie mehr:", "mehr dazu:", "mehr zum thema:", "siehe auch:",
    "weiterlesen:", "zum thema:", "tags:", "topics:",
    "schlagwörter:", "schlagworte:", "themen:", "stichwörter:", "keywords:", "filed under:",
    "auch interessant:", "don't miss:", "in pictures:", "read next:",
)  # fmt: skip

TEASED = ("hintergrund:", "video:", "podcast:", "mehr:", "more:", "watch:", "read:", "background:")
"""What opens a pointer to another article, or a sentence of this one."""
NOTICES = (
    "cookie", "newsletter", "sign up for", "subscribe to our", "abonnieren sie", "javascript",
    "follow us on", "folgen sie uns", "download our app", "unsere app", "all rights reserved",
    "alle rechte vorbehalten", "datenschutzerklärung", "privacy policy", "terms of use",
    "terms of service", "nutzungsbedingungen", "your browser", "ihr browser", "ad blocker",
    "adblocker", "werbeblocker", "log in to comment", "please log in", "bitte melden sie sich",
    "push-benachrichtigung",
    "push notification", "your inbox", "ihr postfach", "already a subscriber", "start your free trial",
)  # fmt: skip
SLOGANS = (
    "get the latest news", "read the latest", "latest news from", "the latest news", "breaking news",
    "aktuelle nachrichten", "alle nachrichten", "nachrichten, hintergründe", "neueste nachrichten",
    "all the latest", "stay up to date", "bleiben sie auf dem laufenden",
)  # fmt: skip
"""What a site says of itself; a line of the article does not begin like this."""
READER = re.compile(
    r"\b(?:you|your|our|us|we|sie|ihre?[mnr]?|wir|uns|unsere?[mnrs]?|please|bitte|sign|subscribe|enable)\b"
)
"""What a notice says to its reader; an article only names newsletters."""
SPEECH = re.compile(
    r"^[\"'„“‘«»]|\b(?:said|told|says|added|noted|sagte|sagt|erklärte|betonte|teilte|hieß)\b"
    r"|^[A-ZÄÖÜ][A-ZÄÖÜ /.-]{2,},"
)
"""Speech, or a dateline: the line is the article's, whatever it names."""
CERTAIN_NOTICES = (
    "all rights reserved", "alle rechte vorbehalten", "solely responsible for the information",
    "published this content on", "please enable javascript", "bitte aktivieren sie javascript",
    "our standards: the thomson reuters", "(reporting by", "hinweis an die redaktion",
    "hinweise für die redaktion", "jetzt kostenlos anmelden", "note to editors",
)  # fmt: skip


def plain(text: str) -> str:
    """Return a line as the vocabulary has it: lower case, no bullet, no punctuation around it."""
    return text.casefold().strip(" \t-–—•·*|/»«›‹>.…:!?()[]0123456789").replace("’", "'")
