"""What sentences open with and what is written with a full stop inside one, per language."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Language


@dataclass(frozen=True)
class Words:
    """The words of one language that tell whether a full stop ends a sentence."""

    openers: frozenset[str]
    """Words with a capital only where they open a sentence."""

    bound: frozenset[str]
    """Abbreviations that need what follows: no sentence ends with them."""

    counted: frozenset[str]
    """Abbreviations before a number; before anything else they may be words."""

    short: frozenset[str]
    """Abbreviations that end a sentence only before an opener."""

    has_ordinals: bool
    """A number with a full stop is an ordinal: `29. Januar`."""

    before_amounts: frozenset[str] = frozenset()
    """Words after which a number is an amount, not an ordinal."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# "He", "An" and "So" are also names: ranks and titles before them are `bound`. Words that also begin names
# ("First Lady", "Under Secretary", "Second Fleet") are left out.
ENGLISH = Words(
    openers=_set(
        """The A An It He She They We I You In On At But And Or So This That These Those There Here When
        While If As After Before During Since Although Though However Meanwhile Moreover Furthermore Later
        Then Now His Her Its Their Our My Your No Not Nobody None Neither Nor Both Each Every Some Many
        Several Another What Who Why How Where Which Is Are Was Were Do Does Did Has Have Had Could Would
        Should Must By For From To With Without Between Among According Because Despite Until Only Even Also
        Still Yet Thus Therefore Instead Indeed Finally Yesterday Tomorrow Earlier Nothing Asked Speaking
        Such About Against Through Once Out Like Unlike Further Besides Hence Perhaps Never Any"""
    ),
    bound=_set(
        """Mr Mrs Ms Dr Prof Gen Lt Col Sr Maj Adm Capt Cmdr Cdr Brig Sgt Cpl Sen Rep Reps Gov Rev Hon Pres
        Amb Messrs Mmes vs approx ca cf incl viz esp"""
    ),
    counted=_set(
        """No Nos no nos Fig Figs fig Sec Secs sec Art Arts art Vol Vols vol Ch Chap ch para paras p pp Pt
        pt Res Eq Ref Sun Sat Wed Mar Ill Ind Cir"""
    ),
    short=_set(
        """Inc Ltd Co Corp Jr al Bros Dept Dist Div Univ Assn Assoc Ave Blvd Rd St Mt Ft Sq Bldg Jan Feb Apr
        Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Thu Thur Thurs Fri Calif Va Md Conn Pa Fla Ga Kan Ky
        Mich Minn Mont Neb Nev Okla Ore Tenn Tex Vt Wis Wyo Ala Ariz Ark Colo Del Mo Pub Supp Intl Natl
        Govt"""
    ),
    has_ordinals=False,
)

GERMAN = Words(
    openers=_set(
        """Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Er Sie Es Wir Ihr Ich Du Man Dies Diese
        Dieser Dieses Diesen Diesem Jene Jener Jenes Am Im In An Auf Aus Bei Beim Bis Durch Für Gegen Mit
        Nach Nachdem Ob Ohne Seit Seitdem Seither Über Um Unter Von Vom Vor Während Wegen Weil Wenn Wer Was
        Wo Wie Wann Warum Weshalb Woher Wohin Zu Zum Zur Zwischen Aber Auch Als Also Allerdings Außerdem
        Anschließend Bereits Bisher Bislang Da Dabei Dadurch Dafür Dagegen Daher Dahinter Damals Damit
        Danach Daneben Dann Daran Darauf Daraus Darin Darüber Darum Darunter Davon Davor Dazu Dennoch Denn
        Derzeit Deshalb Deswegen Doch Dort Ebenso Etwa Ferner Heute Gestern Hier Hierzu Hinzu Immer Indes
        Inzwischen Ja Jedoch Jetzt Kein Keine Keiner Laut Mehr Mittlerweile Nein Nicht Niemand Noch Nun Nur
        Obwohl Oder Schließlich Schon Sein Seine Seiner Seinem Ihre Ihrem Ihren Unser Unsere So Sobald Sogar
        Solche Somit Sondern Später Sowohl Trotz Trotzdem Und Vielmehr Weder Welche Welcher Wird Wurde
        Wurden Zudem Zuerst Zuletzt Zunächst Zuvor Zusammen Zwar Beide Beiden Alle Allen Alles Jede Jeder
        Jedes Viele Einige Mehrere Manche Angesichts Aufgrund Dass Falls Hingegen Insgesamt Nachher Nie
        Soweit Statt Wobei Wohl Zugleich"""
    ),
    bound=_set(
        """Hr Hrn Fr Frl Dr Prof Dipl Ing Mag Gen Genmaj Genlt Oberstlt Hptm Maj Adm Konteradm Kpt Kptlt Cpt
        Sgt Oblt Uffz Brig Abg Präs Lt lt Col Sr Mr Mrs Ms bzw vgl Vgl Bspw bspw sog Sog ehem Ehem stellv
        Stellv geb gest verh inkl Inkl exkl ggf Ggf evtl Evtl zzgl abzgl insb insbes Insb einschl gem Gem
        ggü rd ca Ca max min mind dt Dt engl russ chin frz amerik jap allg bes erm zw med phil jur rer nat
        habil"""
    ),
    counted=_set(
        """Nr Nrn S Art Abs Bd Bde Kap Abb Tab Anm Tel Fax Az Ziff Pkt Lfd Jg Aufl Rn Kl Tz Hst Res Mt
        Mk Lk Joh"""
    ),
    short=_set(
        """Mio Mrd Tsd Std Min Jh Jhd Chr ff Hrsg Verf St Str Co Inc Ltd Corp Jr Mo Di Mi Do Sa So Jan Feb
        Febr Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Abt"""
    ),
    has_ordinals=True,
    before_amounts=_set(
        """auf um Platz Rang Punkt Seite Seiten Absatz Artikel Nummer Kapitel Typ Version rund etwa circa
        knapp fast über unter waren sind Mal mal gegen"""
    ),
)

MONTHS_AND_DAYS = _set(
    """Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday January February March May June July October
    December"""
)
"""After `9 a.m.` and after a number they go on with the sentence."""

ZONES = _set("EST EDT CST CDT MST MDT PST PDT GMT UTC ET PT BST CET CEST MSK JST KST")


def words_of(language: Language) -> Words:
    """Return the words of a language; the English ones for a language without any."""
    return GERMAN if language == "de" else ENGLISH
