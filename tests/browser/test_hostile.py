"""Whatever seeds, names, terms and pages hold, a browser runs none of it and asks no other host."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.conftest import served
from tests.browser.test_searching import ask
from tests.integration import test_names, test_untrusted
from tests.integration.support import build, chronology, copy_site_frame, generate_here, make_project, output

FOREIGN = "elsewhere.invalid"
RUN = "document.documentElement.dataset.run=1"
ATTACKS = {
    "image": f"<img src=x onerror={RUN}>",
    "picture": f"<img src=//{FOREIGN}/x.png>",
    "script": f"</script></title></textarea><script>{RUN}</script>",
    "svg": f"]]>--></svg><svg onload={RUN}>",
    "quotes": f'" onmouseover="{RUN}" autofocus onfocus="{RUN}" \' onmouseover=\'{RUN}',
    "entities": f"&lt;img src=x onerror={RUN}&gt;",
    "link": f"[x](javascript:{RUN}) <a href=javascript:{RUN}>x</a>",
    "style": f"<style>@import '//{FOREIGN}/x.css';</style>",
    "frame": f"<iframe src=//{FOREIGN}></iframe><object data=//{FOREIGN}></object>",
    "markdown": f'![x](//{FOREIGN}/x.png){{: onclick="{RUN}" }}',
    "template": "{{ 7*7 }} {% raw %} ${7*7}",
}
MERMAID = '```mermaid\ngraph TD; a-->b;\n```\n\n<pre class="mermaid"><code>graph TD; a-->b;</code></pre>\n'
EMBEDDED = {
    "mermaid": MERMAID,
    "image": f"![x](https://{FOREIGN}/x.png)\n",
    "html": f"<img src=https://{FOREIGN}/x.png>\n",
    "frame": f"<iframe src=https://{FOREIGN}/></iframe>\n",
    "script": f"<script src=https://{FOREIGN}/x.js></script>\n",
    "style": f"<link rel=stylesheet href=https://{FOREIGN}/x.css>\n",
    "video": f"<video src=https://{FOREIGN}/x.mp4></video>\n",
}
"""Pages by what an editor put into them."""
TEXT = """Talks {attack} begin in Berlin

Berlin, Dec. {day}, 2023 -- The spokesman {attack} said on Thursday that the talks would begin in January.

The spokesman said that Board {name} had been asked to send a delegate to talks on term{name} {attack}

