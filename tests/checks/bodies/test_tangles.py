"""What Markdown would read for ever is refused first; what people write is not."""

import pytest

from generator.checks.bodies.body import body_of
from generator.checks.bodies.tangles import MOST, check_tangles

SIGNS = ("[", "![", "[](", "[a](", "[a][", "[^", "*[a", "<a ", "<p a=b ", "<![ ", "<!-- ", "[a](b(c) ")


def found(text):
    return [(one.line, one.problem) for one in check_tangles(body_of(text))]


@pytest.mark.parametrize("sign", SIGNS)
def test_too_much_that_is_opened_is_named(sign):
    ((line, problem),) = found(f"---\ntitle: x\n---\n\nText\n\n{sign * (MOST + 1)}")[:1]
    assert (line, "501" in problem) == (3, True)
    assert not found(f"Text\n\n{sign * (MOST // 2)}")


@pytest.mark.parametrize(
    "text",
    [
        "[a](b) " * 5000,
        "[a]\n" * 5000,
        "\\[" * 5000,
        "[a\n\n" * 5000,
        "<b>x</b> " * 5000,
        "a < b " * 5000,
        "(" * 5000,
        "[a](b(c)) " * 5000,
        "<!-- x -->" * 5000,
    ],
)
def test_much_that_is_closed_is_none_of_it(text):
    assert not found(text)
