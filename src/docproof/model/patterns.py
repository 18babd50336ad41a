"""Regular expressions that are compiled when they are first used, and ones that look for a few characters."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, cast


class _Later:
    """Stands for a pattern; what is asked of it is asked of the compiled one, and kept.

    Where none of the words `given` stands nothing is found, and nothing compiled.
    """

    def __init__(self, source: str, flags: int, given: tuple[str, ...]):
        self._source, self._flags, self._given = source, flags, given

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        if self._finds_nothing(text, start, end):
            return iter(())
        return cast("Iterator[re.Match[str]]", self.__getattr__("finditer")(text, start, end))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        if self._finds_nothing(text, start, end):
            return None
        return cast("re.Match[str] | None", self.__getattr__("search")(text, start, end))

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        if self._finds_nothing(text, start, end):
            return None
        return cast("re.Match[str] | None", self.__getattr__("fullmatch")(text, start, end))

    def _finds_nothing(self, text: str, start: int, end: int) -> bool:
        return bool(self._given) and all(text.find(word, start, end) < 0 for word in self._given)


def later(source: str, flags: int = 0, given: Sequence[str] = ()) -> re.Pattern[str]:
    """A pattern for a module's top: compiling all of them there costs a cold start more than most drafts ever use.

    Every match holds one of the words `given`, if any are.
    """
    return cast("re.Pattern[str]", _Later(source, flags, tuple(given)))


def one_of(chars: str, condition: str = "") -> tuple[re.Pattern[str], ...]:
    """A pattern for each of a few characters and what must hold there; `re` finds a literal ten times as fast as a set."""
    return tuple(later(re.escape(c) + condition, given=c) for c in chars)


def each(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """The matches of several patterns, one after the other."""
    return chain.from_iterable(p.finditer(text) for p in patterns)
