"""Which files a pattern such as `讲话/**` means."""

from __future__ import annotations

import re

PIECES = re.compile(r"\*\*/|\*\*|\*|\?|\[[!^]?[^\]/]+\]|.", re.S)
SINGLE = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


class Glob:
    """A pattern over paths relative to a folder.

    `*` stands for anything within a name, `**` for folders too, `?` for one character, `[…]` for one of several. A
    pattern without / means names at any depth; what it means includes all that lies below. Letters' case is one.
    """

    def __init__(self, pattern: str):
        """Raises ValueError with a reason in Chinese."""
        if reason := _wrong(pattern):
            raise ValueError(reason)
        body = pattern.removeprefix("./").rstrip("/")
        anywhere = "" if "/" in body else "(?:.*/)?"
        expression = "".join(map(_expression, PIECES.findall(body)))
        try:
            self._expression = re.compile(f"{anywhere}{expression}(?:/.*)?", re.S | re.I)
        except re.error:
            raise ValueError("[ ] 里的写法有误") from None

    def matches(self, path: str) -> bool:
        """Whether a relative path, with /, is meant; one that ends in / is a folder with all that it holds."""
        return self._expression.fullmatch(path) is not None


def _wrong(pattern: str) -> str:
    if not pattern.strip("./"):
        return "不能为空"
    if "\\" in pattern:
        return "文件夹之间用 / 分隔，不用 \\"
    if pattern.startswith("/") or re.match("[A-Za-z]:", pattern):
        return "应从设置文件所在的文件夹写起，不写完整路径"
    if ".." in pattern.split("/"):
        return "不能用 .. 指到设置文件所在的文件夹之外"
    rest = "".join(p for p in PIECES.findall(pattern) if len(p) == 1)
    return "[ 没有配对的 ]" if "[" in rest else ""


def _expression(piece: str) -> str:
    if piece in SINGLE:
        return SINGLE[piece]
    if len(piece) == 1:
        return re.escape(piece)
    inside = piece[1:-1]
    negated, inside = inside[0] in "!^", inside.lstrip("!^")
    escaped = re.escape(inside) if "--" in inside else re.escape(inside).replace("\\-", "-")
    return f"[^/{escaped}]" if negated else f"[{escaped}]"
