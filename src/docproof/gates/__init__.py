"""What a pattern cannot say: code rules, one package a gate."""

from docproof.gates.coordination import COORDINATION_RULES
from docproof.gates.format import FORMAT_RULES
from docproof.gates.language import LANGUAGE_RULES
from docproof.gates.policy import POLICY_RULES
from docproof.gates.routing import ROUTING_RULES

CODE_RULES = (*FORMAT_RULES, *LANGUAGE_RULES, *POLICY_RULES, *ROUTING_RULES, *COORDINATION_RULES)

__all__ = ["CODE_RULES"]
