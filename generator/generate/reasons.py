"""Why a line of a seed is no part of the article, in the words a reader sees.

`clean` gives these as rules; `header` looks for what they stand beside.
"""

import re

STAMP = "crawler stamp"
ADDRESS = "page address"
TIME = "date and time of the page"
DISTRIBUTION = "distribution line"
RELEASE_NUMBER = "release line"
BYLINE = "byline"
IMAGE_TEXT = "image text with site name and size"
COPYRIGHT = "copyright line"
FOREIGN = "in another language"
ABOVE = "above the headline"
BELOW = "below the article"
COPY = "copy of other lines"
REPEATED_HEADLINE = "headline again"
LABEL = "label between headline and text"
TEASER = "teaser for another article"
MARKUP = "outside the article by the page's markup"
BOX = "box with other articles"

CRAWLER_STAMP = re.compile(r"^date (\d{4}(?:-\d{2}){0,2})\b")
"""The line a crawler put into a text: when it fetched it."""
