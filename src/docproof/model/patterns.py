"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
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
