"""Pages are filled into what the theme sets around them, where nothing else of them shows."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import material
import pytest
from jinja2 import Environment

import generator
from generator.publish.kept import shells
from generator.publish.kept.shells import Shells
from generator.publish.kept.store import Kept

TEMPLATE = (
    "{{ base_url }} {% if page.meta.description %}<meta {{ page.meta.description }}>{% endif %}"
    "<title>{{ page.meta.title }}</title>{{ metadata }}{{ page.canonical_url or '' }} {{ page.url }}"
    "{% if '<h1' not in page.content %}<h1>?</h1>{% endif %}{{ page.content }}{{ page.meta.hide }}"
)


def page(name="a", content="<h1>A</h1> text", **others):
    values = {"toc": [], "edit_url": None, "canonical_url": f"https://x.org/entries/{name}/", **others}
    meta = {"title": name.upper(), "description": f"About {name}.", "hide": ["toc"], **values.pop("meta", {})}
    file = SimpleNamespace(src_uri=f"entries/{name}.md")
    url = values.pop("url", f"entries/{name}/")
    return SimpleNamespace(file=file, url=url, content=content, meta=meta, **values)


class Setter:
    """Sets pages by a template, and counts them."""

    def __init__(self, template=TEMPLATE):
        self.template, self.count = Environment().from_string(template), 0

    def __call__(self, context):
        self.count += 1
        return self.template.render(context)


def context(one, metadata="<meta>"):
    return {"page": one, "base_url": "../..", "metadata": metadata}


def filled(made, one, set_page):
    """A page; None where it is not to be filled in."""
    values = made.values(context(one))
    return made.page(context(one), values, set_page, b"", is_only_here=False) if values else None


def test_pages_of_a_kind_are_filled_in_as_the_template_sets_them():
    made, set_page = Shells(Kept(), ()), Setter()
    first, other = page(), page("b-%C3%BC", "<h1>B</h1>", meta={"title": "B &amp; <i>", "source": {"x": 1}})
    for one in (first, other):
        assert filled(made, one, set_page) == Setter()(context(one))
    assert set_page.count == 2  # To make the shell, and to see that it holds.


@pytest.mark.parametrize(
    ("frame", "broken", "count"), [(b"", None, 0), (b"other", None, 2), (b"", ["<p>", "9", "</p>"], 2)]
)
def test_the_next_build_sets_no_page_for_a_shell_that_is_kept_and_whole(tmp_path, frame, broken, count):
    kept, set_page, one = Kept(), Setter(), page()
    kept.open(tmp_path / "kept", b"")
    filled(Shells(kept, ()), one, Setter())
    if broken:
        (place,) = kept._store.asked
        kept.put(*place, b"", broken)
    kept.close()
    kept.open(tmp_path / "kept", b"")
    made = Shells(kept, ())
    shown = made.page(context(one), made.values(context(one)), set_page, frame, is_only_here=False)
    assert shown == Setter()(context(one))
    assert set_page.count == count
    kept.close()


@pytest.mark.parametrize(
    "one",
    [
        page("c", meta={"description": ""}),
        page("c", meta={"hide": ["navigation"]}),
        page("c", canonical_url=None),
        page("c", url="entries/2021/c/"),
        page("c", url="entries/c.html"),
    ],
)
def test_another_kind_has_a_shell_of_its_own(one):
    made = Shells(Kept(), ())
    filled(made, page(), Setter())
    assert filled(made, one, Setter()) == Setter()(context(one))


@pytest.mark.parametrize(
    "one",
    [
        page(toc=["heading"]),
        page(edit_url="https://x.org/edit"),
        page(content="No title."),
        page(url="a/"),
        page("listed"),
        page(meta={"template": "own.html"}),
        page(meta={"author": "A"}),
        page(meta={"title": ""}),
        page(meta={"title": 2021}),
        page(meta={"description": "<script>"}),
    ],
)
def test_a_page_that_shows_more_is_left_to_the_template(one):
    assert filled(Shells(Kept(), ("entries/listed.md",)), one, Setter()) is None


@pytest.mark.parametrize(
    "use", ["{{ page.meta.title | e }}", "{{ page.content | length }}", "{{ page.canonical_url | upper }}"]
)
def test_so_are_all_of_a_template_that_changes_what_is_filled_in(use):
    made, set_page = Shells(Kept(), ()), Setter(TEMPLATE + use)
    for one in (page(), page("other-name", "<h1>B</h1> longer", meta={"title": "A & B"})):
        assert filled(made, one, set_page) == Setter(TEMPLATE + use)(context(one))
    assert set_page.count == 4


def test_a_page_that_was_made_before_is_filled_in_as_well():
    one = page("d")
    values = Shells(Kept(), ()).values(context(one))
    bare = page("d", "", meta={"title": "", "description": ""}, canonical_url=None)
    made = Shells(Kept(), ()).page(context(bare, ""), values, Setter(), b"", is_only_here=False)
    assert made == Setter()(context(one))


def test_the_theme_shows_no_more_of_a_header_than_is_known():
    """Of the templates of a page; posts of its blog, and the page that leads to another, are no such ones."""
    known = shells.SHOWN | {"title", "description", "hide", "start"}
    folders = Path(material.__file__).parent / "templates", Path(generator.__file__).parent / "publish/theme"
    others = {"blog-post.html", "redirect.html", "moved.html"}
    used = {
        name
        for folder in folders
        for file in folder.rglob("*.html")
        if ".icons" not in file.parts and file.name not in others
        for name in re.findall(r"page\.meta\.(\w+)", file.read_text(encoding="utf-8"))
    }
    assert used <= known
