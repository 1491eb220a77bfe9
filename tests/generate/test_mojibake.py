"""Mending what was decoded with the wrong encoding, and leaving alone what only looks like it."""

import pytest
from ftfy.badness import BADNESS_RE, is_bad
from hypothesis import given
from hypothesis import strategies as st

from generator.generate.read import read
from generator.generate.read.mojibake import SUSPICIOUS, mend


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("Die BrÃ¼cke wird grÃ¶ÃŸer", "Die Brücke wird größer"),
        ("â€žGutâ€œ â€“ sagte er", "„Gut“ – sagte er"),
        ("The quay isnâ€™t open", "The quay isn’t open"),
        ("ProstÄ›jov a LÃ©vis", "Prostějov a Lévis"),
        ("Ð¿Ñ€Ð¸Ñ‡Ð°Ð» Ð·Ð°ÐºÑ€Ñ‹Ñ‚", "причал закрыт"),
        ("\x84Gut\x93, sagte er", "„Gut“, sagte er"),
        ("“Curly”, ﬁsh, ＡＢ &amp; BrÃ¼cke", "“Curly”, ﬁsh, ＡＢ &amp; Brücke"),
    ],
)
def test_what_was_decoded_wrongly_is_mended(broken, right):
    assert mend(broken).text == right


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke wird größer: „gut“, 5 µm ± 2 °C, § 3",
        "L’été à Paris : « Ça va ? » VOILÀ ÇA, GARÇON",
        "Příliš žluťoučký kůň úpěl ďábelské ódy",
        "北码头已关闭，开放时间另行通知。",
        "NÃO É A MÃE DO JOÃO, À TARDE; PÃO DE LÓ",
        "¿QUÉ? Å er ei lita ø",
        "The ﬁrst “quoted” ‘word’ … is ＷＩＤＥ",
        "Plain ASCII, isn't it?",
        "Stra�e",
    ],
)
def test_what_only_looks_odd_stays(text):
    assert mend(text).text == text
    assert mend(text).lines == 0


def test_lines_that_are_right_stay_beside_those_that_are_mended():
    assert mend("NÃO\nBrÃ¼cke\nÅ").text == "NÃO\nBrücke\nÅ"


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_it_is_said_what_was_mended(tmp_path, name):
    (tmp_path / name).write_text("Die BrÃ¼cke ist zu.\nSie bleibt es.", encoding="utf-8")
    draft = read(tmp_path / name, tmp_path, 1_000)
    assert "Die Brücke ist zu." in " ".join(line.text for line in draft.lines)
    assert "'BrÃ¼cke', now 'Brücke'" in draft.issues[0].problem


def test_nothing_is_said_of_a_text_that_is_right(tmp_path):
    (tmp_path / "a.txt").write_text("Die Brücke ist zu.", encoding="utf-8")
    assert read(tmp_path / "a.txt", tmp_path, 1_000).issues == ()


def test_a_page_is_searched_for_its_article_as_it_is_and_mended_after(tmp_path):
    texts = [
        f"Die BrÃ¼cke {name} wurde am Montag fÃ¼r den Verkehr gesperrt, sagte die BehÃ¶rde."
        for name in "ABCD"
    ]
    body = "<h1>BrÃ¼cken zu</h1>" + "".join(f"<p>{text}</p>" for text in texts)
    page = f"<html><head><title>x</title></head><body><article>{body}</article></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    lines = read(tmp_path / "a.html", tmp_path, 10_000).lines
    assert [line.text for line in lines if line.is_article][-1].startswith("Die Brücke D wurde am Montag für")


TELLING = sorted({*BADNESS_RE.pattern, *"aA .\x85"})


@given(st.text(TELLING, max_size=8))
def test_what_the_library_takes_for_broken_is_suspicious(text):
    assert SUSPICIOUS.search(text) or not is_bad(text)
