"""政策关: laws, organs' names, standard formulations, terms, persons."""

from docproof.gates.modules import rules_of

POLICY_RULES = rules_of(__name__, __path__)

__all__ = ["POLICY_RULES"]
