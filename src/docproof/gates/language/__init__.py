"""文字关: marks, numbering and dates that need more than a pattern."""

from docproof.gates.modules import rules_of

LANGUAGE_RULES = rules_of(__name__, __path__)

__all__ = ["LANGUAGE_RULES"]
