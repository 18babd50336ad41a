"""政策关: laws, organs' names, standard formulations, terms, persons."""

from docproof.gates.modules import rules_of
from docproof.gates.policy import (
    formulations,
    personal_data,
    persons,
    slogans,
)

MODULES = (
    formulations,
    personal_data,
    persons,
    slogans,
)
POLICY_RULES = rules_of(MODULES)

__all__ = ["POLICY_RULES"]
