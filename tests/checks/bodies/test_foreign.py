"""What pages would load from other hosts is said."""

import pytest

from generator.checks.bodies import check_pages
from generator.checks.bodies.foreign import foreign_loads
from generator.content.library import Library
from generator.language.markup import escape

LOADED = {
    "![a map](https://maps.example/x.png)": "maps.example",
    "![](http://maps.example/x.png)": "maps.example",
    "![a](<https://maps.example/x y.png>)": "maps.example",
    "text ![a](//maps.example/x.png) text": "maps.example",
    '<img src="https://maps.example/x.png">': "maps.example",
    "<IMG alt=x SRC=//maps.example/x.png>": "maps.example",
    "<iframe width=1 src='https://video.example/1'></iframe>": "video.example",
    '<script src="https://cdn.example/x.js"></script>': "cdn.example",
    '<link rel="stylesheet" href="https://cdn.example/x.css">': "cdn.example",
    "```mermaid": "where Material has mermaid from",
}
NOT_LOADED = (
    "[a page](https://news.example/1)",
    "<https://news.example/1>",
    "![a map](../assets/map.png)",
    '<img src="assets/map.png">',
    '<a href="https://news.example/1">a page</a>',
    escape("![x](http://evil.example/x.png)"),
    escape('<img src="http://evil.example/x.png">'),
    "```python",
)


@pytest.mark.parametrize("line", LOADED)
def test_what_is_loaded_from_elsewhere_is_found(line):
    assert list(foreign_loads(f"# A\n\n{line}\n")) == [(2, LOADED[line])]


@pytest.mark.parametrize("line", NOT_LOADED)
def test_links_and_files_of_the_site_are_left_alone(line):
    assert list(foreign_loads(line)) == []


def test_a_page_is_named_with_its_line(tmp_path):
    content = tmp_path / "content"
    (content / ".generated").mkdir(parents=True)
    (content / ".generated/x.md").write_text("![a](https://maps.example/x.png)")
    (content / "about.md").write_text("# A\n\n![a](https://maps.example/x.png)\n")
    (content / ".#about.md").symlink_to("a@host.1:2")
    (issue,) = check_pages(content, Library({}, {}, {}, (), {}))
    assert issue.place == "content/about.md:3"
    assert "maps.example" in issue.problem


@pytest.mark.parametrize("shape", ["![", "![x](", "<img ", "<img src", "<"])
def test_hostile_lines_take_no_time(shape):
    assert list(foreign_loads(shape * 20_000)) == []
