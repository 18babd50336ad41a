"""Options that commands share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from docproof.checking import House, shipped_rules
from docproof.model import Gate, UsageError
from docproof.reading import DEFAULT_MAX_SIZE

F = TypeVar("F", bound=Callable[..., Any])
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMG]?)B?", re.IGNORECASE)
UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}


class DateType(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A day, written 2026-03-02."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            if DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        self.fail(f"“{value}”不是日期，应写作 2026-03-02", param, ctx)


class SizeType(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A number of bytes, written 20M."""

    name = "大小"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        match = SIZE.fullmatch(value)
        if match is None:
            self.fail(f"“{value}”不是大小，应写作 20M", param, ctx)
        size = int(float(match[1]) * UNITS[match[2].upper()])
        if not size:
            self.fail(f"“{value}”不足 1 字节，应写作 20M", param, ctx)
        return size


class GatesType(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """Gates, separated by commas."""

    name = "关"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Gate, ...]:
        if isinstance(value, tuple):
            return value
        try:
            return tuple(Gate(name.strip()) for name in value.split(","))
        except ValueError:
            self.fail(f"“{value}”中有不认识的关，可选 {'、'.join(g.value for g in Gate)}", param, ctx)


def reading_options(command: F) -> F:
    """How a draft is read: --profile, --as-of, --max-size."""
    for option in (
        click.option(
            "--max-size",
            type=SizeType(),
            default=DEFAULT_MAX_SIZE,
            show_default="20M",
            help="单份文稿文字的上限，如 50M。",
        ),
        click.option(
            "--as-of", type=DateType(), help="以哪一天为准判断现行有效；不写则依次取成文日期、题注日期、所述年份。"
        ),
        click.option("--profile", metavar="类型", show_default="设置文件所写，否则 auto", help="单位类型：auto 自动判断； "
                     "party-government 党政机关； people-congress 人大机关； enterprise 企业； plain 普通文字。"),
    ):  # fmt: skip
        command = option(command)
    return command


def config_option(command: F) -> F:
    """Whose settings hold: --config."""
    return click.option("--config", metavar="文件", type=click.Path(path_type=Path),
                        help="用这个设置文件；不写则逐级向上找 .docproof.toml。")(command)  # fmt: skip


def house_options(command: F) -> F:
    """Whose settings hold: --config, --no-config."""
    off = click.option("--no-config", is_flag=True, help="不用设置文件，也不用词表和忽略清单。")
    return config_option(off(command))


def pack_option(command: F) -> F:
    """Rules of one's own: --pack."""
    return click.option("--pack", "packs", multiple=True, metavar="文件夹", type=click.Path(path_type=Path),
                        help="加用自己的规则包，可多次给出。")(command)  # fmt: skip


def house_of(config: Path | None, no_config: bool, packs: Sequence[Path] = ()) -> House:
    """The house whose settings hold. Raises UsageError and SettingsError."""
    if config is not None and no_config:
        raise UsageError("--config 和 --no-config 只能用一个")
    return House(shipped_rules(), packs, config, looks_up=not no_config)
