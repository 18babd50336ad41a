"""事先协调关: who was consulted before a request."""

from docproof.gates.coordination import consulted, grounds, outcomes, tasks
from docproof.gates.modules import rules_of

MODULES = (consulted, grounds, outcomes, tasks)
COORDINATION_RULES = rules_of(MODULES)

__all__ = ["COORDINATION_RULES"]
