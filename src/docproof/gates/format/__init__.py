"""格式关: the elements of a draft, their order and forms, as the text shows them."""

from docproof.gates.format.standard import held
from docproof.gates.modules import rules_of

FORMAT_RULES = tuple(held(r) for r in rules_of(__name__, __path__))

__all__ = ["FORMAT_RULES"]
