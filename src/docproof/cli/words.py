"""docproof words add | list | import"""

from __future__ import annotations

from pathlib import Path

import click

from docproof.cli.options import config_option, house_of
from docproof.house import lexicon
from docproof.house.places import shown

TOLD = 5  # words that are refused or known already are named up to here, then counted


@click.group(options_metavar="[选项]", subcommand_metavar="命令 ...")
def words() -> None:
    """管理本单位词表：表里的词不按错词报，断词时也认得。"""


@words.command("add", options_metavar="[选项]")
@click.argument("new", nargs=-1, required=True, metavar="词...")
@config_option
def add_words(new: tuple[str, ...], config: Path | None) -> None:
    """把词加进词表；没有词表就新建。"""
    path = _path(config)
    added, known = lexicon.add(path, new)
    _tell(path, added, [f"“{w.text}”已在第 {w.line} 行" for w in known])


@words.command("list", options_metavar="[选项]")
@config_option
def list_words(config: Path | None) -> None:
    """列出词表里的词，一行一个，说明写在制表符之后。"""
    path = _path(config)
    for word in lexicon.load(path) if path.exists() else ():
        click.echo(f"{word.text}\t{word.note}".rstrip("\t"))


@words.command("import", options_metavar="[选项]")
@click.argument("source", metavar="文件", type=click.Path(path_type=Path))
@config_option
def import_words(source: Path, config: Path | None) -> None:
    """从 .txt（一行一个）或 .csv、.tsv（第一列）导入词。"""
    path = _path(config)
    sound, refused = [], []
    for word in lexicon.listed(source):
        reason = lexicon.objection(word.text)
        if reason:
            refused.append(f"{shown(source)}:{word.line}：“{word.text}”{reason}；没有加入")
        else:
            sound.append(word.text)
    added, known = lexicon.add(path, sound)
    _tell(path, added, [*refused, *(f"“{w.text}”已在第 {w.line} 行" for w in known)])


def _path(config: Path | None) -> Path:
    here = Path.cwd()
    return house_of(config, False).place(here).lexicon_for(here)


def _tell(path: Path, added: list[str], remarks: list[str]) -> None:
    for remark in remarks[:TOLD]:
        click.echo(remark, err=True)
    if len(remarks) > TOLD:
        click.echo(f"……另有 {len(remarks) - TOLD} 个没有加入", err=True)
    click.echo(f"加入 {len(added)} 个词：{shown(path)}")
