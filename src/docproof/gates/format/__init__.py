"""格式关: the elements of a draft, their order and forms, as the text shows them."""

from docproof.gates.format import (
    attachment_notes,
    attachments,
    copies,
    dates,
    document_number,
    imprints,
    letters,
    levels,
    minutes,
    notes,
    order,
    orders,
    recipients,
    required,
    secrecy,
    signatory,
    signatures,
    title_marks,
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
    title_marks,
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
    letters,
    orders,
)
FORMAT_RULES = tuple(held(r) for r in rules_of(MODULES))

__all__ = ["FORMAT_RULES"]
