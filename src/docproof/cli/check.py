"""docproof check"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from docproof.checking import Settings, check_paths
from docproof.cli.main import EXIT_CLEAN, EXIT_FOUND, EXIT_TROUBLE
from docproof.cli.options import GatesType, house_of, house_options, pack_option, reading_options
from docproof.model import Gate, Report, Severity, Summary
from docproof.reporting.notices import notices

NEVER = "never"


@click.command(options_metavar="[选项]")
@click.argument("paths", nargs=-1, required=True, metavar="文稿...", type=click.Path(path_type=Path))
@click.option("--gate", "gates", type=GatesType(), default=tuple(Gate), show_default="全部",
              help="只过这几关，用逗号分隔；可选 format language policy routing coordination。")  # fmt: skip
@pack_option
@click.option("--rule", "rules", multiple=True, metavar="规则", help="只用这条规则（或这一族规则），可多次给出。")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="输出格式。"
)
@click.option("--all", "show_all", is_flag=True, help="同类问题逐处列出，不折叠。")
@click.option("--keys", is_flag=True, help="列出每处问题的编号，供 docproof ignore 使用。")
@click.option("--fail-on", type=click.Choice(["error", "warning", "hint", NEVER]), default="error", show_default=True,
              help="从哪一级问题起以状态 1 退出。")  # fmt: skip
@reading_options
@house_options
def check(
    paths: tuple[Path, ...],
    gates: tuple[Gate, ...],
    packs: tuple[Path, ...],
    rules: tuple[str, ...],
    form: str,
    show_all: bool,
    keys: bool,
    fail_on: str,
    profile: str | None,
    as_of: date | None,
    max_size: int,
    config: Path | None,
    no_config: bool,
) -> None:
    """校对文稿：逐关给出结论，按文中次序列出问题。

    文稿可以是 .docx、.txt、.md 文件或文件夹，装有 LibreOffice 时也可以是 .doc、.wps、.odt、.rtf；- 表示标准输入。
    """
    settings = Settings(profile, as_of, gates, rules, max_size)
    house = house_of(config, no_config, packs)
    reports = _told(check_paths(paths, settings, house), form)
    if form == "json":
        from docproof.reporting.json import write_json

        total = write_json(reports, sys.stdout.buffer)
    else:
        from rich.console import Console

        from docproof.reporting.terminal import print_reports

        console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
        total = print_reports(reports, console, not show_all, keys, house.profile_names())
    sys.exit(exit_status(total, fail_on))


def exit_status(total: Summary, fail_on: str) -> int:
    """2 where a file could not be read, 1 where something is at or above `fail_on`, else 0."""
    if total.unreadable:
        return EXIT_TROUBLE
    return EXIT_FOUND if fail_on != NEVER and total.holds(Severity(fail_on)) else EXIT_CLEAN


def _told(reports: Iterable[Report], form: str) -> Iterator[Report]:
    """Say on standard error what concerns the handling of a file and not its words; in JSON also what was not read."""
    for report in reports:
        for notice in notices(report):
            click.echo(notice, err=True)
        if report.error and form == "json":
            click.echo(f"{report.path}：{report.error}", err=True)
        yield report
