"""TOML as data, and where in the file a key stands, so that a mistake can be named by its line."""

from __future__ import annotations

import re
import sys
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

NAME = r"""(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)"""
NAMES = re.compile(NAME)
HEADER = re.compile(rf"\s*(?P<open>\[\[?)\s*(?P<names>{NAME}(?:\s*\.\s*{NAME})*)\s*\]")
KEY = re.compile(rf"\s*(?P<names>{NAME}(?:\s*\.\s*{NAME})*)\s*=")
PLACE = re.compile(r"\(at (?:line (?P<line>\d+), column \d+|end of document)\)")
COMPLAINTS = (
    (
        r"twice|[Oo]verwrite|redefine|[Mm]utate|Duplicate|namespace",
        '与前面的项重复；带点的规则名加引号，如 "punctuation.clash" = "off"',
    ),
    (r"Expected '='", "项名后面要有 ="),
    (r"initial character|Invalid statement", '项名写法有误；带 * 或中文的加引号，如 "punctuation.*" = "off"'),
    (r"Unescaped|Invalid hex", "引号里的 \\ 有误；路径用 / 分隔"),
    (r"Unclosed|Expected '\]|Unterminated|Illegal character '\\n'", "引号或括号没有配对"),
    (r"Expected newline", "一行只写一项，值的后面不能再有别的"),
    (r"Invalid value", '= 后面的值写法有误；文字要用半角引号，如 "off"'),
)


class TomlError(Exception):
    """A mistake in TOML: a reason in Chinese, and the line from 1."""

    def __init__(self, reason: str, line: int):
        super().__init__(reason)
        self.line = line


def parse(text: str) -> dict[str, Any]:
    """The data of a TOML text. Raises TomlError."""
    try:
        data: dict[str, Any] = tomllib.loads(text)
        return data
    except tomllib.TOMLDecodeError as e:
        place = PLACE.search(str(e))
        line = int(place["line"]) if place and place["line"] else text.rstrip().count("\n") + 1
        reason = next((words for sign, words in COMPLAINTS if re.search(sign, str(e))), "不合 TOML 的写法")
        raise TomlError(reason, line) from None


def line_of(text: str, *path: str | int) -> int:
    """The line, from 1, of the key at a path of names and positions, else that of what holds it."""
    wanted = ".".join(map(str, path))
    best, reached = 1, -1
    table, counts = "", dict[str, int]()
    for number, line in enumerate(text.split("\n"), 1):
        if header := HEADER.match(line):
            table = _joined(header["names"])
            if header["open"] == "[[":
                counts[table] = counts.get(table, -1) + 1
            name, _, rest = table.partition(".")
            here = table = f"{name}.{counts[name]}{rest and '.'}{rest}" if name in counts else table
        elif key := KEY.match(line):
            here = f"{table}{table and '.'}{_joined(key['names'])}"
        else:
            continue
        if len(here) > reached and (wanted == here or wanted.startswith(f"{here}.")):
            best, reached = number, len(here)
    return best


def _joined(names: str) -> str:
    return ".".join(name.strip("\"'") for name in NAMES.findall(names))
