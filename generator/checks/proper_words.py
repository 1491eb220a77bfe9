"""Words that tell a proper name from other capitalised words, in English and German, in lower case.

Countries, their peoples, larger cities, months and weekdays come from Babel; the rest is listed here.
"""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global

from generator.model import Language


class Word(Enum):
    """What a capitalised word is."""

    NAME = "nothing else is known of it"
    TITLE = "of a person: what follows is one"
    BODY = "heads the name of a body"
    AGREEMENT = "heads the name of an agreement"
    MEETING = "heads the name of a meeting"
    EXERCISE = "says that what follows or stands before is an exercise"
    COMMON = "makes no name by itself"
    PLACE = "heads the name of a place"
    COUNTRY = "a country, or what belongs to one"
    CITY = "a city"
    BREAK = "is no part of a name: a function word, a month"


HEADS = frozenset((Word.BODY, Word.AGREEMENT, Word.MEETING))
UNITED = ("UN", "EU", "EZ")
"""Babel lists these as territories; here they are bodies."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH = {
    Word.BREAK: _words(
        """
        a about above according across after again against all also although among amid an and another any
        are around as asked at be because before below between both but by can could despite did do does
        during each earlier either even every few finally first following for from further had has have he
        her here his how however i if in indeed instead into is it its itself last later let like many may
        might more moreover most much must my near neither never nevertheless next no none nor not now of
        off on once one only or other our out over own perhaps recently regarding said same second secondly
        several shall she should since so some soon still such than thank that the their them then there
        therefore these they third this those though through thus to today together tomorrow tonight toward
        towards two under unlike until up upon very was we were what when where whether which while who
        whose why will with within without would yes yesterday yet you your early late mid meanwhile
        speaking asked answering responding commenting referring additionally previously currently both
        three four five six seven eight nine ten read more photo source video image file courtesy
        """
    ),
    Word.TITLE: _words(
        """
        president minister premier chancellor secretary chairman chairwoman chairperson chair chief director
        general colonel admiral major captain lieutenant commander marshal sergeant brigadier spokesman
        spokeswoman spokesperson ambassador deputy vice senior prime senator governor mayor king queen
        prince princess crown pope mr mrs ms miss dr prof sir lord lady professor doctor editor analyst
        expert correspondent reporter journalist moderator host question answer official officer
        representative envoy consul head leader speaker congressman congresswoman judge justice academician
        comrade counselor counsellor commissioner executive attache attaché emperor sheikh sultan emir
        ayatollah patriarch cardinal bishop archbishop imam col gen lt maj adm capt cpt sr brig sgt sen rep
        gov hon first-rank rear commissar undersecretary under-secretary economist historian scholar
        researcher fellow ceo cfo coo author coach pilot cosmonaut astronaut soldier rapporteur advisor
        adviser
        """
    ),
    Word.BODY: _words(
        """
        ministry department bureau office committee commission council organization organisation agency
        directorate fleet army navy corps command staff forces academy institute university college school
        party congress assembly union league alliance association group corporation company bank fund court
        tribunal foundation center centre brigade division regiment duma secretariat institution institutes
        consortium community militia police guard movement front coalition federation society
        """
    ),
    Word.AGREEMENT: _words(
        "treaty agreement convention accord accords pact protocol charter memorandum declaration initiative"
        " act"
    ),
    Word.MEETING: _words("forum conference summit dialogue consultations festival expo exhibition"),
    Word.EXERCISE: _words("exercise exercises drill drills maneuver maneuvers manoeuvre manoeuvres wargame"),
    Word.PLACE: _words(
        """
        sea ocean strait straits river island islands peninsula bay gulf mountain mountains region province
        city street square lake coast basin canal airport port desert valley highway district oblast county
        territory territories republic kingdom states emirates east west north south area zone base theater
        theatre cape bridge avenue hotel pole hemisphere steppe delta krai okrug prefecture village town
        """
    ),
    Word.COMMON: _words(
        """
        defense defence foreign affairs national international state federal central joint security military
        armed people's women's workers' men's children's people peoples naval air ground land maritime
        strategic nuclear political public economic trade commerce finance internal external interior global
        united new old great special supreme high higher top regular annual northern southern eastern
        western regional good friendly government embassy consulate parliament side sides leadership
        administration cabinet authorities authority militaries country countries nation nations world peace
        war cooperation co-operation partnership relations friendship neighborliness good-neighborliness
        neighbourliness good-neighbourliness strategy policy development research science technology
        education culture cultural health energy industry industrial press media news agency's information
        communication communications conference's talks meeting meetings session visit statement statements
        article chapter part section resolution law plan program programme project system budget report
        series edition phase stage round level operational operation operations intelligence understanding
        mission missions observer member members partner partners ally allies force missile missiles weapon
        weapons arms control intermediate-range long-range short-range non-proliferation nonproliferation
        test site time day year month week weekend morning afternoon evening night century era age decade
        spring summer autumn fall winter christmas easter olympic olympics games championship cup league
        internet web online covid covid-19 coronavirus god earth mars moon english catholic orthodox muslim
        muslims islamic islamist christian christians jewish jews buddhist communist communists socialist
        democrat democrats democratic republican republicans liberal conservative labour labor nazi nazis
        marxist leninist soviet western eastern arctic antarctic pacific atlantic baltic mediterranean
        indian caspian balkan balkans caucasus eurasia eurasian european asian african american middle far
        central cold hot civil patriotic revolution uprising independence victory memorial liberation
        constitution constitutional congressional presidential parliamentary ministerial prize award order
        medal belt road peacekeeping humanitarian ltd inc co corp plc dollar dollars euro euros ruble rubles
        rouble roubles yuan renminbi twitter facebook telegram youtube instagram wechat weibo tiktok
        whatsapp website page link note
        """
    ),
}

GERMAN = {
    Word.BREAK: _words(
        """
        ab aber alle allem allen aller alles als also am an andere anderen anderer anderes angaben
        angesichts auch auf aufgrund aus außerdem bei beide beiden beim bereits berichten bis bisher da
        dabei dadurch dafür dagegen daher damit danach daneben dann daran darauf daraus darin darüber darum
        das dass davon davor dazu dem den denn dennoch der deren derzeit des deshalb dessen die dies diese
        diesem diesen dieser dieses doch dort drei du durch ebenfalls ebenso ein eine einem einen einer
        eines einige einigen er erst erstens es etwa euch ferner für gegen gegenüber gemäß gemeinsam gestern
        gleichzeitig grund hat hatte haben heute hier hiermit hinsichtlich hinter ich ihm ihn ihr ihre ihrem
        ihren ihrer im in infolge insbesondere insgesamt ist ja jede jedem jeden jeder jedes jedoch jetzt
        kein keine können könnte künftig kürzlich laut letzte letzten letzter letztes man manche mehr
        mehrere meine mit mittlerweile morgen nach nachdem nachher natürlich neben nein nicht noch nun nur
        ob obwohl oder ohne pro schließlich schon sein seine seinem seinen seiner seit seitdem seiten selbst
        sie sind so sobald sofern sogar solche somit sowie sowohl später statt trotz über um und uns unser
        unsere unter viele vielen vom von vor vorher während war warum was wegen weil weiter weitere
        weiteren weiterhin welche wenn wer werden wie wieder wir wird wo wurde wurden zu zudem zufolge
        zuletzt zum zunächst zur zwar zwei zweitens zwischen ende anfang mitte frühling frühjahr sommer
        herbst winter uhr jahr jahre jahren jahres monat monate monats woche wochen tag tage tagen tages
        stunden minuten prozent million millionen milliarde milliarden tonnen kilometer kilometern meter
        liter euro dollar rubel yuan mal teil reihe seite seitens rahmen bezug hinblick foto bild quelle
        video anm stand rund knapp fast
        """
    ),
    Word.EXERCISE: _words(
        """
        übung übungen manöver manövern manövers militärübung militärübungen militärmanöver marineübung
        marinemanöver großübung großmanöver seemanöver marineübungen antiterrorübung stabsübung
        kommandostabsübung
        """
    ),
}

# Of a person: these ends of a German word, so that "Verteidigungsminister" needs no entry.
TITLE_ENDS = tuple(
    _words(
        """
        minister ministerin ministers ministern präsident präsidenten präsidentin sprecher sprecherin
        sprechers general generals oberst admiral admirals kanzler kanzlerin kanzlers sekretär sekretärin
        sekretärs kommandeur kommandeurs kommandant kommandanten befehlshaber befehlshabers direktor
        direktorin direktors botschafter botschafterin botschafters chef chefin chefs leiter leiterin
        leiters beauftragte beauftragter beauftragten vorsitzende vorsitzender vorsitzenden leutnant
        leutnants hauptmann major majors marschall marschalls kapitän kapitäns professor professorin doktor
        könig königin papst reporter reporterin journalist journalistin korrespondent korrespondentin
        experte expertin analyst analystin abgeordnete abgeordneter senator senatorin gouverneur
        bürgermeister bürgermeisterin vertreter vertreterin vize stellvertreter premier staatschef
        historiker ökonom berater beraterin gesandte gesandter unterhändler moderator moderatorin frage
        antwort zusatzfrage nachfrage
        """
    )
)
TITLE_WORDS = _words("herr herrn frau dr prof gen oberstlt genmaj fürst prinz kronprinz scheich")
LEADS_ONE_NAME = tuple(
    _words(
        """
        minister ministerin präsident präsidentin oberst general admiral kanzler kanzlerin herr herrn frau
        sprecher sprecherin sekretär botschafter marschall premier chef
        """
    )
)
"""In German, a single capitalised word right after one of these is a name."""
SHORT = 5
"""Hung, Janis: names as short as this may end like a noun."""
NOUN_ENDS = tuple(
    _words(
        """
        ung ungen heit heiten keit keiten schaft schaften tion tionen sion sionen ismus tät täten ment mente
        ments nisse nissen ministerium ministeriums ministerien initiative initiativen staaten vereinigte
        vereinigten vereinte vereinten amt amts ämter büro büros ierung lich liche lichen licher liches
        ische ischen ischer isches ige igen iger iges rat rats kräfte kräften streitkräfte armee marine
        regierung kommission organisation konferenz gespräch gespräche gesprächen vertrag vertrags verträge
        vertrages abkommen abkommens treffen treffens besuch besuchs besuche jahrestag jahrestages
        jahrestags gipfel gipfels seite seiten chinesen russen amerikaner europäer deutschen soldaten
        truppen raketen waffen lage frage fragen arbeit krieg kriegs krieges frieden friedens beziehungen
        zusammenarbeit
        """
    )
)

GIVEN_NAMES = _words(
    """
    abdul adam ahmed alain albert alberto alejandro aleksandar aleksander aleksandr aleksej alex alexander
    alexandra alexei alexej ali alice amir ana anatoli anatolij andre andrea andreas andrei andrej andrew
    andrey andrzej angela ann anna annalena anne annegret anthony anton antonio antony antónio ashton barack
    benjamin bernard bernd bill bob boris brian bruno carl carlos caroline charles christian christine
    christoph claudia daniel david denis denys dieter dirk dmitri dmitrij dmitry dmytro donald elena
    elizabeth emmanuel erdoğan eric erich ernst eva fatima felix florian francois françois frank franz
    friedrich fumio gabriel georg george gerd gerhard giorgia giorgio giuseppe grigori gustav hamid hans
    harald hassan heiko heinrich helmut henry herbert hillary horst hossein ibrahim igor ilham ingrid irina
    ivan iwan jack jacob jake james jane janet jean jens jerome joachim joe johann johannes john jonas
    jonathan joschka jose josep josef joseph josé juan julia jürgen kaja kamala karin karl katharina
    katherine kenneth kevin klaus konstantin kyriakos lars laura leonid linda lisa lloyd ludwig luis luiz
    maia manfred marc marcel marco maria marie marija marine mario marina marion mark marko markus martin
    masoud mateusz matteo matthew matthias max maxim mehmet michael michail michel miguel mikhail mohamed
    mohammad mohammed muhammad narendra nancy natalia nathalie nicolas nicolás nigel nikol nikola nikolai
    nikolaj nils norbert olaf oleg oleh oleksandr oleksii oleksij olga oliver otto pablo pavel pawel paul
    paolo pedro peter petra petro pete philip philippe pierre piotr radosław rafael ralf recep reinhard
    renate ricarda richard rishi robert roberto roland rolf roman ronald rudolf rustam ruslan sabine salman
    sandra sarah sebastian serge sergei sergej sergey serhij shehbaz shinzo shinzō sigmar silvio simon
    simone sophie stefan steffen stephan stephen steve steven susanne svetlana swetlana tatjana theresa
    thomas tim tobias tom tony ulrich ulrike ursula valentina valeri valerij valery victor viktor vincent
    vladimir volker volodymyr walter werner wiktor wilhelm willi william winfried winston witali wladimir
    wolfgang wolodymyr yoon yoshihide yoshimasa yulia bai cai cao chen cheng chai choe cui deng ding dong
    duan fan feng fu gao geng gong guo hu hua huang jia jiang jin kim kong lei li liang liao liu long lu luo
    lü ma mao meng miao nguyen nguyễn pan peng pham phạm qian qin qiu ren shao shen shi song su sun tan tang
    tao tian tran trần wan wang wei wen wu xi xia xiao xie xiong xu xue yan yang yao ye yi yin yu yuan zeng
    zhang zhao zheng zhong zhou zhu zou ngo
    """
)
"""What a person's name begins with: given names, and family names where those come first."""
CAPITALS = _words(
    """
    beijing peking washington delhi canberra ottawa ankara islamabad bern abuja brasilia rabat jerusalem
    kiev kyjiw kiew pjöngjang hanoi rangun brüssel genf geneva hague naypyidaw astana munich münchen
    petersburg
    """
)
COUNTRIES = _words(
    """
    us usa u.s u.s.a uk u.k uae prc roc dprk rok ussr gdr frg drc ksa usia america american americans
    americas britain british england english scotland wales chinese korea korean koreans swiss dutch french
    greek thai czech danish finnish swedish polish turkish turkey irish spanish arab arabs arabic saudi
    slavic filipino philippine philippines burma burmese macau macao kazakh uzbek tajik kyrgyz turkmen azeri
    armenian afghan iraqi israeli pakistani palestinian palestinians palestine sino russo franco anglo indo
    euro transatlantic trans-atlantic indo-pacific asia-pacific asean-china eurozone soviet tibetan uyghur
    taiwanese hongkong european african asian australian eurasian latin ukrainian russian udssr ddr brd vrc
    vr vae dvrk sowjetunion sowjetisch europa asien afrika amerika türkei
    """
)
PHRASES = frozenset(
    phrase.strip()
    for line in """
    cold war | world war | world war i | world war ii | new year | hong kong | tel aviv | new delhi
    abu dhabi | saint petersburg | white paper | great wall | soviet union | silk road | thank you
    good morning | good afternoon | good evening | vielen dank | guten tag
    kalter krieg | kalten krieg | kalten krieges | kalte krieg
    russian federation | russische föderation | russischen föderation
    global times | ria novosti | der spiegel | deutsche welle | new york times | financial times
    wall street journal | russia today | china daily | washington post | south china morning post
    """.splitlines()
    for phrase in line.split("|")
)
"""Said in capitals, yet no name a record is for: eras, places, greetings, and the press."""
PRESS = _words(
    """
    tass itar-tass afp ap dpa cnn bbc cctv cgtn rt nbc abc cbs npr upi apa ard zdf orf srf faz taz reuters
    xinhua sputnik interfax nikkei kyodo yonhap bloomberg kommersant izvestia iswestija itar prnewswire
    """
)
"""Who reports is a source, not what an entry is about."""
NO_ACRONYMS = _words(
    """
    am pm gmt utc msk cet cest est edt mez mesz ceo cfo coo gdp bip ngo ngos usd eur rub cny rmb dna hiv
    aids pdf html http https www url faq icbm slbm uav uavs sms gps vip lng wmd tv radio ok asap diy rip
    info news live breaking exclusive update photo video foto read more please click share qr id ids no yes
    not and the for with from jan feb mar apr jun jul aug sep sept oct okt nov dec dez mon tue wed thu fri
    sat sun covid sars usb cpu ai ki it pc hd gmbh kg ag ev edv pkw lkw usw bzw etc rss seo pr hq sos emp aa
    abm mirv
    """
)


