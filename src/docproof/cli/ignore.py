"""docproof ignore"""

from __future__ import annotations

from pathlib import Path

import click

from docproof.checking import House, Settings, check_paths
from docproof.cli.options import config_option, house_of
from docproof.house import ignores
from docproof.house.ignores import KEY, Entry
from docproof.house.places import folder_of, nearby, relative, shown
from docproof.model import DocproofError, UsageError
from docproof.reading import STDIN
from docproof.reporting.terminal import visible

HOW = "用 docproof check --keys 查看编号"


@click.command(options_metavar="[选项]")
@click.argument("key", required=False, metavar="[编号]")
@click.argument("paths", nargs=-1, metavar="[文稿...]", type=click.Path(path_type=Path))
@click.option("--reason", metavar="理由", help="为什么可以不改；写进清单，供审阅。")
@click.option("--list", "lists", is_flag=True, help="列出忽略清单。")
@click.option("--remove", "removes", is_flag=True, help="把这个编号从忽略清单中删去。")
@config_option
def ignore(
    key: str | None, paths: tuple[Path, ...], reason: str | None, lists: bool, removes: bool, config: Path | None
) -> None:
    """把一处问题记入忽略清单，今后不再报。

    编号由 docproof check --keys 列出。不写文稿，则在设置文件所在的文件夹里找（没有设置文件，则在当前文件夹）。
    """
    house = house_of(config, False)
    if lists:
        _list(house)
    elif key is None:
        raise UsageError(f"没有写编号，{HOW}")
    elif not KEY.fullmatch(key):
        raise UsageError(f"“{key}”不是编号，编号是 16 位十六进制数，{HOW}")
    elif removes:
        _remove(house, key)
    elif not (reason or "").strip():
        raise UsageError("请用 --reason 写明理由")
    else:
        _add(house, key, paths, reason or "")


def _list(house: House) -> None:
    for e in ignores.load(_path(house)).entries:
        click.echo("　".join((e.key, e.rule, e.draft, e.words, e.reason)))


def _remove(house: House, key: str) -> None:
    path = _path(house)
    gone = ignores.remove(path, key)
    if not gone:
        raise UsageError(f"忽略清单 {shown(path)} 里没有 {key}，用 docproof ignore --list 查看")
    click.echo(f"已删去 {len(gone)} 条：{shown(path)}")


def _add(house: House, key: str, paths: tuple[Path, ...], reason: str) -> None:
    home = house.place(Path.cwd()).file
    sought = paths or (nearby(home.folder if home else Path.cwd()),)
    met = False
    for report in check_paths(sought, Settings(), house):
        if report.error and paths:
            raise DocproofError(f"{report.path}：{report.error}")
        if any(f.key == key for f in report.ignored):
            met = True
            click.echo(f"{report.path}：这处问题已经忽略")
        for finding in (f for f in report.findings if f.key == key):
            met = True
            path = _path(house, Path(report.path))
            draft = relative(Path(report.path), path.parent)
            ignores.add(path, [Entry(key, finding.rule, draft, finding.text, reason)])
            click.echo(f"{report.path}：已忽略 {finding.rule} {visible(finding.text)}，记入 {shown(path)}")
    if not met:
        raise UsageError(f"在 {'、'.join(map(shown, sought))} 里没有找到编号 {key} 的问题，{HOW}")


def _path(house: House, draft: Path = STDIN) -> Path:
    """The list that holds for a draft, or will: a new one is made here, or beside a draft that lies elsewhere."""
    folder = folder_of(draft)
    here = Path.cwd()
    return house.place(folder).ignores_for(here if folder.is_relative_to(here) else folder)
