"""What persons and things of one kind are called in each language: a frigate is no destroyer.

A paragraph is a kind: nothing of it is another of the kind. A row has the words of English, "=", and those of
German; behind a "|" stand words that may mean it, among other things, and "*" stands for any ending.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from generator.language.letters import fold
from generator.model import ENGLISH, GERMAN, Language

_KINDS = """
frigate = fregatte; destroyer = zerstörer; cruiser = kreuzer; corvette = korvette; submarine = u-boot
unterseeboot; aircraft-carrier carrier = flugzeugträger | träger; minesweeper = minensucher minenjagdboot;
ferry = fähre; tanker = tanker; freighter cargo-ship container-ship | ship vessel = frachter frachtschiff
containerschiff; icebreaker = eisbrecher; yacht = jacht yacht; ambulance = krankenwagen rettungswagen;
fire-engine = löschfahrzeug | feuerwehr; truck lorry | vehicle = lastwagen lkw laster sattelzug; bus coach =
bus omnibus; tram streetcar = straßenbahn tram; train | rail* = zug züge; car | vehicle automobile = auto pkw
| wagen fahrzeug; motorcycle motorbike = motorrad motorräder; bicycle bike | cycl* = fahrrad fahrräder | rad*;
tank | armour* armor* = panzer | tank*; tractor = traktor; excavator digger = bagger; crane = kran; van |
vehicle = lieferwagen kleinbus kleintransporter; helicopter chopper = hubschrauber helikopter; plane aircraft
airplane jet airliner | flight* aviat* = flugzeug | maschine flieger jet; drone | uav* unmanned = drohne;
missile rocket | = rakete marschflugkörper |; satellite = satellit

judge | justice court magistrate bench tribunal = richter | gericht* kammer senat; prosecutor | prosecut*
attorney = staatsanwalt staatsanwälte ankläger | staatsanwaltschaft* anklage* bundesanwalt*; lawyer attorney
solicitor barrister | counsel defen* legal = anwalt anwälte rechtsanwalt rechtsanwälte | verteidig* jurist*;
witness | testif* = zeuge; notary = notar

doctor physician medic | medical gp = arzt ärzte mediziner; nurse | nursing carer = krankenschwester
krankenpfleger pflegerin pfleger | schwester pflege*; patient = patient | kranke*; pharmacist chemist =
apotheker; dentist = zahnarzt zahnärzte; vet veterinarian = tierarzt tierärzte; surgeon = chirurg; midwife
midwives = hebamme; paramedic = sanitäter notfallsanitäter

mother mum mom | parent* = mutter mütter | eltern*; father dad | parent* = vater väter | eltern*; brother |
sibling* = bruder brüder | geschwister*; sister | sibling* nurse = schwester | geschwister*; son | child* boy*
= sohn söhne | kind* junge; daughter | child* girl* = tochter töchter | kind* mädchen; wife wives | spouse
couple = ehefrau gattin | frau ehepaar; husband | spouse couple = ehemann ehemänner gatte | mann ehepaar;
uncle = onkel; aunt = tante; grandmother | grandparent* = großmutter großmütter oma | großeltern; grandfather
| grandparent* = großvater großväter opa | großeltern; nephew = neffe; niece = nichte; cousin = cousin cousine
vetter; grandson = enkel | enkel*; granddaughter = enkelin; widow = witwe; widower = witwer

author writer novelist | wrote writ* = autor schriftsteller | verfasser*; painter = maler; sculptor =
bildhauer; actor actress = schauspieler; singer = sänger; composer = komponist; conductor = dirigent;
photographer = fotograf; dancer = tänzer; poet = dichter lyriker

pope pontiff = papst päpste; cardinal = kardinal kardinäle; bishop | archbishop = bischof bischöfe; priest =
priester | pfarrer; monk = mönch; nun = nonne; rabbi = rabbiner rabbi; imam = imam; pastor vicar | priest
minister = pfarrer pastor

teacher = lehrer lehrkraft; pupil schoolchild | student* schoolboy* schoolgirl* child* = schüler; professor =
professor; student undergraduate | pupil* = student studierende; headteacher principal headmaster headmistress
headmistresses = schulleiter rektor direktor

soldier serviceman servicemen | troop* service* military = soldat; police-officer policeman policemen
policewoman | police officer* = polizist polizeibeamter polizeibeamte | polizei*; firefighter fireman firemen
| fire* = feuerwehrmann feuerwehrleute | feuerwehr*; sailor seaman seamen | crew = matrose seemann seeleute |
marine*; pilot = pilot

general = general; colonel = oberst; lieutenant-colonel = oberstleutnant; major = major; captain = hauptmann
kapitän | kapitän*; lieutenant = leutnant oberleutnant; sergeant = feldwebel sergeant unteroffizier; corporal
= gefreiter gefreite; admiral = admiral; vice-admiral = vizeadmiral; rear-admiral = konteradmiral | admiral;
commander | command* = kommandeur kommandant befehlshaber fregattenkapitän; major-general = generalmajor;
lieutenant-general = generalleutnant; brigadier-general brigadier = brigadegeneral; marshal = marschall
feldmarschall

