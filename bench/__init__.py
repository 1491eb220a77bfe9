"""Measures how the generator and the site's build scale: `make bench`."""
