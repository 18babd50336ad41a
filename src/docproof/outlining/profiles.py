"""Which profile a draft falls under when none is named."""

from __future__ import annotations

from collections.abc import Sequence

from docproof.model import Element, ElementKind
from docproof.model.patterns import later

AUTO = "auto"
PARTY_GOVERNMENT, PEOPLE_CONGRESS, ENTERPRISE, PLAIN = "party-government", "people-congress", "enterprise", "plain"
CONGRESS = later("人大|人民代表大会")
COMPANY = later("公司|集团")


def profile_of(elements: Sequence[Element], issuers: Sequence[str]) -> str:
    """people-congress where 人大 is in an issuer's name, enterprise for companies, plain without elements."""
    if not {e.kind for e in elements} - {ElementKind.HEADING, ElementKind.CLASSIFICATION}:
        return PLAIN
    if any(CONGRESS.search(i) for i in issuers):
        return PEOPLE_CONGRESS
    return ENTERPRISE if any(COMPANY.search(i) for i in issuers) else PARTY_GOVERNMENT
