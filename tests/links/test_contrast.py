"""States that openings name set two texts apart as far as one stands where the other does."""

from functools import partial

import pytest

from generator.links.accounts import read_accounts
from generator.links.reader import Reader
from generator.links.same_event import same_events, set_apart, states_beside
from generator.model import Span
from generator.names.index import NameIndex
from generator.names.mentions import find_mentions
from tests import builders, kinds
from tests.builders import EN, record

RECORDS = {
    one.slug: one
    for one in (
        record("court", kinds.BODY, "Court of Justice", "European Court of Justice"),
        record("directive", kinds.AGREEMENT, "Nitrates Directive"),
        record("halvorsen", kinds.PERSON, "Ingrid Halvorsen"),
        record("pact", kinds.AGREEMENT, "Ice Pact"),
        record("brandt", kinds.PERSON, "Otto Brandt", "Brandt"),
        record("cup", kinds.EXERCISE, "Nordic Cup"),
        record("okafor", kinds.PERSON, "Adaeze Okafor"),
        record("rail", kinds.AGREEMENT, "Rail Treaty"),
        record("fair", kinds.MEETING, "Seed Fair"),
        record("rotta", kinds.PERSON, "Livio Rotta", "Rotta"),
    )
}
INDEX = NameIndex(RECORDS)
told = partial(builders.entry, language=EN, date="2024-03-07")
ONE_HAPPENING = [
    (
        told(
            "c1",
            "Luxembourg - The Court of Justice ruled on Thursday that farms must keep records of manure "
            "under the Nitrates Directive.",
            "Judges said the limit of 170 kilograms holds for every field, not for a farm on average.",
        ),
        told(
            "c2",
            "Berlin. German farmers have lost their case over manure: the European Court of Justice holds "
            "that the Nitrates Directive sets a limit of 170 kilograms for every field.",
            "The farmers had argued that an average of the farm is enough. The judges disagreed.",
        ),
    ),
    (
        told(
            "d1",
            "Luxembourg's judges have decided: platforms must delete copies of an insult without being "
            "asked, under the Nitrates Directive.",
            "The case was brought by a councillor who had been insulted in a network.",
        ),
        told(
            "d2",
            "Austria's councillor wins. Platforms must delete copies of an insult, the Court of Justice "
            "decided under the Nitrates Directive.",
            "She had been insulted in a network and had asked for years that copies be deleted.",
        ),
    ),
    (
        told(
            "e1",
            "In Switzerland the negotiators of the Ice Pact agreed early on Thursday to stop krill fishing "
            "in three zones.",
            "Ingrid Halvorsen, who led the talks, spoke of a breakthrough after nine years; the zones are "
            "closed from 2026.",
        ),
        told(
            "e2",
            "Norwegian ships may no longer fish krill in three zones from 2026 on: this is what the Ice Pact"
            " talks ended with on Thursday.",
            "After nine years it is a breakthrough, said Ingrid Halvorsen, who led the talks of the parties.",
        ),
    ),
    (
        told(
            "f1",
            "Tokyo, Japan: The Nordic Cup was won by Otto Brandt after a jump of 131 metres in the last "
            "round on Thursday.",
            "Brandt was eighth after the first round.",
        ),
        told(
            "f2",
            "An Austrian surprise: Otto Brandt jumped 131 metres in the last round and won the Nordic Cup on"
            " Thursday.",
            "After the first round he was only eighth.",
        ),
    ),
    (
        told(
            "g1",
            "Geneva, Switzerland - Emissions fell by 3 percent last year, the office of the Ice Pact "
            "reported on Thursday.",
            "Ingrid Halvorsen called it the first fall in ten years; coal was down by a tenth.",
        ),
        told(
            "g2",
            "Germany burned a tenth less coal: emissions fell by 3 percent, the office of the Ice Pact "
            "reports, the first fall in ten years.",
            "Ingrid Halvorsen presented the report on Thursday.",
        ),
    ),
    (
        told(
            "h1",
            "LUXEMBOURG (Wire) - Railways must refund tickets after a strike, too, Europe's highest court "
            "said in a ruling on the Rail Treaty on Thursday.",
            "A strike of a company's own staff is no exceptional circumstance, the judges said.",
        ),
        told(
            "h2",
            "Passengers in Germany can hope for money: railways must refund tickets after a strike of their "
            "own staff, judges ruled on the Rail Treaty on Thursday.",
            "Such a strike is no exceptional circumstance.",
        ),
    ),
    (
        told(
            "i1",
            "Italian conductor Livio Rotta will leave the orchestra in the summer of 2025, it said on "
            "Thursday.",
            "Rotta, 58, wants to compose; a successor is to be named in autumn.",
        ),
        told(
            "i2",
            "The orchestra of Belgium's radio is looking for a conductor: Livio Rotta, 58, will leave it in "
            "the summer of 2025.",
            "He told the players on Thursday that he wants to compose. A successor is to be named in autumn.",
        ),
    ),
    (
        told(
            "j1",
            "Adaeze Okafor has opened the Seed Fair in Kenya with a warning of drought on Thursday.",
            "Two million farmers had lost their harvest, she said; she asked for a fund of 300 million "
            "dollars.",
        ),
        told(
            "j2",
            "A fund of 300 million dollars is what Adaeze Okafor asked for when she opened the Seed Fair on "
            "Thursday; Nigeria will pay a tenth.",
            "Two million farmers had lost their harvest to the drought.",
        ),
    ),
    (
        told(
            "k1",
            "Spain and France will build the line by 2031 under the Rail Treaty, Adaeze Okafor announced on "
            "Thursday.",
            "It costs 4 billion euros and takes two hours off the journey.",
        ),
        told(
            "k2",
            "The journey will be two hours shorter: the line is built by 2031, Adaeze Okafor announced on "
            "Thursday. Portugal is left out of the Rail Treaty.",
            "The line costs 4 billion euros.",
        ),
    ),
]
TWO_HAPPENINGS = [
    (
        told(
            "v1",
            "Ingrid Halvorsen received the foreign minister of Japan on Thursday for talks on the Ice Pact "
            "and on trade.",
            "Both sides agreed to deepen cooperation and to hold consultations every year.",
        ),
        told(
            "v2",
            "Ingrid Halvorsen received the foreign minister of South Korea on Thursday for talks on the Ice "
            "Pact and on shipping.",
            "Both sides agreed to deepen cooperation and to hold consultations every year.",
        ),
    ),
    (
        told(
            "w1",
            "Ingrid Halvorsen met the Brazilian delegation to the Ice Pact talks on Thursday.",
            "She praised the good relations and the cooperation of the two countries in research, and "
            "invited the delegation to Oslo.",
        ),
        told(
            "w2",
            "Ingrid Halvorsen met the Indian delegation to the Ice Pact talks on Thursday.",
            "She praised the good relations of the two countries and their cooperation in fisheries, and "
            "invited the delegation.",
        ),
    ),
    (
        told(
            "x1",
            "The Court of Justice ordered Poland on Thursday to pay 2 million euros because it has not put "
            "the Nitrates Directive into law.",
            "The commission had brought the case four years ago; for each further day there are 50,000 euros"
            " to pay.",
        ),
        told(
            "x2",
            "The Court of Justice ordered Spain on Thursday to pay 3 million euros because it has not put "
            "the Nitrates Directive into law.",
            "The commission had brought the case five years ago; for each further day there are 70,000 euros"
            " to pay.",
        ),
    ),
    (
        told(
            "y1",
            "Otto Brandt beat the French champion in the quarter final of the Nordic Cup on Thursday.",
            "He needed three sets and saved a match point in the second.",
        ),
        told(
            "y2",
            "Otto Brandt beat the Danish champion in the semi final of the Nordic Cup on Thursday.",
            "He needed two sets and saved a set point in the first.",
        ),
    ),
    (
        told(
            "z1",
            "Greece signed the Ice Pact on Thursday. Ingrid Halvorsen thanked the minister at the ceremony.",
            "It is the 31st state to join; parliament is to ratify it in the summer.",
        ),
        told(
            "z2",
            "Chile signed the Ice Pact on Thursday. Ingrid Halvorsen thanked the ambassador at the ceremony.",
            "It is the 32nd state to join; the congress is to ratify it next year.",
        ),
    ),
    (
        told(
            "q1",
            "The commission approved Danish aid of 20 million euros for wetlands on Thursday under the "
            "Nitrates Directive.",
            "The scheme is open to farmers until 2027 and pays for land taken out of use.",
        ),
        told(
            "q2",
            "The commission approved Dutch aid of 45 million euros for stables on Thursday under the "
            "Nitrates Directive.",
            "The scheme is open to farmers until 2028 and pays for stables that are closed.",
        ),
    ),
    (
        told(
            "l1",
            "Adaeze Okafor discussed seeds with Kenya's farm minister at the Seed Fair on Thursday.",
            "They want to set up a bank of seeds and to train a hundred students.",
        ),
        told(
            "l2",
            "At the Seed Fair Ghana's farm minister was received by Adaeze Okafor on Thursday.",
            "The two spoke about seeds; students are to be trained, and a bank of seeds to be set up.",
        ),
    ),
    (
        told(
            "m1",
            "Norway joined the Rail Treaty on Thursday, Adaeze Okafor said in a statement.",
            "She welcomed the step and said that the network would grow.",
        ),
        told(
            "m2",
            "Adaeze Okafor welcomed on Thursday that Iceland has joined the Rail Treaty.",
            "It is a step by which the network grows, she said in a statement.",
        ),
    ),
    (
        told(
            "n1",
            "Livio Rotta conducted the orchestra in Austria on Thursday before 2,000 listeners.",
            "He played the first symphony and was cheered for ten minutes.",
        ),
        told(
            "n2",
            "A Japanese orchestra has given Livio Rotta a prize on Thursday.",
            "It thanks him for the recordings of the first symphony.",
        ),
    ),
    (
        told(
            "p1",
            "The court rejected Hungary's complaint against the Rail Treaty on Thursday.",
            "The state has to bear the costs. It had said that the treaty is against its constitution.",
        ),
        told(
            "p2",
            "The court has rejected a complaint of Slovakia against the Rail Treaty on Thursday.",
            "The state had said it was not heard. It has to bear the costs.",
        ),
    ),
]


