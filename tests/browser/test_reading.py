"""What a reader sees and does, in a real browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

GERMAN_ENTRY = "/entries/2026-01-29-press-conference-with-jiang-bin/"
ENGLISH_ENTRY = "/entries/2023-12-28-china-ready-to-enhance-mutual-trust-with-russia-in-military/"
PAGES = ["/", GERMAN_ENTRY, ENGLISH_ENTRY, "/records/", "/records/wu-qian/", "/about/", "/years/2023/"]
PAGES += ["/sources/", "/glossary/"]


def boxes_of_first_pair(browser: webdriver.Chrome) -> tuple[dict, dict]:
    pair = browser.find_element(By.CSS_SELECTOR, ".segment.paired")
    german, english = pair.find_elements(By.CSS_SELECTOR, ":scope > p")
    assert (german.get_attribute("lang"), english.get_attribute("lang")) == ("de", "en")
    return german.rect, english.rect


def test_paragraphs_stand_side_by_side_on_a_wide_screen(browser: webdriver.Chrome, site: str) -> None:
    browser.set_window_size(1280, 900)
    browser.get(site + GERMAN_ENTRY)
    german, english = boxes_of_first_pair(browser)
    assert english["x"] > german["x"] + german["width"] / 2
    assert abs(english["y"] - german["y"]) < 2


def test_paragraphs_stand_below_each_other_on_a_phone(browser: webdriver.Chrome, site: str) -> None:
    browser.set_window_size(390, 800)
    browser.get(site + GERMAN_ENTRY)
    german, english = boxes_of_first_pair(browser)
    assert english["y"] >= german["y"] + german["height"] - 1
    assert abs(english["x"] - german["x"]) < 2


def test_nothing_on_any_page_reaches_out_of_a_phones_screen(
    browser: webdriver.Chrome, site: str, project_copy: Path
) -> None:
    """Every built page, since a single long word or table is enough; what is cut off does not scroll."""
    browser.set_window_size(390, 800)
    built = project_copy / "site"
    pages = sorted(f"/{path.parent.relative_to(built)}/" for path in built.rglob("index.html"))
    assert len(pages) > 40
    wide = {}
    for path in pages:
        browser.get(site + path)
        if found := browser.execute_script(REACHING_OUT):
            wide[path] = found
    assert wide == {}


REACHING_OUT = """
return [...document.querySelectorAll('.md-content *')]
  .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > window.innerWidth + 1)
  .filter(e => !e.closest('.md-typeset__scrollwrap, pre, details:not([open])'))
  .map(e => e.tagName + '.' + e.className).slice(0, 3);
