"""Paragraphs with their translations for translation programs, out and in again: as PO and as XLIFF 2.0."""

from generator.content.exchange.po import dump_po, load_po
from generator.content.exchange.units import ExchangeError, Returned, Unit, units_of
from generator.content.exchange.xliff import dump_xliff, load_xliff

__all__ = [
    "ExchangeError",
    "Returned",
    "Unit",
    "dump_po",
    "dump_xliff",
    "load_po",
    "load_xliff",
    "units_of",
]
