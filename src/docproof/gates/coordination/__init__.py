"""事先协调关: who was consulted before a request."""

from docproof.gates.coordination import consulted, grounds
from docproof.gates.modules import rules_of

MODULES = (consulted, grounds)
COORDINATION_RULES = rules_of(MODULES)

__all__ = ["COORDINATION_RULES"]
