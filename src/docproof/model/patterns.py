"""Regular expressions that are compiled when they are first used, and ones that look for a few characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, cast


class _Later:
    """Stands for a pattern; what is asked of it is asked of the compiled one, and kept."""

    def __init__(self, source: str, flags: int):
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value


def later(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern for a module's top: compiling all of them there costs a cold start more than most drafts ever use."""
    return cast("re.Pattern[str]", _Later(source, flags))


def one_of(chars: str, condition: str = "") -> tuple[re.Pattern[str], ...]:
    """A pattern for each of a few characters and what must hold there; `re` finds a literal ten times as fast as a set."""
    return tuple(later(re.escape(c) + condition) for c in chars)


def each(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """The matches of several patterns, one after the other."""
    return chain.from_iterable(p.finditer(text) for p in patterns)
