"""docproof check"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from docproof.checking import Settings, check_paths, selected, shipped_rules
from docproof.cli.main import EXIT_CLEAN, EXIT_FOUND, EXIT_TROUBLE
from docproof.cli.options import GatesType, reading_options
from docproof.model import Gate, Report, Severity, Summary

NEVER = "never"
SECRET = "{path}：标有密级“{mark}”。涉密文稿不得在联网的计算机上起草、存放和校对，请转到涉密计算机处理；本次校对未留缓存和日志"


@click.command(options_metavar="[选项]")
@click.argument("paths", nargs=-1, required=True, metavar="文稿...", type=click.Path(path_type=Path))
@click.option("--gate", "gates", type=GatesType(), default=tuple(Gate), show_default="全部",
              help="只过这几关，用逗号分隔：format、language、policy、routing、coordination。")  # fmt: skip
@click.option("--rule", "rules", multiple=True, metavar="规则", help="只用这条规则（或这一族规则），可多次给出。")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="输出格式。"
)
@click.option("--all", "show_all", is_flag=True, help="同类问题逐处列出，不折叠。")
@click.option("--fail-on", type=click.Choice(["error", "warning", "hint", NEVER]), default="error", show_default=True,
              help="从哪一级问题起以状态 1 退出。")  # fmt: skip
@reading_options
def check(
    paths: tuple[Path, ...],
    gates: tuple[Gate, ...],
    rules: tuple[str, ...],
    form: str,
    show_all: bool,
    fail_on: str,
    profile: str,
    as_of: date | None,
    max_size: int,
) -> None:
    """校对文稿：逐关给出结论，按文中次序列出问题。

    文稿可以是 .docx、.txt、.md 文件或文件夹，- 表示标准输入。
    """
    settings = Settings(profile, as_of, gates, rules, max_size)
    applied = selected(shipped_rules(), settings)
    reports = _with_notices(check_paths(paths, settings, applied))
    if form == "json":
        summaries = _print_json(reports)
    else:
        summaries = _print_text(reports, not show_all, {p.id: p.name for p in applied.profiles.values()})
    sys.exit(exit_status(summaries, fail_on))


def exit_status(summaries: Iterable[Summary], fail_on: str) -> int:
    """2 where a file could not be read, 1 where something is at or above `fail_on`, else 0."""
    counts = {"unreadable": 0, "error": 0, "warning": 0, "hint": 0}
    for s in summaries:
        counts["unreadable"] += s.unreadable
        counts["error"] += s.errors
        counts["warning"] += s.warnings
        counts["hint"] += s.hints
    if counts["unreadable"]:
        return EXIT_TROUBLE
    if fail_on == NEVER:
        return EXIT_CLEAN
    rank = Severity(fail_on).rank
    return EXIT_FOUND if any(counts[s.value] for s in Severity if s.rank >= rank) else EXIT_CLEAN


def _with_notices(reports: Iterable[Report]) -> Iterator[Report]:
    """Say on standard error what concerns the handling of a file and not its words."""
    for report in reports:
        if report.draft:
            for note in report.draft.document.notes:
                click.echo(f"{report.path}：{note}", err=True)
            if mark := report.draft.classification:
                click.echo(SECRET.format(path=report.path, mark=mark.span.of(report.draft.text)), err=True)
        yield report


def _print_json(reports: Iterable[Report]) -> list[Summary]:
    from docproof.reporting.json import json_pieces

    summaries: list[Summary] = []
    out = sys.stdout.buffer
    for piece in json_pieces(_told(reports), summaries):
        out.write(piece)
    out.flush()
    return summaries


def _told(reports: Iterable[Report]) -> Iterator[Report]:
    """Beside the JSON, a line on standard error for each file that could not be read."""
    for report in reports:
        if report.error:
            click.echo(f"{report.path}：{report.error}", err=True)
        yield report


def _print_text(reports: Iterable[Report], fold: bool, profiles: dict[str, str]) -> list[Summary]:
    from rich.console import Console

    from docproof.reporting.terminal import print_reports

    console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
    return print_reports(reports, console, fold, profiles)