@lru_cache(maxsize=50_000)
def word_kind(word: str, language: Language) -> Word:
    """Tell what a capitalised word is."""
    kind = _listed(word.casefold().rstrip("."), language)
    if kind is not Word.NAME or "-" not in word:
        return kind
    parts = word.casefold().split("-")
    # "Sino-Russian", "Asia-Pacific"; "Secretary-General", "US-Präsident"
    if all(_listed(part, language) in (Word.COUNTRY, Word.CITY) for part in parts):
        return Word.COUNTRY
    last = _listed(parts[-1], language)
    return last if last in (Word.TITLE, Word.EXERCISE, *HEADS) or language == "de" else Word.NAME


def _listed(word: str, language: Language) -> Word:
    if word in calendar():
        return Word.BREAK
    for kind, words in (GERMAN if language == "de" else ENGLISH).items():
        if word in words:
            return kind
        if language == "en" and _singular(word) in words:
            # "Ministers" name nobody, and "ministries" no body.
            return Word.COMMON if kind in (Word.TITLE, *HEADS) else kind
    if language == "de" and (word in TITLE_WORDS or word.endswith(TITLE_ENDS)):
        return Word.TITLE
    if word in countries() or (language == "de" and _is_derived(word)):
        return Word.COUNTRY
    if word in cities():
        return Word.CITY
    if language == "de" and word.endswith(NOUN_ENDS) and len(word) > SHORT:
        return Word.COMMON
    return Word.NAME


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _is_derived(word: str) -> bool:
    """Tell whether a German word is made of a place's name: Chinas, Moskauer."""
    return any(
        word.endswith(ending) and word.removesuffix(ending) in places
        for ending in ("s", "er", "ern", "ers", "n")
        for places in (countries(), cities())
    )