def are_one(one, other):
    entries = {entry.slug: entry for entry in (one, other)}
    mentions = {slug: find_mentions(entry, INDEX) for slug, entry in entries.items()}
    accounts = read_accounts(entries, mentions, RECORDS)
    return bool(same_events(accounts, Reader(accounts, mentions, RECORDS, EN)))


@pytest.mark.parametrize(("one", "other"), ONE_HAPPENING, ids=lambda entry: entry.slug)
def test_other_states_in_other_places_are_one_happening_told_twice(one, other):
    assert are_one(one, other)
    assert are_one(other, one)


@pytest.mark.parametrize(("one", "other"), TWO_HAPPENINGS, ids=lambda entry: entry.slug)
def test_another_state_in_the_same_place_is_another_happening(one, other):
    assert not are_one(one, other)
    assert not are_one(other, one)


def test_what_stands_beside_a_state_tells_how_far():
    japan, chile = (
        states_beside(f"She received the minister of {name} for talks.") for name in ("Japan", "Chile")
    )
    assert set_apart(japan, chile) > set_apart(japan, states_beside("Chilean farmers lost.")) > 0
    assert set_apart(japan, states_beside("Nobody came.")) == 0
    assert set_apart(japan, japan) == 0


def test_a_state_in_a_name_that_both_have_tells_nothing():
    text = "The German Farmers' Union won."
    assert states_beside(text)
    assert states_beside(text, [Span(4, 26)]) == {}
