"""格式关: the elements of a draft, their order and forms, as the text shows them."""

from docproof.gates.format import (
    attachment_notes,
    attachments,
    copies,
    dates,
    document_number,
    imprints,
    kinds,
    levels,
    minutes,
    notes,
    order,
    recipients,
    required,
    secrecy,
    signatory,
    signatures,
    titles,
    urgency,
)
from docproof.gates.format.standard import held
from docproof.gates.modules import rules_of

MODULES = (
    required,
    order,
    secrecy,
    urgency,
    document_number,
    signatory,
    titles,
    recipients,
    attachment_notes,
    signatures,
    dates,
    notes,
    attachments,
    copies,
    imprints,
    levels,
    minutes,
    kinds,
)
FORMAT_RULES = tuple(held(r) for r in rules_of(MODULES))

__all__ = ["FORMAT_RULES"]
