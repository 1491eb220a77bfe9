"""What persons and things of one kind are called in German: a frigate is no destroyer.

A paragraph is a kind: nothing of it is another of the kind. A row has words for the same, and plurals that no
ending makes; what they are in English is in the list of words (`word_list`).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.letters import fold

_KINDS = """
fregatte; zerstörer; kreuzer; korvette; u-boot unterseeboot; flugzeugträger; minensucher minenjagdboot;
fähre; tanker; frachter frachtschiff containerschiff; eisbrecher; jacht yacht; krankenwagen rettungswagen;
löschfahrzeug; lastwagen lkw laster sattelzug; bus omnibus; straßenbahn tram; zug züge; auto pkw; motorrad
motorräder; fahrrad fahrräder; panzer; traktor; bagger; kran; lieferwagen kleinbus kleintransporter;
hubschrauber helikopter; flugzeug; drohne; rakete marschflugkörper; satellit

richter; staatsanwalt staatsanwälte ankläger; anwalt anwälte rechtsanwalt rechtsanwälte; zeuge; notar

arzt ärzte mediziner; krankenschwester krankenpfleger pflegerin pfleger; patient; apotheker; zahnarzt
zahnärzte; tierarzt tierärzte; chirurg; hebamme; sanitäter notfallsanitäter

mutter mütter; vater väter; bruder brüder; schwester; sohn söhne; tochter töchter; ehefrau gattin; ehemann
ehemänner gatte; onkel; tante; großmutter großmütter oma; großvater großväter opa; neffe; nichte; cousin
cousine vetter; enkel; enkelin; witwe; witwer

autor schriftsteller; maler; bildhauer; schauspieler; komponist; dirigent; fotograf; tänzer; dichter
lyriker

papst päpste; kardinal kardinäle; bischof bischöfe; priester; mönch; nonne; rabbiner rabbi; imam; pfarrer
pastor

lehrer lehrkraft; schüler; professor; student studierende; schulleiter rektor direktor

soldat; polizist polizeibeamter polizeibeamte; feuerwehrmann feuerwehrleute; matrose seemann seeleute; pilot

general; oberst; oberstleutnant; major; hauptmann kapitän; leutnant oberleutnant; feldwebel sergeant
unteroffizier; gefreiter gefreite; admiral; vizeadmiral; konteradmiral; kommandeur kommandant befehlshaber
fregattenkapitän; generalmajor; generalleutnant; brigadegeneral; marschall feldmarschall

vermieter; mieter

könig; königin; prinz fürst; prinzessin fürstin; herzog; kaiser; herzogin

präsident; vizepräsident; kanzler bundeskanzler; ministerpräsident premierminister premier; minister;
bürgermeister oberbürgermeister; gouverneur; botschafter; konsul generalkonsul; senator; staatssekretär

innenminister; justizminister; verteidigungsminister; außenminister; finanzminister; gesundheitsminister;
wirtschaftsminister; verkehrsminister; bildungsminister kultusminister; umweltminister;
landwirtschaftsminister agrarminister; arbeitsminister

innenministerium; justizministerium; verteidigungsministerium; außenministerium; finanzministerium;
gesundheitsministerium; wirtschaftsministerium; verkehrsministerium; bildungsministerium kultusministerium;
umweltministerium; landwirtschaftsministerium; arbeitsministerium

hälfte; drittel; viertel; fünftel

gericht gerichtshof; krankenhaus krankenhäuser klinik klinikum spital; schule; universität hochschule uni;
bibliothek bücherei; turnhalle sporthalle; museum museen; theater schauspielhaus; kino lichtspielhaus;
gefängnis gefängnisse haftanstalt justizvollzugsanstalt jva; botschaft; konsulat; flughafen flughäfen;
bahnhof bahnhöfe; hafen häfen; kraftwerk; fabrik; brücke; tunnel; turm türme; stadion stadien; schwimmbad
schwimmbäder hallenbad freibad; kirche; moschee; synagoge; kloster klöster stift; schloss schlösser burg
palast; rathaus rathäuser; supermarkt; hotel; restaurant gaststätte

heer; marine; luftwaffe; küstenwache; polizei; feuerwehr

gewehr; pistole revolver; dolch; messer; bombe; granate handgranate; mine; torpedo; artillerie; schwert; axt

erdbeben beben; hochwasser überschwemmung überflutung; sturm stürme unwetter orkan; dürre; lawine;
erdrutsch; brand feuer brände; vulkanausbruch; tornado; taifun; hurrikan; tsunami; hitzewelle

hund welpe; katze; pferd; kuh kühe rind; schwein; schaf lamm; ziege; huhn hühner henne; gans gänse; ente;
wolf wölfe; bär; fuchs füchse; löwe; tiger; elefant; wal wale walen; delfin delphin; hai haie haien; robbe
seehund; adler; eule; fledermaus fledermäuse; ratte; maus mäuse; biene; mücke stechmücke moskito; schlange;
affe; hirsch reh; hase; kaninchen; storch störche; biber; luchs; kamel; pinguin; schildkröte

umsatz umsätze erlös; gewinn; schulden

lohn löhne gehalt gehälter; preis; miete; steuer; zoll zölle zöllen; rente; zins leitzins; inflation
teuerung inflationsrate; arbeitslosigkeit

halbfinale; viertelfinale; achtelfinale; finale endspiel

wahl parlamentswahl; referendum volksabstimmung volksentscheid; putsch staatsstreich

tote toter todesopfer; verletzte verletzter; vermisste vermisster

schlagzeuger; gitarrist; pianist; geiger; sänger; chor chöre

schneesturm; sandsturm; gewitter; hagel; nebel; regen; schnee; frost

meer; binnensee; teich weiher; stausee; bucht; meerenge; golf

dom kathedrale; kapelle; tempel; schrein

geisel; häftling gefangener gefangene; flüchtling geflüchtete; migrant einwanderer zuwanderer;
tourist urlauber; pilger; pendler

förster; wanderer spaziergänger; jäger; jogger läufer; angler; bergsteiger kletterer; taucher; reiter

passagier fahrgast fahrgäste beifahrer; fußgänger; radfahrer; motorradfahrer; fahrer autofahrer; besatzung
besatzungsmitglied crew

regierung; opposition

trainer cheftrainer bundestrainer; schiedsrichter; torwart torhüter; stürmer angreifer; mittelfeldspieler;
fan anhänger

käufer; verkäufer; kunde; bank

mädchen; junge bub

bundesverfassungsgericht; bundesverwaltungsgericht; bundesgerichtshof bgh; bundesarbeitsgericht;
bundessozialgericht; bundesfinanzhof; oberlandesgericht; landgericht; arbeitsgericht; verwaltungsgericht
oberverwaltungsgericht; sozialgericht; bundestag; bundesrat; landtag; stadtrat gemeinderat; kreistag;
rechnungshof; kartellamt

staatsanwaltschaft; verteidigung; nebenklage

gewerkschaft; arbeitgeber

aufsichtsrat; vorstand; betriebsrat; aktionär anteilseigner
"""
ENDINGS = (
    *(("", ending) for ending in "|s|es|n|en|e|er|ern|in|innen".split("|")),
    *(("e", ending) for ending in ("in", "innen")),
)
"""How the first form of a noun ends, and how its others do."""

Thing = Sequence[str]
"""The words for it, as folded; the first is its name."""
KINDS: Sequence[Sequence[Thing]] = tuple(
    tuple(tuple(row.split()) for row in kind.split(";")) for kind in fold(_KINDS).strip().split("\n\n")
)
"""Things, by what excludes each other."""
