"""The words of pages, beside an entry's own: English ones name themselves, as in gettext."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model import GERMAN, Language

Counted = tuple[str, str]
"""What is said of one, and of several."""


@dataclass(frozen=True)
class PageWords:
    """Looks up words in a language; what it has none for stays English."""

    language: Language

    def one(self, message: str) -> str:
        """Return a message."""
        return TRANSLATED.get(self.language, {}).get(message, message)

    def counted(self, of_one: str, of_several: str, number: int) -> str:
        """Return a message that depends on a number."""
        singular, plural = COUNTED.get(self.language, {}).get(of_one, (of_one, of_several))
        return singular if number == 1 else plural


TRANSLATED: Mapping[Language, Mapping[str, str]] = MappingProxyType({
    GERMAN: MappingProxyType({
        "Added by an editor.": "Von der Redaktion hinzugefügt.",
        "Date": "Datum",
        "Named in": "Genannt in",
        "Named together with": "Zusammen genannt mit",
        "No entry names it yet.": "Noch kein Eintrag nennt das.",
        "Spellings that lead here": "Schreibweisen, die hierher führen",
        "What": "Was",
        "Cite this entry": "Diesen Eintrag zitieren",
        "Permanent link": "Dauerhafte Adresse",
        "fetched on %(date)s": "abgerufen: %(date)s",
        "The address may be mistyped, or the page was moved. Search for it, or go on from here:": (
            "Die Adresse kann vertippt sein, oder die Seite wurde verschoben. Suchen Sie danach, "
            "oder gehen Sie hier weiter:"
        ),
        "This page is not there": "Diese Seite gibt es nicht",
        "Glossary": "Glossar",
        "No sources yet.": "Noch keine Quellen.",
        "No terms yet.": "Noch keine Begriffe.",
        "Note": "Anmerkung",
        "Records": "Register",
        "Sources": "Quellen",
        "Term": "Begriff",
        "not:": "nicht:",
        "About this entry": "Über diesen Eintrag",
        "Address": "Adresse",
        "Address of this search": "Adresse dieser Suche",
        "Both": "Beide",
        "Dateline": "Ortsmarke",
        "Earlier": "Früher",
        "Events reported": "Berichtete Ereignisse",
        "Fetched": "Abgerufen",
        "Hence": "Also",
        "How this was dated": "Wie das datiert wurde",
        "In the chronology": "In der Chronologie",
        "Language of the source": "Sprache der Quelle",
        "Language of the text": "Sprache des Textes",
        "Later": "Später",
        "Left out as": "Ausgelassen als",
        "Line": "Zeile",
        "Machine translation": "Maschinelle Übersetzung",
        "Named here": "Hier genannt",
        "Neither the text nor what is known of it supports a date.": (
            "Weder der Text noch was über ihn bekannt ist stützt ein Datum."
        ),
        "No line of the source file was taken out.": "Keine Zeile der Quelldatei wurde ausgelassen.",
        "Not dated": "Nicht datiert",
        "Nothing found. Try fewer words, or others.": (
            "Nichts gefunden. Versuchen Sie es mit weniger oder anderen Wörtern."
        ),
        "Only in that report:": "Nur in jenem Bericht:",
        "Only in this report:": "Nur in diesem Bericht:",
        "Order": "Reihenfolge",
        "Other reports of this event": "Andere Berichte von diesem Ereignis",
        "Paragraphs were not compared: there is no language in which both can be read.": (
            "Die Absätze wurden nicht verglichen: Es gibt keine Sprache, in der beide zu lesen sind."
        ),
        "Place in the chronology": "Ort in der Chronologie",
        "Provenance": "Herkunft",
        "Published": "Veröffentlicht",
        "Publisher unknown": "Unbekannter Herausgeber",
        "Related entries": "Verwandte Einträge",
        "Searching needs JavaScript; the chronology and the records list everything.": (
            "Die Suche braucht JavaScript; Chronologie und Datensätze führen alles auf."
        ),
        "Searching needs a server; the pages can be read without.": (
            "Die Suche braucht einen Server; lesen lassen sich die Seiten auch ohne."
        ),
        "Show more": "Mehr anzeigen",
        "Shown in %(language)s only:": "Nur auf %(language)s zu lesen:",
        "Source": "Quelle",
        "Source file": "Quelldatei",
        "Text": "Text",
        "That is not enough for a date.": "Das genügt nicht für ein Datum.",
        "The date was set by an editor:": "Das Datum hat die Redaktion gesetzt:",
        "The document has no headline; its title here was supplied.": (
            "Das Dokument hat keine Überschrift; der Titel hier wurde ergänzt."
        ),
        "The index could not be loaded. Try again.": (
            "Der Index ließ sich nicht laden. Versuchen Sie es noch einmal."
        ),
        "Translation": "Übersetzung",
        "Translation reviewed by %(name)s": "Übersetzung geprüft von %(name)s",
        "Undated": "Undatiert",
        "Where it stands in that text": "Wo es in jenem Text steht",
        "Where it stands in the text": "Wo es im Text steht",
        "Which lines of the source file were taken out is not known: the list is gone.": (
            "Welche Zeilen der Quelldatei ausgelassen wurden, ist nicht bekannt: Die Liste fehlt."
        ),
        "Year": "Jahr",
        "%(command)s makes it again.": "%(command)s erstellt sie neu.",
        "%(language)s translation by an editor of this chronology": (
            "Übersetzung (%(language)s) von der Redaktion dieser Chronologie"
        ),
        "%(number)s out of date:": "%(number)s veraltet:",
        "%(source)s to %(target)s, by %(who)s": "%(source)s – %(target)s, von %(who)s",
        "; %(count)s of": "; %(count)s von",
        "announced": "angekündigt",
        "any": "alle",
        "argos": "Argos Translate",
        "article": "Artikel",
        "best first": "beste zuerst",
        "by %(name)s": "von %(name)s",
        "by Argos Translate (%(package)s)": "durch Argos Translate (%(package)s)",
        "by an editor of this chronology": "von der Redaktion dieser Chronologie",
        "changed since": "seither geändert",
        "changed since %(name)s reviewed it": "geändert, seit %(name)s sie prüfte",
        "date from the record": "Datum aus dem Eintrag zu",
        "dated by an editor": "von der Redaktion datiert",
        "editor": "der Redaktion",
        "except": "außer",
        "first made by machine (%(package)s)": "zuerst maschinell erstellt (%(package)s)",
        "gives": "ergibt",
        "in": "in",
        "in line %(number)s of the source file, outside the article": (
            "in Zeile %(number)s der Quelldatei, außerhalb des Artikels"
        ),
        "machine translation": "maschinell übersetzt",
        "newest first": "neueste zuerst",
        "not reviewed": "nicht geprüft",
        "not translated": "nicht übersetzt",
        "package unknown": "Paket unbekannt",
        "press conference": "Pressekonferenz",
        "press release": "Pressemitteilung",
        "record:": "Stammsatz:",
        "reviewed by %(name)s": "geprüft von %(name)s",
        "source": "Quelle",
        "taken from the %(place)s": "entnommen: %(place)s",
        "the %(language)s text is the source.": "die Quelle ist der Text auf %(language)s.",
        "the source changed after it was translated.": "Die Quelle änderte sich nach der Übersetzung.",
        "this text has no translation.": "Dieser Text ist nicht übersetzt.",
        "translated by an editor": "von der Redaktion übersetzt",
        "translation reviewed by %(name)s": "Übersetzung geprüft von %(name)s",
        "unknown": "unbekannt",
        "why": "warum",
        "written for this chronology, from no source file": (
            "für diese Chronologie geschrieben, ohne Quelldatei"
        ),
    }),
})  # fmt: skip

COUNTED: Mapping[Language, Mapping[str, Counted]] = MappingProxyType({
    GERMAN: MappingProxyType({
        "%(missing)s of %(num)s paragraph has no translation.": (
            "%(missing)s von %(num)s Absatz hat keine Übersetzung.",
            "%(missing)s von %(num)s Absätzen haben keine Übersetzung.",
        ),
        "%(num)s line of the source file was taken out as not part of the article": (
            "%(num)s Zeile der Quelldatei wurde ausgelassen: Sie gehört nicht zum Artikel",
            "%(num)s Zeilen der Quelldatei wurden ausgelassen: Sie gehören nicht zum Artikel",
        ),
        "%(num)s line taken out": ("%(num)s Zeile ausgelassen", "%(num)s Zeilen ausgelassen"),
        "%(num)s page found": ("%(num)s Seite gefunden", "%(num)s Seiten gefunden"),
        "%(num)s entry": ("%(num)s Eintrag", "%(num)s Einträge"),
        "in %(num)s entry": ("in %(num)s Eintrag", "in %(num)s Einträgen"),
        "%(num)s paragraph": ("%(num)s Absatz", "%(num)s Absätze"),
        "%(num)s paragraph by an editor": (
            "%(num)s Absatz von der Redaktion",
            "%(num)s Absätzen von der Redaktion",
        ),
        "dated from %(num)s clue": ("aus %(num)s Hinweis datiert", "aus %(num)s Hinweisen datiert"),
    }),
})  # fmt: skip
