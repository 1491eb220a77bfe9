"""English."""

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

_LANGUAGE = Language("en")
_TENS = numbered("twenty;thirty;forty;fifty;sixty;seventy;eighty;ninety", 2)
_ORDINAL_UNITS = numbered("first;second;third;fourth;fifth;sixth;seventh;eighth;ninth")

ENGLISH_WORDS = Lexicon(
    language=_LANGUAGE,
    calendar=CalendarWords(
        language=_LANGUAGE,
        month_spellings=numbered(""),
        short_month_spellings=numbered(";;;;;;;;sept"),
        months_also_names=words("may march mar jan april june august"),
        weekday_spellings=numbered(""),
        short_weekday_spellings=numbered(";tues;;thur thurs", 0),
        seasons=numbered("spring;summer;autumn fall;winter", 21),
        decades=numbered("thirties;forties;fifties;sixties;seventies;eighties;nineties", 3),
        units=grouped(
            """day: day days; week: week weeks; weekend: weekend; month: month months;
            quarter: quarter quarters; year: year years"""
        ),
        feasts=feast_days(
            """01-01: new year's day; 02-14: valentine's day; easter-46: ash wednesday;
            easter-7: palm sunday; easter-2: good friday; easter+0: easter sunday;
            easter+1: easter monday; 05/-1/0: memorial day; 09/1/0: labor day; 10-31: halloween;
            11/4/3: thanksgiving day, thanksgiving; 12-24: christmas eve;
            12-25: christmas day, christmas; 05-01: may day; 12-31: new year's eve"""
        ),
    ),
    numbers=NumberWords(
        cardinals=numbered(
            "one;two;three;four;five;six;seven;eight;nine;ten;eleven;twelve;thirteen;fourteen;fifteen;sixteen;"
            "seventeen;eighteen;nineteen"
        ),
        also_words=words("second"),
        tens=_TENS,
        ordinals=MappingProxyType(
            {
                **numbered(
                    "first;second;third;fourth;fifth;sixth;seventh;eighth;ninth;tenth;eleventh;twelfth;thirteenth;"
                    "fourteenth;fifteenth;sixteenth;seventeenth;eighteenth;nineteenth"
                ),
                **{f"{ten[:-1]}ieth": 10 * number for ten, number in _TENS.items()},
                **{
                    f"{ten}-{unit}": 10 * number + one
                    for ten, number in _TENS.items()
                    for unit, one in _ORDINAL_UNITS.items()
                },
            }
        ),
        multiples=MappingProxyType(
            {
                **dict.fromkeys(("hundred", "hundreds"), 100),
                **dict.fromkeys(("thousand", "thousands"), 1000),
                **dict.fromkeys(("dozen", "dozens"), 12),
            }
        ),
        fractions=measured(
            "0.5: half halves; 0.25: quarter quarters; 0.3333333: thirds; 0.2: fifths; 0.1: tenths"
        ),
        spans=measured(
            """60: hour hours minute minutes; 24: day days; 7: week weeks; 12: year years;
            14: fortnight; 10: decade decades; 100: century centuries"""
        ),
        loose=valued(
            {
                "both twice double couple pair twofold twin twins": ("2",),
                "decade": ("10",),
                "century": ("100",),
                "half halves": ("0.5", "2", "50", "1.5"),
                "a an once single sole": ("1",),
                "firstly initially": ("1",),
                "thrice triple": ("3",),
                "quarter quarters": ("4", "0.25", "25", "3"),
                "zero nil": ("0",),
                "noon midday": ("12",),
                "midnight": ("0", "12", "24"),
                "fortnight fortnightly": ("14", "2"),
            }
        ),
        scales=numbered(
            "thousand k;;;million millions mn m;;;billion billions bn;;;trillion trillions tn", 3
        ),
        joiner="and",
    ),
    abbreviations=Abbreviations(
        titles=as_written(
            """Mr Mrs Ms Dr Prof Gen Lt Col Sr Maj Adm Capt Cmdr Cdr Brig Sgt Cpl Sen Rep Reps Gov Rev Hon
            Pres Amb Messrs Mmes"""
        ),
        bound=as_written("""vs approx ca cf incl viz esp"""),
        counted=as_written(
            """No Nos no nos Fig Figs fig Sec Secs sec Art Arts art Vol Vols vol Ch Chap ch para paras p pp
            Pt pt app App Res Eq Ref Sun Sat Wed Mar Ill Ind Cir"""
        ),
        short=as_written(
            """Inc Ltd Co Corp Jr al Bros Dept Dist Div Univ Assn Assoc Ave Blvd Rd St Mt Ft Sq Bldg Calif
            Va Md Conn Pa Fla Ga Kan Ky Mich Minn Mont Neb Nev Okla Ore Tenn Tex Vt Wis Wyo Ala Ariz Ark
            Colo Del Mo Pub Supp Intl Natl Govt"""
        ),
    ),
    names=NameWords(
        titles=tuple(
            """president minister premier chancellor general colonel admiral lieutenant major captain marshal
            commander brigadier spokesman spokesperson spokeswoman director chief leader chairman chairwoman
            secretary ambassador professor official envoy senator officer expert
            analyst""".split()
        ),
        relations=("counterpart", "colleague", "comrade"),
        title_endings=("", "s"),
        forms_of_address=words("miss sir"),
        possessives=words("another his her"),
        own=words("own"),
        links=words("of in between with to"),
    ),
    negation=NegationWords(
        words=words("""not no never none nobody nothing nowhere neither without cannot cant t"""),
        near=words(
            """hardly barely scarcely only instead rather unless except otherwise yet few little seldom
            rarely fewer less until nor open closed shut zero free"""
        ),
        near_starts=starts(
            """non fail lack refus deny denie denial reject declin avoid prevent absen bann prohibit forbid
            forbad forbidden barred oppose opposing stop ceas exclu forgo ruled disagree dislike disapprov
            disreg distrust dismiss discontin disput disobey impossib impract improb imperfect immobil
            inabil inact inadequ incap incompl inconsis indef indirect ineffect ineffic insecur insuffic
            invis invalid inval illegal illegit illog irregul irrelev irrespons irrepl miss mistrust
            shortage remain still kept keep soon wrong continu insist"""
        ),
        prefix="un",
        not_near_starts=starts("under unit unio unif univ uniq until unto unless"),
        near_ends=("less", "lessly", "lessness", "free"),
        turns_of_phrase=phrases(
            "not only;not just;not merely;not least;or not;no less than;no fewer than;no more than;"
            "nothing but;no matter;no doubt;without doubt;without a doubt;whether not;"
            "no one else than;than ever;no wonder;far from;too early;too soon;"
            "out of the question;anything but;nothing short of;no secret;to be seen;"
            "not since;out of;can still;than any;all but;not as;not so;no later than;"
            "no earlier than;in no time;none the wiser;no … differently"
        ),
    ),
    senses=senses(
        """up: rose risen rise rises rising increas* grew grow grows grown growing growth climb* soar* surg*
        raise* raising up+[0-9]* percent+higher | up higher more above gain* add* advance* jump* record hike*;
        down: slid slipped slumped plunged fell falling sank sinking shrank shrunk decreas* drop dropped
        declin* reduc* plung* plummet* slump* tumbl* lowered lowers lowering cut cuts cutting
        down+[0-9]* percent+lower | down low* less fewer below lost lose* cut* fall* drops dropping eas*;
        accept: accept* approv* endors* adopted welcomed support* granted upheld upholds | back* pass* agree*
        favour* favor* for; reject: reject* blocked vetoed turned+down turn+down turns+down | against refus*
        dismiss* oppos* turned down voted declin*; export: export* | sell* sold sale*; import: import imports
        imported importing importer* | buy* bought; open: opened opens reopen* opening | open* unlock*
        inaugurat*; close: closed closes shut closure | clos* end* block* conclu* sign*; more: more~than
        over+[0-9]* above+[0-9]* | more over above least exceed* higher greater larger; less: less~than
        fewer~than under+[0-9]* below+[0-9]* | less fewer under below nearly almost most lower smaller; hurt:
        injured wounded hurt | injur* wound*; kill: killed died kills killing | dead* death* die* fatal* kill*
        toll lives life; convict: convict* sentenc* | guilty jail*; acquit: acquit* | innocen* cleared;
        morning: morning* | early night; evening: evening* | night* late; for: vot*+for favour favor favours
        favors favoured favored backs backed supports supported | for favour* favor* support* back* pro
        advocat* endors* approv* agree* behalf; against: against all+but opposes opposed opposing | oppos*
        versus v vs fight* combat* counter* anti* resist* protest* despite reject* prevent* protect* around
        toward* exchange return violat* breach* accus* charge* sue* suing lawsuit* appeal* investigat*
        complain* ban* challeng* sanction* beat* defeat* crime* offence* warrant* case*; before: before | ago
        earlier prior ahead previous* until front pre* former* already since last yet; after: after afterwards
        | from following follow* since once when then later post* next subsequent* past according under behind
        now ensu* based said says surviv* upon; least: least+[0-9]* at+least no+less no+fewer | minimum more
        over; most at: most+[0-9]* at+most up+to | maximum up under not no more; large: large larger largest
        big bigger biggest | great* major high* strong* broad* grand* tall much many huge vast wide* long*;
        small: small smaller smallest little tiny | minor low* slight* weak* few* less* mini* short*; must:
        must has+to have+to had+to | need* requir* oblig* forc* compel* shall should ought suppos* due bound
        mandat* necessary only is+to are+to was+to were+to will expect*; may: may might can | could able
        allow* permit* possib* perhaps free entitl* option* let likely would; higher: higher high
        highest | more above up exceed* ris* rose increas* grew greater larger better over beat; lower: lower
        low lowest | less below down fall* fell reduc* fewer cut* drop* decreas* under smaller short*; all:
        all every everyone everybody | each entire whole both any total none full* everything unanim* across
        throughout no only without; most: most+of majority | most* bulk more part large* mainly; many: many
        numerous | lot lots much more large* plent* countless score* dozens hundreds thousands several
        majority huge great* widespread most*; few: few handful | little hard* small* minority only scarce*
        limited two three; some: some several | certain few a part* number various handful other two three
        many occasion*; should: should ought | recommend* advis* suppos* expect* to; survive: surviv* alive |
        live* rescue*"""
    ),
    futures=words("will shall"),
    measures=grouped(
        """percent: percent percentage; percentage points: percentagepoint percentagepoints; kilometre: km
        kph kilometre kilometres kilometer kilometers; metre: metre metres meter meters; nautical
        mile: nauticalmile nauticalmiles nmi; mile: mile miles; tonne: ton tons tonne tonnes; kilogram: kg
        kilogram kilograms kilo kilos; litre: litre litres liter liters; hectare: hectare hectares;
        barrel: barrel barrels; megawatt: mw megawatt megawatts; gigawatt: gw gigawatt gigawatts; euro: euro
        euros eur; dollar: dollar dollars usd; yuan: yuan renminbi rmb; rouble: rouble roubles ruble rubles;
        pound: pound pounds; franc: franc francs chf; degree: degree degrees; minute: minute
        minutes; hour: hour hours; month: month months; week: week weeks; day: day days; year: year years
        decade decades aged age"""
    ),
    measure_parts=grouped(
        "year: anniversar annual yearly; hour: hourly; month: monthly; week: weekly; day: daily"
    ),
    page=PageWords(
        date_labels=lines("published | updated | posted | last updated"),
        beside_dates=words(
            """update last modified created date on at the and of st nd rd th am pm a p m t z h min hrs
            local time gmt utc est edt et pst pdt bst"""
        ),
        captions=words("caption photo image picture credit"),
        pictures=lines("source | photo | image | picture | credit | file photo"),
        # "Welcome to Hell" may be a headline.
    ),
    stamps=StampWords(
        published=words(
            """published posted publish publication created written released issued date dated first pub
            release article news on"""
        ),
        updated=words("updated update modified edited revised reviewed"),
        comment=words("""comment comments reply says said wrote writes replied thread post"""),
        today=words(
            """accessed retrieved printed today now time deadline until from till due begins starts ends
            event expires price joined registered copyright est established founded"""
        ),
        by=words("by author editor staff reporter"),
        writers=words("editor reporter correspondent writer journalist columnist"),
        agencies=words("ap reuters afp tass xinhua"),
        decisions=frozenset(),
        documents=words(
            """minutes hearing hearings report judgment judgement order opinion decision resolution
            testimony proceedings agreement treaty act regulation regulations memorandum notice petition
            transcript"""
        ),
        about=words("about"),
        general=words(
            """press media public relations information communications newsroom headquarters contact
            conference conferences releases statement statements remarks speech speeches home menu content
            contents navigation skip main page pages more immediate"""
        ),
        titles=words("title headline subject"),
        places=words("region province county district oblast territory city"),
        sources=words("source publisher"),
        institutions=words(
            """ministry embassy department agency authority office court university institute academy
            parliament commission council government headquarters federation association foundation police
            administration bureau senate"""
        ),
    ),
    questioners=words("question q reporter journalist moderator host interviewer"),
    answerers=words("answer a spokesperson spokesman spokeswoman"),
    speech_verbs=words(
        """said says told tells added noted stated stressed announced explained asked answered remarked
        commented"""
    ),
    reporting_words=words(
        """add adding answer answers ask briefing briefings comment comments commenting conference media
        news note noting press question questions quoted remark remarks report reported reporter reporters
        reports say saying senior state statement statements states stating stress tell telling"""
    ),
    definite_articles=words("the"),
    indefinite_articles=words("a an"),
    function_words=words(
        """a about above according accordingly across additionally after afterwards again against all also
        although am amid among an and another any are around as at be because been before being below
        besides between both but by can consequently could currently despite did do does down during each
        earlier either elsewhere even every few finally first following for from further furthermore had
        has have having he hence her here him his how however i if in indeed instead into is it its itself
        just last later least less let like likewise many may me meanwhile might more moreover most much
        must my near neither never nevertheless next no nobody none nonetheless nor not nothing now of off
        on once one only or other otherwise our out over own per perhaps previously rather recently
        regarding same second secondly several shall she should since so some soon still such than that
        the their them then there thereafter therefore these they third this those though through thus to
        today together tomorrow tonight too toward towards two under unless unlike until up upon us very
        via was we were what when where whether which while who whom whose why will with within without
        would yes yesterday yet you your"""
    ),
    endings=("", "s", "es"),
    changed_endings=(("ies", "y"),),
    derived_endings=tuple("e ed ing er ers ion ions ation ations ational al ally ly ment ments".split()),
    noun_endings=("", "s", "es"),
    genitive="'s",
    capitalizes_nouns=False,
    has_compounds=False,
    only_noun_endings=(),
    abstract_endings=(),
    sounds=grouped(
        """č: ch tch; ǰ: j dj; š: sh zh sch; x: kh; z: tz ts; s: z; k: ck c q; kv: qu; ks: x; f: ph; t: th;
        v: w"""
    ),
    begin_names=words("first second third last next one two three own over under up off more most will may"),
    spellings=(
        ("defence", "defense"),
        ("neighbour", "neighbor"),
        ("organis", "organiz"),
        ("modernis", "moderniz"),
        ("labour", "labor"),
        ("harbour", "harbor"),
        ("centre", "center"),
        ("theatre", "theater"),
        ("programme", "program"),
        ("manoeuvre", "maneuver"),
    ),
)
