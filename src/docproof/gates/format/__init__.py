"""格式关: the elements of a draft, their order and forms, as the text shows them."""

from docproof.gates.format import (
    attachment_notes,
    attachments,
    copies,
    document_number,
    recipients,
    secrecy,
    signatory,
    titles,
    urgency,
)
from docproof.gates.format.standard import since_in_force
from docproof.gates.modules import rules_of

MODULES = (
    secrecy,
    urgency,
    document_number,
    signatory,
    titles,
    recipients,
    attachment_notes,
    attachments,
    copies,
)
FORMAT_RULES = tuple(since_in_force(r) for r in rules_of(MODULES))

__all__ = ["FORMAT_RULES"]
