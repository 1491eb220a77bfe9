"""A page runs the theme's scripts by their hashes, and none that a text or an editor brings along."""

import re
from base64 import b64encode
from hashlib import sha256

from generator.publish.mkdocs.policy import OPEN, close_policy

HEAD = f'<meta http-equiv="Content-Security-Policy" content="{OPEN} file:; object-src \'none\'">'


def hashed(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def test_scripts_around_the_content_run_and_those_in_it_do_not():
    content = "<p>Text</p><script>evil()</script>"
    first = 'a = "ü"\n'
    page = f'{HEAD}<script>{first}</script>{content}<script src="x.js"></script><script>b()</script>'
    closed = close_policy(page, content)
    (policy,) = re.findall(r"script-src [^;]*", closed)
    assert policy == f"script-src 'self' {hashed(first)} {hashed('b()')} file:"
    assert closed.replace(policy, "") == page.replace(f"{OPEN} file:", "")


def test_a_script_of_the_theme_in_the_content_is_still_the_themes():
    page = f"{HEAD}<script>a()</script><script>a()</script>"
    assert close_policy(page, "<script>a()</script>").count("sha256") == 1


def test_a_page_without_a_policy_stays_as_it_is():
    assert close_policy("<script>a()</script>", "") == "<script>a()</script>"
