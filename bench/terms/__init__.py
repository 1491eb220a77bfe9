"""Measures ways of enforcing terms with the real zh→en package: `python -m bench.terms`."""
