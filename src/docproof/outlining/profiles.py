"""Which profile a draft falls under when none is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docproof.model import Document, Element, ElementKind

AUTO = "auto"
PARTY_GOVERNMENT, PEOPLE_CONGRESS, ENTERPRISE, PLAIN = "party-government", "people-congress", "enterprise", "plain"
CONGRESS = re.compile("人大|人民代表大会")
COMPANY = re.compile("公司|集团")


def profile_of(document: Document, elements: Sequence[Element]) -> str:
    """people-congress where 人大 is in the issuer, enterprise for companies, plain without elements."""
    kinds = {e.kind for e in elements}
    if not kinds - {ElementKind.HEADING, ElementKind.CLASSIFICATION}:
        return PLAIN
    issuer = issuer_of(document.text, elements)
    if CONGRESS.search(issuer):
        return PEOPLE_CONGRESS
    if COMPANY.search(issuer):
        return ENTERPRISE
    return PARTY_GOVERNMENT


def issuer_of(text: str, elements: Sequence[Element]) -> str:
    """The issuer as the draft names it: the signature, else the letterhead, else the title up to 关于."""
    for kind in (ElementKind.SIGNATURE, ElementKind.LETTERHEAD, ElementKind.TITLE):
        for element in (e for e in elements if e.kind is kind):
            words = element.span.of(text)
            return words.split("关于")[0] if kind is ElementKind.TITLE else words
    return ""
