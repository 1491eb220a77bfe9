"""What translation programs read and write: titles and paragraphs as PO and XLIFF, `terms` as CSV and TBX."""

from generator.content.exchange.po import dump_po, load_po
from generator.content.exchange.units import ExchangeError, Returned, Unit, units_of
from generator.content.exchange.xliff import dump_xliff, dump_xliff_1, load_xliff

__all__ = [
    "ExchangeError",
    "Returned",
    "Unit",
    "dump_po",
    "dump_xliff",
    "dump_xliff_1",
    "load_po",
    "load_xliff",
    "units_of",
]
