"""事先协调关: who was consulted before a request."""

from docproof.gates.modules import rules_of

COORDINATION_RULES = rules_of(__name__, __path__)

__all__ = ["COORDINATION_RULES"]