landlord landlady | owner = vermieter | eigentümer*; tenant | renter* = mieter

king | royal monarch = könig | monarch*; queen | royal monarch = königin | monarch*; prince = prinz fürst;
princess = prinzessin fürstin; duke = herzog; emperor = kaiser; duchess = herzogin

president | presiden* chair* speaker = präsident | präsid*; vice-president | deputy = vizepräsident;
chancellor = kanzler bundeskanzler; prime-minister premier | pm taoiseach minister* government =
ministerpräsident premierminister premier | regierungschef*; minister | secretary ministry = minister |
ressort*; mayor = bürgermeister oberbürgermeister; governor = gouverneur | zentralbankchef notenbankchef;
ambassador | envoy embassy = botschafter | gesandte*; consul | consulate = konsul generalkonsul; senator =
senator; state-secretary undersecretary | minister secretary = staatssekretär

court tribunal | judge* judicial justices = gericht gerichtshof | richter* bundesgericht*; hospital clinic |
medical = krankenhaus krankenhäuser klinik klinikum spital; school | pupil* schooling = schule; university |
academic universities college = universität hochschule uni; library = bibliothek bücherei; gym gymnasium
sports-hall | = turnhalle sporthalle; museum = museum museen; theatre theater | stage = theater schauspielhaus
| bühne; cinema | film* movie* = kino lichtspielhaus; prison jail | detention custody imprison* jailed behind
= gefängnis gefängnisse haftanstalt justizvollzugsanstalt jva | haft*; embassy = botschaft; consulate =
konsulat; airport | airfield = flughafen flughäfen | airport*; railway-station train-station | station =
bahnhof bahnhöfe; port harbour harbor | dock* = hafen häfen; power-plant power-station | plant* reactor* =
kraftwerk | meiler werk*; factory | plant* works = fabrik | werk*; bridge = brücke; tunnel = tunnel; tower | =
turm türme |; stadium | arena ground = stadion stadien; swimming-pool pool | baths = schwimmbad schwimmbäder
hallenbad freibad | bäder; church | chapel cathedral minster = kirche | kapelle dom münster; mosque = moschee;
synagogue = synagoge; monastery convent abbey = kloster klöster stift; castle palace = schloss schlösser burg
palast; town-hall city-hall | council municipal* = rathaus rathäuser; supermarket = supermarkt; hotel = hotel;
restaurant = restaurant gaststätte | lokal

army | military forces land = heer | armee* streitkräft*; navy | naval = marine; air-force | air = luftwaffe;
coast-guard coastguard = küstenwache; police | officer* policing = polizei; fire-brigade fire-department
fire-service | firefighter* fire* crew* = feuerwehr | lösch*

rifle gun | firearm* weapon* = gewehr | waffe*; pistol handgun gun | firearm* weapon* = pistole revolver |
waffe*; dagger = dolch; knife knives = messer; bomb | explosive* device* ordnance = bombe | sprengsatz*;
grenade | shell* = granate handgranate; mine = mine; torpedo = torpedo; artillery | shell* = artillerie; sword
= schwert; axe = axt

earthquake quake tremor | seismic = erdbeben beben; flood flooding | water* inundat* = hochwasser
überschwemmung überflutung | flut*; storm gale | wind* hurricane weather = sturm stürme unwetter orkan |
gewitter*; drought | dry = dürre | trocken*; avalanche = lawine; landslide mudslide = erdrutsch | lawine;
blaze fire | burn* flame* = brand feuer brände | brann* brenn* flamm*; eruption = vulkanausbruch; tornado =
tornado; typhoon = taifun; hurricane = hurrikan; tsunami = tsunami; heatwave = hitzewelle

dog puppy | canine = hund welpe | dackel; cat kitten = katze | kater; horse = pferd; cow | cattle bovine beef
= kuh kühe rind | rinder*; pig | swine pork hog* = schwein; sheep lamb = schaf lamm; goat = ziege; chicken hen
| poultry = huhn hühner henne | geflügel*; goose geese = gans gänse; duck = ente; wolf wolves = wolf wölfe;
bear = bär; fox foxes = fuchs füchse; lion = löwe; tiger = tiger; elephant = elefant; whale = wal wale walen;
dolphin = delfin delphin; shark = hai haie haien; seal = robbe seehund; eagle = adler; owl = eule; bat =
fledermaus fledermäuse; rat = ratte; mouse mice = maus mäuse; bee = biene; mosquito = mücke stechmücke
moskito; snake = schlange; monkey ape = affe; deer = hirsch reh; hare = hase; rabbit = kaninchen; stork =
storch störche; beaver = biber; lynx = luchs; camel = kamel; penguin = pinguin; turtle tortoise = schildkröte

revenue revenues turnover | sales earn* = umsatz umsätze erlös; profit profits earnings | gain* surplus =
gewinn | überschuss* ertrag*; debt debts = schulden | schuld*

