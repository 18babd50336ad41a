"""行文规则关: type, addressee and direction."""

from docproof.gates.modules import rules_of

ROUTING_RULES = rules_of(__name__, __path__)

__all__ = ["ROUTING_RULES"]
