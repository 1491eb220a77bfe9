"""Searching as a reader does: what is typed, what is found, by mouse, by keyboard and on a phone."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.browser.conftest import QuietHandler
from tests.publish.search.tables import SEARCHABLE, WORDS

QUERIES = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text(encoding="utf-8"))
ENTRIES = QUERIES.pop("entries")
MADE_QUERIES = QUERIES.pop("made")
PATIENCE = 20
WELL = 0.95
"""Of the queries find their entry among the first three."""
MONTHS = {"dezember": 12, "december": 12, "dec": 12, "dez": 12, "marz": 3, "mai": 5, "may": 5}


def wait(browser: webdriver.Chrome) -> WebDriverWait:
    return WebDriverWait(browser, PATIENCE, poll_frequency=0.02)


def ask(browser: webdriver.Chrome, query: str) -> list[str]:
    """Type a query and return the addresses found, in order."""
    browser.execute_script(
        """const field = document.querySelector('.md-search__input');
           delete document.querySelector('[data-search]').dataset.answered;
           field.focus();
           field.value = arguments[0];
           field.dispatchEvent(new Event('input', {bubbles: true}));""",
        query,
    )
    return answer(browser, query)


def answer(browser: webdriver.Chrome, query: str) -> list[str]:
    asked = "return document.querySelector('[data-search]').dataset.answered"
    wait(browser).until(lambda driver: driver.execute_script(asked) == query.strip())
    links = "return [...document.querySelectorAll('.md-search-result__link')].map(link => link.href)"
    return browser.execute_script(links)


def status(browser: webdriver.Chrome) -> str:
    return browser.find_element(By.CSS_SELECTOR, ".md-search [role=status]").text


@pytest.mark.parametrize("width", [1230, 1280, 1600])
def test_the_open_field_is_inside_the_window(browser: webdriver.Chrome, site: str, width: int) -> None:
    """Beside all the tabs there is no room for it."""
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        browser.get(f"{site}/?q=Putin")
        answer(browser, "Putin")
        reach = "return document.querySelector('.md-search__inner').getBoundingClientRect().right"
        is_open = f"{reach} - document.querySelector('.md-search__inner').getBoundingClientRect().left > 600"
        wait(browser).until(lambda driver: driver.execute_script(is_open))
        assert browser.execute_script(reach) <= width
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("table", QUERIES)
def test_queries_find_their_entry_among_the_first_three(
    browser: webdriver.Chrome, site: str, table: str
) -> None:
    wanted = {str(query): [ENTRIES[one] for one in ones] for query, ones in QUERIES[table].items()}
    missed = missed_on(browser, site, wanted)
    assert len(missed) <= (1 - WELL) * len(wanted), missed


def test_queries_find_their_entry_among_many(browser: webdriver.Chrome, made_site: str) -> None:
    wanted = {query: [str(day) for day in days] for query, days in MADE_QUERIES.items()}
    missed = missed_on(browser, made_site, wanted)
    assert len(missed) <= (1 - WELL) * len(wanted), missed


def missed_on(
    browser: webdriver.Chrome, site: str, wanted: Mapping[str, Collection[str]]
) -> dict[str, list[str]]:
    """Return the queries that find none of the entries wanted among the first three, with what they find."""
    browser.set_window_size(1280, 900)
    browser.get(f"{site}/about/")
    found = {query: ask(browser, query)[:3] for query in wanted}
    return {
        query: urls
        for query, urls in found.items()
        if not any(f"/entries/{one}" in url for one in wanted[query] for url in urls)
    }


def run(browser: webdriver.Chrome, site: str, script: str, *arguments: object) -> object:
    """Run a script with the engine at hand, as a page of the site would."""
    browser.get(f"{site}/about/")
    return browser.execute_async_script(
        "const given = [...arguments], done = given.pop();"
        "import(new URL('/assets/search-engine.js', location))"
        f".then(engine => done(({script})(engine, ...given)));",
        *arguments,
    )


def test_the_script_reads_words_as_the_index_does(browser: webdriver.Chrome, site: str) -> None:
    read = "(engine, words, texts) => [words.map(engine.searchable), texts.map(engine.wordsIn)]"
    words, texts = run(browser, site, read, list(SEARCHABLE), list(WORDS))
    assert dict(zip(SEARCHABLE, words, strict=True)) == SEARCHABLE
    assert dict(zip(WORDS, texts, strict=True)) == WORDS


DATES = {
    "2023-12-28": ["2023-12-28"],
    "2023/12/28": ["2023-12-28"],
    "20231228": ["2023-12-28"],
    "28.12.2023": ["2023-12-28"],
    "28.12.23": ["2023-12-28"],
    "1.2.71": ["1971-02-01"],
    "28/12/2023": ["2023-12-28"],
    "12/28/2023": ["2023-12-28"],
    "2/8/2019": ["2019-08-02", "2019-02-08"],
    "28. Dezember 2023": ["2023-12-28"],
    "28 Dez 2023": ["2023-12-28"],
    "Dec. 28, 2023": ["2023-12-28"],
    "December 28th 2023": ["2023-12-28"],
    "28th of December 2023": ["2023-12-28"],
    "3. März 2020": ["2020-03-03"],
    "3. Maerz 2020": ["2020-03-03"],
    "Dezember 2023": ["2023-12"],
    "12/2023": ["2023-12"],
    "2023-12": ["2023-12"],
    "28. Dezember": ["--12-28"],
    "December 28": ["--12-28"],
    "28.12.": ["--12-28"],
    "Dezember": ["--12"],
    "2023": [],
    "45.45.2023": [],
    "9M729": [],
    "Maikäfer": [],
}


def test_dates_are_read_as_anyone_types_them(browser: webdriver.Chrome, site: str) -> None:
    read = (
        "(engine, queries, months) => queries.map(query => "
        "engine.datesIn(query, months).found.flatMap(one => one.words))"
    )
    assert dict(zip(DATES, run(browser, site, read, list(DATES), MONTHS), strict=True)) == DATES


GERMAN_ENDINGS = {"endings": ["", "e", "en", "s"], "derived": ["ung", "t"], "changed": []}
ENGLISH_ENDINGS = {"endings": ["", "s", "es"], "derived": ["ed", "ation"], "changed": [["ies", "y"]]}
RELATED = {
    ("vertrag", "vertrag"): 1,
    ("vertragen", "vertrag"): 0.85,
    ("beziehung", "bezieht"): 0.6,
    ("anniversaries", "anniversary"): 0.85,
    ("consultations", "consulted"): 0,
    ("consultation", "consulted"): 0.6,
    ("hafen", "hauen"): 0,
    ("ha", "hafen"): 0,
}


def test_forms_of_a_word_are_told_by_the_endings_of_its_language(
    browser: webdriver.Chrome, site: str
) -> None:
    read = """(engine, pairs, languages) => {
        const asSet = one => ({...one, endings: new Set(one.endings), derived: new Set(one.derived)});
        const known = languages.map(asSet);
        return pairs.map(([typed, word]) => engine.relation(typed, word, known));
    }"""
    found = run(browser, site, read, [list(pair) for pair in RELATED], [GERMAN_ENDINGS, ENGLISH_ENDINGS])
    assert dict(zip(RELATED, found, strict=True)) == RELATED


def test_a_beginning_fits_less_the_more_is_missing(browser: webdriver.Chrome, site: str) -> None:
    read = "(engine, words) => words.map(word => engine.relation('haf', word, []))"
    near, far = run(browser, site, read, ["hafen", "hafenmeisterei"])
    assert 0.5 > near > far > 0


MISTAKES = {
    ("stabil", "stabil"): 0,
    ("stabli", "stabil"): 1,
    ("stbil", "stabil"): 1,
    ("staabil", "stabil"): 1,
    ("stabal", "stabil"): 1,
    ("stabli", "stabile"): 1,
    ("stabli", "stabilisator"): None,
    ("labil", "stabil"): None,
}


def test_one_wrong_letter_is_counted(browser: webdriver.Chrome, site: str) -> None:
    read = (
        "(engine, pairs) => pairs.map(([typed, word]) => engine.mistakes(typed, word, 1, new Set(['', 'e'])))"
    )
    found = run(browser, site, read, [list(pair) for pair in MISTAKES])
    assert dict(zip(MISTAKES, found, strict=True)) == MISTAKES


def test_results_say_date_source_and_language(browser: webdriver.Chrome, site: str) -> None:
    browser.set_window_size(1280, 900)
    browser.get(site)
    ask(browser, "goodwill")
    facts = browser.find_element(By.CSS_SELECTOR, ".search-facts").text
    assert facts == "28 December 2023 · Báo Quốc Tế (Vietnam.vn) · Article · English"
    assert "goodwill" in browser.find_element(By.CSS_SELECTOR, ".md-search-result__link mark").text


def test_a_result_leads_to_its_paragraph(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site)
    assert ask(browser, "Staatsoberhäuptern")[0].endswith("/#s3")
    browser.find_element(By.CSS_SELECTOR, ".md-search-result__link").click()
    wait(browser).until(lambda driver: driver.current_url.endswith("/#s3"))
    assert "29 January 2026" in browser.title


def test_another_spelling_is_shown_as_the_entry_spells_it(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site)
    ask(browser, "Шойгу")
    marks = [mark.text for mark in browser.find_elements(By.CSS_SELECTOR, ".search-passage mark")]
    assert "Shoigu" in marks


def test_entries_stand_before_records(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site)
    found = ask(browser, "Wu Qian")
    assert all("/entries/" in url for url in found[:3])
    assert any("/records/wu-qian/" in url for url in found[3:5])


def test_results_are_chosen_by_year_and_language_and_put_in_order(
    browser: webdriver.Chrome, site: str
) -> None:
    browser.set_window_size(1280, 900)
    browser.get(site)
    assert len(ask(browser, "China")) > 5
    choose(browser, "year", "2023")
    assert {url.split("/entries/")[1][:4] for url in answer(browser, "China")} == {"2023"}
    choose(browser, "year", "")
    choose(browser, "language", "de")
    (german,) = answer(browser, "China")
    assert "2026-01-29" in german
    choose(browser, "language", "")
    choose(browser, "order", "newest")
    years = [url.split("/entries/")[1][:10] for url in answer(browser, "China") if "/entries/" in url]
    assert years == sorted(years, reverse=True)


def choose(browser: webdriver.Chrome, name: str, value: str) -> None:
    browser.execute_script("delete document.querySelector('[data-search]').dataset.answered")
    Select(browser.find_element(By.CSS_SELECTOR, f".search-choices [name={name}]")).select_by_value(value)


def test_a_search_has_an_address(browser: webdriver.Chrome, site: str) -> None:
    browser.get(f"{site}/records/?q=China&year=2021&order=newest")
    (found,) = answer(browser, "China")
    assert "2021-11-25" in found
    address = browser.find_element(By.CSS_SELECTOR, ".search-address").get_attribute("href")
    assert address == f"{site}/?q=China&year=2021&order=newest"


def test_who_came_to_an_address_that_is_not_there_can_search(browser: webdriver.Chrome, site: str) -> None:
    browser.get(f"{site}/404.html")
    browser.find_element(By.CSS_SELECTOR, ".search-here input").send_keys("Putin\n")
    wait(browser).until(lambda driver: "q=Putin" in driver.current_url)
    assert answer(browser, "Putin")


def test_nothing_found_is_said(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site)
    assert ask(browser, "qxqxqxq") == []
    assert status(browser).startswith("Nothing found")


def test_of_a_word_that_no_page_has_the_one_taken_instead_is_said_and_marked(
    browser: webdriver.Chrome, site: str
) -> None:
    marks = (
        "return [...document.querySelectorAll('.md-search-result__list mark')].map(one => one.textContent)"
    )
    browser.get(site)
    assert ask(browser, "Presekonferenz")
    assert status(browser).startswith("No page has “Presekonferenz”. Showing results for “Pressekonferenz")
    assert any(mark.startswith("Pressekonferenz") for mark in browser.execute_script(marks))
    assert any("2026-01-29" in page for page in ask(browser, "Militärkooperation"))
    assert not any("operation" in mark.lower()[:9] for mark in browser.execute_script(marks))
    assert ask(browser, "Putin Presekonferenz")
    assert "“Presekonferenz”" in status(browser)
    assert "“Putin”" not in status(browser)
    assert ask(browser, "Putin")
    assert "No page" not in status(browser)


def test_searching_by_keyboard_alone(browser: webdriver.Chrome, site: str) -> None:
    browser.set_window_size(1280, 900)
    browser.get(site)
    body = browser.find_element(By.TAG_NAME, "body")
    body.send_keys("/")
    field = browser.switch_to.active_element
    assert field.get_attribute("name") == "query"
    field.send_keys("Pressekonferenzen")
    answer(browser, "Pressekonferenzen")
    assert status(browser).endswith("pages found")
    field.send_keys(Keys.ARROW_DOWN)
    assert "md-search-result__link" in browser.switch_to.active_element.get_attribute("class")
    browser.switch_to.active_element.send_keys(Keys.ARROW_UP)
    assert browser.switch_to.active_element == field
    field.send_keys(Keys.ESCAPE)
    assert not browser.find_element(By.CSS_SELECTOR, ".md-search__output").is_displayed() or not is_open(
        browser
    )
    browser.find_element(By.TAG_NAME, "body").send_keys("s")
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    wait(browser).until(lambda driver: "2026-01-29" in driver.current_url)


def is_open(browser: webdriver.Chrome) -> bool:
    return browser.execute_script("return document.getElementById('__search').checked")


def test_searching_on_a_phone(browser: webdriver.Chrome, site: str) -> None:
    browser.set_window_size(390, 800)
    browser.get(site)
    browser.find_element(By.CSS_SELECTOR, ".md-header [for=__search]").click()
    wait(browser).until(lambda driver: driver.switch_to.active_element.get_attribute("name") == "query")
    ask(browser, "Pressekonferenz")
    scroll, window = browser.execute_script(
        "const box = document.querySelector('.md-search__scrollwrap');"
        "return [box.scrollWidth, box.clientWidth]"
    )
    assert scroll <= window
    browser.set_window_size(1280, 900)


def test_nothing_is_loaded_until_a_reader_searches(browser: webdriver.Chrome, site: str) -> None:
    browser.get(f"{site}/about/")
    browser.get_log("performance")
    browser.get(site)
    assert [url for url in requested(browser) if "/search/" in url or "engine" in url] == []
    ask(browser, "exercise")
    loaded = [url for url in requested(browser) if "/search/" in url]
    assert any(url.endswith("/start.json") for url in loaded)
    assert not any(url.endswith(("all-words.json", "search_index.json")) for url in loaded)


def requested(browser: webdriver.Chrome) -> list[str]:
    messages = (json.loads(row["message"])["message"] for row in browser.get_log("performance"))
    return [
        one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"
    ]


def test_searching_raises_no_error_and_asks_no_other_host(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site)
    browser.get_log("browser")
    browser.get_log("performance")
    for query in (
        "Stabilitaet",
        "Presekonferenz",
        '"mutual trust"',
        "28.12.2023",
        "a",
        "[",
        "\\",
        "😀",
        "吴谦",
    ):
        ask(browser, query)
    assert [row for row in browser.get_log("browser") if row["level"] == "SEVERE"] == []
    assert [url for url in requested(browser) if not url.startswith((site, "data:", "blob:"))] == []


def test_what_a_text_holds_is_shown_as_text(browser: webdriver.Chrome, site: str, project_copy: Path) -> None:
    (path,) = (project_copy / "site/search").glob("*/page-0.json")
    before = path.read_text(encoding="utf-8")
    page = json.loads(before)
    evil = "<img src=x onerror=alert(1)>"
    page |= {"title": f"{evil} exercise", "facts": [evil], "texts": [["s1", "en", f"{evil} exercise {evil}"]]}
    path.write_text(json.dumps(page), encoding="utf-8")
    try:
        browser.get(f"{site}/records/")
        ask(browser, "exercise")
        titles = [one.text for one in browser.find_elements(By.CSS_SELECTOR, ".search-title")]
        assert f"{evil} exercise" in titles
        assert browser.find_elements(By.CSS_SELECTOR, ".md-search-result img") == []
    finally:
        path.write_text(before, encoding="utf-8")


def test_an_index_that_is_not_there_is_said(browser: webdriver.Chrome, site: str, project_copy: Path) -> None:
    start = project_copy / "site/search/start.json"
    away = start.rename(start.with_suffix(".away"))
    try:
        browser.get(f"{site}/?q=China")
        wait(browser).until(lambda driver: "could not be loaded" in status(driver))
    finally:
        away.rename(start)


@pytest.fixture
def site_below(project_copy: Path, site: str, tmp_path: Path) -> Iterator[str]:
    """The same site below a path of its host."""
    del site
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "chronology").symlink_to(project_copy / "site")
    handler = functools.partial(QuietHandler, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/a/chronology"
        server.shutdown()


def test_searching_below_a_path(browser: webdriver.Chrome, site_below: str) -> None:
    browser.get(f"{site_below}/records/wu-qian/")
    first = ask(browser, "Staatsoberhaupt")[0]
    assert first.startswith(f"{site_below}/entries/2026-01-29")


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_results_have_enough_contrast(browser: webdriver.Chrome, site: str, scheme: str) -> None:
    """WCAG AA asks for 4.5 to 1."""
    browser.set_window_size(1280, 900)
    browser.get(site)
    ask(browser, "exercise")
    ratios = browser.execute_script(CONTRAST, scheme)
    assert len(ratios) == 7
    assert {name: ratio for name, ratio in ratios.items() if ratio < 4.5} == {}


CONTRAST = """
document.head.insertAdjacentHTML('beforeend', '<style>* { transition: none !important }</style>');
document.body.setAttribute('data-md-color-scheme', arguments[0]);
const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
const paint = color => { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); };
const over = (color, under) => {
  paint(`rgb(${under})`); paint(color);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
const part = v => v / 255 <= .03928 ? v / 255 / 12.92 : ((v / 255 + .055) / 1.055) ** 2.4;
const light = ([r, g, b]) => .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
const background = element => {
  const layers = [];
  for (let one = element; one; one = one.parentElement) layers.unshift(getComputedStyle(one).backgroundColor);
  return layers.reduce((under, color) => over(color, under), [255, 255, 255]);
};
const result = {};
for (const name of ['.search-choices label', '.search-choices select', '[role=status]', '.search-title',
                    '.search-facts', '.search-passage', '.search-note a']) {
  const element = document.querySelector(`.md-search ${name}`), under = background(element);
  const lights = [light(over(getComputedStyle(element).color, under)), light(under)].sort((x, y) => y - x);
  result[name] = Math.round((lights[0] + .05) / (lights[1] + .05) * 100) / 100;
}
return result;
"""