wage wages salary salaries | pay paid earn* = lohn löhne gehalt gehälter; price prices | cost* prize* = preis;
rent rents | lease* = miete; tax taxes | tax* duty = steuer; tariff tariffs duty duties customs | = zoll zölle
zöllen; pension pensions | retire* = rente | pension*; interest-rate interest-rates | interest rate* = zins
leitzins; inflation | price* = inflation teuerung inflationsrate; unemployment | jobless* = arbeitslosigkeit

semi-final semifinal = halbfinale | vorschlussrunde; quarter-final quarterfinal = viertelfinale; round-of-16
last-16 = achtelfinale; final | decider = finale endspiel | final*

election poll | vote* elect* ballot* = wahl parlamentswahl | wähl*; referendum plebiscite | vote* = referendum
volksabstimmung volksentscheid | abstimmung*; coup putsch = putsch staatsstreich

dead fatality fatalities | death* died kill* victim* = tote toter todesopfer | opfer*; injured wounded
casualties | hurt injur* = verletzte verletzter; missing = vermisste vermisster | vermisst*

drummer percussionist = schlagzeuger; guitarist = gitarrist; pianist = pianist; violinist = geiger; singer
vocalist | rapper = sänger; choir = chor chöre

snowstorm blizzard = schneesturm; sandstorm = sandsturm; thunderstorm | storm* = gewitter; hailstorm hail =
hagel; fog = nebel; rain rainfall | shower* wet = regen; snow snowfall | = schnee; frost | freez* = frost

sea | ocean = meer | see; lake = binnensee | see; pond = teich weiher; reservoir = stausee; bay = bucht;
strait = meerenge | straße; gulf = golf

cathedral = dom kathedrale; chapel = kapelle; temple = tempel; shrine = schrein

hostage = geisel; prisoner inmate | detainee* = häftling gefangener gefangene insasse; refugee | migrant*
asylum = flüchtling geflüchtete; migrant immigrant | refugee* = migrant einwanderer zuwanderer; tourist
holidaymaker | visitor* travell* = tourist urlauber; pilgrim = pilger; commuter = pendler

forester ranger = förster; hiker walker rambler = wanderer spaziergänger; hunter = jäger; jogger runner =
jogger läufer; angler = angler; mountaineer climber = bergsteiger kletterer; diver = taucher; rider = reiter

passenger = passagier fahrgast fahrgäste; pedestrian = fußgänger; cyclist = radfahrer; motorcyclist biker =
motorradfahrer; driver motorist | drove = fahrer autofahrer; crew-member crew = besatzung besatzungsmitglied
crew

government administration = regierung; opposition = opposition

coach manager head-coach = trainer cheftrainer bundestrainer | coach*; referee umpire = schiedsrichter;
goalkeeper keeper goalie = torwart torhüter; striker forward = stürmer angreifer; midfielder =
mittelfeldspieler; fan supporter = fan anhänger

buyer purchaser = käufer; seller vendor = verkäufer; customer client = kunde; bank lender = bank

girl = mädchen; boy | son lad = junge bub

supervisory-board | board = aufsichtsrat; executive-board management-board board = vorstand; works-council =
betriebsrat; shareholder = aktionär anteilseigner | gesellschafter
"""
ENDINGS: Mapping[Language, Sequence[tuple[str, str]]] = MappingProxyType(
    {
        ENGLISH: (("", ""), ("", "s"), ("", "es"), ("y", "ies")),
        GERMAN: (
            *(("", ending) for ending in "|s|es|n|en|e|er|ern|in|innen".split("|")),
            *(("e", ending) for ending in ("in", "innen")),
        ),
    }
)
"""How the first form of a noun ends, and how its others do."""


class Thing(NamedTuple):
    """What a person or thing is called in one language, as folded."""

    surely: tuple[str, ...]
    """Words in their first form; with "-" some words in a row."""
    perhaps: tuple[str, ...]


def _rows() -> Iterator[Sequence[tuple[Thing, ...]]]:
    for kind in fold(_KINDS).strip().split("\n\n"):
        yield [tuple(map(_thing, row.split("="))) for row in kind.split(";")]


def _thing(words: str) -> Thing:
    surely, _, perhaps = words.partition("|")
    return Thing(tuple(surely.split()), tuple(perhaps.split()))


def _name(row: tuple[Thing, ...], kind: int) -> str:
    return f"{row[0].surely[0]} {kind}"


KINDS: Sequence[Sequence[str]] = tuple(
    tuple(_name(row, at) for row in rows) for at, rows in enumerate(_rows())
)
"""The names of what excludes each other."""
THINGS: Mapping[Language, Mapping[str, Thing]] = MappingProxyType(
    {
        language: MappingProxyType(
            {_name(row, at): row[column] for at, rows in enumerate(_rows()) for row in rows}
        )
        for column, language in enumerate((ENGLISH, GERMAN))
    }
)
