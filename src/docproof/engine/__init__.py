"""From the files of rules/ to the rule set that checks a draft."""

from docproof.engine.basis import Basis, Table
from docproof.engine.coderules import CodeRule, Hit, hit, rule
from docproof.engine.examples import ExampleFailure, check_examples
from docproof.engine.face import Example, Rule
from docproof.engine.loading import load_pack
from docproof.engine.profiles import Profile, load_profiles
from docproof.engine.roots import rules_root
from docproof.engine.ruleset import RuleSet
from docproof.engine.segmentation import Vocabulary

__all__ = [
    "Basis",
    "CodeRule",
    "Example",
    "ExampleFailure",
    "Hit",
    "Profile",
    "Rule",
    "RuleSet",
    "Table",
    "Vocabulary",
    "check_examples",
    "hit",
    "load_pack",
    "load_profiles",
    "rule",
    "rules_root",
]
