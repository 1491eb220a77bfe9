"""Sentences: where they end, how they are joined, quoted, and paired with those of a translation."""
