"""行文规则关: type, addressee and direction."""

from docproof.gates.modules import rules_of

MODULES = ()
ROUTING_RULES = rules_of(MODULES)

__all__ = ["ROUTING_RULES"]
