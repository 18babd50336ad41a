"""docproof text, docproof outline"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click

from docproof.checking import Settings
from docproof.cli.options import SizeType, house_of, house_options, reading_options
from docproof.house import named
from docproof.model import DocproofError, Document, Draft, ReadError
from docproof.outlining import AUTO
from docproof.outlining import outline as outlined
from docproof.reading import DEFAULT_MAX_SIZE, read
from docproof.reporting.elements import outline_data
from docproof.reporting.notices import notices_of


@click.command(options_metavar="[选项]")
@click.argument("path", metavar="文稿", type=click.Path(path_type=Path))
@click.option("--max-size", type=SizeType(), default=DEFAULT_MAX_SIZE, show_default="20M", help="文字的上限，如 50M。")
def text(path: Path, max_size: int) -> None:
    """打印文稿的文字；各处报告的起止位置都以它为准。"""
    document = _read(path, max_size)
    _tell(path, outlined(document))
    sys.stdout.write(document.text + "\n")  # as it is: click.echo would drop control sequences


@click.command(options_metavar="[选项]")
@click.argument("path", metavar="文稿", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="输出格式。"
)
@reading_options
@house_options
def outline(
    path: Path,
    form: str,
    profile: str | None,
    as_of: date | None,
    max_size: int,
    config: Path | None,
    no_config: bool,
) -> None:
    """打印识别出的要素：文种、行文方向、发文机关、单位类型、标题、主送机关、层次标题、署名、成文日期等。"""
    settings, rules = house_of(config, no_config).at(path, Settings(profile))
    draft = outlined(_read(path, max_size), settings.profile or AUTO, as_of)
    _tell(path, draft)
    if form == "json":
        click.echo(json.dumps(outline_data(draft, named(path)), ensure_ascii=False, indent=1))
        return
    facts = {
        "文种": draft.type.value if draft.type else "未识别",
        "行文方向": draft.direction.value if draft.direction else "未识别",
        "发文机关": "、".join(draft.issuers) or "未识别",
        "主送机关": "、".join(draft.recipients) or "无",
        "单位类型": rules.profiles[draft.profile].name,
        "基准日期": draft.as_of.isoformat() if draft.as_of else "未识别",
    }
    for name, value in facts.items():
        click.echo(f"{name}　{value}")
    for element in draft.elements:
        words = element.span.of(draft.text).replace("\n", "⏎")
        level = f"（{element.level}级）" if element.level else ""
        place = f"{element.span.start}–{element.span.end}"
        click.echo(f"{element.kind.value}{level}　{place}　{words[:40]}{'…' if len(words) > 40 else ''}")


def _read(path: Path, max_size: int) -> Document:
    try:
        return read(path, max_size)
    except ReadError as e:
        raise DocproofError(f"{named(path)}：{e}") from None


def _tell(path: Path, draft: Draft) -> None:
    for notice in notices_of(named(path), draft):
        click.echo(notice, err=True)