"""


@pytest.mark.parametrize("width", [320, 390, 1000, 1280])
def test_the_name_of_the_site_is_not_cut(browser: webdriver.Chrome, site: str, width: int) -> None:
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        browser.get(site)
        name = browser.find_element(By.CSS_SELECTOR, ".md-header__topic .md-ellipsis")
        cut = (
            "const e = arguments[0]; return [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight]"
        )
        assert browser.execute_script(cut, name) == [0, 0]
        assert name.rect["y"] >= 0
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_window(
    browser: webdriver.Chrome, site: str, path: str, width: int
) -> None:
    browser.set_window_size(width, 900)
    browser.get(site + path)
    scroll, window = browser.execute_script(
        "return [document.scrollingElement.scrollWidth, window.innerWidth]"
    )
    assert scroll <= window


@pytest.mark.parametrize("query", ["Pressekonferenz", "press conference"])
def test_both_languages_find_the_german_entry(browser: webdriver.Chrome, site: str, query: str) -> None:
    browser.set_window_size(1280, 900)
    browser.get(f"{site}/?q={query}")
    links = WebDriverWait(browser, 15).until(
        lambda driver: driver.find_elements(By.CSS_SELECTOR, ".md-search-result__link")
    )
    assert any(GERMAN_ENTRY in (link.get_attribute("href") or "") for link in links)


def test_the_pages_load_nothing_from_another_host(browser: webdriver.Chrome, site: str) -> None:
    browser.get_log("performance")
    for path in PAGES:
        browser.get(site + path)
    requests = [
        message["params"]["request"]["url"]
        for row in browser.get_log("performance")
        if (message := json.loads(row["message"])["message"])["method"] == "Network.requestWillBeSent"
    ]
    elsewhere = [url for url in requests if not url.startswith((site, "data:", "blob:", "chrome:"))]
    assert len(requests) > len(PAGES)
    assert elsewhere == []


def test_the_pages_raise_no_script_errors(browser: webdriver.Chrome, site: str) -> None:
    browser.get_log("browser")
    for path in PAGES:
        browser.get(site + path)
    assert [row for row in browser.get_log("browser") if row["level"] == "SEVERE"] == []


def test_a_mention_leads_to_the_record_and_back(browser: webdriver.Chrome, site: str) -> None:
    browser.set_window_size(1280, 900)
    browser.get(site + GERMAN_ENTRY)
    browser.find_element(By.CSS_SELECTOR, "a.mention[href*='dong-jun']").click()
    assert "/records/" in browser.current_url
    browser.find_element(By.CSS_SELECTOR, ".backlinks a").click()
    assert GERMAN_ENTRY in browser.current_url


def test_related_entries_say_why(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site + ENGLISH_ENTRY)
    assert "Same event" in browser.find_element(By.CSS_SELECTOR, ".related .reason").text
    first = browser.find_element(By.CSS_SELECTOR, ".related li")
    assert first.find_element(By.CSS_SELECTOR, "blockquote").text
    first.find_element(By.CSS_SELECTOR, "a").click()
    assert "china-shows-goodwill" in browser.current_url


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_text_has_enough_contrast(browser: webdriver.Chrome, site: str, scheme: str) -> None:
    """WCAG AA asks for 4.5 to 1 for text of this size."""
    browser.get(site + GERMAN_ENTRY)
    ratios = browser.execute_script(CONTRAST, scheme)
    assert {name: ratio for name, ratio in ratios.items() if ratio < 4.5} == {}


CONTRAST = """
// Links fade from one colour to the other; what counts is where they end.
document.head.insertAdjacentHTML('beforeend', '<style>* { transition: none !important }</style>');
document.body.setAttribute('data-md-color-scheme', arguments[0]);
const parse = c => c.match(/[\\d.]+/g).map(Number);
const over = (top, under) => { const a = top[3] ?? 1; return [0,1,2].map(i => top[i]*a + under[i]*(1-a)); };
const light = c => { const [r,g,b] = c.map(v => {
    v/=255; return v<=.03928 ? v/12.92 : ((v+.055)/1.055)**2.4 });
  return .2126*r + .7152*g + .0722*b; };
const background = e => { const layers = []; for (let n = e; n; n = n.parentElement) {
  const c = parse(getComputedStyle(n).backgroundColor); if (c.length < 4 || c[3] > 0) layers.push(c); }
  return layers.reverse().reduce((under, c) => over(c, under), [255,255,255]); };
const result = {};
for (const s of ['.crumb', '.entry-line', '.facts dt', '.facts dd', '.evidence .from', '.segment p',
                 '.number', '.translation', 'a.mention', '.pager small', '.original-title', '.md-tabs__link',
                 '.related a', '.related .from', '.related blockquote p', '.record-chips a']) {
  const e = document.querySelector(s); if (!e) continue;
  const under = background(e), text = over(parse(getComputedStyle(e).color), under);
  const [a, b] = [light(text), light(under)].sort((x, y) => y - x);
  result[s] = Math.round((a + .05) / (b + .05) * 100) / 100;
}
return result;
"""


def test_what_an_editor_embeds_from_another_host_is_not_loaded(
    browser: webdriver.Chrome, site: str, project_copy: Path
) -> None:
    """Nor do a program, a style or a frame; the site's own run."""
    page = project_copy / "site" / "about" / "index.html"
    before = page.read_text(encoding="utf-8")
    foreign = "".join(
        f"<{tag} {attribute}='http://127.0.0.1:1/{tag}'></{tag}>"
        for tag, attribute in (("img", "src"), ("script", "src"), ("iframe", "src"), ("video", "src"))
    )
    listen = "stopped = []; addEventListener('securitypolicyviolation', e => stopped.push(e.blockedURI))"
    added = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": listen})
    page.write_text(before.replace("<article", f"{foreign}<article", 1), encoding="utf-8")
    try:
        browser.get(f"{site}/about/")
        stopped = WebDriverWait(browser, 20).until(
            lambda b: len(found := b.execute_script("return stopped")) >= 4 and found
        )
    finally:
        page.write_text(before, encoding="utf-8")
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)
    assert all("127.0.0.1:1" in address for address in stopped)


