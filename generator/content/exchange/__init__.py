"""What translation programs read and write: titles and paragraphs as PO and XLIFF, `terms` as CSV and TBX."""
