"""What the chronology holds, as files that other programs read: tables, feeds, calendars, citations.

All of it is made anew from what the pages are made from, in one pass over entries, events and records each.
`told` says an entry or event in one language, `tables` has all that is known; each form has its module.
"""

from generator.publish.data.files import (
    FOLDER,
    Listed,
    Origin,
    data_files,
    feeds_of,
    listed_files,
    write_data,
)

__all__ = ["FOLDER", "Listed", "Origin", "data_files", "feeds_of", "listed_files", "write_data"]
