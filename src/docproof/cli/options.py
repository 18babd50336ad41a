"""Options that commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from docproof.model import Gate
from docproof.reading import DEFAULT_MAX_SIZE

F = TypeVar("F", bound=Callable[..., Any])
SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMG]?)B?", re.IGNORECASE)
UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}


class DateType(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A day, written 2026-03-02."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
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
        click.option("--profile", metavar="类型", default="auto", show_default=True, help="单位类型：auto 自动判断； "
                     "party-government 党政机关； people-congress 人大机关； enterprise 企业； plain 普通文字。"),
    ):  # fmt: skip
        command = option(command)
    return command
