"""docs/coverage.md: each clause of the standards, and the rules that check it."""

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
        assert all(named(rule, RULES) for rule in row.get("rules", ())), row
        assert row.get("people", "yes") == "yes", row


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.stem)
def test_each_rule_that_cites_a_clause_stands_in_a_row(table):
    title = table.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ").partition("：")[0]
    standard = title.partition("《")[0] or title.strip("《》")
    in_rows = {i for row in rows_of(table) for rule in row.get("rules", ()) for i in named(rule, RULES)}
    citing = {i for i, r in RULES.items() if r.source.standard.startswith(standard) and r.source.clause}
    assert citing <= in_rows


def named(name, rules):
    """The rules of that id, or with `.*` of that family."""
    return {i for i in rules if i == name or (name.endswith(".*") and i.startswith(name[:-1]))}


def test_the_page_is_up_to_date():
    made = runpy.run_path(str(ROOT / "scripts" / "make_coverage.py"))["page"]()
    assert (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8") == made


def test_the_page_of_rules_is_up_to_date():
    made = runpy.run_path(str(ROOT / "scripts" / "make_rules.py"))["page"]()
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == made
