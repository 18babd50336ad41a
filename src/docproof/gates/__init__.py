"""What a pattern cannot say: code rules, one package or module a gate."""

from docproof.gates.language import LANGUAGE_RULES

CODE_RULES = (*LANGUAGE_RULES,)

__all__ = ["CODE_RULES"]
