"""Every rule by its own examples."""

import pytest

from docproof.checking import outline_text, shipped_rules
from docproof.engine import check_examples

RULES = shipped_rules()


@pytest.mark.parametrize("rule", RULES.rules)
def test_a_rule_does_what_its_examples_say(rule):
    assert list(check_examples(RULES.only([rule]), outline_text)) == []


def test_each_rule_has_a_source_and_its_severity_follows_it():
    for rule in RULES.rules.values():
        assert rule.source.standard
        assert not (rule.severity.value == "error" and rule.source.strength.value != "规定"), rule.id


def test_a_safe_fix_suggests_something():
    for rule in RULES.rules.values():
        if rule.fix is not None:
            suggestions = [
                f.suggestions
                for e in rule.bad
                for f in RULES.only([rule.id]).with_given().findings(outline_text(e.text, e.as_of))
                if f.rule == rule.id
            ]
            assert any(suggestions), rule.id
