"""The chronology on the home page and on a year's page: marks that lead on, what narrows the list down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

LATEST = "2026-01-29-press-conference-with-jiang-bin"
GROUPED = "2023-12-28-china-ready-to-enhance-mutual-trust-with-russia-in-military"


@pytest.fixture(autouse=True)
def wide(browser: webdriver.Chrome) -> None:
    browser.set_window_size(1280, 900)


@pytest.fixture
def without_script(browser: webdriver.Chrome) -> Iterator[None]:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    yield
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def listed(browser: webdriver.Chrome) -> list[str]:
    links = browser.find_elements(By.CSS_SELECTOR, "#list .entry-title a")
    return [str(link.get_attribute("href")).split("/")[-2] for link in links if link.is_displayed()]


def headings(browser: webdriver.Chrome) -> list[str]:
    return [one.text for one in browser.find_elements(By.CSS_SELECTOR, "#list h2") if one.is_displayed()]


def control(browser: webdriver.Chrome, name: str) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, f".narrow [name='{name}']")


def choose(browser: webdriver.Chrome, name: str, value: str) -> None:
    Select(control(browser, name)).select_by_value(value)


def words_of(browser: webdriver.Chrome, name: str) -> list[str]:
    return [option.text for option in Select(control(browser, name)).options]


def test_every_mark_is_a_link_with_a_name_and_leads_to_what_it_shows(
    browser: webdriver.Chrome, site: str
) -> None:
    browser.get(site)
    marks = browser.find_elements(By.CSS_SELECTOR, ".timeline [role=listitem] > a")
    names = [mark.find_element(By.TAG_NAME, "title").get_attribute("textContent") for mark in marks]
    assert len(marks) > 10
    assert all(names)
    (group,) = [place for place, name in enumerate(names) if "One event, 2 reports" in str(name)]
    marks[group].send_keys(Keys.ENTER)
    assert GROUPED in browser.current_url


def test_the_keyboard_gets_past_the_timeline_in_one_step(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site)
    past = browser.find_element(By.CSS_SELECTOR, ".past-timeline")
    browser.execute_script("arguments[0].focus()", past)
    assert past.rect["height"] > 10
    past.send_keys(Keys.ENTER)
    ActionChains(browser).send_keys(Keys.TAB).perform()
    focused = browser.switch_to.active_element
    assert focused.find_elements(By.XPATH, "ancestor::*[@id='list']")


def test_what_is_chosen_stands_in_the_address_and_comes_back_with_it(
    browser: webdriver.Chrome, site: str
) -> None:
    browser.get(f"{site}/?h=1#2023")
    choose(browser, "language", "en")
    choose(browser, "year", "2023")
    assert browser.current_url == f"{site}/?h=1&year=2023&language=en#2023"
    assert len(listed(browser)) == 3
    assert headings(browser) == ["2023"]
    assert browser.find_element(By.CSS_SELECTOR, ".found").text == "3 of 5 entries"
    browser.refresh()
    assert len(listed(browser)) == 3
    assert not browser.find_element(By.ID, "__search").is_selected(), "no address of a search"
    browser.find_element(By.CSS_SELECTOR, ".narrow button").click()
    assert len(listed(browser)) == 5
    assert browser.current_url == f"{site}/?h=1#2023"
    assert browser.switch_to.active_element.get_attribute("name") == "year"


def test_the_address_of_a_search_leaves_the_list_whole(browser: webdriver.Chrome, site: str) -> None:
    browser.get(f"{site}/?q=Treaty&year=2023")
    assert len(browser.find_elements(By.CSS_SELECTOR, "#list .report:not([hidden])")) == 5


def test_beside_each_choice_stands_how_many_entries_it_leaves(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site)
    assert words_of(browser, "language") == ["all", "English (4)", "German (1)"]
    assert words_of(browser, "year") == ["all", "2021 (1)", "2023 (3)", "2026 (1)"]
    choose(browser, "year", "2023")
    assert words_of(browser, "language") == ["all", "English (3)", "German (0)"]
    assert words_of(browser, "year") == ["all", "2021 (1)", "2023 (3)", "2026 (1)"]
    options = Select(control(browser, "language")).options
    assert [option.is_enabled() for option in options] == [True, True, False]


def test_the_list_is_narrowed_by_keyboard(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site)
    control(browser, "language").send_keys("G")
    assert listed(browser) == [LATEST]
    pale = browser.find_elements(By.CSS_SELECTOR, ".timeline .pale")
    assert pale, "marks of entries that are not shown"


def test_on_a_phone_the_choices_are_folded_until_one_is_made(browser: webdriver.Chrome, site: str) -> None:
    browser.set_window_size(500, 800)
    browser.get(site)
    year = control(browser, "year")
    assert not year.is_displayed()
    browser.find_element(By.CSS_SELECTOR, ".filters summary").send_keys(Keys.ENTER)
    assert year.is_displayed()
    browser.get(f"{site}/?year=2023")
    assert control(browser, "year").is_displayed()


def test_a_report_is_left_out_of_its_event(browser: webdriver.Chrome, site: str) -> None:
    browser.get(f"{site}/?source=Sputnik+International")
    assert listed(browser) == [GROUPED]


@pytest.mark.parametrize("asked", ["?year=1800&language=xx&order=up", "?year=%3Cscript%3E"])
def test_an_address_that_asks_for_what_is_not_there_shows_all(
    browser: webdriver.Chrome, site: str, asked: str
) -> None:
    browser.get(f"{site}/{asked}")
    assert len(listed(browser)) == 5


def test_newest_first_turns_years_and_days_round_and_back(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site)
    before = listed(browser)
    choose(browser, "order", "newest")
    assert headings(browser) == ["2026", "2023", "2021"]
    assert listed(browser)[0] == LATEST
    assert listed(browser)[-1] == before[0]
    assert "order=newest" in browser.current_url
    choose(browser, "order", "")
    assert listed(browser) == before


def test_events_stand_among_the_entries_on_demand_and_lead_to_where_they_are_told(
    browser: webdriver.Chrome, site: str
) -> None:
    browser.get(site)
    told = browser.find_elements(By.CSS_SELECTOR, "#list .told")
    assert not any(one.is_displayed() for one in told)
    browser.find_element(By.ID, "events").click()
    assert all(one.is_displayed() for one in told)
    assert browser.current_url.endswith("?events=1")
    assert headings(browser)[0] == "2018"
    (announced,) = browser.find_elements(By.CSS_SELECTOR, "#list .told.announced")
    assert "announced 21 December 2023: South China Morning Post" in announced.text
    told[-1].find_element(By.TAG_NAME, "a").click()
    assert browser.current_url.endswith("#s3")


@pytest.mark.usefixtures("without_script")
def test_without_a_script_the_whole_list_is_there(browser: webdriver.Chrome, site: str) -> None:
    browser.get(f"{site}/?year=2023")
    assert len(listed(browser)) == 5
    assert not browser.find_element(By.CSS_SELECTOR, ".narrow").is_displayed()
    browser.find_element(By.ID, "events").click()
    assert all(one.is_displayed() for one in browser.find_elements(By.CSS_SELECTOR, "#list .told"))
    browser.find_element(By.CSS_SELECTOR, "#list h2[id='2023'] a").click()
    assert browser.current_url == f"{site}/years/2023/"


@pytest.mark.parametrize("path", ["/#2023-12", "/years/2023/#2023-12"])
def test_a_month_has_a_place_of_its_own(browser: webdriver.Chrome, site: str, path: str) -> None:
    browser.get(site + path)
    place = browser.find_element(By.CSS_SELECTOR, ":target")
    assert "December" in (place.text or "") + str(place.get_attribute("aria-label"))


def test_a_years_page_leads_to_the_next_and_back(browser: webdriver.Chrome, site: str) -> None:
    browser.get(f"{site}/years/2023/")
    assert browser.title.startswith("2023 - ")
    assert browser.find_element(By.CSS_SELECTOR, ".md-tabs__item--active").text == "Chronology"
    browser.find_element(By.CSS_SELECTOR, ".pager [rel=next]").click()
    assert browser.current_url == f"{site}/years/2026/"
    browser.find_element(By.CSS_SELECTOR, ".pager [rel=prev]").click()
    browser.find_element(By.CSS_SELECTOR, ".crumb a").click()
    assert browser.current_url == f"{site}/"


def test_paper_has_the_list_and_nothing_to_press(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site)
    browser.execute_script("document.body.setAttribute('data-md-color-scheme', 'slate')")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert len(listed(browser)) == 5
        heading = browser.find_element(By.CSS_SELECTOR, "#list h2")
        assert heading.value_of_css_property("color") == "rgba(0, 0, 0, 1)", "also where the screen was dark"
        assert not browser.find_element(By.CSS_SELECTOR, ".narrow").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
