"""格式关: the elements of a draft, their order and forms, as the text shows them."""

from docproof.gates.format import addressing, attachments, document_number, marks, titles
from docproof.gates.modules import rules_of

MODULES = (addressing, attachments, document_number, marks, titles)
FORMAT_RULES = rules_of(MODULES)

__all__ = ["FORMAT_RULES"]
