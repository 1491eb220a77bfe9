"""Fixed renderings: which of them a text calls for, and whether its translation has them.

They come from the term base and, for names, from the authority records. `violations` is what a check
asks; the generate half, which mends translations, builds on `Glossary`.
"""

from generator.terms.compliance import Violation, violations
from generator.terms.glossary import FixedRendering, Glossary, TermBase

__all__ = ["FixedRendering", "Glossary", "TermBase", "Violation", "violations"]
