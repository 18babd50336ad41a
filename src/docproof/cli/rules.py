"""docproof rules list | show | test"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docproof.checking import outline_text, shipped_rules
from docproof.cli.main import EXIT_FOUND
from docproof.engine import RuleSet, check_examples
from docproof.model import Gate, UsageError
from docproof.reporting.names import GATE_NAMES, SEVERITY_NAMES
from docproof.reporting.rule_page import page


@click.group(options_metavar="[选项]", subcommand_metavar="命令 ...")
def rules() -> None:
    """查看和试验校对规则。"""


@rules.command("list", options_metavar="[选项]")
@click.option("--gate", type=click.Choice([g.value for g in Gate]), help="只列这一关的规则。")
def list_rules(gate: str | None) -> None:
    """列出全部规则：编号、级别、说明。"""
    for rule in shipped_rules().rules.values():
        if gate in (None, rule.gate.value):
            click.echo(f"{rule.id}　{SEVERITY_NAMES[rule.severity]}　{GATE_NAMES[rule.gate]}　{rule.title}")


@rules.command("show", options_metavar="[选项]")
@click.argument("rule_id", metavar="规则")
def show_rule(rule_id: str) -> None:
    """显示一条规则：查什么、为什么、依据、正误例句。"""
    rule = shipped_rules().rules.get(rule_id)
    if rule is None:
        raise UsageError(f"没有名为 {rule_id} 的规则，用 docproof rules list 查看全部规则")
    click.echo(page(rule))


@rules.command("test", options_metavar="[选项]")
@click.argument("pack", required=False, metavar="[规则包]", type=click.Path(path_type=Path))
def test_rules(pack: Path | None) -> None:
    """用规则自带的例句试验规则；不写规则包则试验自带的规则。"""
    tested = RuleSet.load([pack]) if pack else shipped_rules()
    failures = list(check_examples(tested, outline_text))
    for failure in failures:
        click.echo(f"{failure.rule}：例句“{failure.example}”{failure.problem}")
    examples = sum(len(r.bad) + len(r.good) for r in tested.rules.values())
    click.echo(f"{len(tested.rules)} 条规则，{examples} 个例句，{len(failures)} 个不符")
    sys.exit(EXIT_FOUND if failures else 0)
