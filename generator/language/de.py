"""German."""

from types import MappingProxyType

from generator.language.lexicon import (
    Abbreviations,
    CalendarWords,
    Lexicon,
    NameWords,
    NegationWords,
    NumberWords,
    PageWords,
    StampWords,
    as_written,
    feast_days,
    grouped,
    lines,
    measured,
    numbered,
    phrases,
    senses,
    starts,
    valued,
    words,
)
from generator.model import Language

_LANGUAGE = Language("de")
_CARDINALS = numbered(
    "ein eins;zwei zwo;drei;vier;fünf;sechs;sieben;acht;neun;zehn;elf;zwölf;dreizehn;vierzehn;"
    "fünfzehn;sechzehn;siebzehn;achtzehn;neunzehn"
)
_TENS = numbered("zwanzig;dreißig dreissig;vierzig;fünfzig;sechzig;siebzig;achtzig;neunzig", 2)
_ENDINGS = ("", "e", "en", "er", "es", "em", "s", "n")

GERMAN_WORDS = Lexicon(
    language=_LANGUAGE,
    calendar=CalendarWords(
        language=_LANGUAGE,
        month_spellings=numbered(
            """jänner jaenner januarii;feber februarii;maerz martii;aprilis;maii;junii;julii;augusti;
            septembris;octobris;novembris;decembris"""
        ),
        short_month_spellings=numbered(";;mrz;;;;;;sept"),
        months_also_names=words("jan april mai juli august"),
        weekday_spellings=numbered(";;;;;sonnabend", 0),
        short_weekday_spellings=numbered(""),
        seasons=numbered("frühling frühjahr fruehling fruehjahr;sommer;herbst;winter", 21),
        decades=numbered(
            "dreißiger dreissiger;vierziger;fünfziger;sechziger;siebziger;achtziger;neunziger", 3
        ),
        units=grouped(
            """day: tag tage tagen; week: woche wochen; weekend: wochenende; month: monat monats monate
            monaten; quarter: quartal quartals;
            year: jahr jahre jahren jahres"""
        ),
        feasts=feast_days(
            """01-01: neujahr, neujahrstag; 01-06: dreikönigstag; easter-46: aschermittwoch;
            easter-7: palmsonntag; easter-3: gründonnerstag; easter-2: karfreitag;
            easter+0: ostersonntag; easter+1: ostermontag; easter+49: pfingstsonntag;
            easter+50: pfingstmontag; easter+60: fronleichnam; 11-01: allerheiligen;
            12-24: heiligabend, heiligen abend; 12-31: silvester"""
        ),
    ),
    numbers=NumberWords(
        cardinals=_CARDINALS,
        also_words=words("acht elf"),
        tens=_TENS,
        ordinals=MappingProxyType(
            {
                **numbered("erst;zweit;dritt;viert;fünft;sechst;siebt siebent;acht;neunt;zehnt;elft;zwölft"),
                **{f"{word}t": number for word, number in _CARDINALS.items() if number > 12},
                **{f"{ten}st": 10 * number for ten, number in _TENS.items()},
                **{
                    f"{unit}und{ten}st": 10 * number + one
                    for ten, number in _TENS.items()
                    for unit, one in _CARDINALS.items()
                    if one < 10 and unit != "eins"
                },
            }
        ),
        ordinal_endings=("e", "en", "er", "es", "em"),
        multiples=MappingProxyType(
            {
                **dict.fromkeys(("hundert", "hunderte", "hunderten", "hunderter"), 100),
                **dict.fromkeys(("tausend", "tausende", "tausenden", "tausender"), 1000),
                **dict.fromkeys(("dutzend", "dutzende", "dutzenden"), 12),
            }
        ),
        fractions=measured(
            """0.5: halb halbe halben halber halbes halbem; 0.25: viertel; 0.3333333: drittel;
            0.2: fünftel; 0.1: zehntel; 1.5: anderthalb"""
        ),
        halves_more=measured("0.5: einhalb; 0.25: einviertel"),
        spans=MappingProxyType(
            {
                **measured(
                    """60: stunde stunden stundentakt minute minuten; 24: tag tage tagen; 7: woche wochen;
                    12: jahr jahre jahren jahres; 10: jahrzehnt jahrzehnte jahrzehnten;
                    100: jahrhundert jahrhunderte jahrhunderts"""
                ),
                **{
                    f"{stem}{ending}": number
                    for stem, number in measured(
                        "60: stündig minütig; 24: tägig; 7: wöchig; 12: jährig"
                    ).items()
                    for ending in _ENDINGS
                },
            }
        ),
        loose=valued(
            {
                "beide beiden beider beides doppelt doppelte doppelten paar": ("2",),
                "halb halbe halben halber halbes hälfte": ("0.5", "2", "50"),
                "halbjahr halbjahres halbjahrs": ("6",),
                "jahrzehnt jahrzehnts": ("10",),
                "jahrhundert jahrhunderts": ("100",),
                "eine einen einem einer eines einzig einzige einzigen": ("1",),
                "erstmals erstmalig zuerst zunächst erstens": ("1",),
                "viertel quartal": ("4", "0.25", "25", "3"),
                "null": ("0",),
                "zwanziger zwanzigerjahre zwanzigerjahren": ("20", "1920"),
                "mittag mittags": ("12",),
                "mitternacht": ("0", "12", "24"),
            }
        ),
        scales=numbered(
            "tausend tsd;;;million millionen mio;;;milliarde milliarden mrd;;;billion billionen bio", 3
        ),
        half_before="halb",
        joiner="und",
        has_ordinal_stop=True,
        before_amounts=words(
            """auf um platz rang punkt seite seiten absatz artikel nummer kapitel typ version rund etwa
            circa knapp fast über unter waren sind mal gegen"""
        ),
    ),
    abbreviations=Abbreviations(
        titles=as_written(
            """Hr Hrn Fr Frl Dr Prof Dipl Ing Mag Gen Genmaj Genlt Oberstlt Hptm Maj Adm Konteradm Kpt Kptlt
            Cpt Sgt Oblt Uffz Brig Abg Präs Lt Col Sr Mr Mrs Ms Fa Fam Kard Bgm Bgmin"""
        ),
        bound=as_written(
            """lt bzw vgl Vgl bspw sog ehem stellv Stellv inkl exkl ggf evtl zzgl abzgl insb
            insbes einschl gem ggü rd ca max min mind dt Dt engl russ chin frz amerik jap allg bes erm zw z.B
            Z.B Hl hl kath ev Kath Ev"""
        ),
        counted=as_written(
            """Nr Nrn S Art Abs Bd Bde Kap Abb Tab Anm Tel Fax Az Ziff Pkt Lfd Jg Aufl Rn Kl Tz Hst Res Mt
            Mk Lk Joh Fn Bl Anh Anl Abschn"""
        ),
        short=as_written(
            """Mio Mrd Tsd Std Min Jh Jhd Chr ff Hrsg Verf St Str Co Inc Ltd Corp Jr Febr Abt bez Bez
            Prov Univ Verw Gde geb gest verh"""
        ),
    ),
    names=NameWords(
        titles=tuple(
            """präsident minister premier kanzler general oberst admiral leutnant major kapitän hauptmann
            marschall kommandeur kommandant befehlshaber brigadier sprecher direktor chef führer vorsitzende
            sekretär botschafter professor gesandte senator offizier leiter experte
            analyst""".split()
        ),
        relations=("kollege", "genosse"),
        title_endings=("", "e?[nrs]", "in(?:nen|s)?"),
        forms_of_address=words("herr herrn frau"),
        possessives=words("seine seiner seinen seinem"),
        own=words("eigene eigenen eigener eigenes eigenem"),
        links=words("der des von in zwischen mit zu"),
        adjectives=r"(?:isch(?:e[mnrs]?)?|^deutsche[mnrs]?)$",
    ),
    negation=NegationWords(
        words=words(
            """nicht kein keine keinen keinem keiner keines keinerlei keins nie niemals niemand niemanden
            niemandem niemandes nichts nirgends nirgendwo weder ohne nein keinesfalls keineswegs mitnichten"""
        ),
        near=words(
            """kaum wenig statt stattdessen anstatt anstelle außer sonst andernfalls ansonsten nur lediglich
            erst bloß weniger selten null offen geschlossen gesperrt frühestens davor leer tabu"""
        ),
        near_starts=starts(
            """nicht miss fehl mangel mangelt verweiger weiger ablehn abgelehn lehn verzicht verhinder
            vermeid vermied scheiter gescheiter bestreit bestritt dementier verbot verbiet untersag wider
            ausbleib ausgeblieb versäum entbehr vernein zurückweis zurückgewies ausschl ausgeschl illegal
            irregul irrelevant inakt instabil inkompet inkonsist intoleran intranspar destabil desinter
            dissens abrat abgerat abzurat schweig schwieg verschweig verschwieg ruht entfiel entfäll entfall
            ausfall ausgefall stillst"""
        ),
        prefix="un",
        not_near_starts=starts("und unter uns unio unif univ ungar ungefähr untä unt"),
        near_ends=("losigkeit", *(f"{end}{ending}" for end in ("los", "frei") for ending in _ENDINGS)),
        turns_of_phrase=phrases(
            "nicht nur;nicht allein;nicht bloß;nicht zuletzt;nicht wahr;oder nicht;nicht weniger als;"
            "nicht mehr als;nichts anderes als;ohne zweifel;ohne weiteres;ob nicht;nicht minder;wie nie;"
            "wie noch nie;wie lange nicht;wie seit … nicht;davon ab;nicht umsonst;es sei denn;sei es;"
            "mit nein;nie … so;nicht rechtskräftig;nicht erreichbar;nicht so;nicht nehmen"
        ),
        apart=phrases(
            "ließ offen;lässt offen;ließen offen;lassen offen;blieb offen;bleibt offen;blieben offen;"
            "bleiben offen"
        ),
    ),
    senses=senses(
        """up: stieg* steig* gestiegen* anstieg* erhöh* wuchs* wachs* gewachsen* zunahme* zugenommen* nahm*+zu
        legte*+zu prozent+fester prozent+höher | höher* mehr über plus zuwachs* anheb*
        angehoben* teurer* gewachsen*; down: sank* sink* gesunken* senk* gesenkt* fiel fielen verringer*
        reduzier* rückgang* schrumpf* geschrumpft* zurückgegangen* abgenommen* brach+ein brachen+ein nahm*+ab
        ging*+zurück prozent+niedriger prozent+tiefer prozent+schwächer | weniger niedriger* unter minus
        zurück ab kürz* gekürzt* verlust* verlor* einbuß* billiger* fällt fallen gefallen* abschwung*; accept:
        angenommen* zustimm* zugestimmt* stimmte*+zu stattgegeben* gab*+statt billigte* gebilligt* begrüßt*
        genehmigt* verabschiedet* nahm*+an | unterstütz* befürwort* einig* beschl*; reject: ablehn* abgelehnt*
        lehn*+ab zurückgewiesen* wies*+zurück wies*+ab weist+ab abgewiesen* verwarf verwarfen verworfen* |
        gegen ab widersprach* weiger* zurück; export: ausfuhr* export* | verkauf* liefer*; import: einfuhr*
        import* | kauf* bezog*; open: geöffnet* öffnet* eröffnet* | offen* auf*; close: geschlossen* schließt
        schließung* | schloss schließ* zu sperr* gesperrt*; more: mehr~als über+[0-9]* | mehr über mindestens
        höher* größer* stärker*; less: weniger~als unter+[0-9]* | weniger unter knapp höchstens geringer*
        niedriger* kleiner*; hurt: verletzt* | verwundet*; kill: getötet* starb* gestorben* | tod* tot*
        tödlich* leben opfer* umgebr*; convict: verurteil* | schuld*; acquit: freigesprochen* freispruch*
        sprach*+frei spricht+frei | unschuld*; morning: morgens vormittag* am+morgen frühen+morgen | morgen*
        früh* nacht*; evening: abend* | nacht* spät*; for: für dafür befürwort* | unterstütz* zustimm* pro
        zugunsten einverstanden; against: gegen dagegen | wider* ablehn* abgelehn* lehn* protest* kampf*
        kämpf* bekämpf* klag* verklag* verstoß* verstieß* verstöß* schutz* schütz* geschützt* vor versicher*
        ermitt* vorwurf* vorwürf* wirft warf vorgeworfen* trotz entgegen verteidig* feind* beschwerde*
        berufung* revision* einspruch* einsprüch* rennen duell spiel* sieg* niederlage* unentschieden* anti*
        abwehr* vergehen* verbrechen* rebell* revolt* front* anklag* angeklagt* haftbefehl* sanktion*
        rückgang* verlor*; before: vor bevor davor ehe vorher zuvor | bis erst noch früh* eher vorab vorfeld
        vorig* vorherig* vergangen* schon bereits zunächst zuerst ehemal*; after: nach nachdem danach nachher
        | seit* später* folg* gefolgt* infolge anschl* wieder hinter* ab wenn als sobald ende* nun inzwischen
        zufolge laut weil da auf über bei mit vorbei überleb*; least: mindestens wenigstens | zumindest ab
        min* über mehr; most at: höchstens maximal bis+zu | bis max* unter weniger nicht kein*; large: groß*
        größ* | hoch* hohe* viel* stark* breit* erheblich* riesig*; small: klein* | gering* niedrig* wenig*
        schwach* mini*; must: muss müssen musste mussten müsste müssten | zwingen* zwang* gezwung* verpflicht*
        nötig* notwendig* pflicht* braucht* bedarf* nur gilt zu; may: darf dürfen durfte* kann können |
        könnte* konnte* dürfte* möglich* erlaub* vielleicht wohl womöglich lassen lässt ließ* fähig* mag mögen
        frei*; higher: höher* höchst* hoch hohe hohen hoher hohes | mehr über stieg* steig* größer* gestiegen*
        oben teurer* stärker* besser*; lower: niedrig* gering* | tiefer* weniger unter sank* sink* gesunken*
        kleiner* schwächer* billiger* günstiger*; all: alle allen sämtliche* jeder jede jedes jeden | aller
        alles allem ganz* gesamt* insgesamt komplett* vollständig* einstimmig* immer beide* rund; most:
        meisten meiste mehrheit* | großteil* größt* überwiegend* meist* mehr weitgehend*; many: viele vielen
        zahlreiche* | viel* etlich* groß* mehr mehrer* massenhaft* unzählig* reihe* dutzende* hunderte*
        tausende* menge* häuf*; few: wenige wenigen weniger | wenig* kaum gering* klein* nur paar einig*
        spärlich* vereinzelt* minderheit*; some: einige* manche* mehrere* | etliche* paar teil* etwas gewiss*
        manch* verschieden* wenig* vereinzelt* zwei drei viel* zum; should: sollte sollten | soll*; survive:
        überleb* | leben* gerettet* rettet*"""
    ),
    futures=words("wird werden"),
    measures=grouped(
        """percent: prozent prozentige prozentigen prozentiger pct vh; percentage points:
        prozentpunkt prozentpunkte prozentpunkten; kilometre: km kilometer kilometern; metre: meter
        metern; nautical mile: seemeile seemeilen; mile: meile meilen; tonne: tonne
        tonnen; kilogram: kg kilogramm kilo kilos; litre: liter litern; hectare: hektar;
        barrel: barrel; megawatt: mw megawatt; gigawatt: gw gigawatt; euro: euro euros eur; dollar:
        dollar dollars usd; yuan: yuan renminbi rmb; rouble: rubel; pound: pfund; franc: franken;
        degree: grad; minute: minute minuten; hour: stunde stunden; month: monat monate monaten
        monats; week: woche wochen; day: tag tage tagen; year: jahr jahre jahren"""
    ),
    measure_parts=grouped(
        "kilometre: tempo; year: jähr jahr; hour: stünd; minute: minüt; week: wöch; day: täg; month: monat"
    ),
    page=PageWords(
        date_labels=lines("stand | veröffentlicht | aktualisiert | erstellt"),
        beside_dates=words("datum geändert zuletzt um am der den vom von und uhr mez mesz cet cest"),
        captions=words("bildunterschrift bild foto"),
        pictures=lines("foto | bild | quelle | archivfoto | archivbild | symbolbild"),
    ),
    stamps=StampWords(
        published=words(
            """veröffentlicht publiziert erschienen erstveröffentlichung erscheinungsdatum
            veröffentlichungsdatum veröffentlichung erstellt geschrieben eingestellt gepostet datum vom
            pressemitteilung meldung artikel nachricht news presseinformation medienmitteilung ausgabe"""
        ),
        updated=words("aktualisiert aktualisierung geändert bearbeitet überarbeitet stand update änderung"),
        comment=words(
            """kommentar kommentare kommentieren antwort antworten antwortet sagt sagte schrieb schreibt
            meint beitrag beiträge"""
        ),
        today=words(
            """abgerufen abruf ausdruck gedruckt heute uhrzeit termin termine beginn ende anmeldeschluss
            bis ab gültig preis zeit registriert mitglied nächste nächster gegründet"""
        ),
        by=words("von autor autorin redaktion verfasser text"),
        writers=words("redakteur reporter korrespondent journalist volontär redaktionsmitglied"),
        agencies=words("dpa afp epd dts"),
        decisions=words("urteil beschluss urt beschl"),
        documents=words(
            """niederschrift protokoll sitzungsprotokoll bericht abschlussbericht zwischenbericht beschluss
            urteil richtlinie verordnung satzung gesetz bekanntmachung antwort antrag unterrichtung
            vereinbarung vertrag stellungnahme gutachten rundschreiben erlass verfügung bescheid entwurf"""
        ),
        about=words("über"),
        general=words(
            """presse medien pressestelle presseamt öffentlichkeitsarbeit kommunikation kontakt
            pressekonferenz pressemitteilungen rede reden startseite menü inhalt hauptinhalt navigation
            springen direkt seite seiten mehr"""
        ),
        titles=words("titel überschrift betreff"),
        places=words("region provinz kreis landkreis bezirk gebiet stadt"),
        sources=words("quelle herausgeber original-content"),
        institutions=words(
            """ministerium botschaft behörde amt bundesamt landesamt gericht gerichtshof universität
            hochschule institut akademie parlament bundestag landtag bundesrat regierung kommission senat
            polizei bundeswehr feuerwehr verband verein gesellschaft stiftung landkreis staatskanzlei
            präsidium direktion staatsanwaltschaft"""
        ),
    ),
    questioners=words(
        """frage zusatzfrage nachfrage reporter reporterin journalist journalistin moderator moderatorin"""
    ),
    answerers=words("antwort sprecher sprecherin"),
    speech_verbs=words(
        """sagt sagte sagten erklärt erklärte erklärten betonte betonten teilte teilten hieß äußerte
        äußerten antwortete antworteten kündigte berichtete bezeichnete fügte"""
    ),
    reporting_words=words(
        """angaben beantwortete bekanntgegeben bericht berichte berichten briefing erklärung fragen hinzu
        journalisten mitteilung nachrichtenagentur pressekonferenz reporter"""
    ),
    definite_articles=words("der die das den dem des"),
    indefinite_articles=words("ein eine einen einem einer eines"),
    function_words=words(
        """ab aber alle allem allen aller allerdings alles als also am an andere anderen anderer anderes
        angesichts anschließend auch auf aufgrund aus außerdem bei beide beiden beim bereits bis bisher
        bislang da dabei dadurch dafür dagegen daher dahinter damals damit danach daneben dann daran darauf
        daraus darin darüber darum darunter das dass davon davor dazu dem den denen denn dennoch der deren
        derzeit des deshalb dessen deswegen die dies diese diesem diesen dieser dieses doch dort drei du
        durch ebenfalls ebenso ein eine einem einen einer eines einige einigen er erst erstens es etwa euch
        falls fast ferner für gegen gegenüber gemäß gemeinsam gestern gleichzeitig habe haben hat hatte
        hatten heute hier hiermit hierzu hingegen hinsichtlich hinter hinzu ich ihm ihn ihnen ihr ihre ihrem
        ihren ihrer im immer in indem indes infolge ins insbesondere insgesamt inzwischen ist ja jede jedem
        jeden jeder jedes jedoch jene jener jenes jetzt kann kein keine keiner knapp können könnte künftig
        kürzlich laut letzte letzten letzter letztes mal man manche mehr mehrere mein meine mit mittlerweile
        morgen muss nach nachdem nachher natürlich neben nein nicht nie niemand noch nun nur ob obwohl oder
        ohne pro schließlich schon sehr sei seien sein seine seinem seinen seiner seines seit seitdem
        seither selbst sich sie sind so sobald sofern sogar solche soll sollen sollte sollten somit sondern
        soweit sowie sowohl später statt trotz trotzdem über um und uns unser unsere unter viele vielen
        vielmehr vom von vor vorher während wann war waren warum was weder wegen weil weiter weitere
        weiteren weiterhin welche welcher wenn wer werde werden weshalb wie wieder will wir wird wo wobei
        woher wohin wohl worden wurde wurden zu zudem zuerst zufolge zugleich zuletzt zum zunächst zur
        zusammen zuvor zwar zwei zweitens zwischen"""
    ),
    endings=_ENDINGS,
    derived_endings=tuple("t te ten end ende enden ung ungen lich liche lichen".split()),
    noun_endings=("", "s", "es", "n", "en", "e"),
    genitive="s",
    capitalizes_nouns=True,
    has_compounds=True,
    only_noun_endings=starts("ung ungen nis"),
    abstract_endings=starts("heit heiten keit keiten nisse nissen schaft schaften"),
    begin_names=words("zwei"),
    sounds=grouped(
        """č: tsch; ǰ: dsch dj; š: sch sh zh; x: ch kh; z: z tz ts; k: ck c q; kv: qu; ks: x; f: ph; t: th;
        v: w"""
    ),
)