@cache
def calendar() -> frozenset[str]:
    """Return months and weekdays."""
    names = _calendar_names("wide") | {"jänner", "sonnabend"}
    return names | {f"{name}s" for name in names if name.endswith("day")}


@cache
def short_calendar() -> frozenset[str]:
    """Return abbreviations of months and weekdays; some are also names: Dong Jun, Sun Yat-sen."""
    return _calendar_names("abbreviated") | {"sept"}


@cache
def countries() -> frozenset[str]:
    """Return countries and peoples of one word: "russia", "russian", "russland"."""
    names = {name for name in _territories() if " " not in name}
    peoples = {
        stem + ending
        for name in names
        for stem, endings in ((name, ("n", "i", "ian", "an", "ese")), (name[:-1], ("ian", "an", "ese")))
        for ending in endings
    }
    languages = {name.casefold() for name in Locale.parse("en").languages.values() if " " not in name}
    adjectives = {
        name for name in languages if name.endswith(("ian", "ean", "ese", "ish", "can", "man", "gian"))
    }
    return frozenset(names | peoples | {f"{people}s" for people in peoples} | adjectives) | COUNTRIES


@cache
def cities() -> frozenset[str]:
    """Return cities of one word that have a time zone, in English and German, and other capitals."""
    return frozenset(name for name in _zone_cities() if " " not in name) | CAPITALS


@cache
def phrases() -> frozenset[str]:
    """Return what several capitalised words say without being a name a record is for."""
    return frozenset(name for name in (*_territories(), *_zone_cities()) if " " in name) | PHRASES


def _calendar_names(width: str) -> frozenset[str]:
    locales = [Locale.parse(code) for code in ("en", "de")]
    tables = [table["format"][width] for locale in locales for table in (locale.months, locale.days)]
    return frozenset(name.casefold().rstrip(".") for table in tables for name in table.values())


def _territories() -> list[str]:
    return [
        name.casefold()
        for language in ("en", "de")
        for code, name in Locale.parse(language).territories.items()
        if code not in UNITED
    ]


def _zone_cities() -> list[str]:
    zones = [zone for zone in get_global("zone_territories") if not zone.startswith(("Antarctica", "Etc"))]
    cities = [zone.rsplit("/", 1)[-1].replace("_", " ") for zone in zones]
    german = Locale.parse("de").time_zones
    cities += [german[zone]["city"] for zone in zones if german.get(zone, {}).get("city")]
    return [city.casefold() for city in cities]
