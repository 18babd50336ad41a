"""政策关: laws, organs' names, standard formulations, terms, persons."""

from docproof.gates.modules import rules_of
from docproof.gates.policy import (
    articles,
    formulations,
    laws,
    misnamed,
    numbers_cited,
    organs,
    personal_data,
    persons,
    phrases,
    secrecy,
    slogans,
)

MODULES = (
    articles,
    formulations,
    laws,
    misnamed,
    numbers_cited,
    organs,
    personal_data,
    persons,
    phrases,
    secrecy,
    slogans,
)
POLICY_RULES = rules_of(MODULES)

__all__ = ["POLICY_RULES"]
