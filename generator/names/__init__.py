"""Finds the names of authority records in texts, in whatever form grammar gives them.

`NameIndex.find` knows names and aliases and looks at one text alone. `resolve` reads all texts of an
entry together, so that surnames and short names are understood from what stands around them.
"""

from generator.names.index import Found, NameIndex
from generator.names.resolve import Doubt, Part, Places, resolve

__all__ = ["Doubt", "Found", "NameIndex", "Part", "Places", "resolve"]
