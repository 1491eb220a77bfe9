"""How entries belong together, each way in a module of its own.

All work on what `accounts` reads from an entry, and give back ties without words; `reasons` words
only those that are shown. Nothing here compares every entry with every other: candidates come from
indexes by day, by record and by paragraph.
"""
