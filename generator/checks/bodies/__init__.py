"""What readers would see wrong in a page's Markdown: the one place for `check`, `build` and `mkdocs serve`.

A family of mistakes to a file; each takes a `Body` and yields `Mistake`s. They say nothing of what is right.
"""

from generator.checks.bodies.page import check_page, check_pages, is_left_over

__all__ = ["check_page", "check_pages", "is_left_over"]
