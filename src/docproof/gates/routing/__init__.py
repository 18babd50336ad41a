"""行文规则关: type, addressee and direction."""

from docproof.gates.modules import rules_of
from docproof.gates.routing import (
    addressees,
    announcements,
    closings,
    issuers,
    one_matter,
    passing,
    replies,
    reports,
    types,
    upward,
)

MODULES = (addressees, announcements, closings, issuers, one_matter, passing, replies, reports, types, upward)
ROUTING_RULES = rules_of(MODULES)

__all__ = ["ROUTING_RULES"]
