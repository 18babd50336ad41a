"""docproof rules list | show | test"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docproof.checking import Settings, outline_text
from docproof.cli.main import EXIT_FOUND
from docproof.cli.options import house_of, house_options, pack_option
from docproof.engine import check_examples
from docproof.house.nearest import nearest
from docproof.model import Gate, UsageError
from docproof.reporting.names import GATE_NAMES, SEVERITY_NAMES
from docproof.reporting.rule_page import page

OFF = "关"


@click.group(options_metavar="[选项]", subcommand_metavar="命令 ...")
def rules() -> None:
    """查看和试验校对规则。"""


@rules.command("list", options_metavar="[选项]")
@click.option("--gate", type=click.Choice([g.value for g in Gate]), help="只列这一关的规则。")
@pack_option
@house_options
def list_rules(gate: str | None, packs: tuple[Path, ...], config: Path | None, no_config: bool) -> None:
    """列出全部规则：编号、级别、说明；级别照当前文件夹的设置，关掉的写“关”。"""
    house = house_of(config, no_config, packs)
    on = house.here(Settings())[1].rules
    for rule in house.every_rule().rules.values():
        if gate in (None, rule.gate.value):
            level = SEVERITY_NAMES[on[rule.id].severity] if rule.id in on else OFF
            click.echo(f"{rule.id}　{level}　{GATE_NAMES[rule.gate]}　{rule.title}")


@rules.command("show", options_metavar="[选项]")
@click.argument("rule_id", metavar="规则")
@pack_option
@house_options
def show_rule(rule_id: str, packs: tuple[Path, ...], config: Path | None, no_config: bool) -> None:
    """显示一条规则：查什么、为什么、依据、正误例句。"""
    house = house_of(config, no_config, packs)
    on, every = house.here(Settings())[1].rules, house.every_rule().rules
    if rule_id not in every:
        raise UsageError(f"没有名为 {rule_id} 的规则{nearest(rule_id, every)}；用 docproof rules list 查看全部规则")
    click.echo(page(on.get(rule_id, every[rule_id]), off=rule_id not in on))


@rules.command("test", options_metavar="[选项]")
@click.argument("pack", required=False, metavar="[规则包]", type=click.Path(path_type=Path))
@pack_option
@house_options
def test_rules(pack: Path | None, packs: tuple[Path, ...], config: Path | None, no_config: bool) -> None:
    """用规则自带的例句试验规则。

    写规则包则只试验其中的规则，不写则试验自带的和设置文件、--pack 加用的规则。
    """
    tested = house_of(config, no_config, (*packs, *([pack] if pack else []))).every_rule()
    if pack:
        tested = tested.of_pack(pack)
    failures = list(check_examples(tested, outline_text))
    for failure in failures:
        place = f"{failure.place}：" if failure.place else ""
        click.echo(f"{place}{failure.rule}：例句“{failure.example}”{failure.problem}")
    examples = sum(len(r.bad) + len(r.good) for r in tested.checks)
    click.echo(f"{len(tested.checks)} 条规则，{examples} 个例句，{len(failures)} 个不符")
    sys.exit(EXIT_FOUND if failures else 0)
