"""Turns source documents into an annotated bilingual chronology, and publishes it."""

__version__ = "0.1.0"
