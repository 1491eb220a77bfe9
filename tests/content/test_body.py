"""The body of an entry: segments with their translations, and whatever else an editor wrote."""

import pytest

from generator.content.body import dump_body, parse_body
from generator.model import Prose, Role, TranslationBy
from tests.builders import segment

BODIES = (
    ("nothing", "\n", ()),
    ("a segment", "Eins.\n{: #s1 lang=de }\n", (segment("Eins."),)),
    (
        "the paragraph after it, in another language, is its translation",
        "Eins.\n{: #s1 lang=de }\n\nOne.\n{: lang=en }\n",
        (segment("Eins.", rendering="One."),),
    ),
    (
        "a person's translation is marked",
        "Eins.\n{: #s1 lang=de }\n\nOne.\n{: lang=en by=editor }\n",
        (segment("Eins.", rendering="One.", by=TranslationBy.EDITOR),),
    ),
    (
        "a role is a class, and other attributes are kept",
        "Eins.\n{: #s1 lang=de .caption .wide data-x=1 }\n",
        (segment("Eins.", role=Role.CAPTION, attributes=(".wide", "data-x=1")),),
    ),
    (
        "a second paragraph in another language is prose",
        "Eins.\n{: #s1 lang=de }\n\nOne.\n{: lang=en }\n\nUn.\n{: lang=fr }\n",
        (segment("Eins.", rendering="One."), Prose("Un.\n{: lang=fr }")),
    ),
    (
        "a paragraph in the same language is prose",
        "Eins.\n{: #s1 lang=de }\n\nZwei.\n{: lang=de }\n",
        (segment("Eins."), Prose("Zwei.\n{: lang=de }")),
    ),
    (
        "what prose parts from its segment is no translation",
        "Eins.\n{: #s1 lang=de }\n\nA note.\n\nOne.\n{: lang=en }\n",
        (segment("Eins."), Prose("A note.\n\nOne.\n{: lang=en }")),
    ),
    (
        "a translation without a segment is prose",
        "One.\n{: lang=en }\n",
        (Prose("One.\n{: lang=en }"),),
    ),
    (
        "an id without language is prose",
        "Eins.\n{: #s1 }\n",
        (Prose("Eins.\n{: #s1 }"),),
    ),
    (
        "a paragraph of several lines",
        "Eins,\nund weiter.\n{: #s1 lang=de }\n",
        (segment("Eins,\nund weiter."),),
    ),
    (
        "prose between segments stays together",
        "Eins.\n{: #s1 lang=de }\n\n!!! note\n    Text\n\n    More\n\n[^1]: x\n\nZwei.\n{: #s2 lang=de }\n",
        (
            segment("Eins."),
            Prose("!!! note\n    Text\n\n    More\n\n[^1]: x"),
            segment("Zwei.", number=2),
        ),
    ),
    (
        "a fenced block is not looked into",
        "```\nEins.\n{: #s1 lang=de }\n\nZwei.\n{: #s2 lang=de }\n```\n",
        (Prose("```\nEins.\n{: #s1 lang=de }\n\nZwei.\n{: #s2 lang=de }\n```"),),
    ),
    (
        "tildes fence too, and a longer fence holds a shorter one",
        "~~~~\n~~~\n\nEins.\n{: #s1 lang=de }\n~~~~\n\nZwei.\n{: #s2 lang=de }\n",
        (Prose("~~~~\n~~~\n\nEins.\n{: #s1 lang=de }\n~~~~"), segment("Zwei.", number=2)),
    ),
    (
        "an attribute list inside a line is text",
        "Eins {: #s1 lang=de } zwei.\n",
        (Prose("Eins {: #s1 lang=de } zwei."),),
    ),
    (
        "an attribute list alone is prose",
        "{: #s1 lang=de }\n",
        (Prose("{: #s1 lang=de }"),),
    ),
)


@pytest.mark.parametrize(("text", "blocks"), [b[1:] for b in BODIES], ids=[b[0] for b in BODIES])
def test_a_body_is_read_as_its_blocks(text, blocks):
    assert parse_body(text) == blocks


@pytest.mark.parametrize(("text", "blocks"), [b[1:] for b in BODIES], ids=[b[0] for b in BODIES])
def test_blocks_are_written_as_they_were(text, blocks):
    assert dump_body(blocks) == text


SPELLINGS = (
    "Eins.\n{:#s1 lang=de}\n",
    "Eins.\n{: #s1 lang=de}\n",
    'Eins.\n{: lang="de" #s1 }\n',
    "Eins.\n{: #s1 lang='de' }",
    "\n\n\nEins.  \n{: #s1 lang=de }  \n\n\n",
    "Eins.\n   {: #s1 lang=de }\n",
)


@pytest.mark.parametrize("text", SPELLINGS)
def test_an_attribute_list_may_be_spelled_freely(text):
    assert parse_body(text) == (segment("Eins."),)


def test_an_unclosed_fence_loses_nothing():
    text = "Eins.\n{: #s1 lang=de }\n\n```\nnever closed\n\nZwei.\n{: #s2 lang=de }\n"
    assert dump_body(parse_body(text)).rstrip("\n") == text.rstrip("\n")


@pytest.mark.parametrize(
    "text",
    [
        "!!! note\n\n    Eins.\n    {: #s1 lang=de }\n",
        "    Eins.\n    {: #s1 lang=de }\n",
        "- Punkt\n\n    Eins.\n    {: #s1 lang=de }\n",
    ],
)
def test_what_is_set_in_belongs_to_prose(text):
    """An example inside an admonition, a list or a code block is not a segment of the entry."""
    assert parse_body(text) == (Prose(text.rstrip("\n")),)
