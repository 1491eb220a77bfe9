"""Finds the names of authority records in texts, in whatever form grammar gives them.

`index` knows every spelling and looks at one text alone; `resolve` reads all texts of an entry together,
so that surnames and short names are understood from what stands around them.
"""
