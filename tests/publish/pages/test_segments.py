"""The paragraph markup in any renderer: Python-Markdown alone, by the name of the extension."""

from markdown import markdown

TEXT = """Erster Absatz.
{: #s1 lang=de }

First paragraph.
{: lang=en by=argos }

Zweiter *Absatz*.
{: #s2 .quote lang=de }

Words of an editor.

Third.
{: #s3 lang=en }

Fourth.
{: #s4 lang=de }
"""


def test_a_paragraph_stands_beside_its_translation():
    shown = markdown(TEXT, extensions=["chronology"])
    assert (
        '<div class="segment paired" id="s1"><a class="number" href="#s1">§1</a>'
        '<p lang="de">Erster Absatz.</p><p class="translation" lang="en">First paragraph.</p></div>'
    ) in "".join(shown.splitlines())
    assert '<div class="segment single" id="s2">' in shown
    assert '<p class="quote" lang="de">Zweiter <em>Absatz</em>.</p>' in shown
    assert "<p>Words of an editor.</p>" in shown
    assert shown.count('class="segment single"') == 3


def test_other_texts_stay_as_they_are():
    for text in ("# A\n\nB\n\n- c\n", "B\n{: #b }\n\nC\n{: lang=en }\n"):
        assert markdown(text, extensions=["chronology"]) == markdown(text, extensions=["attr_list"])
