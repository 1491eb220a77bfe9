"""Sentences as they stand in news and press releases, with good translations."""

GOOD = (
    # German, English: each is a good translation of the other.
    ("Im Hafen liegen 1,5 Mio. t Getreide.", "There are 1.5 million tonnes of grain in the port."),
    ("Das hat Anna von der Aue gesagt.", "It was Anna von der Aue who said that."),
    ("Es begann um 9.40 Uhr.", "It began at 9:40 in the morning."),
    ("Es waren mehrere Zehntausend.", "There were tens of thousands."),
    ("Dort traf er Michail Woronzow.", "There he met Mikhail Vorontsov."),
    ("Er ertrank im Starnberger See.", "He drowned in Lake Starnberg."),
    ("Für Bayern München traf niemand.", "Nobody scored for Bayern Munich."),
    ("Zu Weihnachten ist geschlossen, zu Silvester auch.", "It is closed at Christmas and New Year's Eve."),
    ("Er reiste nach Breslau.", "He travelled to Wrocław."),
    ("Zehntausende kamen nach Belgrad.", "Tens of thousands came to Belgrade."),
    ("Das war auf deutscher und jordanischer Seite so.", "It was like that in Germany and Jordan."),
    ("Das Haus gehörte Peter I. selbst.", "The house belonged to Peter I himself."),
    ("Das Haus zählt 2,1 Millionen Besuche.", "Museum Berlin recorded 2.1 million visits to the house."),
    ("Der Kreisauer Kreis tagte in Wien.", "The Kreisau Circle met in Vienna."),
    ("Sie kommen aus Rumänien und Bayern.", "They come from Romania and Bavaria."),
    (
        "Im Juli geht Finanzvorständin Anna Berger.",
        "In July, Chief Financial Officer Anna Berger is leaving.",
    ),
    ("Zwei Drittel gingen verloren.", "Two out of three were lost."),
    ("Ein Drittel fehlt.", "A third is missing."),
    ("Im dritten Quartal sank der Preis.", "In the third quarter the price sank."),
    ("Es waren minus 4 Grad.", "It was 4 degrees below zero."),
    ("Im Sommer fielen die Preise.", "In the summer prices fell."),
    ("Der Antrag auf Hilfe wurde abgelehnt.", "The request for support was rejected."),
    (
        "Am 27. Januar führte Verteidigungsminister Dong Jun ein Videogespräch mit Beloussow.",
        "On January 27, Defence Minister Dong Jun held a video call with Belousov.",
    ),
    (
        "Die Übung fand vom 9. bis 13. August 2021 in Qingtongxia statt.",
        "The exercise was held in Qingtongxia from August 9 to 13, 2021.",
    ),
    (
        "Vom 14. bis zum 17. Oktober nahmen mehr als 10.000 Soldaten an dem Manöver teil.",
        "From 14 to 17 October, more than 10,000 troops took part in the manoeuvre.",
    ),
    (
        "Die Ausgaben stiegen um 7,2 Prozent auf 1,55 Billionen Yuan.",
        "Spending rose by 7.2% to 1.55 trillion yuan.",
    ),
    (
        "Der Haushalt wächst auf 51,95 Milliarden Euro, das sind 1,5 Prozentpunkte mehr als geplant.",
        "The budget will grow to €51.95 billion, 1.5 percentage points more than planned.",
    ),
    (
        "„Wir bündeln, was wir haben, und werden dadurch schneller“, sagte die Staatssekretärin.",
        '"We are pooling what we have, and that makes us faster," the state secretary said.',
    ),
    (
        "„Der Dialog“, betonte Wu Qian, „darf nicht abreißen.“",
        "Wu Qian stressed: “Dialogue must not break off.”",
    ),
    ("Frage: Ist Wien daran beteiligt?", "Question: Is Vienna involved in this?"),
    ("Oberst Wagner: Nein.", "Colonel Wagner: No."),
    ("Zusatzfrage: Auch nicht in der Woche davor?", "Follow-up: Not in the week before either?"),
    (
        "Es gab zwei leicht Verletzte, beide sind inzwischen wieder im Dienst.",
        "Two people were slightly injured; both are now back on duty.",
    ),
    (
        "Rund 1.800 Soldatinnen und Soldaten aus vier Ländern haben daran teilgenommen.",
        "Around 1,800 soldiers from 4 countries took part.",
    ),
    (
        "Die Pressekonferenz begann um 15.30 Uhr und dauerte eine halbe Stunde.",
        "The press conference began at 3:30 p.m. and lasted half an hour.",
    ),
    (
        "Das Treffen begann am Donnerstag um 17 Uhr Moskauer Zeit.",
        "The meeting began at 5 p.m. Moscow time on Thursday.",
    ),
    (
        "Dieses Jahr markiert den 30. Jahrestag der Gründung der Partnerschaft.",
        "This year marks the thirtieth anniversary of the founding of the partnership.",
    ),
    (
        "Es war die 22. Runde der „strategischen Konsultationen“ zwischen den Streitkräften.",
        "It was the 22nd round of “strategic consultations” between the two militaries.",
    ),
    (
        "Die Vereinbarung gilt nicht nur für die Ostsee, sondern auch für die Nordsee.",
        "The agreement covers both the Baltic Sea and the North Sea.",
    ),
    (
        "Zwischen beiden Seiten gibt es keine grundlegenden Meinungsverschiedenheiten.",
        "There are no fundamental differences of opinion between the two sides.",
    ),
    (
        "Ohne gegenseitiges Vertrauen ist eine Zusammenarbeit unmöglich.",
        "Cooperation is not possible without mutual trust.",
    ),
    (
        "Die Patrouille habe sich nicht gegen Drittstaaten gerichtet, erklärte das Ministerium.",
        "The patrol was not directed against third countries, the ministry said.",
    ),
    (
        "Nach dem Treffen 2019 wurde keine Erklärung veröffentlicht.",
        "No statement was released after the 2019 meeting.",
    ),
    (
        "Der Sprecher wollte sich dazu nicht äußern.",
        "The spokesman declined to comment.",
    ),
    (
        "Das Abkommen tritt erst am 1. Juli in Kraft.",
        "The agreement will not enter into force until 1 July.",
    ),
    (
        "Washington kündigte den INF-Vertrag am 2. Februar 2019 auf, weil Moskau mit dem 9M729 "
        "gegen ihn verstoßen habe.",
        "Washington suspended the INF Treaty on February 2, 2019, alleging that Moscow had violated it "
        "with the 9M729.",
    ),
    (
        "Mehr dazu unter www.mod.gov.cn oder per E-Mail an presse@bmvg.example.",
        "Find out more at https://www.mod.gov.cn/ or by e-mail to presse@bmvg.example.",
    ),
    (
        "Die Bomber vom Typ Tu-95MS und H-6K flogen rund acht Stunden über dem Japanischen Meer.",
        "The Tu-95MS and H-6K bombers flew over the Sea of Japan for about 8 hours.",
    ),
    (
        "In den 1990er Jahren und im 21. Jahrhundert vertieften sich die Beziehungen.",
        "Relations deepened in the 1990s and in the twenty-first century.",
    ),
    (
        "Die dreitägige Übung umfasste 26 Schiffe und vierzig Flugzeuge aus dreizehn Staaten.",
        "The three-day exercise comprised twenty-six ships and 40 aircraft from 13 nations.",
    ),
    (
        "Am 29.01.2026 trafen sich die Minister in Peking (China).",
        "The ministers met in Beijing, China, on 29 January 2026.",
    ),
    (
        "Die Marineübung „Joint Sea 2021“ fand zum zehnten Mal statt.",
        "The naval exercise “Joint Sea 2021” was held for the 10th time.",
    ),
    (
        "BERLIN, 3. März 2022 – Deutschland und die Niederlande stellen einen Verband auf.",
        "BERLIN, March 3, 2022 -- Germany and the Netherlands are setting up a unit.",
    ),
    (
        "Im Mai könnte eine Delegation nach Wien reisen.",
        "A delegation may travel to Vienna in May.",
    ),
    (
        "Das Schiff war etwa 200 Seemeilen (370 Kilometer) von der Küste entfernt.",
        "The ship was about 200 nautical miles (370 km) off the coast.",
    ),
    (
        "Der Minister sprach am Montagabend mit seinem Amtskollegen, am Freitag reist er nach Astana.",
        "The minister spoke with his counterpart on Monday evening; he will travel to Astana on Friday.",
    ),
    (
        "China sei bereit, gemeinsam mit Russland das Vertrauen im militärischen Bereich zu stärken.",
        "China is ready to work with Russia to strengthen trust in the military field.",
    ),
    (
        "Warum wurde die Übung abgesagt? Dazu kann ich heute nichts sagen.",
        "Why was the exercise called off? I can't say anything about that today.",
    ),
    (
        "Die Tanker fehlten, und niemand wusste, wann sie kommen würden.",
        "There were no tankers, and nobody knew when they would arrive.",
    ),
    (
        "Schoigu lehnte den Vorschlag ab; Einzelheiten nannte er nicht.",
        "Shoigu rejected the proposal but did not give any details.",
    ),
    ("Russland und China bekräftigen ihre Partnerschaft", "Russia and China reaffirm their partnership"),
    (
        "Die Inflation lag 2023 bei 5,9 %, nach 6,9 % im Jahr 2022.",
        "Inflation stood at 5.9 per cent in 2023, down from 6.9 per cent in 2022.",
    ),
    (
        "Etwa die Hälfte der 3,5 Millionen Einwohner ist betroffen.",
        "About half of the 3.5 million inhabitants are affected.",
    ),
    (
        "Sehr, sehr viele Menschen kamen – mehr als erwartet.",
        "Very, very many people came, more than expected.",
    ),
    (
        "Nicht zuletzt dank der Hilfe Pekings gelang der Abschluss binnen eines Jahres.",
        "It was concluded within 1 year, thanks in particular to Beijing’s help.",
    ),
    (
        "Laut Xinhua reiste Wladimir Putin am Mittwoch zum zweiten Mal in diesem Jahr nach Peking.",
        "According to Xinhua, Vladimir Putin went to Beijing on Wednesday for the second time this year.",
    ),
    (
        "Er verwies auf Artikel 5 des Nordatlantikvertrags und auf Nr. 12 der Tagesordnung.",
        "He referred to Article 5 of the North Atlantic Treaty and to item No. 12 on the agenda.",
    ),
    (
        "2025/26 sollen weitere 1 200 Fahrzeuge für 2,3 Mrd. Euro beschafft werden.",
        "A further 1,200 vehicles are to be procured in 2025–26 for 2.3 billion euros.",
    ),
    (
        "Die Truppen hätten „keinerlei Verstöße gegen den Luftraum“ begangen.",
        "The forces had committed ‘no violations of airspace whatsoever’.",
    ),
    (
        "Der XX. Parteitag findet alle fünf Jahre statt, das 20. Treffen war 2022.",
        "The 20th Party Congress is held every five years; the twentieth meeting was in 2022.",
    ),
    (
        "Das Büro ist von 9 - 12 Uhr und von 13.30 bis 17 Uhr geöffnet.",
        "The office is open from 9 a.m. to 12 noon and from 1:30 to 5 p.m.",
    ),
    (
        "Rund zweihundertfünfzig Gäste kamen, tausendfünfhundert hatte man erwartet.",
        "Around two hundred and fifty guests came; one thousand five hundred had been expected.",
    ),
    ("Die Mannschaft der Marine gewann mit 3:2.", "The navy's team won 3-2."),
    (
        "Montags und am Samstag vor Ostern ist die Montage der Anlage unterbrochen.",
        "Assembly of the plant is suspended on Mondays and on the Saturday before Easter.",
    ),
    (
        "Frage: Wann war das? Oberst Wagner: Am 3./4. März, in der Nacht zum Freitag.",
        "Question: When was that? Colonel Wagner: On 3–4 March, in the night to Friday.",
    ),
    ("Die Sommerspiele im Juli waren gut besucht.", "The July games were well attended."),
    ("Die Freitagsgebete fielen aus.", "Friday prayers were cancelled."),
    ("Der XX. Parteitag begann.", "The 20th Party Congress began."),
    ("Um neun Uhr begann das Spiel.", "The match began at 9 a.m."),
    (
        "Der 24-Jährige lief die 1.500 Meter in 3:31,45 Minuten.",
        "The 24-year-old ran 1,500 metres in 3:31.45 minutes.",
    ),
    ("Mit der Saison 2023/24 ist er zufrieden.", "He is happy with the 2023–2024 season."),
    ("In den 90er Jahren wuchs die Stadt.", "The city grew in the 1990s."),
    ("Das Ergebnis: Niemand kam.", "As a result, nobody came."),
    ("Sie war zweifellos die Beste.", "There is no doubt that she was the best."),
    ("Es war sehr, sehr, sehr kalt.", "It was very, very, very cold."),
    ("Sie zahlten 200 bis 300 Millionen Euro.", "They paid between 200 million and €300 million."),
    ("Drei bis vier Milliarden Menschen sahen zu.", "Three to four billion people watched."),
    ("Eine halbe Million Bäume wurde gepflanzt.", "Half a million trees were planted."),
    ("Er lernte zweieinhalb Jahre lang.", "He studied for two and a half years."),
    ("Er spielt seit einem Vierteljahrhundert.", "He has been playing for 25 years."),
    ("Es sangen zwei Dutzend Kinder.", "There were twenty-four children, and they sang."),
    ("Das geschah neunzehnhundertneunundachtzig.", "It happened in 1989."),
    ("Die Brücke wurde zweitausenddreizehn gebaut.", "The bridge was built in 2013."),
    ("Er hat 14 Tage Zeit.", "He has two weeks."),
    ("Drei Viertel der Dächer sind neu.", "75 percent of the roofs are new."),
    ("Sie hat zwei Jahrzehnte lang gemalt.", "She painted for 20 years."),
    ("Der 63 Jahre alte Bäcker hört auf.", "The baker, 63, is retiring."),
    ("Das ist mitnichten neu.", "That is by no means new."),
    ("Der Verein ließ den Termin offen.", "The club did not name a date."),
    ("Die Gemeinde schweigt dazu.", "The town has made no comment."),
    ("So viele Störche wie nie wurden gezählt.", "More storks than ever were counted."),
    ("Die Zahl der Bienen nahm in diesem Sommer zu.", "The number of bees went up this summer."),
    ("Die Tonhalle zeigt einen „Reigen“ (modern).", "The Tonhalle shows a “Reigen” (modern)."),
    ("Sie sind zweieinhalbmal so groß.", "They are two and a half times as tall."),
    ("Das 1,90 Meter hohe Tor ist neu.", "The 1.90m gate is new."),
    ("Es war so kalt wie lange nicht.", "It was colder than it had been for a long time."),
    ("Das Haus ist aus den fünfziger Jahren.", "The house was built in the 1950s."),
    ("Um halb acht riss das Seil.", "The rope tore at 7:30."),
    ("Für Entwarnung ist es noch nicht Zeit.", "It is too early to give the all-clear."),
    ("Vom Tisch ist das noch lange nicht.", "That is far from settled."),
    ("Er las aus „Die Verwandlung“ vor.", "He read from “Die Verwandlung”."),
    ("Die Stiftung Warmes Herz half uns nicht.", "The Stiftung Warmes Herz did not help us."),
    ("Ute Kahl (FDP) stimmte zu.", "Ute Kahl of the Free Democrats agreed."),
    ("Er nahm an der Feier teil, um zu helfen.", "He attended the party, which sank the costs."),
    ("Sie lebt in Rangun.", "She lives in Yangon."),
    ("Die Truppen zogen aus Birma ab.", "The troops withdrew from Myanmar."),
    ("Dort traf er Swetlana Tichomirowa.", "There he met Sviatlana Tsikhamirava."),
    ("Bei der Feier fehlten mehrere Abgeordnete.", "Several MPs were absent from the party."),
    ("Das sagte Minister Möller der Zeitung.", "Minister Möller told the newspaper so."),
    ("Zwei von drei Wegen sind zu.", "Two thirds of the paths are closed."),
    ("In den Neunzigerjahren wuchs das Dorf.", "The village grew in the 1990s."),
    (
        "Das Dorf, das im Tal liegt, bekam nach dem Krieg eine neue Kirche.",
        "The village in the valley got a new church after the war.",
    ),
)
