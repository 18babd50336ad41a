"""docs/coverage.md: each clause of the standards on punctuation and numerals, and the rules that check it."""

import runpy
from pathlib import Path

import pytest
import yaml

from docproof.checking import shipped_rules

ROOT = Path(__file__).resolve().parent.parent
TABLES = sorted((ROOT / "docs" / "coverage").glob("*.yaml"))
RULES = shipped_rules().rules


def rows_of(table):
    return yaml.load(table.read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.stem)
def test_each_row_names_rules_that_exist_or_says_why_none_does(table):
    for row in rows_of(table):
        assert row["clause"]
        assert row["asks"]
        assert bool(row.get("rules")) != bool(row.get("why")), row
        assert set(row.get("rules", ())) <= set(RULES), row
        assert row.get("people", "yes") == "yes", row


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.stem)
def test_each_rule_that_cites_a_clause_stands_in_a_row(table):
    standard = table.stem.upper().replace("-", "/", 1).replace("-", " ")
    named = {rule for row in rows_of(table) for rule in row.get("rules", ())}
    citing = {i for i, r in RULES.items() if r.source.standard.startswith(standard) and r.source.clause}
    assert citing <= named


def test_the_page_is_up_to_date():
    made = runpy.run_path(str(ROOT / "scripts" / "make_coverage.py"))["page"]()
    assert (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8") == made