On Dec. {day}, 2023 the delegates {attack} of Board {name} signed a treaty on trade in Berlin.
"""
POLICYS_OWN = ("Content Security Policy", "Invalid script: https://")
"""In what the console says when something is stopped; the second is how the theme takes it."""
OPEN_ALL = "for (const one of document.querySelectorAll('details')) one.open = true"
POINTED_AT = ".md-content a, .md-content abbr, .md-content [title], svg a"
MOST = 40
"""Elements of a page that are pointed at."""
IN_HOVER = """
for (const one of [...document.querySelectorAll(arguments[0])].slice(0, arguments[1]))
  for (const kind of ['mouseenter', 'mouseover', 'focusin', 'focus', 'mouseleave'])
    one.dispatchEvent(new MouseEvent(kind, {bubbles: kind.startsWith('mouseo') || kind === 'focusin'}));
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of hostile seeds, with sidecars, records, terms with notes, and pages that embed."""
    root = make_project(tmp_path_factory.mktemp("hostile") / "project")
    copy_site_frame(root)
    terms = []
    for number, (name, attack) in enumerate(ATTACKS.items()):
        text = TEXT.format(attack=attack, day=number + 1, name=name)
        (root / f"seeds/{name}.txt").write_text(text, encoding="utf-8")
        facts = {"publisher": attack, "author": attack, "url": f"https://{FOREIGN}/?{attack}"}
        (root / f"seeds/{name}.yml").write_text(yaml.safe_dump(facts), encoding="utf-8")
        header = {"kind": "body", "name": {"en": f"Board {attack}"}, "aliases": [f"Board {name}"]}
        record = f"---\n{json.dumps(header)}\n---\n\nA body.\n"
        (root / f"content/records/{name}.md").write_text(record, encoding="utf-8")
        terms.append({"en": [f"term{name}", f"term {attack}"], "de": f"Begriff {attack}", "note": attack})
    (root / "content/terms.yml").write_text(yaml.safe_dump({"terms": terms}), encoding="utf-8")
    for name, text in {**test_untrusted.HOSTILE, **test_names.NAMES}.items():
        seed = TEXT.format(attack=text, day=30, name=name)
        (root / f"seeds/more-{name}.txt").write_text(seed, encoding="utf-8")
    for name, text in EMBEDDED.items():
        (root / f"content/{name}.md").write_text(f"# Embeds\n\n{text}", encoding="utf-8")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    superfences = (
        "  - pymdownx.superfences:\n      custom_fences:\n        - name: mermaid\n          class: mermaid\n"
        "          format: !!python/name:pymdownx.superfences.fence_code_format\n"
    )
    settings = settings.replace("markdown_extensions:\n", f"markdown_extensions:\n{superfences}")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = generate_here(root)
    assert done.exit_code == 0, done.output
    built = build(root, strict=False)
    assert built.returncode == 0, output(built)
    return root


@pytest.fixture(scope="module")
def hostile(project: Path) -> Iterator[str]:
    with served(project / "site") as address:
        yield address


def test_no_page_runs_or_asks_for_anything(browser: webdriver.Chrome, hostile: str, project: Path) -> None:
    """Every page, with all that opens or appears on hover and focus: no error, not even one of the policy."""
    site = project / "site"
    pages = [path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")]
    pages = sorted(set(pages) - EMBEDDED.keys())
    assert len(pages) > 4 * len(ATTACKS)
    forget(browser)
    found = {}
    for page in pages:
        browser.get(f"{hostile}/{page}/")
        browser.execute_script(OPEN_ALL)
        browser.execute_script(IN_HOVER, POINTED_AT, MOST)
        if wrong := [*errors(browser), *foreign(browser, hostile)] + ["it ran"] * has_run(browser):
            found[page] = wrong
    assert found == {}


def test_searching_runs_nothing(browser: webdriver.Chrome, hostile: str) -> None:
    browser.get(hostile)
    forget(browser)
    for query in ("Board", "talks", "img", "script", "onerror", "<img src=x", "javascript"):
        found = ask(browser, query)
        assert found or query == "<img src=x"
    assert [*errors(browser), *foreign(browser, hostile)] == []
    assert not has_run(browser)


@pytest.mark.parametrize("page", EMBEDDED)
def test_what_a_page_embeds_is_not_asked_for(browser: webdriver.Chrome, hostile: str, page: str) -> None:
    """The policy stops it, which the console says; nothing else goes wrong."""
    forget(browser)
    browser.get(f"{hostile}/{page}/")
    WebDriverWait(browser, 10).until(
        lambda _: any("Content Security Policy" in one for one in errors_so_far(browser))
    )
    assert foreign(browser, hostile) == []
    assert [one for one in errors_so_far(browser) if not any(word in one for word in POLICYS_OWN)] == []


def test_requests_would_be_seen(browser: webdriver.Chrome, hostile: str, project: Path) -> None:
    """Were it not for the policy, the same page would ask."""
    page = (project / "site/image/index.html").read_text(encoding="utf-8")
    open_page = page.replace("Content-Security-Policy", "x")
    (project / "site/open.html").write_text(open_page, encoding="utf-8")
    forget(browser)
    browser.get(f"{hostile}/open.html")
    assert any(FOREIGN in url for url in foreign(browser, hostile))


def test_check_names_what_is_stopped(project: Path) -> None:
    said = output(chronology(project, "check"))
    for page in EMBEDDED:
        (line,) = (one for one in said.splitlines() if f"content/{page}.md" in one)
        assert "does not allow" in line


_said: list[str] = []


def forget(browser: webdriver.Chrome) -> None:
    """Forget what the pages before said and asked for."""
    _said.clear()
    browser.get_log("browser")
    browser.get_log("performance")


def errors(browser: webdriver.Chrome) -> list[str]:
    return [row["message"] for row in browser.get_log("browser") if row["level"] == "SEVERE"]


def errors_so_far(browser: webdriver.Chrome) -> list[str]:
    """A log is emptied by who reads it."""
    _said.extend(errors(browser))
    return _said


def foreign(browser: webdriver.Chrome, site: str) -> list[str]:
    """Return what was asked of other hosts; what the policy stops is no request."""
    messages = [json.loads(row["message"])["message"] for row in browser.get_log("performance")]
    sent = {
        one["params"]["requestId"]: one["params"]["request"]["url"]
        for one in messages
        if one["method"] == "Network.requestWillBeSent"
    }
    stopped = {
        one["params"]["requestId"]
        for one in messages
        if one["method"] == "Network.loadingFailed" and one["params"].get("blockedReason") == "csp"
    }
    return [
        url
        for key, url in sent.items()
        if key not in stopped and not url.startswith((site, "data:", "blob:"))
    ]


def has_run(browser: webdriver.Chrome) -> bool:
    return bool(browser.execute_script("return document.documentElement.dataset.run"))
