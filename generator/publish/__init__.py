"""From content/ to pages: pure functions from entries and records to text.

Nothing here is stored: links, backlinks, states and the timeline follow from content/ each time the
site is built, so that a hand edit shows at once.
"""
