"""Search on the published site: from pages to files that the reader's browser searches, a few at a time.

Nothing runs on a server. `texts` says what a page is found by, `index` writes an inverted index in chunks of
`rows`, and `theme/assets/search-engine.js` reads those that a query needs. What counts as one word (`words`)
is decided twice, here and there; a test holds both to one table.
"""

from generator.publish.search.index import Index, indexed, write_index
from generator.publish.search.rows import IndexedPage
from generator.publish.search.texts import SearchPage, pages_of, plain_page

__all__ = ["Index", "IndexedPage", "SearchPage", "indexed", "pages_of", "plain_page", "write_index"]
