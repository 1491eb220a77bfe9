"""Why a line of a seed is no part of the article, in the words a reader sees.

Beside these, the line model gives its own, which begin with where the line stands: `content.left_out`.
"""

import re

STAMP = "crawler stamp"
ADDRESS = "page address"
COPYRIGHT = "copyright line"
PAGE_NUMBER = "number of a page"
LABELLED = "labelled line that tells of the text"
BYLINE = "line that names the author"
COPY = "copy of other lines"
REPEATED_HEADLINE = "headline again"
ABOVE_HEADLINE = "above the headline that the sidecar gives"
MARKUP = "outside the article by the page's markup"

CRAWLER_STAMP = re.compile(r"^date (\d{4}(?:-\d{2}){0,2})\b")
"""The line a crawler put into a text: when it fetched it."""