def displayed(browser: webdriver.Chrome) -> set[str]:
    paragraphs = browser.find_elements(By.CSS_SELECTOR, ".segment.paired > p")
    return {str(one.get_attribute("lang")) for one in paragraphs if one.is_displayed()}


def test_a_text_can_be_read_in_one_language_by_keyboard_and_stays_so(
    browser: webdriver.Chrome, site: str
) -> None:
    browser.set_window_size(1280, 900)
    browser.get(site + GERMAN_ENTRY)
    assert displayed(browser) == {"de", "en"}
    top = browser.find_element(By.ID, "s1").rect["y"]
    browser.find_element(By.ID, "read-both").send_keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    assert displayed(browser) == {"en"}
    assert browser.find_element(By.ID, "s1").rect["y"] == top
    browser.get(site + GERMAN_ENTRY)
    assert displayed(browser) == {"en"}
    browser.find_element(By.CSS_SELECTOR, "label:has(#read-source)").click()
    assert displayed(browser) == {"de"}
    browser.execute_script("localStorage.clear()")


def test_the_switch_works_without_a_script(browser: webdriver.Chrome, site: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(site + GERMAN_ENTRY)
        assert displayed(browser) == {"de", "en"}
        browser.find_element(By.ID, "read-source").click()
        assert displayed(browser) == {"de"}
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_sentence_lights_up_with_its_translation(browser: webdriver.Chrome, site: str) -> None:
    browser.set_window_size(1280, 900)
    browser.get(site + GERMAN_ENTRY)
    german = browser.find_element(By.CSS_SELECTOR, "#s1 p:not(.translation) [data-n='2']")
    ActionChains(browser).move_to_element(german).perform()
    lit = browser.find_elements(By.CSS_SELECTOR, ".lit")
    assert [one.text.split()[1] for one in lit] == ["Jiang", "Jiang"]
    browser.execute_script("document.querySelector('#s3 .translation a').focus()")
    lit = browser.find_elements(By.CSS_SELECTOR, ".lit")
    assert [one.get_attribute("data-n") for one in lit] == ["1", "1"]


@pytest.mark.parametrize(
    ("column", "other"), [("p:not(.translation)", "According"), (".translation", "Laut")]
)
def test_copying_one_column_copies_one_language(
    browser: webdriver.Chrome, site: str, column: str, other: str
) -> None:
    browser.set_window_size(1280, 900)
    browser.get(site + GERMAN_ENTRY)
    first, last = (browser.find_element(By.CSS_SELECTOR, f"#{name} > {column}") for name in ("s1", "s2"))
    by = first.rect["width"] / 2 - 3
    drag = ActionChains(browser).move_to_element_with_offset(first, -by, 12 - first.rect["height"] / 2)
    drag.click_and_hold().move_to_element_with_offset(last, by / 2, last.rect["height"] / 2 - 12).release()
    drag.perform()
    copied = browser.execute_script("return getSelection().toString()")
    assert "Jiang Bin" in copied
    assert copied.count("Reporter: ") == 1
    assert other not in copied
    assert "§" not in copied


def test_a_link_to_a_paragraph_marks_both_languages(browser: webdriver.Chrome, site: str) -> None:
    browser.set_window_size(1280, 900)
    browser.get(site + GERMAN_ENTRY)
    browser.find_element(By.CSS_SELECTOR, "#s3 > .number").click()
    assert browser.current_url.endswith("#s3")
    marked = browser.find_element(By.CSS_SELECTOR, ":target")
    assert len(marked.find_elements(By.TAG_NAME, "p")) == 2
    assert marked.value_of_css_property("background-color") != "rgba(0, 0, 0, 0)"


def test_the_text_begins_on_a_phones_first_screen(browser: webdriver.Chrome, site: str) -> None:
    phone = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    try:
        for path in (GERMAN_ENTRY, ENGLISH_ENTRY):
            browser.get(site + path)
            assert browser.find_element(By.ID, "s1").rect["y"] < 500
            notes = browser.find_elements(By.CSS_SELECTOR, ".entry-notes .fold")
            assert all(one.rect["y"] > browser.find_element(By.ID, "s4").rect["y"] for one in notes)
            assert [one.get_attribute("open") for one in notes] == [None] * len(notes)
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("path", [GERMAN_ENTRY, ENGLISH_ENTRY, "/about/"])
def test_lines_are_no_longer_than_one_reads_easily(browser: webdriver.Chrome, site: str, path: str) -> None:
    browser.set_window_size(1600, 900)
    browser.get(site + path)
    assert 30 < browser.execute_script(LONGEST_LINE) <= 80


LONGEST_LINE = """
let longest = 0;
for (const p of document.querySelectorAll('.md-content__inner p, .md-content__inner dd')) {
  if (p.closest('.entry-notes, .entry-foot, .entry-line')) continue;
  const range = document.createRange(); range.selectNodeContents(p);
  const lines = new Set([...range.getClientRects()].map(r => Math.round(r.bottom / 8)));
  if (lines.size > 2) longest = Math.max(longest, p.textContent.length / (p.getBoundingClientRect().height
    / parseFloat(getComputedStyle(p).lineHeight)));
}
return longest;
"""


def card(browser: webdriver.Chrome) -> str:
    return " ".join(one.text for one in browser.find_elements(By.CSS_SELECTOR, ".card"))


def test_a_name_tells_who_that_is_on_hover_and_on_focus(browser: webdriver.Chrome, site: str) -> None:
    browser.set_window_size(1280, 900)
    browser.get(site + GERMAN_ENTRY)
    name = browser.find_element(By.CSS_SELECTOR, "#s3 a.mention[href*='dong-jun']")
    assert not name.get_attribute("title")
    ActionChains(browser).move_to_element(name).perform()
    assert "Dong Jun" in card(browser)
    assert "Person · in 1 entry" in card(browser)
    assert "Minister of National Defense" in card(browser)
    assert name.get_attribute("aria-describedby") == "card"
    ActionChains(browser).send_keys(Keys.ESCAPE).perform()
    assert card(browser) == ""
    browser.execute_script("arguments[0].focus()", name)
    assert "Dong Jun" in card(browser)
    browser.execute_script("arguments[0].blur()", name)
    WebDriverWait(browser, 5).until(lambda driver: card(driver) == "")


def test_a_term_tells_its_counterpart(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site + GERMAN_ENTRY)
    term = browser.find_element(By.CSS_SELECTOR, "#s3 .translation a.term")
    browser.execute_script("arguments[0].focus()", term)
    assert "Staatsoberh" in card(browser)
    assert "head" in card(browser)
    term.click()
    assert "/glossary/#" in browser.current_url
    assert browser.find_element(By.CSS_SELECTOR, "tr:target").text


def test_a_long_card_stays_on_a_small_screen(browser: webdriver.Chrome, site: str) -> None:
    browser.set_window_size(390, 800)
    browser.get(site + GERMAN_ENTRY)
    for name in browser.find_elements(By.CSS_SELECTOR, "a.mention")[:8]:
        browser.execute_script("arguments[0].focus()", name)
        left, right, wide = browser.execute_script(
            "const b = document.querySelector('.card').getBoundingClientRect();"
            "return [b.left, b.right, innerWidth]"
        )
        assert 0 <= left < right <= wide


def test_no_script_in_a_text_runs(browser: webdriver.Chrome, site: str, project_copy: Path) -> None:
    """The theme's own do: the pages raise no errors, see above."""
    page = project_copy / "site" / "about" / "index.html"
    before = page.read_text(encoding="utf-8")
    evil = "<script>document.title = 'run'</script><img src='x:' onerror=\"document.title = 'run'\">"
    page.write_text(before.replace("</article>", f"{evil}</article>", 1), encoding="utf-8")
    try:
        browser.get(f"{site}/about/")
        assert "run" not in browser.title
    finally:
        page.write_text(before, encoding="utf-8")
        browser.get_log("browser")


@pytest.mark.parametrize("path", [GERMAN_ENTRY, "/records/wu-qian/", "/"])
def test_the_first_stop_of_the_keyboard_leads_past_the_menu(
    browser: webdriver.Chrome, site: str, path: str
) -> None:
    browser.set_window_size(1280, 900)
    browser.get(site + path)
    ActionChains(browser).send_keys(Keys.TAB).perform()
    first = browser.switch_to.active_element
    assert "md-skip" in (first.get_attribute("class") or "")
    target = str(first.get_attribute("href")).partition("#")[2]
    assert browser.find_element(By.ID, target).rect["y"] < 400


def test_from_a_disk_links_lead_to_pages(browser: webdriver.Chrome, site: str, project_copy: Path) -> None:
    del site
    browser.set_window_size(1280, 900)
    folder = (project_copy / "site").as_uri()
    browser.get(f"{folder}/index.html")
    browser.find_element(By.CSS_SELECTOR, ".entry-title a").click()
    assert browser.current_url.endswith("/index.html")
    browser.find_element(By.CSS_SELECTOR, "#s1 a.mention").click()
    assert browser.find_element(By.CSS_SELECTOR, ".record-head h1").text
    browser.find_element(By.CSS_SELECTOR, ".backlinks a.place").click()
    assert "index.html#s" in browser.current_url
    browser.find_element(By.CSS_SELECTOR, ".md-tabs__link").send_keys(Keys.ENTER)
    assert browser.current_url == f"{folder}/index.html"
    mark = browser.find_element(By.CSS_SELECTOR, ".timeline [role=listitem] > a")
    mark.send_keys(Keys.ENTER)
    assert browser.current_url.startswith(f"{folder}/entries/")


SMALL_TARGETS = """
const pressed = '.reading label, .md-tabs__link, .record-chips a, .pager a, summary, .crumb a, '
  + '.narrow select, .tell label';
return [...document.querySelectorAll(pressed)]
  .filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 23.5)
  .map(e => e.className + ' ' + e.textContent.trim().slice(0, 20) + ' ' + e.getBoundingClientRect().height);
"""


@pytest.mark.parametrize("path", PAGES)
def test_what_one_presses_is_large_enough_and_nothing_is_wider_than_the_smallest_screen(
    browser: webdriver.Chrome, site: str, path: str
) -> None:
    small = {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", small)
    try:
        browser.get(site + path)
        assert browser.execute_script("return document.scrollingElement.scrollWidth") <= 320
        assert browser.execute_script(REACHING_OUT) == []
        assert browser.execute_script(SMALL_TARGETS) == []
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_paper_tells_the_languages_apart_and_says_where_it_is_from(
    browser: webdriver.Chrome, site: str
) -> None:
    browser.get(site + GERMAN_ENTRY)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        browser.execute_script("dispatchEvent(new Event('beforeprint'))")
        german, english = browser.find_elements(By.CSS_SELECTOR, "#s1 > p")
        assert [one.value_of_css_property("font-style") for one in (german, english)] == ["italic", "normal"]
        assert len({one.value_of_css_property("color") for one in (german, english)}) == 1
        head, foot = browser.find_elements(By.CSS_SELECTOR, ".print-only")
        assert head.text == "China–Russia military cooperation"
        assert "Pressekonferenz mit Jiang Bin" in foot.text
        assert foot.get_attribute("data-address") == site + GERMAN_ENTRY
        assert not browser.find_element(By.CSS_SELECTOR, ".md-header").is_displayed()
        assert browser.find_element(By.CSS_SELECTOR, "#dated").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
