"""Patterns that are compiled when they are first used: most drafts need few of them, and compiling takes time."""

from __future__ import annotations

import re
from typing import cast


class _Lazy:
    """Stands for a compiled pattern; its methods are the pattern's own from the first use on."""

    def __init__(self, source: str, flags: int):
        self.pattern, self.flags = source, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self.pattern, self.flags)
        for method in ("finditer", "findall", "search", "match", "fullmatch", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazily(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that compiles itself when it is first asked for a match."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
